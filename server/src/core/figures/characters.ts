/** Small questions about characters that every reader of figures asks. */

export const space = 0x20;
export const hyphen = 0x2d;

export function isLatin(code: number): boolean {
	return (
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
	);
}

export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** Past at most `most` spaces. */
export function skipSpaces(text: string, at: number, most = 3): number {
	let end = at;
	while (text.charCodeAt(end) === space && end - at < most) {
		end += 1;
	}
	return end;
}

/** Back over at most `most` spaces. */
export function backSpaces(text: string, at: number, most = 3): number {
	let start = at;
	while (text.charCodeAt(start - 1) === space && at - start < most) {
		start -= 1;
	}
	return start;
}

/** End of the run of digits at `at`. */
export function digitsEnd(text: string, at: number): number {
	let end = at;
	while (isDigit(text.charCodeAt(end))) {
		end += 1;
	}
	return end;
}

/** End of the run of Latin letters at `at`. */
export function lettersEnd(text: string, at: number): number {
	let end = at;
	while (isLatin(text.charCodeAt(end))) {
		end += 1;
	}
	return end;
}
