/**
 * Columns (or rows) of changes in tables: two periods and the change between them. Which two is told by the headers, and by
 * the lines that agree; a single line that disagrees with all readings is a fault only beside others that agree, or where
 * the table leaves no choice.
 */
import { changeHeaders, currentHeaders, otherBases, priorHeaders, reductionHeaders } from "../../../data/arithmetic/changes.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import type { Figure, Period } from "../model.ts";
import { isChange } from "./changes.ts";
import { type Grid, gridsOf, type Line } from "./grid.ts";
import { boundsOf, isAdditive, isAmount, isComparable, meet, scaled, scalesOf, sumOf } from "./printed.ts";
import { WordSet } from "./wordSet.ts";

interface TableFigure {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** A change of a table that is not the change between its two values. */
export interface WrongChange {
	readonly change: TableFigure;
	readonly before: TableFigure;
	readonly after: TableFigure;
	/** Whether the column prints declines as positive numbers. */
	readonly reduction: boolean;
}

const changes = new WordSet(changeHeaders);
const reductions = new WordSet(reductionHeaders);
const current = new WordSet(currentHeaders);
const prior = new WordSet(priorHeaders);
const otherwise = new WordSet(otherBases);

export function findTableChanges(content: BlockContent): WrongChange[] {
	return gridsOf(content).flatMap((grid) => [...wrongChanges(grid.columns, grid), ...wrongChanges(grid.rows, grid)]);
}

/** The lines of before and after, by number. */
interface Reading {
	readonly before: number;
	readonly after: number;
}

interface Trio {
	readonly change: TableFigure;
	readonly before: TableFigure;
	readonly after: TableFigure;
	readonly agrees: boolean;
}

function wrongChanges(lines: readonly Line[], grid: Grid): WrongChange[] {
	if (grid.columns.some(({ fullLabel }) => otherwise.isIn(fullLabel))) {
		return [];
	}
	const crossing = lines === grid.columns ? grid.rows : grid.columns;
	return lines.flatMap((line) => {
		if (!isChangeLine(line)) {
			return [];
		}
		const readings = readingsOf(lines, line);
		const reduction = reductions.isIn(line.fullLabel);
		const trios = readings.map((reading) =>
			crossing.map((cross, at) => (otherwise.isIn(cross.fullLabel) ? null : trioOf(lines, line, reading, at, false))),
		);
		// Where a decline is printed with its sign, one without is wrong.
		const signed = !reduction && trios.some((row) => row.some((trio) => trio?.agrees && trio.change.figure.value?.sign === -1));
		const strict = signed
			? readings.map((reading) =>
					crossing.map((cross, at) => (otherwise.isIn(cross.fullLabel) ? null : trioOf(lines, line, reading, at, true))),
				)
			: trios;
		return crossing.flatMap((_, at): WrongChange[] => {
			if (strict.some((row) => row[at]?.agrees)) {
				return [];
			}
			const held = strict.find((row) => {
				const known = row.filter((trio) => trio !== null);
				const agreeing = known.filter(({ agrees }) => agrees).length;
				return row[at] && agreeing > 0 && known.length - agreeing <= agreeing;
			});
			const alone = readings.length === 1 && crossing.filter((_, i) => strict[0]?.[i]).length === 1;
			const found = held?.[at] ?? (alone ? strict[0]?.[at] : null);
			return found ? [{ change: found.change, before: found.before, after: found.after, reduction }] : [];
		});
	});
}

function isChangeLine({ fullLabel, role }: Line): boolean {
	return role !== "section" && changes.isIn(fullLabel) && fullLabel.length < 40;
}

/** Which lines a change may be between, the likeliest first. */
function readingsOf(lines: readonly Line[], change: Line): Reading[] {
	const dated = lines.flatMap((line, at) => {
		const period = line === change || isChangeLine(line) ? undefined : line.periods[0];
		return period && line.periods.length === 1 ? [{ at, period }] : [];
	});
	const find = (period: Period) => dated.filter((one) => one.period.start === period.start && one.period.end === period.end);
	if (change.periods.length === 2) {
		const [a, b] = change.periods.map(find);
		return a?.length === 1 && b?.length === 1 ? [inOrder(a[0] as Dated, b[0] as Dated)] : [];
	}
	const sorted = dated.toSorted((a, b) => end(a.period).localeCompare(end(b.period)));
	if (new Set(sorted.map(({ period }) => `${period.start} ${period.end}`)).size < sorted.length) {
		// Two columns of one year: of two companies, or of a target and a result.
		return [];
	}
	const latest = sorted.at(-1);
	if (change.periods.length === 1 && latest) {
		const [base] = find(change.periods[0] as Period);
		return base && base.at !== latest.at ? [{ before: base.at, after: latest.at }] : [];
	}
	if (latest && sorted.length > 1) {
		const others = sorted.slice(0, -1).toReversed();
		return others.map(({ at }) => ({ before: at, after: latest.at }));
	}
	const [now, then] = [current, prior].map((words) =>
		lines.flatMap((line, at) => (line !== change && words.isIn(line.label) && !isChangeLine(line) ? [at] : [])),
	);
	return now?.length === 1 && then?.length === 1 ? [{ before: then[0] as number, after: now[0] as number }] : [];
}

interface Dated {
	readonly at: number;
	readonly period: Period;
}

function inOrder(a: Dated, b: Dated): Reading {
	return end(a.period) <= end(b.period) ? { before: a.at, after: b.at } : { before: b.at, after: a.at };
}

function end({ start, end }: Period): string {
	return end ?? start ?? "";
}

function trioOf(lines: readonly Line[], line: Line, { before, after }: Reading, at: number, signed: boolean): Trio | null {
	const [change, a, b] = [line.cells[at], lines[before]?.cells[at], lines[after]?.cells[at]];
	if (change?.state !== "figure" || a?.state !== "figure" || b?.state !== "figure") {
		return null;
	}
	const rate = change.figure;
	const isRate = (figure: Figure) => figure.unit === "%" && figure.value !== null;
	if (
		rate.value === null ||
		rate.kind === "ratio" ||
		(a.figure.value?.sign ?? 0) <= 0 ||
		(b.figure.value?.sign ?? -1) < 0 ||
		!((isAmount(a.figure) && isAmount(b.figure)) || (isRate(a.figure) && isRate(b.figure))) ||
		!isComparable(a.figure, b.figure)
	) {
		return null;
	}
	const agrees = agree(a.figure, b.figure, rate, signed);
	return agrees === null ? null : { change, before: a, after: b, agrees };
}

/** Whether a change can be that between two values, in whatever it is printed; null where they cannot be compared. */
function agree(before: Figure, after: Figure, rate: Figure, signed: boolean): boolean | null {
	const direction = signed ? (rate.value?.sign === -1 ? "down" : "up") : null;
	const isZero = rate.value?.isZero ?? true;
	const asRate = (unit: "%" | "pp") => {
		const one = { ...rate, unit };
		return isZero
			? isChange(before, after, one, null)
			: isChange(before, after, one, direction) ||
					(!signed && isChange(before, after, one, rate.value?.sign === -1 ? "up" : "down"));
	};
	switch (rate.unit) {
		case "%":
			return asRate("%") || (before.unit === "%" && asRate("pp"));
		case "pp":
			return before.unit === "%" ? asRate("pp") : null;
		default: {
			const difference = differs(before, after, rate, signed);
			return rate.unit === null && rate.currency === null
				? (difference ?? true) || asRate("%") || (before.unit === "%" && asRate("pp"))
				: difference;
		}
	}
}

function differs(before: Figure, after: Figure, rate: Figure, signed: boolean): boolean | null {
	if (!isAdditive(rate) || !isComparable(before, rate) || (before.unit === "%" && rate.unit !== null)) {
		return null;
	}
	const [a, b, c] = scalesOf([before, after, rate]);
	if (!a || !b || !c) {
		return null;
	}
	const rise = scaled(boundsOf(rate), c);
	const fall = { low: rise.high?.negate() ?? null, high: rise.low?.negate() ?? null };
	return [rise, ...(signed ? [] : [fall])].some((one) =>
		meet(sumOf([scaled(boundsOf(before), a), one]), scaled(boundsOf(after), b)),
	);
}
