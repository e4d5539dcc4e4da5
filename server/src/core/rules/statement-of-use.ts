import { looseClaims, reportWords, statementForms } from "../../../data/frameworks/citationWords.ts";
import type { Passage } from "../draft/draft.ts";
import { indexCitations } from "../frameworks/citationIndex.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Fix, Span } from "../model.ts";
import type { Rule } from "./rule.ts";
import { draftLanguage, say } from "./say.ts";

const before = new RegExp(oneOf(looseClaims.before));
const behind = new RegExp(oneOf(looseClaims.behind));
const report = new RegExp(oneOf(reportWords), "i");
const form = new RegExp(oneOf(statementForms));

/**
 * A report says that it follows GRI in words of its own. GRI 1 knows two forms, "in accordance with" and "with reference to",
 * and they promise different things. Said once, and not at all where the draft uses one of them anywhere.
 */
export const statementOfUse: Rule = {
	id: "statement-of-use",
	severity: "warning",
	summary: "GRI is claimed without the form of words that the standard prescribes.",
	why: '"According to GRI" leaves open whether all requirements are met or only some are used, and GRI does not accept it.',
	dependsOn(draft) {
		return String(indexCitations(draft).stated);
	},
	*check(context) {
		if (indexCitations(context.draft).stated) {
			return;
		}
		const { language } = context.settings;
		for (const { passage } of context.passages) {
			for (const { framework, code, span } of passage.kind === "heading" || passage.kind === "quote" ? [] : passage.citations) {
				const claim = framework === "GRI" && code === null ? looseClaim(passage, span) : null;
				if (!claim) {
					continue;
				}
				const said = passage.text
					.slice(claim.start, claim.end)
					.replace(/^[\s)）]+/, "")
					.trim();
				yield {
					span: context.source(passage, { start: Math.min(claim.start, span.start), end: Math.max(claim.end, span.end) }),
					message: say(language, {
						en: `"${said}" is not a form of words that GRI 1 accepts: it leaves open whether every requirement is met. Write "in accordance with" or "with reference to" the GRI Standards.`,
						zh: `“${said}”不是GRI 1认可的表述，读者无从知道是否满足全部要求。请写“依照”或“参照”GRI标准。`,
						ko: `'${said}'은(는) GRI 1이 인정하는 표현이 아니어서 모든 요구사항을 충족하는지 알 수 없습니다. "부합하여(in accordance with)" 또는 "참조하여(with reference to)"라고 쓰세요.`,
					}),
					fixes: fixesFor(passage, claim, span).map(
						(words): Fix => ({
							title: say(language, {
								en: `Write "${words.trim()}"`,
								zh: `改为“${words.trim()}”`,
								ko: `"${words.trim()}"(으)로 쓰기`,
							}),
							safe: false,
							edits: [{ span: context.source(passage, claim), newText: words }],
						}),
					),
					once: "",
				};
			}
		}
	},
};

/** The words by which the sentence claims GRI, or null where it says nothing of the report or uses a form that is accepted. */
function looseClaim({ text, sentences }: Passage, span: Span): Span | null {
	const sentence = sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? { start: 0, end: text.length };
	const whole = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
	if (!report.test(whole) || form.test(whole)) {
		return null;
	}
	const from = Math.max(sentence.start, span.start - 60);
	const ahead = before.exec(text.slice(from, span.start));
	if (ahead) {
		return { start: from + ahead.index, end: span.start };
	}
	const after = behind.exec(text.slice(span.end, span.end + 40));
	return after ? { start: span.end, end: span.end + after[0].length } : null;
}

/** The two accepted forms in the place of the claim's words. */
function fixesFor({ text, language }: Passage, claim: Span, span: Span): string[] {
	const said = text.slice(claim.start, claim.end);
	const own = draftLanguage(language);
	if (own === "ko" || claim.start >= span.end) {
		const noun = /^ ?[)）]? ?(?:[Ss]tandards?|기준|표준|스탠다드|가이드라인)/.exec(said)?.[0] ?? "";
		const object = said.includes("를") ? "를" : "을";
		return [`${noun}에 부합하여`, `${noun}${object} 참조하여`];
	}
	const tail = /《$/.exec(said)?.[0] ?? "";
	if (own === "zh") {
		return [`依照${tail}`, `参照${tail}`];
	}
	const article = / the $/.test(said) ? " the " : " ";
	const capital = /^[A-Z]/.test(said);
	return [`${capital ? "In" : "in"} accordance with${article}`, `${capital ? "With" : "with"} reference to${article}`];
}
