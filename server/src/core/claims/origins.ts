/** Where in a draft a figure's subject comes from: said to whoever asks why a figure is taken for what it is. */
import type { Block, Draft, Passage } from "../draft/draft.ts";
import type { Figure, Span } from "../model.ts";
import type { Settings } from "../settings.ts";
import { parsePeriod } from "./document.ts";
import type { Subject } from "./evidence.ts";
import type { Glossary } from "./glossary.ts";

export type Origin =
	| "sentence"
	/** The headers of a table cell, or another cell of its row. */
	| "header"
	| "heading"
	/** What an earlier sentence says, carried over. */
	| "earlier"
	| "front-matter"
	| "settings"
	| "title"
	/** What the glossary says of the measure. */
	| "measure"
	/** The figure itself: a percentage is a ratio. */
	| "figure";

/** null where the part is not known. */
export interface Origins {
	readonly entity: Origin | null;
	readonly measure: Origin | null;
	readonly period: Origin | null;
	readonly kind: Origin | null;
}

/** A figure in its draft. */
export interface Place {
	readonly figure: Figure;
	readonly subject: Subject;
	readonly passage: Passage;
	readonly block: Block;
}

export function originsOf(place: Place, draft: Draft, settings: Settings, glossary: Glossary): Origins {
	const { figure, subject, passage } = place;
	const measure = subject.measures[0];
	return {
		entity: subject.entities[0] === undefined ? null : entityOrigin(subject.entities[0], place, draft, settings, glossary),
		measure: measure === undefined ? null : passage.cell ? "header" : "sentence",
		period: periodOrigin(place, draft, settings),
		kind:
			subject.kind === null
				? null
				: glossary.measures.get(measure ?? "")?.kind === subject.kind
					? "measure"
					: subject.kind === "count" || (subject.kind === "ratio" && (figure.kind === "percent" || figure.kind === "ratio"))
						? "figure"
						: "sentence",
	};
}

function entityOrigin(name: string, place: Place, draft: Draft, settings: Settings, glossary: Glossary): Origin {
	const { figure, passage, block } = place;
	const { cell } = passage;
	const names = (text: string): boolean => glossary.scan(text).entities.some(({ entity }) => entity === name);
	if (cell) {
		const row = block.content.passages.filter((one) => one.cell?.table === cell.table && one.cell.row === cell.row);
		if ([cell.columnHeader, cell.rowHeader, ...row.filter((one) => one !== passage).map((one) => one.text)].some(names)) {
			return "header";
		}
	}
	if (names(sentenceOf(passage, figure))) {
		return "sentence";
	}
	const before = passagesBefore(place, draft);
	if (passage.text !== "" && names(passage.text.slice(0, figure.start))) {
		return "earlier";
	}
	const lastHeading = before.findLastIndex((one) => one.kind === "heading");
	if (before.slice(lastHeading + 1).some((one) => one.kind !== "cell" && names(one.text))) {
		return "earlier";
	}
	const above = before.findLast((one) => one.kind === "heading" && names(one.text));
	if (above && above.depth > 1) {
		return "heading";
	}
	const own = draft.frontMatter.entity ?? settings.entity;
	if (own !== "" && (own === name || names(own))) {
		return draft.frontMatter.entity === undefined ? "settings" : "front-matter";
	}
	return above || names(draft.frontMatter.title ?? "") ? "title" : "earlier";
}

function periodOrigin({ subject, passage }: Place, draft: Draft, settings: Settings): Origin | null {
	const { period, periodStated } = subject;
	if (!period) {
		return null;
	}
	if (periodStated) {
		return passage.cell ? "header" : "sentence";
	}
	const { reportingPeriod, title } = draft.frontMatter;
	const said = parsePeriod(reportingPeriod ?? settings.reportingPeriod);
	if (said) {
		return said.end !== period.end ? "earlier" : reportingPeriod === undefined ? "settings" : "front-matter";
	}
	return parsePeriod(title ?? "")?.end === period.end ? "title" : "earlier";
}

function sentenceOf(passage: Passage, figure: Span): string {
	const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end);
	return sentence ? passage.text.slice(sentence.start, sentence.end) : passage.text;
}

function passagesBefore({ block, passage }: Place, draft: Draft): readonly Passage[] {
	const before: Passage[] = [];
	for (const one of draft.blocks) {
		for (const other of one.content.passages) {
			if (one.start === block.start && other === passage) {
				return before;
			}
			before.push(other);
		}
	}
	return before;
}
