import {
	achievedBefore,
	achievedBehind,
	achievedChinese,
	neutralityNames,
	neutralityTerms,
	neutralThings,
	neutralThingsChinese,
	notAchieved,
	othersNeutrality,
	pastYearChinese,
	policyBefore,
} from "../../../data/wording/neutrality.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Fix, MessageLanguage, Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { chapterFacts, facts, factsAround } from "../wording/chapters.ts";
import { clauseAt, isQuoted, matchesIn, proseOf, sentenceAt } from "../wording/prose.ts";
import type { Rule } from "./rule.ts";
import { draftLanguage, say } from "./say.ts";

/**
 * Carbon neutrality is stated as achieved, and its chapter does not give all of what a reader needs to believe it: the emissions
 * it covers, the credits that offset them, and who verified it. Targets, pledges, names of policies and funds, other people's
 * neutrality, questions and quotations are no such statement.
 */
export const unbackedNeutrality: Rule = {
	id: "unbacked-neutrality",
	severity: "warning",
	summary: "Carbon neutrality is stated as achieved without the emissions, the offsets and the verifier nearby.",
	why: "Without them nobody can tell whether emissions fell or credits were bought, and regulators treat the statement as misleading.",
	dependsOnNear(draft, block) {
		return candidatesIn(block.content).length === 0
			? ""
			: chapterFacts(draft, block)
					.map((all) => all & asked)
					.join();
	},
	*check(context) {
		const { draft, block, settings } = context;
		const { language } = settings;
		const candidates = candidatesIn(block.content);
		const year = candidates.length === 0 ? null : lastYear(reportDate(draft.frontMatter, settings));
		for (const { passage, span, year: only } of candidates) {
			const missing = asked & ~factsAround(draft, block, passage);
			if (missing === 0 || (only !== null && (year === null || only > year))) {
				continue;
			}
			const said = passage.text.slice(span.start, span.end).trim();
			const lacks = parts.filter(([fact]) => (missing & fact) !== 0);
			yield {
				span: context.source(passage, span),
				message: say(language, {
					en: `"${said}" is stated as achieved, but nothing in this chapter gives ${list(lacks, "en")}, so a reader cannot tell what was done. State that here, or word it as a target.`,
					zh: `此处称已实现“${said}”，但本章没有给出${list(lacks, "zh")}，读者无从判断实际做了什么。请补充说明，或改为目标表述。`,
					ko: `'${said}'을(를) 달성했다고 하지만 이 장에 ${list(lacks, "ko")}이(가) 없어 독자가 무엇을 했는지 알 수 없습니다. 여기에 밝히거나 목표로 고쳐 쓰세요.`,
				}),
				fixes: [
					basisFix(passage, context.source(passage, { start: passage.text.length, end: passage.text.length }), missing, language),
				],
			};
		}
	},
};

const asked = facts.emissions | facts.offsets | facts.verifier;

const parts: readonly (readonly [fact: number, name: Readonly<Record<MessageLanguage, string>>])[] = [
	[facts.emissions, { en: "the emissions it covers", zh: "所涵盖的排放量", ko: "대상 배출량" }],
	[facts.offsets, { en: "the credits that offset them", zh: "用于抵消的碳信用", ko: "상쇄에 쓴 크레딧" }],
	[facts.verifier, { en: "who verified it", zh: "核查机构", ko: "검증기관" }],
];

function list(lacks: typeof parts, language: MessageLanguage): string {
	const names = lacks.map(([, name]) => name[language]);
	if (language === "zh") {
		return names.join("、");
	}
	return names.length > 1
		? `${names.slice(0, -1).join(", ")}${language === "ko" ? ", " : " or "}${names.at(-1)}`
		: (names[0] as string);
}

/** Appends a sentence with blanks for what is missing: the writer fills it in. */
function basisFix(passage: Passage, end: Span, missing: number, language: MessageLanguage): Fix {
	const own = draftLanguage(passage.language);
	const blanks = parts.filter(([fact]) => (missing & fact) !== 0).map(([fact]) => blank(fact)[own]);
	const newText = say(own, {
		en: ` Basis: ${blanks.join("; ")}.`,
		zh: `依据：${blanks.join("；")}。`,
		ko: ` 근거: ${blanks.join("; ")}.`,
	});
	return {
		title: say(language, {
			en: "Add a sentence with the basis, to be filled in",
			zh: "补充一句依据说明（待填写）",
			ko: "근거 문장 덧붙이기(빈칸 채우기)",
		}),
		safe: false,
		edits: [{ span: end, newText }],
	};
}

function blank(fact: number): Readonly<Record<MessageLanguage, string>> {
	switch (fact) {
		case facts.emissions:
			return { en: "Scope … emissions of … tCO2e", zh: "范围…排放量…吨二氧化碳当量", ko: "스코프 … 배출량 … tCO2e" };
		case facts.offsets:
			return {
				en: "… tCO2e of credits retired (standard, vintage)",
				zh: "注销碳信用…吨（标准、年份）",
				ko: "상쇄 크레딧 … tCO2e(표준, 발행연도)",
			};
		default:
			return { en: "verified by … against …", zh: "由…依据…核查", ko: "…이(가) …에 따라 검증" };
	}
}

/** A statement that neutrality is achieved, whatever stands around it. */
interface Candidate {
	readonly passage: Passage;
	/** In the passage's text. */
	readonly span: Span;
	/** A year is the only sign that it has happened; null where the words say so. */
	readonly year: number | null;
}

const terms = new RegExp(oneOf(neutralityTerms), "gi");
const names = new RegExp(`^(?:${neutralityNames.join("|")})`, "i");
const policy = new RegExp(oneOf(policyBefore));
const english = achievedBefore.map((pattern) => new RegExp(pattern, "i"));
const things = new RegExp(oneOf(neutralThings), "i");
const behind = new RegExp(oneOf(achievedBehind), "i");
const chinese = achievedChinese.map((pattern) => new RegExp(pattern));
const thingsChinese = new RegExp(oneOf(neutralThingsChinese));
const pastYear = new RegExp(pastYearChinese);
const denied = new RegExp(oneOf(notAchieved), "i");
const others = new RegExp(oneOf(othersNeutrality), "i");
const question = /[?？]\s*["”」』]?\s*$/;

/** Statements of a block, in order. Headings repeat what the text says, and quotes are somebody else's. */
const candidatesIn = oncePer((content: BlockContent): readonly Candidate[] => {
	const found: Candidate[] = [];
	for (const passage of content.passages) {
		if (passage.kind !== "heading" && passage.kind !== "quote") {
			found.push(...candidatesOf(passage));
		}
	}
	return found;
});

function* candidatesOf(passage: Passage): Generator<Candidate> {
	const prose = proseOf(passage);
	const { text } = prose;
	for (const match of matchesIn(text, { start: 0, end: text.length }, terms)) {
		const span = { start: match.index, end: match.index + match[0].length };
		const sentence = sentenceAt(prose, span.start);
		const achieved = isAchieved(text, sentence, span);
		if (achieved && !isQuoted(text, span) && !question.test(text.slice(sentence.start, sentence.end).slice(-8))) {
			yield { passage, span: prose.span(span), year: achieved.year };
		}
	}
}

function isAchieved(text: string, sentence: Span, span: Span): { readonly year: number | null } | null {
	const clause = clauseAt(text, sentence, span);
	const before = text.slice(clause.start, span.start);
	const after = text.slice(span.end, clause.end);
	const around = `${before} \u0000 ${after}`;
	if (policy.test(before) || denied.test(around) || others.test(around)) {
		return null;
	}
	if (behind.test(after)) {
		return { year: null };
	}
	const isName = names.test(after);
	const adjective = /neutral$/i.test(text.slice(span.start, span.end));
	const [verb, is, certified, opened, our] = english as [RegExp, RegExp, RegExp, RegExp, RegExp];
	const reached = verb.exec(before);
	// "achieved … in carbon neutral trucks": what was achieved stands right behind the verb, or is a noun.
	const isReached = reached !== null && (!adjective || before.length - reached.index < 30);
	if (!isName && (isReached || (is.test(before) && isOwnState(text, span, before)) || certified.test(before))) {
		return { year: null };
	}
	if (adjective && (opened.test(before) || our.test(before)) && things.test(after)) {
		return { year: null };
	}
	const [marked, finished, made, got] = chinese as [RegExp, RegExp, RegExp, RegExp];
	if (!isName && (marked.test(before) || finished.test(before))) {
		return { year: null };
	}
	if ((made.test(before) || got.test(before)) && thingsChinese.test(after)) {
		return { year: null };
	}
	const year = isName ? null : pastYear.exec(before);
	return year ? { year: Number(year[1]) } : null;
}

/** "We are carbon neutral", "operations are net zero": somebody's state. "The third pillar is net zero" is none. */
function isOwnState(text: string, span: Span, before: string): boolean {
	return (
		/neutral$/i.test(text.slice(span.start, span.end)) ||
		/\b(?:we|our|us|operations|company|group|bank|offices|buildings|it)\b/i.test(before)
	);
}

/** The last year that a report of that date can look back on; null where it says none. */
function lastYear({ published, periodEnd }: ReportDate): number | null {
	const day = published ?? periodEnd;
	return day === null ? null : Number(day.slice(0, 4));
}
