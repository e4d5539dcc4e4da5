/** What the server and its clients say to each other beyond LSP. Types and method names only: the client imports this file. */
import type { Position, Range } from "vscode-languageserver-textdocument";

/** Initialization options that a client may send; every one is optional. */
export interface TickmarkInitializationOptions {
	/** Whether the client shows `tickmark/status`; without it none is sent. */
	readonly status?: boolean;
	/** Settings for clients that cannot answer `workspace/configuration`, shaped like the section "tickmark". */
	readonly settings?: Readonly<Record<string, unknown>>;
}

/** Request: the claims that a figure was compared with. */
export const claimsAtMethod = "tickmark/claimsAt";

export interface ClaimsAtParams {
	readonly textDocument: { readonly uri: string };
	readonly position: Position;
}

/** One claim, ready to be listed. */
export interface ClaimItem {
	/** The figure as the source prints it. */
	readonly printed: string;
	/** The claim as a sentence in the draft's language. */
	readonly sentence: string;
	/** The source's own words. */
	readonly text: string;
	/** Title, publisher and date of the source. */
	readonly source: string;
	/** Where the passage is, or null where its file is not at hand. */
	readonly location: { readonly uri: string; readonly range: Range } | null;
}

/** null where there is no figure. */
export type ClaimsAtResult = {
	readonly figure: string;
	readonly range: Range;
	/** What became of the figure, in one sentence. */
	readonly verdict: string;
	readonly claims: readonly ClaimItem[];
} | null;

/** Notification: what became of the figures of an open document. */
export const statusMethod = "tickmark/status";

export interface StatusParams {
	readonly uri: string;
	/** The version of the document that was checked. */
	readonly version: number;
	/** Check-worthy figures by what became of them. */
	readonly supported: number;
	readonly unsupported: number;
	/** Whether a source or the glossary has changed since the claims database was built. */
	readonly outdated: boolean;
	/** What is wrong with the claims databases, said for a person; empty where all is well. */
	readonly problems: readonly string[];
}

/** Command: builds the claims database of a workspace folder from its sources. */
export const buildClaimsCommand = "tickmark.buildClaims";

/** The one argument of the command; all of it is optional. */
export interface BuildClaimsArguments {
	/** URI of the workspace folder; default: the only or first one. */
	readonly folder?: string;
	/** Files and folders to build from, as paths or file URIs; default: the setting `tickmark.sources`. */
	readonly sources?: readonly string[];
}

/** What the command answers; null where it did not build (the reason was shown). */
export type BuildClaimsResult = {
	/** Path of the database that was written. */
	readonly database: string;
	readonly sources: number;
	readonly figures: number;
	readonly claims: number;
	/** Files that could not be used; the log says why. */
	readonly skipped: number;
} | null;

/** Command: inserts the content index of an open draft, or refreshes it. */
export const contentIndexCommand = "tickmark.contentIndex";

/** The one argument of the command. */
export interface ContentIndexArguments {
	readonly uri: string;
	/** Where the cursor stands: the index goes below the nearest heading for it in front of that. */
	readonly position?: Position;
}

/** What the command answers; null where there is no index (the reason was shown). */
export type ContentIndexResult = "inserted" | "refreshed" | "current" | null;

/** Request: what an open draft discloses of the frameworks that it declares. */
export const coverageMethod = "tickmark/coverage";

export interface CoverageParams {
	readonly textDocument: { readonly uri: string };
}

export type CoverageItemStatus = "disclosed" | "partly" | "not-disclosed";

/** A place of a disclosure in the draft. */
export interface CoverageItemPlace {
	readonly range: Range;
	/** The heading that it stands in or below; "" before the first. */
	readonly heading: string;
	/** "citation": the disclosure is cited; "figure": a figure of its kind, without a citation; "index": only the content index says so. */
	readonly kind: "citation" | "figure" | "index";
}

/** One disclosure, ready to be listed. */
export interface CoverageItem {
	/** "GRI 305-1", and the same without the framework: "305-1". */
	readonly name: string;
	readonly code: string;
	/** In the language of messages. */
	readonly label: string;
	readonly status: CoverageItemStatus;
	/** Whether the framework requires it of every report. */
	readonly required: boolean;
	readonly places: readonly CoverageItemPlace[];
	/** Where other drafts of the workspace cite it, while this one does not disclose it; the first few. */
	readonly elsewhere: readonly CoverageItemElsewhere[];
	/** What is the matter with it, in a sentence; "" where it is disclosed. */
	readonly explanation: string;
}

/** A place of a disclosure in another draft. */
export interface CoverageItemElsewhere {
	readonly uri: string;
	readonly range: Range;
	/** The file as a writer knows it: its path in the workspace folder. */
	readonly file: string;
}

export interface CoverageFramework {
	readonly id: string;
	/** In the language of messages. */
	readonly label: string;
	readonly counts: Readonly<Record<CoverageItemStatus, number>>;
	readonly disclosures: readonly CoverageItem[];
}

/** null where the document is no open draft, or cannot be checked. */
export type CoverageResult = {
	readonly uri: string;
	/** The version of the document that was looked at. */
	readonly version: number;
	/** Whether the draft or the settings declare the frameworks; else they are those that it cites. */
	readonly declared: boolean;
	readonly frameworks: readonly CoverageFramework[];
	/** Declared names that nobody knows. */
	readonly unknown: readonly string[];
} | null;
