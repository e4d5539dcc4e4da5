/** Walks a text line by line. Lines end in LF, CR LF or CR, as Markdown has it; the walker is the line it stands on. */
export class LineWalker {
	readonly text: string;
	/** Where the line starts, where its content ends, and where the next line starts. */
	start = 0;
	end = 0;
	next = 0;
	/** The first character that is not a space or tab; `end` on a blank line. */
	first = 0;
	/** Columns of white space before `first`; tabs stop at every fourth column. */
	indent = 0;

	constructor(text: string, start: number) {
		this.text = text;
		this.moveTo(start);
	}

	get isBlank(): boolean {
		return this.first === this.end;
	}

	get isEnd(): boolean {
		return this.start >= this.text.length;
	}

	/** Steps to the line that starts at `start`. */
	moveTo(start: number): void {
		const { text } = this;
		const { length } = text;
		this.start = start;
		let at = start;
		let indent = 0;
		let code = 0;
		for (; at < length; at++) {
			code = text.charCodeAt(at);
			if (code === 32) {
				indent += 1;
			} else if (code === 9) {
				indent += 4 - (indent % 4);
			} else {
				break;
			}
		}
		this.first = at;
		this.indent = indent;
		while (at < length) {
			code = text.charCodeAt(at);
			if (code === 10 || code === 13) {
				break;
			}
			at += 1;
		}
		this.end = at;
		this.next = at < length ? at + (code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1) : length;
	}

	moveOn(): void {
		this.moveTo(this.next);
	}
}
