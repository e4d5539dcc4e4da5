/**
 * Bundles what ships into dist/: the client, the language server, the command line, SQLite's WebAssembly, and the claims of
 * the seeds, built by the bundled command line itself.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { isMain, main, root, run, ScriptError } from "./project.ts";

const dist = join(root, "dist");

const common = {
	absWorkingDir: root,
	bundle: true,
	platform: "node",
	target: "node20",
	sourcemap: true,
	metafile: true,
	minifySyntax: true,
	minifyWhitespace: true,
	// Names stay, so that a stack trace in a bug report can be read.
	keepNames: true,
	legalComments: "none",
	logLevel: "warning",
} satisfies BuildOptions;

/** Builds dist/. @throws ScriptError when a part cannot be built. */
export async function buildAll(): Promise<void> {
	mkdirSync(dist, { recursive: true });
	const bundles = await Promise.all([bundleClient(), bundleServer()]).catch(() => {
		throw new ScriptError("esbuild could not bundle the sources, see above");
	});
	removeStale(bundles);
	cpSync(join(root, "node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm"), join(dist, "sqlite3.wasm"));
	writeFileSync(join(dist, "THIRD_PARTY_NOTICES.txt"), noticesOf(bundles));
	await buildSeeds();
}

/** VS Code loads the client with `require`. */
async function bundleClient(): Promise<Metafile> {
	const { metafile } = await build({
		...common,
		entryPoints: ["client/src/extension.ts"],
		outfile: "dist/extension.cjs",
		format: "cjs",
		external: ["vscode"],
	});
	return metafile;
}

/** The language server and the command line share their chunks; each command of the latter loads what it needs. */
async function bundleServer(): Promise<Metafile> {
	const { metafile } = await build({
		...common,
		entryPoints: { server: "server/src/lsp/main.ts", tickmark: "server/src/cli/main.ts" },
		outdir: "dist",
		outExtension: { ".js": ".mjs" },
		chunkNames: "chunk-[hash]",
		format: "esm",
		splitting: true,
		// CommonJS dependencies call `require` for Node's own modules.
		banner: {
			js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
		},
	});
	return metafile;
}

/** Chunks are named by their content: those of earlier builds stay behind. */
function removeStale(bundles: readonly Metafile[]): void {
	const made = new Set(bundles.flatMap(({ outputs }) => Object.keys(outputs).map((file) => basename(file))));
	for (const name of readdirSync(dist)) {
		if (/\.[cm]js(?:\.map)?$/.test(name) && !made.has(name)) {
			rmSync(join(dist, name));
		}
	}
}

/** The licences of the packages whose code is in the bundles. */
function noticesOf(bundles: readonly Metafile[]): string {
	const folders = new Set<string>();
	for (const { inputs } of bundles) {
		for (const file of Object.keys(inputs)) {
			const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
			if (folder) {
				folders.add(folder);
			}
		}
	}
	const notices = [...folders].sort().map((folder) => {
		const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
		const text = readdirSync(join(root, folder)).find((file) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(file));
		const body = text ? readFileSync(join(root, folder, text), "utf8").trim() : "";
		return `${name} ${version} (${license})\n\n${body}`.trim();
	});
	return `Tickmark contains code of these packages.\n\n${notices.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

async function buildSeeds(): Promise<void> {
	const database = join(dist, "seeds.db");
	const command = [join(dist, "tickmark.mjs"), "build", "--claims", database, "seeds"];
	const code = await run(process.execPath, command, { stdout: "ignore" });
	if (code !== 0 || !existsSync(database)) {
		throw new ScriptError(`the claims of seeds/ could not be built (exit code ${code}), see above`);
	}
}

if (isMain(import.meta.url)) {
	await main(async () => {
		await buildAll();
		return 0;
	});
}
