import { addresses, frameworkNames, griHeaders, leadWords, notACode } from "../../../data/frameworks/citationWords.ts";
import type { Language } from "../model.ts";
import type { Citation } from "./citation.ts";
import { readBareEsrs, readEsrs } from "./readEsrs.ts";
import { readBareGri, readGri } from "./readGri.ts";
import { readHkex } from "./readHkex.ts";
import { readIfrs } from "./readIfrs.ts";
import { readBareSasb, readCdp, readExchange, readIso, readKssb, readParts, readPboc, readSasb, readTnfd } from "./readOthers.ts";
import { readSdg } from "./readSdg.ts";
import { readTcfd } from "./readTcfd.ts";
import { citation, oneOf, Scanner, toOneWidth } from "./scanner.ts";

type Reader = (scanner: Scanner, start: number) => Citation[];

/** Names of frameworks and words that lead to a code, each with what reads on behind it. A lead goes before the ones it begins with. */
const leads: readonly (readonly [pattern: string, read: Reader])[] = [
	[named("GRI"), (scanner, start) => readGri(scanner, start, "name")],
	[named("GRI in full"), naming("GRI")],
	[`${oneOf(leadWords.disclosure)}(?= ?\\d{1,3}-\\d)`, (scanner, start) => readGri(scanner, start, "word")],
	[named("TCFD"), readTcfd],
	[named("SDG"), readSdg],
	[named("ESRS"), readEsrs],
	["(?=(?:E[1-5]|S[1-4]|G1)-\\d{1,2}_\\d\\d(?!\\d))", readEsrs],
	[`${oneOf(leadWords.requirement)}(?= (?:E[1-5]|S[1-4]|G1|BP|GOV|SBM|IRO)-\\d)`, readEsrs],
	["(?:ISSB |ISSB的)?IFRS(?= ?-?S[1-9](?![\\dA-Za-z]))", readIfrs],
	[named("IFRS S"), (scanner, start) => nonEmpty(readIfrs(scanner, start), citation("IFRS S", start, scanner.at))],
	["[A-Z]{2}-[A-Z0-9]{2}-(?:\\d{3}[a-z]\\.\\d{1,2}|000\\.[A-Z])(?![A-Za-z0-9])", readBareSasb],
	[named("SASB"), readSasb],
	[named("HKEX"), (scanner, start) => readHkex(scanner, start, "name")],
	[`${oneOf(leadWords.indicator)}(?= ?[AB][1-9]\\.\\d)`, (scanner, start) => readHkex(scanner, start, "kpi")],
	[`${oneOf(leadWords.aspect)}(?= ?[AB][1-9](?![\\dA-Za-z]))`, (scanner, start) => readHkex(scanner, start, "aspect")],
	[named("PBOC"), readPboc],
	[named("SSE"), readExchange("SSE")],
	[named("SZSE"), readExchange("SZSE")],
	[named("BSE"), readExchange("BSE")],
	[named("KSSB"), readKssb],
	[named("TNFD"), readTnfd],
	[named("ISO 14064"), readIso],
	[named("CDP"), readCdp],
	...(["MOF", "GHG Protocol", "PCAF"] as const).map((id) => [named(id), readParts(id)] as const),
];

function named(id: keyof typeof frameworkNames): string {
	return oneOf(frameworkNames[id]);
}

/** A reader for a name that no code follows. */
function naming(framework: string): Reader {
	return (scanner, start) => [citation(framework, start, scanner.at)];
}

function nonEmpty(citations: Citation[], otherwise: Citation): Citation[] {
	return citations.length > 0 ? citations : [otherwise];
}

/** One group a lead, so that the group that matched tells which. No lead is a Latin word's tail. */
const leadPattern = new RegExp(`(?<![A-Za-z0-9])(?:${leads.map(([pattern]) => `(${pattern})`).join("|")})`, "g");

/** Without one of these a text has no citation: tested on the text as it is, before anything is done with it. */
const possible = new RegExp(
	[
		"GRI|TCFD|SDG|ESRS|ISSB|IFRS|SASB|HKE|KPI|JR/T|SSE-|SZSE-|BSE-|KSSB|KSDS|TNFD|PCAF|CDP|GHG P|ISO|ＧＲＩ|ＴＣＦＤ|ＳＤＧ|ＥＳＲＳ",
		"Global Rep|[Dd]isclosure|DR |Task ?[Ff]orce|Sustainable D|European S|Greenhouse Gas P|Aspect",
		"全球(?:报告|報告|永續)|欧洲可持续|歐洲永續|披露|揭露|可持续发展目标|可持續發展目標|永續發展目標|港交所|联交所|聯交所|香港|层面|層面|绩效指标|績效指標|[监監]管指引|核算[体體]系|盤查|会计准则|會計準則|碳核算金融",
		"글로벌 ?리포팅|기후(?:변화)? ?관련|지속가능|핵심성과지표|온실가스 ?프로토콜|자연 ?관련|홍콩",
		"\\d\\d\\d[-\u2010-\u2015\u2212\uff0d]\\d|[A-Z]{2}-[A-Z0-9]{2}-\\d|-\\d{1,2}_\\d",
	].join("|"),
);

/** Whether a text can have citations at all: false for most texts, at little cost. */
export function mayCite(text: string): boolean {
	return possible.test(text);
}

/** A three-digit standard with a disclosure that stands without a name: "(305-1)", "305-1 and -2". */
const bare = /(?<![A-Za-z0-9#/.,:-])[1-4]\d\d-\d{1,2}(?![\d%])/g;
const bareBlocked = new RegExp(`${oneOf(notACode)} ?$`, "i");
const addressLike = new RegExp(oneOf(addresses), "y");
const gluedBare = / (?:and|&) -\d{1,2}(?![\d%-])/y;

/**
 * Finds the citations of frameworks in one passage's plain text, in order. Spans are UTF-16 offsets in `text` as given.
 * All four languages' forms are read whatever the passage's language is, since reports mix them.
 * @param header what the header of a table cell says: under "GRI" or "Disclosure" a code needs no name in front of it.
 */
export function findCitations(text: string, _language: Language, header = ""): Citation[] {
	if (!possible.test(text)) {
		return [];
	}
	const scanner = new Scanner(toOneWidth(text));
	const found: Citation[] = [];
	leadPattern.lastIndex = 0;
	for (let match = leadPattern.exec(scanner.text); match; match = leadPattern.exec(scanner.text)) {
		scanner.at = leadPattern.lastIndex;
		const reader = leads[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
		for (const entry of reader?.[1](scanner, match.index) ?? []) {
			found.push(entry);
		}
		leadPattern.lastIndex = Math.max(leadPattern.lastIndex, scanner.at);
	}
	const griNamed = griHeader.test(header) || found.some((entry) => entry.framework === "GRI");
	const esrsNamed = header.includes("ESRS") || found.some((entry) => entry.framework === "ESRS");
	return found
		.concat(findBare(scanner, found, griNamed), esrsNamed ? findBareEsrs(scanner, found) : [])
		.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const griHeader = new RegExp(oneOf(griHeaders));

/** Tells whether an offset stands within a citation that has been found; asked with rising offsets only. */
function coverage(found: readonly Citation[]): (offset: number) => boolean {
	const spans = found.map(({ span }) => span).sort((a, b) => a.start - b.start);
	let next = 0;
	let end = 0;
	return (offset) => {
		for (let span = spans[next]; span && span.start <= offset; span = spans[next]) {
			end = Math.max(end, span.end);
			next += 1;
		}
		return offset < end;
	};
}

function findBare(scanner: Scanner, found: readonly Citation[], griNamed: boolean): Citation[] {
	const { text } = scanner;
	const extra: Citation[] = [];
	const isCovered = coverage(found);
	bare.lastIndex = 0;
	for (let match = bare.exec(text); match; match = bare.exec(text)) {
		const start = match.index;
		if (isCovered(start)) {
			continue;
		}
		scanner.at = start + match[0].length;
		const glued = scanner.sees(gluedBare);
		const bracketed = /[([] ?$/.test(text.slice(Math.max(0, start - 2), start));
		if (
			!(griNamed || glued || bracketed) ||
			scanner.sees(addressLike) ||
			bareBlocked.test(text.slice(Math.max(0, start - 12), start))
		) {
			continue;
		}
		scanner.at = start;
		for (const entry of readBareGri(scanner, bracketed && !griNamed && !glued)) {
			extra.push(entry);
		}
		bare.lastIndex = Math.max(bare.lastIndex, scanner.at);
	}
	return extra;
}

/** "E1-6" in a passage that names ESRS. */
const bareEsrs = /(?<![A-Za-z0-9#/.-])(?:(?:E[1-5]|S[1-4]|G1|BP|GOV|SBM|IRO)-\d{1,2}|[MG]DR-[PAMT])(?![A-Za-z0-9])/g;

function findBareEsrs(scanner: Scanner, found: readonly Citation[]): Citation[] {
	const extra: Citation[] = [];
	const isCovered = coverage(found);
	bareEsrs.lastIndex = 0;
	for (let match = bareEsrs.exec(scanner.text); match; match = bareEsrs.exec(scanner.text)) {
		const start = match.index;
		if (!isCovered(start)) {
			scanner.at = start;
			for (const entry of readBareEsrs(scanner)) {
				extra.push(entry);
			}
			bareEsrs.lastIndex = Math.max(bareEsrs.lastIndex, scanner.at);
		}
	}
	return extra;
}
