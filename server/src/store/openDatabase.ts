/** Opens claims database files. */
import { stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { ClaimIndex } from "../core/claims/claimIndex.ts";
import type { ClaimsDatabase } from "../core/claims/database.ts";
import type { Claim, Source } from "../core/model.ts";
import { claimAsJson, readClaim, readSourceRow, sourceAsJson } from "./claimRows.ts";
import { query, type SqlDatabase, SqlError, type SqlRow, type SqlStatement } from "./engine.ts";
import { ClaimsDatabaseError } from "./errors.ts";
import { readHeader } from "./header.ts";
import { readColumns } from "./hotColumns.ts";
import { type EngineOptions, loadEngine } from "./loadEngine.ts";
import { schemaVersion } from "./schema.ts";
import { matchExpression } from "./searchWords.ts";

/** A claims database that is open: more than the engine needs, for commands that list and search. */
export interface OpenClaimsDatabase extends ClaimsDatabase {
	/** Stands for what the workspace had added to the glossary when the sources were read; "" for nothing. */
	readonly glossary: string;
	/**
	 * Claims whose entity, measure, words, source or text hold every word of `text`, best first; the first claims of the
	 * database when `text` has no words.
	 */
	search(text: string, limit: number): Promise<readonly Claim[]>;
	/** In the order of the sources and of their text. */
	allClaims(): Promise<readonly Claim[]>;
	/** Frees the file and the memory once the questions that are under way have been answered; nothing may be asked afterwards. */
	close(): void;
}

/** How many claims are read before others get a turn. */
const batch = 1000;
/** How many claims are kept once they have been read. */
const kept = 50_000;
/** Up to this size, in bytes, a file's structure is checked as a whole when it is opened; it takes a few milliseconds. */
const checkedSize = 16 * 1024 * 1024;
/** Up to this size a file is read into memory, so that it may also be overwritten in place; above, it may only be replaced by a rename. */
const copiedSize = 64 * 1024 * 1024;

/**
 * Opens a claims database. It shows what the file held at this moment: a rebuild does not disturb it and has to be opened anew.
 *
 * @throws ClaimsDatabaseError when the file is missing, unreadable, locked, something else, damaged, or of another version.
 */
export async function openDatabase(file: string, options: EngineOptions = {}): Promise<OpenClaimsDatabase> {
	return await openDatabaseFile(file, options);
}

/** `openDatabase` for the builder. */
export async function openDatabaseFile(file: string, options: EngineOptions = {}): Promise<DatabaseFile> {
	const size = await checkFile(file);
	const engine = await loadEngine(options);
	let database: SqlDatabase | undefined;
	try {
		database = await engine.open(file, {
			check: size <= checkedSize,
			// Windows does not let anyone replace a file that is open, so there none stays open.
			copy: size <= copiedSize || process.platform === "win32",
		});
		checkSchema(database, file);
		return new DatabaseFile(file, database);
	} catch (error) {
		database?.close();
		throw translate(error, file);
	}
}

/** @returns the size in bytes. */
async function checkFile(file: string): Promise<number> {
	try {
		const { foreign, complete } = await readHeader(file);
		if (foreign) {
			throw new ClaimsDatabaseError("not-a-database", file);
		}
		// A journal means that another program is in the middle of a change, or died there.
		const journal = await stat(`${file}-journal`).catch(() => null);
		if (journal && journal.size > 0) {
			throw new ClaimsDatabaseError("locked", file);
		}
		if (!complete) {
			throw new ClaimsDatabaseError("corrupt", file);
		}
		return (await stat(file)).size;
	} catch (error) {
		throw translate(error, file);
	}
}

function checkSchema(database: SqlDatabase, file: string): void {
	const written = Number(readMeta(database).get("schema_version"));
	if (written !== schemaVersion) {
		const code = written > schemaVersion ? "newer" : written < schemaVersion ? "older" : "corrupt";
		throw new ClaimsDatabaseError(code, file, { schema: written, reads: schemaVersion });
	}
}

function readMeta(database: SqlDatabase): Map<string, string> {
	return new Map(query(database, "SELECT name, value FROM meta").map((row) => [`${row.name}`, `${row.value}`]));
}

/** Whatever went wrong with the file, in our words. */
function translate(error: unknown, file: string): unknown {
	if (error instanceof ClaimsDatabaseError) {
		return error;
	}
	const options = { cause: error };
	if (error instanceof SqlError) {
		// SQLite's result codes: busy and locked; a journal that has to be rolled back first (read-only, cannot open); no permission.
		const code = [5, 6, 8].includes(error.code) ? "locked" : [3, 14, 23].includes(error.code) ? "unreadable" : "corrupt";
		return new ClaimsDatabaseError(code, file, { reason: error.message }, options);
	}
	const code = (error as NodeJS.ErrnoException)?.code;
	if (code === "ENOENT" || code === "ENOTDIR") {
		return new ClaimsDatabaseError("missing", file, {}, options);
	}
	if (code === "EBUSY") {
		return new ClaimsDatabaseError("locked", file, {}, options);
	}
	if (typeof code === "string" && /^E[A-Z]+$/.test(code)) {
		return new ClaimsDatabaseError("unreadable", file, { reason: code }, options);
	}
	// A column that does not fit, a row that cannot be read.
	if (error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError) {
		return new ClaimsDatabaseError("corrupt", file, {}, options);
	}
	return error;
}

export class DatabaseFile implements OpenClaimsDatabase {
	readonly version: string;
	readonly glossary: string;
	readonly sources: readonly Source[];
	private readonly file: string;
	private readonly database: SqlDatabase;
	private readonly index: ClaimIndex;
	/** Names by number, for `readClaim`. */
	readonly entities: readonly string[];
	readonly measures: readonly string[];
	private readonly claims = new Map<number, Claim>();
	private readonly byRows: SqlStatement;
	private readonly byWords: SqlStatement;
	private underWay = 0;
	private closed = false;

	constructor(file: string, database: SqlDatabase) {
		this.file = file;
		this.database = database;
		const meta = readMeta(database);
		this.version = meta.get("build_hash") ?? "";
		this.glossary = meta.get("glossary") ?? "";
		this.sources = query(database, `SELECT ${sourceAsJson} AS source FROM source ORDER BY id`).map(({ source }) =>
			readSourceRow(source as string),
		);
		// One column at a time, so that no two copies of all of them are ever in memory.
		const hot = database.prepare("SELECT blob FROM hot WHERE name = ?");
		const columns = readColumns((name) => {
			const [row] = hot.all(name);
			return row && ((row.blob ?? new Uint8Array()) as Uint8Array);
		});
		hot.close();
		this.index = new ClaimIndex(columns);
		this.entities = columns.entities;
		this.measures = columns.measures;
		this.byRows = database.prepare(`SELECT ${claimAsJson} AS claim FROM claim WHERE id IN (SELECT value FROM json_each(?))`);
		this.byWords = database.prepare(
			"SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY bm25(search, 8, 8, 4, 1, 2), rowid LIMIT ?",
		);
	}

	lookup: ClaimsDatabase["lookup"] = (queries) =>
		this.answer(async () => {
			const rows = queries.map((query) => this.index.candidates(query));
			const claims = await this.fetch(rows.flat());
			return rows.map((list) => list.map((row) => claims.get(row) as Claim));
		});

	search(text: string, limit: number): Promise<readonly Claim[]> {
		return this.answer(async () => {
			const expression = matchExpression(text);
			const rows = expression
				? this.byWords.all(expression, limit)
				: query(this.database, "SELECT id FROM claim ORDER BY id LIMIT ?", limit);
			return await this.list(rows);
		});
	}

	allClaims(): Promise<readonly Claim[]> {
		return this.answer(() => this.list(query(this.database, "SELECT id FROM claim ORDER BY id")));
	}

	/** What the builder keeps of each source, by its key. */
	records(): Promise<ReadonlyMap<string, string>> {
		return this.answer(async () => {
			const rows = query(this.database, "SELECT key, record FROM source WHERE record IS NOT NULL");
			return new Map(rows.map((row) => [`${row.key}`, `${row.record}`]));
		});
	}

	close(): void {
		this.closed = true;
		this.free();
	}

	private free(): void {
		if (this.closed && this.underWay === 0) {
			this.byRows.close();
			this.byWords.close();
			this.database.close();
			this.underWay = Number.POSITIVE_INFINITY;
		}
	}

	private async answer<T>(question: () => Promise<T>): Promise<T> {
		if (this.closed) {
			throw new Error(`the claims database ${this.file} has been closed`);
		}
		this.underWay += 1;
		try {
			return await question();
		} catch (error) {
			throw translate(error, this.file);
		} finally {
			this.underWay -= 1;
			this.free();
		}
	}

	private async list(rows: readonly SqlRow[]): Promise<Claim[]> {
		const ids = rows.map((row) => Number(row.id));
		const claims = await this.fetch(ids);
		return ids.map((id) => claims.get(id) as Claim);
	}

	private async fetch(rows: readonly number[]): Promise<ReadonlyMap<number, Claim>> {
		const found = new Map<number, Claim>();
		const missing: number[] = [];
		for (const row of new Set(rows)) {
			const claim = this.claims.get(row);
			if (claim) {
				found.set(row, claim);
			} else {
				missing.push(row);
			}
		}
		if (this.claims.size + missing.length > kept) {
			this.claims.clear();
		}
		for (let next = 0; next < missing.length; next += batch) {
			if (next > 0) {
				await setImmediate();
			}
			for (const { row, claim } of this.read(missing.slice(next, next + batch))) {
				found.set(row, claim);
				if (this.claims.size < kept) {
					this.claims.set(row, claim);
				}
			}
		}
		return found;
	}

	private read(rows: readonly number[]): { readonly row: number; readonly claim: Claim }[] {
		const found = this.byRows.all(JSON.stringify(rows)).map(({ claim }) => readClaim(claim as string, this));
		if (found.length !== rows.length) {
			throw new RangeError("the index names claims that are not there");
		}
		return found;
	}
}
