import type { NewerClaim } from "../claims/evidence.ts";
import type { Fix, MessageLanguage } from "../model.ts";
import { behindClause, type Judged, judged, nameDate, namePeriod, printClaim, qualified, sourcedText } from "./evidenceRule.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { nameSource, printLanguage, say } from "./say.ts";

/** The sources support the figure, and one of them has a newer one. */
export const staleFigure: Rule = {
	id: "stale-figure",
	severity: "information",
	summary: "A newer claim about the same thing exists.",
	why: "A reader takes a figure without a date for the latest; a newer one in the sources shows the report out of date.",
	*check(context) {
		for (const found of judged(context, "supported")) {
			const newer = found.evidence.newer?.find(
				(one) => isKnownBy(context, one) && (one.restated || !(isDated(found, one) || isGiven(context, one))),
			);
			if (!newer) {
				continue;
			}
			const { language, span } = found;
			yield {
				span,
				message: newer.restated ? restated(newer, language) : outdated(newer, language),
				fixes: [update(found, newer), ...(newer.restated ? [] : [stateDate(found, newer)])],
				claims: [newer.claim.id, newer.than.id],
			};
		}
	},
};

/** Whether the draft can know of the claim: a report that is published before it cannot. */
function isKnownBy({ draft }: RuleContext, { claim, restated: again }: NewerClaim): boolean {
	const { published } = draft.frontMatter;
	if (published === undefined || published === "") {
		return true;
	}
	return claim.source.published <= published && (again || (claim.period.end ?? "") <= published);
}

/**
 * Whether the words around a figure say the year of its claim, though not as the figure's own ("up from 6.1 in 2021"), or a year
 * that only a reader can tell ("last year").
 */
function isDated({ at, figure, context }: Judged, { than }: NewerClaim): boolean {
	const { passage, headings } = at;
	const { cell } = passage;
	const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end);
	const around = cell
		? context.block.content.passages
				.filter((one) => one.cell?.table === cell.table && one.cell.row === cell.row)
				.map((one) => one.text)
		: [sentence ? passage.text.slice(sentence.start, sentence.end) : passage.text];
	const year = than.period.end?.slice(0, 4) ?? "";
	const texts = [...around, ...(cell ? [cell.columnHeader] : []), ...headings.map((heading) => heading.text)];
	return (
		texts.some((text) => text.includes(year)) ||
		passage.figures.some(
			(one) =>
				(one.kind === "period" || one.kind === "date") &&
				one.period === null &&
				(!sentence || (one.start >= sentence.start && one.end <= sentence.end)),
		)
	);
}

/** Whether the paragraph or table gives the newer figure as well: the older one is there for comparison. */
function isGiven({ passages }: RuleContext, { claim }: NewerClaim): boolean {
	return passages.some(({ evidence }) => evidence.some(({ claims }) => claims.some(({ id }) => id === claim.id)));
}

function outdated({ claim, than }: NewerClaim, language: MessageLanguage): string {
	const said = printClaim(claim, language);
	const source = nameSource(claim, language);
	const [now, before] = [nameDate(claim, printLanguage(language)), nameDate(than, printLanguage(language))];
	return say(language, {
		en: `A newer figure exists: ${said} ${now} (${source}). The draft's is older (${before}), and readers take it for the latest: update it, or state its date.`,
		zh: `已有更新的数字：${now}为${said}（${source}）。草稿中的数字较旧（${before}），读者会当作最新；请更新，或注明其时间。`,
		ko: `더 새로운 수치가 있습니다: ${now} ${said}(${source}). 초안의 수치는 그 이전 값(${before})인데 독자는 최신 값으로 읽으니 갱신하거나 시점을 밝히세요.`,
	});
}

function restated({ claim, than }: NewerClaim, language: MessageLanguage): string {
	const [said, before] = [printClaim(claim, language), printClaim(than, language)];
	const [source, old] = [nameSource(claim, language), nameSource(than, language)];
	const period = namePeriod(claim, language);
	return say(language, {
		en: `A later source gives another value: ${said} ${period} (${source}). The draft's is the earlier one, ${before} (${old}): update it, or say why they differ.`,
		zh: `后来的来源数字不同：${period}为${said}（${source}）。草稿用的是此前的${before}（${old}）；请更新，或说明差异原因。`,
		ko: `나중에 나온 출처의 값은 다릅니다: ${period} ${said}(${source}). 초안의 수치는 이전 값 ${before}(${old})이니 갱신하거나 차이가 나는 까닭을 밝히세요.`,
	});
}

/** The newer value as the writer prints figures, with the newer claim's qualifier. */
function update({ figure, at, context, language }: Judged, { claim }: NewerClaim): Fix {
	const whole = qualified(at, figure, sourcedText(figure, claim, at.passage.language), claim);
	return {
		title: say(language, {
			en: `Update to ${whole.text}`,
			zh: `更新为${whole.text}`,
			ko: `갱신: ${whole.text}`,
		}),
		safe: false,
		edits: [{ span: context.source(at.passage, whole.span), newText: whole.text }],
	};
}

/** The date of the draft's figure, behind its clause. */
function stateDate(found: Judged, { than }: NewerClaim): Fix {
	const { language } = found;
	const draft = found.at.passage.language;
	const period = nameDate(than, draft);
	const note = draft === "en" ? ` (${period})` : draft === "ko" ? `(${period})` : `（${period}）`;
	return {
		title: say(language, {
			en: `State its date: ${note.trim()}`,
			zh: `注明时间：${note.trim()}`,
			ko: `시점 밝히기: ${note.trim()}`,
		}),
		safe: false,
		edits: [{ span: behindClause(found), newText: note }],
	};
}
