/** What a text file says of itself, as far as that can be told: its title and when it was published. */
import type { Span } from "../core/model.ts";
import { findDate } from "./dates.ts";

/** Lines in which a date of publication is looked for, from the top and from the end. */
const linesAtTop = 40;
const linesAtEnd = 20;

/** Longer lines are paragraphs, not titles and not date lines; in characters, of which Chinese and Korean need fewer. */
const longestTitle = 150;
const longestDateLine = 120;

/** Labels before a date that say it is the date of publication, wherever they stand in the line, … */
const label =
	/(?:发布时间|发布日期|發佈時間|發布時間|發佈日期|發布日期|发表时间|發表時間|刊登日期|出版日期|기사입력|발행일|보도일|작성일|등록일)\s*[:：]?$/u;
/** … and those that say it only at the beginning of a line or of a part of it: in a sentence they speak of something else. */
const labelInFront =
	/(?:^|[|│·•/]\s?)(?:时间|時間|日期|입력|등록|게재|발행|승인|published|published on|published at|publication date|posted|posted on|release date|date)\s*[:：]?$/iu;

/** What may stand around a date on a line of its own: time of day, day of the week, brackets. */
const company =
	/^(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?:星期|周|週)[一二三四五六日天]|[월화수목금토일]요일|(?:mon|tues|wednes|thurs|fri|satur|sun)day|오전|오후|上午|下午|am|pm|[\s()[\]（）【】|·,，.:：;-])*$/iu;

/**
 * The ISO date that the text gives as its date of publication: behind a word that says so ("发布时间:2023-06-29",
 * "Published: 29 June 2023", "입력 2023.06.02"), or alone on a line near the top; "" where there is none.
 */
export function findPublished(text: string): string {
	const lines = shortLines(text);
	for (const line of lines) {
		const found = findDate(line);
		if (found && isLabelled(line, found)) {
			return found.date;
		}
	}
	for (const line of lines.slice(0, linesAtTop)) {
		const found = findDate(line);
		if (found && isAlone(line, found)) {
			return found.date;
		}
	}
	return "";
}

const isLabelled = (line: string, date: Span): boolean => {
	const before = line.slice(0, date.start).trimEnd();
	return label.test(before) || labelInFront.test(before);
};

const isAlone = (line: string, date: Span): boolean =>
	company.test(line.slice(0, date.start)) && company.test(line.slice(date.end));

function shortLines(text: string): string[] {
	const lines = text
		.split(/\r\n?|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const near = lines.length <= linesAtTop + linesAtEnd ? lines : [...lines.slice(0, linesAtTop), ...lines.slice(-linesAtEnd)];
	return near.filter((line) => line.length <= longestDateLine);
}

/** Words that end a sentence or clause; a title has none at its end, and is cut at the first where it runs on. */
const sentenceEnd = /[。！？；]|[.!?;](?=\s|$)/u;

/**
 * The text's title: its first line that says something, without the paths and labels that web pages put above it. Where the
 * text begins with a paragraph, that paragraph's first sentence stands for the title.
 */
export function findTitle(text: string): string {
	const lines = text
		.split(/\r\n?|\n/)
		.map((line) => line.replace(/^#+\s/, "").trim())
		.filter((line) => line !== "");
	const line = lines.find((one) => !isTrivial(one)) ?? lines[0] ?? "";
	if (line.length <= longestTitle && !sentenceEnd.test(line.replace(/[?？!！]$/, ""))) {
		return line;
	}
	const sentence = line.slice(0, sentenceEnd.exec(line)?.index ?? line.length).trim();
	// By characters, so that none is cut in two.
	return sentence.length <= longestTitle ? sentence : `${[...sentence.slice(0, longestTitle)].slice(0, -1).join("").trimEnd()}…`;
}

/** A title takes about this much room; the name of a newspaper or of a page's section takes less. Latin letters count once, others twice. */
const leastTitle = 14;

/** Paths of a page, dates, labels and names of sections: what stands above a title. */
function isTrivial(line: string): boolean {
	const wide = line.match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0;
	const narrow = line.match(/[\p{Script=Latin}\p{N}]/gu)?.length ?? 0;
	const date = findDate(line);
	return (
		2 * wide + narrow < leastTitle || /[>›»]/.test(line) || (date !== null && (isLabelled(line, date) || isAlone(line, date)))
	);
}
