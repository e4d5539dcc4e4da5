import assert from "node:assert/strict";
import {
	type Amounts,
	impliedRates,
	intersection,
	inverse,
	overlap,
	type PrintedAmount,
	printedAmounts,
	printRatio,
	type RateInterval,
	rateInterval,
	roundRate,
	shifted,
} from "../../server/src/core/conversion/rateInterval.ts";
import { Decimal } from "../../server/src/core/decimal.ts";

const amounts = (value: string, numeral: string, precision: number, qualifier = "exact"): Amounts => {
	const amount: PrintedAmount = { value: Decimal.parse(value), numeral, precision, qualifier };
	const found = printedAmounts(amount);
	assert.ok(found);
	return found;
};
const ends = ({ low, high }: Amounts) => [low.toString(), high.toString()];
const rates = ({ low, high }: RateInterval, digits = 5) => [printRatio(low, digits), printRatio(high, digits)];

describe("printed amounts", () => {
	it("reach half a unit of the last significant digit each side", () => {
		assert.deepEqual(ends(amounts("2890000000", "2.89 billion", 7)), ["2885000000", "2895000000"]);
		assert.deepEqual(ends(amounts("2890000000", "28억9000만", 7)), ["2885000000", "2895000000"]);
		assert.deepEqual(ends(amounts("2890000000", "28억9000만", 4)), ["2885000000", "2895000000"]);
		assert.deepEqual(ends(amounts("1679", "1,679", 0)), ["1678.5", "1679.5"]);
	});

	it("take zeros after a point for digits, and zeros of whole numbers for placeholders down to two digits", () => {
		assert.deepEqual(ends(amounts("2800000000", "2.80 billion", 7)), ["2795000000", "2805000000"]);
		assert.deepEqual(ends(amounts("20000000000", "20 billion", 9)), ["19500000000", "20500000000"]);
		assert.deepEqual(ends(amounts("20000000000", "20,000 million", 6)), ["19500000000", "20500000000"]);
		assert.deepEqual(ends(amounts("2000000000", "2 billion", 9)), ["1500000000", "2500000000"]);
	});

	it("are no wider for about, and a unit wider on the side of over and nearly", () => {
		assert.deepEqual(ends(amounts("2890000000", "2.89 billion", 7, "about")), ["2885000000", "2895000000"]);
		assert.deepEqual(ends(amounts("2300000000", "2.3 billion", 8, "more-than")), ["2250000000", "2400000000"]);
		assert.deepEqual(ends(amounts("2300000000", "2.3 billion", 8, "nearly")), ["2200000000", "2350000000"]);
	});

	it("are nothing for ranges, zero and negative amounts", () => {
		for (const [value, qualifier] of [
			["0", "exact"],
			["-5", "exact"],
			["5", "between"],
		] as const) {
			assert.equal(printedAmounts({ value: Decimal.parse(value), numeral: "5", precision: 0, qualifier }), null);
		}
		assert.equal(printedAmounts({ value: null, numeral: "", precision: 0, qualifier: "between" }), null);
	});
});

describe("rate intervals", () => {
	const research = impliedRates(amounts("20460000000", "204억6000만", 7), amounts("2890000000", "28억9000만", 7));
	const donations = impliedRates(amounts("790000000", "7억 9000만", 7), amounts("111600000", "1억 1160만", 4));
	const total = impliedRates(amounts("2700000000", "27억", 8), amounts("381500000", "3억 8150만", 4));

	it("follow from the printed digits of both amounts", () => {
		assert.deepEqual(rates(research), ["7.0656", "7.0936"]);
		assert.deepEqual(rates(donations), ["7.0309", "7.1268"]);
		assert.deepEqual(rates(total), ["6.9454", "7.2093"]);
	});

	it("intersect where pairs were converted at one rate", () => {
		const common = intersection(intersection(research, donations) as RateInterval, total);
		assert.ok(common);
		assert.deepEqual(rates(common, 4), ["7.066", "7.094"]);
		assert.equal(roundRate(common).toString(), "7.08");
		assert.equal(intersection(research, rateInterval(Decimal.parse("6.9"), Decimal.parse("7"))), null);
	});

	it("touch at their ends", () => {
		const below = rateInterval(Decimal.parse("6"), Decimal.parse("7"));
		const above = rateInterval(Decimal.parse("7"), Decimal.parse("8"));
		assert.ok(overlap(below, above) && overlap(above, below));
		assert.ok(!overlap(below, rateInterval(Decimal.parse("7.0000001"), Decimal.parse("8"))));
	});

	it("turn round and shift without loss", () => {
		assert.deepEqual(rates(inverse(inverse(research))), rates(research));
		assert.deepEqual(rates(inverse(research)), ["0.14097", "0.14153"]);
		assert.deepEqual(rates(shifted(research, 2)), ["706.56", "709.36"]);
	});

	it("widen by a share of each end", () => {
		assert.deepEqual(rates(rateInterval(Decimal.parse("6"), Decimal.parse("8"), Decimal.parse("0.015"))), ["5.91", "8.12"]);
	});
});
