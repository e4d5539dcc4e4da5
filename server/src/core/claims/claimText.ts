/** Says a claim from its structured data, in the language of a draft. */

import { printQuantity } from "../figures/printFigure.ts";
import type { Claim, ClaimKind, Language, Period } from "../model.ts";
import { toTraditional } from "../text/traditional.ts";
import { type Glossary, standardGlossary } from "./glossary.ts";

/** "Ant Group's R&D spending in 2022: " and "RMB 20.46 billion", so that the quantity can be emphasised. */
export interface ClaimSentence {
	readonly subject: string;
	readonly quantity: string;
}

/** The claim as a sentence of `language`: entity, measure, period, quantity with its qualifier. */
export function claimSentence(claim: Claim, language: Language, glossary: Glossary = standardGlossary()): ClaimSentence {
	const subject = claimSubject(claim, language, glossary);
	const capital = language === "en" ? subject.charAt(0).toUpperCase() + subject.slice(1) : subject;
	return { subject: subject === "" ? "" : capital + colon[language], quantity: claimQuantity(claim, language) };
}

/** What a claim is about: "Ant Group's R&D spending in 2022"; "" where nothing is known of it. */
export function claimSubject(claim: Claim, language: Language, glossary: Glossary = standardGlossary()): string {
	const entity = entityName(claim.entity, language, glossary);
	const measure = measureName(claim.measure, language, glossary);
	const target = claim.kind === "target" ? targetWords[baseOf(language)] : "";
	const period = periodWords(claim.period, claim.kind, language);
	switch (language) {
		case "en": {
			const owner = entity === "" || measure === "" ? entity : `${entity}'s`;
			return [owner, [target, measure].filter(Boolean).join(""), period].filter(Boolean).join(" ");
		}
		case "ko": {
			const owner = entity === "" || measure === "" ? entity : `${entity}의`;
			return [owner, period, measure, target].filter(Boolean).join(" ");
		}
		default:
			return inScript(simplifiedSubject(entity, period, measure, target), language);
	}
}

/** The claim's quantity with its qualifier, printed in `language`. */
export function claimQuantity(claim: Claim, language: Language): string {
	if (claim.value === null) {
		const ends = [claim.low, claim.high].filter((end) => end !== null);
		return ends.length < 2
			? claim.printed
			: ends
					.map((value) => printQuantity({ value, unit: claim.unit, currency: claim.currency, qualifier: "exact" }, language))
					.join(" – ");
	}
	const { value, unit, currency, qualifier } = claim;
	return printQuantity({ value, unit, currency, qualifier }, language);
}

/** An entity's name in a language: the alias in its script where the glossary has one, else the canonical name. */
export function entityName(entity: string, language: Language, glossary: Glossary = standardGlossary()): string {
	const aliases = glossary.entities.get(entity)?.aliases ?? [];
	const script = scripts[baseOf(language)];
	const found = script ? aliases.find((alias) => script.test(alias)) : undefined;
	return found === undefined ? entity : inScript(found, language);
}

/** A measure's name in a language, or "" where the glossary is silent. */
export function measureName(measure: string, language: Language, glossary: Glossary = standardGlossary()): string {
	const label = glossary.measures.get(measure)?.label[baseOf(language)] ?? "";
	return inScript(label, language);
}

/**
 * A period in words that follow a measure's name: "in 2022", "as at 31 December 2022", "by 2030". "" for no period.
 * @param kind decides what an end date means: reached, totalled up to, or aimed at
 */
export function periodWords(period: Period, kind: ClaimKind, language: Language): string {
	const { start, end } = period;
	const say = periodTables[baseOf(language)];
	let text: string;
	if (start === null && end === null) {
		text = "";
	} else if (end === null) {
		text = say.since(date(start as string));
	} else if (start === null || start === end || kind === "target") {
		const at = date(end);
		const yearEnd = at.month === 12 && at.day === 31;
		if (kind === "target") {
			text = say.by(at, yearEnd);
		} else {
			text = kind === "cumulative" ? say.upTo(at, yearEnd) : say.at(at, yearEnd);
		}
	} else {
		const named = namedStretch(start, end);
		const wholeYears = start.endsWith("-01-01") && end.endsWith("-12-31");
		text = named ? say.in(named.year, named.part) : say.between(date(start), date(end), wholeYears);
	}
	return inScript(text, language);
}

/** A year ("2022") or a day ("2022-12-31") in words: "31 December 2022", 2022年, 2022년 12월 31일. */
export function dateWords(iso: string, language: Language): string {
	const base = baseOf(language);
	if (iso.length === 4) {
		return { en: iso, zh: `${iso}年`, ko: `${iso}년` }[base];
	}
	return { en: inEnglish, zh: inChinese, ko: inKorean }[base](date(iso));
}

interface CalendarDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

type Part = "" | "H1" | "H2" | "Q1" | "Q2" | "Q3" | "Q4" | number;

interface PeriodTable {
	/** A year, a half, a quarter or a month (1 to 12). */
	in(year: number, part: Part): string;
	at(date: CalendarDate, yearEnd: boolean): string;
	upTo(date: CalendarDate, yearEnd: boolean): string;
	by(date: CalendarDate, yearEnd: boolean): string;
	since(date: CalendarDate): string;
	between(start: CalendarDate, end: CalendarDate, wholeYears: boolean): string;
}

const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;
const inEnglish = ({ year, month, day }: CalendarDate): string => `${day} ${months[month - 1] ?? month} ${year}`;
const inChinese = ({ year, month, day }: CalendarDate): string => `${year}年${month}月${day}日`;
const inKorean = ({ year, month, day }: CalendarDate): string => `${year}년 ${month}월 ${day}일`;

const periodTables: Readonly<Record<"en" | "zh" | "ko", PeriodTable>> = {
	en: {
		in: (year, part) => {
			if (typeof part === "number") {
				return `in ${months[part - 1]} ${year}`;
			}
			const names = {
				"": "",
				H1: "the first half of ",
				H2: "the second half of ",
				Q1: "the first quarter of ",
				Q2: "the second quarter of ",
				Q3: "the third quarter of ",
				Q4: "the fourth quarter of ",
			};
			return `in ${names[part]}${year}`;
		},
		at: (at, yearEnd) => (yearEnd ? `at the end of ${at.year}` : `as at ${inEnglish(at)}`),
		upTo: (at, yearEnd) => (yearEnd ? `in total by the end of ${at.year}` : `in total by ${inEnglish(at)}`),
		by: (at, yearEnd) => (yearEnd ? `by ${at.year}` : `by ${inEnglish(at)}`),
		since: (start) => `since ${inEnglish(start)}`,
		between: (start, end, wholeYears) =>
			wholeYears ? `from ${start.year} to ${end.year}` : `from ${inEnglish(start)} to ${inEnglish(end)}`,
	},
	zh: {
		in: (year, part) => {
			if (typeof part === "number") {
				return `${year}年${part}月`;
			}
			const names = { "": "", H1: "上半年", H2: "下半年", Q1: "第一季度", Q2: "第二季度", Q3: "第三季度", Q4: "第四季度" };
			return `${year}年${names[part]}`;
		},
		at: (at, yearEnd) => (yearEnd ? `${at.year}年末` : `截至${inChinese(at)}`),
		upTo: (at, yearEnd) => (yearEnd ? `截至${at.year}年末累计` : `截至${inChinese(at)}累计`),
		by: (at, yearEnd) => (yearEnd ? `到${at.year}年` : `到${inChinese(at)}`),
		since: (start) => `${inChinese(start)}以来`,
		between: (start, end, wholeYears) =>
			wholeYears ? `${start.year}年至${end.year}年` : `${inChinese(start)}至${inChinese(end)}`,
	},
	ko: {
		in: (year, part) => {
			if (typeof part === "number") {
				return `${year}년 ${part}월`;
			}
			const names = { "": "", H1: " 상반기", H2: " 하반기", Q1: " 1분기", Q2: " 2분기", Q3: " 3분기", Q4: " 4분기" };
			return `${year}년${names[part]}`;
		},
		at: (at, yearEnd) => (yearEnd ? `${at.year}년 말` : `${inKorean(at)} 기준`),
		upTo: (at, yearEnd) => (yearEnd ? `${at.year}년 말까지 누적` : `${inKorean(at)}까지 누적`),
		by: (at, yearEnd) => (yearEnd ? `${at.year}년까지` : `${inKorean(at)}까지`),
		since: (start) => `${inKorean(start)} 이후`,
		between: (start, end, wholeYears) => (wholeYears ? `${start.year}~${end.year}년` : `${inKorean(start)}~${inKorean(end)}`),
	},
};

const colon: Readonly<Record<Language, string>> = { en: ": ", "zh-Hans": "：", "zh-Hant": "：", ko: ": " };
const targetWords = { en: "target for ", zh: "目标", ko: "목표" } as const;
const scripts = { en: null, zh: /[\u4e00-\u9fff]/, ko: /[\uac00-\ud7a3]/ } as const;

function baseOf(language: Language): "en" | "zh" | "ko" {
	return language === "en" || language === "ko" ? language : "zh";
}

function inScript(text: string, language: Language): string {
	return language === "zh-Hant" ? toTraditional(text) : text;
}

function simplifiedSubject(entity: string, period: string, measure: string, target: string): string {
	return [entity, period, measure, target].filter(Boolean).join("");
}

function date(iso: string): CalendarDate {
	const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
	return { year, month, day };
}

const stretches: Readonly<Record<string, Part>> = {
	"01-01/12-31": "",
	"01-01/06-30": "H1",
	"07-01/12-31": "H2",
	"01-01/03-31": "Q1",
	"04-01/06-30": "Q2",
	"07-01/09-30": "Q3",
	"10-01/12-31": "Q4",
};

function namedStretch(start: string, end: string): { year: number; part: Part } | null {
	const from = date(start);
	const to = date(end);
	if (from.year !== to.year) {
		return null;
	}
	const part = stretches[`${start.slice(5)}/${end.slice(5)}`];
	if (part !== undefined) {
		return { year: from.year, part };
	}
	const lastDay = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
	return from.month === to.month && from.day === 1 && to.day === lastDay ? { year: from.year, part: from.month } : null;
}
