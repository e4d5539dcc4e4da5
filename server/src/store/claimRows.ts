/** Sources and claims as rows of the database file and back, exactly. */
import { baseInterval } from "../core/claims/claimIndex.ts";
import { Decimal } from "../core/decimal.ts";
import type { Claim, ClaimKind, Qualifier, Source } from "../core/model.ts";
import type { SqlValue } from "./engine.ts";

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

/** The source as a JSON object; what is NULL is null. Some versions of Node cut text off at U+0000, but not in JSON, which escapes it. */
export const sourceAsJson = `json_object(${sourceColumns.map((column) => `'${column}', ${column}`).join(", ")})`;

/** Reads what `sourceAsJson` selects. */
export function readSourceRow(json: string): Source {
	const { author, url, ...source } = JSON.parse(json) as Source & { readonly author: string | null; readonly url: string | null };
	return { ...source, ...(author === null ? {} : { author }), ...(url === null ? {} : { url }) };
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
