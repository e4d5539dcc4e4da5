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
/** How many of the newest claims of one subject are looked at. */
const subjectScan = 512;
/** Entries that share one maximum in the tree. */
const blockSize = 16;

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
	const order = (compare: (a: (typeof entries)[number], b: (typeof entries)[number]) => number): Uint32Array<ArrayBuffer> => {
		const places = Uint32Array.from(entries.keys());
		// biome-ignore lint/style/noNonNullAssertion: every place is one of `entries`.
		return places.sort((a, b) => compare(entries[a]!, entries[b]!) || a - b);
	};
	return {
		dimensions,
		starts: Uint32Array.from([...starts, entries.length]),
		low: Float64Array.from(entries, (entry) => entry.low),
		high: Float64Array.from(entries, (entry) => entry.high),
		anchor: Float64Array.from(entries, (entry) => entry.anchor),
		row: Uint32Array.from(entries, (entry) => entry.row),
		measure: Uint32Array.from(entries, (entry) => entry.measure),
		entity: Uint32Array.from(entries, (entry) => entry.entity),
		from: Int32Array.from(entries, (entry) => entry.from),
		to: Int32Array.from(entries, (entry) => entry.to),
		byMeasureEntity: order((a, b) => a.measure - b.measure || a.entity - b.entity || b.to - a.to),
		byMeasure: order((a, b) => a.measure - b.measure || b.to - a.to),
		byEntity: order((a, b) => a.entity - b.entity || b.to - a.to),
		measures: measures.list,
		entities: entities.list,
	};
}

/** Looks claims up in columns. */
export class ClaimIndex {
	private readonly columns: ClaimColumns;
	private readonly segments: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
	private readonly measureNumbers: ReadonlyMap<string, number>;
	private readonly entityNumbers: ReadonlyMap<string, number>;
	/** A binary tree over blocks of entries: the greatest `high` below each node, so that blocks that end too low are never entered. */
	private readonly greatest: Float64Array;
	private readonly leaves: number;

	/** @throws RangeError when the columns do not fit together. */
	constructor(columns: ClaimColumns) {
		checkColumns(columns);
		this.columns = columns;
		this.segments = new Map(
			columns.dimensions.map((dimension, i) => [dimension, { start: columns.starts[i] ?? 0, end: columns.starts[i + 1] ?? 0 }]),
		);
		this.measureNumbers = new Map(columns.measures.map((name, i) => [name, i]));
		this.entityNumbers = new Map(columns.entities.map((name, i) => [name, i]));
		const blocks = Math.ceil(columns.low.length / blockSize);
		this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, blocks)));
		this.greatest = new Float64Array(2 * this.leaves).fill(Number.NEGATIVE_INFINITY);
		for (const [place, high] of columns.high.entries()) {
			const leaf = this.leaves + Math.floor(place / blockSize);
			this.greatest[leaf] = Math.max(at(this.greatest, leaf), high);
		}
		for (let node = this.leaves - 1; node > 0; node -= 1) {
			this.greatest[node] = Math.max(at(this.greatest, 2 * node), at(this.greatest, 2 * node + 1));
		}
	}

	/**
	 * Rows of the candidates of one query, best first: by value those of the asked entities and measures before those that name
	 * none and those before others, then in the order of the ranges, then the closest; then by subject those of the query's
	 * dimensions and period first, then the newest. A few dozen at most.
	 */
	candidates(query: ClaimQuery): number[] {
		const measures = numbersOf(query.measures, this.measureNumbers);
		const entities = numbersOf(query.entities, this.entityNumbers);
		const measureRank = ranking(query.measures.length > 0, measures, this.measureNumbers.get(""));
		const entityRank = ranking(query.entities.length > 0, entities, this.entityNumbers.get(""));
		const byValue = new Best(candidatesByValue);
		const strangers = new Best(strangersByValue);
		const ranges = [...query.ranges.map((range) => ({ dimension: query.dimension, ...range })), ...query.also];
		for (const [order, range] of ranges.entries()) {
			this.visitRange(range, (place, distance) => {
				const rank = 3 * entityRank(at(this.columns.entity, place)) + measureRank(at(this.columns.measure, place));
				(rank === 8 ? strangers : byValue).offer(place, rank * 1e6 + order + distance);
			});
		}
		const bySubject = new Best(candidatesBySubject);
		this.offerSubject(query, measures, entities, bySubject);
		return [...new Set([...byValue.places, ...strangers.places, ...bySubject.places])].map((place) =>
			at(this.columns.row, place),
		);
	}

	/** Calls `found` for the entries that overlap the range, with how far their value is from its middle: 0 to below 1. */
	private visitRange(range: ClaimQuery["also"][number], found: (place: number, distance: number) => void): void {
		const segment = this.segments.get(range.dimension);
		const ends = closed(range.low, range.high);
		if (!segment || !ends) {
			return;
		}
		const middle =
			range.high === Number.POSITIVE_INFINITY
				? range.low
				: range.low === Number.NEGATIVE_INFINITY
					? range.high
					: (range.low + range.high) / 2;
		const end = firstAbove(this.columns.low, segment.start, segment.end, ends.high);
		this.visit(1, 0, this.leaves * blockSize, segment.start, end, ends.low, (place) => {
			const value = at(this.columns.anchor, place);
			const size = Math.max(Math.abs(value), Math.abs(middle));
			found(place, size === 0 ? 0 : Math.min(0.999, Math.abs(value - middle) / size));
		});
	}

	/** Calls `found` for the entries from `start` to `end` whose `high` is at least `low`, in order. */
	private visit(
		node: number,
		from: number,
		to: number,
		start: number,
		end: number,
		low: number,
		found: (place: number) => void,
	): void {
		if (to <= start || from >= end || !(at(this.greatest, node) >= low)) {
			return;
		}
		if (node < this.leaves) {
			const middle = (from + to) / 2;
			this.visit(2 * node, from, middle, start, end, low, found);
			this.visit(2 * node + 1, middle, to, start, end, low, found);
			return;
		}
		for (let place = Math.max(from, start); place < Math.min(to, end); place += 1) {
			if (at(this.columns.high, place) >= low) {
				found(place);
			}
		}
	}

	private offerSubject(query: ClaimQuery, measures: ReadonlySet<number>, entities: ReadonlySet<number>, best: Best): void {
		if ((query.measures.length > 0 && measures.size === 0) || (query.entities.length > 0 && entities.size === 0)) {
			return;
		}
		const { measure, entity, byMeasureEntity, byMeasure, byEntity, from, to } = this.columns;
		const dimensions = [query.dimension, ...query.also.map((range) => range.dimension)].flatMap(
			(name) => this.segments.get(name) ?? [],
		);
		const asked = query.period && { from: dateNumber(query.period.start), to: dateNumber(query.period.end) };
		const offer = (place: number): void => {
			const otherDimension = dimensions.some((segment) => place >= segment.start && place < segment.end) ? 0 : 1;
			const otherPeriod = asked ? periodDistance(asked, { from: at(from, place), to: at(to, place) }) : 0;
			best.offer(place, (otherDimension * 3 + otherPeriod) * 1e9 - at(to, place));
		};
		const offerAll = (order: Uint32Array, compare: (place: number) => number): void => {
			let next = firstWhere(order.length, (i) => compare(at(order, i)) >= 0);
			for (let scanned = 0; scanned < subjectScan && next < order.length && compare(at(order, next)) === 0; scanned += 1) {
				offer(at(order, next));
				next += 1;
			}
		};
		if (entities.size === 0) {
			for (const m of measures) {
				offerAll(byMeasure, (place) => at(measure, place) - m);
			}
		} else if (measures.size === 0) {
			for (const e of entities) {
				offerAll(byEntity, (place) => at(entity, place) - e);
			}
		} else {
			for (const m of measures) {
				for (const e of entities) {
					offerAll(byMeasureEntity, (place) => at(measure, place) - m || at(entity, place) - e);
				}
			}
		}
	}
}

/** How well a name fits: 0 when it is asked for, 1 when the claim or the query has none, 2 when they differ. */
function ranking(isAsked: boolean, asked: ReadonlySet<number>, none: number | undefined): (name: number) => 0 | 1 | 2 {
	return (name) => (!isAsked || name === none ? 1 : asked.has(name) ? 0 : 2);
}

/** The places with the least ranks, in the order of their ranks; of equal ranks the one that was offered first. */
class Best {
	readonly places: number[] = [];
	private readonly ranks: number[] = [];
	private readonly size: number;

	constructor(size: number) {
		this.size = size;
	}

	offer(place: number, rank: number): void {
		if (this.places.length === this.size && rank >= at(this.ranks, this.size - 1)) {
			return;
		}
		const known = this.places.indexOf(place);
		if (known >= 0) {
			if (at(this.ranks, known) <= rank) {
				return;
			}
			this.places.splice(known, 1);
			this.ranks.splice(known, 1);
		}
		const index = firstWhere(this.ranks.length, (i) => at(this.ranks, i) > rank);
		this.places.splice(index, 0, place);
		this.ranks.splice(index, 0, rank);
		this.places.length = this.ranks.length = Math.min(this.size, this.places.length);
	}
}

function checkColumns(columns: ClaimColumns): void {
	const { dimensions, starts, low, measures, entities } = columns;
	const count = low.length;
	const perEntry = [
		columns.high,
		columns.anchor,
		columns.row,
		columns.measure,
		columns.entity,
		columns.from,
		columns.to,
		columns.byMeasureEntity,
		columns.byMeasure,
		columns.byEntity,
	];
	const numbered = (column: Uint32Array, limit: number): boolean => column.every((value) => value < limit);
	if (
		perEntry.some((column) => column.length !== count) ||
		starts.length !== dimensions.length + 1 ||
		starts.at(-1) !== count ||
		!numbered(columns.measure, measures.length) ||
		!numbered(columns.entity, entities.length) ||
		![columns.row, columns.byMeasureEntity, columns.byMeasure, columns.byEntity].every((column) => numbered(column, count))
	) {
		throw new RangeError("the columns of the claim index do not fit together");
	}
}

/** 0: the same period; 1: they overlap, or one of them is not known; 2: apart. Open ends (0) reach everywhere. */
function periodDistance(a: { from: number; to: number }, b: { from: number; to: number }): 0 | 1 | 2 {
	if (a.from === b.from && a.to === b.to) {
		return 0;
	}
	const apart = (first: { to: number }, second: { from: number }): boolean =>
		first.to !== 0 && second.from !== 0 && first.to < second.from;
	return apart(a, b) || apart(b, a) ? 2 : 1;
}

/** "2022-12-31" as 20221231: ordered as dates are; 0 for null. */
function dateNumber(date: string | null): number {
	return date === null ? 0 : Number(date.replaceAll("-", "")) || 0;
}

function names(claims: readonly Claim[], of: (claim: Claim) => string): { list: string[]; numbers: Map<string, number> } {
	const list = [...new Set(claims.map(of))].sort(compareText);
	return { list, numbers: new Map(list.map((name, i) => [name, i])) };
}

function numbersOf(names: readonly string[], numbers: ReadonlyMap<string, number>): Set<number> {
	return new Set(names.flatMap((name) => numbers.get(name) ?? []));
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
	return start + firstWhere(end - start, (i) => at(column, start + i) > value);
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
