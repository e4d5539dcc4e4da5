/** What a Markdown draft is to the rules: blocks of passages, each passage plain text with its figures and citations. */
import type { Citation } from "../frameworks/citation.ts";
import type { Figure, Language, Span } from "../model.ts";
import type { OffsetMap } from "../text/offsets.ts";

export type PassageKind = "heading" | "paragraph" | "list-item" | "cell" | "quote" | "footnote";

/** Where a table cell stands. */
export interface CellPosition {
	/** Which table of its block, 0-based; row 0 is the header row. */
	readonly table: number;
	readonly row: number;
	readonly column: number;
	/** Plain texts of the column's header cell and of the row's first cell. */
	readonly columnHeader: string;
	readonly rowHeader: string;
}

/** A citation of a source: `[^key]` or `[@key]`, also `[see @key, p. 3]`. The span is that of the brackets, in the passage's block. */
export interface SourceCitation {
	readonly key: string;
	readonly span: Span;
}

/** A located stretch of a draft: one paragraph, heading, list item, table cell or footnote definition. */
export interface Passage {
	readonly kind: PassageKind;
	/** Depth of a heading, 1 to 6; 0 for all else. */
	readonly depth: number;
	/** The span in its block's text, markup included. */
	readonly span: Span;
	/** Plain text: markup, link targets, code and comments removed, entities decoded. */
	readonly text: string;
	/** From `text` to the block's text. */
	readonly offsets: OffsetMap;
	/** Sentences of `text`, in order, covering all of it but white space. */
	readonly sentences: readonly Span[];
	readonly language: Language;
	/** Offsets in `text`. Figures of a cell have the unit, scale and currency that its headers give them. */
	readonly figures: readonly Figure[];
	/** Framework citations; offsets in `text`. */
	readonly citations: readonly Citation[];
	readonly sourceCitations: readonly SourceCitation[];
	readonly cell: CellPosition | null;
	/** The key of a footnote definition, else null. */
	readonly footnote: string | null;
}

/** A silencing comment. Spans count from the start of the block. */
export interface Silence {
	/** "next": the next block or line; "section": the rest of the section. */
	readonly scope: "next" | "section";
	/** Rule ids; empty silences every rule. */
	readonly rules: readonly string[];
	/** "" when none is given. */
	readonly reason: string;
	readonly span: Span;
}

/**
 * What one block holds. A pure function of the block's text and the reading options, so that it can be kept while the text
 * around it changes; all spans count from the start of the block.
 */
export interface BlockContent {
	readonly text: string;
	readonly passages: readonly Passage[];
	readonly silences: readonly Silence[];
}

export interface Block {
	/** Offset of the block in the draft. */
	readonly start: number;
	readonly content: BlockContent;
}

/** A problem with a draft itself (front matter that is not YAML): shown to the writer, never fatal. */
export interface DraftProblem {
	readonly span: Span;
	readonly message: string;
}

/** The settings that a draft's front matter makes. Missing keys are undefined, keys of a wrong type are problems. */
export interface FrontMatter {
	readonly title?: string;
	readonly key?: string;
	readonly publisher?: string;
	readonly author?: string;
	readonly published?: string;
	readonly language?: Language;
	readonly entity?: string;
	readonly frameworks?: readonly string[];
	readonly reportingPeriod?: string;
	readonly original?: string;
	readonly sha256?: string;
	readonly url?: string;
	/** Everything, as parsed. */
	readonly raw: Readonly<Record<string, unknown>>;
}

export interface Draft {
	readonly text: string;
	readonly frontMatter: FrontMatter;
	/** The language of most of the text. */
	readonly language: Language;
	readonly blocks: readonly Block[];
	readonly problems: readonly DraftProblem[];
}
