/**
 * Pairs in tables: two columns of the same amounts in two currencies ("RMB million", "US$ million"), a row that is repeated in
 * another unit ("Electricity (MWh)", "Electricity (GJ)"). Headers and labels must differ in currency, unit and scale alone.
 */
import { amountWords } from "../../../data/rates/wording.ts";
import { type Cell, type Grid, gridsOf, type Line } from "../arithmetic/grid.ts";
import { WordSet } from "../arithmetic/wordSet.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure, Period } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { labelPeriod } from "./pairPeriod.ts";
import { isConvertible, type Pair } from "./pairs.ts";

/** A pair of two cells. */
export interface TablePair {
	readonly pair: Pair;
	readonly first: Passage;
	readonly second: Passage;
	readonly period: Period | null;
}

/** Pairs of two columns or of two rows: they stand or fall together. */
export type TablePairs = readonly TablePair[];

const amounts = new WordSet(amountWords);
/** More columns or rows than this are not compared with one another. */
const mostLines = 200;

export const findTablePairs = oncePer((content: BlockContent): readonly TablePairs[] =>
	gridsOf(content)
		.flatMap((grid) => [...currencyColumns(grid), ...repeatedRows(grid)])
		.filter((pairs) => pairs.length > 0),
);

function currencyColumns({ columns, rows }: Grid): TablePairs[] {
	const named = columns.slice(0, mostLines).map((column, at) => ({ at, name: plainLabel(column), currency: currencyOf(column) }));
	const found: TablePairs[] = [];
	for (const [index, first] of named.entries()) {
		// The nearest column of the same amounts: a third currency is compared with the one before it.
		const second = named
			.slice(index + 1)
			.find(({ name, currency }) => name === first.name && currency !== null && currency !== first.currency);
		if (first.currency !== null && second) {
			found.push(rows.flatMap((row) => pairOf(row.cells[first.at], row.cells[second.at], periodOfLines(columns[first.at], row))));
		}
	}
	return found;
}

/** The one currency of a column's amounts; null where there are several or none. */
function currencyOf({ cells }: Line): string | null {
	const currencies = new Set(cells.flatMap((cell) => (cell.state === "figure" ? [cell.figure.currency] : [])));
	const [only = null] = currencies;
	return currencies.size === 1 ? only : null;
}

function repeatedRows({ rows, columns }: Grid): TablePairs[] {
	const found: TablePairs[] = [];
	for (const [index, first] of rows.entries()) {
		const second = rows[index + 1];
		const label = plainLabel(first);
		if (second && label !== "" && label === plainLabel(second)) {
			found.push(
				first.cells.flatMap((cell, at) => {
					const other = second.cells[at];
					const isOther = cell.state === "figure" && other?.state === "figure" && cell.figure.unit !== other.figure.unit;
					return isOther ? pairOf(cell, other, periodOfLines(columns[at])) : [];
				}),
			);
		}
	}
	return found;
}

/** The period that the first of these lines names. */
function periodOfLines(...lines: readonly (Line | undefined)[]): Period | null {
	const line = lines.find((one) => one !== undefined && one.periods.length > 0);
	return line ? labelPeriod(line.fullLabel, line.periods) : null;
}

/** A label without what it says of currency, unit and scale. */
function plainLabel({ fullLabel }: Line): string {
	return fullLabel
		.split(/[\s,，、:：/()（）[\]［］]+/)
		.filter((word) => word !== "" && !amounts.isAll(word) && !isUnit(word))
		.join(" ");
}

function isUnit(word: string): boolean {
	const dimension = findUnit(unitCase.get(word) ?? word)?.dimension ?? "count";
	return dimension !== "count";
}

/** Labels are folded to lower case; these symbols have capitals. */
const unitCase = new Map(
	[
		"kWh",
		"MWh",
		"GWh",
		"TWh",
		"J",
		"kJ",
		"MJ",
		"GJ",
		"TJ",
		"PJ",
		"tCO2",
		"tCO2e",
		"ktCO2e",
		"kgCO2e",
		"tce",
		"Mt",
		"L",
		"kL",
		"ML",
	].map((unit) => [unit.toLowerCase(), unit]),
);

function pairOf(a: Cell | undefined, b: Cell | undefined, period: Period | null): TablePair[] {
	if (a?.state !== "figure" || b?.state !== "figure" || !isConvertible(a.figure, b.figure)) {
		return [];
	}
	const index = ({ passage, figure }: { readonly passage: Passage; readonly figure: Figure }) => passage.figures.indexOf(figure);
	const pair: Pair = { first: a.figure, second: b.figure, firstIndex: index(a), secondIndex: index(b) };
	return [{ pair, first: a.passage, second: b.passage, period }];
}
