/** What is in the passages of a block: sentences, figures, citations. */
import { readFigures } from "../figures/readFigures.ts";
import { findCitations } from "../frameworks/findCitations.ts";
import type { Figure, Language, Span } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { detectLanguage } from "../text/language.ts";
import type { BlockContent, Passage } from "./draft.ts";
import { localLinkTexts } from "./localLinks.ts";
import type { RawBlock, RawPassage } from "./rawPassage.ts";
import { splitSentences } from "./sentences.ts";
import { contextOf, positionOf, type Table, tablesOf } from "./tables.ts";

/** How much text there is, in letters; a Chinese character or Korean syllable says about as much as three. */
type Amount = number;

/** With fewer letters the language of the draft is the better guess: "tCO2e", "2022年", "Scope 1". */
const enoughToTell: Amount = 20;

/** A block's content, and the draft language that went into it; null where it would be the same in any. */
export interface ReadBlock {
	readonly content: BlockContent;
	readonly language: Language | null;
}

/** The language that a passage shows by itself. */
interface OwnLanguage {
	readonly language: Language;
	readonly amount: Amount;
}

/** The languages that the passages of a block show by themselves, and how much is written in each. */
export interface OwnLanguages {
	readonly passages: readonly OwnLanguage[];
	readonly totals: Readonly<Record<Language, Amount>>;
}

export function ownLanguages({ passages }: RawBlock): OwnLanguages {
	const totals: Record<Language, Amount> = { en: 0, "zh-Hans": 0, "zh-Hant": 0, ko: 0 };
	const own = passages.map(({ text }) => {
		const language = detectLanguage(text);
		const amount = amountOf(text);
		totals[language] += amount >= enoughToTell ? amount : 0;
		return { language, amount };
	});
	return { passages: own, totals };
}

/** The language that most of the text is written in; English where there is none. */
export function mainLanguage(blocks: Iterable<OwnLanguages>): Language {
	const amounts: Record<Language, Amount> = { en: 0, "zh-Hans": 0, "zh-Hant": 0, ko: 0 };
	for (const { totals } of blocks) {
		amounts.en += totals.en;
		amounts["zh-Hans"] += totals["zh-Hans"];
		amounts["zh-Hant"] += totals["zh-Hant"];
		amounts.ko += totals.ko;
	}
	return (Object.keys(amounts) as Language[]).reduce((most, one) => (amounts[one] > amounts[most] ? one : most));
}

/** @param draftLanguage for passages that do not show theirs. */
export function readPassages(text: string, raw: RawBlock, own: OwnLanguages, draftLanguage: Language): ReadBlock {
	const tables = tablesOf(raw.passages);
	let isFree = true;
	const passages = raw.passages.map((one, index): Passage => {
		const { language, isOwn } = languageOf(one.text, own.passages[index] as OwnLanguage, draftLanguage);
		isFree &&= isOwn;
		return passageOf(one, tables, language, localLinkTexts(text, one.span));
	});
	return { content: { text, passages, silences: raw.silences }, language: isFree ? null : draftLanguage };
}

function languageOf(text: string, own: OwnLanguage, draftLanguage: Language): { language: Language; isOwn: boolean } {
	switch (own.language) {
		case "en":
			return own.amount >= enoughToTell ? { language: "en", isOwn: true } : { language: draftLanguage, isOwn: false };
		case "zh-Hans": {
			// Many a sentence has no character that is only simplified or only traditional; one more decides it.
			const isOwn = detectLanguage(`${text.slice(0, longestSample)}國`) !== "zh-Hant";
			return { language: isOwn || !draftLanguage.startsWith("zh") ? "zh-Hans" : draftLanguage, isOwn };
		}
		default:
			return { language: own.language, isOwn: true };
	}
}

/** Of this much Chinese text, some is always only simplified or only traditional. */
const longestSample = 1000;

function amountOf(text: string): Amount {
	let amount = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x250) {
			amount += (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 1 : 0;
		} else if (isHan(code) || isHangul(code)) {
			amount += 3;
		}
	}
	return amount;
}

/** @param crossReferences texts of links to headings of the draft, in the block */
function passageOf(raw: RawPassage, tables: readonly Table[], language: Language, crossReferences: readonly Span[]): Passage {
	const table = raw.cell ? tables[raw.cell.table] : undefined;
	const cell = raw.cell && table ? positionOf(raw.cell, table) : null;
	const context = cell && table ? contextOf(cell, table) : null;
	const figures = readFigures(raw.text, context ? { language, cell: context } : { language });
	const { kind, depth, span, text, offsets, sourceCitations, footnote } = raw;
	return {
		kind,
		depth,
		span,
		text,
		offsets,
		sentences: splitSentences(text),
		language,
		figures:
			kind !== "quote" && crossReferences.length === 0
				? figures
				: figures.map((figure) =>
						kind === "quote" || isWithin(offsets.span(figure), crossReferences) ? repeated(figure) : figure,
					),
		citations: findCitations(text, language, cell?.columnHeader ?? ""),
		sourceCitations,
		cell,
		footnote,
	};
}

/** What a quote prints is what somebody else says; a link to a heading says what the heading says. */
const repeated = (figure: Figure): Figure => ({ ...figure, checkworthy: false });

function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
	return spans.some((span) => span.start <= start && end <= span.end);
}
