/** What is in the passages of a block: sentences, figures, citations. */
import { type CellContext, readFigures } from "../figures/readFigures.ts";
import { findCitations } from "../frameworks/findCitations.ts";
import type { Figure, Language } from "../model.ts";
import { isHan, isHangul } from "../text/fold.ts";
import { detectLanguage } from "../text/language.ts";
import type { BlockContent, CellPosition, Passage } from "./draft.ts";
import type { RawBlock, RawPassage } from "./rawPassage.ts";
import { splitSentences } from "./sentences.ts";

/** How much text there is, in letters; a Chinese character or Korean syllable says about as much as three. */
type Amount = number;

/** With fewer letters the language of the draft is the better guess: "tCO2e", "2022年", "Scope 1". */
const enoughToTell: Amount = 20;
/** More than this in the line above a table is prose, not its caption. */
const longestCaption = 200;

/** A block's content, and the draft language that went into it; null where it would be the same in any. */
export interface ReadBlock {
	readonly content: BlockContent;
	readonly language: Language | null;
}

/** How much of the block is written in which language. */
export function languagesOf({ passages }: RawBlock): ReadonlyMap<Language, Amount> {
	const amounts = new Map<Language, Amount>();
	for (const { text } of passages) {
		const amount = amountOf(text);
		if (amount >= enoughToTell) {
			const language = detectLanguage(text);
			amounts.set(language, (amounts.get(language) ?? 0) + amount);
		}
	}
	return amounts;
}

/** @param draftLanguage for passages that do not show theirs. */
export function readPassages(text: string, raw: RawBlock, draftLanguage: Language): ReadBlock {
	const tables = tablesOf(raw.passages);
	let isFree = true;
	const passages = raw.passages.map((one): Passage => {
		const language = languageOf(one.text, draftLanguage);
		isFree &&= language.isOwn;
		return passageOf(one, tables, language.language);
	});
	return { content: { text, passages, silences: raw.silences }, language: isFree ? null : draftLanguage };
}

function languageOf(text: string, draftLanguage: Language): { language: Language; isOwn: boolean } {
	const found = detectLanguage(text);
	if (found === "ko") {
		return { language: found, isOwn: true };
	}
	if (found === "en") {
		const isOwn = amountOf(text) >= enoughToTell;
		return { language: isOwn ? found : draftLanguage, isOwn };
	}
	// Many a Chinese sentence has no character that is only simplified or only traditional.
	const isOwn = found === "zh-Hant" || detectLanguage(`${text}國`) !== "zh-Hant";
	return { language: isOwn || !draftLanguage.startsWith("zh") ? found : draftLanguage, isOwn };
}

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

function passageOf(raw: RawPassage, tables: readonly Table[], language: Language): Passage {
	const table = raw.cell ? tables[raw.cell.table] : undefined;
	const cell = raw.cell && table ? positionOf(raw, table) : null;
	const context = cell && table ? contextOf(cell, table) : null;
	const figures = readFigures(raw.text, context ? { language, cell: context } : { language });
	return {
		...raw,
		sentences: splitSentences(raw.text),
		language,
		figures: raw.kind === "quote" ? figures.map(quoted) : figures,
		citations: findCitations(raw.text, language, cell?.columnHeader ?? ""),
		cell,
	};
}

/** What a quote prints is what somebody else says. */
const quoted = (figure: Figure): Figure => ({ ...figure, checkworthy: false });

interface Table {
	readonly columnHeaders: string[];
	readonly rowHeaders: string[];
	/** By row, what the column of units says. */
	readonly units: string[];
	unitColumn: number;
	/** The line above the table. */
	readonly caption: string;
}

const unitHeader = /^\s*(?:units?|units? of measure(?:ment)?|uom|单位|單位|计量单位|計量單位|단위)\s*$/i;

function tablesOf(passages: readonly RawPassage[]): Table[] {
	const tables: Table[] = [];
	let above = "";
	for (const { cell, text } of passages) {
		if (!cell) {
			above = text;
			continue;
		}
		let table = tables[cell.table];
		if (!table) {
			table = { columnHeaders: [], rowHeaders: [], units: [], unitColumn: -1, caption: above.length <= longestCaption ? above : "" };
			tables[cell.table] = table;
			above = "";
		}
		if (cell.row === 0) {
			table.columnHeaders[cell.column] = text;
			table.unitColumn = unitHeader.test(text) ? cell.column : table.unitColumn;
		}
		if (cell.column === 0) {
			table.rowHeaders[cell.row] = text;
		}
		if (cell.column === table.unitColumn) {
			table.units[cell.row] = text;
		}
	}
	return tables;
}

function positionOf({ cell }: RawPassage, { columnHeaders, rowHeaders }: Table): CellPosition | null {
	return (
		cell && {
			...cell,
			columnHeader: cell.row === 0 ? "" : (columnHeaders[cell.column] ?? ""),
			rowHeader: cell.column === 0 ? "" : (rowHeaders[cell.row] ?? ""),
		}
	);
}

/** What is said about the unit of a cell's figures; a column of units belongs to the row's header. */
function contextOf({ row, column, columnHeader, rowHeader }: CellPosition, { units, unitColumn, caption }: Table): CellContext {
	const unit = row > 0 && column !== unitColumn ? (units[row] ?? "") : "";
	return { columnHeader, rowHeader: unit === "" ? rowHeader : `${rowHeader} (${unit})`, caption };
}
