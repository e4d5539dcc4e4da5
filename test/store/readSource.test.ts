import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { SourceProblemCode } from "../../server/src/sources/problems.ts";
import { type ReadSource, readSource } from "../../server/src/sources/readSource.ts";
import { temporaryFolder } from "./support.ts";

describe("reading a source", () => {
	const folder = temporaryFolder();
	const put = (name: string, bytes: string | Uint8Array): string => {
		const path = folder.path(name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
		return path;
	};
	const read = async (name: string, bytes: string | Uint8Array): Promise<ReadSource> => {
		const result = await readSource(put(name, bytes));
		assert.ok("source" in result, "skipped" in result ? result.skipped.messages.en : "");
		return result;
	};
	const said = ({ problems }: ReadSource): string => problems.map((problem) => problem.messages.en).join("\n");

	const markdown = `---
key: webank-2023
title: 访谈
publisher: 导刊
author: 媒体中心
published: 2023-06-29
language: zh-Hans
original: interview.pdf
sha256: ${"a".repeat(64)}
url: https://example.org/interview
entity: WeBank
---

# 数据

累计服务超3.6亿个人客户。
`;

	it("takes what the front matter of a Markdown file says", async () => {
		const { source, draft, problems } = await read("full.md", markdown);
		assert.deepEqual(source, {
			key: "webank-2023",
			title: "访谈",
			publisher: "导刊",
			author: "媒体中心",
			published: "2023-06-29",
			language: "zh-Hans",
			file: folder.path("full.md"),
			sha256: createHash("sha256").update(markdown).digest("hex"),
			url: "https://example.org/interview",
		});
		assert.equal(draft.frontMatter.entity, "WeBank");
		assert.equal(draft.frontMatter.original, "interview.pdf");
		assert.deepEqual(problems, []);
	});

	it("finds what a Markdown file without front matter does not say", async () => {
		const { source } = await read("2022년 보고서.md", "# 지속가능경영보고서\n\n배출량은 12톤이다.\n");
		assert.equal(source.key, "2022년-보고서");
		assert.equal(source.title, "지속가능경영보고서");
		assert.equal(source.language, "ko");
		assert.deepEqual([source.publisher, source.published, source.author, source.url], ["", "", undefined, undefined]);
		assert.equal((await read("bare.md", "Text only.\n")).source.title, "bare");
	});

	it("says which part of the front matter cannot be used", async () => {
		const result = await read("faulty.md", "---\npublished: last summer\ntitle: Report\n---\n\nText.\n");
		assert.equal(result.source.published, "");
		assert.equal(result.source.title, "Report");
		assert.match(said(result), /The front matter of .*faulty\.md cannot be used/);
		const broken = await read("broken.md", "---\ntitle: [\n---\n\nText.\n");
		assert.match(said(broken), /broken\.md/);
	});

	it("finds title, date and language of a text file", async () => {
		const { source, draft } = await read(
			"article_1.txt",
			"首页 > 列表\n\n银行：以ESG引领可持续发展之道\n\n发布时间:2023-06-29来源:导刊\n\n服务超3.6亿客户。\n",
		);
		assert.equal(source.key, "article_1");
		assert.equal(source.title, "银行：以ESG引领可持续发展之道");
		assert.equal(source.published, "2023-06-29");
		assert.equal(source.language, "zh-Hans");
		assert.equal(source.publisher, "");
		assert.equal(draft.blocks.length, 4);
	});

	it("lets a sidecar say more than the text, and front matter more than a sidecar", async () => {
		put(
			"more/sources.yaml",
			"a.txt:\n  title: Said\n  published: 2020-01-02\n  language: en\n  entity: WeBank\na.md:\n  title: Said\n  author: Jane\n",
		);
		const text = await read("more/a.txt", "A title found in the text\n\nPublished: 2023-06-29\n");
		assert.deepEqual([text.source.title, text.source.published, text.source.language], ["Said", "2020-01-02", "en"]);
		assert.equal(text.draft.frontMatter.entity, "WeBank");
		const both = await read("more/a.md", "---\ntitle: Own\n---\n\nText.\n");
		assert.deepEqual([both.source.title, both.source.author], ["Own", "Jane"]);
	});

	it("passes on what is wrong with a sidecar", async () => {
		put("wrong.txt.yaml", "key: [\n");
		assert.match(said(await read("wrong.txt", "Text.\n")), /wrong\.txt\.yaml.*not YAML/);
	});

	it("counts positions without the byte order mark, in UTF-16", async () => {
		for (const bytes of ["\ufeff😀 emitted 12 tonnes.\r\n", Buffer.from("\ufeff😀 emitted 12 tonnes.\r\n", "utf16le")]) {
			const { draft } = await read("mark.txt", bytes);
			const [block] = draft.blocks;
			const figure = block?.content.passages[0]?.figures[0];
			assert.ok(block && figure);
			assert.equal(draft.text.slice(block.start + figure.start, block.start + figure.end), "12 tonnes");
			assert.equal(block.start + figure.start, 11);
		}
	});

	for (const [name, bytes, code] of [
		["paper.pdf", "%PDF-1.7", "not-text"],
		["LICENSE", "text", "not-text"],
		["empty.txt", "", "empty"],
		["blank.md", " \n\n", "empty"],
		["image.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), "binary"],
		["russian.txt", Uint8Array.of(0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xcd, 0xc9, 0xd2, 0x20, 0xd1), "unknown-encoding"],
	] as const satisfies readonly (readonly [string, string | Uint8Array, SourceProblemCode])[]) {
		it(`skips ${name} and says why`, async () => {
			const result = await readSource(put(name, bytes));
			assert.ok("skipped" in result);
			assert.equal(result.skipped.code, code);
			for (const message of Object.values(result.skipped.messages)) {
				assert.ok(message.includes(folder.path(name)), message);
			}
		});
	}

	it("skips what is not there, and folders", async () => {
		mkdirSync(folder.path("folder.md"));
		for (const [name, reason] of [
			["nowhere.txt", "ENOENT"],
			["folder.md", "EISDIR"],
		] as const) {
			const result = await readSource(folder.path(name));
			assert.ok("skipped" in result);
			assert.equal(result.skipped.code, "unreadable");
			assert.ok(result.skipped.messages.en.includes(reason));
		}
	});
});
