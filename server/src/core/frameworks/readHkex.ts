import { fillers } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { findEntries } from "./registry.ts";
import { citation, listMark, oneOf, type Scanner } from "./scanner.ts";

const framework = "HKEX";

const filler = new RegExp(` ?${oneOf(fillers.HKEX)}(?![a-z])`, "y");
const opening = / ?[-:,(] ?| /y;
const indicator = /([AB][1-9])(?:\.(\d{1,2}))?(?![\d%A-Za-z])/y;
const partD = /Part D(?![a-z])(?:,? ?(?:para(?:graph)?s?\.?|§)? ?(\d{1,2})(?![\d%]))?|D ?部分(?:第 ?(\d{1,2}) ?段)?/y;
/** Part B as a whole: governance and the boundary of the report. */
const partB = /Part B(?![A-Za-z])|B ?部分/y;

/**
 * Reads an indicator behind the exchange's name or behind "KPI" or "Aspect".
 * @param lead "name": the exchange is named; "kpi": an indicator with a point must follow; "aspect": an aspect may stand alone.
 */
export function readHkex(scanner: Scanner, start: number, lead: "name" | "kpi" | "aspect"): Citation[] {
	const named = scanner.at;
	while (lead === "name" && scanner.take(filler)) {
		// "HKEX ESG Reporting Code KPI A1.2"
	}
	scanner.take(opening);
	const citations: Citation[] = [];
	let from = start;
	for (;;) {
		const next = takePart(scanner, from, lead) ?? takeIndicator(scanner, from, lead);
		if (!next) {
			break;
		}
		citations.push(next);
		const end = scanner.at;
		if (!scanner.take(listMark)) {
			break;
		}
		scanner.take(/KPIs? /y);
		from = scanner.at;
		if (!scanner.sees(indicator) && !scanner.sees(partD) && !scanner.sees(partB)) {
			scanner.at = end;
			break;
		}
	}
	scanner.at = citations.at(-1)?.span.end ?? named;
	return citations.length > 0 || lead !== "name" ? citations : [citation(framework, start, named)];
}

function takePart(scanner: Scanner, start: number, lead: string): Citation | null {
	const back = scanner.at;
	if (lead === "name" && scanner.take(partB)) {
		return citation(framework, start, scanner.at, "B", [back, scanner.at]);
	}
	const match = lead === "name" ? scanner.take(partD) : null;
	if (!match) {
		return null;
	}
	const number = match[1] ?? match[2];
	return citation(framework, start, scanner.at, number === undefined ? "D" : `D.${Number(number)}`, [back, scanner.at]);
}

function takeIndicator(scanner: Scanner, start: number, lead: string): Citation | null {
	const back = scanner.at;
	const match = scanner.take(indicator);
	// "KPI A1" may be anybody's indicator; the exchange's have a point. An aspect that does not exist is somebody else's too.
	const fits = match && findEntries(framework, match[1] as string).length > 0 && (match[2] !== undefined || lead !== "kpi");
	if (!fits) {
		scanner.at = back;
		return null;
	}
	const code = match[2] === undefined ? (match[1] as string) : `${match[1]}.${Number(match[2])}`;
	return citation(framework, start, scanner.at, code, [back, scanner.at]);
}
