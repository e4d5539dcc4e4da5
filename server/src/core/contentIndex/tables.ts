/** Reads the tables of a content index, whether generated or written by hand, so that single cells can be replaced. */
import { indexWords, omissionHeaders } from "../../../data/frameworks/contentIndex.ts";
import { isDelimiterRow } from "../draft/lineKinds.ts";
import { LineWalker } from "../draft/lines.ts";
import { findCitations } from "../frameworks/findCitations.ts";
import { type Entry, findEntries } from "../frameworks/registry.ts";
import type { ReportDate } from "../frameworks/reportDate.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Language, Span } from "../model.ts";
import { entryOf } from "./disclosures.ts";
import { locationHeader } from "./outline.ts";

export interface IndexCell {
	/** In the draft: what stands between two bars, blanks included. */
	readonly span: Span;
	/** Its Markdown, without blanks around it. */
	readonly source: string;
}

export interface IndexRow {
	/** In the draft: the line with its end. */
	readonly line: Span;
	readonly cells: readonly IndexCell[];
	/** The disclosure that it is about; null where it names none. */
	readonly entry: Entry | null;
}

/** What the columns hold; all others are the writer's. -1 where there is none. */
export interface IndexColumns {
	readonly code: number;
	readonly label: number;
	readonly where: number;
	/** What is left out, and why. */
	readonly omissions: number;
	readonly count: number;
}

export interface IndexTable {
	readonly framework: string;
	readonly header: IndexRow;
	/** The language that its generated header is written in; null where the writer wrote it. */
	readonly language: Language | null;
	readonly columns: IndexColumns;
	readonly rows: readonly IndexRow[];
	/** From the header's start to the last row's end, in the draft. */
	readonly span: Span;
}

/** The tables within a stretch of the draft that have a column of disclosures. */
export function readIndexTables(text: string, within: Span, language: Language, date: ReportDate): IndexTable[] {
	const tables: IndexTable[] = [];
	const line = new LineWalker(text, within.start);
	while (!line.isEnd && line.start < within.end) {
		const header = { start: line.start, end: line.next };
		if (!hasBar(text, line)) {
			line.moveOn();
			continue;
		}
		line.moveOn();
		if (line.isEnd || line.start >= within.end || !isDelimiterRow(text, line) || !hasBar(text, line)) {
			continue;
		}
		line.moveOn();
		const lines: Span[] = [];
		for (; !line.isEnd && line.start < within.end && !line.isBlank && hasBar(text, line); line.moveOn()) {
			lines.push({ start: line.start, end: line.next });
		}
		const table = readTable(text, header, lines, language, date);
		if (table) {
			tables.push(table);
		}
	}
	return tables;
}

function hasBar(text: string, { first, end }: LineWalker): boolean {
	const bar = text.indexOf("|", first);
	return bar >= 0 && bar < end;
}

function readTable(text: string, head: Span, lines: readonly Span[], language: Language, date: ReportDate): IndexTable | null {
	const headers = cellsOf(text, head);
	const rows = lines.map((line) => ({ line, cells: cellsOf(text, line) }));
	const where = headers.findIndex(({ source }) => locationHeader.test(source));
	const isGri = headers.some(({ source }) => source.includes("GRI"));
	// Links to headings may have codes in them.
	const found = headers.map((header, column) =>
		column === where
			? []
			: rows.map(({ cells }) => disclosureIn(cells[column]?.source ?? "", header.source, isGri, language, date)),
	);
	const counts = found.map((entries) => new Set(entries.filter((entry) => entry && entry.code !== entry.standard)).size);
	const wholes = found.map((entries) => entries.filter((entry) => entry !== null).length);
	const most = Math.max(0, ...counts);
	const code = most > 0 ? counts.indexOf(most) : wholes.indexOf(Math.max(...wholes));
	const entries = found[code] ?? [];
	if (!entries.some((entry) => entry !== null)) {
		return null;
	}
	const tally = new Map<string, number>();
	for (const entry of entries) {
		if (entry) {
			tally.set(entry.framework, (tally.get(entry.framework) ?? 0) + 1);
		}
	}
	const framework = [...tally].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
	return {
		framework,
		header: { line: head, cells: headers, entry: null },
		language: headers.map(({ source }) => labelHeaders.get(source)).find((one) => one !== undefined) ?? null,
		columns: {
			code,
			label: headers.findIndex(({ source }) => labelHeaders.has(source)),
			where,
			omissions: headers.findIndex(({ source }) => omissionHeader.test(source)),
			count: headers.length,
		},
		rows: rows.map((row, index) => ({ ...row, entry: entries[index] ?? null })),
		span: { start: head.start, end: lines.at(-1)?.end ?? head.end },
	};
}

const labelHeaders: ReadonlyMap<string, Language> = new Map(
	(Object.keys(indexWords) as Language[]).map((language) => [indexWords[language].label, language]),
);

const omissionHeader = new RegExp(oneOf(omissionHeaders));

/** "2-7" in a column of GRI: findCitations asks for three digits where no name stands in front. */
const shortGri = /^(\d{1,3}-\d{1,2})(?![\d%])/;

function disclosureIn(source: string, header: string, isGri: boolean, language: Language, date: ReportDate): Entry | null {
	const plain = source
		.replace(/\[((?:\\.|[^\\\]])*)\]\([^()\s]*\)/g, "$1")
		.replace(/\\(.)/g, "$1")
		.replace(/[*_`]/g, "")
		.trim();
	for (const { framework, code, edition } of findCitations(plain, language, header)) {
		const entry = code === null ? undefined : entryOf({ framework, code, edition }, date);
		if (entry) {
			return entry;
		}
	}
	const short = isGri ? shortGri.exec(plain)?.[1] : undefined;
	return (short !== undefined && findEntries("GRI", short)[0]) || null;
}

/** The cells of a table's line. A bar behind a backslash is text. */
export function cellsOf(text: string, line: Span): IndexCell[] {
	let end = line.end;
	while (end > line.start && /\s/.test(text[end - 1] as string)) {
		end -= 1;
	}
	let start = line.start;
	while (start < end && /\s/.test(text[start] as string)) {
		start += 1;
	}
	const bars: number[] = [];
	for (let at = start; at < end; at += 1) {
		if (text[at] === "\\") {
			at += 1;
		} else if (text[at] === "|") {
			bars.push(at);
		}
	}
	const from = bars[0] === start ? bars : [start - 1, ...bars];
	const edges = from.at(-1) === end - 1 && from.length > 1 ? from : [...from, end];
	const cells: IndexCell[] = [];
	for (const [index, edge] of edges.slice(0, -1).entries()) {
		const span = { start: edge + 1, end: edges[index + 1] as number };
		cells.push({ span, source: text.slice(span.start, span.end).trim() });
	}
	return cells;
}
