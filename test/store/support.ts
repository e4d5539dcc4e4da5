import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineOptions } from "../../server/src/store/loadEngine.ts";
import { loadNodeEngine } from "../../server/src/store/nodeEngine.ts";

/** Every engine that this runtime has. */
export const engines: readonly NonNullable<EngineOptions["engine"]>[] = loadNodeEngine() ? ["node:sqlite", "wasm"] : ["wasm"];

/** A folder that is gone after the suite. */
export function temporaryFolder(): { path(...parts: string[]): string } {
	let folder = "";
	before(() => {
		folder = mkdtempSync(join(tmpdir(), "tickmark-"));
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return { path: (...parts) => join(folder, ...parts) };
}
