import { enterInIndex, indexedFrameworks } from "../contentIndex/contentIndex.ts";
import type { Passage } from "../draft/draft.ts";
import { declaredFrameworks } from "../frameworks/applicableFrameworks.ts";
import { type CitationIndex, indexCitations, type Surroundings, surroundingsOf } from "../frameworks/citationIndex.ts";
import { type FigureGroup, type GroupedFigure, groupFigures } from "../frameworks/figureGroups.ts";
import type { FigureKindRow, Level } from "../frameworks/figureKind.ts";
import { codesFor, fitsKind } from "../frameworks/kindCodes.ts";
import { plainStyle, printCitation } from "../frameworks/printCitation.ts";
import { findFramework } from "../frameworks/registry.ts";
import { type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import type { Fix, MessageLanguage, Span } from "../model.ts";
import { placeCitation } from "./placeCitation.ts";
import type { BlockFinding, BlockFix, Rule, RuleContext } from "./rule.ts";
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
	dependsOn(draft, _citations, settings) {
		const { mentioned, style, listed } = indexCitations(draft);
		return JSON.stringify([mentioned, style, listed, indexedFrameworks(draft, settings)]);
	},
	dependsOnNear(draft, block) {
		const { captioned, footnotes } = surroundingsOf(draft, block);
		return captioned.length > 0 || Object.keys(footnotes).length > 0 ? JSON.stringify([captioned, footnotes]) : "";
	},
	*check(context) {
		const groups = context.frameworks.length === 0 ? [] : groupFigures(context.block.content);
		if (groups.length === 0) {
			return;
		}
		const report = new Report(context);
		for (const group of groups) {
			yield* report.check(group);
		}
	},
};

interface Lack {
	readonly framework: string;
	readonly codes: readonly string[];
	readonly level: Level;
}

class Report {
	private readonly context: RuleContext;
	private readonly surroundings: Surroundings;
	private readonly index: CitationIndex;
	private readonly date: ReportDate;
	private readonly declared: readonly string[];
	/** Whether GRI applies only because the draft says nothing of any framework. */
	private readonly assumed: boolean;
	private headers: ReadonlyMap<string, readonly string[]> | null = null;

	constructor(context: RuleContext) {
		this.context = context;
		const { draft, block, settings } = context;
		this.surroundings = surroundingsOf(draft, block);
		this.index = indexCitations(draft);
		this.date = reportDate(draft.frontMatter, settings);
		const declared = declaredFrameworks(draft.frontMatter, settings);
		this.declared = declared ?? [];
		this.assumed = declared === null && !this.index.mentioned.some((id) => findFramework(id)?.role === "disclosure");
	}

	*check(group: FigureGroup): Generator<BlockFinding> {
		const cited = this.citedBy(group);
		const uncited = this.context.frameworks.filter((id) => !cited.has(id));
		const topics = new Map<string, { readonly first: GroupedFigure; readonly kinds: Set<FigureKindRow> }>();
		for (const one of group.figures) {
			if (one.kind) {
				const topic = topics.get(one.kind.topic) ?? { first: one, kinds: new Set() };
				topic.kinds.add(one.kind);
				topics.set(one.kind.topic, topic);
			}
		}
		for (const { first, kinds } of topics.values()) {
			const lacking = uncited.flatMap((id) => this.lack(id, [...kinds]) ?? []);
			if (lacking.length > 0) {
				yield this.finding(group, first, lacking);
			}
		}
	}

	/** What a framework asks for these kinds on the report's date and the content index lacks; null for nothing. */
	private lack(framework: string, kinds: readonly FigureKindRow[]): Lack | null {
		const listed = this.index.listed[framework] ?? [];
		if (listed.some((code) => kinds.some((kind) => fitsKind(kind, framework, code)))) {
			return null;
		}
		const codes = new Set<string>();
		let level: Level = "recommended";
		for (const kind of kinds) {
			const asked = codesFor(kind, framework, this.date);
			for (const code of asked) {
				codes.add(code);
			}
			// A goal that is only mentioned is no basis of reporting: figures need not name it.
			const weak = kind.weak?.includes(framework) || (framework === "SDG" && !this.declared.includes("SDG"));
			if (asked.length > 0 && kind.level === "expected" && !weak) {
				level = "expected";
			}
		}
		return codes.size === 0 ? null : { framework, codes: [...codes], level };
	}

	private finding(group: FigureGroup, first: GroupedFigure, lacking: readonly Lack[]): BlockFinding {
		const { context, assumed } = this;
		const { language } = context.settings;
		const kind = first.kind as FigureKindRow;
		const expected = lacking.some(({ level }) => level === "expected");
		return {
			span: context.source(this.passage(first.index), first.figure),
			message: messageOf(kind, lacking, expected, assumed, language),
			fixes: [...lacking.map((lack) => this.fix(group, lack)), ...this.indexFixes(group, first, lacking)],
			...(expected ? {} : { severity: "information" }),
			...this.repetition(kind, lacking),
		};
	}

	/**
	 * What is said once instead of at every figure: everything, once a kind, where the draft declares no framework; what another
	 * framework than GRI only recommends, once a topic; and that goals are not named, once.
	 */
	private repetition(kind: FigureKindRow, lacking: readonly Lack[]): { readonly once?: string } {
		if (this.assumed) {
			return { once: kind.id };
		}
		const frameworks = lacking.map(({ framework }) => framework);
		if (lacking.some(({ framework, level }) => framework === "GRI" || level === "expected")) {
			return {};
		}
		return { once: frameworks.every((id) => id === "SDG") ? "SDG" : `${frameworks.join()} ${kind.topic}` };
	}

	private fix(group: FigureGroup, lack: Lack): Fix {
		const passage = this.passage(group.index);
		const row = group.row?.map((index) => this.passage(index)) ?? null;
		const printed = printCitation(lack.framework, lack.codes, passage.language, this.index.style);
		const own = draftLanguage(passage.language);
		// An English line in a Chinese or Korean draft has the brackets of English.
		const setting = {
			fullWidth: own === "zh" && !this.index.style.halfWidth && /\p{Script=Han}/u.test(passage.text),
			close: own === "ko" && /\p{Script=Hangul}/u.test(passage.text),
		};
		const { language } = this.context.settings;
		const name = named(lack, language);
		return {
			title: say(language, { en: `Cite ${name}`, zh: `引用 ${name}`, ko: `${name} 인용하기` }),
			safe: false,
			edits: [placeCitation(this.context, passage, group.sentence, row, printed, setting)],
		};
	}

	/** Where the report has a content index: entries of what is lacking. A generated index lists what the text cites. */
	private indexFixes(group: FigureGroup, first: GroupedFigure, lacking: readonly Lack[]): BlockFix[] {
		const { draft, settings } = this.context;
		const { frameworks, generated } = indexedFrameworks(draft, settings);
		const at = this.context.source(this.passage(first.index), first.figure).start;
		return lacking
			.filter(({ framework }) => frameworks.includes(framework))
			.map((lack) => {
				const name = named(lack, settings.language);
				return {
					title: generated
						? say(settings.language, {
								en: `Cite ${name} here and in the content index`,
								zh: `在此处和内容索引中引用 ${name}`,
								ko: `여기와 대조표에 ${name} 인용하기`,
							})
						: say(settings.language, {
								en: `Add ${name} to the content index`,
								zh: `将 ${name} 加入内容索引`,
								ko: `대조표에 ${name} 추가하기`,
							}),
					safe: false,
					edits: generated ? this.fix(group, lack).edits : [],
					elsewhere: (now, start) => enterInIndex(now, settings, lack.framework, lack.codes, start + at) ?? [],
				};
			});
	}

	private passage(index: number): Passage {
		return this.context.block.content.passages[index] as Passage;
	}

	/** The frameworks that are cited for a group of figures. */
	private citedBy({ index, row }: FigureGroup): Set<string> {
		const cited = new Set<string>(this.surroundings.captioned.find(({ first, last }) => first <= index && index <= last)?.cited);
		const headings = this.context.passages[index]?.headings ?? [];
		for (const heading of headings) {
			const isSection = heading === headings.at(-1) && heading.depth > 1;
			for (const { code, framework } of heading.citations) {
				if (code !== null || isSection) {
					cited.add(framework);
				}
			}
		}
		for (const passage of (row ?? [index]).map((at) => this.passage(at))) {
			for (const { code, framework, span } of passage.citations) {
				if (code !== null || isBracketed(passage.text, span)) {
					cited.add(framework);
				}
			}
			for (const { key } of passage.sourceCitations) {
				for (const framework of this.surroundings.footnotes[key] ?? []) {
					cited.add(framework);
				}
			}
			for (const framework of passage.cell && passage.figures.length > 0 ? this.citedInHeader(passage.cell) : []) {
				cited.add(framework);
			}
		}
		return cited;
	}

	/** Frameworks whose codes stand in the header of a cell's column. */
	private citedInHeader({ table, column }: { readonly table: number; readonly column: number }): readonly string[] {
		this.headers ??= headerCitations(this.context.block.content.passages);
		return this.headers.get(`${table}:${column}`) ?? [];
	}
}

/** Frameworks whose codes stand in a column's header, by table and column. */
function headerCitations(passages: readonly Passage[]): Map<string, readonly string[]> {
	const headers = new Map<string, readonly string[]>();
	for (const { cell, citations } of passages) {
		const coded = cell?.row === 0 ? citations.filter(({ code }) => code !== null) : [];
		if (cell && coded.length > 0) {
			headers.set(
				`${cell.table}:${cell.column}`,
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
		.replace(/（/g, "(")
		.replace(/）/g, ")");
	return before.lastIndexOf("(") > before.lastIndexOf(")") && /^[^()（）]{0,60}[)）]/.test(text.slice(span.end, span.end + 61));
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
