import { amountWords, countedThings, fillers } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { findEntries } from "./registry.ts";
import { citation, latin, listMark, oneOf, rangeMark, type Scanner } from "./scanner.ts";

const framework = "SDG";

const brackets = / ?\((?:UN )?SDGs?\)/y;
const filler = new RegExp(` ?${oneOf(fillers.SDG)}(?![a-z])`, "y");
const opening = / ?[-:#([] ?| /y;
const goal = /(\d{1,2})(?![\d%])/y;
const target = /\.(\d{1,2}|[a-d])(?![\dA-Za-z%])/y;
const indicator = /\.\d{1,2}(?![\d%])/y;
/** What shows that a number counts something instead of naming a goal. */
const counts = new RegExp(`[.,]\\d|%|[A-Za-z]| ?${oneOf(countedThings)}`, "y");
const amounts = new RegExp(` ?${oneOf(amountWords)}`, "y");
const ends = / ?(?:[,;.:)\]/、。&-]|$|and |or |to |和|与|與|及|以及|、)/y;

/** Reads the goal or target behind "SDG", and the ones that a list or range adds. */
export function readSdg(scanner: Scanner, start: number): Citation[] {
	scanner.take(brackets);
	const named = scanner.at;
	const plural = /s$/i.test(scanner.text.slice(start, named));
	while (scanner.take(filler)) {
		// "SDG Target 13.2"
	}
	scanner.take(opening);
	const citations: Citation[] = [];
	const first = takeGoal(scanner, start, "first");
	if (!first) {
		scanner.at = named;
		return [citation(framework, start, named)];
	}
	citations.push(first);
	for (;;) {
		const back = scanner.at;
		const last = citations.at(-1) as Citation;
		const ranged = takeRange(scanner, last);
		if (ranged.length > 0) {
			citations.push(...ranged);
			continue;
		}
		scanner.at = back;
		if (!scanner.take(listMark)) {
			break;
		}
		const start = scanner.at;
		scanner.take(/(?:SDGs?|Goals?|Targets?) ?(?=\d)/y);
		const next = takeGoal(scanner, start, plural || last.code?.includes(".") ? "listed" : "alone");
		if (!next) {
			scanner.at = back;
			break;
		}
		citations.push(next);
	}
	return citations;
}

/**
 * A goal or target here, or null. "first" may be one that does not exist; in a list only goals that do exist count, and
 * behind a single "SDG" ("SDG 7 and 13 projects") only where the list ends there.
 */
function takeGoal(scanner: Scanner, start: number, place: "first" | "listed" | "alone"): Citation | null {
	const back = scanner.at;
	const number = scanner.take(goal);
	if (!number) {
		return null;
	}
	const goalCode = String(Number(number[1]));
	const exists = findEntries(framework, goalCode).length > 0;
	const sub = exists ? scanner.take(target) : null;
	let code = goalCode;
	let part: string | null = null;
	const codeEnd = scanner.at;
	if (sub) {
		code = `${goalCode}.${sub[1]}`;
		part = scanner.take(indicator)?.[0].slice(1) ?? null;
	}
	const fits = sub
		? !scanner.sees(latin) && !scanner.sees(amounts) && (place === "first" || findEntries(framework, goalCode).length > 0)
		: !scanner.sees(counts) &&
			(exists
				? place !== "alone" || scanner.sees(ends)
				: place === "first" && goalCode !== "0" && scanner.sees(/ ?(?:[,;.)\]:。]|$)/y));
	if (!fits) {
		scanner.at = back;
		return null;
	}
	return citation(framework, start, scanner.at, code, [back, codeEnd], null, part);
}

/** "SDGs 1-5", "SDG 8 to 10": the goals in between are implied. */
function takeRange(scanner: Scanner, last: Citation): Citation[] {
	if (last.code === null || last.code.includes(".") || !scanner.take(rangeMark)) {
		return [];
	}
	const next = takeGoal(scanner, scanner.at, "listed");
	if (!next || next.code === null || next.code.includes(".") || Number(next.code) <= Number(last.code)) {
		return [];
	}
	const implied: Citation[] = [];
	for (let index = Number(last.code) + 1; index < Number(next.code); index += 1) {
		implied.push(citation(framework, last.span.start, next.span.end, String(index)));
	}
	return [...implied, next];
}
