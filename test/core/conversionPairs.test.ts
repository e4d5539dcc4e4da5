import assert from "node:assert/strict";
import { findPairs } from "../../server/src/core/conversion/pairs.ts";
import { printRatio } from "../../server/src/core/conversion/rateInterval.ts";
import { findStatedRates, statedInterval } from "../../server/src/core/conversion/statedRates.ts";
import { readFigures } from "../../server/src/core/figures/readFigures.ts";
import type { Language } from "../../server/src/core/model.ts";

function pairs(text: string, language: Language): string[] {
	return findPairs(text, readFigures(text, { language })).map(({ first, second }) => `${first.text} = ${second.text}`);
}

function rates(text: string, language: Language): string[] {
	return findStatedRates(text, readFigures(text, { language })).map(({ base, quote, rate }) => `${base}/${quote} ${rate}`);
}

describe("pairs of one amount", () => {
	const written: [Language, string, string][] = [
		["en", "We spent RMB 20.46 billion (about US$2.89 billion) on technology.", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion (US$2.89 billion) on technology.", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion, or approximately US$2.89 billion, on technology.", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion, equivalent to US$2.89 billion, on technology.", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion (equivalent to about US$2.89 billion).", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion (i.e. US$2.89 billion).", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion / US$2.89 billion on technology.", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion (US$2.89 billion at an exchange rate of 7.08).", "RMB 20.46 billion = US$2.89 billion"],
		["en", "We spent RMB 20.46 billion (US$2.89 billion equivalent).", "RMB 20.46 billion = US$2.89 billion"],
		["zh-Hans", "研发投入为204.6亿元（约合28.9亿美元）。", "204.6亿元 = 28.9亿美元"],
		["zh-Hans", "研发投入为204.6亿元，折合28.9亿美元。", "204.6亿元 = 28.9亿美元"],
		["zh-Hans", "研发投入为204.6亿元，相当于约28.9亿美元。", "204.6亿元 = 28.9亿美元"],
		["zh-Hans", "研发投入为204.6亿元（约28.9亿美元，按1美元兑7.08元计算）。", "204.6亿元 = 28.9亿美元"],
		["zh-Hant", "研發投入為204.6億元（約合28.9億美元）。", "204.6億元 = 28.9億美元"],
		["ko", "연구개발에 204억6000만 위안(약 28억9000만 달러)을 썼다.", "204억6000만 위안 = 28억9000만 달러"],
		["ko", "연구개발에 204억6000만 위안(28억9000만 달러 상당)을 썼다.", "204억6000만 위안 = 28억9000만 달러"],
		["ko", "연구개발에 204억6000만 위안, 즉 28억9000만 달러를 썼다.", "204억6000만 위안 = 28억9000만 달러"],
		["ko", "연구개발비 28억9000만 달러(한화 약 3조7000억 원)를 썼다.", "28억9000만 달러 = 3조7000억 원"],
		["en", "The plant used 1,200 MWh (4,320 GJ) of electricity.", "1,200 MWh = 4,320 GJ"],
		["en", "The plant used 1,200 MWh (4,320 GJ).", "1,200 MWh = 4,320 GJ"],
		["zh-Hans", "用水量为12.5万立方米，即1.25亿升。", "12.5万立方米 = 1.25亿升"],
		["en", "RMB 0.5 billion, i.e. RMB 500 million, was spent.", ""],
	];
	for (const [language, text, pair] of written) {
		it(text, () => {
			assert.deepEqual(pairs(text, language), pair === "" ? [] : [pair]);
		});
	}

	const apart: [Language, string][] = [
		["en", "We spent RMB 100 million in China and US$50 million abroad."],
		["en", "Revenue was RMB 20.46 billion (2021: US$1.2 billion)."],
		["en", "Revenue was RMB 20.46 billion (US$1.2 billion in 2021)."],
		["en", "Revenue was RMB 20.46 billion (of which US$1.2 billion from exports)."],
		["en", "The fine is the greater of RMB 100 million, or US$50 million."],
		["en", "It costs RMB 100 or US$20 a visit."],
		["en", "The fee is RMB 100 million, or US$2 million per site."],
		["en", "Net profit was RMB 1,234 million (RMB 1,100 million)."],
		["en", "Waste fell to 300 tonnes (from 450 tonnes)."],
		["en", "We saved 300 tonnes of paper, equivalent to 500 tonnes of carbon emissions."],
		["en", "Each employee had 5 days (32 hours) of training."],
		["en", "The rate was RMB 6.8972 = US$1.00."],
		["zh-Hans", "在中国投入1亿元，在海外投入5000万美元。"],
		["zh-Hans", "节约用纸300吨，相当于减少碳排放500吨。"],
		["zh-Hans", "累计捐款157.9万元，相当于为1679所学校送上38万份午餐。"],
		["ko", "국내에 1억 위안, 해외에 5000만 달러를 투자했다."],
	];
	for (const [language, text] of apart) {
		it(`not: ${text}`, () => {
			assert.deepEqual(pairs(text, language), []);
		});
	}
});

describe("stated rates", () => {
	const stated: [Language, string, string[]][] = [
		["en", "Amounts are converted at RMB 6.8972 = US$1.00.", ["USD/CNY 6.8972"]],
		["en", "The translation was made at RMB6.8972 to US$1.00, the noon buying rate of December 30, 2022.", ["USD/CNY 6.8972"]],
		["en", "US$1.00 = RMB 7.08", ["USD/CNY 7.08"]],
		["en", "converted at 7.08 yuan to the dollar", ["USD/CNY 7.08"]],
		["en", "converted at RMB 7.08 per US dollar", ["USD/CNY 7.08"]],
		["en", "converted at an exchange rate of 7.08", ["null/null 7.08"]],
		["en", "the average USD/CNY exchange rate of 2022, 6.7347", ["USD/CNY 6.7347"]],
		["zh-Hans", "按1美元兑7.08元人民币计算", ["USD/CNY 7.08"]],
		["zh-Hans", "按1美元兑人民币7.08元计算", ["USD/CNY 7.08"]],
		["zh-Hans", "按7.08的汇率折算", ["null/null 7.08"]],
		["zh-Hans", "2022年末美元兑人民币汇率中间价为6.9646", ["USD/CNY 6.9646"]],
		["zh-Hant", "按1美元兌7.83港元計算", ["USD/HKD 7.83"]],
		["ko", "1달러당 7.08위안을 적용했다", ["USD/CNY 7.08"]],
		["ko", "1달러=1,300원 기준", ["USD/KRW 1300"]],
		["ko", "달러당 1,300원 기준", ["USD/KRW 1300"]],
		["ko", "환율은 1,292.98원을 적용했다", ["null/null 1292.98"]],
		["en", "The growth rate was 7.08% and the tax rate 25%.", []],
		["en", "An exchange rate gain of RMB 35 million was booked.", []],
		["en", "We paid US$1 for RMB 100 worth of goods.", []],
	];
	for (const [language, text, expected] of stated) {
		it(text, () => {
			assert.deepEqual(rates(text, language), expected);
		});
	}

	it("leave room for their own rounding and 0.2%", () => {
		const [rate] = findStatedRates("RMB 7.08 = US$1.00", readFigures("RMB 7.08 = US$1.00", { language: "en" }));
		const interval = rate && statedInterval(rate, "CNY", "USD");
		assert.deepEqual(interval && [printRatio(interval.low, 5), printRatio(interval.high, 5)], ["7.0609", "7.0992"]);
		const turned = rate && statedInterval(rate, "USD", "CNY");
		assert.deepEqual(turned && [printRatio(turned.low, 5), printRatio(turned.high, 5)], ["0.14086", "0.14163"]);
		assert.equal(rate && statedInterval(rate, "EUR", "USD"), null);
	});
});
