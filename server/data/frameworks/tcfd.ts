/**
 * TCFD: four pillars, eleven recommended disclosures. Reports write the pillar's name and a letter ("Metrics and Targets
 * (b)"); the codes here ("MT-b") are short forms of our own that drafts may use too.
 */
import type { FrameworkData } from "../../src/core/frameworks/framework.ts";

const from = "2017-06-29";

export const tcfd = {
	id: "TCFD",
	label: { en: "TCFD recommendations", zh: "TCFD建议", ko: "TCFD 권고안" },
	aliases: [
		"tcfd",
		"tcfdrecommendations",
		"taskforceonclimate-relatedfinancialdisclosures",
		"气候相关财务信息披露工作组",
		"氣候相關財務信息披露工作組",
		"氣候相關財務揭露",
		"기후변화관련재무정보공개태스크포스",
		"기후변화관련재무정보공개협의체",
	],
	publisher: "Task Force on Climate-related Financial Disclosures (Financial Stability Board)",
	status: "superseded",
	datedBy: "period",
	complete: "all",
	role: "disclosure",
	// The Task Force was disbanded in October 2023; IFRS S2 takes in all it recommended.
	replaced: {
		until: "2023-12-31",
		by: "IFRS S",
		codes: {
			"GOV-a": "S2.6(a)",
			"GOV-b": "S2.6(b)",
			"STR-a": "S2.10",
			"STR-b": "S2.13",
			"STR-c": "S2.22",
			"RM-a": "S2.25(a)",
			"RM-b": "S2.25(a)",
			"RM-c": "S2.25(c)",
			"MT-a": "S2.29",
			"MT-b": "S2.29(a)",
			"MT-c": "S2.33",
		},
	},
	source:
		"Structure of the 2017 recommendations and their 2021 annex; dates from a public note that quotes the primary texts. High.",
	standards: [
		{
			code: "GOV",
			edition: "",
			label: { en: "Governance", zh: "治理", ko: "거버넌스" },
			status: "current",
			from,
			until: null,
			disclosures: [
				["GOV-a", "Board oversight", "董事会监督", "이사회 감독"],
				["GOV-b", "Management's role", "管理层职责", "경영진의 역할"],
			],
		},
		{
			code: "STR",
			edition: "",
			label: { en: "Strategy", zh: "战略", ko: "전략" },
			status: "current",
			from,
			until: null,
			disclosures: [
				["STR-a", "Risks and opportunities found", "识别的风险与机遇", "식별된 위험과 기회"],
				["STR-b", "Effect on business and planning", "对业务与财务规划的影响", "사업·재무계획 영향"],
				["STR-c", "Resilience under scenarios", "不同情景下的韧性", "시나리오별 회복탄력성"],
			],
		},
		{
			code: "RM",
			edition: "",
			label: { en: "Risk management", zh: "风险管理", ko: "리스크 관리" },
			status: "current",
			from,
			until: null,
			disclosures: [
				["RM-a", "Finding and assessing risks", "风险识别与评估", "위험 식별과 평가"],
				["RM-b", "Managing risks", "风险管理流程", "위험 관리 절차"],
				["RM-c", "Part of overall risk management", "融入整体风险管理", "전사 위험관리 통합"],
			],
		},
		{
			code: "MT",
			edition: "",
			label: { en: "Metrics and targets", zh: "指标与目标", ko: "지표 및 목표" },
			status: "current",
			from,
			until: null,
			disclosures: [
				["MT-a", "Metrics used", "所用指标", "사용 지표"],
				["MT-b", "Scope 1, 2 and 3 emissions", "范围一、二、三排放", "스코프 1·2·3 배출량"],
				["MT-c", "Targets and performance", "目标与绩效", "목표와 성과"],
			],
		},
	],
} satisfies FrameworkData;
