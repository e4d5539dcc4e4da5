import { changeWords, figureKinds, othersWords, ownWords } from "../../../data/frameworks/figureKinds.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure, Span } from "../model.ts";
import type { FigureKindRow } from "./figureKind.ts";
import { type Hit, Words } from "./words.ts";

const kinds: readonly FigureKindRow[] = figureKinds;

function indexBy(listed: (kind: FigureKindRow) => readonly string[]): Words<readonly FigureKindRow[]> {
	const byWord = new Map<string, FigureKindRow[]>();
	for (const kind of kinds) {
		for (const word of new Set(split(listed(kind)))) {
			byWord.set(word, [...(byWord.get(word) ?? []), kind]);
		}
	}
	return new Words(byWord);
}

function split(lists: readonly string[]): string[] {
	return lists.flatMap((list) => list.split("|"));
}

/** The sets that stand for one list of words, so that the list is split once. */
const sets = new Map<readonly string[], ReadonlySet<string>>();

function setOf(lists: readonly string[]): ReadonlySet<string> {
	let set = sets.get(lists);
	if (!set) {
		set = new Set(split(lists));
		sets.set(lists, set);
	}
	return set;
}

const triggers = indexBy((kind) => kind.triggers);
/** Every word that a kind needs or cannot have beside it. */
const markers = new Words(
	split([
		...kinds.flatMap((kind) => [...(kind.beside ?? []).flat(), ...(kind.unless ?? [])]),
		...changeWords,
		...othersWords,
		...ownWords,
	]).map((word) => [word, word] as const),
);

const total = find("ghg_total");
const reduction = find("ghg_reduction");
const scopes = new Set(["ghg_scope1", "ghg_scope2", "ghg_scope3", "ghg_scope12", "ghg_scope123", "financed_emissions"]);
/** Topics in which reports quote figures of countries and industries. */
const quoted = new Set(["emissions", "energy", "water"]);
/** Kinds whose percentage is a change by nature. */
const targets = new Set(["climate_target", "energy_target"]);
const reductionWords = reduction.beside?.[0] ?? [];
const others = setOf(othersWords);
const own = setOf(ownWords);

function find(id: string): FigureKindRow {
	return kinds.find((kind) => kind.id === id) as FigureKindRow;
}

/** "to 1,200 t", "降至1200吨": the figure is where something came to, not how much it changed. */
const towards =
	/(?:\b(?:to|at|reach|reached|reaching|totalled|totaled|totalling|totaling|stood at|was|were|is|are|of|为|至|到|达|达到)|[为至到达]|达到)(?: ?(?:about|around|approximately|some|just|only|nearly|over|约|近|逾|超)?) ?$/i;
const towardsAfter = /^(?:으로|로|까지|에 )/;
/** "by 12%": how much it changed, whatever else is said. */
const by =
	/\b(?:by|fell|dropped|declined|decreased|rose|grew|increased|up|down)(?: ?(?:about|around|approximately|nearly|over|more than|a further))? ?$/i;

/**
 * One stretch of text that figures are judged in: a sentence, or a table row's headers and one cell. Folded text; words are
 * looked up once, then each of its figures is classified.
 */
export class Stretch {
	private readonly hits: readonly Hit<readonly FigureKindRow[]>[];
	private found: readonly Hit<string>[] | null = null;

	constructor(
		/** Folded (`fold`). */
		readonly text: string,
	) {
		this.hits = triggers.longest(text);
	}

	/**
	 * The kind of a figure that stands at `span` of the text, or null: a fitting unit next to a trigger of the kind, the
	 * nearest where there are several, and nothing beside it that makes it something else.
	 */
	classify(figure: Figure, span: Span): FigureKindRow | null {
		const kind = this.nearest(figure, new Around(this, span));
		return kind && quoted.has(kind.topic) && !scopes.has(kind.id) && this.isOthers(span) ? null : kind;
	}

	/** The kinds whose words stand in the text. */
	named(): FigureKindRow[] {
		return this.hits.flatMap((hit) => hit.value);
	}

	/** The markers near a span. */
	marksNear(span: Span): readonly Hit<string>[] {
		this.found ??= markers.all(this.text);
		return near(this.found, span);
	}

	private nearest(figure: Figure, around: Around): FigureKindRow | null {
		let best: FigureKindRow | null = null;
		let bestCost = Number.POSITIVE_INFINITY;
		for (const hit of near(this.hits, around.span)) {
			for (const kind of hit.value) {
				if (!fitsUnit(kind, figure) || !around.allows(kind) || !agrees(kind, figure, around)) {
					continue;
				}
				const distance = around.distance(hit);
				const cost = distance - (hit.end - hit.start) / 8 + (kind.general ? generalCost : 0);
				if (distance <= (dimensionOf(figure) === "percent" ? percentReach : triggerReach) && cost < bestCost) {
					best = kind;
					bestCost = cost;
				}
			}
		}
		if (!best && dimensionOf(figure) === "mass-co2e" && !around.has(total.unless ?? [])) {
			return around.isReduced() ? reduction : total;
		}
		return best && scopes.has(best.id) && around.isReducedBy() ? reduction : best;
	}

	private isOthers(span: Span): boolean {
		const marks = this.marksNear(span);
		return marks.some((mark) => others.has(mark.value)) && !marks.some((mark) => own.has(mark.value));
	}
}

const clauseCost = 15;
/** How far a trigger may be. A percentage can be of anything, so its trigger stands close by. */
const triggerReach = 200;
const percentReach = 60;
/** What a kind that others are parts of has to be nearer by. */
const generalCost = 60;
/** What joins a figure to the noun behind it. */
const belongs = /^(?:$| ?(?:of|in|from|for|as)\b|的|의 )/;

/** How far from a figure words bear on it, in UTF-16 units: a long sentence, and a bound where a text has no sentences. */
const reach = 400;

function near<T>(hits: readonly Hit<T>[], span: Span): readonly Hit<T>[] {
	const from = firstAt(hits, span.start - reach);
	return hits.slice(from, firstAt(hits, span.end + reach));
}

/** Index of the first hit that starts at or behind an offset. */
function firstAt(hits: readonly Hit<unknown>[], offset: number): number {
	let low = 0;
	let high = hits.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((hits[middle] as Hit<unknown>).start < offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** What stands around one figure: its clause and the words that bear on it. */
class Around {
	readonly span: Span;
	private readonly text: string;
	private readonly marks: readonly Hit<string>[];
	private readonly clause: Span;
	private readonly before: string;

	constructor(stretch: Stretch, span: Span) {
		this.span = span;
		this.text = stretch.text;
		this.marks = stretch.marksNear(span);
		this.before = this.text.slice(Math.max(0, span.start - 24), span.start);
		let { start, end } = span;
		while (start > 0 && span.start - start < reach && !endsClause(this.text, start - 1)) {
			start -= 1;
		}
		while (end < this.text.length && end - span.end < reach && !endsClause(this.text, end)) {
			end += 1;
		}
		this.clause = { start, end };
	}

	has(words: readonly string[]): boolean {
		const set = setOf(words);
		return this.marks.some((mark) => set.has(mark.value));
	}

	private inClause(words: readonly string[]): boolean {
		const set = setOf(words);
		return this.marks.some((mark) => mark.start >= this.clause.start && mark.end <= this.clause.end && set.has(mark.value));
	}

	/** Whether the words that the kind needs stand there and those it cannot have do not. */
	allows(kind: FigureKindRow): boolean {
		return (
			!this.has(kind.unless ?? []) &&
			(kind.beside ?? []).every((set) => (kind.near === "clause" ? this.inClause(set) : this.has(set)))
		);
	}

	/** "reduced emissions by 500 t", "减少碳排放500吨", but not "reduced emissions to 500 t". */
	isReduced(): boolean {
		return this.inClause(reductionWords) && !this.isTowards(false);
	}

	isReducedBy(): boolean {
		return this.has(reductionWords) && by.test(this.before);
	}

	/** "rose 5%", but not "rose to 45%" or "was 45%". */
	isChange(): boolean {
		return by.test(this.before) || (!this.isTowards(true) && this.inClause(changeWords));
	}

	private isTowards(orIs: boolean): boolean {
		const verb = towards.exec(this.before)?.[0].trim().toLowerCase();
		const leads = verb !== undefined && (orIs || !/^(?:was|were|is|are|of|为)/.test(verb));
		return leads || towardsAfter.test(this.text.slice(this.span.end, this.span.end + 4));
	}

	/**
	 * Characters between a trigger and the figure. A clause's end between them counts as fifteen more, and so does a trigger
	 * that stands behind the figure without belonging to it ("20 t and Scope 3", but "20 t of Scope 3"). What begins in a later
	 * clause is about something else: infinitely far.
	 */
	distance(hit: Hit<unknown>): number {
		const from = Math.min(hit.end, this.span.end);
		const to = Math.max(hit.start, this.span.start);
		let cost = Math.max(0, to - from);
		if (hit.start >= this.span.end && !belongs.test(this.text.slice(from, Math.min(to, from + 12)))) {
			cost += clauseCost;
		}
		for (let at = from; at < to; at += 1) {
			if (endsClause(this.text, at)) {
				if (hit.start >= this.span.end) {
					return Number.POSITIVE_INFINITY;
				}
				cost += clauseCost;
			}
		}
		return cost;
	}
}

function endsClause(text: string, at: number): boolean {
	const character = text[at] as string;
	if (character === ",") {
		return !(/\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? ""));
	}
	// Korean goes on with "…이며 " where others set a comma.
	return /[;，；。|]/.test(character) || (character === " " && text[at - 1] === "며");
}

/** Whether the figure's own wording is the kind's: a level, a reduction, a share. */
function agrees(kind: FigureKindRow, figure: Figure, around: Around): boolean {
	if (kind === total || kind === reduction) {
		return around.isReduced() === (kind === reduction);
	}
	return targets.has(kind.id) || dimensionOf(figure) !== "percent" || !around.isChange();
}

/** "MWh per year" is an amount of energy like any other: a year's worth. */
function dimensionOf(figure: Figure): string {
	if (figure.currency !== null) {
		return "money";
	}
	return figure.unit === null ? "bare" : (findUnit(figure.unit)?.dimension ?? "bare").replace(/\/(?:calendar|time)$/, "");
}

function fitsUnit(kind: FigureKindRow, figure: Figure): boolean {
	const dimension = dimensionOf(figure);
	return kind.units.some(
		(unit) =>
			unit === dimension ||
			(unit.endsWith("/*") && dimension.startsWith(unit.slice(0, -1))) ||
			(unit.startsWith("count:") && figure.unit === unit.slice("count:".length)),
	);
}
