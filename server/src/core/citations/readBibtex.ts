/**
 * Reads the entries of a BibTeX file: key, title, author, date, publisher, URL and DOI.
 *
 * The libraries that do this are made to edit and typeset bibliographies: they bring hundreds of kilobytes of name parsing and
 * LaTeX tables, or are no longer kept. All that is needed here is which keys there are and what they stand for, which the
 * format's own grammar gives in a page: entries, nested braces, quoted texts, `#` between parts, `@string`.
 */
import type { BibliographyEntry } from "./bibliography.ts";
import { isoOf } from "./issued.ts";

/** An entry that never ends or has no key. */
export class BibtexError extends Error {
	/** 1-based line where the entry begins. */
	readonly line: number;

	constructor(line: number) {
		super(`BibTeX entry in line ${line}`);
		this.line = line;
	}
}

/** In time linear in the text's length. @throws BibtexError */
export function readBibtex(text: string): BibliographyEntry[] {
	return new Reader(text).read();
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

class Reader {
	private readonly text: string;
	private at = 0;
	/** Lines before `counted`. */
	private lines = 0;
	private counted = 0;
	private readonly strings = new Map<string, string>(months.map((month, index) => [month, String(index + 1)]));

	constructor(text: string) {
		this.text = text;
	}

	read(): BibliographyEntry[] {
		const entries: BibliographyEntry[] = [];
		for (let start = this.nextEntry(); start >= 0; start = this.nextEntry()) {
			const line = this.lineOf(start);
			this.at = start + 1;
			const type = this.word().toLowerCase();
			this.skipSpace();
			const open = this.text[this.at];
			if (type === "" || (open !== "{" && open !== "(")) {
				// Whatever stands between entries is a comment: an address of mail, for one.
				continue;
			}
			this.at += 1;
			if (type === "comment" || type === "preamble") {
				this.skipGroup(line, open === "{" ? "}" : ")");
				continue;
			}
			const key = type === "string" ? "" : this.key(line);
			const fields = this.fields(line, open === "{" ? "}" : ")");
			if (type === "string") {
				for (const [name, value] of fields) {
					this.strings.set(name, value);
				}
			} else {
				entries.push(entryOf(key, fields, line - 1));
			}
		}
		return entries;
	}

	/** An entry begins with an @ that begins a line. */
	private nextEntry(): number {
		for (let at = this.text.indexOf("@", this.at); at >= 0; at = this.text.indexOf("@", at + 1)) {
			let before = at;
			while (before > 0 && (this.text[before - 1] === " " || this.text[before - 1] === "\t")) {
				before -= 1;
			}
			if (before <= this.at || /[\r\n}]/.test(this.text.charAt(before - 1))) {
				return at;
			}
		}
		return -1;
	}

	private lineOf(offset: number): number {
		for (; this.counted < offset; this.counted += 1) {
			this.lines += this.text.charCodeAt(this.counted) === 10 ? 1 : 0;
		}
		return this.lines + 1;
	}

	private word(): string {
		const start = this.at;
		while (/[^\s{}()=,#"@%]/.test(this.text.charAt(this.at))) {
			this.at += 1;
		}
		return this.text.slice(start, this.at);
	}

	private skipSpace(): void {
		while (/\s/.test(this.text.charAt(this.at))) {
			this.at += 1;
		}
	}

	private key(line: number): string {
		this.skipSpace();
		const start = this.at;
		while (this.at < this.text.length && !/[,}\r\n]/.test(this.text.charAt(this.at))) {
			this.at += 1;
		}
		const key = this.text.slice(start, this.at).trim();
		if (key === "" || /\s/.test(key) || key.includes("=")) {
			throw new BibtexError(line);
		}
		return key;
	}

	private fields(line: number, close: string): Map<string, string> {
		const fields = new Map<string, string>();
		for (;;) {
			this.skipSpace();
			const character = this.text[this.at];
			if (character === undefined) {
				throw new BibtexError(line);
			}
			this.at += 1;
			if (character === close) {
				return fields;
			}
			if (character === "%") {
				this.skipLine();
			} else if (character !== ",") {
				this.at -= 1;
				const name = this.word().toLowerCase();
				this.skipSpace();
				if (name === "" || this.text[this.at] !== "=") {
					throw new BibtexError(line);
				}
				this.at += 1;
				fields.set(name, this.value(line));
			}
		}
	}

	private skipLine(): void {
		const end = this.text.indexOf("\n", this.at);
		this.at = end < 0 ? this.text.length : end + 1;
	}

	private value(line: number): string {
		let value = "";
		for (;;) {
			this.skipSpace();
			const character = this.text[this.at];
			if (character === "{") {
				value += this.group(line);
			} else if (character === '"') {
				value += this.quoted(line);
			} else {
				const word = this.word();
				if (word === "") {
					throw new BibtexError(line);
				}
				value += /^\d+$/.test(word) ? word : (this.strings.get(word.toLowerCase()) ?? word);
			}
			this.skipSpace();
			if (this.text[this.at] !== "#") {
				return value;
			}
			this.at += 1;
		}
	}

	/** What stands in the braces that begin here. */
	private group(line: number): string {
		const start = this.at + 1;
		this.at = start;
		this.skipGroup(line, "}");
		return this.text.slice(start, this.at - 1);
	}

	/** Goes behind the sign that closes what is open; braces inside come in pairs. */
	private skipGroup(line: number, close: string): void {
		for (let depth = 0; this.at < this.text.length; this.at += 1) {
			const character = this.text[this.at];
			if (character === "\\") {
				this.at += 1;
			} else if (character === close && depth === 0) {
				this.at += 1;
				return;
			} else if (character === "{") {
				depth += 1;
			} else if (character === "}") {
				depth -= 1;
			}
		}
		throw new BibtexError(line);
	}

	private quoted(line: number): string {
		const start = this.at + 1;
		this.at = start;
		this.skipGroup(line, '"');
		return this.text.slice(start, this.at - 1);
	}
}

function entryOf(key: string, fields: ReadonlyMap<string, string>, line: number): BibliographyEntry {
	const field = (...names: readonly string[]): string => {
		for (const name of names) {
			const value = fields.get(name);
			if (value !== undefined && value.trim() !== "") {
				return value;
			}
		}
		return "";
	};
	const date = /^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(field("date"));
	const month = field("month").trim().toLowerCase();
	const named = months.findIndex((name) => month.startsWith(name));
	const issued = date
		? [date[1] ?? "", date[2] ?? "", date[3] ?? ""]
		: [/\d{4}/.exec(field("year"))?.[0] ?? "", named >= 0 ? String(named + 1) : month, field("day").trim()];
	const howPublished = field("howpublished");
	return {
		key,
		title: plain(field("title")),
		author: plain(field("author", "editor")).replace(/ and /g, ", "),
		issued: isoOf(issued),
		publisher: plain(field("publisher", "institution", "organization", "journal", "journaltitle")),
		url: address(field("url")) || address(/https?:\/\/[^\s{}]+/.exec(howPublished)?.[0] ?? ""),
		doi: address(field("doi")),
		line,
	};
}

/** An address as it is meant: LaTeX escapes some of its signs. */
function address(text: string): string {
	return text
		.replace(/\\url\s*|[{}]/g, "")
		.replace(/\\([%_&#~$])/g, "$1")
		.trim();
}

const accents: Readonly<Record<string, string>> = {
	"`": "\u0300",
	"'": "\u0301",
	"^": "\u0302",
	"~": "\u0303",
	'"': "\u0308",
	"=": "\u0304",
	".": "\u0307",
	c: "\u0327",
	v: "\u030c",
	u: "\u0306",
	H: "\u030b",
	r: "\u030a",
	k: "\u0328",
};
const letters: Readonly<Record<string, string>> = {
	ss: "ß",
	ae: "æ",
	AE: "Æ",
	oe: "œ",
	OE: "Œ",
	o: "ø",
	O: "Ø",
	aa: "å",
	AA: "Å",
	l: "ł",
	L: "Ł",
	i: "i",
	j: "j",
};

/** A text without LaTeX: accents joined with their letters, commands and braces gone. */
function plain(text: string): string {
	return text
		.replace(/\\(["'`^~=.])\s?\{?\\?([A-Za-z])\}?/g, (_, accent: string, letter: string) => `${letter}${accents[accent] ?? ""}`)
		.replace(
			/\\([cvuHrk])(?:\{([A-Za-z])\}|\s([A-Za-z]))/g,
			(_, accent: string, a?: string, b?: string) => `${a ?? b}${accents[accent] ?? ""}`,
		)
		.replace(/\\(ss|ae|AE|oe|OE|aa|AA|[oOlLij])(?![A-Za-z])\s?(?:\{\})?/g, (_, name: string) => letters[name] ?? "")
		.replace(/\\([&%$#_{}])/g, "$1")
		.replace(/\\[A-Za-z]+\*?\s?/g, "")
		.replace(/[{}]/g, "")
		.replace(/---|--/g, "–")
		.replace(/~|\s+/g, " ")
		.normalize("NFC")
		.trim();
}
