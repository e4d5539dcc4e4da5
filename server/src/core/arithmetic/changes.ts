/**
 * Changes in sentences: a value before, a value after, and by how much ("from 1,500 t to 1,200 t, down 20%", 由…降至…，同比下降20%,
 * 1,500톤에서 1,200톤으로 20% 감소). What stands between the three must be words of change and nothing else.
 */

import {
	againstFillers,
	againstWords,
	changeFillers,
	downWords,
	earlierWords,
	fromWords,
	otherBases,
	reachWords,
	toFillers,
	toWords,
	upWords,
} from "../../../data/arithmetic/changes.ts";
import { Decimal } from "../decimal.ts";
import type { Passage } from "../draft/draft.ts";
import { isRelative } from "../figures/dates.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Figure, Interval } from "../model.ts";
import { boundsOf, isAmount, isComparable, meet, product, scaled, scalesOf, sumOf } from "./printed.ts";
import { type Sentence, sentencesOf, words } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

/** A change that a sentence states; `rate` is a percentage, a number of percentage points or a multiple. */
export interface StatedChange {
	readonly before: Figure;
	readonly after: Figure;
	readonly rate: Figure;
	/** What the words around the rate say; null where they say nothing or both. */
	readonly direction: "up" | "down" | null;
}

const from = new WordSet(fromWords);
const to = new WordSet(toWords);
const between = new WordSet(toWords, toFillers);
const up = new WordSet(upWords);
const down = new WordSet(downWords);
const change = new WordSet(upWords, downWords, changeFillers);
const reach = new WordSet(reachWords, changeFillers);
const reaching = new WordSet(reachWords);
const against = new WordSet(againstWords);
const againstOnly = new WordSet(againstWords, againstFillers, changeFillers);
const earlier = new WordSet(earlierWords);
const otherwise = new WordSet(otherBases);
const fromOnly = new WordSet(fromWords, changeFillers);

/** The longest text between two figures of one change, and the stretches before and behind it that are looked at. */
const longestGap = 60;
const nearby = 40;

/** The changes that the sentences of a passage state, with percentages (`kind` "percent") or multiples ("ratio"). */
export function findChanges(passage: Passage, kind: "percent" | "ratio"): StatedChange[] {
	if (!passage.figures.some((figure) => figure.kind === kind)) {
		return [];
	}
	return sentencesOf(passage, 3).flatMap((sentence) => {
		const text = words(sentence, sentence.span.start, sentence.span.end);
		return otherwise.isIn(text) ? [] : changesIn(sentence, kind);
	});
}

function changesIn(sentence: Sentence, kind: "percent" | "ratio"): StatedChange[] {
	const statements = sentence.figures.filter(isStatement);
	const found: StatedChange[] = [];
	for (let i = 0; i + 2 < statements.length; i++) {
		const three = statements.slice(i, i + 3) as [Figure, Figure, Figure];
		const one = changeOf(sentence, three, kind);
		if (one) {
			found.push({ ...one, direction: directionOf(sentence, one.rate, three) });
			i += 2;
		}
	}
	return found;
}

type Roles = Omit<StatedChange, "direction">;

function changeOf(sentence: Sentence, [a, b, c]: readonly [Figure, Figure, Figure], kind: string): Roles | null {
	const first = gap(sentence, a, b);
	const second = gap(sentence, b, c);
	const lead = plain(sentence, Math.max(sentence.span.start, a.start - nearby), a.start);
	const isRate = (figure: Figure) => figure.kind === kind && figure.value !== null && !isInside(figure, sentence);
	const isPair = (x: Figure, y: Figure) => isValue(x) && isValue(y) && x.kind !== "ratio" && isComparable(x, y);
	if (first.length > longestGap || second.length > longestGap) {
		return null;
	}
	if (isRate(c) && isPair(a, b)) {
		// From A to B, up p.
		if (isFromTo(lead, first) && change.isAll(second)) {
			return { before: a, after: b, rate: c };
		}
		// B (2021: A), up p; B, compared with A, up p.
		// "6,628 (2022: 6,430), 36%" is a share unless something says that it changed.
		const tail = words(sentence, c.end, Math.min(sentence.span.end, c.end + nearby));
		const around = `${lead} ${second} ${/^\s*of\b/.test(tail) ? "" : tail}`;
		const isChange = up.isIn(around) || down.isIn(around) || compared.test(second + tail) || isSigned(sentence, c);
		if (isEarlier(sentence, a, b, first) && change.isAll(second) && isChange) {
			return { before: b, after: a, rate: c };
		}
	}
	if (isRate(a) && isPair(b, c)) {
		// Up p from A to B.
		if (from.ends(first) && fromOnly.isAll(first) && to.isIn(second) && between.isAll(second)) {
			return { before: b, after: c, rate: a };
		}
		// Up p to B (2021: A).
		if (reaching.isIn(first) && reach.isAll(first) && isEarlier(sentence, b, c, second)) {
			return { before: c, after: b, rate: a };
		}
	}
	if (isRate(b) && isPair(a, c)) {
		// B, up p from A.
		if (change.isAll(first) && (up.isIn(first) || down.isIn(first)) && against.isIn(second) && againstOnly.isAll(second)) {
			return { before: c, after: a, rate: b };
		}
		// From A by p to B.
		if (endsInFrom(lead) && change.isAll(first) && reaching.isIn(second) && reach.isAll(second)) {
			return { before: a, after: c, rate: b };
		}
	}
	return null;
}

function isValue(figure: Figure): boolean {
	return isAmount(figure) || (figure.kind === "percent" && figure.value !== null);
}

/** A share in brackets belongs to the figure before it: "from 500 (42%) to 600". */
const compared = /change|yoy|y-o-y|year.on.year|year.over.year|同比|环比|较|증감|전년|대비/;

function isSigned({ passage }: Sentence, figure: Figure): boolean {
	return figure.value?.sign === -1 || /[+＋↑↓▲▼±-]\s*$/.test(passage.text.slice(Math.max(0, figure.start - 2), figure.start));
}

function isInside(figure: Figure, { passage }: Sentence): boolean {
	return (
		/[(（]\s*$/.test(passage.text.slice(Math.max(0, figure.start - 2), figure.start)) &&
		/^\s*[)）]/.test(passage.text.slice(figure.end, figure.end + 2)) &&
		figure.unit === "%" &&
		figure.value?.sign !== -1 &&
		!/[+＋↑↓▲▼]/.test(passage.text.slice(Math.max(0, figure.start - 2), figure.start))
	);
}

function isFromTo(lead: string, gapText: string): boolean {
	return to.isIn(gapText) && between.isAll(gapText) && (gapText.includes("에서") || endsInFrom(lead));
}

/** Whether text ends with "from", "from about", 由…的: the date between is left out already. */
function endsInFrom(text: string): boolean {
	for (let rest = text.slice(-nearby), found = from.find(rest); found; found = from.find(rest)) {
		rest = rest.slice(found.end);
		if (between.isAll(rest)) {
			return true;
		}
	}
	return false;
}

/** Whether `b`, behind `a`, is its value of an earlier period: in brackets with a date, or compared with. */
function isEarlier(sentence: Sentence, a: Figure, b: Figure, gapText: string): boolean {
	if (against.isIn(gapText)) {
		return againstOnly.isAll(gapText);
	}
	// "(2021: A)", "(A in the previous year)", 전년(A).
	const date = sentence.figures.some((figure) => figure.period !== null && figure.start >= a.end && figure.end <= b.start);
	return gapText.includes("(") && againstOnly.isAll(gapText) && (date || earlier.isIn(gapText));
}

/** What stands between two figures; dates are left out, relative ones ("last year") are words. */
function gap(sentence: Sentence, a: Figure, b: Figure): string {
	return plain(sentence, Math.max(a.end, a.qualifierSpan && a.qualifierSpan.start >= a.end ? a.qualifierSpan.end : 0), b.start);
}

function plain(sentence: Sentence, start: number, end: number): string {
	let text = "";
	let at = start;
	for (const figure of sentence.figures) {
		if (!isStatement(figure) && !isRelative(figure.text) && figure.start >= at && figure.end <= end) {
			text += words(sentence, at, figure.start);
			at = figure.end;
		}
	}
	return text + words(sentence, at, end);
}

/** What is said of the rate: right before it, else right behind it, else before the three. */
function directionOf(sentence: Sentence, rate: Figure, three: readonly Figure[]): "up" | "down" | null {
	const previous = three[three.indexOf(rate) - 1];
	const next = three[three.indexOf(rate) + 1];
	const start = previous?.end ?? Math.max(sentence.span.start, rate.start - nearby);
	const behind = words(sentence, rate.end, Math.min(next?.start ?? sentence.span.end, rate.end + 16));
	const [first] = three as [Figure];
	return (
		direction(words(sentence, start, rate.start)) ??
		direction(/^[^,，;；。]*/.exec(behind)?.[0] ?? "") ??
		direction(words(sentence, Math.max(sentence.span.start, first.start - nearby), first.start)) ??
		null
	);
}

function direction(text: string): "up" | "down" | null {
	const [rises, falls] = [up.isIn(text), down.isIn(text)];
	return rises === falls ? null : rises ? "up" : "down";
}

const hundred = Decimal.of(100);

/** Whether a percentage or a number of points can be the change between two values, as all three are printed. */
export function isChange(before: Figure, after: Figure, rate: Figure, direction: "up" | "down" | null): boolean {
	const signs = signsOf(rate, direction);
	const [a, b] = comparableBounds(before, after);
	return signs.some((sign) => {
		const size = sizeOf(rate);
		if (rate.unit === "pp" || rate.unit === "bp") {
			const points = rate.unit === "bp" ? scaled(size, Decimal.parse("0.01")) : size;
			return meet(sumOf([a, sign > 0 ? points : negated(points)]), b);
		}
		const share = scaled(size, Decimal.parse(rate.unit === "‰" ? "0.001" : "0.01"));
		const factor: Interval =
			sign > 0
				? { low: share.low?.plus(Decimal.one) ?? null, high: share.high?.plus(Decimal.one) ?? null }
				: {
						low: share.high ? atLeastZero(Decimal.one.minus(share.high)) : Decimal.zero,
						high: share.low ? Decimal.one.minus(share.low) : Decimal.one,
					};
		return meet(product(a, factor), b);
	});
}

/** Whether a number printed as percent is the difference of two percentages. */
export function isInPoints(before: Figure, after: Figure, rate: Figure): boolean {
	return before.unit === "%" && after.unit === "%" && rate.unit === "%" && isChange(before, after, { ...rate, unit: "pp" }, null);
}

function signsOf(rate: Figure, direction: "up" | "down" | null): readonly (1 | -1)[] {
	return direction === "up" ? [1] : direction === "down" ? [-1] : rate.value?.sign === -1 ? [-1] : [1, -1];
}

/** A rate's bounds without its sign: "down -12%" is down 12%. */
function sizeOf(rate: Figure): Interval {
	const bounds = boundsOf(rate);
	return rate.value?.sign === -1
		? negated(bounds)
		: { low: bounds.low ? atLeastZero(bounds.low) : Decimal.zero, high: bounds.high };
}

function negated({ low, high }: Interval): Interval {
	return { low: high?.negate() ?? null, high: low?.negate() ?? null };
}

function atLeastZero(value: Decimal): Decimal {
	return value.sign < 0 ? Decimal.zero : value;
}

function comparableBounds(before: Figure, after: Figure): [Interval, Interval] {
	const [first = Decimal.one, second = Decimal.one] = scalesOf([before, after]);
	return [scaled(boundsOf(before), first), scaled(boundsOf(after), second)];
}

/** The change between two values in percent, or in points where they are percentages and `points` is set; null from zero. */
export function changeBetween(before: Figure, after: Figure, points: boolean): Decimal | null {
	const [first = Decimal.one, second = Decimal.one] = scalesOf([before, after]);
	const [a, b] = [(before.value as Decimal).times(first), (after.value as Decimal).times(second)];
	return points ? b.minus(a) : a.sign <= 0 ? null : b.minus(a).times(hundred).dividedBy(a, 20);
}

/** After ÷ before; null from zero. */
export function ratioBetween(before: Figure, after: Figure): Decimal | null {
	const [first = Decimal.one, second = Decimal.one] = scalesOf([before, after]);
	const [a, b] = [(before.value as Decimal).times(first), (after.value as Decimal).times(second)];
	return a.sign <= 0 ? null : b.dividedBy(a, 20);
}
