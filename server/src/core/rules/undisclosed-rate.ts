import { basisNames, rateNames } from "../../../data/rates/wording.ts";
import { dateWords } from "../claims/claimText.ts";
import { parsePeriod } from "../claims/document.ts";
import { commonRates, documentPairs, type MoneyPair } from "../conversion/documentPairs.ts";
import { flip, printRatio, roundRate } from "../conversion/rateInterval.ts";
import { blockRates } from "../conversion/statedRates.ts";
import { readFrontMatterRates, type UserRate } from "../conversion/userRates.ts";
import type { BlockContent, Draft } from "../draft/draft.ts";
import type { Fix, Language } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { fold } from "../text/fold.ts";
import { toTraditional } from "../text/traditional.ts";
import { judgedPairs } from "./conversionRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { draftLanguage, say } from "./say.ts";

/** Amounts are converted and the text says nowhere at which rate. */
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

/** The first converted amount of a document whose text discloses no rate; null for all others. */
const undisclosed = oncePer((draft: Draft): MoneyPair | null => {
	const first = documentPairs(draft)[0];
	// Readers do not see front matter: a rate that stands only there is not disclosed.
	return first && !draft.blocks.some(({ content }) => blockRates(content).length > 0 || namesRate(content)) ? first : null;
});

const rateWords = new RegExp(rateNames.join("|"), "i");

/** Whether a block speaks of an exchange rate: then the disclosure may be in words that no rule reads. */
const namesRate = oncePer((content: BlockContent): boolean =>
	content.passages.some((passage) => rateWords.test(fold(passage.text).text)),
);

/** A rate that the writers have written down where readers do not see it. */
interface KnownRate {
	readonly rate: UserRate;
	readonly place: "front matter" | "workspace";
}

function report(first: MoneyPair, context: RuleContext): BlockFinding {
	const { second } = first.pair;
	const { language } = context.settings;
	const known = knownRate(first, context);
	const place = known?.place === "workspace" ? places.workspace : places.frontMatter;
	return {
		span: context.source(first.passage, second),
		message: known
			? say(language, {
					en: `${second.text} is a converted amount, and the text does not say at which rate; ${place.en}, where readers do not see it. State the rate, its date and its basis once.`,
					zh: `${second.text}是换算金额，而正文没有写明汇率；${place.zh}，读者看不到。请在正文写明一次汇率、日期和依据。`,
					ko: `${second.text}은(는) 환산한 금액이지만 본문에 환율이 없고 ${place.ko} 독자가 볼 수 없습니다. 본문에 환율과 기준일, 근거를 한 번 밝히세요.`,
				})
			: say(language, {
					en: `${second.text} is a converted amount, and the report does not say at which rate. State the rate, its date and its basis once.`,
					zh: `${second.text}是换算金额，而报告没有写明汇率。请写明一次汇率、日期和依据。`,
					ko: `${second.text}은(는) 환산한 금액이지만 보고서에 환율이 없습니다. 환율과 기준일, 근거를 한 번 밝히세요.`,
				}),
		fixes: disclosure(first, known, context),
	};
}

const places = {
	frontMatter: { en: "it stands in the front matter only", zh: "汇率只写在文首元数据中", ko: "머리말 메타데이터에만 있어" },
	workspace: { en: "it stands in the workspace's rates only", zh: "汇率只在工作区的汇率表中", ko: "작업 공간의 환율표에만 있어" },
} as const;

/** The rate of front matter, else of the workspace, for this pair's currencies and period; those without a date are for any. */
function knownRate({ base, quote, period }: MoneyPair, { draft, settings }: RuleContext): KnownRate | null {
	const end = (period ?? reportingPeriodOf({ draft, settings }))?.end?.slice(0, 4);
	const fits = (rate: UserRate) =>
		((rate.base === base && rate.quote === quote) || (rate.base === quote && rate.quote === base)) &&
		(rate.date === "" || end === undefined || rate.date.startsWith(end));
	const own = readFrontMatterRates(draft.frontMatter.raw.rates).rates;
	const stated = own.find(fits) ?? own.find((rate) => fits({ ...rate, date: "" }));
	const workspace = stated ? undefined : settings.rates.find(fits);
	return stated ? { rate: stated, place: "front matter" } : workspace ? { rate: workspace, place: "workspace" } : null;
}

function reportingPeriodOf({ draft, settings }: Pick<RuleContext, "draft" | "settings">) {
	return parsePeriod(draft.frontMatter.reportingPeriod ?? settings.reportingPeriod);
}

/** Appends a sentence with the rate that is known, else with the one that the pairs imply, to which the writer adds date and basis. */
function disclosure(first: MoneyPair, known: KnownRate | null, context: RuleContext): Fix[] {
	const { passage } = first;
	if (passage.kind === "heading" || passage.kind === "cell") {
		return [];
	}
	const sentence = known ? knownSentence(known.rate, passage.language) : impliedSentence(first, context);
	if (sentence === null) {
		return [];
	}
	const newText =
		passage.language === "en" || passage.language === "ko"
			? ` ${sentence}`
			: passage.language === "zh-Hant"
				? toTraditional(sentence)
				: sentence;
	const end = { start: passage.text.length, end: passage.text.length };
	return [
		{
			title: say(context.settings.language, {
				en: `Disclose the rate: ${newText.trim()}`,
				zh: `写明汇率：${newText.trim()}`,
				ko: `환율 밝히기: ${newText.trim()}`,
			}),
			safe: false,
			edits: [{ span: context.source(passage, end), newText }],
		},
	];
}

/** "Amounts are converted at 1 USD = 7.08 CNY, the average rate of 2022." What is not written down is asked for in brackets. */
function knownSentence({ base, quote, rate, basis, date }: UserRate, language: Language): string {
	const equation = `1 ${base} = ${rate} ${quote}`;
	const when = date === "" ? "" : dateWords(date, language);
	const names = basisNames[basis];
	const missing = {
		en: [basis === "" && "basis", date === "" && "date"].filter(Boolean).join(" and "),
		zh: [basis === "" && "依据", date === "" && "日期"].filter(Boolean).join("和"),
		ko: [basis === "" && "근거", date === "" && "기준일"].filter(Boolean).join("과 "),
	};
	const blank = missing.en !== "";
	return say(draftLanguage(language), {
		en: `Amounts are converted at ${equation}${basis === "" && when === "" ? "" : `, the ${names.en}rate${when === "" ? "" : ` of ${when}`}`}${blank ? ` (${missing.en} of the rate)` : ""}.`,
		zh: `金额按${when}${names.zh}汇率${equation}换算${blank ? `（注明汇率${missing.zh}）` : ""}。`,
		ko: `금액은 ${when === "" ? "" : `${when} `}${names.ko}환율(${equation})로 환산했다${blank ? `(환율 ${missing.ko})` : ""}.`,
	});
}

/** The rate that the document's pairs imply; null where they cannot be right and nobody knows it. */
function impliedSentence(first: MoneyPair, context: RuleContext): string | null {
	const { passage, base, quote, rates } = first;
	const period = reportingPeriodOf(context);
	const shared = commonRates(context.draft, period).find(({ agreeing }) => agreeing.includes(first))?.rates ?? rates;
	// The rate of a pair that cannot be right is the source's.
	const at = context.passages.find((one) => one.passage === passage);
	const judged = at && [...judgedPairs(at, context)].find(({ pair }) => pair.first === first.pair.first);
	const sources = judged?.inconsistency && judged.plausible?.basis === "source" ? judged.plausible.named[0] : undefined;
	if (judged?.inconsistency && !sources) {
		return null;
	}
	const rate = sources
		? printRatio(first.pair.first.currency === quote ? sources.rate : flip(sources.rate), 6)
		: roundRate(shared);
	return say(draftLanguage(passage.language), {
		en: `Amounts are converted at 1 ${base} = ${rate} ${quote} (date and source of the rate).`,
		zh: `金额按1 ${base} = ${rate} ${quote}换算（注明汇率日期和来源）。`,
		ko: `금액은 1 ${base} = ${rate} ${quote}의 환율로 환산했다(환율 기준일과 출처).`,
	});
}
