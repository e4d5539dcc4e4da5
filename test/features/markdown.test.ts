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

	it("shows any text as it is in the cells of a table and in the items of a list", () => {
		const text = fc.string({ unit: fc.constantFrom(..."ab1 *_`[]()<>!#+-=.|~&;:/@\\$^\n中가€%\"'w") });
		const bare = (value: string): string => value.replace(/\s+/g, "");
		fc.assert(
			fc.property(text, text, text, (head, about, mark) => {
				const rows = [{ about: [`x${about}x`, { link: "file:///a|b.md", text: "y" }], marks: [mark] }];
				const { tags, text: seen } = shown(render([{ head: [`h${head}h`, "v"], rows }], "markdown"));
				assert.deepEqual(
					tags.filter((tag) => !/^<(?:table|thead|tbody|tr|th|td)\b/.test(tag)),
					['<a href="file:///a%7Cb.md">'],
				);
				assert.equal(bare(seen), bare(`h${head}hvx${about}xy${mark}`));
			}),
			{ numRuns: 2000 },
		);
		fc.assert(
			fc.property(text, text, (first, second) => {
				const { tags, text: seen } = shown(render([{ items: [[`x${first}x`], [{ bold: `y${second}y` }]] }], "markdown"));
				assert.deepEqual(tags, ["<ul>", "<li>", "<li>", "<strong>"]);
				assert.equal(bare(seen).replaceAll("\u200a", ""), bare(`x${first}xy${second}y`));
			}),
			{ numRuns: 1000 },
		);
	});

	it("leaves out a table and a list that hold nothing", () => {
		assert.equal(render([{ head: ["h"], rows: [] }, { items: [] }, { inlines: ["a"] }], "markdown"), "a");
	});

	it("is plain text for those who want that", () => {
		const text = render(
			[{ inlines: ["a *b* ", { bold: "5%" }] }, { quote: true, inlines: [{ link: "file:///x", text: "t" }] }, { inlines: [" "] }],
			"plaintext",
		);
		assert.equal(text, "a *b* 5%\n\nt");
		const table = {
			head: ["Why", "unit", "value"],
			rows: [{ about: [{ link: "file:///x", text: "5 t" }, " · 2022"], marks: ["✗", "✓"] }],
		};
		assert.equal(
			render([table, { items: [["a | b"], [{ bold: "c" }]] }], "plaintext"),
			"Why\n- 5 t · 2022: ✗ unit  ✓ value\n\n- a | b\n- c",
		);
	});
});
