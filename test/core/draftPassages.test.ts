import assert from "node:assert/strict";
import type { Draft, Passage } from "../../server/src/core/draft/draft.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";

const read = (text: string): Draft => new DraftReader().read(text);

interface Placed {
	readonly passage: Passage;
	readonly start: number;
}

const placed = ({ blocks }: Draft): Placed[] =>
	blocks.flatMap(({ start, content }) => content.passages.map((passage) => ({ passage, start })));
const passagesOf = (text: string): Passage[] => placed(read(text)).map(({ passage }) => passage);
const outline = (text: string): string[] => passagesOf(text).map(({ kind, text: plain }) => `${kind}: ${plain}`);

/** What the draft itself says at the figures, qualifiers aside. */
function figuresOf(text: string): string[] {
	return placed(read(text)).flatMap(({ passage, start }) =>
		passage.figures
			.filter((figure) => figure.checkworthy)
			.map((figure) => {
				const span = passage.offsets.span(figure);
				return text.slice(start + span.start, start + span.end);
			}),
	);
}

describe("passages of a draft", () => {
	it("are its headings, paragraphs, items, cells, quotes and footnotes", () => {
		assert.deepEqual(
			outline(
				"# One\n\nTwo[^n].\n\n- three\n  - four\n1. five\n\n| six | 七 |\n|---|---|\n| 8 | nine |\n\n> ten\n>\n> - eleven\n\n[^n]: twelve\n\nThirteen\n---\n",
			),
			[
				"heading: One",
				"paragraph: Two.",
				"list-item: three",
				"list-item: four",
				"list-item: five",
				"cell: six",
				"cell: 七",
				"cell: 8",
				"cell: nine",
				"quote: ten",
				"quote: eleven",
				"footnote: twelve",
				"heading: Thirteen",
			],
		);
	});

	it("know the depth of headings and the key of footnotes", () => {
		const [one, three, setext, note] = passagesOf("# a\n\n### b\n\nc\n===\n\n[^key-1]: d\n");
		assert.deepEqual(
			[one?.depth, three?.depth, setext?.depth, note?.depth, note?.footnote, one?.footnote],
			[1, 3, 1, 0, "key-1", null],
		);
	});

	it("leave out front matter, code, formulas, comments, definitions, link targets and image texts", () => {
		const text = [
			"---\ntitle: 1 t\n---",
			"```\n2 t\n```",
			"    3 t",
			"$$\n4 t\n$$",
			"<!-- 5 t\n\n6 t -->",
			'[x]: https://example.org/7 "8 t"',
			"a `9 t` ![10 t](11.png) [b](https://example.org/12) <https://example.org/13> $y_{14} = 15$",
			"<script>\n16 t\n</script>",
			"<pre>\n17 t\n</pre>",
		].join("\n\n");
		assert.deepEqual(outline(text), ["paragraph: a \uFFFC \uFFFC b \uFFFC \uFFFC"]);
		assert.deepEqual(figuresOf(text), []);
	});

	it("are read in HTML too, without its tags", () => {
		assert.deepEqual(
			outline(
				'<div align="center">\n<b>5.2</b>&nbsp;t of CO<sub>2</sub><br>and more\n</div>\n\n<table><tr><td>6 t</td><td>7 t</td></tr></table>\n',
			),
			["paragraph: 5.2\u00A0t of CO₂\nand more", "cell: 6 t", "cell: 7 t"],
		);
	});

	it("have figures whole that markup breaks", () => {
		assert.deepEqual(figuresOf("**20.46** billion tonnes"), ["20.46** billion tonnes"]);
		assert.deepEqual(figuresOf("It was RMB&nbsp;5.5 m."), ["RMB&nbsp;5.5 m"]);
		assert.deepEqual(figuresOf("It was [RMB 5.5](https://example.org/9) million."), ["RMB 5.5](https://example.org/9) million"]);
		assert.deepEqual(figuresOf("投入**204.6**亿元。"), ["204.6**亿元"]);
		assert.deepEqual(figuresOf("> - 투자액\n\n그 금액은 *204억6000*만 원이다."), ["204억6000*만 원"]);
	});

	it("have exact places whatever the line endings, marks, tabs and pairs", () => {
		for (const [before, ending] of [
			["", "\n"],
			["", "\r\n"],
			["", "\r"],
			["\uFEFF", "\r\n"],
		] as const) {
			const text = `${before}# 🌱 Head${ending}${ending}-\t🌱 First:\t5.5 t${ending}  then \0 6.5 t${ending}${ending}> 🌱${ending}> 7.5 t`;
			const found = placed(read(text)).flatMap(({ passage, start }) =>
				passage.figures.map((figure) => {
					const span = passage.offsets.span(figure);
					return text.slice(start + span.start, start + span.end);
				}),
			);
			assert.deepEqual(found, ["5.5 t", "6.5 t", "7.5 t"], JSON.stringify(text));
		}
	});

	it("have spans that cover their markup", () => {
		const text = "# *a* b\n\n- **c** d\n\n| *e* |\n|---|\n\n[^1]: `f` g\n";
		assert.deepEqual(
			placed(read(text)).map(({ passage, start }) => text.slice(start + passage.span.start, start + passage.span.end)),
			["# *a* b", "**c** d", "*e*", "`f` g"],
		);
	});

	it("of a quote have nothing to check", () => {
		const [passage] = passagesOf("> The rule asks for 5.5 tonnes.\n");
		assert.deepEqual(
			passage?.figures.map(({ text, checkworthy }) => [text, checkworthy]),
			[["5.5 tonnes", false]],
		);
	});

	it("have sentences, citations of frameworks and citations of sources", () => {
		const text = "We emitted 5.5 t (GRI 305-1).[^ledger] It fell [@audit].";
		const [passage] = passagesOf(text);
		assert.deepEqual(
			passage?.sentences.map(({ start, end }) => passage.text.slice(start, end)),
			["We emitted 5.5 t (GRI 305-1).", "It fell ."],
		);
		assert.deepEqual(
			passage?.citations.map(({ framework, code }) => [framework, code]),
			[["GRI", "305-1"]],
		);
		assert.deepEqual(
			passage?.sourceCitations.map(({ key, span }) => [key, text.slice(span.start, span.end)]),
			[
				["ledger", "[^ledger]"],
				["audit", "[@audit]"],
			],
		);
	});
});

describe("cells of a table", () => {
	it("know their place and headers", () => {
		const text = "| Measure | 2021 | 2022 |\n|---|---|---|\n| Water | 1,234 | 1,345 |\n| Waste | | 45 |\n\n| x |\n|---|\n";
		const cells = passagesOf(text).map(({ text: plain, cell }) => [
			plain,
			cell?.row,
			cell?.column,
			cell?.columnHeader,
			cell?.rowHeader,
		]);
		assert.deepEqual(cells, [
			["Measure", 0, 0, "", ""],
			["2021", 0, 1, "", "Measure"],
			["2022", 0, 2, "", "Measure"],
			["Water", 1, 0, "Measure", ""],
			["1,234", 1, 1, "2021", "Water"],
			["1,345", 1, 2, "2022", "Water"],
			["Waste", 2, 0, "Measure", ""],
			["45", 2, 2, "2022", "Waste"],
			["x", 0, 0, "", ""],
		]);
	});

	for (const [what, text, unit] of [
		["the column's header", "| Item | Revenue (RMB million) |\n|---|---|\n| A | 1,234 |\n", "CNY"],
		["the row's header", "| Item | 2022 |\n|---|---|\n| Electricity (MWh) | 1,234 |\n", "MWh"],
		["the column of units", "| 指标 | 单位 | 2022年 |\n|---|---|---|\n| 用电量 | 兆瓦时 | 1,234 |\n", "MWh"],
		["the line above", "单位：万元\n\n| 项目 | 金额 |\n|---|---|\n| 收入 | 1,234 |\n", "CNY"],
		["the line right above", "单位：万元\n| 项目 | 金额 |\n|---|---|\n| 收入 | 1,234 |\n", "CNY"],
		["the heading above", "### Electricity (MWh)\n\n| Site | 2022 |\n|---|---|\n| A | 1,234 |\n", "MWh"],
	] as const) {
		it(`take the unit from ${what}`, () => {
			const figure = passagesOf(text)
				.flatMap(({ figures }) => figures)
				.find((one) => one.text.includes("1,234"));
			assert.equal(figure?.unit, unit);
		});
	}

	it("do not take a paragraph of prose for their caption", () => {
		const text = `${"We spent RMB 5 million on this and that in the year. ".repeat(6).trim()}\n\n| Item | 2022 |\n|---|---|\n| Things | 1,234 |\n`;
		assert.equal(passagesOf(text).at(-1)?.figures[0]?.currency, null);
	});
});

describe("languages of a draft", () => {
	const english = "The company reduced its emissions in all of its plants during the year.";
	const chinese = "公司在报告期内减少了所有工厂的温室气体排放量，并完成了年度目标。";
	const korean = "회사는 보고 기간 동안 모든 공장의 온실가스 배출량을 줄였다.";
	const traditional = "本公司於報告期內減少了所有工廠的溫室氣體排放量，並完成了年度目標。";

	for (const [language, text] of [
		["en", english],
		["zh-Hans", chinese],
		["zh-Hant", traditional],
		["ko", korean],
	] as const) {
		it(`are told by most of the text: ${language}`, () =>
			assert.equal(read(`${text}\n\n${text}\n\n- ${english.slice(0, 20)}\n`).language, language));
	}

	it("are those of each passage", () => {
		assert.deepEqual(
			passagesOf([english, chinese, korean, traditional].join("\n\n")).map(({ language }) => language),
			["en", "zh-Hans", "ko", "zh-Hant"],
		);
	});

	it("are the draft's where a passage is too short to tell", () => {
		const languageOfLast = (text: string) => passagesOf(text).at(-1)?.language;
		assert.equal(languageOfLast(`${chinese}\n\n¥5.5 m`), "zh-Hans");
		assert.equal(languageOfLast(`${english}\n\n¥5.5 m`), "en");
		assert.equal(languageOfLast(`${traditional}\n\n排放量`), "zh-Hant");
		assert.equal(languageOfLast(`${english}\n\n排放量`), "zh-Hans");
		assert.equal(languageOfLast(`---\nlanguage: ko\n---\n\n${english}\n\n¥5.5 m`), "ko");
		assert.equal(new DraftReader({ language: "ko" }).read("¥5.5 m").language, "ko");
	});
});
