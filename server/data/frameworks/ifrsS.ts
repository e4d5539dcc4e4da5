/**
 * IFRS Sustainability Disclosure Standards. Codes are "S2" for a standard and "S2.29(a)" for a paragraph as reports cite it.
 * Only the paragraphs that reports cite for figures and that are sure are listed; another paragraph is therefore not unknown.
 */
import type { FrameworkData } from "../../src/core/frameworks/framework.ts";

export const ifrsS = {
	id: "IFRS S",
	label: { en: "IFRS Sustainability Disclosure Standards", zh: "国际财务报告可持续披露准则", ko: "IFRS 지속가능성 공시기준" },
	aliases: [
		"ifrss",
		"ifrs-s",
		"issb",
		"ifrss1",
		"ifrss2",
		"ifrss1/s2",
		"ifrss1ands2",
		"ifrssustainabilitydisclosurestandards",
		"国际财务报告可持续披露准则",
	],
	publisher: "International Sustainability Standards Board",
	status: "current",
	datedBy: "period",
	complete: "all",
	role: "disclosure",
	source: "Issue and effective dates: public announcements (high). Paragraphs: those that several public notes agree on (high).",
	standards: [
		{
			code: "S1",
			edition: "2023",
			label: { en: "General requirements", zh: "一般要求", ko: "일반 요구사항" },
			status: "current",
			from: "2024-01-01",
			until: null,
			partial: true,
			disclosures: [["S1.72", "Statement of compliance", "合规声明", "준수 선언"]],
		},
		{
			code: "S2",
			edition: "2023",
			label: { en: "Climate", zh: "气候相关披露", ko: "기후 관련 공시" },
			status: "current",
			from: "2024-01-01",
			until: null,
			partial: true,
			disclosures: [
				["S2.6(a)", "Oversight body", "监督机构", "감독 기구"],
				["S2.6(b)", "Management's role", "管理层职责", "경영진의 역할"],
				["S2.10", "Climate risks and opportunities", "气候风险与机遇", "기후 위험과 기회"],
				["S2.22", "Climate resilience", "气候韧性", "기후 회복력"],
				["S2.25(a)", "Risk processes", "风险管理流程", "위험 관리 절차"],
				["S2.29", "Cross-industry metrics", "跨行业指标", "산업 공통 지표"],
				["S2.29(a)", "Scope 1, 2 and 3 emissions", "范围一、二、三排放", "스코프 1·2·3 배출량"],
				["S2.29(b)", "Exposure to transition risk", "转型风险敞口", "전환위험 노출"],
				["S2.29(c)", "Exposure to physical risk", "物理风险敞口", "물리적 위험 노출"],
				["S2.29(d)", "Climate opportunities", "气候机遇", "기후 기회"],
				["S2.29(e)", "Capital for climate", "气候资本投入", "기후 자본 배분"],
				["S2.29(f)", "Internal carbon price", "内部碳价", "내부 탄소가격"],
				["S2.29(g)", "Pay linked to climate", "与气候挂钩的薪酬", "기후 연계 보수"],
				["S2.32", "Industry metrics", "行业指标", "산업 지표"],
				["S2.33", "Climate targets", "气候目标", "기후 목표"],
				["S2.34", "How targets are set and reviewed", "目标的制定与复核", "목표 설정과 검토"],
				["S2.35", "Performance against targets", "目标绩效", "목표 대비 성과"],
				["S2.36", "Emission targets and carbon credits", "减排目标与碳信用", "배출 목표와 탄소 크레딧"],
			],
		},
	],
} satisfies FrameworkData;
