import type { Span } from "../model.ts";

/** A citation of a framework or of one of its disclosures in a passage's plain text. */
export interface Citation {
	readonly span: Span;
	/** Framework id: "GRI", "TCFD", "SDG", "IFRS S", "ESRS", "SASB", "HKEX", … */
	readonly framework: string;
	/** The code within the framework, normalised ("305-1", "MT-b", "13.2", "305" for a whole standard), or null where only the framework is named. */
	readonly code: string | null;
	/** The edition that is written with it ("2016"), or null. */
	readonly edition: string | null;
	/** The span of the code as printed ("305-1", "Metrics and Targets (b)"); null where no code is printed or a range implies it ("305-1 to 305-5"). */
	readonly codeSpan: Span | null;
	/** What is written below the code ("a", "b.ii", "(a)(i)"), or null. */
	readonly part: string | null;
}
