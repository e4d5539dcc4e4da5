/** What a draft as a whole says about citations: which frameworks it names, what its footnotes cite, how it writes them. */
import type { Block, Draft, Passage } from "../draft/draft.ts";
import { type CitationStyle, plainStyle } from "./printCitation.ts";

export interface CitationIndex {
	/** Ids of the frameworks that are named anywhere, sorted. */
	readonly mentioned: readonly string[];
	/** What each footnote cites: framework ids by footnote key. */
	readonly footnotes: ReadonlyMap<string, readonly string[]>;
	readonly style: CitationStyle;
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
	return { mentioned: [...mentioned].sort(), footnotes, style };
}

/** What stands around one block that bears on the citations in it. A plain value: part of a cache's key. */
export interface Surroundings {
	/** Frameworks cited in the paragraph that introduces a table or list, or in the note below a table. */
	readonly caption: readonly string[];
	/** Frameworks that the footnotes of this block cite, by footnote key. */
	readonly footnotes: Readonly<Record<string, readonly string[]>>;
	readonly style: CitationStyle;
}

const note =
	/^[*_ ]*(?:Table|Figure|Chart|Notes?|Sources?|表|图|圖|注|註|备注|備註|来源|來源|资料来源|資料來源|표|그림|주석|주\)|주:|출처)/i;

/** @param block one of the draft's blocks. */
export function surroundingsOf(draft: Draft, block: Block): Surroundings {
	const { footnotes, style } = indexCitations(draft);
	const cited: Record<string, readonly string[]> = {};
	let isTable = false;
	let isList = false;
	for (const passage of block.content.passages) {
		isTable ||= passage.kind === "cell";
		isList ||= passage.kind === "list-item";
		for (const { key } of passage.sourceCitations) {
			const frameworks = footnotes.get(key);
			if (frameworks) {
				cited[key] = frameworks;
			}
		}
	}
	const caption = new Set<string>();
	if (isTable || isList) {
		const index = indexOf(draft.blocks, block);
		const before = neighbour(draft.blocks, index, -1);
		if (before && (isTable || /[:：]\s*$/.test(before.text))) {
			addCited(before, caption);
		}
		const after = isTable ? neighbour(draft.blocks, index, 1) : null;
		if (after && note.test(after.text)) {
			addCited(after, caption);
		}
	}
	return { caption: [...caption].sort(), footnotes: cited, style };
}

function addCited(passage: Passage, into: Set<string>): void {
	for (const { framework } of passage.citations) {
		into.add(framework);
	}
}

/** The paragraph next to a block, across blocks without text (comments); null where something else stands there. */
function neighbour(blocks: readonly Block[], index: number, step: 1 | -1): Passage | null {
	for (let at = index + step; Math.abs(at - index) <= 3; at += step) {
		const passages = blocks[at]?.content.passages;
		if (!passages) {
			return null;
		}
		const passage = step > 0 ? passages[0] : passages.at(-1);
		if (passage) {
			return passage.kind === "paragraph" ? passage : null;
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
