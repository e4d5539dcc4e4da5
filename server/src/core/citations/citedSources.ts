/** Which sources a passage cites, with all that stands around it for it: the caption of a table, the sentence above a list. */

import type { Block, BlockContent, Draft, Passage } from "../draft/draft.ts";
import { neighbourOf } from "../draft/neighbours.ts";
import type { Source } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { attributedTo } from "./attribution.ts";
import type { DocumentCitations } from "./documentCitations.ts";
import { isSourceKey } from "./keys.ts";
import { daysOf, type PassageCitations, readCitations } from "./readCitations.ts";
import { isSourceHeader, isSourceLine, statedSource } from "./sourceWords.ts";

/** The sources that are cited somewhere. */
export interface Cited {
	readonly sources: ReadonlySet<string>;
	/**
	 * Whether something is cited that the claims database does not know by that name: a footnote in the writer's own words, an
	 * unknown link. It may well be the source.
	 */
	readonly isOpen: boolean;
}

const nothing: Cited = { sources: new Set(), isOpen: false };

/** What several places cite together. */
export function together(places: readonly Cited[]): Cited {
	const citing = places.filter((one) => one.isOpen || one.sources.size > 0);
	return citing.length === 0
		? nothing
		: {
				sources: new Set(citing.flatMap(({ sources }) => [...sources])),
				isOpen: citing.some(({ isOpen }) => isOpen),
			};
}

/** What a passage itself cites. @param found its citations; null where it has none by mark or link */
function citedHere(passage: Passage, found: PassageCitations | null, citations: DocumentCitations): Cited {
	const sources = new Set<string>();
	let isOpen = false;
	const add = (cited: readonly Source[], isCitation = true): void => {
		for (const { key } of cited) {
			sources.add(key);
		}
		isOpen ||= isCitation && cited.length === 0;
	};
	for (const { key, form } of found?.keys ?? []) {
		const meaning = citations.meaningOf(key);
		add(meaning?.sources ?? [], meaning !== null || (form !== "narrative" && isSourceKey(key)));
	}
	for (const target of found?.targets ?? []) {
		add(citations.index.byTarget(target), !isOwnPage(target));
	}
	for (const label of citations.links.size > 0 ? (found?.labels ?? []) : []) {
		const link = citations.links.get(label);
		if (link) {
			add(link.sources, !isOwnPage(link.target));
		}
	}
	for (const remark of found?.remarks ?? []) {
		add(citations.index.inRemark(remark), authorAndYear.test(remark.inside));
	}
	isOpen ||= found?.hasMarker === true;
	add(citations.index.titledIn(passage.text), false);
	add(attributedTo(passage.text, citations.index), false);
	const stated = statedSource(passage.text);
	if (stated !== "") {
		add(citations.index.inReference(stated, found?.targets ?? [], daysOf(passage)), /[\p{L}]{2}/u.test(stated));
	}
	return sources.size > 0 || isOpen ? { sources, isOpen } : nothing;
}

/** "(Kim & Lee, 2022, p. 3)": a citation of something, whoever that is; "(as of 2022)", "(FY2022)" are none. */
const authorAndYear = /^\s*[\p{Lu}\p{Lo}][^,，;；\d]{1,80}[,，]\s{0,2}(?:19|20)\d{2}[a-z]?\s*(?:[,，:：;；].{0,80})?$/u;

/** A page of the report itself, or a place in it. */
function isOwnPage(target: string): boolean {
	return !/^(?:https?:|www\.)/i.test(target) && (target.startsWith("#") || /\.(?:md|markdown|qmd|rmd)(?:#|$)/i.test(target));
}

/** What a heading cites; it stands in another block, whose links are not looked at. */
function citedInHeading(heading: Passage, citations: DocumentCitations): Cited {
	const sources = [
		...heading.sourceCitations.flatMap(({ key }) => citations.meaningOf(key)?.sources ?? []),
		// The title of the whole report may be that of a source: last year's.
		...(heading.depth > 1 ? citations.index.titledIn(heading.text) : []),
	];
	const isOpen = heading.sourceCitations.some(({ key }) => (citations.meaningOf(key)?.sources.length ?? 0) === 0);
	return sources.length === 0 && !isOpen ? nothing : { sources: new Set(sources.map(({ key }) => key)), isOpen };
}

/** A table of a block, or a run of list items. */
interface Run {
	readonly first: number;
	readonly last: number;
}

/** Reads what the passages of one block cite. */
export class CitedSources {
	private readonly draft: Draft;
	private readonly block: Block;
	private readonly citations: DocumentCitations;
	private readonly own = new Map<number, Cited>();
	private readonly around = new Map<number, Cited>();

	constructor(draft: Draft, block: Block, citations: DocumentCitations) {
		this.draft = draft;
		this.block = block;
		this.citations = citations;
	}

	/** What the passage itself cites. */
	here(index: number): Cited {
		let cited = this.own.get(index);
		if (!cited) {
			const passage = this.passage(index);
			cited = passage ? citedHere(passage, readCitations(this.block.content).passages[index] ?? null, this.citations) : nothing;
			this.own.set(index, cited);
		}
		return cited;
	}

	/** What stands for a passage besides itself: headings, the sentence for the whole draft, what introduces its list or table. */
	for(index: number, headings: readonly Passage[]): Cited {
		const blanket: Cited = { sources: new Set(this.citations.blanket.map(({ key }) => key)), isOpen: false };
		const run = outlineOf(this.block.content).runs[index];
		return together([
			blanket,
			...headings.map((heading) => citedInHeading(heading, this.citations)),
			run ? this.aroundRun(run) : this.beside(index, 1),
		]);
	}

	/** The indexes of the passages of a cell's row, in their order. */
	rowOf(index: number): readonly number[] {
		const cell = this.passage(index)?.cell;
		return (cell && outlineOf(this.block.content).rows.get(rowKey(cell.table, cell.row))) || [index];
	}

	/** The same for the header of its table, and for all of the table. */
	headerOf(index: number): readonly number[] {
		const cell = this.passage(index)?.cell;
		return (cell && outlineOf(this.block.content).rows.get(rowKey(cell.table, 0))) || [];
	}

	tableOf(index: number): readonly number[] {
		const cell = this.passage(index)?.cell;
		return (cell && outlineOf(this.block.content).tables.get(cell.table)) || [index];
	}

	/** The paragraph right above a table in its own block: its caption. */
	captionOf(index: number): Passage | null {
		const run = outlineOf(this.block.content).runs[index];
		const before = run ? this.passage(run.first - 1) : undefined;
		return before?.kind === "paragraph" ? before : null;
	}

	private passage(index: number): Passage | undefined {
		return this.block.content.passages[index];
	}

	private aroundRun(run: Run): Cited {
		let cited = this.around.get(run.first);
		if (!cited) {
			cited = together([this.beside(run.first, -1), this.beside(run.last, 1), ...this.inTable(run)]);
			this.around.set(run.first, cited);
		}
		return cited;
	}

	/** The paragraph before or behind a run: in the same block, else in the one next to it. */
	private beside(index: number, step: 1 | -1): Cited {
		const passage = this.passage(index + step);
		if (passage) {
			return isBeside(passage, step) ? this.here(index + step) : nothing;
		}
		const next = neighbourOf(this.draft.blocks, this.block, step);
		if (!next) {
			return nothing;
		}
		const at = step > 0 ? 0 : next.content.passages.length - 1;
		const beside = next.content.passages[at] as Passage;
		return isBeside(beside, step) ? new CitedSources(this.draft, next, this.citations).here(at) : nothing;
	}

	/** What the header of a table cites, and a last row that is a line about sources. */
	private inTable({ first, last }: Run): Cited[] {
		const found: Cited[] = [];
		for (let at = first; at <= last; at += 1) {
			const passage = this.passage(at);
			if (passage?.cell && (passage.cell.row === 0 || (passage.cell.column === 0 && isSourceLine(passage.text)))) {
				found.push(this.here(at));
			}
		}
		return found;
	}
}

/** A paragraph above introduces; one below belongs to what is above it only if it speaks of sources. */
function isBeside({ kind, text, sourceCitations }: Passage, step: 1 | -1): boolean {
	return kind === "paragraph" && (step < 0 || isSourceLine(text) || (sourceCitations.length > 0 && text.trim().length <= 20));
}

/** How the passages of a block belong together. */
interface Outline {
	/** By passage: the table or the list that it is in; null outside both. */
	readonly runs: readonly (Run | null)[];
	/** Indexes of passages by table and row. */
	readonly rows: ReadonlyMap<string, readonly number[]>;
	readonly tables: ReadonlyMap<number, readonly number[]>;
}

const rowKey = (table: number, row: number): string => `${table} ${row}`;

const outlineOf = oncePer(({ passages }: BlockContent): Outline => {
	const runs: ({ first: number; last: number } | null)[] = [];
	const rows = new Map<string, number[]>();
	const tables = new Map<number, number[]>();
	for (const [index, passage] of passages.entries()) {
		const { cell } = passage;
		if (cell) {
			put(rows, rowKey(cell.table, cell.row), index);
			put(tables, cell.table, index);
		}
		const isIn = cell !== null || passage.kind === "list-item";
		const last = passages[index - 1];
		const goesOn = cell ? last?.cell?.table === cell.table : last?.kind === "list-item" && isIn;
		const run = isIn ? ((goesOn ? runs[index - 1] : null) ?? { first: index, last: index }) : null;
		if (run) {
			run.last = index;
		}
		runs.push(run);
	}
	return { runs, rows, tables };
});

function put<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
	const known = map.get(key);
	if (known) {
		known.push(index);
	} else {
		map.set(key, [index]);
	}
}

/** Whether the citations around a block matter to what is in it. */
const hasRun = oncePer(({ passages }: BlockContent): boolean =>
	passages.some(({ cell, kind }) => cell !== null || kind === "list-item"),
);

/** Whether a block begins with a line about sources, which belongs to what is above it. */
const beginsWithSources = oncePer(({ passages: [first] }: BlockContent): boolean => first !== undefined && isBeside(first, 1));

let numbered = 0;
/** A number for each content: what stands beside a block is kept in keys by number, not by text. */
const numberOf = oncePer((_: BlockContent): number => {
	numbered += 1;
	return numbered;
});

/** Stands for what is beside a block, where that matters. */
export function besideKey(draft: Draft, block: Block): string {
	return besideKeys(draft).get(block) ?? "";
}

/** Looked up once a draft: every keystroke asks for every block. */
const besideKeys = oncePer(({ blocks }: Draft): ReadonlyMap<Block, string> => {
	const keys = new Map<Block, string>();
	/** The last block with text, and the one before it. */
	let last: Block | null = null;
	let before: Block | null = null;
	const note = (after: Block | null): void => {
		if (last && (hasRun(last.content) || (after && beginsWithSources(after.content)))) {
			keys.set(last, `${before ? numberOf(before.content) : ""} ${after ? numberOf(after.content) : ""}`);
		}
	};
	for (const block of blocks) {
		if (block.content.passages.length > 0) {
			note(block);
			before = last;
			last = block;
		}
	}
	note(null);
	return keys;
});

/** Whether a cell stands in a column of sources. */
export function isInSourceColumn({ cell }: Passage): boolean {
	return cell !== null && cell.row > 0 && isSourceHeader(cell.columnHeader);
}
