/**
 * Shares in sentences and tables: a part, its whole and the share ("500 of 1,200 employees (41.7%)", 员工1,200人，其中女性500人，
 * 占比41.7%), a column of amounts beside a column of shares, and shares that are more than all.
 */

import { changeHeaders, otherBases } from "../../../data/arithmetic/changes.ts";
import {
	accountFor,
	countedWholes,
	isShare,
	notWholes,
	outOf,
	sharedWholes,
	shareFillers,
	shareHeaders,
	shareWords,
	wholeBefore,
} from "../../../data/arithmetic/shares.ts";
import { crossCutting, listJoints, partLists } from "../../../data/arithmetic/wording.ts";
import { Decimal } from "../decimal.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import type { Figure } from "../model.ts";
import { gridsOf, type Line } from "./grid.ts";
import { boundsOf, isAdditive, isBelow, isComparable, meet, product, scaled, scalesOf, sumOf } from "./printed.ts";
import { isAside, type Sentence, sentencesOf, words } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

/** A figure in its passage. */
interface PlacedFigure {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** A share that is not its part divided by its whole. */
export interface WrongShare {
	readonly part: PlacedFigure;
	readonly whole: PlacedFigure;
	readonly share: PlacedFigure;
}

/** Shares of one whole that come to more than all of it. */
export interface TooManyShares {
	readonly passage: Passage;
	readonly shares: readonly Figure[];
	readonly sum: Decimal;
}

const share = new WordSet(shareWords, shareFillers);
const partWords = new WordSet(partLists);
const taken = new WordSet(outOf);
const before = new WordSet(wholeBefore);
const wholes = new WordSet(sharedWholes, shareFillers);
const headers = new WordSet(shareHeaders);
const changes = new WordSet(changeHeaders);
const otherwise = new WordSet(otherBases);
const joints = new WordSet(listJoints);
const crossing = new WordSet(crossCutting);
const sharing = new WordSet(isShare);
const accounting = new WordSet(accountFor);
const counted = new WordSet(countedWholes);
const exceedable = new WordSet(notWholes);

const longestGap = 40;
const hundred = Decimal.of(100);
const percent = Decimal.parse("0.01");

/** The shares of a passage that their part and whole contradict. */
export function findWrongShares(passage: Passage): WrongShare[] {
	if (!passage.figures.some(isPercent)) {
		return [];
	}
	return sentencesOf(passage, 3).flatMap((sentence) => {
		const statements = sentence.figures.filter(isStatement);
		const text = words(sentence, sentence.span.start, sentence.span.end);
		if (statements.length < 3 || otherwise.isIn(text)) {
			return [];
		}
		return statements.flatMap((figure, index) => {
			const found = isPercent(figure) ? partAndWhole(sentence, statements, index) : null;
			const placed = (one: Figure): PlacedFigure => ({ passage, figure: one });
			return found && !isShareOf(found.part, found.whole, figure)
				? [{ part: placed(found.part), whole: placed(found.whole), share: placed(figure) }]
				: [];
		});
	});
}

function isPercent(figure: Figure): boolean {
	return figure.unit === "%" && figure.value !== null && figure.value.sign > 0;
}

function partAndWhole(sentence: Sentence, statements: readonly Figure[], index: number): { part: Figure; whole: Figure } | null {
	const figure = statements[index] as Figure;
	const second = statements[index - 1];
	// "2,350 (2022: 2,290), of whom 940 (40%)": what stands in brackets of its own is no whole of what follows.
	const first = second && statements.slice(Math.max(0, index - 5), index - 1).findLast((one) => !isAside(sentence, one, second));
	const next = statements[index + 1];
	if (!second || !isAdditive(second)) {
		return null;
	}
	const gap = words(sentence, second.end, figure.start);
	const isBracket = /^\s*\(/.test(gap) && share.isAll(gap) && isClosed(sentence, figure);
	if (first && isAdditive(first) && isComparable(first, second)) {
		const link = words(sentence, first.end, second.start);
		const lead = words(sentence, Math.max(sentence.span.start, first.start - 16), first.start);
		// A of W (p%); A of W, or p%.
		if (taken.isAll(link) && taken.isIn(link) && (isBracket || isShareGap(gap, ""))) {
			return { part: first, whole: second };
		}
		// Of the W, A (p%); W, of which A, or p%.
		const listed = partWords.isIn(link) || before.ends(lead) || /[가운데중]\s*\S{0,10}$/.test(link);
		if (listed && link.length <= longestGap && (isBracket || isShareGap(gap, link))) {
			return { part: second, whole: first };
		}
		// A, 占总数W的p%.
		if (/占/.test(link) && link.length <= 16 && /^\s*的\s*(?:约|近|超)?\s*$/.test(gap)) {
			return { part: first, whole: second };
		}
	}
	// A, or p% of W.
	if (next && isAdditive(next) && isComparable(second, next) && !isBracket && isShareGap(gap, "")) {
		const link = words(sentence, figure.end, next.start);
		if (link.length <= longestGap && /^\s*of\b/.test(link) && wholes.isAll(link)) {
			return { part: second, whole: next };
		}
	}
	return null;
}

/** Whether a part and its share are joined by words of shares, and the part's own name at most. */
function isShareGap(gap: string, link: string): boolean {
	if (gap.length > longestGap || /^\s*$/.test(gap) || /^\s*\(/.test(gap)) {
		return false;
	}
	if (share.isAll(gap)) {
		return /\p{L}/u.test(gap);
	}
	const named = /^\s*[,，]\s*(\p{L}{1,8}?)(?:占|的?比)/u.exec(gap)?.[1];
	return named !== undefined && link.includes(named) && share.isAll(gap.replace(named, ""));
}

function isClosed({ passage }: Sentence, figure: Figure): boolean {
	return (
		/^\s*[)）]/.test(passage.text.slice(figure.end, figure.end + 3)) &&
		!/[+＋↑↓▲▼-]\s*$/.test(passage.text.slice(0, figure.start).slice(-3))
	);
}

/** Whether a share can be a part divided by its whole, as all three are printed. */
export function isShareOf(part: Figure, whole: Figure, figure: Figure): boolean {
	const [a = Decimal.one, b = Decimal.one] = scalesOf([part, whole]);
	return meet(product(scaled(boundsOf(whole), b), scaled(boundsOf(figure), percent)), scaled(boundsOf(part), a));
}

/** The share in percent; null of a whole that is zero. */
export function shareOf(part: Figure, whole: Figure): Decimal | null {
	const [a = Decimal.one, b = Decimal.one] = scalesOf([part, whole]);
	const below = (whole.value as Decimal).times(b);
	return below.sign <= 0 ? null : (part.value as Decimal).times(a).times(hundred).dividedBy(below, 20);
}

/** The shares of a block's tables that the amounts beside them contradict. */
export function findTableShares(content: BlockContent): WrongShare[] {
	return gridsOf(content).flatMap(({ columns, rows }) =>
		columns.flatMap((column, at) => {
			const amounts = columns[at - 1];
			if (!amounts || !headers.isIn(column.fullLabel) || changes.isIn(column.fullLabel) || headers.isIn(amounts.fullLabel)) {
				return [];
			}
			return wrongShares(rows, amounts, column);
		}),
	);
}

function wrongShares(rows: readonly Line[], amounts: Line, shares: Line): WrongShare[] {
	const totals = rows.flatMap(({ role }, row) => (role === "bare-total" ? [row] : []));
	const [total] = totals;
	const whole = total === undefined || totals.length > 1 ? undefined : amounts.cells[total];
	if (whole?.state !== "figure" || (whole.figure.value?.sign ?? 0) <= 0) {
		return [];
	}
	const known = rows.flatMap((_, row) => {
		const [part, figure] = [amounts.cells[row], shares.cells[row]];
		const usable =
			row !== total &&
			part?.state === "figure" &&
			figure?.state === "figure" &&
			isAdditive(part.figure) &&
			isComparable(part.figure, whole.figure) &&
			isPercent(figure.figure);
		return usable ? [{ part, whole, share: figure, agrees: isShareOf(part.figure, whole.figure, figure.figure) }] : [];
	});
	const wrong = known.filter(({ agrees }) => !agrees);
	return wrong.length * 2 <= known.length && known.length > 1 ? wrong : [];
}

/** Lists of shares of one whole that come to more than 100% beyond rounding ("A, B and C account for 60%, 45% and 30% of all …"). */
export function findTooManyShares(passage: Passage): TooManyShares[] {
	return sentencesOf(passage, 2).flatMap((sentence) => {
		const statements = sentence.figures.filter(isStatement);
		const found: TooManyShares[] = [];
		for (let from = 0; from < statements.length; from++) {
			let to = from;
			while (
				to + 1 < statements.length &&
				isPercent(statements[to] as Figure) &&
				isPercent(statements[to + 1] as Figure) &&
				isListGap(words(sentence, (statements[to] as Figure).end, (statements[to + 1] as Figure).start))
			) {
				to += 1;
			}
			const shares = statements.slice(from, to + 1);
			const [first, last] = [shares[0] as Figure, shares.at(-1) as Figure];
			if (shares.length > 1) {
				const lead = words(sentence, sentence.span.start, first.start);
				const tail = words(sentence, last.end, sentence.span.end);
				const sum = sumOf(shares.map(boundsOf));
				if (
					isOneWhole(lead, tail) &&
					!crossing.isIn(lead) &&
					!exceedable.isIn(lead + tail) &&
					isBelow({ low: hundred, high: hundred }, sum)
				) {
					found.push({ passage, shares, sum: shares.reduce((all, { value }) => all.plus(value as Decimal), Decimal.zero) });
				}
			}
			from = to;
		}
		return found;
	});
}

function isListGap(gap: string): boolean {
	return gap.length < 8 && (/^\s*[,，、]\s*$/.test(gap) || joints.isAll(gap));
}

function isOneWhole(lead: string, tail: string): boolean {
	return (
		(accounting.isIn(lead) && /^\s*of (?:the total|total|all|our total)\b/.test(tail)) ||
		/分别占[^，,]{0,12}(?:总|全部|全体)[^，,]{0,8}的\s*$/.test(lead) ||
		(/(?:전체|총)[^,]{0,12}의\s*(?:각각\s*)?$/.test(lead) && /^\s*[를을]/.test(tail))
	);
}

/** Percentages above 100 that the words make shares of a whole. */
export function findImpossibleShares(passage: Passage): Figure[] {
	const tooMuch = passage.figures.filter(
		(figure) => isPercent(figure) && isBelow({ low: hundred, high: hundred }, boundsOf(figure)),
	);
	if (tooMuch.length === 0) {
		return [];
	}
	if (passage.cell) {
		const label = `${passage.cell.columnHeader} ${passage.cell.rowHeader}`.toLowerCase();
		return passage.cell.row > 0 && headers.isIn(label) && !exceedable.isIn(label) && !changes.isIn(label) ? tooMuch : [];
	}
	const candidates = new Set(tooMuch);
	return sentencesOf(passage, 1).flatMap((sentence) =>
		sentence.figures.filter((figure) => {
			if (!candidates.has(figure)) {
				return false;
			}
			const lead = clause(words(sentence, Math.max(sentence.span.start, figure.start - longestGap), figure.start), "before");
			const tail = clause(words(sentence, figure.end, Math.min(sentence.span.end, figure.end + longestGap)), "behind");
			return (
				!exceedable.isIn(`${lead} ${tail}`) &&
				((sharing.ends(lead) && (!/[a-z]\W*$/.test(lead) || /^\s*of\b/.test(tail))) ||
					(accounting.isIn(lead) && counted.isIn(`${lead.slice(lead.lastIndexOf("占"))} ${tail}`)) ||
					(/^\s*[를을] 차지/.test(tail) && counted.isIn(lead)) ||
					/(?:^|\W)(?:share|proportion|percentage) of [a-z -]{2,30} (?:is|was|reached|stood at|came to)\W*$/.test(lead))
			);
		}),
	);
}

/** Up to the clause's end on one side. */
function clause(text: string, side: "before" | "behind"): string {
	return side === "before" ? (/[^，,;；。]*$/.exec(text)?.[0] ?? "") : (/^[^，,;；。]*/.exec(text)?.[0] ?? "");
}
