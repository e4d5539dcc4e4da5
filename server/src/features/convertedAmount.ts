/** A sum of money in a second currency, with the rate it was converted at. */
import type { ClaimQuery } from "../core/claims/database.ts";
import { dimensionOf } from "../core/claims/dimension.ts";
import type { Evidence } from "../core/claims/evidence.ts";
import { averageRate, closingRate, dailyRate, type RateBasis, type ReferenceRate } from "../core/conversion/referenceRates.ts";
import { Decimal } from "../core/decimal.ts";
import { printQuantity } from "../core/figures/printFigure.ts";
import type { Claim, Language, MessageLanguage } from "../core/model.ts";
import type { ConvertedAmount } from "./hover.ts";

/** What to ask the database for, so that `convertedAmount` finds the source's own amount in the other currency; null for all but money. */
export function pairQuery(evidence: Evidence, language: Language): ClaimQuery | null {
	const claim = evidence.claims[0];
	if (!claim?.currency || claim.measure === "") {
		return null;
	}
	const dimension = dimensionOf(wantedCurrency(evidence, claim, language));
	return { dimension, ranges: [], also: [], measures: [claim.measure], entities: [claim.entity], period: claim.period };
}

/**
 * Converts a claim's amount into the currency that the draft's figure has, else into US dollars (dollars: into the money of the
 * draft's language). The rate is the one that the source's own pair of amounts implies where `others` holds the pair, else the
 * reference table's average of the period (its closing rate for a stock, the day's where no period is stated). Null for all but
 * money and where no rate is known.
 */
export function convertedAmount(
	evidence: Evidence,
	claim: Claim,
	others: Iterable<Claim>,
	language: Language,
	messages: MessageLanguage,
): ConvertedAmount | null {
	const { currency, value } = claim;
	if (currency === null || value === null || value.sign <= 0) {
		return null;
	}
	const wanted = wantedCurrency(evidence, claim, language);
	const pair = pairOf(claim, wanted, others);
	if (pair?.value) {
		const [base, quote] = value.compare(pair.value) < 0 ? [claim, pair] : [pair, claim];
		const rate = (quote.value as Decimal).dividedBy(base.value as Decimal, 4);
		return {
			amount: printQuantity({ value: pair.value, unit: pair.unit, currency: pair.currency, qualifier: "exact" }, language),
			rate: rateText(base.currency ?? "", quote.currency ?? "", rate, rateNames[messages].own, messages),
		};
	}
	const reference = referenceRate(claim, wanted);
	if (!reference) {
		return null;
	}
	const converted = reference.base === currency ? value.times(reference.rate) : value.dividedBy(reference.rate, 12);
	const amount = printQuantity({ value: converted.round(3), unit: wanted, currency: wanted, qualifier: "exact" }, language);
	const name = fillRate(rateNames[messages][reference.basis], reference);
	return { amount, rate: rateText(reference.base, reference.quote, reference.rate.round(5), name, messages) };
}

function wantedCurrency({ figure }: Evidence, { currency }: Claim, language: Language): string {
	if (figure.currency !== null && figure.currency !== currency) {
		return figure.currency;
	}
	return currency !== "USD" ? "USD" : language === "ko" ? "KRW" : "CNY";
}

/** The same statement of the same source in another currency. */
function pairOf(claim: Claim, currency: string, others: Iterable<Claim>): Claim | null {
	for (const other of others) {
		if (
			other.currency === currency &&
			other.source.key === claim.source.key &&
			other.measure === claim.measure &&
			other.entity === claim.entity &&
			other.text === claim.text &&
			other.period.start === claim.period.start &&
			other.period.end === claim.period.end
		) {
			return other;
		}
	}
	return null;
}

/** The rate between the claim's currency and `wanted`, quoted the way round in which it is above one. */
function referenceRate(claim: Claim, wanted: string): ReferenceRate | null {
	const currency = claim.currency ?? "";
	const { start, end } = claim.period;
	const find = (base: string, quote: string): ReferenceRate | null => {
		if (start !== null && end !== null && start !== end) {
			return claim.kind === "stock" ? closingRate(base, quote, end) : averageRate(base, quote, start, end);
		}
		const day = end ?? claim.source.published;
		return day === "" ? null : claim.kind === "stock" ? closingRate(base, quote, day) : dailyRate(base, quote, day);
	};
	const rate = find(currency, wanted);
	return rate && rate.rate.compare(Decimal.one) < 0 ? find(wanted, currency) : rate;
}

function rateText(base: string, quote: string, rate: Decimal, name: string, messages: MessageLanguage): string {
	const shown = `1 ${base} = ${rate.toString()} ${quote}`;
	return messages === "zh" ? `${shown}（${name}）` : `${shown} (${name})`;
}

const rateNames: Readonly<Record<MessageLanguage, Readonly<Record<RateBasis | "own", string>>>> = {
	en: {
		own: "the source's own pair of amounts",
		average: "average of {span}, ECB reference rates",
		closing: "closing rate of {span}, ECB reference rates",
		daily: "rate of {span}, ECB reference rates",
	},
	zh: {
		own: "来源自身的两个金额",
		average: "{span}平均，欧洲央行参考汇率",
		closing: "{span}收盘，欧洲央行参考汇率",
		daily: "{span}当日，欧洲央行参考汇率",
	},
	ko: {
		own: "출처에 나온 두 금액",
		average: "{span} 평균, 유럽중앙은행 기준 환율",
		closing: "{span} 종가, 유럽중앙은행 기준 환율",
		daily: "{span} 당일, 유럽중앙은행 기준 환율",
	},
};

function fillRate(name: string, { from, to }: ReferenceRate): string {
	const year = from.slice(0, 4);
	const span = from === `${year}-01-01` && to === `${year}-12-31` ? year : from === to ? from : `${from} – ${to}`;
	return name.replace("{span}", span);
}
