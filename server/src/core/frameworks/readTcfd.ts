import { fillers, pillarNames } from "../../../data/frameworks/citationWords.ts";
import type { Citation } from "./citation.ts";
import { citation, latin, listMark, oneOf, type Scanner } from "./scanner.ts";

const framework = "TCFD";

const filler = new RegExp(` ?${oneOf(fillers.TCFD)}(?![a-z])`, "y");
const opening = / ?[-:(,/"“「] ?| /y;

/** The pillars' codes with the patterns of their names. */
const pillars = Object.entries(pillarNames).map(([code, names]) => [code, new RegExp(oneOf(names), "y")] as const);

/** "(b)", "b)", "-b", " b": a bare letter needs an end behind it, since "a" is a word. */
const letter =
	/(?: ?[-:] ?| )?\(([a-z])\)|(?: ?[-:] ?| )?([a-z])\)|-([a-z])(?![A-Za-z0-9])|(?: ?[-:] ?| )?([A-Za-z])(?= ?(?:[,;.:)\]/、。&]|$|and |or |[\u4e00-\u9fff\uac00-\ud7a3」』”]))/y;
const nextLetter =
	/ ?(?:[,;/&、]|and|or|和|与|與|及|및) ?(?:and )?(?:\(([a-z])\)|([a-z])\)|([b-z])(?= ?(?:[,;.:)\]/、。&]|$|and )))/y;

/** Reads what follows the Task Force's name: a pillar, its letter, and the pillars and letters that a list adds. */
export function readTcfd(scanner: Scanner, start: number): Citation[] {
	const named = scanner.at;
	while (scanner.take(filler)) {
		// "TCFD recommended disclosures"
	}
	scanner.take(opening);
	const citations: Citation[] = [];
	let from = start;
	for (;;) {
		const back = scanner.at;
		const pillar = takePillar(scanner);
		if (!pillar) {
			scanner.at = back;
			break;
		}
		const { code, begin } = pillar;
		const first = takeLetter(scanner, letter, start);
		if (!first) {
			if (scanner.sees(latin) || !/^[A-Z]|[\u0080-\uffff]/.test(scanner.text[begin] ?? "")) {
				// "TCFD governance work" speaks of governance; "TCFD Governance" names the pillar.
				scanner.at = back;
				break;
			}
			citations.push(citation(framework, from, scanner.at, code, [begin, scanner.at]));
		} else {
			citations.push(citation(framework, from, scanner.at, `${code}-${letterOf(first)}`, [begin, scanner.at]));
			for (;;) {
				const at = scanner.at;
				const more = takeLetter(scanner, nextLetter, start);
				if (!more) {
					break;
				}
				const begins = at + more[0].search(/\(?[a-z]\)?$/);
				citations.push(citation(framework, begins, scanner.at, `${code}-${letterOf(more)}`, [begins, scanner.at]));
			}
		}
		const end = scanner.at;
		if (!scanner.take(listMark)) {
			break;
		}
		from = scanner.at;
		scanner.take(/TCFD ?/y);
		if (!pillars.some(([, pattern]) => scanner.sees(pattern))) {
			scanner.at = end;
			break;
		}
	}
	if (citations.length === 0) {
		scanner.at = named;
		return [citation(framework, start, named)];
	}
	scanner.at = citations.at(-1)?.span.end ?? scanner.at;
	return citations;
}

function takePillar(scanner: Scanner): { code: string; begin: number } | null {
	const begin = scanner.at;
	for (const [code, pattern] of pillars) {
		if (scanner.take(pattern)) {
			return { code, begin };
		}
	}
	return null;
}

/** Matches a letter; the bracket behind "b)" belongs to "(TCFD Metrics and Targets b)" where one was opened in front of it. */
function takeLetter(scanner: Scanner, pattern: RegExp, start: number): RegExpExecArray | null {
	const match = scanner.take(pattern);
	if (match?.[2] !== undefined) {
		const before = scanner.text.slice(Math.max(0, start - 60), scanner.at - 1);
		if (before.lastIndexOf("(") > before.lastIndexOf(")")) {
			scanner.at -= 1;
		}
	}
	return match;
}

function letterOf(match: RegExpExecArray): string {
	return (match.slice(1).find((group) => group !== undefined) as string).toLowerCase();
}
