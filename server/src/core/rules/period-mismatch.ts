import { judged, nameDate, printClaim } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, printLanguage, say } from "./say.ts";

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
			const own = printLanguage(language);
			const period = nameDate(claim, own);
			const { subject } = found.evidence;
			const stated = subject.period && nameDate({ period: subject.period, kind: subject.kind ?? claim.kind }, own);
			const here = stated && stated !== period ? stated : null;
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
					en: `The source gives ${printClaim(claim, language)} ${period}, not ${here ?? "for the period stated here"} (${source}). Under another period it breaks comparisons: change the period, or use the figure for it.`,
					zh: `来源中${printClaim(claim, language)}是${period}的数字，而非${here ? `${here}的` : "此处所述期间的"}（${source}）。期间不对，比较就会失真；请更改期间，或改用该期间的数字。`,
					ko: `출처에서 ${printClaim(claim, language)}은(는) ${here ? `${here}의 값이` : "여기 적은 기간의 값이"} 아니라 ${period}의 값입니다(${source}). 기간이 다르면 비교가 어긋나니 기간을 고치거나 그 기간의 수치를 쓰세요.`,
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
