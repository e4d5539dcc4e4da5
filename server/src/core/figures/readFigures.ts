/** Text in, figures out: the one reader of quantities, for every language. */
import { Decimal } from "../decimal.ts";
import type { Figure, Language, Period, Qualifier, Span } from "../model.ts";
import { fold, isHan, isHangul } from "../text/fold.ts";
import { type Amount, currencyAt, numeralAt, readAmount, type Scene, SceneOptions, withSmallerUnits } from "./amount.ts";
import { netZeroAt, netZeroFrom } from "./carbon.ts";
import { backSpaces, digitsEnd, hyphen, isDigit, isLatin, lettersEnd, skipSpaces, space } from "./characters.ts";
import { isCheckworthy } from "./checkworthy.ts";
import { nameEnd, readCodes } from "./codes.ts";
import { type Counted, readCounted } from "./counts.ts";
import {
	type DateMatch,
	isYear,
	readCharacterDate,
	readDecade,
	readNumericDate,
	readRelative,
	readRepublicDate,
	readWordDate,
	relativeStarts,
	yearBefore,
} from "./dates.ts";
import { ratio } from "./digits.ts";
import { englishStarts } from "./english.ts";
import { FigureWriter } from "./figureWriter.ts";
import { isIndexHeader, readHeader } from "./header.ts";
import { intervalOf } from "./interval.ts";
import { readKoreanNumeral, readKoreanPair } from "./korean.ts";
import { measureOf } from "./measure.ts";
import { isNumeralCharacter } from "./myriad.ts";
import {
	makeNumeral,
	type Numeral,
	readChineseNumeral,
	readDigitNumeral,
	readEnglishNumeral,
	readPair,
	readRatio,
} from "./numeral.ts";
import { type QualifierReading, readQualifierAcross, readQualifierAfter, readQualifierBefore } from "./qualifiers.ts";
import { type Lending, type Range, readChangeEnd, readLender, readRange } from "./ranges.ts";
import { readPerBefore, readSpeedBefore, readUnit } from "./unitReader.ts";
import { findUnit, unitWords } from "./units.ts";
import { buildIdioms, chineseNouns, currencyBefore, idiomAt, joins, koreanClassifiers, koreanNouns, ordinals } from "./words.ts";

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

// What the scanner does at a character.
const skip = 0;
const digit = 1;
const letter = 2;
const chinese = 3;
const korean = 4;
const fraction = 5;
const point = 6;
const relative = 7;
const classes = new Uint8Array(0x1_0000);
for (let code = 0; code < classes.length; code++) {
	if (isDigit(code)) {
		classes[code] = digit;
	} else if (isLatin(code)) {
		classes[code] = letter;
	} else if (isNumeralCharacter(code)) {
		classes[code] = isHangul(code) ? korean : chinese;
	}
}
for (const [characters, kind] of [
	["半双几数第首翻", chinese],
	["열스서마쉰예일여아하한둘두셋세석넷네넉다섯절반몇수", korean],
	["½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒", fraction],
	[".", point],
] as const) {
	for (const character of characters) {
		classes[character.charCodeAt(0)] = kind;
	}
}
for (const code of relativeStarts) {
	if (classes[code] === skip) {
		classes[code] = relative;
	}
}
buildIdioms((code) => classes[code] !== skip && classes[code] !== relative);

const half = Decimal.parse("0.5");
/** "doubled", 翻一番, 두 배 mean about that: rhetorical multiples are taken within a tenth. */
const loosely = { low: Decimal.parse("0.9"), high: Decimal.parse("1.1") };

/**
 * Reads the figures of `text`, sorted, not overlapping. Offsets count in `text` as given; folding happens inside. Time is
 * linear in the length of the text.
 */
export function readFigures(text: string, options: ReadOptions): Figure[] {
	const folded = fold(text);
	const { language, cell } = options;
	const header = cell ? readHeader(cell, language) : null;
	const scene: Scene = {
		text: folded.text,
		language,
		header,
		inCell: cell !== undefined,
		inIndex: cell !== undefined && isIndexHeader(cell.columnHeader, language),
		options: new SceneOptions(folded.text, header?.currency != null),
	};
	return new Scanner(scene, new FigureWriter(text, folded, language)).scan();
}

const colon = 0x3a;
const fullStop = 0x2e;
const lineFeed = 0x0a;

/** Whether the letters from `at` to `end` open a web address: "https:", "doi:", "www.". */
function opensAddress(text: string, at: number, end: number): boolean {
	return text.charCodeAt(end) === colon
		? text.startsWith("//", end + 1) || /^(?:doi|arxiv)$/i.test(text.slice(at, Math.min(end, at + 6)))
		: end - at === 3 && text.slice(at, end).toLowerCase() === "www";
}

/** Whether nothing but the marks of a heading stands before `at` in its line. */
function opensLine(text: string, at: number): boolean {
	const start = backSpaces(text, at);
	let open = start;
	while (start - open < 6 && text.charAt(open - 1) === "#") {
		open -= 1;
	}
	return open === 0 || text.charCodeAt(open - 1) === lineFeed;
}

/** End of a web address: the next space or character that none contains. */
function addressEnd(text: string, at: number): number {
	let end = at;
	while (end < text.length && text.charCodeAt(end) > 0x20 && text.charCodeAt(end) < 0x2e80 && !'<>"'.includes(text.charAt(end))) {
		end += 1;
	}
	return end;
}

class Scanner {
	/** End of the figure before, in folded text: what stands there is taken. */
	private taken = 0;
	/** A number that the next one is counted by: 매출 1억 원당, 每10股, 万元产值. */
	private per: { readonly unit: string; readonly end: number } | null = null;
	/** The amount before. */
	private previous: Amount | null = null;
	/** The currency of the region that the last amount was printed in. */
	private local: string | null = null;
	private lending: Lending = { lender: null, end: 0 };
	/** Where the second amount of a change stands, and the currency that the first printed for both. */
	private changed: { readonly at: number; readonly currency: string | null } | null = null;
	private readonly text: string;
	private readonly scene: Scene;
	private readonly writer: FigureWriter;

	constructor(scene: Scene, writer: FigureWriter) {
		this.scene = scene;
		this.text = scene.text;
		this.writer = writer;
	}

	scan(): Figure[] {
		const { text } = this;
		const { length } = text;
		let at = 0;
		while (at < length) {
			switch (classes[text.charCodeAt(at)]) {
				case skip:
					at += 1;
					break;
				case letter:
					at = this.atWord(at);
					break;
				default:
					at = this.atNumeral(at);
			}
		}
		return this.writer.figures;
	}

	/** At the first letter of a Latin word. @returns where to go on. */
	private atWord(at: number): number {
		const { text } = this;
		const end = lettersEnd(text, at);
		const named = readRelative(text, at);
		if (named) {
			return this.pushDate(named);
		}
		const first = text.charCodeAt(at) | 0x20;
		const idiom = idiomAt(text, at);
		if (idiom) {
			const zero = netZeroFrom(text, at);
			return zero ? this.pushNetZero(zero) : Math.max(idiom.end, end);
		}
		const next = text.charCodeAt(end);
		if ((next === colon || next === fullStop) && opensAddress(text, at, end)) {
			return addressEnd(text, end);
		}
		const date = readWordDate(text, at);
		if (date) {
			return this.pushDate(date);
		}
		const numeral = englishStarts.has(first) ? readEnglishNumeral(text, at) : null;
		if (numeral) {
			return Math.max(numeral.ordinal ? numeral.end : this.push(numeral), end);
		}
		// Letters straight before digits: a currency, or a name (A4, CO2, COVID-19).
		if (isDigit(next)) {
			return currencyBefore(text, end)?.at === at ? end : this.pushName(at);
		}
		if (next === hyphen && isDigit(text.charCodeAt(end + 1)) && !currencyBefore(text, end)) {
			const year = isYear(Number(text.slice(end + 1, end + 5))) && !isDigit(text.charCodeAt(end + 5));
			return year || readNumericDate(text, end + 1)?.period ? end + 1 : this.pushName(at);
		}
		return end;
	}

	private pushName(at: number): number {
		const end = nameEnd(this.text, at);
		this.pushPlain("identifier", { start: at, end });
		return end;
	}

	/** At a character that may begin a number. @returns where to go on. */
	private atNumeral(at: number): number {
		const { text } = this;
		const named = readRelative(text, at);
		if (named) {
			return this.pushDate(named);
		}
		if (classes[text.charCodeAt(at)] === relative) {
			return at + 1;
		}
		const idiom = idiomAt(text, at);
		if (idiom && idiom.end > at) {
			return idiom.end;
		}
		switch (classes[text.charCodeAt(at)]) {
			case chinese:
				return this.atChinese(at);
			case korean:
				return this.atKorean(at);
			case point:
				return isDigit(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at - 1)) && !isLatin(text.charCodeAt(at - 1))
					? this.atDigits(at)
					: at + 1;
			default:
				return this.atDigits(at);
		}
	}

	private atDigits(at: number): number {
		const { text, scene } = this;
		const compared = readRatio(text, at);
		if (compared) {
			return this.push(compared);
		}
		const date = readNumericDate(text, at);
		// 7 시리아 파운드 is no time of day.
		if (date && !(date.kind === "date" && currencyAt(text, skipSpaces(text, digitsEnd(text, at), 2)))) {
			const zero = date.year === null ? null : netZeroAt(text, date.start, date.end);
			return zero ? this.pushNetZero(zero) : this.pushDate(date);
		}
		const decade = readDecade(text, at);
		if (decade) {
			return this.pushDate(decade);
		}
		// ISO 14001:2015
		if (
			text.charCodeAt(at - 1) === colon &&
			isDigit(text.charCodeAt(at - 2)) &&
			isYear(Number(text.slice(at, digitsEnd(text, at))))
		) {
			return this.pushName(at);
		}
		const codes = readCodes(text, at);
		if (codes.length > 0) {
			for (const code of codes) {
				this.pushPlain("identifier", code);
			}
			return codes.at(-1)?.end ?? at + 1;
		}
		const numeral = readDigitNumeral(text, at, scene.options);
		return numeral ? this.push(numeral) : this.pushName(at);
	}

	private atChinese(at: number): number {
		const { text } = this;
		switch (text.charAt(at)) {
			case "一":
				return text.charAt(at + 1) === "半" ? this.pushHalf(at, 2) : this.atCharacters(at);
			case "第":
				return this.atOrdinal(at);
			case "首":
				return at + 2;
			case "双":
				return at + 1;
			case "零":
				return text.charAt(at + 1) === "下" ? at + 2 : this.atCharacters(at);
			case "翻":
				return this.atDoubling(at);
			case "半":
				return this.atHalf(at);
			case "几":
			case "数":
				return this.atVague(at);
			default:
				return this.atCharacters(at);
		}
	}

	/** At a Chinese numeral. */
	private atCharacters(at: number): number {
		const { text, scene } = this;
		const pair = readPair(text, at, scene.options);
		if (pair) {
			return this.pushPair(pair.numeral, pair.low);
		}
		const numeral = readChineseNumeral(text, at, scene.options);
		const date = numeral && readCharacterDate(text, numeral);
		return date ? this.pushDate(date) : numeral ? this.pushSpelled(numeral) : at + 1;
	}

	/** 一半, 半数, 절반: half of what the sentence is about. */
	private pushHalf(at: number, length: number): number {
		return this.push(makeNumeral(at, at + length, half, { precision: -2, form: "fraction" }));
	}

	/** 几万, 数百万: nobody knows how many. */
	private atVague(at: number): number {
		let end = at + 1;
		while (end - at < 6 && isNumeralCharacter(this.text.charCodeAt(end))) {
			end += 1;
		}
		return end;
	}

	/** 翻一番, 翻两番, 翻倍. */
	private atDoubling(at: number): number {
		const match = /^翻了?(?:([一两三123])?番|([一两三123])?倍)/.exec(this.text.slice(at, at + 5));
		if (!match) {
			return at + 1;
		}
		const times = "一1".includes(match[1] ?? "一") ? 2 : "两2".includes(match[1] ?? "") ? 4 : 8;
		return this.push(makeNumeral(at, at + match[0].length, Decimal.of(times), { form: "multiple" }));
	}

	/** 半: half of something measured. Half years and half months are periods, 半米 an idiom. */
	private atHalf(at: number): number {
		if (this.text.charAt(at + 1) === "数") {
			return this.pushHalf(at, 2);
		}
		const unit = readUnit(this.text, at + 1, { language: this.scene.language, attached: true });
		const dimensions = ["calendar", "length", "angle", "points"];
		if (!unit || dimensions.includes(unit.dimension) || unit.unit === "day") {
			return at + 1;
		}
		return this.push(makeNumeral(at, at + 1, half, { form: "fraction" }));
	}

	/** 第三, 第1, 第二十届. */
	private atOrdinal(at: number): number {
		const { text } = this;
		const start = skipSpaces(text, at + 1, 2);
		let end = start;
		while (end - start < 12 && (isDigit(text.charCodeAt(end)) || isNumeralCharacter(text.charCodeAt(end)))) {
			end += 1;
		}
		if (end > start) {
			this.pushPlain("identifier", { start: at, end });
		}
		return Math.max(end, at + 1);
	}

	private atKorean(at: number): number {
		const { text, scene } = this;
		if (isHangul(text.charCodeAt(at - 1)) && !text.startsWith("마이너스", at - 4)) {
			return at + 1;
		}
		if (
			text.startsWith("절반", at) ||
			(text.charAt(at) === "반" && (this.standsAlone(at) || /^반(?:이 넘|이상|은 |으로)/.test(text.slice(at, at + 4))))
		) {
			return this.pushHalf(at, text.charAt(at) === "절" ? 2 : 1);
		}
		const vague = text.charAt(at) === "수" && (isNumeralCharacter(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === 0x20);
		if (vague || text.charAt(at) === "몇") {
			// 몇 년, 수백만: nobody knows how many.
			let end = skipSpaces(text, at + 1, 1);
			while (isHangul(text.charCodeAt(end))) {
				end += 1;
			}
			return end;
		}
		const pair = readKoreanPair(text, at);
		if (pair && scene.options.quantityAt(skipSpaces(text, pair.numeral.end))) {
			return this.pushPair(pair.numeral, pair.low);
		}
		const certain = this.standsAlone(at) || /(?:마이너스|마이나스|음수) ?$/.test(text.slice(Math.max(0, at - 5), at));
		const numeral = readKoreanNumeral(text, at, scene.options, certain);
		return numeral ? this.pushSpelled(numeral) : at + 1;
	}

	/** 两三万, 두세 명: between two numbers, of which `numeral` is the higher. */
	private pushPair(numeral: Numeral, low: Decimal): number {
		const amount = readAmount(this.scene, numeral, { from: this.taken });
		if (amount.unit === null && amount.currency === null && amount.counted === null && numeral.scale < 3) {
			return numeral.end;
		}
		// Coins and glued scales count for both ends.
		const factor = amount.value.dividedBy(numeral.value, 20);
		return this.pushAmount(amount, { amount, low: low.times(factor).normalize(), high: amount.value });
	}

	/** Whether nothing but one word stands in the text from `at` on, and nothing before it. */
	private standsAlone(at: number): boolean {
		const { text } = this;
		return text.length < 40 && backSpaces(text, at) === 0 && /^\S+\s*$/.test(text.slice(at));
	}

	/** A numeral in Chinese or Korean characters: a figure when something is counted or measured, or it can be nothing else. */
	private pushSpelled(numeral: Numeral): number {
		const { text } = this;
		if (numeral.unit !== null || numeral.form !== "words" || !numeral.plain || this.standsAlone(numeral.start)) {
			return this.push(numeral);
		}
		// 千余家: the word between is no part of the unit.
		const more = /^(?:[余多](?![万亿千百])|여)/.test(text.slice(numeral.end, numeral.end + 2)) ? 1 : 0;
		const next = skipSpaces(text, numeral.end + more, 2);
		const measured =
			readUnit(text, next, { language: this.scene.language, attached: true }) !== null || currencyAt(text, next) !== null;
		const counted =
			measured || readCounted(text, numeral.end + more, { numeral, language: this.scene.language })?.classifier === true;
		if (!counted) {
			const join = joins.longest(text, next);
			const range = join !== null && isNumeralCharacter(text.charCodeAt(skipSpaces(text, join.at, 2)));
			const halves = text.startsWith("个半", next);
			const signed = /(?:마이너스|마이나스|음수|负) ?$/.test(text.slice(Math.max(0, numeral.start - 5), numeral.start));
			return range || halves || signed ? this.push(numeral) : numeral.end;
		}
		// 每一家, 同一个, 这两项: no count.
		const before = text.charAt(numeral.start - 1);
		if (
			isHan(text.charCodeAt(numeral.start)) &&
			numeral.value.equals(Decimal.one) &&
			before !== "" &&
			"每某同任这那另统唯之单万".includes(before)
		) {
			return numeral.end;
		}
		return this.push(numeral);
	}

	/** Makes figures of a numeral and all that belongs to it. @returns where to go on. */
	private push(numeral: Numeral): number {
		const { scene } = this;
		const whole = numeral.form === "fraction" ? this.wholeBefore(numeral) : null;
		if (whole) {
			return this.pushAmount(whole);
		}
		const name = this.placeOrYear(numeral);
		if (name > 0) {
			return name;
		}
		const read = withSmallerUnits(scene, readAmount(scene, numeral, { from: this.taken }));
		const isSecond = this.changed?.at === numeral.start && read.currency === null && read.unit === null && read.counted === null;
		const first = isSecond ? { ...read, currency: this.changed?.currency ?? null } : read;
		const range = readRange(scene, first);
		if (range) {
			return this.pushAmount(range.amount, range);
		}
		const end = scene.inCell ? null : readChangeEnd(scene, first);
		if (end) {
			const { scale } = end.numeral;
			this.changed = { at: end.numeral.start, currency: first.currency };
			return this.pushAmount({
				...first,
				value: first.value.shift(scale),
				precision: first.precision + scale,
				currency: first.currency ?? end.currency,
				unit: end.unit,
				counted: end.counted && { ...end.counted, direct: false },
				numeral: end.numeral.unit ? { ...numeral, unit: end.numeral.unit } : numeral,
			});
		}
		const section = this.sectionNumber(first);
		if (section > 0) {
			return section;
		}
		const bare = first.currency === null && first.unit === null && numeral.unit === null;
		if (bare && first.counted === null) {
			const listed = this.listNumber(first);
			if (listed > 0) {
				return listed;
			}
		}
		const share = bare && numeral.plain ? this.shareOf(numeral) : null;
		if (share) {
			return this.pushAmount(readAmount(scene, share, { from: this.taken }));
		}
		const compared = bare && first.counted === null ? this.comparative(first) : null;
		if (compared) {
			return this.pushAmount(compared);
		}
		const lender = bare && first.counted === null && numeral.form === "digits" && !scene.inCell ? this.lenderOf(first) : null;
		if (lender) {
			const { currency, unit, counted } = lender;
			const lent = lender.numeral.unit ?? null;
			return this.pushAmount({
				...first,
				currency,
				unit,
				counted: counted && { ...counted, direct: false },
				numeral: lent ? { ...numeral, unit: lent } : numeral,
			});
		}
		return this.pushAmount(first);
	}

	/** "an hour and a half": one of a unit before its half. */
	private wholeBefore(numeral: Numeral): Amount | null {
		const { text } = this;
		const found = / (?:and) $/.test(text.slice(Math.max(0, numeral.start - 5), numeral.start))
			? /(?:^|[^A-Za-z])(an?|one) ([a-z]{3,12}) and $/i.exec(text.slice(Math.max(0, numeral.start - 24), numeral.start))
			: null;
		const [words = "", article = "", name = ""] = found ?? [];
		const unit = found && unitWords.longest(name, 0);
		if (!unit || unit.at !== name.length) {
			return null;
		}
		const start = numeral.start - words.length + words.indexOf(article);
		if (start < this.taken) {
			return null;
		}
		const { symbol, dimension } = unit.value.unit;
		return {
			start,
			end: numeral.end,
			numeral: { ...numeral, start, form: "words" },
			value: numeral.value.plus(Decimal.one),
			precision: numeral.precision,
			currency: null,
			unit: { unit: symbol, dimension, end: numeral.end, denominator: null },
			counted: null,
			inner: null,
		};
	}

	/** Numbers that are places or times: 3号, 5번째, 지난 1일, 2022. @returns where to go on, or 0. */
	private placeOrYear(numeral: Numeral): number {
		const { text } = this;
		const { start, end } = numeral;
		const next = isHangul(text.charCodeAt(skipSpaces(text, end, 2))) ? skipSpaces(text, end, 2) : end;
		if ((numeral.plain || numeral.form === "words") && numeral.scale === 0) {
			const ordinal = ordinals.longest(text, next);
			if (ordinal && !this.longerUnit(next, ordinal.at)) {
				this.pushPlain("identifier", { start, end: ordinal.at });
				return ordinal.at;
			}
		}
		if (!numeral.plain || numeral.form !== "digits") {
			return 0;
		}
		const republic = this.scene.language === "zh-Hant" ? readRepublicDate(text, start, end) : null;
		if (republic) {
			return this.pushDate(republic);
		}
		// A day of the month, unless it is said to last.
		const sign = text.charAt(skipSpaces(text, end, 2));
		if (
			(sign === "일" || sign === "日" || sign === "号") &&
			numeral.value.compare(Decimal.of(31)) <= 0 &&
			!numeral.value.isZero
		) {
			const stop = skipSpaces(text, end, 2) + 1;
			if (
				!currencyAt(text, stop - 1) &&
				!/^(?:간|동안|이내|이상|내|의 기간|内|以|左右|当|元|圆|币|本)/.test(text.slice(stop, stop + 4).trimStart())
			) {
				this.pushPlain("date", { start, end: stop });
				return stop;
			}
		}
		// 3분기, 三季度
		const quarter = end - start === 1 ? /^ ?(?:분기|季度)/.exec(text.slice(end, end + 3)) : null;
		if (quarter) {
			this.pushPlain("period", { start, end: end + quarter[0].length });
			return end + quarter[0].length;
		}
		return end - start === 4 && isYear(Number(text.slice(start, end))) ? this.year(numeral) : 0;
	}

	/** Whether a unit or noun at `at` reaches beyond `end`: then 3级 is no place, 5위안 is money. */
	private longerUnit(at: number, end: number): boolean {
		const { text } = this;
		return [
			unitWords.longest(text, at),
			currencyAt(text, at),
			koreanClassifiers.longest(text, at),
			chineseNouns.longest(text, at),
			koreanNouns.longest(text, at),
		].some((match) => match !== null && match.at > end);
	}

	/** A four-digit number that is a year: nothing measures or counts it, or a word before it says so. @returns where to go on, or 0. */
	private year(numeral: Numeral): number {
		const { text, scene } = this;
		const { start, end } = numeral;
		const { header, language } = scene;
		if (
			(scene.inCell && header !== null) ||
			/^ ?[余多여]/.test(text.slice(end, end + 2)) ||
			currencyBefore(text, backSpaces(text, start, 2)) !== null ||
			currencyAt(text, skipSpaces(text, end, 2)) !== null ||
			readUnit(text, end, { language, attached: true }) !== null
		) {
			return 0;
		}
		const counted = readCounted(text, end, { numeral, language });
		if (counted && this.countsYearLike(numeral, counted)) {
			return 0;
		}
		const zero = netZeroAt(text, start, end);
		if (zero) {
			return this.pushNetZero(zero);
		}
		const year = text.slice(start, end);
		this.pushPlain("period", { start, end }, { start: `${year}-01-01`, end: `${year}-12-31` });
		return end;
	}

	/**
	 * Whether a number that looks like a year counts something: a classifier says so, or a noun straight behind a round number or
	 * one with a qualifier ("over 2050 stores"). "2022 sales" are those of a year.
	 */
	private countsYearLike({ start, end }: Numeral, counted: Counted): boolean {
		const { text } = this;
		if (counted.classifier || isHan(text.charCodeAt(backSpaces(text, start, 2) - 1))) {
			return true;
		}
		// Chinese says 年 behind a year; a report may go without (2022报告).
		if (counted.direct && isHan(text.charCodeAt(end)) && counted.unit !== "report") {
			return true;
		}
		const round = text.slice(end - 2, end) === "00";
		return counted.direct && (round || readQualifierBefore(text, start) !== null) && !yearBefore(text, start);
	}

	/** A small number that opens a line or stands in brackets: "1. Energy", "(2)", "[3]". @returns where to go on, or 0. */
	private listNumber({ start, end, numeral }: Amount): number {
		const { text } = this;
		if (!numeral.plain || numeral.form !== "digits" || end - start > 3 || this.scene.inCell) {
			return 0;
		}
		const opens = start === 0 || text.charCodeAt(start - 1) === 0x0a;
		const pair = text.charAt(start - (text.charAt(start - 1) === "^" ? 2 : 1)) + text.charAt(end);
		if ((opens && ".)、．".includes(text.charAt(end) || " ") && text.length > end + 1) || pair === "()" || pair === "[]") {
			this.pushPlain("identifier", { start, end });
			return end;
		}
		return 0;
	}

	/** Who lends its unit to a bare number; a list is looked through once, not once for each of its numbers. */
	private lenderOf(first: Amount): Amount | null {
		if (first.start >= this.lending.end) {
			this.lending = readLender(this.scene, first);
		}
		return this.lending.lender;
	}

	/** "1.2 Risk management" at the start of a line: the number of a section. @returns where to go on, or 0. */
	private sectionNumber({ start, numeral, unit, currency, counted }: Amount): number {
		const { text } = this;
		if (
			counted?.classifier ||
			numeral.unit ||
			unit ||
			currency ||
			this.scene.inCell ||
			!opensLine(text, start) ||
			!/^\d{1,2}\.\d{1,2} +[A-Z\u4e00-\u9fff\uac00-\ud7a3]/.test(text.slice(start, start + 8))
		) {
			return 0;
		}
		this.pushPlain("identifier", { start, end: numeral.end });
		return numeral.end;
	}

	/** "3 out of 10", "one in four", 10명 중 7명: a share. */
	private shareOf(numeral: Numeral): Numeral | null {
		const { text } = this;
		if (text.charCodeAt(numeral.end) !== space) {
			return null;
		}
		const joint = /^ (?:out of (?:every )?|in (?:every )?|over )/.exec(text.slice(numeral.end, numeral.end + 14));
		const below = joint && numeralAt(this.scene, numeral.end + joint[0].length);
		if (
			!joint ||
			!below ||
			numeral.value.compare(below.value) >= 0 ||
			numeral.value.isZero ||
			below.form === "fraction" ||
			below.scale > 3
		) {
			return null;
		}
		// "one over twenty" ends its phrase; "up 5 over 12 months" does not.
		if (joint[0] === " over " && /^ *[\w\u0080-\uffff]/.test(text.slice(below.end, below.end + 3))) {
			return null;
		}
		// "3 in 2021" is a time, "5 in 100,000" a rate of its own.
		if (
			joint[0].startsWith(" in") &&
			(below.value.compare(Decimal.of(100)) > 0 || readUnit(text, below.end, { language: this.scene.language, attached: true }))
		) {
			return null;
		}
		return makeNumeral(numeral.start, below.end, ratio(numeral.value, below.value), { precision: -2, form: "fraction" });
	}

	/** "SEK 12.3bn (11.8)", "5.6% (5.4)": a bare number in brackets is last year's, in the unit and scale of the one before. */
	private comparative(amount: Amount): Amount | null {
		const { text, previous } = this;
		const { start, end, numeral } = amount;
		const bracketed = text.charAt(start - 1) === "(" && text.charAt(end) === ")" && !numeral.plain && numeral.form === "digits";
		// What has a scale of its own says itself how large it is: "3.6亿 (360 million)".
		if (!bracketed || !previous || previous.end < start - 2 || numeral.scale !== 0) {
			return null;
		}
		const { scale } = previous.numeral;
		const { currency, unit, counted } = previous;
		return {
			...amount,
			value: amount.value.shift(scale),
			precision: amount.precision + scale,
			currency,
			unit,
			counted: counted && { ...counted, direct: false },
			numeral: { ...numeral, unit: previous.numeral.unit },
		};
	}

	/** Makes the figure of an amount, with its qualifiers. @returns where to go on. */
	private pushAmount(amount: Amount, range?: Range): number {
		const { text, scene } = this;
		const { numeral, counted } = amount;
		const header = counted || amount.unit || amount.currency || numeral.unit ? null : scene.header;
		const power = header?.power ?? 0;
		const value = power === 0 ? amount.value : amount.value.shift(power);
		const precision = amount.precision + power;
		const currency = this.currencyOf(amount) ?? header?.currency ?? null;
		const found = measureOf(scene, amount, currency, header);
		const { kind } = found;
		const denominator = range ? null : this.denominatorOf(amount, found.unit);
		const unit = denominator === null ? this.withDenominator(amount, found.unit) : found.unit;
		const behind = range ? null : readQualifierAfter(text, amount.end);
		const { qualifier, span: qualifierSpan } = range
			? { qualifier: "between" as const, span: readQualifierBefore(text, amount.start)?.span ?? null }
			: this.qualifierOf(amount, behind);
		let interval = range
			? { low: range.low.shift(power), high: range.high.shift(power) }
			: intervalOf(value, precision, qualifier);
		const spelled = numeral.form === "words" || numeral.form === "multiple";
		if (!range && unit === "x" && spelled && (qualifier === "exact" || qualifier === "about")) {
			const ends = [value.times(loosely.low), value.times(loosely.high)] as const;
			interval = value.sign < 0 ? { low: ends[1], high: ends[0] } : { low: ends[0], high: ends[1] };
		}
		this.taken = amount.end;
		this.previous = amount;
		this.writer.quantity({
			start: amount.start,
			end: amount.end,
			kind,
			checkworthy:
				denominator === null &&
				isCheckworthy({ text, amount, kind, unit, value, qualifier, inCell: scene.inCell, inIndex: scene.inIndex }),
			value: range ? null : value,
			low: interval.low,
			high: interval.high,
			unit,
			currency,
			qualifier,
			qualifierSpan,
			numeralStart: numeral.start,
			numeralEnd: numeral.end,
			precision,
		});
		return Math.max(amount.end, numeral.end, behind?.span.end ?? 0);
	}

	/** 元 behind an amount in New Taiwan or Hong Kong dollars is of those: 新台幣3億元，每人500元. */
	private currencyOf(amount: Amount): string | null {
		const { text } = this;
		const { currency, start, end, numeral } = amount;
		if (currency === null || this.scene.language !== "zh-Hant") {
			return currency;
		}
		const isYuan = start === numeral.start && "元圆".includes(text.charAt(numeral.end) || " ") && numeral.end + 1 === end;
		if (!isYuan) {
			this.local = currency === "TWD" || currency === "HKD" || currency === "MOP" ? currency : null;
		}
		return isYuan ? (this.local ?? currency) : currency;
	}

	/** Whether an amount only says what the next is counted by; its unit with its number then, and remembers it. */
	private denominatorOf(amount: Amount, unit: string | null): string | null {
		const { text } = this;
		const { numeral, value, counted } = amount;
		if (unit === null || unit.includes("/") || value.sign <= 0) {
			return null;
		}
		const dang = text.charCodeAt(amount.end) === space ? amount.end + 1 : amount.end;
		const behind = text.charAt(dang) === "당" && !"기사해시국좌첨".includes(text.charAt(dang + 1) || " ");
		const before = text.charAt(backSpaces(text, amount.start, 1) - 1) === "每";
		// "Every £1 invested"
		if (value.equals(Decimal.one) && /(?:every|each|per) $/i.test(text.slice(Math.max(0, amount.start - 6), amount.start))) {
			return unit;
		}
		// 万元产值, 百万工时: one of a scale straight before a noun.
		const implied =
			numeral.implied &&
			!counted &&
			!amount.inner &&
			isHan(text.charCodeAt(amount.end)) &&
			readQualifierBefore(text, amount.start) === null;
		if (!behind && !before && !implied) {
			return null;
		}
		const denominator = value.equals(Decimal.one) ? unit : `${value.toString()} ${unit}`;
		this.per = { unit: denominator, end: amount.end };
		return denominator;
	}

	/** The unit of an amount, by the number just before it that says so: 매출 1억 원당 0.45TJ. */
	private withDenominator(amount: Amount, unit: string | null): string | null {
		const { per, text } = this;
		this.per = null;
		if (unit === null || unit.includes("/") || unit === "%" || unit === "year") {
			return unit;
		}
		if (!per || amount.start - per.end > 16) {
			const speed = findUnit(unit)?.dimension === "length" ? readSpeedBefore(text, amount.start) : null;
			const one = speed ?? readPerBefore(text, amount.start);
			return one === null || one === unit ? unit : `${unit}/${one}`;
		}
		return /[,，。.;；、:：]/.test(text.slice(per.end, amount.start)) ? unit : `${unit}/${per.unit}`;
	}

	/** What says how the value is meant: bounds decide over "about", words behind over words before. */
	private qualifierOf(amount: Amount, behind: QualifierReading | null): { qualifier: Qualifier; span: Span | null } {
		const { text } = this;
		const { numeral } = amount;
		// 约占收入一成
		const spelledShare =
			isHan(text.charCodeAt(numeral.start)) && (numeral.form === "fraction" || text.charAt(amount.end - 1) === "成");
		const front =
			readQualifierBefore(text, amount.start) ??
			(spelledShare
				? readQualifierAcross(text, amount.start)
				: amount.unit?.unit === "%" && text.charAt(amount.start - 1) === "的"
					? readQualifierAcross(text, amount.start, true)
					: null);
		const inner = amount.inner ?? amount.counted?.qualifier ?? null;
		if (!inner && !behind && !front) {
			return { qualifier: numeral.more ? "more-than" : "exact", span: null };
		}
		const readings = [amount.inner, amount.counted?.qualifier, behind, front].filter((reading) => reading != null);
		const found = readings.find((reading) => reading.qualifier !== "about") ?? readings[0];
		return found
			? { qualifier: found.qualifier, span: found.span }
			: { qualifier: numeral.more ? "more-than" : "exact", span: null };
	}

	private pushDate(date: DateMatch): number {
		this.pushPlain(date.kind, date, date.period);
		return date.end;
	}

	private pushPlain(kind: "date" | "period" | "identifier", { start, end }: Span, period: Period | null = null): void {
		if (start >= this.taken) {
			this.taken = end;
			this.writer.plain(kind, start, end, period);
		}
	}

	/** Net zero by a year: a target of no emissions. @returns where to go on. */
	private pushNetZero({ start, end }: Span): number {
		this.taken = end;
		this.writer.quantity({
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
			numeralStart: start,
			numeralEnd: end,
			precision: 0,
		});
		return end;
	}
}
