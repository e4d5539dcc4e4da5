/** SQLite as Node brings it along. */
import { checkStructure, type SqlDatabase, type SqlEngine, SqlError, type SqlRow, type SqlValue } from "./engine.ts";

/** The part of `node:sqlite` that is used here; the types for Node 20 do not have it. */
interface NodeSqlite {
	readonly DatabaseSync: new (path: string, options?: { readonly readOnly?: boolean }) => NodeDatabase;
}
interface NodeDatabase {
	exec(sql: string): void;
	prepare(sql: string): {
		all(...parameters: readonly SqlValue[]): unknown[];
		run(...parameters: readonly SqlValue[]): unknown;
	};
	close(): void;
}

let probed: SqlEngine | null | undefined;

/** The engine, or null where this runtime has none that works. Found out by trying: versions and builds differ. */
export function loadNodeEngine(): SqlEngine | null {
	probed ??= probe();
	return probed;
}

function probe(): SqlEngine | null {
	try {
		const sqlite = withoutWarnings(() => {
			const { getBuiltinModule } = process as { getBuiltinModule?: (id: string) => unknown };
			return getBuiltinModule?.("node:sqlite") as NodeSqlite | undefined;
		});
		if (!sqlite) {
			return null;
		}
		const trial = new sqlite.DatabaseSync(":memory:");
		trial.exec("CREATE VIRTUAL TABLE words USING fts5(word); INSERT INTO words VALUES ('x')");
		const copy = copyToMemory(sqlite, trial);
		trial.close();
		const found = copy.prepare("SELECT value FROM json_each('[1]'), words WHERE word MATCH 'x'").all();
		copy.close();
		return found.length === 1 ? engineOf(sqlite) : null;
	} catch {
		return null;
	}
}

/** Some versions announce on standard error that the module is experimental: nothing that a writer can act on. */
function withoutWarnings<T>(action: () => T): T {
	const emitWarning = process.emitWarning;
	process.emitWarning = () => {};
	try {
		return action();
	} finally {
		process.emitWarning = emitWarning;
	}
}

function engineOf(sqlite: NodeSqlite): SqlEngine {
	return {
		name: "node:sqlite",
		open: async (file, { check, copy }) => {
			const native = call(() => new sqlite.DatabaseSync(file, { readOnly: true }));
			const database = wrap(native);
			let keep = false;
			try {
				if (check) {
					checkStructure(database);
				}
				keep = !copy;
				return copy ? wrap(call(() => copyToMemory(sqlite, native))) : database;
			} finally {
				if (!keep) {
					database.close();
				}
			}
		},
		create: async (file, fill) => {
			const database = wrap(call(() => new sqlite.DatabaseSync(file)));
			try {
				// The file becomes the database only when it is complete, so that it needs no journal of its own on the way.
				database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
				await fill(database);
			} finally {
				database.close();
			}
		},
	};
}

let copies = 0;

/** A database in memory with the same content. The memory is shared for as long as it takes to fill it, under a name of its own. */
function copyToMemory(sqlite: NodeSqlite, database: NodeDatabase): NodeDatabase {
	copies += 1;
	const name = `file:tickmark-${copies}?mode=memory&cache=shared`;
	const copy = new sqlite.DatabaseSync(name);
	try {
		database.exec(`VACUUM INTO '${name}'`);
		return copy;
	} catch (error) {
		copy.close();
		throw error;
	}
}

function wrap(database: NodeDatabase): SqlDatabase {
	return {
		exec: (sql) => call(() => database.exec(sql)),
		prepare: (sql) => {
			const statement = call(() => database.prepare(sql));
			return {
				all: (...parameters) => call(() => statement.all(...parameters) as SqlRow[]),
				run: (...parameters) => {
					call(() => statement.run(...parameters));
				},
				close: () => {},
			};
		},
		close: () => call(() => database.close()),
	};
}

function call<T>(action: () => T): T {
	try {
		return action();
	} catch (error) {
		const { errcode } = error as { errcode?: unknown };
		throw typeof errcode === "number" ? new SqlError((error as Error).message, errcode, { cause: error }) : error;
	}
}
