/** Figures that follow from supported ones: sums, differences, shares, changes and conversions within a passage. */
import { Decimal } from "../decimal.ts";
import type { Claim, Figure } from "../model.ts";
import { relateUnits, relateValues } from "./compare.ts";
import type { Derivation, Evidence } from "./evidence.ts";

/** No more than this many supported figures of a passage are tried as operands: the pairs grow with the square. */
const mostOperands = 12;

/** The evidence of a passage's figures, those that follow from the others marked as derived. */
export function derive(evidence: readonly Evidence[]): readonly Evidence[] {
	const operands = evidence.filter((one) => one.verdict === "supported" && one.figure.value !== null).slice(0, mostOperands);
	if (operands.length === 0 || !evidence.some(isOpen)) {
		return evidence;
	}
	return evidence.map((one) => {
		const derivation = isOpen(one) ? derivationOf(one.figure, operands) : null;
		return derivation ? { ...one, verdict: "derived" as const, derivation } : one;
	});
}

/** A figure that no claim supports. One that a claim contradicts may still be the sum of two that are ("14 million more"). */
function isOpen({ verdict, figure }: Evidence): boolean {
	return verdict === "unsupported-figure" || (verdict === "contradicted-figure" && figure.kind !== "percent");
}

function derivationOf(figure: Figure, operands: readonly Evidence[]): Derivation | null {
	if (figure.value === null) {
		return null;
	}
	for (const operand of operands) {
		// The same amount in another unit ("9,798 tonnes, or 9.798 kt").
		if (relateUnits(figure, operand.figure) === "convertible" && relateValues(figure, operand.figure) === "equal") {
			return { formula: `${figure.text} = ${operand.figure.text}`, operands: claimsOf(operand) };
		}
	}
	if (figure.kind === "percent") {
		return percentOf(figure, operands);
	}
	for (const [i, a] of operands.entries()) {
		for (const b of operands.slice(i + 1)) {
			if (!alike(figure, a.figure) || !alike(figure, b.figure)) {
				continue;
			}
			const [x, y] = [a.figure.value as Decimal, b.figure.value as Decimal];
			const [large, small] = x.compare(y) >= 0 ? [a, b] : [b, a];
			const difference = (large.figure.value as Decimal).minus(small.figure.value as Decimal);
			if (agrees(figure, difference)) {
				return { formula: `${figure.text} = ${large.figure.text} − ${small.figure.text}`, operands: claimsOf(large, small) };
			}
			if (agrees(figure, x.plus(y))) {
				return { formula: `${figure.text} = ${a.figure.text} + ${b.figure.text}`, operands: claimsOf(a, b) };
			}
		}
	}
	// A total of everything of its kind that the passage lists.
	const parts = operands.filter((one) => alike(figure, one.figure));
	if (parts.length > 2) {
		const total = parts.reduce((sum, one) => sum.plus(one.figure.value as Decimal), Decimal.zero);
		if (agrees(figure, total)) {
			return { formula: `${figure.text} = ${parts.map((one) => one.figure.text).join(" + ")}`, operands: claimsOf(...parts) };
		}
	}
	return null;
}

/** A share of one supported figure in another, or the change between them. */
function percentOf(figure: Figure, operands: readonly Evidence[]): Derivation | null {
	for (const a of operands) {
		for (const b of operands) {
			const [x, y] = [a.figure.value, b.figure.value];
			if (a === b || !x || !y || y.isZero || !alike(a.figure, b.figure) || a.figure.kind === "percent") {
				continue;
			}
			const share = x.shift(2).dividedBy(y);
			if (agrees(figure, share)) {
				return { formula: `${figure.text} = ${a.figure.text} ÷ ${b.figure.text}`, operands: claimsOf(a, b) };
			}
			const change = x.minus(y).abs().shift(2).dividedBy(y);
			if (agrees(figure, change)) {
				return { formula: `${figure.text} = (${a.figure.text} − ${b.figure.text}) ÷ ${b.figure.text}`, operands: claimsOf(a, b) };
			}
		}
	}
	return null;
}

function alike(a: Figure, b: Figure): boolean {
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

const claimsOf = (...operands: readonly Evidence[]): Claim[] => operands.flatMap((one) => one.claims.slice(0, 1));
