/** Content indexes: what they are called, what their columns are called, and which disclosures they have to account for. */
import type { Language } from "../../src/core/model.ts";

interface IndexWords {
	/** `{framework}` is the framework's id. */
	readonly heading: string;
	/** Of an index of several frameworks. */
	readonly outerHeading: string;
	readonly label: string;
	readonly where: string;
	readonly notes: string;
	/** Stands in the place of a place. */
	readonly notDisclosed: string;
	/** What stands before the first heading. */
	readonly beginning: string;
	/** Between two places. */
	readonly separator: string;
}

export const indexWords: Readonly<Record<Language, IndexWords>> = {
	en: {
		heading: "{framework} Content Index",
		outerHeading: "Content Index",
		label: "Topic",
		where: "Where",
		notes: "Omissions",
		notDisclosed: "Not disclosed",
		beginning: "Beginning",
		separator: "; ",
	},
	"zh-Hans": {
		heading: "{framework} 内容索引",
		outerHeading: "内容索引",
		label: "披露事项",
		where: "位置",
		notes: "从略说明",
		notDisclosed: "未披露",
		beginning: "开头",
		separator: "；",
	},
	"zh-Hant": {
		heading: "{framework} 內容索引",
		outerHeading: "內容索引",
		label: "揭露事項",
		where: "位置",
		notes: "省略說明",
		notDisclosed: "未揭露",
		beginning: "開頭",
		separator: "；",
	},
	ko: {
		heading: "{framework} 대조표",
		outerHeading: "대조표",
		label: "공시 항목",
		where: "위치",
		notes: "생략 사유",
		notDisclosed: "미공시",
		beginning: "첫머리",
		separator: "; ",
	},
};

/** In a heading: what follows is a content index. "Index" alone may be a share index or a development index. */
export const contentIndexHeadings = [
	"\\b(?:[Cc]ontents?|CONTENT|[Dd]isclosures?|[Ss]tandards?|[Ff]rameworks?|[Rr]eporting|[Ii]ndicators?|[Cc]ross-?[Rr]eference|GRI|TCFD|ESRS|SASB|HKEX|ISSB|IFRS|ESG|KPI|SDGs?) (?:[Ii]ndex|INDEX)\\b",
	"^ ?(?:[Ii]ndex|INDEX) ?$",
	"索引|对照表|對照表",
	"인덱스|색인|대조표",
] as const;

/**
 * What a report that declares a framework has to account for, whatever it finds material: the standards, each with all its
 * disclosures that are in force, less those listed as `without`. A framework that is absent asks for nothing of every report: its topics are
 * chosen by materiality (GRI 200 to 400, ESRS E1 to G1), by industry (SASB) or by interest (SDG).
 */
export const requiredStandards: Readonly<
	Record<string, { readonly standards: readonly string[]; readonly without?: readonly string[] }>
> = {
	// GRI 1, requirements 3 to 5: of every report in accordance with the standards.
	GRI: { standards: ["2", "3"] },
	TCFD: { standards: ["GOV", "STR", "RM", "MT"] },
	// Minimum disclosure requirements are met within the topics.
	ESRS: { standards: ["2"], without: ["MDR-P", "MDR-A", "MDR-M", "MDR-T"] },
	// "Comply or explain" for every aspect.
	HKEX: { standards: ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"] },
};

/** In a column's header: the column says what is left out of a disclosure, and why. */
export const omissionHeaders = ["[Oo]mission|[Oo]mitted", "从略|從略|省略", "생략"] as const;

/** Behind or in front of GRI: the report uses selected disclosures, so that none is required. */
export const withReference = ["[Ww]ith reference to", "参照|參照|参考|參考", "참조"] as const;

/** GRI 1 permits no reasons for omission of these. */
export const neverOmitted: Readonly<Record<string, readonly string[]>> = {
	GRI: ["2-1", "2-2", "2-3", "2-4", "2-5", "3-1", "3-2"],
};
