/** Activities with the carbon that goes with them: which factor the two imply, and whether any published one is near it. */

import {
	carbonLinks,
	type FactorBand,
	factorBands,
	otherCarbon,
	savingLinks,
	savingWords,
} from "../../../data/arithmetic/factors.ts";
import { Decimal } from "../decimal.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { isStatement } from "../figures/isStatement.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure } from "../model.ts";
import { gridsOf } from "./grid.ts";
import { boundsOf, isAmount, meet, product, scaled } from "./printed.ts";
import { type Sentence, sentencesOf, words } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

interface PlacedFigure {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** An activity and its carbon, whose factor lies outside the band. */
export interface OddFactor {
	readonly activity: PlacedFigure;
	readonly carbon: PlacedFigure;
	readonly band: FactorBand;
	/** Kilograms of carbon dioxide for one `band.per`. */
	readonly implied: Decimal;
}

const links = new WordSet(carbonLinks);
const reductions = new WordSet(savingLinks);
const savings = new WordSet(savingWords);
const other = new WordSet(otherCarbon);
const bands = (factorBands as readonly FactorBand[]).map((band) => ({ band, words: new WordSet(band.words) }));

/** How far from its figure an activity is named, and the longest text between it and its carbon. */
const nearby = 24;
const longestGap = 70;

export function findOddFactors(passage: Passage): OddFactor[] {
	if (!passage.figures.some(isCarbon)) {
		return [];
	}
	return sentencesOf(passage, 2).flatMap((sentence) => {
		const statements = sentence.figures.filter((figure) => isStatement(figure) && !isTime(figure));
		return statements.flatMap((read, index): OddFactor[] => {
			const carbon = statements[index + 1];
			const activity = asPrinted(read);
			const band =
				carbon && isCarbon(carbon) && isActivity(activity) && areLinked(sentence, activity, carbon)
					? bandOf(activity, around(sentence, activity))
					: null;
			return carbon && band ? odd({ passage, figure: activity }, { passage, figure: carbon }, band) : [];
		});
	});
}

function isCarbon(figure: Figure): boolean {
	return isActivity(figure) && findUnit(figure.unit ?? "")?.dimension === "mass-co2e";
}

function isActivity(figure: Figure): boolean {
	return isAmount(figure) && figure.unit !== null && (figure.value?.sign ?? 0) > 0;
}

/** Tonnes that only the sentence makes tonnes of CO2: of an activity that is named beside them, they are plain tonnes. */
function asPrinted(figure: Figure): Figure {
	const plain = isCarbon(figure) && !/co|碳|탄소/i.test(figure.text) ? /^(.*?)CO2e?$/.exec(figure.unit ?? "")?.[1] : undefined;
	return plain ? { ...figure, unit: plain } : figure;
}

function isTime({ unit }: Figure): boolean {
	const dimension = unit === null ? undefined : findUnit(unit)?.dimension;
	return dimension === "time" || dimension === "calendar";
}

function areLinked(sentence: Sentence, activity: Figure, carbon: Figure): boolean {
	const gap = words(sentence, activity.end, carbon.start);
	if (gap.length > longestGap || other.isIn(gap) || other.isIn(words(sentence, sentence.span.start, activity.start))) {
		return false;
	}
	const before = words(sentence, sentence.span.start, activity.start);
	if (other.isIn(words(sentence, carbon.end, Math.min(sentence.span.end, carbon.end + nearby)))) {
		return false;
	}
	return (
		links.isIn(gap) ||
		/^\s*[(=≈]/.test(gap) ||
		((reductions.isIn(gap) || reductions.isIn(words(sentence, carbon.end, Math.min(sentence.span.end, carbon.end + 12)))) &&
			savings.isIn(`${before} ${gap}`))
	);
}

/** What names an activity: the words in and beside its figure, not those of its carbon. */
function around(sentence: Sentence, activity: Figure): string {
	const start = Math.max(sentence.span.start, activity.start - nearby);
	return words(sentence, start, Math.min(sentence.span.end, activity.end + nearby));
}

function bandOf(activity: Figure, text: string): FactorBand | null {
	const dimension = activity.kind === "count" ? activity.unit : findUnit(activity.unit ?? "")?.dimension;
	return (
		bands.find(({ band, words: named }) => band.dimension === dimension && (band.words.length === 0 || named.isIn(text)))?.band ??
		null
	);
}

const grams = Decimal.of(1000);

function odd(activity: PlacedFigure, carbon: PlacedFigure, band: FactorBand): OddFactor[] {
	const [a, c, per] = [activity.figure.unit, carbon.figure.unit, band.per].map((unit) => findUnit(unit ?? ""));
	const kilogram = findUnit("kgCO2");
	if (!a || !c || !per || !kilogram) {
		return [];
	}
	// carbon × c / kilogram = activity × a / per × factor, cross-multiplied.
	const made = scaled(
		product(boundsOf(activity.figure), { low: Decimal.parse(band.low), high: Decimal.parse(band.high) }),
		Decimal.of(a.numerator * per.denominator * c.denominator * kilogram.numerator),
	);
	const stated = scaled(boundsOf(carbon.figure), Decimal.of(c.numerator * kilogram.denominator * a.denominator * per.numerator));
	if (meet(made, stated)) {
		return [];
	}
	const above = (carbon.figure.value as Decimal).times(
		Decimal.of(c.numerator * kilogram.denominator * a.denominator * per.numerator),
	);
	const below = (activity.figure.value as Decimal).times(
		Decimal.of(a.numerator * per.denominator * c.denominator * kilogram.numerator),
	);
	return [{ activity, carbon, band, implied: above.dividedBy(below, 3) }];
}

/** The same in the rows of tables: one amount of an activity that the row's label names, and one of carbon. */
export function findOddRows(content: BlockContent): OddFactor[] {
	return gridsOf(content).flatMap(({ rows, columns }) =>
		rows.flatMap((row): OddFactor[] => {
			const cells = row.cells.flatMap((cell, at) => (cell.state === "figure" && columns[at]?.role !== "not-added" ? [cell] : []));
			const carbons = cells.filter(({ figure }) => isCarbon(figure));
			const activities = cells.filter(({ figure }) => isActivity(figure) && !isCarbon(figure));
			const [carbon, activity] = [carbons[0], activities[0]];
			if (
				!carbon ||
				!activity ||
				carbons.length > 1 ||
				activities.length > 1 ||
				cells.length > 3 ||
				row.role !== "item" ||
				other.isIn(row.fullLabel)
			) {
				return [];
			}
			const band = bandOf(activity.figure, row.fullLabel);
			return band ? odd(activity, carbon, band) : [];
		}),
	);
}

/** A factor in the unit that reads best: grams below one kilogram. */
export function printFactor(factor: Decimal): string {
	return factor.compare(Decimal.one) < 0 ? `${factor.times(grams).normalize()} g` : `${factor.normalize()} kg`;
}
