/** `tickmark check`: the findings of drafts. */
import type { Severity } from "../../core/model.ts";
import type { Command } from "../arguments.ts";
import { failOnOption, settingsOptions } from "../commonOptions.ts";
import type { ResultFormat } from "../formats/format.ts";
import { Terminal, write } from "../output.ts";

export const command: Command = {
	spec: {
		name: "check",
		operands: "[PATH…]",
		description:
			"Checks the figures of Markdown files, folders or globs (default: the working folder) against claims databases; - reads standard input.",
		options: [
			{
				name: "format",
				value: "FORMAT",
				choices: ["pretty", "json", "sarif", "github"],
				help: "pretty for people (the default), json, sarif (SARIF 2.1.0), github (annotations of GitHub Actions)",
			},
			failOnOption,
			...settingsOptions,
		],
		examples: [
			["tickmark check", "every draft below the working folder"],
			["tickmark check --format sarif reports > tickmark.sarif", "for code scanning"],
			["tickmark check --rule unsupported-figure=error report.md", "fail on figures without a source"],
		],
	},
	async run(args) {
		const { Checking, worstOf } = await import("../checking.ts");
		const checking = await Checking.start(args);
		const { language } = checking.configuration.settings;
		const format = await formatOf(args.get("format") ?? "pretty", language);
		let worst: Severity | null = null;
		await write(format.begin());
		for await (const result of checking.results()) {
			worst = worstOf(result.checked.findings, worst);
			checking.reportProblems(result);
			await write(format.file(result));
		}
		await write(format.end(checking.failures.messages));
		return checking.exitCode(worst, args);
	},
};

async function formatOf(name: string, language: "en" | "zh" | "ko"): Promise<ResultFormat> {
	switch (name) {
		case "json":
			return new (await import("../formats/json.ts")).JsonFormat();
		case "github":
			return new (await import("../formats/github.ts")).GithubFormat();
		case "sarif": {
			const { SarifFormat } = await import("../formats/sarif.ts");
			const { productVersion } = await import("../root.ts");
			return new SarifFormat(productVersion(), language);
		}
		default:
			return new (await import("../formats/pretty.ts")).PrettyFormat(new Terminal(), language);
	}
}
