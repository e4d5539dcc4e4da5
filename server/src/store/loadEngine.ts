/** Picks SQLite's engine: the one that comes with Node where the runtime has it, else the official WebAssembly build. */
import type { SqlEngine } from "./engine.ts";
import { loadNodeEngine } from "./nodeEngine.ts";
import { loadWasmEngine } from "./wasmEngine.ts";

export interface EngineOptions {
	/**
	 * Where `sqlite3.wasm` lies. A bundle gives its own copy; without it the file is looked for beside this module, then in
	 * the package `@sqlite.org/sqlite-wasm`.
	 */
	readonly wasmFile?: string;
	/** A particular engine; without it the best that the runtime has. */
	readonly engine?: SqlEngine["name"];
}

/** @throws ClaimsDatabaseError (code "engine") where no engine can be had. */
export async function loadEngine(options: EngineOptions = {}): Promise<SqlEngine> {
	const native = options.engine === "wasm" ? null : loadNodeEngine();
	if (native) {
		return native;
	}
	return await loadWasmEngine(options.wasmFile);
}
