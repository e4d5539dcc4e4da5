/**
 * Every test: core, specs, store, language server, command line, Neovim, package, and the extension in a real VS Code.
 * `--checks` adds what `npm run check` does. The last line is "N passed, M failed".
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { checkAll } from "./check.ts";
import { packageExtension } from "./package.ts";
import { main, requireProgram, root, run, runTool, ScriptError, type Tally } from "./project.ts";

await main(async () => {
	const scratch = mkdtempSync(join(tmpdir(), "tickmark-test-"));
	const parts: Tally[] = [];
	try {
		if (process.argv.includes("--checks")) {
			parts.push(await checkAll());
		}
		parts.push(
			await attempt("build and package", async () => {
				await buildAll();
				await packageExtension(scratch);
				return { passed: 1, failed: 0 };
			}),
			await attempt("Neovim", async () => {
				await requireProgram(["nvim"], ["neovim"], "The test of the language server in Neovim");
				return { passed: 0, failed: 0 };
			}),
		);
		const env = { TICKMARK_TEST_VSIX: scratch };
		const mocha = ["--reporter", "test/support/reporter.cjs", "test/**/*.test.ts"];
		parts.push(await counted(scratch, "mocha", (counts) => runTool("mocha/bin/mocha.js", mocha, { env: { ...env, ...counts } })));
		parts.push(
			await counted(scratch, "VS Code", (counts) =>
				run(process.execPath, ["--import", "tsx", join(root, "test", "editor", "run.ts")], { env: { ...env, ...counts } }),
			),
		);
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
	const passed = parts.reduce((sum, part) => sum + part.passed, 0);
	const failed = parts.reduce((sum, part) => sum + part.failed, 0);
	console.log(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
});

/** What goes wrong in one part is that part's failure; the others still run. */
async function attempt(name: string, part: () => Promise<Tally>): Promise<Tally> {
	try {
		return await part();
	} catch (error) {
		console.error(`✖ ${name}:`, error instanceof ScriptError ? error.message : error);
		return { passed: 0, failed: 1 };
	}
}

/** Runs a part that counts with test/support/reporter.cjs. A part that fails without a failed test counts as one. */
async function counted(
	scratch: string,
	name: string,
	part: (env: Readonly<Record<string, string>>) => Promise<number>,
): Promise<Tally> {
	return await attempt(name, async () => {
		const file = join(scratch, `${name}.jsonl`);
		const code = await part({ TICKMARK_TEST_COUNTS: file });
		if (!existsSync(file)) {
			throw new ScriptError(`ended with exit code ${code} before a test had run`);
		}
		let passed = 0;
		let failed = 0;
		for (const line of readFileSync(file, "utf8").trim().split("\n")) {
			const { passes, failures } = JSON.parse(line);
			passed += passes;
			failed += failures;
		}
		return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
	});
}
