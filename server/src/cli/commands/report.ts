/** `tickmark report`: the evidence report, for whoever has to sign the draft. */
import { createHash } from "node:crypto";
import { extname, resolve } from "node:path";
import type { Command } from "../arguments.ts";
import { settingsOptions } from "../commonOptions.ts";
import { CommandError } from "../errors.ts";
import { encode } from "../inputs.ts";
import { note, write } from "../output.ts";
import { productVersion } from "../root.ts";

const formats = ["html", "csv", "xlsx"] as const;
type Format = (typeof formats)[number];

export const command: Command = {
	spec: {
		name: "report",
		operands: "[PATH…]",
		description:
			"Writes the evidence report of Markdown files, folders or globs (default: the working folder): every figure, what became of it, and the passage of its source. The exit code does not depend on what is found.",
		options: [
			{
				name: "format",
				value: "FORMAT",
				choices: [...formats],
				help: "html, csv or xlsx; default: what the name of the output file ends with, else html",
			},
			{ name: "output", value: "FILE", help: "where to write it; default: standard output" },
			...settingsOptions,
		],
		examples: [
			["tickmark report --output evidence.html report.md", "one file, to read, print or mail"],
			["tickmark report --output evidence.xlsx reports", "a workbook for the assurance team"],
		],
	},
	async run(args) {
		const output = args.get("output") ?? null;
		const format = formatOf(args.get("format"), output);
		if (format === "xlsx" && output === null && process.stdout.isTTY) {
			throw new CommandError("a workbook is no text for a terminal; name a file: --output evidence.xlsx");
		}
		const { Checking } = await import("../checking.ts");
		const { reportOf } = await import("../report/entries.ts");
		const checking = await Checking.start(args);
		const { language } = checking.configuration.settings;
		const drafts = [];
		for await (const result of checking.results()) {
			checking.reportProblems(result);
			const sha256 = createHash("sha256").update(encode(result.decoded.text, result.decoded)).digest("hex");
			drafts.push(reportOf(result, sha256));
		}
		const exitCode = checking.exitCode(null, args);
		if (drafts.length === 0) {
			return exitCode; // What was wrong with the drafts has been said.
		}
		let content: string | Buffer;
		switch (format) {
			case "csv":
				content = (await import("../report/table.ts")).reportCsv(drafts, language);
				break;
			case "xlsx":
				content = await (await import("../report/xlsx.ts")).reportXlsx(drafts, language);
				break;
			default:
				content = (await import("../report/html.ts")).reportHtml(drafts, language, productVersion());
		}
		if (output === null || output === "-") {
			await write(content);
		} else {
			await (await import("../replaceFile.ts")).writeWhole(output, resolve(output), content);
			note(`wrote ${output}`);
		}
		return exitCode;
	},
};

/** @throws CommandError for a name that belongs to none of the formats. */
function formatOf(given: string | undefined, output: string | null): Format {
	if (given !== undefined) {
		return given as Format;
	}
	const ending = output === null || output === "-" ? "" : extname(output).slice(1).toLowerCase();
	if (ending === "" || ending === "htm") {
		return "html";
	}
	const format = formats.find((one) => one === ending);
	if (!format) {
		throw new CommandError(`${output}: a report is not written as .${ending}; use .html, .csv or .xlsx, or say --format`);
	}
	return format;
}
