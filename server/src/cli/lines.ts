/** A place in a text as editors and LSP count: 0-based, in UTF-16 code units. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** The lines of a text; a line ends with \n, \r\n or \r, as in LSP. */
export class Lines {
	readonly text: string;
	private readonly starts: readonly number[];

	constructor(text: string) {
		this.text = text;
		const starts = [0];
		for (let at = 0; at < text.length; at += 1) {
			const code = text.charCodeAt(at);
			if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
				starts.push(at + 1);
			}
		}
		this.starts = starts;
	}

	get count(): number {
		return this.starts.length;
	}

	position(offset: number): Position {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.starts[middle] as number) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return { line: low, character: offset - (this.starts[low] as number) };
	}

	range(span: { readonly start: number; readonly end: number }): Range {
		return { start: this.position(span.start), end: this.position(span.end) };
	}

	/** Offset of the first character of a line. */
	start(line: number): number {
		return this.starts[line] ?? this.text.length;
	}

	/** A line without its end. */
	line(line: number): string {
		let end = this.starts[line + 1] ?? this.text.length;
		while (end > this.start(line) && (this.text[end - 1] === "\n" || this.text[end - 1] === "\r")) {
			end -= 1;
		}
		return this.text.slice(this.start(line), end);
	}
}
