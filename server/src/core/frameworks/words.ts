/** Where known words stand in folded text. */

export interface Hit<T> {
	readonly start: number;
	readonly end: number;
	readonly value: T;
}

interface Node<T> {
	readonly next: Map<number, Node<T>>;
	value: T | undefined;
}

/**
 * Words with values, found in one pass. Latin letters match without case and Latin words as whole words only; Chinese and
 * Korean words match wherever they stand. No word is long, so that every look-up is bounded.
 */
export class Words<T> {
	private readonly root: Node<T> = { next: new Map(), value: undefined };

	constructor(words: Iterable<readonly [word: string, value: T]>) {
		for (const [word, value] of words) {
			let node = this.root;
			for (let at = 0; at < word.length; at += 1) {
				const code = lower(word.charCodeAt(at));
				let next = node.next.get(code);
				if (!next) {
					next = { next: new Map(), value: undefined };
					node.next.set(code, next);
				}
				node = next;
			}
			node.value = value;
		}
	}

	/** Every word in the text, also those within longer ones, by start and then by length. */
	all(text: string): Hit<T>[] {
		const hits: Hit<T>[] = [];
		for (let start = 0; start < text.length; start += 1) {
			this.at(text, start, hits);
		}
		return hits;
	}

	/** The longest words, none within or across another; the earlier goes first. */
	longest(text: string): Hit<T>[] {
		const hits: Hit<T>[] = [];
		for (let start = 0; start < text.length; ) {
			const here: Hit<T>[] = [];
			this.at(text, start, here);
			const last = here.at(-1);
			if (last) {
				hits.push(last);
			}
			start = last ? last.end : start + 1;
		}
		return hits;
	}

	private at(text: string, start: number, hits: Hit<T>[]): void {
		let node = this.root.next.get(lower(text.charCodeAt(start)));
		if (!node || (isWord(text.charCodeAt(start)) && isWord(text.charCodeAt(start - 1)))) {
			return;
		}
		for (let end = start + 1; node; end += 1) {
			const next = text.charCodeAt(end);
			if (node.value !== undefined && !(isWord(text.charCodeAt(end - 1)) && isWord(next))) {
				hits.push({ start, end, value: node.value });
			}
			node = node.next.get(lower(next));
		}
	}
}

function lower(code: number): number {
	return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

/** A letter or digit that makes words of what touches it. */
function isWord(code: number): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0xc0 && code <= 0x24f)
	);
}
