/** Prints values: in the style of a figure that is there, or in the everyday form of a language. Exact, never rounded. */
import { countNames, currencyNames, qualifierNames, traditional, unitNames } from "../../../data/figures/printing.ts";
import { Decimal } from "../decimal.ts";
import type { Figure, Language, Qualifier } from "../model.ts";
import { settleParticles } from "../text/koreanParticles.ts";
import { findUnit } from "./units.ts";
import { pluralOf } from "./words.ts";

export interface PrintableQuantity {
	/** null for ranges: then `low` and `high` are printed. */
	readonly value: Decimal | null;
	readonly low?: Decimal | null;
	readonly high?: Decimal | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: Qualifier;
}

type Base = "en" | "zh" | "ko";

function baseOf(language: Language): Base {
	return language === "en" || language === "ko" ? language : "zh";
}

function inScript(text: string, language: Language): string {
	if (language !== "zh-Hant") {
		return text;
	}
	const table: Readonly<Record<string, string>> = traditional;
	return Array.from(text, (character) => table[character] ?? character).join("");
}

/** The words that say `qualifier` in a language, with the spaces they need beside a figure. Empty for exact and between. */
export function qualifierWords(qualifier: Qualifier, language: Language): { readonly before: string; readonly after: string } {
	const [before, after] = qualifierNames[qualifier][baseOf(language)];
	return { before: inScript(before, language), after: inScript(after, language) };
}

/** "over RMB 1.1 trillion", "超过1.1万亿元人民币", "1조 1000억 위안 초과". */
export function printQuantity(quantity: PrintableQuantity, language: Language): string {
	const { value, low = null, high = null } = quantity;
	const words = qualifierWords(quantity.qualifier, language);
	if (value === null) {
		const ends = [low, high].filter((end) => end !== null);
		return ends.map((end) => printAmount(end, quantity.unit, quantity.currency, language)).join(" – ");
	}
	const amount = printAmount(value, quantity.unit, quantity.currency, language);
	return (words.after !== "" && boundInside(amount, quantity, words.after, language)) || words.before + amount + words.after;
}

/**
 * A bound that stands between a count's classifier and what is counted: 400个以上解决方案, "340만 개가 넘는 기업", "400개 이상의 솔루션".
 * null for all but such counts.
 */
function boundInside(
	amount: string,
	{ unit, currency, qualifier }: PrintableQuantity,
	after: string,
	language: Language,
): string | null {
	const names = currency === null ? (countNames as Readonly<Record<string, { zh: string; ko: string }>>)[unit ?? ""] : undefined;
	const counted = names && (language === "ko" ? names.ko : inScript(names.zh, language));
	const parts = counted && (language === "ko" ? /^([^ ]+?)의? ([^ ]+)$/ : /^(.)(?!次)(.+)$/).exec(counted);
	if (!parts || !amount.endsWith(counted)) {
		return null;
	}
	const [, classifier, noun] = parts;
	const number = amount.slice(0, amount.length - counted.length) + classifier;
	if (language !== "ko") {
		return number + after + noun;
	}
	return qualifier === "more-than" ? `${settleParticles(`${number}이(가)`)} 넘는 ${noun}` : `${number}${after}의 ${noun}`;
}

function printAmount(value: Decimal, unit: string | null, currency: string | null, language: Language): string {
	const base = baseOf(language);
	const sign = value.sign < 0 ? "-" : "";
	const slash = unit?.indexOf("/") ?? -1;
	const above = unit !== null && slash > 0 ? unit.slice(0, slash) : unit;
	const below = unit !== null && slash > 0 ? `/${unit.slice(slash + 1)}` : "";
	const number = scaled(value.abs(), language);
	const money =
		currency ?? (above !== null && /^[A-Z]{3}$/.test(above) && findUnit(above)?.dimension === `money:${above}` ? above : null);
	if (money !== null) {
		const names = (currencyNames as Readonly<Record<string, Record<Base, string>>>)[money];
		const name = names?.[base];
		if (base === "en") {
			return `${sign}${name ?? `${money} `}${number}${below}`;
		}
		return sign + number + inScript(name ?? ` ${money}`, language) + below;
	}
	if (above === null) {
		return sign + number;
	}
	const named = (unitNames as Readonly<Record<string, Record<Base, string>>>)[above];
	if (named) {
		const one = base === "en" && value.abs().equals(Decimal.one) ? named.en.replace(/(?<=[a-z])s$/, "") : null;
		return sign + number + inScript(one ?? named[base], language) + below;
	}
	if (findUnit(above)?.dimension !== "count") {
		return `${sign}${number} ${above}${below}`;
	}
	if (base === "en") {
		return `${sign}${number} ${value.abs().equals(Decimal.one) ? above : englishPlural(above)}${below}`;
	}
	const counted = (countNames as Readonly<Record<string, { zh: string; ko: string }>>)[above];
	if (base === "ko" && above === "person-time") {
		return `연인원 ${sign}${number}${/\d$/.test(number) ? "" : " "}명${below}`;
	}
	if (base === "ko") {
		return `${sign}${number}${counted ? (/\d$/.test(number) ? counted.ko : ` ${counted.ko}`) : ` ${above}`}${below}`;
	}
	return sign + number + inScript(counted?.zh ?? `个${above}`, language) + below;
}

function englishPlural(unit: string): string {
	if (unit === "person") {
		return "people";
	}
	return /^[a-z -]+$/.test(unit) ? pluralOf(unit) : unit;
}

/** Digits with a grouping mark every three. */
function group(digits: string, mark: string): string {
	return digits.replace(/\B(?=(\d{3})+$)/g, mark);
}

function plain(value: Decimal, mark: string): string {
	const [whole = "0", fraction] = value.toString().split(".");
	return group(whole, mark) + (fraction === undefined ? "" : `.${fraction}`);
}

const largeEnglish = [
	["trillion", 12],
	["billion", 9],
	["million", 6],
] as const;
const largeChinese = [
	["万亿", 12],
	["亿", 8],
	["万", 4],
] as const;

/** A positive number in the everyday form of a language, exact. */
function scaled(value: Decimal, language: Language): string {
	const base = baseOf(language);
	if (base === "ko") {
		return value.compare(Decimal.of(10_000)) >= 0 ? myriads(value, " ", "", koreanScales) : plain(value, ",");
	}
	const scales: readonly (readonly [string, number])[] = base === "en" ? largeEnglish : largeChinese;
	for (const [word, power] of scales) {
		const mantissa = value.shift(-power);
		if (mantissa.compare(Decimal.one) >= 0 && decimals(mantissa) <= 4) {
			return base === "en" ? `${plain(mantissa, ",")} ${word}` : plain(mantissa, "") + inScript(word, language);
		}
	}
	return plain(value, base === "en" ? "," : "");
}

function decimals(value: Decimal): number {
	return Math.max(0, -value.normalize().exponent);
}

const koreanScales: readonly (readonly [string, number])[] = [
	["경", 16],
	["조", 12],
	["억", 8],
	["만", 4],
	["", 0],
];
const chineseScales: readonly (readonly [string, number])[] = [
	["亿", 8],
	["万", 4],
	["", 0],
];

/** A chain of myriads: 204억 6000만. */
function myriads(value: Decimal, space: string, mark: string, scales: readonly (readonly [string, number])[]): string {
	const [whole = "0", fraction] = value.toString().split(".");
	let rest = BigInt(whole);
	const parts: string[] = [];
	for (const [word, power] of scales) {
		const unit = 10n ** BigInt(power);
		const count = rest / unit;
		rest %= unit;
		if (count > 0n || (power === 0 && (parts.length === 0 || fraction !== undefined))) {
			parts.push(group(count.toString(), mark) + (power === 0 && fraction !== undefined ? `.${fraction}` : "") + word);
		}
	}
	return parts.join(space);
}

// ---- In the style of a figure

/** Families of scale words: a value that does not suit one is printed with another of its family. */
const families: readonly (readonly (readonly [string, number])[])[] = [
	[
		["thousand", 3],
		["million", 6],
		["billion", 9],
		["trillion", 12],
	],
	[
		["Thousand", 3],
		["Million", 6],
		["Billion", 9],
		["Trillion", 12],
	],
	[
		["k", 3],
		["m", 6],
		["bn", 9],
		["tn", 12],
	],
	[
		["K", 3],
		["M", 6],
		["B", 9],
		["T", 12],
	],
	[
		["mn", 6],
		["bn", 9],
		["tn", 12],
	],
	[
		["mln", 6],
		["bln", 9],
		["tln", 12],
	],
	[
		["lakh", 5],
		["crore", 7],
	],
	[
		["万", 4],
		["亿", 8],
		["万亿", 12],
	],
	[
		["萬", 4],
		["億", 8],
		["萬億", 12],
	],
	[
		["百万", 6],
		["亿", 8],
		["万亿", 12],
	],
	[
		["百萬", 6],
		["億", 8],
		["萬億", 12],
	],
	[
		["千万", 7],
		["亿", 8],
		["万亿", 12],
	],
	[
		["만", 4],
		["억", 8],
		["조", 12],
	],
	[
		["백만", 6],
		["억", 8],
		["조", 12],
	],
	[
		["천만", 7],
		["억", 8],
		["조", 12],
	],
	[
		["천", 3],
		["만", 4],
		["억", 8],
		["조", 12],
	],
	[
		["千", 3],
		["万", 4],
		["亿", 8],
		["万亿", 12],
	],
];

const numeralPattern =
	/^([\d０-９][\d０-９.,'’\u00a0\u2009\u202f ]*?|[.．][\d０-９]+)(\s*-?)([A-Za-z]+|[\u3400-\u9fff\uac00-\ud7a3]+)?$/u;
const chainPattern = /^(?:[\d０-９][\d０-９,.]*\s?[\u3400-\u9fff\uac00-\ud7a3]+\s?){1,6}[\d０-９,]*$/u;

/**
 * `value` printed as `like` is: its scale word, grouping, currency, unit and script. Another scale is taken only where the value
 * would be unreadable in the figure's own (under one of it, a thousand of it or more, ten thousand in East Asian scales, or over
 * four decimals) and the writer did not print the like.
 */
export function printLike(value: Decimal, like: Figure): string {
	if (like.value?.equals(value)) {
		return like.text;
	}
	const { prefix, suffix, numeral, language } = like.style;
	const number = printNumber(value.abs(), like, numeral.trim(), language);
	if (number === null) {
		return printQuantity({ value, unit: like.unit, currency: like.currency, qualifier: "exact" }, language);
	}
	const bracketed = prefix.startsWith("(") && suffix.endsWith(")");
	const signed = /^[-−－(]|负|負|마이너스|minus|negative/i.exec(prefix);
	let before = prefix;
	let after = suffix;
	if (value.sign >= 0 && signed) {
		before = bracketed ? prefix.slice(1) : prefix.replace(/[-−－]|负|負|마이너스\s*|minus\s*|negative\s*/i, "");
		after = bracketed ? suffix.slice(0, -1) : suffix;
	} else if (value.sign < 0 && !signed) {
		before = `-${prefix}`;
	}
	return before + number + after;
}

function printNumber(value: Decimal, like: Figure, numeral: string, language: Language): string | null {
	const single = numeralPattern.exec(numeral);
	if (single) {
		const digits = single[1] as string;
		const gap = single[2] as string;
		const scale = single[3] ?? "";
		const mark = /,\d{3}/.test(digits) ? "," : (/\d([\u00a0\u2009\u202f ])\d{3}/.exec(digits)?.[1] ?? "");
		const comma = mark !== "," && /,\d{1,2}$/.test(digits);
		if (scale === "") {
			const own = headerPower(digits, like);
			if (own === null) {
				return null;
			}
			const wanted = value.shift(-own);
			// Where the writer's number was too short to show whether he groups: as his language does. "1,948 projects" is no year.
			const printed = digits.replace(/\D/g, "").length;
			const open = mark === "" && language !== "zh-Hans" && language !== "zh-Hant" && printed < 5;
			const grouping = open && wanted.compare(Decimal.of(printed < 4 ? 1000 : 10_000)) >= 0 ? "," : mark;
			return plain(wanted, grouping);
		}
		const family = families.find((entries) => entries.some(([word]) => word === scale.replace(/s$/, "") || word === scale));
		if (family && !comma) {
			const found = family.find(([word]) => word === scale || word === scale.replace(/s$/, "")) as readonly [string, number];
			const [word, power] = readable(value, found, family, like.value?.abs() ?? value);
			// 2046억 becomes 204억 6000만: Korean myriads are spelled out where the writer used no decimals.
			if (/[\uac00-\ud7a3]/.test(word) && !/[.．]/.test(digits) && decimals(value.shift(-power)) > 0) {
				return myriads(value, " ", mark, koreanScales);
			}
			if (power === 0) {
				return plain(value, language === "en" || language === "ko" ? "," : mark);
			}
			return `${plain(value.shift(-power), mark || (language === "en" ? "," : ""))}${gap}${word}`;
		}
	}
	if (chainPattern.test(numeral)) {
		const korean = /[\uac00-\ud7a3]/.test(numeral);
		const space = /\s/.test(numeral) ? " " : "";
		const mark = /\d,\d{3}/.test(numeral) ? "," : "";
		const text = myriads(value, space, mark, korean ? koreanScales : chineseScales);
		return /[萬億]/.test(numeral) ? text.replaceAll("万", "萬").replaceAll("亿", "億") : text;
	}
	// Spelled out: digits in the form of the language.
	if (like.style.suffix !== "" || like.style.prefix !== "") {
		return scaled(value, language);
	}
	return null;
}

/** The power of ten between what the numeral prints and the figure's value: a table header's scale. */
function headerPower(digits: string, like: Figure): number | null {
	const printed = digits.replace(/[,'’\s]/g, "");
	if (!/^\d*\.?\d+$/.test(printed) || like.value === null) {
		return like.value === null ? null : 0;
	}
	const own = Decimal.parse(printed);
	if (own.isZero) {
		return 0;
	}
	const power = like.value.abs().normalize().exponent - own.normalize().exponent;
	return own.shift(power).equals(like.value.abs()) ? power : 0;
}

/** The scale word to print a value with: the figure's own while it reads well, else the one of its family that does. */
function readable(
	value: Decimal,
	own: readonly [string, number],
	family: readonly (readonly [string, number])[],
	like: Decimal,
): readonly [string, number] {
	// "RMB 231,060 million" is how some statements print all their amounts: what the writer chose reads well.
	const printed = like.shift(-own[1]);
	const usual = /^[a-z]/i.test(own[0]) ? Decimal.of(1000) : Decimal.of(10_000);
	const most = printed.compare(usual) >= 0 ? printed.shift(1) : usual;
	const least = printed.compare(Decimal.one) < 0 ? new Decimal(1n, -1) : Decimal.one;
	const suits = ([, power]: readonly [string, number]) => {
		const mantissa = value.shift(-power);
		return (
			(value.isZero || mantissa.compare(power === own[1] ? least : Decimal.one) >= 0) &&
			mantissa.compare(power === own[1] ? most : Decimal.of(10_000)) < 0 &&
			decimals(mantissa) <= 4
		);
	};
	if (suits(own)) {
		return own;
	}
	const better = [...family].reverse().find((entry) => suits(entry) && value.shift(-entry[1]).compare(Decimal.one) >= 0);
	return better ?? (value.compare(Decimal.of(100_000)) < 0 || decimals(value.shift(-own[1])) > 6 ? ["", 0] : own);
}
