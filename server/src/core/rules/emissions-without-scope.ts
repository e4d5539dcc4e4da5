import { emissionTotals, notATotal, scopeWords } from "../../../data/wording/baseline.ts";
import type { BlockContent, Draft, Passage } from "../draft/draft.ts";
import { type FigureGroup, groupFigures } from "../frameworks/figureGroups.ts";
import { oneOf } from "../frameworks/scanner.ts";
import type { Figure, Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { fold } from "../text/fold.ts";
import { chapterFacts, facts, factsAround } from "../wording/chapters.ts";
import { clauseAt, proseOf } from "../wording/prose.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/**
 * An amount of emissions is given as a total, and neither its sentence, row, headers, caption nor chapter says which scopes it
 * covers, nor does the draft give the same amount with its scopes elsewhere. Reductions, intensities, single sources, products
 * and financed emissions are no totals.
 */
export const emissionsWithoutScope: Rule = {
	id: "emissions-without-scope",
	severity: "warning",
	summary: "An emissions total does not say which scopes it covers.",
	why: "Scope 3 is often ten times the rest: a total without its scopes cannot be compared with anything.",
	dependsOn(draft) {
		return [...scopedAmounts(draft)].sort().join();
	},
	dependsOnNear(draft, block) {
		return totalsIn(block.content).length === 0
			? ""
			: chapterFacts(draft, block)
					.map((all) => all & facts.scope)
					.join();
	},
	*check(context) {
		const { language } = context.settings;
		for (const { passage, figure } of totalsIn(context.block.content)) {
			const around = factsAround(context.draft, context.block, passage);
			const headings = context.passages.find((one) => one.passage === passage)?.headings ?? [];
			if (
				(around & facts.scope) !== 0 ||
				headings.some(({ text }) => namesScope(text)) ||
				scopedAmounts(context.draft).has(amount(figure))
			) {
				continue;
			}
			yield {
				span: context.source(passage, figure),
				message: say(language, {
					en: `No scope is named for these emissions (${figure.text}), so a reader cannot compare them with anything. Name the scopes (1, 2, 3) here or in the caption or heading.`,
					zh: `该排放量（${figure.text}）没有说明涵盖哪些范围，读者无法比较。请在此处、表题或标题写明范围一、范围二或范围三。`,
					ko: `이 배출량(${figure.text})이 어느 스코프를 포함하는지 밝히지 않아 비교할 수 없습니다. 여기나 표 제목, 절 제목에 스코프 1·2·3 중 무엇인지 쓰세요.`,
				}),
			};
		}
	},
};

const scope = new RegExp(oneOf(scopeWords), "i");
const total = new RegExp(oneOf(emissionTotals), "i");
const partial = new RegExp(oneOf(notATotal), "i");

function namesScope(text: string): boolean {
	return scope.test(fold(text).text);
}

interface Total {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** The amounts of a block that are stated as totals without a scope in their sentence or row; one a group, the first. */
const totalsIn = oncePer((content: BlockContent): readonly Total[] => {
	const found: Total[] = [];
	for (const group of groupFigures(content)) {
		const first = group.figures.find(({ kind, figure }) => kind?.id === "ghg_total" && figure.value?.sign !== 0);
		if (!first) {
			continue;
		}
		const passage = content.passages[first.index] as Passage;
		const text = wordsOf(group, content);
		const ahead = group.row ? text : upToClause(passage, group.sentence, first.figure);
		if (total.test(ahead) && !partial.test(ahead) && !scope.test(text)) {
			found.push({ passage, figure: first.figure });
		}
	}
	return found;
});

/** What a group of figures says: the sentence, or the row with its headers. */
function wordsOf({ index, sentence, row }: FigureGroup, { passages }: BlockContent): string {
	const cells = (row ?? [index]).map((at) => passages[at] as Passage);
	const text = row
		? cells.map((cell) => `${cell.cell?.columnHeader ?? ""} ${cell.text}`).join(" | ")
		: (passages[index] as Passage).text.slice(sentence.start, sentence.end);
	return fold(text.slice(0, longestText)).text;
}

/** A bound where a text has no full stops, in UTF-16 units. */
const longestText = 2000;

/** A sentence up to the end of a figure's clause: what comes later ("…, a reduction of 5%") says nothing of the amount. */
function upToClause(passage: Passage, sentence: Span, figure: Figure): string {
	const prose = proseOf(passage);
	const start = prose.at(sentence.start);
	const span = { start: prose.at(figure.start), end: prose.at(figure.end) };
	const { end } = clauseAt(prose.text, { start, end: prose.at(sentence.end) }, span);
	return prose.text.slice(Math.max(start, end - longestText), end);
}

/** The amounts of emissions of a block. */
const amountsIn = oncePer((content: BlockContent): readonly { readonly key: string; readonly scoped: boolean }[] =>
	groupFigures(content).flatMap((group) =>
		group.figures
			.filter(({ kind }) => kind?.topic === "emissions")
			.map(({ figure, kind }) => ({ key: amount(figure), scoped: kind?.id !== "ghg_total" })),
	),
);

/** The amounts that the draft gives with their scopes: in words of their own, or in a chapter that names scopes. */
const scopedAmounts = oncePer((draft: Draft): ReadonlySet<string> => {
	const amounts = new Set<string>();
	for (const block of draft.blocks) {
		const found = amountsIn(block.content);
		const inChapter = found.length > 0 && chapterFacts(draft, block).some((all) => (all & facts.scope) !== 0);
		for (const { key, scoped } of found) {
			if (scoped || inChapter) {
				amounts.add(key);
			}
		}
	}
	return amounts;
});

function amount({ value, unit }: Figure): string {
	return `${value?.toString() ?? ""} ${unit ?? ""}`;
}
