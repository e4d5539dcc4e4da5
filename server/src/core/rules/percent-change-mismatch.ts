import { changeBetween, findChanges, isChange, isInPoints } from "../arithmetic/changes.ts";
import { findTableChanges } from "../arithmetic/tableChanges.ts";
import { Decimal } from "../decimal.ts";
import type { Figure, Fix } from "../model.ts";
import { type Placed, pointAt, printComputed, useComputed } from "./arithmeticRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { draftLanguage, say } from "./say.ts";

/** A change, in percent or in points, that is not the change between the two values printed beside it. */
export const percentChangeMismatch: Rule = {
	id: "percent-change-mismatch",
	severity: "error",
	summary: "A stated change disagrees beyond rounding with the two values it is between.",
	why: "Growth and reduction are what readers quote; one that its own two values contradict will be quoted wrong.",
	*check(context) {
		for (const { passage } of context.passages) {
			for (const { before, after, rate, direction } of passage.kind === "quote" ? [] : findChanges(passage, "percent")) {
				if (!isChange(before, after, rate, direction)) {
					const place = (figure: Figure): Placed => ({ passage, figure });
					yield report({ before: place(before), after: place(after), rate: place(rate), worded: direction !== null }, context);
				}
			}
		}
		for (const { change, before, after, reduction } of findTableChanges(context.block.content)) {
			yield report({ before, after, rate: change, worded: reduction }, context);
		}
	},
};

interface Wrong {
	readonly before: Placed;
	readonly after: Placed;
	readonly rate: Placed;
	/** Words say whether it went up or down, so that the figure has no sign. */
	readonly worded: boolean;
}

function report({ before, after, rate, worded }: Wrong, context: RuleContext): BlockFinding {
	const { language } = context.settings;
	const [a, b, stated] = [before.figure.text, after.figure.text, rate.figure.text];
	const isAbsolute = !["%", "pp", "bp", "‰"].includes(rate.figure.unit ?? "");
	const inPoints = isInPoints(before.figure, after.figure, rate.figure);
	const computed = computedChange(before.figure, after.figure, rate.figure, isAbsolute);
	// What the words about the change say of its direction is theirs, unless they are what is wrong.
	const shown = computed && (worded ? computed.abs() : computed);
	const printed = shown ? printComputed(shown, rate.figure) : "";
	const other = printed === stated;
	const message = inPoints
		? say(language, {
				en: `From ${a} to ${b} is a change of ${points(rate.figure, "en")}, not of ${stated}: a change between percentages is counted in percentage points. Say "percentage points".`,
				zh: `从${a}到${b}变动了${points(rate.figure, "zh")}，不是${stated}：百分比之间的变动以百分点计。请写“百分点”。`,
				ko: `${a}에서 ${b}(으)로의 변화는 ${stated}이(가) 아니라 ${points(rate.figure, "ko")}입니다. 비율 사이의 변화는 퍼센트포인트로 적으세요.`,
			})
		: other || computed === null
			? say(language, {
					en: `From ${a} to ${b} is ${(computed?.sign ?? 0) < 0 ? "a decrease" : "an increase"}, and the text says otherwise. Correct the direction or the values.`,
					zh: `从${a}到${b}是${(computed?.sign ?? 0) < 0 ? "减少" : "增加"}，与文中说法相反。请改正方向或数值。`,
					ko: `${a}에서 ${b}(으)로는 ${(computed?.sign ?? 0) < 0 ? "감소" : "증가"}인데 본문은 반대로 적혀 있습니다. 방향이나 수치를 고치세요.`,
				})
			: say(language, {
					en: `From ${a} to ${b} is a change of ${printed}, not of ${stated}. Correct the change or the value that is wrong.`,
					zh: `从${a}到${b}的变动是${printed}，不是${stated}。请改正变动幅度或有误的数值。`,
					ko: `${a}에서 ${b}(으)로의 변화는 ${stated}이(가) 아니라 ${printed}입니다. 변화율이나 틀린 수치를 고치세요.`,
				});
	return {
		span: context.source(rate.passage, rate.figure),
		message,
		fixes: inPoints
			? [sayPoints(rate, context)]
			: shown && !other && !(shown.sign < 0 && isSignedPlus(rate))
				? useComputed(rate, shown, context)
				: [],
		related: [
			...pointAt([before], { en: "Before: ", zh: "变动前：", ko: "변화 전: " }, context),
			...pointAt([after], { en: "After: ", zh: "变动后：", ko: "변화 후: " }, context),
		],
	};
}

/** A plus sign stands outside its figure: a minus behind it would not read. */
function isSignedPlus({ passage, figure }: Placed): boolean {
	return /[+＋↑▲]\s*$/.test(passage.text.slice(0, figure.start));
}

/** The change that the values make, in the unit of the stated one. */
function computedChange(before: Figure, after: Figure, rate: Figure, isAbsolute: boolean): Decimal | null {
	if (isAbsolute) {
		return before.unit === after.unit && (rate.unit === null || before.unit === rate.unit)
			? changeBetween(before, after, true)
			: null;
	}
	const change = changeBetween(before, after, rate.unit === "pp" || rate.unit === "bp");
	return (
		change && (rate.unit === "bp" ? change.times(Decimal.of(100)) : rate.unit === "‰" ? change.times(Decimal.of(10)) : change)
	);
}

function points(rate: Figure, language: "en" | "zh" | "ko"): string {
	const words = { en: " percentage points", zh: "个百分点", ko: "%p" };
	return `${rate.style.prefix}${rate.style.numeral}${words[language]}`;
}

function sayPoints(rate: Placed, context: RuleContext): Fix {
	const newText = points(rate.figure, draftLanguage(rate.passage.language));
	return {
		title: say(context.settings.language, {
			en: `Say percentage points: ${newText}`,
			zh: `改为百分点：${newText}`,
			ko: `퍼센트포인트로 바꾸기: ${newText}`,
		}),
		safe: false,
		edits: [{ span: context.source(rate.passage, rate.figure), newText }],
	};
}
