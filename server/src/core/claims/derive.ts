/**
 * Figures that follow from others: sums, differences, shares, changes, multiples, averages and conversions of figures that are
 * supported, in the same block or in the database. A value that happens to be some difference of some figures follows from
 * nothing: either the words announce the arithmetic, or the measures say that the parts belong together.
 */
import { changeWords, differenceWords, impliedWords, shareWords, sumWords } from "../../../data/derivations.ts";
import { findPairs } from "../conversion/pairs.ts";
import { Decimal } from "../decimal.ts";
import type { Passage } from "../draft/draft.ts";
import type { Claim, Figure } from "../model.ts";
import { fold } from "../text/fold.ts";
import { relateUnits, relateValues, significantDigits, type Valued } from "./compare.ts";
import { dimensionOf } from "./dimension.ts";
import type { Derivation, Evidence } from "./evidence.ts";

/** No more than this many figures and claims are tried as operands: the pairs grow with the square. */
const mostOperands = 16;
/** How far around a figure the words are that announce its arithmetic. */
const announcementReach = 60;
/** How much an average of rounded or open amounts may be off. */
const averageAllowance = Decimal.parse("0.005");
const one = Decimal.one;

/** Something that a figure may follow from. */
interface Operand extends Valued {
	readonly text: string;
	readonly measure: string;
	readonly entity: string;
	readonly claims: readonly Claim[];
	/** Whether the text itself gives it, near the figure. */
	readonly here: boolean;
	/** Whether it is aimed at. */
	readonly target: boolean;
}

/**
 * The evidence of a passage's figures, those that follow from others marked as derived.
 * @param before evidence of the block's passages above, for what a list or a table says in its other lines
 * @param candidates for each figure, what the database answered
 */
export function derive(
	passage: Passage,
	evidence: readonly Evidence[],
	before: readonly Evidence[] = [],
	candidates: readonly (readonly Claim[])[] = [],
): readonly Evidence[] {
	if (!evidence.some(isOpen)) {
		return evidence;
	}
	const result = [...evidence];
	const twins = new Map(findPairs(passage.text, passage.figures).map((pair) => [pair.secondIndex, pair.firstIndex]));
	for (const [index, found] of evidence.entries()) {
		if (!isOpen(found)) {
			continue;
		}
		const twin = twins.get(index);
		const first = twin === undefined ? undefined : result[twin];
		const derivation =
			(first ? conversionOf(found, first) : null) ??
			partOf(passage, found.figure, result.slice(Math.max(0, index - 2), index)) ??
			derivationOf(passage, found, [...operandsHere(found, result, before), ...operandsThere(found, candidates[index] ?? [])]);
		if (derivation) {
			result[index] = { ...found, verdict: "derived", claims: [], derivation };
		}
	}
	return result;
}

/** "Nine of the 25, or 36%": the text itself says of what. */
function partOf({ text }: Passage, figure: Figure, [part, whole]: readonly Evidence[]): Derivation | null {
	if (figure.kind !== "percent" || !part?.figure.value || !whole?.figure.value || whole.figure.value.isZero) {
		return null;
	}
	const given = [part, whole].every((one) => one.verdict === "not-check-worthy" || isGiven(one));
	const joined =
		/^ (?:out )?of (?:the |these |those |our )?$/.test(text.slice(part.figure.end, whole.figure.start)) &&
		/^[a-z -]{0,24}[,(]? ?\(?(?:or |that is |i\.e\. )?$/.test(text.slice(whole.figure.end, figure.start));
	return given && joined && agrees(figure, part.figure.value.shift(2).dividedBy(whole.figure.value))
		? {
				formula: `${figure.text} = ${part.figure.text} ÷ ${whole.figure.text}`,
				operands: [...claimsOf(part), ...claimsOf(whole)],
			}
		: null;
}

/** What figures further down the block may follow from: the last of those that are given. */
export function operandsFor(above: readonly Evidence[], evidence: readonly Evidence[]): readonly Evidence[] {
	const given = evidence.filter(isGiven);
	return given.length === 0 ? above : [...above, ...given].slice(-mostOperands);
}

/** A figure that no claim supports. One that a claim contradicts may still be the sum of two that are ("14 million more"). */
function isOpen({ verdict, figure }: Evidence): boolean {
	return (
		verdict === "unsupported-figure" ||
		verdict === "contradicted-figure" ||
		verdict === "mismatched-unit" ||
		// "36%" of nine in 25, where a source says "over 20%" of something else.
		(verdict === "excess-precision" && figure.kind === "percent")
	);
}

const isGiven = ({ verdict }: Evidence): boolean => verdict === "supported" || verdict === "derived";

/** The second of two amounts that the text gives as one, in a currency that no claim has: whether the rate is right, the conversion rules say. */
function conversionOf({ figure, verdict }: Evidence, first: Evidence): Derivation | null {
	const converted = figure.currency !== null && first.figure.currency !== null && figure.currency !== first.figure.currency;
	return converted && verdict !== "contradicted-figure" && isGiven(first)
		? { formula: `${figure.text} ≈ ${first.figure.text}`, operands: claimsOf(first) }
		: null;
}

/** The supported figures of the passage and of the block above it, the nearest first. */
function operandsHere(found: Evidence, passage: readonly Evidence[], before: readonly Evidence[]): Operand[] {
	const near = [...passage.filter((other) => other !== found), ...[...before].reverse()];
	return near
		.filter((other) => isGiven(other) && other.figure.value !== null)
		.slice(0, mostOperands)
		.map(({ figure, subject, claims, derivation }) => ({
			...valued(figure),
			text: figure.text,
			measure: claims[0]?.measure ?? subject.measures[0] ?? "",
			entity: claims[0]?.entity ?? subject.entities[0] ?? "",
			claims: claims.length > 0 ? claims.slice(0, 1) : (derivation?.operands ?? []),
			here: true,
			target: subject.kind === "target",
		}));
}

/** The claims about the figure's entity. */
function operandsThere({ subject }: Evidence, candidates: readonly Claim[]): Operand[] {
	return candidates
		.filter((claim) => claim.value !== null && claim.entity !== "" && claim.entity === subject.entities[0])
		.slice(0, mostOperands)
		.map((claim) => ({
			...valued(claim),
			text: claim.printed,
			measure: claim.measure,
			entity: claim.entity,
			claims: [claim],
			here: false,
			target: claim.kind === "target",
		}));
}

function derivationOf(passage: Passage, found: Evidence, operands: readonly Operand[]): Derivation | null {
	const { figure } = found;
	if (figure.value === null || operands.length === 0) {
		return null;
	}
	const words = wordsAround(passage, figure);
	for (const operand of operands) {
		// The same amount in another unit ("9,798 tonnes, or 9.798 kt").
		if (operand.here && relateUnits(figure, operand) === "convertible" && relateValues(figure, operand) === "equal") {
			return { formula: `${figure.text} = ${operand.text}`, operands: operand.claims };
		}
	}
	if (figure.kind === "percent") {
		return percentOf(figure, operands, words);
	}
	if (figure.unit === "x") {
		return multipleOf(figure, operands);
	}
	if (found.subject.forEach) {
		return averageOf(figure, operands);
	}
	return differenceOf(found, operands, words) ?? sumOf(found, operands, words) ?? impliedBy(figure, operands, words);
}

/** The other of two amounts of one measure, or the part of a whole that another part leaves. */
function differenceOf({ figure }: Evidence, operands: readonly Operand[], words: string): Derivation | null {
	const announced = hasWord(words, differenceWords);
	for (const [i, a] of operands.entries()) {
		for (const b of operands.slice(i + 1)) {
			if (
				!isAlike(figure, a) ||
				!isAlike(figure, b) ||
				!(announced && belongTogether(a, b) && isUnlikelyByChance(figure, a, b))
			) {
				continue;
			}
			const [large, small] = (a.value as Decimal).compare(b.value as Decimal) >= 0 ? [a, b] : [b, a];
			if (agrees(figure, (large.value as Decimal).minus(small.value as Decimal))) {
				return { formula: `${figure.text} = ${large.text} − ${small.text}`, operands: [...large.claims, ...small.claims] };
			}
		}
	}
	return null;
}

/** Two figures, all of their kind that the text lists, or the varieties of one measure in the database. */
function sumOf({ figure, subject }: Evidence, operands: readonly Operand[], words: string): Derivation | null {
	const announced = hasWord(words, sumWords);
	const here = operands.filter((operand) => operand.here && isAlike(figure, operand));
	const fits = (parts: readonly Operand[]): boolean =>
		announced || (subject.measures[0] !== undefined && parts.every((part) => part.measure === subject.measures[0]));
	const sum = (parts: readonly Operand[]): Derivation | null =>
		parts.length > 1 &&
		fits(parts) &&
		agrees(
			figure,
			parts.reduce((total, part) => total.plus(part.value as Decimal), Decimal.zero),
		)
			? {
					formula: `${figure.text} = ${parts.map((part) => part.text).join(" + ")}`,
					operands: parts.flatMap((part) => part.claims),
				}
			: null;
	for (const [i, a] of here.entries()) {
		for (const b of here.slice(i + 1)) {
			const found = sum([a, b]);
			if (found) {
				return found;
			}
		}
	}
	// Runs of neighbours: everything that was listed last.
	for (let count = 3; count <= here.length; count += 1) {
		const found = sum(here.slice(0, count));
		if (found) {
			return found;
		}
	}
	return null;
}

/** A share of one amount in another, or the change between them. */
function percentOf(figure: Figure, operands: readonly Operand[], words: string): Derivation | null {
	const share = hasWord(words, shareWords);
	const change = hasWord(words, changeWords);
	for (const a of operands) {
		for (const b of operands) {
			const [x, y] = [a.value, b.value];
			if (a === b || !x || !y || y.isZero || a.unit === "%" || !isAlike(a, b) || !belongTogether(a, b) || !(share || change)) {
				continue;
			}
			const part = x.shift(2).dividedBy(y);
			if (share && x.compare(y) <= 0 && agrees(figure, part)) {
				return { formula: `${figure.text} = ${a.text} ÷ ${b.text}`, operands: [...a.claims, ...b.claims] };
			}
			const step = x.minus(y).abs().shift(2).dividedBy(y);
			if (change && a.measure === b.measure && agrees(figure, step)) {
				return { formula: `${figure.text} = (${a.text} − ${b.text}) ÷ ${b.text}`, operands: [...a.claims, ...b.claims] };
			}
		}
	}
	return null;
}

/** "Double the 2019 amount", where the text or a source gives both. */
function multipleOf(figure: Figure, operands: readonly Operand[]): Derivation | null {
	for (const a of operands) {
		for (const b of operands) {
			const [x, y] = [a.value, b.value];
			// "26 times the donations": of two things only where the text gives both and the number is no round one.
			const fits = a.measure === b.measure ? a.measure !== "" : a.here && b.here && significantDigits(figure.value) >= 2;
			if (a === b || !x || !y || y.isZero || a.unit === "x" || !fits || !isAlike(a, b)) {
				continue;
			}
			if (agrees(figure, x.dividedBy(y))) {
				return { formula: `${figure.text} = ${a.text} ÷ ${b.text}`, operands: [...a.claims, ...b.claims] };
			}
		}
	}
	return null;
}

/** "226 lunches per school": of amounts that the text gives, one in the figure's unit, by a count. */
function averageOf(figure: Figure, operands: readonly Operand[]): Derivation | null {
	const here = operands.filter((operand) => operand.here);
	for (const a of here) {
		for (const b of here) {
			const [x, y] = [a.value, b.value];
			if (a === b || !x || !y || y.isZero || !isCount(b) || b.unit === a.unit) {
				continue;
			}
			const average = scaled(figure, a, x.dividedBy(y));
			if (average && (agrees(figure, average) || isNear(figure, average))) {
				return { formula: `${figure.text} = ${a.text} ÷ ${b.text}`, operands: [...a.claims, ...b.claims] };
			}
		}
	}
	return null;
}

const isCount = ({ unit }: Operand): boolean => unit === null || dimensionOf(unit) === "count";

/** The average in the figure's unit; null where that is no amount of the same thing. Tonnes by sheets may be printed in grams. */
function scaled(figure: Figure, a: Operand, average: Decimal): Decimal | null {
	if (figure.currency !== null || a.currency !== null) {
		return figure.currency === a.currency ? average : null;
	}
	const [own, whole] = [dimensionOf(figure.unit).split("/")[0], dimensionOf(a.unit)];
	if (own === "mass" || own === "mass-co2e") {
		return whole === "mass" || whole === "mass-co2e" ? average.times(massFactor(a.unit, figure.unit)) : null;
	}
	const unit = relateUnits({ ...valued(figure), unit: figure.unit?.split("/")[0] ?? null }, a);
	return unit === "same" || unit === "kindred" ? average : null;
}

/** Grams, kilograms and tonnes, with or without what is weighed. */
function massFactor(from: string | null, to: string | null): Decimal {
	const power = (unit: string | null): number =>
		/^kg/.test(unit ?? "") ? 3 : /^kt/.test(unit ?? "") ? 9 : /^g/.test(unit ?? "") ? 0 : 6;
	return one.shift(power(from) - power(to));
}

/** "Twice as much as in 2019, which implies about 10.2 billion then". */
function impliedBy(figure: Figure, operands: readonly Operand[], words: string): Derivation | null {
	if (!hasWord(words, impliedWords)) {
		return null;
	}
	const multiples = operands.filter((operand) => operand.here && operand.unit === "x");
	for (const multiple of multiples) {
		for (const whole of operands) {
			const [x, m] = [whole.value, multiple.value];
			if (whole === multiple || !x || !m || m.isZero || !isAlike(figure, whole)) {
				continue;
			}
			if (agrees(figure, x.dividedBy(m)) || isNear(figure, x.dividedBy(m))) {
				return { formula: `${figure.text} = ${whole.text} ÷ ${multiple.text}`, operands: [...whole.claims, ...multiple.claims] };
			}
		}
	}
	return null;
}

/** Two amounts of one measure, a result and its target, parts of one whole, or both in the same text and of one entity. */
function belongTogether(a: Operand, b: Operand): boolean {
	if (a.entity !== b.entity && a.entity !== "" && b.entity !== "") {
		return false;
	}
	return (a.here && b.here) || (a.measure !== "" && a.measure === b.measure);
}

/** Of figures with one significant digit almost any is the difference of some two. */
function isUnlikelyByChance(figure: Figure, a: Operand, b: Operand): boolean {
	return (a.here && b.here) || significantDigits(figure.value) >= 2;
}

function isAlike(a: Valued, b: Valued): boolean {
	const unit = relateUnits(a, b);
	return a.unit === b.unit || unit === "same" || unit === "kindred";
}

function agrees(figure: Figure, value: Decimal): boolean {
	const exact = {
		value,
		low: value,
		high: value,
		unit: figure.unit,
		currency: figure.currency,
		qualifier: "exact" as const,
		precision: value.exponent,
	};
	return relateValues(figure, exact) === "equal";
}

function isNear(figure: Figure, value: Decimal): boolean {
	return figure.value !== null && figure.value.minus(value).abs().compare(value.abs().times(averageAllowance)) <= 0;
}

function valued({ value, low, high, unit, currency, qualifier, precision }: Valued): Valued {
	return { value, low, high, unit, currency, qualifier, precision };
}

/** The text around a figure, within its sentence. */
function wordsAround(passage: Passage, figure: Figure): string {
	const sentence = passage.sentences.find((span) => figure.start >= span.start && figure.start < span.end);
	const start = Math.max(sentence?.start ?? 0, figure.start - announcementReach);
	const end = Math.min(sentence?.end ?? passage.text.length, figure.end + announcementReach);
	return fold(passage.text.slice(start, end)).text.toLowerCase();
}

const tests = new Map<readonly string[], RegExp>();

function hasWord(text: string, words: readonly string[]): boolean {
	let test = tests.get(words);
	if (!test) {
		const latin = words.filter((word) => /^[a-z]/.test(word));
		const other = words.filter((word) => !/^[a-z]/.test(word));
		test = new RegExp(`(?<![a-z])(?:${latin.join("|")})(?![a-z])|${other.join("|")}`);
		tests.set(words, test);
	}
	return test.test(text);
}

const claimsOf = ({ claims, derivation }: Evidence): readonly Claim[] =>
	claims.length > 0 ? claims.slice(0, 1) : (derivation?.operands ?? []);
