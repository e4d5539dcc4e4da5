/**
 * The bundled reference rates (ECB, see server/data/rates/daily.ts): of a day, averaged over a period, and the range that a
 * period spans. Rates between any two of the table's currencies are crossed through the dollar.
 */
import { dailyRates } from "../../../data/rates/daily.ts";
import { Decimal } from "../decimal.ts";

/** How a reference rate came about. */
export type RateBasis = "average" | "closing" | "daily";

/** Units of `quote` for one unit of `base`. */
export interface ReferenceRate {
	readonly base: string;
	readonly quote: string;
	readonly rate: Decimal;
	readonly basis: RateBasis;
	/** The first and last day it stands for (ISO dates); the same day for closing and daily rates. */
	readonly from: string;
	readonly to: string;
}

/** The lowest and highest daily rate of a stretch of time. */
export interface RateRange {
	readonly low: Decimal;
	readonly high: Decimal;
}

interface Table {
	readonly days: readonly string[];
	/** For each currency what one dollar costs, by day, with the printed digits kept. */
	readonly perDollar: ReadonlyMap<string, readonly Price[]>;
}

/** A price of one dollar; the euro is quoted the other way round, so prices are kept as pairs. */
interface Price {
	readonly numerator: Decimal;
	readonly denominator: Decimal;
	/** The same as a double, to find extremes by; never compared with a figure. */
	readonly approximate: number;
}

/** Significant digits of a crossed rate: the printed rates have five to six. */
const significant = 12;
/** The ECB sets no rates at weekends and holidays; the longest such gap is five days. */
const longestGap = 7;

let loaded: Table | null = null;

function table(): Table {
	loaded ??= readTable(dailyRates);
	return loaded;
}

function readTable(text: string): Table {
	const days: string[] = [];
	const prices: Record<"CNY" | "HKD" | "KRW" | "EUR" | "USD", Price[]> = { CNY: [], HKD: [], KRW: [], EUR: [], USD: [] };
	const dollar: Price = { numerator: Decimal.one, denominator: Decimal.one, approximate: 1 };
	const price = (rate: string): Price => ({
		numerator: Decimal.parse(rate),
		denominator: Decimal.one,
		approximate: Number(rate),
	});
	let month = "";
	for (const line of text.trim().split("\n")) {
		const [day = "", cny, hkd, krw, eur] = line.split(" ");
		if (!cny || !hkd || !krw || !eur) {
			month = day;
			continue;
		}
		days.push(`${month}-${day}`);
		prices.CNY.push(price(cny));
		prices.HKD.push(price(hkd));
		prices.KRW.push(price(krw));
		prices.EUR.push({ numerator: Decimal.one, denominator: Decimal.parse(eur), approximate: 1 / Number(eur) });
		prices.USD.push(dollar);
	}
	return { days, perDollar: new Map(Object.entries(prices)) };
}

/** The first and last day of the table (ISO dates). */
export function tableSpan(): { readonly first: string; readonly last: string } {
	const { days } = table();
	return { first: days[0] ?? "", last: days.at(-1) ?? "" };
}

/** Whether the table has rates between two currencies (ISO 4217). */
export function hasRates(base: string, quote: string): boolean {
	const { perDollar } = table();
	return base !== quote && perDollar.has(base) && perDollar.has(quote);
}

/** The rate of a day, or of the last day before it on which rates were set; null outside the table. */
export function dailyRate(base: string, quote: string, date: string): ReferenceRate | null {
	return rateOfDay(base, quote, date, "daily");
}

/** The rate at the end of a period; null outside the table. */
export function closingRate(base: string, quote: string, date: string): ReferenceRate | null {
	return rateOfDay(base, quote, date, "closing");
}

function rateOfDay(base: string, quote: string, date: string, basis: RateBasis): ReferenceRate | null {
	const { days } = table();
	const index = lastAtOrBefore(days, date);
	const day = days[index];
	if (!hasRates(base, quote) || day === undefined || daysBetween(day, date) > longestGap) {
		return null;
	}
	return { base, quote, rate: cross(base, quote, index), basis, from: day, to: day };
}

const averages = new Map<string, ReferenceRate | null>();

/** The mean of the daily rates of a period that the table covers from end to end, to six significant digits; else null. */
export function averageRate(base: string, quote: string, from: string, to: string): ReferenceRate | null {
	return remembered(averages, `${base}/${quote} ${from} ${to}`, () => findAverage(base, quote, from, to));
}

function findAverage(base: string, quote: string, from: string, to: string): ReferenceRate | null {
	const range = indexes(from, to);
	if (!hasRates(base, quote) || !range) {
		return null;
	}
	let sum = Decimal.zero;
	for (let i = range.first; i <= range.last; i++) {
		sum = sum.plus(cross(base, quote, i));
	}
	const rate = sum.dividedBy(Decimal.of(range.last - range.first + 1), 6);
	return { base, quote, rate, basis: "average", from, to };
}

/** A document asks for a handful of stretches; the limit only keeps a long-lived process from hoarding. */
const mostRemembered = 1000;

function remembered<Value>(known: Map<string, Value>, key: string, compute: () => Value): Value {
	const found = known.get(key);
	if (found !== undefined) {
		return found;
	}
	if (known.size >= mostRemembered) {
		known.clear();
	}
	const value = compute();
	known.set(key, value);
	return value;
}

const ranges = new Map<string, RateRange | null>();

/** The lowest and highest rate of a stretch that the table covers from end to end; else null. */
export function rateRange(base: string, quote: string, from: string, to: string): RateRange | null {
	return remembered(ranges, `${base}/${quote} ${from} ${to}`, () => findRange(base, quote, from, to));
}

function findRange(base: string, quote: string, from: string, to: string): RateRange | null {
	const range = indexes(from, to);
	const bases = table().perDollar.get(base);
	const quotes = table().perDollar.get(quote);
	if (!range || !bases || !quotes || base === quote) {
		return null;
	}
	let lowest = range.first;
	let highest = range.first;
	const approximate = (i: number) => (quotes[i] as Price).approximate / (bases[i] as Price).approximate;
	for (let i = range.first + 1; i <= range.last; i++) {
		if (approximate(i) < approximate(lowest)) {
			lowest = i;
		} else if (approximate(i) > approximate(highest)) {
			highest = i;
		}
	}
	return { low: cross(base, quote, lowest), high: cross(base, quote, highest) };
}

const crossed = new Map<string, (Decimal | undefined)[]>();

/** The rate of the table's row. One day's is asked for again and again: by neighbouring stretches, and by every keystroke. */
function cross(base: string, quote: string, index: number): Decimal {
	const key = `${base}/${quote}`;
	let rates = crossed.get(key);
	if (!rates) {
		rates = [];
		crossed.set(key, rates);
	}
	const rate = rates[index] ?? divide(base, quote, index);
	rates[index] = rate;
	return rate;
}

function divide(base: string, quote: string, index: number): Decimal {
	const { perDollar } = table();
	const b = perDollar.get(base)?.[index] as Price;
	const q = perDollar.get(quote)?.[index] as Price;
	return q.numerator.times(b.denominator).dividedBy(q.denominator.times(b.numerator), significant);
}

/** The table's rows from `from` to `to`; null unless the table covers them but for a gap at either end. */
function indexes(from: string, to: string): { first: number; last: number } | null {
	const { days } = table();
	const last = lastAtOrBefore(days, to);
	let first = lastAtOrBefore(days, from);
	if (days[first] !== from) {
		first += 1;
	}
	const start = days[first];
	const end = days[last];
	if (start === undefined || end === undefined) {
		return null;
	}
	if (first > last) {
		// A weekend or a holiday: the rates of the last day before it hold.
		return daysBetween(end, to) > longestGap ? null : { first: last, last };
	}
	return daysBetween(from, start) > longestGap || daysBetween(end, to) > longestGap ? null : { first, last };
}

function lastAtOrBefore(days: readonly string[], date: string): number {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((days[middle] as string) <= date) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low - 1;
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
