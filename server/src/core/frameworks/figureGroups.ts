/** The sentences and table rows of a block with the kinds of their figures: what shares a citation. */
import type { BlockContent, Passage } from "../draft/draft.ts";
import type { Figure, Span } from "../model.ts";
import { fold } from "../text/fold.ts";
import { Stretch } from "./classifyFigure.ts";
import type { FigureKindRow } from "./figureKind.ts";

export interface GroupedFigure {
	/** Index of its passage in the block. */
	readonly index: number;
	readonly figure: Figure;
	/** null for a figure of no kind that the data knows. */
	readonly kind: FigureKindRow | null;
}

/** A sentence, or a table's row. */
export interface FigureGroup {
	/** Index of its first passage in the block. */
	readonly index: number;
	/** Of a sentence: its span in the passage's text; of a row: all of its first cell. */
	readonly sentence: Span;
	/** Of a row: the indexes of its cells in order; null for a sentence. */
	readonly row: readonly number[] | null;
	/** Its check-worthy figures; at least one is of a kind. */
	readonly figures: readonly GroupedFigure[];
	/** Kinds whose words stand in it, whatever its figures are of. */
	readonly named: ReadonlySet<FigureKindRow>;
}

const groups = new WeakMap<BlockContent, readonly FigureGroup[]>();

/**
 * The groups of a block, kept as long as its content is. Headings repeat what the text says, quotes are somebody else's, and
 * footnotes explain: their figures are not grouped.
 */
export function groupFigures(content: BlockContent): readonly FigureGroup[] {
	let known = groups.get(content);
	if (!known) {
		known = [...makeGroups(content)];
		groups.set(content, known);
	}
	return known;
}

function* makeGroups({ passages }: BlockContent): Generator<FigureGroup> {
	const rows = new Map<string, number[]>();
	for (const [index, passage] of passages.entries()) {
		const { cell, kind } = passage;
		if (cell) {
			const key = `${cell.table}:${cell.row}`;
			const row = rows.get(key);
			if (row) {
				row.push(index);
			} else {
				rows.set(key, [index]);
			}
		} else if (kind !== "heading" && kind !== "quote" && kind !== "footnote") {
			yield* sentencesOf(passage, index);
		}
	}
	for (const row of rows.values()) {
		const first = row[0] as number;
		const named = new Set<FigureKindRow>();
		const figures = row.flatMap((index) => classifyCell(passages[index] as Passage, index, named));
		if (figures.some(({ kind }) => kind)) {
			yield { index: first, sentence: { start: 0, end: (passages[first] as Passage).text.length }, row, figures, named };
		}
	}
}

function* sentencesOf(passage: Passage, index: number): Generator<FigureGroup> {
	const worthy = passage.figures.filter((figure) => figure.checkworthy);
	let next = 0;
	for (const sentence of worthy.length === 0 ? [] : passage.sentences) {
		const here: Figure[] = [];
		while (next < worthy.length && (worthy[next] as Figure).start < sentence.end) {
			here.push(worthy[next] as Figure);
			next += 1;
		}
		if (here.length > 0) {
			const named = new Set<FigureKindRow>();
			const figures = classify(passage.text.slice(sentence.start, sentence.end), here, sentence.start, index, named);
			if (figures.some(({ kind }) => kind)) {
				yield { index, sentence, row: null, figures, named };
			}
		}
	}
}

function classifyCell(passage: Passage, index: number, named: Set<FigureKindRow>): GroupedFigure[] {
	const worthy = passage.figures.filter((figure) => figure.checkworthy);
	const { cell } = passage;
	if (worthy.length === 0 || !cell || cell.row === 0) {
		return [];
	}
	const headers = `${cell.rowHeader} | ${cell.columnHeader} | `;
	return classify(headers + passage.text, worthy, -headers.length, index, named);
}

/** @param start what the figures' offsets are ahead of the text's. */
function classify(
	text: string,
	figures: readonly Figure[],
	start: number,
	index: number,
	named: Set<FigureKindRow>,
): GroupedFigure[] {
	const folded = fold(text);
	const stretch = new Stretch(folded.text);
	for (const kind of stretch.named()) {
		named.add(kind);
	}
	const foldedOffset = (offset: number): number => {
		let low = 0;
		let high = folded.text.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (folded.offsets.startOf(middle) < offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	};
	return figures.map((figure) => {
		const span = { start: foldedOffset(figure.start - start), end: foldedOffset(figure.end - start) };
		return { index, figure, kind: stretch.classify(figure, span) };
	});
}
