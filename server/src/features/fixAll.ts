import type { Edit, Finding, Span } from "../core/model.ts";

/**
 * The edits of the first safe fix of each finding, in order of position. Of fixes that touch the same text the earlier
 * finding's is taken; the other is left for the next run.
 */
export function safeEdits(findings: readonly Finding[]): Edit[] {
	const taken: Edit[] = [];
	for (const { fixes } of [...findings].sort((a, b) => a.span.start - b.span.start)) {
		const fix = fixes.find(({ safe, edits }) => safe && edits.length > 0);
		if (fix?.edits.every(({ span }) => isFree(taken, span))) {
			for (const edit of fix.edits) {
				taken.splice(placeOf(taken, edit.span.start), 0, edit);
			}
		}
	}
	return taken;
}

/** @param taken in order of position, none overlapping another */
function isFree(taken: readonly Edit[], span: Span): boolean {
	const place = placeOf(taken, span.start);
	const before = taken[place - 1]?.span;
	const after = taken[place]?.span;
	return !(before && before.end > span.start) && !(after && (after.start < span.end || after.start === span.start));
}

/** The first edit that does not begin before `start`. */
function placeOf(taken: readonly Edit[], start: number): number {
	let low = 0;
	let high = taken.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((taken[middle] as Edit).span.start < start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
