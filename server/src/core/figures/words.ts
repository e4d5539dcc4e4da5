/** The data tables as lexicons, built once. */
import {
	ambiguousSymbols,
	type CurrencyRow,
	codesInNames,
	coins as coinRows,
	currencies,
} from "../../../data/figures/currencies.ts";
import { currencyNames } from "../../../data/figures/currencyNames.ts";
import {
	identifierWords,
	identifierWordsEastAsian,
	idioms,
	ordinalsAfter,
	placeWords,
} from "../../../data/figures/identifiers.ts";
import { abstractNouns, classifiers, irregularPlurals, type NounRow, nounStops, nouns } from "../../../data/figures/nouns.ts";
import { fillers, qualifiersAfter, qualifiersBefore, rangeJoins } from "../../../data/figures/qualifiers.ts";
import type { Language, Qualifier } from "../model.ts";
import { isDigit, isLatin } from "./characters.ts";
import { Lexicon, type Match } from "./lexicon.ts";

/** What a currency word stands for: a code, or one by language; `coin` is how many make one. `power` is a glued scale (MEUR). */
export interface CurrencyWord {
	readonly code: string | Readonly<Record<Language, string>>;
	readonly coin?: number;
	readonly power?: number;
}

export const currencyPrefixes = new Lexicon<CurrencyWord>({ caseless: false });
export const currencySuffixes = new Lexicon<CurrencyWord>({ caseless: true });
/** Codes and symbols whose case counts behind a number. */
export const currencyCodes = new Lexicon<CurrencyWord>({ caseless: false });

/** Codes that are read in small letters too; others would be words ("mad", "php"). */
const smallCodes = new Set(["USD", "EUR", "GBP", "CNY", "HKD", "KRW", "JPY", "SGD", "AUD", "CAD", "INR", "CHF", "TWD"]);

const nameCodes = new Map(Object.entries(codesInNames).map(([code, pattern]) => [code, new RegExp(`^ ?${pattern}`)]));

/** The currency word that ends at `end`, before a number; null for the letters of a name (COP28, Hong Kong SAR 2022). */
export function currencyBefore(text: string, end: number): Match<CurrencyWord> | null {
	const found = currencyPrefixes.longestBefore(text, end);
	const name = found && nameCodes.get(text.slice(found.at, end));
	return name?.test(text.slice(end, end + 12)) ? null : found;
}

/** Codes that are words or names of frameworks: read by their names only. */
const wordCodes = new Set(["SDG", "ALL", "TOP", "CUP"]);

/** A code before and behind numbers, and with the scale letters that some write before it (MEUR). */
function addCode(code: string, word: CurrencyWord): void {
	if (wordCodes.has(code)) {
		return;
	}
	for (const form of smallCodes.has(code) ? [code, code.toLowerCase()] : [code]) {
		currencyPrefixes.add(form, word);
		currencyCodes.add(form, word);
	}
	for (const [letters, power] of [
		["M", 6],
		["k", 3],
		["bn", 9],
	] as const) {
		currencyCodes.add(letters + code, { code, power });
	}
}

for (const { symbol, side, currency } of ambiguousSymbols) {
	if (side === "both") {
		currencyPrefixes.add(symbol, { code: currency });
	}
	currencySuffixes.add(symbol, { code: currency });
}
for (const row of currencies as readonly CurrencyRow[]) {
	const word: CurrencyWord = { code: row.code };
	for (const prefix of row.prefixes ?? []) {
		currencyPrefixes.add(prefix, word);
		if (/[$¥£]$/.test(prefix)) {
			currencyPrefixes.add(prefix.toLowerCase(), word);
		}
	}
	addCode(row.code, word);
	for (const suffix of row.suffixes ?? []) {
		currencySuffixes.add(suffix, word);
	}
	for (const [words, per] of row.coins ?? []) {
		for (const coin of words) {
			currencySuffixes.add(coin, { code: row.code, coin: per });
		}
	}
}
for (const [code, english, chinese, korean] of currencyNames) {
	const word: CurrencyWord = { code };
	for (const name of [english, pluralOf(english), chinese, korean]) {
		currencySuffixes.add(name, word);
	}
	currencyPrefixes.add(chinese, word);
	addCode(code, word);
}
for (const { words, per, of } of coinRows) {
	for (const word of words) {
		currencySuffixes.add(word, { code: of, coin: per });
	}
}

export const before = new Lexicon<Qualifier>({ caseless: true });
export const after = new Lexicon<Qualifier>({ caseless: true });
for (const [qualifier, words] of Object.entries(qualifiersBefore)) {
	for (const word of words) {
		before.add(word, qualifier as Qualifier);
	}
}
for (const [qualifier, words] of Object.entries(qualifiersAfter)) {
	for (const word of words) {
		after.add(word, qualifier as Qualifier);
	}
}
export const filler = new Lexicon<true>({ caseless: true });
for (const word of fillers) {
	filler.add(word, true);
}
export const joins = new Lexicon<string>({ caseless: true });
for (const word of rangeJoins) {
	joins.add(word, word);
}

/** A counted thing; `abstract` ones are counted in enumerations only. */
export interface Noun {
	readonly unit: string;
	readonly abstract: boolean;
}

export const englishNouns = new Lexicon<Noun>({ caseless: true });
export const chineseNouns = new Lexicon<Noun>({ caseless: true });
export const koreanNouns = new Lexicon<Noun>({ caseless: true });

export function pluralOf(word: string): string {
	if (/(s|x|ch|sh)$/.test(word)) {
		return `${word}es`;
	}
	return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

for (const { unit, en = [], zh = [], ko = [] } of nouns as readonly NounRow[]) {
	const noun: Noun = { unit, abstract: false };
	for (const word of en) {
		englishNouns.add(word, noun);
		englishNouns.add(
			word === "sheet of paper" ? "sheets of paper" : word === "piece of paper" ? "pieces of paper" : pluralOf(word),
			noun,
		);
	}
	for (const word of zh) {
		chineseNouns.add(word, noun);
	}
	for (const word of ko) {
		koreanNouns.add(word, noun);
	}
}
for (const [plural, singular] of Object.entries(irregularPlurals)) {
	const noun = englishNouns.longest(singular, 0);
	if (noun) {
		englishNouns.add(plural, noun.value);
	}
}
for (const word of abstractNouns.en) {
	englishNouns.add(word, { unit: word, abstract: true });
	englishNouns.add(pluralOf(word), { unit: word, abstract: true });
}
for (const word of abstractNouns.zh) {
	chineseNouns.add(word, { unit: word, abstract: true });
}
for (const word of abstractNouns.ko) {
	koreanNouns.add(word, { unit: word, abstract: true });
}

export const chineseClassifiers = new Lexicon<{ readonly unit: string | null }>({ caseless: false });
for (const [word, unit] of Object.entries(classifiers.zh)) {
	chineseClassifiers.add(word, { unit });
}
export const koreanClassifiers = new Lexicon<{ readonly unit: string | null }>({ caseless: false });
for (const [word, unit] of Object.entries(classifiers.ko)) {
	koreanClassifiers.add(word, { unit });
}
export const englishStops = new Set<string>(nounStops.en);
export const chineseStops = new Set<string>(nounStops.zh);

export const identifiersBefore = new Lexicon<true>({ caseless: true });
for (const word of identifierWords) {
	identifiersBefore.add(word, true);
}
export const identifiersBeforeEastAsian = new Lexicon<true>({ caseless: false });
for (const word of identifierWordsEastAsian) {
	identifiersBeforeEastAsian.add(word, true);
}
/** Names of frameworks and of places in a document: what follows is a code whatever its unit seems to be. */
export const documentPlaces: ReadonlySet<string> = new Set(placeWords);

export const ordinals = new Lexicon<true>({ caseless: false });
for (const word of ordinalsAfter) {
	ordinals.add(word, true);
}

interface Idiom {
	readonly word: string;
	/** How far in its first numeral character stands. */
	readonly into: number;
}

/** Idioms by their first numeral character and the one behind it, and those that end with it, longest first. */
const idiomPairs = new Map<number, Idiom[]>();
const idiomEnds = new Map<number, Idiom[]>();

function addTo(table: Map<number, Idiom[]>, key: number, idiom: Idiom): void {
	const list = table.get(key);
	if (list) {
		list.push(idiom);
	} else {
		table.set(key, [idiom]);
	}
}

function pairOf(first: number, second: number): number {
	return first * 0x1_0000 + second;
}

function lowerCase(code: number): number {
	return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

export function buildIdioms(startsNumeral: (code: number) => boolean): void {
	for (const given of idioms) {
		const word = given.toLowerCase();
		for (let into = 0; into < word.length; into++) {
			const code = word.charCodeAt(into);
			const letter = code >= 0x61 && code <= 0x7a;
			if (startsNumeral(code) && (!letter || into === 0 || !/[a-z0-9]/.test(word.charAt(into - 1)))) {
				if (into + 1 < word.length) {
					addTo(idiomPairs, pairOf(code, word.charCodeAt(into + 1)), { word, into });
				} else {
					addTo(idiomEnds, code, { word, into });
				}
				break;
			}
		}
	}
	for (const [key, list] of idiomPairs) {
		list.push(...(idiomEnds.get(Math.floor(key / 0x1_0000)) ?? []));
		list.sort((a, b) => b.word.length - a.word.length);
	}
}

/** The idiom that the numeral character at `at` belongs to: its span. */
export function idiomAt(text: string, at: number): { start: number; end: number } | null {
	const code = lowerCase(text.charCodeAt(at));
	const list = idiomPairs.get(pairOf(code, lowerCase(text.charCodeAt(at + 1)))) ?? idiomEnds.get(code);
	if (!list) {
		return null;
	}
	for (const { word, into } of list) {
		const start = at - into;
		if (start >= 0 && equalsCaseless(text, start, word)) {
			const end = start + word.length;
			const letterAfter = isWordCode(text.charCodeAt(end)) && isWordCode(word.charCodeAt(word.length - 1));
			const letterBefore = isWordCode(text.charCodeAt(start - 1)) && isWordCode(word.charCodeAt(0));
			if (!letterAfter && !letterBefore) {
				return { start, end };
			}
		}
	}
	return null;
}

function isWordCode(code: number): boolean {
	return isDigit(code) || isLatin(code);
}

function equalsCaseless(text: string, at: number, word: string): boolean {
	for (let index = 0; index < word.length; index++) {
		if (lowerCase(text.charCodeAt(at + index)) !== word.charCodeAt(index)) {
			return false;
		}
	}
	return true;
}
