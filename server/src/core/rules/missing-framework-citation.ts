import type { CellPosition } from "../draft/draft.ts";
import { declaredFrameworks } from "../frameworks/applicableFrameworks.ts";
import { type CitationIndex, indexCitations, type Surroundings, surroundingsOf } from "../frameworks/citationIndex.ts";
import { type FigureKindRow, fitsKind, type Level, Stretch } from "../frameworks/classifyFigure.ts";
import { type CitationStyle, plainStyle, printCitation } from "../frameworks/printCitation.ts";
import { findEntry, findFramework } from "../frameworks/registry.ts";
import { isInForce, type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import type { Figure, Fix, MessageLanguage, Span } from "../model.ts";
import { fold } from "../text/fold.ts";
import { placeCitation } from "./placeCitation.ts";
import type { BlockFinding, PassageContext, Rule, RuleContext } from "./rule.ts";
import { draftLanguage, printLanguage, say } from "./say.ts";

/**
 * A figure of a kind that a framework covers has no citation of that framework near it.
 *
 * Any coded citation of the framework in the figure's sentence, row, caption, paragraph, footnote or section heading counts,
 * also one of another disclosure; a heading, a caption or brackets that only name the framework count too. So does a content
 * index that lists a disclosure which fits the figure: many reports cite there and nowhere else. Whether the code
 * is the right one is for wrong-disclosure. Figures of one topic in one sentence or row need one citation between them.
 */
export const missingFrameworkCitation: Rule = {
	id: "missing-framework-citation",
	severity: "warning",
	summary: "A figure of a kind that a declared framework covers has no citation of that framework near it.",
	why: "Without the citation a reader cannot see which requirement the figure answers, and the content index has a gap.",
	dependsOn(draft) {
		const { mentioned, style, listed } = indexCitations(draft);
		return JSON.stringify([mentioned, style, listed, draft.frontMatter.frameworks, draft.frontMatter.reportingPeriod]);
	},
	dependsOnNear(draft, block) {
		const { captioned, footnotes } = surroundingsOf(draft, block);
		return captioned.length > 0 || Object.keys(footnotes).length > 0 ? JSON.stringify([captioned, footnotes]) : "";
	},
	*check(context) {
		if (context.frameworks.length === 0) {
			return;
		}
		const report = new Report(context);
		for (const group of groupsOf(context)) {
			yield* report.check(group);
		}
	},
};

/** A sentence, or a table's row: what shares a citation. */
interface Group {
	readonly at: PassageContext;
	/** Of its passage in the block. */
	readonly index: number;
	/** Of a sentence: its span in the passage. */
	readonly sentence: Span;
	/** Of a row: its cells in order. */
	readonly row: readonly PassageContext[] | null;
	readonly figures: readonly { readonly at: PassageContext; readonly figure: Figure; readonly kind: FigureKindRow }[];
}

interface Lack {
	readonly framework: string;
	readonly codes: readonly string[];
	readonly level: Level;
}

class Report {
	private readonly context: RuleContext;
	private readonly surroundings: Surroundings;
	private readonly style: CitationStyle;
	private readonly listed: CitationIndex["listed"];
	private readonly date: ReportDate;
	private readonly declared: readonly string[];
	/** Whether GRI applies only because the draft says nothing of any framework. */
	private readonly assumed: boolean;
	private headers: Map<string, readonly string[]> | null = null;

	constructor(context: RuleContext) {
		this.context = context;
		const { draft, block, settings } = context;
		this.surroundings = surroundingsOf(draft, block);
		const { style, listed, mentioned } = indexCitations(draft);
		this.style = style;
		this.listed = listed;
		this.date = reportDate(draft.frontMatter, settings);
		const declared = declaredFrameworks(draft.frontMatter, settings);
		this.declared = declared ?? [];
		this.assumed = declared === null && !mentioned.some((id) => findFramework(id)?.role === "disclosure");
	}

	*check(group: Group): Generator<BlockFinding> {
		const cited = this.citedBy(group);
		for (const topic of new Set(group.figures.map(({ kind }) => kind.topic))) {
			const figures = group.figures.filter(({ kind }) => kind.topic === topic);
			const kinds = [...new Set(figures.map(({ kind }) => kind))];
			const lacking = this.context.frameworks
				.filter((id) => !cited.has(id) && !this.isListed(id, kinds))
				.flatMap((id) => this.lack(id, kinds) ?? []);
			const first = figures[0];
			if (lacking.length > 0 && first) {
				yield this.finding(group, first, lacking);
			}
		}
	}

	/** Whether the draft's content index has a disclosure, or the whole standard, that fits one of the kinds. */
	private isListed(framework: string, kinds: readonly FigureKindRow[]): boolean {
		const listed = this.listed[framework] ?? [];
		return listed.some((code) => kinds.some((kind) => fitsKind(kind, framework, code)));
	}

	/** What a framework asks for these kinds on the report's date; null for nothing. */
	private lack(framework: string, kinds: readonly FigureKindRow[]): Lack | null {
		const codes = new Set<string>();
		let level: Level = "recommended";
		for (const kind of kinds) {
			const alternatives = kind.cite[framework] ?? [];
			const valid = alternatives.find((one) => one.every((code) => this.isValid(framework, code)));
			for (const code of valid ?? []) {
				codes.add(code);
			}
			// A goal that is only mentioned is no basis of reporting: figures need not name it.
			const weak = kind.weak?.includes(framework) || (framework === "SDG" && !this.declared.includes("SDG"));
			if (valid && kind.level === "expected" && !weak) {
				level = "expected";
			}
		}
		return codes.size === 0 ? null : { framework, codes: [...codes], level };
	}

	private isValid(framework: string, code: string): boolean {
		const entry = findEntry(framework, code);
		return entry !== undefined && isInForce(entry, this.date);
	}

	private finding(group: Group, first: Group["figures"][number], lacking: readonly Lack[]): BlockFinding {
		const { language } = this.context.settings;
		const expected = lacking.some(({ level }) => level === "expected");
		return {
			span: this.context.source(first.at.passage, first.figure),
			message: messageOf(first.kind, lacking, expected, this.assumed, language),
			fixes: lacking.map((lack): Fix => {
				const own = group.at.passage.language;
				const printed = printCitation(lack.framework, lack.codes, own, this.style);
				return {
					title: say(language, {
						en: `Cite ${named(lack, "en")}`,
						zh: `引用 ${named(lack, "zh")}`,
						ko: `${named(lack, "ko")} 인용하기`,
					}),
					safe: false,
					edits: [
						placeCitation(
							this.context,
							group.at.passage,
							group.sentence,
							group.row?.map(({ passage }) => passage) ?? null,
							printed,
							{
								fullWidth: draftLanguage(own) === "zh" && !this.style.halfWidth,
							},
						),
					],
				};
			}),
			...(expected ? {} : { severity: "information" }),
			// A draft that declares no framework is told once a kind, not at every figure.
			...(this.assumed ? { once: first.kind.id } : {}),
		};
	}

	/** The frameworks that are cited for a group of figures. */
	private citedBy({ at, index, row }: Group): Set<string> {
		const cited = new Set<string>(this.surroundings.captioned.find(({ first, last }) => first <= index && index <= last)?.cited);
		for (const heading of at.headings) {
			const isTitle = heading.depth === 1;
			const innermost = heading === at.headings.at(-1);
			for (const citation of heading.citations) {
				if (citation.code !== null || (innermost && !isTitle)) {
					cited.add(citation.framework);
				}
			}
		}
		for (const { passage } of row ?? [at]) {
			for (const citation of passage.citations) {
				if (citation.code !== null || isBracketed(passage.text, citation.span)) {
					cited.add(citation.framework);
				}
			}
			for (const { key } of passage.sourceCitations) {
				for (const framework of this.surroundings.footnotes[key] ?? []) {
					cited.add(framework);
				}
			}
		}
		if (row) {
			for (const framework of this.citedInHeader(row)) {
				cited.add(framework);
			}
		}
		return cited;
	}

	/** Codes in the header row of the columns that a row's figures stand in. */
	private *citedInHeader(row: readonly PassageContext[]): Generator<string> {
		this.headers ??= headerCitations(this.context);
		for (const { passage } of row) {
			if (passage.figures.length > 0 && passage.cell) {
				yield* this.headers.get(`${passage.cell.table}:${passage.cell.column}`) ?? [];
			}
		}
	}
}

/** Frameworks whose codes stand in a column's header, by table and column. */
function headerCitations(context: RuleContext): Map<string, readonly string[]> {
	const headers = new Map<string, readonly string[]>();
	for (const { passage } of context.passages) {
		const coded = passage.cell?.row === 0 ? passage.citations.filter(({ code }) => code !== null) : [];
		if (coded.length > 0 && passage.cell) {
			headers.set(
				`${passage.cell.table}:${passage.cell.column}`,
				coded.map(({ framework }) => framework),
			);
		}
	}
	return headers;
}

/** "(GRI)": set beside the figure as a reference, not part of the sentence. */
function isBracketed(text: string, span: Span): boolean {
	const before = text
		.slice(Math.max(0, span.start - 60), span.start)
		.replaceAll("（", "(")
		.replaceAll("）", ")");
	return before.lastIndexOf("(") > before.lastIndexOf(")") && /^[^()（）]{0,60}[)）]/.test(text.slice(span.end, span.end + 61));
}

/** The sentences and rows of a block with the kinds of their check-worthy figures. Headings repeat what the text says. */
function* groupsOf(context: RuleContext): Generator<Group> {
	const rows = new Map<string, { readonly index: number; readonly cells: PassageContext[] }>();
	for (const [index, at] of context.passages.entries()) {
		const { cell, kind } = at.passage;
		if (cell) {
			const key = `${cell.table}:${cell.row}`;
			const row = rows.get(key) ?? { index, cells: [] };
			row.cells.push(at);
			rows.set(key, row);
		} else if (kind !== "heading" && kind !== "quote" && kind !== "footnote") {
			yield* sentenceGroups(at, index);
		}
	}
	for (const { index, cells: row } of rows.values()) {
		const figures = row.flatMap((at) => classifyCell(at));
		const first = row[0];
		if (figures.length > 0 && first) {
			yield { at: first, index, sentence: { start: 0, end: first.passage.text.length }, row, figures };
		}
	}
}

function* sentenceGroups(at: PassageContext, index: number): Generator<Group> {
	const { passage } = at;
	const worthy = passage.figures.filter((figure) => figure.checkworthy);
	if (worthy.length === 0) {
		return;
	}
	let next = 0;
	for (const sentence of passage.sentences) {
		const here: Figure[] = [];
		while (next < worthy.length && (worthy[next] as Figure).start < sentence.end) {
			here.push(worthy[next] as Figure);
			next += 1;
		}
		if (here.length === 0) {
			continue;
		}
		const figures = classify(passage.text.slice(sentence.start, sentence.end), here, sentence.start).map(({ figure, kind }) => ({
			at,
			figure,
			kind,
		}));
		if (figures.length > 0) {
			yield { at, index, sentence, row: null, figures };
		}
	}
}

function classifyCell(at: PassageContext): Group["figures"] {
	const { passage } = at;
	const worthy = passage.figures.filter((figure) => figure.checkworthy);
	const cell = passage.cell as CellPosition;
	if (worthy.length === 0 || cell.row === 0) {
		return [];
	}
	const headers = `${cell.rowHeader} | ${cell.columnHeader} | `;
	return classify(headers + passage.text, worthy, -headers.length).map(({ figure, kind }) => ({ at, figure, kind }));
}

/** @param start what the figures' offsets are ahead of the text's. */
function classify(text: string, figures: readonly Figure[], start: number): { figure: Figure; kind: FigureKindRow }[] {
	const folded = fold(text);
	const stretch = new Stretch(folded.text);
	const foldedOffset = (offset: number): number => {
		let low = 0;
		let high = folded.text.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (folded.offsets.startOf(middle) < offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	};
	return figures.flatMap((figure) => {
		const kind = stretch.classify(figure, { start: foldedOffset(figure.start - start), end: foldedOffset(figure.end - start) });
		return kind ? [{ figure, kind }] : [];
	});
}

function messageOf(
	kind: FigureKindRow,
	lacking: readonly Lack[],
	expected: boolean,
	assumed: boolean,
	language: MessageLanguage,
): string {
	const frameworks = lacking.map(({ framework }) => framework);
	const cite = lacking.map((lack) => named(lack, language));
	const label = kind.label[language];
	if (language === "zh") {
		const where = assumed ? "在此处引用" : "在此处、表题或章节标题引用";
		const rest = assumed ? "，或在文件开头声明所依据的框架" : "";
		return `该数字（${label}）附近没有引用${frameworks.join("或")}的披露项，读者无从知道它回应哪项要求。${expected ? "请" : "建议"}${where} ${cite.join("、")}${rest}。`;
	}
	if (language === "ko") {
		const rest = assumed ? " 다른 기준을 따른다면 머리말에 선언하세요." : "";
		return `이 수치(${label}) 주변에 ${frameworks.join("·")} 공시 인용이 없어 독자가 어떤 요구사항에 대한 것인지 알 수 없습니다. 여기나 표 제목, 절 제목에 ${cite.join(", ")} 인용을 ${expected ? "넣으세요" : "넣는 것이 좋습니다"}.${rest}`;
	}
	const either = frameworks.length > 1 ? `${frameworks.slice(0, -1).join(", ")} or ${frameworks.at(-1)}` : frameworks[0];
	const all = cite.length > 1 ? `${cite.slice(0, -1).join(", ")} and ${cite.at(-1)}` : cite[0];
	const where = assumed
		? "here, or declare the report's frameworks in the front matter"
		: "here, in the caption or in the section heading";
	return `No ${either} disclosure is cited for this figure (${label}), so a reader cannot see which requirement it answers. ${expected ? "Cite" : "Consider citing"} ${all} ${where}.`;
}

/** A framework with the codes to cite: "GRI 305-1", "TCFD Metrics and Targets b (MT-b)". */
function named({ framework, codes }: Lack, language: MessageLanguage): string {
	const printed = printCitation(framework, codes, printLanguage(language), plainStyle);
	return framework === "TCFD" ? `${printed} (${codes.join(", ")})` : printed;
}
