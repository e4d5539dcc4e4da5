/** Text in, figures out: the one reader of quantities, for every language. */
import { Decimal } from "../decimal.ts";
import type { Figure, FigureKind, Language, Period, Qualifier, Span } from "../model.ts";
import { fold, isHan, isHangul } from "../text/fold.ts";
import { carbonUnit, netZeroAt, netZeroFrom } from "./carbon.ts";
import { type Counted, readCounted } from "./counts.ts";
import { type DateMatch, isYear, readNumericDate, readWordDate, yearBefore } from "./dates.ts";
import { type HeaderUnit, readHeader } from "./header.ts";
import { intervalOf } from "./interval.ts";
import { isDigit, isLatin } from "./lexicon.ts";
import {
	englishStarts,
	isNumeralCharacter,
	type Numeral,
	readChineseNumeral,
	readDigitNumeral,
	readEnglishNumeral,
	readKoreanNumeral,
} from "./numeral.ts";
import { changeBefore, readQualifierAcross, readQualifierAfter, readQualifierBefore } from "./qualifiers.ts";
import { readUnit, type UnitReading } from "./unitReader.ts";
import { unitSymbols, unitWords } from "./units.ts";
import {
	buildIdioms,
	type CurrencyWord,
	chineseClassifiers,
	chineseNouns,
	currencyCodes,
	currencyPrefixes,
	currencySuffixes,
	englishNouns,
	identifiersBefore,
	identifiersBeforeEastAsian,
	idiomAt,
	isIdiomStart,
	joins,
	koreanClassifiers,
	koreanNouns,
	ordinals,
} from "./words.ts";

export interface CellContext {
	readonly columnHeader: string;
	readonly rowHeader: string;
	readonly caption: string;
}

export interface ReadOptions {
	/** Decides symbols that depend on it (¥, $, 元). */
	readonly language: Language;
	/** For text that is a table cell: what its headers say, so that a bare number takes their unit, scale and currency. */
	readonly cell?: CellContext;
}

// Classes of characters: what the scanner does at each.
const skip = 0;
const digit = 1;
const letter = 2;
const chinese = 3;
const korean = 4;
const fractionMark = 5;
const pointMark = 6;
const classes = new Uint8Array(0x1_0000);
for (let code = 0; code < classes.length; code++) {
	if (isDigit(code)) {
		classes[code] = digit;
	} else if (isLatin(code)) {
		classes[code] = letter;
	} else if (isNumeralCharacter(code) || "半百千万亿双几数第首翻".includes(String.fromCharCode(code))) {
		classes[code] = isHangul(code) ? korean : chinese;
	}
}
for (const character of "열스서마쉰예일여아하한둘두셋세석넷네넉다섯절반몇수") {
	classes[character.charCodeAt(0)] = korean;
}
for (const character of "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒") {
	classes[character.charCodeAt(0)] = fractionMark;
}
classes[0x2e] = pointMark;

/** What is counted in millions, so that "86 m customers" is no length. */
const manyCounted = new Set([
	"customer",
	"user",
	"person",
	"enterprise",
	"household",
	"employee",
	"transaction",
	"loan",
	"tree",
	"share",
	"account",
	"student",
	"farmer",
	"sheet",
	"product",
]);

const ninetenths = Decimal.parse("0.9");
const eleventenths = Decimal.parse("1.1");

buildIdioms((code) => classes[code] !== skip);

/**
 * Reads the figures of `text`, sorted, not overlapping. Offsets count in `text` as given; folding happens inside. Time is
 * linear in the length of the text.
 */
export function readFigures(text: string, options: ReadOptions): Figure[] {
	const folded = fold(text);
	const reader = new Reader(folded.text, options);
	const figures = reader.read();
	if (folded.text === text && folded.offsets.startOf(text.length) === text.length) {
		return figures.map((figure) => finish(figure, text, options.language, (span) => span));
	}
	return figures.map((figure) => finish(figure, text, options.language, (span) => folded.offsets.span(span)));
}

/** A figure in folded text, before its spans are mapped back. */
interface Draft {
	start: number;
	end: number;
	kind: FigureKind;
	checkworthy: boolean;
	value: Decimal | null;
	low: Decimal | null;
	high: Decimal | null;
	unit: string | null;
	currency: string | null;
	qualifier: Qualifier;
	qualifierSpan: Span | null;
	period: Period | null;
	numeral: Span;
	precision: number;
}

function finish(figure: Draft, text: string, language: Language, map: (span: Span) => Span): Figure {
	const { start, end } = map(figure);
	const numeral = map(figure.numeral);
	return {
		start,
		end,
		text: text.slice(start, end),
		kind: figure.kind,
		checkworthy: figure.checkworthy,
		value: figure.value,
		low: figure.low,
		high: figure.high,
		unit: figure.unit,
		currency: figure.currency,
		qualifier: figure.qualifier,
		qualifierSpan: figure.qualifierSpan && map(figure.qualifierSpan),
		period: figure.period,
		style: {
			language,
			prefix: text.slice(start, Math.max(start, numeral.start)),
			suffix: text.slice(Math.min(end, numeral.end), end),
			numeral: text.slice(Math.max(start, numeral.start), Math.min(end, numeral.end)),
		},
		precision: figure.precision,
	};
}

/** A number with what stands straight around it. */
interface Amount {
	readonly start: number;
	readonly end: number;
	readonly numeral: Numeral;
	readonly negative: boolean;
	readonly currency: string | null;
	readonly coin: number;
	readonly power: number;
	readonly unit: UnitReading | null;
	readonly counted: Counted | null;
	/** A qualifier that stands between the number and its unit: 100余家, 20 or more banks. */
	readonly inner: { readonly qualifier: Qualifier; readonly span: Span } | null;
}

class Reader {
	private readonly figures: Draft[] = [];
	private readonly text: string;
	private readonly language: Language;
	private readonly header: HeaderUnit | null;
	private readonly inCell: boolean;

	constructor(text: string, options: ReadOptions) {
		this.text = text;
		this.language = options.language;
		this.inCell = options.cell !== undefined;
		this.header = options.cell ? readHeader(options.cell, options.language) : null;
	}

	read(): Draft[] {
		const { text } = this;
		const { length } = text;
		let at = 0;
		while (at < length) {
			const code = text.charCodeAt(at);
			const kind = classes[code];
			if (kind === skip) {
				at += 1;
				continue;
			}
			at = kind === letter ? this.atWord(at) : this.atNumeral(at, kind as number);
		}
		return this.figures;
	}

	/** At the first letter of a Latin word. @returns where to go on. */
	private atWord(at: number): number {
		const { text } = this;
		let end = at + 1;
		while (isLatin(text.charCodeAt(end))) {
			end += 1;
		}
		const first = text.charCodeAt(at) | 32;
		if (isIdiomStart(first)) {
			const idiom = idiomAt(text, at);
			if (idiom) {
				const zero = netZeroFrom(text, at);
				if (zero) {
					this.pushNetZero(zero.start, zero.end);
					return zero.end;
				}
				return Math.max(idiom.end, end);
			}
		}
		const date = readWordDate(text, at);
		if (date) {
			this.pushDate(date);
			return date.end;
		}
		if (englishStarts.has(first)) {
			const numeral = readEnglishNumeral(text, at);
			if (numeral) {
				if (numeral.ordinal) {
					return Math.max(numeral.end, end);
				}
				const pushed = this.push(numeral);
				if (pushed > at) {
					return pushed;
				}
				return Math.max(numeral.end, end);
			}
		}
		const next = text.charCodeAt(end);
		if (isDigit(next)) {
			// Letters straight before digits: a currency, or a name (A4, CO2, COVID19).
			const prefix = currencyPrefixes.longestBefore(text, end);
			if (prefix && prefix.at === at) {
				return end;
			}
			return this.pushName(at, end);
		}
		if (next === 0x2d && isDigit(text.charCodeAt(end + 1)) && !currencyPrefixes.longestBefore(text, end)) {
			// COVID-19, SCP-173, mid-2022
			const date2 = readNumericDate(text, end + 1);
			if (date2?.period || (isYear(Number(text.slice(end + 1, end + 5))) && !isDigit(text.charCodeAt(end + 5)))) {
				return end + 1;
			}
			return this.pushName(at, end + 1);
		}
		return end;
	}

	/** Letters and digits glued to one name. */
	private pushName(start: number, from: number): number {
		const { text } = this;
		let end = from;
		for (;;) {
			const code = text.charCodeAt(end);
			if (isDigit(code) || isLatin(code)) {
				end += 1;
			} else if (
				(code === 0x2d || code === 0x2e || code === 0x2f) &&
				(isDigit(text.charCodeAt(end + 1)) || (code === 0x2d && isLatin(text.charCodeAt(end + 1))))
			) {
				end += 2;
			} else {
				break;
			}
		}
		this.pushPlain(start, end, "identifier");
		return end;
	}

	/** At a character that may begin a number. @returns where to go on. */
	private atNumeral(at: number, kind: number): number {
		const { text } = this;
		if (
			kind === pointMark &&
			(!isDigit(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)))
		) {
			return at + 1;
		}
		if (isIdiomStart(text.charCodeAt(at))) {
			const idiom = idiomAt(text, at);
			if (idiom && idiom.end > at) {
				return idiom.end;
			}
		}
		if (kind === chinese) {
			return this.atChinese(at);
		}
		if (kind === korean) {
			return this.atKorean(at);
		}
		const date = kind === digit ? readNumericDate(text, at) : null;
		if (date) {
			const zero = date.year === null ? null : netZeroAt(text, date.start, date.end);
			if (zero) {
				this.pushNetZero(zero.start, zero.end);
				return zero.end;
			}
			this.pushDate(date);
			return date.end;
		}
		const code = this.readCode(at);
		if (code > at) {
			return code;
		}
		const numeral = readDigitNumeral(text, at, this.numeralOptions(at));
		if (!numeral) {
			return this.skipDigits(at);
		}
		return this.push(numeral);
	}

	private skipDigits(at: number): number {
		let end = at + 1;
		while (isDigit(this.text.charCodeAt(end)) || (isDigit(this.text.charCodeAt(end - 1)) && isLatin(this.text.charCodeAt(end)))) {
			end += 1;
		}
		this.pushPlain(at, end, "identifier");
		return end;
	}

	private numeralOptions(at: number) {
		const { text } = this;
		return {
			unitAt: (offset: number) => {
				const word = unitWords.longest(text, offset);
				return word !== null && word.at - offset >= 2 && isHan(text.charCodeAt(offset));
			},
			quantityAt: (offset: number) => (offset < 0 ? this.longUnitAt(-offset) : this.quantityAt(offset)),
			counted: (end: number) => {
				const noun = englishNouns.longest(text, this.forward(end));
				return noun !== null && text.charCodeAt(end) === 0x20 && manyCounted.has(noun.value.unit);
			},
			money: (end: number) =>
				currencyPrefixes.longestBefore(text, this.backSpace(at)) !== null ||
				this.currencyAt(this.forward(end)) !== null ||
				this.header?.currency != null,
		};
	}

	/** Whether a unit, currency or classifier begins at `at`. */
	private quantityAt(at: number): boolean {
		const { text } = this;
		return (
			unitWords.longest(text, at) !== null ||
			unitSymbols.longest(text, at) !== null ||
			this.currencyAt(at) !== null ||
			koreanClassifiers.longest(text, at) !== null ||
			chineseClassifiers.longest(text, at) !== null ||
			koreanNouns.longest(text, at) !== null
		);
	}

	/** Whether the unit or classifier at `at` has two syllables or more, so that it is hardly another word. */
	private longUnitAt(at: number): boolean {
		const { text } = this;
		return [unitWords.longest(text, at), this.currencyAt(at), koreanClassifiers.longest(text, at)].some(
			(match) => match !== null && match.at - at >= 2,
		);
	}

	private currencyAt(at: number) {
		const suffix = currencySuffixes.longest(this.text, at);
		const code = currencyCodes.longest(this.text, at);
		return suffix && code ? (suffix.at >= code.at ? suffix : code) : (suffix ?? code);
	}

	private forward(at: number): number {
		let end = at;
		while (this.text.charCodeAt(end) === 0x20 && end - at < 2) {
			end += 1;
		}
		return end;
	}

	private backSpace(at: number): number {
		let start = at;
		while (this.text.charCodeAt(start - 1) === 0x20 && at - start < 2) {
			start -= 1;
		}
		return start;
	}

	private atChinese(at: number): number {
		const { text } = this;
		const character = text.charAt(at);
		if (character === "第") {
			return this.skipOrdinal(at + 1);
		}
		if (character === "首") {
			return at + 2;
		}
		if (character === "翻") {
			const times = { 一: "2", 两: "4", 三: "8", 1: "2", 2: "4", 3: "8" }[text.charAt(at + 1)];
			const doubled =
				times && (text.charAt(at + 2) === "番" || text.startsWith("倍", at + 2))
					? { end: at + 3, value: times }
					: text.charAt(at + 1) === "番" || text.charAt(at + 1) === "倍"
						? { end: at + 2, value: "2" }
						: null;
			if (doubled) {
				return this.pushMultiple(at, doubled.end, Decimal.parse(doubled.value));
			}
			return at + 1;
		}
		if (character === "半") {
			return this.atHalf(at);
		}
		if (character === "几" || character === "数") {
			// 几万, 数百万: vague.
			let end = at + 1;
			while (isNumeralCharacter(text.charCodeAt(end)) && end - at < 6) {
				end += 1;
			}
			return end;
		}
		const numeral = readChineseNumeral(text, at, this.numeralOptions(at));
		if (!numeral) {
			return at + 1;
		}
		if (text.charAt(numeral.end) === "分" && text.charAt(numeral.end + 1) === "之") {
			return numeral.end + 2;
		}
		return this.pushWordNumeral(numeral);
	}

	/** 半: half of something counted or measured. */
	private atHalf(at: number): number {
		const { text } = this;
		const unit = readUnit(text, at + 1, { language: this.language, attached: true });
		if (
			unit &&
			unit.unit !== "year" &&
			unit.unit !== "month" &&
			unit.unit !== "day" &&
			unit.dimension !== "length" &&
			unit.unit !== "°" &&
			unit.unit !== "point"
		) {
			const numeral: Numeral = {
				start: at,
				end: at + 1,
				value: Decimal.parse("0.5"),
				precision: -1,
				form: "fraction",
				mantissa: Decimal.parse("0.5"),
				scale: 0,
				more: false,
				plain: false,
				unit: null,
			};
			return this.push(numeral);
		}
		return at + 1;
	}

	/** Past an ordinal: 第三, 第1, 第二十届. */
	private skipOrdinal(at: number): number {
		let end = this.forward(at);
		const start = end;
		while (end - start < 12 && (isDigit(this.text.charCodeAt(end)) || isNumeralCharacter(this.text.charCodeAt(end)))) {
			end += 1;
		}
		if (end > start) {
			this.pushPlain(at - 1, end, "identifier");
		}
		return Math.max(end, at);
	}

	private atKorean(at: number): number {
		const { text } = this;
		if (isHangul(text.charCodeAt(at - 1))) {
			return at + 1;
		}
		if (text.startsWith("절반", at)) {
			return this.pushShare(at, at + 2, Decimal.parse("0.5"));
		}
		if (
			text.startsWith("몇", at) ||
			(text.startsWith("수", at) && (isNumeralCharacter(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === 0x20))
		) {
			// 몇 년, 수백만: vague.
			let end = at + 1;
			while (isHangul(text.charCodeAt(end)) || (end === at + 1 && text.charCodeAt(end) === 0x20)) {
				end += 1;
			}
			return end;
		}
		if (text.startsWith("제", at - 1)) {
			return at + 1;
		}
		const numeral = readKoreanNumeral(text, at, this.numeralOptions(at));
		if (!numeral) {
			return at + 1;
		}
		return this.pushWordNumeral(numeral);
	}

	/** A numeral in Chinese or Korean words: a figure when something is counted or measured, or it can be nothing else. */
	private pushWordNumeral(numeral: Numeral): number {
		const { text } = this;
		const alone = this.standsAlone(numeral.start, numeral.end);
		const before = text.charAt(numeral.start - 1);
		if (numeral.unit === null && numeral.form === "words" && numeral.plain && !alone) {
			const offset = this.forward(numeral.end);
			const unit = readUnit(text, offset, { language: this.language, attached: true });
			const currency = this.currencyAt(offset);
			const counted = unit || currency ? null : readCounted(text, numeral.end, { numeral, language: this.language });
			if (!unit && !currency && !counted?.classifier) {
				const range = this.joinAt(numeral.end);
				if (!range || !isNumeralCharacter(text.charCodeAt(range))) {
					return numeral.end;
				}
			}
			// 一 before a noun it merely introduces, and inside words.
			if (
				numeral.value.equals(Decimal.one) &&
				isHan(text.charCodeAt(numeral.start)) &&
				"每某同任这那另统唯之单万".includes(before) &&
				before !== ""
			) {
				return numeral.end;
			}
		}
		return this.push(numeral);
	}

	private standsAlone(start: number, end: number): boolean {
		return this.text.length < 40 && this.text.slice(0, start).trim() === "" && this.text.slice(end).trim() === "";
	}

	/**
	 * Codes made of digits and marks: 010-62160423, 305-1, 192.168.1.2, GB/T 24001-2016, 2.1.3, and numbers that words before
	 * them make names. @returns `at` when there is none.
	 */
	private readCode(at: number): number {
		const { text } = this;
		let end = at;
		let dashes = 0;
		let points = 0;
		let groups = 1;
		while (end < text.length) {
			const code = text.charCodeAt(end);
			if (isDigit(code)) {
				end += 1;
			} else if ((code === 0x2d || code === 0x2e) && isDigit(text.charCodeAt(end + 1)) && end > at) {
				if (code === 0x2d) {
					dashes += 1;
				} else {
					points += 1;
				}
				groups += 1;
				end += 1;
			} else {
				break;
			}
		}
		const run = end - at;
		const slash = text.charCodeAt(end) === 0x2f || text.charCodeAt(at - 1) === 0x2f;
		const thousands = points >= 2 && dashes === 0 && /^\d{1,3}(\.\d{3})+$/.test(text.slice(at, Math.min(end, at + 60)));
		const zeroLed = text.charCodeAt(at) === 0x30 && isDigit(text.charCodeAt(at + 1));
		const plus = text.charCodeAt(at - 1) === 0x2b;
		const glued = isLatin(text.charCodeAt(at - 1)) && !currencyPrefixes.longestBefore(text, at);
		const codeLike =
			(points >= 2 && !thousands) ||
			dashes >= 2 ||
			(dashes === 1 && points === 0 && (zeroLed || plus || run >= 12)) ||
			(zeroLed && dashes + points === 0 && run >= 5) ||
			(dashes + points === 0 && run > 40);
		if (codeLike || glued) {
			while (
				isDigit(text.charCodeAt(end)) ||
				isLatin(text.charCodeAt(end)) ||
				(text.charCodeAt(end) === 0x2d && isDigit(text.charCodeAt(end + 1)))
			) {
				end += 1;
			}
			this.pushPlain(at, end, "identifier");
			return end;
		}
		// 13F, 24703L202, 3M: letters straight behind that are no unit, scale or currency.
		const behind = text.charCodeAt(end);
		if (isLatin(behind) && dashes === 0) {
			let letters = end;
			while (isLatin(text.charCodeAt(letters))) {
				letters += 1;
			}
			const mixed = isDigit(text.charCodeAt(letters)) && !unitSymbols.longest(text, end);
			const word = text.slice(end, letters);
			if (/^(st|nd|rd|th|ST|ND|RD|TH)$/.test(word)) {
				this.pushPlain(at, letters, "identifier");
				return letters;
			}
			const knownWord =
				unitSymbols.longest(text, end)?.at === letters ||
				(unitSymbols.longest(text, end)?.at ?? 0) > end ||
				(unitWords.longest(text, end)?.at ?? 0) > end ||
				this.currencyAt(end) !== null ||
				/^(k|K|m|M|mm|MM|b|B|bn|BN|G|T|t|mn|mln|bln|tn|trn|mil|mill|mio|million|billion|trillion|thousand|lakh|crore|cr|e|E|x|X|th|dz|dzs)$/.test(
					word,
				);
			if (mixed || !knownWord) {
				while (isDigit(text.charCodeAt(end)) || isLatin(text.charCodeAt(end))) {
					end += 1;
				}
				this.pushPlain(at, end, "identifier");
				return end;
			}
		}
		if (this.namedBefore(at, text.slice(at, Math.min(end, at + 24)))) {
			// The whole list of codes: GRI 305-1, 305-2 and 305-3; Scope 1 and 2.
			while (isLatin(text.charCodeAt(end)) && !isLatin(text.charCodeAt(end + 1))) {
				end += 1;
			}
			this.pushPlain(at, end, "identifier");
			for (;;) {
				const more =
					/^(?:\(\w{1,4}\))?(?:, ?(?:and )?|、|,|和|及|与|至| and | & | to |–|-|~|\/| or |·|와 |과 |,? ?및 )(?=\d{1,3}(?:[-.]\d{1,3}){0,2}(?![\d%]))/.exec(
						text.slice(end, end + 16),
					);
				if (!more) {
					return end;
				}
				const next = end + more[0].length;
				let stop = next;
				while (
					isDigit(text.charCodeAt(stop)) ||
					((text.charCodeAt(stop) === 0x2d || text.charCodeAt(stop) === 0x2e) && isDigit(text.charCodeAt(stop + 1)))
				) {
					stop += 1;
				}
				// A unit behind makes it a quantity again: "Scope 1, 305 tonnes".
				const after = this.forward(stop);
				if (
					stop - next > 6 ||
					unitWords.longest(text, after) ||
					unitSymbols.longest(text, after) ||
					text.charAt(after) === "%" ||
					this.currencyAt(after)
				) {
					return end;
				}
				this.pushPlain(next, stop, "identifier");
				end = stop;
			}
		}
		// 305-1 by itself is a code, 10-15 a range: the second part decides.
		if (dashes === 1 && points === 0) {
			const [left = "", right = ""] = text.slice(at, end).split("-");
			if (Number(right) <= Number(left) && !this.quantityAt(this.forward(end)) && text.charAt(end) !== "%" && !slash) {
				this.pushPlain(at, end, "identifier");
				return end;
			}
		}
		return at;
	}

	/** Whether the words before a number make it a name: "GRI 305", "Table 3", 范围1, 附录2. */
	private namedBefore(at: number, digits: string): boolean {
		const { text } = this;
		const start = this.backSpace(at);
		const word = identifiersBefore.longestBefore(text, start);
		if (word) {
			const found = text.slice(word.at, start).toLowerCase();
			// Words that count as well as name: a unit or scale behind the number makes it a quantity.
			const end = at + digits.length;
			const after = this.forward(end);
			const quantity =
				text.charAt(after) === "%" ||
				(/^\d/.test(digits) && /^(?:,\d{3})/.test(text.slice(end, end + 4))) ||
				(!["scope", "gri", "iso", "table", "figure", "sdg", "note", "category", "page", "p.", "section"].includes(found) &&
					(unitWords.longest(text, after) !== null ||
						this.currencyAt(after) !== null ||
						/^ (million|billion|thousand)/.test(text.slice(end, end + 9))));
			if (!quantity) {
				return true;
			}
		}
		if (start === at || isHan(text.charCodeAt(start - 1)) || isHangul(text.charCodeAt(start - 1))) {
			const name = identifiersBeforeEastAsian.longestBefore(text, start);
			if (name) {
				const found = text.slice(name.at, start);
				const hangulBefore = isHangul(text.charCodeAt(name.at - 1)) && isHangul(found.charCodeAt(0));
				const after = this.forward(at + digits.length);
				const measured =
					unitWords.longest(text, after) ??
					unitSymbols.longest(text, after) ??
					this.currencyAt(after) ??
					(text.charAt(after) === "%" ? {} : null);
				const counted = isHan(found.charCodeAt(0)) && chineseClassifiers.longest(text, after) !== null;
				const soft = [
					"目标",
					"表",
					"图",
					"类",
					"条款",
					"번호",
					"목표",
					"단계",
					"표",
					"제",
					"범위",
					"阶段",
					"层级",
					"注",
				].includes(found);
				const scaled = isNumeralCharacter(text.charCodeAt(after)) && !isDigit(text.charCodeAt(after));
				return (
					!hangulBefore &&
					!(measured || counted || scaled) &&
					!(soft && (text.charAt(name.at - 1) === "代" || text.charAt(name.at - 1) === "意"))
				);
			}
		}
		return false;
	}

	/** Where the second number of a range starts, when `at` is at a join; else 0. */
	private joinAt(at: number): number {
		const { text } = this;
		const start = this.forward(at);
		const join = joins.longest(text, start);
		if (!join) {
			return 0;
		}
		const next = this.forward(join.at);
		return next;
	}

	/** Reads what stands around a number. */
	private amount(numeral: Numeral): Amount {
		const { text } = this;
		let start = numeral.start;
		let end = numeral.end;
		let negative = false;
		let currency: string | null = null;
		let coin = 0;
		let power = 0;
		let bracketed = false;

		// Before: sign, currency, sign.
		const sign = this.signBefore(start);
		if (sign < start) {
			negative = true;
			start = sign;
		}
		const prefixAt = this.backSpace(start);
		const prefix = currencyPrefixes.longestBefore(text, prefixAt);
		if (prefix && !(isLatin(text.charCodeAt(prefixAt - 1)) && this.figures.at(-1)?.end === prefixAt)) {
			const previous = this.figures.at(-1);
			const taken = previous && previous.end > prefix.at;
			const own = this.codeOf(prefix.value);
			// "10 $ 30": a symbol behind a number belongs to it. "人民币" between numbers too.
			if (!taken) {
				currency = own;
				start = prefix.at;
				const outer = this.signBefore(start);
				if (outer < start) {
					negative = true;
					start = outer;
				}
			}
		}
		const open = text.charCodeAt(start - 1) === 0x28;
		if (open && numeral.form === "digits") {
			// (1,234): negative in accounts; only in cells, where nothing else stands in the brackets.
			const close = text.charCodeAt(end) === 0x29 || (text.charAt(end) === "%" && text.charCodeAt(end + 1) === 0x29);
			if (close && (this.inCell || text.length === end + 1 - start + 1) && !numeral.plain) {
				negative = true;
				start -= 1;
				bracketed = true;
			} else if (close && this.inCell && text.trim().length === end - start + 2) {
				negative = true;
				start -= 1;
				bracketed = true;
			}
		}

		// Behind: inner qualifier, unit or currency, counted thing.
		let inner: Amount["inner"] = null;
		let unit: UnitReading | null = null;
		let counted: Counted | null = null;
		let next = end;
		const innerWord = /^ ?(余|多|여)(?! ?[万亿千百])/.exec(text.slice(end, end + 3));
		if (
			innerWord &&
			!(
				innerWord[1] === "여" &&
				isHangul(text.charCodeAt(end + innerWord[0].length)) &&
				!this.quantityAt(end + innerWord[0].length)
			) &&
			!(innerWord[1] === "多" && /^(年来|方|元化|样|措|种形)/.test(text.slice(end + 1, end + 4)) && numeral.plain)
		) {
			const at = end + innerWord[0].length;
			inner = { qualifier: "more-than", span: { start: at - 1, end: at } };
			next = at;
		}
		if (!numeral.unit) {
			const spaced = this.forward(next);
			const suffix = currency === null ? this.currencyAt(spaced) : null;
			const reading = readUnit(text, next, { language: this.language, attached: numeral.form === "digits" });
			const hyphen = text.charCodeAt(next) === 0x2d;
			if (suffix && (!reading || suffix.at >= reading.end) && !this.suffixIsPrefix(suffix.at, spaced, next)) {
				currency = this.codeOf(suffix.value);
				coin = suffix.value.coin ?? 0;
				power = suffix.value.power ?? 0;
				end = suffix.at;
				const compound = readUnit(text, end, { language: this.language, attached: true, denominatorOnly: true });
				if (compound) {
					unit = compound;
					end = compound.end;
				}
			} else if (reading && !(hyphen && numeral.form === "multiple")) {
				unit = reading;
				end = reading.end;
			} else if (currency !== null) {
				const compound = readUnit(text, next, { language: this.language, attached: true, denominatorOnly: true });
				const doubled = this.currencyAt(spaced);
				if (doubled && this.codeOf(doubled.value) === currency && (!isLatin(text.charCodeAt(spaced)) || spaced > next)) {
					end = doubled.at;
				} else if (compound) {
					unit = compound;
					end = compound.end;
				}
			}
			if (currency !== null && unit === null && end === numeral.end && inner) {
				end = next;
			}
			if (currency === null && unit === null) {
				counted = readCounted(text, next, { numeral, language: this.language });
				if (counted) {
					end = Math.max(end, counted.end);
				}
			}
		}
		if (bracketed && text.charCodeAt(end) === 0x29) {
			end += 1;
		}
		return { start, end, numeral, negative, currency, coin, power, unit, counted, inner };
	}

	/** A code behind a number that rather belongs to the next one: "3 USD50 cards". */
	private suffixIsPrefix(end: number, start: number, from: number): boolean {
		return start > from && isDigit(this.text.charCodeAt(end)) && !/^[元块圆원]/.test(this.text.slice(start, start + 1));
	}

	private signBefore(at: number): number {
		const { text } = this;
		const code = text.charCodeAt(at - 1);
		if (code === 0x2d) {
			const before = text.charCodeAt(at - 2);
			// A dash between numbers or words joins; one after a space, bracket or nothing is a sign.
			if (
				Number.isNaN(before) ||
				before === 0x20 ||
				before === 0x28 ||
				before === 0x3c ||
				before === 0x3e ||
				before === 0x7c ||
				before === 0xff1a ||
				before === 0x3a ||
				isHan(before) ||
				before === 0x0a
			) {
				return at - 1;
			}
			return at;
		}
		if (
			code === 0x20 &&
			text.charCodeAt(at - 2) === 0x2d &&
			(at === 2 || /[(|:]/.test(text.charAt(at - 3)) || this.text.slice(0, at - 2).trim() === "")
		) {
			return at - 2;
		}
		const spaceless = this.backSpace(at);
		for (const word of ["负", "마이너스", "마이나스", "음수", "minus", "negative", "Minus", "Negative"]) {
			if (
				text.startsWith(word, spaceless - word.length) &&
				spaceless >= word.length &&
				!isLatin(text.charCodeAt(spaceless - word.length - 1)) &&
				!(word === "负" && isHan(text.charCodeAt(spaceless - 2)) && "抱欺自胜".includes(text.charAt(spaceless - 2)))
			) {
				return spaceless - word.length;
			}
		}
		return at;
	}

	private codeOf(word: CurrencyWord): string {
		return typeof word.code === "string" ? word.code : word.code[this.language];
	}

	/** Makes figures of a numeral and all that belongs to it. @returns where to go on. */
	private push(numeral: Numeral): number {
		const { text } = this;
		// Ordinals: 3rd is a code already; 3号, 5번째.
		if (numeral.plain || numeral.form === "words") {
			const offset = isHangul(text.charCodeAt(this.forward(numeral.end))) ? this.forward(numeral.end) : numeral.end;
			const ordinal = ordinals.longest(text, offset);
			if (ordinal && !this.quantityBeats(offset, ordinal.at) && numeral.scale === 0) {
				this.pushPlain(numeral.start, ordinal.at, "identifier");
				return ordinal.at;
			}
		}
		// 지난 1일, 15日: a day of the month, unless it is said to last.
		if (numeral.plain && numeral.form === "digits" && numeral.value.compare(Decimal.of(31)) <= 0 && !numeral.value.isZero) {
			const mark = this.forward(numeral.end);
			const sign = text.charAt(mark);
			if (
				(sign === "일" || sign === "日" || sign === "号") &&
				!/^(간|동안|이내|이상|내|의 기간|内|以|左右|当)/.test(text.slice(mark + 1, mark + 3).trim())
			) {
				this.pushPlain(numeral.start, mark + 1, "date");
				return mark + 1;
			}
		}
		// A bare year.
		if (
			numeral.plain &&
			numeral.form === "digits" &&
			numeral.end - numeral.start === 4 &&
			isYear(Number(text.slice(numeral.start, numeral.end)))
		) {
			const year = this.yearAt(numeral);
			if (year) {
				return year;
			}
		}
		let first = this.amount(numeral);
		const second = this.secondOf(first);
		if (second) {
			return this.pushRange(first, second);
		}
		if (first.currency === null && first.unit === null && first.counted === null && numeral.unit === null) {
			const listed = this.listNumber(first);
			if (listed) {
				return listed;
			}
		}
		first = this.withCoins(first);
		return this.pushAmount(first);
	}

	/** A unit or classifier that is longer than the ordinal word wins: 3年级 is an ordinal, 3级 may be, 5위안 is money. */
	private quantityBeats(at: number, end: number): boolean {
		const { text } = this;
		for (const match of [
			unitWords.longest(text, at),
			this.currencyAt(at),
			koreanClassifiers.longest(text, at),
			chineseNouns.longest(text, at),
			koreanNouns.longest(text, at),
		]) {
			if (match && match.at > end) {
				return true;
			}
		}
		return false;
	}

	/** "$20 and 43c", "5元6角": coins behind the main currency. */
	private withCoins(amount: Amount): Amount {
		return amount;
	}

	/** A four-digit number that is a year. @returns where to go on, or 0. */
	private yearAt(numeral: Numeral): number {
		const { text } = this;
		const { start, end } = numeral;
		const next = this.forward(end);
		const prefixed = currencyPrefixes.longestBefore(text, this.backSpace(start)) !== null;
		const measured =
			text.charAt(end) === "%" ||
			readUnit(text, end, { language: this.language, attached: true }) !== null ||
			this.currencyAt(next) !== null;
		if (prefixed || measured) {
			return 0;
		}
		const counted = readCounted(text, end, { numeral, language: this.language });
		const header = this.header && (this.header.unit || this.header.currency || this.header.power > 0);
		if (header && this.inCell) {
			return 0;
		}
		if (!counted || yearBefore(text, start)) {
			const before = text.charAt(this.backSpace(start) - 1);
			if (counted?.classifier || (counted && isHan(before.charCodeAt(0)))) {
				return 0;
			}
			const year = Number(text.slice(start, end));
			const zero = netZeroAt(text, start, end);
			if (zero) {
				this.pushNetZero(zero.start, zero.end);
				return zero.end;
			}
			this.pushDate({ start, end, kind: "period", period: { start: `${year}-01-01`, end: `${year}-12-31` }, year });
			return end;
		}
		return 0;
	}

	/** A small number that opens a line or item: "1. Energy", "(2)", "3)". @returns where to go on, or 0. */
	private listNumber(amount: Amount): number {
		const { text } = this;
		const { start, end, numeral } = amount;
		if (!numeral.plain || numeral.end - numeral.start > 3 || this.inCell) {
			return 0;
		}
		const lineStart =
			start === 0 ||
			text.charCodeAt(start - 1) === 0x0a ||
			(text.charCodeAt(start - 1) === 0x28 && (start === 1 || text.charCodeAt(start - 2) === 0x0a));
		const mark = text.charAt(end);
		const bracketed = text.charAt(start - 1) === "(" && mark === ")";
		const footnote = text.charAt(start - 1) === "[" && mark === "]";
		if (
			(lineStart && (mark === "." || mark === ")" || mark === "、" || mark === "．") && text.length > end + 1) ||
			bracketed ||
			footnote
		) {
			this.pushPlain(start, end, "identifier");
			return end;
		}
		return 0;
	}

	/** The second amount of a range whose first is `first`. */
	private secondOf(first: Amount): Amount | null {
		const { text } = this;
		if (first.numeral.form === "multiple" || (first.numeral.unit === null && first.counted?.direct)) {
			return null;
		}
		const spaced = this.forward(first.end);
		const join = joins.longest(text, spaced);
		let next: number;
		let bracketed = false;
		if (join) {
			next = this.forward(join.at);
			if (join.value === "to" && !this.fromIsRange(first)) {
				return null;
			}
			if (
				(join.value === "至" || join.value === "到" || join.value === "에서" || join.value === "부터") &&
				changeBefore(text, first.start)
			) {
				return null;
			}
			// "A -B": a sign, not a join.
			if (
				join.value === "-" &&
				spaced > first.end &&
				next === join.at &&
				isDigit(text.charCodeAt(next)) &&
				first.unit === null &&
				first.currency === null &&
				this.inCell
			) {
				return null;
			}
		} else {
			// between A and B, A和B之间
			const link = /^(?:and|和|与)(?= |[\d一二三四五六七八九十两百千])/.exec(text.slice(spaced, spaced + 4));
			const between =
				/\bbetween\s*(?:about |some |roughly |approximately )?$/i.test(text.slice(Math.max(0, first.start - 24), first.start)) ||
				/(介于|位于|在)\s?$/.test(text.slice(Math.max(0, first.start - 4), first.start));
			if (!link) {
				return null;
			}
			if (!between) {
				bracketed = true; // 和 … 之间 must follow
			}
			next = this.forward(spaced + link[0].length);
		}
		const prefix = currencyPrefixes.longest(text, next);
		const qualified = /^(?:about |around |approximately |约|近|~|약 ?)/i.exec(text.slice(next, next + 16));
		if (qualified) {
			next += qualified[0].length;
		}
		if (prefix && isDigit(text.charCodeAt(this.forward(prefix.at)))) {
			next = this.forward(prefix.at);
		}
		const numeral = this.numeralAt(next);
		if (!numeral || numeral.form === "multiple") {
			return null;
		}
		if (
			readNumericDate(text, numeral.start)?.year === null &&
			isDigit(text.charCodeAt(numeral.start)) &&
			readNumericDate(text, numeral.start)
		) {
			return null;
		}
		const figures = this.figures.length;
		const second = this.amount(numeral);
		this.figures.length = figures;
		if (bracketed && !/^ ?(之间|之內|间)/.test(text.slice(second.end, second.end + 3))) {
			return null;
		}
		// Both must measure the same kind of thing.
		const firstUnit = first.numeral.unit ?? first.unit?.unit ?? first.currency ?? first.counted?.unit ?? null;
		const secondUnit = second.numeral.unit ?? second.unit?.unit ?? second.currency ?? second.counted?.unit ?? null;
		if (firstUnit !== null && secondUnit !== null && firstUnit !== secondUnit) {
			return null;
		}
		if (
			firstUnit !== null &&
			secondUnit === null &&
			!(first.currency && prefix === null) &&
			first.start !== first.numeral.start
		) {
			// "$10-20" has its unit in front.
			if (!first.currency) {
				return null;
			}
		}
		const low = this.shared(first, second);
		const high = this.valueOf(second);
		if (low.compare(high) >= 0) {
			return null;
		}
		return second;
	}

	/** Whether "A to B" here is a range, not a change from A to B. */
	private fromIsRange(first: Amount): boolean {
		return !changeBefore(this.text, first.start);
	}

	private numeralAt(at: number): Numeral | null {
		const { text } = this;
		const kind = classes[text.charCodeAt(at)];
		const options = this.numeralOptions(at);
		switch (kind) {
			case digit:
			case fractionMark:
				return readDigitNumeral(text, at, options);
			case pointMark:
				return isDigit(text.charCodeAt(at + 1)) ? readDigitNumeral(text, at, options) : null;
			case chinese:
				return readChineseNumeral(text, at, options);
			case korean:
				return readKoreanNumeral(text, at, options);
			case letter: {
				const numeral = readEnglishNumeral(text, at);
				return numeral && !numeral.ordinal ? numeral : null;
			}
			default:
				return null;
		}
	}

	/** The value of an amount in its own unit, sign and coins included. */
	private valueOf(amount: Amount): Decimal {
		let value = amount.numeral.value;
		if (amount.coin > 0) {
			value = value.dividedBy(Decimal.of(amount.coin), 40).normalize();
		}
		if (amount.power > 0) {
			value = value.shift(amount.power);
		}
		return amount.negative ? value.negate() : value;
	}

	/** The first value of a range, with the scale it shares with the second: 两到三万, 3 to 4 million. */
	private shared(first: Amount, second: Amount): Decimal {
		const own = this.valueOf(first);
		if (
			first.numeral.scale === 0 &&
			second.numeral.scale > 0 &&
			first.numeral.unit === null &&
			first.numeral.value.compare(second.numeral.mantissa) < 0
		) {
			return own.shift(second.numeral.scale);
		}
		return own;
	}

	private pushRange(first: Amount, second: Amount): number {
		const scaled = this.shared(first, second);
		const coin = first.coin === 0 && second.coin > 0 ? second.coin : 0;
		const low = coin
			? scaled.dividedBy(Decimal.of(coin), 40).normalize()
			: second.power > 0 && first.power === 0
				? scaled.shift(second.power)
				: scaled;
		const high = this.valueOf(second);
		const currency = second.currency ?? first.currency;
		const unit = second.unit ?? first.unit;
		const counted = second.counted ?? first.counted;
		const numeralUnit = second.numeral.unit ?? first.numeral.unit;
		const amount: Amount = {
			...second,
			start: first.start,
			currency,
			unit,
			counted,
			numeral: { ...second.numeral, start: first.numeral.start, unit: numeralUnit, plain: false },
		};
		return this.pushAmount(amount, { low, high });
	}

	/** Makes the figure of an amount, with its qualifiers. @returns where to go on. */
	private pushAmount(amount: Amount, range?: { low: Decimal; high: Decimal }): number {
		const { text } = this;
		const { numeral, counted } = amount;
		let unit: string | null = numeral.unit ?? amount.unit?.unit ?? null;
		let currency = amount.currency;
		let { end } = amount;
		let kind: FigureKind = "quantity";
		let value = this.valueOf(amount);
		let precision = numeral.precision + amount.power;
		let checkworthy = true;
		const header = this.header;

		if (numeral.unit === null && unit === null && currency === null && counted === null && header) {
			value = value.shift(header.power);
			precision += header.power;
			unit = header.unit;
			currency = header.currency;
			if (header.counted) {
				kind = "count";
			}
		} else if (header && currency === null && unit === null && counted === null) {
			currency = header.currency;
		}
		if (amount.coin > 0) {
			precision -= String(amount.coin).length - 1;
		}
		if (currency !== null) {
			unit = amount.unit?.denominator
				? `${currency}/${amount.unit.denominator}`
				: unit !== null && unit !== currency && header === null
					? `${currency}${unit.startsWith("/") ? unit : ""}`
					: currency;
			kind = "money";
		} else if (amount.unit || numeral.unit || (unit !== null && kind !== "count")) {
			kind = unit === "%" || unit === "‰" || unit === "pp" || unit === "bp" ? "percent" : unit === "x" ? "ratio" : "quantity";
		}
		if (numeral.form === "fraction" && unit === null && currency === null && !counted) {
			unit = "x";
			kind = "ratio";
		}
		if (
			unit === "x" &&
			amount.unit &&
			/^ ?times?$/i.test(text.slice(amount.end - 5, amount.end)) &&
			!this.comparesTimes(amount)
		) {
			unit = "time";
			kind = "count";
		}
		if (numeral.form === "multiple") {
			unit = "x";
			kind = "ratio";
		}
		if (counted && unit === null && currency === null) {
			unit = counted.unit;
			kind = "count";
			checkworthy = !counted.abstract;
		}
		if (unit !== null && kind === "quantity") {
			unit = carbonUnit(text, unit, amount.start, end) ?? unit;
		}

		// Qualifiers.
		const behind = readQualifierAfter(text, end);
		const front =
			readQualifierBefore(text, amount.start) ??
			(numeral.form === "fraction" && isHan(text.charCodeAt(numeral.start)) ? readQualifierAcross(text, amount.start) : null);
		let qualifier: Qualifier = range ? "between" : "exact";
		let qualifierSpan: Span | null = null;
		if (amount.inner) {
			qualifier = amount.inner.qualifier;
			qualifierSpan = amount.inner.span;
		} else if (numeral.more) {
			qualifier = "more-than";
			qualifierSpan = null;
		}
		if (!range) {
			const bound = (q: Qualifier | undefined) => q !== undefined && q !== "about";
			if (counted?.qualifier) {
				qualifier = counted.qualifier.qualifier;
				qualifierSpan = counted.qualifier.span;
			}
			if (behind && (bound(behind.qualifier) || qualifier === "exact")) {
				qualifier = behind.qualifier;
				qualifierSpan = behind.span;
			}
			if (front && (qualifier === "exact" || (qualifier === "about" && bound(front.qualifier)))) {
				qualifier = front.qualifier;
				qualifierSpan = front.span;
			}
		} else if (front) {
			qualifierSpan = front.span;
		}
		if (!checkworthyNumber(text, amount, { unit, currency, kind, value, qualifier, inCell: this.inCell })) {
			checkworthy = false;
		}
		let interval = range ? { low: range.low, high: range.high } : intervalOf(value, precision, qualifier);
		if (
			!range &&
			unit === "x" &&
			numeral.form !== "digits" &&
			numeral.form !== "fraction" &&
			(qualifier === "exact" || qualifier === "about")
		) {
			// "doubled", 翻一番, 두 배: nobody means two to the last digit.
			interval = { low: value.times(ninetenths), high: value.times(eleventenths) };
		}
		this.figures.push({
			start: amount.start,
			end,
			kind,
			checkworthy,
			value: range ? null : value,
			low: interval.low,
			high: interval.high,
			unit,
			currency,
			qualifier,
			qualifierSpan,
			period: null,
			numeral: { start: numeral.start, end: numeral.end },
			precision,
		});
		end = Math.max(end, behind && !range ? behind.span.end : end, numeral.end);
		return end;
	}

	/** "3 times higher", "grew 2.5 times" against "met 7 times". */
	private comparesTimes(amount: Amount): boolean {
		const { text } = this;
		return (
			(!amount.numeral.plain && amount.numeral.form === "digits") ||
			/^ (more|higher|greater|larger|bigger|as |the |less|lower|faster|that|its|compared|over|longer|better|what)/i.test(
				text.slice(amount.end, amount.end + 10),
			) ||
			/(grew|grow|increas|ris|rose|expand|multipl|up |is|was|by|to|about|than|nearly|almost) ?$/i.test(
				text.slice(Math.max(0, amount.start - 12), amount.start),
			)
		);
	}

	private pushMultiple(start: number, end: number, value: Decimal): number {
		const numeral: Numeral = {
			start,
			end,
			value,
			precision: value.exponent,
			form: "multiple",
			mantissa: value,
			scale: 0,
			more: false,
			plain: false,
			unit: null,
		};
		return this.pushAmount({
			start,
			end,
			numeral,
			negative: false,
			currency: null,
			coin: 0,
			power: 0,
			unit: null,
			counted: null,
			inner: null,
		});
	}

	private pushShare(start: number, end: number, value: Decimal): number {
		const numeral: Numeral = {
			start,
			end,
			value,
			precision: -2,
			form: "fraction",
			mantissa: value,
			scale: 0,
			more: false,
			plain: false,
			unit: null,
		};
		return this.pushAmount({
			start,
			end,
			numeral,
			negative: false,
			currency: null,
			coin: 0,
			power: 0,
			unit: null,
			counted: null,
			inner: null,
		});
	}

	private pushDate(date: DateMatch): void {
		this.pushPlain(date.start, date.end, date.kind, date.period);
	}

	private pushPlain(start: number, end: number, kind: "date" | "period" | "identifier", period: Period | null = null): void {
		const last = this.figures.at(-1);
		if (last && last.end > start) {
			return;
		}
		this.figures.push({
			start,
			end,
			kind,
			checkworthy: false,
			value: null,
			low: null,
			high: null,
			unit: null,
			currency: null,
			qualifier: "exact",
			qualifierSpan: null,
			period,
			numeral: { start, end },
			precision: 0,
		});
	}

	/** Net zero by a year: a target of no emissions. */
	private pushNetZero(start: number, end: number): void {
		this.figures.push({
			start,
			end,
			kind: "quantity",
			checkworthy: true,
			value: Decimal.zero,
			low: Decimal.zero,
			high: Decimal.zero,
			unit: "tCO2e",
			currency: null,
			qualifier: "exact",
			qualifierSpan: null,
			period: null,
			numeral: { start, end },
			precision: 0,
		});
	}
}

const scenarioWords =
	/^ ?(pathway|scenario|target|goal|limit|warming|aligned|trajectory|world|路径|情景|目标|温控|시나리오|목표|경로|이내)/i;

/** Whether a reader would ask where the number comes from. */
function checkworthyNumber(
	text: string,
	amount: Amount,
	figure: {
		unit: string | null;
		currency: string | null;
		kind: FigureKind;
		value: Decimal;
		qualifier: Qualifier;
		inCell: boolean;
	},
): boolean {
	const { numeral, counted } = amount;
	const { unit } = figure;
	if (unit === "year" || unit === "month" || unit === "week" || unit === "decade" || unit === "century" || unit === "quarter") {
		return false;
	}
	if (unit === "°" || unit === "°C") {
		return (
			!scenarioWords.test(text.slice(amount.end, amount.end + 16)) &&
			!(figure.value.equals(Decimal.parse("1.5")) || figure.value.equals(Decimal.of(2)))
		);
	}
	if (numeral.form === "words" && figure.value.equals(Decimal.one) && figure.kind !== "money" && numeral.plain) {
		return false;
	}
	if (numeral.form === "multiple") {
		return (
			!/^ ?(a|an|per|every|each) /i.test(text.slice(amount.end, amount.end + 7)) &&
			text.slice(numeral.start, numeral.end).toLowerCase() !== "twice"
		);
	}
	if (unit === "time") {
		return figure.inCell || numeral.form === "digits";
	}
	if (numeral.form === "fraction" && unit === "x" && numeral.end - numeral.start <= 3 && text.charAt(numeral.start + 1) === "/") {
		return false;
	}
	if (unit === null && figure.currency === null && !counted && !figure.inCell) {
		if (numeral.form !== "digits") {
			return false;
		}
		// A bare small number is a name or a place more often than a quantity.
		return !(numeral.plain && numeral.end - numeral.start <= 4) || (amount.start !== numeral.start && amount.currency !== null);
	}
	// Slogans: 责任+1.
	if (text.charAt(amount.start - 1) === "+" && unit === null) {
		return false;
	}
	return true;
}
