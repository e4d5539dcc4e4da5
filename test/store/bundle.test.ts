import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { temporaryFolder } from "./support.ts";

describe("the store in a bundle", () => {
	const folder = temporaryFolder();
	const wasm = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
	before(async () => {
		await build({
			entryPoints: [fileURLToPath(new URL("./bundled.ts", import.meta.url))],
			outfile: folder.path("bundle", "store.mjs"),
			bundle: true,
			minify: true,
			platform: "node",
			target: "node20",
			format: "esm",
			logLevel: "error",
		});
		mkdirSync(folder.path("elsewhere"));
		copyFileSync(wasm, folder.path("elsewhere", "engine.wasm"));
	});

	/** Runs the bundle away from the project, and gives all that it wrote. */
	const run = (database: string, wasmFile = ""): string => {
		const { stdout, stderr } = spawnSync(
			process.execPath,
			[folder.path("bundle", "store.mjs"), folder.path(database), wasmFile],
			{
				cwd: folder.path("elsewhere"),
				encoding: "utf8",
			},
		);
		return stdout + stderr;
	};

	it("says what it lacks where sqlite3.wasm is missing", () => {
		assert.match(
			run("none.db", folder.path("nowhere.wasm")),
			/^engine: SQLite could not be loaded from .*nowhere\.wasm, so no claims database can be opened\. Reinstall Tickmark\.\n$/,
		);
	});

	it("takes sqlite3.wasm from where it is told, and prints nothing of its own", () => {
		assert.equal(run("told.db", folder.path("elsewhere", "engine.wasm")), "wasm: a, b\n");
	});

	it("takes sqlite3.wasm from beside itself", () => {
		copyFileSync(wasm, folder.path("bundle", "sqlite3.wasm"));
		assert.equal(run("beside.db"), "wasm: a, b\n");
	});
});
