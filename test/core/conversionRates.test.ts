import assert from "node:assert/strict";
import { readRates, writeModule } from "../../scripts/make-rates.ts";
import {
	averageRate,
	closingRate,
	dailyRate,
	hasRates,
	rateRange,
	tableSpan,
} from "../../server/src/core/conversion/referenceRates.ts";

const text = (rate: { rate: { round(digits: number): { toString(): string } } } | null, digits: number) =>
	rate?.rate.round(digits).toString();

describe("reference rates", () => {
	// The ECB's own averages and last fixings of the year, crossed through the euro.
	it("average the days of a year as the ECB does", () => {
		assert.equal(text(averageRate("USD", "CNY", "2022-01-01", "2022-12-31"), 5), "6.7347");
		assert.equal(text(averageRate("USD", "HKD", "2022-01-01", "2022-12-31"), 5), "7.8305");
		assert.equal(text(averageRate("USD", "KRW", "2022-01-01", "2022-12-31"), 6), "1292.98");
		assert.equal(text(averageRate("EUR", "USD", "2022-01-01", "2022-12-31"), 4), "1.053");
		assert.equal(text(averageRate("USD", "CNY", "2025-01-01", "2025-12-31"), 5), "7.1874");
	});

	it("close a year on its last fixing", () => {
		const closing = closingRate("USD", "CNY", "2022-12-31");
		assert.equal(text(closing, 5), "6.8987");
		assert.deepEqual([closing?.basis, closing?.from], ["closing", "2022-12-30"]);
		assert.equal(text(closingRate("CNY", "KRW", "2022-12-31"), 6), "182.666");
		assert.equal(text(closingRate("EUR", "CNY", "2022-12-31"), 4), "7.358");
	});

	it("cross any two currencies of the table, either way round", () => {
		assert.equal(text(dailyRate("HKD", "CNY", "2022-12-30"), 4), "0.8848");
		assert.equal(text(dailyRate("CNY", "USD", "2022-12-30"), 4), "0.145");
		assert.equal(hasRates("USD", "JPY"), false);
		assert.equal(dailyRate("USD", "JPY", "2022-12-30"), null);
		assert.equal(dailyRate("USD", "USD", "2022-12-30"), null);
	});

	it("hold over a weekend, and end where the table ends", () => {
		assert.equal(dailyRate("USD", "CNY", "2023-01-01")?.from, "2022-12-30");
		assert.equal(dailyRate("USD", "CNY", "2013-12-31"), null);
		assert.equal(dailyRate("USD", "CNY", "2099-01-01"), null);
		assert.equal(averageRate("USD", "CNY", "2013-01-01", "2013-12-31"), null);
		assert.equal(rateRange("USD", "CNY", "2013-01-01", "2014-12-31"), null);
	});

	it("span a stretch from its lowest to its highest day", () => {
		const range = rateRange("USD", "CNY", "2022-01-01", "2023-06-07");
		assert.equal(range?.low.round(5).toString(), "6.3104");
		assert.equal(range?.high.round(5).toString(), "7.3174");
		const weekend = rateRange("USD", "CNY", "2022-12-31", "2023-01-01");
		assert.equal(weekend?.low.round(5).toString(), "6.8987");
		assert.ok(weekend?.high.equals(weekend.low));
	});

	it("are the table that the script makes from the ECB's own file", () => {
		const ecb =
			"Date,USD,JPY,CNY,HKD,KRW\n2023-01-03,1.0545,137.68,7.2897,8.2392,1343.49\n2023-01-02,1.0683,140.66,7.3582,8.3163,1344.09\n2023-01-04,1.06,N/A,N/A,8.2,1343\n";
		const lines = readRates(ecb, "2014-01-01");
		assert.deepEqual(lines, ["2023-01-02 6.8878 7.7846 1258.16 1.0683", "2023-01-03 6.9129 7.8134 1274.05 1.0545"]);
		assert.match(writeModule(lines), /\n2023-01\n02 6\.8878 7\.7846 1258\.16 1\.0683\n03 6\.9129/);
		assert.deepEqual(readRates("date,usd_cny,usd_hkd,usd_krw,eur_usd\n2014-01-02,6.0508,7.7540,1051.49,1.3658", "2014-01-01"), [
			`${tableSpan().first} 6.0508 7.7540 1051.49 1.3658`,
		]);
	});
});
