/** The one way from a draft's text to its findings; the language server and the command line both call it. */

import { scopeOfHeadings } from "./arithmetic/facts.ts";
import type { BibliographyFile } from "./citations/bibliography.ts";
import { CitationReader, type CitationStyle, type DocumentCitations, definitionPlace } from "./citations/documentCitations.ts";
import { withBibliographyProblems } from "./citations/problems.ts";
import { type DefinitionEdit, definitionEdit, joinInsertions } from "./citations/writeCitation.ts";
import type { ClaimQuery, ClaimsDatabase } from "./claims/database.ts";
import { derive, operandsFor } from "./claims/derive.ts";
import { documentContext } from "./claims/document.ts";
import type { Evidence, Subject } from "./claims/evidence.ts";
import { type Glossary, standardGlossary } from "./claims/glossary.ts";
import { judge, queryFor, settle } from "./claims/judge.ts";
import { type DocumentContext, nothingRunning, type Running, readBlockSubjects } from "./claims/subject.ts";
import type { Block, BlockContent, Draft, Passage } from "./draft/draft.ts";
import { headingsOf } from "./draft/headings.ts";
import { DraftReader } from "./draft/readDraft.ts";
import { applicableFrameworks } from "./frameworks/applicableFrameworks.ts";
import type { KnownDraft } from "./knownDraft.ts";
import type { Claim, Edit, Finding, Fix, Severity, SeveritySetting, Span } from "./model.ts";
import { oncePer } from "./oncePer.ts";
import { rules } from "./rules/index.ts";
import type { BlockFinding, BlockFix, PassageContext, Rule, RuleContext } from "./rules/rule.ts";
import type { Settings } from "./settings.ts";
import { applySilences } from "./silences.ts";

export interface CheckOptions {
	readonly database: ClaimsDatabase;
	readonly settings: Settings;
	/** The bibliographies that the front matter and the settings name, read; the same list for as long as they stay the same. */
	readonly bibliographies?: readonly BibliographyFile[];
	/** Looked at between blocks; an aborted check returns null. */
	readonly signal?: { readonly aborted: boolean };
	/** Called now and then during a long check, so that the caller can answer something else meanwhile. */
	readonly breathe?: () => Promise<void>;
}

/** A figure with its evidence, located in the draft. */
export interface LocatedEvidence {
	/** Span of the figure in the draft. */
	readonly span: Span;
	readonly evidence: Evidence;
	readonly passage: Passage;
	readonly block: Block;
}

export interface CheckedDraft {
	readonly draft: Draft;
	/** What its citations of sources mean. */
	readonly citations: DocumentCitations;
	/** Sorted by position; at most one evidence finding per figure. */
	readonly findings: readonly Finding[];
	/** Every figure with its evidence, in order. */
	readonly figures: readonly LocatedEvidence[];
	/** Check-worthy figures by what became of them. */
	readonly counts: { readonly supported: number; readonly unsupported: number };
	/** The names that it was read with. */
	readonly glossary: Glossary;
}

/** What one block came to, kept for as long as its text and everything that its evidence depends on stay the same. */
interface BlockResult {
	readonly subjects: readonly (readonly Subject[])[];
	readonly after: Running;
	/** Filled when the claims have been looked up. */
	evidence: readonly (readonly Evidence[])[] | null;
	/** What each rule found, with the key of what it depended on; in the order of the rules. */
	readonly found: ({ readonly key: string; readonly findings: readonly BlockFinding[] } | undefined)[];
	/** What all rules found together, with everything they depended on. */
	all: AllFound | null;
	/** The same where the block stood last. */
	placed: {
		readonly of: AllFound;
		readonly start: number;
		/** Where a fix defines a footnote; null where none does. */
		readonly definitions: number | null;
		/** The draft, where a fix edits other blocks or a finding points at them; else null. */
		readonly draft: Draft | null;
		readonly findings: readonly PlacedFinding[];
	} | null;
	/** Check-worthy figures by what became of them; filled with the evidence. */
	counts: { readonly supported: number; readonly unsupported: number };
}

interface AllFound {
	/** Stands for what is the same for every block: settings, frameworks, what the rules depend on elsewhere. */
	readonly everything: number;
	/** Stands for the headings above. */
	readonly under: number;
	/** What the rules depend on near the block. */
	readonly near: string;
	readonly findings: readonly Found[];
}

interface Found {
	readonly rule: Rule;
	readonly severity: Severity;
	readonly finding: BlockFinding;
}

interface PlacedFinding {
	/** Of the findings with the same text here only the first is reported; "" where all are. */
	readonly once: string;
	readonly finding: Finding;
}

/** A block in its place: with what it came to, and the headings above its beginning. */
interface Placed {
	readonly block: Block;
	readonly result: BlockResult;
	readonly headings: readonly Passage[];
	/** Stands for the texts of the headings above. */
	readonly under: number;
}

/** Short numbers for long texts, so that keys stay short: the same text has the same number, a number is never given twice. */
class Numbers {
	private known = new Map<string, number>();
	private last = 0;

	of(text: string): number {
		let number = this.known.get(text);
		if (number === undefined) {
			if (this.known.size >= 10_000) {
				this.known = new Map();
			}
			this.last += 1;
			number = this.last;
			this.known.set(text, number);
		}
		return number;
	}
}

/** Blocks between two looks at the clock and the signal. */
const blocksPerBreath = 64;

/** Checks one draft again and again while it is edited: blocks that have not changed are neither parsed nor judged again. */
export class DraftChecker {
	private readonly reader = new DraftReader();
	private readonly glossary: Glossary;
	/** By block content, then by its context's key: one paragraph may stand in several places. */
	private readonly results = new WeakMap<BlockContent, Map<string, BlockResult>>();
	private readonly citations = new CitationReader();
	private readonly numbers = new Numbers();
	private readonly runningNumber = oncePer((running: Running) => this.numbers.of(JSON.stringify(running)));

	constructor(glossary: Glossary = standardGlossary()) {
		this.glossary = glossary;
	}

	/** @returns null when `options.signal` was aborted on the way. */
	async check(text: string, options: CheckOptions): Promise<CheckedDraft | null> {
		const { database, settings, signal, breathe } = options;
		const read = await this.read(text, options);
		if (!read) {
			return null;
		}
		const bibliographies = options.bibliographies ?? none;
		const draft = withBibliographyProblems(read, bibliographies, settings.language);
		const document = this.documentOf(draft, settings);
		const frameworks = applicableFrameworks(draft.frontMatter, settings, mentionedFrameworks(draft));
		const about = this.numbers.of(JSON.stringify([database.version, document]));
		const wanted = this.numbers.of(JSON.stringify([settings, frameworks, draft.frontMatter]));

		let headings: readonly Passage[] = [];
		let under = this.numbers.of("");
		const placed: Placed[] = [];
		let running = nothingRunning;
		let carried = { number: -1, key: "" };
		for (const [index, block] of draft.blocks.entries()) {
			if (index % blocksPerBreath === blocksPerBreath - 1) {
				await breathe?.();
			}
			if (signal?.aborted) {
				return null;
			}
			const number = this.runningNumber(running);
			if (number !== carried.number) {
				carried = { number, key: `${about} ${number}` };
			}
			const result = this.resultOf(block.content, carried.key, running, document);
			running = result.after;
			placed.push({ block, result, headings, under });
			const own = headingsOf(block.content);
			if (own.length > 0) {
				headings = own.reduce(below, headings);
				under = this.numbers.of(JSON.stringify(headings.map((heading) => heading.text)));
			}
		}
		await this.lookUp(placed, options);
		if (signal?.aborted) {
			return null;
		}

		const citations = this.citations.read(draft, database, bibliographies);
		const known: KnownDraft = {
			blocks: placed.map(({ block, result, headings: above }) => ({
				block,
				evidence: result.evidence ?? none,
				under: scopeOfHeadings(above),
			})),
			glossary: this.glossary,
		};
		const active: ActiveRule[] = rules
			.map((rule, index) => ({
				rule,
				index,
				setting: settings.rules[rule.id],
				depends: rule.dependsOn ? this.numbers.of(`${rule.id} ${rule.dependsOn(draft, citations, settings, known)}`) : 0,
			}))
			.filter(({ rule, setting }) => (setting ?? rule.severity) !== "off");
		const neighbourly = active.filter(({ rule }) => rule.dependsOnNear !== undefined);
		const everything = this.numbers.of(`${wanted} ${active.map(({ depends }) => depends).join(" ")}`);
		const findings: Finding[] = [];
		const said = new Set<string>();
		let supported = 0;
		let unsupported = 0;
		for (const [index, { block, result, headings: above, under: place }] of placed.entries()) {
			if (index % blocksPerBreath === blocksPerBreath - 1) {
				await breathe?.();
				if (signal?.aborted) {
					return null;
				}
			}
			supported += result.counts.supported;
			unsupported += result.counts.unsupported;
			const near = nearOf(neighbourly, draft, block);
			if (!result.all || result.all.everything !== everything || result.all.under !== place || result.all.near !== near) {
				const at = headingsAbove(block.content, above);
				const context: RuleContext = {
					draft,
					block,
					passages: block.content.passages.map(
						(passage, j): PassageContext => ({ passage, evidence: result.evidence?.[j] ?? [], headings: at[j] ?? [] }),
					),
					settings,
					frameworks,
					database,
					glossary: this.glossary,
					citations,
					known,
					source: (passage, span) => passage.offsets.span(span),
				};
				const found = runRules(active, context, result, `${wanted} ${place}`);
				result.all = { everything, under: place, near, findings: found };
			}
			for (const { once, finding } of placedFindings(result, result.all, block.start, draft, citations.style)) {
				if (once === "") {
					findings.push(finding);
				} else if (!said.has(once)) {
					said.add(once);
					findings.push(finding);
				}
			}
		}
		return new Checked(
			draft,
			citations,
			applySilences(draft, findings, settings),
			{ supported, unsupported },
			placed,
			this.glossary,
		);
	}

	private async read(text: string, { breathe, signal }: CheckOptions): Promise<Draft | null> {
		const reading = this.reader.steps(text);
		for (;;) {
			const step = reading.next();
			if (step.done) {
				return step.value;
			}
			await breathe?.();
			if (signal?.aborted) {
				return null;
			}
		}
	}

	private documentOf(draft: Draft, settings: Settings): DocumentContext {
		const { frontMatter } = draft;
		const facts = {
			entity: frontMatter.entity ?? settings.entity,
			reportingPeriod: frontMatter.reportingPeriod ?? settings.reportingPeriod,
			published: frontMatter.published ?? "",
			title: frontMatter.title ?? "",
		};
		return documentContext(draft, facts, this.glossary, false);
	}

	private resultOf(content: BlockContent, key: string, running: Running, document: DocumentContext): BlockResult {
		let byKey = this.results.get(content);
		const known = byKey?.get(key);
		if (known) {
			return known;
		}
		if (!byKey || byKey.size > 4) {
			byKey = new Map();
			this.results.set(content, byKey);
		}
		const { subjects, after } = readBlockSubjects(content.passages, running, document, this.glossary);
		const result: BlockResult = {
			subjects,
			after,
			evidence: null,
			found: [],
			all: null,
			placed: null,
			counts: { supported: 0, unsupported: 0 },
		};
		byKey.set(key, result);
		return result;
	}

	/** Asks the database about all figures of the blocks that are new, in one batch. */
	private async lookUp(placed: readonly Placed[], { database, breathe, signal }: CheckOptions): Promise<void> {
		const open = [...new Map(placed.filter(({ result }) => result.evidence === null).map((one) => [one.result, one])).values()];
		const queries: ClaimQuery[] = [];
		for (const { block, result } of open) {
			for (const [i, passage] of block.content.passages.entries()) {
				for (const [j, figure] of passage.figures.entries()) {
					const subject = result.subjects[i]?.[j];
					const query = subject ? queryFor(figure, subject) : null;
					if (query) {
						queries.push(query);
					}
				}
			}
		}
		const answers = queries.length === 0 ? [] : await database.lookup(queries);
		let next = 0;
		for (const [index, { block, result }] of open.entries()) {
			if (index % blocksPerBreath === blocksPerBreath - 1) {
				await breathe?.();
				if (signal?.aborted) {
					return;
				}
			}
			let above: readonly Evidence[] = [];
			result.evidence = block.content.passages.map((passage, i) => {
				const candidates: (readonly Claim[])[] = [];
				const judged = passage.figures.map((figure, j) => {
					const subject = result.subjects[i]?.[j] as Subject;
					const claims = queryFor(figure, subject) ? (answers[next++] ?? []) : [];
					candidates.push(claims);
					return judge(figure, subject, claims, this.glossary);
				});
				const evidence = derive(passage, settle(judged, candidates, this.glossary), above, candidates);
				above = operandsFor(above, evidence);
				return evidence;
			});
			result.counts = countVerdicts(result.evidence);
		}
	}
}

interface ActiveRule {
	readonly rule: Rule;
	/** Its place in the list of all rules. */
	readonly index: number;
	readonly setting: SeveritySetting | undefined;
	/** Stands for what the rule depends on elsewhere in the document. */
	readonly depends: number;
}

/** Runs the rules whose findings of the block are not known yet. */
function runRules(active: readonly ActiveRule[], context: RuleContext, result: BlockResult, shared: string): readonly Found[] {
	const found: Found[] = [];
	for (const { rule, index, setting, depends } of active) {
		const key = `${shared} ${depends} ${rule.dependsOnNear?.(context.draft, context.block) ?? ""}`;
		let kept = result.found[index];
		if (kept?.key !== key) {
			kept = { key, findings: [...rule.check(context)] };
			result.found[index] = kept;
		}
		for (const finding of kept.findings) {
			// A severity that the writer sets goes before the rule's own gradation.
			found.push({ rule, finding, severity: (setting ?? finding.severity ?? rule.severity) as Severity });
		}
	}
	return withoutEchoes(withoutArithmeticEchoes(found));
}

function countVerdicts(evidence: readonly (readonly Evidence[])[]): { supported: number; unsupported: number } {
	const counts = { supported: 0, unsupported: 0 };
	for (const { verdict } of evidence.flat()) {
		if (verdict === "supported" || verdict === "derived") {
			counts.supported += 1;
		} else if (verdict !== "not-check-worthy") {
			counts.unsupported += 1;
		}
	}
	return counts;
}

/** The figures are located when somebody asks for them: a keystroke does not. */
class Checked implements CheckedDraft {
	readonly draft: Draft;
	readonly citations: DocumentCitations;
	readonly findings: readonly Finding[];
	readonly counts: { readonly supported: number; readonly unsupported: number };
	readonly glossary: Glossary;
	private readonly placed: readonly Placed[];
	private located: readonly LocatedEvidence[] | null = null;

	constructor(
		draft: Draft,
		citations: DocumentCitations,
		findings: readonly Finding[],
		counts: { readonly supported: number; readonly unsupported: number },
		placed: readonly Placed[],
		glossary: Glossary,
	) {
		this.glossary = glossary;
		this.draft = draft;
		this.citations = citations;
		this.findings = findings;
		this.counts = counts;
		this.placed = placed;
	}

	get figures(): readonly LocatedEvidence[] {
		this.located ??= this.placed.flatMap(({ block, result }) =>
			block.content.passages.flatMap((passage, i) =>
				(result.evidence?.[i] ?? []).map((evidence) => ({
					span: shift(passage.offsets.span(evidence.figure), block.start),
					evidence,
					passage,
					block,
				})),
			),
		);
		return this.located;
	}
}

function nearOf(neighbourly: readonly ActiveRule[], draft: Draft, block: Block): string {
	let near = "";
	for (const { rule } of neighbourly) {
		const depends = rule.dependsOnNear?.(draft, block) ?? "";
		near = depends === "" && near === "" ? "" : `${near}\n${rule.id} ${depends}`;
	}
	return near;
}

const none: readonly never[] = [];

/** Frameworks that a block cites. */
const frameworksOf = oncePer(({ passages }: BlockContent): readonly string[] => {
	const cited = new Set(passages.flatMap((passage) => passage.citations.map((citation) => citation.framework)));
	return cited.size === 0 ? none : [...cited];
});

function mentionedFrameworks(draft: Draft): string[] {
	const mentioned = new Set<string>();
	for (const block of draft.blocks) {
		for (const framework of frameworksOf(block.content)) {
			mentioned.add(framework);
		}
	}
	return [...mentioned].sort();
}

/** The headings above what follows `heading`, outermost first. */
function below(above: readonly Passage[], heading: Passage): readonly Passage[] {
	return [...above.filter((one) => one.depth < heading.depth), heading];
}

/** The headings above each passage of a block, outermost first. */
function headingsAbove(content: BlockContent, above: readonly Passage[]): (readonly Passage[])[] {
	let now = above;
	return content.passages.map((passage) => {
		if (passage.kind !== "heading") {
			return now;
		}
		now = below(now, passage);
		return now.slice(0, -1);
	});
}

/** A figure that cannot be what its twin says gets that finding only: what the claims say of it would be said twice. */
function withoutEchoes(all: readonly Found[]): readonly Found[] {
	// Of a figure that is to be updated, the source will be another.
	const stale = all.filter(({ rule }) => rule.id === "stale-figure");
	const found =
		stale.length === 0
			? all
			: all.filter(
					({ rule, finding }) =>
						rule.id !== "missing-source-citation" || !stale.some((other) => other.finding.span.start === finding.span.start),
				);
	const pairs = found.filter(({ rule }) => rule.id === "inconsistent-conversion");
	return pairs.length === 0
		? found
		: found.filter(
				({ rule, finding }) =>
					!evidenceRules.has(rule.id) ||
					!pairs.some((pair) => pair.finding.span.start === finding.span.start && pair.finding.span.end === finding.span.end),
			);
}

/**
 * One figure, one finding that it is wrong. Where a source says what is right, that says more than the sum that fails; where no
 * source speaks, the sum says more than that none does. Of two sums, the first in the order of the rules.
 */
function withoutArithmeticEchoes(found: readonly Found[]): readonly Found[] {
	const sums = found.filter(({ rule }) => arithmeticRules.has(rule.id));
	if (sums.length === 0) {
		return found;
	}
	const key = ({ finding: { span } }: Found) => `${span.start} ${span.end}`;
	const sourced = new Set(found.filter(({ rule }) => sourcedFaults.has(rule.id)).map(key));
	const summed = new Map<string, Found>();
	for (const one of sums) {
		if (!sourced.has(key(one)) && !summed.has(key(one))) {
			summed.set(key(one), one);
		}
	}
	return found.filter((one) =>
		arithmeticRules.has(one.rule.id) ? summed.get(key(one)) === one : !(unsourced.has(one.rule.id) && summed.has(key(one))),
	);
}

const arithmeticRules = new Set([
	"sum-mismatch",
	"percent-change-mismatch",
	"share-mismatch",
	"intensity-mismatch",
	"disagreeing-figures",
	"impossible-figure",
]);
/** Findings that say what the source says instead. */
const sourcedFaults = new Set([
	"scale-slip",
	"mismatched-unit",
	"target-as-result",
	"period-mismatch",
	"cumulative-as-annual",
	"entity-mismatch",
	"contradicted-figure",
]);
/** Findings that ask for a source of what is wrong anyway. */
const unsourced = new Set(["unsupported-figure", "missing-source-citation", "stale-figure"]);

const evidenceRules = new Set([
	"scale-slip",
	"mismatched-unit",
	"period-mismatch",
	"cumulative-as-annual",
	"entity-mismatch",
	"contradicted-figure",
	"qualifier-drift",
	"excess-precision",
	"unsupported-figure",
	"stale-figure",
	"missing-source-citation",
]);

/** What was found in a block, in its place in the draft: as long as neither has changed, the same objects. */
function placedFindings(
	result: BlockResult,
	of: AllFound,
	start: number,
	draft: Draft,
	style: CitationStyle,
): readonly PlacedFinding[] {
	if (of.findings.length === 0) {
		return none;
	}
	const { placed } = result;
	const isThere =
		(placed?.definitions === null || placed?.definitions === definitionPlace(draft).offset) &&
		(placed?.draft === null || placed?.draft === draft);
	if (placed?.of !== of || placed.start !== start || !isThere) {
		const define = (edit: DefinitionEdit): Edit => definitionEdit(draft, edit, style);
		const findings = of.findings.map(({ rule, severity, finding }) => ({
			once: finding.once === undefined ? "" : `${rule.id} ${finding.once}`,
			finding: located(finding, rule, severity, start, draft, define),
		}));
		const defines = of.findings.some(({ finding }) => finding.fixes?.some(({ edits }) => edits.some((edit) => "at" in edit)));
		const reaches = of.findings.some(
			({ finding }) =>
				finding.fixes?.some(({ elsewhere }) => elsewhere !== undefined) ||
				finding.related?.some(({ content }) => content !== undefined),
		);
		const definitions = defines ? definitionPlace(draft).offset : null;
		result.placed = { of, start, definitions, draft: reaches ? draft : null, findings };
		return findings;
	}
	return placed.findings;
}

function located(
	finding: BlockFinding,
	rule: Rule,
	severity: Severity,
	start: number,
	draft: Draft,
	define: (edit: DefinitionEdit) => Edit,
): Finding {
	return {
		rule: rule.id,
		severity,
		message: finding.message,
		span: shift(finding.span, start),
		fixes: (finding.fixes ?? []).map((fix) => locatedFix(fix, start, draft, define)),
		claims: finding.claims ?? [],
		...(finding.related ? { related: finding.related.map((one) => locatedRelated(one, start, draft)) } : {}),
	};
}

function locatedRelated(
	{ span, message, content }: NonNullable<BlockFinding["related"]>[number],
	start: number,
	draft: Draft,
): { readonly span: Span; readonly message: string } {
	return { span: shift(span, content === undefined ? start : (blockStarts(draft).get(content) ?? start)), message };
}

const blockStarts = oncePer(
	(draft: Draft): ReadonlyMap<BlockContent, number> => new Map(draft.blocks.map(({ content, start }) => [content, start])),
);

function locatedFix(fix: BlockFix, start: number, draft: Draft, define: (edit: DefinitionEdit) => Edit): Fix {
	const { title, safe, elsewhere } = fix;
	const here = joinInsertions(
		fix.edits.map((edit) => ("at" in edit ? define(edit) : { ...edit, span: shift(edit.span, start) })),
	);
	if (!elsewhere) {
		return { title, safe, edits: here };
	}
	let edits: readonly Edit[] | null = null;
	return {
		title,
		safe,
		get edits() {
			edits ??= [...here, ...elsewhere(draft, start)].sort((a, b) => a.span.start - b.span.start);
			return edits;
		},
	};
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
