/**
 * Public test cases for numbers and units (Recognizers-Text, Duckling, quantulum3), where they are at hand. What we read
 * otherwise on purpose is listed in docs/figures.md by class; the cases of each class are named here.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import type { Decimal } from "../../../server/src/core/decimal.ts";
import { readFigures } from "../../../server/src/core/figures/readFigures.ts";
import { convert, findUnit, unitWords } from "../../../server/src/core/figures/units.ts";
import type { Figure, Language } from "../../../server/src/core/model.ts";
import { disagreements } from "./disagreements.ts";

const folder = new URL("../../../../shared/specs/", import.meta.url);

interface Expected {
	readonly start: number | null;
	readonly end: number | null;
	readonly text?: string;
	readonly value?: string | readonly string[] | null;
	readonly iso?: string;
	readonly unit?: string;
}

interface Case {
	readonly id: string;
	readonly input: string;
	readonly expected: readonly Expected[];
}

const classes = {
	currency: {
		files: ["duckling.*.AmountOfMoney", "recognizers.*.CurrencyModel"],
		counts: (figure: Figure) => figure.kind === "money",
	},
	number: {
		files: ["duckling.*.Numeral", "recognizers.*.NumberModel"],
		counts: (figure: Figure) => figure.unit === null || figure.unit === "x",
	},
	dimension: {
		files: [
			"duckling.*.Quantity",
			"duckling.*.Distance",
			"duckling.*.Volume",
			"duckling.*.Temperature",
			"recognizers.*.DimensionModel",
			"recognizers.*.TemperatureModel",
		],
		counts: (figure: Figure) => figure.kind === "quantity" && figure.unit !== null && !quiet.has(figure.unit),
	},
} as const;

/** Durations and scores stand in many sentences whose case asks for lengths or masses only. */
const quiet = new Set(["year", "month", "week", "day", "h", "min", "s", "point"]);

function numbers({ value }: Expected): number[] {
	return (Array.isArray(value) ? value : [value])
		.map((each) => Number(String(each ?? "").replace(/[%,\s]/g, "") || Number.NaN))
		.filter((each) => !Number.isNaN(each));
}

function same(a: number, b: number): boolean {
	return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

const coins = /^(?:cent|penny|pence)$/i;

/** A value in the unit that the case gives it in: grams for kilograms, cents for dollars. */
function inUnit(value: Decimal, figure: Figure, name: string): Decimal[] {
	if (figure.currency !== null && coins.test(name)) {
		return [value.shift(2)];
	}
	const from = figure.unit === null ? undefined : findUnit(figure.unit);
	const to = unitWords.longest(name, 0);
	const converted = from && to?.at === name.length ? convert(value, from, to.value.unit) : null;
	return converted ? [converted] : [];
}

function agrees(figure: Figure, expected: Expected): boolean {
	const ends = [figure.value, figure.low, figure.high].filter((each) => each !== null);
	const printed = [...ends, ...ends.flatMap((end) => inUnit(end, figure, expected.unit ?? ""))].map((each) => each.toNumber());
	return (
		figure.start < (expected.end as number) &&
		(expected.start as number) < figure.end &&
		numbers(expected).every((value) => printed.some((each) => same(each, value))) &&
		(!expected.iso || expected.iso === figure.currency)
	);
}

const languages = { en: "en", zh: "zh-Hans", ko: "ko" } as const satisfies Record<string, Language>;

describe("public test cases", () => {
	before(function () {
		if (!existsSync(folder)) {
			this.skip();
		}
	});

	for (const [name, { files, counts }] of Object.entries(classes)) {
		for (const [short, language] of Object.entries(languages)) {
			it(`${name}, ${short}: recall and precision of 0.97 beside the disagreements`, () => {
				const misses: string[] = [];
				const extras: string[] = [];
				let gold = 0;
				let figures = 0;
				for (const file of files) {
					const path = new URL(`${file.replace("*", short)}.jsonl`, folder);
					const cases = readFileSync(path, "utf8").trim().split("\n");
					for (const line of cases) {
						const { id, input, expected } = JSON.parse(line) as Case;
						if (id in disagreements) {
							continue;
						}
						const wanted = expected.filter((each) => each.start !== null && numbers(each).length > 0);
						const read = readFigures(input.replace(/[\r\n]+/g, " "), { language });
						for (const each of wanted) {
							gold += 1;
							if (!read.some((figure) => agrees(figure, each))) {
								misses.push(`${id}: ${each.text}`);
							}
						}
						for (const figure of read.filter((each) => !["date", "period", "identifier"].includes(each.kind) && counts(each))) {
							figures += 1;
							if (!wanted.some((each) => agrees(figure, each))) {
								extras.push(`${id}: ${figure.text}`);
							}
						}
					}
				}
				assert.ok(misses.length <= 0.03 * gold, `${misses.length} of ${gold} missed: ${misses.join("; ")}`);
				assert.ok(extras.length <= 0.03 * figures, `${extras.length} of ${figures} too many: ${extras.join("; ")}`);
			});
		}
	}

	it("names no case among the disagreements that does not exist", () => {
		const ids = new Set<string>();
		for (const { files } of Object.values(classes)) {
			for (const file of files) {
				for (const short of Object.keys(languages)) {
					for (const line of readFileSync(new URL(`${file.replace("*", short)}.jsonl`, folder), "utf8")
						.trim()
						.split("\n")) {
						ids.add((JSON.parse(line) as Case).id);
					}
				}
			}
		}
		assert.deepEqual(
			Object.keys(disagreements).filter((id) => !ids.has(id)),
			[],
		);
	});
});
