import assert from "node:assert/strict";
import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { render } from "../../server/src/features/markdown.ts";

/** The tags that a viewer would make of it, without paragraphs, and the text as a reader sees it. */
function shown(markdown: string): { tags: string[]; text: string } {
	const html = micromark(markdown, {
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
		allowDangerousHtml: true,
		allowDangerousProtocol: true,
	});
	const tags = [...html.matchAll(/<(?!\/|p>)[^>]*>/g)].map(([tag]) => tag);
	const text = html
		.replace(/<[^>]*>\n?/g, "")
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, "&");
	return { tags, text: text.replace(/\n$/, "") };
}

describe("the Markdown of hovers", () => {
	const active = [
		"**bold** and _emphasis_",
		"[a link](https://example.com)",
		"![an image](https://example.com/x.png)",
		"<img src=x onerror=alert(1)>",
		"<!-- comment -->",
		"https://example.com and www.example.com and a@example.com",
		"`code` and ~~gone~~ and a | b",
		"# heading",
		"- item",
		"1. item",
		"12) item",
		"+ item",
		"> quotation",
		"--- rule",
		"=== rule",
		"&amp; &copy; &#35;",
		"[^note] and [ref]",
		"back\\slash \\* and $x$",
		"    code",
		"```fence",
		"* star",
	];
	for (const text of active) {
		it(`shows ${text} as it is`, () => {
			const { tags, text: seen } = shown(render([{ inlines: [text] }], "markdown"));
			assert.deepEqual(tags, []);
			assert.equal(seen, text.trim().replace(/\s+/g, " "));
		});
	}

	it("shows any text as it is, in a quotation too", () => {
		const text = fc.string({ unit: fc.constantFrom(..."ab1 *_`[]()<>!#+-=.|~&;:/@\\$^\n中가€%\"'w") });
		fc.assert(
			fc.property(text, fc.boolean(), (value, quote) => {
				const { tags, text: seen } = shown(render([{ quote, inlines: [value] }], "markdown"));
				const expected = value.replace(/\s+/g, " ").trim();
				assert.deepEqual(tags, quote && expected !== "" ? ["<blockquote>"] : []);
				assert.equal(seen, expected);
			}),
			{ numRuns: 3000 },
		);
	});

	it("emphasises figures that touch letters and punctuation", () => {
		for (const [before, figure, after] of [
			["占比长期保持在", "50%", "以上。"],
			["发放", "“3.6亿”", "笔"],
			["약 ", "204억6000만 위안", "을 투자"],
			["a", "(5)", "b"],
		] as const) {
			const { tags, text } = shown(render([{ inlines: [before, { bold: figure }, after] }], "markdown"));
			assert.deepEqual(tags, ["<strong>"], figure);
			assert.equal(text.replaceAll("\u200a", ""), before + figure + after);
		}
	});

	it("links to any path", () => {
		const link = "file:///c%3A/a (1)/b>.md#L12,5";
		const { tags, text } = shown(render([{ inlines: [{ link, text: "A [title] (1)" }] }], "markdown"));
		assert.deepEqual(tags, ['<a href="file:///c%3A/a%20%281%29/b%3E.md#L12,5">']);
		assert.equal(text, "A [title] (1)");
	});

	it("is plain text for those who want that", () => {
		const text = render(
			[{ inlines: ["a *b* ", { bold: "5%" }] }, { quote: true, inlines: [{ link: "file:///x", text: "t" }] }, { inlines: [" "] }],
			"plaintext",
		);
		assert.equal(text, "a *b* 5%\n\nt");
	});
});
