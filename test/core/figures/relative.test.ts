/** Periods that are named from another one: kind "period", no ISO dates, never check-worthy. */
import assert from "node:assert/strict";
import { isRelative, resolveRelative } from "../../../server/src/core/figures/dates.ts";
import { readFigures } from "../../../server/src/core/figures/readFigures.ts";
import type { Language } from "../../../server/src/core/model.ts";

/** Sentences with their relative periods in brackets. */
const sentences: readonly (readonly [Language, string])[] = [
	["zh-Hans", "[去年上半年]营收3.5亿元，[同比]增长12%，较[上年同期]多2家企业，[本季度]持平。"],
	["zh-Hant", "[今年]投入12億元，[環比]下降3%；[上半年]完成，比[去年年底]多。"],
	["zh-Hans", "18岁以上年龄段、成本年均下降、说明年报内容、同比例增资、当今年轻人、之前年度、不同期限。"],
	["en", "In [the first half of this year] we used 5 t more than [last year]; [year-on-year] growth was 3% [YoY]."],
	["en", "At [the end of the previous year]; the last years, yearly, this yearbook, a momentary lapse."],
	["ko", "[작년 하반기]에는 [전년 동기] 대비 5% 늘었고 [올해]는 3건이며 [지난해]보다 [전년]대비 많다."],
	["ko", "상반기대책위원회와 [내년도]를 준비하는 미래전년기획."],
];

describe("relative periods", () => {
	for (const [language, marked] of sentences) {
		it(marked, () => {
			const wanted = [...marked.matchAll(/\[(.*?)\]/g)].map(([, words]) => words);
			const text = marked.replace(/[[\]]/g, "");
			const periods = readFigures(text, { language }).filter(({ kind }) => kind === "period");
			const named = periods.filter((figure) => isRelative(figure.text));
			assert.deepEqual(
				named.map((figure) => figure.text),
				wanted,
			);
			for (const figure of named) {
				assert.equal(figure.period, null);
				assert.equal(figure.checkworthy, false);
				assert.equal(text.slice(figure.start, figure.end), figure.text);
			}
		});
	}

	for (const [words, start, end] of [
		["去年", "2021-01-01", "2021-12-31"],
		["今年上半年", "2022-01-01", "2022-06-30"],
		["上年末", "2021-12-31", "2021-12-31"],
		["第三季度", null, null],
		["同比", null, null],
		["작년 하반기", "2021-07-01", "2021-12-31"],
		["올해", "2022-01-01", "2022-12-31"],
		["the second half of last year", "2021-07-01", "2021-12-31"],
		["the end of this year", "2022-12-31", "2022-12-31"],
		["next year", "2023-01-01", "2023-12-31"],
		["year-on-year", null, null],
	] as const) {
		it(`${words} in a text about 2022`, () => {
			assert.deepEqual(resolveRelative(words, 2022), start === null ? null : { start, end });
		});
	}
});
