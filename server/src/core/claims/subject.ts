/**
 * What a figure is about: its entity, measure, period and kind, from its clause, then its sentence, table headers, section
 * and document. Drafts and sources are read by the same code.
 */

import { relativeParts } from "../../../data/figures/periods.ts";
import {
	achievedWords,
	asOfWords,
	cumulativeWords,
	levelWords,
	type MeasureEntry,
	presentWords,
	singlePeriodWords,
	standingWords,
	targetWords,
	totalWords,
	wishWords,
} from "../../../data/glossary.ts";
import { findPairs } from "../conversion/pairs.ts";
import type { CellPosition, Passage } from "../draft/draft.ts";
import { resolveRelative } from "../figures/dates.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { ClaimKind, Figure, Period, Qualifier, Span } from "../model.ts";
import { fold } from "../text/fold.ts";
import { basesOf } from "./bases.ts";
import { areKindred, countedUnit, isFraction, isOpenUnit } from "./compare.ts";
import { dimensionOf } from "./dimension.ts";
import type { Subject } from "./evidence.ts";
import type { EntityMention, Glossary, Mentions } from "./glossary.ts";
import { type Respective, readRespective } from "./respective.ts";
import { contextWords } from "./words.ts";

/** What the document says of itself. */
export interface DocumentContext {
	/** The entity that "we" stands for and that a text without a named subject is about; "" for none. */
	readonly entity: string;
	/** The period that figures without one are for; null for none. */
	readonly period: Period | null;
	/** ISO date: what "at present" and "to date" mean. */
	readonly published: string | null;
	/** The year that "this year" means. */
	readonly year: number | null;
}

/** What carries over from one sentence to the next. A plain value, so that it can be part of a cache key. */
export interface Running {
	readonly entity: string;
	readonly period: Period | null;
	/** The entities that the headings above name, with the depths of the headings, outermost first. */
	readonly sections: readonly { readonly depth: number; readonly entity: string }[];
	/** The entities that the section named before, the latest first. */
	readonly recent: readonly string[];
	/** The measures that the heading above, or the question, speaks of. */
	readonly topics: readonly string[];
	/** Whether the heading above or the line that opens the list speaks of aims. */
	readonly aims: boolean;
}

export const nothingRunning: Running = { entity: "", period: null, sections: [], recent: [], topics: [], aims: false };

/** How many entities of a section are remembered: a figure behind them can be any one's. */
const mostRecent = 4;

interface Zone extends Span {
	/** Whether a figure that makes a statement stands in it. */
	readonly stated: boolean;
	/** The clause with the figure, without the neighbours that were added. */
	readonly core: Span;
}

/**
 * Reads the subjects of a passage's figures (in their order) and what carries over to the next passage.
 * @param row for a table cell, all cells of its row: they say whose figure it is, of what and when.
 */
function readSubjects(
	passage: Passage,
	running: Running,
	document: DocumentContext,
	glossary: Glossary,
	row: readonly Passage[] = [],
	header: Passage | undefined = undefined,
	corner: Passage | undefined = undefined,
): { readonly subjects: readonly Subject[]; readonly after: Running } {
	if (passage.figures.length === 0) {
		return { subjects: [], after: entityOfHeading(passage, running, document, glossary) };
	}
	const reader = new PassageReader(passage, document, glossary, row, header, corner);
	return reader.read(running);
}

/** Reads the subjects of every passage of a block: cells with the other cells of their row. */
export function readBlockSubjects(
	passages: readonly Passage[],
	running: Running,
	document: DocumentContext,
	glossary: Glossary,
): { readonly subjects: readonly (readonly Subject[])[]; readonly after: Running } {
	const rows = new Map<string, Passage[]>();
	const headers = new Map<string, Passage>();
	for (const passage of passages) {
		if (passage.cell) {
			const key = `${passage.cell.table}:${passage.cell.row}`;
			const cells = rows.get(key);
			if (cells) {
				cells.push(passage);
			} else {
				rows.set(key, [passage]);
			}
			if (passage.cell.row === 0) {
				headers.set(`${passage.cell.table}:${passage.cell.column}`, passage);
			}
		}
	}
	let after = running;
	const subjects = passages.map((passage) => {
		const row = passage.cell ? (rows.get(`${passage.cell.table}:${passage.cell.row}`) ?? []) : [];
		const header = passage.cell ? headers.get(`${passage.cell.table}:${passage.cell.column}`) : undefined;
		const corner = passage.cell ? headers.get(`${passage.cell.table}:0`) : undefined;
		const read = readSubjects(passage, after, document, glossary, row, header, corner);
		after = read.after;
		return read.subjects;
	});
	return { subjects, after };
}

function entityOfHeading(passage: Passage, running: Running, document: DocumentContext, glossary: Glossary): Running {
	if (passage.kind === "heading") {
		const named = glossary.scan(passage.text).entities.find((mention) => !mention.self);
		const above = running.sections.filter((section) => section.depth < passage.depth);
		const sections = named ? [...above, { depth: passage.depth, entity: named.entity }] : above;
		const topics = glossary.measuresIn(glossary.scan(passage.text).terms);
		return {
			entity: sections.at(-1)?.entity ?? "",
			period: document.period,
			sections,
			recent: [],
			topics,
			aims: speaksOfAims(passage.text),
		};
	}
	if (passage.kind === "cell" || passage.text === "") {
		return running;
	}
	const { entities, terms } = glossary.scan(passage.text);
	const last = entities.at(-1);
	const topics = glossary.measuresIn(terms);
	const now = { ...running, topics: topics.length > 0 ? topics : running.topics, aims: aimsAfter(passage, running) };
	return last ? turnTo(now, last.self ? speaker(now, document, glossary) : last.entity, document, glossary) : now;
}

/**
 * Whom "we" stands for: the organisation that the section is about, else the document's. A product speaks of nobody as "we": below
 * its heading that is still the organisation whose product it is.
 */
function speaker(now: Running, document: DocumentContext, glossary: Glossary): string {
	const section = now.sections.at(-1)?.entity ?? "";
	if (section === "" || section === document.entity || glossary.isPartOf(section, document.entity)) {
		return document.entity;
	}
	let whole = section;
	for (let entry = glossary.entities.get(section); entry?.partOf; entry = glossary.entities.get(entry.partOf)) {
		whole = entry.partOf;
	}
	return whole;
}

/** Another organisation's figures begin: the period of the one before is not theirs. */
function turnTo(now: Running, entity: string, document: DocumentContext, glossary: Glossary): Running {
	const stays = now.entity === "" || now.entity === entity || glossary.related(now.entity, entity);
	return { ...now, entity, period: stays ? now.period : document.period, recent: remember(now, entity) };
}

function remember({ recent }: Running, entity: string): readonly string[] {
	return entity === "" || recent[0] === entity
		? recent
		: [entity, ...recent.filter((one) => one !== entity)].slice(0, mostRecent);
}

/** No sentence that people read is longer; what goes on beyond it is a list, and its far ends have nothing to do with one another. */
const longestSentence = 2000;

/** A word that far from a figure says nothing of it. */
const farthestHit = 600;
/** Nor one with so many clauses and other figures in between. */
const farthestClause = 12;

/** The index of the first of some spans, in order, that ends behind `offset`. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spans[middle] as Span).end > offset) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}

/** Sentences, overlong ones cut at commas, so that each figure is read against a bounded stretch of text. */
function bounded(sentences: readonly Span[], text: string): readonly Span[] {
	if (sentences.every(({ start, end }) => end - start <= longestSentence)) {
		return sentences;
	}
	return sentences.flatMap(({ start, end }) => {
		const parts: Span[] = [];
		let from = start;
		while (end - from > longestSentence) {
			const reach = text.slice(from + longestSentence / 2, from + longestSentence);
			const comma = Math.max(...[", ", "，", "、", "；", "; "].map((mark) => reach.lastIndexOf(mark)));
			const to = from + longestSentence / 2 + (comma < 0 ? reach.length : comma + 1);
			parts.push({ start: from, end: to });
			from = to;
		}
		return [...parts, { start: from, end }];
	});
}

class PassageReader {
	private readonly passage: Passage;
	private readonly document: DocumentContext;
	private readonly glossary: Glossary;
	private readonly mentions: Mentions;
	private readonly text: string;
	private readonly row: readonly Passage[];
	/** The cell that heads a cell's column, and the table's first cell: "Ant Group, 2022" over everything. */
	private readonly header: Passage | undefined;
	private readonly corner: Passage | undefined;
	/** Where a cell stands whose headers say what it is about; null for a cell that holds a sentence, which says so itself. */
	private readonly cell: CellPosition | null;
	/** The counts read so far, with what each is of. */
	private readonly wholes: (Span & { readonly measure: MeasureEntry })[] = [];
	private inSentence: readonly Figure[] = [];
	private readonly dates: readonly Figure[];
	/** The figures of the sentence that is read that state something. */
	private stating: readonly Figure[] = [];
	/** What its figures are about where it gives several for several things in one order. */
	private respective: ReadonlyMap<Figure, Respective> = new Map();
	/** How near its farthest word is, for each measure that was found last. */
	private readonly farthest = new Map<MeasureEntry, number>();
	/** By where the sentence begins. */
	private readonly topics = new Map<number, readonly string[]>();
	/** From the second figure of a pair to its first. */
	private readonly pairs: ReadonlyMap<number, number>;
	private readonly paired: ReadonlySet<Figure>;
	/** The values that others are compared with. */
	private readonly bases: ReadonlySet<Figure>;

	constructor(
		passage: Passage,
		document: DocumentContext,
		glossary: Glossary,
		row: readonly Passage[],
		header: Passage | undefined,
		corner: Passage | undefined,
	) {
		this.row = row;
		this.header = header;
		this.corner = corner;
		this.cell = passage.cell && !holdsSentence(passage) ? passage.cell : null;
		const pairs = findPairs(passage.text, passage.figures);
		this.pairs = new Map(pairs.map((pair) => [pair.secondIndex, pair.firstIndex]));
		this.paired = new Set(pairs.flatMap((pair) => [pair.first, pair.second]));
		this.passage = passage;
		this.document = document;
		this.glossary = glossary;
		this.text = passage.text;
		this.mentions = glossary.scan(passage.text);
		this.dates = passage.figures.filter(({ kind }) => kind === "date" || kind === "period");
		this.bases = basesOf(passage, passage.figures.filter(isStatement));
	}

	read(running: Running): { subjects: Subject[]; after: Running } {
		const subjects: Subject[] = [];
		let now = this.passage.kind === "heading" ? entityOfHeading(this.passage, running, this.document, this.glossary) : running;
		let sentenceIndex = 0;
		let zones: Zone[] = [];
		let zoned = -1;
		const sentences = bounded(
			this.passage.sentences.length > 0 ? this.passage.sentences : [{ start: 0, end: this.text.length }],
			this.text,
		);
		for (const [index, figure] of this.passage.figures.entries()) {
			while (sentenceIndex < sentences.length - 1 && figure.start >= (sentences[sentenceIndex] as Span).end) {
				now = this.afterSentence(sentences[sentenceIndex] as Span, now);
				sentenceIndex += 1;
			}
			const sentence = sentences[sentenceIndex] as Span;
			if (zoned !== sentenceIndex) {
				this.inSentence = this.figuresIn(sentence, index);
				this.stating = this.inSentence.filter(isStatement);
				this.respective = readRespective(
					this.text,
					sentence,
					this.stating.filter((one) => !this.isBracketed(one)),
				);
				zones = this.zonesOf(sentence);
				zoned = sentenceIndex;
			}
			if (!isStatement(figure)) {
				subjects.push(noSubject);
				continue;
			}
			// The second of a pair ("RMB 20.46 billion (about US$2.89 billion)") is about what the first is about.
			const twin = subjects[this.pairs.get(index) ?? -1];
			const subject = twin && twin !== noSubject ? twin : this.subjectOf(figure, sentence, zones, now);
			subjects.push(subject);
			const entity = subject.entities[0] ?? "";
			now = {
				...now,
				// What only the document's own entity answers for leaves the floor open.
				entity: entity === "" || (now.entity === "" && entity === this.document.entity) ? now.entity : entity,
				recent: subject.entityStated ? remember(now, entity) : now.recent,
				period: subject.kind === "target" || this.bases.has(figure) ? now.period : (subject.period ?? now.period),
			};
		}
		for (; sentenceIndex < sentences.length; sentenceIndex += 1) {
			now = this.afterSentence(sentences[sentenceIndex] as Span, now);
		}
		// A table cell's subject is its own: the next cell does not go on from it.
		return { subjects, after: this.passage.kind === "cell" ? running : { ...now, aims: aimsAfter(this.passage, now) } };
	}

	/** @param from the passage's first figure that can be in the sentence */
	private figuresIn(sentence: Span, from: number): Figure[] {
		const found: Figure[] = [];
		for (let index = from; index < this.passage.figures.length; index += 1) {
			const figure = this.passage.figures[index] as Figure;
			if (figure.start >= sentence.end) {
				break;
			}
			found.push(figure);
		}
		return found;
	}

	private isBracketed(figure: Figure): boolean {
		return /[（(][^（()）]{0,8}$/.test(this.text.slice(Math.max(0, figure.start - 10), figure.start));
	}

	/** A sentence that names an entity passes it on, with or without figures. */
	private afterSentence(sentence: Span, now: Running): Running {
		let last: EntityMention | undefined;
		for (const mention of this.mentions.entities) {
			if (mention.start >= sentence.start && mention.end <= sentence.end) {
				// The organisation that a sentence begins with stays its subject, whatever is named on the way.
				last ??= mention;
			}
		}
		if (!last) {
			return now;
		}
		const entity = last.self ? speaker(now, this.document, this.glossary) : last.entity;
		// A product named inside keeps the floor over its parent ("我行 …，“微业贷” …。年营业收入…").
		if (this.glossary.isPartOf(now.entity, entity) && this.figureIn(sentence)) {
			return now;
		}
		return turnTo(now, entity, this.document, this.glossary);
	}

	private figureIn(sentence: Span): boolean {
		return this.passage.figures.some(
			(figure) => isStatement(figure) && figure.start >= sentence.start && figure.end <= sentence.end,
		);
	}

	private subjectOf(figure: Figure, sentence: Span, zones: readonly Zone[], now: Running): Subject {
		const zone = zones.find((one) => figure.start >= one.start && figure.start < one.end) ?? {
			...sentence,
			stated: true,
			core: sentence,
		};
		const whole = this.wholeBehind(figure, sentence, zones) ?? this.wholeOf(figure, sentence);
		const measures = this.measuresOf(figure, sentence, zones, fits).filter((measure) => measure !== whole);
		const measureStated =
			measures[0] !== undefined && (this.farthest.get(measures[0]) ?? 0) >= (this.paired.has(figure) ? pairEnough : nearEnough);
		if (figure.kind === "count" && measures[0]) {
			this.wholes.push({ start: figure.start, end: figure.end, measure: measures[0] });
		}
		const stated = this.kindOf(figure, zone, sentence, measures[0]);
		const { period, periodStated, since, asOf } = this.periodOf(figure, zone, zones, sentence, now, stated, measures[0]);
		const { entities, stated: entityStated } = this.entitiesOf(figure, sentence, now);
		return {
			entities,
			entityStated,
			forEach: this.isForEach(figure),
			inOrder: this.respective.has(figure),
			sharedQualifier: this.respective.get(figure)?.qualifier ?? null,
			aims: now.aims,
			joinedQualifier: this.joinedQualifier(figure),
			increase: increasePattern.test(fold(this.text.slice(Math.max(0, figure.start - 6), figure.start)).text),
			level: asOf === true || hasWord(this.folded(zone), levelWords),
			measures: measures.map((measure) => measure.id),
			measureStated,
			misfits: measures.length > 0 ? [] : this.measuresOf(figure, sentence, zones, couldBe).map((measure) => measure.id),
			topics: this.topicsOf(sentence, now),
			words: this.wordsOf(figure, sentence, zone),
			period,
			periodStated,
			// What is counted from a year on is a running total, said or not.
			kind: since && (stated === "flow" || stated === "count" || stated === null) ? "cumulative" : stated,
		};
	}

	/** The bound of the figure that this one is joined to: "passed 4,000 institutions and 90,000 individuals"; null for none. */
	private joinedQualifier(figure: Figure): Qualifier | null {
		const earlier = this.stating[this.stating.indexOf(figure) - 1];
		const between = earlier ? fold(this.text.slice(earlier.end, figure.start)).text : "";
		return earlier && between.length <= longestJoin && joinPattern.test(between) ? earlier.qualifier : null;
	}

	/** The measures that the text around a sentence speaks of, whosever figures they are. */
	private topicsOf(sentence: Span, now: Running): readonly string[] {
		let found = this.topics.get(sentence.start);
		if (!found) {
			const before = this.passage.sentences.filter((one) => one.end <= sentence.start).at(-1) ?? sentence;
			const terms = this.cell
				? this.glossary.scan(`${this.headerText()} | ${this.corner?.text ?? ""}`).terms
				: this.mentions.terms.filter((one) => one.start >= before.start && one.end <= sentence.end);
			found = distinct([...this.glossary.measuresIn(terms), ...now.topics]);
			this.topics.set(sentence.start, found);
		}
		return found;
	}

	/** The words of the figure's clause; of its sentence where the clause says next to nothing. */
	private wordsOf(figure: Figure, sentence: Span, zone: Zone): string[] {
		if (this.cell) {
			return contextWords(this.headerText());
		}
		const near = this.wordsIn(zone, figure);
		return near.length >= fewestWords ? near : this.wordsIn(sentence, figure);
	}

	/** The words of a stretch without its figures, dates and names, but with what the figure counts. */
	private wordsIn(span: Span, figure: Figure): string[] {
		const without = [...this.inSentence.filter((one) => one.kind !== "identifier"), ...this.mentions.entities].map((one) => ({
			start: one.start - span.start,
			end: one.end - span.start - (one === figure && figure.kind === "count" ? figure.style.suffix.length : 0),
		}));
		return contextWords(
			this.text.slice(span.start, span.end),
			without.filter(({ end, start }) => end > 0 && start < span.end - span.start),
		);
	}

	/** The measure of a count that the figure is a part of: 25家银行中，9家…, "of the 25 banks, 9 …", "the other 16". */
	private wholeOf(figure: Figure, sentence: Span): MeasureEntry | null {
		if (figure.kind !== "count") {
			return null;
		}
		const earlier = this.wholes.filter((one) => one.start >= sentence.start && one.end <= figure.start).at(-1);
		if (!earlier) {
			return null;
		}
		const between = fold(this.text.slice(earlier.end, figure.start)).text.toLowerCase();
		const before = fold(this.text.slice(Math.max(sentence.start, earlier.start - 16), earlier.start)).text.toLowerCase();
		return partPatterns.inside.test(between) || partPatterns.before.test(before) || partPatterns.rest.test(between)
			? earlier.measure
			: null;
	}

	/** The measure of the whole in "nine of the 25 banks". */
	private wholeBehind(figure: Figure, sentence: Span, zones: readonly Zone[]): MeasureEntry | null {
		if (figure.kind !== "count" || !/^ of (?:the |these |those |our )?\d/.test(this.text.slice(figure.end, figure.end + 16))) {
			return null;
		}
		const whole = this.passage.figures.find((one) => one.start > figure.end);
		return whole ? (this.measuresOf(whole, sentence, zones, fits)[0] ?? null) : null;
	}

	/** "226 lunches per school", 每校约226份: one for each of something, not all of them. */
	private isForEach(figure: Figure): boolean {
		if (figure.unit?.includes("/")) {
			return true;
		}
		const after = fold(this.text.slice(figure.end, figure.end + 24)).text.toLowerCase();
		const before = fold(this.text.slice(Math.max(0, figure.start - 28), figure.start)).text.toLowerCase();
		return hasEach(after, before) || (this.cell !== null && hasEach(this.headerText().toLowerCase(), ""));
	}

	/** The text that says what a figure is about: its sentence, or the headers of its cell. */
	private contextText(sentence: Span): string {
		return this.cell ? this.headerText() : this.text.slice(sentence.start, sentence.end);
	}

	/** The headers of a cell and the cells of its row that hold no figures of their own. */
	private headerText(): string {
		const { cell } = this;
		const labels = this.row.filter((one) => one !== this.passage && !one.figures.some(isStatement)).map((one) => one.text);
		return distinct([cell?.rowHeader ?? "", ...labels, cell?.columnHeader ?? ""]).join(" | ");
	}

	/**
	 * Clauses of a sentence, each widened by the neighbours that state nothing, so that "By 2030, we aim for 100 million"
	 * is one zone and "served 86 million, aims for 100 million" is two.
	 */
	private zonesOf(sentence: Span): Zone[] {
		const cuts: number[] = [];
		const slice = this.text.slice(sentence.start, sentence.end);
		for (const match of slice.matchAll(
			/[，；;：（）()]|,(?!\d)|, |: | (?:and|while|but|whereas|against|compared with|up from|bringing|with) |同时|此外|하며|했으며|으며|이며|하고 /g,
		)) {
			// "and" inside a list of things is no border; one between two figures is: decided below by what it parts.
			if (!glossPattern.test(slice.slice(Math.max(0, match.index - 8), match.index + 9))) {
				cuts.push(sentence.start + match.index);
			}
		}
		const parts: Zone[] = [];
		let start = sentence.start;
		for (const end of [...cuts, sentence.end]) {
			if (end > start) {
				const stated = this.passage.figures.some((one) => isStatement(one) && one.start >= start && one.start < end);
				parts.push({ start, end, stated, core: { start, end } });
			}
			start = Math.max(start, end);
		}
		const zones: Zone[] = [];
		let open = sentence.start;
		for (const [index, part] of parts.entries()) {
			const later = parts.slice(index + 1).some((one) => one.stated);
			if (part.stated || !later) {
				const last = zones.at(-1);
				if (!part.stated && last) {
					zones[zones.length - 1] = { ...last, end: part.end };
				} else {
					zones.push({ start: open, end: part.end, stated: part.stated, core: part.core });
				}
				open = part.end;
			}
		}
		return zones;
	}

	private entitiesOf(figure: Figure, sentence: Span, now: Running): { entities: string[]; stated: boolean } {
		const { entities } = this.mentions;
		const name = (mention: EntityMention): string => (mention.self ? speaker(now, this.document, this.glossary) : mention.entity);
		const carried = {
			entities: distinct([now.entity, ...now.recent, speaker(now, this.document, this.glossary)]),
			stated: false,
		};
		if (this.cell) {
			const header =
				this.glossary.scan(this.contextText(sentence)).entities.find((mention) => !mention.self) ??
				this.glossary.scan(this.corner?.text ?? "").entities.find((mention) => !mention.self);
			return header ? { entities: [header.entity], stated: true } : carried;
		}
		const inside = entities.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
		// Names in a list ("微粒贷""微业贷"等) are examples of something, not the subject.
		const listed = new Set<EntityMention>();
		for (let i = 1; i < inside.length; i += 1) {
			const [a, b] = [inside[i - 1] as EntityMention, inside[i] as EntityMention];
			const alike = !this.glossary.related(name(a), name(b));
			if (alike && /^[“”"'‘’「」、,\s《》]*$/.test(this.text.slice(a.end, b.start)) && b.start > a.end) {
				listed.add(a).add(b);
			}
		}
		const named = inside.filter((one) => !listed.has(one));
		const before = named.filter((one) => one.start < figure.end);
		const nearest = before.at(-1);
		const clauseEnd = this.clauseEnd(figure.end, sentence.end);
		const behind = named.find((one) => one.start > figure.end && one.start < clauseEnd);
		// "…'s platform brought out 400 solutions, and 150 institutions use that of …": the clause names a sister of its own.
		const sister =
			nearest &&
			behind &&
			this.glossary.areSisters(name(nearest), name(behind)) &&
			this.stating.some((one) => one.start >= nearest.end && one.end <= figure.start) &&
			/[,，;；]/.test(this.text.slice(nearest.end, figure.start));
		if (sister) {
			return { entities: [name(behind)], stated: true };
		}
		const decisive = nearest ?? named.find((one) => one.start < clauseEnd) ?? (now.entity === "" ? named[0] : undefined);
		if (!decisive) {
			return carried;
		}
		// "WeBank's Weilidai", 我行企业金融: the product is the subject; a whole named after its part is no change of subject.
		const earlier = before.at(-2);
		const kept =
			nearest &&
			earlier &&
			this.glossary.isPartOf(name(earlier), name(nearest)) &&
			(nearest.self || this.isBeside(earlier, nearest));
		// "With MYbank, Ant Group has served 86 million": it is what both have together.
		const together = nearest && earlier && this.isBeside(earlier, nearest) && this.glossary.jointOf(name(earlier), name(nearest));
		const entity = together || name(kept ? earlier : decisive);
		return entity === "" ? carried : { entities: [entity], stated: true };
	}

	/** "Corporate finance at WeBank": close together, with no figure in between. */
	private isBeside(a: Span, b: Span): boolean {
		return (
			b.start - a.end <= 24 && !this.passage.figures.some((one) => isStatement(one) && one.start >= a.end && one.end <= b.start)
		);
	}

	private clauseEnd(from: number, limit: number): number {
		const match = /[，,；;。、]/.exec(this.text.slice(from, limit));
		return match ? from + match.index : limit;
	}

	private measuresOf(
		figure: Figure,
		sentence: Span,
		zones: readonly Zone[],
		suits: (measure: MeasureEntry, figure: Figure) => boolean,
	): MeasureEntry[] {
		const { cell } = this;
		const terms = cell ? this.glossary.scan(this.contextText(sentence)).terms : this.mentions.terms;
		const span = cell ? { start: 0, end: Number.MAX_SAFE_INTEGER } : sentence;
		const nearest = new Map<number, number>();
		for (const hit of terms) {
			if (hit.start >= span.start && hit.end <= span.end) {
				const value = (this.glossary.weights[hit.term] ?? 0) * (cell ? 1 : this.nearness(hit, figure, zones));
				if (value > (nearest.get(hit.term) ?? 0)) {
					nearest.set(hit.term, value);
				}
			}
		}
		const scores = new Map<MeasureEntry, number>();
		this.farthest.clear();
		for (const term of nearest.keys()) {
			for (const wording of this.glossary.wordingsOfTerm[term] ?? []) {
				if (!suits(wording.measure, figure)) {
					continue;
				}
				// A wording is as near as its farthest term: one that is in another clause may belong to another figure.
				let score = 0;
				let farthest = 1;
				for (const slot of wording.slots) {
					let most = 0;
					let near = 0;
					for (const option of slot) {
						const value = nearest.get(option) ?? 0;
						if (value > most) {
							most = value;
							near = value / (this.glossary.weights[option] || 1);
						}
					}
					score += most;
					farthest = Math.min(farthest, near);
				}
				score *= farthest;
				if (score > (scores.get(wording.measure) ?? 0)) {
					scores.set(wording.measure, score);
					this.farthest.set(wording.measure, farthest);
				}
			}
		}
		const ranked = [...scores].sort((a, b) => b[1] - a[1]);
		const first = ranked[0];
		if (!first) {
			return [];
		}
		// A variety says more than the whole that it belongs to, even where the whole is spelled out at greater length.
		const varieties = ranked.filter(([measure, score]) => measure.parent === first[0].id && score >= first[1] * 0.2);
		const top = varieties.length === 1 ? (varieties[0] as [MeasureEntry, number]) : first;
		const close = [
			top[0],
			...ranked.filter(([measure, score]) => measure !== top[0] && score >= top[1] * 0.8).map(([measure]) => measure),
		];
		// Several varieties of one measure at once ("through cloud, customer service and e-contracts"): it is the whole.
		const siblings = close.filter((measure) => measure.parent !== undefined && measure.parent === top[0].parent);
		const whole = siblings.length > 1 ? this.glossary.measures.get(top[0].parent ?? "") : undefined;
		const best = whole ? [whole, ...close.filter((measure) => measure !== whole)] : close;
		// What is half as likely may still be meant where the value says so.
		return [
			...best,
			...ranked.filter(([measure, score]) => score >= top[1] * 0.5 && !best.includes(measure)).map(([measure]) => measure),
		];
	}

	/** From 1 (in the figure itself or beside it) down, by clauses and other figures in between. */
	private nearness(hit: Span, figure: Figure, zones: readonly Zone[]): number {
		// Farther away it could be of many other figures.
		if (hit.start - figure.end > farthestHit || figure.start - hit.end > farthestHit) {
			return 0;
		}
		const noun = { start: figure.start, end: figure.end + 12 };
		const overlaps = hit.start < figure.end && figure.start < hit.end;
		if (overlaps) {
			return 1.6;
		}
		const from = Math.min(hit.end, figure.end);
		const to = Math.max(hit.start, figure.start);
		let distance = 0;
		const respective = this.respective.get(figure);
		if (respective?.others.some((thing) => hit.start < thing.end && thing.start < hit.end)) {
			return 0;
		}
		const ownThing = respective !== undefined && hit.start < respective.own.end && respective.own.start < hit.end;
		if (ownThing) {
			return 1.6;
		}
		const low = Math.min(from, hit.start);
		const high = Math.max(to, hit.end);
		for (let at = firstEndingAfter(this.stating, low); at < this.stating.length; at += 1) {
			const other = this.stating[at] as Figure;
			if (other.start >= high || distance >= farthestClause) {
				break;
			}
			if (other === figure || (respective && this.respective.has(other))) {
				continue;
			}
			if (other.start >= from && other.end <= to) {
				distance += 1;
			} else if (hit.start < other.end && other.start < hit.end) {
				distance += 2;
			}
		}
		for (let at = respective ? zones.length : firstEndingAfter(zones, from - 1); at < zones.length; at += 1) {
			if ((zones[at] as Zone).end > to || distance >= farthestClause) {
				break;
			}
			distance += 1;
		}
		if (distance >= farthestClause) {
			return 0;
		}
		const between = this.text.slice(Math.min(hit.end, figure.end), Math.max(hit.start, figure.start));
		// 国有行5家、股份行6家: the next thing of a list is another figure's.
		if (!respective && /、/.test(between)) {
			distance += 1;
		}
		const beside = hit.start >= figure.end && hit.end <= noun.end && distance === 0;
		// "5 state-owned banks", 国有行5家: what stands beside the number says which.
		const touching =
			(hit.start >= figure.end && hit.start <= figure.end + 1) ||
			(figure.kind === "count" && hit.end <= figure.start && distance === 0 && touchingPattern.test(between));
		return (touching ? 1.8 : beside ? 1.25 : 1) * 0.5 ** distance * (1 - Math.min(0.2, Math.max(0, to - from) / 400));
	}

	private kindOf(figure: Figure, zone: Zone, sentence: Span, measure: MeasureEntry | undefined): ClaimKind | null {
		const around = this.text.slice(zone.start, zone.end);
		const words = fold(this.cell ? this.headerText() : around).text.toLowerCase();
		const aimed = this.cell ? words : fold(this.withoutOthersAims(figure, zone)).text.toLowerCase();
		// The year of another figure's aim is not this one's.
		const year = aimed.length < words.length ? latestYear(aimed) : (this.latestYear(zone) ?? this.latestYear(sentence));
		// A report speaks of the year after its own as well ("by June 2023"): only later years are ahead by themselves.
		const ahead = year === null ? 0 : year - (this.document.year ?? 2025);
		const future = ahead > 0;
		const achieved = hasWord(words, achievedWords);
		// What a clause gives for a year that is far ahead cannot have happened ("2030: net zero").
		const own =
			ahead > 1 &&
			(this.cell
				? latestYear(aimed) === year
				: this.isYearIn(String(year), zone) || (figure.value?.isZero === true && periodInText(figure.text) !== null));
		if (
			(hasWord(aimed, targetWords.hard) && (!achieved || future)) ||
			(ahead > 1 && (!achieved || hasWord(aimed, wishWords)) && (own || hasWord(aimed, targetWords.soft)))
		) {
			return "target";
		}
		if (figure.kind === "percent" || figure.kind === "ratio") {
			return "ratio";
		}
		const usual = measure?.kind ?? (figure.kind === "count" ? "count" : null);
		// "累计发放贷款4.1亿笔，节约纸张30亿张": the word at the beginning holds for what follows.
		const before = fold(this.text.slice(sentence.start, figure.start)).text.toLowerCase();
		const running =
			hasWord(words, cumulativeWords) ||
			(usual === "flow" && hasWord(words, totalWords)) ||
			(usual !== "stock" && usual !== "ratio" && hasWord(before, cumulativeWords));
		return running && !hasWord(words, singlePeriodWords) && !hasWord(before, singlePeriodWords) ? "cumulative" : usual;
	}

	/** The zone without what says that another figure of it is a target: "8,600, which is 86% of the target of 10,000". */
	private withoutOthersAims(figure: Figure, zone: Zone): string {
		let text = "";
		let from = zone.start;
		for (const other of this.stating) {
			if (
				other !== figure &&
				(other.value?.toNumber() ?? 0) > 10 &&
				other.start >= zone.start &&
				other.end <= zone.end &&
				this.stating.length > 1
			) {
				const start = Math.max(from, other.start - aimReach, figure.end <= other.start ? figure.end : 0);
				text += this.text.slice(from, start);
				from = Math.max(from, other.end);
			}
		}
		return text + this.text.slice(from, zone.end);
	}

	private isYearIn(year: string, zone: Span): boolean {
		return this.passage.figures.some(
			(one) => one.start >= zone.start && one.end <= zone.end && one.period?.end?.slice(0, 4) === year,
		);
	}

	private latestYear(span: Span): number | null {
		return latestYear(this.text.slice(span.start, span.end));
	}

	private periodOf(
		figure: Figure,
		zone: Zone,
		zones: readonly Zone[],
		sentence: Span,
		now: Running,
		kind: ClaimKind | null,
		measure: MeasureEntry | undefined,
	): { period: Period | null; periodStated: boolean; since: boolean; asOf?: boolean } {
		const stated = this.statedPeriodOf(figure, zone, zones, sentence, kind, measure);
		if (stated) {
			return { ...stated, periodStated: true };
		}
		// "At present" is a day between the claim's and the publication: it is compared, but never a mistake.
		const present = hasWord(this.folded(zone), presentWords) || hasWord(this.folded(sentence), presentWords);
		if (present && kind !== "target") {
			return { period: { start: null, end: this.presentEnd() }, periodStated: false, since: false };
		}
		const carried = kind === "target" ? null : (now.period ?? this.document.period);
		return { period: shaped(carried, kind, measure), periodStated: false, since: false };
	}

	/** What the sentence or the cell's headers say; null where they say nothing. */
	private statedPeriodOf(
		figure: Figure,
		zone: Zone,
		zones: readonly Zone[],
		sentence: Span,
		kind: ClaimKind | null,
		measure: MeasureEntry | undefined,
	): { period: Period; since: boolean; asOf?: boolean } | null {
		const plain = (period: Period | null): { period: Period; since: boolean } | null =>
			period ? { period, since: false } : null;
		if (this.cell) {
			return plain(
				shaped(
					this.periodOfRow() ?? periodOfCell(this.header) ?? periodInText(this.headerText()) ?? periodOfCell(this.corner),
					kind,
					measure,
				),
			);
		}
		const own = periodInText(figure.text);
		if (own && kind === "target") {
			return plain({ start: null, end: own.end });
		}
		const present = hasWord(this.folded(zone.core), presentWords);
		for (const span of [zone, sentence]) {
			const dates = this.datesIn(span, kind, figure).filter(
				(one) =>
					(kind === "target" || !this.isGoal(one, figure, zones)) && (span === zone || !this.isAnothers(one, figure, zones)),
			);
			const ahead = kind === "target" ? dates.filter((one) => this.isAhead(one.period)) : [];
			const { since, point } = nearestDates(ahead.length > 0 ? ahead : dates, figure);
			const later = point ?? (since && span === zone ? nearestDates(this.datesIn(sentence, kind, figure), figure).point : null);
			if (since && (kind !== "ratio" || point)) {
				const from = since.period.start;
				const to = later?.period.end && later.period.end > (from ?? "") ? later.period.end : this.presentEnd();
				return { period: { start: from, end: to }, since: true };
			}
			if (point && isYears(point.period)) {
				return { period: point.period, since: true };
			}
			if (point?.asOf && (kind === "count" || kind === null)) {
				// A year alone does not say which day of it is meant.
				const { start, end } = point.period;
				const isYear = start?.endsWith("-01-01") && end?.endsWith("-12-31");
				return { period: { start: isYear ? start : null, end }, since: false, asOf: true };
			}
			if (point) {
				return plain(this.fromBase(shaped(point.period, kind, measure), figure, sentence));
			}
			if (span === zone && !present && hasWord(this.folded(zone.core), standingWords)) {
				return plain({ start: null, end: null });
			}
		}
		return !present && hasWord(this.folded(zone), standingWords) ? plain({ start: null, end: null }) : null;
	}

	/** The date of another clause's goal ("… served 86 million, aiming for 100 million by 2030"). */
	private isGoal(date: Span, figure: Figure, zones: readonly Zone[]): boolean {
		const theirs = zones.find((zone) => date.start >= zone.start && date.start < zone.end);
		return (
			theirs !== undefined &&
			!(figure.start >= theirs.start && figure.start < theirs.end) &&
			hasWord(this.folded(theirs), targetWords.hard)
		);
	}

	/** A date behind the figure, in a clause with a figure of its own ("5,260 this year, and in 2021 3,180"). */
	private isAnothers(date: Span, figure: Figure, zones: readonly Zone[]): boolean {
		return date.start > figure.end && zones.some((zone) => zone.stated && date.start >= zone.start && date.start < zone.end);
	}

	/** A multiple compares with an earlier year ("double its spending in 2019"): its period begins there. */
	private fromBase(period: Period | null, figure: Figure, sentence: Span): Period | null {
		if (figure.unit !== "x" || !period) {
			return period;
		}
		const base = this.passage.figures.find(
			(one) =>
				one.period?.start &&
				one.start >= sentence.start &&
				one.end <= sentence.end &&
				one.period.start < (period.end ?? "") &&
				this.isComparison(one),
		);
		return base?.period ? { start: base.period.start, end: period.end } : period;
	}

	private folded(span: Span): string {
		return fold(this.text.slice(span.start, span.end)).text.toLowerCase();
	}

	/** The dates and periods of a stretch that a figure there can be for. */
	private datesIn(span: Span, kind: ClaimKind | null, figure: Figure): DateMention[] {
		const found: DateMention[] = [];
		const { year } = this.document;
		const ranges = monthRanges(this.text.slice(span.start, span.end)).map((range) => ({
			...range,
			start: range.start + span.start,
			end: range.end + span.start,
		}));
		for (let at = firstEndingAfter(this.dates, span.start); at < this.dates.length; at += 1) {
			const one = this.dates[at] as Figure;
			if (one.start < span.start) {
				continue;
			}
			if (one.end > span.end) {
				break;
			}
			if (sameYearPattern.test(fold(one.text).text.toLowerCase())) {
				continue;
			}
			const printed = one.period ?? (year === null ? null : resolveRelative(one.text, year));
			if (!printed || ranges.some((range) => one.start < range.end && range.start < one.end)) {
				continue;
			}
			const { start, period } = partOf(this.text, one, printed);
			const last = found.at(-1);
			const joined = last ? this.text.slice(last.end, start) : "";
			const between =
				last !== undefined &&
				/^\s*and\s*$/.test(joined) &&
				/\bbetween\s$/i.test(this.text.slice(Math.max(0, last.start - 8), last.start));
			if (last && (between || rangePattern.test(joined)) && (last.period.start ?? "") < (period.end ?? "")) {
				// 2015年至2023年6月29日
				found[found.length - 1] = {
					start: last.start,
					end: one.end,
					period: { start: last.period.start, end: period.end },
					since: false,
					asOf: false,
				};
			} else {
				const span = { start, end: one.end };
				found.push({ ...span, period, since: this.isSince(span), asOf: this.isAsOf(span) });
			}
		}
		for (const range of ranges) {
			found.push({ ...range, since: false, asOf: false });
		}
		return found
			.filter(
				(one) =>
					(!this.isComparison(one) || this.isOf(one, figure)) &&
					(kind === "target" || !this.isAhead(one.period)) &&
					this.goesWith(one, figure),
			)
			.sort((a, b) => a.start - b.start);
	}

	/** A date or period in another cell of the row ("to 29 June 2023"). */
	private periodOfRow(): Period | null {
		for (const one of this.row) {
			const period = one === this.passage ? null : periodOfCell(one);
			if (period) {
				return period;
			}
		}
		return null;
	}

	private presentEnd(): string | null {
		return this.document.published ?? this.document.period?.end ?? null;
	}

	/** After everything the document can report on: a target year, not a period of results. */
	private isAhead(period: Period): boolean {
		const { year } = this.document;
		return year !== null && period.start !== null && Number(period.start.slice(0, 4)) > year + 1;
	}

	private isSince(figure: Span): boolean {
		const after = fold(this.text.slice(figure.end, figure.end + 8)).text;
		const before = this.text.slice(Math.max(0, figure.start - 16), figure.start).toLowerCase();
		return (
			/^\s*(?:이후|이래|부터|(?:成立|创立|开业|上线)?(?:以来|来|起))/.test(after) ||
			/(?:\bsince|自|\bfrom|\bfounding in|\bfounded in)\s*(?:the\s)?$/.test(before)
		);
	}

	private isAsOf(date: Span): boolean {
		const before = fold(this.text.slice(Math.max(0, date.start - 24), date.start)).text.toLowerCase();
		const after = fold(this.text.slice(date.end, date.end + 8)).text;
		return beforeAsOf.test(before) || afterAsOf.test(after);
	}

	/** Whether a date stands directly before a figure: 比2022年的3000棵 compares, and gives the one of 2022. */
	private isOf(date: Span, figure: Figure): boolean {
		const start = Math.min(figure.start, figure.qualifierSpan?.start ?? figure.start);
		return figure.unit !== "x" && date.end <= start && /^\s?[末底말]?(?:的|의|['’]s)?\s?$/.test(this.text.slice(date.end, start));
	}

	/** The value that a change begins with has its own date beside it or none, and that date is nobody else's. */
	private goesWith(date: Span, figure: Figure): boolean {
		const beside = (base: Figure): boolean =>
			this.isOf(date, base) ||
			(date.start >= base.end &&
				date.start - base.end < 40 &&
				/^\s?[(（]?\s?(?:(?:in|at|as of|as at|by|for|during|the|year[- ]end|end|of)\s)*$/i.test(
					this.text.slice(base.end, date.start),
				));
		return this.bases.has(figure) ? beside(figure) : ![...this.bases].some(beside);
	}

	private isComparison(figure: Span): boolean {
		const after = fold(this.text.slice(figure.end, figure.end + 8)).text;
		const before = fold(this.text.slice(Math.max(0, figure.start - 20), figure.start)).text.toLowerCase();
		return (
			/^\s*(?:말|末|底)?\s*(?:대비|보다|와 비교|에 비해|相比|水平|[的의]\s?[^，。,.]{0,4}[倍배]|levels?\b|baseline|base year)/.test(
				after,
			) ||
			/(?:\b(?:twice|double|triple|times)(?: that (?:of|in))?|\bversus|\bvs\.?|\bagainst|\bcompared (?:with|to)|\bthan in|\bthan|相比|较|比|同)\s*(?:the\s*)?$/.test(
				before,
			)
		);
	}
}

const beforeAsOf = new RegExp(`(?:${asOfWords.before.join("|")})\\s*$`);
const afterAsOf = new RegExp(`^\\s?(?:${asOfWords.after.join("|")})`);

/** The year that the text speaks of, not the document's: what is carried over holds. */
const sameYearPattern = /^(?:当年|同年|该年|当年度|that year|the same year|당해|같은 해|그해)/;

/** Words for a part of a year directly before it. */
const partPattern = new RegExp(`(?<![a-z])(${relativeParts.flatMap((part) => [...part.words]).join("|")}) $`);

const englishMonths = "january february march april may june july august september october november december".split(" ");
const monthName = `(${englishMonths.join("|")})`;
const monthNumber = (name: string | undefined): number => englishMonths.indexOf((name ?? "").toLowerCase()) + 1;

interface MonthRange {
	readonly year: string;
	readonly from: number;
	readonly to: number;
}

const monthPatterns: readonly (readonly [RegExp, (match: RegExpMatchArray) => MonthRange])[] = [
	[
		/(?<!\d)((?:19|20)\d\d)[年년]\s?(\d{1,2})[月월]?\s?(?:至|到|[-–~～]|부터|에서)\s?(\d{1,2})[月월]/g,
		(match) => ({ year: match[1] ?? "", from: Number(match[2]), to: Number(match[3]) }),
	],
	[
		/(?<!\d)((?:19|20)\d\d)年前(?:(\d{1,2})|([三六九]))[个個]月/g,
		(match) => ({
			year: match[1] ?? "",
			from: 1,
			to: match[2] ? Number(match[2]) : ({ 三: 3, 六: 6, 九: 9 }[match[3] ?? ""] ?? 0),
		}),
	],
	[
		new RegExp(`\\b${monthName} (?:to|through|and|–|-) ${monthName},? ((?:19|20)\\d\\d)\\b`, "gi"),
		(match) => ({ year: match[3] ?? "", from: monthNumber(match[1]), to: monthNumber(match[2]) }),
	],
];

const monthStart = (year: string, month: number): string => `${year}-${String(month).padStart(2, "0")}-01`;
const monthEnd = (year: string, month: number): string => new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);

/** How a count is said to be a part of the one before it. */
const partPatterns = {
	inside: /^[^，。；,.;]{0,12}(?:之中|当中|其中|中|里|가운데|중)[，,、 ]/,
	before: /(?:^|[^a-z])(?:of|among|out of)(?: the| these| those)?\s$|(?:在|这)$/,
	rest: /(?:其余|余下|另外|the other|the rest|the remaining|나머지)\s?$/,
};

/** The reading of a character that a copied text puts behind it: 國(guó)有行. */
const glossPattern = /\([a-z\u00e0-\u01dc]{1,6}\)/;

/** A line that opens a list says what its items are; another paragraph ends that. */
function aimsAfter({ kind, text }: Passage, { aims }: Running): boolean {
	return /[:：]\s*$/.test(text) ? speaksOfAims(text) : kind !== "paragraph" && aims;
}

const speaksOfAims = (text: string): boolean => hasWord(fold(text).text.toLowerCase(), targetWords.hard);

/** Words before a multiple that make it what came on top. */
const increasePattern = /(?:增长|增加|提高|上升|上涨|增|多|高)[了出]?(?:约|近|逾|超)?$/;

/** What stands between two figures of which the first gives its qualifier to both. */
const joinPattern = /^[^，。；：,;:.()（）]*(?:(?<![a-z])and(?![a-z])|plus|[和与及、]|[와과] )[^，。；：,;:.()（）]*$/i;
const longestJoin = 40;

/** What joins the ends of a period. */
const rangePattern = /^\s*(?:至|到|[-–—~～]|to|until|till|through|부터)\s*$/;

/** What may stand between a noun and its number: 城商行为12家, 국유은행이 5곳. */
const touchingPattern = /^(?:은행|银行|行)?(?:[为為有达達共计計]|[은는이가의도]|은 모두)?\s?$/;

/**
 * "The end of 2022", "the first half of 2021": the part of the printed year that the words before it name, and where they begin.
 */
function partOf(text: string, date: Span, period: Period): { readonly start: number; readonly period: Period } {
	const year = period.start?.slice(0, 4);
	if (year === undefined || period.start !== `${year}-01-01` || period.end !== `${year}-12-31`) {
		return { start: date.start, period };
	}
	const before = text.slice(Math.max(0, date.start - 24), date.start).toLowerCase();
	const words = partPattern.exec(before)?.[1];
	const part = words === undefined ? undefined : relativeParts.find((one) => (one.words as readonly string[]).includes(words));
	if (!part || words === undefined) {
		const middle = /\bmid[ -]$/.exec(before)?.[0];
		if (middle !== undefined) {
			const day = monthEnd(year, 6);
			return { start: date.start - middle.length, period: { start: day, end: day } };
		}
		const end = /\b(?:end of|end|year-end|yearend)[ -]$/.exec(before)?.[0];
		return end === undefined
			? { start: date.start, period }
			: { start: date.start - end.length, period: { start: period.end, end: period.end } };
	}
	const [first, last] = [monthStart(year, part.from), monthEnd(year, part.to)];
	const instant = "instant" in part ? part.instant : null;
	return {
		start: date.start - words.length - 1,
		period:
			instant === null
				? { start: first, end: last }
				: instant === "end"
					? { start: last, end: last }
					: { start: first, end: first },
	};
}

/** 2021年1月至6月, 2021년 1월부터 6월까지, "January to June 2021", 2021年前6个月: months of a year. Offsets count from the start of `text`. */
function monthRanges(text: string): (Span & { readonly period: Period })[] {
	const found: (Span & { period: Period })[] = [];
	for (const [pattern, read] of monthPatterns) {
		for (const match of text.matchAll(pattern)) {
			const { year, from, to } = read(match);
			if (from >= 1 && from <= to && to <= 12) {
				const period = { start: monthStart(year, from), end: monthEnd(year, to) };
				found.push({ start: match.index, end: match.index + match[0].length, period });
			}
		}
	}
	return found;
}

/** The date or period that a cell gives ("as of 29 June 2023"). */
function periodOfCell(cell: Passage | undefined): Period | null {
	const dated = cell?.figures.find((figure) => figure.period !== null);
	if (!cell || !dated?.period) {
		return null;
	}
	const { period } = partOf(cell.text, dated, dated.period);
	if (period.start === period.end) {
		return period;
	}
	const upTo = /(?:\bto|\buntil|\bas of|\bas at|\bby|截至|至|到)\s*$/i.test(fold(cell.text.slice(0, dated.start)).text);
	return upTo ? { start: null, end: period.end } : period;
}

interface DateMention extends Span {
	readonly period: Period;
	/** "Since 2019", 自2015年起: the beginning of a running total. */
	readonly since: boolean;
	/** "As of June 2023", 截至2023年6月: what is there by then, not what came in that month. */
	readonly asOf: boolean;
}

/** Whether a period is longer than a year: what it says is a total of several. */
function isYears({ start, end }: Period): boolean {
	return (
		start !== null &&
		end !== null &&
		Number(end.slice(0, 4)) > Number(start.slice(0, 4)) + (end.slice(5) < start.slice(5) ? 1 : 0)
	);
}

/** The nearest beginning and the nearest other date before a figure; behind it only where nothing stands before. */
function nearestDates(dates: readonly DateMention[], figure: Figure): { since: DateMention | null; point: DateMention | null } {
	const nearest = (some: readonly DateMention[]): DateMention | null =>
		some.filter((one) => one.end <= figure.start).at(-1) ?? some[0] ?? null;
	return { since: nearest(dates.filter((one) => one.since)), point: nearest(dates.filter((one) => !one.since)) };
}

function latestYear(text: string): number | null {
	let latest: number | null = null;
	for (const match of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) {
		latest = Math.max(latest ?? 0, Number(match[0]));
	}
	return latest;
}

/** From here on a word is in the figure's own clause, or in the one beside it with no other figure in between. */
const nearEnough = 0.4;
/** The same for "RMB 20.46 billion (about US$2.89 billion) in technology": the brackets and the other amount stand in between. */
const pairEnough = 0.1;

/** How far before a figure a word stands that says it is a target ("the target of", 目标, 목표). */
const aimReach = 10;

/** A clause with fewer words than this says next to nothing about its figure. */
const fewestWords = 3;

/** Text of a cell beside its figures that is longer than a remark. */
const longRemark = 24;

function holdsSentence(passage: Passage): boolean {
	const figures = passage.figures.reduce((length, figure) => length + figure.end - figure.start, 0);
	return passage.text.length - figures > longRemark;
}

const noSubject: Subject = {
	entities: [],
	entityStated: false,
	forEach: false,
	inOrder: false,
	sharedQualifier: null,
	aims: false,
	joinedQualifier: null,
	increase: false,
	level: false,
	misfits: [],
	measures: [],
	topics: [],
	measureStated: false,
	words: [],
	period: null,
	periodStated: false,
	kind: null,
};

function fits(measure: MeasureEntry, figure: Figure): boolean {
	const dimension = dimensionOf(figure.unit);
	const family = dimension.replace(/money:[A-Z]{3}/g, "money").replace(/count:[^/]*/g, "count");
	// A measure of the workspace that names no unit takes any.
	if (measure.dimensions.length === 0) {
		return true;
	}
	// "410m" is also how English writes 410 million.
	if (figure.unit === "m" && figure.style.language === "en" && measure.dimensions.includes("count")) {
		return true;
	}
	// "RMB 100 per loan" of a measure that is an amount per something anyway.
	if (
		measure.dimensions.includes(family) ||
		(measure.kind === "ratio" && measure.dimensions.includes(family.split("/")[0] ?? ""))
	) {
		const unit = countedUnit(figure);
		return (
			family !== "count" ||
			!measure.units ||
			isOpenUnit(unit) ||
			measure.units.some((one) => one === unit || areKindred(one, unit ?? ""))
		);
	}
	// "Half" of something is 50% of it.
	if (family === "ratio" && isFraction(figure)) {
		return measure.dimensions.includes("percent");
	}
	// "Sheets of paper saved | 690 million": what is counted stands in the header.
	return dimension === "none" && (figure.kind === "count" || figure.kind === "quantity") && measure.dimensions.includes("count");
}

/** Whether a figure could be the measure's but for its unit: tonnes of lunches, households that have loans. */
function couldBe(measure: MeasureEntry, figure: Figure): boolean {
	return figure.kind !== "percent" && figure.kind !== "ratio" && figure.unit !== null && measure.kind !== "ratio";
}

/** A period as claims carry it: what is true at a point in time has no start. */
function shaped(period: Period | null, kind: ClaimKind | null, measure: MeasureEntry | undefined): Period | null {
	if (!period) {
		return null;
	}
	const instant = period.start === period.end;
	const standing = kind === "cumulative" || kind === "stock" || kind === "target" || measure?.kind === "stock";
	return instant || standing ? { start: null, end: period.end } : period;
}

/** A year or a fiscal year in a header ("2022", "FY2022", 2022年). */
function periodInText(text: string): Period | null {
	const match = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text);
	return match ? { start: `${match[1]}-01-01`, end: `${match[1]}-12-31` } : null;
}

function hasEach(after: string, before: string): boolean {
	return (
		/^[^.,;，。；、]{0,16}?(?:\bper\b|\ba (?:school|head|person|customer|loan|sheet|meal|piece)\b|\beach\b|\bapiece\b)/.test(
			after,
		) ||
		/(?:\baverag\w*\b|平均|人均|户均|笔均|校均|마다|[당] |평균)[^.,;，。；、]{0,10}$|每(?![年月日季次])[^,;，。；、]{0,24}$/.test(
			before,
		)
	);
}

const wordTests = new Map<readonly string[], RegExp>();

/** Whether folded lower-case text has one of the words; words in Latin letters only as whole words. */
function hasWord(text: string, words: readonly string[]): boolean {
	let test = wordTests.get(words);
	if (!test) {
		const latin = words.filter((word) => /^[a-z]/.test(word));
		const other = words.filter((word) => !/^[a-z]/.test(word));
		const sources = [];
		if (latin.length > 0) {
			sources.push(`(?<![a-z])(?:${latin.join("|")})(?![a-z])`);
		}
		if (other.length > 0) {
			sources.push(`(?:${other.join("|")})`);
		}
		test = new RegExp(sources.join("|"));
		wordTests.set(words, test);
	}
	return test.test(text);
}

function distinct(names: readonly string[]): string[] {
	return [...new Set(names)].filter((name) => name !== "");
}
