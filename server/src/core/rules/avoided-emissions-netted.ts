import {
	avoidedWords,
	countedAsOwn,
	footprintWords,
	nettedBefore,
	nettedBehind,
	notNetted,
} from "../../../data/wording/avoided.ts";
import type { Passage } from "../draft/draft.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Span } from "../model.ts";
import { clauseAt, isQuoted, matchesIn, proseOf, sentenceAt } from "../wording/prose.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/**
 * Emissions that customers or borrowers avoid are set against the reporter's own footprint: taken off it, said to offset it, or
 * counted as its reduction. Naming both in one sentence is no fault, and neither is saying that they are kept apart.
 */
export const avoidedEmissionsNetted: Rule = {
	id: "avoided-emissions-netted",
	severity: "information",
	summary: "Avoided emissions are presented as a reduction of the footprint.",
	why: "Avoided emissions are somebody else's: they are no part of Scopes 1 to 3, and a net figure hides what the company emits.",
	*check(context) {
		const { language } = context.settings;
		for (const { passage } of context.passages) {
			for (const span of passage.kind === "heading" || passage.kind === "quote" ? [] : nettedIn(passage)) {
				const said = passage.text.slice(span.start, span.end);
				yield {
					span: context.source(passage, span),
					message: say(language, {
						en: `"${said}" is set against the company's own emissions, but no Scope 1, 2 or 3 figure may be reduced by what others avoid. Report it separately, and say that it is not part of the footprint.`,
						zh: `“${said}”被用来冲抵自身排放，但他人避免的排放不能减少范围一、二、三的数字。请单独披露，并说明其不计入自身碳足迹。`,
						ko: `'${said}'을(를) 자사 배출량에서 빼고 있지만, 다른 이가 피한 배출은 스코프 1·2·3을 줄이지 않습니다. 따로 보고하고 배출량에 포함되지 않는다고 밝히세요.`,
					}),
				};
			}
		}
	},
};

const avoided = new RegExp(oneOf(avoidedWords), "gi");
const before = new RegExp(oneOf(nettedBefore), "i");
const behind = new RegExp(oneOf(nettedBehind), "i");
const counted = new RegExp(oneOf(countedAsOwn), "i");
const footprint = new RegExp(oneOf(footprintWords), "i");
const kept = new RegExp(oneOf(notNetted), "i");

/** How far on in a sentence what follows from the avoided emissions is looked for, in UTF-16 units. */
const reach = 200;

function* nettedIn(passage: Passage): Generator<Span> {
	const prose = proseOf(passage);
	const { text } = prose;
	for (const match of matchesIn(text, { start: 0, end: text.length }, avoided)) {
		const span = { start: match.index, end: match.index + match[0].length };
		const sentence = sentenceAt(prose, span.start);
		const clause = clauseAt(text, sentence, span);
		const ahead = text.slice(clause.start, span.start);
		const after = text.slice(span.end, Math.min(sentence.end, span.end + reach));
		const rest = text.slice(span.end, clause.end);
		const whole = text.slice(Math.max(sentence.start, span.start - reach), Math.min(sentence.end, span.end + reach));
		const withoutIt = text.slice(Math.max(sentence.start, span.start - reach), span.start) + after;
		const netted = (before.test(ahead) && footprint.test(withoutIt)) || behind.test(rest) || counted.test(after);
		if (netted && !kept.test(whole) && !isQuoted(text, span)) {
			yield prose.span(span);
		}
	}
}
