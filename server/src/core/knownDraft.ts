/** A draft with what the engine knows about all of it: for rules that compare one place with another. */
import type { Evidence } from "./claims/evidence.ts";
import type { Glossary } from "./claims/glossary.ts";
import type { Block } from "./draft/draft.ts";

/** A block of a draft with what the engine knows about it. */
export interface KnownBlock {
	readonly block: Block;
	/** By passage, evidence for each of its figures. The same array as long as nothing about it has changed. */
	readonly evidence: readonly (readonly Evidence[])[];
	/** What the headings above say of a part of the whole (a region, a subsidiary); "" where they are about all of it. */
	readonly under: string;
}

export interface KnownDraft {
	readonly blocks: readonly KnownBlock[];
	readonly glossary: Glossary;
}
