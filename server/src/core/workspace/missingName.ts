/** Claims that a figure would be supported by if the glossary knew what the draft calls it. */

import type { Evidence } from "../claims/evidence.ts";
import { Glossary } from "../claims/glossary.ts";
import { weigh } from "../claims/judge.ts";
import { nothingRunning, readBlockSubjects } from "../claims/subject.ts";
import type { Passage } from "../draft/draft.ts";
import type { Claim } from "../model.ts";
import { draftNames } from "./draftName.ts";
import { foldName, nameOwner } from "./workspaceGlossary.ts";

/** A measure that claims have, and the draft's own words for it. */
export interface MissingName {
	readonly measure: string;
	readonly name: string;
	readonly claim: Claim;
}

/** How many measures are offered for one figure. */
const most = 2;

/**
 * Claims with the figure's value, unit, entity and period, but of a measure that the draft's words do not name; with the words
 * that would name it. Offered only where the figure's measure would then be the claim's.
 *
 * @param candidates what the database answers to the figure's query
 */
export function missingNames(
	evidence: Evidence,
	passage: Passage,
	candidates: readonly Claim[],
	glossary: Glossary,
): MissingName[] {
	const { figure, subject } = evidence;
	const index = passage.figures.findIndex((one) => one.start === figure.start && one.end === figure.end);
	const { matches } = weigh(figure, subject, candidates, glossary);
	const found: MissingName[] = [];
	const names = draftNames(passage, figure, glossary).filter((name) => isUnknown(name, glossary));
	for (const { claim, value, unit, entity, period, sameAim } of matches) {
		const measure = glossary.measures.get(claim.measure);
		if (
			!measure ||
			value !== "equal" ||
			(unit !== "same" && unit !== "kindred") ||
			entity !== "same" ||
			period !== "same" ||
			!sameAim ||
			subject.measures.includes(claim.measure) ||
			found.some((one) => one.measure === claim.measure)
		) {
			continue;
		}
		const name = names.slice(0, 3).find((one) => {
			const taught = new Glossary(
				[...glossary.measures.values()].map((entry) =>
					entry === measure ? { ...entry, when: [...entry.when, foldName(one)] } : entry,
				),
				[...glossary.entities.values()],
			);
			const { subjects } = readBlockSubjects(
				[passage],
				nothingRunning,
				{ entity: subject.entities[0] ?? "", period: subject.period, published: null, year: null },
				taught,
			);
			return subjects[0]?.[index]?.measures[0] === claim.measure;
		});
		if (name !== undefined) {
			found.push({ measure: claim.measure, name, claim });
		}
		if (found.length === most) {
			break;
		}
	}
	return found;
}

/** Whether the words say nothing to the glossary: nobody's name, no name of a measure inside, and more than its terms. */
function isUnknown(name: string, glossary: Glossary): boolean {
	if (nameOwner(glossary, name) !== null) {
		return false;
	}
	const { terms } = glossary.scan(name);
	const has = new Set(terms.map(({ term }) => term));
	const names = [...has].some((term) =>
		glossary.wordingsOfTerm[term]?.some(({ slots }) => slots.every((slot) => [...slot].some((one) => has.has(one)))),
	);
	const rest = [...terms]
		.sort((a, b) => b.start - a.start)
		.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), name);
	return !names && /\p{L}/u.test(rest);
}
