import assert from "node:assert/strict";
import type { Draft } from "../../server/src/core/draft/draft.ts";
import { isoDate } from "../../server/src/core/draft/isoDate.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";
import type { MessageLanguage } from "../../server/src/core/model.ts";

const read = (text: string, messageLanguage: MessageLanguage = "en"): Draft => new DraftReader({ messageLanguage }).read(text);
const front = (yaml: string): Draft => read(`---\n${yaml}\n---\n\nText.\n`);
const problemsOf = (draft: Draft): [string, string][] =>
	draft.problems.map(({ span, message }) => [draft.text.slice(span.start, span.end), message]);

describe("front matter", () => {
	it("sets what a draft and a source say of themselves", () => {
		const { frontMatter, problems, blocks } = front(
			[
				"title: 年度报告 # 2022",
				"key: webank-2023",
				"publisher: WeBank",
				"author: [Li, Wang]",
				"published: 2023-06-29",
				"language: zh-CN",
				"entity: WeBank",
				"frameworks: [GRI, TCFD]",
				"reporting-period: 2022",
				"original: 001.txt",
				"sha256: 007",
				"url: https://example.org",
				"rates: {USD/CNY: 7.08}",
			].join("\n"),
		);
		assert.deepEqual(problems, []);
		const { raw, ...rest } = frontMatter;
		assert.deepEqual(rest, {
			title: "年度报告",
			key: "webank-2023",
			publisher: "WeBank",
			author: "Li, Wang",
			published: "2023-06-29",
			language: "zh-Hans",
			entity: "WeBank",
			frameworks: ["GRI", "TCFD"],
			reportingPeriod: "2022",
			original: "001.txt",
			sha256: "007",
			url: "https://example.org",
		});
		assert.deepEqual(raw.rates, { "USD/CNY": 7.08 });
		assert.deepEqual(
			blocks.map(({ content }) => content.passages.map(({ text }) => text)),
			[[], ["Text."]],
		);
	});

	it("may name frameworks in one line and use other forms of keys", () => {
		const { frontMatter } = front("Frameworks: GRI, TCFD、SDG\nreporting_period: FY2022\nlang: en-GB");
		assert.deepEqual(
			[frontMatter.frameworks, frontMatter.reportingPeriod, frontMatter.language],
			[["GRI", "TCFD", "SDG"], "FY2022", "en"],
		);
	});

	it("may leave values out", () => {
		const { frontMatter, problems } = front("title:\nentity: ~\nframeworks:");
		assert.deepEqual([frontMatter, problems], [{ raw: { title: null, entity: null, frameworks: null } }, []]);
	});

	for (const [what, text] of Object.entries({
		"behind a mark": "\uFEFF---\ntitle: a\n---\nb",
		"with CR LF": "---\r\ntitle: a\r\n---\r\nb",
		"closed by dots": "---\ntitle: a\n...\nb",
		"with a comment first": "---\n# of this draft\ntitle: a\n---\nb",
		alone: "---\ntitle: a\n---",
	})) {
		it(`is read ${what}`, () => assert.equal(read(text).frontMatter.title, "a"));
	}

	for (const text of [
		"---\n\nA rule first.\n\n---\n",
		"---\ntitle: a\n",
		"Text\n\n---\ntitle: a\n---\n",
		"---\nProse behind a rule.\n---\n",
	]) {
		it(`is not ${JSON.stringify(text)}`, () => {
			const draft = read(text);
			assert.deepEqual([draft.frontMatter, draft.problems], [{ raw: {} }, []]);
			assert.ok(draft.blocks.some(({ content }) => content.passages.length > 0));
		});
	}

	it("that is no YAML is a problem at its place, and the rest of the draft is read", () => {
		const draft = read("\uFEFF---\r\ntitle: a\r\nentity: [b\r\n---\r\n\r\nIt was 5.5 t.\r\n");
		assert.equal(draft.problems.length > 0, true);
		const [problem] = draft.problems;
		assert.match(problem?.message ?? "", /not valid YAML.*settings/s);
		assert.ok((problem?.span.start ?? 0) >= draft.text.indexOf("[b"));
		assert.ok((problem?.span.end ?? 0) <= draft.text.indexOf("---", 5) + 1);
		assert.equal(draft.frontMatter.title, "a");
		assert.equal(draft.blocks.at(-1)?.content.passages[0]?.figures.length, 1);
	});

	it("that repeats a key, has no keys or too many aliases is a problem, never an exception", () => {
		const bomb = `a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${"bcdefgh".replace(/./g, (name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[at]}`).join(", ")}]\n`)}`;
		for (const yaml of ["title: a\ntitle: b", "{a, b", bomb, "a: *unknown", "a: !!binary x\nb: \u0001", "? [a]\n: b\nc: d"]) {
			assert.ok(front(`x: 1\n${yaml}`).problems.length <= 6);
		}
		assert.match(front(`x: 1\n${bomb}`).problems[0]?.message ?? "", /alias/i);
		assert.match(front("title: a\ntitle: b").problems[0]?.message ?? "", /unique/i);
	});

	it("has each wrong value reported at its place", () => {
		const draft = front("title: {a: 1}\npublished: next week\nlanguage: fr\nframeworks: {GRI: yes}\nentity: [a, [b]]\nkey: 5");
		assert.deepEqual(
			problemsOf(draft).map(([text, message]) => [text, /“([a-z]+)”/.exec(message)?.[1]]),
			[
				["{a: 1}", "title"],
				["[a, [b]]", "entity"],
				["next week", "published"],
				["fr", "fr"],
				["{GRI: yes}", "frameworks"],
			],
		);
		const { raw, ...rest } = draft.frontMatter;
		assert.deepEqual(rest, { key: "5" });
	});

	it("has its problems told in the writer's language", () => {
		const text = "---\npublished: soon\n---\n";
		assert.match(read(text, "zh").problems[0]?.message ?? "", /不是日期/);
		assert.match(read(text, "ko").problems[0]?.message ?? "", /날짜가 아니/);
	});

	for (const [text, date] of [
		["2023-06-29", "2023-06-29"],
		["2023/6/9", "2023-06-09"],
		["2023.06.29", "2023-06-29"],
		["2023. 6. 29.", "2023-06-29"],
		["2023年6月29日", "2023-06-29"],
		["2023년 6월 29일", "2023-06-29"],
		["2023-06-29T10:00:00Z", "2023-06-29"],
		["29 June 2023", "2023-06-29"],
		["Jun. 29, 2023", "2023-06-29"],
		["June 2023", "2023-06"],
		["2023-06", "2023-06"],
		["2023", "2023"],
		["2023年", "2023"],
		["2023-02-29", null],
		["2024-02-29", "2024-02-29"],
		["2023-13-01", null],
		["soon", null],
		["29/06/2023", null],
	] as const) {
		it(`takes ${text} for ${date ?? "no date"}`, () => assert.equal(isoDate(text), date));
	}
});
