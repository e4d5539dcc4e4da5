/** From text to draft: blocks, their passages, and what is in them. */
import type { Language, MessageLanguage } from "../model.ts";
import { detectLanguage } from "../text/language.ts";
import { OffsetMap } from "../text/offsets.ts";
import { type BlockRange, cutBlocks } from "./blocks.ts";
import type { Block, BlockContent, Draft } from "./draft.ts";
import { type ReadFrontMatter, readFrontMatter } from "./frontMatter.ts";
import { LineWalker } from "./lines.ts";
import { cutPlainText } from "./longParagraph.ts";
import { isClosedAfter } from "./markdown.ts";
import { languagesOf, type ReadBlock, readPassages } from "./passages.ts";
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
	readonly languages: ReturnType<typeof languagesOf>;
	/** Needed until the block is read, which waits for the language of the draft. */
	raw: RawBlock | null;
	read: ReadBlock | null;
}

/** What the last read has used. The next read takes from it what it can; the rest is forgotten. */
interface Kept {
	readonly blocks: Record<BlockRange["kind"], Map<string, KeptBlock>>;
	readonly closed: Map<string, boolean>;
}

const nothingKept = (): Kept => ({ blocks: { markdown: new Map(), inline: new Map() }, closed: new Map() });

/** Reads a draft again and again while it is edited: a block whose text stays the same comes back as the same object. */
export class DraftReader {
	private readonly options: ReaderOptions;
	private kept = nothingKept();
	private frontMatter: ReadFrontMatter | null = null;

	constructor(options: ReaderOptions = {}) {
		this.options = options;
	}

	/** Reads a draft. Never throws: what is wrong with a draft is among its problems. */
	read(text: string): Draft {
		const last = this.kept;
		const kept = nothingKept();
		const front = readFrontMatter(text, this.options.messageLanguage ?? "en", this.frontMatter);
		const ranges = cutBlocks(text, front.end, (part) => {
			const isClosed = last.closed.get(part) ?? isClosedAfter(part);
			kept.closed.set(part, isClosed);
			return isClosed;
		});
		const parts = ranges.map(({ start, end, kind }) => {
			const source = text.slice(start, end);
			let part = kept.blocks[kind].get(source);
			if (!part) {
				part = last.blocks[kind].get(source) ?? keep(source, kind);
				kept.blocks[kind].set(source, part);
			}
			return { start, source, kind, part };
		});
		this.kept = kept;
		this.frontMatter = front;
		const language = front.frontMatter.language ?? this.options.language ?? mainLanguage(parts.map(({ part }) => part));
		const blocks: Block[] = front.block ? [front.block] : [];
		for (const { start, source, kind, part } of parts) {
			blocks.push({ start, content: contentOf(part, source, kind, language) });
		}
		return { text, frontMatter: front.frontMatter, language, blocks, problems: front.problems };
	}
}

function keep(source: string, kind: BlockRange["kind"]): KeptBlock {
	const raw = readRaw(source, kind);
	return { languages: languagesOf(raw), raw, read: null };
}

function contentOf(part: KeptBlock, source: string, kind: BlockRange["kind"], language: Language): BlockContent {
	if (!part.read || (part.read.language !== null && part.read.language !== language)) {
		part.read = readPassages(source, part.raw ?? readRaw(source, kind), language);
		part.raw = null;
	}
	return part.read.content;
}

function mainLanguage(parts: readonly KeptBlock[]): Language {
	const amounts = new Map<Language, number>([["en", 0]]);
	for (const { languages } of parts) {
		for (const [language, amount] of languages) {
			amounts.set(language, (amounts.get(language) ?? 0) + amount);
		}
	}
	return [...amounts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
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
	return readPassages(text, { passages: [passage], silences: [] }, language).content;
}
