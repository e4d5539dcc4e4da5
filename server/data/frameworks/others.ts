/** Korea's standards, nature, and the methods that reports calculate by. Methods are named in drafts but ask for no citation. */
import type { DisclosureRow, FrameworkData, Label, StandardData } from "../../src/core/frameworks/framework.ts";

function named(code: string, edition: string, label: Label, from: string | null = null): StandardData {
	return { code, edition, label, status: "current", from, until: null, disclosures: [] };
}

function module(code: string, label: Label, disclosures: readonly DisclosureRow[]): StandardData {
	return { code, edition: "", label, status: "current", from: null, until: null, disclosures };
}

function pillar(code: string, label: Label, disclosures: readonly DisclosureRow[]): StandardData {
	return { code, edition: "", label, status: "current", from: "2023-09-18", until: null, disclosures };
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
		// Voluntary in the exposure draft; whether it is part of the final set is not known.
		named("101", "", { en: "Further disclosures for policy", zh: "政策目的的追加披露", ko: "정책목적 추가 공시" }),
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
	source: "Recommendations of September 2023: four pillars, fourteen disclosures (high).",
	standards: [
		pillar("GOV", { en: "Governance", zh: "治理", ko: "거버넌스" }, [
			["GOV-A", "Board oversight", "董事会监督", "이사회 감독"],
			["GOV-B", "Management's role", "管理层职责", "경영진의 역할"],
			["GOV-C", "Human rights and engagement", "人权政策与利益相关方参与", "인권 정책과 이해관계자 참여"],
		]),
		pillar("STR", { en: "Strategy", zh: "战略", ko: "전략" }, [
			["STR-A", "Dependencies, impacts, risks found", "识别的依赖、影响与风险", "식별된 의존·영향·위험"],
			["STR-B", "Effect on business and planning", "对业务与财务规划的影响", "사업·재무계획 영향"],
			["STR-C", "Resilience", "韧性", "회복탄력성"],
			["STR-D", "Priority locations", "优先地点", "우선 지역"],
		]),
		pillar("RIM", { en: "Risk and impact management", zh: "风险与影响管理", ko: "위험·영향 관리" }, [
			["RIM-A(i)", "Finding risks in own operations", "自身运营的风险识别", "직접 운영의 위험 식별"],
			["RIM-A(ii)", "Finding risks along the chain", "价值链的风险识别", "가치사슬의 위험 식별"],
			["RIM-B", "Managing risks", "风险管理流程", "위험 관리 절차"],
			["RIM-C", "Part of overall risk management", "融入整体风险管理", "전사 위험관리 통합"],
		]),
		pillar("MT", { en: "Metrics and targets", zh: "指标与目标", ko: "지표 및 목표" }, [
			["MT-A", "Risk and opportunity metrics", "风险与机遇指标", "위험·기회 지표"],
			["MT-B", "Dependency and impact metrics", "依赖与影响指标", "의존·영향 지표"],
			["MT-C", "Targets and performance", "目标与绩效", "목표와 성과"],
		]),
	],
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
	// The integrated questionnaire of 2024 has other numbers, which are not listed.
	source: "Modules and questions of the climate questionnaire up to 2023, as CDP's guidance pages list them (high).",
	standards: [
		module("C1", { en: "Governance", zh: "治理", ko: "거버넌스" }, [
			["C1.1", "Board oversight", "董事会监督", "이사회 감독"],
			["C1.2", "Management's role", "管理层职责", "경영진의 책임"],
			["C1.3", "Incentives", "激励", "인센티브"],
		]),
		module("C2", { en: "Risks and opportunities", zh: "风险与机遇", ko: "위험과 기회" }, [
			["C2.3", "Risks", "风险", "위험"],
			["C2.4", "Opportunities", "机遇", "기회"],
		]),
		module("C3", { en: "Business strategy", zh: "业务战略", ko: "사업 전략" }, []),
		module("C4", { en: "Targets and performance", zh: "目标与绩效", ko: "목표와 성과" }, [
			["C4.1", "Emission targets", "减排目标", "배출 목표"],
			["C4.2", "Other climate targets", "其他气候目标", "기타 기후 목표"],
			["C4.3", "Reduction initiatives", "减排举措", "감축 활동"],
			["C4.5", "Low-carbon products", "低碳产品", "저탄소 제품"],
		]),
		module("C5", { en: "Emissions methodology", zh: "排放核算方法", ko: "배출량 산정 방법" }, []),
		module("C6", { en: "Emissions", zh: "排放数据", ko: "배출 데이터" }, [
			["C6.1", "Scope 1 emissions", "范围一排放", "스코프 1 배출량"],
			["C6.2", "How Scope 2 is reported", "范围二报告方式", "스코프 2 보고 방식"],
			["C6.3", "Scope 2 emissions", "范围二排放", "스코프 2 배출량"],
			["C6.4", "Exclusions", "排除项", "제외 항목"],
			["C6.5", "Scope 3 emissions", "范围三排放", "스코프 3 배출량"],
			["C6.10", "Emissions intensity", "排放强度", "배출 집약도"],
		]),
		module("C7", { en: "Emissions breakdown", zh: "排放细分", ko: "배출량 세부" }, []),
		module("C8", { en: "Energy", zh: "能源", ko: "에너지" }, []),
		module("C9", { en: "Additional metrics", zh: "其他指标", ko: "추가 지표" }, []),
		module("C10", { en: "Verification", zh: "核查", ko: "검증" }, []),
		module("C11", { en: "Carbon pricing", zh: "碳定价", ko: "탄소 가격" }, []),
		module("C12", { en: "Engagement", zh: "参与", ko: "관여" }, []),
		module("C14", { en: "Portfolio impact", zh: "投资组合影响", ko: "포트폴리오 영향" }, []),
		module("C15", { en: "Biodiversity", zh: "生物多样性", ko: "생물다양성" }, []),
	],
} satisfies FrameworkData;
