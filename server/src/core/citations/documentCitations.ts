/** What the citations of a draft mean, and how the draft writes them. */
import type { ClaimsDatabase } from "../claims/database.ts";
import type { Block, BlockContent, Draft } from "../draft/draft.ts";
import type { Source } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { type BibliographyEntry, type BibliographyFile, bibliographyNames, readReferences } from "./bibliography.ts";
import { isNumber, normalizeLabel } from "./keys.ts";
import { type BlockCitations, citesNothing, daysOf, type KeyForm, readCitations } from "./readCitations.ts";
import { SourceIndex } from "./sourceIndex.ts";

/** A work that the draft's `references` or a bibliography defines. */
export interface DefinedWork {
	readonly entry: BibliographyEntry;
	/** null for the front matter. */
	readonly file: BibliographyFile | null;
	/** The sources of the claims database that it is. */
	readonly sources: readonly Source[];
}

/** A footnote's definition. */
export interface DefinedFootnote {
	/** As it is written. */
	readonly label: string;
	/** The block that it stands in, and where in it. */
	readonly content: BlockContent;
	readonly start: number;
	/** The sources of the claims database that its text names. */
	readonly sources: readonly Source[];
	/** Its text; "" while it is empty. */
	readonly text: string;
}

/** What a key stands for. */
export interface Meaning {
	readonly source: Source | null;
	readonly work: DefinedWork | null;
	readonly footnote: DefinedFootnote | null;
	/** All sources of the claims database that are cited by it. */
	readonly sources: readonly Source[];
}

/** How a draft writes its citations: what is added to it is written the same way. */
export interface CitationStyle {
	readonly form: "footnote" | "bracket";
	/** Whether citations stand before the stop of their sentence. */
	readonly beforeStop: boolean;
	/** The label of the next footnote where they are numbered; null where they are named. */
	readonly nextNumber: number | null;
	/** Footnotes are defined together at the end, or each near its reference. */
	readonly place: "end" | "near";
	/** Whether a blank line stands between two definitions. */
	readonly between: "tight" | "loose";
	readonly lineEnd: "\n" | "\r\n";
}

const noSources: readonly Source[] = [];

/** A draft's citations, for as long as nothing that they mean changes. */
export class DocumentCitations {
	/** Stands for everything here: kept findings are thrown away when it changes. */
	readonly id: string;
	readonly index: SourceIndex;
	readonly footnotes: ReadonlyMap<string, DefinedFootnote>;
	readonly works: ReadonlyMap<string, DefinedWork>;
	/** The sources that reference links lead to, by label. */
	readonly links: ReadonlyMap<string, { readonly target: string; readonly sources: readonly Source[] }>;
	/** False where a bibliography that the draft names cannot be read: nobody knows which keys it defines. */
	readonly isComplete: boolean;
	/** Whether the draft cites sources at all: it names a bibliography, or cites a source of the claims database. */
	readonly citesSources: boolean;
	/** The sources that a sentence names for all figures of the draft. */
	readonly blanket: readonly Source[];
	readonly style: CitationStyle;
	private knownLabels: Map<string, string> | null = null;
	private knownWorks: Map<string, string> | null = null;

	constructor(facts: Facts, id: string) {
		this.id = id;
		this.index = facts.index;
		this.footnotes = facts.footnotes;
		this.works = facts.works;
		this.links = facts.links;
		this.isComplete = facts.isComplete;
		this.citesSources = facts.citesSources;
		this.blanket = facts.blanket;
		this.style = facts.style;
	}

	/** The label of the footnote that cites a source, by the source's key; the first where there are several. */
	get labels(): ReadonlyMap<string, string> {
		if (!this.knownLabels) {
			this.knownLabels = new Map();
			for (const { label, sources } of this.footnotes.values()) {
				for (const key of [...sources.map((source) => source.key), this.index.byKey(label)?.key ?? label]) {
					this.knownLabels.set(key, this.knownLabels.get(key) ?? label);
				}
			}
		}
		return this.knownLabels;
	}

	/** The key of the work that a source is, by the source's own. */
	get workKeys(): ReadonlyMap<string, string> {
		if (!this.knownWorks) {
			this.knownWorks = new Map();
			for (const [key, { sources }] of this.works) {
				for (const source of sources) {
					this.knownWorks.set(source.key, this.knownWorks.get(source.key) ?? key);
				}
			}
		}
		return this.knownWorks;
	}

	/** What a key stands for, or null where neither the claims database nor the document defines it. */
	meaningOf(key: string): Meaning | null {
		const source = this.index.byKey(key);
		const work = this.works.get(key) ?? null;
		const footnote = this.footnotes.get(normalizeLabel(key)) ?? null;
		if (!source && !work && !footnote) {
			return null;
		}
		const sources = [...new Set([...(source ? [source] : []), ...(work?.sources ?? []), ...(footnote?.sources ?? [])])];
		return { source, work, footnote, sources };
	}
}

interface Facts {
	readonly index: SourceIndex;
	readonly footnotes: ReadonlyMap<string, DefinedFootnote>;
	readonly works: ReadonlyMap<string, DefinedWork>;
	readonly links: ReadonlyMap<string, { readonly target: string; readonly sources: readonly Source[] }>;
	readonly isComplete: boolean;
	readonly citesSources: boolean;
	readonly blanket: readonly Source[];
	readonly style: CitationStyle;
}

/** What one block adds. */
interface Summary {
	/** Whether the block is nothing but the definition of a footnote. */
	readonly isDefinition: boolean;
	readonly citations: BlockCitations;
	readonly footnotes: readonly DefinedFootnote[];
	/** Keys that are cited beside the text of the report, not in definitions; with the form. */
	readonly keys: readonly { readonly form: KeyForm; readonly key: string }[];
	/** Sources that are linked to or named in brackets beside a figure. */
	readonly named: readonly Source[];
	readonly blanketKeys: readonly string[];
	readonly blanketSources: readonly Source[];
	readonly headingKeys: readonly string[];
	/** How many citations stand before and behind the stop of their sentence. */
	readonly before: number;
	readonly behind: number;
	/** Stands for all that it adds; null where it defines a footnote, whose place matters too. */
	readonly said: string | null;
}

const stops = /[.。!！?？;；]/;

/** Reads a draft's citations again and again while it is edited: blocks that have not changed are not read again. */
export class CitationReader {
	private index: SourceIndex = new SourceIndex([]);
	private version: string | null = null;
	/** null for blocks that add nothing. */
	private summaries = new WeakMap<BlockContent, Summary | null>();
	private last: {
		readonly summaries: readonly Summary[];
		readonly frontMatter: Draft["frontMatter"];
		readonly files: readonly BibliographyFile[];
		readonly shape: string;
		readonly citations: DocumentCitations;
	} | null = null;
	private lastFacts = "";
	private number = 0;

	/** @param files the bibliographies that the front matter names, and those of the settings */
	read(draft: Draft, database: ClaimsDatabase, files: readonly BibliographyFile[]): DocumentCitations {
		if (this.version !== database.version) {
			this.version = database.version;
			this.index = indexOf(database.sources);
			this.summaries = new WeakMap();
			this.last = null;
		}
		const summaries = this.summarise(draft);
		const place = placeOf(draft, summaries);
		const shape = `${place.place} ${place.between}`;
		const { last } = this;
		if (
			last &&
			last.frontMatter === draft.frontMatter &&
			last.files === files &&
			last.shape === shape &&
			last.summaries.length === summaries.length &&
			last.summaries.every((summary, index) => isSame(summary, summaries[index]))
		) {
			return last.citations;
		}
		const facts = this.merge(draft, summaries, files, place);
		// Of a definition, its place does not matter to anybody who keeps findings.
		const said = JSON.stringify([
			database.version,
			[...facts.footnotes].map(([label, { sources }]) => [label, keysOf(sources)]),
			[...facts.works].map(([key, { sources }]) => [key, keysOf(sources)]),
			[...facts.links].map(([label, { target, sources }]) => [label, target, keysOf(sources)]),
			facts.isComplete,
			facts.citesSources,
			keysOf(facts.blanket),
			facts.style,
			summaries.flatMap(({ headingKeys }) => headingKeys),
		]);
		if (said !== this.lastFacts) {
			this.lastFacts = said;
			this.number += 1;
		}
		const citations = new DocumentCitations(facts, String(this.number));
		this.last = { summaries, frontMatter: draft.frontMatter, files, shape, citations };
		return citations;
	}

	private summarise(draft: Draft): Summary[] {
		const found: Summary[] = [];
		for (const { content } of draft.blocks) {
			let summary = this.summaries.get(content);
			if (summary === undefined) {
				const citations = readCitations(content);
				summary = citesNothing(citations) ? null : summaryOf(content, citations, this.index);
				this.summaries.set(content, summary);
			}
			if (summary) {
				found.push(summary);
			}
		}
		return found;
	}

	private merge(
		draft: Draft,
		summaries: readonly Summary[],
		files: readonly BibliographyFile[],
		place: Pick<CitationStyle, "place" | "between">,
	): Facts {
		const { index } = this;
		const footnotes = new Map<string, DefinedFootnote>();
		const links = new Map<string, { readonly target: string; readonly sources: readonly Source[] }>();
		for (const summary of summaries) {
			for (const footnote of summary.footnotes) {
				const label = normalizeLabel(footnote.label);
				if (!footnotes.has(label)) {
					footnotes.set(label, footnote);
				}
			}
			for (const { label, target } of summary.citations.links) {
				if (!links.has(label)) {
					links.set(label, { target, sources: index.byTarget(target) });
				}
			}
		}
		const references = readReferences(referencesOf(draft));
		const works = worksOf(references, files, index);
		const facts = {
			index,
			footnotes,
			works,
			links,
			isComplete: files.every(({ problem }) => problem === null),
			style: { ...place, ...styleOf(draft, summaries, footnotes, works.size > 0 || files.length > 0) },
		};
		const meanings = new DocumentCitations({ ...facts, citesSources: false, blanket: [] }, "");
		const cites = (key: string): boolean => (meanings.meaningOf(key)?.sources.length ?? 0) > 0;
		const blanket = new Set<Source>(summaries.flatMap(({ blanketSources }) => blanketSources));
		for (const key of summaries.flatMap(({ blanketKeys }) => blanketKeys)) {
			for (const source of meanings.meaningOf(key)?.sources ?? noSources) {
				blanket.add(source);
			}
		}
		const citesSources =
			references.length > 0 ||
			bibliographyNames(draft.frontMatter.raw).length > 0 ||
			files.length > 0 ||
			summaries.some(({ keys, named }) => named.length > 0 || keys.some(({ key }) => cites(key)));
		return { ...facts, citesSources, blanket: [...blanket] };
	}
}

function isSame(one: Summary, other: Summary | undefined): boolean {
	return one === other || (one.said !== null && one.said === other?.said);
}

const indexOf = oncePer((sources: readonly Source[]) => new SourceIndex(sources));

function keysOf(sources: readonly Source[]): string[] {
	return sources.map(({ key }) => key);
}

function referencesOf({ frontMatter }: Draft): unknown {
	return Object.entries(frontMatter.raw).find(([key]) => key.toLowerCase() === "references")?.[1];
}

/** The front matter goes before files, and the first file before others, as in Pandoc. */
function worksOf(
	references: readonly BibliographyEntry[],
	files: readonly BibliographyFile[],
	index: SourceIndex,
): ReadonlyMap<string, DefinedWork> {
	const works = new Map<string, DefinedWork>();
	for (const [file, entries] of [[null, references] as const, ...files.map((one) => [one, one.entries] as const)]) {
		for (const entry of entries) {
			if (!works.has(entry.key)) {
				works.set(entry.key, { entry, file, sources: sourcesOf(entry, index) });
			}
		}
	}
	return works;
}

function sourcesOf({ key, url, doi, title }: BibliographyEntry, index: SourceIndex): readonly Source[] {
	const source = index.byKey(key);
	if (source) {
		return [source];
	}
	for (const target of [url, doi]) {
		const found = target === "" ? noSources : index.byTarget(target);
		if (found.length > 0) {
			return found;
		}
	}
	return title === "" ? noSources : index.byTitle(title);
}

function summaryOf(content: BlockContent, citations: BlockCitations, index: SourceIndex): Summary {
	const keys: { form: KeyForm; key: string }[] = [];
	const named = new Set<Source>();
	const blanketKeys: string[] = [];
	const blanketSources = new Set<Source>();
	const headingKeys: string[] = [];
	let before = 0;
	let behind = 0;
	for (const [at, found] of citations.passages.entries()) {
		const passage = content.passages[at];
		if (!found || !passage || passage.footnote !== null) {
			continue;
		}
		keys.push(...found.keys);
		if (passage.kind === "heading") {
			headingKeys.push(...found.keys.map(({ key }) => key), ...found.targets);
		}
		for (const { form, span } of found.keys) {
			if (form !== "narrative") {
				before += stops.test(characterBehind(content.text, span.end)) ? 1 : 0;
				behind += stops.test(characterBefore(content.text, span.start)) ? 1 : 0;
			}
		}
		if (found.isBlanket || passage.figures.some((figure) => figure.checkworthy)) {
			const sources = [
				...found.targets.flatMap((target) => index.byTarget(target)),
				...found.remarks.flatMap((remark) => index.inRemark(remark)),
			];
			for (const source of sources) {
				named.add(source);
			}
			if (found.isBlanket) {
				blanketKeys.push(...found.keys.map(({ key }) => key));
				for (const source of [...sources, ...index.inReference(passage.text, [], daysOf(passage))]) {
					blanketSources.add(source);
				}
			}
		}
	}
	const footnotes = footnotesOf(content, citations, index);
	const said = [
		keys.map(({ form, key }) => [form, key]),
		citations.links.map(({ label, target }) => [label, target]),
		[named, blanketSources].map((sources) => [...sources].map(({ key }) => key)),
		[blanketKeys, headingKeys],
		[before, behind],
	];
	return {
		isDefinition: isDefinition(content),
		citations,
		footnotes,
		keys,
		named: [...named],
		blanketKeys,
		blanketSources: [...blanketSources],
		headingKeys,
		before,
		behind,
		said: footnotes.length > 0 ? null : JSON.stringify(said),
	};
}

function footnotesOf(content: BlockContent, { footnotes, passages }: BlockCitations, index: SourceIndex): DefinedFootnote[] {
	return footnotes.map(({ label, start, passages: own }) => {
		const texts = own.flatMap((at) => content.passages[at] ?? []);
		const text = texts.map((passage) => passage.text).join(" ");
		const targets = own.flatMap((at) => passages[at]?.targets ?? []);
		const days = texts.flatMap(daysOf);
		return { label, content, start, text, sources: index.inReference(text, targets, days) };
	});
}

function characterBehind(text: string, end: number): string {
	return text.charAt(end);
}

/** No sentence has more citations in a row. */
const mostTogether = 8;

/** The character before a citation, or before those that stand right before it. */
function characterBefore(text: string, start: number): string {
	let at = start;
	for (let passed = 0; passed < mostTogether && text[at - 1] === "]"; passed++) {
		const open = text.lastIndexOf("[", at - 2);
		if (open < 0 || at - open > 200 || !/[@^]/.test(text.charAt(open + 1))) {
			break;
		}
		at = open;
	}
	return text.charAt(at - 1) === " " ? text.charAt(at - 2) : text.charAt(at - 1);
}

function styleOf(
	draft: Draft,
	summaries: readonly Summary[],
	footnotes: ReadonlyMap<string, DefinedFootnote>,
	hasWorks: boolean,
): Omit<CitationStyle, "place" | "between"> {
	let calls = 0;
	let brackets = 0;
	let before = 0;
	let behind = 0;
	let last = 0;
	let numbered = 0;
	let labels = 0;
	const note = (label: string): void => {
		labels += 1;
		if (isNumber(label)) {
			numbered += 1;
			last = Math.max(last, Number(label));
		}
	};
	for (const summary of summaries) {
		before += summary.before;
		behind += summary.behind;
		for (const { form, key } of summary.keys) {
			calls += form === "footnote" ? 1 : 0;
			brackets += form === "bracket" ? 1 : 0;
			if (form === "footnote") {
				note(key);
			}
		}
	}
	for (const { label } of footnotes.values()) {
		note(label);
	}
	return {
		form: brackets > calls || (hasWorks && calls === 0) ? "bracket" : "footnote",
		beforeStop: before > behind || (before === behind && brackets > calls),
		nextNumber: numbered * 2 > labels ? last + 1 : null,
		lineEnd: draft.text.includes("\r\n") ? "\r\n" : "\n",
	};
}

/** Whether a block is nothing but the definition of a footnote. */
const isDefinition = oncePer(
	(content: BlockContent): boolean =>
		content.text.startsWith("[^") &&
		readCitations(content).footnotes.length > 0 &&
		content.passages.every((one) => one.footnote !== null),
);

/** The definitions at the end of a draft: the last block of them, and what stands between the last two. */
function trailing(draft: Draft): { readonly last: Block | null; readonly between: string | null; readonly count: number } {
	let last: Block | null = null;
	let next: Block | null = null;
	let between: string | null = null;
	let count = 0;
	for (let at = draft.blocks.length - 1; at >= 0; at -= 1) {
		const block = draft.blocks[at] as Block;
		if (isDefinition(block.content)) {
			last ??= block;
			if (next && between === null) {
				between = draft.text.slice(block.start + block.content.text.length, next.start);
			}
			next = block;
			count += 1;
		} else if (block.content.passages.length > 0) {
			break;
		}
	}
	return { last, between, count };
}

function placeOf(draft: Draft, summaries: readonly Summary[]): Pick<CitationStyle, "place" | "between"> {
	const { between, count } = trailing(draft);
	let all = 0;
	for (const { isDefinition: isOne } of summaries) {
		all += isOne ? 1 : 0;
	}
	// One alone is set apart from the text, and says nothing about two.
	const isLoose = between === null ? count === 0 : /\n[ \t]*\r?\n/.test(between);
	return { place: count * 2 >= all ? "end" : "near", between: isLoose ? "loose" : "tight" };
}

/** Where the next footnote is defined: behind the definitions at the end, else at the end of the draft. */
export const definitionPlace = oncePer((draft: Draft): { readonly offset: number; readonly isFirst: boolean } => {
	const { last } = trailing(draft);
	const block = last ?? draft.blocks.findLast(({ content }) => content.text.trim() !== "");
	const offset = block ? block.start + block.content.text.trimEnd().length : draft.text.trimEnd().length;
	return { offset, isFirst: last === null };
});
