import {
	findTableShares,
	findTooManyShares,
	findWrongShares,
	shareOf,
	type TooManyShares,
	type WrongShare,
} from "../arithmetic/shares.ts";
import { pointAt, printComputed, useComputed } from "./arithmeticRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/** A share that is not its part divided by its whole, or shares of one whole that come to more than all of it. */
export const shareMismatch: Rule = {
	id: "share-mismatch",
	severity: "error",
	summary: "A part, its whole and the stated share disagree beyond rounding, or shares of one whole exceed 100%.",
	why: "A share is checked with one division; when it fails, nobody can tell which of the three numbers is right.",
	*check(context) {
		for (const { passage } of context.passages) {
			if (passage.kind !== "quote") {
				for (const wrong of findWrongShares(passage)) {
					yield* report(wrong, context);
				}
				for (const many of findTooManyShares(passage)) {
					yield tooMany(many, context);
				}
			}
		}
		for (const wrong of findTableShares(context.block.content)) {
			yield* report(wrong, context);
		}
	},
};

function* report({ part, whole, share }: WrongShare, context: RuleContext): Generator<BlockFinding> {
	const computed = shareOf(part.figure, whole.figure);
	if (!computed) {
		return;
	}
	const printed = printComputed(computed, share.figure);
	const [a, b, stated] = [part.figure.text, whole.figure.text, share.figure.text];
	yield {
		span: context.source(share.passage, share.figure),
		message: say(context.settings.language, {
			en: `${a} of ${b} is ${printed}, not ${stated}. Correct the share, or the number that is wrong.`,
			zh: `${b}中的${a}占${printed}，不是${stated}。请改正占比或有误的数值。`,
			ko: `${b} 중 ${a}은(는) ${stated}이(가) 아니라 ${printed}입니다. 비율이나 틀린 수치를 고치세요.`,
		}),
		fixes: useComputed(share, computed, context),
		related: [
			...pointAt([part], { en: "The part: ", zh: "部分：", ko: "부분: " }, context),
			...pointAt([whole], { en: "The whole: ", zh: "总体：", ko: "전체: " }, context),
		],
	};
}

function tooMany({ passage, shares, sum }: TooManyShares, context: RuleContext): BlockFinding {
	const last = shares.at(-1) as TooManyShares["shares"][number];
	return {
		span: context.source(passage, last),
		message: say(context.settings.language, {
			en: `These shares of one whole come to ${sum}%, more than all of it. Correct the one that is wrong, or say that they overlap.`,
			zh: `同一总体的各项占比合计为${sum}%，超过100%。请改正有误的占比，或说明各项有重叠。`,
			ko: `한 전체의 비율을 모두 더하면 ${sum}%로 100%를 넘습니다. 틀린 비율을 고치거나 서로 겹친다고 밝히세요.`,
		}),
		related: pointAt(
			shares.slice(0, -1).map((figure) => ({ passage, figure })),
			{ en: "Another share: ", zh: "另一占比：", ko: "다른 비율: " },
			context,
		),
	};
}
