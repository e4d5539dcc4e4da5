import assert from "node:assert/strict";
import { parse } from "yaml";
import { addMeasureName } from "../../../server/src/core/workspace/addMeasureName.ts";
import { addToYaml } from "../../../server/src/core/workspace/yamlEdit.ts";

describe("adding to a YAML file", () => {
	/** `«…»` marks what must be added; everything else must stay byte for byte. */
	const cases: readonly (readonly [name: string, marked: string])[] = [
		["a list of lines", "measures:\n  m_x:\n    names:\n      - one # first\n      - two\n«      - new name\n»\n# the end\n"],
		["a list that is not indented", "measures:\n  m_x:\n    names:\n    - one\n«    - new name\n»other: 1\n"],
		["a list in brackets", "measures:\n  m_x:\n    names: [ one,\n      two«, new name» ] # both\n"],
		["a short form", "measures:\n  m_x: [one«, new name»]\n"],
		["names by language", "measures:\n  m_x:\n    names:\n      zh: 一二三\n«      en:\n        - new name\n»    unit: t\n"],
		[
			"another measure",
			"measures:\n    other: [x y z] # kept\n«    m_x:\n      names:\n        en:\n          - new name\n»\nentities:\n  A: [b]\n",
		],
		["another section", "entities:\n  A: [b]\n«measures:\n  m_x:\n    names:\n      en:\n        - new name\n»"],
		[
			"a section that is empty",
			"measures: # none yet\n«  m_x:\n    names:\n      en:\n        - new name\n»entities:\n  A: [b]\n",
		],
		["braces", "{measures: {m_x: {names: {zh: 一二三«, en: [new name]»}}}}\n"],
		["Windows line ends", "measures:\r\n  m_x:\r\n    names:\r\n      - one\r\n«      - new name\r\n»"],
		["no line end at the end", "measures:\n  m_x:\n    names:\n      - one«\n      - new name\n»"],
	];
	for (const [name, marked] of cases) {
		it(`keeps everything of ${name}`, () => {
			const before = marked.replace(/«[^»]*»/g, "");
			assert.equal(addMeasureName(before, "m_x", "new name", "en"), marked.replace(/[«»]/g, ""));
		});
	}

	it("makes a list of a single text", () => {
		assert.equal(
			addMeasureName("measures:\n  m_x: one # c\n", "m_x", "new, name", "en"),
			'measures:\n  m_x: [one, "new, name"] # c\n',
		);
	});

	it("begins a file, and goes on after comments", () => {
		assert.match(
			addMeasureName("", "m_x", "新名称", "zh-Hant") ?? "",
			/^# .*\nmeasures:\n {2}m_x:\n {4}names:\n {6}zh:\n {8}- 新名称\n$/s,
		);
		assert.match(addMeasureName("# mine\n", "m_x", "new name", "en") ?? "", /^# mine\nmeasures:\n/);
	});

	it("leaves alone what is broken or something else", () => {
		for (const text of [
			"measures: [",
			"- a\n",
			"measures: 3\n",
			"measures:\n  m_x:\n    names:\n      en:\n        a: b\n",
			"just text\n",
		]) {
			assert.equal(addMeasureName(text, "m_x", "new name", "en"), null, text);
		}
	});

	it("writes any text so that it is read back as it is", () => {
		for (const value of [
			"a: b",
			"- a",
			"#a",
			"'a'",
			'"',
			"yes",
			"2022",
			"",
			"a\nb\n",
			"微众：「银行」",
			"| a | b |\n| --- | --- |\n| 1 | 2 |\n",
			"*x",
			"  lead",
		]) {
			const text = addToYaml("# own\nfigures:\n  - value: 1\n", { path: ["figures"], item: { value, statement: value } });
			assert.ok(text?.startsWith("# own\nfigures:\n  - value: 1\n"), value);
			assert.deepEqual((parse(text ?? "") as { figures: unknown[] }).figures[1], { value, statement: value });
		}
	});
});
