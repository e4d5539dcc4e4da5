import { fillers } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { findEntries } from "./registry.ts";
import { citation, latin, listMark, oneOf, rangeMark, type Scanner } from "./scanner.ts";

const framework = "ESRS";

const filler = new RegExp(` ?${oneOf(fillers.ESRS)}(?![a-z])`, "y");
const opening = / ?[-:(] ?| /y;
/** "2 GOV-1", "GOV-1": the general disclosures have names of their own. */
const general = /(?:2[ ,:]? ?)?((?:BP|GOV|SBM|IRO)-\d{1,2}|[MG]DR-[A-Z])(?![A-Za-z0-9])/y;
const topical = /([ESG][1-9])(?:-(\d{1,2})(?:_(\d{1,3}))?)?(?![A-Za-z0-9])/y;
const cross = /([12])(?![\d.%])/y;
const sub = /-(\d{1,2})(?![A-Za-z0-9])/y;
const paragraph = / ?,? ?(?:§§?|¶|para(?:graph)?s?\.?|AR) ?(\d{1,3}(?: ?\([a-z]+\)){0,3})/iy;

/** Reads the disclosure requirement behind "ESRS", and those that a list or range adds. */
export function readEsrs(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	scanner.take(filler);
	scanner.take(opening);
	const first = takeRequirement(scanner, start, true);
	if (!first) {
		scanner.at = named;
		return [citation(framework, start, named)];
	}
	return readMore(scanner, [first]);
}

/** Reads a requirement without the framework's name; only one that exists. */
export function readBareEsrs(scanner: Scanner): Citation[] {
	const first = takeRequirement(scanner, scanner.at, false);
	return first ? readMore(scanner, [first]) : [];
}

function readMore(scanner: Scanner, citations: Citation[]): Citation[] {
	for (;;) {
		const back = scanner.at;
		const last = citations.at(-1) as Citation;
		const begin = last.code?.split("-") ?? [];
		const ranged = scanner.take(rangeMark) ? takeRequirement(scanner, scanner.at, false) : null;
		const end = ranged?.code?.split("-") ?? [];
		if (ranged && begin.length === 2 && begin[0] === end[0] && Number(end[1]) > Number(begin[1])) {
			for (let index = Number(begin[1]) + 1; index < Number(end[1]); index += 1) {
				citations.push(citation(framework, last.span.start, scanner.at, `${begin[0]}-${index}`));
			}
			citations.push(ranged);
			continue;
		}
		scanner.at = back;
		if (!scanner.take(listMark)) {
			return citations;
		}
		const start = scanner.at;
		scanner.take(/ESRS /y);
		const at = scanner.at;
		const short = begin.length === 2 ? scanner.take(sub) : null;
		const next = short
			? citation(framework, at, scanner.at, `${begin[0]}-${short[1]}`, [at, scanner.at])
			: takeRequirement(scanner, start, false);
		if (!next) {
			scanner.at = back;
			return citations;
		}
		citations.push(next);
	}
}

/** @param named behind the framework's name a code of the right form counts even where it does not exist. */
function takeRequirement(scanner: Scanner, start: number, named: boolean): Citation | null {
	const back = scanner.at;
	const match = scanner.take(general) ?? scanner.take(topical);
	if (match) {
		const isGeneral = match[0].includes(match[1] as string) && /^[A-Z]{2,3}-/.test(match[1] as string);
		const code = isGeneral
			? (match[1] as string)
			: match[2] === undefined
				? (match[1] as string)
				: `${match[1]}-${Number(match[2])}`;
		const standard = code.split("-")[0] as string;
		const exists = findEntries(framework, code).length > 0;
		const nearly = isGeneral || findEntries(framework, standard).length > 0 || match[2] !== undefined;
		if (exists || (named && nearly)) {
			const codeEnd = scanner.at;
			const codeStart = codeEnd - (isGeneral ? code.length : match[0].length);
			const printedEnd = match[3] === undefined ? codeEnd : codeEnd - match[3].length - 1;
			const part = match[3] ?? scanner.take(paragraph)?.[1] ?? null;
			return citation(framework, start, scanner.at, code, [codeStart, printedEnd], null, part);
		}
	}
	scanner.at = back;
	const whole = named ? scanner.take(cross) : null;
	if (whole && !scanner.sees(latin)) {
		return citation(framework, start, scanner.at, whole[1] as string, [back, scanner.at]);
	}
	scanner.at = back;
	return null;
}
