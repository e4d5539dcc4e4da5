import assert from "node:assert/strict";
import fc from "fast-check";
import { findChanges, isChange } from "../../server/src/core/arithmetic/changes.ts";
import { findSums } from "../../server/src/core/arithmetic/sentenceSums.ts";
import { findWrongShares } from "../../server/src/core/arithmetic/shares.ts";
import { findTableChanges } from "../../server/src/core/arithmetic/tableChanges.ts";
import { findTableSums } from "../../server/src/core/arithmetic/tableSums.ts";
import { Decimal } from "../../server/src/core/decimal.ts";
import type { BlockContent, Passage } from "../../server/src/core/draft/draft.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";

const reader = new DraftReader();

function blockOf(text: string): BlockContent {
	const [block] = reader.read(text).blocks;
	assert.ok(block);
	return block.content;
}

function passageOf(text: string): Passage {
	const [passage] = blockOf(text).passages;
	assert.ok(passage);
	return passage;
}

/** A number printed with so many decimals and thousands separators. */
function printed(value: Decimal, decimals: number): string {
	const [whole = "", fraction = ""] = value.roundTo(-decimals).toString().split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	return decimals === 0 ? grouped : `${grouped}.${fraction.padEnd(decimals, "0")}`;
}

/** Values with three decimals, 100 at least so that no share of them is lost in rounding. */
const amount = fc.integer({ min: 100_000, max: 9_999_999 }).map((digits) => new Decimal(BigInt(digits), -3));
const decimals = fc.integer({ min: 0, max: 2 });
const sumOf = (values: readonly Decimal[]) => values.reduce((a, b) => a.plus(b), Decimal.zero);
const half = (places: number) => new Decimal(5n, -places - 1);

const places = ["Leeds", "York", "Hull", "Bath", "Ely", "Ripon"];
const cities = ["杭州", "广州", "深圳", "成都", "武汉", "南京"];
const sumTemplates: readonly ((parts: readonly string[], total: string) => string)[] = [
	(parts, total) =>
		`We produced ${total} t of waste, comprising ${parts
			.slice(0, -1)
			.map((part, i) => `${part} t in ${places[i]}`)
			.join(", ")} and ${parts.at(-1)} t in Truro.`,
	(parts, total) =>
		`We produced ${parts
			.slice(0, -1)
			.map((part, i) => `${part} t in ${places[i]}`)
			.join(", ")} and ${parts.at(-1)} t in Truro, totalling ${total} t of waste.`,
	(parts, total) => `全年废弃物${total}吨，分别为${parts.map((part, i) => `${cities[i]}${part}吨`).join("、")}。`,
	(parts, total) => `폐기물은 ${parts.map((part, i) => `${places[i]} ${part}톤`).join(", ")}으로 총 ${total}톤이다.`,
];

describe("generated sums", () => {
	const parts = fc.array(amount, { minLength: 2, maxLength: 6 });
	const template = fc.constantFrom(...sumTemplates);

	it("never fire in sentences when each number is rounded by itself", () => {
		fc.assert(
			fc.property(parts, decimals, template, (values, digits, write) => {
				const text = write(
					values.map((value) => printed(value, digits)),
					printed(sumOf(values), digits),
				);
				const [sum] = findSums(passageOf(text));
				assert.ok(sum, text);
				assert.equal(sum.parts.length, values.length, text);
				assert.ok(sum.sum.agrees, text);
			}),
			{ numRuns: 2000 },
		);
	});

	it("always fire in sentences when they are off by more than the rounding", () => {
		fc.assert(
			fc.property(parts, decimals, template, fc.integer({ min: 1, max: 50 }), fc.boolean(), (values, digits, write, more, up) => {
				// Half a unit for each number, and something beyond it.
				const room = half(digits)
					.times(Decimal.of(values.length + 1))
					.plus(new Decimal(BigInt(more), -digits));
				const rounded = values.map((value) => value.roundTo(-digits));
				const wrong = up ? sumOf(rounded).plus(room) : sumOf(rounded).minus(room);
				const text = write(
					values.map((value) => printed(value, digits)),
					printed(wrong, digits),
				);
				const [sum] = findSums(passageOf(text));
				fc.pre(
					wrong
						.roundTo(-digits)
						.minus(sumOf(rounded))
						.abs()
						.compare(half(digits).times(Decimal.of(values.length + 1))) > 0,
				);
				assert.ok(sum?.certain && !sum.sum.agrees, text);
			}),
			{ numRuns: 2000 },
		);
	});

	const table = (rows: readonly (readonly string[])[], total: readonly string[]) =>
		[
			"| Waste (t) | 2021 | 2022 |",
			"| --- | ---: | ---: |",
			...rows.map((row, i) => `| ${places[i]} | ${row.join(" | ")} |`),
			`| Total | ${total.join(" | ")} |`,
			"",
		].join("\n");

	it("never fire in tables, and fire at the total that is off", () => {
		fc.assert(
			fc.property(parts, parts, decimals, fc.integer({ min: 1, max: 50 }), (first, second, digits, more) => {
				const count = Math.min(first.length, second.length);
				const columns = [first.slice(0, count), second.slice(0, count)];
				const rows = Array.from({ length: count }, (_, i) => columns.map((column) => printed(column[i] as Decimal, digits)));
				const totals = columns.map((column) => printed(sumOf(column), digits));
				assert.deepEqual(findTableSums(blockOf(table(rows, totals))), []);
				const room = half(digits)
					.times(Decimal.of(count + 2))
					.plus(new Decimal(BigInt(more), -digits));
				const wrong = printed(sumOf((columns[1] ?? []).map((value) => value.roundTo(-digits))).plus(room), digits);
				const [found, ...others] = findTableSums(blockOf(table(rows, [totals[0] as string, wrong])));
				assert.equal(found?.total.figure.text, wrong);
				assert.deepEqual(others, []);
			}),
			{ numRuns: 500 },
		);
	});
});

/** The percentages that two printed values leave room for, as floats. */
function range(before: Decimal, after: Decimal, digits: number): [number, number] {
	const unit = 0.5 * 10 ** -digits;
	const [a, b] = [before.roundTo(-digits).toNumber(), after.roundTo(-digits).toNumber()];
	return [((b - unit) / (a + unit) - 1) * 100, ((b + unit) / (a - unit) - 1) * 100];
}

const changeTemplates: readonly ((before: string, after: string, size: string, up: boolean) => string)[] = [
	(a, b, p, up) => `Waste ${up ? "rose" : "fell"} from ${a} t in 2021 to ${b} t in 2022, ${up ? "up" : "down"} ${p}%.`,
	(a, b, p, up) => `Waste ${up ? "increased" : "decreased"} by ${p}% to ${b} t (2021: ${a} t).`,
	(a, b, p, up) => `废弃物由${a}吨${up ? "增至" : "降至"}${b}吨，同比${up ? "增长" : "下降"}${p}%。`,
	(a, b, p, up) => `폐기물은 ${a}톤에서 ${b}톤으로 ${p}% ${up ? "증가" : "감소"}했다.`,
];

describe("generated changes", () => {
	const template = fc.constantFrom(...changeTemplates);

	it("never fire when each number is rounded by itself", () => {
		fc.assert(
			fc.property(amount, amount, decimals, decimals, template, (before, after, digits, places_, write) => {
				const rate = after.minus(before).times(Decimal.of(100)).dividedBy(before, 20);
				const up = rate.sign >= 0;
				const text = write(printed(before, digits), printed(after, digits), printed(rate.abs(), places_), up);
				const [change] = findChanges(passageOf(text), "percent");
				assert.ok(change, text);
				assert.equal(change.direction, up ? "up" : "down", text);
				assert.ok(isChange(change.before, change.after, change.rate, change.direction), text);
				const table = `| | 2021 | 2022 | Change |\n| --- | ---: | ---: | ---: |\n| Waste (t) | ${printed(before, digits)} | ${printed(after, digits)} | ${up ? "" : "-"}${printed(rate.abs(), places_)}% |\n| Sites | 10 | 11 | 10% |\n`;
				assert.deepEqual(findTableChanges(blockOf(table)), [], table);
			}),
			{ numRuns: 2000 },
		);
	});

	it("always fire when they are off by more than the rounding", () => {
		fc.assert(
			fc.property(
				amount,
				amount,
				decimals,
				decimals,
				template,
				fc.integer({ min: 1, max: 30 }),
				(before, after, digits, places_, write, more) => {
					const [low, high] = range(before, after, digits);
					// Outside what the values leave room for, by more than the percentage's own rounding.
					const beyond = (0.51 + more) * 10 ** -places_;
					const up = low > 0;
					fc.pre(low > 0 || high < 0);
					const wrong = up ? high + beyond : -low + beyond;
					fc.pre(up || wrong < 100);
					const text = write(
						printed(before, digits),
						printed(after, digits),
						printed(Decimal.parse(wrong.toFixed(6)), places_),
						up,
					);
					const [change] = findChanges(passageOf(text), "percent");
					assert.ok(change && !isChange(change.before, change.after, change.rate, change.direction), text);
				},
			),
			{ numRuns: 2000 },
		);
	});
});

const shareTemplates: readonly ((part: string, whole: string, share: string) => string)[] = [
	(part, whole, share) => `Of the ${whole} t of waste, ${part} t (${share}%) was recycled.`,
	(part, whole, share) => `全年废弃物${whole}吨，其中回收${part}吨，占比${share}%。`,
	(part, whole, share) => `폐기물 ${whole}톤 중 ${part}톤(${share}%)을 재활용했다.`,
];

describe("generated shares", () => {
	const template = fc.constantFrom(...shareTemplates);

	it("never fire when each number is rounded by itself, and always when off by more", () => {
		fc.assert(
			fc.property(
				amount,
				amount,
				decimals,
				decimals,
				template,
				fc.integer({ min: 1, max: 30 }),
				(part, rest, digits, places_, write, more) => {
					const whole = part.plus(rest);
					const share = part.times(Decimal.of(100)).dividedBy(whole, 20);
					const [a, b] = [printed(part, digits), printed(whole, digits)];
					const right = write(a, b, printed(share, places_));
					assert.deepEqual(findWrongShares(passageOf(right)), [], right);
					const unit = 0.5 * 10 ** -digits;
					const high = ((part.roundTo(-digits).toNumber() + unit) / (whole.roundTo(-digits).toNumber() - unit)) * 100;
					const wrong = write(a, b, printed(Decimal.parse((high + (0.51 + more) * 10 ** -places_).toFixed(6)), places_));
					assert.equal(findWrongShares(passageOf(wrong)).length, 1, wrong);
				},
			),
			{ numRuns: 2000 },
		);
	});
});
