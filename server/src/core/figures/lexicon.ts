/** Longest-match look-up of words in text, forwards from an offset and backwards to one. */
import { isDigit, isLatin } from "./characters.ts";

export interface Match<T> {
	/** Where the word ends (forwards) or starts (backwards). */
	readonly at: number;
	readonly value: T;
}

interface Node<T> {
	readonly next: Map<number, Node<T>>;
	value: T | undefined;
}

function node<T>(): Node<T> {
	return { next: new Map(), value: undefined };
}

/** ASCII capitals as small letters; everything else as it is. */
function lower(code: number): number {
	return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

/** The first (or last) characters of the words of a lexicon, as bits: most look-ups end here. */
class Initials {
	private readonly bits = new Uint8Array(0x2000);

	add(code: number): void {
		this.bits[code >> 3] = (this.bits[code >> 3] as number) | (1 << (code & 7));
	}

	/** Also of NaN, which no text holds. */
	has(code: number): boolean {
		return ((this.bits[code >> 3] as number) & (1 << (code & 7))) !== 0;
	}
}

function isWord(code: number): boolean {
	return isLatin(code) || isDigit(code);
}

/**
 * A set of words with values. Words that begin or end in a Latin letter match only where a Latin word begins or ends, so that
 * "m" is not found in "more". No word is longer than the longest added, so every look-up is bounded.
 */
export class Lexicon<T> {
	private readonly forwards = node<T>();
	private readonly backwards = node<T>();
	private readonly firsts = new Initials();
	private readonly lasts = new Initials();
	private readonly caseless: boolean;

	constructor(options: { readonly caseless: boolean }) {
		this.caseless = options.caseless;
	}

	/** Adds a word; the first value added for a word stays. @returns whether it was new. */
	add(word: string, value: T): boolean {
		const forwards = this.walk(this.forwards, word, 1);
		const isNew = forwards.value === undefined;
		if (isNew) {
			forwards.value = value;
			this.walk(this.backwards, word, -1).value = value;
			this.addInitial(this.firsts, word.charCodeAt(0));
			this.addInitial(this.lasts, word.charCodeAt(word.length - 1));
		}
		return isNew;
	}

	/** The longest word that starts at `at`. */
	longest(text: string, at: number): Match<T> | null {
		if (!this.firsts.has(text.charCodeAt(at))) {
			return null;
		}
		let found: Match<T> | null = null;
		let current: Node<T> | undefined = this.forwards;
		let offset = at;
		for (;;) {
			const code: number = text.charCodeAt(offset);
			current = current.next.get(this.caseless ? lower(code) : code);
			if (!current) {
				return found;
			}
			offset += 1;
			if (current.value !== undefined && !(isLatin(code) && isLatin(text.charCodeAt(offset)))) {
				found = { at: offset, value: current.value };
			}
		}
	}

	/** The longest word that ends at `end`. */
	longestBefore(text: string, end: number): Match<T> | null {
		if (!this.lasts.has(text.charCodeAt(end - 1))) {
			return null;
		}
		let found: Match<T> | null = null;
		let current: Node<T> | undefined = this.backwards;
		let offset = end;
		while (offset > 0) {
			const code: number = text.charCodeAt(offset - 1);
			current = current.next.get(this.caseless ? lower(code) : code);
			if (!current) {
				return found;
			}
			offset -= 1;
			if (current.value !== undefined && !(isLatin(code) && offset > 0 && isWord(text.charCodeAt(offset - 1)))) {
				found = { at: offset, value: current.value };
			}
		}
		return found;
	}

	private addInitial(initials: Initials, code: number): void {
		initials.add(code);
		if (this.caseless && code >= 0x61 && code <= 0x7a) {
			initials.add(code - 32);
		} else if (this.caseless) {
			initials.add(lower(code));
		}
	}

	private walk(root: Node<T>, word: string, step: 1 | -1): Node<T> {
		let current = root;
		for (let index = step === 1 ? 0 : word.length - 1; index >= 0 && index < word.length; index += step) {
			const code = word.charCodeAt(index);
			const key = this.caseless ? lower(code) : code;
			let next = current.next.get(key);
			if (!next) {
				next = node<T>();
				current.next.set(key, next);
			}
			current = next;
		}
		return current;
	}
}
