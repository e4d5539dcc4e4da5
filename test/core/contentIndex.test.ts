import assert from "node:assert/strict";
import fc from "fast-check";
import GithubSlugger from "github-slugger";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { enterInIndex, insertIndex, keptMarker, refreshIndex } from "../../server/src/core/contentIndex/contentIndex.ts";
import { anchorsOf, outlineOf } from "../../server/src/core/contentIndex/outline.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";
import { findCitations } from "../../server/src/core/frameworks/findCitations.ts";
import type { Edit } from "../../server/src/core/model.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const read = (text: string) => new DraftReader().read(text);

function apply(text: string, edits: readonly Edit[]): string {
	let result = "";
	let end = 0;
	for (const { span, newText } of edits) {
		assert.ok(span.start >= end, "edits overlap");
		result += text.slice(end, span.start) + newText;
		end = span.end;
	}
	return result + text.slice(end);
}

/** The draft with an index. */
function insert(text: string): string {
	const inserted = insertIndex(read(text), defaultSettings);
	assert.notEqual(inserted.kind, "nothing");
	return apply(text, inserted.kind === "nothing" ? [] : inserted.edits);
}

function refresh(text: string): string {
	return apply(text, refreshIndex(read(text), defaultSettings)?.edits ?? []);
}

function rowOf(text: string, code: string): string {
	const row = text.split(/\r?\n/).find((line) => line.startsWith(`| ${code} |`));
	assert.ok(row, `no row of ${code} in:\n${text}`);
	return row;
}

/** The anchors of a draft's headings by another parser and GitHub's own algorithm. */
function trueAnchors(text: string): Set<string> {
	const slugger = new GithubSlugger();
	const anchors = new Set<string>();
	const body = text.replace(/^---\n[\s\S]*?\n---\n/, "");
	const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
	const textOf = (node: { value?: string; children?: unknown[] }): string =>
		node.value ?? (node.children ?? []).map((child) => textOf(child as typeof node)).join("");
	for (const node of tree.children) {
		if (node.type === "heading") {
			anchors.add(slugger.slug(textOf(node)));
		}
	}
	return anchors;
}

const report = `---
frameworks: [SDG]
---

# Report

## Emissions

Scope 1 emissions were 1,200 tCO2e (GRI 305-1).

## Energy

We used 4,300 MWh (GRI 302-1; SDG 7.2).
`;

describe("anchors of headings", () => {
	it("are GitHub's", () => {
		const texts = [
			"A",
			"A",
			"A-1",
			"a",
			"Climate & energy",
			"范围一 – CO₂",
			"1.2 목표와 성과",
			"  x  ",
			"절감·효율",
			"A",
			"（一）治理",
			"__init__",
		];
		const slugger = new GithubSlugger();
		assert.deepEqual(
			anchorsOf(texts.map((text) => ({ text }))),
			texts.map((text) => slugger.slug(text)),
		);
	});

	it("are GitHub's whatever the texts are", () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom("a", "a-1", "a-1-1", "가", "—"), fc.string({ unit: "grapheme" }))),
				(texts) => {
					const slugger = new GithubSlugger();
					assert.deepEqual(
						anchorsOf(texts.map((text) => ({ text }))),
						texts.map((text) => slugger.slug(text)),
					);
				},
			),
		);
	});
});

describe("the content index", () => {
	it("lists every disclosure that is cited, with its label and a link to where it stands", () => {
		const text = insert(report);
		assert.equal(rowOf(text, "GRI 305-1"), "| GRI 305-1 | Scope 1 emissions | [Emissions](#emissions) | |");
		assert.match(rowOf(text, "GRI 302-1"), /\[Energy\]\(#energy\)/);
		assert.match(rowOf(text, "SDG 7.2"), /\[Energy\]\(#energy\)/);
	});

	it("has a heading of its own for each of several frameworks, below one for all", () => {
		const text = insert(report);
		assert.match(text, /\n## Content Index\n\n<!-- tickmark-content-index -->\n\n### GRI Content Index\n\n\| GRI \|/);
		assert.match(text, /\n### SDG Content Index\n/);
		assert.match(
			insert(report.replace("; SDG 7.2", "")),
			/\n## GRI Content Index\n\n<!-- tickmark-content-index -->\n\n\| GRI \|/,
		);
	});

	it("is in the language of the draft", () => {
		const chinese = insert("# 报告\n\n## 温室气体排放\n\n范围一温室气体排放量为1200吨二氧化碳当量（GRI 305-1）。\n");
		assert.match(chinese, /## GRI 内容索引\n/);
		assert.match(rowOf(chinese, "GRI 305-1"), /范围一.* \[温室气体排放\]\(#温室气体排放\)/);
		const traditional = insert(
			"# 報告\n\n## 溫室氣體排放\n\n範圍一溫室氣體排放量為1200噸二氧化碳當量，較上一年減少（GRI 305-1）。\n",
		);
		assert.match(traditional, /## GRI 內容索引\n/);
		assert.match(rowOf(traditional, "GRI 305-1"), /範圍一/);
		const korean = insert("# 보고서\n\n## 온실가스 배출\n\n스코프 1 배출량은 1,200 tCO2e이다(GRI 305-1).\n");
		assert.match(korean, /## GRI 대조표\n/);
		assert.match(rowOf(korean, "GRI 305-1"), /배출.* \[온실가스 배출\]\(#온실가스-배출\)/);
	});

	it("lists what GRI requires of every report where it is declared, unless the report is made with reference to it", () => {
		const declared = report.replace("[SDG]", "[GRI]");
		assert.match(rowOf(insert(declared), "GRI 2-1"), /\| Not disclosed \| \|$/);
		const reference = declared.replace("# Report\n", "# Report\n\nWe report with reference to the GRI Standards.\n");
		assert.doesNotMatch(insert(reference), /GRI 2-1 /);
		assert.doesNotMatch(insert(report), /GRI 2-1 /);
	});

	it("goes below a heading that says so, else to the end", () => {
		const text = insert(`${report}\n## GRI Content Index\n\nWhere to find what.\n\n## Imprint\n\nA company.\n`);
		assert.match(
			text,
			/## GRI Content Index\n\n<!-- tickmark-content-index -->\n[\s\S]*<!-- \/tickmark-content-index -->\n\nWhere to find what\.\n\n## Imprint/,
		);
		assert.match(insert(report), /<!-- \/tickmark-content-index -->\n$/);
	});

	it("counts neither its own rows nor those of another index as places", () => {
		const text = insert(`${report}\n## GRI 索引\n\n| GRI | Page |\n| --- | --- |\n| GRI 401-1 | 12 |\n`);
		assert.match(text, /\| GRI 305-1 Scope 1 emissions \| \[Emissions\]\(#emissions\) \|\n/);
		const outline = outlineOf(read(text));
		assert.ok(outline.places.every(({ heading }) => heading?.text === "Emissions" || heading?.text === "Energy"));
	});

	it("takes a footnote for standing where it is called", () => {
		const text = insert("# R\n\n## People\n\nWe employ 300 people.[^1]\n\n## Imprint\n\nA company.\n\n[^1]: GRI 2-7.\n");
		assert.match(rowOf(text, "GRI 2-7"), /\[People\]\(#people\) \| \|$/);
	});

	it("names the edition where a number means two things", () => {
		assert.match(insert("# R\n\n## Waste\n\nWaste (GRI 306-3: 2020).\n"), /\| GRI 306-3 \(2020\) \| Waste/);
	});

	it("says where nothing is cited that there is nothing to list", () => {
		assert.equal(insertIndex(read("# Report\n\nText.\n"), defaultSettings).kind, "nothing");
	});

	it("keeps the line endings of the draft", () => {
		const text = insert(report.replaceAll("\n", "\r\n"));
		assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
		assert.equal(refresh(text), text);
	});

	it("changes the links of a heading that changes, and nothing else", () => {
		const text = insert(report);
		const renamed = text.replace("## Emissions\n", "## Emissions & removals | 2022\n");
		const expected = renamed.replace("[Emissions](#emissions)", "[Emissions & removals \\| 2022](#emissions--removals--2022)");
		assert.equal(refresh(renamed), expected);
	});

	it("adds and removes rows as citations come and go", () => {
		const text = insert(report);
		const more = refresh(text.replace("(GRI 305-1)", "(GRI 305-1, 305-2)"));
		assert.match(more, /\| GRI 305-1 \|.*\n\| GRI 305-2 \|/);
		assert.equal(refresh(more.replace("(GRI 305-1, 305-2)", "(GRI 305-1)")), text);
	});

	it("adds a table for a framework that is new, and takes one away that is not needed any more", () => {
		const text = insert(report.replace("; SDG 7.2", ""));
		const more = refresh(text.replace("(GRI 302-1)", "(GRI 302-1; SDG 7.2)"));
		assert.match(more, /### SDG Content Index\n\n\| SDG \|.*\n\| --- .*\n\| SDG 7\.2 \|/);
		const less = refresh(more.replace("(GRI 302-1; SDG 7.2)", "(GRI 302-1)"));
		assert.doesNotMatch(less, /SDG/.test(report.slice(0, 30)) ? /SDG Content Index|\| SDG/ : /SDG/);
		assert.equal(refresh(less), less);
	});

	it("keeps what the writer put there: notes, columns, labels, places elsewhere, the order and rows of their own", () => {
		const declared = insert(report.replace("[SDG]", "[GRI]"));
		const edited = declared
			.replace(
				/\| GRI \| Topic \| Where \| Omissions \|\n\| --- \| --- \| --- \| --- \|/,
				"| GRI | Topic | Where | Assured | Omissions |\n| --- | --- | :-- | --- | --- |",
			)
			.replace(/^(\| GRI [^\n]*\| )\|$/gm, "$1| |")
			.replace(
				"| GRI 2-1 | Legal name, form and locations | Not disclosed | | |",
				"| GRI 2-1 | Organizational details | Annual report, p. 5 | yes | |",
			)
			.replace(
				"| GRI 2-9 | Governance structure | Not disclosed | | |",
				"| GRI 2-9 | Governance structure | Not disclosed | | Confidential: under negotiation |",
			)
			.replace("[Emissions](#emissions)", "[Emissions](#emissions); CDP response")
			.replace("\n<!-- /tickmark", "| WB-1 | Our own measure | p. 9 | | |\n\n<!-- /tickmark");
		assert.equal(refresh(edited), edited);
		const renamed = refresh(edited.replace("## Emissions\n", "## Air\n"));
		assert.equal(
			renamed,
			edited.replace("## Emissions\n", "## Air\n").replace("[Emissions](#emissions); CDP", "[Air](#air); CDP"),
		);
		const uncited = refresh(edited.replace(" (GRI 305-1)", ""));
		assert.match(rowOf(uncited, "GRI 305-1"), /\| CDP response \|/);
	});

	it("keeps a note on a disclosure that is not cited any more", () => {
		const text = insert(report).replace("[Emissions](#emissions) | |", "[Emissions](#emissions) | Scope: sites in China |");
		const row = rowOf(refresh(text.replace(" (GRI 305-1)", "")), "GRI 305-1");
		assert.equal(row, "| GRI 305-1 | Scope 1 emissions | Not disclosed | Scope: sites in China |");
	});

	it("leaves several rows of one disclosure alone", () => {
		const rows = "| GRI 3-3 | Climate | [Emissions](#emissions) | |\n| GRI 3-3 | Energy | [Energy](#energy) | |\n";
		const text = insert(report).replace(/(\| GRI 302-1 )/, `${rows}$1`);
		assert.equal(refresh(text), text);
	});

	it("takes over an index that is written by hand, without losing a word of it", () => {
		const byHand = `${report}
## GRI Content Index

Acme has reported with reference to GRI.

| GRI Standard | Disclosure | Page | Omission |
| ------------ | ---------- | ---- | -------- |
| GRI 2: General Disclosures 2021 | 2-1 Organizational details | 5 | |
| | 2-7 Employees | [Emissions](#emissions) | |
| GRI 305: Emissions 2016 | 305-1 Direct GHG emissions | | |

Assured by nobody.
`;
		const text = insert(byHand);
		assert.equal(refresh(text), text);
		assert.match(text, /\| 2-1 Organizational details \| 5 \| \|/);
		assert.ok(text.includes(`| | 2-7 Employees | [Emissions](#emissions) ${keptMarker} | |`));
		assert.match(text, /\| 305-1 Direct GHG emissions \| \[Emissions\]\(#emissions\) \| \|/);
		assert.match(text, /\| GRI 302-1 .* \| \[Energy\]\(#energy\) \| \|/);
		const words = (some: string): string[] => some.match(/[\p{L}\p{N}]+/gu) ?? [];
		const left = words(text);
		for (const word of words(byHand)) {
			const at = left.indexOf(word);
			assert.ok(at >= 0, word);
			left.splice(at, 1);
		}
	});

	it("repeats what headings say, and neither prints figures nor cites anything by that", () => {
		const text = insert("# R\n\n## 2.1 GRI 305-1: 12% less\n\n1,200 tCO2e (GRI 305-2).\n");
		const row = rowOf(text, "GRI 305-2");
		assert.match(row, /\[2\.1 GRI 305-1: 12% less\]\(#21-gri-305-1-12-less\)/);
		const draft = read(text);
		const index = draft.blocks.filter(({ start }) => start > text.indexOf("<!--"));
		const figures = index.flatMap(({ content }) => content.passages.flatMap((passage) => passage.figures));
		assert.deepEqual(
			figures.filter(({ checkworthy }) => checkworthy),
			[],
		);
		assert.ok(figures.some(({ text: printed }) => printed === "12%"));
		assert.deepEqual(
			outlineOf(draft).listed.map(({ citation }) => citation.code),
			["305-1", "305-2"],
		);
	});

	it("does not see markers that nothing closes, or that stand in code", () => {
		assert.equal(refreshIndex(read(`${report}\n<!-- tickmark-content-index -->\n`), defaultSettings), null);
		const inCode = `${report}\n\`\`\`\n<!-- tickmark-content-index -->\n<!-- /tickmark-content-index -->\n\`\`\`\n`;
		assert.equal(refreshIndex(read(inCode), defaultSettings), null);
	});

	it("enters one disclosure in the table of an index that is written by hand", () => {
		const text = `${report}\n## GRI Index\n\n| GRI | Section |\n| --- | --- |\n| GRI 302-1 | Energy |\n| GRI 401-1 | 4 |\n`;
		const edits = enterInIndex(read(text), defaultSettings, "GRI", ["305-1"], text.indexOf("1,200"));
		assert.match(
			apply(text, edits ?? []),
			/\| GRI 302-1 \| Energy \|\n\| GRI 305-1 Scope 1 emissions \| \[Emissions\]\(#emissions\) \|\n\| GRI 401-1/,
		);
		assert.equal(enterInIndex(read(report), defaultSettings, "GRI", ["305-1"], 0), null);
	});
});

// ---- Properties

const titles = [
	"Emissions",
	"Emissions",
	"Energy & water",
	"范围一 – CO₂",
	"温室气体排放（一）",
	"목표와 성과",
	"`code` in it",
	"A | B",
	"*So* [linked](#x)",
	"2022",
	"—",
];
const codes = [
	"GRI 305-1",
	"GRI 305-2 to 305-4",
	"GRI 2-7",
	"GRI 306-3",
	"GRI 3-3",
	"TCFD MT-b",
	"SDG 13.2",
	"SDG 13",
	"ESRS E1-6",
	"IFRS S2.29(a)",
	"HKEX KPI A1.1",
	"GRI 305",
	"GRI 305-9",
];
const section = fc.record({
	depth: fc.integer({ min: 1, max: 4 }),
	title: fc.constantFrom(...titles),
	cited: fc.array(fc.constantFrom(...codes), { maxLength: 3 }),
	style: fc.constantFrom("brackets", "table", "footnote", "heading"),
});
type Section = typeof section extends fc.Arbitrary<infer Value> ? Value : never;
const declared = fc.subarray(["GRI", "TCFD", "ESRS", "HKEX"]);

function write(sections: readonly Section[], frameworks: readonly string[]): string {
	const front = frameworks.length > 0 ? `---\nframeworks: [${frameworks.join(", ")}]\nreporting-period: 2022\n---\n\n` : "";
	const notes: string[] = [];
	const parts = sections.map(({ depth, title, cited, style }, index) => {
		const list = cited.join("; ");
		const mark = "#".repeat(depth);
		if (cited.length === 0) {
			return `${mark} ${title}\n\nPlain text of ours.\n`;
		}
		switch (style) {
			case "brackets":
				return `${mark} ${title}\n\nSomething was done (${list}).\n`;
			case "table":
				return `${mark} ${title}\n\n| What | How much | Code |\n| --- | --- | --- |\n| Emissions | 1,200 t | ${list} |\n`;
			case "footnote":
				notes.push(`[^${index}]: ${list}.\n`);
				return `${mark} ${title}\n\nSomething was done.[^${index}]\n`;
			default:
				return `${mark} ${title} (${list})\n\nText.\n`;
		}
	});
	return `${front}Before everything (GRI 2-22).\n\n${parts.join("\n")}\n${notes.join("\n")}`;
}

/** The text outside the index. */
function outside(text: string): string {
	return text.replace(/<!-- tickmark-content-index -->[\s\S]*<!-- \/tickmark-content-index -->/, "");
}

describe("a content index, whatever the draft is", function () {
	this.timeout(60_000);

	it("has links that lead to headings, and made again it stays as it is", () => {
		fc.assert(
			fc.property(fc.array(section, { maxLength: 8 }), declared, (sections, frameworks) => {
				const text = insert(write(sections, frameworks));
				assert.equal(refresh(text), text);
				assert.equal(insertIndex(read(text), defaultSettings).kind, "current");
				const anchors = trueAnchors(text);
				for (const [, anchor] of text.matchAll(/\]\(#([^)]*)\) ?[|;；]/g)) {
					assert.ok(anchors.has(anchor as string), `${anchor} in\n${text}`);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("follows headings and citations that change, without changing anything else", () => {
		fc.assert(
			fc.property(
				fc.array(section, { minLength: 1, maxLength: 6 }),
				fc.array(section, { minLength: 1, maxLength: 6 }),
				declared,
				(before, after, frameworks) => {
					const indexed = insert(write(before, frameworks));
					const index = /\n#+ [^\n]*\n\n<!-- tickmark-content-index -->[\s\S]*$/.exec(indexed)?.[0] ?? "";
					const changed = `${write(after, frameworks)}${index}`;
					const text = refresh(changed);
					assert.equal(outside(text), outside(changed));
					assert.equal(refresh(text), text);
					const rows = (some: string) =>
						new Set(some.split("\n").filter((line) => line.startsWith("| ") && line.includes("](#")));
					assert.deepEqual(rows(outside(text)), rows(outside(changed)));
					const fresh = rows(insert(outside(text).replace(/\n#+ [^\n]*\n\n$/, "\n")));
					assert.deepEqual([...rows(text)].map(codeOf).sort(), [...fresh].map(codeOf).sort());
				},
			),
			{ numRuns: 40 },
		);
	});

	it("keeps every note", () => {
		fc.assert(
			fc.property(fc.array(section, { minLength: 1, maxLength: 6 }), fc.array(section, { maxLength: 6 }), (before, after) => {
				let count = 0;
				const noted = insert(write(before, [])).replace(/\| \|$/gm, () => {
					count += 1;
					return `| note ${count} |`;
				});
				const index = /\n#+ [^\n]*\n\n<!-- tickmark-content-index -->[\s\S]*$/.exec(noted)?.[0] ?? "";
				const text = refresh(write(after, []) + index);
				for (let note = 1; note <= count; note += 1) {
					assert.ok(text.includes(`| note ${note} |`), `note ${note} in\n${text}`);
				}
			}),
			{ numRuns: 30 },
		);
	});
});

/** The disclosure of a row, however its framework is written. */
function codeOf(row: string): string {
	const [found] = findCitations(row.split("|")[1]?.trim() ?? "", "en");
	return `${found?.framework} ${found?.code}`;
}
