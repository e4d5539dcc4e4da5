import { besideKey, CitedSources, isInSourceColumn, together } from "../citations/citedSources.ts";
import {
	appendReference,
	definitionBehind,
	isHtml,
	placeReference,
	sourceLine,
	type WrittenCitation,
	writeCitation,
} from "../citations/writeCitation.ts";
import type { Evidence } from "../claims/evidence.ts";
import type { Passage } from "../draft/draft.ts";
import type { Claim, Edit, Figure, MessageLanguage } from "../model.ts";
import type { BlockFinding, BlockFix, PassageContext, Rule, RuleContext } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/**
 * A figure is supported, and nothing near it says by which source.
 *
 * A citation counts that stands in the figure's paragraph, list item or row, in the heading above, in the caption or header of its
 * table, in the paragraph above its table or list, or in a line about sources below; so does one sentence for the whole draft. Of
 * several sources that say the same any counts, and so does a footnote in words that no source is known by: it may be the one.
 * The rule keeps silent in drafts that cite no source at all: they cite elsewhere, or not yet.
 */
export const missingSourceCitation: Rule = {
	id: "missing-source-citation",
	severity: "information",
	summary:
		"The figure is supported, but nothing in its paragraph, row or caption cites the source; only in drafts that cite sources.",
	why: "A reader who cannot see where a figure comes from cannot trace it, although the evidence is there.",
	dependsOn: (_, citations) => citations.id,
	dependsOnNear: besideKey,
	*check(context) {
		const { citations, settings } = context;
		if (citations.citesSources || settings.rules[missingSourceCitation.id] !== undefined) {
			yield* new Report(context).findings();
		}
	},
};

/** A figure without a citation of any source that supports it. */
interface Uncited {
	/** Index of its passage in the block. */
	readonly index: number;
	readonly at: PassageContext;
	readonly figure: Figure;
	/** A claim of each source that supports it, the best first. */
	readonly claims: readonly Claim[];
	/** Whether a newer figure is reported here: that comes first. */
	readonly isStale: boolean;
}

const kinds: ReadonlySet<Passage["kind"]> = new Set(["paragraph", "list-item", "cell"]);

class Report {
	private readonly context: RuleContext;
	private readonly cited: CitedSources;
	/** By table: whether it is cited for as a whole. */
	private readonly wholeTables = new Map<number, boolean>();

	constructor(context: RuleContext) {
		this.context = context;
		this.cited = new CitedSources(context.draft, context.block, context.citations);
	}

	*findings(): Generator<BlockFinding> {
		const uncited = this.context.passages.flatMap((at, index) => (kinds.has(at.passage.kind) ? this.uncitedIn(at, index) : []));
		const groups = new Map<string, Uncited[]>();
		for (const one of uncited) {
			const key = `${this.placeOf(one, uncited)} ${one.claims[0]?.source.key}`;
			const group = groups.get(key);
			if (group) {
				group.push(one);
			} else {
				groups.set(key, [one]);
			}
		}
		for (const group of groups.values()) {
			const first = group.find(({ isStale }) => !isStale) ?? group[0];
			if (first) {
				yield this.finding(first, uncited);
			}
		}
	}

	private uncitedIn(at: PassageContext, index: number): Uncited[] {
		const found: Uncited[] = [];
		const add = (evidence: Evidence, claims: readonly Claim[]): void => {
			// The organisation's own records are no document that could be cited.
			if (claims.length > 0 && claims.every(({ source }) => source.own === undefined)) {
				const isStale = (evidence.newer?.length ?? 0) > 0;
				found.push({ index, at, figure: evidence.figure, claims: this.bySource(claims), isStale });
			}
		};
		const supporting = new Set(at.evidence.flatMap((one) => (one.verdict === "supported" ? one.claims : [])));
		for (const evidence of at.evidence) {
			if (evidence.verdict === "supported") {
				add(evidence, evidence.claims);
			} else if (evidence.verdict === "derived") {
				// Operands that stand in the passage are looked at for themselves.
				for (const claim of evidence.derivation?.operands.filter((operand) => !supporting.has(operand)) ?? []) {
					add(evidence, [claim]);
				}
			}
		}
		if (found.length === 0) {
			return found;
		}
		const row = this.cited.rowOf(index).map((cell) => this.cited.here(cell));
		const { sources, isOpen } = together([...row, this.cited.for(index, at.headings)]);
		return isOpen ? [] : found.filter(({ claims }) => !claims.some(({ source }) => sources.has(source.key)));
	}

	/** One claim a source; sources that the draft cites elsewhere go first. */
	private bySource(claims: readonly Claim[]): Claim[] {
		const bySource = new Map<string, Claim>();
		for (const claim of claims) {
			if (!bySource.has(claim.source.key)) {
				bySource.set(claim.source.key, claim);
			}
		}
		const { citations } = this.context;
		const isCited = ({ source }: Claim): boolean => citations.labels.has(source.key) || citations.workKeys.has(source.key);
		const each = [...bySource.values()];
		return each.length < 2 ? each : [...each.filter(isCited), ...each.filter((claim) => !isCited(claim))];
	}

	/** What is cited for at once: a paragraph, a row, or a whole table where all of it has one source and no row cites. */
	private placeOf(one: Uncited, all: readonly Uncited[]): string {
		const { cell } = one.at.passage;
		if (!cell) {
			return String(one.index);
		}
		return this.isOfTable(one, all) ? `table ${cell.table}` : `row ${cell.table} ${cell.row}`;
	}

	private isOfTable({ index, at, claims }: Uncited, all: readonly Uncited[]): boolean {
		const table = at.passage.cell?.table ?? -1;
		let isWhole = this.wholeTables.get(table);
		if (isWhole === undefined) {
			const { passages } = this.context.block.content;
			const key = claims[0]?.source.key;
			isWhole =
				all.every((other) => other.at.passage.cell?.table !== table || other.claims[0]?.source.key === key) &&
				this.cited.tableOf(index).every((each) => {
					const passage = passages[each];
					const { sources, isOpen } = this.cited.here(each);
					return (passage?.cell?.row === 0 || (sources.size === 0 && !isOpen)) && !(passage && isInSourceColumn(passage));
				});
			this.wholeTables.set(table, isWhole);
		}
		return isWhole;
	}

	private finding(one: Uncited, all: readonly Uncited[]): BlockFinding {
		const { context } = this;
		const { at, figure, claims } = one;
		const isOfTable = at.passage.cell !== null && this.isOfTable(one, all);
		const canCite = at.passage.cell !== null || !isHtml(context.block);
		return {
			span: context.source(at.passage, figure),
			message: messageOf(one, isOfTable, context.settings.language),
			fixes: canCite ? claims.slice(0, mostFixes).map((claim) => this.fix(one, claim, isOfTable)) : [],
			claims: claims.map(({ id }) => id),
		};
	}

	private fix(one: Uncited, claim: Claim, isOfTable: boolean): BlockFix {
		const { citations, settings, block } = this.context;
		const written = writeCitation(claim.source, citations, one.at.passage.language);
		const { reference, definition } = written;
		const source = nameSource(claim, settings.language);
		const near = citations.style.place === "near";
		return {
			title: say(settings.language, {
				en: `Cite ${source}: ${reference}`,
				zh: `注明来源 ${source}：${reference}`,
				ko: `출처 밝히기: ${source} ${reference}`,
			}),
			safe: false,
			edits: [
				this.reference(one, written, isOfTable),
				...(definition === null
					? []
					: [near ? definitionBehind(block, definition, citations.style) : { at: "definitions" as const, newText: definition }]),
			],
		};
	}

	private reference({ index, at, figure }: Uncited, { reference }: WrittenCitation, isOfTable: boolean): Edit {
		const { block, citations } = this.context;
		const { passage } = at;
		const { cell } = passage;
		if (isHtml(block)) {
			return sourceLine(block, reference, passage.language, citations.style);
		}
		if (!cell) {
			const sentence = passage.sentences.find(({ start, end }) => figure.start >= start && figure.start < end) ?? figure;
			return placeReference(block, passage, sentence, reference, citations.style);
		}
		const { passages } = block.content;
		const header = this.cited
			.headerOf(index)
			.flatMap((each) => passages[each] ?? [])
			.find((other) => other.cell?.column === cell.column);
		const ofSources = this.cited.rowOf(index).flatMap((each) => passages[each] ?? []);
		const target = isOfTable ? (this.cited.captionOf(index) ?? header) : ofSources.find(isInSourceColumn);
		return appendReference(block, target ?? passage, reference, citations.style);
	}
}

/** As many sources as a list of fixes can offer at a glance. */
const mostFixes = 3;

function messageOf({ figure, claims, at }: Uncited, isOfTable: boolean, language: MessageLanguage): string {
	const source = nameSource(claims[0] as Claim, language);
	const { cell, kind } = at.passage;
	const place = isOfTable ? "table" : cell ? "row" : kind === "list-item" ? "item" : "paragraph";
	return say(language, {
		en: `${figure.text} is supported (${source}), but nothing in ${places[place].en} cites the source, so a reader cannot trace the figure. Cite it.`,
		zh: `${figure.text}有来源支持（${source}），但${places[place].zh}没有注明这一来源，读者无从追溯。请注明来源。`,
		ko: `${figure.text}에는 뒷받침하는 출처(${source})가 있지만 ${places[place].ko} 밝히지 않아 독자가 추적할 수 없습니다. 출처를 밝히세요.`,
	});
}

const places: Readonly<Record<"table" | "row" | "item" | "paragraph", Readonly<Record<MessageLanguage, string>>>> = {
	table: { en: "its table or caption", zh: "表格及其标题", ko: "표나 표 제목에서" },
	row: { en: "its row or the table's caption", zh: "所在行及表题", ko: "그 행이나 표 제목에서" },
	item: { en: "its list item", zh: "所在列表项", ko: "그 목록 항목에서" },
	paragraph: { en: "its paragraph", zh: "所在段落", ko: "그 문단에서" },
};
