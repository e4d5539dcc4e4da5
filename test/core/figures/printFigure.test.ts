import assert from "node:assert/strict";
import { Decimal } from "../../../server/src/core/decimal.ts";
import { printLike, printQuantity, qualifierWords } from "../../../server/src/core/figures/printFigure.ts";
import { readFigures } from "../../../server/src/core/figures/readFigures.ts";
import type { Figure, Language, Qualifier } from "../../../server/src/core/model.ts";

function onlyFigure(text: string, language: Language, cell?: string): Figure {
	const figures = readFigures(
		text,
		cell === undefined ? { language } : { language, cell: { columnHeader: cell, rowHeader: "", caption: "" } },
	);
	assert.equal(figures.length, 1, `one figure in ${text}`);
	return figures[0] as Figure;
}

describe("printLike", () => {
	for (const [language, like, value, printed] of [
		["en", "RMB 204.6 billion", "20460000000", "RMB 20.46 billion"],
		["en", "US$2.98 billion", "2890000000", "US$2.89 billion"],
		["en", "US$2.89bn", "28900000", "US$28.9m"],
		["en", "1,234 tonnes", "98765", "98,765 tonnes"],
		["en", "950 tonnes", "12345", "12,345 tonnes"],
		["en", "EUR 3.4m", "5600000", "EUR 5.6m"],
		["en", "12.5%", "13.25", "13.25%"],
		["en", "1 234 567 people", "2345678", "2 345 678 people"],
		["en", "-5.2%", "3.1", "3.1%"],
		["en", "5.2%", "-3.1", "-3.1%"],
		["en", "three projects", "33", "33 projects"],
		["en", "86 million customers", "1200000000", "1.2 billion customers"],
		["en", "RMB 500 million", "20460000000", "RMB 20.46 billion"],
		["zh-Hans", "2,046亿元", "20460000000", "204.6亿元"],
		["zh-Hans", "1.1万亿元", "900000000000", "9000亿元"],
		["zh-Hans", "33个项目", "41", "41个项目"],
		["zh-Hans", "3亿5000万元", "420000000", "4亿2000万元"],
		["zh-Hant", "5.67萬噸", "123400", "12.34萬噸"],
		["zh-Hant", "9,798噸", "1234567", "1,234,567噸"],
		["ko", "204억6000만 위안", "2046000000", "20억4600만 위안"],
		["ko", "7억 9000만 위안", "811600000", "8억 1160만 위안"],
		["ko", "1조 2,345억 원", "2345600000000", "2조 3,456억 원"],
		["ko", "100만 명", "2500000", "250만 명"],
		["ko", "두 배", "3", "3 배"],
	] as const) {
		it(`${like} for ${value}: ${printed}`, () => {
			assert.equal(printLike(Decimal.parse(value), onlyFigure(like, language)), printed);
		});
	}

	it("keeps a header's scale out of the cell", () => {
		assert.equal(printLike(Decimal.parse("2046000000"), onlyFigure("20,460", "en", "RMB million")), "2,046");
	});

	it("drops and keeps the brackets of negative amounts", () => {
		const loss = onlyFigure("(1,234)", "en", "RMB million");
		assert.equal(printLike(Decimal.parse("-5000000"), loss), "(5)");
		assert.equal(printLike(Decimal.parse("5000000"), loss), "5");
	});
});

describe("printQuantity", () => {
	const print = (value: string, unit: string | null, currency: string | null, qualifier: Qualifier, language: Language) =>
		printQuantity({ value: Decimal.parse(value), unit, currency, qualifier }, language);
	for (const [value, unit, currency, qualifier, en, zh, hant, ko] of [
		[
			"1100000000000",
			"CNY",
			"CNY",
			"more-than",
			"over RMB 1.1 trillion",
			"超过1.1万亿元人民币",
			"超過1.1萬億元人民幣",
			"1조 1000억 위안 초과",
		],
		["2890000000", "USD", "USD", "about", "about US$2.89 billion", "约28.9亿美元", "約28.9億美元", "약 28억 9000만 달러"],
		["1234.5", "EUR", "EUR", "exact", "EUR 1,234.5", "1234.5欧元", "1234.5歐元", "1,234.5 유로"],
		["31", "province", null, "exact", "31 provinces", "31个省", "31個省", "31개 성"],
		["1", "project", null, "exact", "1 project", "1个项目", "1個項目", "1개 프로젝트"],
		["70", "%", null, "at-least", "at least 70%", "70%以上", "70%以上", "70% 이상"],
		["3", "pp", null, "exact", "3 percentage points", "3个百分点", "3個百分點", "3%포인트"],
		["9798", "t", null, "nearly", "nearly 9,798 tonnes", "近9798吨", "近9798噸", "거의 9,798톤"],
		[
			"86000000",
			"enterprise",
			null,
			"at-most",
			"up to 86 million enterprises",
			"8600万家以下企业",
			"8600萬家以下企業",
			"8600만 개 이하의 기업",
		],
		[
			"360000000",
			"customer",
			null,
			"more-than",
			"over 360 million customers",
			"超过3.6亿名客户",
			"超過3.6億名客戶",
			"3억 6000만 명이 넘는 고객",
		],
		[
			"400",
			"solution",
			null,
			"at-least",
			"at least 400 solutions",
			"400个以上解决方案",
			"400個以上解決方案",
			"400개 이상의 솔루션",
		],
		["120", "person", null, "at-least", "at least 120 people", "120人以上", "120人以上", "120명 이상"],
		["100", "x", null, "less-than", "less than 100 times", "不到100倍", "不到100倍", "100배 미만"],
	] as const) {
		it(en, () => {
			assert.equal(print(value, unit, currency, qualifier, "en"), en);
			assert.equal(print(value, unit, currency, qualifier, "zh-Hans"), zh);
			assert.equal(print(value, unit, currency, qualifier, "zh-Hant"), hant);
			assert.equal(print(value, unit, currency, qualifier, "ko"), ko);
		});
	}

	it("prints a range by its ends", () => {
		const range = {
			value: null,
			low: Decimal.parse("3000000"),
			high: Decimal.parse("4000000"),
			unit: "customer",
			currency: null,
			qualifier: "between",
		} as const;
		assert.equal(printQuantity(range, "en"), "3 million customers – 4 million customers");
	});

	it("names a qualifier with the spaces it needs", () => {
		assert.deepEqual(qualifierWords("more-than", "en"), { before: "over ", after: "" });
		assert.deepEqual(qualifierWords("at-least", "ko"), { before: "", after: " 이상" });
		assert.deepEqual(qualifierWords("about", "zh-Hant"), { before: "約", after: "" });
	});
});
