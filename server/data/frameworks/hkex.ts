/**
 * HKEX ESG Reporting Code (Appendix C2 of the Listing Rules): key performance indicators by aspect, and Part D on climate,
 * which took over A1.2 and aspect A4 for financial years from 2025. Part D's paragraphs are cited as "Part D 28" ("D.28").
 */
import type { DisclosureRow, FrameworkData, Label, StandardData } from "../../src/core/frameworks/framework.ts";

function aspect(code: string, label: Label, disclosures: readonly DisclosureRow[]): StandardData {
	return { code, edition: "", label, status: "current", from: "2016-01-01", until: null, disclosures };
}

const movedToPartD = { until: "2024-12-31", successors: ["D.28"] } as const;

export const hkex = {
	id: "HKEX",
	label: { en: "HKEX ESG Reporting Code", zh: "港交所ESG守则", ko: "홍콩거래소 ESG 코드" },
	aliases: [
		"hkex",
		"hkexesg",
		"hkexesgcode",
		"hkexesgreportingcode",
		"hkexesgguide",
		"appendixc2",
		"appendix27",
		"港交所",
		"联交所",
		"聯交所",
	],
	publisher: "Hong Kong Exchanges and Clearing",
	status: "current",
	datedBy: "period",
	complete: "standards",
	role: "disclosure",
	source:
		"Codes: the indicators as listed in several public sources (high). Paragraph numbers of Part D: medium, none is reported as unknown.",
	standards: [
		aspect("A1", { en: "Emissions", zh: "排放物", ko: "배출물" }, [
			["A1.1", "Kinds of emissions", "排放物种类及数据", "배출물 종류"],
			["A1.2", "Scope 1 and 2 emissions", "范围一及二排放", "스코프 1·2 배출량", movedToPartD],
			["A1.3", "Hazardous waste", "有害废弃物", "유해 폐기물"],
			["A1.4", "Non-hazardous waste", "无害废弃物", "무해 폐기물"],
			["A1.5", "Emission targets", "排放目标及步骤", "배출 목표"],
			["A1.6", "Waste handling and targets", "废弃物处理及减废目标", "폐기물 처리와 목표"],
		]),
		aspect("A2", { en: "Use of resources", zh: "资源使用", ko: "자원 사용" }, [
			["A2.1", "Energy used", "能源总耗量及密度", "에너지 소비"],
			["A2.2", "Water used", "总耗水量及密度", "물 소비"],
			["A2.3", "Energy targets", "能源效益目标", "에너지 목표"],
			["A2.4", "Water sourcing and targets", "求取水源与用水目标", "취수와 용수 목표"],
			["A2.5", "Packaging", "包装材料", "포장재"],
		]),
		aspect("A3", { en: "Environment", zh: "环境及天然资源", ko: "환경과 천연자원" }, [
			["A3.1", "Impacts and actions", "重大影响及行动", "중대 영향과 조치"],
		]),
		{
			code: "A4",
			edition: "",
			label: { en: "Climate change", zh: "气候变化", ko: "기후변화" },
			status: "superseded",
			from: "2020-07-01",
			until: "2024-12-31",
			successors: ["D"],
			disclosures: [["A4.1", "Climate issues and actions", "气候相关重大事宜", "기후 사안과 조치"]],
		},
		aspect("B", { en: "Governance and reporting boundary", zh: "管治架构与汇报范围", ko: "지배구조와 보고 경계" }, []),
		aspect("B1", { en: "Employment", zh: "雇佣", ko: "고용" }, [
			["B1.1", "Workforce", "雇员总数", "인력 현황"],
			["B1.2", "Turnover", "雇员流失比率", "이직률"],
		]),
		aspect("B2", { en: "Health and safety", zh: "健康与安全", ko: "안전보건" }, [
			["B2.1", "Deaths at work", "因工亡故", "업무상 사망"],
			["B2.2", "Lost days", "损失工作日", "손실일수"],
			["B2.3", "Safety measures", "职业健康安全措施", "안전보건 조치"],
		]),
		aspect("B3", { en: "Training", zh: "发展及培训", ko: "교육훈련" }, [
			["B3.1", "Employees trained", "受训雇员百分比", "교육 임직원 비율"],
			["B3.2", "Training hours", "平均受训时数", "평균 교육시간"],
		]),
		aspect("B4", { en: "Labour standards", zh: "劳工准则", ko: "노동 기준" }, [
			["B4.1", "Preventing child and forced labour", "避免童工及强制劳工", "아동·강제노동 방지"],
			["B4.2", "Steps on violations", "违规后的步骤", "위반 시 조치"],
		]),
		aspect("B5", { en: "Supply chain", zh: "供应链管理", ko: "공급망 관리" }, [
			["B5.1", "Suppliers by region", "按地区的供应商数目", "지역별 협력사"],
			["B5.2", "Engaging suppliers", "聘用供应商的惯例", "협력사 선정 관행"],
			["B5.3", "Risks along the chain", "供应链风险识别", "공급망 위험"],
			["B5.4", "Greener procurement", "环保产品采购", "친환경 조달"],
		]),
		aspect("B6", { en: "Product responsibility", zh: "产品责任", ko: "제품 책임" }, [
			["B6.1", "Recalls", "产品回收", "리콜"],
			["B6.2", "Complaints", "投诉", "민원"],
			["B6.3", "Intellectual property", "知识产权", "지식재산권"],
			["B6.4", "Quality assurance", "质量检定", "품질 보증"],
			["B6.5", "Consumer privacy", "消费者资料保障", "소비자 개인정보"],
		]),
		aspect("B7", { en: "Anti-corruption", zh: "反贪污", ko: "반부패" }, [
			["B7.1", "Corruption cases", "贪污诉讼案件", "부패 소송"],
			["B7.2", "Prevention and whistleblowing", "防范及举报", "예방과 제보"],
			["B7.3", "Anti-corruption training", "反贪污培训", "반부패 교육"],
		]),
		aspect("B8", { en: "Community investment", zh: "社区投资", ko: "지역사회 투자" }, [
			["B8.1", "Focus areas", "专注贡献范畴", "기여 분야"],
			["B8.2", "Resources contributed", "所动用资源", "투입 자원"],
		]),
		{
			code: "D",
			edition: "",
			label: { en: "Climate (Part D)", zh: "气候相关披露（D部分）", ko: "기후(파트 D)" },
			status: "current",
			from: "2025-01-01",
			until: null,
			partial: true,
			disclosures: [
				["D.28", "Scope 1, 2 and 3 emissions", "范围一、二、三排放", "스코프 1·2·3 배출량"],
				["D.32", "Climate opportunities", "气候机遇", "기후 기회"],
				["D.37", "Climate targets", "气候目标", "기후 목표"],
			],
		},
	],
} satisfies FrameworkData;
