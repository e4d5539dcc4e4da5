/** Writes figures down in the terms of the text that was given, not of the folded text that was read. */
import type { Decimal } from "../decimal.ts";
import type { Figure, FigureKind, Language, Period, Qualifier, Span } from "../model.ts";
import type { Folded } from "../text/fold.ts";
import type { OffsetMap } from "../text/offsets.ts";

/** A quantity as the reader found it; offsets in folded text. */
export interface FoundQuantity {
	readonly start: number;
	readonly end: number;
	readonly kind: FigureKind;
	readonly checkworthy: boolean;
	readonly value: Decimal | null;
	readonly low: Decimal | null;
	readonly high: Decimal | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: Qualifier;
	readonly qualifierSpan: Span | null;
	readonly numeralStart: number;
	readonly numeralEnd: number;
	readonly precision: number;
}

export class FigureWriter {
	readonly figures: Figure[] = [];
	private readonly text: string;
	/** null where folding changed nothing. */
	private readonly offsets: OffsetMap | null;
	private readonly language: Language;

	constructor(text: string, folded: Folded, language: Language) {
		this.text = text;
		this.offsets = folded.text === text ? null : folded.offsets;
		this.language = language;
	}

	quantity(found: FoundQuantity): void {
		const { text, offsets } = this;
		const start = offsets ? offsets.startOf(found.start) : found.start;
		const end = offsets ? offsets.endOf(found.end) : found.end;
		const numeralStart = Math.max(start, offsets ? offsets.startOf(found.numeralStart) : found.numeralStart);
		const numeralEnd = Math.min(end, offsets ? offsets.endOf(found.numeralEnd) : found.numeralEnd);
		this.figures.push({
			start,
			end,
			text: text.slice(start, end),
			kind: found.kind,
			checkworthy: found.checkworthy,
			value: found.value,
			low: found.low,
			high: found.high,
			unit: found.unit,
			currency: found.currency,
			qualifier: found.qualifier,
			qualifierSpan: found.qualifierSpan && offsets ? offsets.span(found.qualifierSpan) : found.qualifierSpan,
			period: null,
			style: {
				language: this.language,
				prefix: text.slice(start, numeralStart),
				suffix: text.slice(numeralEnd, end),
				numeral: text.slice(numeralStart, numeralEnd),
			},
			precision: found.precision,
		});
	}

	/** A date, a period, a name: never check-worthy. */
	plain(kind: "date" | "period" | "identifier", foldedStart: number, foldedEnd: number, period: Period | null): void {
		const start = this.offsets ? this.offsets.startOf(foldedStart) : foldedStart;
		const end = this.offsets ? this.offsets.endOf(foldedEnd) : foldedEnd;
		const text = this.text.slice(start, end);
		this.figures.push({
			start,
			end,
			text,
			kind,
			checkworthy: false,
			value: null,
			low: null,
			high: null,
			unit: null,
			currency: null,
			qualifier: "exact",
			qualifierSpan: null,
			period,
			style: { language: this.language, prefix: "", suffix: "", numeral: text },
			precision: 0,
		});
	}
}
