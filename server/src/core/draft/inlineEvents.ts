import type { Event, Token } from "micromark-util-types";
import type { Span } from "../model.ts";
import type { Silence, SourceCitation } from "./draft.ts";
import { applyTag, decodeReference } from "./html.ts";
import type { PlainText } from "./plainText.ts";
import { readSilences } from "./silence.ts";

/** Shown, but not in words of the report: an object character stands for each. */
const objects: ReadonlySet<string> = new Set(["codeText", "image", "autolink", "mathText", "strikethrough"]);
/** Not shown at all. */
const hidden: ReadonlySet<string> = new Set(["resource", "reference"]);

/** Turns the parser's events for a stretch of inline Markdown into plain text, source citations and silences. */
export class InlineEvents {
	readonly sourceCitations: SourceCitation[] = [];
	private readonly text: string;
	private readonly plain: PlainText;
	private readonly silences: Silence[];
	private readonly base: number;
	private hardBreak = false;
	/** Behind the box of a task: the space that follows it is none of the text. */
	private afterCheck = false;

	/** @param base where `text` stands in its block; `plain` has the same base. */
	constructor(text: string, plain: PlainText, silences: Silence[], base = 0) {
		this.text = text;
		this.plain = plain;
		this.silences = silences;
		this.base = base;
	}

	/** @returns whether the token is dealt with whole, so that the events inside it are to be passed over. */
	enter(token: Token): boolean {
		const { text, plain } = this;
		const { start, end } = spanOf(token);
		switch (token.type as string) {
			case "data":
			case "characterEscapeValue": {
				const space = this.afterCheck ? (/^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
				this.afterCheck = false;
				plain.copy(text, start + space, end);
				return true;
			}
			case "taskListCheck":
				this.afterCheck = true;
				return true;
			case "characterReference": {
				const source = text.slice(start, end);
				plain.put(decodeReference(source) ?? source, start, end);
				return true;
			}
			case "hardBreakTrailing":
			case "hardBreakEscape":
				this.hardBreak = true;
				return true;
			case "lineEnding":
				if (this.hardBreak) {
					plain.hardBreak(start, end);
				} else {
					plain.softBreak(start, end);
				}
				this.hardBreak = false;
				return true;
			case "htmlText": {
				const html = text.slice(start, end);
				this.silences.push(...readSilences(html, this.base + start));
				applyTag(plain, text, start, end);
				return true;
			}
			case "gfmFootnoteCall":
				this.sourceCitations.push({
					key: text.slice(start + 2, end - 1),
					span: { start: this.base + start, end: this.base + end },
				});
				return true;
			case "literalAutolink": {
				// GFM takes all up to the next space for the address; what is no ASCII is the sentence that goes on in Chinese or Korean.
				const length = /^[!-~]*/.exec(text.slice(start, end))?.[0].length ?? 0;
				plain.putObject(start, start + length);
				plain.copy(text, start + length, end);
				return true;
			}
			default:
				if (objects.has(token.type)) {
					plain.putObject(start, end);
					return true;
				}
				return hidden.has(token.type);
		}
	}
}

export function spanOf(token: Token): Span {
	return { start: token.start.offset, end: token.end.offset };
}

/** The index of the event at which the token that `events[index]` enters is left. */
export function exitOf(events: readonly Event[], index: number): number {
	const token = events[index]?.[1];
	let exit = index + 1;
	while (exit < events.length && events[exit]?.[1] !== token) {
		exit += 1;
	}
	return exit;
}
