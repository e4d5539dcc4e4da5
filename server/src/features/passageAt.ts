/** What stands at an offset of a draft. */
import type { Block, Draft, Passage } from "../core/draft/draft.ts";

/** The block that holds an offset, or the last one before it. */
export function blockAt({ blocks }: Draft, offset: number): Block | null {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle]?.start ?? 0) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return blocks[low - 1] ?? null;
}

/** The passage that holds an offset, and where it begins; null between passages, in code and in the front matter. */
export function passageAt(draft: Draft, offset: number): { readonly passage: Passage; readonly start: number } | null {
	const block = blockAt(draft, offset);
	if (!block) {
		return null;
	}
	const inBlock = offset - block.start;
	const passage = block.content.passages.find(({ span }) => span.start <= inBlock && inBlock <= span.end);
	return passage ? { passage, start: block.start + passage.span.start } : null;
}
