import type { Label } from "./framework.ts";

/** "expected": a report under the framework has to disclose it. "recommended": it usually does. */
export type Level = "expected" | "recommended";

/**
 * A kind of figure, the words and units it is known by, and the disclosures that a professional would cite for it.
 *
 * Triggers and the other words are written folded: English in lower case, Chinese in simplified characters, one string a
 * language with "|" between the words. A Latin word matches whole words only.
 */
export interface FigureKindRow {
	readonly id: string;
	/** Kinds of one topic that stand in one sentence need one citation between them. */
	readonly topic: string;
	readonly label: Label;
	/**
	 * Units that fit, as the dimension of the figure's unit ("mass-co2e", "energy", "percent", "mass-co2e/*" for intensities),
	 * or "money", "count:sheet" for a counted thing, "bare" for a number without a unit.
	 */
	readonly units: readonly string[];
	readonly triggers: readonly string[];
	/** Of each set, one word must stand in the same sentence or row too. */
	readonly beside?: readonly (readonly string[])[];
	/** Where the words of `beside` must stand: in the figure's clause instead of anywhere in its sentence. */
	readonly near?: "clause";
	/** Words in the same sentence or row that make it another thing. */
	readonly unless?: readonly string[];
	/** Other kinds are parts of it: where one of them is named too, the figure is that one's. */
	readonly general?: true;
	readonly level: Level;
	/**
	 * By framework id: the codes to cite, as alternatives of which the first that is in force on the report's date is taken. A
	 * code that means another thing in another edition names its own ("102-5@2025").
	 * A framework that has nothing for the kind is absent.
	 */
	readonly cite: Readonly<Record<string, readonly (readonly string[])[]>>;
	/** Frameworks for which it is only recommended, whatever `level` says. */
	readonly weak?: readonly string[];
	/** Other codes that a report may well cite for it: never asked for, never wrong. */
	readonly also?: Readonly<Record<string, readonly string[]>>;
}
