/** What the rules about evidence share: finding their figures, naming a claim's value, replacing a figure by it. */
import { claimQuantity, claimSubject, periodWords } from "../claims/claimText.ts";
import type { Evidence, Verdict } from "../claims/evidence.ts";
import type { Glossary } from "../claims/glossary.ts";
import { Decimal } from "../decimal.ts";
import { printLike, printQuantity, qualifierWords } from "../figures/printFigure.ts";
import { findUnit } from "../figures/units.ts";
import type { Claim, ClaimKind, Figure, Fix, Language, MessageLanguage, Period, Span } from "../model.ts";
import type { PassageContext, RuleContext } from "./rule.ts";
import { printLanguage, say } from "./say.ts";

/** A figure with the verdict that a rule is about. */
export interface Judged {
	readonly context: RuleContext;
	readonly at: PassageContext;
	readonly evidence: Evidence;
	readonly figure: Figure;
	/** The claim that decided. */
	readonly claim: Claim;
	/** The figure's span in the block. */
	readonly span: Span;
	readonly language: MessageLanguage;
}

/** The figures of a block on which the verdict fell, with the deciding claim. */
export function* judged(context: RuleContext, verdict: Verdict): Generator<Judged> {
	for (const at of context.passages) {
		for (const evidence of at.evidence) {
			const claim = evidence.claims[0];
			if (evidence.verdict === verdict && claim) {
				const span = context.source(at.passage, evidence.figure);
				yield { context, at, evidence, figure: evidence.figure, claim, span, language: context.settings.language };
			}
		}
	}
}

/** The claim's value with its qualifier, in the language of messages. */
export function printClaim(claim: Claim, language: MessageLanguage): string {
	return claimQuantity(claim, printLanguage(language));
}

/** What a claim is about, as far as it is known: "Ant Group's R&D spending in 2022". */
export function nameSubject(claim: Claim, language: MessageLanguage, glossary: Glossary): string {
	return claimSubject(claim, printLanguage(language), glossary);
}

/** A claim's period in words: "in 2022", "at the end of 2022"; "" where it is open. */
export function namePeriod(claim: Claim, language: MessageLanguage): string {
	return periodWords(claim.period, claim.kind, printLanguage(language));
}

/** When a value was reached: "in 2022", "as at 29 June 2023"; that a total is cumulative is left out. "" where it is open. */
export function nameDate({ period, kind }: { readonly period: Period; readonly kind: ClaimKind }, language: Language): string {
	return periodWords(period, kind === "cumulative" ? "stock" : kind, language);
}

/** The claim's value in the figure's own unit, or null where that is not a finite decimal or another dimension. */
function inUnitOf(figure: Figure, claim: Claim): Decimal | null {
	if (claim.value === null || figure.unit === claim.unit || (figure.currency !== null && figure.currency === claim.currency)) {
		return figure.currency === claim.currency ? claim.value : null;
	}
	const from = claim.unit === null ? undefined : findUnit(claim.unit);
	const to = figure.unit === null ? undefined : findUnit(figure.unit);
	if (!from || !to || from.dimension !== to.dimension || from.dimension === "count") {
		return null;
	}
	const top = claim.value.times(Decimal.of(from.numerator)).times(Decimal.of(to.denominator));
	const bottom = Decimal.of(from.denominator).times(Decimal.of(to.numerator));
	const value = top.dividedBy(bottom, 15).normalize();
	return value.times(bottom).equals(top) ? value : null;
}

/** The figure as it would read with the claim's value: in the writer's style where the unit allows, else in the draft's language. */
export function sourcedText(figure: Figure, claim: Claim, language: Language): string {
	const value = inUnitOf(figure, claim);
	return value ? printLike(value, figure) : printQuantity({ ...claim, qualifier: "exact" }, language);
}

/** Replaces the figure, and its qualifier where that differs, by what the source says. */
export function useSourcedValue(found: Judged, claim: Claim = found.claim): Fix {
	const { figure, at, context, language } = found;
	const text = sourcedText(figure, claim, at.passage.language);
	const whole = qualified(at, figure, text, claim);
	return {
		title: say(language, {
			en: `Use the source's figure: ${whole.text}`,
			zh: `改用来源的数字：${whole.text}`,
			ko: `출처의 수치로 바꾸기: ${whole.text}`,
		}),
		safe: false,
		edits: [{ span: context.source(at.passage, whole.span), newText: whole.text }],
	};
}

/**
 * A figure's text with the claim's qualifier in the passage's language, and the span it replaces: the figure with the
 * qualifier that stands directly beside it. The draft's own qualifier stays where it says the same.
 */
export function qualified(at: PassageContext, figure: Figure, text: string, claim: Claim): { text: string; span: Span } {
	const { passage } = at;
	const own = figure.qualifierSpan;
	if (figure.qualifier === claim.qualifier || claim.qualifier === "between") {
		return { text, span: { start: figure.start, end: figure.end } };
	}
	const words = qualifierWords(claim.qualifier, passage.language);
	let span: Span = { start: figure.start, end: figure.end };
	if (own && own.end <= figure.start && /^\s*$/.test(passage.text.slice(own.end, figure.start))) {
		span = { start: own.start, end: figure.end };
	} else if (own && own.start >= figure.end && /^\s*$/.test(passage.text.slice(figure.end, own.start))) {
		span = { start: figure.start, end: own.end };
	}
	return { text: `${words.before}${text}${words.after}`, span };
}

/** The place in the block behind the clause that a figure stands in, before its punctuation: where a remark on it reads well. */
export function behindClause({ at, figure, context }: Judged): Span {
	const { text } = at.passage;
	const rest = /[，；。！？;!?]|[,.](?!\d)|$/.exec(text.slice(figure.end));
	const end = figure.end + (rest?.index ?? 0);
	const place = context.source(at.passage, { start: figure.start, end }).end;
	return { start: place, end: place };
}
