/**
 * Finds the claims that could be about a figure, without looking at every claim: by value and by subject.
 *
 * The index is a set of columns, one entry per claim, sorted by dimension and value, so that a database file can keep them as
 * they are and load them without reading a single claim. Values are doubles in the dimension's base unit: good for finding,
 * never for a verdict, which compares exact decimals.
 *
 * By value, a claim is found when its interval overlaps a range that is asked for. "Over 360 million" has no upper end, and
 * neither has the range of a draft that says so; taken literally each would overlap every larger value there is. An open end
 * therefore reaches as far as `openReach` times the value: nobody prints "over 360 million" for more than 720 million.
 * What lies farther off is still found by its subject.
 *
 * By subject, a claim is found when its measure and entity are among those asked for.
 */
import { findUnit } from "../figures/units.ts";
import type { Claim } from "../model.ts";
import type { ClaimQuery } from "./database.ts";
import { dimensionOf } from "./dimension.ts";

/** How far an open interval reaches, as a factor of its one end. */
const openReach = 2;
/** How many candidates a query gets by value, and how many more by subject. */
export const candidatesByValue = 32;
export const candidatesBySubject = 32;
/** How many of those by value may be of another entity and another measure: they have nothing but the value in common. */
export const strangersByValue = 8;
/** How many claims of one subject are looked at: the newest, and those around the period that is asked for. */
const newestOfSubject = 128;
const nearestOfSubject = 64;
/** Up to so many entries a stretch of values is looked through as it is; above, list by list, from its middle outwards. */
const plainScan = 256;
/** Entries on each side of the middle that are looked at of one list: of what is asked for in both respects, and of others. */
const sideOfPair = 128;
const sideOfList = 48;
/**
 * Intervals whose ends are farther apart than this factor, or on both sides of zero, are wide: few, and kept in a list of their
 * own. All others that reach a value begin within this factor of it.
 */
const wideness = 3;
/** How many wide intervals are looked at. */
const wideScan = 256;

/** The stored form of an index. All columns but `starts` have one element per entry, sorted by dimension, low, high and row. */
export interface ClaimColumns {
	/** Sorted; entries without a value have the dimension "". */
	readonly dimensions: readonly string[];
	/** Where each dimension's entries begin, and the number of entries behind the last. */
	readonly starts: Uint32Array<ArrayBuffer>;
	/** Ends of the claim's interval in the base unit; +Infinity and -Infinity (in that order) where it has no value. */
	readonly low: Float64Array<ArrayBuffer>;
	readonly high: Float64Array<ArrayBuffer>;
	/** The printed value: what closeness is measured from. */
	readonly anchor: Float64Array<ArrayBuffer>;
	/** Number of the claim: its place in the list that was indexed. */
	readonly row: Uint32Array<ArrayBuffer>;
	/** Places in `measures` and `entities`. */
	readonly measure: Uint32Array<ArrayBuffer>;
	readonly entity: Uint32Array<ArrayBuffer>;
	/** Ends of the period as yyyymmdd; 0 where open. */
	readonly from: Int32Array<ArrayBuffer>;
	readonly to: Int32Array<ArrayBuffer>;
	/** Entries by (measure, entity, newest first), by (measure, newest first) and by (entity, newest first). */
	readonly byMeasureEntity: Uint32Array<ArrayBuffer>;
	readonly byMeasure: Uint32Array<ArrayBuffer>;
	readonly byEntity: Uint32Array<ArrayBuffer>;
	/** The same, each in the order of the entries instead: by value within a subject. */
	readonly valuesByMeasureEntity: Uint32Array<ArrayBuffer>;
	readonly valuesByMeasure: Uint32Array<ArrayBuffer>;
	readonly valuesByEntity: Uint32Array<ArrayBuffer>;
	/** Entries with a wide interval, in order. */
	readonly wide: Uint32Array<ArrayBuffer>;
	readonly measures: readonly string[];
	readonly entities: readonly string[];
}

/** A claim's interval in its dimension's base unit. */
export interface BaseInterval {
	readonly dimension: string;
	readonly low: number;
	readonly high: number;
	readonly anchor: number;
}

/** Where a claim's value lies, open ends cut at `openReach`; null where it has no value. */
export function baseInterval(claim: Pick<Claim, "value" | "low" | "high" | "unit" | "currency">): BaseInterval | null {
	const unit = claim.unit === null ? undefined : findUnit(claim.unit);
	const scale = unit ? Number(unit.numerator) / Number(unit.denominator) : 1;
	const exact = claim.low === null && claim.high === null ? claim.value : null;
	const low = (claim.low ?? exact)?.toNumber() ?? Number.NEGATIVE_INFINITY;
	const high = (claim.high ?? exact)?.toNumber() ?? Number.POSITIVE_INFINITY;
	const ends = closed(low * scale, high * scale);
	if (!ends) {
		return null;
	}
	return {
		dimension: dimensionOf(claim.unit),
		...ends,
		anchor: claim.value ? claim.value.toNumber() * scale : (ends.low + ends.high) / 2,
	};
}

/** Open ends cut; null when both are open. */
function closed(low: number, high: number): { low: number; high: number } | null {
	const lowOpen = low === Number.NEGATIVE_INFINITY;
	const highOpen = high === Number.POSITIVE_INFINITY;
	if ((lowOpen && highOpen) || Number.isNaN(low) || Number.isNaN(high)) {
		return null;
	}
	if (highOpen) {
		return { low, high: low > 0 ? low * openReach : low / openReach };
	}
	if (lowOpen) {
		return { low: high > 0 ? high / openReach : high * openReach, high };
	}
	return { low, high };
}

/** Builds the columns; `row` of an entry is the claim's place in `claims`. Equal claims give equal columns. */
export function indexClaims(claims: readonly Claim[]): ClaimColumns {
	const measures = names(claims, (claim) => claim.measure);
	const entities = names(claims, (claim) => claim.entity);
	const unordered = claims.map((claim, row) => {
		const base = baseInterval(claim);
		return {
			row,
			dimension: base?.dimension ?? "",
			low: base?.low ?? Number.POSITIVE_INFINITY,
			high: base?.high ?? Number.NEGATIVE_INFINITY,
			anchor: base?.anchor ?? 0,
			measure: measures.numbers.get(claim.measure) ?? 0,
			entity: entities.numbers.get(claim.entity) ?? 0,
			from: dateNumber(claim.period.start),
			to: dateNumber(claim.period.end),
		};
	});
	const entries = unordered.sort(
		(a, b) =>
			compareText(a.dimension, b.dimension) || compareNumber(a.low, b.low) || compareNumber(a.high, b.high) || a.row - b.row,
	);
	const dimensions: string[] = [];
	const starts: number[] = [];
	for (const [place, entry] of entries.entries()) {
		if (entry.dimension !== dimensions.at(-1) || place === 0) {
			dimensions.push(entry.dimension);
			starts.push(place);
		}
	}
	const measure = Uint32Array.from(entries, (entry) => entry.measure);
	const entity = Uint32Array.from(entries, (entry) => entry.entity);
	const to = Int32Array.from(entries, (entry) => entry.to);
	const places = Uint32Array.from(entries.keys());
	const newest = places.slice().sort((a, b) => at(to, b) - at(to, a) || a - b);
	const newestByEntity = grouped(newest, entity, entities.list.length);
	const valuesByEntity = grouped(places, entity, entities.list.length);
	return {
		dimensions,
		starts: Uint32Array.from([...starts, entries.length]),
		low: Float64Array.from(entries, (entry) => entry.low),
		high: Float64Array.from(entries, (entry) => entry.high),
		anchor: Float64Array.from(entries, (entry) => entry.anchor),
		row: Uint32Array.from(entries, (entry) => entry.row),
		measure,
		entity,
		from: Int32Array.from(entries, (entry) => entry.from),
		to,
		byMeasureEntity: grouped(newestByEntity, measure, measures.list.length),
		byMeasure: grouped(newest, measure, measures.list.length),
		byEntity: newestByEntity,
		valuesByMeasureEntity: grouped(valuesByEntity, measure, measures.list.length),
		valuesByMeasure: grouped(places, measure, measures.list.length),
		valuesByEntity,
		wide: places.filter((place) => isWide(entries[place]?.low ?? 0, entries[place]?.high ?? 0)),
		measures: measures.list,
		entities: entities.list,
	};
}

/** The same entries grouped by `keys` (0 to `count` - 1), each group in the order given. */
function grouped(order: Uint32Array, keys: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
	const next = groupStarts(keys, count);
	const result = new Uint32Array(order.length);
	for (const place of order) {
		const key = at(keys, place);
		const index = at(next, key);
		result[index] = place;
		next[key] = index + 1;
	}
	return result;
}

/** Where the group of each key begins, and the number of all behind the last. */
function groupStarts(keys: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
	const starts = new Uint32Array(count + 1);
	for (let i = 0; i < keys.length; i += 1) {
		const key = at(keys, i) + 1;
		starts[key] = at(starts, key) + 1;
	}
	for (let key = 0; key < count; key += 1) {
		starts[key + 1] = at(starts, key + 1) + at(starts, key);
	}
	return starts;
}

/** An entry without a value (its ends are the wrong way round) is not wide. */
function isWide(low: number, high: number): boolean {
	return low <= high && !(low > 0 ? high <= low * wideness : high < 0 && high * wideness <= low);
}

/** Looks claims up in columns. */
export class ClaimIndex {
	private readonly columns: ClaimColumns;
	private readonly segments: ReadonlyMap<string, Stretch>;
	private readonly measureNumbers: ReadonlyMap<string, number>;
	private readonly entityNumbers: ReadonlyMap<string, number>;
	/** Where the claims of each measure and entity begin in the orders by them. */
	private readonly measureStarts: Uint32Array;
	private readonly entityStarts: Uint32Array;

	/** @throws RangeError when the columns do not fit together. */
	constructor(columns: ClaimColumns) {
		checkColumns(columns);
		this.columns = columns;
		this.segments = new Map(
			columns.dimensions.map((dimension, i) => [dimension, { start: columns.starts[i] ?? 0, end: columns.starts[i + 1] ?? 0 }]),
		);
		this.measureNumbers = new Map(columns.measures.map((name, i) => [name, i]));
		this.entityNumbers = new Map(columns.entities.map((name, i) => [name, i]));
		this.measureStarts = groupStarts(columns.measure, columns.measures.length);
		this.entityStarts = groupStarts(columns.entity, columns.entities.length);
	}

	/**
	 * Rows of the candidates of one query, best first: by value those of the asked entities and measures before those that name
	 * none and those before others, then in the order of the ranges, then the closest; then by subject those of the query's
	 * dimensions and period first, then the newest. A few dozen at most, found by looking at a few hundred at most.
	 */
	candidates(query: ClaimQuery): number[] {
		const measures = numbersOf(query.measures, this.measureNumbers);
		const entities = numbersOf(query.entities, this.entityNumbers);
		const names: AskedNames = {
			measures,
			entities,
			measureRank: ranking(query.measures.length > 0, measures, this.measureNumbers.get("")),
			entityRank: ranking(query.entities.length > 0, entities, this.entityNumbers.get("")),
		};
		const byValue = new Best(candidatesByValue);
		const strangers = new Best(strangersByValue);
		for (let order = 0; order < query.ranges.length + query.also.length; order += 1) {
			const range = query.ranges[order];
			const { low, high, dimension } = range
				? { dimension: query.dimension, low: range.low, high: range.high }
				: (query.also[order - query.ranges.length] as ClaimQuery["also"][number]);
			const segment = this.segments.get(dimension);
			const ends = closed(low, high);
			if (segment && ends) {
				const middle = high === Number.POSITIVE_INFINITY ? low : low === Number.NEGATIVE_INFINITY ? high : (low + high) / 2;
				this.searchRange({ ...ends, middle, order, segment }, names, byValue, strangers);
			}
		}
		const bySubject = new Best(candidatesBySubject);
		this.offerSubject(query, measures, entities, bySubject);
		const places = new Set<number>();
		byValue.addTo(places);
		strangers.addTo(places);
		bySubject.addTo(places);
		return Array.from(places, (place) => at(this.columns.row, place));
	}

	/** Offers the entries that overlap the range: all of them where they are few, else the closest of each list that matters. */
	private searchRange(range: Range, names: AskedNames, byValue: Best, strangers: Best): void {
		const { columns } = this;
		const { low, high, anchor, entity, measure } = columns;
		const { segment, middle, order } = range;
		const reach = range.low > 0 ? range.low / wideness : range.low * wideness;
		const end = firstAbove(low, segment.start, segment.end, range.high);
		const start = firstFrom(low, segment.start, end, reach);
		const offer = (place: number): void => {
			if (at(high, place) < range.low) {
				return;
			}
			const value = at(anchor, place);
			const size = Math.max(Math.abs(value), Math.abs(middle));
			const distance = size === 0 ? 0 : Math.min(0.999, Math.abs(value - middle) / size);
			const rank = 3 * names.entityRank(at(entity, place)) + names.measureRank(at(measure, place));
			(rank === 8 ? strangers : byValue).offer(place, rank * 1e6 + order + distance);
		};
		const few = end - start <= plainScan;
		// Those that begin before the stretch; where it is not looked through as a whole, those in it as well.
		const { wide } = columns;
		const last = firstFrom(wide, 0, wide.length, few ? start : end);
		for (let i = last - 1; i >= 0 && i >= last - wideScan && at(wide, i) >= segment.start; i -= 1) {
			offer(at(wide, i));
		}
		if (few) {
			for (let place = start; place < end; place += 1) {
				offer(place);
			}
			return;
		}
		const centre = firstFrom(low, start, end, middle);
		const around = (list: Uint32Array, { start: from, end: to }: Stretch, side: number): void => {
			const next = firstFrom(list, from, to, centre);
			for (let i = next; i < to && i < next + side && at(list, i) < end; i += 1) {
				offer(at(list, i));
			}
			for (let i = next - 1; i >= from && i >= next - side && at(list, i) >= start; i -= 1) {
				offer(at(list, i));
			}
		};
		for (const m of names.measures) {
			for (const e of names.entities) {
				around(columns.valuesByMeasureEntity, this.pair(columns.valuesByMeasureEntity, m, e), sideOfPair);
			}
		}
		for (const e of withNone(names.entities, this.entityNumbers)) {
			around(columns.valuesByEntity, stretchOf(this.entityStarts, e), sideOfList);
		}
		for (const m of withNone(names.measures, this.measureNumbers)) {
			around(columns.valuesByMeasure, stretchOf(this.measureStarts, m), sideOfList);
		}
		for (let place = centre; place < end && place < centre + sideOfList; place += 1) {
			offer(place);
		}
		for (let place = centre - 1; place >= start && place >= centre - sideOfList; place -= 1) {
			offer(place);
		}
	}

	/** The stretch of a measure's and entity's claims in an order by both. */
	private pair(order: Uint32Array, measure: number, entity: number): Stretch {
		const { start, end } = stretchOf(this.measureStarts, measure);
		const from = start + firstWhere(end - start, (i) => at(this.columns.entity, at(order, start + i)) >= entity);
		const to = from + firstWhere(end - from, (i) => at(this.columns.entity, at(order, from + i)) > entity);
		return { start: from, end: to };
	}

	private offerSubject(query: ClaimQuery, measures: readonly number[], entities: readonly number[], best: Best): void {
		if ((query.measures.length > 0 && measures.length === 0) || (query.entities.length > 0 && entities.length === 0)) {
			return;
		}
		const { byMeasureEntity, byMeasure, byEntity, from, to } = this.columns;
		const dimensions = [query.dimension, ...query.also.map((range) => range.dimension)].flatMap(
			(name) => this.segments.get(name) ?? [],
		);
		const asked = query.period ? { from: dateNumber(query.period.start), to: dateNumber(query.period.end) } : null;
		const offer = (place: number): void => {
			const otherDimension = dimensions.some((segment) => place >= segment.start && place < segment.end) ? 0 : 1;
			const otherPeriod = asked ? periodDistance(asked, at(from, place), at(to, place)) : 0;
			best.offer(place, (otherDimension * 3 + otherPeriod) * 1e9 - at(to, place));
		};
		const offerAll = (order: Uint32Array, { start, end }: Stretch): void => {
			const newest = Math.min(end, start + newestOfSubject);
			for (let i = start; i < newest; i += 1) {
				offer(at(order, i));
			}
			if (asked && newest < end) {
				const next = newest + firstWhere(end - newest, (i) => at(to, at(order, newest + i)) <= asked.to);
				for (let i = Math.max(newest, next - nearestOfSubject); i < end && i < next + nearestOfSubject; i += 1) {
					offer(at(order, i));
				}
			}
		};
		if (entities.length === 0) {
			for (const m of measures) {
				offerAll(byMeasure, stretchOf(this.measureStarts, m));
			}
		} else if (measures.length === 0) {
			for (const e of entities) {
				offerAll(byEntity, stretchOf(this.entityStarts, e));
			}
		} else {
			for (const m of measures) {
				for (const e of entities) {
					offerAll(byMeasureEntity, this.pair(byMeasureEntity, m, e));
				}
			}
		}
	}
}

/** Places `start` to below `end` of a column or an order. */
interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A range of values that is asked for, its open ends cut. */
interface Range {
	readonly low: number;
	readonly high: number;
	/** What closeness is measured from. */
	readonly middle: number;
	/** Its place among the ranges of the query. */
	readonly order: number;
	readonly segment: Stretch;
}

interface AskedNames {
	readonly measures: readonly number[];
	readonly entities: readonly number[];
	measureRank(measure: number): number;
	entityRank(entity: number): number;
}

function stretchOf(starts: Uint32Array, key: number): Stretch {
	return { start: at(starts, key), end: at(starts, key + 1) };
}

/** With the number that claims have which name none. */
function withNone(asked: readonly number[], numbers: ReadonlyMap<string, number>): readonly number[] {
	const none = numbers.get("");
	return none === undefined || asked.includes(none) ? asked : [...asked, none];
}

/** How well a name fits: 0 when it is asked for, 1 when the claim or the query has none, 2 when they differ. */
function ranking(isAsked: boolean, asked: readonly number[], none: number | undefined): (name: number) => 0 | 1 | 2 {
	return (name) => (!isAsked || name === none ? 1 : asked.includes(name) ? 0 : 2);
}

/** The places with the least ranks, in the order of their ranks; of equal ranks the one that was offered first. */
class Best {
	private readonly places: Float64Array;
	private readonly ranks: Float64Array;
	private count = 0;

	constructor(size: number) {
		this.places = new Float64Array(size);
		this.ranks = new Float64Array(size);
	}

	offer(place: number, rank: number): void {
		const { places, ranks } = this;
		if (this.count === ranks.length && rank >= at(ranks, this.count - 1)) {
			return;
		}
		let hole = this.count === ranks.length ? this.count - 1 : this.count;
		for (let i = 0; i < this.count; i += 1) {
			if (at(places, i) === place) {
				if (at(ranks, i) <= rank) {
					return;
				}
				hole = i;
				break;
			}
		}
		this.count = Math.max(this.count, hole + 1);
		for (; hole > 0 && at(ranks, hole - 1) > rank; hole -= 1) {
			places[hole] = at(places, hole - 1);
			ranks[hole] = at(ranks, hole - 1);
		}
		places[hole] = place;
		ranks[hole] = rank;
	}

	addTo(found: Set<number>): void {
		for (let i = 0; i < this.count; i += 1) {
			found.add(at(this.places, i));
		}
	}
}

function checkColumns(columns: ClaimColumns): void {
	const { dimensions, starts, low, measures, entities } = columns;
	const count = low.length;
	const orders = [
		columns.row,
		columns.byMeasureEntity,
		columns.byMeasure,
		columns.byEntity,
		columns.valuesByMeasureEntity,
		columns.valuesByMeasure,
		columns.valuesByEntity,
	];
	const perEntry = [columns.high, columns.anchor, columns.measure, columns.entity, columns.from, columns.to, ...orders];
	if (
		perEntry.some((column) => column.length !== count) ||
		starts.length !== dimensions.length + 1 ||
		starts.at(-1) !== count ||
		greatest(columns.measure) >= measures.length ||
		greatest(columns.entity) >= entities.length ||
		[...orders, columns.wide].some((column) => greatest(column) >= count)
	) {
		throw new RangeError("the columns of the claim index do not fit together");
	}
}

/** -1 of an empty column. */
function greatest(column: Uint32Array): number {
	let most = -1;
	for (let i = 0; i < column.length; i += 1) {
		const value = at(column, i);
		if (value > most) {
			most = value;
		}
	}
	return most;
}

/** 0: the same period; 1: they overlap, or one of them is not known; 2: apart. Open ends (0) reach everywhere. */
function periodDistance(asked: { from: number; to: number }, from: number, to: number): 0 | 1 | 2 {
	if (asked.from === from && asked.to === to) {
		return 0;
	}
	return (asked.to !== 0 && from !== 0 && asked.to < from) || (to !== 0 && asked.from !== 0 && to < asked.from) ? 2 : 1;
}

/** "2022-12-31" as 20221231: ordered as dates are; 0 for null. */
function dateNumber(date: string | null): number {
	return date === null ? 0 : Number(date.replaceAll("-", "")) || 0;
}

function names(claims: readonly Claim[], of: (claim: Claim) => string): { list: string[]; numbers: Map<string, number> } {
	const list = [...new Set(claims.map(of))].sort(compareText);
	return { list, numbers: new Map(list.map((name, i) => [name, i])) };
}

function numbersOf(names: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
	return [...new Set(names.flatMap((name) => numbers.get(name) ?? []))];
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Unlike a difference, orders infinities. */
function compareNumber(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of the sorted elements from `start` to `end` that is above `value`. */
function firstAbove(column: Float64Array, start: number, end: number, value: number): number {
	let low = start;
	let high = end;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (at(column, middle) > value) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}

/** The first of the sorted elements from `start` to `end` that is `value` or above. */
function firstFrom(column: Float64Array | Uint32Array, start: number, end: number, value: number): number {
	let low = start;
	let high = end;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (at(column, middle) >= value) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}

/** The first of 0 … length - 1 for which `test` holds, given that it holds for all that follow it; `length` for none. */
function firstWhere(length: number, test: (i: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (test(middle)) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}

/** An element that is known to be there. */
function at(column: ArrayLike<number>, index: number): number {
	return column[index] as number;
}
