/** What completion and hovers say about a disclosure, in the languages of messages. */
import { labelIn } from "../core/frameworks/label.ts";
import { type Entry, findEntries, findFramework } from "../core/frameworks/registry.ts";
import type { Language, MessageLanguage } from "../core/model.ts";
import { fill } from "./words.ts";

interface DisclosureWords {
	readonly status: Readonly<Record<Entry["status"], string>>;
	/** `{from}` and `{until}` are days; counted by publication or by period. */
	readonly from: Readonly<Record<"published" | "period", string>>;
	readonly until: Readonly<Record<"published" | "period", string>>;
	readonly between: Readonly<Record<"published" | "period", string>>;
	/** `{codes}` take its place; have taken it, and will. */
	readonly successor: string;
	readonly next: string;
	readonly edition: string;
	readonly comma: string;
	readonly stop: string;
}

const texts: Readonly<Record<MessageLanguage, DisclosureWords>> = {
	en: {
		status: { current: "in force", issued: "issued, not yet in force", superseded: "superseded", withdrawn: "withdrawn" },
		from: { published: "for reports published from {from}", period: "for periods from {from}" },
		until: { published: "for reports published until {until}", period: "for periods that begin until {until}" },
		between: {
			published: "for reports published from {from} to {until}",
			period: "for periods that begin from {from} to {until}",
		},
		successor: "use {codes} instead",
		next: "then {codes}",
		edition: "edition {edition}",
		comma: ", ",
		stop: ".",
	},
	zh: {
		status: { current: "现行", issued: "已发布，尚未生效", superseded: "已被取代", withdrawn: "已撤回" },
		from: { published: "适用于 {from} 起发布的报告", period: "适用于 {from} 起的报告期间" },
		until: { published: "适用于 {until} 前发布的报告", period: "适用于 {until} 前开始的报告期间" },
		between: { published: "适用于 {from} 至 {until} 发布的报告", period: "适用于 {from} 至 {until} 开始的报告期间" },
		successor: "请改用 {codes}",
		next: "之后为 {codes}",
		edition: "{edition} 年版",
		comma: "，",
		stop: "。",
	},
	ko: {
		status: { current: "시행 중", issued: "발표됨, 시행 전", superseded: "대체됨", withdrawn: "폐지됨" },
		from: { published: "{from}부터 발간되는 보고서에 적용", period: "{from}부터 시작하는 기간에 적용" },
		until: { published: "{until}까지 발간된 보고서에 적용", period: "{until}까지 시작한 기간에 적용" },
		between: { published: "{from}~{until} 발간 보고서에 적용", period: "{from}~{until}에 시작하는 기간에 적용" },
		successor: "{codes}을(를) 쓰세요",
		next: "이후 {codes}",
		edition: "{edition}판",
		comma: ", ",
		stop: ".",
	},
};

/** Whether it holds, for which reports, and what takes its place: "in force, for reports published from 2018-07-01". */
export function statusText(entry: Entry, language: MessageLanguage): string {
	const words = texts[language];
	const framework = findFramework(entry.framework);
	const dated = framework?.datedBy ?? "period";
	const { from, until, status } = entry;
	const successors = entry.successors.map((code) => `${entry.framework} ${code}`).join(words.comma);
	const dates = from === null ? (until === null ? null : words.until) : until === null ? words.from : words.between;
	return [
		words.status[status],
		...(dates ? [fill(dates[dated], { from: from ?? "", until: until ?? "" })] : []),
		...(successors === "" ? [] : [fill(status === "current" ? words.next : words.successor, { codes: successors })]),
	].join(words.comma);
}

/** The framework's name with the edition: "GRI Standards, edition 2016". */
export function frameworkText(entry: Entry, language: MessageLanguage): string {
	const words = texts[language];
	const name = findFramework(entry.framework)?.label[language] ?? entry.framework;
	return entry.edition === "" ? name : `${name}${words.comma}${fill(words.edition, { edition: entry.edition })}`;
}

/** "Emissions · Scope 1 emissions": a disclosure's label with that of its standard. */
export function fullLabel(entry: Entry, language: Language): string {
	const standard = findEntries(entry.framework, entry.standard).find(({ edition }) => edition === entry.edition);
	const own = labelIn(entry.label, language);
	return standard && standard.code !== entry.code ? `${labelIn(standard.label, language)} · ${own}` : own;
}

/** A sentence of these parts. */
export function asSentence(text: string, language: MessageLanguage): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}${texts[language].stop}`;
}
