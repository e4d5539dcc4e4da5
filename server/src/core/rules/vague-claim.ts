import { criteria, notAClaim, praise, praiseLaunched, praisePredicate } from "../../../data/wording/vague.ts";
import type { Passage } from "../draft/draft.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Span } from "../model.ts";
import { isQuoted, matchesIn, proseOf } from "../wording/prose.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/**
 * A product, a service or a way of working is called eco-friendly, green or the like, and its sentence has neither a figure nor a
 * label nor a reason. Names with such a word in them (green loans, 绿色信贷, 친환경 경영), aims and appeals are no claims.
 */
export const vagueClaim: Rule = {
	id: "vague-claim",
	severity: "information",
	summary: "A product or result is called eco-friendly or green, with no figure, label or criterion.",
	why: "Generic environmental claims are what readers and regulators call greenwashing; the EU bans them from 27 September 2026.",
	*check(context) {
		const { language } = context.settings;
		for (const { passage } of context.passages) {
			for (const span of passage.kind === "heading" || passage.kind === "quote" ? [] : claimsIn(passage)) {
				const said = passage.text.slice(span.start, span.end);
				yield {
					span: context.source(passage, span),
					message: say(language, {
						en: `"${said}" says nothing that a reader can check. Say what is better and by how much, or name the label or standard.`,
						zh: `“${said}”没有可核对的内容。请说明好在哪里、好多少，或写明所依据的标识或标准。`,
						ko: `'${said}'에는 독자가 확인할 내용이 없습니다. 무엇이 얼마나 나은지 쓰거나 인증·기준을 밝히세요.`,
					}),
				};
			}
		}
	},
};

const claims = new RegExp(oneOf([...praise, ...praisePredicate, ...praiseLaunched]), "gi");
const backed = new RegExp(oneOf(criteria), "i");
const wished = new RegExp(oneOf(notAClaim), "i");

/** A bound where a text has no full stops, in UTF-16 units. */
const longestSentence = 600;

function* claimsIn(passage: Passage): Generator<Span> {
	const prose = proseOf(passage);
	const { text } = prose;
	for (const sentence of prose.sentences) {
		const end = Math.min(sentence.end, sentence.start + longestSentence);
		for (const match of matchesIn(text, { start: sentence.start, end }, claims)) {
			const whole = text.slice(sentence.start, end);
			const span = { start: match.index, end: match.index + match[0].length };
			if (backed.test(whole) || /[\d?？]/.test(whole) || wished.test(whole)) {
				break;
			}
			if (!isQuoted(text, span)) {
				yield prose.span(span);
			}
		}
	}
}
