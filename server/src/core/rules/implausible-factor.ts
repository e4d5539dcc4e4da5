import { findOddFactors, findOddRows, printFactor } from "../arithmetic/factors.ts";
import { Decimal } from "../decimal.ts";
import { pointAt } from "./arithmeticRule.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/** An activity and its carbon whose ratio is far from every published emission factor. */
export const implausibleFactor: Rule = {
	id: "implausible-factor",
	severity: "information",
	summary: "An activity and the emissions that go with it imply an emission factor far outside the published ones.",
	why: "A slip of unit or scale (tonnes of paper for sheets, kWh for MWh) shows in the factor; an assurer computes it first.",
	*check(context) {
		const stated = context.passages.flatMap(({ passage }) => (passage.kind === "quote" ? [] : findOddFactors(passage)));
		for (const { activity, carbon, band, implied } of [...stated, ...findOddRows(context.block.content)]) {
			const [low, high] = [band.low, band.high].map((bound) => printFactor(Decimal.parse(bound)));
			const [a, c, factor] = [activity.figure.text, carbon.figure.text, printFactor(implied)];
			yield {
				span: context.source(carbon.passage, carbon.figure),
				message: say(context.settings.language, {
					en: `${c} for ${a} is ${factor} of CO2 for ${band.name.en}; published factors lie between ${low} and ${high} (${band.source}). Check units and scale, or state the factor.`,
					zh: `${a}对应${c}，即${band.name.zh}${factor}二氧化碳；公开的排放因子在${low}至${high}之间（${band.source}）。请核对单位和数量级，或写明所用因子。`,
					ko: `${a}에 ${c}이면 ${band.name.ko}당 이산화탄소 ${factor}입니다. 공개된 배출계수는 ${low}~${high}입니다(${band.source}). 단위와 자릿수를 확인하거나 계수를 밝히세요.`,
				}),
				related: pointAt([activity], { en: "The activity: ", zh: "活动数据：", ko: "활동량: " }, context),
			};
		}
	},
};
