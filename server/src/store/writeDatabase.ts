/** Writes a claims database file: complete or not at all. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { indexClaims } from "../core/claims/claimIndex.ts";
import type { Claim, Source } from "../core/model.ts";
import { claimColumns, claimRow, sourceColumns, sourceRow } from "./claimRows.ts";
import { type SqlDatabase, SqlError, type SqlValue } from "./engine.ts";
import { ClaimsDatabaseError } from "./errors.ts";
import { readHeader } from "./header.ts";
import { storeColumns } from "./hotColumns.ts";
import { type EngineOptions, loadEngine } from "./loadEngine.ts";
import { applicationId, createIndexes, createTables, schemaVersion } from "./schema.ts";
import { indexWords } from "./searchWords.ts";

/** What entities and measures are called, in every language: by these names `tickmark claims` finds them. */
export interface ClaimNames {
	entity(name: string): readonly string[];
	measure(id: string): readonly string[];
}

/** What goes into a claims database. */
export interface DatabaseContent {
	readonly sources: readonly Source[];
	/** Their sources must be among `sources`; their ids unique. */
	readonly claims: readonly Claim[];
	readonly names?: ClaimNames;
	/** What the builder keeps for its next run, by source key. */
	readonly records?: ReadonlyMap<string, string>;
	/** Stands for what the workspace adds to the glossary that the claims were read with; "" for nothing. */
	readonly glossary?: string;
}

export interface WriteOptions extends EngineOptions {
	readonly signal?: AbortSignal;
}

/**
 * Writes `content` to `file`, folders included. The file appears under its name only when it is complete and on disk; until
 * then, and when anything goes wrong, what was there before stays as it was. Equal content gives equal bytes with one engine.
 *
 * @throws ClaimsDatabaseError "unwritable", or "not-a-database" when the file is there and is something else.
 * @throws RangeError when a claim's source is not in the list or an id is not unique.
 */
export async function writeDatabase(file: string, content: DatabaseContent, options: WriteOptions = {}): Promise<void> {
	const version = checkContent(content);
	const engine = await loadEngine(options);
	try {
		await mkdir(dirname(resolve(file)), { recursive: true });
		// A link stays a link: what it points to is replaced.
		const target = await realpath(file).catch(() => resolve(file));
		if (await isForeign(target)) {
			throw new ClaimsDatabaseError("not-a-database", file);
		}
		await removeStale(target);
		const temporary = join(dirname(target), `${temporaryPrefix(target)}${process.pid}-${randomBytes(4).toString("hex")}.tmp`);
		try {
			await engine.create(temporary, (database) => fill(database, content, version, options.signal));
			await sync(temporary, "r+");
			options.signal?.throwIfAborted();
			await replace(temporary, target);
		} catch (error) {
			await rm(temporary, { force: true }).catch(() => {});
			throw error;
		}
	} catch (error) {
		throw options.signal?.aborted ? error : translate(error, file);
	}
}

/** What the system or SQLite says when a file cannot be written, in our words; anything else is a fault of ours. */
function translate(error: unknown, file: string): unknown {
	if (error instanceof SqlError) {
		// SQLite's result codes: read-only, input or output failed, disk full, cannot open.
		return [8, 10, 13, 14].includes(error.code)
			? new ClaimsDatabaseError("unwritable", file, { reason: error.message }, { cause: error })
			: error;
	}
	const code = (error as NodeJS.ErrnoException)?.code;
	return typeof code === "string" && /^E[A-Z]+$/.test(code)
		? new ClaimsDatabaseError("unwritable", file, { reason: code }, { cause: error })
		: error;
}

/** @returns a hash of the content. */
function checkContent({ sources, claims }: DatabaseContent): string {
	const keys = new Set(sources.map((source) => source.key));
	const ids = new Set<string>();
	const hash = createHash("sha256");
	for (const source of sources) {
		hash.update(JSON.stringify(sourceRow(source)));
	}
	for (const claim of claims) {
		if (!keys.has(claim.source.key)) {
			throw new RangeError(`the source ${claim.source.key} of claim ${claim.id} is missing`);
		}
		if (ids.has(claim.id)) {
			throw new RangeError(`two claims have the id ${claim.id}`);
		}
		ids.add(claim.id);
		const { source, entity, measure } = claim;
		hash.update(JSON.stringify([claimRow(claim, { source_id: source.key, entity_id: entity, measure_id: measure })]));
	}
	return hash.digest("hex");
}

async function fill(
	database: SqlDatabase,
	{ sources, claims, names, records, glossary = "" }: DatabaseContent,
	version: string,
	signal: AbortSignal | undefined,
): Promise<void> {
	database.exec(`PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA application_id = ${applicationId}; BEGIN`);
	database.exec(createTables);
	const meta = insert(database, "meta", ["name", "value"]);
	meta.run("schema_version", `${schemaVersion}`);
	meta.run("build_hash", version);
	meta.run("glossary", glossary);
	const source = insert(database, "source", ["id", ...sourceColumns, "record"]);
	for (const [id, each] of sources.entries()) {
		const row = sourceRow(each);
		source.run(id, ...sourceColumns.map((column) => row[column]), records?.get(each.key) ?? null);
	}
	const sourceIds = new Map(sources.map((each, id) => [each.key, id]));
	const columns = indexClaims(claims);
	const entityIds = insertNames(database, "entity", columns.entities);
	const measureIds = insertNames(database, "measure", columns.measures);
	const claim = insert(database, "claim", ["id", ...claimColumns]);
	const search = insert(database, "search", ["rowid", "entity", "measure", "words", "source", "text"]);
	const entityWords = remembered((name) => indexWords([name, ...(names?.entity(name) ?? [])].join(" / ")));
	const measureWords = remembered((id) => indexWords([id.replaceAll("_", " "), ...(names?.measure(id) ?? [])].join(" / ")));
	const sourceWords = remembered((title) => indexWords(title));
	const textWords = remembered((text) => indexWords(text));
	for (const [id, each] of claims.entries()) {
		if (id % 500 === 499) {
			await setImmediate();
			signal?.throwIfAborted();
		}
		const row = claimRow(each, {
			source_id: sourceIds.get(each.source.key) ?? 0,
			entity_id: entityIds.get(each.entity) ?? 0,
			measure_id: measureIds.get(each.measure) ?? 0,
		});
		claim.run(id, ...claimColumns.map((column) => row[column]));
		search.run(
			id,
			entityWords(each.entity),
			measureWords(each.measure),
			indexWords([...each.words, each.value?.toString() ?? "", each.unit ?? "", each.currency ?? ""].join(" / ")),
			sourceWords(`${each.source.key} / ${each.source.title} / ${each.source.publisher}`),
			textWords(each.text),
		);
	}
	// Some versions of Node hand an empty blob over as NULL.
	const hot = database.prepare("INSERT INTO hot (name, blob) VALUES (?, coalesce(?, x''))");
	for (const [name, blob] of storeColumns(columns)) {
		hot.run(name, blob);
	}
	for (const statement of [meta, source, claim, search, hot]) {
		statement.close();
	}
	await setImmediate();
	signal?.throwIfAborted();
	database.exec(createIndexes);
	database.exec("INSERT INTO search (search) VALUES ('optimize'); COMMIT");
}

function insert(database: SqlDatabase, table: string, columns: readonly string[]): ReturnType<SqlDatabase["prepare"]> {
	const list = columns.map((column) => `"${column}"`).join(", ");
	return database.prepare(`INSERT INTO ${table} (${list}) VALUES (${columns.map(() => "?").join(", ")})`);
}

function insertNames(database: SqlDatabase, table: "entity" | "measure", names: readonly string[]): Map<string, number> {
	const statement = insert(database, table, ["id", "name"]);
	for (const [id, name] of names.entries()) {
		statement.run(id, name satisfies SqlValue);
	}
	statement.close();
	return new Map(names.map((name, id) => [name, id]));
}

/** Claims of one sentence and one source share their words. */
function remembered(compute: (text: string) => string): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		let result = known.get(text);
		if (result === undefined) {
			result = compute(text);
			known.set(text, result);
		}
		return result;
	};
}

/** Whether the file is there and holds something that is not a claims database of any version: a draft, another program's data. */
async function isForeign(file: string): Promise<boolean> {
	try {
		return (await readHeader(file)).foreign;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") {
			return false;
		}
		throw error;
	}
}

/** Temporary files begin with this; the machine's name is in it because process ids mean something on one machine only. */
function temporaryPrefix(target: string): string {
	return `.${basename(target)}.${createHash("sha256").update(hostname()).digest("hex").slice(0, 6)}-`;
}

const day = 24 * 60 * 60 * 1000;

/** Removes what killed builds of this file have left. */
async function removeStale(target: string): Promise<void> {
	const folder = dirname(target);
	const own = temporaryPrefix(target);
	const any = `.${basename(target)}.`;
	for (const name of await readdir(folder)) {
		if (!name.startsWith(any) || !/-\d+-[0-9a-f]{8}\.tmp(-journal)?$/.test(name)) {
			continue;
		}
		const path = join(folder, name);
		const pid = Number(/-(\d+)-[0-9a-f]{8}\.tmp/.exec(name)?.[1]);
		const dead = name.startsWith(own) && !isRunning(pid);
		const modified = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
		if (dead || modified < Date.now() - day) {
			await rm(path, { force: true }).catch(() => {});
		}
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** @param flags how to open it: a folder only for reading; Windows writes a file through only when it is open for writing. */
async function sync(path: string, flags: "r" | "r+"): Promise<void> {
	const handle = await open(path, flags);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Moves the new file over the old one. On Windows that fails for as long as another program has the old one open. */
async function replace(temporary: string, target: string): Promise<void> {
	for (let wait = 10; ; wait *= 2) {
		try {
			await rename(temporary, target);
			break;
		} catch (error) {
			const code = (error as NodeJS.ErrnoException).code ?? "";
			if (process.platform !== "win32" || !["EPERM", "EACCES", "EBUSY"].includes(code) || wait > 2000) {
				throw error;
			}
			await setTimeout(wait);
		}
	}
	// What a program that changed the old file in place has left beside it must not be applied to the new one.
	for (const ending of ["-journal", "-wal", "-shm"]) {
		await rm(`${target}${ending}`, { force: true });
	}
	if (process.platform !== "win32") {
		// The new name must survive a power failure too.
		await sync(dirname(target), "r").catch(() => {});
	}
}
