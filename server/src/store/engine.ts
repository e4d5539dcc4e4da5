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

export interface SqlEngine {
	readonly name: "node:sqlite" | "wasm";
	/** Opens a file for reading. The file may be replaced while it is open. */
	open(file: string): Promise<SqlDatabase>;
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

/** Asks once: prepares, reads every row and frees the statement. */
export function query(database: SqlDatabase, sql: string, ...parameters: readonly SqlValue[]): SqlRow[] {
	const statement = database.prepare(sql);
	try {
		return statement.all(...parameters);
	} finally {
		statement.close();
	}
}
