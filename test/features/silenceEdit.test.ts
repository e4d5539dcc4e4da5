import assert from "node:assert/strict";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";
import type { Finding } from "../../server/src/core/model.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";
import { applySilences } from "../../server/src/core/silences.ts";
import { silenceEdit, withReason } from "../../server/src/features/silenceEdit.ts";

/** The structure of a text, with the words but without comments. */
function structure(text: string): unknown {
	const outline = (node: Nodes): unknown => {
		const { type } = node;
		const own =
			type === "text"
				? node.value
				: type === "list"
					? { type, ordered: node.ordered, start: node.start, spread: node.spread }
					: type === "listItem"
						? { type, checked: node.checked, spread: node.spread }
						: type;
		const children = "children" in node ? node.children.filter((child) => child.type !== "html").map(outline) : [];
		return [own, ...children];
	};
	return outline(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

/** The draft with a comment that silences `rule` where `what` stands. */
function silenced(text: string, what: string): { text: string; left: readonly Finding[] } {
	const start = text.indexOf(what);
	const span = { start, end: start + what.length };
	const edit = silenceEdit(new DraftReader().read(text), span, "some-rule");
	assert.ok(edit, "there is a place for the comment");
	const { span: at, newText } = withReason(edit, "because");
	const after = text.slice(0, at.start) + newText + text.slice(at.end);
	const moved = after.indexOf(what);
	const finding: Finding = {
		rule: "some-rule",
		severity: "error",
		message: "",
		span: { start: moved, end: moved + what.length },
		fixes: [],
		claims: [],
	};
	return { text: after, left: applySilences(new DraftReader().read(after), [finding], defaultSettings) };
}

const drafts: Readonly<Record<string, string>> = {
	"a paragraph": "One.\n\nTwo lines\nwith 42 in it.\n\nThree.\n",
	"the first line": "42 it is.\n",
	"a line under a heading": "# Title\nText 42.\n",
	"a heading": "Text.\n\n## Heading 42\n\nText.\n",
	"a setext heading": "Text.\n\nHeading 42\n==========\n\nText.\n",
	"a table": "Intro.\n\n| a | b |\n| --- | --- |\n| x | 42 |\n| y | 1 |\n",
	"a table without outer pipes": "a | b\n--- | ---\nx | 42\n",
	"a header cell": "| a 42 | b |\n| --- | --- |\n| x | 1 |\n",
	"a list's first item": "Intro:\n\n- first 42\n- second\n",
	"a list's middle item": "- first\n- second 42\n- third\n",
	"an ordered list": "1. first\n2. second 42\n3. third\n",
	"a long ordered list": "9. first\n10. second 42\n11. third\n",
	"a nested list": "- first\n  - inner\n  - inner 42\n    more\n- second\n",
	"an item's second paragraph": "- first\n\n  more 42\n\n- second\n",
	"a loose list": "- first\n\n- second 42\n\n- third\n",
	"an item in a quotation": "> - first\n> - second 42\n",
	"a quotation": "> One\n> 42 two\n\nText.\n",
	"a table in an item": "- item\n\n  | a | b |\n  | --- | --- |\n  | x | 42 |\n",
	"a task": "- [ ] first\n- [x] second 42\n- [ ] third\n",
	"a first task": "Intro.\n\n- [x] first 42\n- [ ] second\n",
	"a footnote": "Text.[^a]\n\n[^a]: Note 42.\n",
	"a second footnote": "Text.[^a][^b]\n\n[^a]: Note.\n[^b]: Note 42.\n",
	"a paragraph after a list": "- first\n- second\n\nText 42.\n",
	"a paragraph after a table": "| a |\n| - |\n| x |\n\nText 42.\n",
	"an item with a star": "* first\n* second 42\n",
	"an item with a tab": "-\tfirst\n-\tsecond 42\n",
	"text after surrogate pairs": "🌱🌱\n\n🌱 42 🌱\n",
};

describe("the place of a silencing comment", () => {
	for (const [name, text] of Object.entries(drafts)) {
		for (const [ending, draft] of [
			["LF", text],
			["CRLF", text.replaceAll("\n", "\r\n")],
		] as const) {
			it(`silences ${name} and changes nothing else (${ending})`, () => {
				const after = silenced(draft, "42");
				assert.deepEqual(structure(after.text), structure(draft), after.text);
				assert.deepEqual(after.left, [], after.text);
				assert.equal(after.text.includes("\r\n"), ending === "CRLF");
				assert.ok(!/[^\r]\n/.test(after.text) || ending === "LF");
				const line = after.text.split(/\r?\n/).findIndex((one) => one.includes("tickmark-ignore-next"));
				assert.match(after.text.split(/\r?\n/)[line] ?? "", /-->$/, "the comment ends its line");
			});
		}
	}

	it("stands above the whole of a table", () => {
		const { text } = silenced("| a | b |\n| --- | --- |\n| x | 42 |\n", "42");
		assert.equal(text, "<!-- tickmark-ignore-next some-rule: because -->\n| a | b |\n| --- | --- |\n| x | 42 |\n");
	});

	it("stands above the whole of a paragraph", () => {
		const { text } = silenced("One\ntwo 42.\n", "42");
		assert.equal(text, "<!-- tickmark-ignore-next some-rule: because -->\nOne\ntwo 42.\n");
	});

	it("stands inside its list item", () => {
		const { text } = silenced("1. one\n2. two 42\n", "42");
		assert.equal(text, "1. one\n2. <!-- tickmark-ignore-next some-rule: because -->\n   two 42\n");
	});
});
