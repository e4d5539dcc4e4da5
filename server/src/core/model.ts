/**
 * The words of the product and what they mean. Everything else is written in these terms.
 *
 * Offsets are UTF-16 code units, ends exclusive.
 */
import type { Decimal } from "./decimal.ts";

/** The languages of drafts and sources. */
export type Language = "en" | "zh-Hans" | "zh-Hant" | "ko";

/** The languages that messages are written in. */
export type MessageLanguage = "en" | "zh" | "ko";

/** A stretch of text: UTF-16 offsets, `end` exclusive. What the offsets count from is said where a span is used. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export type FigureKind = "quantity" | "money" | "percent" | "ratio" | "count" | "date" | "period" | "identifier";

export type Qualifier = "exact" | "about" | "more-than" | "at-least" | "less-than" | "at-most" | "nearly" | "between";

/** A duration or an instant as ISO dates (YYYY-MM-DD); null where the text leaves an end open. An instant has start = end. */
export interface Period {
	readonly start: string | null;
	readonly end: string | null;
}

/** The values a printed figure can stand for; null is open. Both ends belong to it. */
export interface Interval {
	readonly low: Decimal | null;
	readonly high: Decimal | null;
}

/** How a figure is printed, so that another value can be printed the same way. Filled by the reader, used by the printer. */
export interface FigureStyle {
	readonly language: Language;
	/** What stands before the numeral inside the figure's span, as printed ("RMB ", "US$", ""). */
	readonly prefix: string;
	/** What stands after the numeral and its scale inside the figure's span, as printed (" tonnes", "元", ""). */
	readonly suffix: string;
	/** The numeral with its scale words, as printed ("20.46 billion", "204억6000만"). */
	readonly numeral: string;
}

/** A quantity printed in a draft or a source. Offsets count from the start of the text that was read. */
export interface Figure {
	/** The span of the number with its unit or currency, without the qualifier. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly kind: FigureKind;
	/** Whether a reader would ask for its source. Years, ordinals, codes, slogans, idioms are not check-worthy. */
	readonly checkworthy: boolean;
	/** In `unit`; null for `between` (see low and high), dates, periods and identifiers. */
	readonly value: Decimal | null;
	/** The interval of printed precision and qualifier, in `unit`; null is open. */
	readonly low: Decimal | null;
	readonly high: Decimal | null;
	/** Canonical symbol ("CNY", "tCO2e", "t", "%", "x", "enterprise"), or null. */
	readonly unit: string | null;
	/** ISO 4217, or null. */
	readonly currency: string | null;
	readonly qualifier: Qualifier;
	/** The span of the qualifier's words, wherever they stand; null when there are none. */
	readonly qualifierSpan: Span | null;
	/** The period of a figure of kind date or period; null otherwise or where it is relative ("last year"). */
	readonly period: Period | null;
	readonly style: FigureStyle;
	/** The exponent of the last printed digit: -2 for "2.89", 7 for "2.89 billion", 0 for "1,679". */
	readonly precision: number;
}

export type ClaimKind = "flow" | "stock" | "target" | "ratio" | "count" | "cumulative";

/** A document that claims come from. */
export interface Source {
	/** Unique in a database; what a `[^key]` citation names. */
	readonly key: string;
	readonly title: string;
	readonly publisher: string;
	/** ISO date, or "" where unknown. */
	readonly published: string;
	readonly language: Language;
	/** Path as given to the builder, with forward slashes. */
	readonly file: string;
	readonly sha256: string;
	readonly author?: string;
	readonly url?: string;
	/** The organisation's own records (`.tickmark/own-figures.yaml`): entered by a person, not evidence from a document. */
	readonly own?: OwnRecord;
}

/** Who answers for a figure of the organisation's own records; "" for what was left out. */
export interface OwnRecord {
	readonly owner: string;
	/** ISO date of the entry. */
	readonly date: string;
	readonly note: string;
}

/** Where in its source a claim's figure stands. */
export interface Locator {
	/** 0-based line of the figure in the source file. */
	readonly line: number;
	/** UTF-16 offsets of the figure in the source file. */
	readonly start: number;
	readonly end: number;
	readonly page?: number;
	readonly cell?: string;
}

/** A source's assertion. */
export interface Claim {
	/** Stable across rebuilds of an unchanged source. */
	readonly id: string;
	readonly source: Source;
	/** Canonical entity name, or "" where the source names none that could be resolved. */
	readonly entity: string;
	/** Measure id of the glossary in snake_case, or "" where the glossary is silent (then `words` describes it). */
	readonly measure: string;
	/** Normalised words around the figure that say what is quantified. */
	readonly words: readonly string[];
	readonly value: Decimal | null;
	readonly low: Decimal | null;
	readonly high: Decimal | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: Qualifier;
	readonly kind: ClaimKind;
	readonly period: Period;
	readonly locator: Locator;
	/** The sentence or row that makes the assertion, in the source's own words. */
	readonly text: string;
	/** The figure as the source prints it, with its qualifier. */
	readonly printed: string;
	/** The exponent of the last printed digit. */
	readonly precision: number;
}

export type Severity = "error" | "warning" | "information" | "hint";
export type SeveritySetting = Severity | "off";

/** A replacement in the draft; the span counts from the start of the document. */
export interface Edit {
	readonly span: Span;
	readonly newText: string;
}

/** A quick-fix. */
export interface Fix {
	readonly title: string;
	/** Whether it may be applied without a person looking at it (`tickmark fix`, fix-all on save). */
	readonly safe: boolean;
	readonly edits: readonly Edit[];
}

/** What a rule reports. Spans count from the start of the document. */
export interface Finding {
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	readonly span: Span;
	readonly fixes: readonly Fix[];
	/** Ids of the claims it rests on. */
	readonly claims: readonly string[];
	/** Other places that explain the finding. */
	readonly related?: readonly { readonly span: Span; readonly message: string }[];
}
