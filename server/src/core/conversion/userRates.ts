/**
 * Exchange rates that users write down themselves: in front matter, `rates: { USD/CNY: 7.08, basis: average, date: 2022 }`, or in a
 * CSV with the columns pair, rate, basis and date. What cannot be read is said, with what to write instead.
 */
import { Decimal } from "../decimal.ts";
import { isCurrency } from "../figures/units.ts";
import type { MessageLanguage } from "../model.ts";
import { hasRates, rateRange, tableSpan } from "./referenceRates.ts";

/** Plain values, so that they can be settings. */
export interface UserRate {
	/** ISO 4217; `rate` units of `quote` for one of `base`. */
	readonly base: string;
	readonly quote: string;
	/** A plain decimal. */
	readonly rate: string;
	readonly basis: "average" | "closing" | "spot" | "";
	/** A year ("2022") or a day ("2022-12-31"); "" for any time. */
	readonly date: string;
}

type Message = Readonly<Record<MessageLanguage, string>>;

export interface RateFault {
	/** 0-based line of a CSV; 0 in front matter. */
	readonly line: number;
	readonly message: Message;
}

export interface UserRates {
	readonly rates: readonly UserRate[];
	readonly faults: readonly RateFault[];
}

const bases: readonly string[] = ["average", "closing", "spot"];
/** How far a rate may lie outside all reference rates of its currencies. */
const reach = { below: Decimal.parse("0.5"), above: Decimal.parse("2") };

/** Reads the value of `rates` in front matter: a map, or a list of maps; undefined and null are no rates. */
export function readFrontMatterRates(raw: unknown): UserRates {
	if (raw === undefined || raw === null) {
		return { rates: [], faults: [] };
	}
	const maps = Array.isArray(raw) ? raw : [raw];
	const rates: UserRate[] = [];
	const faults: RateFault[] = [];
	for (const map of maps) {
		if (typeof map !== "object" || map === null || Array.isArray(map)) {
			faults.push({ line: 0, message: say.noMap });
			continue;
		}
		const entries = Object.entries(map as Record<string, unknown>);
		const plain = (key: string) => {
			const value = entries.find(([name]) => name.toLowerCase() === key)?.[1];
			return value instanceof Date
				? value.toISOString().slice(0, 10)
				: value === undefined || value === null
					? ""
					: String(value);
		};
		const [basis, date] = [plain("basis"), plain("date")];
		for (const [key, value] of entries) {
			if (!["basis", "date", "source"].includes(key.toLowerCase())) {
				add({ pair: key, rate: String(value), basis, date }, 0, rates, faults);
			}
		}
	}
	return { rates, faults };
}

/** Reads a CSV with the columns pair (USD/CNY), rate, basis and date, the last two optional; a first line of names is passed over. */
export function readRatesCsv(text: string): UserRates {
	const rates: UserRate[] = [];
	const faults: RateFault[] = [];
	for (const [line, row] of text
		.replace(/^\ufeff/, "")
		.split(/\r\n|\r|\n/)
		.entries()) {
		const [pair = "", rate = "", basis = "", date = ""] = row.split(/[,;\t]/).map((cell) =>
			cell
				.trim()
				.replace(/^"(.*)"$/, "$1")
				.trim(),
		);
		const isHeader = rates.length === 0 && /^pair$/i.test(pair);
		if (row.trim() !== "" && !pair.startsWith("#") && !isHeader) {
			add({ pair, rate, basis, date }, line, rates, faults);
		}
	}
	return { rates, faults };
}

interface Written {
	readonly pair: string;
	readonly rate: string;
	readonly basis: string;
	readonly date: string;
}

function add({ pair, rate, basis, date }: Written, line: number, rates: UserRate[], faults: RateFault[]): void {
	const report = (message: Message) => faults.push({ line, message });
	const [, base = "", quote = ""] =
		/^\s*([A-Za-z]{3})\s*\/\s*([A-Za-z]{3})\s*$/.exec(pair)?.map((code) => code.toUpperCase()) ?? [];
	if (base === "" || base === quote || !isCurrency(base) || !isCurrency(quote)) {
		report(say.noPair(pair));
		return;
	}
	const number = rate.replaceAll(",", "");
	if (!/^\d{1,12}(?:\.\d{1,12})?$/.test(number) || Decimal.parse(number).sign <= 0) {
		report(say.noNumber(pair, rate));
		return;
	}
	if (!isPossible(base, quote, Decimal.parse(number))) {
		report(say.impossible(base, quote, number, isPossible(quote, base, Decimal.parse(number))));
		return;
	}
	const kind = basis.trim().toLowerCase();
	if (kind !== "" && !bases.includes(kind)) {
		report(say.noBasis(basis));
	}
	const day = date.trim();
	if (day !== "" && !isDate(day)) {
		report(say.noDate(date));
	}
	rates.push({
		base,
		quote,
		rate: number,
		basis: bases.includes(kind) ? (kind as UserRate["basis"]) : "",
		date: isDate(day) ? day : "",
	});
}

function isDate(text: string): boolean {
	return /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/.test(text);
}

function isPossible(base: string, quote: string, rate: Decimal): boolean {
	const { first, last } = tableSpan();
	const range = hasRates(base, quote) ? rateRange(base, quote, first, last) : null;
	return range === null || (rate.compare(range.low.times(reach.below)) >= 0 && rate.compare(range.high.times(reach.above)) <= 0);
}

const say = {
	noMap: {
		en: "“rates” does not say which currencies it is about, so it is not used; write it as { USD/CNY: 7.08, basis: average, date: 2022 }.",
		zh: "“rates”没有写明货币，因此未被采用；请写成 { USD/CNY: 7.08, basis: average, date: 2022 }。",
		ko: "“rates”에 어느 통화인지 없어 쓰이지 않습니다. { USD/CNY: 7.08, basis: average, date: 2022 }처럼 쓰십시오.",
	} satisfies Message,
	noPair: (pair: string): Message => ({
		en: `“${pair}” does not name two currencies, so its rate is not used; write their ISO codes as in USD/CNY.`,
		zh: `“${pair}”不是一对货币，该汇率未被采用；请写成 USD/CNY 这样的 ISO 代码。`,
		ko: `“${pair}”은(는) 두 통화가 아니어서 환율이 쓰이지 않습니다. USD/CNY처럼 ISO 부호로 쓰십시오.`,
	}),
	noNumber: (pair: string, rate: string): Message => ({
		en: `The rate of ${pair}, “${rate}”, is not a number above zero, so it is not used; write it as 7.08.`,
		zh: `${pair} 的汇率“${rate}”不是正数，因此未被采用；请写成 7.08 这样的数字。`,
		ko: `${pair}의 환율 “${rate}”이(가) 0보다 큰 수가 아니어서 쓰이지 않습니다. 7.08처럼 쓰십시오.`,
	}),
	impossible: (base: string, quote: string, rate: string, isTurned: boolean): Message => ({
		en: `1 ${base} was never near ${rate} ${quote}, so this rate is not used; ${isTurned ? `write it as ${quote}/${base}` : "correct it"}.`,
		zh: `1 ${base} 从未接近 ${rate} ${quote}，该汇率未被采用；${isTurned ? `请写成 ${quote}/${base}` : "请更正"}。`,
		ko: `1 ${base}이(가) ${rate} ${quote}에 가까운 적이 없어 이 환율은 쓰이지 않습니다. ${isTurned ? `${quote}/${base}(으)로 쓰십시오` : "고치십시오"}.`,
	}),
	noBasis: (basis: string): Message => ({
		en: `“${basis}” is no basis of a rate, so the rate goes without one; write average, closing or spot.`,
		zh: `“${basis}”不是汇率依据，该汇率按无依据处理；请写 average、closing 或 spot。`,
		ko: `“${basis}”은(는) 환율 기준이 아니어서 기준 없이 쓰입니다. average, closing, spot 가운데 하나로 쓰십시오.`,
	}),
	noDate: (date: string): Message => ({
		en: `“${date}” is no date of a rate, so the rate holds for any time; write a year or a day as 2022 or 2022-12-31.`,
		zh: `“${date}”不是汇率日期，该汇率适用于任何时间；请写成 2022 或 2022-12-31。`,
		ko: `“${date}”은(는) 환율 날짜가 아니어서 모든 기간에 쓰입니다. 2022나 2022-12-31처럼 쓰십시오.`,
	}),
};
