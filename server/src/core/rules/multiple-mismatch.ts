import { findChanges, ratioBetween, type StatedChange } from "../arithmetic/changes.ts";
import { Decimal } from "../decimal.ts";
import type { Figure } from "../model.ts";
import type { Placed } from "./arithmeticRule.ts";
import { pointAt } from "./arithmeticRule.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** "Doubled", 翻一番, 두 배 beside two values whose ratio is another by more than a tenth. */
export const multipleMismatch: Rule = {
	id: "multiple-mismatch",
	severity: "information",
	summary: 'A multiple such as "doubled" is off by more than a tenth from the ratio of the two values beside it.',
	why: "Such words are rhetoric within limits; a growth of 70% that is called doubling is what critics quote.",
	*check(context) {
		for (const { passage } of context.passages) {
			for (const change of passage.kind === "quote" ? [] : findChanges(passage, "ratio")) {
				const ratio = ratioBetween(change.before, change.after);
				if (!ratio || multiplesOf(change).some((multiple) => isWithinTenth(ratio, multiple))) {
					continue;
				}
				const { language } = context.settings;
				const place = (figure: Figure): Placed => ({ passage, figure });
				const [a, b, said] = [change.before.text, change.after.text, change.rate.text];
				const times = ratio.round(3).normalize();
				yield {
					span: context.source(passage, change.rate),
					message: say(language, {
						en: `From ${a} to ${b} is a factor of ${times}, which "${said}" misses by more than a tenth. Say what it is, or correct the values.`,
						zh: `从${a}到${b}是${times}倍，与“${said}”相差超过一成。请如实表述，或改正数值。`,
						ko: `${a}에서 ${b}(으)로는 ${times}배여서 "${said}"와(과) 10% 넘게 다릅니다. 실제 배수로 적거나 수치를 고치세요.`,
					}),
					related: [
						...pointAt([place(change.before)], { en: "Before: ", zh: "变动前：", ko: "변화 전: " }, context),
						...pointAt([place(change.after)], { en: "After: ", zh: "变动后：", ko: "변화 후: " }, context),
					],
				};
			}
		}
	},
};

/** What a multiple can mean: "grew three times" is to three times or by three times, and a decline by a factor. */
function multiplesOf({ rate, direction }: StatedChange): readonly Decimal[] {
	const value = rate.value as Decimal;
	const own = direction === "down" && value.compare(Decimal.one) > 0 ? Decimal.one.dividedBy(value, 20) : value;
	return direction === null ? [own, Decimal.one.dividedBy(value, 20)] : [own, own.plus(Decimal.one)];
}

const tenth = { low: Decimal.parse("0.9"), high: Decimal.parse("1.1") };

function isWithinTenth(ratio: Decimal, multiple: Decimal): boolean {
	return ratio.compare(multiple.times(tenth.low)) >= 0 && ratio.compare(multiple.times(tenth.high)) <= 0;
}
