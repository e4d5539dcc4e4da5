/** What a report discloses of the frameworks that it declares, where, and what it does not. */
import { neverOmitted } from "../../../data/frameworks/contentIndex.ts";
import type { Draft } from "../draft/draft.ts";
import { declaredFrameworks } from "../frameworks/applicableFrameworks.ts";
import { indexCitations } from "../frameworks/citationIndex.ts";
import { groupFigures } from "../frameworks/figureGroups.ts";
import { codesFor } from "../frameworks/kindCodes.ts";
import { allEntries, type Entry, findFramework } from "../frameworks/registry.ts";
import { isInForce, type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import type { Span } from "../model.ts";
import type { Settings } from "../settings.ts";
import { keptMarker, readPlaces, stretchesOf } from "./contentIndex.ts";
import { entryOf, keyOf, rankOf, requiredOf } from "./disclosures.ts";
import { type Heading, outlineOf } from "./outline.ts";
import { readIndexTables } from "./tables.ts";

/**
 * "partly": something in the report points to the disclosure, but does not make it in full: figures of its kind stand there without a
 * citation, only its standard is cited as a whole, or the content index says what is left out.
 */
export type CoverageStatus = "disclosed" | "partly" | "not-disclosed";

export interface CoveragePlace {
	/** Index of the draft among those of the report. */
	readonly draft: number;
	readonly span: Span;
	/** The heading that it stands in or below, or null. */
	readonly heading: Heading | null;
	/** "citation": the disclosure is cited; "figure": a figure of its kind, without a citation; "index": only the content index says so. */
	readonly kind: "citation" | "figure" | "index";
}

export interface Coverage {
	readonly entry: Entry;
	readonly status: CoverageStatus;
	/** Whether the framework requires it of every report that declares it. */
	readonly required: boolean;
	/** Whether the framework permits no reason for leaving it out. */
	readonly neverOmitted: boolean;
	readonly places: readonly CoveragePlace[];
	/** What the content index says is left out, and why; "" for nothing. */
	readonly omission: string;
}

export interface FrameworkCoverage {
	readonly framework: string;
	readonly counts: Readonly<Record<CoverageStatus, number>>;
	/** In the order of the registry. */
	readonly disclosures: readonly Coverage[];
}

export interface ReportCoverage {
	/** Whether front matter or settings declare the frameworks; else they are those that are cited. */
	readonly declared: boolean;
	readonly frameworks: readonly FrameworkCoverage[];
	/** Declared names that the registry does not know. */
	readonly unknown: readonly string[];
}

interface Answer {
	readonly entry: Entry;
	readonly places: CoveragePlace[];
	omission: string;
}

/**
 * The coverage of a report that consists of these drafts. Of each framework: what it requires of every report, and of the
 * standards that the report touches all their disclosures in force; of the SDG only what is cited, since nobody answers all of its targets.
 * @param named frameworks to look at as if they were declared, instead of those that are
 */
export function coverageOf(drafts: readonly Draft[], settings: Settings, named: readonly string[] = []): ReportCoverage {
	const declared =
		named.length > 0 ? named : [...new Set(drafts.flatMap((draft) => declaredFrameworks(draft.frontMatter, settings) ?? []))];
	const answers = new Answers();
	for (const [index, draft] of drafts.entries()) {
		answers.read(draft, index, reportDate(draft.frontMatter, settings));
	}
	const cited = [...new Set(drafts.flatMap((draft) => indexCitations(draft).mentioned))].filter(
		(id) => findFramework(id)?.role === "disclosure" && answers.has(id),
	);
	const frameworks = declared.length > 0 ? declared : cited;
	const date = dateOf(drafts, settings);
	return {
		declared: declared.length > 0,
		frameworks: frameworks
			.filter((id) => findFramework(id) !== undefined)
			.map((id) => answers.coverage(id, declared.length > 0 ? requiredOf(id, date, drafts) : [], date)),
		unknown: frameworks.filter((id) => findFramework(id) === undefined),
	};
}

/** The date of a report is that of the first of its drafts that says one. */
function dateOf(drafts: readonly Draft[], settings: Settings): ReportDate {
	const dates = drafts.map((draft) => reportDate(draft.frontMatter, settings));
	const dated = dates.find(({ published, periodEnd }) => published !== null || periodEnd !== null) ?? dates[0];
	return dated ?? { published: null, periodStart: null, periodEnd: null };
}

class Answers {
	private readonly byFramework = new Map<string, Map<string, Answer>>();

	has(framework: string): boolean {
		return this.byFramework.has(framework);
	}

	read(draft: Draft, index: number, date: ReportDate): void {
		for (const { citation, span, heading } of outlineOf(draft).places) {
			const entry = entryOf(citation, date);
			if (entry) {
				this.of(entry).places.push({ draft: index, span, heading, kind: "citation" });
			}
		}
		this.readIndex(draft, index, date);
		this.readFigures(draft, index, date);
	}

	private readIndex(draft: Draft, index: number, date: ReportDate): void {
		const { headings } = outlineOf(draft);
		for (const stretch of stretchesOf(draft)) {
			for (const { rows, columns } of readIndexTables(draft.text, stretch, draft.language, date)) {
				for (const { entry, cells, line } of rows) {
					const omission = cells[columns.omissions]?.source ?? "";
					const where = columns.where < 0 ? "" : (cells[columns.where]?.source ?? "").replace(keptMarker, "").trim();
					const { links, own } = readPlaces(where);
					if (!entry || (omission === "" && links.length === 0 && own === "")) {
						continue;
					}
					const answer = this.of(entry);
					answer.omission ||= omission;
					// Where the text cites it, the row says nothing new.
					if (
						(links.length > 0 || own !== "") &&
						!answer.places.some(({ kind, draft }) => kind === "citation" && draft === index)
					) {
						const heading = headings.findLast(({ span }) => span.start <= line.start) ?? null;
						answer.places.push({ draft: index, span: cells[columns.code]?.span ?? line, heading, kind: "index" });
					}
				}
			}
		}
	}

	/** Figures of a kind that a disclosure covers, whether or not it is cited beside them. */
	private readFigures(draft: Draft, index: number, date: ReportDate): void {
		const { headings, region } = outlineOf(draft);
		let next = 0;
		for (const { start, content } of draft.blocks) {
			while ((headings[next]?.span.start ?? Number.POSITIVE_INFINITY) <= start) {
				next += 1;
			}
			if (region && start >= region.whole.start && start < region.whole.end) {
				continue;
			}
			for (const group of groupFigures(content)) {
				for (const { index: at, figure, kind } of group.figures) {
					for (const framework of kind?.level === "expected" ? Object.keys(kind.cite) : []) {
						for (const code of kind ? codesFor(kind, framework, date) : []) {
							const entry = entryOf({ framework, code, edition: null }, date);
							const passage = content.passages[at];
							if (entry && passage) {
								const span = passage.offsets.span(figure);
								this.of(entry).places.push({
									draft: index,
									span: { start: start + span.start, end: start + span.end },
									heading: headings[next - 1] ?? null,
									kind: "figure",
								});
							}
						}
					}
				}
			}
		}
	}

	private of(entry: Entry): Answer {
		const known = this.byFramework.get(entry.framework) ?? new Map<string, Answer>();
		this.byFramework.set(entry.framework, known);
		const answer = known.get(keyOf(entry)) ?? { entry, places: [], omission: "" };
		known.set(keyOf(entry), answer);
		return answer;
	}

	coverage(framework: string, required: readonly Entry[], date: ReportDate): FrameworkCoverage {
		const answers = this.byFramework.get(framework) ?? new Map<string, Answer>();
		const given = [...answers.values()];
		const touched = new Set(given.map(({ entry }) => entry.standard));
		const asked = new Map(required.map((entry) => [keyOf(entry), entry]));
		const entries = new Map(asked);
		for (const { entry } of given) {
			entries.set(keyOf(entry), entry);
		}
		for (const entry of framework === "SDG" ? [] : allEntries(framework)) {
			if (touched.has(entry.standard) && entry.code !== entry.standard && isInForce(entry, date)) {
				entries.set(keyOf(entry), entry);
			}
		}
		const wholes = new Map(
			given.filter(({ entry }) => entry.code === entry.standard).map((answer) => [answer.entry.standard, answer]),
		);
		const all = [...entries.values()];
		const disclosures = all
			.filter((entry) => !isWholeOfListed(entry, all))
			.map((entry): Coverage => {
				const answer = answers.get(keyOf(entry));
				const whole = wholes.get(entry.standard);
				const cited = answer?.places.filter(({ kind }) => kind !== "figure") ?? [];
				const omission = answer?.omission ?? "";
				const places = cited.length > 0 ? cited : (answer?.places ?? []);
				const isTold = places.length > 0 || (whole?.places.length ?? 0) > 0;
				return {
					entry,
					status: cited.length > 0 && omission === "" ? "disclosed" : isTold ? "partly" : "not-disclosed",
					required: asked.has(keyOf(entry)),
					neverOmitted: neverOmitted[framework]?.includes(entry.code) ?? false,
					places: places.length > 0 ? places : (whole?.places ?? []),
					omission,
				};
			})
			.sort((a, b) => rankOf(a.entry) - rankOf(b.entry));
		const counts = { disclosed: 0, partly: 0, "not-disclosed": 0 };
		for (const { status } of disclosures) {
			counts[status] += 1;
		}
		return { framework, counts, disclosures };
	}
}

/** Of a standard that is cited as a whole, its disclosures are listed; a goal of the SDG stands for itself. */
function isWholeOfListed({ framework, code, standard }: Entry, all: readonly Entry[]): boolean {
	return framework !== "SDG" && code === standard && all.some((other) => other.standard === standard && other.code !== standard);
}
