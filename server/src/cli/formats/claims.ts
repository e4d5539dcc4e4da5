/** Claims as JSON, CSV and a table. */
import type { Claim, OwnRecord } from "../../core/model.ts";
import { ownRecordRemark } from "../../core/workspace/ownRecordText.ts";
import { columnsOf, fitColumns, padColumns, printable } from "../excerpt.ts";
import { decimalText } from "../figureJson.ts";
import type { Terminal } from "../output.ts";
import { shortPeriod, shortQuantity } from "../quantity.ts";
import { csvText } from "./csv.ts";

export interface ClaimJson {
	readonly id: string;
	readonly source: {
		readonly key: string;
		readonly title: string;
		readonly publisher: string;
		readonly published: string;
		readonly language: string;
		readonly file: string;
		/** Of the organisation's own records: who entered it and when. */
		readonly own?: OwnRecord;
	};
	readonly entity: string;
	readonly measure: string;
	readonly value: string | null;
	readonly low: string | null;
	readonly high: string | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: string;
	readonly kind: string;
	readonly periodStart: string | null;
	readonly periodEnd: string | null;
	readonly locator: Claim["locator"];
	readonly text: string;
	readonly printed: string;
}

export function claimJson(claim: Claim): ClaimJson {
	const { key, title, publisher, published, language, file, own } = claim.source;
	return {
		id: claim.id,
		source: { key, title, publisher, published, language, file, ...(own ? { own } : {}) },
		entity: claim.entity,
		measure: claim.measure,
		value: decimalText(claim.value),
		low: decimalText(claim.low),
		high: decimalText(claim.high),
		unit: claim.unit,
		currency: claim.currency,
		qualifier: claim.qualifier,
		kind: claim.kind,
		periodStart: claim.period.start,
		periodEnd: claim.period.end,
		locator: claim.locator,
		text: claim.text,
		printed: claim.printed,
	};
}

const csvColumns: readonly (readonly [name: string, value: (claim: ClaimJson) => string | number | null | undefined])[] = [
	["id", (claim) => claim.id],
	["entity", (claim) => claim.entity],
	["measure", (claim) => claim.measure],
	["value", (claim) => claim.value],
	["low", (claim) => claim.low],
	["high", (claim) => claim.high],
	["unit", (claim) => claim.unit],
	["currency", (claim) => claim.currency],
	["qualifier", (claim) => claim.qualifier],
	["kind", (claim) => claim.kind],
	["periodStart", (claim) => claim.periodStart],
	["periodEnd", (claim) => claim.periodEnd],
	["printed", (claim) => claim.printed],
	["text", (claim) => claim.text],
	["source", (claim) => claim.source.key],
	["title", (claim) => claim.source.title],
	["publisher", (claim) => claim.source.publisher],
	["published", (claim) => claim.source.published],
	["language", (claim) => claim.source.language],
	["file", (claim) => claim.source.file],
	["line", (claim) => claim.locator.line],
	["start", (claim) => claim.locator.start],
	["end", (claim) => claim.locator.end],
	["page", (claim) => claim.locator.page],
	["cell", (claim) => claim.locator.cell],
];

export function claimsCsv(claims: readonly Claim[]): string {
	return csvText([
		csvColumns.map(([name]) => name),
		...claims.map(claimJson).map((claim) => csvColumns.map(([, value]) => value(claim))),
	]);
}

/** Three rows a claim: what is claimed, the passage, and its source. */
export function claimsTable(claims: readonly Claim[], terminal: Terminal): string {
	const rows = claims.map((claim) => [
		printable(claim.entity || "—"),
		printable(claim.measure || "—"),
		printable(shortQuantity(claim)),
		shortPeriod(claim.period) || "—",
		claim.kind,
	]);
	const heads = ["entity", "measure", "value", "period", "kind"];
	const widths = fitWidths(
		heads.map((head, column) => rows.reduce((width, row) => Math.max(width, columnsOf(row[column] ?? "")), columnsOf(head))),
		terminal.width - 2 * (heads.length - 1),
	);
	const line = (cells: readonly string[]): string =>
		cells
			.map((cell, column) => padColumns(fitColumns(cell, widths[column] as number), widths[column] as number))
			.join("  ")
			.trimEnd();
	const out = [terminal.paint(line(heads), "bold")];
	for (const [index, { source, text, locator }] of claims.entries()) {
		const named = [
			source.title || source.key,
			...(source.own ? [ownRecordRemark(source, "en")] : [source.publisher, source.published]),
		]
			.filter(Boolean)
			.join(", ");
		const place = `${source.file}:${locator.line + 1}`;
		const room = terminal.width - 2;
		const shownName = fitColumns(printable(named), Math.max(20, room - columnsOf(place) - 2));
		out.push(
			line(rows[index] ?? []),
			`  > ${fitColumns(printable(text.replace(/\s+/g, " ").trim()), room - 2)}`,
			terminal.paint(`  ${fitColumns(`${shownName}  ${printable(place)}`, room)}`, "dim"),
		);
	}
	out.push(terminal.paint(`${claims.length} ${claims.length === 1 ? "claim" : "claims"}`, "bold"));
	return `${out.join("\n")}\n`;
}

/** Columns that give way where there is too little room: a name can be guessed from its beginning, a value cannot. */
const yielding = [0, 1];
const narrowest = 8;

function fitWidths(wanted: readonly number[], room: number): number[] {
	const widths = [...wanted];
	for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
		const candidates = yielding.filter((column) => (widths[column] as number) > narrowest);
		const columns = candidates.length > 0 ? candidates : widths.map((_, column) => column);
		const widest = columns.reduce((a, b) => ((widths[b] as number) > (widths[a] as number) ? b : a));
		if ((widths[widest] as number) <= narrowest) {
			break;
		}
		widths[widest] = (widths[widest] as number) - 1;
	}
	return widths;
}
