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

/** @throws Error when the row is not one that `claimRow` made. */
export function readClaimRow(
	row: SqlRow,
	names: { readonly source: Source; readonly entity: string; readonly measure: string },
): Claim {
	return {
		id: text(row.key),
		...names,
		words: JSON.parse(text(row.words)) as string[],
		value: readDecimal(row.value_text),
		low: readDecimal(row.low),
		high: readDecimal(row.high),
		unit: textOrNull(row.unit),
		currency: textOrNull(row.currency),
		qualifier: text(row.qualifier) as Qualifier,
		kind: text(row.kind) as ClaimKind,
		period: { start: textOrNull(row.period_start), end: textOrNull(row.period_end) },
		locator: {
			line: Number(row.line),
			start: Number(row.start),
			end: Number(row.end),
			...(row.page === null ? {} : { page: Number(row.page) }),
			...(row.cell === null ? {} : { cell: text(row.cell) }),
		},
		text: text(row.text),
		printed: text(row.printed),
		precision: Number(row.precision),
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

function readDecimal(value: SqlValue | undefined): Decimal | null {
	const written = textOrNull(value);
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

function textOrNull(value: SqlValue | undefined): string | null {
	return value === null ? null : text(value);
}
