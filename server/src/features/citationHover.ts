/** What a writer reads when the pointer rests on the citation of a framework. */
import { replacementOf } from "../core/frameworks/editions.ts";
import { nameCode } from "../core/frameworks/printCitation.ts";
import { type Entry, findFramework } from "../core/frameworks/registry.ts";
import type { ReportDate } from "../core/frameworks/reportDate.ts";
import type { MessageLanguage } from "../core/model.ts";
import { asSentence, frameworkText, fullLabel, statusText } from "./disclosureWords.ts";
import { type Inline, lineBreak, type Paragraph, render } from "./markdown.ts";
import { fill } from "./words.ts";

/** A place to go to. */
export interface NamedPlace {
	/** What the place is called: its heading, with its file where that is another. */
	readonly name: string;
	/** A URI that opens it. */
	readonly link: string;
}

export interface CitationHoverContext {
	readonly language: MessageLanguage;
	readonly format: "markdown" | "plaintext";
	readonly date: ReportDate;
	/** Where else in the draft the disclosure is cited, in its content index, and in other files. */
	readonly here: readonly NamedPlace[];
	readonly index: readonly NamedPlace[];
	readonly elsewhere: readonly NamedPlace[];
}

interface HoverWords {
	readonly here: string;
	readonly index: string;
	readonly elsewhere: string;
	readonly nowhere: string;
	readonly more: string;
	/** The framework `{framework}` has been replaced by `{by}`; `{code}` takes the disclosure's place. */
	readonly replaced: string;
	readonly replacedBy: string;
}

const texts: Readonly<Record<MessageLanguage, HoverWords>> = {
	en: {
		here: "Also cited in this draft: ",
		index: "In the content index: ",
		elsewhere: "In other files: ",
		nowhere: "Cited nowhere else.",
		more: " and {count} more",
		replaced: "For this report {by} has taken the place of {framework}.",
		replacedBy: "For this report {by} has taken the place of {framework}: use {code}.",
	},
	zh: {
		here: "本文其他引用处：",
		index: "内容索引：",
		elsewhere: "其他文件：",
		nowhere: "别处没有引用。",
		more: " 等，另有 {count} 处",
		replaced: "对本报告而言，{framework} 已由 {by} 取代。",
		replacedBy: "对本报告而言，{framework} 已由 {by} 取代，请使用 {code}。",
	},
	ko: {
		here: "이 초안의 다른 인용: ",
		index: "대조표: ",
		elsewhere: "다른 파일: ",
		nowhere: "다른 곳에는 인용되지 않았습니다.",
		more: " 외 {count}곳",
		replaced: "이 보고서에는 {framework} 대신 {by}이(가) 적용됩니다.",
		replacedBy: "이 보고서에는 {framework} 대신 {by}이(가) 적용됩니다. {code}을(를) 쓰세요.",
	},
};

/** More places than this are counted. */
const mostPlaces = 5;

/** The hover of one disclosure. */
export function disclosureHover(entry: Entry, context: CitationHoverContext): string {
	const { language, here, index, elsewhere } = context;
	const words = texts[language];
	const replaced = replacementOf(entry.framework, context.date);
	const successor = replaced?.codes[entry.code];
	const lists = [
		...places(words.here, here, words),
		...places(words.elsewhere, elsewhere, words),
		...places(words.index, index, words),
	];
	const paragraphs: Paragraph[] = [
		{
			inlines: [
				{ bold: `${entry.framework} ${entry.code}` },
				` ${fullLabel(entry, language === "zh" ? "zh-Hans" : language)}`,
				lineBreak,
				frameworkText(entry, language),
			],
		},
		{ inlines: [asSentence(statusText(entry, language), language)] },
		...(replaced
			? [
					{
						inlines: [
							fill(successor ? words.replacedBy : words.replaced, {
								framework: entry.framework,
								by: replaced.by,
								code: successor ? nameCode(replaced.by, successor, language) : "",
							}),
						],
					},
				]
			: []),
		...(lists.length > 0 ? lists : [{ inlines: [words.nowhere] }]),
	];
	return render(paragraphs, context.format);
}

/** The hover of a framework that is named without a code. */
export function frameworkHover(id: string, { language, format, date }: CitationHoverContext): string | null {
	const framework = findFramework(id);
	if (!framework) {
		return null;
	}
	const replaced = replacementOf(id, date);
	const label = framework.label[language];
	return render(
		[
			{ inlines: [{ bold: id }, ...(label === id ? [] : [` ${label}`]), lineBreak, framework.publisher] },
			...(replaced ? [{ inlines: [fill(texts[language].replaced, { framework: id, by: replaced.by })] }] : []),
		],
		format,
	);
}

function places(title: string, all: readonly NamedPlace[], words: HoverWords): Paragraph[] {
	if (all.length === 0) {
		return [];
	}
	const shown = all
		.slice(0, mostPlaces)
		.flatMap(({ name, link }, index): Inline[] => [...(index > 0 ? [" · "] : []), { link, text: name }]);
	const more = all.length > mostPlaces ? [fill(words.more, { count: String(all.length - mostPlaces) })] : [];
	return [{ inlines: [title, ...shown, ...more] }];
}
