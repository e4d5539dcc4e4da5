import { oncePer } from "../oncePer.ts";
import type { BlockContent, Passage } from "./draft.ts";

const none: readonly Passage[] = [];

/** The headings of a block, in order. Looked up once a block: a draft has many blocks, and each check asks all of them. */
export const headingsOf = oncePer(({ passages }: BlockContent): readonly Passage[] => {
	const headings = passages.filter((passage) => passage.kind === "heading");
	return headings.length === 0 ? none : headings;
});
