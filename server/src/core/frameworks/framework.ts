/** What the registry knows about a framework. The data itself stands in `server/data/frameworks`. */

/** A short label of our own in the languages of messages; never a standard's text. */
export interface Label {
	readonly en: string;
	readonly zh: string;
	readonly ko: string;
}

/** What becomes of one disclosure before its whole standard changes. */
export interface Change {
	/** ISO date of the last day it is in force (counted as `FrameworkData.datedBy` says); null when it outlives its edition. */
	readonly until?: string | null;
	/** Codes that take its place, in this framework. */
	readonly successors?: readonly string[];
}

/** Code, label in English, Chinese and Korean, and what becomes of it. */
export type DisclosureRow = readonly [code: string, en: string, zh: string, ko: string, change?: Change];

/** "issued": published, not yet effective, early use allowed. "superseded": another edition or standard took its place. */
export type Status = "current" | "issued" | "superseded" | "withdrawn";

export interface StandardData {
	/** "305", "E1", "S2", "MT" (a TCFD pillar), "13" (an SDG), "FN-CB" (a SASB industry). */
	readonly code: string;
	/** As written with a citation ("2016"); "" where the framework has no editions. */
	readonly edition: string;
	readonly label: Label;
	readonly status: Status;
	/** ISO dates of the first and last day it is in force; null where it is open or unknown. */
	readonly from: string | null;
	readonly until: string | null;
	/** Codes of standards or disclosures that take its place. */
	readonly successors?: readonly string[];
	/** Its number was given to another subject: without the edition a reader cannot tell which is meant. */
	readonly reused?: true;
	/** Its list of disclosures has gaps: another code of it may exist. */
	readonly partial?: true;
	readonly disclosures: readonly DisclosureRow[];
}

export interface FrameworkData {
	readonly id: string;
	readonly label: Label;
	/** Names that a front matter or a setting may use for it, in lower case without spaces. */
	readonly aliases: readonly string[];
	readonly publisher: string;
	readonly status: Status;
	/** What its dates count: the day the report is published, or the first day of the period it reports on. */
	readonly datedBy: "published" | "period";
	/**
	 * Whether its list of codes is complete, so that another code of the same form does not exist. "standards": only the
	 * standards listed are complete (SASB has more industries than the registry).
	 */
	readonly complete: "all" | "standards" | "no";
	/** Whether a report discloses by it (GRI) or calculates by it (GHG Protocol). */
	readonly role: "disclosure" | "method";
	/** Last day on which a report can rest on it alone, and the framework that took its place. */
	readonly replaced?: {
		readonly until: string;
		readonly by: string;
		/** What takes the place of each code, in that framework. */
		readonly codes: Readonly<Record<string, string>>;
	};
	/** Where its facts come from, and how sure they are. */
	readonly source: string;
	readonly standards: readonly StandardData[];
}
