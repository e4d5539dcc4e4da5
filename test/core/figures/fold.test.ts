import assert from "node:assert/strict";
import { fold } from "../../../server/src/core/text/fold.ts";
import { detectLanguage } from "../../../server/src/core/text/language.ts";

/** Each character of the folded text with the source text it stands for. */
function trace(text: string): string {
	const folded = fold(text);
	return Array.from({ length: folded.text.length }, (_, at) => {
		const { start, end } = folded.offsets.span({ start: at, end: at + 1 });
		const source = text.slice(start, end);
		return source === folded.text[at] ? source : `<${source}>`;
	}).join("");
}

describe("fold", () => {
	for (const [source, text, traced] of [
		["plain text", "plain text", "plain text"],
		["5.67萬(wàn)噸", "5.67万吨", "5.67<萬(wàn)><噸>"],
		["國(guó)(guó)有", "国有", "<國(guó)(guó)>有"],
		["國（guo）有", "国有", "<國（guo）>有"],
		["工商银行(ICBC)、产量(t)", "工商银行(ICBC)、产量(t)", "工商银行(ICBC)、产量(t)"],
		["１２．５％", "12.5%", "<１><２><．><５><％>"],
		["5\u00a0kg", "5 kg", "5<\u00a0>kg"],
		["20\u200b0 t\u00adonnes", "200 tonnes", "200 tonnes"],
		["CO₂", "CO2", "CO<₂>"],
		["m²", "m²", "m²"],
		["1만 ㎡", "1만 m2", "1만 <㎡><㎡>"],
		["3㎿h", "3MWh", "3<㎿><㎿>h"],
		["−5", "-5", "<−>5"],
		["😀萬", "😀万", "😀<萬>"],
	] as const) {
		it(`folds ${source}`, () => {
			assert.equal(fold(source).text, text);
			assert.equal(trace(source), traced);
		});
	}

	it("returns text that needs no folding as it is", () => {
		const text = "RMB 20.46 billion 个人客户 위안";
		assert.equal(fold(text).text, text);
	});
});

describe("detectLanguage", () => {
	for (const [text, language] of [
		["We reduced emissions by 12%.", "en"],
		["我们将排放减少了12%。", "zh-Hans"],
		["我們將排放減少了12%。", "zh-Hant"],
		["배출량을 12% 줄였다.", "ko"],
		["蚂蚁集团(Ant Group)投入研发", "zh-Hans"],
		["", "en"],
	] as const) {
		it(`${language}: ${text}`, () => assert.equal(detectLanguage(text), language));
	}
});
