/** Opens a database where `sqlite3.wasm` is missing, and prints what the user would read. */
import { ClaimsDatabaseError } from "../../server/src/store/errors.ts";
import { openDatabase } from "../../server/src/store/openDatabase.ts";

try {
	await openDatabase(process.argv[2] ?? "", { engine: "wasm", wasmFile: "/nowhere.wasm" });
} catch (error) {
	console.log(error instanceof ClaimsDatabaseError ? `${error.code}: ${error.message}` : error);
}
