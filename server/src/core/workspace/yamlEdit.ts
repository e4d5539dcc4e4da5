/**
 * Puts something into a YAML file that a person writes, without touching anything else of it: comments, quotes, order and
 * indentation stay as they are. What is put in is written where the file's own style would have it; where that is not plain to
 * see (everything in braces on one line), the YAML library writes the file anew, comments included.
 */
import { Document, isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** A list or a mapping that is reached through mappings by these keys; a value to put at its end. */
export interface Addition {
	/** The keys that lead to the list. What is missing on the way is made. */
	readonly path: readonly string[];
	/** The item to add to the list at the end of the path. */
	readonly item: Plain;
}

/**
 * The text with the item added.
 * @param text "" for a file that is not there yet
 * @returns null where the file is not YAML, or something else stands where the list would be
 */
export function addToYaml(text: string, { path, item }: Addition): string | null {
	const document = parseDocument(text, { uniqueKeys: false });
	if (document.errors.length > 0) {
		return null;
	}
	const wanted = expected(document, path, item);
	if (wanted === null) {
		return null;
	}
	const newline = /\r\n/.test(text) ? "\r\n" : "\n";
	const inserted = insert(text, document.contents as Node | null, path, item)?.replace(/\r?\n/g, newline);
	if (inserted !== undefined && sameContent(inserted, wanted)) {
		return inserted;
	}
	const rewritten = rewrite(text, path, item)?.replace(/\r?\n/g, newline);
	return rewritten !== undefined && sameContent(rewritten, wanted) ? rewritten : null;
}

/** What the file must hold afterwards; null where the item cannot be added. */
function expected(document: Document.Parsed, path: readonly string[], item: Plain): unknown {
	const content: unknown = document.toJS() ?? {};
	let at: unknown = content;
	for (const [index, key] of path.entries()) {
		if (typeof at !== "object" || at === null || Array.isArray(at)) {
			return null;
		}
		const holder = at as Record<string, unknown>;
		const isLast = index === path.length - 1;
		const here = holder[key] ?? null;
		if (here === null) {
			holder[key] = isLast ? [] : {};
		} else if (isLast && typeof here !== "object") {
			// A single text where a list may stand becomes the first of a list.
			holder[key] = [here];
		}
		at = holder[key];
	}
	if (!Array.isArray(at)) {
		return null;
	}
	at.push(item);
	return content;
}

function sameContent(text: string, wanted: unknown): boolean {
	const document = parseDocument(text, { uniqueKeys: false });
	return document.errors.length === 0 && JSON.stringify(document.toJS() ?? {}) === JSON.stringify(wanted);
}

/** The text with the item written in, or undefined where the file's style leaves it open how. */
function insert(text: string, root: Node | null, path: readonly string[], item: Plain): string | undefined {
	let node: Node | null = root;
	let depth = 0;
	for (; depth < path.length && node !== null; depth += 1) {
		if (!isMap(node)) {
			return undefined;
		}
		const map: YAMLMap = node as YAMLMap;
		const pair = map.items.find((one) => isScalar(one.key) && String(one.key.value) === path[depth]);
		if (!pair && map.flow) {
			const value = depth === path.length - 1 && typeof item === "string" ? `${path[depth]}: [${inline(item)}]` : undefined;
			return value === undefined ? undefined : insertInline(text, map, value);
		}
		if (!pair) {
			return appendTo(text, map, columnOf(text, startOf(map)), entryLines(path.slice(depth), item));
		}
		const value = pair.value as Node | null;
		if (value === null || (isScalar(value) && value.value === null)) {
			// The key stands there with nothing behind it.
			const [, keyEnd = 0] = (pair.key as Node).range ?? [];
			const colon = text.indexOf(":", keyEnd);
			const column = columnOf(text, startOf(pair.key as Node));
			const rest = depth === path.length - 1 ? itemLines(item) : entryLines(path.slice(depth + 1), item);
			return colon < 0 ||
				text
					.slice(colon + 1, lineEnd(text, colon))
					.replace(/#.*/, "")
					.trim() !== ""
				? undefined
				: afterLine(text, colon, rest, column + 2);
		}
		node = value;
	}
	if (node === null) {
		// An empty file, or one with comments only.
		const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
		return `${before}${entryLines(path, item).join("\n")}\n`;
	}
	if (isScalar(node)) {
		const [start = 0, end = 0] = node.range ?? [];
		return typeof item === "string" && !/[\r\n]/.test(text.slice(start, end))
			? `${text.slice(0, start)}[${text.slice(start, end)}, ${inline(item)}]${text.slice(end)}`
			: undefined;
	}
	if (!isSeq(node)) {
		return undefined;
	}
	const list = node as YAMLSeq;
	if (list.flow) {
		return typeof item === "string" ? insertInline(text, list, inline(item)) : undefined;
	}
	return appendTo(text, list, columnOf(text, startOf(list)), itemLines(item));
}

/** Behind the last item between brackets or braces. */
function insertInline(text: string, node: YAMLMap | YAMLSeq, written: string): string {
	const last = node.items.at(-1);
	const end = isPair(last) ? ((last.value ?? last.key) as Node) : (last as Node | undefined);
	const at = end?.range?.[1] ?? startOf(node) + 1;
	return `${text.slice(0, at)}${last ? ", " : ""}${written}${text.slice(at)}`;
}

/** Behind the last line of a block that holds anything of it, comments that follow it stay behind what is added. */
function appendTo(text: string, node: Node, column: number, lines: readonly string[]): string {
	const [, end = 0] = node.range ?? [];
	return afterLine(text, lastContent(text, end), lines, column);
}

/** The last offset before `end` that is neither white space nor in a comment line. */
function lastContent(text: string, end: number): number {
	let at = end;
	for (;;) {
		while (at > 0 && /\s/.test(text[at - 1] ?? "")) {
			at -= 1;
		}
		const start = text.lastIndexOf("\n", at - 1) + 1;
		if (at === 0 || !/^\s*#/.test(text.slice(start, at))) {
			return Math.max(0, at - 1);
		}
		at = start;
	}
}

function afterLine(text: string, offset: number, lines: readonly string[], column: number): string {
	const end = lineEnd(text, offset);
	const indented = lines.map((line) => (line === "" ? line : `${" ".repeat(column)}${line}`)).join("\n");
	return `${text.slice(0, end)}\n${indented}${text.slice(end) || "\n"}`;
}

/** Where the line of an offset ends, before its line break. */
function lineEnd(text: string, offset: number): number {
	const found = text.slice(offset).search(/\r?\n/);
	return found < 0 ? text.length : offset + found;
}

function startOf(node: Node): number {
	return node.range?.[0] ?? 0;
}

function columnOf(text: string, offset: number): number {
	const column = offset - (text.lastIndexOf("\n", offset - 1) + 1);
	return text.startsWith("\ufeff") && column === offset ? Math.max(0, column - 1) : column;
}

function entryLines(path: readonly string[], item: Plain): string[] {
	const holder = [...path].reverse().reduce<Plain>((value, key) => ({ [key]: value }), [item]);
	return yamlLines(holder);
}

function itemLines(item: Plain): string[] {
	return yamlLines([item]);
}

function yamlLines(value: Plain): string[] {
	const text = new Document(value).toString({ lineWidth: 0, indentSeq: true });
	return text.trimEnd().split("\n");
}

/** A text as it stands inside brackets. */
function inline(item: string): string {
	const document = new Document([item]);
	(document.contents as YAMLSeq).flow = true;
	return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1);
}

/** The library's way: everything stays but the spacing. */
function rewrite(text: string, path: readonly string[], item: Plain): string | undefined {
	const document = parseDocument(text, { uniqueKeys: false });
	try {
		const here = document.getIn(path, true);
		if (isSeq(here)) {
			document.addIn(path, document.createNode(item));
		} else if (isScalar(here) && here.value !== null) {
			document.setIn(path, document.createNode([here.value, item]));
		} else {
			document.setIn(path, document.createNode([item]));
		}
		return document.toString({ lineWidth: 0, flowCollectionPadding: false });
	} catch {
		return undefined;
	}
}
