/** Writes citations and their definitions the way a draft does. */
import { sourceLabels } from "../../../data/citations.ts";
import type { Block, Draft, Passage } from "../draft/draft.ts";
import type { Edit, Language, Source, Span } from "../model.ts";
import { type CitationStyle, type DocumentCitations, definitionPlace } from "./documentCitations.ts";
import { asLabel, normalizeLabel } from "./keys.ts";
import { isUnknownName } from "./sourceIndex.ts";

/** A footnote to be defined where the draft defines its footnotes; `at` says that its place is known only with the whole draft. */
export interface DefinitionEdit {
	readonly at: "definitions";
	/** `[^key]: …` */
	readonly newText: string;
}

/** How a source is cited in a draft. */
export interface WrittenCitation {
	/** `[^key]` or `[@key]`. */
	readonly reference: string;
	/** What is still to be defined; null where the draft or its bibliography has it. */
	readonly definition: string | null;
}

/**
 * The citation of a source in a draft's own style, with the definition it has already where there is one.
 * @param form the draft's own where absent
 */
export function writeCitation(
	source: Source,
	citations: DocumentCitations,
	language: Language,
	form: CitationStyle["form"] = citations.style.form,
): WrittenCitation {
	const { style } = citations;
	const known = form === "footnote" ? citations.labels.get(source.key) : undefined;
	if (known !== undefined) {
		return { reference: `[^${known}]`, definition: null };
	}
	if (form === "bracket") {
		return { reference: `[@${citations.workKeys.get(source.key) ?? source.key}]`, definition: null };
	}
	const label = style.nextNumber === null ? freeLabel(asLabel(source.key), citations) : String(style.nextNumber);
	return { reference: `[^${label}]`, definition: `[^${label}]: ${describeSource(source, language)}` };
}

/** A label that no other footnote has. */
function freeLabel(label: string, { footnotes }: DocumentCitations): string {
	let free = label;
	for (let number = 2; footnotes.has(normalizeLabel(free)); number += 1) {
		free = `${label}-${number}`;
	}
	return free;
}

/** A source in the words of a footnote: title, publisher, date, address. */
export function describeSource({ key, title, publisher, published, url }: Source, language: Language): string {
	const isWide = language === "zh-Hans" || language === "zh-Hant";
	const parts = [title === "" ? key : title, isUnknownName(publisher) ? "" : publisher, published].filter((part) => part !== "");
	const text = `${parts.map(escapeMarkdown).join(isWide ? "，" : ", ")}${isWide ? "。" : "."}`;
	return url ? `${text}${isWide ? "" : " "}<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : text;
}

function escapeMarkdown(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|@]/g, "\\$&");
}

/** Where a citation goes behind a sentence, and what stands around it there. */
export function placeReference(
	block: Block,
	passage: Passage,
	sentence: Span,
	reference: string,
	{ beforeStop, form }: CitationStyle,
): Edit {
	const { text } = block.content;
	let end = sentence.end;
	while (end > sentence.start && /\s/.test(passage.text.charAt(end - 1))) {
		end -= 1;
	}
	let stop = end;
	while (stop > sentence.start && closers.test(passage.text.charAt(stop - 1))) {
		stop -= 1;
	}
	const isStopped = stop > sentence.start && sentenceStop.test(passage.text.charAt(stop - 1));
	const isBefore = beforeStop && isStopped;
	// Behind the last character of the sentence that stays in front of the citation, and behind the markup that closes there.
	const last = isBefore ? stop - 1 : end;
	const behind = last > 0 ? passage.offsets.endOf(last) : passage.span.start;
	const at = behindCitations(text, behindMarkup(text, behind));
	const spaced = form === "bracket" && !isWide(text.charAt(at - 1)) && !/\s/.test(text.charAt(at - 1)) ? " " : "";
	return { span: { start: at, end: at }, newText: spaced + reference };
}

const closers = /["'”’»」』)）]/;
const sentenceStop = /[.。!！?？;；…]/;

/** A Chinese character or mark: no space stands behind it. */
function isWide(character: string): boolean {
	return /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(character);
}

/** Past marks of emphasis and the targets of links that close right behind an offset. */
function behindMarkup(text: string, offset: number): number {
	return past(/[*_~]{1,3}(?=[\s[*_~.,;:!?)。，；：！？）]|$)|\]\([^()\s]{0,500}\)|<\/[a-z]{1,10}>/iy, text, offset);
}

/** Past the citations that stand there already. */
function behindCitations(text: string, offset: number): number {
	return past(/\[\^[^\]\s]{1,200}\]|[ ]?\[-?@[^\]\n]{1,200}\]/y, text, offset);
}

function past(pattern: RegExp, text: string, offset: number): number {
	let at = offset;
	for (pattern.lastIndex = at; pattern.test(text); at = pattern.lastIndex) {
		// one after another
	}
	return at;
}

/** A citation at the end of a cell, caption or header. */
export function appendReference(block: Block, passage: Passage, reference: string, { form }: CitationStyle): Edit {
	const { text } = block.content;
	const length = passage.text.trimEnd().length;
	const behind = length > 0 ? passage.offsets.endOf(length) : passage.span.start;
	const at = behindCitations(text, behindMarkup(text, behind));
	const before = text.charAt(at - 1);
	const spaced = form === "bracket" && length > 0 && !isWide(before) && !/\s/.test(before) ? " " : "";
	return { span: { start: at, end: at }, newText: spaced + reference };
}

/** Whether a block is HTML, in which Markdown's citations are mere text. */
export function isHtml({ content }: Block): boolean {
	return /^ {0,3}<(?:!--|\/?(?:table|thead|tbody|tr|td|div|p|figure|section|article|ul|ol|dl|center|details|blockquote)\b)/i.test(
		content.text,
	);
}

/** A line below a block that names its source: where the block itself can hold no citation. */
export function sourceLine(block: Block, reference: string, language: Language, { lineEnd }: CitationStyle): Edit {
	const at = block.content.text.trimEnd().length;
	return { span: { start: at, end: at }, newText: `${lineEnd}${lineEnd}${sourceLabels[language]}${reference}` };
}

/** The definition behind a paragraph, for drafts that define each footnote near its reference. */
export function definitionBehind(block: Block, definition: string, { lineEnd }: CitationStyle): Edit {
	const at = block.content.text.trimEnd().length;
	return { span: { start: at, end: at }, newText: `${lineEnd}${lineEnd}${definition}` };
}

/** A definition in its place in the draft. Spans count from the start of the draft. */
export function definitionEdit(draft: Draft, { newText }: DefinitionEdit, { between, lineEnd }: CitationStyle): Edit {
	const { offset, isFirst } = definitionPlace(draft);
	const apart = isFirst || between === "loose" ? `${lineEnd}${lineEnd}` : lineEnd;
	return { span: { start: offset, end: offset }, newText: apart + newText };
}

/** Insertions at one place as one, in their order: clients differ in what they make of two. */
export function joinInsertions(edits: readonly Edit[]): Edit[] {
	const joined: Edit[] = [];
	for (const edit of edits) {
		const { start, end } = edit.span;
		const index = start === end ? joined.findIndex(({ span }) => span.start === start && span.end === start) : -1;
		const same = joined[index];
		if (same) {
			joined[index] = { span: same.span, newText: same.newText + edit.newText };
		} else {
			joined.push(edit);
		}
	}
	return joined;
}
