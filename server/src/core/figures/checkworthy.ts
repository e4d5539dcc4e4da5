/** Whether a reader of the report would ask where a figure comes from. */
import { indexColumns, notCheckworthyUnits, scenarioWords } from "../../../data/figures/checkworthy.ts";
import { Decimal } from "../decimal.ts";
import type { FigureKind, Qualifier } from "../model.ts";
import { isHangul } from "../text/fold.ts";
import type { Amount } from "./amount.ts";
import { backSpaces } from "./characters.ts";

const scenarios = new RegExp(`^ ?(?:${scenarioWords.join("|")})`, "i");
const quiet = new Set<string>(notCheckworthyUnits);
const scenarioDegrees = [Decimal.parse("1.5"), Decimal.of(2)];

const indexes = new Set<string>(indexColumns);

/** Whether a column's bare numbers are names: page and row numbers, codes. @param header folded */
export function isIndexColumn(header: string): boolean {
	return indexes.has(
		header
			.trim()
			.toLowerCase()
			.replace(/[:：]$/, ""),
	);
}

export interface Judged {
	readonly text: string;
	readonly amount: Amount;
	readonly kind: FigureKind;
	readonly unit: string | null;
	readonly value: Decimal;
	readonly qualifier: Qualifier;
	readonly inCell: boolean;
	/** In a column of page numbers, row numbers or codes. */
	readonly inIndex: boolean;
}

export function isCheckworthy({ text, amount, kind, unit, value, qualifier, inCell, inIndex }: Judged): boolean {
	const { numeral, counted } = amount;
	if (counted?.abstract || (unit !== null && quiet.has(unit))) {
		return false;
	}
	if (unit === "°" || unit === "°C") {
		return !scenarios.test(text.slice(amount.end, amount.end + 16)) && !scenarioDegrees.some((degree) => degree.equals(value));
	}
	if (numeral.form === "words" && numeral.plain && value.equals(Decimal.one) && kind !== "money" && kind !== "ratio") {
		return false; // an article: 一家, 한 곳, "one site"
	}
	if (numeral.implied && qualifier === "exact" && (!counted || inCell) && !isKoreanProse(text, amount, inCell)) {
		return false; // a scale that heads a table: 单位：万元, "(RMB million)"
	}
	if (numeral.form === "multiple") {
		// "twice a year" is a rhythm.
		const word = text.slice(numeral.start, numeral.end).toLowerCase();
		// "increased threefold", "a threefold increase"; not "our aims are twofold: …".
		if (
			word.endsWith("fold") &&
			!/(?:increas|grow|grew|rose|ris|fell|drop|declin|reduc)/i.test(
				text.slice(Math.max(0, numeral.start - 24), numeral.end + 16),
			)
		) {
			return false;
		}
		return word !== "twice" && word !== "double" && !/^ ?(?:a|an|per|every|each) /i.test(text.slice(amount.end, amount.end + 7));
	}
	if (unit === "bit" && text.charAt(numeral.end) === "-") {
		return false; // "64-bit"
	}
	if (unit === "time") {
		return inCell || numeral.form === "digits";
	}
	if (unit === "x" && text.charAt(numeral.start - 1) === "(" && text.charAt(numeral.end) === ")") {
		return false; // (1/2): a page, a part
	}
	if (unit === null) {
		if (text.charAt(amount.start - 1) === "+") {
			return false; // slogans: 责任+1
		}
		if (inIndex) {
			return false;
		}
		// A bare small number is a name or a place more often than a quantity.
		return inCell || (numeral.form === "digits" && !(numeral.plain && numeral.end - numeral.start <= 4));
	}
	return true;
}

/** 백만 달러 is a million of them in a Korean sentence, and their scale at the head of a table: (단위: 백만 달러). */
function isKoreanProse(text: string, { start }: Amount, inCell: boolean): boolean {
	const before = text.charAt(backSpaces(text, start) - 1);
	return !inCell && isHangul(text.charCodeAt(start)) && before !== "" && !"(:[/,\n".includes(before);
}
