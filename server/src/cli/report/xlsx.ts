/** The report as a workbook: a sheet of figures, one of sources, one with the counts. */
import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import type { MessageLanguage } from "../../core/model.ts";
import { countStandings, type ReportedDraft, type Standing, sourcesOf } from "./entries.ts";
import { rowsOf } from "./table.ts";
import { type Column, columnNames, reportWords } from "./words.ts";

/** Widths in characters; what is left out takes 12. */
const widths: Partial<Record<Column, number>> = {
	file: 24,
	line: 7,
	column: 8,
	section: 28,
	figure: 20,
	value: 18,
	status: 20,
	verdict: 18,
	findings: 60,
	sentence: 60,
	derivation: 36,
	source: 36,
	publisher: 20,
	sourceFile: 28,
	sourceLine: 12,
	page: 7,
	claimed: 20,
	passage: 60,
};

const tints: Readonly<Record<Standing, string>> = { backed: "#E3F4E6", open: "#FDECEA", unchecked: "#F3F3F3" };

/** The most characters that a cell may hold, by the format. */
const mostInCell = 32_767;

const head = (value: string): Cell => ({
	value,
	fontWeight: "bold",
	backgroundColor: "#E8EAED",
	alignVertical: "top",
	wrap: true,
});

/** @returns the bytes of an .xlsx file */
export async function reportXlsx(drafts: readonly ReportedDraft[], language: MessageLanguage): Promise<Buffer> {
	const say = reportWords[language];
	const standings = new Map((Object.keys(tints) as Standing[]).map((one) => [say.standing[one], one]));
	const figures: SheetData = [
		columnNames.map((name) => head(say.columns[name])),
		...rowsOf(drafts, language).map((row) => {
			const standing = standings.get(`${row.status}`);
			return columnNames.map((name): Cell => {
				const value = row[name];
				const tint = name === "status" && standing ? { backgroundColor: tints[standing] } : {};
				return value === null
					? null
					: typeof value === "number"
						? { value, type: Number, alignVertical: "top" }
						: { value: value.slice(0, mostInCell), type: String, wrap: true, alignVertical: "top", ...tint };
			});
		}),
	];
	const sources: SheetData = [
		[say.columns.source, say.columns.publisher, say.columns.published, say.columns.sourceFile, "SHA-256", say.figureCount].map(
			head,
		),
		...sourcesOf(drafts).map(({ source, figures: count }) => [
			source.title || source.key,
			source.own ? say.ownRecord : source.publisher,
			source.published,
			source.file,
			source.sha256,
			count,
		]),
	];
	const counts = countStandings(drafts);
	const summary: SheetData = [
		[head(say.columns.status), head(say.figureCount)],
		...(Object.keys(tints) as Standing[]).map((one) => [say.standing[one], counts[one]]),
		[],
		[head(say.draft), head("SHA-256")],
		...drafts.map(({ file, sha256 }) => [file, sha256]),
	];
	return writeExcelFile([
		{
			data: figures,
			sheet: say.figures,
			columns: columnNames.map((name) => ({ width: widths[name] ?? 12 })),
			stickyRowsCount: 1,
		},
		{ data: sources, sheet: say.sources, columns: [40, 24, 12, 32, 68, 10].map((width) => ({ width })), stickyRowsCount: 1 },
		{ data: summary, sheet: say.summary, columns: [40, 68].map((width) => ({ width })) },
	]).toBuffer();
}
