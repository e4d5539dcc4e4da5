import type { Span } from "../model.ts";
import type { OffsetMap } from "../text/offsets.ts";
import type { PassageKind, Silence, SourceCitation } from "./draft.ts";

/** A passage as Markdown gives it, before its language, figures and citations are read. Spans count from the block's start. */
export interface RawPassage {
	readonly kind: PassageKind;
	readonly depth: number;
	readonly span: Span;
	readonly text: string;
	readonly offsets: OffsetMap;
	readonly sourceCitations: readonly SourceCitation[];
	readonly cell: RawCell | null;
	readonly footnote: string | null;
}

export interface RawCell {
	readonly table: number;
	/** Row 0 is the header row. */
	readonly row: number;
	readonly column: number;
}

/** What the Markdown of one block holds. */
export interface RawBlock {
	readonly passages: readonly RawPassage[];
	readonly silences: readonly Silence[];
}
