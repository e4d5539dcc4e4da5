/** Korea's standards, nature, and the methods that reports calculate by. Methods are named in drafts but ask for no citation. */
import type { FrameworkData, Label, StandardData } from "../../src/core/frameworks/framework.ts";

function named(code: string, edition: string, label: Label, from: string | null = null): StandardData {
	return { code, edition, label, status: "current", from, until: null, disclosures: [] };
}

export const kssb = {
	id: "KSSB",
	label: { en: "Korean sustainability disclosure standards", zh: "韩国可持续披露准则", ko: "한국 지속가능성 공시기준" },
	aliases: ["kssb", "ksds", "한국지속가능성공시기준", "지속가능성공시기준"],
	publisher: "Korea Sustainability Standards Board",
	status: "issued",
	datedBy: "period",
	complete: "no",
	role: "disclosure",
	source: "Exposure draft of 30 April 2024 (high); dates of the final standards from secondary sources only, so none is given.",
	standards: [
		named("1", "", { en: "General requirements", zh: "一般事项", ko: "일반사항" }),
		named("2", "", { en: "Climate", zh: "气候相关披露", ko: "기후 관련 공시" }),
	],
} satisfies FrameworkData;

export const tnfd = {
	id: "TNFD",
	label: { en: "TNFD recommendations", zh: "TNFD建议", ko: "TNFD 권고안" },
	aliases: ["tnfd", "taskforceonnature-relatedfinancialdisclosures"],
	publisher: "Taskforce on Nature-related Financial Disclosures",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "disclosure",
	source: "Recommendations of September 2023 (high).",
	standards: [],
} satisfies FrameworkData;

export const ghgProtocol = {
	id: "GHG Protocol",
	label: { en: "GHG Protocol", zh: "温室气体核算体系", ko: "온실가스 프로토콜" },
	aliases: ["ghgprotocol", "ghgp", "温室气体核算体系", "溫室氣體核算體系", "溫室氣體盤查議定書", "온실가스프로토콜"],
	publisher: "WRI and WBCSD",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "method",
	source: "Years of the standards (high).",
	standards: [
		named("Corporate", "2004", { en: "Corporate standard", zh: "企业核算与报告标准", ko: "기업 표준" }),
		named("Project", "2005", { en: "Project accounting", zh: "项目核算", ko: "프로젝트 회계" }),
		named("Scope 3", "2011", { en: "Value chain standard", zh: "价值链（范围三）标准", ko: "가치사슬(스코프 3) 표준" }),
		named("Scope 2", "2015", { en: "Scope 2 guidance", zh: "范围二指南", ko: "스코프 2 지침" }),
	],
} satisfies FrameworkData;

export const iso14064 = {
	id: "ISO 14064",
	label: { en: "ISO 14064", zh: "ISO 14064", ko: "ISO 14064" },
	aliases: ["iso14064", "iso14064-1"],
	publisher: "International Organization for Standardization",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "method",
	source: "Parts and editions (high).",
	standards: [
		named("14064-1", "2018", { en: "Organisations", zh: "组织层面", ko: "조직 수준" }),
		named("14064-2", "2019", { en: "Projects", zh: "项目层面", ko: "프로젝트 수준" }),
		named("14064-3", "2019", { en: "Verification", zh: "核查与审定", ko: "검증과 타당성 확인" }),
	],
} satisfies FrameworkData;

export const pcaf = {
	id: "PCAF",
	label: { en: "PCAF standard", zh: "PCAF标准", ko: "PCAF 표준" },
	aliases: ["pcaf"],
	publisher: "Partnership for Carbon Accounting Financials",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "method",
	source: "Parts and years (high, but for the newest edition).",
	standards: [
		named("A", "2022", { en: "Financed emissions", zh: "融资排放", ko: "금융배출량" }),
		named("B", "2023", { en: "Facilitated emissions", zh: "促成排放", ko: "촉진 배출량" }),
		named("C", "2022", { en: "Insured emissions", zh: "承保排放", ko: "보험 관련 배출량" }),
	],
} satisfies FrameworkData;

export const cdp = {
	id: "CDP",
	label: { en: "CDP questionnaire", zh: "CDP问卷", ko: "CDP 질의서" },
	aliases: ["cdp", "carbondisclosureproject"],
	publisher: "CDP",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "method",
	// Question numbers changed with the integrated questionnaire of 2024 and are not listed.
	source: "Public announcements (medium); only the name is recognised.",
	standards: [],
} satisfies FrameworkData;
