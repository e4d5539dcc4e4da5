import type { Span } from "../model.ts";

/** A citation of a framework or of one of its disclosures in a passage's plain text. */
export interface Citation {
	readonly span: Span;
	/** Framework id: "GRI", "TCFD", "SDG", "IFRS S", "ESRS", "SASB", "HKEX", … */
	readonly framework: string;
	/** The code within the framework, normalised ("305-1", "MT-b", "13.2"), or null where only the framework is named. */
	readonly code: string | null;
	/** The edition that is written with it ("2016"), or null. */
	readonly edition: string | null;
}
