import type { UserRate } from "./conversion/userRates.ts";
import type { MessageLanguage, SeveritySetting } from "./model.ts";

/** What a writer can set, per resource. Front matter of the draft goes before it. */
export interface Settings {
	/** The language of messages. */
	readonly language: MessageLanguage;
	/** Severity by rule id; a rule that is not named has its own default. */
	readonly rules: Readonly<Record<string, SeveritySetting>>;
	/** Frameworks that the report declares (`tickmark.frameworks`). */
	readonly frameworks: readonly string[];
	/** The entity that "we" and "the company" stand for; "" for none. */
	readonly entity: string;
	/** The reporting period ("2022", "FY2022", "2022-04-01/2023-03-31"); "" for none. */
	readonly reportingPeriod: string;
	/** Exchange rates of the workspace, from its `.tickmark/rates.csv`. */
	readonly rates: readonly UserRate[];
}

export const defaultSettings: Settings = {
	language: "en",
	rules: {},
	frameworks: [],
	entity: "",
	reportingPeriod: "",
	rates: [],
};
