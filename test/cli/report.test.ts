/** `tickmark report`. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { folder, refuses, tickmark, workspace } from "./tickmark.ts";

const draft = `---
title: Harim <2022>
entity: Harim Energy
frameworks: [GRI]
---

# Research

Harim Energy invested RMB 20.46 billion in research and development in 2022. It planted 4,321 trees in 2022.

| =Giving | 2022 |
| --- | --- |
| Charitable donations | RMB 790 million |

See GRI 305-9.
`;

/** Records of a CSV text whose fields may be quoted. */
function records(text: string): string[][] {
	const rows: string[][] = [];
	for (const record of text.replace(/^\ufeff/, "").match(/(?:"(?:[^"]|"")*"|[^"\r\n])+\r\n/g) ?? []) {
		const fields = record.slice(0, -2).match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
		rows.push(fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)));
	}
	return rows;
}

const bytesOf = (path: string): Buffer => readFileSync(path);
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("tickmark report", () => {
	it("writes every figure with its status, its findings and its source as CSV", async () => {
		const cwd = await workspace({ "report.md": draft });
		const { status, stdout, stderr } = await tickmark(["report", "--format", "csv", "report.md"], { cwd });
		assert.deepEqual([status, stderr], [0, ""], "findings do not make a report fail");
		assert.ok(stdout.startsWith("\ufeff"), "a spreadsheet takes it for UTF-8");
		const [head = [], ...rows] = records(stdout);
		const column = (name: string) => head.indexOf(name);
		const pick = (...names: string[]) => rows.map((row) => names.map((name) => row[column(name)]));
		assert.deepEqual(pick("Line", "Figure", "Value", "Unit", "Status", "Source line"), [
			["9", "RMB 20.46 billion", "20460000000", "CNY", "Traced to a source", "12"],
			["9", "4,321 trees", "4321", "tree", "Open", ""],
			["13", "RMB 790 million", "790000000", "CNY", "Traced to a source", "14"],
			["15", "GRI 305-9", "", "", "Open", ""],
		]);
		const [traced = [], open = [], cell = [], citation = []] = pick(
			"Findings",
			"Sentence",
			"Source",
			"Source's figure",
			"Section",
		);
		assert.deepEqual(traced.slice(1), [
			"Harim Energy invested RMB 20.46 billion in research and development in 2022.",
			"하림에너지 2022년 실적",
			"204억6000만 위안",
			"Research",
		]);
		assert.match(open[0] ?? "", /^unsupported-figure: /m);
		assert.equal(cell[1], "Charitable donations | 2022 | RMB 790 million");
		assert.match(citation[0] ?? "", /^unknown-disclosure: /);
	});

	it("keeps quotations from being run by a spreadsheet", async () => {
		const cwd = await workspace({ "report.md": "=SUM(A1) was 4,321 trees in 2022.\n\n-5% of it all.\n" });
		const { stdout } = await tickmark(["report", "--format", "csv", "report.md"], { cwd });
		assert.match(stdout, /,"'=SUM\(A1\) was 4,321 trees in 2022\.",/);
		assert.doesNotMatch(stdout, /,"?=SUM/);
		assert.doesNotMatch(stdout, /'-5%,/, "a number may stay one");
	});

	it("writes one HTML file that loads nothing, with everything escaped", async () => {
		const cwd = await workspace({ "report.md": draft });
		const { status, stdout, stderr } = await tickmark(["report", "--output", "evidence.html", "report.md"], { cwd });
		assert.deepEqual([status, stdout, stderr], [0, "", "tickmark: wrote evidence.html\n"]);
		const html = readFileSync(join(cwd, "evidence.html"), "utf8");
		assert.match(html, /<h1>Harim &lt;2022&gt;<\/h1>/);
		assert.match(html, /<mark>RMB 20\.46 billion<\/mark>/);
		assert.match(html, /<b>204억6000만 위안<\/b>/);
		assert.match(html, /<label[^>]*class="open"><b>1<\/b>/);
		assert.ok(html.includes(sha256(bytesOf(join(cwd, "report.md")))), "it says which version of the draft it is about");
		assert.ok(html.includes(sha256(bytesOf(join(cwd, "sources/harim.md")))), "and which of the source");
		assert.doesNotMatch(html, /<(?:script|link|img|iframe)|https?:|url\(|@import/);
		assert.equal(html.match(/<div/g)?.length, html.match(/<\/div>/g)?.length);
		assert.deepEqual(
			readdirSync(cwd).filter((name) => name.endsWith(".tmp")),
			[],
		);
	});

	it("writes a workbook with sheets of figures, sources and counts", async () => {
		const cwd = await workspace({ "report.md": draft });
		const { status } = await tickmark(["report", "--output", "evidence.xlsx", "report.md"], { cwd });
		assert.equal(status, 0);
		const files = unzipSync(readFileSync(join(cwd, "evidence.xlsx")));
		const xml = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
		assert.deepEqual(
			[...xml("xl/workbook.xml").matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name]) => name),
			["Figures", "Sources", "Summary"],
		);
		assert.equal(xml("xl/worksheets/sheet1.xml").match(/<row /g)?.length, 1 + 4, "a head and a row for each");
		const strings = xml("xl/sharedStrings.xml");
		for (const text of ["RMB 20.46 billion", "204억6000만 위안", sha256(bytesOf(join(cwd, "report.md")))]) {
			assert.ok(strings.includes(text), text);
		}
	});

	it("covers several drafts, and speaks the language asked for", async () => {
		const cwd = await workspace({ "a.md": "# 一\n\n公司2022年植树4321棵。\n", "b.md": "Nothing to see.\n" });
		const { status, stdout } = await tickmark(["report", "--language", "zh", "a.md", "b.md"], { cwd });
		assert.equal(status, 0);
		assert.match(stdout, /<html lang="zh">/);
		assert.match(stdout, /<h2>a\.md<\/h2>[\s\S]*4321棵[\s\S]*<h2>b\.md<\/h2>[\s\S]*草稿中没有数字。/);
	});

	it("is the same for the same input", async () => {
		const cwd = await workspace({ "report.md": draft });
		const once = await tickmark(["report", "report.md"], { cwd });
		assert.equal((await tickmark(["report", "report.md"], { cwd })).stdout, once.stdout);
	});

	it("refuses what it cannot write, and writes nothing then", async () => {
		const cwd = folder({ "report.md": draft });
		await refuses(["report", "--output", "evidence.pdf", "report.md"], /evidence\.pdf: .*\.html, \.csv or \.xlsx/, cwd);
		await refuses(["report", "--format", "doc", "report.md"], /html, csv or xlsx/, cwd);
		await refuses(["report", "--output", "no/such/folder/e.html", "report.md"], /no\/such\/folder\/e\.html: /, cwd);
		const missing = await tickmark(["report", "--output", "e.html", "missing.md"], { cwd });
		assert.equal(missing.status, 2);
		assert.equal(existsSync(join(cwd, "e.html")), false);
	});
});
