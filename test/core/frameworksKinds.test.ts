import assert from "node:assert/strict";
import { figureKinds } from "../../server/data/frameworks/figureKinds.ts";
import { readFigures } from "../../server/src/core/figures/readFigures.ts";
import { Stretch } from "../../server/src/core/frameworks/classifyFigure.ts";
import type { FigureKindRow } from "../../server/src/core/frameworks/figureKind.ts";
import { findEntries, findFramework } from "../../server/src/core/frameworks/registry.ts";
import { fold } from "../../server/src/core/text/fold.ts";
import { detectLanguage } from "../../server/src/core/text/language.ts";

const rows: readonly FigureKindRow[] = figureKinds;

/** The kinds of a sentence's check-worthy figures, "-" for none. */
function kindsOf(sentence: string): string[] {
	const folded = fold(sentence);
	const stretch = new Stretch(folded.text);
	const offset = (at: number): number => {
		let index = 0;
		while (index < folded.text.length && folded.offsets.startOf(index) < at) {
			index += 1;
		}
		return index;
	};
	return readFigures(sentence, { language: detectLanguage(sentence) })
		.filter((figure) => figure.checkworthy)
		.map((figure) => stretch.classify(figure, { start: offset(figure.start), end: offset(figure.end) })?.id ?? "-");
}

describe("kinds of figures: the data", () => {
	it("cites only codes and frameworks that the registry has", () => {
		for (const { id, cite, also, weak } of rows) {
			for (const [framework, alternatives] of Object.entries(cite)) {
				for (const written of alternatives.flat()) {
					const [code = "", edition] = written.split("@");
					const found = findEntries(framework, code).filter((entry) => edition === undefined || entry.edition === edition);
					assert.ok(found.length > 0, `${id}: ${framework} ${written}`);
				}
			}
			for (const [framework, codes] of Object.entries(also ?? {})) {
				for (const code of codes) {
					assert.ok(findEntries(framework, code).length > 0, `${id}: also ${framework} ${code}`);
				}
			}
			for (const framework of weak ?? []) {
				assert.ok(findFramework(framework) && cite[framework], `${id}: weak ${framework}`);
			}
		}
	});

	it("has words in English, Chinese and Korean for every kind, folded", () => {
		for (const { id, triggers, label } of rows) {
			const words = triggers.join("|").split("|");
			assert.ok(
				words.some((word) => /^[a-z]/.test(word)),
				`${id}: English`,
			);
			assert.ok(
				words.some((word) => /[\u4e00-\u9fff]/.test(word)),
				`${id}: Chinese`,
			);
			assert.ok(
				words.some((word) => /[\uac00-\ud7a3]/.test(word)),
				`${id}: Korean`,
			);
			for (const word of words) {
				assert.equal(fold(word).text.toLowerCase(), word, `${id}: "${word}" is not folded`);
				assert.equal(word.trim(), word);
				assert.notEqual(word, "", id);
			}
			assert.ok(label.en && label.zh && label.ko, id);
		}
	});

	it("asks GRI nothing for research spending, patents, green products and avoided emissions", () => {
		for (const id of ["rnd_spend", "innovation", "green_products", "avoided_emissions"]) {
			assert.equal(rows.find((row) => row.id === id)?.cite.GRI, undefined, id);
		}
	});
});

describe("kinds of figures: sentences", () => {
	const cases: Readonly<Record<string, readonly string[]>> = {
		"Scope 1 emissions were 1,234 tCO2e in 2022.": ["ghg_scope1"],
		"Our Scope 1 and 2 emissions fell 12% to 45,000 tCO2e.": ["-", "ghg_scope12"],
		"Scope 1, 2 and 3 emissions totalled 90,000 tCO2e.": ["ghg_scope123"],
		"Scope 1 emissions were 10 tCO2e, Scope 2 emissions 20 tCO2e and Scope 3 emissions 30 tCO2e.": [
			"ghg_scope1",
			"ghg_scope2",
			"ghg_scope3",
		],
		"20 tCO2e of Scope 1 emissions and 30 tCO2e of Scope 2 emissions": ["ghg_scope1", "ghg_scope2"],
		"We reduced emissions by 5,000 tonnes of CO2.": ["ghg_reduction"],
		"We reduced our emissions to 5,000 tCO2e.": ["ghg_total"],
		"We reported 1,234 tCO2e of GHG emissions, a reduction of 40 tCO2e.": ["ghg_total", "ghg_reduction"],
		"Our footprint was 900 ktCO2e.": ["ghg_total"],
		"Emissions intensity was 2.3 tCO2e/employee.": ["ghg_intensity"],
		"Customers avoided 2 million tCO2e thanks to our products.": ["avoided_emissions"],
		"We bought 1,000 tonnes of carbon credits.": ["carbon_offsets"],
		"We aim to cut emissions by 42% by 2030.": ["climate_target"],
		"We aim to reduce our energy use by 25% by 2030.": ["energy_target"],
		"We aim to reduce energy use and emissions by 25% by 2030.": ["climate_target"],
		"Energy consumption was 3,400 MWh per year.": ["energy_consumption"],
		"The projects financed avoid 20,000 tCO2e a year.": ["avoided_emissions"],
		"绿色信贷项目年减排二氧化碳当量20.95万吨。": ["avoided_emissions"],
		"工厂购买3347吨经核证的二氧化碳减排量。": ["carbon_offsets"],
		"Energy consumption was 12,345 MWh, of which 45% came from renewable sources.": ["energy_consumption", "renewable_energy"],
		"Renewable electricity covered 45% of our use.": ["renewable_energy"],
		"Water withdrawal was 3,200 m³.": ["water_withdrawal"],
		"Hazardous waste totalled 12 tonnes.": ["waste_generated"],
		"The recycling rate reached 93%.": ["waste_recycled"],
		"The site emitted 4.2 kt of NOx.": ["air_emissions"],
		"We saved 3 billion sheets of paper.": ["paper"],
		"We donated RMB 790 million (US$111.6 million) to charity.": ["donations", "donations"],
		"Ant Group invested RMB 20.46 billion (about US$2.89 billion) in R&D in 2022.": ["rnd_spend", "rnd_spend"],
		"Volunteers gave 12,000 hours.": ["community_reach"],
		"Women hold 38% of management positions.": ["workforce_diversity"],
		"We had 12,000 employees in total.": ["workforce"],
		"Employee turnover was 8%.": ["turnover"],
		"Employees completed 40 hours of training on average.": ["training"],
		"There were 0 fatalities and the LTIFR was 0.45.": ["safety", "safety"],
		"Green loans reached RMB 5.8 billion.": ["green_credit"],
		"Data breaches: 2 cases.": ["privacy_incidents"],
		"98% of suppliers assessed had no findings.": ["supplier_assessment"],
		"2022年范围一温室气体排放量为1,234吨二氧化碳当量。": ["ghg_scope1"],
		"2022年溫室氣體排放總量為1,234公噸二氧化碳當量。": ["ghg_total"],
		"电子合同减少碳排放9798吨。": ["ghg_reduction"],
		"碳排放由1,500吨降至1,200吨。": ["ghg_total", "ghg_total"],
		"2030年实现碳排放下降50%的目标。": ["climate_target"],
		"全年用水量12万吨，用电量3,400兆瓦时。": ["water_consumption", "energy_consumption"],
		"公司公益捐款约157.9万元。": ["donations"],
		"女性员工占比45%。": ["workforce_diversity"],
		"截至2023年6月，微业贷的授信客户超110万家。": ["inclusive_customers"],
		"员工培训覆盖率达98%，人均培训时长32小时。": ["training", "training"],
		"其中独立董事3名。": ["board"],
		"온실가스 배출량은 1,234 tCO2e입니다.": ["ghg_total"],
		"2030년까지 온실가스 배출량을 40% 감축하는 것이 목표입니다.": ["climate_target"],
		"자선 기부액은 7억 9000만 위안(약 1억 1160만 달러)이다.": ["donations", "donations"],
		"용수 사용량은 3,000톤입니다.": ["water_consumption"],
		"여성 임직원 비율은 38%이다.": ["workforce_diversity"],
	};
	for (const [sentence, expected] of Object.entries(cases)) {
		it(sentence, () => assert.deepEqual(kindsOf(sentence), expected));
	}

	const none = [
		"Scope 1 emissions fell by 12%.",
		"Renewable energy use rose 12% year-on-year.",
		"China's carbon emissions reached 11.9 billion tonnes.",
		"The EU and its member states are committed to a reduction target of at least 55% in emissions by 2030.",
		"The Republic of Korea aims to cut emissions by 40% by 2030.",
		"Global emissions rose to 37 billion tonnes of CO2.",
		"Our target is to open 50 shops by 2030.",
		"We aim to raise sales by 42% by 2030.",
		"The board approved 3 policies.",
		"The board approved a 5% dividend rise.",
		"We planted 3,000 trees.",
		"Profit before tax was $300m.",
		"The turnover was $5m.",
		"Steel production was 12,000 tonnes.",
		"Two balance sheets were audited.",
		"Solar revenue made up 45% of sales.",
		"The carbon price was US$30 per tonne.",
		"投资回收率达到15%。",
		"全球碳排放达370亿吨。",
		"全年生产钢材1,200万吨。",
		"银行卡发行10万张。",
		"임직원 300명이 행사에 참여했다.",
		"전 세계 온실가스 배출량은 370억 톤이다.",
		"매출이 12% 늘었다.",
	];
	for (const sentence of none) {
		it(`nothing: ${sentence}`, () => assert.deepEqual(new Set(kindsOf(sentence)), new Set(["-"])));
	}
});
