/** From a source to its claims: the same reading as of a draft, with every check-worthy figure taken down as an assertion. */

import type { Draft, Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Claim, Figure, Source, Span } from "../model.ts";
import { documentContext } from "./document.ts";
import type { Glossary } from "./glossary.ts";
import { nothingRunning, readBlockSubjects } from "./subject.ts";

/** Raised when the extraction changes, so that databases know which claims are out of date. */
export const extractorVersion = 3;

export interface ExtractedClaims {
	readonly claims: readonly Claim[];
	/** Figures that make no claim, with the reason. */
	readonly skipped: readonly { readonly text: string; readonly reason: string }[];
	/** How many figures the source has, dates and identifiers left out. */
	readonly figures: number;
}

/** Takes down the claims of a source in the order of its text. Pure; ids are the same for the same source and text. */
export function extractClaims(draft: Draft, source: Source, glossary: Glossary): ExtractedClaims {
	const { frontMatter } = draft;
	const document = documentContext(
		draft,
		{
			entity: frontMatter.entity ?? "",
			reportingPeriod: frontMatter.reportingPeriod ?? "",
			published: source.published,
			title: source.title,
		},
		glossary,
		true,
	);
	const lines = lineStarts(draft.text);
	const claims: Claim[] = [];
	const skipped: { text: string; reason: string }[] = [];
	const ids = new Map<string, number>();
	let figures = 0;
	let running = nothingRunning;
	for (const block of draft.blocks) {
		const read = readBlockSubjects(block.content.passages, running, document, glossary);
		running = read.after;
		for (const [place, passage] of block.content.passages.entries()) {
			for (const [index, figure] of passage.figures.entries()) {
				const subject = read.subjects[place]?.[index];
				if (!isStatement(figure) || !subject) {
					continue;
				}
				figures += 1;
				if (!figure.checkworthy) {
					skipped.push({ text: figure.text, reason: "not check-worthy" });
					continue;
				}
				const span = passage.offsets.span(figure);
				const start = block.start + span.start;
				const text = assertion(passage, figure);
				const printed = withQualifier(passage, figure);
				const base = `${source.key}:${fingerprint(`${text}\n${printed}\n${figure.text}`)}`;
				const seen = ids.get(base) ?? 0;
				ids.set(base, seen + 1);
				claims.push({
					id: seen === 0 ? base : `${base}.${seen + 1}`,
					source,
					entity: subject.entities[0] ?? "",
					measure: subject.measures[0] ?? "",
					words: subject.words,
					value: figure.value,
					low: figure.low,
					high: figure.high,
					unit: figure.unit,
					currency: figure.currency,
					qualifier: figure.qualifier,
					kind:
						subject.kind ??
						(figure.kind === "percent" || figure.kind === "ratio" ? "ratio" : figure.kind === "count" ? "count" : "flow"),
					period: subject.period ?? { start: null, end: null },
					locator: { line: lineOf(lines, start), start, end: block.start + span.end, ...cellOf(passage) },
					text,
					printed,
					precision: figure.precision,
				});
			}
		}
	}
	return { claims, skipped, figures };
}

/** The sentence that makes the assertion; for a table cell, its headers and its value. */
function assertion(passage: Passage, figure: Figure): string {
	if (passage.cell) {
		const { rowHeader, columnHeader } = passage.cell;
		return [rowHeader, columnHeader, passage.text].filter((part) => part !== "").join(" | ");
	}
	const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end);
	return (sentence ? passage.text.slice(sentence.start, sentence.end) : passage.text).trim();
}

/** The figure as printed, with its qualifier where that stands beside it. */
function withQualifier(passage: Passage, figure: Figure): string {
	const { qualifierSpan } = figure;
	if (!qualifierSpan) {
		return figure.text;
	}
	const span: Span = { start: Math.min(figure.start, qualifierSpan.start), end: Math.max(figure.end, qualifierSpan.end) };
	return span.end - span.start > figure.text.length + 24 ? figure.text : passage.text.slice(span.start, span.end);
}

function cellOf(passage: Passage): { cell?: string } {
	return passage.cell
		? { cell: `table ${passage.cell.table + 1}, row ${passage.cell.row + 1}, column ${passage.cell.column + 1}` }
		: {};
}

/** FNV-1a in 32 bits: tells the claims of one source apart; not for security. */
function fingerprint(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Offsets of the lines' beginnings; CR, LF and CRLF end a line. */
function lineStarts(text: string): number[] {
	const starts = [0];
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
			starts.push(i + 1);
		}
	}
	return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] as number) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}
