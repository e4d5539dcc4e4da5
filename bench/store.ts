/**
 * How the claims database fares with 100,000 claims, as ratios. Run with `npx tsx bench/store.ts [CLAIMS]`.
 *
 * The yardstick of opening is reading every claim; that of looking up is one SQL query per figure over the same file.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BaseInterval, baseInterval } from "../server/src/core/claims/claimIndex.ts";
import type { ClaimQuery } from "../server/src/core/claims/database.ts";
import { createMemoryDatabase } from "../server/src/core/claims/memoryDatabase.ts";
import { Decimal } from "../server/src/core/decimal.ts";
import type { Claim, Source } from "../server/src/core/model.ts";
import { type EngineOptions, loadEngine } from "../server/src/store/loadEngine.ts";
import { loadNodeEngine } from "../server/src/store/nodeEngine.ts";
import { openDatabase } from "../server/src/store/openDatabase.ts";
import { writeDatabase } from "../server/src/store/writeDatabase.ts";

const count = Number(process.argv[2] ?? 100_000);
const figures = 5000;
const rounds = 5;

/** A small generator, so that every run has the same claims. */
function generator(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * limit);
	};
}

function syntheticClaims(): { sources: Source[]; claims: Claim[] } {
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
		const range = { low: base.low * 0.995, high: base.high * 1.005 };
		const powers = [-3, -2, -1, 1, 2, 3].map((power) => ({ low: range.low * 10 ** power, high: range.high * 10 ** power }));
		return {
			base,
			query: {
				dimension: base.dimension,
				ranges: [range, ...powers],
				also: [],
				measures: [claim.measure],
				entities: [claim.entity],
			},
		};
	});
}

async function median(action: () => Promise<void>): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const start = performance.now();
		await action();
		times.push(performance.now() - start);
	}
	return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
}

const folder = mkdtempSync(join(tmpdir(), "tickmark-bench-"));
try {
	const { sources, claims } = syntheticClaims();
	const asked = queriesFor(claims);
	const queries = asked.map(({ query }) => query);
	console.log(`${count} claims, ${figures} figures with 7 ranges each; medians of ${rounds} rounds`);
	const memory = createMemoryDatabase(claims, "bench");
	const inMemory = await median(async () => {
		await memory.lookup(queries);
	});
	const engines: NonNullable<EngineOptions["engine"]>[] = loadNodeEngine() ? ["node:sqlite", "wasm"] : ["wasm"];
	for (const engine of engines) {
		const file = join(folder, `${engine.replace(":", "-")}.db`);
		const started = performance.now();
		await writeDatabase(file, { sources, claims }, { engine });
		const writing = performance.now() - started;
		const opening = await median(async () => (await openDatabase(file, { engine })).close());
		const reading = await median(async () => {
			const database = await openDatabase(file, { engine });
			await database.allClaims();
			database.close();
		});
		const database = await openDatabase(file, { engine });
		const cold = performance.now();
		await database.lookup(queries);
		const first = performance.now() - cold;
		const again = await median(async () => {
			await database.lookup(queries);
		});
		database.close();
		const raw = await (await loadEngine({ engine })).open(file, { check: false, copy: false });
		const statement = raw.prepare(
			"SELECT id FROM claim WHERE dimension = ? AND value BETWEEN ? AND ? ORDER BY abs(value - ?) LIMIT 32",
		);
		const sql = await median(async () => {
			for (const { query, base } of asked) {
				for (const range of query.ranges) {
					statement.all(query.dimension, range.low, range.high, base.anchor);
				}
			}
		});
		statement.close();
		raw.close();
		const ratio = (a: number, b: number): string => (a / b).toFixed(3);
		console.log(`${engine}:`);
		console.log(`  writing / reading every claim                     ${ratio(writing, reading)}`);
		console.log(`  opening / reading every claim                     ${ratio(opening, reading)}`);
		console.log(`  first look-up of all figures / SQL per range      ${ratio(first, sql)}`);
		console.log(`  further look-ups / SQL per range                  ${ratio(again, sql)}`);
		console.log(`  further look-ups / the same in a memory database  ${ratio(again, inMemory)}`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
