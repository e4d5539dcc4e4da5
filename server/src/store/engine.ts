/** SQLite behind one small interface, so that nothing else knows which engine it is. */

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqlStatement {
	all(...parameters: readonly SqlValue[]): SqlRow[];
	run(...parameters: readonly SqlValue[]): void;
	/** Frees the statement. */
	close(): void;
}

/** An open database. What fails throws a `SqlError`. */
export interface SqlDatabase {
	exec(sql: string): void;
	prepare(sql: string): SqlStatement;
	close(): void;
}

export interface OpenOptions {
	/** Looks through the whole file first; what is damaged is a `SqlError` of code 11. */
	readonly check: boolean;
	/** Reads all of it into memory and lets go of the file, which may then be written in place, too. */
	readonly copy: boolean;
}

export interface SqlEngine {
	readonly name: "node:sqlite" | "wasm";
	/** Opens a file for reading. It may be replaced by a rename while it is open. */
	open(file: string, options: OpenOptions): Promise<SqlDatabase>;
	/**
	 * Creates the database `file`, which must not exist, from what `fill` puts into it. The bytes depend on nothing else.
	 * They have been handed to the operating system when the promise resolves, not necessarily to the disk.
	 */
	create(file: string, fill: (database: SqlDatabase) => Promise<void>): Promise<void>;
}

/** What SQLite reports; `code` is its primary result code (5 busy, 11 corrupt, 26 not a database, …). */
export class SqlError extends Error {
	override readonly name = "SqlError";
	readonly code: number;

	constructor(message: string, code: number, options?: ErrorOptions) {
		super(message, options);
		this.code = code & 0xff;
	}
}

/** @throws SqlError of code 11 when the file's structure is damaged. */
export function checkStructure(database: SqlDatabase): void {
	const [result] = query(database, "PRAGMA quick_check(1)");
	if (result?.quick_check !== "ok") {
		throw new SqlError(`${result?.quick_check}`, 11);
	}
}

/** Asks once: prepares, reads every row and frees the statement. */
export function query(database: SqlDatabase, sql: string, ...parameters: readonly SqlValue[]): SqlRow[] {
	const statement = database.prepare(sql);
	try {
		return statement.all(...parameters);
	} finally {
		statement.close();
	}
}
