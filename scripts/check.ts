/** Everything that is checked without running the product: types, lint and format, dead code, generated files. */
import { isMain, main, root, run, runTool, type Tally } from "./project.ts";

const checks: readonly { readonly name: string; run(): Promise<number> }[] = [
	{ name: "types", run: () => runTool("typescript/bin/tsc", ["--build"]) },
	{ name: "format, lint, boundaries", run: () => runTool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings"]) },
	{ name: "dead code", run: () => runTool("knip/bin/knip.js", []) },
	{
		name: "generated files",
		run: () => run(process.execPath, ["--import", "tsx", "scripts/generate.ts", "--check"], { cwd: root }),
	},
];

/** Runs every check, also after one has failed. */
export async function checkAll(): Promise<Tally> {
	let failed = 0;
	for (const check of checks) {
		const code = await check.run();
		console.log(`${code === 0 ? "✔" : "✖"} ${check.name}`);
		failed += code === 0 ? 0 : 1;
	}
	return { passed: checks.length - failed, failed };
}

if (isMain(import.meta.url)) {
	await main(async () => ((await checkAll()).failed === 0 ? 0 : 1));
}
