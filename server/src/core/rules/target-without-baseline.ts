import {
	baselineStatements,
	namedPeriods,
	neutralityCommitted,
	neutralityCommittedBehind,
	othersTargets,
	ownSelf,
	reducedThings,
	reductionBefore,
	reductionBehind,
	resultMarks,
	targetMarks,
	targetYears,
	yearlyChange,
} from "../../../data/wording/baseline.ts";
import { neutralityNames, neutralityTerms, policyBefore } from "../../../data/wording/neutrality.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { chapterFacts, facts, factsAround } from "../wording/chapters.ts";
import { clauseAt, isQuoted, matchesIn, proseOf, sentenceAt } from "../wording/prose.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/**
 * A reduction target in per cent that names no base year or no target year, neither in its sentence nor in its chapter. A
 * target of net zero needs the year only. Results, yearly changes, and the targets of countries and suppliers are none.
 */
export const targetWithoutBaseline: Rule = {
	id: "target-without-baseline",
	severity: "warning",
	summary: "A reduction target names no base year or no target year.",
	why: "A percentage says nothing without what it is measured against, and nobody can check a target that has no date.",
	dependsOnNear(draft, block) {
		return candidatesIn(block.content).length === 0
			? ""
			: chapterFacts(draft, block)
					.map((all) => all & asked)
					.join();
	},
	*check(context) {
		for (const candidate of candidatesIn(context.block.content)) {
			const around = factsAround(context.draft, context.block, candidate.passage);
			const base = candidate.base || (around & (facts.baseYear | facts.statedBase)) !== 0;
			const year = candidate.year || (around & (candidate.neutrality ? facts.netZeroYear : facts.targetYear)) !== 0;
			if (!base || !year) {
				yield finding(context, candidate, base, year);
			}
		}
	},
};

const asked = facts.baseYear | facts.targetYear | facts.statedBase | facts.netZeroYear;

function finding(context: RuleContext, { passage, span, neutrality }: Candidate, base: boolean, year: boolean): BlockFinding {
	const { language } = context.settings;
	const said = passage.text.slice(span.start, span.end);
	const both = !base && !year;
	const texts = neutrality
		? {
				en: `The target "${said}" names no year, so nobody can tell when it is due or whether it is met. Write by which year.`,
				zh: `“${said}”这一目标没有写明年份，读者无从判断何时实现、是否实现。请写明目标年。`,
				ko: `'${said}' 목표에 연도가 없어 언제까지인지, 달성했는지 알 수 없습니다. 목표 연도를 쓰세요.`,
			}
		: {
				en: `The reduction target of ${said} names no ${both ? "base year and no target year" : base ? "target year" : "base year"}, so a reader cannot tell ${base ? "when it is due" : "what it is measured against"}. Write ${base ? "by which year" : both ? "from which year's level and by which year" : "from which year's level"}.`,
				zh: `${said}的减排或节约目标没有写明${both ? "基准年和目标年" : base ? "目标年" : "基准年"}，读者无从判断${base ? "何时实现" : "以什么为基准"}。请写明${both ? "较哪一年、到哪一年" : base ? "到哪一年实现" : "较哪一年"}。`,
				ko: `${said} 감축 목표에 ${both ? "기준연도와 목표연도가" : base ? "목표연도가" : "기준연도가"} 없어 ${base ? "언제까지인지" : "무엇을 기준으로 하는지"} 알 수 없습니다. ${both ? "어느 해 대비, 언제까지인지" : base ? "언제까지인지" : "어느 해 대비인지"} 쓰세요.`,
			};
	return { span: context.source(passage, span), message: say(language, texts), ...(neutrality ? { once: "neutrality" } : {}) };
}

/** A reduction target, with what its sentence says. */
interface Candidate {
	readonly passage: Passage;
	/** Of the percentage, or of the word of neutrality; in the passage's text. */
	readonly span: Span;
	readonly base: boolean;
	readonly year: boolean;
	readonly neutrality: boolean;
}

const things = new RegExp(oneOf(reducedThings), "i");
const before = new RegExp(oneOf(reductionBefore), "i");
const behind = new RegExp(oneOf(reductionBehind), "i");
const target = new RegExp(oneOf(targetMarks), "i");
const result = new RegExp(oneOf(resultMarks), "i");
const others = new RegExp(oneOf(othersTargets), "i");
const base = new RegExp(oneOf([...baselineStatements.year, ...yearlyChange, ...namedPeriods]), "i");
const year = new RegExp(oneOf([...targetYears, ...yearlyChange, ...namedPeriods]), "i");
const anyYear = /(?<!\d)20\d\d(?!\d)/;
const terms = new RegExp(oneOf(neutralityTerms), "gi");
const names = new RegExp(`^(?:${neutralityNames.join("|")})`, "i");
const policy = new RegExp(oneOf(policyBefore));
const committed = new RegExp(oneOf(neutralityCommitted), "i");
const committedBehind = new RegExp(oneOf(neutralityCommittedBehind));
const own = new RegExp(oneOf(ownSelf), "i");

/** Targets of a block, in order, one a sentence. Headings repeat what the text says, and quotes are somebody else's. */
const candidatesIn = oncePer((content: BlockContent): readonly Candidate[] => {
	const found: Candidate[] = [];
	for (const passage of content.passages) {
		if (passage.kind !== "heading" && passage.kind !== "quote" && passage.kind !== "footnote") {
			found.push(...percentTargets(passage), ...neutralityTargets(passage));
		}
	}
	return found;
});

function* percentTargets(passage: Passage): Generator<Candidate> {
	const percentages = passage.figures.filter(({ unit, checkworthy }) => unit === "%" && checkworthy);
	if (percentages.length === 0 || !things.test(proseOf(passage).text)) {
		return;
	}
	const prose = proseOf(passage);
	const { text } = prose;
	let done = -1;
	for (const { start, end } of percentages) {
		const span = { start: prose.at(start), end: prose.at(end) };
		const sentence = sentenceAt(prose, span.start);
		if (sentence.start === done) {
			continue;
		}
		const clause = clauseAt(text, sentence, span);
		const ahead = text.slice(clause.start, span.start);
		const after = text.slice(span.end, clause.end);
		const reduced = before.test(ahead) || behind.test(after);
		if (!reduced || result.test(`${ahead} ${after}`) || isQuoted(text, span)) {
			continue;
		}
		const whole = text.slice(sentence.start, sentence.end).slice(0, longestSentence);
		if (things.test(whole) && target.test(whole) && !others.test(whole)) {
			done = sentence.start;
			yield { passage, span: { start, end }, base: base.test(whole), year: year.test(whole), neutrality: false };
		}
	}
}

/** A bound where a text has no full stops, in UTF-16 units. */
const longestSentence = 1000;

function* neutralityTargets(passage: Passage): Generator<Candidate> {
	const prose = proseOf(passage);
	const { text } = prose;
	for (const match of matchesIn(text, { start: 0, end: text.length }, terms)) {
		const span = { start: match.index, end: match.index + match[0].length };
		const sentence = sentenceAt(prose, span.start);
		const clause = clauseAt(text, sentence, span);
		const ahead = text.slice(clause.start, span.start);
		const after = text.slice(span.end, clause.end);
		const whole = text.slice(sentence.start, sentence.end).slice(0, longestSentence);
		const isTarget = (committed.test(ahead) && !names.test(after) && own.test(whole)) || committedBehind.test(after);
		if (isTarget && !policy.test(ahead) && !others.test(whole) && !isQuoted(text, span)) {
			yield { passage, span: prose.span(span), base: true, year: anyYear.test(whole) || year.test(whole), neutrality: true };
		}
	}
}
