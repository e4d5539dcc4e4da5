/** From text to draft: blocks, their passages, and what is in them. */
import type { Language, MessageLanguage } from "../model.ts";
import { detectLanguage } from "../text/language.ts";
import { OffsetMap } from "../text/offsets.ts";
import { type BlockRange, cutBlocks } from "./blocks.ts";
import { detached } from "./detached.ts";
import type { Block, BlockContent, Draft } from "./draft.ts";
import { type ReadFrontMatter, readFrontMatter } from "./frontMatter.ts";
import { LineWalker } from "./lines.ts";
import { cutPlainText } from "./longParagraph.ts";
import { isClosedAfter } from "./markdown.ts";
import { mainLanguage, type OwnLanguages, ownLanguages, type ReadBlock, readPassages } from "./passages.ts";
import type { RawBlock } from "./rawPassage.ts";
import { readRaw } from "./readRaw.ts";

export interface ReaderOptions {
	/** The language of drafts whose front matter names none; without it, the one that most of the text is written in. */
	readonly language?: Language;
	/** The language of problems' messages; English without it. */
	readonly messageLanguage?: MessageLanguage;
}

/** What is kept of one block. */
interface KeptBlock {
	readonly text: string;
	readonly kind: BlockRange["kind"];
	readonly own: OwnLanguages;
	/** Needed until the block is read, which waits for the language of the draft. */
	raw: RawBlock | null;
	read: ReadBlock | null;
}

interface Part extends BlockRange {
	readonly kept: KeptBlock;
}

/** Blocks between two steps of reading. */
const blocksPerStep = 64;

/** Reads a draft again and again while it is edited: a block whose text stays the same comes back as the same object. */
export class DraftReader {
	private readonly options: ReaderOptions;
	private text = "";
	private front: ReadFrontMatter | null = null;
	private parts: readonly Part[] = [];
	/** By kind and text. Blocks of the last version and some of those before it. */
	private readonly blocks = { markdown: new Map<string, KeptBlock>(), inline: new Map<string, KeptBlock>() };
	private readonly closed = new Map<string, boolean>();

	constructor(options: ReaderOptions = {}) {
		this.options = options;
	}

	/** Reads a draft. Never throws: what is wrong with a draft is among its problems. */
	read(text: string): Draft {
		const reading = this.steps(text);
		for (;;) {
			const step = reading.next();
			if (step.done) {
				return step.value;
			}
		}
	}

	/** The same in steps, for callers that have something else to do meanwhile; one that is not taken to its end changes nothing. */
	*steps(text: string): Generator<undefined, Draft> {
		const front = readFrontMatter(text, this.options.messageLanguage ?? "en", this.front);
		const parts = yield* front === this.front ? this.readChanges(text, front.end) : this.readAll(text, front.end);
		const language = front.frontMatter.language ?? this.options.language ?? mainLanguage(parts.map(({ kept }) => kept.own));
		const blocks: Block[] = front.block ? [front.block] : [];
		for (const [index, { start, kept }] of parts.entries()) {
			blocks.push({ start, content: contentOf(kept, language) });
			if (index % blocksPerStep === blocksPerStep - 1) {
				yield;
			}
		}
		this.text = text;
		this.front = front;
		this.parts = parts;
		this.forget();
		return { text, frontMatter: front.frontMatter, language, blocks, problems: front.problems };
	}

	private *readAll(text: string, start: number): Generator<undefined, Part[]> {
		const parts: Part[] = [];
		for (const part of this.cut(text, start)) {
			parts.push(part);
			if (parts.length % blocksPerStep === 0) {
				yield;
			}
		}
		return parts;
	}

	/** Cuts only what an edit can have changed; the parts before and behind are those of the last version. */
	private *readChanges(text: string, start: number): Generator<undefined, Part[]> {
		const { parts: last, text: lastText } = this;
		const same = sameStart(lastText, text);
		const sameBehind = sameEnd(lastText, text, same);
		const moved = text.length - lastText.length;
		// A cut looks ahead over two lines: three blocks before the change are certainly cut as they were.
		let first = Math.max(0, firstEndingAt(last, same) - 3);
		while (first > 0 && last[first]?.goesOn) {
			first -= 1;
		}
		const parts = last.slice(0, first);
		let next = first;
		for (const part of this.cut(text, last[first]?.start ?? start)) {
			const before = part.start - moved;
			while (next < last.length && (last[next] as Part).start < before) {
				next += 1;
			}
			if (part.start >= text.length - sameBehind && last[next]?.start === before && !last[next]?.goesOn && !part.goesOn) {
				for (const behind of last.slice(next)) {
					parts.push({ ...behind, start: behind.start + moved, end: behind.end + moved });
				}
				return parts;
			}
			parts.push(part);
			if (parts.length % blocksPerStep === 0) {
				yield;
			}
		}
		return parts;
	}

	private *cut(text: string, start: number): Generator<Part> {
		const ranges = cutBlocks(text, start, (part) => {
			const known = this.closed.get(part);
			if (known !== undefined) {
				return known;
			}
			const isClosed = isClosedAfter(part);
			this.closed.set(detached(part), isClosed);
			return isClosed;
		});
		for (const range of ranges) {
			yield { ...range, kept: this.keep(text.slice(range.start, range.end), range.kind) };
		}
	}

	private keep(source: string, kind: BlockRange["kind"]): KeptBlock {
		const known = this.blocks[kind].get(source);
		if (known) {
			return known;
		}
		const text = detached(source);
		const raw = readRaw(text, kind);
		const block: KeptBlock = { text, kind, own: ownLanguages(raw), raw, read: null };
		this.blocks[kind].set(text, block);
		return block;
	}

	/** Lets go of what earlier versions of the draft held, when it has become more than the draft itself. */
	private forget(): void {
		const { markdown, inline } = this.blocks;
		if (markdown.size + inline.size > 2 * this.parts.length + 100) {
			markdown.clear();
			inline.clear();
			for (const { kind, kept } of this.parts) {
				this.blocks[kind].set(kept.text, kept);
			}
		}
		if (this.closed.size > 100) {
			this.closed.clear();
		}
	}
}

/** Whole pieces are compared by the engine, much faster than characters one by one. */
const comparedAtOnce = 4096;

/** How many characters two texts have in common from the start. */
function sameStart(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	let at = 0;
	while (at + comparedAtOnce <= most && a.slice(at, at + comparedAtOnce) === b.slice(at, at + comparedAtOnce)) {
		at += comparedAtOnce;
	}
	while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) {
		at += 1;
	}
	return at;
}

/** How many characters two texts have in common at the end, behind the first `start`. */
function sameEnd(a: string, b: string, start: number): number {
	const most = Math.min(a.length, b.length) - start;
	let length = 0;
	const pieceOf = (text: string): string => text.slice(text.length - length - comparedAtOnce, text.length - length);
	while (length + comparedAtOnce <= most && pieceOf(a) === pieceOf(b)) {
		length += comparedAtOnce;
	}
	while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) {
		length += 1;
	}
	return length;
}

/** The index of the first part that ends at `offset` or behind it; the number of parts where none does. */
function firstEndingAt(parts: readonly Part[], offset: number): number {
	let low = 0;
	let high = parts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((parts[middle] as Part).end >= offset) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}

function contentOf(kept: KeptBlock, language: Language): BlockContent {
	if (!kept.read || (kept.read.language !== null && kept.read.language !== language)) {
		kept.read = readPassages(kept.text, kept.raw ?? readRaw(kept.text, kept.kind), kept.own, language);
		kept.raw = null;
	}
	return kept.read.content;
}

/**
 * Reads a text without Markdown as a draft: each line that is not blank is a paragraph, and very long ones are cut at ends of
 * sentences. Time and memory are linear in the length of the text.
 * @param language the text's language; detected where absent.
 */
export function readPlainText(text: string, language: Language = detectLanguage(text)): Draft {
	const blocks: Block[] = [];
	for (const line = new LineWalker(text, text.startsWith("\uFEFF") ? 1 : 0); !line.isEnd; line.moveOn()) {
		if (line.isBlank) {
			continue;
		}
		for (const { start, end } of cutPlainText(text, line.first, line.end)) {
			blocks.push({ start, content: plainContent(text.slice(start, end), language) });
		}
	}
	return { text, frontMatter: { raw: {} }, language, blocks, problems: [] };
}

function plainContent(text: string, language: Language): BlockContent {
	const span = { start: 0, end: text.length };
	const offsets = OffsetMap.identity(text.length);
	const passage = { kind: "paragraph", depth: 0, span, text, offsets, sourceCitations: [], cell: null, footnote: null } as const;
	const raw: RawBlock = { passages: [passage], silences: [] };
	return readPassages(text, raw, ownLanguages(raw), language).content;
}
