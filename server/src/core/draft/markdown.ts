/** Reads any Markdown: micromark, the parser inside remark, with GFM and `$$` formulas. */
import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";
import { math } from "micromark-extension-math";
import type { Event, ParseContext, Token } from "micromark-util-types";
import type { Span } from "../model.ts";
import type { OffsetMap } from "../text/offsets.ts";
import type { PassageKind, Silence, SourceCitation } from "./draft.ts";
import { readHtml } from "./html.ts";
import { exitOf, InlineEvents, spanOf } from "./inlineEvents.ts";
import { finishText } from "./marks.ts";
import { PlainText } from "./plainText.ts";
import type { RawBlock, RawCell, RawPassage } from "./rawPassage.ts";
import { readSilences } from "./silence.ts";

/**
 * - A single tilde is a range in Chinese and Korean (10~15%), not struck-out text, and `$` is money: both need to be doubled.
 * - A reference link is never resolved and a footnote call always: what a block says must not depend on other blocks.
 */
const context: ParseContext = parse({ extensions: [gfm({ singleTilde: false }), math({ singleDollarTextMath: false })] });
context.defined = Object.assign([], { includes: () => false, push: () => 0 });
context.gfmFootnotes = Object.assign([], { includes: () => true, push: () => 0 });

/** The parser's events for a document. Offsets are UTF-16 in `text`, whatever its line endings, tabs and NULs. */
function documentEvents(text: string): Event[] {
	context.lazy = {};
	return postprocess(context.document().write(preprocess()(withoutMark(text), undefined, true)));
}

/** The parser drops a byte order mark at the start without counting it; inside a draft it is a character like others. */
function withoutMark(text: string): string {
	return text.startsWith("\uFEFF") ? `\u200B${text.slice(1)}` : text;
}

/**
 * Whether the parser, having read `text`, is back at the top level: no fence, comment or formula is open that would take in
 * what follows after a blank line.
 */
export function isClosedAfter(text: string): boolean {
	const probe = "\n\nx";
	const last = documentEvents(text + probe).findLast(([kind, token]) => kind === "enter" && token.type === "paragraph");
	return last?.[1].start.offset === text.length + probe.length - 1;
}

/** Reads the Markdown of one block, or of a whole draft less its front matter. */
export function readMarkdown(text: string): RawBlock {
	return new BlockEvents(text).read(documentEvents(text));
}

/** Reads a text as inline Markdown into `plain`, which has the same `base`; silences are added to `silences`. */
export function readInlineMarkdown(text: string, base: number, plain: PlainText, silences: Silence[]): readonly SourceCitation[] {
	const events = postprocess(context.text().write(preprocess()(withoutMark(text), undefined, true)));
	const inline = new InlineEvents(text, plain, silences, base);
	for (let index = 0; index < events.length; index++) {
		const [kind, token] = events[index] as Event;
		if (kind === "enter" && inline.enter(token)) {
			index = exitOf(events, index);
		}
	}
	return inline.sourceCitations;
}

interface Leaf {
	readonly kind: PassageKind;
	readonly plain: PlainText;
	readonly inline: InlineEvents;
	readonly cell: RawCell | null;
	span: Span;
	depth: number;
}

const code: ReadonlySet<string> = new Set(["codeFenced", "codeIndented", "mathFlow", "definition", "tableDelimiterRow"]);
const leaves: ReadonlySet<string> = new Set(["paragraph", "atxHeading", "setextHeading", "tableHeader", "tableData"]);

/** Turns the parser's events for a document into passages. */
class BlockEvents {
	private readonly text: string;
	private readonly passages: RawPassage[] = [];
	private readonly silences: Silence[] = [];
	private readonly footnotes: string[] = [];
	private quotes = 0;
	private lists = 0;
	private table = -1;
	private row = -1;
	private column = -1;
	private leaf: Leaf | null = null;

	constructor(text: string) {
		this.text = text;
	}

	read(events: readonly Event[]): RawBlock {
		for (let index = 0; index < events.length; index++) {
			const [kind, token] = events[index] as Event;
			if (kind === "exit") {
				this.exit(token);
			} else if (token.type === "htmlFlow") {
				const end = exitOf(events, index);
				this.html(events.slice(index, end));
				index = end;
			} else if (this.enter(token)) {
				index = exitOf(events, index);
			}
		}
		return { passages: this.passages, silences: this.silences };
	}

	/** @returns whether the events inside the token are to be passed over. */
	private enter(token: Token): boolean {
		const leaf = this.leaf;
		const span = spanOf(token);
		switch (token.type as string) {
			case "blockQuote":
				this.quotes += 1;
				return false;
			case "listOrdered":
			case "listUnordered":
				this.lists += 1;
				return false;
			case "gfmFootnoteDefinition":
				this.footnotes.push("");
				return false;
			case "gfmFootnoteDefinitionLabelString":
				this.footnotes[this.footnotes.length - 1] = this.text.slice(span.start, span.end);
				return true;
			case "table":
				this.table += 1;
				this.row = -1;
				return false;
			case "tableRow":
				this.row += 1;
				this.column = -1;
				return false;
			case "tableContent":
				if (leaf) {
					leaf.span = span;
				}
				return false;
			case "atxHeadingSequence":
				if (leaf?.depth === 0) {
					leaf.depth = span.end - span.start;
				}
				return true;
			case "setextHeadingLine":
				if (leaf) {
					leaf.depth = this.text.slice(span.start, span.end).includes("=") ? 1 : 2;
				}
				return true;
		}
		if (leaves.has(token.type)) {
			this.open(token.type, span);
			return false;
		}
		return leaf ? leaf.inline.enter(token) : code.has(token.type);
	}

	private exit(token: Token): void {
		switch (token.type) {
			case "blockQuote":
				this.quotes -= 1;
				break;
			case "listOrdered":
			case "listUnordered":
				this.lists -= 1;
				break;
			case "gfmFootnoteDefinition":
				this.footnotes.pop();
				break;
			default:
				if (leaves.has(token.type)) {
					this.close();
				}
		}
	}

	private open(type: string, span: Span): void {
		const isCell = type === "tableHeader" || type === "tableData";
		this.column += isCell ? 1 : 0;
		const plain = new PlainText();
		this.leaf = {
			kind: this.kindOf(isCell ? "cell" : type === "paragraph" ? "paragraph" : "heading"),
			plain,
			inline: new InlineEvents(this.text, plain, this.silences),
			cell: isCell ? { table: this.table, row: this.row, column: this.column } : null,
			span,
			depth: 0,
		};
	}

	private close(): void {
		const { leaf } = this;
		this.leaf = null;
		if (leaf) {
			const { kind, span, cell, depth, plain, inline } = leaf;
			const marked = finishText(plain);
			this.add({ ...marked, kind, span, cell, depth, sourceCitations: [...inline.sourceCitations, ...marked.sourceCitations] });
		}
	}

	private add(passage: Omit<RawPassage, "footnote">): void {
		if (/\S/.test(passage.text) || passage.sourceCitations.length > 0) {
			const sourceCitations = passage.sourceCitations.toSorted((a, b) => a.span.start - b.span.start);
			const depth = passage.kind === "heading" ? passage.depth : 0;
			this.passages.push({ ...passage, depth, sourceCitations, footnote: this.footnotes.at(-1) ?? null });
		}
	}

	private kindOf(kind: PassageKind): PassageKind {
		if (this.quotes > 0) {
			return "quote";
		}
		if (this.footnotes.length > 0) {
			return "footnote";
		}
		return this.lists > 0 && kind !== "cell" ? "list-item" : kind;
	}

	/** A block of HTML; inside a list or quote its lines are apart in the source. */
	private html(events: readonly Event[]): void {
		const lines = new PlainText();
		for (const [kind, token] of events) {
			if (kind === "enter" && (token.type === "htmlFlowData" || token.type === "lineEnding")) {
				const { start, end } = spanOf(token);
				lines.copy(this.text, start, end);
			}
		}
		const { text, offsets } = lines.finish(() => []);
		const { passages, silences } = readHtmlBlock(text, this.kindOf("paragraph"), offsets);
		this.silences.push(...silences);
		const first = this.table + 1;
		for (const passage of passages) {
			const { cell } = passage;
			this.add(cell ? { ...passage, cell: { ...cell, table: first + cell.table } } : passage);
			this.table = Math.max(this.table, cell ? first + cell.table : -1);
		}
	}
}

/** Reads a block of HTML; `offsets` lead from `html` to the block that it stands in. */
export function readHtmlBlock(html: string, kind: PassageKind, offsets: OffsetMap): RawBlock {
	const passages = readHtml(html).map(({ plain, start, end, cell }): RawPassage => {
		const marked = finishText(plain);
		return {
			kind: cell && kind === "paragraph" ? "cell" : kind,
			depth: 0,
			span: offsets.span({ start, end }),
			text: marked.text,
			offsets: offsets.compose(marked.offsets),
			sourceCitations: marked.sourceCitations.map(({ key, span }) => ({ key, span: offsets.span(span) })),
			cell,
			footnote: null,
		};
	});
	const silences = readSilences(html, 0).map((silence) => ({ ...silence, span: offsets.span(silence.span) }));
	return { passages, silences };
}
