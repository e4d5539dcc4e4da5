/**
 * Facts: figures of which entity, measure, period and scope are all stated, so that two of them can be compared wherever
 * they stand in a document. Few figures are; of all others nothing is said.
 */
import { bases, headingScopes, neutralWords } from "../../../data/arithmetic/facts.ts";
import { dimensionOf } from "../claims/dimension.ts";
import type { Evidence } from "../claims/evidence.ts";
import type { Glossary } from "../claims/glossary.ts";
import { contextWords } from "../claims/words.ts";
import { findPairs } from "../conversion/pairs.ts";
import { Decimal } from "../decimal.ts";
import type { BlockContent, Passage } from "../draft/draft.ts";
import type { KnownBlock, KnownDraft } from "../knownDraft.ts";
import type { ClaimKind, Figure, Interval, Period, Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";

import { fold } from "../text/fold.ts";
import { boundsOf, isAmount, isBelow, scaled, scalesOf } from "./printed.ts";
import { sentencesOf } from "./sentence.ts";
import { WordSet } from "./wordSet.ts";

export interface Fact {
	readonly content: BlockContent;
	readonly passage: Passage;
	readonly figure: Figure;
	readonly kind: ClaimKind;
	readonly period: Period;
	/** Whether a claim backs it. */
	readonly supported: boolean;
	/** Entity, measure, kind, dimension and scope: what two facts must share to be comparable. */
	readonly about: string;
}

/** Facts of one thing, in the order of the document. */
export type Facts = readonly Fact[];

/** The facts of a document by what they are about; only what has two at least. */
export const factsOf = oncePer((known: KnownDraft): readonly Facts[] => {
	const groups = new Map<string, Fact[]>();
	for (const block of known.blocks) {
		for (const fact of blockFacts(block, known.glossary)) {
			const key = `${block.under} ${fact.about}`;
			const group = groups.get(key);
			if (group) {
				group.push(fact);
			} else {
				groups.set(key, [fact]);
			}
		}
	}
	return [...groups.values()].filter((group) => group.length > 1);
});

const noFacts: readonly Fact[] = [];
const cache = new WeakMap<readonly (readonly Evidence[])[], { readonly glossary: Glossary; readonly facts: readonly Fact[] }>();

function blockFacts({ block, evidence }: KnownBlock, glossary: Glossary): readonly Fact[] {
	let kept = cache.get(evidence);
	if (kept?.glossary !== glossary) {
		const facts = block.content.passages.flatMap((passage, index) =>
			passageFacts(block.content, passage, evidence[index] ?? [], glossary),
		);
		kept = { glossary, facts: facts.length === 0 ? noFacts : facts };
		cache.set(evidence, kept);
	}
	return kept.facts;
}

const scopes = new WordSet(headingScopes);

const scopeOfHeading = oncePer(({ text }: Passage): string => {
	const folded = fold(text).text.toLowerCase();
	return scopes.isIn(folded) ? folded : "";
});

/** What the headings above say of a part of the whole; "" where they are about all of it. */
export function scopeOfHeadings(headings: readonly Passage[]): string {
	return headings.map(scopeOfHeading).join("");
}

function passageFacts(content: BlockContent, passage: Passage, evidence: readonly Evidence[], glossary: Glossary): Fact[] {
	if (evidence.length === 0 || passage.kind === "quote" || passage.kind === "footnote" || passage.kind === "heading") {
		return [];
	}
	const candidates = evidence.filter(isCandidate);
	if (candidates.length === 0) {
		return [];
	}
	const { cell } = passage;
	if (cell) {
		const [only] = candidates;
		return only && candidates.length === 1 && cell.row > 0
			? factOf(
					content,
					passage,
					only,
					[cell.rowHeader, cell.columnHeader, withoutFigures(passage, { start: 0, end: passage.text.length })],
					cell.rowHeader,
					glossary,
				)
			: [];
	}
	const seconds = new Set(findPairs(passage.text, passage.figures).map((pair) => pair.second));
	return sentencesOf(passage, 1).flatMap(({ span, figures }) => {
		const amounts = figures.filter((figure) => isAmount(figure) && figure.checkworthy && !seconds.has(figure));
		const only = candidates.find(({ figure }) => figure === amounts[0]);
		const text = withoutFigures(passage, span);
		return only && amounts.length === 1
			? factOf(content, passage, only, [text], passage.text.slice(span.start, span.end), glossary)
			: [];
	});
}

/** A figure whose own words say whose it is, of what, and when. */
function isCandidate({ figure, subject }: Evidence): boolean {
	return (
		figure.checkworthy &&
		isAmount(figure) &&
		figure.unit !== null &&
		figure.value !== null &&
		figure.value.sign > 0 &&
		subject.measures.length === 1 &&
		subject.periodStated &&
		subject.period !== null &&
		subject.period.end !== null &&
		subject.kind !== null &&
		subject.kind !== "target"
	);
}

function factOf(
	content: BlockContent,
	passage: Passage,
	{ figure, subject, verdict }: Evidence,
	around: readonly string[],
	naming: string,
	glossary: Glossary,
): Fact[] {
	const [measure = ""] = subject.measures;
	const isNamed = glossary.scan(naming).terms.some(({ term }) => isTermOf(glossary, term, measure));
	if (!isNamed || subject.kind === null || subject.period === null) {
		return [];
	}
	const scope = [...new Set(around.flatMap((text) => scopeWords(text, measure, glossary)))].sort().join(" ");
	const supported = verdict === "supported" || verdict === "derived";
	const about = [
		subject.entities[0] ?? "",
		measure,
		subject.kind,
		dimensionOf(figure.unit),
		scope === "" ? "" : `${passage.language} ${scope}`,
	].join("|");
	return [{ content, passage, figure, kind: subject.kind, period: subject.period, supported, about }];
}

function isTermOf(glossary: Glossary, term: number, measure: string): boolean {
	return glossary.wordingsOfTerm[term]?.some((wording) => wording.measure.id === measure) ?? false;
}

/** A stretch of text without its figures; what identifies something (Scope 1) stays. */
function withoutFigures({ text, figures }: Passage, span: Span): string {
	let rest = "";
	let at = span.start;
	for (const figure of figures) {
		if (figure.start >= at && figure.end <= span.end && figure.kind !== "identifier") {
			rest += `${text.slice(at, figure.start)} `;
			at = figure.end;
		}
	}
	return rest + text.slice(at, span.end);
}

const neutral = new RegExp(
	[
		`(?<![a-z0-9])(?:${neutralWords.filter((word) => /^[a-z]/.test(word)).join("|")})(?![a-z0-9])`,
		...neutralWords.filter((word) => !/^[a-z]/.test(word)).sort((a, b) => b.length - a.length),
	].join("|"),
	"g",
);

const basisWords = new WordSet(bases);

/** What the words around a figure say besides its measure and its entity. */
function scopeWords(text: string, measure: string, glossary: Glossary): string[] {
	const { terms, entities } = glossary.scan(text);
	const known = [...terms.filter(({ term }) => isTermOf(glossary, term, measure)), ...entities].sort((a, b) => a.start - b.start);
	let rest = "";
	let at = 0;
	for (const { start, end } of known) {
		rest += start >= at ? `${text.slice(at, start)} ` : "";
		at = Math.max(at, end);
	}
	rest += text.slice(at);
	const plain = fold(rest)
		.text.toLowerCase()
		.replace(/\[\^[^\]]*\]/g, " ")
		.replace(/(?:19|20)\d\d/g, " ")
		.replace(neutral, " ");
	const basis = basisWords.find(fold(text).text.toLowerCase());
	return [
		...contextWords(plain),
		...(plain.match(/[\u4e00-\u9fff]+|\d+/g) ?? []),
		...(basis ? [fold(text).text.toLowerCase().slice(basis.start, basis.end)] : []),
	];
}

/** A unit of the last printed digit more where one is printed with fewer digits: many writers cut off instead of rounding. */
function roomy(figure: Figure, other: Figure): Interval {
	const bounds = boundsOf(figure);
	const half = new Decimal(5n, figure.precision - 1);
	const isCoarser = figure.precision > other.precision;
	return isCoarser ? { low: bounds.low?.minus(half) ?? null, high: bounds.high?.plus(half) ?? null } : bounds;
}

/** Whether the first figure is below the second, however both were rounded. */
export function isLess(a: Figure, b: Figure): boolean {
	const [first = Decimal.one, second = Decimal.one] = scalesOf([a, b]);
	return isBelow(
		scaled(roomy(a, { ...b, precision: precisionIn(b, a) }), first),
		scaled(roomy(b, { ...a, precision: precisionIn(a, b) }), second),
	);
}

/** The exponent of a figure's last digit as it would be in another's unit, roughly. */
function precisionIn(figure: Figure, other: Figure): number {
	const [a = Decimal.one, b = Decimal.one] = scalesOf([figure, other]);
	return figure.precision + Math.round(Math.log10(a.toNumber() / b.toNumber()));
}

export function disagree(a: Figure, b: Figure): boolean {
	return isLess(a, b) || isLess(b, a);
}
