import assert from "node:assert/strict";
import fc from "fast-check";
import type { Silence } from "../../server/src/core/draft/draft.ts";
import { readInline, readInlineByParser } from "../../server/src/core/draft/inline.ts";
import { inlineTexts } from "./draftMarkdownPieces.ts";

type Read = typeof readInline;

function described(read: Read, text: string): unknown {
	const silences: Silence[] = [];
	const { text: plain, offsets, sourceCitations } = read(text, 7, silences);
	const places = Array.from({ length: plain.length + 1 }, (_, at) => [offsets.startOf(at), offsets.endOf(at)]);
	return { plain, places: plain === "" ? [] : places, sourceCitations, silences };
}

const plainOf = (text: string): string => readInline(text, 0, []).text;

describe("inline Markdown", () => {
	it("read quickly is what the parser makes of it", () => {
		fc.assert(
			fc.property(inlineTexts(8), (text) => assert.deepEqual(described(readInline, text), described(readInlineByParser, text))),
			{ numRuns: 6000, seed: 3 },
		);
		fc.assert(
			fc.property(inlineTexts(30), (text) => assert.deepEqual(described(readInline, text), described(readInlineByParser, text))),
			{ numRuns: 600, seed: 4 },
		);
	}).timeout(60_000);

	it("leads each character back to one that it stands for", () => {
		fc.assert(
			fc.property(inlineTexts(12), (text) => {
				const { text: plain, offsets } = readInline(text, 0, []);
				for (let at = 0; at < plain.length; at++) {
					const { start, end } = offsets.span({ start: at, end: at + 1 });
					const source = text.slice(start, end);
					const same = source === plain[at] || source === "\0";
					// All else is made: entities, objects, breaks, raised digits.
					assert.ok(
						same || end - start > 1 || /[\uFFFC\s⁰¹²³⁴-⁹⁺⁻⁽⁾ⁿ]/.test(plain.charAt(at)),
						`${JSON.stringify(plain[at])} is ${JSON.stringify(source)}`,
					);
				}
			}),
			{ numRuns: 3000, seed: 5 },
		);
	}).timeout(30_000);

	for (const [source, plain] of [
		["**20.46** billion", "20.46 billion"],
		["RMB&nbsp;5 m", "RMB\u00A05 m"],
		["&yen;5 and &#165;6 and &#xA5;7", "¥5 and ¥6 and ¥7"],
		["20.*46* billion", "20.46 billion"],
		["[RMB 5](https://example.org/2022) m", "RMB 5 m"],
		["[RMB 5][source] m", "RMB 5 m"],
		["5 t [1][2] of", "5 t [1][2] of"],
		["5 t[^1] and 6 t[@key]", "5 t and 6 t"],
		["1 `2` 3", "1 \uFFFC 3"],
		["1 ![2 t](3.png) 4 ![5][img6]", "1 \uFFFC 4 \uFFFC"],
		["1 <https://a.org/2> https://b.org/3 www.c.org/4 5", "1 \uFFFC \uFFFC \uFFFC 5"],
		["见https://a.org/2，共5吨", "见\uFFFC，共5吨"],
		["1 $x_2 = 3$ 4", "1 \uFFFC 4"],
		["1 $$x = 3$$ 4", "1 \uFFFC 4"],
		["US$5 (RMB 35) and US$6", "US$5 (RMB 35) and US$6"],
		["between $5 and $6_000", "between $5 and $6_000"],
		["1 ~~2~~ 3", "1 \uFFFC 3"],
		["10~15% and 20~25%", "10~15% and 20~25%"],
		["CO<sub>2</sub> 10<sup>6</sup> m<sup>3</sup>", "CO₂ 10⁶ m³"],
		["5<b>6</b>7 <!-- 8 --> 9", "567  9"],
		["1<br>2<br/>3", "1\n2\n3"],
		["1\\*2 \\[3\\]", "1*2 [3]"],
		["two  \nlines\\\nhere", "two\nlines\nhere"],
		["two\nwords", "two words"],
		["排放\n量", "排放量"],
		["배출\n량", "배출 량"],
		["排放量为\n1,234吨", "排放量为 1,234吨"],
	] as const) {
		it(`reads ${JSON.stringify(source)}`, () => assert.equal(plainOf(source), plain));
	}

	it("finds source citations, in order, with their places", () => {
		const text = "a [@one] b [^two] c [@three; see @four, p. 5] d";
		const { sourceCitations } = readInline(text, 100, []);
		assert.deepEqual(
			sourceCitations.map(({ key, span }) => [key, text.slice(span.start - 100, span.end - 100)]),
			[
				["one", "[@one]"],
				["two", "[^two]"],
				["three", "[@three; see @four, p. 5]"],
				["four", "[@three; see @four, p. 5]"],
			],
		);
	});

	it("takes brackets side by side for two citations, and a handle with a reference for a link", () => {
		const keys = (text: string) => readInline(text, 0, []).sourceCitations.map(({ key }) => key);
		assert.deepEqual(keys("a [@one][@two] [see @three][-@four]"), ["one", "two", "three", "four"]);
		assert.deepEqual(keys("a [@team][site] [@team of us][]"), []);
		assert.equal(readInline("a [@team][site] b", 0, []).text, "a @team b");
	});

	it("does not take an address or a handle for a citation", () => {
		assert.deepEqual(readInline("[ask @team] or [a@b.org]", 0, []).sourceCitations, []);
		assert.deepEqual(
			["[see @team, p. 3]", "[参见 @team]", "[참조: @team]"].map((text) => readInline(text, 0, []).sourceCitations[0]?.key),
			["team", "team", "team"],
		);
	});
});
