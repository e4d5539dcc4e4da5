/**
 * Claims in the short form of the specs: YAML in which every value but `entity` and `value` has a sensible default.
 *
 * ```yaml
 * - entity: Ant Group
 *   measure: research_spending
 *   value: 20.46e9          # the digits say the precision: the interval is half a unit of the last digit each side
 *   currency: CNY           # or unit: tCO2e
 *   qualifier: more-than    # exact when left out; for `between` give low and high instead of value
 *   kind: flow              # flow when left out
 *   period: 2022            # also 2022-06, 2022-H1, 2022-Q3, 2022-12-31, 2022-01-01/2022-06-30, ../2022-12-31
 *   printed: 204억6000만 위안
 *   text: 2022년 기술 연구개발에 204억6000만 위안을 투자했다.
 *   source: { key: ant-2022, title: Sustainability Report 2022, publisher: Ant Group, published: 2023-06-01, language: ko }
 * ```
 * `source` may be a key alone. YAML anchors (`source: &ant {…}`, `source: *ant`) save repetition.
 */
import assert from "node:assert/strict";
import { parse } from "yaml";
import { Decimal } from "../../server/src/core/decimal.ts";
import type { Claim, ClaimKind, Interval, Language, Period, Qualifier, Source } from "../../server/src/core/model.ts";

const keys = new Set(
	"entity measure words value low high unit currency qualifier kind period printed text source line".split(" "),
);
const sourceKeys = new Set("key title publisher published language file author url".split(" "));

/** @param yaml a list in short form; ids count on from `first`. @throws AssertionError that names the faulty entry. */
export function readClaims(yaml: string, first = 1): Claim[] {
	// The failsafe schema leaves scalars as text: 20.46e9 must not become a binary float.
	const entries: unknown = parse(yaml, { schema: "failsafe" });
	assert.ok(Array.isArray(entries), "claims are a YAML list");
	return entries.map((entry, index) => claimOf(record(entry, keys, `claim ${index + 1}`), `claim-${first + index}`));
}

type Entry = Readonly<Record<string, unknown>>;

function record(value: unknown, allowed: ReadonlySet<string>, what: string): Entry {
	assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), `${what} is a mapping`);
	const unknown = Object.keys(value).filter((key) => !allowed.has(key));
	assert.deepEqual(unknown, [], `${what} has unknown keys`);
	return value as Entry;
}

function text(entry: Entry, key: string, otherwise = ""): string {
	const value = entry[key] ?? otherwise;
	assert.equal(typeof value, "string", `${key} is text`);
	return value as string;
}

function claimOf(entry: Entry, id: string): Claim {
	const printedValue = entry.value === undefined ? null : readScientific(text(entry, "value"));
	const qualifier = text(entry, "qualifier", "exact") as Qualifier;
	const interval = intervalOf(entry, printedValue, qualifier);
	assert.ok(printedValue ?? interval.low ?? interval.high, `${id} has a value, or low and high`);
	const currency = text(entry, "currency") || null;
	const printed = text(entry, "printed", printedValue?.toString() ?? `${interval.low}-${interval.high}`);
	const { words } = entry;
	return {
		id,
		source: sourceOf(entry.source),
		entity: text(entry, "entity"),
		measure: text(entry, "measure"),
		words: Array.isArray(words) ? words.map(String) : text(entry, "words").split(/\s+/).filter(Boolean),
		value: printedValue,
		low: interval.low,
		high: interval.high,
		unit: text(entry, "unit") || currency,
		currency,
		qualifier,
		kind: text(entry, "kind", "flow") as ClaimKind,
		period: readPeriod(text(entry, "period")),
		locator: { line: Number(text(entry, "line", "0")), start: 0, end: printed.length },
		text: text(entry, "text", `${text(entry, "entity")} ${text(entry, "measure")} ${printed}`.trim()),
		printed,
		precision: (printedValue ?? interval.low ?? interval.high)?.exponent ?? 0,
	};
}

/** "20.46e9": a decimal with an optional power of ten; the printed digits keep their precision. */
function readScientific(value: string): Decimal {
	const [digits = "", power = "0"] = value.split("e");
	return Decimal.parse(digits).shift(Number(power));
}

function intervalOf(entry: Entry, value: Decimal | null, qualifier: Qualifier): Interval {
	const given = (key: string): Decimal | null => (entry[key] === undefined ? null : readScientific(text(entry, key)));
	if (!value) {
		return { low: given("low"), high: given("high") };
	}
	const half = new Decimal(5n, value.exponent - 1);
	const low = given("low") ?? value.minus(half);
	const high = given("high") ?? value.plus(half);
	switch (qualifier) {
		case "more-than":
		case "at-least":
			return { low: given("low") ?? value, high: given("high") };
		case "less-than":
		case "at-most":
		case "nearly":
			return { low: given("low"), high: given("high") ?? value };
		default:
			return { low, high };
	}
}

const monthsOfPart: Readonly<Record<string, readonly [number, number]>> = {
	H1: [1, 6],
	H2: [7, 12],
	Q1: [1, 3],
	Q2: [4, 6],
	Q3: [7, 9],
	Q4: [10, 12],
};

/** A year, month, half, quarter, day, or two of them with a slash between; `..` is open. */
export function readPeriod(period: string): Period {
	const [from = "", to] = period.split("/");
	const first = rangeOf(from);
	return to === undefined ? first : { start: first.start, end: rangeOf(to).end };
}

function rangeOf(part: string): Period {
	if (part === "" || part === "..") {
		return { start: null, end: null };
	}
	const [, year = "", rest = ""] = /^(\d{4})(?:-(.+))?$/.exec(part) ?? [];
	assert.ok(year, `not a period: ${part}`);
	if (/^\d\d-\d\d$/.test(rest)) {
		return { start: part, end: part };
	}
	const [first, last] = monthsOfPart[rest] ?? (rest ? [Number(rest), Number(rest)] : [1, 12]);
	assert.ok(first >= 1 && last <= 12, `not a period: ${part}`);
	const day = (month: number, date: number): string => new Date(Date.UTC(Number(year), month, date)).toISOString().slice(0, 10);
	return { start: day(first - 1, 1), end: day(last, 0) };
}

function sourceOf(given: unknown): Source {
	const entry: Entry =
		typeof given === "object" && given !== null ? record(given, sourceKeys, "source") : { key: given ?? "source" };
	const key = text(entry, "key");
	return {
		key,
		title: text(entry, "title", key),
		publisher: text(entry, "publisher"),
		published: text(entry, "published"),
		language: text(entry, "language", "en") as Language,
		file: text(entry, "file", `${key}.md`),
		sha256: "",
		...(entry.author === undefined ? {} : { author: text(entry, "author") }),
		...(entry.url === undefined ? {} : { url: text(entry, "url") }),
	};
}
