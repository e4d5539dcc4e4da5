/** What a draft as a whole says about citations: which frameworks it names, what its footnotes cite, how it writes them. */

import { indexHeadings, locationHeaders, noteWords, statementForms } from "../../../data/frameworks/citationWords.ts";
import { indexWords } from "../../../data/frameworks/contentIndex.ts";
import type { Block, BlockContent, Draft, Passage } from "../draft/draft.ts";
import { neighbourOf } from "../draft/neighbours.ts";
import { type CitationStyle, plainStyle } from "./printCitation.ts";
import { standardOf } from "./registry.ts";
import { oneOf } from "./scanner.ts";

export interface CitationIndex {
	/** Ids of the frameworks that are named anywhere, sorted. */
	readonly mentioned: readonly string[];
	/** What each footnote cites: framework ids by footnote key. */
	readonly footnotes: ReadonlyMap<string, readonly string[]>;
	readonly style: CitationStyle;
	/** The codes that the draft's content index lists, by framework id. */
	readonly listed: Readonly<Record<string, readonly string[]>>;
	/** The editions that are written with a standard or its disclosures anywhere, by framework and standard ("GRI 306"). */
	readonly editions: Readonly<Record<string, readonly string[]>>;
	/** Whether GRI is claimed anywhere in the words that it prescribes. */
	readonly stated: boolean;
}

const indexes = new WeakMap<Draft, CitationIndex>();

/** Made once per draft, in time linear in its passages. */
export function indexCitations(draft: Draft): CitationIndex {
	let index = indexes.get(draft);
	if (!index) {
		index = makeIndex(draft);
		indexes.set(draft, index);
	}
	return index;
}

function makeIndex(draft: Draft): CitationIndex {
	const mentioned = new Set<string>();
	const footnotes = new Map<string, readonly string[]>();
	const listed = new Map<string, Set<string>>();
	let style: CitationStyle = plainStyle;
	let tight: boolean | null = null;
	const editions = new Map<string, Set<string>>();
	let stated = false;
	let inIndex = false;
	for (const { content } of draft.blocks) {
		const summary = summaryOf(content);
		if (summary === nothing) {
			continue;
		}
		for (const framework of summary.mentioned) {
			mentioned.add(framework);
		}
		for (const [key, frameworks] of summary.footnotes) {
			footnotes.set(key, frameworks);
		}
		for (const part of summary.parts) {
			inIndex = part.underIndex ?? inIndex;
			for (const { framework, code, located } of part.codes) {
				if (located || inIndex) {
					listed.set(framework, (listed.get(framework) ?? new Set()).add(code));
				}
			}
		}
		for (const [standard, edition] of summary.editions) {
			editions.set(standard, (editions.get(standard) ?? new Set()).add(edition));
		}
		stated ||= summary.stated;
		tight ??= summary.tight;
		style = {
			shortTcfd: style.shortTcfd || summary.shortTcfd,
			tight: tight ?? false,
			halfWidth: style.halfWidth || summary.halfWidth,
		};
	}
	return {
		mentioned: [...mentioned].sort(),
		footnotes,
		style,
		listed: sorted(listed),
		editions: sorted(editions),
		stated,
	};
}

function sorted(sets: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string[]> {
	return Object.fromEntries([...sets].map(([key, values]) => [key, [...values].sort()] as const).sort());
}

/** What one block adds to the index. */
interface Summary {
	readonly mentioned: readonly string[];
	readonly footnotes: readonly (readonly [key: string, frameworks: readonly string[]])[];
	readonly parts: readonly Part[];
	readonly shortTcfd: boolean;
	/** How the block's first citation of GRI is written; null where it has none. */
	readonly tight: boolean | null;
	readonly halfWidth: boolean;
	readonly editions: readonly (readonly [standard: string, edition: string])[];
	readonly stated: boolean;
}

/** What follows a heading, or the block's beginning. */
interface Part {
	/** Whether the heading says that a content index follows; null at the beginning of a block. */
	readonly underIndex: boolean | null;
	/** The codes in tables; `located`: the table says where each disclosure is to be found. */
	readonly codes: { readonly framework: string; readonly code: string; readonly located: boolean }[];
}

const nothing: Summary = {
	mentioned: [],
	footnotes: [],
	parts: [],
	shortTcfd: false,
	tight: null,
	halfWidth: false,
	editions: [],
	stated: false,
};
/** Blocks that have not changed keep their content, and with it their summary. */
const summaries = new WeakMap<BlockContent, Summary>();

function summaryOf(content: BlockContent): Summary {
	let summary = summaries.get(content);
	if (!summary) {
		summary = summarise(content);
		summaries.set(content, summary);
	}
	return summary;
}

const indexHeading = new RegExp(oneOf(indexHeadings));
const statementForm = new RegExp(oneOf(statementForms));
const locationHeader = new RegExp(oneOf(locationHeaders));

/**
 * Content indexes are tables below a heading that says so, or with a column that says where each disclosure is. A table of
 * figures with a column of codes is none.
 */
function summarise({ passages }: BlockContent): Summary {
	if (passages.every((passage) => passage.citations.length === 0 && passage.kind !== "heading")) {
		return nothing;
	}
	const mentioned = new Set<string>();
	const footnotes: (readonly [string, readonly string[]])[] = [];
	let part: Part = { underIndex: null, codes: [] };
	const parts = [part];
	const located = new Set<number>();
	const omitted = rowsOfOmissions(passages);
	let shortTcfd = false;
	let tight: boolean | null = null;
	let halfWidth = false;
	let stated = false;
	const editions: (readonly [string, string])[] = [];
	for (const { kind, text, language, cell, citations, footnote } of passages) {
		if (kind === "heading") {
			part = { underIndex: indexHeading.test(text), codes: [] };
			parts.push(part);
		} else if (cell?.row === 0 && locationHeader.test(text)) {
			located.add(cell.table);
		}
		for (const { framework, code, span, edition } of citations) {
			mentioned.add(framework);
			if (code !== null && edition !== null) {
				editions.push([`${framework} ${standardOf(framework, code)}`, edition]);
			}
			stated ||=
				framework === "GRI" && kind !== "heading" && statementForm.test(text.slice(Math.max(0, span.start - 60), span.end + 20));
			if (cell && cell.row > 0 && code !== null && !omitted.has(`${cell.table}:${cell.row}`)) {
				part.codes.push({ framework, code, located: located.has(cell.table) });
			}
			const printed = text.slice(span.start, span.end);
			shortTcfd ||= framework === "TCFD" && /(?:GOV|STR|RM|MT)\W/.test(printed);
			if (framework === "GRI" && code !== null && printed.startsWith("GRI")) {
				tight ??= /^GRI\d/.test(printed);
				halfWidth ||= text[span.start - 1] === "(" && language !== "en" && language !== "ko";
			}
		}
		const coded = footnote === null ? [] : citations.filter(({ code }) => code !== null);
		if (footnote !== null && coded.length > 0) {
			footnotes.push([footnote, coded.map(({ framework }) => framework)]);
		}
	}
	return { mentioned: [...mentioned], footnotes, parts, shortTcfd, tight, halfWidth, editions, stated };
}

/** Rows of an index that say that a disclosure is not made. */
function rowsOfOmissions(passages: readonly Passage[]): Set<string> {
	const rows = new Set<string>();
	for (const { cell, text } of passages) {
		if (cell && notDisclosed.has(text)) {
			rows.add(`${cell.table}:${cell.row}`);
		}
	}
	return rows;
}

const notDisclosed: ReadonlySet<string> = new Set(Object.values(indexWords).map((words) => words.notDisclosed));

/** A table or a run of list items in a block, with the frameworks that the text around it cites for all of it. */
export interface Captioned {
	/** Indexes of its first and last passage in the block. */
	readonly first: number;
	readonly last: number;
	/** Cited in the paragraph that introduces it, or in the note below a table. */
	readonly cited: readonly string[];
}

/** What stands around the passages of one block that bears on their citations. A plain value: part of a cache's key. */
export interface Surroundings {
	/** Only those with citations around them. */
	readonly captioned: readonly Captioned[];
	/** Frameworks that the footnotes of this block cite, by footnote key. */
	readonly footnotes: Readonly<Record<string, readonly string[]>>;
}

const note = new RegExp(`^[*_ ]*${oneOf(noteWords)}`, "i");

/** Blocks with neither tables nor lists nor footnotes: nothing around them bears on their citations. */
const plain = new WeakSet<BlockContent>();
const alone: Surroundings = { captioned: [], footnotes: {} };

/** @param block one of the draft's blocks. */
export function surroundingsOf(draft: Draft, block: Block): Surroundings {
	if (plain.has(block.content)) {
		return alone;
	}
	const { footnotes } = indexCitations(draft);
	const { passages } = block.content;
	if (
		passages.every((passage) => passage.cell === null && passage.kind !== "list-item" && passage.sourceCitations.length === 0)
	) {
		plain.add(block.content);
		return alone;
	}
	const cited: Record<string, readonly string[]> = {};
	const captioned: Captioned[] = [];
	for (let first = 0; first < passages.length; first += 1) {
		const passage = passages[first] as Passage;
		for (const { key } of passage.sourceCitations) {
			const frameworks = footnotes.get(key);
			if (frameworks) {
				cited[key] = frameworks;
			}
		}
		if (startsRun(passages, first)) {
			let last = first;
			while (last + 1 < passages.length && continuesRun(passage, passages[last + 1] as Passage)) {
				last += 1;
			}
			const around = citedAround(draft, block, first, last);
			if (around.length > 0) {
				captioned.push({ first, last, cited: around });
			}
		}
	}
	return { captioned, footnotes: cited };
}

function startsRun(passages: readonly Passage[], index: number): boolean {
	const passage = passages[index] as Passage;
	const before = passages[index - 1];
	return (passage.cell !== null || passage.kind === "list-item") && !(before && continuesRun(before, passage));
}

function continuesRun(first: Passage, next: Passage): boolean {
	return first.cell ? next.cell?.table === first.cell.table : first.kind === "list-item" && next.kind === "list-item";
}

function citedAround(draft: Draft, block: Block, first: number, last: number): string[] {
	const { passages } = block.content;
	const isTable = passages[first]?.cell !== null;
	const cited = new Set<string>();
	const before = first > 0 ? passages[first - 1] : neighbourOf(draft.blocks, block, -1)?.content.passages.at(-1);
	if (before?.kind === "paragraph" && (isTable || /[:：]\s*$/.test(before.text))) {
		addCited(before, cited);
	}
	const after = !isTable
		? null
		: last + 1 < passages.length
			? passages[last + 1]
			: neighbourOf(draft.blocks, block, 1)?.content.passages[0];
	if (after?.kind === "paragraph" && note.test(after.text)) {
		addCited(after, cited);
	}
	return [...cited].sort();
}

function addCited(passage: Passage, into: Set<string>): void {
	for (const { framework } of passage.citations) {
		into.add(framework);
	}
}
