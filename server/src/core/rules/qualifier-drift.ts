import { qualifierWords } from "../figures/printFigure.ts";
import { judged, printClaim, qualified } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { nameSource, printLanguage, say } from "./say.ts";

/** The source qualifies its figure ("over", "nearly", "about"); the draft says something else or nothing. */
export const qualifierDrift: Rule = {
	id: "qualifier-drift",
	severity: "warning",
	summary: "The source says more than, nearly, about or less than, and the draft says something else or nothing.",
	why: "A bound stated as an exact value claims a precision that the source does not give.",
	*check(context) {
		for (const found of judged(context, "qualifier-drift")) {
			const { claim, figure, language, span, at } = found;
			const said = printClaim(claim, language);
			const source = nameSource(claim, language);
			const own = figure.qualifierSpan ? at.passage.text.slice(figure.qualifierSpan.start, figure.qualifierSpan.end).trim() : "";
			const words = qualifierWords(claim.qualifier, printLanguage(language));
			const word = (words.before || words.after).trim();
			const whole = qualified(at, figure, figure.text, claim);
			yield {
				span,
				message: say(language, {
					en: `The source says ${said} (${source}). ${own === "" ? `Without '${word}' the draft is more exact than its source: restore '${word}'.` : `The draft's '${own}' says something else: ${word === "" ? "state it as the source does" : `write '${word}'`}.`}`,
					zh: `来源写的是${said}（${source}）。${own === "" ? `草稿漏掉了“${word}”，说得比来源确切；请补上。` : `草稿写作“${own}”，意思不同；请${word === "" ? "按来源表述" : `改为“${word}”`}。`}`,
					ko: `출처에는 ${said}(으)로 나옵니다(${source}). ${own === "" ? `초안은 '${word}'을(를) 빠뜨려 출처보다 단정적이니 되살리세요.` : `초안의 '${own}'은(는) 뜻이 다르니 ${word === "" ? "출처대로 쓰세요" : `'${word}'(으)로 바꾸세요`}.`}`,
				}),
				fixes: [
					{
						title: say(language, {
							en: `Write '${whole.text}', as the source does`,
							zh: `按来源写作“${whole.text}”`,
							ko: `출처대로 쓰기: ${whole.text}`,
						}),
						safe: true,
						edits: [{ span: context.source(at.passage, whole.span), newText: whole.text }],
					},
				],
				claims: [claim.id],
			};
		}
	},
};
