import type { Block } from "./draft.ts";

/** Blocks without text (comments) that may stand between neighbours. */
const mostBetween = 2;

/**
 * The block with text before (-1) or behind (1) a block, across comments; null at the draft's ends.
 * @param blocks those of a draft, of which `block` is one
 */
export function neighbourOf(blocks: readonly Block[], block: Block, step: 1 | -1): Block | null {
	let low = 0;
	let high = blocks.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle] as Block).start < block.start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	for (let at = low + step; Math.abs(at - low) <= mostBetween + 1; at += step) {
		const next = blocks[at];
		if (!next || next.content.passages.length > 0) {
			return next ?? null;
		}
	}
	return null;
}
