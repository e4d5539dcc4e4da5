/** The citations of sources in a block, as they are written: what they mean is for `resolve.ts`. */
import type { BlockContent, Passage } from "../draft/draft.ts";
import type { Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { normalizeLabel } from "./keys.ts";
import { isBlanket, maybeBlanket } from "./sourceWords.ts";

/** `[^key]` is a footnote, `[@key]` and `@key` are Pandoc's. */
export type KeyForm = "footnote" | "bracket" | "narrative";

/** A citation by key. Spans count from the start of the block. */
export interface KeyCitation {
	readonly form: KeyForm;
	readonly key: string;
	/** The whole citation; of several keys in brackets each has the brackets. */
	readonly span: Span;
	/** The key alone, without its marks. */
	readonly keySpan: Span;
}

/** How a passage cites. */
export interface PassageCitations {
	readonly keys: readonly KeyCitation[];
	/** URLs, and the targets of links, as written. */
	readonly targets: readonly string[];
	/** Labels of brackets that may be reference links. */
	readonly labels: readonly string[];
	/** Bracketed texts that hold a year: "(Publisher, 2023)". */
	readonly remarks: readonly Remark[];
	/** Whether it says where all figures of the draft come from. */
	readonly isBlanket: boolean;
	/** Whether it refers to a numbered list of sources in a way that no key gives away: "[1]", "¹". */
	readonly hasMarker: boolean;
}

/** The text in brackets, and what stands right before them. */
export interface Remark {
	readonly inside: string;
	readonly before: string;
}

/** The definition of a footnote. */
export interface FootnoteDefinition {
	readonly label: string;
	/** Where it begins, counted from the start of the block. */
	readonly start: number;
	/** Indexes of its passages in the block; none where it is empty. */
	readonly passages: readonly number[];
}

/** The definition of a link: `[label]: target`. */
export interface LinkDefinition {
	readonly label: string;
	readonly target: string;
}

export interface BlockCitations {
	/** In the order of the block's passages; null for passages that cite nothing. */
	readonly passages: readonly (PassageCitations | null)[];
	readonly footnotes: readonly FootnoteDefinition[];
	readonly links: readonly LinkDefinition[];
}

const nothing: BlockCitations = { passages: [], footnotes: [], links: [] };

/** The days that a passage gives, as ISO dates. */
export function daysOf({ figures }: Passage): string[] {
	return figures.flatMap(({ period }) => (period?.start && period.start === period.end ? [period.start] : []));
}

/** Read once a block. A block without citations comes as one and the same object. */
export const readCitations = oncePer((content: BlockContent): BlockCitations => {
	const { text } = content;
	if (!maybeBlanket.test(text) && !/[[@(（［〔【¹²³⁴-⁹⁰①-⑳*†‡<]|:\/\/|www\./.test(text)) {
		return nothing;
	}
	const passages = content.passages.map((passage) => readPassage(passage, text));
	const footnotes = footnotesOf(content);
	const links = linksOf(content);
	return passages.every((one) => one === null) && footnotes.length === 0 && links.length === 0
		? nothing
		: { passages, footnotes, links };
});

/** Whether a block holds nothing that bears on citations. */
export function citesNothing(citations: BlockCitations): boolean {
	return citations === nothing;
}

function readPassage(passage: Passage, blockText: string): PassageCitations | null {
	const source = blockText.slice(passage.span.start, passage.span.end);
	const keys = [...bracketedKeys(passage, blockText), ...narrativeKeys(passage)];
	const targets = targetsOf(source);
	const labels = labelsOf(source);
	const remarks = remarksOf(passage.text);
	const hasMarker = maybeMarker.test(passage.text) && marker.test(passage.text);
	const isBlanketHere = passage.kind !== "cell" && passage.kind !== "heading" && isBlanket(passage.text);
	return keys.length + targets.length + labels.length + remarks.length > 0 || hasMarker || isBlanketHere
		? { keys, targets, labels, remarks, isBlanket: isBlanketHere, hasMarker }
		: null;
}

/** A key as it is written: writers escape its underscores. */
const escapedKey = /@((?:\\[_*~#&$<>]|[\p{L}\p{N}_:.#$%&+?<>~/-])+)/gu;
const keyMark = /@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)/gu;

function bracketedKeys({ sourceCitations }: Passage, blockText: string): KeyCitation[] {
	/** The keys in the brackets that were looked at last, by where they stand. */
	let places: Map<string, Span> = new Map();
	let last = -1;
	return sourceCitations.map(({ key, span }): KeyCitation => {
		if (blockText.startsWith("[^", span.start)) {
			return { form: "footnote", key, span, keySpan: { start: span.start + 2, end: span.end - 1 } };
		}
		if (last !== span.start) {
			last = span.start;
			places = keyPlaces(blockText, span);
		}
		return { form: "bracket", key, span, keySpan: places.get(key) ?? span };
	});
}

function keyPlaces(text: string, { start, end }: Span): Map<string, Span> {
	const places = new Map<string, Span>();
	for (const match of text.slice(start, end).matchAll(escapedKey)) {
		const written = (match[1] as string).replace(/[^\p{L}\p{N}_]+$/u, "");
		const key = written.replaceAll("\\", "");
		const at = start + match.index + 1;
		if (!places.has(key)) {
			places.set(key, { start: at, end: at + written.length });
		}
	}
	return places;
}

/** `@key` in running text. Most such are mentions of people: only a key that is known makes it a citation. */
function narrativeKeys({ text, offsets }: Passage): KeyCitation[] {
	if (!text.includes("@")) {
		return [];
	}
	const found: KeyCitation[] = [];
	for (const match of text.matchAll(keyMark)) {
		const before = text.charAt(match.index - 1);
		if (!/[\p{L}\p{N}_.+@/\\-]/u.test(before) || isSpaceless(before)) {
			const span = offsets.span({ start: match.index, end: match.index + match[0].length });
			found.push({ form: "narrative", key: match[1] as string, span, keySpan: { start: span.start + 1, end: span.end } });
		}
	}
	return found;
}

/** Chinese runs on without spaces: "据@key". */
function isSpaceless(character: string): boolean {
	return /[\u3400-\u9fff]/.test(character);
}

const url = /(?:https?:\/\/|www\.)[^\s<>"'`|，。、；：）】」』》”’]+/gi;
/** The target of an inline link; parentheses inside one are rare and left to `url`. */
const linkTarget = /\]\([ \t]*<?([^\s()<>]{1,2000})/g;

function targetsOf(source: string): string[] {
	const found: string[] = [];
	if (source.includes("://") || source.includes("www.")) {
		for (const [address] of source.matchAll(url)) {
			found.push(withoutTail(address));
		}
	}
	if (source.includes("](")) {
		for (const [, target = ""] of source.matchAll(linkTarget)) {
			// A place in the draft itself, an address of mail and a picture are no sources; URLs have been taken above.
			if (!/^(?:#|mailto:|tel:|https?:|www\.)|\.(?:png|jpe?g|gif|svg|webp)$/i.test(target)) {
				found.push(target);
			}
		}
	}
	return found;
}

/** A URL without the punctuation of the sentence it stands in, and without a closing bracket that it does not open. */
function withoutTail(address: string): string {
	let end = address.length;
	for (; end > 0; end -= 1) {
		const last = address.charAt(end - 1);
		if (last === ")") {
			const inside = address.slice(0, end);
			if (inside.split("(").length >= inside.split(")").length) {
				break;
			}
		} else if (!/[.,;:!?\]}*_]/.test(last)) {
			break;
		}
	}
	return address.slice(0, end);
}

const bracketLabel = /\[([^[\]\n]{1,200})\]/g;

function labelsOf(source: string): string[] {
	if (!source.includes("[")) {
		return [];
	}
	return Array.from(source.matchAll(bracketLabel), ([, label = ""]) => label)
		.filter((label) => !label.startsWith("^"))
		.map(normalizeLabel);
}

const remark = /[(（]([^()（）]{4,160})[)）]/g;
const hasYear = /(?:19|20)\d{2}/;
/** How much before a bracket may be the name that its year belongs to: "Digital Times (2023)". */
const nameLength = 60;

function remarksOf(text: string): Remark[] {
	if (!text.includes("(") && !text.includes("（")) {
		return [];
	}
	const found: Remark[] = [];
	for (const match of text.matchAll(remark)) {
		const inside = match[1] as string;
		if (hasYear.test(inside)) {
			found.push({ inside, before: text.slice(Math.max(0, match.index - nameLength), match.index) });
		}
	}
	return found;
}

/** Marks that refer to a note or a list of sources without a key. */
const marker = new RegExp(
	[
		// "[1]", "[2–4, 7]"
		"[[［]\\d{1,3}(?:\\s{0,2}[,，;–-]\\s{0,2}\\d{1,3}){0,9}[\\]］]",
		// Raised numbers behind a word, a year or the end of a sentence; m² and 10⁶ are none.
		'(?:[.。,，;；!！?？)）”’"」』%]|[\u3400-\u9fff가-힣]|[A-Za-z]{4}|(?:19|20)\\d\\d)[¹²³⁴-⁹⁰]',
		// "①" behind a word, not before one: there it counts the items of a list.
		"[^\\s，。；：、,;:(（][①-⑳](?=[\\s，。；、,.;)）]|$)",
		// "(注1)", "〔註一〕", "(주1)"
		"[(（[［〔【][注註주][\\d一二三四五六七八九十]{1,3}\\)?[)）\\]］〕】]",
		// "sold.*", "sold†"
		"[^\\s*†‡][*†‡]{1,3}(?=\\s|$)",
	].join("|"),
);
/** Before that: what a text must hold for a closer look. */
const maybeMarker = /[[［〔【(（¹²³⁴-⁹⁰①-⑳*†‡]/;

function footnotesOf({ text, passages }: BlockContent): FootnoteDefinition[] {
	const found = new Map<string, { label: string; start: number; passages: number[] }>();
	for (const [index, { footnote, span }] of passages.entries()) {
		if (footnote !== null) {
			const known = found.get(footnote) ?? { label: footnote, start: span.start, passages: [] };
			known.passages.push(index);
			found.set(footnote, known);
		}
	}
	// A definition that is still empty has no passage. Where a block has neither passages nor this beginning, it is code.
	if (text.includes("]:") && (passages.length > 0 || text.startsWith("[^"))) {
		for (const match of text.matchAll(footnoteStart)) {
			const label = match[1] as string;
			const start = match.index + match[0].indexOf("[");
			const known = found.get(label);
			found.set(label, { label, passages: known?.passages ?? [], start: known ? Math.min(known.start, start) : start });
		}
	}
	return [...found.values()];
}

const footnoteStart = /^[ \t>]{0,12}\[\^([^\s[\]\\]{1,900})\]:/gm;
const linkStart = /^[ \t>]{0,12}\[([^[\]\n^][^[\]\n]{0,200})\]:[ \t]*<?([^\s<>]{1,2000})/gm;

function linksOf({ text }: BlockContent): LinkDefinition[] {
	if (!text.includes("]:")) {
		return [];
	}
	return Array.from(text.matchAll(linkStart), ([, label = "", target = ""]) => ({ label: normalizeLabel(label), target }));
}
