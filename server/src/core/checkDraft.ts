/** The one way from a draft's text to its findings; the language server and the command line both call it. */
import type { ClaimsDatabase } from "./claims/database.ts";
import type { Evidence } from "./claims/evidence.ts";
import type { Block, Draft, Passage } from "./draft/draft.ts";
import type { Finding, Span } from "./model.ts";
import type { Settings } from "./settings.ts";

export interface CheckOptions {
	readonly database: ClaimsDatabase;
	readonly settings: Settings;
	/** Looked at between blocks; an aborted check returns null. */
	readonly signal?: { readonly aborted: boolean };
}

/** A figure with its evidence, located in the draft. */
export interface LocatedEvidence {
	/** Span of the figure in the draft. */
	readonly span: Span;
	readonly evidence: Evidence;
	readonly passage: Passage;
	readonly block: Block;
}

export interface CheckedDraft {
	readonly draft: Draft;
	/** Sorted by position; at most one evidence finding per figure. */
	readonly findings: readonly Finding[];
	/** Every figure with its evidence, in order. */
	readonly figures: readonly LocatedEvidence[];
	/** Check-worthy figures by what became of them. */
	readonly counts: { readonly supported: number; readonly unsupported: number };
}

/** Checks one draft again and again while it is edited: blocks that have not changed are neither parsed nor judged again. */
export class DraftChecker {
	/** @returns null when `options.signal` was aborted on the way. */
	async check(_text: string, _options: CheckOptions): Promise<CheckedDraft | null> {
		throw new Error("not assembled yet");
	}
}
