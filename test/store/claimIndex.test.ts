import assert from "node:assert/strict";
import fc from "fast-check";
import {
	type BaseInterval,
	baseInterval,
	ClaimIndex,
	candidatesBySubject,
	candidatesByValue,
	indexClaims,
	strangersByValue,
} from "../../server/src/core/claims/claimIndex.ts";
import type { ClaimQuery } from "../../server/src/core/claims/database.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import type { Claim } from "../../server/src/core/model.ts";
import { bounded, claimOf, source } from "./claims.ts";

const nothing: ClaimQuery = { dimension: "", ranges: [], also: [], measures: [], entities: [] };

async function found(claims: readonly Claim[], query: Partial<ClaimQuery>): Promise<string[]> {
	const [result] = await createMemoryDatabase(claims).lookup([{ ...nothing, ...query }]);
	return (result ?? []).map((claim) => claim.id);
}

const people = { unit: "person", entity: "", measure: "" };

describe("the claim index, by value", () => {
	it("finds what overlaps a range of its dimension, and nothing else", async () => {
		const claims = [
			claimOf("same", bounded(1000, 1000)),
			claimOf("kilograms", { ...bounded(1_000_000, 1_000_000), unit: "kg" }),
			claimOf("touching", bounded(1001, 1010)),
			claimOf("below", bounded(998, 998.5)),
			claimOf("above", bounded(1002, 1003)),
			claimOf("energy", { ...bounded(1000, 1000), unit: "kWh" }),
			claimOf("bare", { ...bounded(1000, 1000), unit: null }),
		];
		const ids = await found(claims, { dimension: "mass", ranges: [{ low: 999_000, high: 1_001_000 }] });
		assert.deepEqual(ids.sort(), ["kilograms", "same", "touching"]);
	});

	it("keeps currencies apart, and looks into other dimensions when asked", async () => {
		const claims = ["CNY", "USD", "EUR"].map((currency) => claimOf(currency, { ...bounded(100, 100), unit: currency, currency }));
		const range = { low: 99, high: 101 };
		assert.deepEqual(await found(claims, { dimension: "money:CNY", ranges: [range] }), ["CNY"]);
		assert.deepEqual(
			await found(claims, { dimension: "money:CNY", ranges: [range], also: [{ dimension: "money:USD", ...range }] }),
			["CNY", "USD"],
		);
	});

	it("finds an open claim for a value inside it, and a closed claim for an open range", async () => {
		const over = claimOf("over 360 million", { ...people, ...bounded(360e6, null) });
		const exact = claimOf("362.5 million", { ...people, ...bounded(362.5e6, 362.5e6) });
		const under = claimOf("under 400 million", { ...people, ...bounded(null, 400e6) });
		const claims = [over, exact, under];
		const around = await found(claims, { dimension: "count", ranges: [{ low: 362.4e6, high: 362.6e6 }] });
		assert.deepEqual(around.sort(), ["362.5 million", "over 360 million", "under 400 million"]);
		const above = await found(claims, { dimension: "count", ranges: [{ low: 361e6, high: Number.POSITIVE_INFINITY }] });
		assert.ok(above.includes("362.5 million"));
		const below = await found(claims, { dimension: "count", ranges: [{ low: Number.NEGATIVE_INFINITY, high: 365e6 }] });
		assert.ok(below.includes("362.5 million"));
	});

	it("does not find an open claim for a value that it cannot speak of", async () => {
		const claims = [
			claimOf("over", bounded(360, null)),
			claimOf("under", bounded(null, 360)),
			claimOf("over nothing", bounded(0, null)),
		];
		assert.deepEqual(await found(claims, { dimension: "mass", ranges: [{ low: 5e6, high: 5e6 }] }), []);
		assert.deepEqual(await found(claims, { dimension: "mass", ranges: [{ low: 1000, high: 1000 }] }), []);
	});

	it("cuts open ends on the far side of zero too", () => {
		const interval = (low: number | null, high: number | null): unknown => {
			const base = baseInterval(claimOf("x", { ...bounded(low, high), unit: null }));
			return base && [base.low, base.high];
		};
		assert.deepEqual(interval(100, null), [100, 200]);
		assert.deepEqual(interval(null, 100), [50, 100]);
		assert.deepEqual(interval(-100, null), [-100, -50]);
		assert.deepEqual(interval(null, -100), [-200, -100]);
		assert.equal(baseInterval(claimOf("x", { value: null, low: null, high: null })), null);
	});

	it("finds negative values, zero and ranges", async () => {
		const claims = [
			claimOf("loss", { ...bounded(-5, -5), unit: "%" }),
			claimOf("zero", { ...bounded(0, 0), unit: "%" }),
			claimOf("between", { ...bounded(10, 15), value: null, unit: "%" }),
		];
		for (const [id, value] of [
			["loss", -5],
			["zero", 0],
			["between", 12],
		] as const) {
			const asked = baseInterval(claimOf("asked", { ...bounded(value, value), unit: "%" }));
			assert.ok(asked);
			assert.deepEqual(await found(claims, { dimension: asked.dimension, ranges: [asked] }), [id]);
		}
	});

	it("gives the closest first, and those of the asked entity and measure before them", async () => {
		const claims = [
			claimOf("far", { ...bounded(1040, 1040), entity: "A", measure: "m" }),
			claimOf("near", { ...bounded(1001, 1001), entity: "A", measure: "m" }),
			claimOf("other measure", { ...bounded(1000, 1000), entity: "A", measure: "n" }),
			claimOf("other entity", { ...bounded(1000, 1000), entity: "B", measure: "m" }),
			claimOf("stranger", { ...bounded(1000, 1000), entity: "B", measure: "n" }),
		];
		const query = { dimension: "mass", ranges: [{ low: 900_000, high: 1_100_000 }], measures: ["m"], entities: ["A"] };
		assert.deepEqual(await found(claims, query), ["near", "far", "other measure", "other entity", "stranger"]);
	});

	it("puts claims that name no entity or measure between those that are asked for and others, of which it gives a few only", async () => {
		const claims = [
			...Array.from({ length: 40 }, (_, i) => claimOf(`stranger ${i}`, { entity: "B", measure: "n" })),
			...Array.from({ length: 12 }, (_, i) => claimOf(`own ${i}`, { ...bounded(1040, 1040), entity: "A", measure: "n" })),
			claimOf("nameless", { ...bounded(1020, 1020), entity: "", measure: "" }),
		];
		const query = { dimension: "mass", ranges: [{ low: 900_000, high: 1_100_000 }], measures: ["m"], entities: ["A"] };
		const ids = await found(claims, query);
		assert.ok(ids.slice(0, 12).every((id) => id.startsWith("own")));
		assert.equal(ids[12], "nameless");
		assert.equal(ids.length, 13 + strangersByValue);
	});

	it("gives a claim once, however many ranges find it", async () => {
		const range = { low: 900_000, high: 1_100_000 };
		const query = { dimension: "mass", ranges: [range, range], also: [{ dimension: "mass", ...range }], measures: ["waste"] };
		assert.deepEqual(await found([claimOf("one")], query), ["one"]);
	});

	it("gives a few dozen at most", async () => {
		const claims = Array.from({ length: 3000 }, (_, i) => claimOf(`${i}`));
		const all = await found(claims, {
			dimension: "mass",
			ranges: [{ low: 1, high: 1e9 }],
			measures: ["waste"],
			entities: ["WeBank"],
		});
		assert.ok(all.length <= candidatesByValue + strangersByValue + candidatesBySubject);
	});

	it("finds exactly what a look at every claim finds", () => {
		const value = fc.integer({ min: -30, max: 30 });
		const claims = fc.array(
			fc.record({ a: value, b: value, unit: fc.constantFrom("t", "kWh", null) }).map(({ a, b, unit }) => ({
				...bounded(Math.min(a, b), Math.max(a, b)),
				unit,
			})),
			{ maxLength: 120 },
		);
		fc.assert(
			fc.property(claims, value, value, fc.constantFrom("t", "kWh", null), (given, a, b, unit) => {
				const list = given.map((one, i) => claimOf(`${i}`, one));
				const [asked] = [claimOf("query", { ...bounded(Math.min(a, b), Math.max(a, b)), unit })].map(baseInterval);
				assert.ok(asked);
				const expected = list.flatMap((claim, row) => {
					const base = baseInterval(claim);
					return base && base.dimension === asked.dimension && base.low <= asked.high && base.high >= asked.low ? [row] : [];
				});
				const rows = new ClaimIndex(indexClaims(list)).candidates({ ...nothing, dimension: asked.dimension, ranges: [asked] });
				assert.equal(new Set(rows).size, rows.length);
				if (expected.length <= candidatesByValue) {
					assert.deepEqual(
						rows.sort((x, y) => x - y),
						expected,
					);
				} else {
					assert.equal(rows.length, candidatesByValue);
					assert.ok(rows.every((row) => expected.includes(row)));
				}
			}),
		);
	});
});

describe("the claim index, among many claims of about the same value", () => {
	const units = ["t", "kWh"];
	const random = (() => {
		let state = 1;
		return (limit: number): number => {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return Math.floor((state / 2 ** 32) * limit);
		};
	})();
	const claims = Array.from({ length: 6000 }, (_, i) => {
		const value = 900 + random(200);
		// Now and then an interval that reaches far, or one with a single end.
		const [low, high] = i % 500 === 0 ? [1, 950] : i % 50 === 0 ? [value, null] : [value - 0.5, value + 0.5];
		return claimOf(`${i}`, {
			...bounded(low as number, high as number | null),
			unit: units[random(2)] as string,
			entity: ["A", "B", "C", ""][random(4)] as string,
			measure: ["m", "n", "o", ""][random(4)] as string,
		});
	});
	const index = new ClaimIndex(indexClaims(claims));
	const range = { low: 920_000, high: 1_080_000 };
	const overlapping = claims.flatMap((claim, row) => {
		const base = baseInterval(claim);
		return base?.dimension === "mass" && base.low <= range.high && base.high >= range.low ? [{ claim, row, base }] : [];
	});
	const middle = 1_000_000;
	const distance = ({ base }: { base: BaseInterval }): number =>
		Math.abs(base.anchor - middle) / Math.max(Math.abs(base.anchor), middle);

	it("gives those of the asked entity and measure first, the closest before others", () => {
		const rows = index.candidates({ ...nothing, dimension: "mass", ranges: [range], measures: ["m"], entities: ["A"] });
		const best = overlapping
			.filter(({ claim }) => claim.entity === "A" && claim.measure === "m")
			.sort((a, b) => distance(a) - distance(b) || a.row - b.row)
			.slice(0, candidatesByValue);
		assert.equal(best.length, candidatesByValue);
		const given = rows.slice(0, candidatesByValue).map((row) => overlapping.find((one) => one.row === row));
		assert.ok(given.every((one) => one?.claim.entity === "A" && one.claim.measure === "m"));
		assert.deepEqual(
			given.map((one) => one && distance(one)),
			best.map(distance),
		);
	});

	it("gives a few of any other entity and measure, the closest", () => {
		const rows = index.candidates({ ...nothing, dimension: "mass", ranges: [range], measures: ["m"], entities: ["nobody"] });
		const strangers = rows.slice(candidatesByValue);
		assert.equal(strangers.length, strangersByValue);
		for (const row of strangers) {
			const one = overlapping.find((each) => each.row === row);
			assert.ok(one && distance(one) < 0.01, `${row}`);
		}
	});

	it("gives nothing that does not overlap", () => {
		const rows = index.candidates({ ...nothing, dimension: "mass", ranges: [range] });
		assert.equal(rows.length, candidatesByValue);
		assert.ok(rows.every((row) => overlapping.some((one) => one.row === row)));
	});

	it("finds a wide interval that begins far below", () => {
		const wide = claimOf("wide", { ...bounded(1, 2000), entity: "D", measure: "p" });
		const rows = new ClaimIndex(indexClaims([...claims, wide])).candidates({
			...nothing,
			dimension: "mass",
			ranges: [range],
			measures: ["p"],
			entities: ["D"],
		});
		assert.equal(rows[0], claims.length);
	});
});

describe("the claim index, by subject", () => {
	const year = (y: number): Claim["period"] => ({ start: `${y}-01-01`, end: `${y}-12-31` });
	const claims = [
		claimOf("waste 2021", { period: year(2021) }),
		claimOf("waste 2023", { period: year(2023) }),
		claimOf("waste 2022", { period: year(2022) }),
		claimOf("waste in money", { period: year(2023), unit: "CNY", currency: "CNY" }),
		claimOf("water", { measure: "water" }),
		claimOf("other bank", { entity: "MYbank" }),
	];

	it("finds the claims of an entity's measure, the newest first, those of another dimension last", async () => {
		assert.deepEqual(await found(claims, { dimension: "mass", measures: ["waste"], entities: ["WeBank"] }), [
			"waste 2023",
			"waste 2022",
			"waste 2021",
			"waste in money",
		]);
	});

	it("puts the claims of the asked period first, then those whose period overlaps", async () => {
		const query = { dimension: "mass", measures: ["waste"], entities: ["WeBank"] };
		assert.equal((await found(claims, { ...query, period: year(2021) }))[0], "waste 2021");
		const half = { start: "2022-01-01", end: "2022-06-30" };
		assert.equal((await found(claims, { ...query, period: half }))[0], "waste 2022");
	});

	it("finds the asked period among a great many newer and older claims", async () => {
		const many = Array.from({ length: 3000 }, (_, i) => claimOf(`${i}`, { period: year(1000 + (i % 1000)) }));
		const ids = await found(many, { dimension: "mass", measures: ["waste"], entities: ["WeBank"], period: year(1500) });
		assert.deepEqual(ids.slice(0, 3).sort(), ["1500", "2500", "500"]);
	});

	it("takes an empty list for any, and two empty lists for none", async () => {
		assert.deepEqual((await found(claims, { entities: ["MYbank"] })).sort(), ["other bank"]);
		assert.deepEqual((await found(claims, { measures: ["water", "waste"] })).length, claims.length);
		assert.deepEqual(await found(claims, {}), []);
	});

	it("finds nothing for names that no claim has", async () => {
		assert.deepEqual(await found(claims, { measures: ["waste"], entities: ["Nobody"] }), []);
		assert.deepEqual(await found(claims, { measures: ["nothing"], entities: [] }), []);
	});

	it("finds claims that have no value", async () => {
		const claim = claimOf("none", { value: null, low: null, high: null });
		assert.deepEqual(await found([claim], { dimension: "mass", ranges: [{ low: 0, high: 1e9 }] }), []);
		assert.deepEqual(await found([claim], { measures: ["waste"] }), ["none"]);
	});
});

describe("the memory database", () => {
	it("answers each query in its place", async () => {
		const database = createMemoryDatabase([claimOf("a", bounded(1, 1)), claimOf("b", bounded(2, 2))]);
		const query = (value: number): ClaimQuery => ({
			...nothing,
			dimension: "mass",
			ranges: [{ low: value * 1000, high: value * 1000 }],
		});
		const answers = await database.lookup([query(2), query(3), query(1)]);
		assert.deepEqual(
			answers.map((claims) => claims.map((claim) => claim.id)),
			[["b"], [], ["a"]],
		);
	});

	it("has the sources of its claims, and a version that changes with them", () => {
		const one = createMemoryDatabase([claimOf("a")]);
		assert.deepEqual(one.sources, [source]);
		assert.equal(one.version, createMemoryDatabase([claimOf("a")]).version);
		assert.notEqual(one.version, createMemoryDatabase([claimOf("a", bounded(999, 999))]).version);
		assert.notEqual(one.version, createMemoryDatabase([claimOf("a"), claimOf("b")]).version);
		assert.equal(createMemoryDatabase([], "mine").version, "mine");
	});

	it("is empty without claims", async () => {
		const database = createMemoryDatabase([]);
		assert.deepEqual(
			await database.lookup([{ ...nothing, dimension: "mass", ranges: [{ low: 0, high: 1 }], measures: ["waste"] }]),
			[[]],
		);
		assert.deepEqual(database.sources, []);
	});
});
