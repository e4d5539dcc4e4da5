/** What a rule is. A rule is a plain object in a file of its own; `index.ts` lists them. */
import type { DocumentCitations } from "../citations/documentCitations.ts";
import type { DefinitionEdit } from "../citations/writeCitation.ts";
import type { ClaimsDatabase } from "../claims/database.ts";
import type { Evidence } from "../claims/evidence.ts";
import type { Glossary } from "../claims/glossary.ts";
import type { Block, BlockContent, Draft, Passage } from "../draft/draft.ts";
import type { KnownDraft } from "../knownDraft.ts";
import type { Edit, Fix, Severity, SeveritySetting, Span } from "../model.ts";
import type { Settings } from "../settings.ts";

/** A passage with what the engine knows about it. */
export interface PassageContext {
	readonly passage: Passage;
	/** Evidence for each of `passage.figures`, in the same order. */
	readonly evidence: readonly Evidence[];
	/** The headings above the passage, outermost first. */
	readonly headings: readonly Passage[];
}

/** What a rule may look at when it checks one block. */
export interface RuleContext {
	readonly draft: Draft;
	readonly block: Block;
	readonly passages: readonly PassageContext[];
	readonly settings: Settings;
	/** Frameworks that apply to the draft: front matter, else settings, else those it mentions, else GRI. */
	readonly frameworks: readonly string[];
	readonly database: ClaimsDatabase;
	/** The names of measures and entities, with those that the workspace adds. */
	readonly glossary: Glossary;
	/** What the draft's citations of sources mean, and how it writes them. */
	readonly citations: DocumentCitations;
	/** All of the draft: for rules that compare one place with another; they say so by `dependsOn`. */
	readonly known: KnownDraft;
	/** Turns a span of a passage's plain text into a span of the block's text. */
	source(passage: Passage, span: Span): Span;
}

/** A finding as a rule makes it: all spans, also those of edits, count from the start of the block. */
export interface BlockFinding {
	readonly span: Span;
	readonly message: string;
	readonly fixes?: readonly BlockFix[];
	readonly claims?: readonly string[];
	/** When a rule reports below its default ("recommended" citations). */
	readonly severity?: Severity;
	/** Other places; `content` names their block where it is not the finding's own, and the span counts from its start. */
	readonly related?: readonly { readonly span: Span; readonly message: string; readonly content?: BlockContent }[];
	/** Of a rule's findings that have the same text here, only the first in the draft is reported. */
	readonly once?: string;
}

/** A quick-fix as a rule makes it. Where footnotes are defined depends on the whole draft and is filled in at the end. */
export interface BlockFix extends Omit<Fix, "edits"> {
	readonly edits: readonly (Edit | DefinitionEdit)[];
	/**
	 * Edits in other blocks, whose spans count from the start of the draft. Asked for only when somebody looks at the fix.
	 * @param start where the block of the finding is then
	 */
	elsewhere?(draft: Draft, start: number): readonly Edit[];
}

export interface Rule {
	/** Names the rule's file, spec, setting, documentation page and diagnostic code. */
	readonly id: string;
	readonly severity: SeveritySetting;
	/** When it fires, in a sentence. */
	readonly summary: string;
	/** Why that matters to a reader of the report. */
	readonly why: string;
	/** What the findings of a block depend on elsewhere in the document (a rate that it states): kept findings are thrown away when this changes. */
	dependsOn?(draft: Draft, citations: DocumentCitations, settings: Settings, known: KnownDraft): string;
	/** The same for what stands near the block (the paragraph above a table): only this block's findings are thrown away. */
	dependsOnNear?(draft: Draft, block: Block): string;
	check(context: RuleContext): Iterable<BlockFinding>;
}
