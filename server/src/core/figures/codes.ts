/** Reads numbers that are names: codes, versions, telephone numbers, places in a document. */
import type { Span } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { currencyAt, quantityAt } from "./amount.ts";
import { backSpaces, digitsEnd, hyphen, isDigit, isLatin, lettersEnd, skipSpaces } from "./characters.ts";
import { endsWord } from "./korean.ts";
import { isNumeralCharacter } from "./myriad.ts";
import { unitSymbols, unitWords } from "./units.ts";
import { chineseClassifiers, currencyBefore, documentPlaces, identifiersBefore, identifiersBeforeEastAsian } from "./words.ts";

const point = 0x2e;

/** End of the letters, digits and inner marks of a name at `at`: COVID-19, FSC-C123456, 24703L202. */
export function nameEnd(text: string, at: number): number {
	let end = at;
	for (;;) {
		const code = text.charCodeAt(end);
		const next = text.charCodeAt(end + 1);
		if (isDigit(code) || isLatin(code)) {
			end += 1;
		} else if ((code === hyphen || code === point || code === 0x2f) && (isDigit(next) || (code === hyphen && isLatin(next)))) {
			end += 2;
		} else {
			return end;
		}
	}
}

/** Scales and marks that may be glued to a number's digits without making a name of it. */
const gluedWords = new Set(
	"k K m M mm MM b B bn Bn BN G T t mn Mn mln Mln bln tn trn mil mill mio Mio million billion trillion thousand hundred lakh crore cr x X dz dzs".split(
		" ",
	),
);

interface Shape {
	readonly end: number;
	readonly dashes: number;
	readonly points: number;
}

/** Digits with single dashes and points between them. */
function shapeAt(text: string, at: number): Shape {
	let end = at;
	let dashes = 0;
	let points = 0;
	for (;;) {
		const code = text.charCodeAt(end);
		if (isDigit(code)) {
			end = digitsEnd(text, end);
		} else if (end > at && (code === hyphen || code === point) && isDigit(text.charCodeAt(end + 1))) {
			if (code === hyphen) {
				dashes += 1;
			} else {
				points += 1;
			}
			end += 1;
		} else {
			return { end, dashes, points };
		}
	}
}

/** 1.234.567: grouping by points, not a version. */
function isGrouped(text: string, at: number, end: number): boolean {
	return end - at < 60 && /^\d{1,3}(\.\d{3})+$/.test(text.slice(at, end));
}

/** Whether digits at `at` have the shape of a code: 010-61234567, 192.168.1.2, 2023-06-29-1, a long row with a leading zero. */
function isCodeShape(text: string, at: number, { end, dashes, points }: Shape): boolean {
	const run = end - at;
	const zeroLed = text.charCodeAt(at) === 0x30 && isDigit(text.charCodeAt(at + 1));
	if (points >= 2 && !isGrouped(text, at, end)) {
		return true;
	}
	if (dashes > 0) {
		return dashes >= 2 || (points === 0 && (zeroLed || run >= 12 || text.charAt(at - 1) === "+"));
	}
	return points === 0 && ((zeroLed && run >= 5) || run > 40);
}

/** Letters straight behind digits that make a name: 13F, 24703L202, 3rd, 5G. @returns the name's end, or 0. */
function gluedName(text: string, at: number, digits: number): number {
	const letters = lettersEnd(text, digits);
	if (letters === digits) {
		return 0;
	}
	const word = text.slice(digits, letters);
	if (/^(st|nd|rd|th)$/i.test(word)) {
		return letters;
	}
	// 1.3e6, 21.2E0
	if ((word === "e" || word === "E") && /^[+-]?\d/.test(text.slice(letters, letters + 2))) {
		return 0;
	}
	// 6.23x10^-4
	if ((word === "x" || word === "X") && text.startsWith("10", letters)) {
		return 0;
	}
	// 5G, 4K: names. A long row of digits with a letter behind is a code.
	if (
		(digits - at === 1 && (word === "G" || word === "K") && !currencyBefore(text, backSpaces(text, at, 1))) ||
		(digits - at >= 11 && letters - digits === 1)
	) {
		return letters;
	}
	const unit = Math.max(
		unitSymbols.longest(text, digits)?.at ?? 0,
		unitWords.longest(text, digits)?.at ?? 0,
		currencyAt(text, digits)?.at ?? 0,
	);
	const known = unit > digits || gluedWords.has(word);
	const mixed = isDigit(text.charCodeAt(letters)) && unit <= letters;
	return mixed || !known ? nameEnd(text, digits) : 0;
}

/** Words that are a number's unit as often as its name ("level 5%" is a quantity): the number's own unit decides. */
function isMeasured(text: string, end: number): boolean {
	const after = skipSpaces(text, end, 2);
	return (
		text.charAt(after) === "%" ||
		isUnitWord(text, after) ||
		(unitSymbols.longest(text, after)?.at ?? 0) > after + 1 ||
		currencyAt(text, after) !== null ||
		/^(?:,\d{3}| million| billion| thousand)/.test(text.slice(end, end + 9))
	);
}

/** A unit's word; a Korean one of one syllable must end its word: 2 배출량 is not twice. */
function isUnitWord(text: string, at: number): boolean {
	const word = unitWords.longest(text, at);
	return word !== null && (word.at - at > 1 || !isHangul(text.charCodeAt(at)) || endsWord(text, word.at));
}

/** Whether the words before the digits at [at, end) make them a name: "GRI 305", "Table 3", 范围1, 附录2. */
function isNamed(text: string, at: number, end: number): boolean {
	let start = backSpaces(text, at, 2);
	// "Fax: 2345 6789", 传真：66107571
	const colon = text.charAt(start - 1) === ":" && text.charCodeAt(start - 2) !== 0x20;
	start = colon ? start - 1 : start;
	const word = identifiersBefore.longestBefore(text, start);
	if (word) {
		// "Scope 1 emissions": a code whatever follows, unless it is grouped or a percentage.
		const after = skipSpaces(text, end, 2);
		const place = documentPlaces.has(text.slice(word.at, start).toLowerCase());
		return place ? text.charAt(after) !== "%" && !/^,\d{3}/.test(text.slice(end, end + 4)) : !isMeasured(text, end);
	}
	const last = text.charCodeAt(start - 1);
	if (!isHan(last) && !isHangul(last)) {
		return false;
	}
	const name = identifiersBeforeEastAsian.longestBefore(text, start);
	if (!name || (isHangul(text.charCodeAt(name.at)) && isHangul(text.charCodeAt(name.at - 1)))) {
		return false;
	}
	const after = skipSpaces(text, end, 2);
	const counted = isHan(text.charCodeAt(name.at)) && chineseClassifiers.longest(text, after) !== null;
	const scaled = isNumeralCharacter(text.charCodeAt(after)) && !isDigit(text.charCodeAt(after));
	return !(isMeasured(text, end) || unitSymbols.longest(text, after) !== null || counted || scaled);
}

/** What may stand between the codes of a list: "305-1, 305-2 and 305-3", 范围一、二. */
const listJoint =
	/^(?:\(\w{1,4}\))?(?:, ?(?:and )?|、|和|及|与|至| and | & | to | ?\+ ?|–|-|~|\/| or |·|와 |과 | 및 )(?=\d{1,3}(?:[-.]\d{1,3}){0,2}(?![\d%]))/;

const writtenCode = /^(?:(?:19|20)\d\d\/\d{1,4}(?![\d/])|\d{4,6}\.[A-Z]{1,3}(?![A-Za-z0-9]))/;
const none: readonly Span[] = [];

/**
 * The names that the digits at `at` begin: one span, or several for a list of codes behind one word. Empty when the digits
 * may be a quantity.
 */
export function readCodes(text: string, at: number): readonly Span[] {
	// RMB'000
	if (text.charAt(at - 1) === "'" && text.startsWith("000", at) && !isDigit(text.charCodeAt(at + 3))) {
		return [{ start: at, end: at + 3 }];
	}
	// 제54기, 제3조: the syllable behind belongs to the place.
	if (text.charAt(at - 1) === "제" && !isHangul(text.charCodeAt(at - 2))) {
		const end = digitsEnd(text, at);
		return [{ start: at, end: isHangul(text.charCodeAt(end)) ? end + 1 : end }];
	}
	// Regulation (EU) 2020/852, 600519.SH
	const written = isDigit(text.charCodeAt(at + 3)) ? writtenCode.exec(text.slice(at, at + 11)) : null;
	if (written) {
		return [{ start: at, end: at + written[0].length }];
	}
	if (text.charAt(at - 1) === "+") {
		const telephone = /^\d{1,3}(?:[ -]\(?\d{1,5}\)?){2,6}/.exec(text.slice(at, at + 40));
		if (telephone) {
			return [{ start: at, end: at + telephone[0].length }];
		}
	}
	const shape = shapeAt(text, at);
	const { end } = shape;
	if (end === at) {
		return none; // ".5": no code begins with its point
	}
	const glued = isLatin(text.charCodeAt(at - 1)) && !currencyBefore(text, at);
	if (glued || isCodeShape(text, at, shape)) {
		return [{ start: at, end: nameEnd(text, end) }];
	}
	if (shape.dashes === 0) {
		const name = gluedName(text, at, end);
		if (name > 0) {
			return [{ start: at, end: name }];
		}
	}
	if (isNamed(text, at, end)) {
		return codeList(text, at, end);
	}
	if (shape.dashes === 1 && shape.points === 0) {
		// 305-1 by itself is a code, 10-15 a range: the second part decides.
		const [left = "", right = ""] = text.slice(at, end).split("-");
		if (Number(right) <= Number(left) && text.charAt(end) !== "%" && !quantityAt(text, skipSpaces(text, end, 2))) {
			return [{ start: at, end }];
		}
	}
	return none;
}

function codeList(text: string, at: number, firstEnd: number): Span[] {
	// A letter belongs to the code: "Table 3a".
	let end = isLatin(text.charCodeAt(firstEnd)) && !isLatin(text.charCodeAt(firstEnd + 1)) ? firstEnd + 1 : firstEnd;
	const spans: Span[] = [{ start: at, end }];
	for (;;) {
		const joint = listJoint.exec(text.slice(end, end + 24));
		if (!joint) {
			return spans;
		}
		const start = end + joint[0].length;
		const stop = shapeAt(text, start).end;
		// A unit behind makes it a quantity again: "Scope 1, 305 tonnes".
		if (stop - start > 7 || isMeasured(text, stop) || unitSymbols.longest(text, skipSpaces(text, stop, 2))) {
			return spans;
		}
		spans.push({ start, end: stop });
		end = stop;
	}
}
