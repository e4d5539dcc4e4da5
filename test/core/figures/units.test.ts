import assert from "node:assert/strict";
import fc from "fast-check";
import { type UnitRow, units } from "../../../server/data/figures/units.ts";
import { Decimal } from "../../../server/src/core/decimal.ts";
import { convert, convertExactly, findUnit, toBase, toDecimal, type Unit } from "../../../server/src/core/figures/units.ts";

function unit(symbol: string): Unit {
	const found = findUnit(symbol);
	assert.ok(found, symbol);
	return found;
}

/** Values that conversion must reach exactly: amount and unit, amount and unit. */
const equalities: readonly (readonly [string, string])[] = [
	["1 t", "1000 kg"],
	["1 kt", "1000 t"],
	["1 Mt", "1000000 t"],
	["1 lb", "0.45359237 kg"],
	["2 jin", "1 kg"],
	["1 MWh", "3.6 GJ"],
	["1 kWh", "3600000 J"],
	["1 GWh", "3.6 TJ"],
	["1 kcal", "4184 J"],
	["15 mu", "1 ha"],
	["1 km2", "100 ha"],
	["1 acre", "4046.8564224 m2"],
	["121 pyeong", "400 m2"],
	["1 m3", "1000 L"],
	["1 ML", "1000 m3"],
	["1 bbl", "42 gal"],
	["1 mi", "1609.344 m"],
	["1 in", "2.54 cm"],
	["1 MtCO2e", "1000000 tCO2e"],
	["1 tCO2", "1000 kgCO2"],
	["1 Mtce", "1000000 tce"],
	["100 °C", "212 °F"],
	["0 °C", "273.15 K"],
	["-40 °C", "-40 °F"],
	["1 pp", "100 bp"],
	["10 ‰", "1 %"],
	["1 GB", "1000 MB"],
	["1 year", "12 month"],
	["1 h", "60 min"],
	["1 tCO2e/10000 CNY", "100 tCO2e/1000000 CNY"],
	["1 kWh/t", "1 Wh/kg"],
	["3.6 MJ/m2", "1 kWh/m2"],
];

describe("units", () => {
	for (const [left, right] of equalities) {
		it(`${left} = ${right}`, () => {
			const [a, b] = [left, right].map((text) => /^(\S+) (.+)$/.exec(text) as RegExpExecArray);
			const from = unit(a?.[2] as string);
			const to = unit(b?.[2] as string);
			assert.equal(convert(Decimal.parse(a?.[1] as string), from, to)?.toString(), b?.[1]);
			assert.equal(convert(Decimal.parse(b?.[1] as string), to, from)?.toString(), a?.[1]);
		});
	}

	it("does not convert one substance or currency into another", () => {
		for (const [a, b] of [
			["t", "tCO2e"],
			["tce", "t"],
			["tce", "kWh"],
			["CNY", "USD"],
			["%", "pp"],
			["year", "day"],
			["t", "t/employee"],
		] as const) {
			assert.equal(convert(Decimal.one, unit(a), unit(b)), null, `${a} to ${b}`);
		}
	});

	it("takes currencies, counted things and intensities for units", () => {
		assert.equal(unit("CNY").dimension, "money:CNY");
		assert.equal(unit("enterprise").dimension, "count");
		assert.equal(unit("wobbler").dimension, "count");
		assert.equal(unit("tCO2e/1000000 CNY").dimension, "mass-co2e/money:CNY");
		assert.equal(unit("kWh/employee").dimension, "energy/count");
		assert.equal(findUnit(""), undefined);
	});

	it("converts there and back without loss, for every unit of the table", () => {
		const rows = units as readonly UnitRow[];
		const symbols = rows.map((row) => row.symbol);
		const dimension = new Map(rows.map((row) => [row.symbol, row.dimension]));
		fc.assert(
			fc.property(
				fc.constantFrom(...symbols),
				fc.nat(),
				fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
				fc.integer({ min: -9, max: 9 }),
				(symbol, pick, digits, exponent) => {
					const like = symbols.filter((other) => dimension.get(other) === dimension.get(symbol));
					const from = unit(symbol);
					const to = unit(like[pick % like.length] as string);
					const value = new Decimal(digits, exponent);
					const there = convertExactly(value, from, to);
					assert.ok(there);
					// Back in exact fractions: what `to` holds in its base is what `from` held.
					const scaled = { numerator: there.numerator * to.numerator, denominator: there.denominator * to.denominator };
					const offset = to.offset ?? { numerator: 0n, denominator: 1n };
					const base = toBase(value, from);
					const numerator = scaled.numerator * offset.denominator + offset.numerator * scaled.denominator;
					assert.equal(numerator * base.denominator, base.numerator * scaled.denominator * offset.denominator);
				},
			),
		);
	});

	it("writes fractions exactly where they are finite", () => {
		assert.equal(toDecimal({ numerator: 1n, denominator: 8n }).toString(), "0.125");
		assert.equal(toDecimal({ numerator: -7n, denominator: 20n }).toString(), "-0.35");
		assert.equal(toDecimal({ numerator: 1n, denominator: 3n }, 5).toString(), "0.33333");
	});
});
