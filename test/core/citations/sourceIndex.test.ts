import assert from "node:assert/strict";
import { isSourceKey, nearestKeys } from "../../../server/src/core/citations/keys.ts";
import { SourceIndex } from "../../../server/src/core/citations/sourceIndex.ts";
import type { Source } from "../../../server/src/core/model.ts";

function source(key: string, rest: Partial<Source> = {}): Source {
	return { key, title: key, publisher: "", published: "", language: "en", file: `sources/${key}.md`, sha256: "", ...rest };
}

const hash = "e9c65d5e5ec7ef7a23f527300cbc47c87dbce80df67225d831dbcdea7f188154";
const index = new SourceIndex([
	source("globex-2022", {
		title: "Globex: Annual Report 2022 — “Growing”",
		publisher: "Globex Ltd",
		author: "Kim Minji, Jane Doe",
		published: "2023-03-31",
		url: "https://www.example.com/Reports/2022.pdf?lang=en&utm_source=mail#p=4",
		file: "sources/2022/annual report.pdf",
		sha256: hash,
	}),
	source("globex-2021", {
		title: "Globex 年度报告（2021年）",
		publisher: "Globex Ltd",
		published: "2022-03-31",
		file: "sources/2021/annual report.pdf",
	}),
	source("traditional", {
		title: "環境、社會及管治報告",
		publisher: "香港綠色週刊",
		published: "2022-05-01",
		url: "https://doi.org/10.1000/ABC",
	}),
	source("ESG", { title: "ESG", publisher: "unknown", published: "2023-03-31" }),
	source("own", { title: "Own records of the company", own: { owner: "", date: "", note: "" } }),
]);

const keys = (sources: readonly Source[]): string[] => sources.map(({ key }) => key);

describe("sources by what names them", () => {
	it("have a key in any case, but own records have none", () => {
		assert.equal(index.byKey("GLOBEX-2022")?.key, "globex-2022");
		assert.equal(index.byKey("own"), null);
	});

	for (const [target, expected] of [
		["http://example.com/Reports/2022.pdf?lang=en", ["globex-2022"]],
		["www.example.com/Reports/2022.pdf?lang=en#page=3", ["globex-2022"]],
		["https://example.com/Reports/2022.pdf", []],
		["https://example.com/", []],
		["10.1000/abc", ["traditional"]],
		["doi:10.1000/abc", ["traditional"]],
		["http://dx.doi.org/10.1000/abc", ["traditional"]],
		["../sources/2022/annual%20report.pdf", ["globex-2022"]],
		["2021/annual report.pdf#p3", ["globex-2021"]],
		["annual report.pdf", []],
		["C:\\work\\sources\\2022\\annual report.pdf", ["globex-2022"]],
		["esg.md", ["ESG"]],
		["other/esg.md", []],
		["%E0%A4%A", []],
	] as const) {
		it(`are linked to by ${target}`, () => {
			assert.deepEqual(keys(index.byTarget(target)), expected);
		});
	}

	for (const [text, expected] of [
		["As the Globex Annual Report 2022, Growing, says", ["globex-2022"]],
		["《Globex年度报告(2021年)》指出", []],
		["见《Globex 年度报告（2021年）》", ["globex-2021"]],
		["据《环境、社会及管治报告》", ["traditional"]],
		["ESG is everywhere", []],
		["Globex Annual Report 2022 Growingly", []],
	] as const) {
		it(`are named by title in ${text}`, () => {
			assert.deepEqual(keys(index.titledIn(text)), expected);
		});
	}

	for (const [inside, before, expected] of [
		["Globex Ltd, 2023", "", ["globex-2022"]],
		["see Jane Doe, 2023, p. 4", "", ["globex-2022"]],
		["Globex 2021; 香港绿色周刊，2022年5月", "", ["globex-2021", "traditional"]],
		["2023", "according to Globex Ltd ", ["globex-2022"]],
		["2023", "MegaGlobex Ltd ", []],
		["FY2023", "of Globex Ltd ", []],
		["Globex Ltd, 2019", "", []],
		["unknown, 2023", "", []],
		["H1 2023", "", []],
	] as const) {
		it(`are named in brackets: ${before}(${inside})`, () => {
			assert.deepEqual(keys(index.inRemark({ inside, before })), expected);
		});
	}

	for (const [text, days, expected] of [
		["Globex interview", ["2023-03-31"], ["globex-2022"]],
		["Interview", ["2022-05-01"], ["traditional"]],
		["Interview", ["2023-03-31"], []],
		["Globex Ltd, annual report 2022", [], ["globex-2021"]],
		["Globex Ltd, report of 2023", [], ["globex-2022"]],
		["香港綠色週刊", [], ["traditional"]],
		["Globex Ltd", [], []],
		[`file ${hash.slice(0, 16)}`, [], ["globex-2022"]],
		["see globex-2021, p. 3", [], ["globex-2021"]],
		["https://doi.org/10.1000/abc.", [], ["traditional"]],
		["Restated; excludes joint ventures.", [], []],
	] as const) {
		it(`are named in a footnote: ${text} ${days}`, () => {
			assert.deepEqual(keys(index.inReference(text, [], days)), expected);
		});
	}

	it("are found among many in time linear in the text", () => {
		const many = new SourceIndex(
			Array.from({ length: 5000 }, (_, n) =>
				source(`key-${n}`, { title: `Sustainability report number ${n}`, publisher: `Publisher ${n}` }),
			),
		);
		assert.deepEqual(keys(many.titledIn(`${"figures of a sustainable report ".repeat(5000)} sustainability report number 42.`)), [
			"key-42",
		]);
	});
});

describe("keys", () => {
	it("are what citations of sources have, not packages, cross-references and addresses", () => {
		for (const key of ["webank-2023", "doe99", "不存在", "figures2020"]) {
			assert.ok(isSourceKey(key), key);
		}
		for (const key of ["types/node", "fig-emissions", "tbl:water", "doi:10.1000/1", "https://example.com"]) {
			assert.ok(!isSourceKey(key), key);
		}
	});

	for (const [key, known, expected] of [
		["webnak-2023", ["webank-2023", "webank-2022"], ["webank-2023", "webank-2022"]],
		["webank", ["webank-2023", "ant-group-2022"], ["webank-2023"]],
		["WeBank-2023", ["webank-2023"], ["webank-2023"]],
		["3", ["1", "2", "a"], []],
		["note", ["4", "vote", "key"], ["vote"]],
		["ab", ["ba", "xy"], []],
		["sorce", ["source"], ["source"]],
		["completely-else", ["webank-2023"], []],
	] as const) {
		it(`near ${key}`, () => {
			assert.deepEqual(nearestKeys(key, known), expected);
		});
	}
});
