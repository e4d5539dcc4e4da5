/** The tables must not contradict each other: a word that is added twice for two meanings is a mistake. */
import assert from "node:assert/strict";
import { currencies } from "../../../server/data/figures/currencies.ts";
import { classifiers, type NounRow, nouns } from "../../../server/data/figures/nouns.ts";
import { qualifiersAfter, qualifiersBefore } from "../../../server/data/figures/qualifiers.ts";
import { type UnitRow, units } from "../../../server/data/figures/units.ts";
import { findUnit } from "../../../server/src/core/figures/units.ts";
import { fold } from "../../../server/src/core/text/fold.ts";

/** The words that stand for more than one thing. */
function clashes(entries: Iterable<readonly [word: string, meaning: string]>): string[] {
	const meanings = new Map<string, Set<string>>();
	for (const [word, meaning] of entries) {
		const known = meanings.get(word) ?? new Set();
		known.add(meaning);
		meanings.set(word, known);
	}
	return [...meanings].filter(([, known]) => known.size > 1).map(([word, known]) => `${word}: ${[...known].join(", ")}`);
}

const unitRows = units as readonly UnitRow[];
const nounRows = nouns as readonly NounRow[];

describe("figure data", () => {
	it("names each unit once", () => {
		assert.deepEqual(
			clashes(unitRows.flatMap((row) => [row.symbol, ...(row.symbols ?? [])].map((word) => [word, row.symbol] as const))),
			[],
		);
		assert.deepEqual(
			clashes(unitRows.flatMap((row) => (row.words ?? []).map((word) => [word.toLowerCase(), row.symbol] as const))),
			[],
		);
	});

	it("gives every unit an exact scale", () => {
		for (const row of unitRows) {
			const unit = findUnit(row.symbol);
			assert.equal(unit?.dimension, row.dimension, row.symbol);
			assert.ok(unit.numerator > 0n && unit.denominator > 0n, row.symbol);
		}
	});

	it("names each currency once", () => {
		const all = currencies as readonly { code: string; prefixes?: readonly string[]; suffixes?: readonly string[] }[];
		assert.deepEqual(clashes(all.flatMap((row) => (row.prefixes ?? []).map((word) => [word, row.code] as const))), []);
		assert.deepEqual(clashes(all.flatMap((row) => (row.suffixes ?? []).map((word) => [word, row.code] as const))), []);
		assert.equal(new Set(all.map((row) => row.code)).size, all.length);
	});

	it("counts each noun as one thing", () => {
		for (const language of ["en", "zh", "ko"] as const) {
			assert.deepEqual(clashes(nounRows.flatMap((row) => (row[language] ?? []).map((word) => [word, row.unit] as const))), []);
		}
	});

	it("gives each qualifier word one meaning", () => {
		for (const table of [qualifiersBefore, qualifiersAfter]) {
			assert.deepEqual(
				clashes(
					Object.entries(table as Readonly<Record<string, readonly string[]>>).flatMap(([qualifier, words]) =>
						words.map((word) => [word, qualifier] as const),
					),
				),
				[],
			);
		}
	});

	it("writes Chinese words as folding leaves them", () => {
		const words: readonly string[] = [
			...unitRows.flatMap((row) => row.words ?? []),
			...nounRows.flatMap((row) => row.zh ?? []),
			...Object.keys(classifiers.zh),
			...Object.values(qualifiersBefore).flat(),
			...Object.values(qualifiersAfter).flat(),
		];
		assert.deepEqual(
			words.filter((word: string) => fold(word).text !== word),
			[],
		);
	});
});
