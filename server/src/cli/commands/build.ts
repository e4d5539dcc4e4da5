/** `tickmark build`: a claims database from sources. */
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { BuildReport, SourceReport } from "../../store/build.ts";
import type { WorkspaceData } from "../../store/workspaceFiles.ts";
import type { Command } from "../arguments.ts";
import { CommandError, Failures, fileError } from "../errors.ts";
import { printedPath } from "../inputs.ts";
import { Terminal, write } from "../output.ts";

export const command: Command = {
	spec: {
		name: "build",
		operands: "[SOURCE…]",
		description:
			"Builds a claims database from sources: text and Markdown files, folders or globs (default: the sources of the configuration). Sources that have not changed since the last build are not read again. Prints what became of each source.",
		options: [
			{ name: "claims", value: "DB", help: "the database to write; default: .tickmark/claims.db of the workspace" },
			{ name: "fresh", help: "read every source again" },
			{ name: "format", value: "FORMAT", choices: ["pretty", "json"], help: "pretty for people (the default), or json" },
			{ name: "config", value: "FILE", help: "settings in YAML or JSON; default: .tickmark/config.yaml of the workspace" },
		],
		examples: [
			["tickmark build sources", "all documents of a folder"],
			["tickmark build --claims shared.db 'reports/**/*.md'", "into a file of its own"],
		],
	},
	async run(args) {
		const { readConfiguration } = await import("../configuration.ts");
		const { readWorkspace, workspaceDatabase, workspaceFolder } = await import("../workspace.ts");
		const sources = args.operands.length > 0 ? args.operands : (await readConfiguration(args)).sources;
		if (sources.length === 0) {
			throw new CommandError("no sources named; name files, folders or globs, for example `tickmark build sources`");
		}
		if (sources.includes("-")) {
			throw new CommandError("-: a source has to be a file, because citations name it; save it and name the file");
		}
		const out = args.get("claims") === undefined ? workspaceDatabase() : resolve(args.get("claims") as string);
		await mkdir(dirname(out), { recursive: true }).catch((error: unknown) => {
			throw fileError(printedPath(dirname(out)), error);
		});
		const workspace = await readWorkspace();
		const failures = new Failures();
		for (const { text, whole } of workspace.problems) {
			failures.note(text, whole);
		}
		const report = await build(sources, out, workspaceFolder(), args.has("fresh"), workspace);
		await write(args.get("format") === "json" ? reportJson(report) : prettyReport(report, new Terminal()));
		return failures.exitCode;
	},
};

async function build(
	sources: readonly string[],
	out: string,
	base: string,
	fresh: boolean,
	{ glossary, additions }: Pick<WorkspaceData, "glossary" | "additions">,
): Promise<BuildReport> {
	const { buildDatabase } = await import("../../store/build.ts");
	const { ClaimsDatabaseError } = await import("../../store/errors.ts");
	const { SourceError } = await import("../../sources/problems.ts");
	const { Progress } = await import("../progress.ts");
	const progress = new Progress();
	try {
		return await buildDatabase({
			sources,
			// Messages name the file as the caller knows it.
			out: printedPath(out),
			base,
			glossary,
			additions,
			fresh,
			onProgress: ({ done, total, file }) => progress.update(done, total, file === "" ? "writing the database" : file),
		});
	} catch (error) {
		if (error instanceof SourceError) {
			throw new CommandError(error.problem.messages, { cause: error });
		}
		throw error instanceof ClaimsDatabaseError ? new CommandError(error.messages, { cause: error }) : error;
	} finally {
		progress.clear();
	}
}

function reportJson({ file, claims, sources }: BuildReport): string {
	const json = {
		file: printedPath(resolve(file)),
		claims,
		sources: sources.map((source) => ({
			...source,
			problems: source.problems.map(({ code, messages }) => ({ code, message: messages.en })),
		})),
	};
	return `${JSON.stringify(json, null, "\t")}\n`;
}

function prettyReport(report: BuildReport, terminal: Terminal): string {
	const lines = report.sources.flatMap((source) => sourceLines(source, terminal));
	const used = report.sources.filter(({ status }) => status !== "skipped").length;
	const total = `${printedPath(resolve(report.file))}: ${counted(report.claims, "claim")} from ${counted(used, "source")}`;
	return `${[...lines, terminal.paint(total, "bold", used > 0 ? "green" : "yellow")].join("\n")}\n`;
}

function sourceLines(source: SourceReport, terminal: Terminal): string[] {
	const { file, key, status, figures, claims, skipped, problems } = source;
	const reasons = problems.map(({ messages }) => `  ${terminal.paint(messages.en, "yellow")}`);
	if (status === "skipped") {
		return [`${terminal.paint(file, "bold")}  ${terminal.paint("skipped", "yellow")}`, ...reasons];
	}
	const facts = [
		`[^${key}]`,
		counted(figures, "figure"),
		counted(claims, "claim"),
		`${skipped.length} skipped`,
		...(status === "unchanged" ? ["unchanged"] : []),
	];
	return [`${terminal.paint(file, "bold")}  ${facts.join(", ")}`, ...reasons, ...skippedLines(skipped, terminal)];
}

/** Skipped figures by their reason, the commonest first. */
function skippedLines(skipped: SourceReport["skipped"], terminal: Terminal): string[] {
	const byReason = new Map<string, string[]>();
	for (const { text, reason } of skipped) {
		const texts = byReason.get(reason) ?? [];
		texts.push(text);
		byReason.set(reason, texts);
	}
	return [...byReason]
		.sort((a, b) => b[1].length - a[1].length)
		.map(([reason, texts]) => {
			const shown = texts.slice(0, 8).join(", ");
			return terminal.paint(`  ${texts.length} skipped, ${reason}: ${shown}${texts.length > 8 ? ", …" : ""}`, "dim");
		});
}

function counted(count: number, what: string): string {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
