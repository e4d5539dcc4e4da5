/** Builds a claims database from sources. */
import { createHash } from "node:crypto";
import { relative, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { extractClaims, extractorVersion } from "../core/claims/extract.ts";
import type { Glossary } from "../core/claims/glossary.ts";
import type { Claim, Source } from "../core/model.ts";
import { collectSources } from "../sources/collectSources.ts";
import { SourceError, type SourceProblem, sourceProblem } from "../sources/problems.ts";
import { type LoadedSource, loadSource, parseSource } from "../sources/readSource.ts";
import { ClaimsDatabaseError } from "./errors.ts";
import type { EngineOptions } from "./loadEngine.ts";
import { openDatabaseFile } from "./openDatabase.ts";
import { type ClaimNames, writeDatabase } from "./writeDatabase.ts";

export interface BuildOptions extends EngineOptions {
	/** Files, folders and globs. */
	readonly sources: readonly string[];
	/** The database file; what is unchanged in it is taken over. */
	readonly out: string;
	readonly glossary: Glossary;
	/** What the workspace adds to it; nothing where absent. */
	readonly additions?: string;
	/**
	 * The folder that the sources' paths are stored relative to, so that the database means the same on every machine and
	 * whoever builds it; without it paths are stored as they were given.
	 */
	readonly base?: string;
	/** Reads everything anew, also what has not changed. */
	readonly fresh?: boolean;
	readonly onProgress?: (progress: BuildProgress) => void;
	/** Aborting rejects the build with the signal's reason and leaves the old file as it was. */
	readonly signal?: AbortSignal;
}

export interface BuildProgress {
	/** How many sources are done. */
	readonly done: number;
	readonly total: number;
	/** The source that is next; "" when the file is being written. */
	readonly file: string;
}

/** What became of one source. */
export interface SourceReport {
	readonly file: string;
	/** "" for a skipped source. */
	readonly key: string;
	/** "unchanged": taken over from the old database. */
	readonly status: "read" | "unchanged" | "skipped";
	/** How many figures it has, dates and identifiers left out. */
	readonly figures: number;
	readonly claims: number;
	/** Figures that make no claim, with the reason. */
	readonly skipped: readonly { readonly text: string; readonly reason: string }[];
	/** Why it was skipped, or what was left out of it. */
	readonly problems: readonly SourceProblem[];
}

export interface BuildReport {
	readonly file: string;
	/** In the order of the files' names. */
	readonly sources: readonly SourceReport[];
	/** How many claims the database holds. */
	readonly claims: number;
}

interface Extracted {
	readonly source: Source;
	readonly claims: readonly Claim[];
	readonly record: SourceRecord;
	readonly report: SourceReport;
}

/** What the database keeps of a source for the next build. */
interface SourceRecord {
	/** Everything that decided its claims. */
	readonly inputs: string;
	readonly figures: number;
	readonly skipped: SourceReport["skipped"];
	readonly problems: readonly SourceProblem[];
}

/**
 * Builds `out` from the sources, or updates it: a source is read again only when its bytes, what is said of it, the glossary or the
 * extraction have changed. The same sources give the same file, whether it was built anew or updated.
 *
 * @throws SourceError when a path names nothing, or two sources have one key. A source that cannot be used is reported as skipped.
 * @throws ClaimsDatabaseError when the file cannot be written.
 */
export async function buildDatabase(options: BuildOptions): Promise<BuildReport> {
	const { out, glossary, signal, onProgress } = options;
	const files = (await collectSources(options.sources)).filter((file) => resolve(file) !== resolve(out));
	const old = options.fresh ? new Map<string, Extracted>() : await readOld(options);
	const circumstances = hashOf([`${extractorVersion}`, glossaryText(glossary)]);
	const extracted: Extracted[] = [];
	const reports: SourceReport[] = [];
	const byKey = new Map<string, string>();
	for (const [done, file] of files.entries()) {
		onProgress?.({ done, total: files.length, file });
		// Lets the editor's server answer between two sources, and lets an abort through.
		await setImmediate();
		signal?.throwIfAborted();
		const loaded = await loadSource(file);
		if ("skipped" in loaded) {
			reports.push({ file, key: "", status: "skipped", figures: 0, claims: 0, skipped: [], problems: [loaded.skipped] });
			continue;
		}
		const stored = { ...loaded, file: storedPath(loaded.file, options.base) };
		const inputs = hashOf([circumstances, stored.file, stored.sha256, stored.sidecar.text]);
		const result = old.get(inputs) ?? extract(stored, inputs, glossary);
		const other = byKey.get(result.source.key);
		if (other !== undefined) {
			throw new SourceError(sourceProblem("duplicate-key", file, other));
		}
		byKey.set(result.source.key, file);
		extracted.push(result);
		reports.push({ ...result.report, file });
	}
	onProgress?.({ done: files.length, total: files.length, file: "" });
	extracted.sort((a, b) => (a.source.key < b.source.key ? -1 : 1));
	const claims = extracted.flatMap((each) => each.claims);
	await writeDatabase(
		out,
		{
			sources: extracted.map((each) => each.source),
			claims,
			names: namesOf(glossary),
			records: new Map(extracted.map((each) => [each.source.key, JSON.stringify(each.record)])),
			glossary: glossaryHash(options.additions ?? ""),
		},
		options,
	);
	return { file: out, sources: reports, claims: claims.length };
}

function storedPath(file: string, base: string | undefined): string {
	const path = base === undefined ? file : relative(base, file);
	return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

function extract(loaded: LoadedSource, inputs: string, glossary: Glossary): Extracted {
	const { source, draft, problems } = parseSource(loaded);
	const { claims, skipped, figures } = extractClaims(draft, source, glossary);
	const report: SourceReport = {
		file: loaded.file,
		key: source.key,
		status: "read",
		figures,
		claims: claims.length,
		skipped,
		problems,
	};
	return { source, claims, report, record: { inputs, figures, skipped, problems } };
}

/** What the last build made of each source, by its inputs; nothing where there is no file that can be read. */
async function readOld({ out, ...options }: BuildOptions): Promise<Map<string, Extracted>> {
	const old = new Map<string, Extracted>();
	try {
		const database = await openDatabaseFile(out, options);
		try {
			const records = await database.records();
			const claims = new Map<string, Claim[]>(database.sources.map((source) => [source.key, []]));
			for (const claim of await database.allClaims()) {
				claims.get(claim.source.key)?.push(claim);
			}
			for (const source of database.sources) {
				const text = records.get(source.key);
				if (text !== undefined) {
					const record = JSON.parse(text) as SourceRecord;
					const { figures, skipped, problems } = record;
					const own = claims.get(source.key) ?? [];
					const report = { file: source.file, key: source.key, figures, claims: own.length, skipped, problems };
					old.set(record.inputs, { source, claims: own, record, report: { ...report, status: "unchanged" } });
				}
			}
		} finally {
			database.close();
		}
	} catch (error) {
		// A file that cannot be used is built anew.
		if (!(error instanceof ClaimsDatabaseError)) {
			throw error;
		}
	}
	return old;
}

/** What the glossary calls entities and measures, so that they can be searched for in any language. */
function namesOf(glossary: Glossary): ClaimNames {
	return {
		entity: (name) => glossary.entities.get(name)?.aliases ?? [],
		measure: (id) => Object.values(glossary.measures.get(id)?.label ?? {}),
	};
}

/** What a database keeps of the workspace's additions to the glossary, so that a change of them is seen. */
export function glossaryHash(additions: string): string {
	return additions === "" ? "" : hashOf([additions]);
}

function glossaryText(glossary: Glossary): string {
	return JSON.stringify([[...glossary.measures.values()], [...glossary.entities.values()]]);
}

function hashOf(parts: readonly string[]): string {
	return createHash("sha256").update(parts.join("\0")).digest("hex");
}
