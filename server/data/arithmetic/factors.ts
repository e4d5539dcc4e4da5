/**
 * How much carbon dioxide goes with an activity: bands within which published factors lie, wide on purpose. What lies outside
 * is a slip of unit or scale far more often than a special case.
 */

export interface FactorBand {
	readonly id: string;
	/** The activity's dimension, or the unit of a count. */
	readonly dimension: string;
	/** One of these stands in or near the activity's figure; any word will do where there are none. Folded, lower case. */
	readonly words: readonly string[];
	/** Kilograms of CO2 (or CO2 equivalent) for one `per`: exact decimals. */
	readonly low: string;
	readonly high: string;
	/** The unit that the band is for, as a canonical symbol. */
	readonly per: string;
	readonly source: string;
	readonly name: { readonly en: string; readonly zh: string; readonly ko: string };
}

export const factorBands = [
	{
		id: "sheet",
		dimension: "sheet",
		words: [],
		// 5 g of paper a sheet (A4, 80 g/m2); reports' own factors go from 4 to 35 g.
		low: "0.001",
		high: "0.06",
		per: "sheet",
		source: "EPA Victoria, publication 1374.1: 1.3 kg CO2e per kg of copy paper; life-cycle estimates up to 12 kg per kg",
		name: { en: "a sheet of paper", zh: "每张纸", ko: "종이 한 장" },
	},
	{
		id: "paper",
		dimension: "mass",
		words: ["paper", "纸", "종이", "용지"],
		low: "0.3",
		high: "12",
		per: "kg",
		source:
			"UK Government GHG conversion factors (paper, primary production: 0.9 kg CO2e per kg); EPA Victoria 1374.1: 1.3 kg; life-cycle estimates up to 12 kg",
		name: { en: "a kilogram of paper", zh: "每千克纸", ko: "종이 1kg" },
	},
	{
		id: "electricity",
		dimension: "energy",
		words: [
			"electricity",
			"power",
			"solar",
			"wind",
			"photovoltaic",
			"grid",
			"电",
			"光伏",
			"风电",
			"전기",
			"전력",
			"태양광",
			"풍력",
		],
		// Hydropower and nuclear systems emit under 0.03 kg, grids on old coal 1.1 kg and more with losses.
		low: "0.001",
		high: "1.5",
		per: "kWh",
		source: "IPCC AR5 WG III, annex III: 0.004 to 0.91 kg CO2e per kWh by technology; national grids up to 1.2 kg",
		name: { en: "a kilowatt-hour", zh: "每千瓦时", ko: "1kWh" },
	},
	{
		id: "diesel",
		dimension: "volume",
		words: ["diesel", "柴油", "경유", "디젤"],
		low: "1.8",
		high: "4",
		per: "L",
		source: "IPCC 2006 Guidelines, vol. 2: 74.1 t CO2 per TJ, 43.0 TJ per kt, that is 2.7 kg a litre; 3.3 kg with production",
		name: { en: "a litre of diesel", zh: "每升柴油", ko: "경유 1L" },
	},
	{
		id: "petrol",
		dimension: "volume",
		words: ["petrol", "gasoline", "汽油", "휘발유", "가솔린"],
		low: "1.5",
		high: "3.5",
		per: "L",
		source: "IPCC 2006 Guidelines, vol. 2: 69.3 t CO2 per TJ, 44.3 TJ per kt, that is 2.3 kg a litre; 2.9 kg with production",
		name: { en: "a litre of petrol", zh: "每升汽油", ko: "휘발유 1L" },
	},
	{
		id: "natural-gas",
		dimension: "volume",
		words: ["natural gas", "天然气", "천연가스", "도시가스", "lng"],
		low: "1.4",
		high: "3.4",
		per: "m3",
		source: "IPCC 2006 Guidelines, vol. 2: 56.1 t CO2 per TJ, that is 1.9 to 2.2 kg a cubic metre; more with production",
		name: { en: "a cubic metre of natural gas", zh: "每立方米天然气", ko: "천연가스 1㎥" },
	},
	{
		id: "standard-coal",
		dimension: "standard-coal",
		words: [],
		low: "1.2",
		high: "4.5",
		per: "kgce",
		source: "Energy Research Institute of the NDRC: 2.46 t CO2 per tce; other Chinese factors up to 2.77 t",
		name: { en: "a kilogram of standard coal", zh: "每千克标准煤", ko: "표준석탄 1kg" },
	},
] as const satisfies readonly FactorBand[];

/** Between an activity and its carbon: one causes, saves or equals the other. */
export const carbonLinks: readonly string[] = [
	"which reduced",
	"which cut",
	"which avoided",
	"that reduced",
	"reducing",
	"cutting",
	"avoiding",
	"saving",
	"thereby",
	"equivalent to",
	"corresponding to",
	"resulting in",
	"causing",
	"emitting",
	"producing",
	"or",
	"相当于",
	"折合",
	"对应",
	"可减少",
	"从而",
	"产生",
	"约合",
	"상당",
	"해당",
	"에 따른",
	"으로 인해",
	"배출했",
	"이를 통해",
];
/** The same where the activity itself was saved, or made in another way. */
export const savingLinks: readonly string[] = [
	"cut",
	"reduced",
	"avoided",
	"saved",
	"减少",
	"减排",
	"降低",
	"避免",
	"줄였",
	"줄이",
	"감축",
	"절감",
	"저감",
];
export const savingWords: readonly string[] = [
	"saved",
	"saving",
	"save",
	"avoided",
	"generated",
	"replaced",
	"less",
	"fewer",
	"reduced",
	"节约",
	"节省",
	"节电",
	"节能",
	"减少",
	"发电",
	"替代",
	"절약",
	"절감",
	"줄여",
	"발전",
	"생산",
	"대체",
];
/** Words that make one of the two the figure of something else, or of everything. */
export const otherCarbon: readonly string[] = [
	"total emissions",
	"overall",
	"across",
	"in total",
	"altogether",
	"combined",
	"including",
	"among other",
	"renewable",
	"green power",
	"green electricity",
	"intensity",
	"target",
	"supply chain",
	"scope 3",
	"总排放",
	"合计",
	"共计",
	"总计",
	"总量",
	"绿电",
	"可再生",
	"强度",
	"目标",
	"以及",
	"供应链",
	"재생",
	"총 배출",
	"합계",
	"집약도",
	"목표",
	"공급망",
];
