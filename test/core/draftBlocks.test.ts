import assert from "node:assert/strict";
import fc from "fast-check";
import { cutBlocks } from "../../server/src/core/draft/blocks.ts";
import { isClosedAfter, readMarkdown } from "../../server/src/core/draft/markdown.ts";
import type { RawBlock } from "../../server/src/core/draft/rawPassage.ts";
import { readRaw } from "../../server/src/core/draft/readRaw.ts";
import { documents } from "./draftMarkdownPieces.ts";

/** All there is to know of what was read, with places in the whole document. */
function described({ passages, silences }: RawBlock, start: number): unknown[] {
	return [
		...passages.map(({ kind, depth, span, text, offsets, sourceCitations, cell, footnote }) => ({
			kind,
			depth,
			span: [span.start + start, span.end + start],
			text,
			places: Array.from(text, (_, at) => offsets.startOf(at) + start),
			sourceCitations: sourceCitations.map((one) => [one.key, one.span.start + start, one.span.end + start]),
			cell: cell && [cell.row, cell.column],
			footnote,
		})),
		...silences.map(({ span, ...silence }) => ({ ...silence, span: [span.start + start, span.end + start] })),
	];
}

const bySpan = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

function readApart(text: string): unknown[] {
	const all: unknown[] = [];
	for (const { start, end, kind } of cutBlocks(text, 0, isClosedAfter)) {
		all.push(...described(readRaw(text.slice(start, end), kind), start));
	}
	return all.sort(bySpan);
}

const readWhole = (text: string): unknown[] => described(readMarkdown(text), 0).sort(bySpan);

const blocksOf = (text: string): string[] =>
	[...cutBlocks(text, 0, isClosedAfter)].map(({ start, end }) => text.slice(start, end));

describe("blocks of a draft", () => {
	it("read apart and quickly give what the parser makes of the whole document", () => {
		fc.assert(
			fc.property(documents(12), (text) => assert.deepEqual(readApart(text), readWhole(text))),
			{ numRuns: 2500, seed: 1 },
		);
	}).timeout(60_000);

	it("do so when the document is long", () => {
		fc.assert(
			fc.property(documents(60), (text) => assert.deepEqual(readApart(text), readWhole(text))),
			{ numRuns: 150, seed: 2 },
		);
	}).timeout(60_000);

	for (const [what, text] of Object.entries({
		"a fence that a list item may own": "- a\n\n ```\n b\n\n c\n ```\n\nd 5 t\n",
		"a fence inside a list item": "- a\n\n  ```\n  b\n\n  c\n  ```\n\nd 5 t\n",
		"a fence that nothing closes": "a\n\n```\nb\n\nc\n",
		"a comment over blank lines": "a\n\n<!-- b\n\nc 5 t\n\n--> d\n\ne\n",
		"a script over blank lines": "<script>\n\nlet a = 5;\n\n</script>\nb\n",
		"a footnote over blank lines": "[^1]: a\n\n    b 5 t\n\nc\n",
		"a list over blank lines": "- a\n\n  b\n\n- c\n\nd\n",
		"lazy lines": "> a\nb\n\n- c\nd\n\ne\n",
		"an item behind code": "    code\n\n2. a\n\nb\n",
		"a table behind its caption": "单位：万元\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nc\n",
	})) {
		it(`keep ${what} in place`, () => assert.deepEqual(readApart(text), readWhole(text)));
	}

	it("are cut between paragraphs, headings, lists and footnotes", () => {
		assert.deepEqual(blocksOf("# a\nb\n\nc\n\n\n- d\n- e\n\n[^1]: f\n[^2]: g\n```\nh\n\ni\n```\nj"), [
			"# a",
			"b",
			"c",
			"- d\n- e",
			"[^1]: f",
			"[^2]: g",
			"```\nh\n\ni\n```",
			"j",
		]);
	});

	it("keep a caption with its table, be it a paragraph or a heading", () => {
		assert.deepEqual(blocksOf("a\n\n单位：万元\n\n| b |\n|---|\n\nc"), ["a", "单位：万元\n\n| b |\n|---|", "c"]);
		assert.deepEqual(blocksOf("# a\n\n## Energy (MWh)\n\n| b |\n|---|"), ["# a", "## Energy (MWh)\n\n| b |\n|---|"]);
	});

	it("of a long list are its items", () => {
		const item = `- ${"a sentence of some length ".repeat(4)}\n  - nested\n`;
		const list = item.repeat(400);
		const blocks = blocksOf(list);
		assert.ok(blocks.length > 5, `${blocks.length} blocks`);
		assert.ok(blocks.every((block) => block.startsWith("- a")));
		assert.deepEqual(readApart(list), readWhole(list));
	});

	it("of a long paragraph are pieces that begin and end with sentences", () => {
		const sentence = "We used **5 kWh** of [power](https://example.org/a_b), `x`, approx. 20.46 billion in total (see p. 3). ";
		const text = sentence.repeat(1000).trim();
		const blocks = blocksOf(text);
		assert.ok(blocks.length > 10, `${blocks.length} blocks`);
		assert.ok(blocks.every((block) => block.startsWith("We used") && block.endsWith("3).")));
		const joined = (passages: readonly { text: string }[]) => passages.map((passage) => passage.text).join(" ");
		const pieces = [...cutBlocks(text, 0, isClosedAfter)].flatMap(
			({ start, end, kind }) => readRaw(text.slice(start, end), kind).passages,
		);
		assert.equal(joined(pieces), joined(readMarkdown(text).passages));
	});

	it("of a long paragraph mostly stay when a word is typed into it", () => {
		const sentences = Array.from(
			{ length: 4000 },
			(_, index) => `The plant in district ${index} emitted ${index * 7} tonnes of CO2.`,
		);
		const before = new Set(blocksOf(sentences.join(" ")));
		sentences[40] = `Typed words. ${sentences[40]}`;
		const changed = blocksOf(sentences.join(" ")).filter((block) => !before.has(block));
		assert.ok(changed.length <= 4, `${changed.length} of ${before.size} blocks changed`);
	});

	it("of a long paragraph never split a surrogate pair, whatever is open", () => {
		for (const text of ["🌱".repeat(50_000), `x [${"🌱".repeat(50_000)}`, `*a${"字".repeat(60_000)}`]) {
			const blocks = blocksOf(text);
			assert.ok(blocks.length > 2);
			assert.equal(blocks.join(""), text);
			assert.ok(blocks.every((block) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(block)));
		}
	});
});
