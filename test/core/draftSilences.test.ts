import assert from "node:assert/strict";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";

function silencesOf(text: string): unknown[] {
	return new DraftReader()
		.read(text)
		.blocks.flatMap(({ start, content }) =>
			content.silences.map(({ scope, rules, reason, span }) => [
				scope,
				rules.join(" "),
				reason,
				text.slice(start + span.start, start + span.end),
			]),
		);
}

describe("silencing comments", () => {
	for (const [comment, scope, rules, reason] of [
		["<!-- tickmark-ignore-next unsupported-figure: our own count -->", "next", "unsupported-figure", "our own count"],
		["<!-- tickmark-ignore unsupported-figure: our own count -->", "section", "unsupported-figure", "our own count"],
		["<!-- tickmark-ignore-next rule-a rule-b: why -->", "next", "rule-a rule-b", "why"],
		["<!-- tickmark-ignore-next rule-a, rule-b：原因 -->", "next", "rule-a rule-b", "原因"],
		["<!--tickmark-ignore-next rule-a-->", "next", "rule-a", ""],
		["<!-- tickmark-ignore-next -->", "next", "", ""],
		["<!-- tickmark-ignore-next: all of it: really -->", "next", "", "all of it: really"],
		["<!-- tickmark-ignore rule-a because it is so -->", "section", "rule-a", "because it is so"],
		["<!--\n  tickmark-ignore-next rule-a:\n  two lines\n-->", "next", "rule-a", "two lines"],
	] as const) {
		it(`are read: ${JSON.stringify(comment)}`, () => {
			const expected = [[scope, rules, reason, comment]];
			assert.deepEqual(silencesOf(comment), expected);
			assert.deepEqual(silencesOf(`Text.\n\n${comment}\n\nMore 5 t.\n`), expected);
			assert.deepEqual(silencesOf(`Text ${comment} more 5 t.`), expected);
			assert.deepEqual(silencesOf(`- 5 t ${comment}\n- 6 t`), expected);
			assert.deepEqual(silencesOf(`| 5 t |\n|---|\n\n${comment}\n| 6 |\n|---|\n`), expected);
		});
	}

	it("may stand in a cell, a quote and a footnote", () => {
		const comment = "<!-- tickmark-ignore-next rule-a: why -->";
		for (const text of [`| a ${comment} |\n|---|\n`, `> a\n> b ${comment}\n`, `[^1]: a ${comment}\n`, `> ${comment}\n> a\n`]) {
			assert.deepEqual(silencesOf(text), [["next", "rule-a", "why", comment]], text);
		}
	});

	for (const text of [
		"<!-- tickmark-ignored rule-a -->",
		"<!-- ignore rule-a -->",
		"`<!-- tickmark-ignore rule-a -->`",
		"```\n<!-- tickmark-ignore rule-a -->\n```",
	]) {
		it(`are not ${JSON.stringify(text)}`, () => assert.deepEqual(silencesOf(text), []));
	}
});
