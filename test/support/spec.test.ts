import assert from "node:assert/strict";
import type { Finding } from "../../server/src/core/model.ts";
import { readClaims, readPeriod } from "./claims.ts";
import { applyFixes, readAnnotated, readSpec, runSpec, updateSpec, writeAnnotated } from "./spec.ts";

/** A checker that marks every "bad" and offers two ways out. */
async function check(draft: string): Promise<Finding[]> {
	return [...draft.matchAll(/bad|坏/gu)].map(({ index, 0: text }) => {
		const span = { start: index, end: index + text.length };
		const fix = (newText: string) => ({ title: newText, safe: true, edits: [{ span, newText }] });
		return {
			rule: "no-bad",
			severity: "warning",
			message: `"${text}" is bad. Say better.`,
			span,
			fixes: [fix("good"), fix("better")],
			claims: [],
		};
	});
}

async function outcomeOf(markdown: string): Promise<{ actual: string; expected: string; updated: string }> {
	const specs = readSpec(markdown);
	const outcomes = await Promise.all(specs.map((spec) => runSpec(spec, check)));
	const [first] = outcomes;
	assert.ok(first);
	return { ...first.draft, updated: updateSpec(markdown, specs, outcomes) };
}

const spec = (draft: string, more = ""): string => `# Rule\n\n## Case\n\n\`\`\`draft\n${draft}\n\`\`\`\n${more}`;

describe("spec files", () => {
	it("pass when every finding is asked for, wide characters taking two carets", async () => {
		const { actual, expected } = await outcomeOf(
			spec('a bad one\n  ^^^ no-bad[warning]: "bad" is bad\n这是坏的。\n    ^^ no-bad'),
		);
		assert.equal(actual, expected);
	});

	it("work inside tables, where a caret line would end the table", () => {
		const { text, expectations } = readAnnotated("| a | b |\n| - | - |\n| bad | 1 |\n  ^^^ no-bad\n| c | 2 |\n");
		assert.equal(text, "| a | b |\n| - | - |\n| bad | 1 |\n| c | 2 |\n");
		assert.equal(text.slice(expectations[0]?.start, expectations[0]?.end), "bad");
	});

	for (const [what, draft] of [
		["a finding that nobody asked for", "a bad one"],
		["a finding that is missing", "a good one\n  ^^^^ no-bad"],
		["a finding one character off", "a bad one\n   ^^^ no-bad"],
		["a span one character too long", "a bad one\n  ^^^^ no-bad"],
		["another rule", "a bad one\n  ^^^ no-evil"],
		["another severity", "a bad one\n  ^^^ no-bad[error]"],
		["words that the message lacks", "a bad one\n  ^^^ no-bad: worse"],
		["two asked for where there is one", "a bad one\n  ^^^ no-bad\n  ^^^ no-bad"],
	] as const) {
		it(`fail for ${what}`, async () => {
			const { actual, expected } = await outcomeOf(spec(draft));
			assert.notEqual(actual, expected);
		});
	}

	it("fail for carets that cut a wide character in half, and for carets past the line", () => {
		assert.throws(() => readAnnotated("坏\n^ no-bad"), /do not line up/);
		assert.throws(() => readAnnotated("bad\n^^^^ no-bad"), /do not line up/);
		assert.throws(() => readAnnotated("bad\n^^^\n"), /needs a rule id/);
	});

	it("compare the text after the first and the second fix", async () => {
		const [only] = readSpec(spec("a bad one\n  ^^^ no-bad", "```fixed\na good one\n```\n\n```fixed 2\nworse\n```\n"));
		assert.ok(only);
		const { fixed } = await runSpec(only, check);
		assert.deepEqual(fixed.get(1), { expected: "a good one", actual: "a good one" });
		assert.deepEqual(fixed.get(2), { expected: "worse", actual: "a better one" });
	});

	it("leave out a fix that overlaps an earlier one, and keep two that meet", () => {
		const finding = (start: number, end: number, newText: string): Finding => ({
			rule: "r",
			severity: "error",
			message: "",
			span: { start, end },
			fixes: [{ title: "", safe: true, edits: [{ span: { start, end }, newText }] }],
			claims: [],
		});
		assert.equal(applyFixes("abcdef", [finding(0, 2, "X"), finding(1, 3, "Y"), finding(2, 4, "Z")], 1), "XZef");
	});

	it("are rewritten to what the checker says, keeping the words that still hold", async () => {
		const { updated } = await outcomeOf(
			spec("bad, bad\n^^^ no-bad: is bad\nfine\n^^^^ no-bad", "\n```fixed\n```\n\n## Other\n\n```draft\nall well\n```\n"),
		);
		assert.equal(
			updated,
			spec(
				'bad, bad\n^^^ no-bad: is bad\n     ^^^ no-bad: "bad" is bad. Say better.\nfine',
				"\n```fixed\ngood, good\nfine\n```\n\n## Other\n\n```draft\nall well\n```\n",
			),
		);
		assert.equal((await outcomeOf(updated)).updated, updated);
	});

	it("write back the carets that they read", () => {
		for (const text of [
			"e\u0301 bad\n  ^^^ no-bad\n",
			"😀 坏 bad\n   ^^ no-bad\n      ^^^ no-bad: words\n",
			"ｂ한글\n  ^^^^ r\n",
		]) {
			assert.equal(writeAnnotated(readAnnotated(text)), text);
		}
	});

	it("hand claims and settings of a group down, not those of a test", () => {
		const [first, second] = readSpec(
			"# Rule\n\n```claims\ngroup\n```\n\n## One\n\n```settings\none\n```\n\n```draft\nx\n```\n\n### Below\n\n```draft\ny\n```\n",
		);
		assert.deepEqual([first?.title, first?.claims, first?.settings], [["Rule", "One"], ["group"], ["one"]]);
		assert.deepEqual([second?.title, second?.claims, second?.settings], [["Rule", "One", "Below"], ["group"], []]);
	});
});

describe("claims in short form", () => {
	it("keep the printed precision", () => {
		const [claim] = readClaims("- {entity: Ant Group, value: 20.46e9, currency: CNY, period: 2022}");
		assert.ok(claim);
		assert.deepEqual([claim.value, claim.low, claim.high, claim.precision].map(String), [
			"20460000000",
			"20455000000",
			"20465000000",
			"7",
		]);
		assert.deepEqual([claim.unit, claim.currency], ["CNY", "CNY"]);
	});

	it("refuse a misspelt key by its name", () => {
		assert.throws(() => readClaims("- {entity: A, valeu: 1}"), /valeu/);
	});

	it("read periods", () => {
		for (const [text, start, end] of [
			["2022", "2022-01-01", "2022-12-31"],
			["2024-02", "2024-02-01", "2024-02-29"],
			["2022-H2", "2022-07-01", "2022-12-31"],
			["2022-06-30", "2022-06-30", "2022-06-30"],
			["../2022-12-31", null, "2022-12-31"],
			["2022-04/2023-03", "2022-04-01", "2023-03-31"],
			["", null, null],
		] as const) {
			assert.deepEqual(readPeriod(text), { start, end });
		}
	});
});
