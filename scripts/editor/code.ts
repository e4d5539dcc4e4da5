/**
 * Takes the arguments of VS Code's executable and runs the server build instead, so that the `runTests` of
 * `@vscode/test-electron` works where no desktop build can be downloaded. Ends with the exit code of the tests.
 */
import { parseArgs } from "node:util";
import { main, ScriptError } from "../project.ts";
import { openEditor } from "./server.ts";

/** How the output of the tests begins; test/editor/suite/index.ts prints it. */
const firstLine = "Tests in VS Code";

/** A run that takes longer hangs. */
const limit = 10 * 60_000;

await main(async () => {
	const { values, positionals } = parseArgs({
		strict: false,
		allowPositionals: true,
		options: {
			extensionDevelopmentPath: { type: "string" },
			extensionTestsPath: { type: "string" },
			"user-data-dir": { type: "string" },
		},
	});
	const text = (name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
	const [workspace] = positionals;
	const extension = text("extensionDevelopmentPath");
	const tests = text("extensionTestsPath");
	if (!workspace || !extension || !tests) {
		throw new ScriptError("usage: code WORKSPACE --extensionDevelopmentPath=FOLDER --extensionTestsPath=MODULE");
	}
	const verbose = process.env.TICKMARK_DEBUG === "1";
	const log: string[] = [];
	let testing = false;
	const editor = await openEditor({
		workspace,
		extension,
		tests,
		userData: text("user-data-dir"),
		onLog: (type, message) => {
			// The workbench's own log comes the same way as what the tests print; theirs begins with this line.
			testing ||= message.startsWith(firstLine);
			if (verbose || (testing && type === "info")) {
				console.log(message);
			} else if (!testing) {
				log.push(message);
			}
		},
	});
	const hanging = setTimeout(() => {
		console.error("The tests in VS Code did not end in ten minutes.");
		process.exit(1);
	}, limit);
	try {
		const code = await editor.exit;
		if (code !== 0 && !testing) {
			console.error(log.join("\n"));
		}
		return code;
	} finally {
		clearTimeout(hanging);
		await editor.close();
	}
});
