/** Tables as the rules of arithmetic read them: rows and columns with what their labels make them, cells with one figure. */

import {
	bareTotals,
	nilCells,
	notAdded,
	ofWhich,
	totalBeginnings,
	totalEndings,
	totalWords,
} from "../../../data/arithmetic/tables.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Figure, Period } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { fold } from "../text/fold.ts";
import { withoutBrackets } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

/** A cell that holds one figure and nothing else, says "none", or holds anything else ("n/a", words, nothing). */
export type Cell =
	| { readonly state: "figure"; readonly passage: Passage; readonly figure: Figure }
	| { readonly state: "nil" }
	| { readonly state: "open" };

export type Role =
	/** A label that is nothing but "Total". */
	| "bare-total"
	| "total"
	/** A part of the line before it. */
	| "of-which"
	/** Averages, rates, shares: not to be added up. */
	| "not-added"
	/** A label over the lines below it, without figures of its own. */
	| "section"
	| "item";

/** A row or a column. */
export interface Line {
	/** Folded and in lower case, what stands in brackets left out. */
	readonly label: string;
	/** The same with its brackets. */
	readonly fullLabel: string;
	readonly role: Role;
	/** How far the label is indented. */
	readonly indent: number;
	/** The periods that the label names, in order. */
	readonly periods: readonly Period[];
	/** By the number of the crossing line. */
	readonly cells: readonly Cell[];
}

/** A table without its header row and its columns of labels. */
export interface Grid {
	readonly rows: readonly Line[];
	readonly columns: readonly Line[];
	/** The passages of the header cells, by column. */
	readonly headers: readonly (Passage | null)[];
}

const bare: ReadonlySet<string> = new Set(bareTotals);
const named = new WordSet(totalWords);
const parts = new WordSet(ofWhich);
const unadded = new WordSet(notAdded);
const nil: ReadonlySet<string> = new Set(nilCells);
const openCell: Cell = { state: "open" };

/** The tables of a block. */
export const gridsOf = oncePer((content: BlockContent): readonly Grid[] => {
	const tables: Passage[][] = [];
	for (const passage of content.passages) {
		if (passage.cell) {
			const cells = tables[passage.cell.table] ?? [];
			tables[passage.cell.table] = cells;
			cells.push(passage);
		}
	}
	return tables.flatMap((cells) => {
		const grid = gridOf(cells);
		return grid ? [grid] : [];
	});
});

function gridOf(passages: readonly Passage[]): Grid | null {
	const rows: (Passage | undefined)[][] = [];
	let width = 0;
	for (const passage of passages) {
		const { row, column } = passage.cell as NonNullable<Passage["cell"]>;
		const cells = rows[row] ?? [];
		rows[row] = cells;
		cells[column] = passage;
		width = Math.max(width, column + 1);
	}
	const [head = [], ...body] = Array.from(rows, (row) => row ?? []);
	const first = firstNumbers(body, width);
	if (first < 1 || first >= width || body.length < 2) {
		return null;
	}
	const cells = body.map((row) => Array.from({ length: width - first }, (_, column) => cellOf(row[first + column])));
	return {
		rows: cells.map((line, index) => {
			const labels = (body[index] ?? []).slice(0, first).filter((passage) => passage !== undefined);
			return lineOf(
				labels.map(({ text }) => text),
				labels,
				line,
			);
		}),
		columns: Array.from({ length: width - first }, (_, column) => {
			const header = head[first + column];
			// Headers of several rows are joined by the reader of tables.
			const joined = body.map((row) => row[first + column]?.cell?.columnHeader ?? "").find((text) => text !== "");
			return lineOf(
				[joined ?? header?.text ?? ""],
				header ? [header] : [],
				cells.map((line) => line[column] ?? openCell),
			);
		}),
		headers: Array.from({ length: width - first }, (_, column) => head[first + column] ?? null),
	};
}

/** The first column that holds figures in half of its rows at least; what stands left of it are labels. */
function firstNumbers(body: readonly (readonly (Passage | undefined)[])[], width: number): number {
	for (let column = 0; column < width; column++) {
		const filled = body.filter((row) => row[column] !== undefined);
		const numbers = filled.filter((row) => cellOf(row[column]).state === "figure");
		if (numbers.length * 2 >= filled.length && numbers.length > 0 && !isCounter(numbers.map((row) => row[column] as Passage))) {
			return column;
		}
	}
	return -1;
}

/** A column that numbers its rows. */
function isCounter(cells: readonly Passage[]): boolean {
	return cells.every(({ figures, text }, index) => figures.length < 2 && text.trim().replace(/\.$/, "") === String(index + 1));
}

function cellOf(passage: Passage | undefined): Cell {
	if (!passage) {
		return openCell;
	}
	const text = passage.text.trim();
	// "RMB million" in a column of units is read as an amount, but holds no number.
	const statements = passage.figures.filter((one) => isStatement(one) && /\p{N}/u.test(one.text));
	const [figure] = statements;
	if (!figure) {
		return nil.has(fold(text).text.toLowerCase().trim()) ? { state: "nil" } : openCell;
	}
	const before = passage.text.slice(0, Math.min(figure.start, figure.qualifierSpan?.start ?? figure.start));
	const after = passage.text.slice(Math.max(figure.end, figure.qualifierSpan?.end ?? figure.end));
	// Notes, signs and arrows may stand beside the figure; words may not.
	return statements.length === 1 &&
		passage.figures.length === 1 &&
		!/[\p{L}\p{N}]/u.test(before + after.replace(/\[?\^?\d?\]?$/, ""))
		? { state: "figure", passage, figure }
		: openCell;
}

function lineOf(names: readonly string[], labels: readonly Passage[], cells: readonly Cell[]): Line {
	const texts = names.map((name) => fold(name).text.toLowerCase());
	const fullLabel = texts.join(" ").trim();
	const last = texts.at(-1) ?? "";
	const role = roleOf(texts, cells);
	return {
		label: withoutBrackets(fullLabel).trim(),
		fullLabel,
		role,
		indent: /^[\s\-–—·•└∟>*]*/.exec(last)?.[0].length ?? 0,
		periods: labels.flatMap(({ figures }) => figures.flatMap(({ period }) => (period ? [period] : []))),
		cells,
	};
}

function roleOf(texts: readonly string[], cells: readonly Cell[]): Role {
	if (cells.every((cell) => cell.state === "open")) {
		return "section";
	}
	const plain = texts.map((text) =>
		withoutBrackets(text)
			.replace(/[*:：†‡¹²³\s]+$/, "")
			.replace(/^[\s\-–—·•└∟>*]+/, "")
			.replace(/\s+/g, (space) => (/[a-z]/.test(text) ? space : "")),
	);
	if (plain.some((text) => bare.has(text))) {
		return "bare-total";
	}
	if (plain.some((text) => unadded.isIn(text)) || texts.some((text) => /[(（][^)）]*%/.test(text))) {
		return "not-added";
	}
	if (plain.some((text) => parts.begins(text))) {
		return "of-which";
	}
	const isTotal = (text: string) =>
		named.isIn(text) || totalBeginnings.some((word) => text.startsWith(word)) || totalEndings.some((word) => text.endsWith(word));
	return plain.some(isTotal) ? "total" : "item";
}
