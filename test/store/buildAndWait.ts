/** Starts to write a database, says "ready" when its temporary file is there, and waits to be killed. */
import { readdirSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { EngineOptions } from "../../server/src/store/loadEngine.ts";
import { writeDatabase } from "../../server/src/store/writeDatabase.ts";
import { claimOf, source } from "./claims.ts";

const [, , file = "", engine] = process.argv;

// The writer looks at the signal on its way: the place to stop it from outside.
const signal = new AbortController().signal;
signal.throwIfAborted = () => {
	if (readdirSync(dirname(file)).some((name) => name.endsWith(".tmp"))) {
		writeSync(1, "ready\n");
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	}
};
await writeDatabase(
	file,
	{ sources: [source], claims: Array.from({ length: 2000 }, (_, i) => claimOf(`killed-${i}`)) },
	{ engine: engine as NonNullable<EngineOptions["engine"]>, signal },
);
