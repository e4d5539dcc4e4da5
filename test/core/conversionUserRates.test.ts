import assert from "node:assert/strict";
import { readFrontMatterRates, readRatesCsv } from "../../server/src/core/conversion/userRates.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";

describe("users' own rates", () => {
	it("are read from front matter, one map or several", () => {
		const { rates, faults } = readFrontMatterRates([
			{ "USD/CNY": 7.08, basis: "average", date: 2022 },
			{ "eur/cny": "7.4229", basis: "Closing", date: new Date("2022-12-30") },
		]);
		assert.deepEqual(faults, []);
		assert.deepEqual(rates, [
			{ base: "USD", quote: "CNY", rate: "7.08", basis: "average", date: "2022" },
			{ base: "EUR", quote: "CNY", rate: "7.4229", basis: "closing", date: "2022-12-30" },
		]);
	});

	it("are read from a CSV with or without a line of names, whatever separates its cells", () => {
		for (const text of [
			"pair,rate,basis,date\nUSD/CNY,7.08,average,2022\n",
			'\ufeff# ours\r\n"USD/CNY"; 7.08; average; 2022\r\n\r\n',
			"USD/CNY\t7.08\taverage\t2022",
		]) {
			assert.deepEqual(readRatesCsv(text), {
				rates: [{ base: "USD", quote: "CNY", rate: "7.08", basis: "average", date: "2022" }],
				faults: [],
			});
		}
	});

	for (const [row, words, kept] of [
		["dollars,7.08", "does not name two currencies", 0],
		["USD/XYZ,7.08", "does not name two currencies", 0],
		["USD/CNY,seven", "is not a number above zero", 0],
		["USD/CNY,0", "is not a number above zero", 0],
		["CNY/USD,7.08", "write it as USD/CNY", 0],
		["USD/CNY,70.8", "correct it", 0],
		["USD/CNY,7.08,mean", "write average, closing or spot", 1],
		["USD/CNY,7.08,average,last year", "write a year or a day", 1],
	] as const) {
		it(`says what is wrong with "${row}"`, () => {
			const { rates, faults } = readRatesCsv(`pair,rate\n${row}\n`);
			assert.equal(rates.length, kept);
			assert.equal(faults.length, 1);
			assert.equal(faults[0]?.line, 1);
			assert.match(faults[0]?.message.en ?? "", new RegExp(words));
			assert.ok(faults[0]?.message.zh && faults[0].message.ko);
		});
	}

	it("are a problem of the draft at the place of the key where they cannot be read", () => {
		const text = "---\nrates: { CNY/USD: 7.08 }\n---\n\nText.\n";
		const [problem, ...others] = new DraftReader().read(text).problems;
		assert.deepEqual(others, []);
		assert.equal(text.slice(problem?.span.start, problem?.span.end), "{ CNY/USD: 7.08 }");
		assert.match(problem?.message ?? "", /write it as USD\/CNY/);
	});
});
