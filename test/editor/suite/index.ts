/** What VS Code loads to run the tests inside its extension host. */
import Mocha from "mocha";
import * as vscode from "vscode";
import Reporter from "../../support/reporter.cjs";

/** @throws Error when a test fails: the editor then ends with another exit code than 0. */
export async function run(): Promise<void> {
	const canary = process.env.TICKMARK_TEST_CANARY === "1";
	console.log(canary ? "Tests in VS Code: first one that must fail" : `Tests in VS Code ${vscode.version}`);
	const mocha = new Mocha({
		ui: "bdd",
		timeout: 60_000,
		color: true,
		forbidOnly: true,
		reporter: canary ? Mocha.reporters.Base : (Reporter as typeof Mocha.reporters.Spec),
	});
	mocha.suite.emit("pre-require", globalThis, "", mocha);
	if (canary) {
		await import("./canary.suite.ts");
	} else {
		await import("./draft.suite.ts");
	}
	const failures = await new Promise<number>((resolve) => {
		mocha.run(resolve);
	});
	if (failures > 0) {
		throw new Error(`${failures} tests failed in VS Code`);
	}
}
