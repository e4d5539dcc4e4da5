/** Finds the citation of a framework at a place, and all places of one disclosure. */
import type { Block, Draft } from "../draft/draft.ts";
import type { Citation } from "../frameworks/citation.ts";
import type { Entry } from "../frameworks/registry.ts";
import { reportDate } from "../frameworks/reportDate.ts";
import type { Span } from "../model.ts";
import type { Settings } from "../settings.ts";
import { entryOf, keyOf } from "./disclosures.ts";
import { type CitedPlace, outlineOf } from "./outline.ts";

export interface CitationAt {
	readonly citation: Citation;
	/** The code, or the framework's name with it, in the draft. */
	readonly span: Span;
}

/** The citations at an offset: the one whose code stands there, else those that share the place ("305-1 to 305-5"). */
export function citationsAt({ blocks }: Draft, offset: number): readonly CitationAt[] {
	const block = blockAt(blocks, offset);
	if (!block) {
		return [];
	}
	const local = offset - block.start;
	const found: CitationAt[] = [];
	for (const { span, offsets, citations } of block.content.passages) {
		if (citations.length === 0 || local < span.start || local > span.end) {
			continue;
		}
		for (const citation of citations) {
			const own = offsets.span(citation.codeSpan ?? citation.span);
			const whole = offsets.span(citation.span);
			if (citation.codeSpan && own.start <= local && local <= own.end) {
				return [{ citation, span: shift(whole, block.start) }];
			}
			if (whole.start <= local && local <= whole.end) {
				found.push({ citation, span: shift(whole, block.start) });
			}
		}
	}
	return found;
}

function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle] as Block).start <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return blocks[low - 1];
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** A place where a disclosure is cited or listed. */
export interface DisclosurePlace extends CitedPlace {
	/** Names the disclosure and its edition, as `keyOf` does. */
	readonly key: string;
	readonly entry: Entry;
	/** In a row of a content index. */
	readonly listed: boolean;
}

/** Every place of every disclosure in a draft, in order. */
export function disclosurePlaces(draft: Draft, settings: Settings): readonly DisclosurePlace[] {
	const date = reportDate(draft.frontMatter, settings);
	const { places, listed } = outlineOf(draft);
	const found: DisclosurePlace[] = [];
	for (const [some, isListed] of [
		[places, false],
		[listed, true],
	] as const) {
		for (const place of some) {
			const entry = entryOf(place.citation, date);
			if (entry) {
				found.push({ ...place, key: keyOf(entry), entry, listed: isListed });
			}
		}
	}
	return found.sort((a, b) => a.span.start - b.span.start);
}
