/** The tables must not contradict each other: a word that is added twice for two meanings is a mistake. */
import assert from "node:assert/strict";
import { type CurrencyRow, currencies } from "../../../server/data/figures/currencies.ts";
import { currencyNames } from "../../../server/data/figures/currencyNames.ts";
import { classifiers, type NounRow, nouns } from "../../../server/data/figures/nouns.ts";
import { qualifiersAfter, qualifiersBefore } from "../../../server/data/figures/qualifiers.ts";
import { type UnitRow, units } from "../../../server/data/figures/units.ts";
import { readFigures } from "../../../server/src/core/figures/readFigures.ts";
import { findUnit } from "../../../server/src/core/figures/units.ts";
import type { Language } from "../../../server/src/core/model.ts";
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

function languageOf(word: string): Language {
	return /[\uac00-\ud7a3]/.test(word) ? "ko" : /[\u4e00-\u9fff]/.test(word) ? "zh-Hans" : "en";
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

	it("names no unit, currency and counted thing alike, but where the reader tells them apart", () => {
		const classified = (["zh", "ko"] as const).flatMap((language) =>
			Object.entries(classifiers[language] as Readonly<Record<string, string | null>>).map(
				([word, unit]) => [word, unit === null ? "a classifier" : unit] as const,
			),
		);
		const money = [
			...(currencies as readonly CurrencyRow[]).flatMap(({ code, suffixes = [], coins = [] }) =>
				[...suffixes, ...coins.flatMap(([words]) => words)].map((word) => [word, code] as const),
			),
			...currencyNames.flatMap(([code, ...names]) => names.map((name) => [name.toLowerCase(), code] as const)),
		];
		const found = clashes([
			...unitRows.flatMap((row) => (row.words ?? []).map((word) => [word, row.symbol] as const)),
			...nounRows.flatMap((row) =>
				[...(row.en ?? []), ...(row.zh ?? []), ...(row.ko ?? [])].map((word) => [word, row.unit] as const),
			),
			...classified,
			...money,
		]);
		assert.deepEqual(found, [
			"桶: bbl, a classifier", // a barrel where nothing is named behind it
			"분: min, person", // people behind people's nouns
			"주: week, share", // shares where shares are spoken of
			"개월: month, a classifier",
			"동: building, VND",
		]);
	});

	it("reads every symbol and word of every unit behind a number", () => {
		// Places and dates as often: a number before them is no measure by itself.
		const elsewhere = new Set(["日", "월간"]);
		const misread: string[] = [];
		for (const row of unitRows) {
			for (const word of [row.symbol, ...(row.symbols ?? []), ...(row.words ?? [])].filter((each) => !elsewhere.has(each))) {
				const language = languageOf(word);
				const text = language === "en" ? `It was 7 ${word}.` : language === "ko" ? `약 7${word} 이상` : `共7${word}。`;
				const figure = readFigures(text, { language }).find((one) => one.text.startsWith("7"));
				if (figure?.unit !== row.symbol) {
					misread.push(`${text}: ${figure?.unit}, not ${row.symbol}`);
				}
			}
		}
		assert.deepEqual(misread, []);
	});

	it("reads every currency by its code and names", () => {
		// Codes that are words or names of frameworks and scenarios.
		const names = new Set(["ALL", "CUP", "SDG", "TOP", "SSP"]);
		const misread: string[] = [];
		for (const [code, english, chinese, korean] of currencyNames) {
			const forms: [string, Language][] = [
				[`It was 7 ${english}.`, "en"],
				[`共7${chinese}。`, "zh-Hans"],
				[`7 ${korean}`, "ko"],
			];
			if (!names.has(code)) {
				forms.push([`It was ${code} 7.5.`, "en"], [`It was 7.5 ${code}.`, "en"]);
			}
			for (const [text, language] of forms) {
				const figure = readFigures(text, { language }).find((one) => one.kind === "money");
				if (figure?.currency !== code) {
					misread.push(`${text}: ${figure?.currency}, not ${code}`);
				}
			}
		}
		assert.deepEqual(misread, []);
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
