/** Reads test sentences whose figures are marked: "We served [[86 million SMEs]] in {{2022}}". */
import assert from "node:assert/strict";
import { type CellContext, readFigures } from "../../../server/src/core/figures/readFigures.ts";
import type { Figure, Language } from "../../../server/src/core/model.ts";

interface Mark {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

function unmark(marked: string): { text: string; marks: Mark[] } {
	const marks: Mark[] = [];
	let text = "";
	let open = -1;
	for (let at = 0; at < marked.length; at++) {
		if (marked.startsWith("[[", at)) {
			open = text.length;
			at += 1;
		} else if (marked.startsWith("]]", at)) {
			marks.push({ start: open, end: text.length, text: text.slice(open) });
			at += 1;
		} else {
			text += marked.charAt(at);
		}
	}
	return { text, marks };
}

/**
 * A figure in one line: qualifier unless exact, value or "low to high", unit, "unchecked" when it is not check-worthy; for dates
 * and periods their ISO dates.
 */
export function describeFigure(figure: Figure): string {
	if (figure.kind === "date" || figure.kind === "period") {
		const { start = null, end = null } = figure.period ?? {};
		return start === end ? `${figure.kind} ${start ?? "relative"}` : `${figure.kind} ${start} to ${end}`;
	}
	if (figure.kind === "identifier") {
		return "identifier";
	}
	return [
		figure.qualifier === "exact" ? "" : figure.qualifier,
		figure.value === null ? `${figure.low} to ${figure.high}` : figure.value.toString(),
		figure.unit ?? "",
		figure.checkworthy ? "" : "unchecked",
	]
		.filter(Boolean)
		.join(" ");
}

/**
 * Checks that exactly the marked stretches are figures, each as described. Dates, periods and identifiers count only when
 * a description asks for one.
 */
export function checkFigures(language: Language, marked: string, expected: readonly string[], cell?: CellContext): void {
	const { text, marks } = unmark(marked);
	assert.equal(marks.length, expected.length, `as many descriptions as marks: ${marked}`);
	const wanted = marks.map((mark, index) => ({ ...mark, says: expected[index] as string }));
	const dated = wanted.some(({ says }) => /^(date|period|identifier)/.test(says));
	const figures = readFigures(text, cell ? { language, cell } : { language }).filter(
		(figure) => dated || !["date", "period", "identifier"].includes(figure.kind),
	);
	const got = figures.map(
		(figure) => `${figure.start}-${figure.end} "${text.slice(figure.start, figure.end)}" ${describeFigure(figure)}`,
	);
	assert.deepEqual(
		got,
		wanted.map(({ start, end, text: words, says }) => `${start}-${end} "${words}" ${says}`),
		text,
	);
}
