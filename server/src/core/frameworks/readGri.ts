import { amountWords, fillers, timeWords } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { findEntries } from "./registry.ts";
import { citation, latin, listMark, oneOf, rangeMark, type Scanner } from "./scanner.ts";

const framework = "GRI";

/** Words that may stand between "GRI" and the code. */
const filler = new RegExp(` ?${oneOf(fillers.GRI)}(?![a-z])`, "y");
const opening = / ?[-:#([] ?| /y;
const year = /(?:19|20)\d\d(?!\d)/y;
const yearAfter = / ?[(:]? ?((?:19|20)\d\d)(?![\d-])/y;
/** A year that is a time, not an edition: 2016年 (but 2016年版), 2016년. */
const calendarYear = / ?年(?!版)| ?년/y;
const g4 = / ?-?G([34])(?:\.1)?(?![A-Za-z0-9])/y;
const number = /\d{1,3}(?!\d)/y;
const item = / ?- ?(\d{1,2})(?!\d)|\.(\d{1,2})(?![\d.%])/y;
const itemYear = /-((?:19|20)\d\d)(?!\d)/y;
/** "-a", "a", "(a)", ".a.ii", "-a-ii" below a disclosure. */
const partAfter = /(?: ?\(([a-z])\)|[-.]?([a-k])(?![A-Za-z0-9]))(?:[-.]?\(?([ivx]{1,5})\)?(?![A-Za-z0-9]))?/y;
/** A topic of a sector standard ("11.2"), and a disclosure below it ("11.2.1"). */
const sectorTopic = /\.(\d{1,2})(?:\.(\d{1,2}))?(?!\d|\.\d)(?! ?(?:%|million|billion|percent))/y;
/** A title between a standard's number and its year: words only, up to where a sentence would go on. */
const title = /:? ?[^\d.;()[\]\n。!?:]{0,90}/y;
const timeWord = new RegExp(`${oneOf(timeWords)} ?$`, "i");
const titleYear = /\(?((?:19|20)\d\d)(?![\d-])/y;

/** "GRI 2.5 million": a number with a point counts something. */
const amounts = new RegExp(` ?${oneOf(amountWords)}`, "y");
/** What shows that a list of codes goes on or ends here, where a unit or a noun would make an amount of the last one. */
const ends = / ?(?:[,;)\]\u3001\u3002/&]|\.(?!\d)|and |or |和|与|與|及|$)/y;

interface Code {
	readonly standard: string;
	readonly code: string;
	readonly item: number | null;
	/** Where the code begins and ends in the text. */
	readonly start: number;
	readonly end: number;
	readonly part: string | null;
}

/**
 * Reads what follows "GRI" (or "Disclosure"): a code with its part and edition, and the codes that a list or a range adds.
 * @param start where the citation begins, in front of the words that led here.
 * @param lead "name": the framework is named, any code of the right form counts; "word": only codes that exist or nearly do.
 */
export function readGri(scanner: Scanner, start: number, lead: "name" | "word"): Citation[] {
	const generation = lead === "name" ? scanner.take(g4) : null;
	if (generation) {
		return [citation(framework, start, scanner.at, null, null, `G${generation[1]}`)];
	}
	while (lead === "name" && scanner.take(filler)) {
		// Several may follow each other ("GRI Standards Disclosure 305-1").
	}
	const worded = scanner.at;
	scanner.take(opening);
	const inBrackets = scanner.text[scanner.at - 1] === "(" || scanner.text[scanner.at - 1] === "[";
	const edition = scanner.take(year);
	if (edition) {
		if (inBrackets) {
			scanner.take(/ ?[)\]]/y);
		}
		return [citation(framework, start, scanner.at, null, null, edition[0])];
	}
	const first = takeCode(scanner);
	if (!first || !isPlausible(first, lead)) {
		scanner.at = worded;
		return lead === "name" ? [citation(framework, start, worded)] : [];
	}
	const citations = [finish(scanner, start, first)];
	readMore(scanner, first, citations);
	return citations;
}

/**
 * Reads a code that stands without the framework's name, where the surroundings say what it is. Only disclosures of
 * three-digit standards that exist: a number with a hyphen can be anything.
 * @param closed whether nothing but codes may follow up to a closing bracket or the end.
 */
export function readBareGri(scanner: Scanner, closed: boolean): Citation[] {
	const start = scanner.at;
	const first = takeCode(scanner);
	if (!first || first.item === null || findEntries(framework, first.code).length === 0) {
		return [];
	}
	const citations = [finish(scanner, start, first)];
	const before = citations.length;
	readMore(scanner, first, citations);
	if (closed && !(scanner.sees(/ ?[)\]]/y) || citations.length > before)) {
		return [];
	}
	return citations.filter((found) => found.code !== null && findEntries(framework, found.code).length > 0);
}

/** A code at the scanner's position, or null with the scanner unmoved. */
function takeCode(scanner: Scanner): Code | null {
	const start = scanner.at;
	const standard = scanner.take(number)?.[0];
	if (!standard) {
		return null;
	}
	const after = scanner.at;
	const number_ = scanner.take(item);
	if (number_) {
		const index = Number(number_[1] ?? number_[2]);
		const code = `${standard}-${index}`;
		// "GRI 2.5" may be a version and "GRI 302 - 5" a list: without a tight hyphen only codes that exist are codes.
		const loose = number_[2] !== undefined || number_[0].includes(" ");
		const end = scanner.at;
		const part = takePart(scanner);
		const isAmount = number_[2] !== undefined && scanner.sees(amounts);
		if (!scanner.sees(latin) && index > 0 && !isAmount && (!loose || findEntries(framework, code).length > 0)) {
			return { standard, code, item: index, start, end, part };
		}
		scanner.at = after;
		if (!loose) {
			scanner.at = start;
			return null;
		}
	}
	if (scanner.sees(latin) || scanner.sees(standard.length === 3 ? /\.\d/y : standard.length === 1 ? /[.,]\d/y : /,\d/y)) {
		scanner.at = start;
		return null;
	}
	return { standard, code: standard, item: null, start, end: after, part: null };
}

function takePart(scanner: Scanner): string | null {
	const match = scanner.take(partAfter);
	if (!match) {
		return null;
	}
	const letter = match[1] ?? match[2];
	return match[3] ? `${letter}.${match[3]}` : (letter as string);
}

function isPlausible(code: Code, lead: "name" | "word"): boolean {
	const standardExists = findEntries(framework, code.standard).length > 0;
	if (code.item === null) {
		// 100, 200, 300 and 400 name series of standards; other numbers that are no standard may count anything.
		return standardExists;
	}
	if (findEntries(framework, code.code).length > 0) {
		return true;
	}
	// "GRI 10-15 percent" and "Disclosure 1-4" are not codes; "GRI 350-1" and "Disclosure 305-9" are wrong ones.
	return code.standard.length === 3
		? lead === "name" || standardExists
		: lead === "name" && standardExists && code.standard.length === 1;
}

/** The citation of a code, its edition read from what follows. */
function finish(scanner: Scanner, start: number, code: Code): Citation {
	const topic = code.item === null && code.standard.length === 2 ? scanner.take(sectorTopic) : null;
	if (topic) {
		const at = scanner.at - (topic[2] === undefined ? 0 : topic[2].length + 1);
		return citation(framework, start, scanner.at, `${code.standard}.${topic[1]}`, [code.start, at], null, topic[2] ?? null);
	}
	const editions = new Set(findEntries(framework, code.standard).map((entry) => entry.edition));
	const edition = takeEdition(scanner, code, editions);
	return citation(framework, start, scanner.at, code.code, [code.start, code.end], edition, code.part);
}

/** The edition behind a code: "2016", "(2016)", "-2016", ": Emissions 2016", "：排放 2016"; a year that is no edition of it stays. */
function takeEdition(scanner: Scanner, code: Code, editions: ReadonlySet<string>): string | null {
	const back = scanner.at;
	const direct = scanner.take(itemYear) ?? scanner.take(yearAfter);
	if (direct && editions.has(direct[1] as string) && !scanner.sees(calendarYear)) {
		scanner.take(/ ?年?版/y);
		if (direct[0].includes("(")) {
			scanner.take(/ ?\)/y);
		}
		return direct[1] as string;
	}
	scanner.at = back;
	const words = scanner.take(title)?.[0] ?? "";
	// Without a colon a sentence may go on behind the code ("GRI 305-1 fell in 2016"): then only a standard's title counts.
	const titled = words.startsWith(":") || (code.item === null && /^ (?:[A-Z]|[\u0080-\uffff])/.test(words));
	if (titled && !timeWord.test(words.slice(-8))) {
		const written = scanner.take(titleYear);
		if (written && editions.has(written[1] as string) && !scanner.sees(latin) && !scanner.sees(calendarYear)) {
			if (written[0].startsWith("(")) {
				scanner.take(/ ?\)/y);
			}
			return written[1] as string;
		}
	}
	scanner.at = back;
	return null;
}

/** The other codes of a list ("305-1, 305-2 and -3", "305-1/2") or a range ("305-1 to 305-5", "305-1~5"). */
function readMore(scanner: Scanner, first: Code, citations: Citation[]): void {
	let last = first;
	for (;;) {
		const back = scanner.at;
		const next = takeRangeEnd(scanner, last) ?? takeListed(scanner, last, back);
		if (!next) {
			scanner.at = back;
			return;
		}
		if (next.from !== null) {
			const start = citations.at(-1)?.span.start ?? first.start;
			for (let index = next.from + 1; index < (next.code.item as number); index += 1) {
				const code = `${next.code.standard}-${index}`;
				if (findEntries(framework, code).length > 0) {
					citations.push(citation(framework, start, scanner.at, code));
				}
			}
		}
		citations.push(finish(scanner, next.code.start, next.code));
		last = next.code;
	}
}

interface Next {
	readonly code: Code;
	/** The item a range begins with; null in a list. */
	readonly from: number | null;
}

/** "to 305-5", "-5", "~5" after a disclosure; the range stays within one standard. */
function takeRangeEnd(scanner: Scanner, last: Code): Next | null {
	const back = scanner.at;
	if (last.item === null || !scanner.take(rangeMark)) {
		scanner.at = back;
		return null;
	}
	scanner.take(/GRI ?/y);
	const start = scanner.at;
	const full = takeCode(scanner);
	if (full && full.item !== null && full.standard === last.standard && full.item > last.item) {
		return { code: full, from: last.item };
	}
	scanner.at = start;
	const short = scanner.take(/-?(\d{1,2})(?![\d.%-])/y);
	if (short && !scanner.sees(latin) && !scanner.sees(/ ?[a-z]{3,}/y)) {
		const index = Number(short[1]);
		if (index > last.item && index - last.item < 60) {
			const code = {
				standard: last.standard,
				code: `${last.standard}-${index}`,
				item: index,
				start,
				end: scanner.at,
				part: null,
			};
			return { code, from: last.item };
		}
	}
	scanner.at = back;
	return null;
}

function takeListed(scanner: Scanner, last: Code, back: number): Next | null {
	if (!scanner.take(listMark)) {
		return null;
	}
	const slash = scanner.text.slice(back, scanner.at).includes("/");
	const start = scanner.at;
	const short = last.item === null ? null : scanner.take(slash ? /-?(\d{1,2})(?![\d.%-])/y : /-(\d{1,2})(?![\d.%-])/y);
	if (short) {
		const end = scanner.at;
		const part = takePart(scanner);
		if (scanner.sees(latin)) {
			return null;
		}
		const index = Number(short[1]);
		return { code: { standard: last.standard, code: `${last.standard}-${index}`, item: index, start, end, part }, from: null };
	}
	const code = takeCode(scanner);
	if (!code || findEntries(framework, code.standard).length === 0) {
		return null;
	}
	if (code.item === null) {
		// "GRI 302, 305": but a number that goes on into words or a unit is an amount.
		return code.standard.length === 3 && last.item === null && scanner.sees(ends) ? { code, from: null } : null;
	}
	if (code.standard.length === 3) {
		return { code, from: null };
	}
	// "2-7" and "3-3" are ranges of numbers wherever words follow.
	return findEntries(framework, code.code).length > 0 && scanner.sees(ends) ? { code, from: null } : null;
}
