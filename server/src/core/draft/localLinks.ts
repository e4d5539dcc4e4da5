import type { Span } from "../model.ts";

/** A link to a heading of the same document. */
const localLink = /\[((?:\\.|[^\\[\]]){1,500})\]\(#[^()\s]{1,500}\)/g;

/**
 * The texts of links to headings of the same document within a stretch of Markdown. They repeat what the heading says: "[2.1 Energy](#21-energy)"
 * prints no figure of its own.
 */
export function localLinkTexts(source: string, { start, end }: Span): Span[] {
	const texts: Span[] = [];
	const stretch = source.slice(start, end);
	if (!stretch.includes("](#")) {
		return texts;
	}
	for (const { index, 1: text = "" } of stretch.matchAll(localLink)) {
		texts.push({ start: start + index + 1, end: start + index + 1 + text.length });
	}
	return texts;
}
