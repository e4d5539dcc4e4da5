import assert from "node:assert/strict";
import { findDate } from "../../server/src/sources/dates.ts";
import { findPublished, findTitle } from "../../server/src/sources/metadata.ts";

describe("dates in sources", () => {
	for (const [text, date] of [
		["2023-06-29", "2023-06-29"],
		["2023/6/9", "2023-06-09"],
		["2023.06.02 10:15", "2023-06-02"],
		["2023. 6. 2.", "2023-06-02"],
		["2023年6月29日", "2023-06-29"],
		["2023 年 6 月 29 日", "2023-06-29"],
		["2023년 6월 29일", "2023-06-29"],
		["29 June 2023", "2023-06-29"],
		["1st Sept. 2023", "2023-09-01"],
		["June 29, 2023", "2023-06-29"],
		["Jun 3rd 2023", "2023-06-03"],
		["2024-02-29", "2024-02-29"],
		["from 2023-06-29 to 2023-07-01", "2023-06-29"],
		["2023-02-29", null],
		["2023-13-01", null],
		["June 2023", null],
		["2023年6月", null],
		["12023-06-295", null],
		["9月7日", null],
	] as const) {
		it(`reads ${text} as ${date}`, () => {
			assert.equal(findDate(text)?.date ?? null, date);
		});
	}

	it("says where the date stands", () => {
		const text = "发布时间:2023年6月29日来源";
		const found = findDate(text);
		assert.equal(text.slice(found?.start, found?.end), "2023年6月29日");
	});
});

describe("the date of publication", () => {
	for (const [text, date] of [
		["标题\n\n发布时间:2023-06-29来源:某某导刊作者:媒体中心\n", "2023-06-29"],
		["Title\nPublished: 29 June 2023\nText.", "2023-06-29"],
		["Title\nBy Jane Doe | Published on 29 June 2023 | Energy\nText.", "2023-06-29"],
		["제목\n기자 이름\n입력 : 2023.06.02 10:15 | 수정 : 2023.06.05 11:00\n", "2023-06-02"],
		["標題\n發布日期：2023年6月29日\n", "2023-06-29"],
		["标题\n2023年6月29日\n正文。", "2023-06-29"],
		["Title\n(Thursday, June 29, 2023, 10:15 am)\nText.", "2023-06-29"],
		[`Title\n${"Text. ".repeat(50)}\nPublished: 29 June 2023\n`, "2023-06-29"],
		["Title\nThe report was published on 29 June 2023.\n", ""],
		["标题\n9月7日，论坛在成都举行。\n", ""],
		["标题\n会议时间：2023年6月29日\n", ""],
		["Title\nAs of 2022-12-31 the bank served 3.6 million customers.\n", ""],
		["2022-12-31 and later\n", ""],
		["", ""],
	] as const) {
		it(`is ${date || "not known"} in ${JSON.stringify(text.slice(0, 60))}`, () => {
			assert.equal(findPublished(text), date);
		});
	}
});

describe("the title of a text", () => {
	for (const [text, title] of [
		["Sustainability Report 2022\n\nText.", "Sustainability Report 2022"],
		["디지털타임스\n\n 앤트그룹, 기술혁신 분야에 중점 둔 보고서 발표\n프린트", "앤트그룹, 기술혁신 분야에 중점 둔 보고서 발표"],
		["首页 > 资讯列表\n\n某某银行：以ESG引领可持续发展之道\n\n发布时间:2023-06-29", "某某银行：以ESG引领可持续发展之道"],
		["2023-06-29\nHome\nAnnual results of the bank\n", "Annual results of the bank"],
		["# A heading in plain text\nText", "A heading in plain text"],
		["9月7日，论坛在成都举行。此次会议围绕如何利用数字化手段实现目标展开讨论。", "9月7日，论坛在成都举行"],
		["Why do banks report? \nText", "Why do banks report?"],
		["Short\n", "Short"],
		["", ""],
		[`${"𠮷".repeat(200)}。`, `${"𠮷".repeat(74)}…`],
	] as const) {
		it(`is ${JSON.stringify(title.slice(0, 40))}`, () => {
			const found = findTitle(text);
			assert.equal(found, title);
			assert.ok(!/\p{Surrogate}/u.test(found));
		});
	}
});
