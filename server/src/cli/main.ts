#!/usr/bin/env node
/** The command `tickmark`: finds the command that is asked for and loads it and nothing else. */
import { type Command, commandHelp, guess, readArguments, table } from "./arguments.ts";
import { CommandError, fileError, reportError } from "./errors.ts";
import { productVersion } from "./root.ts";

const commands: Readonly<Record<string, { readonly summary: string; load(): Promise<{ readonly command: Command }> }>> = {
	check: { summary: "check the figures of drafts against the claims", load: () => import("./commands/check.ts") },
	fix: { summary: "apply the quick-fixes that are safe without a look", load: () => import("./commands/fix.ts") },
	figures: { summary: "print the figures found in drafts or plain text", load: () => import("./commands/figures.ts") },
	explain: { summary: "say why a figure has its verdict", load: () => import("./commands/explain.ts") },
	build: { summary: "build a claims database from sources", load: () => import("./commands/build.ts") },
	claims: { summary: "search a claims database", load: () => import("./commands/claims.ts") },
	report: {
		summary: "write the evidence report: every figure, its status, its source",
		load: () => import("./commands/report.ts"),
	},
	coverage: { summary: "list what is disclosed of the declared frameworks", load: () => import("./commands/coverage.ts") },
	"content-index": { summary: "print or write a draft's content index", load: () => import("./commands/contentIndex.ts") },
	lsp: { summary: "run the language server", load: () => import("./commands/lsp.ts") },
};

async function main(args: readonly string[]): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || name === "--help" || name === "-h") {
		(name === undefined ? process.stderr : process.stdout).write(overview());
		return name === undefined ? 2 : 0;
	}
	if (name === "--version") {
		process.stdout.write(`tickmark ${productVersion()}\n`);
		return 0;
	}
	if (name === "help") {
		return main(rest.length > 0 ? [rest[0] as string, "--help"] : ["--help"]);
	}
	const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!entry) {
		const what = name.startsWith("-") ? "option" : "command";
		throw new CommandError(
			`unknown ${what} "${name}"${guess(name, Object.keys(commands))}; \`tickmark --help\` lists the commands`,
		);
	}
	const { command } = await entry.load();
	const given = readArguments(command.spec, rest);
	if (given.has("help")) {
		process.stdout.write(commandHelp(command.spec));
		return 0;
	}
	if (given.has("version")) {
		process.stdout.write(`tickmark ${productVersion()}\n`);
		return 0;
	}
	return command.run(given);
}

function overview(): string {
	const rows = Object.entries(commands).map(([name, { summary }]): [string, string] => [name, summary]);
	return [
		"Usage: tickmark COMMAND [OPTION…] [ARGUMENT…]",
		"",
		"Checks the figures of ESG and sustainability reports in Markdown against their sources.",
		"",
		"Commands:",
		...table(rows),
		"",
		"Options:",
		...table([
			["--help", "print this help; `tickmark COMMAND --help` prints a command's"],
			["--version", "print the version"],
		]),
		"",
		"Exit codes: 0 clean, 1 findings, 2 wrong usage or unreadable input.",
		"TICKMARK_DEBUG=1 adds stack traces to messages.",
		"",
	].join("\n");
}

// Whoever reads the output may stop reading it (`| head`): then there is nothing left to do, and nothing to complain of.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") {
		process.exit();
	}
	reportError(fileError("standard output", error));
	process.exit(2);
});
process.stderr.on("error", () => process.exit());

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	reportError(error);
	process.exitCode = 2;
}
