/**
 * Totals in tables. Which lines are a total's parts is read from labels, order and indents in several ways; a total that
 * agrees with any of them is right. One that agrees with none is a fault only where a reading holds for other columns (or
 * rows) of the same total, or where the table is too simple for a second reading.
 */
import { Decimal } from "../decimal.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import type { Figure } from "../model.ts";
import { type Cell, type Grid, gridsOf, type Line } from "./grid.ts";
import { addUp, boundsOf, isAdditive, isComparable, meet, type Sum } from "./printed.ts";

interface TableFigure {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** A total of a table that is not the sum of its parts. */
export interface WrongTotal {
	readonly total: TableFigure;
	readonly parts: readonly TableFigure[];
	readonly sum: Sum;
}

/** More lines than this above a total are not its parts one by one. */
const mostParts = 60;
/** A single column is believed only where the sum is this near its total. */
const nearBare = Decimal.parse("0.5");
const nearNamed = Decimal.parse("0.1");

/** The totals of a block's tables that cannot be the sums of their parts. */
export function findTableSums(content: BlockContent): WrongTotal[] {
	const found = gridsOf(content).flatMap((grid) => [...wrongTotals(grid, "rows"), ...wrongTotals(grid, "columns")]);
	const wrong = new Set(found.map(({ total }) => total.figure));
	// A total that is wrong makes the totals that it is a part of wrong; a corner may be wrong both ways. Once is enough.
	const seen = new Set<Figure>();
	return found.filter(
		({ total, parts }) => !parts.some(({ figure }) => wrong.has(figure)) && !seen.has(total.figure) && seen.add(total.figure),
	);
}

type Outcome =
	| {
			readonly kind: "agrees" | "differs";
			readonly total: TableFigure;
			readonly parts: readonly TableFigure[];
			readonly sum: Sum;
	  }
	/** Not comparable, or not all of it known. */
	| { readonly kind: "unknown" };
const unknown: Outcome = { kind: "unknown" };

function wrongTotals(grid: Grid, direction: "rows" | "columns"): WrongTotal[] {
	const lines = grid[direction];
	const crossing = direction === "rows" ? grid.columns : grid.rows;
	const found: WrongTotal[] = [];
	for (const [index, line] of lines.entries()) {
		if (line.role !== "bare-total" && line.role !== "total") {
			continue;
		}
		const cells = line.cells.flatMap((cell, at) => (cell.state === "figure" && isAdded(crossing[at], cell.figure) ? [at] : []));
		const readings = readingsOf(lines, index, cells);
		const outcomes = readings.map((parts) => cells.map((at) => outcomeOf(lines, line, parts, at)));
		for (const [position, at] of cells.entries()) {
			if (outcomes.some((row) => row[position]?.kind === "agrees") || agreesLessOne(lines, line, readings[0], at)) {
				continue;
			}
			const held = outcomes.find((row) => {
				const agreeing = row.filter(({ kind }) => kind === "agrees").length;
				return (
					row[position]?.kind === "differs" && agreeing > 0 && row.filter(({ kind }) => kind === "differs").length <= agreeing
				);
			})?.[position];
			const only = cells.length === 1 && isSimple(lines, index, direction) ? outcomes[0]?.[position] : undefined;
			if (held?.kind === "differs") {
				found.push(held);
			} else if (only?.kind === "differs" && isNear(only.total.figure, only.sum, line)) {
				found.push(only);
			}
		}
	}
	return found;
}

/** Amounts in lines that are added up, and shares where the total is the whole. */
function isAdded(crossing: Line | undefined, figure: Figure): boolean {
	if (isWhole(figure)) {
		return true;
	}
	return isAdditive(figure) && crossing?.role !== "not-added";
}

function isWhole({ unit, value }: Figure): boolean {
	return unit === "%" && value !== null && value.equals(Decimal.of(100));
}

/** The lines that may be the parts of a total, the likeliest first. */
function readingsOf(lines: readonly Line[], total: number, cells: readonly number[]): readonly (readonly number[])[] {
	const above: number[] = [];
	for (let i = total - 1; i >= 0 && above.length < mostParts * 2; i--) {
		above.unshift(i);
	}
	const isTotal = (i: number) => lines[i]?.role === "total" || lines[i]?.role === "bare-total";
	const isItem = (i: number) => lines[i]?.role === "item";
	const afterLast = (some: readonly number[], test: (i: number) => boolean) => some.slice(some.findLastIndex(test) + 1);
	const isSection = (i: number) => lines[i]?.role === "section";
	const sectioned = afterLast(above, isSection);
	const run = afterLast(sectioned, isTotal);
	const outermost = (some: readonly number[]) => {
		const least = Math.min(...some.map((i) => lines[i]?.indent ?? 0));
		return some.filter((i) => (lines[i]?.indent ?? 0) === least);
	};
	const withTotals = (some: readonly number[]) => [...some.filter(isTotal), ...afterLast(some, isTotal).filter(isItem)];
	const below: number[] = [];
	const own = lines[total]?.indent ?? 0;
	for (let i = total + 1; i < lines.length && below.length < mostParts; i++) {
		const line = lines[i] as Line;
		if (isTotal(i) || isSection(i)) {
			break;
		}
		if (line.role !== "not-added") {
			below.push(i);
		}
	}
	const inner = below.slice(
		0,
		below.findIndex((i) => (lines[i]?.indent ?? 0) <= own && lines[i]?.role !== "of-which"),
	);
	const readings = [
		outermost(run.filter(isItem)),
		run.filter(isItem),
		outermost(sectioned.filter(isItem)),
		withTotals(sectioned),
		withTotals(above),
		above.filter(isTotal),
		above.filter(isItem),
		outermost(above.filter(isItem)),
		inner.length > 1 ? inner : [],
		outermost(below),
		below,
		below.filter((i) => lines[i]?.role === "of-which"),
		...cells
			.slice(0, 4)
			.flatMap((at) => [withoutNested(lines, run.filter(isItem), at), withoutNested(lines, above.filter(isItem), at)]),
	];
	const seen = new Set<string>();
	return readings.filter((reading) => {
		const key = reading.join(" ");
		return reading.length > 1 && reading.length <= mostParts && !seen.has(key) && seen.add(key);
	});
}

/** Lines without those that a line above them sums up, as one column shows. */
function withoutNested(lines: readonly Line[], some: readonly number[], at: number): number[] {
	const kept: number[] = [];
	for (let i = 0; i < some.length; i++) {
		kept.push(some[i] as number);
		const parent = lines[some[i] as number]?.cells[at];
		for (let size = 2; parent?.state === "figure" && isAdditive(parent.figure) && size <= 12 && i + size < some.length; size++) {
			const children = figuresAt(lines, some.slice(i + 1, i + 1 + size), at);
			if (
				children &&
				fits(parent.figure, children) &&
				addUp(
					parent.figure,
					children.map(({ figure }) => figure),
				).agrees
			) {
				i += size;
				break;
			}
		}
	}
	return kept;
}

/** The figures of some lines in a column; null where one of them has none. */
function figuresAt(lines: readonly Line[], some: readonly number[], at: number): TableFigure[] | null {
	const found: TableFigure[] = [];
	for (const i of some) {
		const cell = lines[i]?.cells[at];
		if (cell?.state !== "figure") {
			return null;
		}
		found.push(cell);
	}
	return found;
}

function fits(total: Figure, parts: readonly TableFigure[]): boolean {
	return parts.every(({ figure }) => isAdditive(figure) && isComparable(total, figure));
}

function outcomeOf(lines: readonly Line[], line: Line, reading: readonly number[], at: number): Outcome {
	const total = line.cells[at];
	const cells = reading.map((i) => lines[i]?.cells[at]).filter((cell): cell is Cell => cell !== undefined);
	const parts = cells.filter((cell) => cell.state === "figure");
	if (total?.state !== "figure" || parts.length < 2 || parts.every(({ figure }) => figure.value?.isZero)) {
		return unknown;
	}
	const whole = isWhole(total.figure);
	if (!(whole ? parts.every(({ figure }) => figure.unit === "%" && figure.value !== null) : fits(total.figure, parts))) {
		return unknown;
	}
	const sum = addUp(
		total.figure,
		parts.map(({ figure }) => figure),
	);
	if (sum.agrees) {
		return { kind: "agrees", total, parts, sum };
	}
	return parts.length < cells.length ? unknown : { kind: "differs", total, parts, sum };
}

/** Whether the total is that of all parts but one: one of two alternatives (location-based and market-based). */
function agreesLessOne(lines: readonly Line[], line: Line, reading: readonly number[] | undefined, at: number): boolean {
	const total = line.cells[at];
	const parts = reading && reading.length > 2 && reading.length <= 12 ? figuresAt(lines, reading, at) : null;
	if (total?.state !== "figure" || !parts || !fits(total.figure, parts)) {
		return false;
	}
	return parts.some((_, left) => {
		const others = parts.flatMap(({ figure }, index) => (index === left ? [] : [figure]));
		return addUp(total.figure, others).agrees && !parts[left]?.figure.value?.isZero;
	});
}

/** A list of items with their total at its end, and nothing else. */
function isSimple(lines: readonly Line[], total: number, direction: "rows" | "columns"): boolean {
	const line = lines[total] as Line;
	return (
		(line.role === "bare-total" || direction === "rows") &&
		total === lines.length - 1 &&
		lines.every(({ role, indent }, i) => i === total || (role === "item" && indent === line.indent))
	);
}

function isNear(total: Figure, sum: Sum, line: Line): boolean {
	const value = (total.value as Decimal).abs();
	const room = value.times(line.role === "bare-total" ? nearBare : nearNamed);
	const difference = sum.value.minus(total.value as Decimal).abs();
	return difference.compare(room) <= 0 && !meet(boundsOf(total), { low: sum.value, high: sum.value });
}
