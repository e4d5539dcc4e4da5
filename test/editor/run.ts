/** Runs the suite in a real VS Code: builds it, gets an editor, lets `@vscode/test-electron` run it there. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { build } from "esbuild";
import { installEditor } from "../../scripts/editor/install.ts";
import { main, root, run } from "../../scripts/project.ts";

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
	const scratch = mkdtempSync(join(tmpdir(), "tickmark-vscode-"));
	try {
		// A workspace of its own: the tests edit what they open.
		const workspace = join(scratch, "workspace");
		cpSync(join(root, "examples"), workspace, { recursive: true });
		const user = join(scratch, "user-data", "User");
		mkdirSync(user, { recursive: true });
		writeFileSync(join(user, "settings.json"), JSON.stringify(settings));
		return await runTests({
			vscodeExecutablePath: editor.executable,
			extensionDevelopmentPath: process.env.TICKMARK_EXTENSION ?? root,
			extensionTestsPath: suite,
			launchArgs: [
				workspace,
				"--disable-extensions",
				`--user-data-dir=${join(scratch, "user-data")}`,
				`--extensions-dir=${join(scratch, "extensions")}`,
			],
		});
	} catch (error) {
		if (error instanceof TestRunFailedError) {
			return error.code ?? 1;
		}
		throw error;
	} finally {
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
});
