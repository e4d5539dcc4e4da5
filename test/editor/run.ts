/**
 * Runs the suite in a real VS Code: unpacks the VSIX, gets an editor, lets `@vscode/test-electron` run the suite there.
 * First a suite that must fail: an editor that ends with 0 after that says nothing by its exit code.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { build } from "esbuild";
import { unzipSync } from "fflate";
import { buildAll } from "../../scripts/build.ts";
import { installEditor } from "../../scripts/editor/install.ts";
import { packageExtension } from "../../scripts/package.ts";
import { main, root, run, runTool, ScriptError } from "../../scripts/project.ts";

const settings = {
	"chat.disableAIFeatures": true,
	"extensions.autoCheckUpdates": false,
	"git.enabled": false,
	"security.workspace.trust.enabled": false,
	"telemetry.telemetryLevel": "off",
	"update.mode": "none",
	"workbench.startupEditor": "none",
};

await main(async () => {
	const editor = await installEditor();
	if (editor.display.length > 0 && !process.env.DISPLAY) {
		const [command = "", ...args] = editor.display;
		return await run(command, [...args, process.execPath, ...process.execArgv, ...process.argv.slice(1)]);
	}
	console.log(`Running the extension's tests in ${editor.name} …`);
	const suite = await bundleSuite();
	const scratch = mkdtempSync(join(tmpdir(), "tickmark-vscode-"));
	try {
		const extension = await unpackExtension(scratch);
		const runIn = async (name: string, env: Readonly<Record<string, string>>): Promise<number> =>
			await runSuite(editor.executable, extension, suite, join(scratch, name), env);
		if ((await runIn("canary", { TICKMARK_TEST_CANARY: "1", TICKMARK_TEST_COUNTS: "" })) === 0) {
			throw new ScriptError(`${editor.name} ended with exit code 0 after a suite that fails: its results mean nothing`);
		}
		console.log("The suite that must fail failed. Now the tests:");
		const code = await runIn("tests", {});
		return editor.desktop ? code : Math.max(code, await runWorkbench(extension));
	} finally {
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
});

async function bundleSuite(): Promise<string> {
	const suite = join(root, ".tsbuild", "editor", "suite.cjs");
	await build({
		entryPoints: [join(root, "test", "editor", "suite", "index.ts")],
		outfile: suite,
		bundle: true,
		platform: "node",
		target: "node20",
		format: "cjs",
		sourcemap: "inline",
		external: ["vscode", "mocha"],
		logLevel: "warning",
	});
	return suite;
}

/** The extension as users get it, so that a file missing from the package is found. */
async function unpackExtension(scratch: string): Promise<string> {
	// `npm test` has built it already.
	let folder = process.env.TICKMARK_TEST_VSIX;
	if (!folder) {
		folder = scratch;
		await buildAll();
		await packageExtension(folder);
	}
	const name = readdirSync(folder).find((file) => file.endsWith(".vsix"));
	if (!name) {
		throw new ScriptError(`there is no VSIX in ${folder}`);
	}
	for (const [file, bytes] of Object.entries(unzipSync(readFileSync(join(folder, name))))) {
		mkdirSync(dirname(join(scratch, file)), { recursive: true });
		writeFileSync(join(scratch, file), bytes);
	}
	return join(scratch, "extension");
}

/** What only a look at the screen can tell: needs the editor in a browser. */
async function runWorkbench(extension: string): Promise<number> {
	const files = ["--reporter", "test/support/reporter.cjs", "test/editor/workbench.suite.ts"];
	return await runTool("mocha/bin/mocha.js", files, { env: { TICKMARK_TEST_EXTENSION: extension } });
}

/** Runs the suite once with a fresh profile and a workspace of its own: the tests edit what they open. */
async function runSuite(
	executable: string,
	extension: string,
	suite: string,
	folder: string,
	env: Readonly<Record<string, string>>,
): Promise<number> {
	const workspace = join(folder, "workspace");
	cpSync(join(root, "examples"), workspace, { recursive: true });
	const user = join(folder, "user-data", "User");
	mkdirSync(user, { recursive: true });
	writeFileSync(join(user, "settings.json"), JSON.stringify(settings));
	try {
		return await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: extension,
			extensionTestsPath: suite,
			extensionTestsEnv: env,
			launchArgs: [
				workspace,
				"--disable-extensions",
				`--user-data-dir=${join(folder, "user-data")}`,
				`--extensions-dir=${join(folder, "extensions")}`,
			],
		});
	} catch (error) {
		if (error instanceof TestRunFailedError) {
			return error.code || 1;
		}
		throw error;
	}
}
