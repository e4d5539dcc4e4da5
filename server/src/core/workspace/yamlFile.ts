/** Reads a YAML file that a person writes, remembering where everything stands, so that what is wrong can be said with its line. */
import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, type YAMLMap } from "yaml";
import type { MessageLanguage, Span } from "../model.ts";
import { nearest } from "../text/editDistance.ts";
import { type ProblemCode, type ProblemDetails, problemTexts } from "./problems.ts";

/** What is wrong with a file of the workspace, and where. */
export interface FileProblem {
	readonly code: ProblemCode;
	/** In the file's text. */
	readonly span: Span;
	/** 0-based, the character in UTF-16. */
	readonly start: { readonly line: number; readonly character: number };
	readonly end: { readonly line: number; readonly character: number };
	/** What is wrong, why it matters, what to do; without the file's name and line. */
	readonly messages: Readonly<Record<MessageLanguage, string>>;
	/** Whether nothing of the file can be used, rather than one entry of it. */
	readonly whole: boolean;
}

/** A value of the file with where it stands. */
export interface Value {
	/** undefined where a key has no value. */
	readonly node: ParsedNode | null;
	readonly span: Span;
}

/** A key of a mapping with its value. */
export interface Entry extends Value {
	readonly key: string;
	readonly keySpan: Span;
}

/** One reading of a file. Whatever cannot be used becomes a problem; nothing throws. */
export class YamlFile {
	readonly text: string;
	readonly problems: FileProblem[] = [];
	/** null where the text is no YAML, or empty. */
	readonly root: Value | null;
	private readonly lines = new LineCounter();

	constructor(text: string) {
		this.text = text;
		// A byte order mark would be counted as a character of the first line; the parser skips it.
		const document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false });
		const [error] = document.errors;
		if (error) {
			const [start, end] = error.pos;
			this.report("not-yaml", { start, end: Math.max(start, Math.min(end, text.length)) }, { detail: error.message }, true);
			this.root = null;
		} else {
			this.root = document.contents === null ? null : readValue(document.contents as ParsedNode);
		}
	}

	report(code: ProblemCode, span: Span, details: ProblemDetails = {}, whole = false): void {
		this.problems.push({
			code,
			span,
			start: this.position(span.start),
			end: this.position(span.end),
			messages: problemTexts(code, details),
			whole,
		});
	}

	/** The entries of a mapping; a problem and nothing for all else, and for keys that are there twice. */
	entries(value: Value, what: string): Entry[] {
		if (value.node === null) {
			return [];
		}
		if (!isMap(value.node)) {
			this.report("not-a-mapping", value.span, { what });
			return [];
		}
		const found = new Map<string, Entry>();
		for (const pair of (value.node as YAMLMap.Parsed).items) {
			const key = isScalar(pair.key) && pair.key.value !== null ? String(pair.key.value) : null;
			const keySpan = spanOf(pair.key);
			if (key === null) {
				this.report("bad-key", keySpan, { what });
			} else if (found.has(key)) {
				this.report("duplicate-key", keySpan, { name: key });
			} else {
				found.set(key, { key, keySpan, ...(pair.value === null ? { node: null, span: keySpan } : readValue(pair.value)) });
			}
		}
		return [...found.values()];
	}

	/** The entries of a mapping with a fixed set of keys; every other key is a problem. */
	fields<Key extends string>(value: Value, what: string, keys: readonly Key[]): Partial<Record<Key, Entry>> {
		const fields: Partial<Record<Key, Entry>> = {};
		for (const entry of this.entries(value, what)) {
			const key = keys.find((one) => one === entry.key);
			if (key === undefined && entry.node === null && /^\d/.test(entry.key)) {
				// {value: 4,321 t}: between braces a comma ends the value.
				this.report("split-value", entry.keySpan, { name: entry.key, what });
			} else if (key === undefined) {
				const guess = nearest(entry.key, keys);
				this.report("unknown-key", entry.keySpan, { name: entry.key, what, allowed: keys, ...(guess ? { guess } : {}) });
			} else {
				fields[key] = entry;
			}
		}
		return fields;
	}

	/** The items of a list; a problem and nothing for all else. */
	items(value: Value, what: string): Value[] {
		if (value.node === null) {
			return [];
		}
		if (!isSeq(value.node)) {
			this.report("not-a-list", value.span, { what });
			return [];
		}
		return value.node.items.map((item) => readValue(item as ParsedNode));
	}

	/** A text, also one that YAML takes for a number or a date, as it is written; "" for none; null and a problem for all else. */
	textOf(value: Value | undefined, what: string): string | null {
		if (!value || value.node === null) {
			return "";
		}
		if (!isScalar(value.node)) {
			this.report("not-a-text", value.span, { what });
			return null;
		}
		const { value: read, source } = value.node;
		return read === null ? "" : (typeof read === "string" ? read : (source ?? String(read))).trim();
	}

	position(offset: number): { line: number; character: number } {
		// At the very beginning the counter may not know a line yet.
		const { line, col } = this.lines.linePos(Math.min(offset, this.text.length));
		return line === 0 ? { line: 0, character: offset } : { line: line - 1, character: col - 1 };
	}
}

function readValue(node: ParsedNode): Value {
	const empty = isScalar(node) && node.value === null;
	return { node: empty ? null : node, span: spanOf(node) };
}

function spanOf(node: Node | null): Span {
	const [start = 0, end = 0] = node?.range ?? [];
	return { start, end };
}
