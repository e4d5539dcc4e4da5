/** The headings of a draft, the disclosures that stand below them, and the draft's content index. */
import { slug } from "github-slugger";
import { locationHeaders } from "../../../data/frameworks/citationWords.ts";
import { contentIndexHeadings, indexWords } from "../../../data/frameworks/contentIndex.ts";
import type { BlockContent, Draft, Passage } from "../draft/draft.ts";
import { readInline } from "../draft/inline.ts";
import { localLinkTexts } from "../draft/localLinks.ts";
import type { Citation } from "../frameworks/citation.ts";
import { findCitations } from "../frameworks/findCitations.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";

/** A heading of the draft. */
export interface Heading {
	/** Plain text, with that of code in it. */
	readonly text: string;
	/** The same without the citations in brackets at its end: "Governance" of "Governance (GRI 2-9)". */
	readonly title: string;
	readonly depth: number;
	/** In the draft. */
	readonly span: Span;
}

/** A citation of a disclosure and where it stands. */
export interface CitedPlace {
	readonly citation: Citation & { readonly code: string };
	/** In the draft. */
	readonly span: Span;
	/** The heading that it stands in or below; of a footnote, the one that the footnote is called below. Null before the first. */
	readonly heading: Heading | null;
}

/** The part of a draft between the markers of a generated index. Spans count from the start of the draft. */
export interface IndexRegion {
	/** The comment that opens it. */
	readonly marker: Span;
	/** What stands between the two comments. */
	readonly inner: Span;
	/** From the first comment's start to the second's end. */
	readonly whole: Span;
}

export interface Outline {
	readonly headings: readonly Heading[];
	/** In the text: not in an index, whether generated or written by hand. */
	readonly places: readonly CitedPlace[];
	/** In the rows of an index. */
	readonly listed: readonly CitedPlace[];
	readonly region: IndexRegion | null;
	/** The headings below which an index is expected ("GRI Content Index"). */
	readonly indexHeadings: readonly Heading[];
}

export const openMarker = "<!-- tickmark-content-index -->";
export const closeMarker = "<!-- /tickmark-content-index -->";

const opens = /^<!--\s{0,20}tickmark-content-index\s{0,20}-->\s*$/;
const closes = /^<!--\s{0,20}\/tickmark-content-index\s{0,20}-->\s*$/;
const indexHeading = new RegExp(oneOf(contentIndexHeadings));
export const locationHeader = new RegExp(oneOf([...locationHeaders, ...Object.values(indexWords).map(({ where }) => where)]));

export function isIndexHeading(text: string): boolean {
	return indexHeading.test(text);
}

/** Made once per draft, in time linear in its blocks; what a block adds is kept as long as its content is. */
export const outlineOf = oncePer(makeOutline);

function makeOutline(draft: Draft): Outline {
	const region = findRegion(draft);
	const headings: Heading[] = [];
	const indexHeadings: Heading[] = [];
	const places: CitedPlace[] = [];
	const listed: CitedPlace[] = [];
	const inNotes: { readonly key: string; readonly cited: BlockCitation; readonly start: number }[] = [];
	const calls = new Map<string, Set<Heading | null>>();
	let heading: Heading | null = null;
	/** Depth of the index heading whose section this is; 0 outside of any. */
	let indexDepth = 0;
	for (const { start, content } of draft.blocks) {
		const inRegion = region !== null && start >= region.inner.start && start < region.inner.end;
		for (const item of itemsOf(content)) {
			const span = { start: start + item.span.start, end: start + item.span.end };
			if (item.kind === "heading") {
				heading = { text: item.text, title: item.title, depth: item.depth, span };
				headings.push(heading);
				const isIndex = isIndexHeading(item.text);
				if (isIndex && !inRegion) {
					indexHeadings.push(heading);
				}
				indexDepth = isIndex
					? indexDepth > 0
						? Math.min(indexDepth, item.depth)
						: item.depth
					: item.depth <= indexDepth
						? 0
						: indexDepth;
			} else if (item.kind === "call") {
				calls.set(item.key, (calls.get(item.key) ?? new Set()).add(heading));
			} else if (item.footnote !== null) {
				// Footnotes may stand anywhere, and often behind everything else.
				inNotes.push({ key: item.footnote, cited: item, start });
			} else if (inRegion || indexDepth > 0 || item.inIndexTable) {
				if (item.inRow) {
					listed.push({ citation: item.citation, span, heading });
				}
			} else {
				places.push({ citation: item.citation, span, heading });
			}
		}
	}
	for (const { key, cited, start } of inNotes) {
		const span = { start: start + cited.span.start, end: start + cited.span.end };
		for (const below of calls.get(key) ?? [null]) {
			places.push({ citation: cited.citation, span, heading: below });
		}
	}
	return { headings, places, listed, region, indexHeadings };
}

/** Whether the draft may have an index: told by what is known of its blocks, without looking at its citations. */
export function mayHaveIndex({ blocks }: Draft): boolean {
	return blocks.some(({ content }) => (content.text.startsWith("<!--") && opens.test(content.text)) || hasIndexHeading(content));
}

const hasIndexHeading = oncePer((content: BlockContent): boolean =>
	itemsOf(content).some((item) => item.kind === "heading" && isIndexHeading(item.text)),
);

/** The first pair of markers; one that nothing closes marks nothing. */
function findRegion({ blocks }: Draft): IndexRegion | null {
	let first = -1;
	for (const [index, { start, content }] of blocks.entries()) {
		const { text } = content;
		if (!text.startsWith("<!--")) {
			continue;
		}
		const opened = blocks[first];
		if (opened && closes.test(text)) {
			const marker = { start: opened.start, end: opened.start + opened.content.text.trimEnd().length };
			return {
				marker,
				inner: { start: marker.end, end: start },
				whole: { start: marker.start, end: start + text.trimEnd().length },
			};
		}
		if (first < 0 && opens.test(text)) {
			first = index;
		}
	}
	return null;
}

interface BlockHeading {
	readonly kind: "heading";
	readonly text: string;
	readonly title: string;
	readonly depth: number;
	readonly span: Span;
}

interface BlockCitation {
	readonly kind: "citation";
	readonly citation: Citation & { readonly code: string };
	readonly span: Span;
	readonly footnote: string | null;
	/** In a table below its header. */
	readonly inRow: boolean;
	/** In a table that says where disclosures are, and no figures. */
	readonly inIndexTable: boolean;
}

interface FootnoteCall {
	readonly kind: "call";
	readonly key: string;
	readonly span: Span;
}

type Item = BlockHeading | BlockCitation | FootnoteCall;

/** What one block adds, in order; spans count from its start. */
const itemsOf = oncePer(({ text, passages }: BlockContent): readonly Item[] => {
	const items: Item[] = [];
	const indexTables = tablesOfPlaces(passages);
	for (const passage of passages) {
		if (passage.kind === "heading") {
			const heading = headingText(passage, text);
			const title = passage.citations.length > 0 ? withoutCitations(heading) : heading;
			items.push({ kind: "heading", text: heading, title, depth: passage.depth, span: passage.span });
		}
		for (const { key, span } of passage.footnote === null ? passage.sourceCitations : []) {
			items.push({ kind: "call", key, span });
		}
		const links = passage.cell && passage.citations.length > 0 ? localLinkTexts(text, passage.span) : [];
		for (const citation of passage.citations) {
			const { code } = citation;
			const span = passage.offsets.span(citation.span);
			// A link to a heading that has the code in it is no citation of its own.
			if (code !== null && !links.some(({ start, end }) => start <= span.start && span.end <= end)) {
				items.push({
					kind: "citation",
					citation: { ...citation, code },
					span,
					footnote: passage.footnote,
					inRow: passage.cell !== null && passage.cell.row > 0,
					inIndexTable: passage.cell !== null && indexTables.has(passage.cell.table),
				});
			}
		}
	}
	return items;
});

function tablesOfPlaces(passages: readonly Passage[]): Set<number> {
	const located = new Set<number>();
	for (const { cell, text } of passages) {
		if (cell?.row === 0 && locationHeader.test(text)) {
			located.add(cell.table);
		}
	}
	for (const { cell, figures } of passages) {
		if (cell && located.has(cell.table) && figures.some(({ checkworthy }) => checkworthy)) {
			located.delete(cell.table);
		}
	}
	return located;
}

/** The text that anchors are made of: passages leave out code. */
function headingText({ text, span }: Passage, source: string): string {
	const printed = source.slice(span.start, span.end);
	if (!printed.includes("`")) {
		return text.trim().replace(/\s+/g, " ");
	}
	const inner = printed
		.replace(/^[ \t]*#{1,6}[ \t]+/, "")
		.replace(/[ \t]#+[ \t]*$/, "")
		.replace(/\r?\n[ \t]*(?:=+|-+)[ \t]*$/, "");
	return readInline(inner.replace(/`+/g, "").trim(), 0, []).text.trim().replace(/\s+/g, " ");
}

const bracketAtEnd = /\s*[(（]([^()（）]{1,200})[)）]$/;

function withoutCitations(heading: string): string {
	const bracket = bracketAtEnd.exec(heading);
	const isCited =
		bracket !== null && bracket.index > 0 && findCitations(bracket[1] as string, "en").some(({ code }) => code !== null);
	return isCited ? heading.slice(0, bracket.index) : heading;
}

/**
 * The anchors of headings as GitHub and VS Code make them: in lower case, without punctuation, blanks as hyphens, and numbers
 * behind those that have been there before.
 */
export function anchorsOf(headings: readonly { readonly text: string }[]): string[] {
	const seen = new Map<string, number>();
	return headings.map(({ text }) => {
		const plain = slug(text);
		let anchor = plain;
		while (seen.has(anchor)) {
			const count = (seen.get(plain) ?? 0) + 1;
			seen.set(plain, count);
			anchor = `${plain}-${count}`;
		}
		seen.set(anchor, 0);
		return anchor;
	});
}
