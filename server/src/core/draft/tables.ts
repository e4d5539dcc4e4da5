/** Tables: which cells are headers, and what they say about the figures of the others. */
import { captionWords, numberColumns, unitColumns, unitLines, yearColumns } from "../../../data/figures/tables.ts";
import type { CellContext } from "../figures/readFigures.ts";
import type { CellPosition } from "./draft.ts";
import type { RawCell, RawPassage } from "./rawPassage.ts";

export interface Table {
	/** By column: the texts of its header cells, joined. */
	readonly columnHeaders: readonly string[];
	/** By row: the text of its label. */
	readonly rowHeaders: readonly string[];
	/** By row: its label with what the column of units says. */
	readonly labels: readonly string[];
	readonly unitColumn: number;
	/** The column of the rows' labels. */
	readonly labelColumn: number;
	/** How many rows are headers. */
	readonly headerRows: number;
	/** The lines above and below the table. */
	readonly caption: string;
}

/** More than this beside a table is prose, not its caption. */
const longestCaption = 200;
/** A header that is longer says its unit in its first words. */
const longestHeader = 400;
/** A table has no more header rows. */
const mostHeaderRows = 3;

const unitHeaders = new Set<string>(unitColumns);
const numberHeaders = new Set<string>(numberColumns);
const yearHeaders = new Set<string>(yearColumns);

function plainHeader(header: string): string {
	return header.length > 40 ? "" : header.trim().toLowerCase();
}

const captionPattern = new RegExp(
	`^[\\s*_(（\\[【:：]*(?:(?:${unitLines.map((word) => word.replaceAll("$", "\\$")).join("|")})(?![a-z])|(?:${captionWords.join("|")})\\s?\\d)`,
	"i",
);

/** Whether a line belongs to the table that ends above it: it says a unit ("单位：万元") or is a numbered caption. */
export function isCaptionBelow(line: string): boolean {
	return line.length <= longestCaption && captionPattern.test(line);
}

/** The tables of a block, by their number. */
export function tablesOf(passages: readonly RawPassage[]): Table[] {
	const grids: string[][][] = [];
	const captions: string[] = [];
	let beside = "";
	let last = -1;
	for (const { cell, text } of passages) {
		if (!cell) {
			beside = text;
			continue;
		}
		const grid = grids[cell.table] ?? [];
		grids[cell.table] = grid;
		if (cell.table !== last) {
			captions[cell.table] = beside.length <= longestCaption ? beside : "";
			last = cell.table;
		}
		beside = "";
		const row = grid[cell.row] ?? [];
		grid[cell.row] = row;
		row[cell.column] = row[cell.column] ? `${row[cell.column]} ${text}` : text;
	}
	if (last >= 0 && isCaptionBelow(beside)) {
		captions[last] = captions[last] ? `${captions[last]}, ${beside}` : beside;
	}
	return grids.map((grid, index) => tableOf(grid, captions[index] ?? ""));
}

function tableOf(grid: readonly (readonly string[] | undefined)[], caption: string): Table {
	let headerRows = 1;
	while (headerRows < mostHeaderRows && headerRows + 1 < grid.length && isHeaderRow(grid[headerRows] ?? [])) {
		headerRows += 1;
	}
	const columnHeaders = headersOf(grid.slice(0, headerRows));
	const unitColumn = columnHeaders.findIndex((header) => unitHeaders.has(plainHeader(header)));
	const labelColumn = numberHeaders.has(plainHeader(columnHeaders[0] ?? "")) ? 1 : 0;
	const rowHeaders = Array.from(grid, (row) => (row?.[labelColumn] ?? "").slice(0, longestHeader));
	return {
		columnHeaders,
		rowHeaders,
		labels: rowHeaders.map((label, row) => {
			const unit = unitColumn < 0 ? "" : (grid[row]?.[unitColumn] ?? "").slice(0, longestHeader).trim();
			return unit === "" ? label : `${label} (${unit})`;
		}),
		unitColumn,
		labelColumn,
		headerRows,
		// The corner speaks of the whole table: "Emissions (t)", "RMB million".
		caption: [(columnHeaders[labelColumn] ?? "").slice(0, longestCaption), caption]
			.filter((text) => text.trim() !== "")
			.join(", "),
	};
}

/** A row without a label whose cells hold no numbers but years: the second line of a header. */
function isHeaderRow([label = "", ...cells]: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell !== undefined && cell.trim() !== "");
	return label.trim() === "" && filled.length > 0 && filled.every(isHeaderText);
}

/** "FY2022", "US$ million", "tCO2e": words, with no number but a year; digits straight behind letters are part of a name. */
function isHeaderText(cell: string): boolean {
	const text = cell.slice(0, longestHeader).replace(/[A-Za-z]\d{1,2}(?!\d)/g, "");
	return /^\D*(?:(?:19|20)\d\d\D*)?$/.test(text) && /\p{L}|(?:19|20)\d\d/u.test(cell);
}

/** The header cells of each column, from above; an empty one takes the text to its left where more rows follow, as it is spanned. */
function headersOf(rows: readonly (readonly string[] | undefined)[]): string[] {
	const headers: string[] = [];
	for (const [index, row = []] of rows.entries()) {
		let left = "";
		const width = Math.max(row.length, headers.length);
		for (let column = 0; column < width; column++) {
			const own = (row[column] ?? "").slice(0, longestHeader);
			left = own.trim() === "" ? left : own;
			const text = own.trim() === "" && column > 0 && index + 1 < rows.length ? left : own;
			const above = headers[column] ?? "";
			headers[column] = above === "" || text.trim() === "" ? above || text : `${above}, ${text}`;
		}
	}
	return headers;
}

export function positionOf({ table, row, column }: RawCell, { columnHeaders, rowHeaders, labelColumn }: Table): CellPosition {
	return {
		table,
		row,
		column,
		columnHeader: row === 0 ? "" : (columnHeaders[column] ?? ""),
		rowHeader: column <= labelColumn ? "" : (rowHeaders[row] ?? ""),
	};
}

const noHeaders: CellContext = { columnHeader: "", rowHeader: "", caption: "" };

/** What is said about the unit of a cell's figures; a column of units belongs to the row's header. Headers have no unit. */
export function contextOf(
	{ row, column, columnHeader }: CellPosition,
	{ labels, unitColumn, labelColumn, headerRows, caption }: Table,
): CellContext {
	if (row < headerRows || column === unitColumn || yearHeaders.has(plainHeader(columnHeader))) {
		return noHeaders;
	}
	if (column <= labelColumn) {
		return { columnHeader, rowHeader: "", caption: "" };
	}
	return { columnHeader, rowHeader: labels[row] ?? "", caption };
}
