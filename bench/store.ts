/**
 * `npm run bench:store [-- CLAIMS]`: how the claims database fares with a million claims, as ratios within one run.
 *
 * 1. Opening a file against reading as many bytes as it loads.
 * 2. Finding the candidates of 5,000 figures against one binary search each in a bare array of as many numbers.
 * 3. Finding them and reading their claims, the first time and again, against one SQL query per figure.
 *
 * A million claims take minutes to write: the file is kept in `.tsbuild/bench` for the next run. Each engine has a process of its
 * own, so that the memory it takes can be told.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BaseInterval, baseInterval } from "../server/src/core/claims/claimIndex.ts";
import type { ClaimQuery } from "../server/src/core/claims/database.ts";
import { Decimal } from "../server/src/core/decimal.ts";
import type { Claim, Source } from "../server/src/core/model.ts";
import { query } from "../server/src/store/engine.ts";
import { type EngineOptions, loadEngine } from "../server/src/store/loadEngine.ts";
import { loadNodeEngine } from "../server/src/store/nodeEngine.ts";
import { openDatabase } from "../server/src/store/openDatabase.ts";
import { schemaVersion } from "../server/src/store/schema.ts";
import { writeDatabase } from "../server/src/store/writeDatabase.ts";

const count = Number(process.argv[2] ?? 1_000_000);
const figures = 5000;

/** A small generator, so that every run has the same claims. */
function generator(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
}

function syntheticClaims(count: number): { sources: Source[]; claims: Claim[] } {
	const random = generator(1);
	const units = ["t", "kWh", "CNY", "USD", "%", "person", "m3", "tCO2e"];
	const sources = Array.from({ length: Math.ceil(count / 500) }, (_, i): Source => {
		const key = `source-${i}`;
		return {
			key,
			title: `Report ${i}`,
			publisher: "",
			published: "2023-06-29",
			language: "en",
			file: `${key}.txt`,
			sha256: "0".repeat(64),
		};
	});
	const claims = Array.from({ length: count }, (_, i): Claim => {
		const digits = 10 + random(9990);
		const exponent = random(8) - 2;
		const value = new Decimal(BigInt(digits), exponent);
		const half = new Decimal(5n, exponent - 1);
		const unit = units[random(units.length)] as string;
		const year = 2015 + random(9);
		return {
			id: `claim-${i}`,
			source: sources[Math.floor(i / 500)] as Source,
			entity: `Company ${random(400)}`,
			measure: `measure_${random(120)}`,
			words: ["total", "reported", `topic${random(500)}`],
			value,
			low: value.minus(half),
			high: value.plus(half),
			unit,
			currency: unit === "CNY" || unit === "USD" ? unit : null,
			qualifier: "exact",
			kind: "flow",
			period: { start: `${year}-01-01`, end: `${year}-12-31` },
			locator: { line: i % 500, start: (i % 500) * 90, end: (i % 500) * 90 + 8 },
			text: `In ${year} the company reported a total of ${value} ${unit} for topic ${random(500)}, after a review by its auditor.`,
			printed: `${value} ${unit}`,
			precision: exponent,
		};
	});
	return { sources, claims };
}

function queriesFor(claims: readonly Claim[]): { query: ClaimQuery; base: BaseInterval }[] {
	const random = generator(2);
	return Array.from({ length: figures }, () => {
		const claim = claims[random(claims.length)] as Claim;
		const base = baseInterval(claim) as BaseInterval;
		// As wide as a check asks for: a tenth either way.
		const range = { low: base.anchor * 0.9, high: base.anchor * 1.1 };
		return {
			base,
			query: {
				dimension: base.dimension,
				ranges: [range],
				also: [],
				measures: [claim.measure],
				entities: [claim.entity],
			},
		};
	});
}

function median(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}

async function timed(action: () => unknown): Promise<number> {
	const start = performance.now();
	await action();
	return performance.now() - start;
}

async function rounds(action: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 5; round += 1) {
		times.push(await timed(action));
	}
	return median(times);
}

/** The columns alone: what looking up takes before any claim is read. */
interface Indexed {
	readonly index: { candidates(query: ClaimQuery): readonly number[] };
}

async function measure(file: string, engine: NonNullable<EngineOptions["engine"]>): Promise<void> {
	await loadEngine({ engine });
	// Enough claims to ask about, without the memory of a million.
	const asked = queriesFor(syntheticClaims(Math.min(count, 20_000)).claims);
	const queries = asked.map(({ query }) => query);
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	let database = await openDatabase(file, { engine });
	globalThis.gc?.();
	const memory = process.memoryUsage().rss - before;
	const times: number[] = [];
	for (let round = 0; round < 5; round += 1) {
		database.close();
		times.push(
			await timed(async () => {
				database = await openDatabase(file, { engine });
			}),
		);
	}
	const opening = median(times);
	const { index } = database as unknown as Indexed;
	let found = 0;
	const candidates = await rounds(() => {
		found = 0;
		for (const query of queries) {
			found += index.candidates(query).length;
		}
	});
	const floor = await rounds(bareSearch(asked.map(({ base }) => base.anchor)));
	const cold = await timed(() => database.lookup(queries));
	const warm = await rounds(() => database.lookup(queries));
	database.close();
	const loaded = await loadedBytes(file, engine);
	const bytes = join(dirname(file), `bytes-${process.pid}`);
	writeFileSync(bytes, new Uint8Array(loaded));
	const reading = await rounds(() => readFileSync(bytes));
	rmSync(bytes);
	const raw = await (await loadEngine({ engine })).open(file, { check: false, copy: false });
	const statement = raw.prepare(
		"SELECT id FROM claim WHERE dimension = ? AND value BETWEEN ? AND ? ORDER BY abs(value - ?) LIMIT 32",
	);
	const sql = await timed(() => {
		for (const { query, base } of asked) {
			for (const range of query.ranges) {
				statement.all(query.dimension, range.low, range.high, base.anchor);
			}
		}
	});
	statement.close();
	raw.close();
	const each = (time: number): string => `${((time * 1000) / figures).toFixed(1)} µs a figure`;
	const ratio = (a: number, b: number): string => (a / b).toFixed(2);
	console.log(`${engine}, Node ${process.versions.node}: ${(found / figures).toFixed(0)} candidates a figure`);
	console.table({
		"opening / reading as many bytes": {
			measured: `${opening.toFixed(0)} ms`,
			ratio: ratio(opening, reading),
		},
		"memory for it": {
			measured: `${(memory / 1e6).toFixed(0)} MB, of which ${(loaded / 1e6).toFixed(0)} MB are columns`,
			ratio: "",
		},
		"candidates / a binary search": { measured: each(candidates), ratio: ratio(candidates, floor) },
		"candidates with claims, first / SQL": { measured: each(cold), ratio: ratio(cold, sql) },
		"candidates with claims, again / SQL": { measured: each(warm), ratio: ratio(warm, sql) },
	});
}

/** One search for each value in a sorted array of as many numbers as there are claims. */
function bareSearch(values: readonly number[]): () => void {
	const random = generator(3);
	const column = Float64Array.from({ length: count }, () => random(1e9)).sort();
	return () => {
		for (const value of values) {
			let low = 0;
			let high = column.length;
			while (low < high) {
				const middle = (low + high) >>> 1;
				if ((column[middle] as number) >= value) {
					high = middle;
				} else {
					low = middle + 1;
				}
			}
		}
	};
}

async function loadedBytes(file: string, engine: NonNullable<EngineOptions["engine"]>): Promise<number> {
	const raw = await (await loadEngine({ engine })).open(file, { check: false, copy: false });
	const [row] = query(raw, "SELECT sum(length(blob)) AS bytes FROM hot");
	raw.close();
	return Number(row?.bytes);
}

const folder = join(import.meta.dirname, "..", ".tsbuild", "bench");
const file = join(folder, `claims-${count}-schema-${schemaVersion}.db`);
const engine = process.argv[3] as NonNullable<EngineOptions["engine"]> | undefined;
if (engine) {
	await measure(file, engine);
} else {
	if (!existsSync(file)) {
		mkdirSync(folder, { recursive: true });
		console.log(`writing ${count.toLocaleString("en-US")} claims …`);
		const took = await timed(() => writeDatabase(file, syntheticClaims(count)));
		console.log(`written in ${(took / 1000).toFixed(0)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
	}
	console.log(`${count.toLocaleString("en-US")} claims, ${figures.toLocaleString("en-US")} figures; medians of 5 rounds`);
	for (const each of loadNodeEngine() ? (["node:sqlite", "wasm"] as const) : (["wasm"] as const)) {
		const argv = ["--expose-gc", ...process.execArgv, import.meta.filename, `${count}`, each];
		const { status } = spawnSync(process.execPath, argv, { stdio: "inherit" });
		process.exitCode ||= status ?? 1;
	}
}
