/**
 * SQLite as WebAssembly. A file is read as a whole before it is opened, or where it is when it is too large for that, and written
 * as a whole when it is complete, so that no lock and no journal is ever needed.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import initialize, { type Database, type PreparedStatement, type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { checkStructure, type SqlDatabase, type SqlEngine, SqlError, type SqlRow, type SqlValue } from "./engine.ts";
import { ClaimsDatabaseError } from "./errors.ts";
import { fileSystem, WasmFiles } from "./wasmFiles.ts";

/** The part of the global that is used here; Node's types do not have it. */
declare const WebAssembly: {
	compile(bytes: Uint8Array): Promise<object>;
	instantiate(module: object, imports: object): Promise<object>;
};

/** What the package's types do not tell: it takes the options of every Emscripten module. */
type Initialize = (options: {
	readonly print: (text: string) => void;
	readonly printErr: (text: string) => void;
	readonly instantiateWasm: (imports: object, done: (instance: object, module: object) => void) => object;
}) => Promise<Sqlite3Static>;

let loading: Promise<SqlEngine> | undefined;

/** @throws ClaimsDatabaseError (code "engine") when `sqlite3.wasm` is missing or broken. */
export async function loadWasmEngine(wasmFile?: string): Promise<SqlEngine> {
	loading ??= load(wasmFile).catch((error) => {
		loading = undefined;
		throw error;
	});
	return await loading;
}

async function load(wasmFile: string | undefined): Promise<SqlEngine> {
	const { file, bytes } = await readWasm(wasmFile);
	let module: object;
	try {
		// Compiled here because the package never settles its promise when this fails.
		module = await WebAssembly.compile(bytes);
	} catch (cause) {
		throw new ClaimsDatabaseError("engine", file, {}, { cause });
	}
	const silent = (): void => {};
	// The package prints to the console by itself; standard output belongs to results and to the language server protocol.
	const globals = globalThis as { sqlite3ApiConfig?: unknown };
	globals.sqlite3ApiConfig = { debug: silent, warn: silent, error: silent, log: silent };
	const sqlite = await (initialize as unknown as Initialize)({
		print: silent,
		printErr: silent,
		instantiateWasm: (imports, done) => {
			void WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
			return {};
		},
	});
	return engineOf(sqlite);
}

async function readWasm(wasmFile: string | undefined): Promise<{ file: string; bytes: Uint8Array }> {
	const beside = fileURLToPath(new URL("./sqlite3.wasm", import.meta.url));
	const inPackage = (): string => createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
	let cause: unknown;
	for (const locate of wasmFile === undefined ? [() => beside, inPackage] : [() => wasmFile]) {
		try {
			const file = locate();
			return { file, bytes: await readFile(file) };
		} catch (error) {
			cause = error;
		}
	}
	throw new ClaimsDatabaseError("engine", wasmFile ?? beside, {}, { cause });
}

function engineOf(sqlite: Sqlite3Static): SqlEngine {
	const { capi, wasm, oo1 } = sqlite;
	const files = new WasmFiles(sqlite);
	const inMemory = async (file: string): Promise<Database> => {
		const { buffer, byteOffset, length } = await readFile(file);
		// The package takes a plain array only, no Buffer.
		const bytes = new Uint8Array(buffer, byteOffset, length);
		const database = new oo1.DB(":memory:");
		try {
			call(() => {
				const pointer = wasm.allocFromTypedArray(bytes);
				const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
				database.checkRc(
					capi.sqlite3_deserialize(database.pointer as number, "main", pointer, bytes.length, bytes.length, flags),
				);
			});
			return database;
		} catch (error) {
			database.close();
			throw error;
		}
	};
	const inPlace = (file: string): Database => {
		const filename = files.open(file);
		try {
			return call(() => new oo1.DB({ filename, flags: "r", vfs: fileSystem }));
		} finally {
			files.release(filename);
		}
	};
	return {
		name: "wasm",
		open: async (file, { check, copy }) => {
			const database = copy ? await inMemory(file) : inPlace(file);
			try {
				const opened = wrap(sqlite, database);
				opened.exec("PRAGMA temp_store = MEMORY");
				if (check) {
					checkStructure(opened);
				}
				return opened;
			} catch (error) {
				database.close();
				throw error;
			}
		},
		create: async (file, fill) => {
			const database = new oo1.DB(":memory:");
			try {
				await fill(wrap(sqlite, database));
				const bytes = call(() => capi.sqlite3_js_db_export(database.pointer as number));
				await writeFile(file, bytes, { flag: "wx" });
			} finally {
				database.close();
			}
		},
	};
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Text is read as bytes: the package's own reading drops a byte order mark at its beginning. */
function readColumn({ capi }: Sqlite3Static, statement: PreparedStatement, index: number): SqlValue {
	if (capi.sqlite3_column_type(statement.pointer as number, index) === capi.SQLITE_TEXT) {
		const bytes = statement.get(index, capi.SQLITE_BLOB) as Uint8Array | null;
		return bytes === null ? "" : decoder.decode(bytes);
	}
	return statement.get(index) as SqlValue;
}

function wrap(sqlite: Sqlite3Static, database: Database): SqlDatabase {
	return {
		exec: (sql) => {
			call(() => database.exec(sql));
		},
		prepare: (sql) => {
			const statement = call(() => database.prepare(sql));
			const bind = (parameters: readonly SqlValue[]): void => {
				if (parameters.length > 0) {
					statement.bind(parameters as SqlValue[]);
				}
			};
			return {
				all: (...parameters) =>
					call(() => {
						const rows: SqlRow[] = [];
						try {
							bind(parameters);
							const names = statement.getColumnNames();
							while (statement.step()) {
								rows.push(Object.fromEntries(names.map((name, i) => [name, readColumn(sqlite, statement, i)])));
							}
						} finally {
							statement.reset(true);
						}
						return rows;
					}),
				run: (...parameters) =>
					call(() => {
						try {
							bind(parameters);
							statement.step();
						} finally {
							statement.reset(true);
						}
					}),
				close: () => {
					statement.finalize();
				},
			};
		},
		close: () => database.close(),
	};
}

function call<T>(action: () => T): T {
	try {
		return action();
	} catch (error) {
		const { resultCode } = error as { resultCode?: unknown };
		throw typeof resultCode === "number" ? new SqlError((error as Error).message, resultCode, { cause: error }) : error;
	}
}
