/** Builds the little Markdown that hovers need. What comes from a source or a draft is text and stays text. */

export type Inline = typeof lineBreak | string | { readonly bold: string } | { readonly link: string; readonly text: string };

/** Begins a new line of the same paragraph. */
export const lineBreak = { line: "break" } as const;

export interface Paragraph {
	readonly quote?: boolean;
	readonly inlines: readonly Inline[];
}

/** A list of short items. */
export interface List {
	readonly items: readonly (readonly Inline[])[];
}

/** A table of marks: what each row is about, and a mark in each column. */
export interface Table {
	/** The head of the first column, then those of the marks. */
	readonly head: readonly string[];
	readonly rows: readonly { readonly about: readonly Inline[]; readonly marks: readonly string[] }[];
}

export type Part = Paragraph | List | Table;

/** Paragraphs, lists and tables as Markdown, or as plain text for clients that cannot render it. */
export function render(parts: readonly Part[], format: "markdown" | "plaintext"): string {
	const print = (inlines: readonly Inline[]): string =>
		(format === "markdown" ? inlines.map(inMarkdown) : inlines.map(inPlainText)).join("").trim();
	return parts
		.map((part) => {
			if ("rows" in part) {
				return part.rows.length === 0 ? "" : format === "markdown" ? inTable(part, print) : inLines(part, print);
			}
			if ("items" in part) {
				return part.items.map((item) => `- ${format === "markdown" ? guardStart(print(item)) : print(item)}`).join("\n");
			}
			const line = print(part.inlines);
			return line === "" || format === "plaintext" ? line : `${part.quote ? "> " : ""}${guardStart(line)}`;
		})
		.filter((text) => text !== "")
		.join("\n\n");
}

function inTable({ head, rows }: Table, print: (inlines: readonly Inline[]) => string): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
	return [
		line(head.map(escapeMarkdown)),
		line(head.map((_, column) => (column === 0 ? ":--" : ":-:"))),
		...rows.map(({ about, marks }) => line([print(about), ...marks.map(escapeMarkdown)])),
	].join("\n");
}

function inLines({ head, rows }: Table, print: (inlines: readonly Inline[]) => string): string {
	const [first = "", ...columns] = head;
	const marked = (marks: readonly string[]): string => columns.map((column, at) => `${marks[at] ?? ""} ${column}`).join("  ");
	return [first, ...rows.map(({ about, marks }) => `- ${print(about)}: ${marked(marks)}`)].join("\n");
}

/** Text that Markdown shows as it is: no emphasis, links, images, HTML, entities, tables or automatic links come of it. */
function escapeMarkdown(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/[\\`*_[\]<>|~&$]/g, "\\$&")
		.replace(/:\/\//g, "\\://")
		.replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
		.replace(/(?<=[\p{L}\p{N}])@/gu, "\\@");
}

function inMarkdown(inline: Inline, index: number, inlines: readonly Inline[]): string {
	if (typeof inline === "string") {
		return escapeMarkdown(inline);
	}
	if ("line" in inline) {
		return "\\\n";
	}
	if ("bold" in inline) {
		const text = inline.bold.trim();
		return text === "" ? "" : emphasise(text, plain(inlines[index - 1]), plain(inlines[index + 1]));
	}
	return `[${escapeMarkdown(inline.text)}](${inline.link.replace(/[()<>|\s\\]/g, percentEncode)})`;
}

/** A hair space where "50%" touches a letter: between punctuation and a letter, asterisks do not close an emphasis. */
function emphasise(text: string, before: string, after: string): string {
	const left = /^[\p{P}\p{S}]/u.test(text) && /[^\s\p{P}\p{S}]$/u.test(before) ? "\u200a" : "";
	const right = /[\p{P}\p{S}]$/u.test(text) && /^[^\s\p{P}\p{S}]/u.test(after) ? "\u200a" : "";
	return `${left}**${escapeMarkdown(text)}**${right}`;
}

function inPlainText(inline: Inline): string {
	return inline === lineBreak ? "\n" : plain(inline).replace(/\s+/g, " ");
}

function plain(inline: Inline | undefined): string {
	if (inline === undefined || typeof inline === "string") {
		return inline ?? "";
	}
	return "line" in inline ? "\n" : "bold" in inline ? inline.bold : inline.text;
}

function percentEncode(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** A line must not begin a list, a heading or a rule. */
function guardStart(line: string): string {
	return line.replace(/^([#+=-])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
