/** Reads what a number counts: its classifier and noun, behind or before it. */
import { Decimal } from "../decimal.ts";
import type { Language, Qualifier, Span } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { isDigit, isLatin } from "./characters.ts";
import { closesPhrase, endsWord } from "./korean.ts";
import type { Numeral } from "./numeral.ts";
import { readQualifierAfter } from "./qualifiers.ts";
import {
	chineseClassifiers,
	chineseNouns,
	chineseStops,
	englishNouns,
	englishStops,
	koreanClassifiers,
	koreanNouns,
	type Noun,
} from "./words.ts";

export interface Counted {
	/** The counted thing, canonical. */
	readonly unit: string;
	/** End of the figure's span: behind the classifier, or the noun when it follows directly. */
	readonly end: number;
	readonly abstract: boolean;
	readonly classifier: boolean;
	/** Whether the noun is part of the span. */
	readonly direct: boolean;
	/** A qualifier between the classifier and the noun: 400개 이상의, "150 or more". */
	readonly qualifier: { readonly qualifier: Qualifier; readonly span: Span } | null;
}

/** How far a noun may stand behind its number. */
const reach = 26;

/** What `numeral` counts, when it ends at `at` (an inner qualifier included); null when nothing says it. */
export function readCounted(
	text: string,
	at: number,
	context: { readonly numeral: Numeral; readonly language: Language },
): Counted | null {
	const next = text.charCodeAt(at) === 0x20 ? (text.charCodeAt(at + 1) === 0x20 ? at + 2 : at + 1) : at;
	const code = text.charCodeAt(next);
	if (isHan(code)) {
		return readChinese(text, next, context.numeral);
	}
	if (isHangul(code)) {
		return readKorean(text, next, context.numeral);
	}
	if (isLatin(code) && (next > at || !isDigit(text.charCodeAt(at - 1)))) {
		// "Nine of the 25 listed banks": the part is of what the whole is.
		wholePattern.lastIndex = next;
		const whole = wholePattern.exec(text);
		const shared = readShared(text, next, at);
		if (shared) {
			return shared;
		}
		const english = whole ? withinWhole(readEnglish(text, next + whole[0].length), at) : readEnglish(text, next);
		if (english) {
			return english;
		}
	}
	if ((code === 0x22 || code === 0x201c || code === 0x300c) && isHan(text.charCodeAt(next + 1))) {
		return readChinese(text, next, context.numeral) ?? beforeNumber(text, context.numeral.start);
	}
	return beforeNumber(text, context.numeral.start) ?? orMore(text, at, context.numeral);
}

const wholePattern = /of (?:the |these |those |our )?\d[\d,.]* (?=[A-Za-z])/y;

function withinWhole(counted: Counted | null, at: number): Counted | null {
	return counted && !counted.abstract ? { ...counted, end: at, direct: false } : null;
}

/** "150 or more institutions", 400+ solutions: the noun stands behind the qualifier. */
function orMore(text: string, at: number, numeral: Numeral): Counted | null {
	const behind = readQualifierAfter(text, at);
	if (!behind) {
		return null;
	}
	const next = behind.span.end;
	const spaced = text.charCodeAt(next) === 0x20 ? next + 1 : next;
	let counted: Counted | null = null;
	if (isHan(text.charCodeAt(next))) {
		counted = readChinese(text, next, numeral);
	} else if (isHangul(text.charCodeAt(spaced))) {
		counted = readKorean(text, spaced, numeral);
	} else if (spaced > next) {
		counted = readEnglish(text, spaced);
	}
	return counted && { ...counted, end: at, direct: false, qualifier: behind };
}

// ---- English

/** Words of one item of a list up to the number of the next ("state-owned, 6", "city commercial and 2"). */
const itemPattern = /([a-z][a-z-]*(?: [a-z][a-z-]*){0,3})(?:,| and|, and) \d[\d,]*(?: (?=[a-z])|$)/y;
const mostItems = 12;

/** "5 state-owned, 6 joint-stock and 2 rural commercial banks": the noun of the last is what all of them count. */
function readShared(text: string, at: number, numberEnd: number): Counted | null {
	let next = at;
	for (let items = 0; items < mostItems; items++) {
		itemPattern.lastIndex = next;
		const match = itemPattern.exec(text);
		if (!match) {
			break;
		}
		const words = (match[1] as string).split(" ");
		if (words.some((word) => englishStops.has(word) || isPlural(word))) {
			return null;
		}
		next += match[0].length;
	}
	const noun = next === at ? null : pluralNoun(text, next);
	return noun && { unit: noun.unit, end: numberEnd, abstract: noun.abstract, classifier: false, direct: false, qualifier: null };
}

/** The plural that is counted by what stands before `at`, among the words that follow. */
function pluralNoun(text: string, at: number): Noun | null {
	let next = at;
	for (let words = 0; words < 4; words++) {
		const noun = englishNouns.longest(text, next);
		if (noun && isPlural(text.slice(next, noun.at))) {
			return noun.value;
		}
		wordPattern.lastIndex = next;
		const word = wordPattern.exec(text)?.[0];
		if (!word || englishStops.has(word.toLowerCase()) || text.charCodeAt(next + word.length) !== 0x20) {
			return null;
		}
		next += word.length + 1;
	}
	return null;
}

const isPlural = (word: string): boolean => /[a-z]{2,}s$|^(?:people|men|women|children|staff)$/.test(word);

const wordPattern = /[A-Za-z][A-Za-z'’-]*/y;

function readEnglish(text: string, at: number): Counted | null {
	let next = at;
	let firstPlural: string | null = null;
	let pluralEnd = at - 1;
	for (let words = 0; words < 6; words++) {
		wordPattern.lastIndex = next;
		const match = wordPattern.exec(text);
		if (!match) {
			break;
		}
		const word = match[0].toLowerCase();
		// "small and micro businesses": between two adjectives "and" does not end the phrase.
		const joinsAdjectives = word === "and" && words > 0 && isLatin(text.charCodeAt(next + 4));
		if (englishStops.has(word) && !joinsAdjectives) {
			break;
		}
		const noun = englishNouns.longest(text, next);
		if (noun && !isModifier(text, noun.at)) {
			// The last of adjoining nouns is the head: "customer accounts".
			let head = noun;
			for (let more = 0; more < 3 && text.charCodeAt(head.at) === 0x20; more++) {
				// A plural ends the phrase: "our 10 largest sites account for".
				const following = text.charCodeAt(head.at - 1) === 0x73 ? null : englishNouns.longest(text, head.at + 1);
				if (!following || text.charCodeAt(following.at) === 0x2d) {
					break;
				}
				head = following;
			}
			const direct = words === 0;
			return {
				unit: head.value.unit,
				end: direct ? head.at : at - 1,
				abstract: head.value.abstract,
				classifier: false,
				direct,
				qualifier: null,
			};
		}
		if (firstPlural === null && words < 3 && /[a-z]{2,}s$/.test(word) && !/(ss|us|is|ous)$/.test(word)) {
			firstPlural = word;
			// A noun that follows directly belongs to the figure, known or not.
			pluralEnd = words === 0 ? next + word.length : pluralEnd;
		}
		const end = next + match[0].length;
		if (text.charCodeAt(end) !== 0x20) {
			break;
		}
		next = end + 1;
	}
	if (firstPlural === null) {
		return null;
	}
	const singular = firstPlural.endsWith("ies")
		? `${firstPlural.slice(0, -3)}y`
		: /(ches|shes|xes|sses)$/.test(firstPlural)
			? firstPlural.slice(0, -2)
			: firstPlural.slice(0, -1);
	return { unit: singular, end: pluralEnd, abstract: false, classifier: false, direct: pluralEnd > at, qualifier: null };
}

/** "state-owned banks", "city commercial banks": a noun that describes the one that is counted. */
function isModifier(text: string, end: number): boolean {
	if (text.charCodeAt(end) === 0x2d) {
		return true;
	}
	// A singular before two more words of which the second is a noun ("city commercial banks"); a plural is the noun itself.
	const rest = /^ [a-z-]{3,14} /.exec(text.slice(end, end + 18));
	if (text.charCodeAt(end - 1) === 0x73 || !rest || englishStops.has(rest[0].trim())) {
		return false;
	}
	const head = englishNouns.longest(text, end + rest[0].length);
	return head !== null && text.charCodeAt(head.at - 1) === 0x73 && !englishNouns.longest(text, end + 1);
}

// ---- Chinese

const chineseBreaks = new Set([..."，。；：！？,;:!?\n、()（）/|"].map((character) => character.charCodeAt(0)));
/** Who is counted with 名, 명 and the like. */
export const people: ReadonlySet<string> = new Set([
	"customer",
	"user",
	"person",
	"employee",
	"member",
	"student",
	"household",
	"farmer",
	"volunteer",
	"director",
	"teacher",
	"shareholder",
	"investor",
	"partner",
	"person-time",
]);

function readChinese(text: string, at: number, numeral: Numeral): Counted | null {
	const noun = chineseNouns.longest(text, at);
	const classifier = chineseClassifiers.longest(text, at);
	if (noun && (!classifier || noun.at > classifier.at)) {
		const head = lastOfPair(text, noun);
		return {
			unit: head.value.unit,
			end: head.at,
			abstract: head.value.abstract,
			classifier: false,
			direct: true,
			qualifier: null,
		};
	}
	if (!classifier) {
		return beforeNumber(text, numeral.start);
	}
	const { at: end } = classifier;
	const own = classifier.value.unit;
	const large = text.slice(at, end) === "大";
	if (large && (numeral.value.compare(Decimal.of(20)) > 0 || !isHan(text.charCodeAt(end)))) {
		return null;
	}
	const qualifier = readQualifierAfter(text, end);
	const from = qualifier && qualifier.span.end < text.length ? skipDe(text, qualifier.span.end) : skipSpace(text, end);
	const behind = nounBehind(text, from);
	if (behind) {
		const direct = behind.start === end || (behind.start === end + 1 && text.charCodeAt(end) === 0x20);
		const head = direct ? lastOfPair(text, { at: behind.end, value: behind.noun }) : { at: behind.end, value: behind.noun };
		// 所 and 家 say what they count; a person's classifier does not count things.
		const keeps = own === "school" && people.has(head.value.unit);
		return {
			unit: keeps ? own : head.value.unit,
			end: direct ? head.at : end,
			abstract: head.value.abstract,
			classifier: true,
			direct,
			qualifier: qualifier && { qualifier: qualifier.qualifier, span: qualifier.span },
		};
	}
	if (large) {
		return { unit: ownNoun(text, end) ?? "item", end, abstract: true, classifier: true, direct: false, qualifier: null };
	}
	const earlier = beforeNumber(text, numeral.start);
	if (
		earlier &&
		!(own === "enterprise" && people.has(earlier.unit)) &&
		!(own === "person" && !people.has(earlier.unit)) &&
		own !== "person-time"
	) {
		return { ...earlier, end, classifier: true, direct: false };
	}
	const unit = own ?? ownNoun(text, from);
	if (unit === null) {
		return { unit: "item", end, abstract: false, classifier: true, direct: false, qualifier: null };
	}
	return { unit, end, abstract: false, classifier: true, direct: false, qualifier: null };
}

function skipSpace(text: string, at: number): number {
	return text.charCodeAt(at) === 0x20 ? at + 1 : at;
}

function skipDe(text: string, at: number): number {
	return text.charAt(at) === "的" ? at + 1 : at;
}

/** Nouns that are verbs as often: behind another noun they say what it does (项目服务于…). */
const verbal = new Set([
	"service",
	"training",
	"audit",
	"certificate",
	"transaction",
	"case",
	"event",
	"policy",
	"meeting",
	"trip",
]);

/** 企业及机构, 乡村教师: of two nouns joined the last is counted. */
function lastOfPair(text: string, noun: { at: number; value: Noun }): { at: number; value: Noun } {
	const next = chineseNouns.longest(text, noun.at);
	if (next && next.at - noun.at >= 2 && !next.value.abstract && !verbal.has(next.value.unit)) {
		return next;
	}
	const joint = text.charAt(noun.at);
	if (joint === "及" || joint === "和" || joint === "与") {
		const second = chineseNouns.longest(text, noun.at + 1);
		if (second) {
			return second;
		}
	}
	return noun;
}

const verbs = new Set([...chineseStops].filter((word) => word.length === 2));

/** The first noun within reach, not across punctuation. Quotes may open; inside them the last noun before they close counts. */
function nounBehind(text: string, at: number): { start: number; end: number; noun: Noun } | null {
	let quoted = false;
	/** Behind a verb (1,200家开展审核) only a noun that a clause describes is counted (1,200家接受审核的供应商). */
	let clause = false;
	let last: { start: number; end: number; noun: Noun } | null = null;
	for (let next = at; next < text.length && next - at < reach; ) {
		const code = text.charCodeAt(next);
		const character = text.charAt(next);
		if (character === "“" || character === '"' || character === "「" || character === "《") {
			if (quoted) {
				return last;
			}
			quoted = true;
			next += 1;
			continue;
		}
		if (character === "”" || character === "」" || character === "》") {
			if (last) {
				return last;
			}
			quoted = false;
			next += 1;
			continue;
		}
		if (!quoted && (chineseBreaks.has(code) || isDigit(code))) {
			return null;
		}
		if (code === 0x0a || code === 0x3002) {
			return last;
		}
		clause ||= !quoted && verbs.has(text.slice(next, next + 2));
		const noun = clause && text.charAt(next - 1) !== "的" ? null : chineseNouns.longest(text, next);
		// One-character nouns (省, 村) only straight behind the classifier: elsewhere they are parts of words.
		if (noun && (noun.at - next > 1 || next === at || (quoted && '”"」'.includes(text.charAt(noun.at))))) {
			const found = { start: next, end: noun.at, noun: noun.value };
			// A noun before 的 only describes the one that is counted, except where it stands first.
			if (!quoted && next > at && text.charAt(noun.at) === "的") {
				next = noun.at;
				continue;
			}
			if (!quoted) {
				return found;
			}
			last = found;
			next = noun.at;
			continue;
		}
		next += 1;
	}
	return quoted ? last : null;
}

/** A user's own noun behind a classifier: the characters up to the next break, at most eight. */
function ownNoun(text: string, at: number): string | null {
	let end = at;
	while (
		end - at <= 8 &&
		isHan(text.charCodeAt(end)) &&
		!chineseStops.has(text.charAt(end)) &&
		!chineseStops.has(text.slice(end, end + 2))
	) {
		end += 1;
	}
	return end > at + 1 && end - at <= 8 ? text.slice(at, end) : null;
}

/** Words that may stand between a noun and its number: 员工总数为1,200, 服务人次逾240万. */
const betweenNounAndNumber = new Set(
	[..."达为共约超逾近过有至是到:合计累计总数量总达数规模新增已首次突破不足的 余"].map((character) => character.charCodeAt(0)),
);

function beforeNumber(text: string, start: number): Counted | null {
	let end = start;
	while (start - end < 8 && end > 0 && betweenNounAndNumber.has(text.charCodeAt(end - 1))) {
		end -= 1;
		const noun = chineseNouns.longestBefore(text, end);
		if (noun && noun.value.unit !== "service" && end - noun.at > 1) {
			return { unit: noun.value.unit, end: -1, abstract: noun.value.abstract, classifier: false, direct: false, qualifier: null };
		}
	}
	const noun = chineseNouns.longestBefore(text, start);
	// 服务1亿家: before a number the word is a verb.
	if (noun && noun.value.unit !== "service" && start - noun.at > 1) {
		return { unit: noun.value.unit, end: -1, abstract: noun.value.abstract, classifier: false, direct: false, qualifier: null };
	}
	// "The number of suppliers was 120", "Number of fatalities: 0"
	const before = text.slice(Math.max(0, start - 60), start);
	// "Of the 25 listed banks, 8 grew": the part is of what the whole is.
	const whole = /\b(?:of|among) (?:the |these |those |our )?\d[\d,.]* ((?:[a-z-]+ ){0,4}[a-z-]+), $/i.exec(before);
	const named = whole
		? ["", "", whole[1] ?? ""]
		: /\bnumber of ((?:[a-z-]+ ){0,3}?)([a-z-]+)(?: (?!which|that|who)[a-z]+){0,4}? ?(?:was|were|is|are|reached|stood at|totalled|rose to|fell to|increased to|:|of)?\s?$/i.exec(
				before,
			);
	if (named) {
		const words = `${named[1]}${named[2]}`.split(" ");
		for (const word of words.reverse()) {
			const known = englishNouns.longest(word, 0);
			if (known && known.at === word.length && !(whole && known.value.abstract)) {
				return {
					unit: known.value.unit,
					end: -1,
					abstract: known.value.abstract,
					classifier: false,
					direct: false,
					qualifier: null,
				};
			}
		}
	}
	return null;
}

// ---- Korean

function readKorean(text: string, at: number, numeral: Numeral): Counted | null {
	const noun = koreanNouns.longest(text, at);
	const classifier = koreanClassifiers.longest(text, at);
	// 12회의 이사회: the classifier with 의, not 회의.
	const genitive = classifier !== null && text.startsWith("의 ", classifier.at) && noun?.at === classifier.at + 1;
	// 38만 끼 가까운 점심: what is a classifier as well is read as one.
	if (noun && !genitive && noun.at !== classifier?.at && endsWord(text, noun.at)) {
		const head = koreanHead(text, at);
		const direct = head?.start === at;
		if (head) {
			return {
				unit: head.noun.unit,
				end: direct ? head.end : at - 1,
				abstract: head.noun.abstract,
				classifier: false,
				direct,
				qualifier: null,
			};
		}
	}
	if (!classifier) {
		return null;
	}
	const { at: end } = classifier;
	const own = classifier.value.unit;
	const first = text.charCodeAt(end);
	// The classifier must end its word, or be followed by a particle or a qualifier: 명이, 개의, 개 이상.
	if (isHangul(first) && !endsWord(text, end) && !readQualifierAfter(text, end) && text.charAt(end) !== "당") {
		return null;
	}
	if (isHangul(first) && numeral.form === "words" && numeral.plain && !endsWord(text, end)) {
		return null;
	}
	const qualifier = readQualifierAfter(text, end);
	let from = qualifier ? qualifier.span.end : end;
	if (text.charAt(from) === "의") {
		from += 1;
	}
	const continues = text.charCodeAt(from) === 0x20 && (from === end || text.charAt(from - 1) === "의" || qualifier !== null);
	// 4.1억 건을 넘고 절약한 종이는: behind a verb that joins, the next clause begins.
	const joined = qualifier !== null && joiningVerb.test(text.slice(qualifier.span.start, qualifier.span.end));
	// 4억 건 이상으로 종이를: what stands behind an adverb belongs to the verb.
	const adverbial = qualifier !== null && text.charAt(from - 1) === "로";
	const behind = continues && !joined && !adverbial ? koreanHead(text, from + 1) : null;
	const head = behind && isCountedBy(own, behind.noun.unit) ? behind : null;
	const reading = qualifier && { qualifier: qualifier.qualifier, span: qualifier.span };
	if (head) {
		const direct = head.start === from + 1 && from === end;
		return {
			unit: head.noun.unit,
			end: direct ? head.end : end,
			abstract: head.noun.abstract,
			classifier: true,
			direct,
			qualifier: reading,
		};
	}
	const earlier = koreanBefore(text, numeral.start);
	const fits = earlier !== null && (own === "person") === people.has(earlier.unit) && isCountedBy(own, earlier.unit);
	return {
		unit: fits ? earlier.unit : (own ?? "item"),
		end,
		abstract: fits && earlier.abstract,
		classifier: true,
		direct: false,
		qualifier: reading,
	};
}

/** 종이 없는 대출 4억 건: sheets are counted in 장. */
const isCountedBy = (classifier: string | null, unit: string): boolean =>
	unit !== "sheet" || classifier === null || classifier === "sheet";

/** The ending of a verb behind which another clause goes on: 내주고, 넘으며. */
const joiningVerb = /[^보최광권경창보재신사원충](?:고|며|면서|지만)$/;

/** No Korean noun with its particles is longer. */
const longestWord = 24;

/**
 * The head of a Korean noun phrase that starts at `at`: the last known noun up to the word that a particle closes. null when
 * that word is unknown: then the nouns before it only describe it.
 */
function koreanHead(text: string, at: number): { start: number; end: number; noun: Noun } | null {
	let found: { start: number; end: number; noun: Noun } | null = null;
	let next = at;
	for (let words = 0; words < 6; words++) {
		const known = nounInWord(text, next);
		if (known) {
			found = known;
			if (isHangul(text.charCodeAt(known.end))) {
				return found;
			}
			next = known.end;
		} else {
			const end = wordEnd(text, next);
			if (end === next || closesPhrase(text, next, end) || joiningVerb.test(text.slice(next, end))) {
				return end === next ? found : null;
			}
			next = end;
		}
		if (text.charCodeAt(next) !== 0x20) {
			return found;
		}
		next += 1;
	}
	return found;
}

function wordEnd(text: string, at: number): number {
	let end = at;
	while (end - at < longestWord && (isHangul(text.charCodeAt(end)) || isLatin(text.charCodeAt(end)))) {
		end += 1;
	}
	return end;
}

/** The noun that the word at `at` is, or ends in (산업특화솔루션을); it may take in the next word (금융 기관). */
function nounInWord(text: string, at: number): { start: number; end: number; noun: Noun } | null {
	const end = wordEnd(text, at);
	for (let start = at; start < end; start++) {
		const noun = koreanNouns.longest(text, start);
		if (noun && (start === at || noun.at - start >= 2) && endsWord(text, noun.at)) {
			return { start, end: noun.at, noun: noun.value };
		}
	}
	return null;
}

/** The noun before a number: 사외이사 5명, 직원은 총 1,234명, 협력사 수 120개. */
function koreanBefore(text: string, start: number): Noun | null {
	let end = start;
	for (let hops = 0; hops < 4; hops++) {
		while (text.charCodeAt(end - 1) === 0x20 && start - end < 12) {
			end -= 1;
		}
		const noun = koreanNouns.longestBefore(text, end);
		if (noun && end - noun.at >= 2) {
			return noun.value;
		}
		const word = /(?:총|약|모두|수는|수가|수|[은는이가]|누적|합계|전체|최대|최소|신규|등)$/.exec(
			text.slice(Math.max(0, end - 3), end),
		);
		if (!word) {
			return null;
		}
		end -= word[0].length;
	}
	return null;
}
