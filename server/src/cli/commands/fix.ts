/** `tickmark fix`: applies the quick-fixes that are marked safe. */
import type { Severity } from "../../core/model.ts";
import type { Command } from "../arguments.ts";
import type { CheckedInput, Checking } from "../checking.ts";
import { failOnOption, settingsOptions } from "../commonOptions.ts";
import { Terminal, write } from "../output.ts";
import { applyEdits, replaceFile } from "../replaceFile.ts";
import { words } from "../words.ts";

/** More rounds than this mean that fixes undo each other. */
const mostRounds = 10;

export const command: Command = {
	spec: {
		name: "fix",
		operands: "[PATH…]",
		description:
			"Applies the quick-fixes that are safe to apply without a look to Markdown files, folders or globs (default: the working folder), and checks again until none is left. With - the corrected text goes to standard output.",
		options: [
			{ name: "dry-run", help: "write nothing; print what would change as a unified diff" },
			failOnOption,
			...settingsOptions,
		],
		examples: [
			["tickmark fix --dry-run report.md", "look first"],
			["tickmark fix report.md", "then write"],
		],
	},
	async run(args) {
		const { Checking, worstOf } = await import("../checking.ts");
		const checking = await Checking.start(args);
		const { language } = checking.configuration.settings;
		const say = words[language];
		const left = { error: 0, warning: 0, information: 0, hint: 0 };
		const dryRun = args.has("dry-run");
		let worst: Severity | null = null;
		let files = 0;
		let total = 0;
		// Where the results are text (a diff, the corrected draft), what is said about them goes to standard error.
		let resultsAreText = dryRun;
		for await (const before of checking.results()) {
			checking.reportProblems(before);
			const { after, count } = await fixAll(before, checking);
			const failed = await checking.failures.catch(async () => {
				if (before.input.path === null && !dryRun) {
					resultsAreText = true;
					await write(after.decoded.text);
				} else if (count > 0) {
					await (dryRun ? printDiff(before, after) : replaceFile(before.input, after.decoded));
				}
				return false;
			});
			files += 1;
			// What could not be written has not been fixed.
			const { findings } = (failed === null ? before : after).checked;
			worst = worstOf(findings, worst);
			for (const { severity } of findings) {
				left[severity] += 1;
			}
			if (failed === false && count > 0) {
				total += count;
				if (!dryRun && before.input.path !== null) {
					await write(`${say.fixed(before.input.name, count)}\n`);
				}
			}
		}
		const summary = [
			...(total === 0 && files > 0 && checking.failures.exitCode === 0 ? [say.nothingToFix(files)] : []),
			...(Object.values(left).some((count) => count > 0) ? [say.left(left)] : []),
		];
		for (const line of summary) {
			if (resultsAreText) {
				process.stderr.write(`${line}\n`);
			} else {
				await write(`${line}\n`);
			}
		}
		return checking.exitCode(worst, args);
	},
};

/** Applies safe fixes and checks again until there are none, or until a text comes back. */
async function fixAll(
	before: CheckedInput,
	checking: Checking,
): Promise<{ readonly after: CheckedInput; readonly count: number }> {
	const { safeEdits } = await import("../../features/fixAll.ts");
	const checker = checking.newChecker();
	const seen = new Set([before.decoded.text]);
	let after = before;
	let count = 0;
	for (let round = 0; round < mostRounds; round += 1) {
		const edits = safeEdits(after.checked.findings);
		const text = applyEdits(after.decoded.text, edits);
		if (edits.length === 0 || seen.has(text)) {
			break;
		}
		seen.add(text);
		count += edits.length;
		after = await checking.check(before.input, { ...before.decoded, text }, checker);
	}
	return { after, count };
}

async function printDiff(before: CheckedInput, after: CheckedInput): Promise<void> {
	const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
	const name = before.input.name === "-" ? "stdin" : before.input.name;
	const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before.decoded.text, after.decoded.text, undefined, undefined, {
		context: 3,
		headerOptions: FILE_HEADERS_ONLY,
	});
	await write(colourDiff(patch, new Terminal()));
}

function colourDiff(patch: string, terminal: Terminal): string {
	return patch
		.split("\n")
		.map((line) =>
			/^(---|\+\+\+) /.test(line)
				? terminal.paint(line, "bold")
				: line.startsWith("@@")
					? terminal.paint(line, "cyan")
					: line.startsWith("-")
						? terminal.paint(line, "red")
						: line.startsWith("+")
							? terminal.paint(line, "green")
							: line,
		)
		.join("\n");
}
