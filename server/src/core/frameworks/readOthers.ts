import { fillers, naturePillarNames, partNames } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { findEntries } from "./registry.ts";
import { citation, latin, listMark, oneOf, type Scanner } from "./scanner.ts";

const sasbFiller = new RegExp(` ?${oneOf(fillers.SASB)}(?![a-z])`, "y");
const sasbCode = /([A-Z]{2}-[A-Z0-9]{2})-(\d{3}[a-z]\.\d{1,2}|000\.[A-Z])(?![A-Za-z0-9])/y;

/** "SASB", with a metric code behind it or alone. */
export function readSasb(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(sasbFiller);
	scanner.take(/ ?[-:(] ?| /y);
	const at = scanner.at;
	const code = scanner.take(sasbCode) ?? takeIndustry(scanner);
	if (!code) {
		scanner.at = named;
		return [citation("SASB", start, named)];
	}
	return [citation("SASB", start, scanner.at, code[0], [at, scanner.at])];
}

/** "FN-CB": an industry that the registry has; another pair of letters may be anything. */
function takeIndustry(scanner: Scanner): RegExpExecArray | null {
	const back = scanner.at;
	const code = scanner.take(/[A-Z]{2}-[A-Z]{2}(?![A-Za-z0-9-])/y);
	if (code && findEntries("SASB", code[0]).length > 0) {
		return code;
	}
	scanner.at = back;
	return null;
}

/** A SASB metric code is like nothing else and needs no name in front of it. */
export function readBareSasb(scanner: Scanner, start: number): Citation[] {
	return [citation("SASB", start, scanner.at, scanner.text.slice(start, scanner.at), [start, scanner.at])];
}

/** The central bank's guideline, with the section that is cited ("6.8", "第6.8节"). */
export function readPboc(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(/[》"”]? ?(?:,|section|第|§)? ?/iy);
	const at = scanner.at;
	const section = scanner.take(/6\.(?:1[01]|[1-9])(?![\d%])/y);
	if (!section) {
		scanner.at = named;
		return [citation("PBOC", start, named)];
	}
	return [citation("PBOC", start, scanner.at, section[0], [at, scanner.at])];
}

const chineseDigits = "〇一二三四五六七八九";

/** An exchange's guideline, with the article that is cited ("第三十五条", "Art. 35"). */
export function readExchange(framework: string): (scanner: Scanner, start: number) => Citation[] {
	return (scanner, start) => {
		const named = scanner.at;
		scanner.take(/(?:[-—]{1,2}可持续发展报告(?:[(（]试行[)）])?)?[》"”]? ?[,，]? ?/y);
		const at = scanner.at;
		const article = scanner.take(/第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[条條]|Art(?:icle)?\.? ?(\d{1,2})(?!\d)/y);
		const number = article && toNumber((article[1] ?? article[2]) as string);
		if (!number) {
			scanner.at = named;
			return [citation(framework, start, named)];
		}
		return [citation(framework, start, scanner.at, String(number), [at, scanner.at])];
	};
}

/** 35 for "35" and "三十五". */
function toNumber(text: string): number {
	if (/^\d/.test(text)) {
		return Number(text);
	}
	const ten = text.indexOf("十");
	if (ten < 0) {
		return chineseDigits.indexOf(text);
	}
	const tens = ten === 0 ? 1 : chineseDigits.indexOf(text.slice(0, ten));
	return tens * 10 + (ten + 1 < text.length ? chineseDigits.indexOf(text.slice(ten + 1)) : 0);
}

/** "KSSB", "KSDS", with the standard's number behind it ("제2호", "2"). */
export function readKssb(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(/ /y);
	const at = scanner.at;
	const match = scanner.take(/제 ?([12]|101) ?호|No\. ?([12]|101)(?!\d)/y);
	const code = match?.[1] ?? match?.[2];
	if (code === undefined) {
		scanner.at = named;
		return [citation("KSSB", start, named)];
	}
	return [citation("KSSB", start, scanner.at, code, [at, scanner.at])];
}

/** "ISO 14064-1:2018", "ISO 14064-3 (2019)"; without a part the standard as a whole. */
export function readIso(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	const part = scanner.take(/-([123])(?!\d)/y);
	if (!part) {
		return [citation("ISO 14064", start, named)];
	}
	const codeEnd = scanner.at;
	const code = `14064-${part[1]}`;
	const year = scanner.take(/ ?[:(] ?((?:19|20)\d\d)(?!\d)(?: ?\))?/y)?.[1] ?? null;
	const isEdition = year !== null && findEntries("ISO 14064", code).some(({ edition }) => edition === year);
	scanner.at = year === null || isEdition ? scanner.at : codeEnd;
	return [citation("ISO 14064", start, scanner.at, code, [named - "14064".length, codeEnd], isEdition ? year : null)];
}

/** A reader of a framework whose parts have names: "GHG Protocol Scope 2 Guidance", "PCAF Part A", 企业可持续披露准则——基本准则. */
export function readParts(framework: keyof typeof partNames): (scanner: Scanner, start: number) => Citation[] {
	const parts = Object.entries(partNames[framework]).map(([code, names]) => [code, new RegExp(oneOf(names), "y")] as const);
	return (scanner, start) => {
		const named = scanner.at;
		scanner.take(/(?:'s| Standards?)? ?[,:(《]? ?/y);
		const at = scanner.at;
		for (const [code, pattern] of parts) {
			if (scanner.take(pattern)) {
				return [citation(framework, start, scanner.at, code, [at, scanner.at])];
			}
		}
		scanner.at = named;
		return [citation(framework, start, named)];
	};
}

const naturePillars = Object.entries(naturePillarNames).map(([code, names]) => [code, new RegExp(oneOf(names), "y")] as const);
/** "(A)", "A", "A(ii)" behind a pillar's name. */
const natureLetter = /[ :-]{0,2}\(?([A-D])\)?(?: ?\((ii?)\))?(?![A-Za-z0-9])/y;

/** "TNFD Strategy D", "TNFD Risk & impact management A(ii)", "TNFD Governance", with the pillars that a list adds. */
export function readTnfd(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(/(?: (?:recommend(?:ations?|ed disclosures?)|framework|disclosures?))? ?[-:(,]? ?/y);
	const citations: Citation[] = [];
	let from = start;
	for (;;) {
		const begin = scanner.at;
		const pillar = naturePillars.find(([, pattern]) => scanner.take(pattern));
		if (!pillar) {
			break;
		}
		const letter = scanner.take(natureLetter);
		// "TNFD governance work" speaks of governance; "TNFD Governance" names the pillar.
		if (!letter && (scanner.sees(latin) || !/[A-Z\u0080-\uffff]/.test(scanner.text[begin] ?? ""))) {
			break;
		}
		const code = letter ? `${pillar[0]}-${letter[1]}${letter[2] ? `(${letter[2]})` : ""}` : pillar[0];
		citations.push(citation("TNFD", from, scanner.at, code, [begin, scanner.at]));
		if (!scanner.take(listMark)) {
			break;
		}
		from = scanner.at;
	}
	scanner.at = citations.at(-1)?.span.end ?? named;
	return citations.length > 0 ? citations : [citation("TNFD", start, named)];
}

/** "CDP C6.1", with the question's number as the questionnaires up to 2023 have it. */
export function readCdp(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(/(?: (?:[Cc]limate (?:[Cc]hange )?)?(?:[Qq]uestion(?:naire)?|[Mm]odule))? ?[-:(]? ?/y);
	const at = scanner.at;
	const code = scanner.take(/C\d{1,2}(?:\.\d{1,2}[a-z]?)?(?![A-Za-z0-9])/y);
	if (!code) {
		scanner.at = named;
		return [citation("CDP", start, named)];
	}
	return [citation("CDP", start, scanner.at, code[0], [at, scanner.at])];
}
