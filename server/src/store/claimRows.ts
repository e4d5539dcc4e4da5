/** Sources and claims as rows of the database file and back, exactly. */
import { baseInterval } from "../core/claims/claimIndex.ts";
import { Decimal } from "../core/decimal.ts";
import type { Claim, ClaimKind, Language, Qualifier, Source } from "../core/model.ts";
import type { SqlRow, SqlValue } from "./engine.ts";

export const sourceColumns = ["key", "title", "publisher", "author", "published", "language", "file", "sha256", "url"] as const;

export const claimColumns = [
	"key",
	"source_id",
	"entity_id",
	"measure_id",
	"dimension",
	"value",
	"value_text",
	"low",
	"high",
	"unit",
	"currency",
	"qualifier",
	"kind",
	"period_start",
	"period_end",
	"line",
	"start",
	"end",
	"page",
	"cell",
	"precision",
	"printed",
	"words",
	"text",
] as const;

type Row<Column extends string> = Readonly<Record<Column, SqlValue>>;

export function sourceRow(source: Source): Row<(typeof sourceColumns)[number]> {
	const { key, title, publisher, author = null, published, language, file, sha256, url = null } = source;
	return { key, title, publisher, author, published, language, file, sha256, url };
}

export function readSourceRow(row: SqlRow): Source {
	return {
		key: text(row.key),
		title: text(row.title),
		publisher: text(row.publisher),
		published: text(row.published),
		language: text(row.language) as Language,
		file: text(row.file),
		sha256: text(row.sha256),
		...(row.author === null ? {} : { author: text(row.author) }),
		...(row.url === null ? {} : { url: text(row.url) }),
	};
}

/** @param ids the numbers of the claim's source, entity and measure. */
export function claimRow(claim: Claim, ids: Row<"source_id" | "entity_id" | "measure_id">): Row<(typeof claimColumns)[number]> {
	const base = baseInterval(claim);
	const { locator, period } = claim;
	return {
		key: claim.id,
		...ids,
		dimension: base?.dimension ?? null,
		value: base?.anchor ?? null,
		value_text: decimalText(claim.value),
		low: decimalText(claim.low),
		high: decimalText(claim.high),
		unit: claim.unit,
		currency: claim.currency,
		qualifier: claim.qualifier,
		kind: claim.kind,
		period_start: period.start,
		period_end: period.end,
		line: locator.line,
		start: locator.start,
		end: locator.end,
		page: locator.page ?? null,
		cell: locator.cell ?? null,
		precision: claim.precision,
		printed: claim.printed,
		words: JSON.stringify(claim.words),
		text: claim.text,
	};
}

/** The claim as one JSON array: one value to fetch instead of two dozen, which is what takes the time. */
export const claimAsJson = `json_array(id, source_id, entity_id, measure_id, ${[
	"key",
	"json(words)",
	"value_text",
	"low",
	"high",
	"unit",
	"currency",
	"qualifier",
	"kind",
	"period_start",
	"period_end",
	"line",
	"start",
	'"end"',
	"page",
	"cell",
	"text",
	"printed",
	"precision",
].join(", ")})`;

type ClaimTuple = [
	id: number,
	sourceId: number,
	entityId: number,
	measureId: number,
	key: string,
	words: string[],
	value: string | null,
	low: string | null,
	high: string | null,
	unit: string | null,
	currency: string | null,
	qualifier: Qualifier,
	kind: ClaimKind,
	start: string | null,
	end: string | null,
	line: number,
	from: number,
	to: number,
	page: number | null,
	cell: string | null,
	text: string,
	printed: string,
	precision: number,
];

/**
 * Reads what `claimAsJson` selects.
 *
 * @throws RangeError when it names a source, an entity or a measure that is not there, or a number that is none.
 */
export function readClaim(
	json: string,
	names: { readonly sources: readonly Source[]; readonly entities: readonly string[]; readonly measures: readonly string[] },
): { readonly row: number; readonly claim: Claim } {
	const [row, sourceId, entityId, measureId, id, words, value, low, high, unit, currency, qualifier, kind, ...rest] = JSON.parse(
		json,
	) as ClaimTuple;
	const [start, end, line, from, to, page, cell, text, printed, precision] = rest;
	const source = names.sources[sourceId];
	const entity = names.entities[entityId];
	const measure = names.measures[measureId];
	if (source === undefined || entity === undefined || measure === undefined) {
		throw new RangeError("a claim names a source, an entity or a measure that is not there");
	}
	return {
		row,
		claim: {
			id,
			source,
			entity,
			measure,
			words,
			value: readDecimal(value),
			low: readDecimal(low),
			high: readDecimal(high),
			unit,
			currency,
			qualifier,
			kind,
			period: { start, end },
			locator: { line, start: from, end: to, ...(page === null ? {} : { page }), ...(cell === null ? {} : { cell }) },
			text,
			printed,
			precision,
		},
	};
}

/** Digits and exponent, both: "204.60" and "2046e7" come back as they were, not as the shortest number of the same value. */
function decimalText(value: Decimal | null): string | null {
	if (value === null) {
		return null;
	}
	const { digits, exponent } = value;
	if (exponent >= 0) {
		return exponent === 0 ? `${digits}` : `${digits}e${exponent}`;
	}
	const plain = (digits < 0n ? -digits : digits).toString().padStart(1 - exponent, "0");
	return `${digits < 0n ? "-" : ""}${plain.slice(0, exponent)}.${plain.slice(exponent)}`;
}

function readDecimal(written: string | null): Decimal | null {
	if (written === null) {
		return null;
	}
	const [digits = "", exponent] = written.split("e");
	return exponent === undefined ? Decimal.parse(digits) : new Decimal(BigInt(digits), Number(exponent));
}

function text(value: SqlValue | undefined): string {
	if (typeof value !== "string") {
		throw new TypeError("a text column holds something else");
	}
	return value;
}
