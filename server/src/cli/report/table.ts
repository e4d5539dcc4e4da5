/** The report as a table: a row for each figure, and for each finding about something else. */
import type { MessageLanguage } from "../../core/model.ts";
import { words as verdictWords } from "../../features/words.ts";
import { decimalText } from "../figureJson.ts";
import type { ReportedDraft } from "./entries.ts";
import { type Column, columnNames, reportWords } from "./words.ts";

export type Row = Readonly<Record<Column, string | number | null>>;

const noRow: Row = Object.fromEntries(columnNames.map((name) => [name, null])) as Row;

/** Rows in the order of the drafts and the places in them. */
export function rowsOf(drafts: readonly ReportedDraft[], language: MessageLanguage): Row[] {
	const say = reportWords[language];
	return drafts.flatMap(({ file, entries, others }) => [
		...entries.map((entry): Row => {
			const { figure, verdict, derivation } = entry.located.evidence;
			const claim = entry.claims[0];
			return {
				file,
				line: entry.line,
				column: entry.column,
				section: entry.section.join(" › "),
				figure: figure.text,
				value: decimalText(figure.value) ?? (figure.low && figure.high ? `${figure.low} – ${figure.high}` : null),
				unit: figure.unit,
				qualifier: verdictWords[language].qualifiers[figure.qualifier],
				status: say.standing[entry.standing],
				verdict: verdictWords[language].verdicts[verdict].title,
				findings: entry.findings.map(({ rule, message }) => `${rule}: ${message}`).join("\n") || null,
				sentence: [...entry.headers, entry.sentence].join(" | "),
				derivation: derivation?.formula ?? null,
				source: claim ? claim.source.title || claim.source.key : null,
				publisher: claim ? (claim.source.own ? say.ownRecord : claim.source.publisher) : null,
				published: claim?.source.published ?? null,
				sourceFile: claim?.source.file ?? null,
				sourceLine: claim ? claim.locator.line + 1 : null,
				page: claim?.locator.page ?? null,
				claimed: claim?.printed ?? null,
				passage: claim ? claim.text.replace(/\s+/g, " ").trim() : null,
			};
		}),
		...others.map(
			({ finding, line, text }): Row => ({
				...noRow,
				file,
				line,
				figure: text,
				status: say.standing.open,
				findings: `${finding.rule}: ${finding.message}`,
			}),
		),
	]);
}

/** RFC 4180 in UTF-8 with a byte order mark: spreadsheets take other UTF-8 for the system's own encoding. */
export function reportCsv(drafts: readonly ReportedDraft[], language: MessageLanguage): string {
	const say = reportWords[language].columns;
	const records = [
		columnNames.map((name) => say[name]),
		...rowsOf(drafts, language).map((row) => columnNames.map((name) => row[name])),
	];
	return `\ufeff${records.map((record) => `${record.map(csvField).join(",")}\r\n`).join("")}`;
}

function csvField(field: string | number | null): string {
	const text = `${field ?? ""}`;
	// A spreadsheet would run what begins like a formula: a quotation from a document must stay one.
	const inert = typeof field === "string" && /^[=@\t\r]|^[+-](?![\d.,]+\s*[%\p{L}]*$)/u.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
