/** Builds the little Markdown that hovers need. What comes from a source or a draft is text and stays text. */

export type Inline = typeof lineBreak | string | { readonly bold: string } | { readonly link: string; readonly text: string };

/** Begins a new line of the same paragraph. */
export const lineBreak = { line: "break" } as const;

export interface Paragraph {
	readonly quote?: boolean;
	readonly inlines: readonly Inline[];
}

/** Paragraphs as Markdown, or as plain text for clients that cannot render it. */
export function render(paragraphs: readonly Paragraph[], format: "markdown" | "plaintext"): string {
	const lines: string[] = [];
	for (const { inlines, quote } of paragraphs) {
		const line = (format === "markdown" ? inlines.map(inMarkdown) : inlines.map(inPlainText)).join("").trim();
		if (line !== "") {
			lines.push(format === "plaintext" ? line : `${quote ? "> " : ""}${guardStart(line)}`);
		}
	}
	return lines.join("\n\n");
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
	return `[${escapeMarkdown(inline.text)}](${inline.link.replace(/[()<>\s\\]/g, percentEncode)})`;
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
