/**
 * The content index of a draft: where each disclosure that it cites stands, and which required ones it does not disclose.
 *
 * The index stands between two comments. What is generated are the codes, the labels and the links; whatever else a writer
 * puts there stays: other columns, own words beside the links, own labels, own rows, the order of the rows. Making the index
 * anew changes single cells, and nothing where it is up to date.
 */
import { indexWords } from "../../../data/frameworks/contentIndex.ts";
import type { Draft } from "../draft/draft.ts";
import { indexCitations } from "../frameworks/citationIndex.ts";
import { labelIn } from "../frameworks/label.ts";
import { printCitation } from "../frameworks/printCitation.ts";
import { type Entry, findEntries } from "../frameworks/registry.ts";
import { reportDate } from "../frameworks/reportDate.ts";
import type { Edit, Language, Span } from "../model.ts";
import type { Settings } from "../settings.ts";
import { type Disclosure, disclosuresOf, entryOf, keyOf, rankOf } from "./disclosures.ts";
import {
	anchorsOf,
	closeMarker,
	type Heading,
	isIndexHeading,
	mayHaveIndex,
	type Outline,
	openMarker,
	outlineOf,
} from "./outline.ts";
import { type IndexRow, type IndexTable, readIndexTables } from "./tables.ts";

/** What is out of date in an index. Disclosures by their printed names. */
export interface IndexChanges {
	/** Cited or required, and not in the index. */
	readonly missing: readonly string[];
	/** In the index, and no longer cited. */
	readonly gone: readonly string[];
	/** Standing elsewhere than the index says. */
	readonly moved: readonly string[];
	/** With another label than the draft's language asks for. */
	readonly relabelled: readonly string[];
}

export interface IndexRefresh {
	/** The comment that opens the index, in the draft. */
	readonly marker: Span;
	/** In order; empty where the index is up to date. */
	readonly edits: readonly Edit[];
	readonly changes: IndexChanges;
}

/** What the index would have to become; null where the draft has none between the comments. */
export function refreshIndex(draft: Draft, settings: Settings): IndexRefresh | null {
	const known = refreshes.get(draft);
	if (known?.settings === settings) {
		return known.refresh;
	}
	const refresh = makeRefresh(draft, settings);
	refreshes.set(draft, { settings, refresh });
	return refresh;
}

const refreshes = new WeakMap<Draft, { readonly settings: Settings; readonly refresh: IndexRefresh | null }>();

function makeRefresh(draft: Draft, settings: Settings): IndexRefresh | null {
	const region = mayHaveIndex(draft) ? outlineOf(draft).region : null;
	if (!region) {
		return null;
	}
	const made = new Making(draft, settings, region.inner, region.inner.end);
	made.updateTables();
	made.appendTables();
	return { marker: region.marker, edits: made.sortedEdits(), changes: made.changes };
}

export type InsertedIndex =
	| { readonly kind: "inserted" | "refreshed" | "current"; readonly edits: readonly Edit[] }
	/** The draft cites no disclosure, and declares no framework that requires any. */
	| { readonly kind: "nothing" };

/**
 * The edits that give the draft a content index. One that has the comments is brought up to date; a table below a heading
 * that says "index" is taken over, with all that its writer put there; else the index goes below such a heading, the nearest
 * in front of `offset`, or to the end of the draft below a heading of its own.
 */
export function insertIndex(draft: Draft, settings: Settings, offset: number = draft.text.length): InsertedIndex {
	const refresh = refreshIndex(draft, settings);
	if (refresh) {
		return { kind: refresh.edits.length === 0 ? "current" : "refreshed", edits: refresh.edits };
	}
	if (disclosuresOf(draft, settings).size === 0) {
		return { kind: "nothing" };
	}
	const { headings, indexHeadings } = outlineOf(draft);
	const below = indexHeadings.findLast(({ span }) => span.start <= offset) ?? indexHeadings.at(-1);
	return { kind: "inserted", edits: below ? insertBelow(draft, settings, below, headings) : appendIndex(draft, settings) };
}

function insertBelow(draft: Draft, settings: Settings, below: Heading, headings: readonly Heading[]): Edit[] {
	const { text } = draft;
	const newline = newlineOf(text);
	const next = headings.find(({ span, depth }) => span.start > below.span.start && depth <= below.depth);
	const section = { start: below.span.end, end: next?.span.start ?? text.length };
	const tables = new Making(draft, settings, section, section.end).tables.filter(({ columns }) => columns.where >= 0);
	const first = tables[0];
	const last = tables.at(-1);
	if (!first || !last) {
		const made = new Making(draft, settings, { start: section.start, end: section.start }, section.start, below);
		const tablesText = made.newTables();
		return [
			{
				span: { start: section.start, end: section.start },
				newText: `${newline}${newline}${openMarker}${newline}${newline}${tablesText}${newline}${closeMarker}`,
			},
		];
	}
	// Up to the tables' own headings, so that they belong to the index.
	const inner = { start: section.start, end: last.span.end };
	const made = new Making(draft, settings, inner, inner.end, below);
	made.updateTables(true);
	made.appendTables();
	const isAppended = made.edits.some(({ span, newText }) => span.start === inner.end && newText.endsWith(newline + newline));
	const behind = isAppended ? "" : /[\r\n]$/.test(text.slice(0, inner.end)) ? newline : newline + newline;
	made.edits.push({ span: { start: inner.start, end: inner.start }, newText: `${newline}${newline}${openMarker}` });
	made.edits.push({
		span: { start: inner.end, end: inner.end },
		newText: `${behind}${closeMarker}${newline}`,
	});
	return made.sortedEdits();
}

function appendIndex(draft: Draft, settings: Settings): Edit[] {
	const { text, language } = draft;
	const newline = newlineOf(text);
	const frameworks = [...disclosuresOf(draft, settings).keys()];
	const { headings } = outlineOf(draft);
	const words = indexWords[language];
	const [framework] = frameworks;
	const title =
		frameworks.length === 1 && framework !== undefined ? words.heading.replace("{framework}", framework) : words.outerHeading;
	// A report has one title; where there are several headings of the first depth, they are its chapters.
	const depth = headings.filter((heading) => heading.depth === 1).length > 1 ? 1 : 2;
	const end = text.length;
	const heading = { text: title, title, depth, span: { start: end, end } };
	const made = new Making(draft, settings, { start: end, end }, end, heading, true);
	const tablesText = made.newTables();
	const gap =
		text.trim() === "" ? "" : text.endsWith(`${newline}${newline}`) ? "" : text.endsWith("\n") ? newline : newline + newline;
	const newText = `${gap}${"#".repeat(depth)} ${title}${newline}${newline}${openMarker}${newline}${newline}${tablesText}${newline}${closeMarker}${newline}`;
	return [{ span: { start: end, end }, newText }];
}

/**
 * The edits that enter one more disclosure in the draft's index, as standing below the heading in front of `offset`: into the
 * generated one, else into the table of an index that is written by hand. Null where there is neither, or where it has a
 * row for the disclosure that says another place.
 */
export function enterInIndex(
	draft: Draft,
	settings: Settings,
	framework: string,
	codes: readonly string[],
	offset: number,
): Edit[] | null {
	const { headings } = outlineOf(draft);
	const below = headings.findLast(({ span }) => span.start <= offset) ?? null;
	const date = reportDate(draft.frontMatter, settings);
	for (const made of makingsOf(draft, settings)) {
		const table = made.tables.find((one) => one.framework === framework && one.columns.where >= 0);
		if (table) {
			made.edits.length = 0;
			for (const code of codes) {
				const entry = entryOf({ framework, code, edition: null }, date);
				if (entry) {
					made.enter(table, entry, below);
				}
			}
			const edits = made.sortedEdits();
			return edits.length === 0 ? null : edits;
		}
	}
	return null;
}

/** Of a draft: hundreds of fixes may ask for a row in the same index. */
function makingsOf(draft: Draft, settings: Settings): readonly Making[] {
	let known = makings.get(draft);
	if (known?.settings !== settings) {
		known = { settings, made: stretchesOf(draft).map((stretch) => new Making(draft, settings, stretch, stretch.end)) };
		makings.set(draft, known);
	}
	return known.made;
}

const makings = new WeakMap<Draft, { readonly settings: Settings; readonly made: readonly Making[] }>();

/** The frameworks that the draft's index has a table of, sorted; and whether it is a generated one. */
export function indexedFrameworks(
	draft: Draft,
	settings: Settings,
): { readonly frameworks: readonly string[]; readonly generated: boolean } {
	const frameworks = new Set<string>();
	for (const stretch of mayHaveIndex(draft) ? stretchesOf(draft) : []) {
		const date = reportDate(draft.frontMatter, settings);
		for (const { framework, columns } of readIndexTables(draft.text, stretch, draft.language, date)) {
			if (columns.where >= 0) {
				frameworks.add(framework);
			}
		}
	}
	return { frameworks: [...frameworks].sort(), generated: frameworks.size > 0 && outlineOf(draft).region !== null };
}

/** Where the tables of the draft's index stand: in the generated one, else below each heading that says so. */
export function stretchesOf(draft: Draft): Span[] {
	const { region, headings, indexHeadings } = outlineOf(draft);
	return region
		? [region.inner]
		: indexHeadings.map((heading) => {
				const next = headings.find(({ span, depth }) => span.start > heading.span.start && depth <= heading.depth);
				return { start: heading.span.end, end: next?.span.start ?? draft.text.length };
			});
}

class Making {
	readonly edits: Edit[] = [];
	readonly tables: readonly IndexTable[];
	private readonly draft: Draft;
	private readonly outline: Outline;
	private readonly language: Language;
	private readonly newline: string;
	private readonly wanted: ReadonlyMap<string, readonly Disclosure[]>;
	/** Where new tables go. */
	private readonly end: number;
	/** The heading of the index's section. */
	private readonly section: Heading | null;
	/** Headings that the new tables will have, by framework. */
	private readonly newHeadings: ReadonlyMap<string, string>;
	private readonly anchors: ReadonlyMap<Heading, string>;
	private readonly found = { missing: [] as string[], gone: [] as string[], moved: [] as string[], relabelled: [] as string[] };

	/**
	 * @param inner where the index's tables stand, or will
	 * @param isNew whether `section` is not in the draft yet
	 */
	constructor(draft: Draft, settings: Settings, inner: Span, end: number, section: Heading | null = null, isNew = false) {
		this.draft = draft;
		this.outline = outlineOf(draft);
		this.newline = newlineOf(draft.text);
		this.wanted = disclosuresOf(draft, settings);
		this.end = end;
		const { headings } = this.outline;
		this.section = section ?? headings.findLast(({ span }) => span.start < inner.start) ?? null;
		this.tables = readIndexTables(draft.text, inner, draft.language, reportDate(draft.frontMatter, settings));
		// The index itself must not sway what language the draft is in.
		this.language = this.tables.find(({ language }) => language !== null)?.language ?? draft.language;
		const known = new Set(this.tables.map(({ framework }) => framework));
		const fresh = [...this.wanted.keys()].filter((framework) => !known.has(framework));
		const alone = fresh.length === 1 && known.size === 0 && this.section !== null && isIndexHeading(this.section.text);
		this.newHeadings = new Map(
			alone ? [] : fresh.map((framework) => [framework, this.words.heading.replace("{framework}", framework)]),
		);
		this.anchors = this.makeAnchors(isNew ? section : null);
	}

	get changes(): IndexChanges {
		return this.found;
	}

	private get words(): (typeof indexWords)[Language] {
		return indexWords[this.language];
	}

	/** Headings that are added count too: what stands behind them may get another number. */
	private makeAnchors(added: Heading | null): Map<Heading, string> {
		const all: { readonly text: string; readonly heading: Heading | null }[] = [];
		let isAdded = false;
		const add = (): void => {
			isAdded = true;
			all.push(...(added ? [{ text: added.text, heading: null }] : []));
			all.push(...[...this.newHeadings.values()].map((text) => ({ text, heading: null })));
		};
		for (const heading of this.outline.headings) {
			if (!isAdded && heading.span.start >= this.end) {
				add();
			}
			all.push({ text: heading.text, heading });
		}
		if (!isAdded) {
			add();
		}
		const anchors = anchorsOf(all);
		return new Map(all.flatMap(({ heading }, index) => (heading ? [[heading, anchors[index] as string] as const] : [])));
	}

	sortedEdits(): Edit[] {
		return this.edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	}

	/**
	 * Brings the tables that are there up to date.
	 * @param areOwn whether the writer made them: then what they say of places stays.
	 */
	updateTables(areOwn = false): void {
		for (const table of this.tables) {
			if (table.columns.where < 0) {
				continue;
			}
			const before = this.edits.length;
			const wanted = new Map((this.wanted.get(table.framework) ?? []).map((one) => [keyOf(one.entry), one]));
			const rows = rowsByKey(table);
			for (const [key, [row, another]] of rows) {
				// One disclosure in several rows, such as GRI 3-3 of each topic: which row is about which place is the writer's to say.
				if (row && !another) {
					this.updateRow(table, row, wanted.get(key) ?? null, areOwn);
				}
			}
			this.insertRows(
				table,
				[...wanted].filter(([key]) => !rows.has(key)).map(([, one]) => one),
			);
			this.removeEmpty(table, before);
		}
	}

	/** A table that loses all its rows goes with its heading. */
	private removeEmpty({ rows, span, framework }: IndexTable, before: number): void {
		const edits = this.edits.slice(before);
		if (edits.length !== rows.length || edits.some(({ newText }) => newText !== "")) {
			return;
		}
		const { text } = this.draft;
		const above = /#{1,6} ([^\r\n]{1,80})\s+$/.exec(text.slice(Math.max(0, span.start - 100), span.start));
		const isOurs = Object.values(indexWords).some(({ heading }) => heading.replace("{framework}", framework) === above?.[1]);
		this.edits.splice(before, edits.length, {
			span: { start: span.start - (above && isOurs ? above[0].length : 0), end: span.end },
			newText: "",
		});
	}

	private updateRow(table: IndexTable, row: IndexRow, disclosure: Disclosure | null, isOwn: boolean): void {
		const entry = row.entry as Entry;
		const { columns } = table;
		const source = row.cells[columns.where]?.source ?? "";
		if (source.includes(keptMarker)) {
			this.updateLabel(row, columns.label, entry);
			return;
		}
		const where = readPlaces(source);
		const headings = disclosure ? headingsOf(disclosure) : [];
		const links = headings.map((heading) => this.placeOf(heading));
		const own = row.cells.some(
			(cell, column) => ![columns.code, columns.label, columns.where].includes(column) && cell.source !== "",
		);
		const anchors = new Set(isOwn ? links.map(({ anchor }) => anchor) : []);
		if (isOwn && (!where.links.every(({ anchor }) => anchors.has(anchor)) || (!disclosure && where.own === "" && !own))) {
			this.replace(row, columns.where, `${source} ${keptMarker}`.trim());
			return;
		}
		if (!disclosure && where.own === "" && !own) {
			this.edits.push({ span: row.line, newText: "" });
			this.found.gone.push(this.print(entry));
			return;
		}
		const expected = [...links.map((link) => link.source), ...(where.own === "" ? [] : [where.own])];
		if (!sameLinks(where.links, links) || (expected.length === 0 && !where.isNotDisclosed)) {
			const places = expected.length === 0 ? this.words.notDisclosed : expected.join(this.words.separator);
			this.replace(row, columns.where, places);
			this.found.moved.push(this.print(entry));
		}
		this.updateLabel(row, columns.label, entry);
	}

	/** A label that the writer put there stays. */
	private updateLabel(row: IndexRow, column: number, entry: Entry): void {
		const cell = row.cells[column];
		const label = escapeCell(labelIn(entry.label, this.language));
		if (cell && cell.source !== label && (cell.source === "" || isOurLabel(entry, cell.source))) {
			this.replace(row, column, label);
			this.found.relabelled.push(this.print(entry));
		}
	}

	private replace(row: IndexRow, column: number, source: string): void {
		const cell = row.cells[column];
		if (cell) {
			this.edits.push({ span: cell.span, newText: source === "" ? " " : ` ${source} ` });
			return;
		}
		// A line may leave out its last cells.
		const end = row.line.start + this.draft.text.slice(row.line.start, row.line.end).trimEnd().length;
		const missing = " |".repeat(Math.max(0, column - row.cells.length));
		const bar = this.draft.text[end - 1] === "|" ? "" : " |";
		this.edits.push({ span: { start: end, end }, newText: `${bar}${missing} ${source} |` });
	}

	/** Each goes in front of the first row that stands behind it in the registry. */
	private insertRows(table: IndexTable, disclosures: readonly Disclosure[]): void {
		const texts = new Map<number, string[]>();
		for (const disclosure of disclosures) {
			const { entry } = disclosure;
			const before = table.rows.find((row) => row.entry?.framework === entry.framework && rankOf(row.entry) > rankOf(entry));
			const at = before ? before.line.start : behindRows(table);
			texts.set(at, [...(texts.get(at) ?? []), this.rowText(table, disclosure)]);
			this.found.missing.push(this.print(entry));
		}
		for (const [at, lines] of texts) {
			this.edits.push(this.insertLines(at, lines));
		}
	}

	private insertLines(at: number, lines: readonly string[]): Edit {
		const isAtLine = at === 0 || /[\r\n]/.test(this.draft.text[at - 1] as string);
		const text = lines.join(this.newline);
		return { span: { start: at, end: at }, newText: isAtLine ? text + this.newline : this.newline + text };
	}

	private rowText({ columns }: IndexTable, disclosure: Disclosure): string {
		const { entry } = disclosure;
		const label = escapeCell(labelIn(entry.label, this.language));
		const cells = Array.from({ length: columns.count }, (_, column) => {
			if (column === columns.code) {
				return columns.label < 0 ? `${this.print(entry)} ${label}` : this.print(entry);
			}
			return column === columns.label ? label : column === columns.where ? this.placesOf(disclosure) : "";
		});
		return asRow(cells);
	}

	/** Enters a disclosure as standing below a heading. */
	enter(table: IndexTable, entry: Entry, heading: Heading | null): void {
		const [row, another] = rowsByKey(table).get(keyOf(entry)) ?? [];
		const link = this.placeOf(heading);
		if (!row) {
			const place = { citation: { ...noCitation, framework: entry.framework, code: entry.code }, span: noSpan, heading };
			this.insertRows(table, [{ entry, required: false, places: [place] }]);
			return;
		}
		const where = readPlaces(row.cells[table.columns.where]?.source ?? "");
		if (!another && !where.links.some(({ anchor }) => anchor === link.anchor)) {
			const links = where.links.map(({ source }) => source);
			this.replace(
				row,
				table.columns.where,
				[...links, link.source, ...(where.own === "" ? [] : [where.own])].join(this.words.separator),
			);
		}
	}

	/** Puts the tables of frameworks that have none at the end of the index. */
	appendTables(): void {
		const text = this.newTables();
		if (text !== "") {
			const { newline } = this;
			const before = this.draft.text.slice(0, this.end);
			const gap = before.endsWith(newline + newline) ? "" : before.endsWith(newline) ? newline : newline + newline;
			this.edits.push({ span: { start: this.end, end: this.end }, newText: `${gap}${text}${newline}` });
		}
	}

	/** The tables of frameworks that have none, with their headings. */
	newTables(): string {
		const known = new Set(this.tables.map(({ framework }) => framework));
		const parts: string[] = [];
		for (const [framework, disclosures] of this.wanted) {
			if (!known.has(framework)) {
				parts.push(this.newTable(framework, disclosures));
				this.found.missing.push(...disclosures.map(({ entry }) => this.print(entry)));
			}
		}
		return parts.join(this.newline);
	}

	private newTable(framework: string, disclosures: readonly Disclosure[]): string {
		const { words, newline } = this;
		const heading = this.newHeadings.get(framework);
		const depth = Math.min(6, (this.section?.depth ?? 1) + 1);
		const header = [framework, words.label, words.where, words.notes];
		const lines = [
			...(heading === undefined ? [] : [`${"#".repeat(depth)} ${heading}`, ""]),
			asRow(header),
			asRow(header.map(() => "---")),
			...disclosures.map((one) =>
				asRow([this.print(one.entry), escapeCell(labelIn(one.entry.label, this.language)), this.placesOf(one), ""]),
			),
		];
		return lines.map((line) => line + newline).join("");
	}

	private placesOf(disclosure: Disclosure): string {
		const headings = headingsOf(disclosure);
		return headings.length === 0
			? this.words.notDisclosed
			: headings.map((heading) => this.placeOf(heading).source).join(this.words.separator);
	}

	private placeOf(heading: Heading | null): PlaceLink {
		if (!heading) {
			return { source: this.words.beginning, text: this.words.beginning, anchor: "" };
		}
		const anchor = this.anchors.get(heading) ?? "";
		const { title } = heading;
		return {
			text: title,
			anchor,
			// Most links are only compared.
			get source() {
				return `[${escapeCell(title)}](#${anchor})`;
			},
		};
	}

	/** The citation as the draft writes it, with the edition where the number means different things. */
	private print(entry: Entry): string {
		const printed = printCitation(entry.framework, [entry.code], this.language, indexCitations(this.draft).style);
		const labels = new Set(findEntries(entry.framework, entry.code).map(({ label }) => label.en));
		return labels.size > 1 && entry.edition !== "" ? `${printed} (${entry.edition})` : printed;
	}
}

/** In a cell of places: what it says is the writer's, and stays. */
export const keptMarker = "<!-- kept -->";

const noSpan: Span = { start: 0, end: 0 };
const noCitation = { span: noSpan, edition: null, codeSpan: null, part: null };

function headingsOf({ places }: Disclosure): (Heading | null)[] {
	return [...new Set(places.map(({ heading }) => heading))].sort((a, b) => (a?.span.start ?? -1) - (b?.span.start ?? -1));
}

function rowsByKey({ rows }: IndexTable): Map<string, IndexRow[]> {
	const byKey = new Map<string, IndexRow[]>();
	for (const row of rows) {
		if (row.entry) {
			const key = keyOf(row.entry);
			byKey.set(key, [...(byKey.get(key) ?? []), row]);
		}
	}
	return byKey;
}

/** Behind the last row, or behind the line below the header. */
function behindRows({ rows, span }: IndexTable): number {
	return rows.at(-1)?.line.end ?? span.end;
}

function asRow(cells: readonly string[]): string {
	return `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
}

interface PlaceLink {
	readonly source: string;
	readonly text: string;
	readonly anchor: string;
}

/** Stands for a link while the rest of a cell is read: a character that no text has. */
const joint = "\ufdd0";
const aroundJoint = /[\s;；,，、]*\ufdd0[\s;；,，、]*/;
const placeLink = /\[((?:\\.|[^\\[\]]){0,500})\]\(#([^()\s]{0,500})\)/g;
const ourWords: ReadonlySet<string> = new Set(
	Object.values(indexWords).flatMap(({ notDisclosed, beginning }) => [notDisclosed, beginning]),
);
const notDisclosed: ReadonlySet<string> = new Set(Object.values(indexWords).map((words) => words.notDisclosed));

/** What a cell says about places: links to headings, and what its writer says besides. */
export function readPlaces(source: string): {
	readonly links: readonly PlaceLink[];
	readonly own: string;
	readonly isNotDisclosed: boolean;
} {
	const links: PlaceLink[] = [];
	const rest = source.replace(placeLink, (found, text: string, anchor: string) => {
		links.push({ source: found, text: text.replace(/\\(.)/g, "$1"), anchor: decoded(anchor) });
		return joint;
	});
	// What joins the links is theirs.
	const parts = rest.split(aroundJoint).map((part) => part.trim());
	const words = parts.filter((part) => part !== "");
	for (const word of words) {
		if (ourWords.has(word) && !notDisclosed.has(word)) {
			links.unshift({ source: word, text: word, anchor: "" });
		}
	}
	return {
		links,
		own: words.filter((word) => !ourWords.has(word)).join(" "),
		isNotDisclosed: words.some((word) => notDisclosed.has(word)) && links.length === 0,
	};
}

function decoded(anchor: string): string {
	try {
		return decodeURIComponent(anchor);
	} catch {
		return anchor;
	}
}

function sameLinks(found: readonly PlaceLink[], wanted: readonly PlaceLink[]): boolean {
	return (
		found.length === wanted.length &&
		found.every(({ text, anchor }, index) => anchor === wanted[index]?.anchor && (anchor === "" || text === wanted[index]?.text))
	);
}

function escapeCell(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\[\]|*_`<]/g, "\\$&");
}

function isOurLabel({ framework, code }: Entry, source: string): boolean {
	return findEntries(framework, code).some(({ label }) =>
		(["en", "zh-Hans", "zh-Hant", "ko"] as const).some((language) => escapeCell(labelIn(label, language)) === source),
	);
}

function newlineOf(text: string): string {
	return text.includes("\r\n") ? "\r\n" : "\n";
}
