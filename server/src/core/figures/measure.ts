/** What a figure measures: its unit and kind. */
import { Decimal } from "../decimal.ts";
import type { FigureKind } from "../model.ts";
import type { Amount, Scene } from "./amount.ts";
import { carbonUnit } from "./carbon.ts";

export interface Measure {
	readonly unit: string | null;
	readonly kind: FigureKind;
}

const percents = new Set(["%", "‰", "pp", "bp"]);

/**
 * @param currency the amount's own, or its header's
 * @param header what the headers of its cell say, where the amount has nothing of its own
 */
export function measureOf(scene: Scene, amount: Amount, currency: string | null, header: Scene["header"]): Measure {
	const { numeral, counted } = amount;
	if (currency !== null) {
		return { unit: amount.unit?.denominator ? `${currency}/${amount.unit.denominator}` : currency, kind: "money" };
	}
	const unit = numeral.unit ?? amount.unit?.unit ?? header?.unit ?? null;
	if (unit === null && counted) {
		return { unit: counted.unit, kind: "count" };
	}
	if (numeral.form === "multiple" || (unit === null && numeral.form === "fraction")) {
		return { unit: "x", kind: "ratio" };
	}
	if (unit === null) {
		return { unit, kind: "quantity" };
	}
	if (unit === "x") {
		return comparesTimes(scene.text, amount) ? { unit, kind: "ratio" } : { unit: "time", kind: "count" };
	}
	if (percents.has(unit)) {
		return { unit, kind: "percent" };
	}
	if (header?.counted) {
		return { unit, kind: "count" };
	}
	return { unit: carbonUnit(scene.text, unit, amount.start, amount.end) ?? unit, kind: "quantity" };
}

/** "3 times higher", "grew 2.5 times", 3倍 against "met 7 times". */
function comparesTimes(text: string, { start, end, numeral }: Amount): boolean {
	// Nothing grows a thousand times over: "served customers over 2.4 million times".
	if (/times$/i.test(text.slice(end - 5, end)) && numeral.value.compare(Decimal.of(1000)) >= 0) {
		return false;
	}
	if (!/times?$/i.test(text.slice(end - 5, end)) || (numeral.form === "digits" && !numeral.plain)) {
		return true;
	}
	return (
		/^ (?:more|higher|greater|larger|bigger|as |the |less|lower|faster|that|its|compared|over|longer|better|what)/i.test(
			text.slice(end, end + 10),
		) ||
		/(?:grew|grow|increas|increased|ris|rose|expand|multipl|multiplied|up|is|was|by|to|about|than|nearly|almost) ?$/i.test(
			text.slice(Math.max(0, start - 12), start),
		)
	);
}
