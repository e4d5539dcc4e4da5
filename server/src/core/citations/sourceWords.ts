/** Recognises the words that speak of sources. */
import { blanketStatements, sourceColumnHeaders, sourceLineWords } from "../../../data/citations.ts";
import { fold } from "../text/fold.ts";

const blanket = new RegExp(blanketStatements.join("|"));
/** Before folding: what a text must hold for it to be worth a look. */
export const maybeBlanket = /unless|except|figures|data|numbers|除|数据|數據|数字|數字|별도|수치|데이터|자료|통계/i;

/** Whether a passage says where all figures come from. */
export function isBlanket(text: string): boolean {
	return maybeBlanket.test(text) && blanket.test(fold(text).text.toLowerCase());
}

const columnHeader = new RegExp(`^\\s*(?:${sourceColumnHeaders.join("|")})\\s*$`, "i");

/** Whether a column's header says that the column holds sources. */
export function isSourceHeader(text: string): boolean {
	return text.length <= 30 && columnHeader.test(fold(text).text);
}

const words = sourceLineWords.join("|");
const lineStart = new RegExp(`^[\\s*_>(（[【※▶■•·†‡-]{0,6}(?:${words})[\\s*_]{0,3}[:：)）\\]】-]`, "i");
const lineAnywhere = new RegExp(`(?:^|[\\s.。;；,，(（|*_【[])(?:${words})[\\s*_]{0,3}[:：]`, "i");

/** Whether a passage is a line about sources: "Source: …", "来源：…". */
export function isSourceLine(text: string): boolean {
	return lineStart.test(fold(text.slice(0, 60)).text);
}

/** What follows "Source:" in a passage, folded, up to its end; "" where there is none. */
export function statedSource(text: string): string {
	if (!/[:：]/.test(text)) {
		return "";
	}
	const folded = fold(text).text;
	const match = lineAnywhere.exec(folded);
	return match ? folded.slice(match.index + match[0].length) : "";
}
