import assert from "node:assert/strict";
import fc from "fast-check";
import type { BlockContent, Draft } from "../../server/src/core/draft/draft.ts";
import { DraftReader, readPlainText } from "../../server/src/core/draft/readDraft.ts";
import { documents } from "./draftMarkdownPieces.ts";

/** The draft with everything in it that can be written down. */
const written = (draft: Draft): string => JSON.stringify(draft, (_, value) => (typeof value === "bigint" ? `${value}n` : value));

const contentsOf = ({ blocks }: Draft): BlockContent[] => blocks.map(({ content }) => content);

const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(40), insert: documents(2) }), { minLength: 1, maxLength: 6 });

describe("a draft that is read again", () => {
	it("is what a new reader makes of it, whatever was typed", () => {
		fc.assert(
			fc.property(documents(25), edits, (start, changes) => {
				const reader = new DraftReader();
				let text = start;
				reader.read(text);
				for (const { at, remove, insert } of changes) {
					const from = at % (text.length + 1);
					text = text.slice(0, from) + insert + text.slice(from + remove);
					assert.equal(written(reader.read(text)), written(new DraftReader().read(text)));
				}
			}),
			{ numRuns: 250, seed: 6 },
		);
	}).timeout(60_000);

	const paragraphs = Array.from(
		{ length: 60 },
		(_, index) => `Plant ${index} emitted ${index}.5 tonnes of carbon dioxide in 2022.`,
	);

	it("keeps the contents of the blocks that stayed the same", () => {
		const reader = new DraftReader();
		const before = contentsOf(reader.read(paragraphs.join("\n\n")));
		const changed = [...paragraphs];
		changed[30] = `${changed[30]} And more.`;
		const after = contentsOf(reader.read(changed.join("\n\n")));
		assert.deepEqual(
			after.flatMap((content, index) => (content === before[index] ? [] : [index])),
			[30],
		);
	});

	it("moves the blocks behind an edit", () => {
		const reader = new DraftReader();
		const before = reader.read(paragraphs.join("\n\n"));
		const after = reader.read(`A new one.\n\n${paragraphs.join("\n\n")}`);
		assert.deepEqual(contentsOf(after).slice(1), contentsOf(before));
		assert.equal(after.blocks[1]?.start, "A new one.\n\n".length);
	});

	it("is read in steps, and a reading that is given up changes nothing", () => {
		const reader = new DraftReader();
		const start = paragraphs.join("\n\n");
		reader.read(start);
		const long = Array.from({ length: 200 }, (_, index) => `Site ${index} used ${index}.25 GWh.`).join("\n\n");
		const givenUp = reader.steps(`${long}\n\n${start}`);
		for (let step = 0; step < 3; step += 1) {
			assert.equal(givenUp.next().done, false, "a long text takes several steps");
		}
		const changed = `${start}\n\nOne more of 3 t.`;
		assert.equal(written(reader.read(changed)), written(new DraftReader().read(changed)));
	});

	it("finds equal blocks wherever they have gone", () => {
		const reader = new DraftReader();
		const before = contentsOf(reader.read(paragraphs.join("\n\n")));
		const after = contentsOf(reader.read(paragraphs.toReversed().join("\n\n")));
		assert.ok(after.toReversed().every((content, index) => content === before[index]));
	});

	it("gives one content to blocks of the same text", () => {
		const [first, second] = contentsOf(new DraftReader().read("The same.\n\nThe same.\n"));
		assert.equal(first, second);
	});

	it("reads what depends on the draft's language again when that changes, and nothing else", () => {
		const reader = new DraftReader();
		const draft = (language: string) => reader.read(`---\nlanguage: ${language}\n---\n\n¥5.5 m\n\n${paragraphs[0]}\n`);
		const [, symbol, sentence] = contentsOf(draft("zh"));
		const [, symbolAfter, sentenceAfter] = contentsOf(draft("en"));
		assert.equal(symbol?.passages[0]?.figures[0]?.currency, "CNY");
		assert.notEqual(symbolAfter, symbol);
		assert.equal(sentenceAfter, sentence);
	});

	it("does not hold on to the versions before it", () => {
		const reader = new DraftReader();
		let contents = 0;
		for (let version = 0; version < 50; version++) {
			reader.read(Array.from({ length: 200 }, (_, index) => `Version ${version}, paragraph ${index}.`).join("\n\n"));
			contents = keptBy(reader);
		}
		assert.ok(contents <= 600, `${contents} blocks of 200 are kept`);
	});
});

/** How many blocks a reader keeps, seen from outside. */
function keptBy(reader: DraftReader): number {
	let count = 0;
	const seen = new Set<unknown>();
	const look = (value: unknown, depth: number): void => {
		if (typeof value !== "object" || value === null || seen.has(value) || depth > 3) {
			return;
		}
		seen.add(value);
		if (value instanceof Map) {
			count += value.size;
			return;
		}
		for (const inner of Object.values(value)) {
			look(inner, depth + 1);
		}
	};
	look(reader, 0);
	return count;
}

describe("a draft that is hard to read", () => {
	const size = 100_000;
	const of = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
	const time = (text: string): number => {
		let best = Number.POSITIVE_INFINITY;
		for (let round = 0; round < 2; round++) {
			const start = performance.now();
			new DraftReader().read(text);
			best = Math.min(best, performance.now() - start);
		}
		return best;
	};

	// A quarter of the text must take no less than a twentieth of the time: where time grew with the square it would take a sixteenth,
	// and constant costs only raise the share.
	for (const piece of [
		...[
			"*",
			"*a ",
			"a*",
			"_a ",
			"*a_ ",
			"[",
			"[a](",
			"![",
			"[a]",
			"`",
			"<",
			"<a ",
			"<!--",
			"<?",
			"<![CDATA[",
			"|",
			"|a\n",
			"||\n",
			"&",
			"a@",
			"www.",
		],
		...[
			"~~a ",
			"\\",
			"$$",
			"$x ",
			">",
			">\n",
			"> ",
			"- ",
			"- a\n",
			"[^",
			"[^1]",
			"[@a]",
			"[a][b]",
			"\n",
			" ",
			"\t",
			"# ",
			"<sup>",
			"</pre",
			"```\n",
			"a\r",
		],
		...["    a\n", "- a\n\n ```\n\n", "<div>\n", "1. a\n", "2. a\n\n", "排放量。", "\uFEFF", "&nbsp;"],
	]) {
		it(`takes time in proportion when it is ${JSON.stringify(piece)} again and again`, () => {
			const text = `x ${of(piece)}`;
			const quarter = time(text.slice(0, text.length / 4));
			const whole = time(text);
			assert.ok(whole < 20 * quarter + 50, `${whole.toFixed()} ms for four times the text that takes ${quarter.toFixed()} ms`);
		}).timeout(120_000);
	}

	it("is read in pieces when it is one line of a megabyte", () => {
		const text = "We cut our emissions by 5.5% to 1,234 tonnes of CO2 in 2022 at `site` number **seven**. ".repeat(11_500).trim();
		const reader = new DraftReader();
		const before = reader.read(text);
		assert.ok(before.blocks.length > 100);
		const after = reader.read(`${text.slice(0, 500_000)}x${text.slice(500_000)}`);
		const kept = new Set(contentsOf(before));
		assert.ok(contentsOf(after).filter((content) => !kept.has(content)).length <= 3);
	}).timeout(60_000);
});

describe("a text without Markdown", () => {
	const text = "\uFEFF# 第一行 20.46亿元\r\n\r\n  * second_line* 5.5 t\rthird [x](y)\n";

	it("has a paragraph for each line, with its places", () => {
		const { blocks } = readPlainText(text);
		assert.deepEqual(
			blocks.map(({ start, content }) => [text.slice(start, start + content.text.length), content.passages[0]?.kind]),
			[
				["# 第一行 20.46亿元", "paragraph"],
				["* second_line* 5.5 t", "paragraph"],
				["third [x](y)", "paragraph"],
			],
		);
		const [first] = blocks[0]?.content.passages ?? [];
		const figure = first?.figures[0];
		const span = first && figure ? first.offsets.span(figure) : { start: 0, end: 0 };
		assert.equal(text.slice((blocks[0]?.start ?? 0) + span.start, (blocks[0]?.start ?? 0) + span.end), "20.46亿元");
	});

	it("has the language it is given, else that of most of it", () => {
		assert.equal(readPlainText("5 t", "ko").language, "ko");
		assert.equal(readPlainText("公司减少了排放量。").language, "zh-Hans");
	});

	it("is cut at ends of sentences where a line is very long", () => {
		const long = "排放量为20.46亿吨。".repeat(20_000);
		const { blocks } = readPlainText(long);
		assert.ok(blocks.length > 10);
		assert.ok(blocks.every(({ content }) => content.text.startsWith("排") && content.text.endsWith("。")));
		assert.equal(blocks.map(({ content }) => content.text).join(""), long);
	}).timeout(30_000);
});
