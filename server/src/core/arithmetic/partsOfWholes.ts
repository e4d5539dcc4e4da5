/** Parts that are more than their whole: "of which" behind a total, in a sentence or as the row below it. */

import { partLists } from "../../../data/arithmetic/wording.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Figure } from "../model.ts";
import { gridsOf } from "./grid.ts";
import { boundsOf, isAdditive, isBelow, isComparable, scaled, scalesOf } from "./printed.ts";
import { isAside, sentencesOf, words } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

interface PlacedFigure {
	readonly passage: Passage;
	readonly figure: Figure;
}

export interface TooLargePart {
	readonly part: PlacedFigure;
	readonly whole: PlacedFigure;
}

/** Words that say "a part of it" and nothing else. */
const partOf = new WordSet(
	partLists.filter((word) => ["of which", "of whom", "thereof", "其中", "이 중", "그중", "그 중"].includes(word)),
);
const longestGap = 40;

function exceeds(part: Figure, whole: Figure): boolean {
	const [a, b] = scalesOf([part, whole]);
	return a !== undefined && b !== undefined && isBelow(scaled(boundsOf(whole), b), scaled(boundsOf(part), a));
}

/** "1,200 employees, of whom 1,500 are women". */
export function findTooLargeParts(passage: Passage): TooLargePart[] {
	return sentencesOf(passage, 2).flatMap((sentence) => {
		const statements = sentence.figures.filter(isStatement);
		return statements.flatMap((whole, index): TooLargePart[] => {
			const part = statements[index + 1];
			if (!part || !isAdditive(whole) || !isAdditive(part) || !isComparable(whole, part) || part.start - whole.end > longestGap) {
				return [];
			}
			const gap = words(sentence, whole.end, part.start);
			// Directly behind the whole: elsewhere "of which" may be of something before it.
			const isPart = /^\s*[\p{L} ]{0,24}[,，;；(]?\s*/u.test(gap) && partOf.isIn(gap) && !/[,，;；].*[,，;；]/.test(gap);
			const rival = statements.slice(0, index).some((one) => isAdditive(one) && isComparable(one, part) && !exceeds(part, one));
			return isPart && !rival && !isAside(sentence, whole, part) && exceeds(part, whole)
				? [{ part: { passage, figure: part }, whole: { passage, figure: whole } }]
				: [];
		});
	});
}

/** Rows of which the label begins with "of which", under the row that they are of. */
export function findTooLargeRows(content: BlockContent): TooLargePart[] {
	return gridsOf(content).flatMap(({ rows }) =>
		rows.flatMap((row, index) => {
			const whole = row.role === "of-which" ? rows.slice(0, index).findLast(({ role }) => role !== "of-which") : undefined;
			if (!whole || whole.role === "section" || whole.role === "not-added") {
				return [];
			}
			return row.cells.flatMap((cell, at): TooLargePart[] => {
				const above = whole.cells[at];
				return cell.state === "figure" &&
					above?.state === "figure" &&
					// Costs and income are often net: interest paid is more than what finance cost.
					cell.figure.currency === null &&
					isAdditive(cell.figure) &&
					isAdditive(above.figure) &&
					isComparable(cell.figure, above.figure) &&
					exceeds(cell.figure, above.figure)
					? [{ part: cell, whole: above }]
					: [];
			});
		}),
	);
}
