/** Public cases that we read otherwise on purpose, by class. docs/figures.md says why for each class. */
const classes = {
	// Colloquial prices whose coins are not named: "$20 43", "thirteen dollars forty five", 個九, 이불이십삼센트.
	"coins left out": [
		"duckling.en.AmountOfMoney.24",
		"duckling.en.AmountOfMoney.43",
		"duckling.en.AmountOfMoney.47",
		"duckling.en.AmountOfMoney.105",
		"rt.en.CurrencyModel.98",
		"rt.en.CurrencyModel.103",
		"duckling.zh.AmountOfMoney.16",
		"duckling.zh.AmountOfMoney.18",
		"rt.zh.CurrencyModel.10",
		"duckling.ko.AmountOfMoney.9",
		"duckling.ko.AmountOfMoney.10",
		"rt.ko.CurrencyModel.95",
		"rt.ko.CurrencyModel.99",
	],
	// 一對 is one pair, not two of something.
	pairs: ["duckling.zh.Numeral.14", "duckling.zh.Numeral.15", "duckling.zh.Numeral.19"],
	// "a litre" is no figure.
	articles: [
		"duckling.en.Quantity.12",
		"duckling.en.Volume.3",
		"duckling.en.Volume.12",
		"duckling.en.Volume.14",
		"duckling.zh.Numeral.117",
	],
	// Addresses, telephone numbers, dates and codes are not quantities.
	codes: [
		"rt.en.NumberModel.1",
		"rt.en.NumberModel.189",
		"rt.en.NumberModel.198",
		"rt.ko.NumberModel.107",
		"rt.ko.NumberModel.109",
		"rt.ko.NumberModel.140",
		"rt.ko.NumberModel.141",
		"rt.zh.NumberModel.96",
	],
	// One number character or syllable by itself in a sentence is a word: 这是五, 삼은.
	"lone characters": [
		"rt.zh.NumberModel.291",
		"rt.zh.NumberModel.305",
		"rt.zh.NumberModel.306",
		"rt.zh.NumberModel.307",
		"rt.zh.NumberModel.308",
		"rt.zh.NumberModel.309",
		"rt.zh.NumberModel.310",
		"rt.zh.NumberModel.312",
		"rt.zh.NumberModel.321",
		"rt.zh.NumberModel.322",
		"rt.ko.NumberModel.118",
		"rt.ko.NumberModel.122",
		"rt.ko.NumberModel.129",
		"rt.ko.NumberModel.139",
		"rt.ko.NumberModel.235",
	],
	// Spelled-out fractions of sums, which no report prints and of which the cases themselves hold several readings.
	"nested fractions": [
		"rt.en.NumberModel.70",
		"rt.en.NumberModel.71",
		"rt.en.NumberModel.90",
		"rt.en.NumberModel.96",
		"rt.en.NumberModel.100",
		"rt.en.NumberModel.101",
		"rt.en.NumberModel.102",
		"rt.en.NumberModel.109",
		"rt.en.NumberModel.110",
		"rt.en.NumberModel.121",
		"rt.en.NumberModel.124",
		"rt.en.NumberModel.126",
		"duckling.en.Numeral.85",
		"duckling.zh.Numeral.114",
	],
	// 3백일 is three hundred days.
	days: ["rt.ko.NumberModel.147"],
	// Other readings: a dash across spaces joins, a prime is no unit, two lengths are two figures, 半百 is an idiom.
	other: [
		"rt.en.TemperatureModel.31",
		"duckling.en.Distance.24",
		"duckling.en.Distance.27",
		"duckling.en.Distance.32",
		"rt.en.DimensionModel.61",
		"rt.zh.NumberModel.61",
		"rt.ko.NumberModel.161",
		"duckling.ko.Numeral.14",
		"duckling.zh.Distance.40",
		"duckling.zh.Volume.13",
	],
} satisfies Record<string, readonly string[]>;

/** Reason by case. */
export const disagreements: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries(classes).flatMap(([reason, ids]) => ids.map((id) => [id, reason])),
);
