/**
 * Factors between units of different dimensions that reports print as one amount, and second readings of unit words. Values
 * are exact decimals; where practice knows several, low and high span them.
 */

/** One unit of `from` (the base unit of the dimension) is `low` to `high` base units of `to`. */
export interface Equivalent {
	readonly from: string;
	readonly to: string;
	readonly low: string;
	readonly high: string;
	/** Only for units of these base symbols on the `to` side ("Wh" for electricity); any where absent. */
	readonly only?: string;
	readonly source: string;
}

export const equivalents = [
	// 7,000 kcal; reports use 29.27 (29.271, thermochemical calorie), 29.3 and 29.3076 (IT calorie).
	{ from: "standard-coal", to: "energy", low: "29260000", high: "29310000", source: "GB/T 2589-2020: 1 kgce = 29,307.6 kJ" },
	// Electricity is also counted at the coal that a power station burns for it: 0.28 to 0.41 kgce/kWh by year and region.
	{
		from: "standard-coal",
		to: "energy",
		low: "8780000",
		high: "12860000",
		only: "Wh",
		source: "GB/T 2589-2020: equivalent-value factors of electricity",
	},
	{ from: "oil-equivalent", to: "energy", low: "41840000000", high: "41870000000", source: "IEA: 1 toe = 41.868 GJ" },
	// 1 toe is 1.4286 tce; base units are toe and kgce.
	{ from: "oil-equivalent", to: "standard-coal", low: "1428", high: "1430", source: "GB/T 2589-2020" },
] as const satisfies readonly Equivalent[];

/** Another size that a unit's word has somewhere, in base units of its dimension. */
export const secondReadings = [
	// "ton" is the short ton in the United States and was the long ton in Britain.
	{ symbol: "t", words: ["ton", "tons"], scales: ["907.18474", "1016.0469088"] },
	// The imperial gallon.
	{ symbol: "gal", words: ["gallon", "gallons", "gal", "加仑", "갤런"], scales: ["0.00454609"] },
	// The metric horsepower.
	{ symbol: "hp", words: ["hp", "马力", "마력"], scales: ["735.49875"] },
] as const;
