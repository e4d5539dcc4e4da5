import type { Citation } from "./citation.ts";
import { citation, latin, listMark, type Scanner } from "./scanner.ts";

const framework = "TCFD";

const filler =
	/ ?(?:'s |’s )?(?:recommendations?|recommended disclosures?|framework|pillars?|disclosures?|建议|建議|框架|支柱|四要素|권고안|권고|프레임워크)(?: on)?(?![a-z])/y;
const opening = / ?[-:(,/"“「] ?| /y;

/** The pillars as reports name them. The short forms are the registry's codes. */
const pillars: readonly (readonly [code: string, pattern: RegExp])[] = [
	["GOV", /(?:GOV|governance)(?![a-z])|治理|거버넌스|지배구조/iy],
	["STR", /(?:STR|strategy)(?![a-z])|战略|戰略|策略|전략/iy],
	["RM", /(?:RM|risk management)(?![a-z])|风险管理|風險管理|리스크 ?관리|위험 ?관리/iy],
	[
		"MT",
		/(?:MT|M&T|metrics (?:and|&) targets?)(?![a-z])|(?:指标|指標)(?:和|与|與|及)?(?:目标|目標)|지표(?: ?및 ?|와 |와|·)목표/iy,
	],
];

/** "(b)", "b)", "-b", " b": a bare letter needs an end behind it, since "a" is a word. */
const letter =
	/(?: ?[-:] ?| )?\(([a-z])\)|(?: ?[-:] ?| )?([a-z])\)|-([a-z])(?![A-Za-z0-9])|(?: ?[-:] ?| )?([A-Za-z])(?= ?(?:[,;.:)\]/、。&]|$|and |or |和|与|與|及|및))/y;
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
		scanner.take(/TCFD ?/y);
		from = scanner.at;
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
