/**
 * China: the central bank's guideline for financial institutions, the three exchanges' guidelines of 2024, the Ministry of
 * Finance's standards. The exchanges' codes are article numbers; a report that cites another article is left alone.
 */
import type { DisclosureRow, FrameworkData, StandardData } from "../../src/core/frameworks/framework.ts";

export const pboc = {
	id: "PBOC",
	label: { en: "PBoC environmental disclosure guideline", zh: "金融机构环境信息披露指南", ko: "중국인민은행 환경정보공시 지침" },
	aliases: ["pboc", "jr/t0227-2021", "jr/t0227", "金融机构环境信息披露指南", "金融機構環境信息披露指南"],
	publisher: "People's Bank of China",
	status: "current",
	datedBy: "published",
	complete: "no",
	role: "disclosure",
	source:
		"JR/T 0227-2021: title and date from the national standards record (high), section numbers from the table of contents (medium-high).",
	standards: [
		{
			code: "6",
			edition: "2021",
			label: { en: "Content", zh: "披露内容", ko: "공시 내용" },
			status: "current",
			from: "2021-07-22",
			until: null,
			disclosures: [
				["6.1", "The year in brief", "年度概况", "연간 개요"],
				["6.2", "Governance", "治理结构", "지배구조"],
				["6.3", "Policies", "政策制度", "정책 제도"],
				["6.4", "Products and services", "产品与服务创新", "상품과 서비스"],
				["6.5", "Environmental risk", "环境风险管理流程", "환경 위험 관리"],
				["6.6", "Effect of the environment on the institution", "环境因素的影响", "환경 요인의 영향"],
				["6.7", "Effect of financing", "投融资活动的环境影响", "투융자의 환경 영향"],
				["6.8", "Effect of operations", "经营活动的环境影响", "영업활동의 환경 영향"],
				["6.9", "Data", "数据梳理与保护", "데이터 관리"],
				["6.10", "Research", "绿色金融研究成果", "녹색금융 연구"],
				["6.11", "Other", "其他环境信息", "기타 정보"],
			],
		},
	],
} satisfies FrameworkData;

/** Topics with the article that asks for them; article numbers are the same at Shanghai and Shenzhen. */
const topics: readonly DisclosureRow[] = [
	["20", "Climate change", "应对气候变化", "기후변화 대응"],
	["30", "Pollutants", "污染物排放", "오염물질 배출"],
	["31", "Waste", "废弃物处理", "폐기물 처리"],
	["32", "Ecosystems and biodiversity", "生态系统和生物多样性保护", "생태계와 생물다양성"],
	["33", "Environmental compliance", "环境合规管理", "환경 법규 준수"],
	["35", "Energy", "能源利用", "에너지 이용"],
	["36", "Water", "水资源利用", "수자원 이용"],
	["37", "Circular economy", "循环经济", "순환경제"],
	["39", "Rural revitalisation", "乡村振兴", "농촌 진흥"],
	["40", "Contribution to society", "社会贡献", "사회 공헌"],
	["42", "Innovation", "创新驱动", "혁신"],
	["43", "Ethics of science and technology", "科技伦理", "과학기술 윤리"],
	["45", "Supply chain security", "供应链安全", "공급망 안전"],
	["46", "Fair treatment of small suppliers", "平等对待中小企业", "중소기업 공정 대우"],
	["47", "Product safety and quality", "产品和服务安全与质量", "제품·서비스 안전과 품질"],
	["48", "Data security and privacy", "数据安全与客户隐私保护", "데이터 보안과 개인정보"],
	["50", "Employees", "员工", "임직원"],
	["52", "Due diligence", "尽职调查", "실사"],
	["53", "Stakeholders", "利益相关方沟通", "이해관계자 소통"],
	["55", "Anti-corruption", "反商业贿赂及反贪污", "반부패"],
	["56", "Fair competition", "反不正当竞争", "공정 경쟁"],
];

function guideline(code: string, zh: string, disclosures: readonly DisclosureRow[]): StandardData {
	return {
		code,
		edition: "2024",
		label: { en: "Sustainability reports (trial)", zh, ko: "지속가능발전 보고서(시범)" },
		status: "current",
		// Applies to reports on financial years that begin in 2024 at the earliest; mandatory for large issuers from 2025.
		from: "2024-01-01",
		until: null,
		disclosures,
	};
}

const exchangeSource =
	"Numbers, titles and dates of the guidelines of 12 April 2024 (high); articles of the topics from one published index (medium).";

export const sse = {
	id: "SSE",
	label: { en: "Shanghai Stock Exchange guideline No. 14", zh: "上交所自律监管指引第14号", ko: "상하이거래소 지침 제14호" },
	aliases: ["sse", "sse-14", "sse14", "上交所", "上海证券交易所", "上交所自律监管指引第14号"],
	publisher: "Shanghai Stock Exchange",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "disclosure",
	source: exchangeSource,
	standards: [guideline("14", "可持续发展报告（试行）", topics)],
} satisfies FrameworkData;

export const szse = {
	id: "SZSE",
	label: { en: "Shenzhen Stock Exchange guideline No. 17", zh: "深交所自律监管指引第17号", ko: "선전거래소 지침 제17호" },
	aliases: ["szse", "szse-17", "szse17", "深交所", "深圳证券交易所", "深交所自律监管指引第17号"],
	publisher: "Shenzhen Stock Exchange",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "disclosure",
	source: exchangeSource,
	standards: [guideline("17", "可持续发展报告（试行）", topics)],
} satisfies FrameworkData;

export const bse = {
	id: "BSE",
	label: { en: "Beijing Stock Exchange guideline No. 11", zh: "北交所持续监管指引第11号", ko: "베이징거래소 지침 제11호" },
	aliases: ["bse", "bse-11", "bse11", "北交所", "北京证券交易所", "北交所持续监管指引第11号"],
	publisher: "Beijing Stock Exchange",
	status: "current",
	datedBy: "period",
	complete: "no",
	role: "disclosure",
	source: exchangeSource,
	// Its articles are not sure enough to be listed.
	standards: [guideline("11", "可持续发展报告（试行）", [])],
} satisfies FrameworkData;

export const mof = {
	id: "MOF",
	label: {
		en: "Chinese corporate sustainability disclosure standards",
		zh: "企业可持续披露准则",
		ko: "중국 기업 지속가능성 공시준칙",
	},
	aliases: ["mof", "csds", "企业可持续披露准则", "企業可持續披露準則"],
	publisher: "Ministry of Finance of China",
	status: "current",
	datedBy: "published",
	complete: "no",
	role: "disclosure",
	source:
		"Titles and release dates from published copies of the ministry's announcements (high). Trial versions, voluntary for now.",
	standards: [
		{
			code: "Basic",
			edition: "2024",
			label: { en: "Basic standard (trial)", zh: "基本准则（试行）", ko: "기본준칙(시범)" },
			status: "current",
			from: "2024-12-17",
			until: null,
			disclosures: [],
		},
		{
			code: "1",
			edition: "2025",
			label: { en: "Climate (trial)", zh: "第1号——气候（试行）", ko: "제1호 기후(시범)" },
			status: "current",
			from: "2025-12-25",
			until: null,
			disclosures: [],
		},
	],
} satisfies FrameworkData;
