import { rateNames } from "../../../data/rates/wording.ts";
import { parsePeriod } from "../claims/document.ts";
import { commonRates, documentPairs, type MoneyPair } from "../conversion/documentPairs.ts";
import { flip, printRatio, roundRate } from "../conversion/rateInterval.ts";
import { documentRates } from "../conversion/statedRates.ts";
import type { BlockContent, Draft } from "../draft/draft.ts";
import type { Fix } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { fold } from "../text/fold.ts";
import { judgedPairs } from "./conversionRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { draftLanguage, say } from "./say.ts";

/** Amounts are converted and the document says nowhere at which rate. */
export const undisclosedRate: Rule = {
	id: "undisclosed-rate",
	severity: "information",
	summary:
		"Amounts are converted into another currency and no rate is disclosed; stands at the first converted amount, once a document.",
	why: "Without the rate, its date and its basis a reader cannot recompute the amounts or compare them with other reports.",
	dependsOn: (draft) => {
		const first = undisclosed(draft);
		return first ? `${first.passage.text} ${first.pair.first.start}` : "";
	},
	*check(context) {
		const first = undisclosed(context.draft);
		if (first && first.content === context.block.content) {
			yield report(first, context);
		}
	},
};

/** The first converted amount of a document that discloses no rate; null for all others. */
const undisclosed = oncePer((draft: Draft): MoneyPair | null => {
	const first = documentPairs(draft)[0];
	return first && documentRates(draft).length === 0 && !draft.blocks.some(({ content }) => namesRate(content)) ? first : null;
});

const rateWords = new RegExp(rateNames.join("|"), "i");

/** Whether a block speaks of an exchange rate: then the disclosure may be in words that no rule reads. */
const namesRate = oncePer((content: BlockContent): boolean =>
	content.passages.some((passage) => rateWords.test(fold(passage.text).text)),
);

function report(first: MoneyPair, context: RuleContext): BlockFinding {
	const { second } = first.pair;
	const { language } = context.settings;
	return {
		span: context.source(first.passage, second),
		message: say(language, {
			en: `${second.text} is a converted amount, and the report does not say at which rate. State the rate, its date and its basis once.`,
			zh: `${second.text}是换算金额，而报告没有写明汇率。请写明一次汇率、日期和依据。`,
			ko: `${second.text}은(는) 환산한 금액이지만 보고서에 환율이 없습니다. 환율과 기준일, 근거를 한 번 밝히세요.`,
		}),
		fixes: disclosure(first, context),
	};
}

/** Appends a sentence with the rate that the document's pairs imply; the writer adds its date and basis. */
function disclosure(first: MoneyPair, context: RuleContext): Fix[] {
	const { passage, base, quote, rates } = first;
	if (passage.kind === "heading" || passage.kind === "cell") {
		return [];
	}
	const { draft, settings } = context;
	const period = parsePeriod(draft.frontMatter.reportingPeriod ?? settings.reportingPeriod);
	const shared = commonRates(draft, period).find(({ agreeing }) => agreeing.includes(first))?.rates ?? rates;
	// The rate of a pair that cannot be right is the source's; where no source has one, nobody knows it.
	const at = context.passages.find((one) => one.passage === passage);
	const judged = at && [...judgedPairs(at, context)].find(({ pair }) => pair.first === first.pair.first);
	const sources = judged?.inconsistency && judged.plausible?.basis === "source" ? judged.plausible.named[0] : undefined;
	if (judged?.inconsistency && !sources) {
		return [];
	}
	const rate = sources
		? printRatio(first.pair.first.currency === quote ? sources.rate : flip(sources.rate), 6)
		: roundRate(shared);
	const newText = say(draftLanguage(passage.language), {
		en: ` Amounts are converted at 1 ${base} = ${rate} ${quote} (date and source of the rate).`,
		zh: `金额按1 ${base} = ${rate} ${quote}换算（注明汇率日期和来源）。`,
		ko: ` 금액은 1 ${base} = ${rate} ${quote}(으)로 환산했다(환율 기준일과 출처).`,
	});
	const end = { start: passage.text.length, end: passage.text.length };
	return [
		{
			title: say(settings.language, {
				en: `Disclose the rate: ${newText.trim()}`,
				zh: `写明汇率：${newText.trim()}`,
				ko: `환율 밝히기: ${newText.trim()}`,
			}),
			safe: false,
			edits: [{ span: context.source(passage, end), newText }],
		},
	];
}
