/** The words of the evidence report. */
import type { MessageLanguage } from "../../core/model.ts";
import type { Standing } from "./entries.ts";

export interface ReportWords {
	readonly title: string;
	/** What the report is and is not, in a sentence or two. */
	readonly about: string;
	readonly draft: string;
	readonly sources: string;
	readonly figures: string;
	readonly findings: string;
	readonly others: string;
	readonly summary: string;
	readonly standing: Readonly<Record<Standing, string>>;
	readonly show: Readonly<Record<"all" | Standing, string>>;
	readonly noFigures: string;
	readonly ownRecord: string;
	readonly figureCount: string;
	readonly line: string;
	readonly columns: Readonly<Record<Column, string>>;
}

/** The columns of the tables, in this order. */
export const columnNames = [
	"file",
	"line",
	"column",
	"section",
	"figure",
	"value",
	"unit",
	"qualifier",
	"status",
	"verdict",
	"findings",
	"sentence",
	"derivation",
	"source",
	"publisher",
	"published",
	"sourceFile",
	"sourceLine",
	"page",
	"claimed",
	"passage",
] as const;

export type Column = (typeof columnNames)[number];

export const reportWords: Readonly<Record<MessageLanguage, ReportWords>> = {
	en: {
		title: "Evidence report",
		about:
			"Every figure of the draft, what the claims database says about it, and the passage of the source it was traced to. It shows what was compared; it is no opinion on the sources themselves.",
		draft: "Draft",
		sources: "Sources",
		figures: "Figures",
		findings: "Findings",
		others: "Other findings",
		summary: "Summary",
		standing: { backed: "Traced to a source", open: "Open", unchecked: "Needs no source" },
		show: { all: "All", backed: "Traced", open: "Open", unchecked: "Needs no source" },
		noFigures: "The draft prints no figures.",
		ownRecord: "own record",
		figureCount: "Figures",
		line: "line",
		columns: {
			file: "File",
			line: "Line",
			column: "Column",
			section: "Section",
			figure: "Figure",
			value: "Value",
			unit: "Unit",
			qualifier: "Qualifier",
			status: "Status",
			verdict: "Verdict",
			findings: "Findings",
			sentence: "Sentence",
			derivation: "Derivation",
			source: "Source",
			publisher: "Publisher",
			published: "Published",
			sourceFile: "Source file",
			sourceLine: "Source line",
			page: "Page",
			claimed: "Source's figure",
			passage: "Source's passage",
		},
	},
	zh: {
		title: "数据溯源报告",
		about: "列出草稿中的每个数字、声明数据库对它的判断，以及所追溯到的来源原文。本报告只说明核对了什么，不对来源本身发表意见。",
		draft: "草稿",
		sources: "来源",
		figures: "数字",
		findings: "问题",
		others: "其他问题",
		summary: "汇总",
		standing: { backed: "已追溯到来源", open: "待处理", unchecked: "无需来源" },
		show: { all: "全部", backed: "已追溯", open: "待处理", unchecked: "无需来源" },
		noFigures: "草稿中没有数字。",
		ownRecord: "自有记录",
		figureCount: "数字个数",
		line: "行",
		columns: {
			file: "文件",
			line: "行",
			column: "列",
			section: "章节",
			figure: "数字",
			value: "数值",
			unit: "单位",
			qualifier: "限定词",
			status: "状态",
			verdict: "判断",
			findings: "问题",
			sentence: "原句",
			derivation: "推算",
			source: "来源",
			publisher: "发布者",
			published: "发布日期",
			sourceFile: "来源文件",
			sourceLine: "来源行号",
			page: "页码",
			claimed: "来源中的数字",
			passage: "来源原文",
		},
	},
	ko: {
		title: "근거 보고서",
		about:
			"초안의 모든 수치와 그에 대한 데이터베이스의 판단, 추적된 출처의 원문을 보여 줍니다. 무엇을 대조했는지를 보일 뿐, 출처 자체에 대한 의견은 아닙니다.",
		draft: "초안",
		sources: "출처",
		figures: "수치",
		findings: "문제",
		others: "그 밖의 문제",
		summary: "요약",
		standing: { backed: "출처 확인", open: "미해결", unchecked: "출처 불필요" },
		show: { all: "전체", backed: "출처 확인", open: "미해결", unchecked: "출처 불필요" },
		noFigures: "초안에 수치가 없습니다.",
		ownRecord: "자체 기록",
		figureCount: "수치 수",
		line: "행",
		columns: {
			file: "파일",
			line: "행",
			column: "열",
			section: "절",
			figure: "수치",
			value: "값",
			unit: "단위",
			qualifier: "한정어",
			status: "상태",
			verdict: "판단",
			findings: "문제",
			sentence: "문장",
			derivation: "도출",
			source: "출처",
			publisher: "발행처",
			published: "발행일",
			sourceFile: "출처 파일",
			sourceLine: "출처 행",
			page: "쪽",
			claimed: "출처의 수치",
			passage: "출처 원문",
		},
	},
};
