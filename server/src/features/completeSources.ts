/** Completion of citations of sources: `[^key]`, `[@key]`. */
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import type { CheckedDraft } from "../core/checkDraft.ts";
import type { DocumentCitations } from "../core/citations/documentCitations.ts";
import { normalizeLabel } from "../core/citations/keys.ts";
import { definitionEdit, writeCitation } from "../core/citations/writeCitation.ts";
import type { Language, Source, Span } from "../core/model.ts";
import type { CompletionContext, CompletionSource } from "./completionSource.ts";
import { sourceText } from "./hover.ts";
import { passageAt } from "./passageAt.ts";

export const completeSources: CompletionSource = {
	triggers: ["^", "@"],
	complete(checked, offset, context) {
		const place = placeAt(checked, offset);
		return place && (place.form === "footnote" ? footnotes(checked, place, context) : bracketed(checked, place, context));
	},
};

interface Place {
	readonly form: "footnote" | "bracket";
	/** What is replaced: the key as far as it is there. */
	readonly span: Span;
	/** Whether the bracket is closed behind it. */
	readonly isClosed: boolean;
	readonly language: Language;
}

const footnoteBefore = /\[\^([^\s[\]\\^]{0,200})$/;
const keyBefore = /(?:^|[\s[;(（，。、：-])-?@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?~-]{0,200})?$/u;
const openBracket = /\[[^[\]\n]{0,200}$/;
/** More of a line than a citation's key and the bracket before it. */
const longestLook = 500;

function placeAt({ draft, citations }: CheckedDraft, offset: number): Place | null {
	const at = passageAt(draft, offset);
	if (!at) {
		return null;
	}
	const { text } = draft;
	const before = text.slice(Math.max(at.start, offset - longestLook), offset);
	// An odd number of backticks before: inside code.
	if ((before.match(/`/g)?.length ?? 0) % 2 === 1) {
		return null;
	}
	const footnote = footnoteBefore.exec(before);
	const key = footnote ? null : keyBefore.exec(before);
	if (!footnote && !(key && (openBracket.test(before) || citations.style.form === "bracket"))) {
		return null;
	}
	const typed = (footnote ?? key)?.[1] ?? "";
	const rest = /^[^\s[\]\\^;,，]{0,200}/.exec(text.slice(offset, offset + 200))?.[0] ?? "";
	// What stands behind the cursor belongs to the key only where its bracket is closed behind it.
	const isClosed = text.charAt(offset + rest.length) === "]";
	const end = offset + (isClosed ? rest.length : 0);
	return {
		form: footnote ? "footnote" : "bracket",
		span: { start: offset - typed.length, end },
		isClosed: isClosed || text.charAt(offset) === "]",
		language: at.passage.language,
	};
}

/** More items than that are searched for, not looked through. */
const mostItems = 1000;

function footnotes({ draft, citations }: CheckedDraft, place: Place, context: CompletionContext): CompletionItem[] {
	const items: CompletionItem[] = [];
	const range = context.range(place.span);
	const close = place.isClosed ? "" : "]";
	const cited = new Set<string>();
	for (const { label, text, sources } of citations.footnotes.values()) {
		for (const { key } of sources) {
			cited.add(key);
		}
		const [source] = sources;
		items.push(item(label, source ? sourceText(source) : text.trim(), items.length, { range, newText: label + close }));
	}
	for (const source of citations.index.sources) {
		if (items.length < mostItems && !cited.has(source.key) && !citations.footnotes.has(normalizeLabel(source.key))) {
			const { label, definition } = newFootnote(source, citations, place.language);
			const edit =
				definition === null ? null : definitionEdit(draft, { at: "definitions", newText: definition }, citations.style);
			// At the cursor itself nothing else may be inserted; the finding on the footnote without a definition offers it.
			const isApart = edit && (edit.span.start > place.span.end + 1 || edit.span.start < place.span.start - 2);
			items.push({
				...item(source.key, sourceText(source), items.length, { range, newText: label + close }),
				...(edit && isApart ? { additionalTextEdits: [{ range: context.range(edit.span), newText: edit.newText }] } : {}),
			});
		}
	}
	return items;
}

/** A footnote that does not exist yet, whatever citations the draft prefers. */
function newFootnote(
	source: Source,
	citations: DocumentCitations,
	language: Language,
): { readonly label: string; readonly definition: string | null } {
	const { reference, definition } = writeCitation(source, citations, language, "footnote");
	return { label: reference.slice(2, -1), definition };
}

function bracketed({ citations }: CheckedDraft, place: Place, context: CompletionContext): CompletionItem[] {
	const items: CompletionItem[] = [];
	const range = context.range(place.span);
	const cited = new Set<string>();
	for (const [key, { entry, sources }] of citations.works) {
		for (const source of sources) {
			cited.add(source.key);
		}
		const detail = [entry.title, entry.author, entry.issued].filter((part) => part !== "").join(", ");
		if (items.length < mostItems) {
			items.push(item(key, detail, items.length, { range, newText: key }));
		}
	}
	for (const source of citations.index.sources) {
		if (items.length < mostItems && !cited.has(source.key)) {
			items.push(item(source.key, sourceText(source), items.length, { range, newText: source.key }));
		}
	}
	return items;
}

function item(label: string, detail: string, index: number, textEdit: NonNullable<CompletionItem["textEdit"]>): CompletionItem {
	return {
		label,
		kind: CompletionItemKind.Reference,
		detail,
		sortText: String(index).padStart(4, "0"),
		// A writer remembers the title rather than the key.
		filterText: `${label} ${detail}`,
		textEdit,
	};
}
