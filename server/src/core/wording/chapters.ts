/** What the chapter around a statement says: the facts that back a statement may stand a few paragraphs away. */
import { baselineStatements, netZeroYears, scopeWords, targetYears } from "../../../data/wording/baseline.ts";
import { neutralityTerms, offsetWords, verifierWords } from "../../../data/wording/neutrality.ts";
import type { Block, BlockContent, Draft, Passage } from "../draft/draft.ts";
import { headingsOf } from "../draft/headings.ts";
import { findUnit } from "../figures/units.ts";
import { groupFigures } from "../frameworks/figureGroups.ts";
import { oneOf } from "../frameworks/scanner.ts";
import { oncePer } from "../oncePer.ts";
import { proseOf } from "./prose.ts";

/** What is said somewhere in a stretch of a draft, as bits. */
export const facts = {
	/** An amount of emissions, not one that was saved. */
	emissions: 1,
	/** Credits or other offsets. */
	offsets: 2,
	/** Who verified, or that somebody did. */
	verifier: 4,
	/** A base year: a year that something is compared with. */
	baseYear: 8,
	/** A year by which something is to happen. */
	targetYear: 16,
	/** A scope of emissions, or a boundary that stands for it. */
	scope: 32,
	/** A statement that a certain year is the base year: holds for the whole draft. */
	statedBase: 64,
	/** The year of a net-zero target: holds for the whole draft. */
	netZeroYear: 128,
} as const;

const wholeDraft = facts.statedBase | facts.netZeroYear;

const patterns: readonly (readonly [fact: number, pattern: RegExp])[] = [
	[facts.offsets, new RegExp(oneOf(offsetWords), "i")],
	[facts.verifier, new RegExp(oneOf(verifierWords), "i")],
	[facts.baseYear, new RegExp(oneOf(baselineStatements.year), "i")],
	[facts.targetYear, new RegExp(oneOf(targetYears), "i")],
	[facts.scope, new RegExp(oneOf(scopeWords), "i")],
	[facts.statedBase, new RegExp(oneOf(baselineStatements.stated), "i")],
];
const neutrality = new RegExp(oneOf(neutralityTerms), "i");
const netZeroYear = new RegExp(oneOf(netZeroYears), "i");

/** A chapter's heading is of this depth or above: a section of a section belongs to it. */
const chapterDepth = 2;

/** What follows a chapter's heading, or a block's beginning. */
interface Part {
	readonly startsChapter: boolean;
	readonly facts: number;
}

/** The parts of a block. Kept as long as its content is. */
const partsOf = oncePer((content: BlockContent): readonly Part[] => {
	const emitting = emissionFigures(content);
	const parts: { startsChapter: boolean; facts: number }[] = [{ startsChapter: false, facts: 0 }];
	for (const [index, passage] of content.passages.entries()) {
		if (startsChapter(passage)) {
			parts.push({ startsChapter: true, facts: 0 });
		}
		const part = parts.at(-1) as { facts: number };
		part.facts |= factsOf(passage) | (emitting.has(index) ? facts.emissions : 0);
	}
	return parts;
});

function startsChapter({ kind, depth }: Passage): boolean {
	return kind === "heading" && depth <= chapterDepth;
}

/** What one passage says, beside its figures. */
export const factsOf = oncePer((passage: Passage): number => {
	const { text } = proseOf(passage);
	let found = 0;
	for (const [fact, pattern] of patterns) {
		if (pattern.test(text)) {
			found |= fact;
		}
	}
	return neutrality.test(text) && netZeroYear.test(text) ? found | facts.netZeroYear : found;
});

const amounts = new Set(["ghg_scope1", "ghg_scope2", "ghg_scope3", "ghg_scope12", "ghg_scope123", "ghg_total", "carbon_offsets"]);

/** The passages with an amount of emissions or of credits. */
function emissionFigures(content: BlockContent): ReadonlySet<number> {
	const emitting = new Set<number>();
	for (const { figures } of groupFigures(content)) {
		for (const { index, kind, figure } of figures) {
			// "Net zero" is an amount too, of nothing.
			if (kind && amounts.has(kind.id) && figure.value?.sign !== 0) {
				emitting.add(index);
			}
		}
	}
	for (const [index, { kind, figures }] of content.passages.entries()) {
		if (kind === "footnote" && figures.some(({ unit }) => unit !== null && findUnit(unit)?.dimension === "mass-co2e")) {
			emitting.add(index);
		}
	}
	return emitting;
}

interface Chapters {
	/** The facts of the chapters that a block is part of, in the order of its parts. */
	readonly ofBlock: ReadonlyMap<Block, readonly number[]>;
	/** Facts that hold for the whole draft. */
	readonly everywhere: number;
}

/** Made once per draft, in time linear in its blocks. */
const chaptersOf = oncePer((draft: Draft): Chapters => {
	const numbers = new Map<Block, readonly number[]>();
	const chapters: number[] = [0];
	for (const block of draft.blocks) {
		const own: number[] = [];
		for (const part of partsOf(block.content)) {
			if (part.startsChapter) {
				chapters.push(0);
			}
			const last = chapters.length - 1;
			chapters[last] = (chapters[last] as number) | part.facts;
			own.push(last);
		}
		numbers.set(block, own);
	}
	const everywhere = chapters.reduce((all, one) => all | one, 0) & wholeDraft;
	const ofBlock = new Map(
		[...numbers].map(([block, own]) => [block, own.map((number) => (chapters[number] as number) | everywhere)]),
	);
	return { ofBlock, everywhere };
});

/** The facts that the chapter around each part of a block says; a plain value, for `dependsOnNear`. */
export function chapterFacts(draft: Draft, block: Block): readonly number[] {
	return chaptersOf(draft).ofBlock.get(block) ?? [];
}

/** The facts of the chapter that a block's passage stands in. */
export function factsAround(draft: Draft, block: Block, passage: Passage): number {
	const all = chapterFacts(draft, block);
	if (all.length <= 1) {
		return all[0] ?? 0;
	}
	let part = 0;
	for (const one of headingsOf(block.content)) {
		if (one.span.start <= passage.span.start && startsChapter(one)) {
			part += 1;
		}
	}
	return all[part] ?? 0;
}
