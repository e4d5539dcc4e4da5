/** Citations of sources in a draft: which one stands at a place, what is said of it, where it leads. */
import type { CheckedDraft } from "../core/checkDraft.ts";
import type { DefinedFootnote, DefinedWork, Meaning } from "../core/citations/documentCitations.ts";
import { type KeyForm, readCitations } from "../core/citations/readCitations.ts";
import { isUnknownName } from "../core/citations/sourceIndex.ts";
import type { MessageLanguage, Source, Span } from "../core/model.ts";
import { type Inline, type Paragraph, render } from "./markdown.ts";
import { blockAt } from "./passageAt.ts";

/** A citation, or the label of a footnote's definition. Spans count from the start of the draft. */
export interface SourceCitationAt {
	readonly key: string;
	readonly form: KeyForm | "definition";
	readonly span: Span;
	/** What the key stands for; null where nothing defines it. */
	readonly meaning: Meaning | null;
}

/** The citation at an offset of the draft; the offset behind it still belongs to it. */
export function sourceCitationAt({ draft, citations }: CheckedDraft, offset: number): SourceCitationAt | null {
	const block = blockAt(draft, offset);
	if (!block) {
		return null;
	}
	const inBlock = offset - block.start;
	const { passages, footnotes } = readCitations(block.content);
	const place = (span: Span): Span => ({ start: span.start + block.start, end: span.end + block.start });
	for (const found of passages) {
		for (const { key, form, span, keySpan } of found?.keys ?? []) {
			// Of several keys in brackets each has its own place; a single one has all of the brackets.
			const isShared = (found?.keys ?? []).filter((other) => other.span.start === span.start).length > 1;
			const whole = isShared ? { start: keySpan.start - 1, end: keySpan.end } : span;
			const meaning = citations.meaningOf(key);
			if (inBlock >= whole.start && inBlock <= whole.end && (form !== "narrative" || meaning)) {
				return { key, form, span: place(whole), meaning };
			}
		}
	}
	for (const { label, start } of footnotes) {
		const span = { start, end: start + label.length + 3 };
		if (inBlock >= span.start && inBlock <= span.end) {
			return { key: label, form: "definition", span: place(span), meaning: citations.meaningOf(label) };
		}
	}
	return null;
}

export interface SourceHoverContext {
	readonly language: MessageLanguage;
	readonly format: "markdown" | "plaintext";
	/** A URI that opens the source's file, or null where it is not at hand. */
	link(source: Source): string | null;
}

/** What a writer reads when the pointer rests on a citation; null where nothing is known of it (a finding says so). */
export function hoverSourceCitation({ meaning }: SourceCitationAt, context: SourceHoverContext): string | null {
	if (!meaning) {
		return null;
	}
	const paragraphs: Paragraph[] = meaning.sources.slice(0, mostSources).flatMap((source) => sourceParagraphs(source, context));
	if (meaning.work && meaning.sources.length === 0) {
		paragraphs.push(...workParagraphs(meaning.work));
	}
	if (meaning.footnote && meaning.footnote.text.trim() !== "") {
		paragraphs.push({ quote: true, inlines: [shorten(meaning.footnote.text.trim())] });
	}
	if (meaning.sources.length === 0) {
		paragraphs.push({ inlines: [words[context.language].notInDatabase] });
	}
	return render(paragraphs, context.format);
}

/** More would be a list, not a hover. */
const mostSources = 3;

function sourceParagraphs(source: Source, context: SourceHoverContext): Paragraph[] {
	const { title, key, publisher, author, published, file, url } = source;
	const say = words[context.language];
	const details = [isUnknownName(publisher) ? "" : publisher, author && !isUnknownName(author) ? author : "", published];
	const link = context.link(source);
	const place: Inline = link === null ? file : { link, text: file };
	return [
		{ inlines: [{ bold: title === "" ? key : title }] },
		{ inlines: [details.filter((part) => part !== "").join(" · ")] },
		{ inlines: [`${say.key} ${key} · ${say.file} `, place] },
		...(url ? [{ inlines: [{ link: url, text: url }] }] : []),
	];
}

function workParagraphs({ entry, file }: DefinedWork): Paragraph[] {
	const { title, key, author, publisher, issued, url } = entry;
	return [
		{ inlines: [{ bold: title === "" ? key : title }] },
		{ inlines: [[author, publisher, issued, file?.name ?? ""].filter((part) => part !== "").join(" · ")] },
		...(/^https?:\/\//i.test(url) ? [{ inlines: [{ link: url, text: url }] }] : []),
	];
}

const longest = 300;

function shorten(text: string): string {
	const characters = [...text.slice(0, 2 * longest)];
	return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : text;
}

/** Where a citation leads. */
export type Destination =
	| { readonly kind: "draft"; readonly span: Span }
	| { readonly kind: "file"; readonly path: string; readonly line: number }
	| { readonly kind: "source"; readonly source: Source };

/**
 * Where a citation leads: to its definition in the draft, else to its entry in a bibliography, else to the source itself. From a
 * definition to the sources that it names.
 */
export function destinationsOf({ form, meaning }: SourceCitationAt, checked: CheckedDraft): Destination[] {
	if (!meaning) {
		return [];
	}
	const own = form !== "definition" && meaning.footnote ? footnoteSpan(meaning.footnote, checked) : null;
	if (own) {
		return [{ kind: "draft", span: own }];
	}
	const { work } = meaning;
	if (work?.file && work.file.path !== "") {
		return [{ kind: "file", path: work.file.path, line: work.entry.line }];
	}
	return meaning.sources.map((source) => ({ kind: "source", source }));
}

function footnoteSpan({ content, start, label }: DefinedFootnote, { draft }: CheckedDraft): Span | null {
	const block = draft.blocks.find((one) => one.content === content);
	return block ? { start: block.start + start, end: block.start + start + label.length + 3 } : null;
}

const words: Readonly<Record<MessageLanguage, { readonly key: string; readonly file: string; readonly notInDatabase: string }>> =
	{
		en: { key: "Key", file: "file", notInDatabase: "Not a source of the claims database." },
		zh: { key: "键", file: "文件", notInDatabase: "不是数据库中的来源。" },
		ko: { key: "키", file: "파일", notInDatabase: "데이터베이스에 있는 출처가 아닙니다." },
	};
