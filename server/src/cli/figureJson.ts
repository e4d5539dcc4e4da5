import type { Decimal } from "../core/decimal.ts";
import type { Figure, FigureKind, Period, Qualifier, Span } from "../core/model.ts";
import type { Lines, Range } from "./lines.ts";

/** A figure as results print it. Offsets and range are those of the input; `text` is what stands there. */
export interface FigureJson {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly kind: FigureKind;
	readonly checkworthy: boolean;
	readonly value: string | null;
	readonly low: string | null;
	readonly high: string | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: Qualifier;
	/** ISO dates of dates and periods; null for all else and for relative ones. */
	readonly period: Period | null;
	readonly range: Range;
}

/** @param span where the figure stands in the text of `lines` */
export function figureJson(figure: Figure, span: Span, lines: Lines): FigureJson {
	return {
		start: span.start,
		end: span.end,
		text: lines.text.slice(span.start, span.end),
		kind: figure.kind,
		checkworthy: figure.checkworthy,
		value: decimalText(figure.value),
		low: decimalText(figure.low),
		high: decimalText(figure.high),
		unit: figure.unit,
		currency: figure.currency,
		qualifier: figure.qualifier,
		period: figure.period,
		range: lines.range(span),
	};
}

export function decimalText(value: Decimal | null): string | null {
	return value?.toString() ?? null;
}
