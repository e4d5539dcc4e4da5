/**
 * Exchange rates that a text states in words: "converted at RMB 6.8972 = US$1.00", "7.08 yuan to the dollar", "USD/CNY 7.08",
 * 按1美元兑7.08元, 汇率为7.08, 1달러당 7.08위안. A number counts as a rate only where the reference rates of the two currencies are of
 * that size, so that a rate of growth beside the word "rate" is never taken for one.
 */
import { currencies } from "../../../data/figures/currencies.ts";
import { rateConnectors, rateNames } from "../../../data/rates/wording.ts";
import { Decimal } from "../decimal.ts";
import type { BlockContent, Draft } from "../draft/draft.ts";
import { isCurrency } from "../figures/units.ts";
import type { Figure } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { fold } from "../text/fold.ts";
import { inverse, type RateInterval, rateInterval } from "./rateInterval.ts";
import { hasRates, rateRange, tableSpan } from "./referenceRates.ts";
import { readFrontMatterRates, type UserRate } from "./userRates.ts";

/** A rate as stated: `rate` units of `quote` for one of `base`; both null where the text names no currencies beside it. */
export interface StatedRate {
	readonly base: string | null;
	readonly quote: string | null;
	readonly rate: Decimal;
	/** What the writer says of it ("average", "closing", "spot"), and for when; only of rates in front matter and settings. */
	readonly basis?: UserRate["basis"];
	readonly date?: string;
}

/** Beyond its own rounding, a stated rate may have been rounded again on the way: 0.2%. */
const tolerance = Decimal.parse("0.002");
/** How far a number may lie outside all reference rates of its currencies and still be a rate. */
const reach = { below: Decimal.parse("0.7"), above: Decimal.parse("1.3") };
/** How far from "exchange rate" its number and its currencies may stand. */
const nearby = 64;

const connectorSet: ReadonlySet<string> = new Set(rateConnectors);

/** Whether a figure is one unit of a currency as rates are quoted: 1, 100, 1,000 or 10,000, without a scale word. */
export function isOneUnit(figure: Figure): boolean {
	return (
		figure.kind === "money" &&
		/^\s*10{0,4}(?:\.0+)?\s*$/.test(figure.style.numeral.replace(/[,，]/g, "")) &&
		figure.value !== null &&
		figure.value.sign > 0
	);
}

/** The rates that a passage states. */
export function findStatedRates(text: string, figures: readonly Figure[]): StatedRate[] {
	const rates: StatedRate[] = [];
	const used = new Set<Figure>(figures.filter(isOneUnit));
	for (const [i, figure] of figures.entries()) {
		if (figure.kind !== "money" || figure.value === null || figure.value.sign <= 0 || figure.currency === null) {
			continue;
		}
		const next = figures[i + 1];
		const two = next ? amongTwo(text, figure, next) : null;
		const found = two ?? (used.has(figure) ? null : perUnit(text, figure));
		if (found) {
			rates.push(found);
			used.add(figure);
			if (two && next) {
				used.add(next);
			}
		}
	}
	if (rateMention.test(text)) {
		rates.push(...besideName(text, used));
	}
	return rates;
}

/** "RMB 6.8972 = US$1.00", 1美元兑7.08元, 1달러당 7.08위안. */
function amongTwo(text: string, first: Figure, second: Figure): StatedRate | null {
	if (second.kind !== "money" || second.currency === null || second.currency === first.currency) {
		return null;
	}
	const [one, other] = isOneUnit(second) ? [second, first] : isOneUnit(first) ? [first, second] : [null, null];
	if (!one || other.value === null || other.value.sign <= 0 || second.start < first.end || second.start - first.end > nearby) {
		return null;
	}
	const between = fold(text.slice(first.end, second.start))
		.text.toLowerCase()
		.replace(/约|약|about|approximately/g, "")
		.trim();
	if (!connectorSet.has(between)) {
		return null;
	}
	// The one unit is a power of ten: dividing by it only moves the point.
	const power = (one.value as Decimal).normalize().exponent;
	return credible({ base: one.currency, quote: other.currency, rate: withPrecision(other).shift(-power) });
}

/** "RMB 7.08 per US dollar", "7.08 yuan to the dollar", 每美元7.08元, 달러당 1,300원. */
function perUnit(text: string, figure: Figure): StatedRate | null {
	const below = figure.unit?.startsWith(`${figure.currency}/`) ? figure.unit.slice(4) : "";
	if (isCurrency(below) && figure.currency !== null) {
		return credible({ base: below, quote: figure.currency, rate: withPrecision(figure) });
	}
	const [rawAfter, rawBefore] = [
		text.slice(figure.end, figure.end + nearby),
		text.slice(Math.max(0, figure.start - 24), figure.start),
	];
	if (!/^\s*(?:per|to|for|[/／每])/i.test(rawAfter) && !/[당每]/.test(rawBefore)) {
		return null;
	}
	const after = fold(rawAfter).text.toLowerCase();
	const before = fold(rawBefore).text.toLowerCase();
	const name =
		/^\s*(?:per|to the|to one|to each|for each|for one|for every|\/)\s*(?:one |1 )?(.*)$/s.exec(after)?.[1] ??
		/^每(.*)$/s.exec(after)?.[1];
	const base =
		(name === undefined ? null : currencyAtStart(name)) ??
		currencyAtEnd(/^(.*?)\s*당\s*약?\s*$/s.exec(before)?.[1] ?? "") ??
		currencyAtEnd(/每(.*?)(?:兑换?|合|约合|等于)?约?\s*$/s.exec(before)?.[1] ?? "", true);
	return base === null || base === figure.currency
		? null
		: credible({ base, quote: figure.currency, rate: withPrecision(figure) });
}

/** Numbers beside "exchange rate", with the currencies named there: "an average USD/CNY rate of 6.73", 按7.08的汇率. */
function besideName(text: string, used: ReadonlySet<Figure>): StatedRate[] {
	const { text: folded, offsets } = fold(text);
	const lower = folded.toLowerCase();
	const rates: StatedRate[] = [];
	const taken = new Set<number>();
	for (const mention of lower.matchAll(new RegExp(rateMention, "g"))) {
		const start = sentenceStart(lower, Math.max(0, mention.index - nearby), mention.index);
		const end = sentenceEnd(lower, mention.index + mention[0].length);
		const window = lower.slice(start, end);
		const named = currenciesIn(window);
		for (const number of window.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g)) {
			const at = start + number.index;
			const source = offsets.startOf(at);
			if (
				taken.has(at) ||
				/^\s*(?:%|percent|per cent|bps?\b|个百分点|퍼센트)/.test(window.slice(number.index + number[0].length)) ||
				[...used].some((figure) => source >= figure.start && source < figure.end)
			) {
				continue;
			}
			const rate = Decimal.parse(number[0].replaceAll(",", ""));
			// Whole numbers are years, days and "one dollar" unless they are rates of the won or the like.
			if (rate.sign <= 0 || (rate.exponent === 0 && (rate.compare(Decimal.of(100)) < 0 || /^(?:19|20)\d\d$/.test(number[0])))) {
				continue;
			}
			const [a, b] = named;
			const stated =
				named.length === 2 && a && b
					? (credible({ base: a, quote: b, rate }) ?? credible({ base: b, quote: a, rate }))
					: { base: null, quote: null, rate };
			if (stated) {
				taken.add(at);
				rates.push(stated);
			}
		}
	}
	return rates;
}

const rateMention = new RegExp(rateNames.map(quoted).concat("\\b[a-z]{3}/[a-z]{3}\\b").join("|"), "i");

function sentenceStart(text: string, from: number, to: number): number {
	const cut = Math.max(
		text.lastIndexOf(". ", to),
		text.lastIndexOf("。", to),
		text.lastIndexOf("\n", to),
		text.lastIndexOf("; ", to),
	);
	return Math.max(from, cut + 1);
}

function sentenceEnd(text: string, from: number): number {
	const limit = Math.min(text.length, from + nearby);
	const end = /\. |[。;；\n]/.exec(text.slice(from, limit));
	return end ? from + end.index : limit;
}

function withPrecision(figure: Figure): Decimal {
	const value = figure.value as Decimal;
	const digits = value.exponent > figure.precision ? value.shift(-figure.precision) : null;
	return digits ? new Decimal(digits.digits * 10n ** BigInt(digits.exponent), figure.precision) : value.roundTo(figure.precision);
}

/** The rate itself where the reference rates of its currencies are of that size, or where there are none; else null. */
function credible(stated: StatedRate): StatedRate | null {
	const { base, quote, rate } = stated;
	return base !== null && quote !== null && (!hasRates(base, quote) || isNear(base, quote, rate)) ? stated : null;
}

function isNear(base: string, quote: string, rate: Decimal): boolean {
	const { first, last } = tableSpan();
	const range = rateRange(base, quote, first, last);
	return range !== null && rate.compare(range.low.times(reach.below)) >= 0 && rate.compare(range.high.times(reach.above)) <= 0;
}

/** The stated rate as an interval of units of `a` for one of `b`: its own rounding plus 0.2%; null where it is not about these two. */
export function statedInterval(stated: StatedRate, a: string, b: string): RateInterval | null {
	const { base, quote, rate } = stated;
	const half = new Decimal(5n, rate.exponent - 1);
	const interval = rateInterval(rate.minus(half), rate.plus(half), tolerance);
	if (base === null || quote === null) {
		if (!hasRates(a, b)) {
			return null;
		}
		return isNear(b, a, rate) ? interval : isNear(a, b, rate) ? inverse(interval) : null;
	}
	return base === b && quote === a ? interval : base === a && quote === b ? inverse(interval) : null;
}

/** The rates that a document states, in its text and in its front matter (`rates: { USD/CNY: 7.08 }`). */
export const documentRates = oncePer((draft: Draft): readonly StatedRate[] => [
	...readFrontMatterRates(draft.frontMatter.raw.rates).rates.map(asStated),
	...draft.blocks.flatMap(({ content }) => blockRates(content)),
]);

/** The rates that the text of a block states. */
export const blockRates = oncePer((content: BlockContent): readonly StatedRate[] =>
	content.passages.flatMap((passage) => findStatedRates(passage.text, passage.figures)),
);

/** Rates that users write down, as stated ones. */
export function asStated({ base, quote, rate, basis, date }: UserRate): StatedRate {
	return { base, quote, rate: Decimal.parse(rate), basis, date };
}

const codeOf = new Map<string, string>([
	["the dollar", "USD"],
	["dollar", "USD"],
	["달러", "USD"],
	["元", "CNY"],
]);
for (const row of currencies as readonly { code: string; prefixes?: readonly string[]; suffixes?: readonly string[] }[]) {
	for (const name of [row.code, ...(row.prefixes ?? []), ...(row.suffixes ?? [])]) {
		const key = fold(name).text.toLowerCase().trim();
		// One letter is not a name; a sign such as € is.
		if ((key.length > 1 || !/[a-z]/.test(key)) && !codeOf.has(key)) {
			codeOf.set(key, row.code);
		}
	}
}
const names = [...codeOf.keys()]
	.sort((a, b) => b.length - a.length)
	.map((name) => (/^[a-z].*[a-z]$/.test(name) ? `\\b${quoted(name)}\\b` : quoted(name)));
const anyName = new RegExp(names.join("|"), "g");
const nameAtStart = new RegExp(`^(?:${names.join("|")})`);

function quoted(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function currencyAtStart(text: string): string | null {
	const name = nameAtStart.exec(text.trimStart())?.[0];
	return name === undefined ? null : (codeOf.get(name) ?? null);
}

function currencyAtEnd(text: string, whole = false): string | null {
	const trimmed = text.trimEnd();
	const last = [...trimmed.matchAll(anyName)].at(-1);
	const fits = last && last.index + last[0].length === trimmed.length && (!whole || last.index === 0);
	return fits ? (codeOf.get(last[0]) ?? null) : null;
}

function currenciesIn(text: string): string[] {
	return [...new Set([...text.matchAll(anyName)].map((match) => codeOf.get(match[0]) as string))];
}
