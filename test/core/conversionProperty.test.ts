import assert from "node:assert/strict";
import fc from "fast-check";
import type { Evidence } from "../../server/src/core/claims/evidence.ts";
import { checkPair } from "../../server/src/core/conversion/checkPair.ts";
import { commonRates } from "../../server/src/core/conversion/documentPairs.ts";
import type { Pair } from "../../server/src/core/conversion/pairs.ts";
import { type PairContext, plausibleRates } from "../../server/src/core/conversion/plausibleRates.ts";
import { dailyRate, tableSpan } from "../../server/src/core/conversion/referenceRates.ts";
import type { StatedRate } from "../../server/src/core/conversion/statedRates.ts";
import { Decimal } from "../../server/src/core/decimal.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";
import type { Figure } from "../../server/src/core/model.ts";

/** A figure of money as a writer prints it: `digits` significant digits, in billions ("2.89 billion") or in full. */
function printed(value: Decimal, currency: string, digits: number, inFull: boolean): Figure {
	const rounded = value.round(digits);
	const plain = rounded.toString();
	const numeral = inFull ? plain : `${rounded.shift(-9).toString()} billion`;
	return {
		start: 0,
		end: numeral.length,
		text: `${currency} ${numeral}`,
		kind: "money",
		checkworthy: true,
		value: rounded,
		low: null,
		high: null,
		unit: currency,
		currency,
		qualifier: "exact",
		qualifierSpan: null,
		period: null,
		style: { language: "en", prefix: `${currency} `, suffix: "", numeral },
		precision: inFull ? 0 : /\./.test(numeral) ? lastDigit(rounded) : 9,
	};
}

/** The exponent of the last digit that is printed when trailing zeros are dropped. */
function lastDigit(value: Decimal): number {
	return value.normalize().exponent;
}

function pairOf(first: Figure, second: Figure): Pair {
	return { first, second, firstIndex: 0, secondIndex: 1 };
}

function context(pair: Pair, year: string, published: string, stated: readonly StatedRate[] = []): PairContext {
	const evidence = (figure: Figure): Evidence => ({
		figure,
		subject: {
			entities: [],
			entityStated: false,
			forEach: false,
			measureStated: false,
			inOrder: false,
			sharedQualifier: null,
			aims: false,
			joinedQualifier: null,
			increase: false,
			level: false,
			misfits: [],
			topics: [],
			measures: [],
			words: [],
			period: { start: `${year}-01-01`, end: `${year}-12-31` },
			periodStated: true,
			kind: "flow",
		},
		verdict: "unsupported-figure",
		claims: [],
		derivation: null,
	});
	return {
		evidence: [evidence(pair.first), evidence(pair.second)],
		nearRates: [],
		period: null,
		userRates: [],
		documentRates: stated,
		reportingPeriod: null,
		published,
	};
}

const currencies = ["USD", "CNY", "HKD", "KRW", "EUR"] as const;
const distinct = fc.uniqueArray(fc.constantFrom(...currencies), { minLength: 2, maxLength: 2 });
const amount = fc
	.tuple(fc.integer({ min: 100_000, max: 999_999 }), fc.integer({ min: 0, max: 8 }))
	.map(([digits, power]) => Decimal.of(digits).shift(power));
const digits = fc.integer({ min: 2, max: 5 });
const { last } = tableSpan();
const from = Date.parse("2022-01-01");
const day = fc.integer({ min: from, max: Date.parse(last) }).map((time) => new Date(time).toISOString().slice(0, 10));

function rateOn(date: string, base = "", quote = ""): Decimal {
	const found = dailyRate(base, quote, date);
	assert.ok(found);
	return found.rate;
}

function judge(pair: Pair, at: PairContext) {
	const plausible = plausibleRates(pair, at);
	assert.ok(plausible, "the table has rates for this pair");
	return checkPair(pair, plausible);
}

describe("generated pairs", () => {
	it("never raise a false alarm at any daily rate from the period to the publication", () => {
		fc.assert(
			fc.property(distinct, amount, digits, digits, fc.boolean(), fc.boolean(), day, ([a, b], value, n, m, full, whole, date) => {
				const rate = rateOn(date, a, b);
				const pair = pairOf(printed(value, a as string, n, full), printed(value.times(rate), b as string, m, whole));
				const year = date < "2023-01-01" ? "2022" : String(Number(date.slice(0, 4)) - 1);
				assert.equal(judge(pair, context(pair, year, date > `${year}-12-31` ? date : `${year}-12-31`)), null);
			}),
			{ numRuns: 10_000 },
		);
	});

	it("never raise a false alarm at the rate that the document states, rounded before or after", () => {
		fc.assert(
			fc.property(
				distinct,
				amount,
				digits,
				digits,
				fc.integer({ min: 3, max: 6 }),
				fc.boolean(),
				day,
				([a, b], value, n, m, places, exact, date) => {
					const rate = rateOn(date, a, b);
					const stated = rate.round(places);
					const pair = pairOf(
						printed(value, a as string, n, false),
						printed(value.times(exact ? rate : stated), b as string, m, false),
					);
					assert.equal(judge(pair, context(pair, "2022", last, [{ base: a as string, quote: b as string, rate: stated }])), null);
				},
			),
			{ numRuns: 10_000 },
		);
	});

	it("are found, and named, when a power of ten slips", () => {
		fc.assert(
			fc.property(
				distinct,
				amount,
				digits,
				digits,
				fc.constantFrom(-4, -3, -2, -1, 1, 2, 3, 4),
				day,
				([a, b], value, n, m, power, date) => {
					const rate = rateOn(date, a, b);
					const pair = pairOf(
						printed(value, a as string, n, false),
						printed(value.times(rate).shift(power), b as string, m, false),
					);
					assert.deepEqual(judge(pair, context(pair, date.slice(0, 4), last))?.slip, { kind: "power-of-ten", power });
				},
			),
			{ numRuns: 3000 },
		);
	});

	it("are found when they miss a stated rate by 2% more than their rounding", () => {
		fc.assert(
			fc.property(
				distinct,
				amount,
				fc.integer({ min: 3, max: 5 }),
				fc.boolean(),
				fc.integer({ min: 20, max: 400 }),
				day,
				([a, b], value, n, up, permille, date) => {
					const stated = rateOn(date, a, b).round(5);
					const first = printed(value, a as string, n, false);
					fc.pre(slack(first).compare(Decimal.parse("0.05")) < 0);
					const room = Decimal.parse("0.002")
						.plus(slack(first))
						.plus(Decimal.parse(permille >= 100 ? `0.${permille}` : `0.0${permille}`));
					const right = value.times(stated);
					const wrong = up ? right.times(Decimal.one.plus(room)) : right.times(Decimal.one.minus(room));
					const second = printed(wrong, b as string, 5, false);
					fc.pre(slack(second).compare(Decimal.parse("0.001")) < 0);
					const pair = pairOf(first, second);
					assert.ok(
						judge(pair, context(pair, "2022", last, [{ base: a as string, quote: b as string, rate: stated }])),
						`${first.text} ${second.text} at ${stated}`,
					);
				},
			),
			{ numRuns: 3000 },
		);
	});
});

describe("generated documents that share a rate", () => {
	const text = (amounts: readonly (readonly [Decimal, Decimal])[]) =>
		amounts.map(([yuan, dollars]) => `Spending was RMB ${yuan} million (US$${dollars} million).`).join("\n\n");

	it("have no odd pair at any rate, and the pair that misses it by 2% more than its rounding", () => {
		// Zeros at the end would be placeholders, and leave room for a slip.
		const value = fc
			.integer({ min: 1000, max: 9999 })
			.chain((tens) => fc.integer({ min: 1, max: 9 }).map((one) => tens * 10 + one));
		const values = fc.array(value, { minLength: 4, maxLength: 6 });
		fc.assert(
			fc.property(values, day, fc.integer({ min: 25, max: 80 }), fc.boolean(), (amounts, date, permille, up) => {
				const rate = rateOn(date, "USD", "CNY");
				const pairs = amounts.map((digits): readonly [Decimal, Decimal] => {
					const yuan = new Decimal(BigInt(digits), -1);
					return [yuan, yuan.dividedBy(rate, 5)];
				});
				const period = { start: "2022-01-01", end: "2022-12-31" };
				const common = (some: readonly (readonly [Decimal, Decimal])[]) =>
					commonRates(new DraftReader().read(text(some)), period);
				assert.deepEqual(
					common(pairs).flatMap(({ odd }) => odd),
					[],
				);
				const [[yuan, dollars], ...others] = pairs as [[Decimal, Decimal], ...[Decimal, Decimal][]];
				const factor = Decimal.parse(up ? `1.0${permille}` : `0.${1000 - permille}`);
				const wrong: readonly [Decimal, Decimal] = [yuan, dollars.times(factor).round(5)];
				const found = common([...others, wrong]).flatMap(({ odd }) => odd);
				assert.deepEqual(
					found.map(({ pair }) => pair.second.text),
					[`US$${wrong[1]} million`],
				);
			}),
			{ numRuns: 500 },
		);
	});
});

/** How far, as a share of its value, a figure's printed digits reach: a whole unit of the last one. */
function slack(figure: Figure): Decimal {
	return Decimal.one.shift(Math.max(figure.precision, lastDigit(figure.value as Decimal))).dividedBy(figure.value as Decimal, 6);
}
