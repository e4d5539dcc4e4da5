import assert from "node:assert/strict";
import fc from "fast-check";
import type { MessageLanguage } from "../../../server/src/core/model.ts";
import { readWorkspaceGlossary } from "../../../server/src/core/workspace/workspaceGlossary.ts";

const languages: readonly MessageLanguage[] = ["en", "zh", "ko"];

/** What is said of a file, as "line:character code". */
function said(text: string): string[] {
	const { problems } = readWorkspaceGlossary(text);
	for (const { messages } of problems) {
		for (const language of languages) {
			assert.ok(messages[language].length > 10 && !/undefined|\{|\}/.test(messages[language]), messages[language]);
		}
	}
	return problems.map(({ code, start }) => `${start.line + 1}:${start.character + 1} ${code}`);
}

describe("the workspace's glossary", () => {
	it("adds measures, in any of the ways to write them", () => {
		for (const text of [
			"measures:\n  lanterns_lit: [lanterns lit, 点亮灯笼, 밝힌 등불]\n",
			"measures:\n  lanterns_lit:\n    names: [lanterns lit, 点亮灯笼, 밝힌 등불]\n",
			"measures:\n  lanterns_lit:\n    names:\n      en: lanterns lit\n      zh: [点亮灯笼]\n      ko: 밝힌 등불\n",
			"measures:\r\n  lanterns_lit:\r\n    names:\r\n      en: lanterns lit\r\n      zh-Hant: 點亮燈籠\r\n      ko: 밝힌 등불\r\n",
		]) {
			assert.deepEqual(said(text), [], text);
			const { glossary, additions } = readWorkspaceGlossary(text);
			const { label, kind } = glossary.measures.get("lanterns_lit") ?? {};
			assert.equal(label?.en, "lanterns lit");
			assert.match(label?.zh ?? "", /^[点點]亮[灯燈][笼籠]$/);
			assert.equal(kind, "flow");
			assert.notEqual(additions, "");
			for (const sentence of ["Lanterns lit: 5", "共点亮灯笼5盏", "共點亮燈籠5盞", "밝힌 등불은 5개"]) {
				const { terms } = glossary.scan(sentence);
				assert.ok(
					terms.some(({ term }) => glossary.wordingsOfTerm[term]?.some(({ measure }) => measure.id === "lanterns_lit")),
					sentence,
				);
			}
		}
	});

	it("takes a unit as people write it, and from it the kind", () => {
		const measure = (unit: string) =>
			readWorkspaceGlossary(`measures:\n  some_measure: {names: [some measure], unit: ${unit}}\n`).glossary.measures.get(
				"some_measure",
			);
		assert.deepEqual(measure("tonnes")?.dimensions, ["mass"]);
		assert.deepEqual(measure("吨二氧化碳当量")?.dimensions, ["mass-co2e"]);
		assert.deepEqual(measure("RMB")?.dimensions, ["money"]);
		assert.deepEqual(measure("money")?.dimensions, ["money"]);
		assert.deepEqual([measure("'%'")?.dimensions, measure("'%'")?.kind], [["percent"], "ratio"]);
		assert.deepEqual([measure("lanterns")?.units, measure("lanterns")?.kind], [["lantern"], "count"]);
		assert.ok(measure("meals")?.units?.includes("lunch"));
		assert.deepEqual(measure("[kWh, GJ]")?.dimensions, ["energy"]);
		assert.deepEqual(measure("count")?.units, undefined);
	});

	it("adds names to what is known, and entities with the whole they belong to", () => {
		const { glossary, problems } = readWorkspaceGlossary(
			"measures:\n  research_spending: [frontier outlay]\nentities:\n  网商银行: [网商行]\n  Harvest Loan: {names: [丰收贷], part-of: WeBank}\n",
		);
		assert.deepEqual(problems, []);
		assert.ok(glossary.measures.get("research_spending")?.when.includes("frontier outlay"));
		assert.ok((glossary.measures.get("research_spending")?.when.length ?? 0) > 3);
		assert.deepEqual(
			["网商行", "丰收贷", "豐收貸", "Harvest Loan"].map((name) => glossary.scan(name).entities[0]?.entity),
			["MYbank", "Harvest Loan", "Harvest Loan", "Harvest Loan"],
		);
		assert.ok(glossary.isPartOf("Harvest Loan", "WeBank"));
	});

	for (const [name, text, expected] of [
		["text that is no YAML", "measures:\n  a_b: [x", ["2:10 not-yaml"]],
		["a tab", "measures:\n\ta_b: x", ["2:1 not-yaml"]],
		["a list", "- measures", ["1:1 not-a-mapping"]],
		["a section of another kind", "measures: [a]\nentities: b", ["1:11 not-a-mapping", "2:11 not-a-mapping"]],
		["an unknown section", "measure:\n  a_b: [some name]", ["1:1 unknown-key"]],
		["an unknown key", "measures:\n  a_b: {name: [some name]}", ["2:9 unknown-key"]],
		["an id with spaces", "measures:\n  Meals served: [meals served]", ["2:3 bad-id"]],
		["a kind that is none", "measures:\n  a_b: {names: [some name], kind: floe}", ["2:35 bad-value"]],
		["a kind for a known measure", "measures:\n  employees: {names: [people of ours], kind: flow}", ["2:40 not-own"]],
		["a measure without names", "measures:\n  a_b:\n  c_d: {unit: t}", ["2:3 nameless", "3:3 nameless"]],
		["a name that is too short", "measures:\n  a_b: [x, 研, '22']", ["2:9 short-name", "2:12 short-name", "2:15 short-name"]],
		["a name of another measure", "measures:\n  a_b: [R&D, some name]", ["2:9 clash"]],
		["a name of another in the file", "measures:\n  a_b: [some name]\n  c_d: [Some  Name]", ["3:9 clash"]],
		["a name of an entity", "entities:\n  Ours: [微众银行, 我行]", ["2:10 clash", "2:16 clash"]],
		["a name that is known already", "measures:\n  research_spending: [研发投入]", ["2:23 known-name"]],
		["a key that is there twice", "measures:\n  a_b: [some name]\n  a_b: [other name]", ["3:3 duplicate-key"]],
		["a whole that nobody knows", "entities:\n  Ours: {part-of: Nobody}", ["2:19 unknown-whole"]],
		["parts of each other", "entities:\n  Ours: {part-of: Theirs}\n  Theirs: {part-of: Ours}", ["3:21 own-part"]],
		["a part of itself", "entities:\n  Ours: {part-of: Ours}", ["2:19 own-part"]],
		["a name that is a mapping", "measures:\n  a_b: [{x: y}, some name]", ["2:9 not-a-text"]],
		["a language that is none", "measures:\n  a_b: {names: {fr: [nom], en: [some name]}}", ["2:17 unknown-key"]],
	] as const) {
		it(`says of ${name} where it is`, () => {
			assert.deepEqual(said(text), expected);
		});
	}

	it("is what it was without additions, also where it is broken", () => {
		const { glossary } = readWorkspaceGlossary("");
		assert.equal(readWorkspaceGlossary("# nothing\n").glossary, glossary);
		assert.equal(readWorkspaceGlossary("measures: [").glossary, glossary);
		assert.equal(readWorkspaceGlossary("measures: [").additions, "");
	});

	it("throws for no text, and says problems inside the text", () => {
		const piece = fc.constantFrom(
			"measures:",
			"entities:",
			"\n",
			"  ",
			"a_b",
			": ",
			"[",
			"]",
			"{",
			"}",
			"&x ",
			"*x",
			"- ",
			'"',
			"names",
			"#",
			"|",
			"\t",
			"\r\n",
			"!!map ",
			"? ",
			"研发投入",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const text = pieces.join("");
				for (const { span, start } of readWorkspaceGlossary(text).problems) {
					assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end, JSON.stringify(text));
					assert.ok(start.line >= 0 && start.line < text.split("\n").length, JSON.stringify(text));
				}
			}),
		);
	});
});
