/** The coverage of a draft, ready to be listed. */
import type { Coverage, ReportCoverage } from "../core/contentIndex/coverage.ts";
import { keyOf } from "../core/contentIndex/disclosures.ts";
import { plainStyle, printCitation, printCode } from "../core/frameworks/printCitation.ts";
import { findFramework } from "../core/frameworks/registry.ts";
import type { Language, MessageLanguage, Span } from "../core/model.ts";
import { fill } from "./words.ts";

interface CoverageWords {
	readonly figure: string;
	readonly whole: string;
	readonly omission: string;
	readonly neverOmitted: string;
	readonly required: string;
	readonly open: string;
}

const texts: Readonly<Record<MessageLanguage, CoverageWords>> = {
	en: {
		figure: "Figures of this kind stand in the draft without the citation. Cite {name} beside them.",
		whole: "Only the standard is cited as a whole. Cite {name} where it is disclosed.",
		omission: "The content index says what is left out: {omission}",
		neverOmitted: "Required of every report, and no reason for leaving it out is permitted. Disclose it and cite {name}.",
		required: "Required of every report. Disclose it and cite {name}, or give the reason in the content index.",
		open: "Another disclosure of the same standard is cited. Where this one applies too, cite {name}.",
	},
	zh: {
		figure: "草稿中有这类数字，但没有引用。请在旁边引用 {name}。",
		whole: "只引用了整项标准。请在披露处引用 {name}。",
		omission: "内容索引注明从略：{omission}",
		neverOmitted: "每份报告必报，且不得从略。请披露并引用 {name}。",
		required: "每份报告必报。请披露并引用 {name}，或在内容索引中说明理由。",
		open: "引用了同一标准的其他披露项。如本项也适用，请引用 {name}。",
	},
	ko: {
		figure: "초안에 이런 수치가 인용 없이 있습니다. 옆에 {name}을(를) 인용하세요.",
		whole: "표준 전체만 인용되었습니다. 공시하는 곳에 {name}을(를) 인용하세요.",
		omission: "대조표에 생략 내용이 적혀 있습니다: {omission}",
		neverOmitted: "모든 보고서의 필수 공시이며 생략할 수 없습니다. 공시하고 {name}을(를) 인용하세요.",
		required: "모든 보고서의 필수 공시입니다. 공시하고 {name}을(를) 인용하거나 대조표에 이유를 적으세요.",
		open: "같은 표준의 다른 공시가 인용되어 있습니다. 이 공시도 해당하면 {name}을(를) 인용하세요.",
	},
};

export interface ListedFramework {
	readonly id: string;
	readonly label: string;
	readonly counts: ReportCoverage["frameworks"][number]["counts"];
	readonly disclosures: readonly {
		/** Names the disclosure and its edition, as `keyOf` does. */
		readonly key: string;
		readonly name: string;
		readonly code: string;
		readonly label: string;
		readonly status: Coverage["status"];
		readonly required: boolean;
		readonly places: readonly {
			readonly span: Span;
			readonly heading: string;
			readonly kind: Coverage["places"][number]["kind"];
		}[];
		readonly explanation: string;
	}[];
}

export function listCoverage({ frameworks }: ReportCoverage, language: MessageLanguage): ListedFramework[] {
	return frameworks.map(({ framework, counts, disclosures }) => ({
		id: framework,
		label: findFramework(framework)?.label[language] ?? framework,
		counts,
		disclosures: disclosures.map((one) => ({
			key: keyOf(one.entry),
			name: nameOf(one, language),
			code: printCode(one.entry.framework, one.entry.code, own(language), plainStyle),
			label: one.entry.label[language],
			status: one.status,
			required: one.required,
			places: one.places.map(({ span, heading, kind }) => ({ span, heading: heading?.title ?? "", kind })),
			explanation: explain(one, language),
		})),
	}));
}

function nameOf({ entry }: Coverage, language: MessageLanguage): string {
	return printCitation(entry.framework, [entry.code], own(language), plainStyle);
}

function own(language: MessageLanguage): Language {
	return language === "zh" ? "zh-Hans" : language;
}

function explain(one: Coverage, language: MessageLanguage): string {
	const { status, places, omission, required, neverOmitted } = one;
	const words = texts[language];
	const name = nameOf(one, language);
	if (status === "disclosed") {
		return "";
	}
	if (status === "not-disclosed") {
		return fill(required ? (neverOmitted ? words.neverOmitted : words.required) : words.open, { name });
	}
	return omission === ""
		? fill(places[0]?.kind === "figure" ? words.figure : words.whole, { name })
		: fill(words.omission, { omission });
}
