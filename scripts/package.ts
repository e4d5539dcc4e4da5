/** Builds the VSIX: the files that .vscodeignore leaves, with everything bundled, so without node_modules. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { isMain, main, root, runTool, ScriptError } from "./project.ts";

/** @returns the path of the VSIX. */
export async function packageExtension(folder = root): Promise<string> {
	const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const file = join(folder, `${name}-${version}.vsix`);
	const options = ["--no-dependencies", "--no-update-package-json", "--no-rewrite-relative-links", "--allow-missing-repository"];
	const code = await runTool("@vscode/vsce/vsce", ["package", ...options, "--out", file], { stdout: "ignore" });
	if (code !== 0) {
		throw new ScriptError(`vsce could not build the VSIX (exit code ${code}), see above`);
	}
	return file;
}

if (isMain(import.meta.url)) {
	await main(async () => {
		await buildAll();
		console.log(await packageExtension());
		return 0;
	});
}
