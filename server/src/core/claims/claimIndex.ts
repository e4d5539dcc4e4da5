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
const plainScan = 128;
/** Entries on each side of the middle that are looked at of one list: of what is asked for in both respects, and of others. */
const sideOfPair = 64;
const sideOfList = 16;
/**
 * Intervals whose ends are farther apart than this factor, or on both sides of zero, are wide: few, and kept in a list of their
 * own. All others that reach a value begin within this factor of it.
 */
const wideness = 3;
/** One in so many entries' beginnings is kept apart, so that a search begins in a list that fits the processor's memory. */
const sampled = 64;
/** How many wide intervals are looked at. */
const wideScan = 256;

/**
 * The stored form of an index. Columns have one element per entry (some two or three, side by side, because they are read
 * together), sorted by dimension, low, high and row.
 */
export interface ClaimColumns {
	/** Sorted; entries without a value have the dimension "". */
	readonly dimensions: readonly string[];
	/** Where each dimension's entries begin, and the number of entries behind the last. */
	readonly starts: Uint32Array<ArrayBuffer>;
	/**
	 * Three to an entry: the ends of the claim's interval in the base unit (+Infinity and -Infinity, in that order, where it has
	 * no value), and the printed value: what closeness is measured from.
	 */
	readonly values: Float64Array<ArrayBuffer>;
	/** Number of the claim: its place in the list that was indexed. */
	readonly row: Uint32Array<ArrayBuffer>;
	/** Places in `measures` and `entities`. */
	readonly measure: Uint32Array<ArrayBuffer>;
	readonly entity: Uint32Array<ArrayBuffer>;
	/** Two to an entry: the ends of the period as yyyymmdd; 0 where open. */
	readonly periods: Int32Array<ArrayBuffer>;
	/** The same in the order of `byMeasureEntity`: what a subject's claims are picked by, side by side. */
	readonly periodsByMeasureEntity: Int32Array<ArrayBuffer>;
	/** Three to a pair of a measure and an entity that claims have, sorted: both, and where its entries begin in the orders by them. */
	readonly pairs: Uint32Array<ArrayBuffer>;
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
	const newest = places.slice().sort((a, b) => (to[b] as number) - (to[a] as number) || a - b);
	const newestByEntity = grouped(newest, entity, entities.list.length);
	const valuesByEntity = grouped(places, entity, entities.list.length);
	const byMeasureEntity = grouped(newestByEntity, measure, measures.list.length);
	return {
		dimensions,
		starts: Uint32Array.from([...starts, entries.length]),
		values: interleaved(Float64Array, entries, (entry) => [entry.low, entry.high, entry.anchor]),
		row: Uint32Array.from(entries, (entry) => entry.row),
		measure,
		entity,
		periods: interleaved(Int32Array, entries, (entry) => [entry.from, entry.to]),
		periodsByMeasureEntity: interleaved(Int32Array, [...byMeasureEntity], (place) => [
			entries[place]?.from ?? 0,
			entries[place]?.to ?? 0,
		]),
		pairs: pairsOf(byMeasureEntity, measure, entity),
		byMeasureEntity,
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

function interleaved<T, Column extends Float64Array | Int32Array>(
	type: new (length: number) => Column,
	entries: readonly T[],
	parts: (entry: T) => readonly number[],
): Column {
	const width = entries[0] === undefined ? 0 : parts(entries[0]).length;
	const column = new type(width * entries.length);
	for (const [place, entry] of entries.entries()) {
		column.set(parts(entry), width * place);
	}
	return column;
}

function pairsOf(byMeasureEntity: Uint32Array, measure: Uint32Array, entity: Uint32Array): Uint32Array<ArrayBuffer> {
	const pairs: number[] = [];
	let last = -1;
	for (const [i, place] of byMeasureEntity.entries()) {
		if (
			last < 0 ||
			(measure[place] as number) !== (measure[last] as number) ||
			(entity[place] as number) !== (entity[last] as number)
		) {
			pairs.push(measure[place] as number, entity[place] as number, i);
		}
		last = place;
	}
	return Uint32Array.from(pairs);
}

/** The same entries grouped by `keys` (0 to `count` - 1), each group in the order given. */
function grouped(order: Uint32Array, keys: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
	const next = groupStarts(keys, count);
	const result = new Uint32Array(order.length);
	for (const place of order) {
		const key = keys[place] as number;
		const index = next[key] as number;
		result[index] = place;
		next[key] = index + 1;
	}
	return result;
}

/** Where the group of each key begins, and the number of all behind the last. */
function groupStarts(keys: Uint32Array, count: number): Uint32Array<ArrayBuffer> {
	const starts = new Uint32Array(count + 1);
	for (let i = 0; i < keys.length; i += 1) {
		addTo(starts, (keys[i] as number) + 1, 1);
	}
	accumulate(starts);
	return starts;
}

function addTo(column: Uint32Array, index: number, amount: number): void {
	column[index] = (column[index] as number) + amount;
}

/** Makes each element the sum of itself and those before it. */
function accumulate(column: Uint32Array): void {
	for (let i = 1; i < column.length; i += 1) {
		addTo(column, i, column[i - 1] as number);
	}
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
	/** Where every `sampled`th entry's interval begins. */
	private readonly samples: Float64Array;
	/** What one search finds; kept for the next, because making them anew takes as long as the search. */
	private readonly byValue = new Best(candidatesByValue);
	private readonly strangers = new Best(strangersByValue);
	private readonly bySubject = new Best(candidatesBySubject);

	/** @throws RangeError when the columns do not fit together. */
	constructor(columns: ClaimColumns) {
		checkColumns(columns);
		this.columns = columns;
		this.segments = new Map(
			columns.dimensions.map((dimension, i) => [dimension, { start: columns.starts[i] ?? 0, end: columns.starts[i + 1] ?? 0 }]),
		);
		this.measureNumbers = new Map(columns.measures.map((name, i) => [name, i]));
		this.entityNumbers = new Map(columns.entities.map((name, i) => [name, i]));
		const { pairs, row } = columns;
		this.measureStarts = new Uint32Array(columns.measures.length + 1);
		this.entityStarts = new Uint32Array(columns.entities.length + 1);
		for (let pair = 0; pair < pairs.length; pair += 3) {
			const count = (pair + 5 < pairs.length ? (pairs[pair + 5] as number) : row.length) - (pairs[pair + 2] as number);
			addTo(this.measureStarts, (pairs[pair] as number) + 1, count);
			addTo(this.entityStarts, (pairs[pair + 1] as number) + 1, count);
		}
		accumulate(this.measureStarts);
		accumulate(this.entityStarts);
		this.samples = new Float64Array(Math.ceil(row.length / sampled));
		for (let i = 0; i < this.samples.length; i += 1) {
			this.samples[i] = columns.values[3 * sampled * i] as number;
		}
	}

	/**
	 * Rows of the candidates of one query, best first: by value those of the asked entities and measures before those that name
	 * none and those before others, then in the order of the ranges, then the closest; then by subject those of the query's
	 * dimensions and period first, then the newest. A few dozen at most, found by looking at a few hundred at most.
	 */
	candidates(query: ClaimQuery): number[] {
		const { byValue, strangers, bySubject } = this;
		byValue.clear();
		strangers.clear();
		bySubject.clear();
		const names = new AskedNames(
			query,
			numbersOf(query.measures, this.measureNumbers),
			numbersOf(query.entities, this.entityNumbers),
			this.measureNumbers.get("") ?? unnamed,
			this.entityNumbers.get("") ?? unnamed,
		);
		for (let order = 0; order < query.ranges.length + query.also.length; order += 1) {
			const range = query.ranges[order] ?? (query.also[order - query.ranges.length] as ClaimQuery["also"][number]);
			const segment = this.segments.get("dimension" in range ? (range.dimension as string) : query.dimension);
			const ends = closed(range.low, range.high);
			if (segment && ends) {
				const middle =
					range.high === Number.POSITIVE_INFINITY
						? range.low
						: range.low === Number.NEGATIVE_INFINITY
							? range.high
							: (range.low + range.high) / 2;
				this.searchRange({ ...ends, middle, order, segment }, names);
			}
		}
		this.searchSubject(query, names);
		const places = new Set<number>();
		byValue.addTo(places);
		strangers.addTo(places);
		bySubject.addTo(places);
		const { row } = this.columns;
		const rows: number[] = [];
		for (const place of places) {
			rows.push(row[place] as number);
		}
		return rows;
	}

	/** Offers the entries that overlap the range: all of them where they are few, else the closest of each list that matters. */
	private searchRange(range: Range, names: AskedNames): void {
		const { wide } = this.columns;
		const { segment } = range;
		const reach = range.low > 0 ? range.low / wideness : range.low * wideness;
		const end = this.firstBeginning(segment.start, segment.end, range.high, true);
		const start = this.firstBeginning(segment.start, end, reach, false);
		// From the middle outwards, so that what comes later is mostly farther off and turned away at once.
		const centre = this.firstBeginning(start, end, range.middle, false);
		const few = end - start <= plainScan;
		// Wide ones that begin before the stretch; where it is not looked through as a whole, those in it as well.
		const last = firstFrom(wide, 0, wide.length, few ? start : end);
		for (let i = last - 1; i >= 0 && i >= last - wideScan && (wide[i] as number) >= segment.start; i -= 1) {
			this.offerRanked(wide[i] as number, range, names);
		}
		if (few) {
			for (let place = centre; place < end; place += 1) {
				this.offerRanked(place, range, names);
			}
			for (let place = centre - 1; place >= start; place -= 1) {
				this.offerRanked(place, range, names);
			}
			return;
		}
		// What begins inside the range overlaps it; of what begins before, some do.
		const sure = this.firstBeginning(start, end, range.low, false);
		for (const { list, from, to, rank } of this.listsOf(names)) {
			const next = firstFrom(list, from, to, centre);
			if (rank === 0) {
				for (let i = next; i < to && i < next + sideOfPair && (list[i] as number) < end; i += 1) {
					this.offerValue(list[i] as number, rank, range);
				}
				for (let i = next - 1; i >= from && i >= next - sideOfPair && (list[i] as number) >= start; i -= 1) {
					this.offerValue(list[i] as number, rank, range);
				}
				continue;
			}
			// How many are closer stands for how close it is: reading each one's value would take most of the time.
			for (let i = next; i < to && i < next + sideOfList && (list[i] as number) < end; i += 1) {
				this.offerNear(list[i] as number, rank, range.order, i - next);
			}
			for (let i = next - 1; i >= from && i >= next - sideOfList && (list[i] as number) >= start; i -= 1) {
				const place = list[i] as number;
				if (place >= sure || this.reaches(place, range.low)) {
					this.offerNear(place, rank, range.order, next - 1 - i);
				}
			}
		}
		const others = names.rank(unnamed - 1, unnamed - 1);
		for (let place = centre; place < end && place < centre + sideOfList; place += 1) {
			this.offerNear(place, others, range.order, place - centre);
		}
		for (let place = centre - 1; place >= start && place >= centre - sideOfList; place -= 1) {
			if (place >= sure || this.reaches(place, range.low)) {
				this.offerNear(place, others, range.order, centre - 1 - place);
			}
		}
	}

	private reaches(place: number, low: number): boolean {
		return (this.columns.values[3 * place + 1] as number) >= low;
	}

	/** @param closer how many of its list are closer */
	private offerNear(place: number, rank: number, order: number, closer: number): void {
		(rank === strangersRank ? this.strangers : this.byValue).offer(place, rank * 1e6 + order + closer / 1000);
	}

	private offerRanked(place: number, range: Range, names: AskedNames): void {
		this.offerValue(place, names.rank(this.columns.measure[place] as number, this.columns.entity[place] as number), range);
	}

	/** @param rank how well its names fit */
	private offerValue(place: number, rank: number, { low, middle, order }: Range): void {
		const { values } = this.columns;
		if ((values[3 * place + 1] as number) < low) {
			return;
		}
		const value = values[3 * place + 2] as number;
		const size = Math.max(Math.abs(value), Math.abs(middle));
		const distance = size === 0 ? 0 : Math.min(0.999, Math.abs(value - middle) / size);
		(rank === strangersRank ? this.strangers : this.byValue).offer(place, rank * 1e6 + order + distance);
	}

	/** The first entry from `start` to `end` that begins at `value` or, with `above`, above it. */
	private firstBeginning(start: number, end: number, value: number, above: boolean): number {
		const { samples } = this;
		const { values } = this.columns;
		let low = start;
		let high = end;
		while (high - low > 2 * sampled) {
			const middle = Math.floor((low + high) / (2 * sampled));
			const begins = samples[middle] as number;
			if (above ? begins > value : begins >= value) {
				high = middle * sampled;
			} else {
				low = middle * sampled + 1;
			}
		}
		while (low < high) {
			const middle = (low + high) >>> 1;
			const begins = values[3 * middle] as number;
			if (above ? begins > value : begins >= value) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		return low;
	}

	/** The claims that have a name in common with the query, or none, in lists by value: those that fit best first. */
	private listsOf(names: AskedNames): readonly ValueList[] {
		names.lists ??= this.makeLists(names);
		return names.lists;
	}

	private makeLists(names: AskedNames): ValueList[] {
		const { valuesByMeasureEntity, valuesByMeasure, valuesByEntity } = this.columns;
		const lists: ValueList[] = [];
		const other = unnamed - 1;
		const measures = names.measures.includes(names.noMeasure) ? names.measures : [...names.measures, names.noMeasure];
		const entities = names.entities.includes(names.noEntity) ? names.entities : [...names.entities, names.noEntity];
		for (const entity of entities) {
			for (const measure of measures) {
				addList(lists, valuesByMeasureEntity, this.pair(measure, entity), names.rank(measure, entity));
			}
			addList(lists, valuesByEntity, stretchOf(this.entityStarts, entity), names.rank(other, entity));
		}
		for (const measure of measures) {
			addList(lists, valuesByMeasure, stretchOf(this.measureStarts, measure), names.rank(measure, other));
		}
		return lists;
	}

	/** The stretch of a measure's and entity's claims in the orders by both. */
	private pair(measure: number, entity: number): Stretch {
		const { pairs, row } = this.columns;
		const count = pairs.length / 3;
		let found = 0;
		let high = count;
		while (found < high) {
			const middle = (found + high) >>> 1;
			const first = pairs[3 * middle] as number;
			if (first > measure || (first === measure && (pairs[3 * middle + 1] as number) >= entity)) {
				high = middle;
			} else {
				found = middle + 1;
			}
		}
		if (found === count || (pairs[3 * found] as number) !== measure || (pairs[3 * found + 1] as number) !== entity) {
			return { start: 0, end: 0 };
		}
		return { start: pairs[3 * found + 2] as number, end: found + 1 < count ? (pairs[3 * found + 5] as number) : row.length };
	}

	private searchSubject(query: ClaimQuery, { measures, entities }: AskedNames): void {
		if ((query.measures.length > 0 && measures.length === 0) || (query.entities.length > 0 && entities.length === 0)) {
			return;
		}
		const { byMeasureEntity, byMeasure, byEntity } = this.columns;
		const dimensions: Stretch[] = [];
		for (let i = -1; i < query.also.length; i += 1) {
			const segment = this.segments.get(i < 0 ? query.dimension : (query.also[i]?.dimension ?? ""));
			if (segment) {
				dimensions.push(segment);
			}
		}
		const period = query.period ? { from: dateNumber(query.period.start), to: dateNumber(query.period.end) } : null;
		const about: About = { dimensions, period };
		if (entities.length === 0) {
			for (const measure of measures) {
				this.offerSubject(byMeasure, stretchOf(this.measureStarts, measure), about);
			}
		} else if (measures.length === 0) {
			for (const entity of entities) {
				this.offerSubject(byEntity, stretchOf(this.entityStarts, entity), about);
			}
		} else {
			for (const measure of measures) {
				for (const entity of entities) {
					this.offerSubject(byMeasureEntity, this.pair(measure, entity), about);
				}
			}
		}
	}

	/** Offers the newest of a subject's claims, and those around the period that is asked for. */
	private offerSubject(order: Uint32Array, { start, end }: Stretch, about: About): void {
		const { byMeasureEntity, periods, periodsByMeasureEntity } = this.columns;
		const aligned = order === byMeasureEntity;
		const newest = Math.min(end, start + newestOfSubject);
		for (let i = start; i < newest; i += 1) {
			const place = order[i] as number;
			const at = 2 * (aligned ? i : place);
			const column = aligned ? periodsByMeasureEntity : periods;
			this.offerAbout(place, column[at] as number, column[at + 1] as number, about);
		}
		const { period } = about;
		if (period && newest < end) {
			const next =
				newest + firstWhere(end - newest, (i) => (periods[2 * (order[newest + i] as number) + 1] as number) <= period.to);
			for (let i = Math.max(newest, next - nearestOfSubject); i < end && i < next + nearestOfSubject; i += 1) {
				const place = order[i] as number;
				this.offerAbout(place, periods[2 * place] as number, periods[2 * place + 1] as number, about);
			}
		}
	}

	private offerAbout(place: number, from: number, to: number, { dimensions, period }: About): void {
		let otherDimension = 1;
		for (const segment of dimensions) {
			if (place >= segment.start && place < segment.end) {
				otherDimension = 0;
			}
		}
		const otherPeriod = period ? periodDistance(period, from, to) : 0;
		this.bySubject.offer(place, (otherDimension * 3 + otherPeriod) * 1e9 - to);
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

/** What a claim is to be about, besides its names. */
interface About {
	readonly dimensions: readonly Stretch[];
	readonly period: { readonly from: number; readonly to: number } | null;
}

/** Stands for the number of no name where no claim is without one. */
const unnamed = -1;
/** How well the names of a claim fit whose entity and measure are others than those asked for. */
const strangersRank = 8;

/** The numbers of the names that a query asks for. */
class AskedNames {
	readonly measures: readonly number[];
	readonly entities: readonly number[];
	/** The numbers that claims have which name no measure and no entity. */
	readonly noMeasure: number;
	readonly noEntity: number;
	/** Made when they are first needed. */
	lists: readonly ValueList[] | null = null;
	private readonly anyMeasure: boolean;
	private readonly anyEntity: boolean;

	constructor(query: ClaimQuery, measures: readonly number[], entities: readonly number[], noMeasure: number, noEntity: number) {
		this.measures = measures;
		this.entities = entities;
		this.noMeasure = noMeasure;
		this.noEntity = noEntity;
		this.anyMeasure = query.measures.length === 0;
		this.anyEntity = query.entities.length === 0;
	}

	/** 0 to 8: the entity decides before the measure, and each is asked for, or not named by the claim or the query, or another. */
	rank(measure: number, entity: number): number {
		return (
			3 * fitOf(this.anyEntity, this.entities, this.noEntity, entity) +
			fitOf(this.anyMeasure, this.measures, this.noMeasure, measure)
		);
	}
}

function fitOf(any: boolean, asked: readonly number[], none: number, name: number): 0 | 1 | 2 {
	return any || name === none ? 1 : asked.includes(name) ? 0 : 2;
}

/** Entries `from` to below `to` of a list by value: all have this rank or a better one, with which they are in another list, too. */
interface ValueList {
	readonly list: Uint32Array;
	readonly from: number;
	readonly to: number;
	readonly rank: number;
}

/** Puts a list behind those that fit as well or better. */
function addList(lists: ValueList[], list: Uint32Array, { start, end }: Stretch, rank: number): void {
	if (start >= end) {
		return;
	}
	let place = lists.length;
	while (place > 0 && (lists[place - 1] as ValueList).rank > rank) {
		place -= 1;
	}
	lists.splice(place, 0, { list, from: start, to: end, rank });
}

function stretchOf(starts: Uint32Array, key: number): Stretch {
	return { start: starts[key] as number, end: starts[key + 1] as number };
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

	clear(): void {
		this.count = 0;
	}

	offer(place: number, rank: number): void {
		const { places, ranks } = this;
		if (this.count === ranks.length && rank >= (ranks[this.count - 1] as number)) {
			return;
		}
		let hole = this.count === ranks.length ? this.count - 1 : this.count;
		for (let i = 0; i < this.count; i += 1) {
			if ((places[i] as number) === place) {
				if ((ranks[i] as number) <= rank) {
					return;
				}
				hole = i;
				break;
			}
		}
		this.count = Math.max(this.count, hole + 1);
		for (; hole > 0 && (ranks[hole - 1] as number) > rank; hole -= 1) {
			places[hole] = places[hole - 1] as number;
			ranks[hole] = ranks[hole - 1] as number;
		}
		places[hole] = place;
		ranks[hole] = rank;
	}

	addTo(found: Set<number>): void {
		for (let i = 0; i < this.count; i += 1) {
			found.add(this.places[i] as number);
		}
	}
}

function checkColumns(columns: ClaimColumns): void {
	const { dimensions, starts, row, pairs, measures, entities } = columns;
	const count = row.length;
	const orders = [
		row,
		columns.byMeasureEntity,
		columns.byMeasure,
		columns.byEntity,
		columns.valuesByMeasureEntity,
		columns.valuesByMeasure,
		columns.valuesByEntity,
	];
	const fits = (pair: number): boolean =>
		(pairs[pair] as number) < measures.length &&
		(pairs[pair + 1] as number) < entities.length &&
		(pair === 0 ? (pairs[2] as number) === 0 : (pairs[pair + 2] as number) > (pairs[pair - 1] as number)) &&
		(pairs[pair + 2] as number) < count;
	let sound = pairs.length % 3 === 0 && (pairs.length === 0) === (count === 0);
	for (let pair = 0; sound && pair < pairs.length; pair += 3) {
		sound = fits(pair);
	}
	if (
		!sound ||
		[columns.measure, columns.entity, ...orders].some((column) => column.length !== count) ||
		columns.values.length !== 3 * count ||
		columns.periods.length !== 2 * count ||
		columns.periodsByMeasureEntity.length !== 2 * count ||
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
		const value = column[i] as number;
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
	return date === null ? 0 : 10_000 * Number(date.slice(0, 4)) + 100 * Number(date.slice(5, 7)) + Number(date.slice(8, 10)) || 0;
}

function names(claims: readonly Claim[], of: (claim: Claim) => string): { list: string[]; numbers: Map<string, number> } {
	const list = [...new Set(claims.map(of))].sort(compareText);
	return { list, numbers: new Map(list.map((name, i) => [name, i])) };
}

function numbersOf(names: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
	const found: number[] = [];
	for (const name of names) {
		const number = numbers.get(name);
		if (number !== undefined && !found.includes(number)) {
			found.push(number);
		}
	}
	return found;
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Unlike a difference, orders infinities. */
function compareNumber(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of the sorted elements from `start` to `end` that is `value` or above. */
function firstFrom(column: Uint32Array, start: number, end: number, value: number): number {
	let low = start;
	let high = end;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((column[middle] as number) >= value) {
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
