/** What a draft as a whole says about citations: which frameworks it names, what its footnotes cite, how it writes them. */
import { indexHeadings, locationHeaders, noteWords } from "../../../data/frameworks/citationWords.ts";
import type { Block, Draft, Passage } from "../draft/draft.ts";
import { type CitationStyle, plainStyle } from "./printCitation.ts";
import { oneOf } from "./scanner.ts";

export interface CitationIndex {
	/** Ids of the frameworks that are named anywhere, sorted. */
	readonly mentioned: readonly string[];
	/** What each footnote cites: framework ids by footnote key. */
	readonly footnotes: ReadonlyMap<string, readonly string[]>;
	readonly style: CitationStyle;
	/** The codes that the draft's content index lists, by framework id. */
	readonly listed: Readonly<Record<string, readonly string[]>>;
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
	const footnotes = new Map<string, string[]>();
	let style: CitationStyle = plainStyle;
	let styled = false;
	for (const block of draft.blocks) {
		for (const passage of block.content.passages) {
			for (const { framework, code, span } of passage.citations) {
				mentioned.add(framework);
				if (passage.footnote !== null && code !== null) {
					footnotes.set(passage.footnote, [...(footnotes.get(passage.footnote) ?? []), framework]);
				}
				const printed = passage.text.slice(span.start, span.end);
				if (framework === "TCFD" && /(?:GOV|STR|RM|MT)\W/.test(printed)) {
					style = { ...style, shortTcfd: true };
				}
				if (framework === "GRI" && code !== null && printed.startsWith("GRI")) {
					if (!styled) {
						style = { ...style, tight: /^GRI\d/.test(printed) };
						styled = true;
					}
					style = passage.text[span.start - 1] === "(" && passage.language !== "en" ? { ...style, halfWidth: true } : style;
				}
			}
		}
	}
	return { mentioned: [...mentioned].sort(), footnotes, style, listed: listedCodes(draft) };
}

const indexHeading = new RegExp(oneOf(indexHeadings));
const locationHeader = new RegExp(oneOf(locationHeaders));

/**
 * The codes of content indexes: tables below a heading that says so, or with a column that says where each disclosure is. A table
 * of figures with a column of codes is none.
 */
function listedCodes(draft: Draft): Record<string, string[]> {
	const listed = new Map<string, Set<string>>();
	let heading = "";
	for (const { content } of draft.blocks) {
		const located = new Set<number>();
		for (const { kind, text, cell, citations } of content.passages) {
			if (kind === "heading") {
				heading = text;
			} else if (cell?.row === 0 && locationHeader.test(text)) {
				located.add(cell.table);
			} else if (cell && (located.has(cell.table) || indexHeading.test(heading))) {
				for (const { framework, code } of citations) {
					if (code !== null) {
						listed.set(framework, (listed.get(framework) ?? new Set()).add(code));
					}
				}
			}
		}
	}
	return Object.fromEntries([...listed].map(([framework, codes]) => [framework, [...codes].sort()] as const).sort());
}

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

/** @param block one of the draft's blocks. */
export function surroundingsOf(draft: Draft, block: Block): Surroundings {
	const { footnotes } = indexCitations(draft);
	const { passages } = block.content;
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
	const before = first > 0 ? passages[first - 1] : neighbour(draft.blocks, block, -1);
	if (before?.kind === "paragraph" && (isTable || /[:：]\s*$/.test(before.text))) {
		addCited(before, cited);
	}
	const after = !isTable ? null : last + 1 < passages.length ? passages[last + 1] : neighbour(draft.blocks, block, 1);
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

/** The passage next to a block, across blocks without text (comments); null at the draft's ends. */
function neighbour(blocks: readonly Block[], block: Block, step: 1 | -1): Passage | null {
	const index = indexOf(blocks, block);
	for (let at = index + step; Math.abs(at - index) <= 3; at += step) {
		const passages = blocks[at]?.content.passages;
		if (!passages) {
			return null;
		}
		const passage = step > 0 ? passages[0] : passages.at(-1);
		if (passage) {
			return passage;
		}
	}
	return null;
}

/** Blocks stand in order of their offsets. */
function indexOf(blocks: readonly Block[], block: Block): number {
	let low = 0;
	let high = blocks.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle] as Block).start < block.start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
