/** The first look: builds everything, checks the example draft, says how to see the same in VS Code. */
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { findProgram, main, root, run } from "./project.ts";

await main(async () => {
	console.error("Building Tickmark and the claims of the example sources …");
	await buildAll();
	console.log("Checking examples/draft.md against the claims of seeds/:\n");
	const tickmark = join(root, "dist", "tickmark.mjs");
	const code = await run(process.execPath, [
		tickmark,
		"check",
		"--fail-on",
		"never",
		"--claims",
		"dist/seeds.db",
		"examples/draft.md",
	]);
	const open = findProgram("code") ? "code" : "In VS Code's terminal (or with its command `code` on the PATH): code";
	console.log(`
The same in VS Code, with hovers and quick-fixes:
  ${open} --extensionDevelopmentPath="${root.replace(/[\\/]$/, "")}" "${join(root, "examples")}"
To keep it: npm run package, then "Extensions: Install from VSIX…" in VS Code.
On the command line: npx tickmark --help`);
	return code;
});
