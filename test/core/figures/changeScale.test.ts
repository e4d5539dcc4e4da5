/** Changes that print their scale once, behind the second value. */
import assert from "node:assert/strict";
import { DraftReader } from "../../../server/src/core/draft/readDraft.ts";

function valuesOf(text: string): string[] {
	return new DraftReader()
		.read(text)
		.blocks.flatMap(({ content }) => content.passages)
		.flatMap(({ figures }) => figures)
		.filter(({ value }) => value !== null)
		.map(({ value, unit }) => `${value}${unit === null ? "" : ` ${unit}`}`);
}

describe("the first value of a change", () => {
	for (const [text, ...values] of [
		["Sales rose from 100 to 250 million bottles.", "100000000 bottle", "250000000 bottle"],
		["Loans grew from 1.1 to 1.3 trillion won.", "1100000000000 KRW", "1300000000000 KRW"],
		["Donations rose from RMB 1.2 to 1.5 billion.", "1200000000 CNY", "1500000000 CNY"],
		["Sales rose from US$100 to US$250 million.", "100000000 USD", "250000000 USD"],
		["Costs fell from €3.2 to €2.9 million.", "3200000 EUR", "2900000 EUR"],
		["捐赠由1.2增至1.5亿元。", "120000000 CNY", "150000000 CNY"],
		["用電量由320減少至290萬度。", "3200000 kWh", "2900000 kWh"],
		["기부는 1.2에서 1.5억 원으로 늘었다.", "120000000 KRW", "150000000 KRW"],
	] as const) {
		it(`takes the scale of the second: ${text}`, () => {
			assert.deepEqual(valuesOf(text), values);
		});
	}

	for (const [text, ...values] of [
		["Output rose from 950,000 to 1.2 million tonnes.", "950000 t", "1200000 t"],
		["The list grew from 3 to 1.5 million.", "3", "1500000"],
		["The list grew from 12 names to 1.5 million names.", "12 name", "1500000 name"],
		["The fund grew from US$2 to US$100 million.", "2 USD", "100000000 USD"],
		["用户由1,200增至1.5万户。", "1200 household", "15000 household"],
	] as const) {
		it(`stands for itself where it can: ${text}`, () => {
			assert.deepEqual(
				valuesOf(text).map((value) => value.split(" ")[0]),
				values.map((value) => value.split(" ")[0]),
			);
		});
	}
});
