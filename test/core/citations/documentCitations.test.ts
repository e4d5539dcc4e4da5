import assert from "node:assert/strict";
import type { BibliographyFile } from "../../../server/src/core/citations/bibliography.ts";
import { CitationReader, type CitationStyle } from "../../../server/src/core/citations/documentCitations.ts";
import { readCitations } from "../../../server/src/core/citations/readCitations.ts";
import { createMemoryDatabase } from "../../../server/src/core/claims/memoryDatabase.ts";
import { DraftReader } from "../../../server/src/core/draft/readDraft.ts";
import { seedClaims } from "../../support/seeds.ts";

const database = createMemoryDatabase(seedClaims());
const none: readonly BibliographyFile[] = [];

describe("citations of a draft", () => {
	it("stay the same object while what they mean stays the same", () => {
		const reader = new DraftReader();
		const citations = new CitationReader();
		const read = (text: string) => citations.read(reader.read(text), database, none);
		const text = "A figure (2022).[^a] More.\n\nOther text.\n\n[^a]: WeBank interview, 29 June 2023.\n";
		const first = read(text);
		assert.equal(read(text.replace("A figure", "A new figure")), first);
		assert.equal(read(text.replace("Other", "An other")), first);
		// Of a definition the words may change; what it names, and which there are, may not.
		assert.equal(read(text.replace("interview", "report")).id, first.id);
		assert.deepEqual(
			first.meaningOf("A")?.sources.map(({ key }) => key),
			["webank-2023"],
		);
		for (const changed of [
			text.replace("[^a]:", "[^b]:"),
			text.replace("29 June 2023", "1 May 2020"),
			text.replace("[^a] More", "[@a] More [@b]"),
			`---\nreferences: [{ id: x }]\n---\n\n${text}`,
		]) {
			assert.notEqual(read(changed).id, read(text).id, changed);
		}
		assert.notEqual(citations.read(reader.read(text), createMemoryDatabase([]), none).id, read(text).id);
	});

	for (const [what, text, expected] of [
		["no citations", "Text.", { form: "footnote", beforeStop: false, nextNumber: null, place: "end", between: "loose" }],
		["numbers", "A.[^1] B.[^12]\n\n[^1]: x\n[^12]: y", { form: "footnote", nextNumber: 13, place: "end", between: "tight" }],
		["numbers and a name", "A.[^1] B.[^2] C.[^x]\n\n[^1]: x\n[^2]: y\n[^x]: z", { nextNumber: 3 }],
		["names and a number", "A.[^a] B.[^b] C.[^1]\n\n[^a]: x\n[^b]: y\n[^1]: z", { nextNumber: null }],
		["blank lines between definitions", "A.[^a]\n\n[^a]: x\n\n[^b]: y", { between: "loose", place: "end" }],
		["definitions near", "A.[^a]\n\n[^a]: x\n\nB.[^b]\n\n[^b]: y\n\nC.", { place: "near" }],
		["citations before the stop", "一[^a]。二[^b]。三。[^c]", { beforeStop: true }],
		["citations behind the stop", "A.[^a] B.[^b][^c] C[^d].", { beforeStop: false }],
		["keys of Pandoc", "A [@a]. B [@b; @c].", { form: "bracket", beforeStop: true }],
		["references only", "---\nreferences: [{ id: x }]\n---\n\nA.", { form: "bracket", beforeStop: false }],
		["line ends of Windows", "A.[^a]\r\n\r\n[^a]: x\r\n", { lineEnd: "\r\n" }],
	] as const satisfies readonly (readonly [string, string, Partial<CitationStyle>])[]) {
		it(`have a style: ${what}`, () => {
			const { style } = new CitationReader().read(new DraftReader().read(text), database, none);
			for (const [key, value] of Object.entries(expected)) {
				assert.equal(style[key as keyof CitationStyle], value, key);
			}
		});
	}

	it("have the place of each key, also in wrapped, quoted and nested text", () => {
		const text =
			"> 🌱 A[^one] and\n> [see @two, p. 3; -@three]\n\n- 据@four；\n  | `[^no]` [^five]\n\n| a[^six] | b\\|c [@seven] |\n| --- | --- |\n| d | e |\n";
		const draft = new DraftReader().read(text);
		const found = draft.blocks.flatMap(({ start, content }) =>
			readCitations(content).passages.flatMap((passage) =>
				(passage?.keys ?? []).map(({ key, keySpan, span }) => [
					key,
					text.slice(start + keySpan.start, start + keySpan.end),
					text.slice(start + span.start, start + span.end),
				]),
			),
		);
		assert.deepEqual(found, [
			["one", "one", "[^one]"],
			["two", "two", "[see @two, p. 3; -@three]"],
			["three", "three", "[see @two, p. 3; -@three]"],
			["five", "five", "[^five]"],
			["four", "four", "@four"],
			["six", "six", "[^six]"],
			["seven", "seven", "[@seven]"],
		]);
	});

	for (const piece of [
		"[^a]",
		"[@a; @b] ",
		"(2023 ",
		"](",
		"https://(",
		"@a",
		"[1, ",
		"①",
		"*",
		"（注",
		"[a]: b\n",
		"unless ",
		"Source: ",
	]) {
		it(`are read in time in proportion when the text is ${JSON.stringify(piece)} again and again`, () => {
			const time = (text: string): number => {
				const draft = new DraftReader().read(text);
				const start = performance.now();
				new CitationReader().read(draft, database, none);
				return performance.now() - start;
			};
			const quarter = time(piece.repeat(5000));
			const whole = time(piece.repeat(20_000));
			assert.ok(whole < 20 * quarter + 50, `${whole.toFixed()} ms for four times the text that takes ${quarter.toFixed()} ms`);
		}).timeout(60_000);
	}
});
