/** Coverage as a list, JSON and CSV. */
import type { Coverage, CoveragePlace, FrameworkCoverage, ReportCoverage } from "../../core/contentIndex/coverage.ts";
import { anchorsOf, type Heading, outlineOf } from "../../core/contentIndex/outline.ts";
import type { Draft } from "../../core/draft/draft.ts";
import { findFramework } from "../../core/frameworks/registry.ts";
import type { MessageLanguage } from "../../core/model.ts";
import { columnsOf, fitColumns, padColumns, printable } from "../excerpt.ts";
import type { Lines } from "../lines.ts";
import type { Terminal } from "../output.ts";
import { csvText } from "./csv.ts";

/** One draft of a report. */
export interface Chapter {
	readonly name: string;
	readonly draft: Draft;
	readonly lines: Lines;
}

interface CoverageWords {
	readonly status: Readonly<Record<Coverage["status"], string>>;
	readonly required: string;
	readonly neverOmitted: string;
	readonly figure: string;
	readonly index: string;
	readonly more: (count: number) => string;
	readonly undeclared: string;
	readonly nothing: string;
	readonly unknown: (names: string) => string;
}

const words: Readonly<Record<MessageLanguage, CoverageWords>> = {
	en: {
		status: { disclosed: "disclosed", partly: "partly", "not-disclosed": "not disclosed" },
		required: "required",
		neverOmitted: "required, no reason for omission is permitted",
		figure: "figure without a citation",
		index: "only in the content index",
		more: (count) => `and ${count} more`,
		undeclared:
			"the report declares no framework, so these are the ones it cites and nothing is required; declare them in the front matter: frameworks: [GRI]",
		nothing:
			"the report declares no framework and cites none; declare them in the front matter, for example frameworks: [GRI, TCFD], or name one with --framework",
		unknown: (names) => `declared, but not known: ${names}; check the spelling`,
	},
	zh: {
		status: { disclosed: "已披露", partly: "部分披露", "not-disclosed": "未披露" },
		required: "必报",
		neverOmitted: "必报，不得从略",
		figure: "有数字但未引用",
		index: "仅见于内容索引",
		more: (count) => `另有 ${count} 处`,
		undeclared: "报告未声明框架，以下为其引用的框架，不含必报要求；请在 front matter 中声明：frameworks: [GRI]",
		nothing: "报告未声明也未引用任何框架；请在 front matter 中声明，例如 frameworks: [GRI, TCFD]，或用 --framework 指定",
		unknown: (names) => `已声明但无法识别：${names}；请检查拼写`,
	},
	ko: {
		status: { disclosed: "공시됨", partly: "일부 공시", "not-disclosed": "미공시" },
		required: "필수",
		neverOmitted: "필수, 생략 불가",
		figure: "인용 없는 수치",
		index: "대조표에만 있음",
		more: (count) => `외 ${count}곳`,
		undeclared:
			"보고서가 프레임워크를 선언하지 않아 인용한 것만 나열하고 필수 공시는 따지지 않습니다. front matter에 frameworks: [GRI]처럼 선언하세요",
		nothing:
			"보고서가 선언하거나 인용한 프레임워크가 없습니다. front matter에 frameworks: [GRI, TCFD]처럼 선언하거나 --framework로 지정하세요",
		unknown: (names) => `선언되었지만 알 수 없는 이름: ${names}. 철자를 확인하세요`,
	},
};

const marks = { disclosed: "✓", partly: "◐", "not-disclosed": "✗" } as const;
const tones = { disclosed: "green", partly: "yellow", "not-disclosed": "red" } as const;

/** The most places of one disclosure that are listed for people. */
const mostPlaces = 3;

export class CoveredReport {
	private readonly coverage: ReportCoverage;
	private readonly chapters: readonly Chapter[];
	private readonly language: MessageLanguage;
	private readonly anchors: readonly ReadonlyMap<Heading, string>[];

	constructor(coverage: ReportCoverage, chapters: readonly Chapter[], language: MessageLanguage) {
		this.coverage = coverage;
		this.chapters = chapters;
		this.language = language;
		this.anchors = chapters.map(({ draft }) => {
			const { headings } = outlineOf(draft);
			const anchors = anchorsOf(headings);
			return new Map(headings.map((heading, index) => [heading, anchors[index] as string]));
		});
	}

	/** What the writer should know about the list as a whole; "" for nothing. */
	advice(): string {
		const { declared, frameworks, unknown } = this.coverage;
		const say = words[this.language];
		if (unknown.length > 0) {
			return say.unknown(unknown.join(", "));
		}
		return frameworks.length === 0 ? say.nothing : declared ? "" : say.undeclared;
	}

	json(): string {
		const frameworks = this.coverage.frameworks.map(({ framework, counts, disclosures }) => ({
			framework,
			label: findFramework(framework)?.label[this.language] ?? framework,
			counts: { disclosed: counts.disclosed, partly: counts.partly, notDisclosed: counts["not-disclosed"] },
			disclosures: disclosures.map(({ entry, status, required, omission, places }) => ({
				code: entry.code,
				edition: entry.edition,
				label: entry.label[this.language],
				status,
				required,
				omission,
				places: places.map((place) => ({
					file: this.chapter(place).name,
					range: this.chapter(place).lines.range(place.span),
					heading: place.heading?.text ?? null,
					anchor: place.heading ? (this.anchors[place.draft]?.get(place.heading) ?? null) : null,
					kind: place.kind,
				})),
			})),
		}));
		const { declared, unknown } = this.coverage;
		const files = this.chapters.map(({ name }) => name);
		return `${JSON.stringify({ files, declared, unknown, frameworks }, null, "\t")}\n`;
	}

	csv(): string {
		const head = ["framework", "code", "edition", "label", "status", "required", "file", "line", "heading", "kind", "omission"];
		const rows = this.coverage.frameworks.flatMap(({ framework, disclosures }) =>
			disclosures.flatMap(({ entry, status, required, omission, places }) => {
				const start = [framework, entry.code, entry.edition, entry.label[this.language], status, required ? "yes" : "no"];
				const located = places.map((place) => {
					const { name, lines } = this.chapter(place);
					return [name, lines.position(place.span.start).line + 1, place.heading?.text ?? "", place.kind];
				});
				return (located.length > 0 ? located : [["", "", "", ""]]).map((place) => [...start, ...place, omission]);
			}),
		);
		return csvText([head, ...rows]);
	}

	pretty(terminal: Terminal): string {
		return this.coverage.frameworks.map((one) => this.prettyFramework(one, terminal)).join("\n");
	}

	private prettyFramework({ framework, counts, disclosures }: FrameworkCoverage, terminal: Terminal): string {
		const say = words[this.language];
		const comma = this.language === "zh" ? "，" : ", ";
		const label = findFramework(framework)?.label[this.language] ?? framework;
		const tally = (["disclosed", "partly", "not-disclosed"] as const)
			.map((status) =>
				this.language === "en" ? `${counts[status]} ${say.status[status]}` : `${say.status[status]} ${counts[status]}`,
			)
			.join(comma);
		const codeWidth = Math.max(0, ...disclosures.map(({ entry }) => columnsOf(entry.code)));
		const labelWidth = Math.min(40, Math.max(0, ...disclosures.map(({ entry }) => columnsOf(entry.label[this.language]))));
		const lines = disclosures.map((one) => {
			const { entry, status } = one;
			const name = padColumns(fitColumns(entry.label[this.language], labelWidth), labelWidth);
			const start = `  ${marks[status]} ${padColumns(entry.code, codeWidth)}  ${name}  `;
			const room = Math.max(16, terminal.width - columnsOf(start));
			const rest = fitColumns(printable(this.details(one)), room);
			return `  ${terminal.paint(marks[status], tones[status])}${start.slice(3)}${terminal.paint(rest, "dim")}`.trimEnd();
		});
		return `${[terminal.paint(`${framework}${label === framework ? "" : ` (${label})`}: ${tally}`, "bold"), ...lines].join("\n")}\n`;
	}

	/** Where it stands, and what is the matter with it. */
	private details({ status, required, neverOmitted, places, omission }: Coverage): string {
		const say = words[this.language];
		const separator = this.language === "zh" ? "；" : "; ";
		const shown = places.slice(0, mostPlaces).map((place) => this.placeText(place));
		const kind = places[0]?.kind;
		return [
			...(status === "partly" && kind === "figure" ? [say.figure] : []),
			...(kind === "index" ? [say.index] : []),
			...shown,
			...(places.length > mostPlaces ? [say.more(places.length - mostPlaces)] : []),
			...(omission === "" ? [] : [omission]),
			...(status === "not-disclosed" && required ? [neverOmitted ? say.neverOmitted : say.required] : []),
		].join(separator);
	}

	private placeText(place: CoveragePlace): string {
		const { name, lines } = this.chapter(place);
		const line = `${name}:${lines.position(place.span.start).line + 1}`;
		return place.heading ? `${line} ${place.heading.title}` : line;
	}

	private chapter({ draft }: CoveragePlace): Chapter {
		return this.chapters[draft] as Chapter;
	}
}
