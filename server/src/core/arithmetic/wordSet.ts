/** Sets of words that are looked for in folded, lower-case text. */

/** Words in Latin letters match as whole words, others anywhere. The longest word at a place wins. */
export class WordSet {
	private readonly anywhere: RegExp;
	private readonly here: RegExp;
	private readonly end: RegExp;
	private readonly start: RegExp;

	constructor(...lists: readonly (readonly string[])[]) {
		const words = [...new Set(lists.flat())].sort((a, b) => b.length - a.length);
		const source = words.map(pattern).join("|") || "(?!)";
		this.anywhere = new RegExp(source);
		this.here = new RegExp(source, "y");
		this.start = new RegExp(`^[^\\p{L}\\p{N}]*(?:${source})`, "u");
		this.end = new RegExp(`(?:${source})[^\\p{L}\\p{N}]*$`, "u");
	}

	isIn(text: string): boolean {
		return this.anywhere.test(text);
	}

	/** Whether text begins with one, punctuation apart. */
	begins(text: string): boolean {
		return this.start.test(text);
	}

	/** Whether text ends with one, punctuation apart. */
	ends(text: string): boolean {
		return this.end.test(text);
	}

	/** Where the first one stands; null where there is none. */
	find(text: string): { readonly start: number; readonly end: number } | null {
		const found = this.anywhere.exec(text);
		return found ? { start: found.index, end: found.index + found[0].length } : null;
	}

	/** Whether text is nothing but these words, punctuation and spaces. */
	isAll(text: string): boolean {
		for (let at = 0; at < text.length; ) {
			this.here.lastIndex = at;
			const word = this.here.exec(text)?.[0];
			if (word) {
				at += word.length;
			} else if (/[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) {
				return false;
			} else {
				at += 1;
			}
		}
		return true;
	}
}

function pattern(word: string): string {
	const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s?");
	const spaced = /[a-z]/.test(word) ? word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+") : quoted;
	const open = /^[a-z0-9]/.test(word) ? "(?<![a-z0-9])" : "";
	const close = /[a-z0-9]$/.test(word) ? "(?![a-z0-9])" : "";
	return open + spaced + close;
}
