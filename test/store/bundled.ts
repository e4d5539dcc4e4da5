/** What `bundle.test.ts` bundles and runs: writes a database with the WebAssembly engine and reads it. */
import { ClaimsDatabaseError } from "../../server/src/store/errors.ts";
import { loadEngine } from "../../server/src/store/loadEngine.ts";
import { openDatabase } from "../../server/src/store/openDatabase.ts";
import { writeDatabase } from "../../server/src/store/writeDatabase.ts";
import { claimOf, source } from "./claims.ts";

const [, , file = "", wasmFile = ""] = process.argv;
const options = { engine: "wasm", ...(wasmFile ? { wasmFile } : {}) } as const;
try {
	await writeDatabase(file, { sources: [source], claims: [claimOf("a"), claimOf("b")] }, options);
	const database = await openDatabase(file, options);
	const claims = await database.allClaims();
	console.log(`${(await loadEngine(options)).name}: ${claims.map((claim) => claim.id).join(", ")}`);
	database.close();
} catch (error) {
	console.log(error instanceof ClaimsDatabaseError ? `${error.code}: ${error.message}` : error);
}
