/** Recall and precision on the labelled drafts; README.md beside this file says how they are written. */
import assert from "node:assert/strict";
import { readLabels, type Score, scoreOwn, scoreSeeds } from "./score.ts";

/** The parts of errors found and of correct figures with a false alarm that a change may not fall behind. */
const floors = {
	dev: { found: 0.97, falseAlarms: 0.015 },
	test: { found: 0.94, falseAlarms: 0.025 },
	own: { found: 0.95, falseAlarms: 0.05 },
};

function holds(score: Score, floor: { readonly found: number; readonly falseAlarms: number }): void {
	const said = `${score.found} of ${score.errors} errors found, ${score.falseAlarms} false alarms in ${score.correct} correct figures`;
	assert.ok(score.found >= score.errors * floor.found, said);
	assert.ok(score.falseAlarms <= score.correct * floor.falseAlarms, said);
}

describe("labelled drafts", function () {
	this.timeout(60_000);

	it("are enough to say something", async () => {
		const [dev, test] = [await scoreSeeds("dev"), await scoreSeeds("test")];
		assert.ok(dev.errors + test.errors >= 200 && dev.correct + test.correct >= 500);
		const own = await scoreOwn("test", false);
		for (const score of [dev, test, own]) {
			assert.deepEqual([...score.byLanguage.keys()].sort(), ["en", "ko", "zh-Hans", "zh-Hant"]);
		}
	});

	for (const half of ["dev", "test"] as const) {
		it(`about the example sources (${half}): errors are found, correct figures left alone`, async () => {
			holds(await scoreSeeds(half), floors[half]);
		});

		it(`about measures that no glossary knows (${half})`, async () => {
			holds(await scoreOwn(half, false), floors.own);
		});

		it(`about such measures, in another language than the source (${half})`, async () => {
			holds(await scoreOwn(half, true), floors.own);
		});
	}

	it("are read without their labels", () => {
		const { text, labels } = readLabels("Over {{86 m}} firms, {{9 t|mismatched-unit or scale-slip}} of paper.");
		assert.equal(text, "Over 86 m firms, 9 t of paper.");
		assert.deepEqual(
			labels.map(({ start, end, rules }) => [text.slice(start, end), rules]),
			[
				["86 m", []],
				["9 t", ["mismatched-unit", "scale-slip"]],
			],
		);
		assert.throws(() => readLabels("{{86 m"), /not closed/);
		assert.throws(() => readLabels("{{86 m|wrong}}"), /no rule/);
	});
});
