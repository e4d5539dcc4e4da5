/** `tickmark coverage`: what a report discloses of the frameworks that it declares. */
import type { Command } from "../arguments.ts";
import { CommandError, Failures } from "../errors.ts";
import { note, Terminal, write } from "../output.ts";

export const command: Command = {
	spec: {
		name: "coverage",
		operands: "[PATH…]",
		description:
			"Lists for each declared framework what a report discloses, where, and what it does not. The Markdown files, folders or globs (default: the working folder) are the chapters of one report; - reads standard input.",
		options: [
			{
				name: "format",
				value: "FORMAT",
				choices: ["pretty", "json", "csv"],
				help: "pretty for people (the default), json, or csv (RFC 4180), one line a place",
			},
			{
				name: "framework",
				value: "ID",
				repeatable: true,
				help: "a framework to look at, declared or not: GRI, TCFD, ESRS, …; default: those that the report declares, else those it cites",
			},
			{ name: "config", value: "FILE", help: "settings in YAML or JSON; default: .tickmark/config.yaml of the workspace" },
			{
				name: "language",
				value: "LANGUAGE",
				choices: ["en", "zh", "ko"],
				help: "the language of labels and messages; default: the configuration's, else en",
			},
		],
		examples: [
			["tickmark coverage report/", "all chapters of a report together"],
			["tickmark coverage --framework GRI --format csv report.md > gri.csv", "one framework, for a spreadsheet"],
		],
	},
	async run(args) {
		const { readConfiguration } = await import("../configuration.ts");
		const { findInputs, markdownFiles, readDraftInput } = await import("../inputs.ts");
		const { DraftReader } = await import("../../core/draft/readDraft.ts");
		const { coverageOf } = await import("../../core/contentIndex/coverage.ts");
		const { CoveredReport } = await import("../formats/coverage.ts");
		const { Lines } = await import("../lines.ts");
		const { settings } = await readConfiguration(args);
		const { language } = settings;
		try {
			const named = await readNames(args.all("framework"));
			const failures = new Failures(language);
			const chapters = [];
			for (const input of await findInputs(args.operands, markdownFiles)) {
				const decoded = await failures.catch(() => readDraftInput(input));
				if (decoded) {
					const draft = new DraftReader().read(decoded.text);
					chapters.push({ name: input.name, draft, lines: new Lines(decoded.text) });
				}
			}
			const drafts = chapters.map(({ draft }) => draft);
			const coverage = coverageOf(drafts, settings, named);
			const report = new CoveredReport(coverage, chapters, language);
			switch (args.get("format")) {
				case "json":
					await write(report.json());
					break;
				case "csv":
					await write(report.csv());
					break;
				default:
					await write(report.pretty(new Terminal()));
			}
			const advice = chapters.length > 0 ? report.advice() : "";
			if (advice !== "") {
				note(advice);
			}
			return failures.exitCode;
		} catch (error) {
			throw error instanceof CommandError ? error.in(language) : error;
		}
	},
};

/** Ids of the frameworks that options name. @throws CommandError for one that nobody knows. */
async function readNames(names: readonly string[]): Promise<string[]> {
	const { frameworkId, frameworkIds } = await import("../../core/frameworks/registry.ts");
	const { andList } = await import("../arguments.ts");
	return names.map((name) => {
		const id = frameworkId(name);
		if (id === null) {
			throw new CommandError(`--framework ${name}: not a framework that is known; there are ${andList(frameworkIds())}`);
		}
		return id;
	});
}
