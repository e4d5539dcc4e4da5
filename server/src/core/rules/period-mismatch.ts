import { judged, namePeriod, printClaim } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/** The value is the source's, for another period or as-of date. */
export const periodMismatch: Rule = {
	id: "period-mismatch",
	severity: "warning",
	summary: "The value is the claim's, for another period or as-of date.",
	why: "A figure under the wrong year breaks every comparison that is made with it.",
	*check(context) {
		for (const found of judged(context, "period-mismatch")) {
			const { claim, figure, language, span, at } = found;
			const { passage } = at;
			const source = nameSource(claim, language);
			const period = namePeriod(claim, language);
			const year = claim.period.end?.slice(0, 4) ?? "";
			const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end);
			const dates = passage.figures.filter(
				(one) =>
					(one.kind === "date" || one.kind === "period") &&
					one.period &&
					sentence &&
					one.start >= sentence.start &&
					one.end <= sentence.end,
			);
			const only = dates.length === 1 ? dates[0] : undefined;
			const written = only ? /(?:19|20)\d\d/.exec(only.text) : null;
			const place = only && written ? { start: only.start + written.index, end: only.start + written.index + 4 } : null;
			yield {
				span,
				message: say(language, {
					en: `The source gives ${printClaim(claim, language)} ${period}, not for the period stated here (${source}). Change the period, or use the figure of this one.`,
					zh: `来源中${printClaim(claim, language)}对应的时间为${period}，与此处所述不同（${source}）。请更改时间，或改用此时间的数字。`,
					ko: `출처에서 ${printClaim(claim, language)}은(는) ${period}의 값으로, 여기 적은 기간과 다릅니다(${source}). 기간을 고치거나 이 기간의 수치를 쓰세요.`,
				}),
				fixes:
					place && year
						? [
								{
									title: say(language, {
										en: `Change the year to ${year}`,
										zh: `将年份改为${year}`,
										ko: `연도를 ${year}(으)로 바꾸기`,
									}),
									safe: false,
									edits: [{ span: context.source(passage, place), newText: year }],
								},
							]
						: [],
				claims: [claim.id],
			};
		}
	},
};
