/** What figures in tables take from headers, labels, columns of units and the lines above and below. */
import assert from "node:assert/strict";
import type { Passage } from "../../../server/src/core/draft/draft.ts";
import { DraftReader } from "../../../server/src/core/draft/readDraft.ts";
import { describeFigure } from "./marked.ts";

function cellsOf(markdown: string): Passage[] {
	return new DraftReader().read(markdown).blocks.flatMap(({ content }) => content.passages.filter(({ cell }) => cell));
}

/** Every figure of the table's cells but names and dates. */
function read(markdown: string): string[] {
	return cellsOf(markdown).flatMap(({ figures }) =>
		figures
			.filter(({ kind }) => !["date", "period", "identifier"].includes(kind))
			.map((figure) => `${figure.text} = ${describeFigure(figure)}`),
	);
}

const table = (...rows: string[]): string => [rows[0], (rows[0] ?? "").replace(/[^|]+/g, "---"), ...rows.slice(1)].join("\n");

const tables: Readonly<Record<string, readonly [markdown: string, ...figures: string[]]>> = {
	"years in headers are no quantities, whatever stands above": [
		`RMB million\n\n${table("| Item | 2021 | 2022 |", "| Revenue | 1,234 | 2,345.6 |", "| Net profit | (123) | 456 |")}`,
		"1,234 = 1234000000 CNY",
		"2,345.6 = 2345600000 CNY",
		"(123) = -123000000 CNY",
		"456 = 456000000 CNY",
	],
	"the line above, in Chinese": [
		`单位：万元\n\n${table("| 项目 | 2022年 |", "| 环保投入 | 3,456.7 |")}`,
		"3,456.7 = 34567000 CNY",
	],
	"the line above, in Korean": [`(단위: 톤)\n\n${table("| 구분 | 2022 |", "| 폐기물 | 1,234 |")}`, "1,234 = 1234 t"],
	"the line below": [
		`${table("| Item | 2022 |", "| Revenue | 100 |")}\n\nUnit: RMB million\n\nMore text.`,
		"100 = 100000000 CNY",
	],
	"the line below, in Chinese": [`${table("| 项目 | 2022 |", "| 投入 | 100 |")}\n\n单位：亿元\n`, "100 = 10000000000 CNY"],
	"a numbered caption below": [`${table("| 项目 | 2022 |", "| 用煤 | 5 |")}\n\n表2 能源消耗（单位：吨标准煤）\n`, "5 = 5 tce"],
	"a line between two tables belongs to the later": [
		`${table("| a | 2022 |", "| b | 1 |")}\n\n单位：万元\n\n${table("| a | 2022 |", "| b | 2 |")}`,
		"1 = 1",
		"2 = 20000 CNY",
	],
	"ordinary text below is none": [
		`${table("| a | 2022 |", "| b | 1 |")}\n\nUnits sold rose in all regions, and we spent 5 t.\n`,
		"1 = 1",
	],
	"units in row labels": [
		table(
			"| Metric | 2022 |",
			"| Margin (%) | 12.3 |",
			"| Water (m<sup>3</sup>) | 1,200 |",
			"| Emissions (kt CO<sub>2</sub>e) | 4.5 |",
		),
		"12.3 = 12.3 %",
		"1,200 = 1200 m3",
		"4.5 = 4.5 ktCO2e",
	],
	"units in column headers": [
		table("| Year | Emissions (tCO2e) | Intensity (kg/t) |", "| 2021 | 12,345 | 0.45 |"),
		"12,345 = 12345 tCO2e",
		"0.45 = 0.45 kg/t",
	],
	"a column of units": [
		table(
			"| 序号 | 指标 | 单位 | 基准年 | 2022 |",
			"| 1 | 温室气体排放量 | 吨 | 2019 | 12,345 |",
			"| 2 | 员工总数 | 人 | 2020 | 1,234 |",
			"| 3 | 女性占比 | % | 2020 | 34.5 |",
			"| 4 | 培训 | 万人次 | 2020 | 1.2 |",
		),
		"1 = 1 unchecked",
		"12,345 = 12345 tCO2e",
		"2 = 2 unchecked",
		"1,234 = 1234 employee",
		"3 = 3 unchecked",
		"34.5 = 34.5 %",
		"4 = 4 unchecked",
		"万人次 = 10000 person-time unchecked",
		"1.2 = 12000 person-time",
	],
	"two rows of headers": [
		table("| | 2022 | | 2023 |", "| | RMB million | US$ million | tCO2e |", "| Plant A | 100 | 14 | 7 |"),
		"RMB million = 1000000 CNY unchecked",
		"US$ million = 1000000 USD unchecked",
		"100 = 100000000 CNY",
		"14 = 14000000 USD",
		"7 = 7 tCO2e",
	],
	"heads are counted under an amount of money": [
		`(RMB million)\n\n${table("| | 2022 |", "| Headcount | 1,234 |", "| Female employees | 500 |", "| Loans to customers | 300 |")}`,
		"1,234 = 1234 employee",
		"500 = 500 employee",
		"300 = 300000000 CNY",
	],
	"tonnes of emissions are of carbon, of other gases not": [
		table("| Emissions (t) | 2022 |", "| Scope 1 | 12 |", "| NOx | 3 |"),
		"12 = 12 tCO2e",
		"3 = 3 t",
	],
	"cells of HTML": [
		"<table>\n<caption>Emissions (kt CO<sub>2</sub>e)</caption>\n<tr><th rowspan=2>Scope</th><th>2022</th><th>Water (m<sup>3</sup>)</th></tr>\n<tr><td>1.5</td><td>1,200</td></tr>\n</table>",
		"1.5 = 1.5 ktCO2e",
		"1,200 = 1200 m3",
	],
	"a table inside an item": ["- item\n\n  | Waste (t) | 2022 |\n  | --- | --- |\n  | a | 5 |", "5 = 5 t"],
};

describe("tables", () => {
	for (const [what, [markdown, ...figures]] of Object.entries(tables)) {
		it(what, () => assert.deepEqual(read(markdown), figures));
	}

	it("have the row's label and the column's header beside each cell", () => {
		const cell = cellsOf(table("| No. | Indicator | 2022 |", "| 1 | Water | 5 |")).at(-1)?.cell;
		assert.equal(cell?.rowHeader, "Water");
		assert.equal(cell?.columnHeader, "2022");
	});

	it("of HTML have cells where their spans put them", () => {
		const cells = cellsOf("<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>");
		assert.deepEqual(
			cells.map(({ text, cell }) => `${text} ${cell?.row},${cell?.column}`),
			["a 0,0", "b 0,1", "c 1,1", "d 1,2"],
		);
	});
});
