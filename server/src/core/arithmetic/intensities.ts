/** Intensities with the two amounts that make them: in one sentence, or in one column of a table. */

import { otherBases } from "../../../data/arithmetic/changes.ts";
import { notOwnIntensity, scopeWords } from "../../../data/arithmetic/intensities.ts";
import { relateUnits } from "../claims/compare.ts";
import { Decimal } from "../decimal.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure } from "../model.ts";
import { gridsOf, type Line } from "./grid.ts";
import { boundsOf, isAmount, meet, product, scaled } from "./printed.ts";
import { sentencesOf, words } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

interface PlacedFigure {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** An intensity that is not its amount divided by what it is counted over. */
export interface WrongIntensity {
	readonly intensity: PlacedFigure;
	readonly above: PlacedFigure;
	readonly below: PlacedFigure;
}

// Intensities are what these rules are about; the word itself says nothing against them.
const otherwise = new WordSet(
	otherBases.filter((word) => !["intensity", "per unit", "强度", "강도", "원단위"].includes(word)),
	notOwnIntensity,
);
const scopes = new WordSet(scopeWords);
/** With more amounts than this, which belong to an intensity cannot be told. */
const mostReadings = 40;

export function findIntensities(passage: Passage): WrongIntensity[] {
	if (!passage.figures.some(isIntensity)) {
		return [];
	}
	return sentencesOf(passage, 3).flatMap((sentence) => {
		const statements = sentence.figures.filter((figure) => isStatement(figure) && figure.checkworthy);
		const text = words(sentence, sentence.span.start, sentence.span.end);
		const intensities = statements.filter(isIntensity);
		const [intensity] = intensities;
		if (statements.length !== 3 || !intensity || intensities.length > 1 || otherwise.isIn(text) || countOf(text) > 1) {
			return [];
		}
		const [a, b] = statements.filter((figure) => figure !== intensity);
		const pair =
			a && b && (isOver(intensity, a, b) ? { above: a, below: b } : isOver(intensity, b, a) ? { above: b, below: a } : null);
		return pair && !isQuotient(intensity, pair.above, pair.below)
			? [
					{
						intensity: { passage, figure: intensity },
						above: { passage, figure: pair.above },
						below: { passage, figure: pair.below },
					},
				]
			: [];
	});
}

function countOf(text: string): number {
	const found = scopes.find(text);
	return found ? 1 + countOf(text.slice(found.end)) : 0;
}

function isIntensity(figure: Figure): boolean {
	return isAmount(figure) && figure.unit?.includes("/") === true && (figure.value?.sign ?? 0) > 0;
}

/** The units above and below the stroke: "tCO2e" and "CNY" of "tCO2e/10000 CNY". */
function unitsOf(intensity: Figure): { readonly above: string; readonly below: string } {
	const [above = "", below = ""] = (intensity.unit ?? "").split("/");
	return { above, below: below.replace(/^\d+ /, "") };
}

function isOver(intensity: Figure, above: Figure, below: Figure): boolean {
	const units = unitsOf(intensity);
	return isOf(above, units.above) && isOf(below, units.below);
}

/** Whether an amount is of a unit's dimension; things counted must be the same things. */
function isOf(figure: Figure, symbol: string): boolean {
	if (!isAmount(figure) || figure.unit === null || figure.unit.includes("/") || (figure.value?.sign ?? 0) <= 0) {
		return false;
	}
	const unit = findUnit(symbol);
	const relation = relateUnits(figure, {
		...figure,
		unit: symbol,
		currency: unit?.dimension.startsWith("money:") ? symbol : null,
	});
	// Tonnes of product are no tonnes of CO2.
	return (
		relation === "same" || relation === "convertible" || (relation === "kindred" && unit?.dimension.startsWith("count") === true)
	);
}

/** Whether intensity × what it is counted over can be the amount, as all three are printed. */
function isQuotient(intensity: Figure, above: Figure, below: Figure): boolean {
	const [a, b, c] = [above, below, intensity].map(({ unit }) => findUnit(unit ?? ""));
	if (!a || !b || !c) {
		return true;
	}
	const made = scaled(product(boundsOf(intensity), boundsOf(below)), Decimal.of(c.numerator * b.numerator * a.denominator));
	return meet(made, scaled(boundsOf(above), Decimal.of(a.numerator * c.denominator * b.denominator)));
}

/** The amount divided by what it is counted over, in the unit of the intensity. */
export function quotientOf(intensity: Figure, above: Figure, below: Figure): Decimal | null {
	const [a, b, c] = [above, below, intensity].map(({ unit }) => findUnit(unit ?? ""));
	if (!a || !b || !c || below.value === null || below.value.sign <= 0) {
		return null;
	}
	const numerator = (above.value as Decimal).times(Decimal.of(a.numerator * b.denominator * c.denominator));
	return numerator.dividedBy(below.value.times(Decimal.of(a.denominator * b.numerator * c.numerator)), 20);
}

/** The intensities of a block's tables that the rows (or columns) of their amounts contradict. */
export function findTableIntensities(content: BlockContent): WrongIntensity[] {
	return gridsOf(content).flatMap(({ rows, columns }) => [...wrongIn(rows), ...wrongIn(columns)]);
}

function wrongIn(lines: readonly Line[]): WrongIntensity[] {
	return lines.flatMap((line) => {
		const at = line.cells.flatMap((cell, index) => (cell.state === "figure" && isIntensity(cell.figure) ? [index] : []));
		if (at.length === 0 || otherwise.isIn(line.fullLabel)) {
			return [];
		}
		const having = (side: "above" | "below") =>
			lines.filter((other) =>
				at.some((index) => {
					const [own, cell] = [line.cells[index], other.cells[index]];
					return own?.state === "figure" && cell?.state === "figure" && isOf(cell.figure, unitsOf(own.figure)[side]);
				}),
			);
		const [aboves, belows] = [having("above"), having("below")];
		if (aboves.length * belows.length > mostReadings) {
			return [];
		}
		const readings = aboves.flatMap((above) => belows.flatMap((below) => (above === below ? [] : [{ above, below }])));
		const trios = readings.map(({ above, below }) => at.map((index) => trioAt(line, above, below, index)));
		return at.flatMap((_, position): WrongIntensity[] => {
			if (trios.some((row) => row[position]?.agrees)) {
				return [];
			}
			const held = trios.find((row) => {
				const agreeing = row.filter((trio) => trio?.agrees).length;
				return row[position] && agreeing > 0 && row.filter((trio) => trio && !trio.agrees).length <= agreeing;
			})?.[position];
			return held ? [held] : [];
		});
	});
}

function trioAt(line: Line, above: Line, below: Line, at: number): (WrongIntensity & { readonly agrees: boolean }) | null {
	const [intensity, a, b] = [line.cells[at], above.cells[at], below.cells[at]];
	if (
		intensity?.state !== "figure" ||
		a?.state !== "figure" ||
		b?.state !== "figure" ||
		!isOver(intensity.figure, a.figure, b.figure)
	) {
		return null;
	}
	return { intensity, above: a, below: b, agrees: isQuotient(intensity.figure, a.figure, b.figure) };
}
