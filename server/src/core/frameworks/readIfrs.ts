import type { Citation } from "./citation.ts";
import { citation, latin, listMark, type Scanner } from "./scanner.ts";

const framework = "IFRS S";

const standard = / ?[-:(]? ?(?:IFRS )?S([1-9])(?![\dA-Za-z])/y;
/** "29(a)(i)", "B58", behind a point, a colon or "paragraph". */
const paragraph =
	/(?: ?[.:,] ?(?:(?:para(?:graph)?s?\.?|§) ?)?| (?:para(?:graph)?s?\.?|§) ?| ?第 ?| (?=\d{1,2}\([a-z]\)))(B?\d{1,3})((?:\([a-z]{1,5}\)){0,3})(?![\d%])/y;
const paragraphAfter = / ?[-,;/] ?(?:and )?(\d{1,3})(?:\([a-z]\))?(?![\d%A-Za-z])/y;

/** Reads the standard and paragraph behind "IFRS" or "ISSB"; null where neither S1 nor S2 follows. */
export function readIfrs(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	const citations: Citation[] = [];
	let from = start;
	for (;;) {
		const back = scanner.at;
		const match = scanner.take(standard);
		if (!match) {
			scanner.at = back;
			break;
		}
		const codeStart = scanner.at - 2;
		citations.push(takeParagraph(scanner, from, codeStart, `S${match[1]}`));
		const end = scanner.at;
		if (!scanner.take(listMark)) {
			break;
		}
		from = scanner.at;
		if (!scanner.sees(/(?:IFRS )?S[1-9](?![\dA-Za-z])/y)) {
			scanner.at = end;
			break;
		}
	}
	if (citations.length === 0) {
		scanner.at = named;
	}
	return citations;
}

function takeParagraph(scanner: Scanner, start: number, codeStart: number, code: string): Citation {
	const back = scanner.at;
	const match = scanner.take(paragraph);
	if (!match || scanner.sees(latin)) {
		scanner.at = back;
		return citation(framework, start, back, code, [codeStart, back]);
	}
	const levels = (match[2] ?? "").match(/\([a-z]+\)/g) ?? [];
	const codeEnd = scanner.at - levels.slice(1).join("").length;
	scanner.take(/ ?(?:段|条|條|문단|항)/y);
	scanner.take(paragraphAfter);
	const part = levels.slice(1).join("") || null;
	return citation(framework, start, scanner.at, `${code}.${match[1]}${levels[0] ?? ""}`, [codeStart, codeEnd], null, part);
}
