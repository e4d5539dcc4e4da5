import assert from "node:assert/strict";
import { folder, refuses, tickmark, workspace } from "./tickmark.ts";

const draft = `---
entity: Harim Energy
---

In 2022, we spent RMB 204.6 billion on R&D 🌱. We donated RMB 790 million to charity in 2022.

2022년 연구개발비는 204억6000만 위안이다.
`;

describe("tickmark explain", function () {
	this.timeout(120_000);
	let cwd: string;

	before(async () => {
		cwd = await workspace({ "draft.md": draft, "empty.md": "\n\nNothing.\n" });
	});

	it("says how a figure is read, what it is about, what it was compared with, and why", async () => {
		const { status, stdout, stderr } = await tickmark(["explain", "draft.md:5:30"], { cwd });
		assert.equal(stderr, "");
		assert.equal(status, 0);
		const lines = stdout.split("\n");
		assert.equal(lines[0], "draft.md:5:19");
		const caret = lines[2] ?? "";
		assert.equal((lines[1] ?? "").slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1), "RMB 204.6 billion");
		for (const pattern of [
			/^ {2}verdict {3}Scale slip: The source says RMB 20\.46 billion; the draft is off by a power of ten\.$/m,
			/^ {2}finding {3}RMB 204\.6 billion is 10 times too large/m,
			/^ {2}reads as {2}204,600,000,000 CNY · exact · 204,550,000,000 – 204,650,000,000$/m,
			/^ {2}entity {4}Harim Energy, from the front matter$/m,
			/^ {2}measure {3}R&D spending, from the sentence$/m,
			/^ {2}period {4}2022, from the sentence$/m,
			/^ {2}kind {6}flow, from its measure$/m,
			/^ {2}Harim Energy's R&D spending in 2022: RMB 20\.46 billion$/m,
			/^ {4}> 하림에너지의 2022년 연구개발비는 204억6000만 위안이다\.$/m,
			/^ {4}하림에너지 2022년 실적, 산업일보, 2023-04-03 {2}sources\/harim\.md:12$/m,
			/^ {4}✓ entity {2}✓ measure {2}✓ period {2}✓ kind {2}✓ unit {2}✗ value {2}✓ qualifier$/m,
			/^ {4}flow · score \d+\.\d · decided$/m,
		]) {
			assert.match(stdout, pattern);
		}
	});

	it("takes any place inside a figure, and counts columns as editors do", async () => {
		for (const column of [19, 27, 36]) {
			const { stdout } = await tickmark(["explain", `draft.md:5:${column}`], { cwd });
			assert.match(stdout, /^draft\.md:5:19\n/, `column ${column}`);
		}
		// The emoji before it counts as two.
		const after = draft.split("\n")[4]?.indexOf("RMB 790") ?? 0;
		assert.match((await tickmark(["explain", `draft.md:5:${after + 1}`], { cwd })).stdout, /\n {2}verdict {3}Supported: /);
		const { stdout } = await tickmark(["explain", "--", "-:1:23"], { cwd, input: "In 2022, we employed 7,000 people.\n" });
		assert.match(stdout, /^\(standard input\):1:22\n/);
	});

	it("prints JSON with every candidate", async () => {
		const { status, stdout } = await tickmark(["explain", "--format", "json", "draft.md:7:14"], { cwd });
		assert.equal(status, 0);
		const explained = JSON.parse(stdout);
		assert.equal(explained.file, "draft.md");
		assert.equal(explained.figure.text, "204억6000만 위안");
		assert.deepEqual(explained.figure.range.start, { line: 6, character: 13 });
		assert.equal(explained.verdict, "supported");
		assert.match(explained.reason, /^Supported: /);
		assert.equal(explained.message, null);
		assert.deepEqual(explained.subject.entities, ["Harim Energy"]);
		assert.equal(explained.subject.origins.entity, "front-matter");
		const [first] = explained.candidates;
		assert.equal(first.decided, true);
		assert.equal(first.claim.source.key, "harim-2022");
		assert.equal(first.standings.value, "same");
	});

	it("speaks Chinese and Korean", async () => {
		const zh = await tickmark(["explain", "--language", "zh", "draft.md:5:30"], { cwd });
		assert.match(zh.stdout, /^ {2}结论 {2}数量级有误：来源为RMB 20\.46 billion，草稿差了十的整数次幂。$/m);
		assert.match(zh.stdout, /✓ 主体 {2}✓ 指标 {2}✓ 期间 {2}✓ 类型 {2}✓ 单位 {2}✗ 数值 {2}✓ 限定词/);
		const ko = await tickmark(["explain", "--language", "ko", "draft.md:5:30"], { cwd });
		assert.match(ko.stdout, /^ {2}판정 {5}자릿수 오류: /m);
	});

	it("says what is wrong with the place", async () => {
		await refuses(["explain"], /no figure is named; write tickmark explain FILE:LINE:COLUMN/, cwd);
		await refuses(["explain", "draft.md"], /draft\.md: not a place; write FILE:LINE:COLUMN/, cwd);
		await refuses(["explain", "draft.md:0:1"], /not a place/, cwd);
		await refuses(["explain", "draft.md:5"], /not a place/, cwd);
		await refuses(["explain", "nowhere.md:3:5"], /nowhere\.md: no such file or folder/, cwd);
		await refuses(["explain", "draft.md:99:1"], /draft\.md:99:1: the file has 8 lines; name one of them/, cwd);
		await refuses(["explain", "draft.md:1:99"], /draft\.md:1:99: the line has 3 characters; name a column from 1 to 4/, cwd);
		await refuses(
			["explain", "draft.md:5:1"],
			/draft\.md:5:1: no figure stands here; the nearest on the line is RMB 204\.6 billion at draft\.md:5:19/,
			cwd,
		);
		await refuses(["explain", "empty.md:3:1"], /no figure stands on this line; `tickmark figures empty\.md` lists them/, cwd);
		await refuses(["explain", "draft.md:5:30", "draft.md:5:30"], /unexpected argument/, cwd);
		const several = folder({ "a.md": "In 2022, 500 trees.\n", "b.md": "In 2022, 500 trees.\n" });
		await refuses(["explain", "*.md:1:10"], /several files; name one/, several);
		const { stderr } = await tickmark(["explain", "--language", "ko", "draft.md:5:1"], { cwd });
		assert.match(stderr, /가장 가까운 수치는 draft\.md:5:19의 'RMB 204\.6 billion'입니다/);
	});
});
