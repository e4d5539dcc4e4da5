import type { Language } from "../../../server/src/core/model.ts";
import { checkFigures } from "./marked.ts";

type Row = readonly [language: Language, marked: string, ...figures: string[]];

const classes: Readonly<Record<string, readonly Row[]>> = {
	"myriad chains": [
		["ko", "투자액은 [[315억2000만 위안]]이다.", "31520000000 CNY"],
		["ko", "예산 [[8억 3000만 위안]](약 [[1억 1720만 달러]])", "830000000 CNY", "about 117200000 USD"],
		["ko", "매출은 [[1조 2,345억 원]]이었다.", "1234500000000 KRW"],
		["ko", "참가자는 [[1만2천5백 명]]이었다.", "12500 person"],
		["ko", "총 [[1천 640만 톤]]을 재활용했다.", "16400000 t"],
		["zh-Hans", "营业收入[[3亿5000万元]]", "350000000 CNY"],
		["zh-Hans", "共投入[[五亿一千万元]]", "510000000 CNY"],
	],
	"stacked and implied magnitudes": [
		["zh-Hans", "已发放绿色贷款超[[1.1万亿元]]", "more-than 1100000000000 CNY"],
		["zh-Hant", "存款餘額超過[[萬億元]]", "more-than 1000000000000 CNY"],
		["zh-Hant", "淘汰上[[千臺服務器]]", "more-than 1000 server"],
		["zh-Hans", "带动数百万人就业"],
		["zh-Hans", "[[十余万户家庭]]受益", "more-than 100000 household"],
		["ko", "지난 몇 년 동안 수백만 명이 참여했다."],
	],
	"glosses, hybrid characters, width": [
		["zh-Hant", "全年減少碳排放約[[3.21萬(wàn)噸]]", "about 32100 tCO2"],
		["zh-Hant", "少用[[7.5 億張]] A4 紙張，減少[[8,012 噸]]碳排放", "750000000 sheet", "8012 tCO2"],
		["zh-Hans", "共[[１２．５％]]", "12.5 %"],
		["zh-Hant", "共[[6家國(guo)(guó)有大行]]", "6 bank"],
	],
	currencies: [
		["en", "invested [[RMB 20.46 billion]] (about [[US$2.89 billion]])", "20460000000 CNY", "about 2890000000 USD"],
		["en", "revenue of [[EUR 3.4m]] and [[HK$12.5 bn]]", "3400000 EUR", "12500000000 HKD"],
		["en", "paid [[S$1,200]] and [[KRW 3 trillion]]", "1200 SGD", "3000000000000 KRW"],
		["zh-Hans", "约[[28.9亿美元]]，[[8亿元人民币]]", "about 2890000000 USD", "800000000 CNY"],
		["ko", "[[3천 5백만 유로]]를 지급", "35000000 EUR"],
		["en", "fell to [[-$5.2 million]]", "-5200000 USD"],
	],
	"qualifiers and ranges": [
		["en", "more than [[400 customers]]", "more-than 400 customer"],
		["en", "nearly [[380,000 meals]]", "nearly 380000 meal"],
		["en", "[[150]] or more partner financial institutions", "at-least 150 institution"],
		["en", "no less than [[30%]] and up to [[45%]]", "at-least 30 %", "at-most 45 %"],
		["en", "between [[3 and 4 million customers]]", "between 3000000 to 4000000 customer"],
		["en", "growth of [[10%-15%]]", "between 10 to 15 %"],
		["en", "increased from [[35 tonnes]] to [[40 tonnes]]", "35 t", "40 t"],
		["zh-Hans", "[[两到三万家企业]]", "between 20000 to 30000 enterprise"],
		["zh-Hans", "提供近[[16万份免费午餐]]", "nearly 160000 meal"],
		["zh-Hans", "不到行业均值[[五分之一]]", "less-than 0.2 x"],
		["zh-Hans", "占比[[七成]]以上，低于[[1000万元]]", "at-least 70 %", "less-than 10000000 CNY"],
		["ko", "[[90개]] 이상의 클라우드 솔루션을 출시", "at-least 90 solution"],
		["ko", "[[30%]] 미만, 약 [[70%]], 거의 [[5천 톤]]", "less-than 30 %", "about 70 %", "nearly 5000 t"],
	],
	"units and intensities": [
		["en", "emissions of [[12,345 tCO2e]] and [[3.2 ktCO₂e]]", "12345 tCO2e", "3.2 ktCO2e"],
		["en", "intensity of [[0.45 tCO2e per million yuan]] of revenue", "0.45 tCO2e/1000000 CNY"],
		["en", "[[2.3 kWh per employee]] and [[12 m³]] of water", "2.3 kWh/employee", "12 m3"],
		["en", "a ship of [[85 kt]]", "85 kt"],
		["zh-Hans", "单位产值能耗[[0.32吨标准煤/万元]]", "0.32 tce/10000 CNY"],
		["zh-Hans", "用电[[1,234.5万千瓦时]]，造林[[387万亩]]", "12345000 kWh", "3870000 mu"],
		["ko", "전력 [[1,234MWh]], 용수 [[5만 톤]]", "1234 MWh", "50000 t"],
		["en", "Scope 1 emissions fell to [[12,345 tonnes]]", "12345 tCO2e"],
		["en", "[[3,000 tonnes]] of waste were recycled, avoiding [[98 tonnes]] of carbon emissions", "3000 t", "98 tCO2"],
		["zh-Hans", "温室气体排放总量[[12,345吨]]", "12345 tCO2e"],
		["ko", "온실가스 배출량은 [[12,345톤]]이다", "12345 tCO2e"],
	],
	counts: [
		["zh-Hans", "覆盖超[[2.5亿个人客户]]和超[[120万个市场主体]]", "more-than 250000000 customer", "more-than 1200000 enterprise"],
		["zh-Hans", "热线服务人次逾[[180万]]", "more-than 1800000 person-time"],
		["zh-Hans", "帮助[[12个]]原“国家级贫困县”修路", "12 county"],
		["zh-Hans", "业务遍及[[28个省]]、自治区和直辖市", "28 province"],
		["zh-Hans", "联合超[[500家企业及机构]]", "more-than 500 institution"],
		["zh-Hans", "办理“零接触”贷款逾[[2.3亿笔]]", "more-than 230000000 loan"],
		["zh-Hans", "签约客户超[[15万家]]", "more-than 150000 enterprise"],
		["zh-Hans", "其中[[18家]]公布目标的银行表示", "18 bank"],
		["ko", "지금까지 [[730만 중소기업]]을 지원", "7300000 enterprise"],
		["ko", "[[230개]] 이상의 해외 금융 기관과", "at-least 230 institution"],
		["ko", "약 [[50만 명]]의 사용자가 가입", "about 500000 user"],
		["ko", "이사회 산하 [[두 개]] 전문 위원회", "2 committee"],
		["en", "[[33 projects]] and [[1,679 schools]]", "33 project", "1679 school"],
		["en", "reached [[86 m customers]]", "86000000 customer"],
		["en", "installed [[120]] rooftop wobblers", "120 wobbler"],
	],
	"dates, periods and identifiers": [
		["en", "in [[H1 2021]] and [[FY2022]]", "period 2021-01-01 to 2021-06-30", "period 2022-01-01 to 2022-12-31"],
		["en", "On [[30 June 2022]] it ended", "date 2022-06-30"],
		["zh-Hans", "截至[[2022年末]]", "date 2022-12-31"],
		["zh-Hant", "[[2021年上半年]]完成", "period 2021-01-01 to 2021-06-30"],
		["ko", "[[2022년 6월 30일]] 기준", "date 2022-06-30"],
		["en", "GRI [[305-1]], ISO [[14064-1]]", "identifier", "identifier"],
		["zh-Hans", "联系电话:[[010-61234567]]", "identifier"],
		["en", "COVID-19, 5G, 24/7, top 10, Scope 3, SDG 13.2, page 12, Table 3"],
		["zh-Hans", "“30·60”目标、双碳、最后一公里、第三方、进一步、责任+"],
		["zh-Hans", "成为[[一家银行]]", "1 bank unchecked"],
	],
	"signs, grouping, points": [
		["en", "[[1 234 567 people]] took part", "1234567 person"],
		["en", "a change of [[−3.5%]]", "-3.5 %"],
		["en", "up [[3 percentage points]], [[50 bps]] and [[2‰]]", "3 pp", "50 bp", "2 ‰"],
		["ko", "[[45.3%p]] 증가", "45.3 pp"],
		["zh-Hans", "提高[[2.5个百分点]]", "2.5 pp"],
	],
	"spelled out": [
		["zh-Hans", "占比[[七成]]，[[翻一番]]，增长[[两倍]]", "70 %", "2 x", "2 x"],
		["ko", "지출을 [[두 배]]로 늘렸고 [[절반]]은 여성", "2 x", "0.5 x"],
		["en", "[[Half]] of our sites and [[one and a half million litres]]", "0.5 x", "1500000 L"],
		["en", "spending [[doubled]]", "2 x"],
		["en", "[[two board committees]] and [[three pillars]]", "2 committee", "3 pillar unchecked"],
		["ko", "[[세 가지 핵심 영역]]을 정했다", "3 핵심 영역 unchecked"],
		["zh-Hans", "[[百分之三十]]的员工", "30 %"],
	],
	"net zero": [
		["en", "We aim for [[net-zero emissions by 2030]].", "0 tCO2e"],
		["zh-Hant", "力爭[[2035年實現凈零排放]]", "0 tCO2e"],
		["ko", "[[2040년 탄소 순배출량 '제로']]를 선언", "0 tCO2e"],
		["en", "We aim for net zero."],
	],
	durations: [
		["zh-Hant", "開業 [[9 年]]以來", "9 year unchecked"],
		["en", "[[24,000 hours]] over [[3 years]]", "24000 h", "more-than 3 year unchecked"],
	],
};

describe("readFigures", () => {
	for (const [name, rows] of Object.entries(classes)) {
		describe(name, () => {
			for (const [language, marked, ...figures] of rows) {
				it(`${language}: ${marked}`, () => checkFigures(language, marked, figures));
			}
		});
	}

	describe("cells", () => {
		const cell = (columnHeader: string, rowHeader = "", caption = "") => ({ columnHeader, rowHeader, caption });
		it("takes scale and currency of the column", () => checkFigures("en", "[[1,234]]", ["1234000000 CNY"], cell("RMB million")));
		it("takes them from the row", () =>
			checkFigures("en", "[[1,234]]", ["1234000000 CNY"], cell("2022", "Revenue (RMB million)")));
		it("takes them from the caption", () =>
			checkFigures("zh-Hans", "[[12.5]]", ["125000 CNY"], cell("2022年", "营业收入", "单位：万元")));
		it("reads brackets as negative", () => checkFigures("en", "[[(1,234)]]", ["-1234 tCO2e"], cell("tCO2e")));
		it("leaves a cell's own unit alone", () => checkFigures("en", "[[12%]]", ["12 %"], cell("RMB million")));
		it("reads Korean headers", () => checkFigures("ko", "[[1,234]]", ["1234 t"], cell("단위: 톤")));
	});
});
