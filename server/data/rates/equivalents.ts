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
	/** What to compute with; `high` where absent. */
	readonly usual?: string;
	/** Only for units of these base symbols on the `to` side ("Wh" for electricity); any where absent. */
	readonly only?: string;
	readonly source: string;
}

export const equivalents = [
	// 7,000 kcal; reports use 29.27 (29.271, thermochemical calorie), 29.3 and 29.3076 (IT calorie).
	{
		from: "standard-coal",
		to: "energy",
		low: "29260000",
		high: "29310000",
		usual: "29307600",
		source: "GB/T 2589-2020: 1 kgce = 29,307.6 kJ",
	},
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

/** A factor that is mistaken for another, or applied where it should not be, or left out: each has a name of its own. */
export interface FactorSlip {
	readonly id: string;
	/** Dimensions of the two units, in either order. */
	readonly dimensions: readonly [string, string];
	/** One of these units must be in the pair; any where absent. */
	readonly units?: readonly string[];
	/** The second figure is this many times too large, or too small. An exact fraction. */
	readonly above: string;
	readonly below: string;
	/** What happened, as half a sentence that goes on from a colon. */
	readonly says: { readonly en: string; readonly zh: string; readonly ko: string };
}

export const factorSlips = [
	{
		id: "carbon",
		dimensions: ["mass-co2e", "mass-co2e"],
		above: "44",
		below: "12",
		says: {
			en: "they differ by 44/12, the factor between carbon and carbon dioxide",
			zh: "两者相差44/12，即碳与二氧化碳的换算系数",
			ko: "두 값은 탄소와 이산화탄소의 환산계수인 44/12만큼 다릅니다",
		},
	},
	{
		id: "short-ton",
		dimensions: ["mass", "mass"],
		units: ["t", "kt", "Mt", "short ton", "long ton"],
		above: "1",
		below: "0.90718474",
		says: {
			en: "they differ by 0.907, the factor between short tons and tonnes",
			zh: "两者相差0.907，即短吨与吨的换算系数",
			ko: "두 값은 미국톤(short ton)과 톤의 환산계수인 0.907만큼 다릅니다",
		},
	},
	{
		id: "long-ton",
		dimensions: ["mass", "mass"],
		units: ["t", "kt", "Mt", "short ton", "long ton"],
		above: "1.0160469088",
		below: "1",
		says: {
			en: "they differ by 1.016, the factor between long tons and tonnes",
			zh: "两者相差1.016，即长吨与吨的换算系数",
			ko: "두 값은 영국톤(long ton)과 톤의 환산계수인 1.016만큼 다릅니다",
		},
	},
	{
		// Raw coal of 5,000 kcal is 20.908 MJ/kg, standard coal of 7,000 kcal 29.3076 MJ/kg.
		id: "raw-coal",
		dimensions: ["standard-coal", "energy"],
		above: "29.3076",
		below: "20.908",
		says: {
			en: "the factor is that of raw coal (20.908 MJ/kg), not of standard coal (29.3076 MJ/kg)",
			zh: "所用的是原煤的热值（20.908 MJ/kg），而标准煤为29.3076 MJ/kg",
			ko: "표준석탄(29.3076 MJ/kg)이 아니라 원탄(20.908 MJ/kg)의 발열량을 썼습니다",
		},
	},
	{
		id: "oil-for-coal",
		dimensions: ["standard-coal", "energy"],
		above: "41.868",
		below: "29.3076",
		says: {
			en: "the factor is that of oil equivalent (41.868 GJ/t), not of standard coal (29.3076 GJ/t)",
			zh: "所用的是油当量系数（41.868 GJ/t），而标准煤为29.3076 GJ/t",
			ko: "표준석탄(29.3076 GJ/t)이 아니라 석유환산(41.868 GJ/t) 계수를 썼습니다",
		},
	},
	{
		id: "kwh-for-mj",
		dimensions: ["energy", "energy"],
		above: "3.6",
		below: "1",
		says: {
			en: "the factor 3.6 between kWh and MJ is left out or applied twice",
			zh: "遗漏或重复使用了千瓦时与兆焦之间的系数3.6",
			ko: "kWh와 MJ 사이의 계수 3.6을 빠뜨렸거나 두 번 적용했습니다",
		},
	},
	{
		id: "calories",
		dimensions: ["energy", "energy"],
		above: "4.1868",
		below: "1",
		says: {
			en: "the factor 4.1868 between calories and joules is left out or applied twice",
			zh: "遗漏或重复使用了卡与焦耳之间的系数4.1868",
			ko: "칼로리와 줄 사이의 계수 4.1868을 빠뜨렸거나 두 번 적용했습니다",
		},
	},
	{
		// 1 mu is 1/15 ha; 0.0667 and 0.06667 are in use.
		id: "mu",
		dimensions: ["area", "area"],
		units: ["mu", "亩"],
		above: "15",
		below: "1",
		says: {
			en: "the factor 15 between mu and hectares is left out or applied twice",
			zh: "遗漏或重复使用了亩与公顷之间的系数15",
			ko: "무(亩)와 헥타르 사이의 계수 15를 빠뜨렸거나 두 번 적용했습니다",
		},
	},
] as const satisfies readonly FactorSlip[];
