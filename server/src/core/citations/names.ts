/** Names and titles of sources in one form, so that they are found however they are printed. */
import { fold } from "../text/fold.ts";

/** Words and numbers alone, in lower case, folded, with one space between them. */
export function plainWords(text: string): string {
	return fold(text)
		.text.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/** The same without any space: for keys ("ant-group-2022" is "Ant Group, 2022"). */
export function lettersAndDigits(text: string): string {
	return plainWords(text).replaceAll(" ", "");
}

/** Whether a stretch of plain words stands there as whole words. Chinese and Korean run on without a break. */
export function isWhole(text: string, start: number, end: number): boolean {
	return !(isLatin(text, start) && isLatin(text, start - 1)) && !(isLatin(text, end - 1) && isLatin(text, end));
}

function isLatin(text: string, at: number): boolean {
	return /[\p{Script=Latin}\p{N}]/u.test(text.charAt(at));
}
