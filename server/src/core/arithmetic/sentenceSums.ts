/**
 * Parts and totals in sentences: "25 banks: 5 state-owned banks, 6 … and 2 …", 员工1,200人（男性700人，女性500人）, "남성 700명,
 * 여성 500명으로 총 1,200명". Only where the words say that the figures are the parts of the total; a list that may leave parts
 * out ("including", 其中, 중) can still have parts that are more than their total.
 */

import {
	comparisons,
	completeSets,
	crossCutting,
	listJoints,
	openLists,
	partLists,
	remainders,
	tailFillers,
	tailTotals,
	wholeLists,
	wholePartLists,
} from "../../../data/arithmetic/wording.ts";
import { Decimal } from "../decimal.ts";
import type { Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Figure } from "../model.ts";
import { addUp, boundsOf, isAdditive, isBelow, isComparable, type Sum, scaled, scalesOf } from "./printed.ts";
import { depths, type Sentence, sentencesOf, withoutBrackets, words } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

/** A total with the figures that the text gives as its parts. */
export interface StatedSum {
	readonly total: Figure;
	readonly parts: readonly Figure[];
	readonly sum: Sum;
	/** Whether the words leave no room for another reading, so that a disagreement is a fault. */
	readonly certain: boolean;
}

const whole = new WordSet(wholeLists);
const partly = new WordSet(partLists);
const usuallyWhole = new WordSet(wholePartLists);
const open = new WordSet(openLists);
const remainder = new WordSet(remainders);
const comparing = new WordSet(comparisons);
const joints = new WordSet(listJoints);
const crossing = new WordSet(crossCutting);
const tail = new WordSet(tailTotals);
const fillers = new WordSet(tailFillers, tailTotals);
const complete = completeSets.map((set) => set.map((label) => new WordSet(label)));

/** The longest text between two parts of one list, and between a total and its first part. */
const longestGap = 60;
const longestLead = 120;
/** A list of three parts or more that comes this near to its total was meant to be all of it. */
const nearTotal = Decimal.parse("0.1");

/** The sums that the sentences of a passage state. */
export function findSums(passage: Passage): StatedSum[] {
	return sentencesOf(passage, 3).flatMap((sentence) => [...leadSums(sentence), ...tailSums(sentence), ...formulas(sentence)]);
}

/** The total first, then its parts. */
function leadSums(sentence: Sentence): StatedSum[] {
	const found: StatedSum[] = [];
	const { figures } = sentence;
	for (let index = 0; index + 2 < figures.length; index++) {
		const list = isAdditive(figures[index] as Figure) ? listBehind(sentence, index) : null;
		if (list) {
			found.push(list.sum);
			index = list.last;
		}
	}
	return found;
}

/** How a list of parts is announced. */
type Lead = "whole" | "colon" | "part" | "usually" | "bracket" | "none";

function listBehind(sentence: Sentence, index: number): { readonly sum: StatedSum; readonly last: number } | null {
	const { figures, passage, span } = sentence;
	const total = figures[index] as Figure;
	const at = figures.findIndex((figure, i) => i > index && isStatement(figure));
	const first = figures[at];
	if (!first || first.start - total.end > longestLead || !isAdditive(first) || !isComparable(total, first)) {
		return null;
	}
	const lead = leadOf(words(sentence, total.end, first.start));
	if (lead === null) {
		return null;
	}
	const depth = depths(passage.text, total.end, span.end);
	const level = depth[first.start - total.end] as number;
	if ((lead === "bracket") !== level > 0) {
		return null;
	}
	const closed = lead === "bracket" ? depth.findIndex((open, offset) => offset > first.start - total.end && open < level) : -1;
	let end = closed < 0 ? span.end : total.end + closed - 1;
	const parts: Figure[] = [];
	let last = at;
	for (let i = index + 1; i < figures.length; i++) {
		const figure = figures[i] as Figure;
		if (figure.start >= end) {
			break;
		}
		last = i;
		if ((depth[figure.start - total.end] as number) !== level || figure.kind === "identifier") {
			continue;
		}
		if (isAdditive(figure) && isComparable(total, figure)) {
			parts.push(figure);
			continue;
		}
		// The list may end before something else ("…，女性500人，女性占比41.7%"), but does not go on behind it.
		const cut = endOfClause(sentence, parts.at(-1), figure);
		if (cut < 0 || figures.slice(i + 1).some((one) => isAdditive(one) && isComparable(total, one))) {
			return null;
		}
		end = cut;
		last = i;
		break;
	}
	// "13,210 employees in 25 countries, including 6,100 in Asia": parts of something before.
	if (parts.some((part) => isMore(part, total)) || figures.slice(0, index).some((one) => isRival(one, total, parts))) {
		return null;
	}
	if (parts.length < 2 || open.isIn(withoutLead(words(sentence, total.end, end), lead))) {
		return null;
	}
	const segments = segmentsOf(sentence, total, parts, end);
	if (!segments) {
		return null;
	}
	const isComplete = complete.some((set) => set.length === parts.length && coversAll(set, segments));
	if (lead === "none" && !isComplete) {
		return null;
	}
	const sum = addUp(total, parts);
	const joined = passage.language !== "en" || lead === "bracket" || joints.isIn(lastGap(sentence, parts));
	const certain = joined && isCertain(lead, sum, total, parts, segments, isComplete);
	return { sum: { total, parts, sum, certain }, last };
}

function isMore(part: Figure, total: Figure): boolean {
	const [a = Decimal.one, b = Decimal.one] = scalesOf([part, total]);
	return isBelow(scaled(boundsOf(total), b), scaled(boundsOf(part), a));
}

/** Whether parts that name no unit of their own may be of an amount before their total. */
function isRival(before: Figure, total: Figure, parts: readonly Figure[]): boolean {
	return (
		isAdditive(before) &&
		before.unit !== total.unit &&
		parts.every((part) => part.unit === null && isComparable(before, part) && !isMore(part, before))
	);
}

/** Where the clause ends that `part` stands in, before `next`; -1 where both stand in one. */
function endOfClause({ passage }: Sentence, part: Figure | undefined, next: Figure): number {
	const found = part === undefined ? null : /[，。；;]|,\s/.exec(passage.text.slice(part.end, next.start));
	return found && part ? part.end + found.index : -1;
}

/** A bracket that closes before one opens. */
const closing = /^[^([]*[)\]]/;

/** How what stands between a total and the next figure announces its parts; null where it does not. */
function leadOf(gap: string): Lead | null {
	if (closing.test(gap)) {
		return null; // The figure stands in brackets, and the list behind them belongs to what stands before.
	}
	if (/^\s*[([]/.test(gap)) {
		return comparing.isIn(gap) ? null : "bracket";
	}
	if (gap.includes("(")) {
		return null;
	}
	const found = whole.find(gap);
	if (found) {
		return "whole";
	}
	if (usuallyWhole.isIn(gap)) {
		return "usually";
	}
	if (partly.isIn(gap)) {
		return "part";
	}
	if (/[:：]/.test(gap)) {
		return "colon";
	}
	return /^[^\p{L}]*[,，;；、]/u.test(gap) && gap.length < 16 && !comparing.isIn(gap) ? "none" : null;
}

/** The words of a list without the ones that announce it, which say themselves that it may be open. */
function withoutLead(text: string, lead: Lead): string {
	const found = lead === "part" ? partly.find(text) : lead === "whole" ? whole.find(text) : null;
	return found ? `${text.slice(0, found.start)} ${text.slice(found.end)}` : text;
}

/** The words that go with each part; null where something between the parts says that they are no list. */
function segmentsOf(sentence: Sentence, total: Figure, parts: readonly Figure[], end: number): readonly string[] | null {
	const segments: string[] = [];
	let from = total.end;
	for (const [index, part] of parts.entries()) {
		const next = parts[index + 1];
		if (!next) {
			segments.push(words(sentence, from, end));
			break;
		}
		const gap = words(sentence, part.end, next.start);
		const plain = withoutBrackets(gap);
		const cut = /[,，、;；\n/]/.exec(plain);
		if (plain.length > longestGap || comparing.isIn(plain) || (!cut && !joints.isIn(plain))) {
			return null;
		}
		const boundary =
			part.end + (cut ? Math.min(gap.indexOf(cut[0]), next.start - part.end) : Math.floor((next.start - part.end) / 2));
		segments.push(words(sentence, from, boundary));
		from = boundary;
	}
	return segments;
}

function lastGap(sentence: Sentence, parts: readonly Figure[]): string {
	const [before, last] = [parts.at(-2), parts.at(-1)];
	return before && last ? words(sentence, before.end, last.start) : "";
}

function coversAll(set: readonly WordSet[], segments: readonly string[]): boolean {
	const used = new Set<number>();
	for (const label of set) {
		const index = segments.findIndex((segment, i) => !used.has(i) && label.isIn(segment));
		if (index < 0) {
			return false;
		}
		used.add(index);
	}
	return true;
}

function isCertain(
	lead: Lead,
	sum: Sum,
	total: Figure,
	parts: readonly Figure[],
	segments: readonly string[],
	isComplete: boolean,
): boolean {
	if (lead === "whole" || isComplete || remainder.isIn(segments.at(-1) ?? "")) {
		return true;
	}
	const value = total.value as Decimal;
	const near = sum.value.minus(value).abs().compare(value.abs().times(nearTotal)) <= 0;
	// People who are women and people who have a degree overlap; so may what names no unit of its own ("12 on labour, 10 on safety").
	const isApart = parts.every(({ unit }) => unit !== null) && !segments.some((segment) => crossing.isIn(segment));
	if (lead === "colon") {
		return near || isApart;
	}
	if (sum.exceeds) {
		return isApart;
	}
	return segments.length >= 3 && near && (lead === "usually" || lead === "bracket");
}

/** The parts first, then "totalling 1,200", 合计1,200人, 총 1,200명; 包括5家、6家在内的25家 can only exceed. */
function tailSums(sentence: Sentence): StatedSum[] {
	const { figures, passage, span } = sentence;
	const found: StatedSum[] = [];
	for (let index = 2; index < figures.length; index++) {
		const total = figures[index] as Figure;
		const last = figures[index - 1] as Figure;
		if (!isAdditive(total) || total.start - last.end > longestGap) {
			continue;
		}
		const gap = words(sentence, last.end, total.start);
		const contained = /^[^\d]{0,12}在内的\s*$/.test(gap);
		if (!contained && !isTailGap(gap)) {
			continue;
		}
		const depth = depths(passage.text, span.start, total.start);
		const level = depth[total.start - span.start] as number;
		const parts = figures
			.slice(0, index)
			.filter((figure) => isStatement(figure) && (depth[figure.start - span.start] as number) === level);
		const [first] = parts;
		if (
			!first ||
			parts.length < 2 ||
			!parts.every((part) => isAdditive(part) && isComparable(total, part) && !isBelow(boundsOf(total), boundsOf(part))) ||
			figures.some((figure) => figure.period !== null && figure.start > first.start && figure.end < total.start)
		) {
			continue;
		}
		const before = words(sentence, span.start, total.start);
		const behind = words(sentence, total.end, Math.min(span.end, total.end + 24));
		const segments = segmentsOf(sentence, { ...first, end: first.start }, parts, last.end);
		if (!segments || (!contained && open.isIn(before)) || running.test(behind)) {
			continue;
		}
		const sum = addUp(total, parts);
		// A figure before the list may be about something else.
		const another = parts.some((_, i) => i > 0 && i + 1 < parts.length && addUp(total, parts.slice(i)).agrees);
		const certain = contained ? sum.exceeds && !segments.some((segment) => crossing.isIn(segment)) : !another;
		found.push({ total, parts, sum, certain });
	}
	return found;
}

/** A total since some time is more than what is listed for now. */
const running = /\bsince\b|\bto date\b|\bso far\b|累计|以来|이후|누적/;

function isTailGap(gap: string): boolean {
	const plain = withoutBrackets(gap);
	const found = tail.find(plain);
	return found !== null && !comparing.isIn(plain.slice(0, found.start)) && fillers.isAll(plain.slice(found.end));
}

/** "700 + 500 = 1,200". */
function formulas(sentence: Sentence): StatedSum[] {
	const { figures } = sentence;
	const found: StatedSum[] = [];
	let parts: Figure[] = [];
	for (let index = 1; index < figures.length; index++) {
		const [before, figure] = [figures[index - 1] as Figure, figures[index] as Figure];
		const gap = words(sentence, before.end, figure.start).trim();
		if (gap === "+") {
			parts = parts.length > 0 ? [...parts, figure] : [before, figure];
		} else if (
			gap === "=" &&
			parts.length > 1 &&
			[figure, ...parts].every((one) => isAdditive(one) && isComparable(figure, one))
		) {
			found.push({ total: figure, parts, sum: addUp(figure, parts), certain: true });
			parts = [];
		} else {
			parts = [];
		}
	}
	return found;
}
