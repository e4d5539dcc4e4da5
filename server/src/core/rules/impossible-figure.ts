import { netWords } from "../../../data/arithmetic/shares.ts";
import { findImpossibleDates } from "../arithmetic/dates.ts";
import { sentencesOf, words } from "../arithmetic/sentence.ts";
import { findImpossibleShares } from "../arithmetic/shares.ts";
import { WordSet } from "../arithmetic/wordSet.ts";
import type { Passage } from "../draft/draft.ts";
import type { Figure } from "../model.ts";
import { fold } from "../text/fold.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/** What cannot be: a share of more than all, fewer than no things, a day that the calendar does not have. */
export const impossibleFigure: Rule = {
	id: "impossible-figure",
	severity: "error",
	summary: "A share over 100%, a negative count or a date that does not exist.",
	why: "No source can support such a figure; it is a slip, and the first one that a reader will notice.",
	*check(context) {
		const { language } = context.settings;
		for (const { passage } of context.passages) {
			if (passage.kind === "quote") {
				continue;
			}
			for (const figure of findImpossibleShares(passage)) {
				yield {
					span: context.source(passage, figure),
					message: say(language, {
						en: `${figure.text} is more than the whole, so it cannot be a share of it. Correct it, or say what it is measured against.`,
						zh: `${figure.text}超过了总体，不可能是占比。请改正，或说明与什么相比。`,
						ko: `${figure.text}은(는) 전체보다 많아 비율일 수 없습니다. 고치거나 무엇과 비교한 값인지 밝히세요.`,
					}),
				};
			}
			for (const figure of negativeCounts(passage)) {
				yield {
					span: context.source(passage, figure),
					message: say(language, {
						en: `There cannot be fewer than none: ${figure.text} counts things. Correct it, or say that it is a change.`,
						zh: `数量不可能为负：${figure.text}。请改正，或说明这是变动数。`,
						ko: `개수는 음수일 수 없습니다: ${figure.text}. 고치거나 증감임을 밝히세요.`,
					}),
				};
			}
			yield* impossibleDates(passage, context);
		}
	},
};

const net = new WordSet(netWords);

/** Counts below zero that no word makes a change, and whose sign cannot be a dash. */
function negativeCounts(passage: Passage): Figure[] {
	const negative = passage.figures.filter((figure) => figure.kind === "count" && figure.value?.sign === -1);
	if (negative.length === 0) {
		return [];
	}
	const { cell } = passage;
	if (cell) {
		const labels = fold(`${cell.columnHeader} ${cell.rowHeader} ${passage.text}`).text.toLowerCase();
		return cell.row === 0 || net.isIn(labels) || negative.some(({ style }) => style.prefix.startsWith("(")) ? [] : negative;
	}
	return sentencesOf(passage, 1).flatMap((sentence) => {
		const text = words(sentence, sentence.span.start, sentence.span.end);
		return net.isIn(text) ? [] : sentence.figures.filter((figure) => negative.includes(figure) && isMinus(passage.text, figure));
	});
}

function isMinus(text: string, { start, style }: Figure): boolean {
	const before = text.slice(0, start);
	// "Employees – 500" and "staff -500": a dash; "came to -500" is a number.
	return (
		/负|負|마이너스|minus|negative|−/i.test(style.prefix) ||
		(style.prefix.startsWith("-") && /(?:\b(?:to|of|is|was|were|had|has|at|are)|[为有至达是：:은는이가]) *$/.test(before))
	);
}

function* impossibleDates(passage: Passage, context: RuleContext): Generator<BlockFinding> {
	const { language } = context.settings;
	for (const date of findImpossibleDates(passage)) {
		const text = passage.text.slice(date.start, date.end);
		const { fault } = date;
		if (fault.kind === "month") {
			yield {
				span: context.source(passage, date),
				message: say(language, {
					en: `There is no month ${fault.month}: ${text}. Correct the date.`,
					zh: `没有${fault.month}月：${text}。请改正日期。`,
					ko: `${fault.month}월은 없습니다: ${text}. 날짜를 고치세요.`,
				}),
			};
			continue;
		}
		const newText = `${fault.days}`;
		yield {
			span: context.source(passage, date),
			message: say(language, {
				en: `${text} does not exist: that month has ${fault.days} days. Correct the date.`,
				zh: `${text}不存在：该月只有${fault.days}天。请改正日期。`,
				ko: `${text}은(는) 없는 날짜입니다: 그 달은 ${fault.days}일까지입니다. 날짜를 고치세요.`,
			}),
			fixes: [
				{
					title: say(language, {
						en: `Use the last day of the month: ${newText}`,
						zh: `改为该月最后一天：${newText}`,
						ko: `그 달의 마지막 날로 바꾸기: ${newText}`,
					}),
					safe: false,
					edits: [{ span: context.source(passage, fault.at), newText }],
				},
			],
		};
	}
}
