import { fillers } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { citation, oneOf, type Scanner } from "./scanner.ts";

const sasbFiller = new RegExp(` ?${oneOf(fillers.SASB)}(?![a-z])`, "y");
const sasbCode = /([A-Z]{2}-[A-Z0-9]{2})-(\d{3}[a-z]\.\d{1,2}|000\.[A-Z])(?![A-Za-z0-9])/y;

/** "SASB", with a metric code behind it or alone. */
export function readSasb(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(sasbFiller);
	scanner.take(/ ?[-:(] ?| /y);
	const at = scanner.at;
	const code = scanner.take(sasbCode);
	if (!code) {
		scanner.at = named;
		return [citation("SASB", start, named)];
	}
	return [citation("SASB", start, scanner.at, code[0], [at, scanner.at])];
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
