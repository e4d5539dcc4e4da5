/** What the rules about a document's own numbers share: replacing a figure by what others make it, and naming those. */

import type { Fact } from "../arithmetic/facts.ts";
import type { Decimal } from "../decimal.ts";
import type { Passage } from "../draft/draft.ts";
import { printLike, printQuantity } from "../figures/printFigure.ts";
import type { Figure, Fix, MessageLanguage, Span } from "../model.ts";
import type { BlockFinding, RuleContext } from "./rule.ts";
import { printLanguage, say } from "./say.ts";

/** A figure in its passage. */
export interface Placed {
	readonly passage: Passage;
	readonly figure: Figure;
}

/** Replaces a figure by a computed value, printed as the figure is and with as many digits. */
export function useComputed({ passage, figure }: Placed, value: Decimal, context: RuleContext): Fix[] {
	const newText = printComputed(value, figure);
	return newText === figure.text
		? []
		: [
				{
					title: say(context.settings.language, {
						en: `Use the computed figure: ${newText}`,
						zh: `改用计算结果：${newText}`,
						ko: `계산한 수치로 바꾸기: ${newText}`,
					}),
					safe: false,
					edits: [{ span: context.source(passage, figure), newText }],
				},
			];
}

/** A computed value as the figure would print it, with as many decimals. */
export function printComputed(value: Decimal, like: Figure): string {
	const text = printLike(value.roundTo(like.precision), like);
	const number = /\d[\d,]*(?:\.(\d+))?/;
	const [own, printed] = [number.exec(like.text), number.exec(text)];
	if (!own || !printed) {
		return text;
	}
	const end = printed.index + printed[0].length;
	const missing = (own[1]?.length ?? 0) - (printed[1]?.length ?? 0);
	const isAlike = text.slice(end) === like.text.slice(own.index + own[0].length);
	const zeros = isAlike && missing > 0 ? `${printed[1] === undefined ? "." : ""}${"0".repeat(missing)}` : "";
	return text.slice(0, end) + zeros + text.slice(end);
}

/** Other figures that explain a finding. */
export function pointAt(
	figures: readonly Placed[],
	words: Readonly<Record<MessageLanguage, string>>,
	context: RuleContext,
): { readonly span: Span; readonly message: string }[] {
	return figures.map(({ passage, figure }) => ({
		span: context.source(passage, figure),
		message: `${say(context.settings.language, words)}${figure.text}`,
	}));
}

/** A figure somewhere in the document that explains a finding. */
export function placeInDocument(
	{ content, passage, figure }: Fact,
	words: Readonly<Record<MessageLanguage, string>>,
	context: RuleContext,
): NonNullable<BlockFinding["related"]>[number] {
	const span = passage.offsets.span(figure);
	const { language } = context.settings;
	const message = `${say(language, words)}${nameFigure({ passage, figure }, language)}`;
	return content === context.block.content ? { span, message } : { span, message, content };
}

/** A figure as messages name it away from its place: that of a cell with what its headers give it. */
export function nameFigure({ passage, figure }: Placed, language: MessageLanguage): string {
	const { prefix, suffix } = figure.style;
	return passage.cell && figure.unit !== null && prefix + suffix === ""
		? printQuantity({ ...figure, qualifier: "exact" }, printLanguage(language))
		: figure.text;
}
