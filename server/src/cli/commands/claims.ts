/** `tickmark claims`: searches a claims database. */
import type { Claim } from "../../core/model.ts";
import type { Command } from "../arguments.ts";
import { CommandError, Failures } from "../errors.ts";
import { Terminal, write } from "../output.ts";

export const command: Command = {
	spec: {
		name: "claims",
		operands: "[QUERY]",
		maxOperands: 1,
		description:
			"Searches a claims database: claims whose entity, measure, source or text hold every word of the query, best first. Without a query it lists them all.",
		options: [
			{
				name: "format",
				value: "FORMAT",
				choices: ["pretty", "json", "csv"],
				help: "pretty for people (the default), json, or csv (RFC 4180)",
			},
			{
				name: "claims",
				value: "DB",
				repeatable: true,
				help: "a claims database; default: those of the configuration, else .tickmark/claims.db of the workspace, else the bundled one",
			},
			{ name: "config", value: "FILE", help: "settings in YAML or JSON; default: .tickmark/config.yaml of the workspace" },
			{ name: "limit", value: "COUNT", help: "the most claims to print; default: 50 of a query, else all" },
		],
		examples: [
			["tickmark claims 'green loans'", "what the sources say about them"],
			["tickmark claims --format csv > claims.csv", "everything, for a spreadsheet"],
		],
	},
	async run(args) {
		const limit = args.has("limit") ? Number(args.get("limit")) : null;
		if (limit !== null && !(Number.isInteger(limit) && limit > 0)) {
			throw new CommandError(`--limit ${args.get("limit")}: not a number of claims; use 1 or more`);
		}
		const { readConfiguration } = await import("../configuration.ts");
		const { openEvidence } = await import("../workspace.ts");
		const { claims: files, settings } = await readConfiguration(args);
		const { database, problems } = await openEvidence(files);
		const failures = new Failures(settings.language);
		for (const { text, whole } of problems) {
			failures.note(text, whole);
		}
		const [query = ""] = args.operands;
		try {
			const claims =
				query.trim() === "" && limit === null ? await database.allClaims() : await database.search(query, limit ?? 50);
			switch (args.get("format")) {
				case "json": {
					const { claimJson } = await import("../formats/claims.ts");
					await write(`${JSON.stringify(claims.map(claimJson), null, "\t")}\n`);
					break;
				}
				case "csv": {
					const { claimsCsv } = await import("../formats/claims.ts");
					await write(claimsCsv(claims));
					break;
				}
				default:
					await write(await pretty(claims, query));
			}
		} finally {
			database.close();
		}
		return failures.exitCode;
	},
};

async function pretty(claims: readonly Claim[], query: string): Promise<string> {
	const { claimsTable } = await import("../formats/claims.ts");
	if (claims.length === 0) {
		process.stderr.write(`tickmark: no claims${query.trim() === "" ? "" : ` for "${query}"; try fewer or other words`}\n`);
		return "";
	}
	return claimsTable(claims, new Terminal());
}
