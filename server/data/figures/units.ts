/**
 * Units of measurement as reports write them. Data only.
 *
 * `scale` is the exact number of base units (a decimal, or a fraction "a/b"). The base of a dimension is its row of scale 1.
 * `symbols` are matched with their case ("MW" is not "mW"); `words` without it, English ones also with a plural s.
 * `prefixes` makes the SI multiples of the first symbol and of the words in each language ("kWh", 千瓦时, 킬로와트시).
 * Chinese words are simplified, folded. Adding a unit is adding a row; a test checks for clashes.
 */
export interface UnitRow {
	/** Canonical symbol: what `Figure.unit` holds. */
	readonly symbol: string;
	readonly dimension: string;
	readonly scale: string;
	/** Kelvin at the unit's zero; for temperatures only. */
	readonly offset?: string;
	readonly prefixes?: string;
	readonly symbols?: readonly string[];
	readonly words?: readonly string[];
	/** The symbol is a word or a name too ("in", "K"): taken only straight after digits, or where nothing follows it. */
	readonly shy?: true;
}

/** SI prefixes: power of ten, and how they are written before symbols and words. */
export const siPrefixes = {
	n: { power: -9, words: ["nano", "纳", "奈", "나노"] },
	μ: { power: -6, words: ["micro", "微", "마이크로"], also: ["µ", "u"] },
	m: { power: -3, words: ["milli", "毫", "밀리", "미리"] },
	c: { power: -2, words: ["centi", "厘", "센티", "센치"] },
	d: { power: -1, words: ["deci", "分", "데시"] },
	h: { power: 2, words: ["hecto", "百", "헥토"] },
	k: { power: 3, words: ["kilo", "千", "킬로"] },
	M: { power: 6, words: ["mega", "兆", "메가"] },
	G: { power: 9, words: ["giga", "吉", "기가"] },
	T: { power: 12, words: ["tera", "太", "테라"] },
	P: { power: 15, words: ["peta", "拍", "페타"] },
} as const satisfies Record<string, { power: number; words: readonly string[]; also?: readonly string[] }>;

/** Masses that carbon is printed in: kilograms each, and their names; carbonForms follow them. */
// biome-ignore format: one mass a line
export const carbonMasses = [
	{ symbol: "g", scale: "0.001", symbols: ["g"], english: ["g", "gram", "grams"], chinese: ["克"], korean: ["그램"] },
	{ symbol: "kg", scale: "1", symbols: ["kg", "Kg", "KG"], english: ["kg", "kilogram", "kilograms", "kilogrammes"], chinese: ["千克", "公斤"], korean: ["킬로그램"] },
	{ symbol: "t", scale: "1000", symbols: ["t", "T", "MT", "mt", "ton", "tons", "tonnes"], english: ["t", "tonne", "tonnes", "ton", "tons", "metric tonne", "metric tonnes", "metric ton", "metric tons", "mt"], chinese: ["吨", "公吨"], korean: ["톤"] },
	{ symbol: "kt", scale: "1000000", symbols: ["kt", "kT", "KT"], english: ["kt", "kilotonnes", "kilotons"], chinese: ["千吨"], korean: ["천톤", "킬로톤"] },
	{ symbol: "Mt", scale: "1000000000", symbols: ["Mt"], english: ["megatonnes", "megatons"], chinese: [], korean: ["메가톤"] },
	{ symbol: "Gt", scale: "1000000000000", symbols: ["Gt"], english: ["gigatonnes", "gigatons"], chinese: [], korean: ["기가톤"] },
] as const;

/** What is written behind a mass to say carbon dioxide or its equivalent; a space, hyphen or "of" may stand between. */
// biome-ignore format: one gas a line
export const carbonForms = [
	{ gas: "CO2e", symbols: ["CO2e", "CO2eq", "CO2-eq", "CO2-e", "CO2 eq", "CO2 e", "CO2 eq.", "CO2eq."], english: ["co2e", "co2eq", "co2-eq", "co2-e", "co2 eq", "co2 equivalent", "co2-equivalent", "co2 equivalents", "carbon dioxide equivalent", "carbon dioxide equivalents", "carbon dioxide-equivalent"], chinese: ["二氧化碳当量", "co2当量", "碳当量", "co2e", "co2eq", "co2-e", "co2-eq"], korean: ["co2e", "co2eq", "co2-eq", "이산화탄소환산량", "이산화탄소 환산량"] },
	{ gas: "CO2", symbols: ["CO2"], english: ["co2", "carbon dioxide"], chinese: ["二氧化碳", "co2"], korean: ["co2", "이산화탄소"] },
] as const;

/** Korean words that hold the mass and the gas. */
export const koreanCarbonTonnes = ["이산화탄소환산톤", "이산화탄소 환산톤", "이산화탄소상당량톤", "이산화탄소 상당량톤"] as const;

// biome-ignore format: one unit a line
export const units = [
	// Mass. "ton" is taken as a tonne: ESG reports outside the United States mean that; "short ton" and "long ton" say otherwise.
	{ symbol: "kg", dimension: "mass", scale: "1", symbols: ["KG", "Kg", "㎏", "kgs", "k.g.", "k.g", "k.gs"], words: ["kilogram", "kilogramme", "kilo", "公斤", "千克", "킬로그램", "킬로그람", "킬로"] },
	{ symbol: "g", dimension: "mass", scale: "0.001", symbols: ["gs", "gm"], words: ["gram", "gramme", "克", "公克", "그램", "그람"] },
	{ symbol: "mg", dimension: "mass", scale: "0.000001", symbols: ["㎎", "mgs"], words: ["milligram", "milligramme", "毫克", "밀리그램", "밀리그람"] },
	{ symbol: "μg", dimension: "mass", scale: "0.000000001", symbols: ["µg", "ug", "mcg"], words: ["microgram", "微克", "마이크로그램"] },
	{ symbol: "t", dimension: "mass", scale: "1000", symbols: ["MT", "mt", "T"], words: ["tonne", "ton", "metric ton", "metric tonne", "吨", "公吨", "톤", "미터톤"] },
	{ symbol: "kt", dimension: "mass", scale: "1000000", symbols: ["kT", "KT"], words: ["kilotonne", "kiloton", "千吨", "킬로톤"] },
	{ symbol: "Mt", dimension: "mass", scale: "1000000000", words: ["megatonne", "megaton", "兆吨", "메가톤"] },
	{ symbol: "Gt", dimension: "mass", scale: "1000000000000", words: ["gigatonne", "gigaton", "기가톤"] },
	{ symbol: "lb", dimension: "mass", scale: "0.45359237", symbols: ["lbs", "lb."], words: ["pound", "磅"] }, // 파운드 and "pounds" are money first, see currencies
	{ symbol: "oz", dimension: "mass", scale: "0.028349523125", words: ["ounce", "盎司", "온스"] },
	{ symbol: "short ton", dimension: "mass", scale: "907.18474", words: ["short ton", "us ton", "短吨"] },
	{ symbol: "long ton", dimension: "mass", scale: "1016.0469088", words: ["long ton", "长吨"] },
	{ symbol: "jin", dimension: "mass", scale: "0.5", words: ["斤", "市斤"] },
	{ symbol: "liang", dimension: "mass", scale: "0.05", words: ["两"] }, // only where 两 cannot be the numeral
	{ symbol: "stone", dimension: "mass", scale: "6.35029318", words: ["stone"] },
	{ symbol: "cwt", dimension: "mass", scale: "50.80234544", words: ["hundredweight", "long hundredweight"] },
	{ symbol: "ct", dimension: "mass", scale: "0.0002", words: ["carat", "克拉", "캐럿"] },
	{ symbol: "oz t", dimension: "mass", scale: "0.0311034768", symbols: ["ozt"], words: ["troy ounce", "金衡盎司", "트로이온스", "트로이 온스"] },
	{ symbol: "gr", dimension: "mass", scale: "0.00006479891", words: ["grain", "格令"], shy: true },
	{ symbol: "dr", dimension: "mass", scale: "0.0017718451953125", words: ["dram", "打兰"], shy: true },
	{ symbol: "quintal", dimension: "mass", scale: "100", words: ["quintal", "公担"] },
	{ symbol: "qian", dimension: "mass", scale: "0.005", words: ["市钱"] },
	{ symbol: "dan", dimension: "mass", scale: "50", words: ["市担"] },
	{ symbol: "geun", dimension: "mass", scale: "0.6", words: ["근"] },


	// Standard coal: 1 kgce is 7000 kcal by definition, but reports keep it apart from energy; conversion has its own tables.
	{ symbol: "kgce", dimension: "standard-coal", scale: "1", words: ["千克标准煤", "公斤标准煤", "kg standard coal", "kilograms of standard coal", "kg of standard coal"] },
	{ symbol: "gce", dimension: "standard-coal", scale: "0.001", words: ["克标准煤", "grams of standard coal"] },
	{ symbol: "tce", dimension: "standard-coal", scale: "1000", symbols: ["TCE"], words: ["吨标准煤", "吨标煤", "吨标准煤当量", "tonnes of standard coal", "tons of standard coal", "tonnes of standard coal equivalent", "tonnes of coal equivalent", "tons of coal equivalent", "tonnes standard coal", "tonnes coal equivalent", "석탄환산톤"] },
	{ symbol: "ktce", dimension: "standard-coal", scale: "1000000" },
	{ symbol: "Mtce", dimension: "standard-coal", scale: "1000000000" },
	{ symbol: "toe", dimension: "oil-equivalent", scale: "1", symbols: ["TOE"], words: ["tonnes of oil equivalent", "tons of oil equivalent", "吨油当量", "석유환산톤"] },
	{ symbol: "ktoe", dimension: "oil-equivalent", scale: "1000" },
	{ symbol: "Mtoe", dimension: "oil-equivalent", scale: "1000000" },
	{ symbol: "boe", dimension: "barrel-oil-equivalent", scale: "1", words: ["barrels of oil equivalent", "桶油当量"] },

	// Energy and power.
	{ symbol: "J", dimension: "energy", scale: "1", prefixes: "mkMGTP", words: ["joule", "焦耳", "焦", "줄"], shy: true },
	{ symbol: "kWh", dimension: "energy", scale: "3600000", symbols: ["KWh", "kwh", "KWH", "kWH", "Kwh", "kW·h", "kW.h"], words: ["度电"] },
	{ symbol: "MWh", dimension: "energy", scale: "3600000000", symbols: ["MWH", "Mwh", "mWh"] },
	{ symbol: "GWh", dimension: "energy", scale: "3600000000000", symbols: ["GWH", "Gwh"] },
	{ symbol: "Wh", dimension: "energy", scale: "3600", prefixes: "kMGT", words: ["watt-hour", "watt hour", "watthour", "瓦时", "瓦特时", "瓦小时", "와트시", "와트아워"] },
	{ symbol: "kcal", dimension: "energy", scale: "4184", symbols: ["Kcal"], words: ["千卡", "大卡", "킬로칼로리"] },
	{ symbol: "cal", dimension: "energy", scale: "4.184", prefixes: "kMG", words: ["calorie", "卡路里", "칼로리"] },
	{ symbol: "BTU", dimension: "energy", scale: "1055.05585262", symbols: ["Btu", "btu"], words: ["british thermal unit"] },
	{ symbol: "MMBtu", dimension: "energy", scale: "1055055852.62", symbols: ["MMBTU", "mmBtu", "MBtu"] },
	{ symbol: "therm", dimension: "energy", scale: "105505585.262", words: ["therm"] },
	{ symbol: "W", dimension: "power", scale: "1", prefixes: "mkMGT", words: ["watt", "瓦", "瓦特", "와트"] },
	{ symbol: "kW", dimension: "power", scale: "1000", symbols: ["KW", "kw"] },
	{ symbol: "Wp", dimension: "power-peak", scale: "1", prefixes: "kMG" },
	{ symbol: "VA", dimension: "apparent-power", scale: "1", prefixes: "kM", words: ["伏安"] },
	{ symbol: "hp", dimension: "power", scale: "745.69987158227022", words: ["horsepower", "马力", "마력"] },

	// Area.
	{ symbol: "m2", dimension: "area", scale: "1", symbols: ["m²", "㎡", "sqm", "sq m", "sq.m", "sq. m", "sq.m.", "M2"], words: ["square metre", "square meter", "sq metre", "sq meter", "平方米", "平米", "平方公尺", "제곱미터", "평방미터", "평방 미터", "제곱 미터"] },
	{ symbol: "km2", dimension: "area", scale: "1000000", symbols: ["km²", "㎢", "sq km", "sq. km"], words: ["square kilometre", "square kilometer", "平方公里", "平方千米", "제곱킬로미터", "평방킬로미터", "제곱 킬로미터", "평방 킬로미터"] },
	{ symbol: "cm2", dimension: "area", scale: "0.0001", symbols: ["cm²", "㎠"], words: ["square centimetre", "square centimeter", "平方厘米", "제곱센티미터"] },
	{ symbol: "mm2", dimension: "area", scale: "0.000001", symbols: ["mm²", "㎟"], words: ["square millimetre", "square millimeter", "平方毫米"] },
	{ symbol: "ft2", dimension: "area", scale: "0.09290304", symbols: ["ft²", "sq ft", "sqft", "sq. ft", "sq. ft.", "sq.ft.", "sq ft."], words: ["square foot", "square feet", "平方英尺", "平方呎", "제곱피트", "평방피트", "평방 피트"] },
	{ symbol: "in2", dimension: "area", scale: "0.00064516", symbols: ["in²", "sq in", "sq. in"], words: ["square inch", "square inches", "平方英寸", "제곱인치", "평방인치", "평방 인치"] },
	{ symbol: "yd2", dimension: "area", scale: "0.83612736", symbols: ["yd²", "sq yd", "sq. yd"], words: ["square yard", "平方码", "제곱야드", "평방야드", "평방 야드"] },
	{ symbol: "dm2", dimension: "area", scale: "0.01", symbols: ["dm²"], words: ["square decimetre", "square decimeter", "平方分米"] },
	{ symbol: "dunam", dimension: "area", scale: "1000", words: ["dunam"] },
	{ symbol: "rai", dimension: "area", scale: "1600", words: ["rai", "莱"] },
	{ symbol: "sq mi", dimension: "area", scale: "2589988.110336", symbols: ["mi²", "sq. mi"], words: ["square mile", "平方英里", "제곱마일", "평방마일"] },
	{ symbol: "ha", dimension: "area", scale: "10000", words: ["hectare", "公顷", "헥타르"] },
	{ symbol: "acre", dimension: "area", scale: "4046.8564224", words: ["acre", "英亩", "에이커"] },
	{ symbol: "mu", dimension: "area", scale: "2000/3", words: ["mu", "亩", "무"] }, // 15 mu are one hectare
	{ symbol: "pyeong", dimension: "area", scale: "400/121", words: ["pyeong", "평"] },
	{ symbol: "ping", dimension: "area", scale: "400/121", words: ["坪"] },
	{ symbol: "qing", dimension: "area", scale: "200000/3", words: ["市顷"] },

	// Volume. Normal cubic metres keep their own symbol but share the dimension.
	{ symbol: "m3", dimension: "volume", scale: "1", symbols: ["m³", "㎥", "cbm", "cu m", "cu. m", "M3"], words: ["cubic metre", "cubic meter", "kilolitre", "kiloliter", "立方米", "立方公尺", "立方", "方水", "세제곱미터", "입방미터", "입방 미터", "루베"] },
	{ symbol: "Nm3", dimension: "volume", scale: "1", symbols: ["Nm³"], words: ["normal cubic metre", "normal cubic meter", "标准立方米", "标方"] },
	{ symbol: "dm3", dimension: "volume", scale: "0.001", symbols: ["dm³"], words: ["cubic decimetre", "立方分米"] },
	{ symbol: "cm3", dimension: "volume", scale: "0.000001", symbols: ["cm³", "cc", "㏄"], words: ["cubic centimetre", "cubic centimeter", "立方厘米"] },
	{ symbol: "km3", dimension: "volume", scale: "1000000000", symbols: ["km³"], words: ["cubic kilometre", "立方千米"] },
	{ symbol: "L", dimension: "volume", scale: "0.001", prefixes: "mchkMG", symbols: ["l", "ℓ"], words: ["litre", "liter", "升", "公升", "리터"] },
	{ symbol: "ft3", dimension: "volume", scale: "0.028316846592", symbols: ["ft³", "cu ft", "cu. ft"], words: ["cubic foot", "cubic feet", "立方英尺", "입방피트", "입방 피트", "세제곱피트"] },
	{ symbol: "gal", dimension: "volume", scale: "0.003785411784", symbols: ["gals"], words: ["gallon", "us gallon", "加仑", "갤런"] },
	{ symbol: "qt", dimension: "volume", scale: "0.000946352946", words: ["quart", "夸脱", "쿼트"] },
	{ symbol: "pt", dimension: "volume", scale: "0.000473176473", words: ["pint", "品脱", "파인트"], shy: true },
	{ symbol: "fl oz", dimension: "volume", scale: "0.0000295735295625", symbols: ["fl. oz.", "fl. oz"], words: ["fluid ounce", "液盎司", "液量盎司", "액량온스", "액량 온스"] },
	{ symbol: "gill", dimension: "volume", scale: "0.00011829411825", words: ["gill", "及耳"] },
	{ symbol: "bushel", dimension: "volume", scale: "0.03523907016688", symbols: ["bu."], words: ["bushel", "蒲式耳", "부셸"] },
	{ symbol: "peck", dimension: "volume", scale: "0.00880976754172", words: ["peck", "配克"] },
	{ symbol: "hogshead", dimension: "volume", scale: "0.238480942392", words: ["hogshead"] },
	{ symbol: "in3", dimension: "volume", scale: "0.000016387064", symbols: ["in³", "cu in", "cu. in"], words: ["cubic inch", "cubic inches", "立方英寸", "세제곱인치", "입방인치", "입방 인치"] },
	{ symbol: "yd3", dimension: "volume", scale: "0.764554857984", symbols: ["yd³", "cu yd", "cu. yd"], words: ["cubic yard", "立方码", "세제곱야드", "입방야드", "입방 야드"] },
	{ symbol: "mi3", dimension: "volume", scale: "4168181825.440579584", words: ["cubic mile", "立方英里"] },
	{ symbol: "bcm", dimension: "volume", scale: "1000000000", symbols: ["Bcm", "BCM"] }, // natural gas
	{ symbol: "MMscf", dimension: "volume", scale: "28316.846592", symbols: ["MMcf", "mmscf", "MMSCF"] },
	{ symbol: "Bcf", dimension: "volume", scale: "28316846.592", symbols: ["bcf", "BCF"] },
	{ symbol: "Tcf", dimension: "volume", scale: "28316846592", symbols: ["TCF"] },
	{ symbol: "scf", dimension: "volume", scale: "0.028316846592", symbols: ["SCF"] },
	{ symbol: "bbl", dimension: "volume", scale: "0.158987294928", symbols: ["bbls"], words: ["barrel", "桶", "배럴"] },
	{ symbol: "acre-foot", dimension: "volume", scale: "1233.48183754752", words: ["acre-foot", "acre-feet", "acre foot", "acre feet"] },
	{ symbol: "cup", dimension: "volume", scale: "0.0002365882365", words: ["cup"] },
	{ symbol: "tbsp", dimension: "volume", scale: "0.00001478676478125", words: ["tablespoon", "汤匙"] },
	{ symbol: "tsp", dimension: "volume", scale: "0.000005", words: ["teaspoon", "茶匙"] },
	{ symbol: "TEU", dimension: "container", scale: "1", symbols: ["TEUs", "teu"], words: ["标准箱"] },

	// Length.
	{ symbol: "m", dimension: "length", scale: "1", prefixes: "nμmcdk", words: ["metre", "meter", "米", "公尺", "미터", "메터"] },
	{ symbol: "km", dimension: "length", scale: "1000", symbols: ["㎞", "KM", "Km", "kms"], words: ["公里"] },
	{ symbol: "cm", dimension: "length", scale: "0.01", symbols: ["㎝", "cms"], words: ["公分", "센치", "센티"] },
	{ symbol: "mm", dimension: "length", scale: "0.001", symbols: ["㎜"] },
	{ symbol: "in", dimension: "length", scale: "0.0254", symbols: ["″", "''"], words: ["inch", "inches", "英寸", "英吋", "吋", "인치"], shy: true },
	{ symbol: "ft", dimension: "length", scale: "0.3048", symbols: ["′"], words: ["foot", "feet", "英尺", "英呎", "呎", "피트"] },
	{ symbol: "yd", dimension: "length", scale: "0.9144", symbols: ["yds"], words: ["yard", "码", "야드"] },
	{ symbol: "mi", dimension: "length", scale: "1609.344", words: ["mile", "英里", "哩", "마일", "마일즈"] },
	{ symbol: "ly", dimension: "length", scale: "9460730472580800", words: ["light-year", "light year", "lightyear", "光年", "광년"], shy: true },
	{ symbol: "fathom", dimension: "length", scale: "1.8288", words: ["fathom", "英寻"] },
	{ symbol: "furlong", dimension: "length", scale: "201.168", words: ["furlong", "弗隆"] },
	{ symbol: "Å", dimension: "length", scale: "0.0000000001", words: ["angstrom", "ångström", "埃米"] },
	{ symbol: "nmi", dimension: "length", scale: "1852", words: ["nautical mile", "海里", "해리"] },
	{ symbol: "li", dimension: "length", scale: "500", words: ["华里", "里路"] },
	{ symbol: "zhang", dimension: "length", scale: "10/3", words: ["市丈"] },
	{ symbol: "chi", dimension: "length", scale: "1/3", words: ["市尺", "尺"] },
	{ symbol: "cun", dimension: "length", scale: "1/30", words: ["市寸", "寸"] },
	{ symbol: "pkm", dimension: "passenger-distance", scale: "1", symbols: ["p-km", "passenger-km", "passenger km"], words: ["passenger-kilometre", "passenger kilometre", "passenger-kilometer", "passenger kilometer", "人公里", "人千米", "인킬로미터"] },
	{ symbol: "tkm", dimension: "freight-distance", scale: "1", symbols: ["t-km", "t·km", "tonne-km", "tonne km", "ton-km"], words: ["tonne-kilometre", "tonne kilometre", "ton-kilometer", "ton kilometer", "吨公里", "吨千米", "톤킬로미터"] },
	{ symbol: "vkm", dimension: "vehicle-distance", scale: "1", words: ["vehicle-kilometre", "vehicle kilometre", "vehicle-kilometer", "车公里"] },

	// Time. Months and years are not a number of seconds.
	{ symbol: "s", dimension: "time", scale: "1", symbols: ["sec", "secs"], words: ["second", "秒", "秒钟", "초"], shy: true },
	{ symbol: "ms", dimension: "time", scale: "0.001", words: ["millisecond", "毫秒", "밀리초"] },
	{ symbol: "min", dimension: "time", scale: "60", symbols: ["mins"], words: ["minute", "分钟", "분"] },
	{ symbol: "h", dimension: "time", scale: "3600", symbols: ["hr", "hrs"], words: ["hour", "小时", "个小时", "钟头", "个钟头", "个钟", "学时", "课时", "工时", "시간"] },
	{ symbol: "day", dimension: "time", scale: "86400", words: ["day", "天", "日", "工作日", "个工作日", "일", "일간"] },
	{ symbol: "week", dimension: "time", scale: "604800", words: ["week", "周", "星期", "个星期", "个周", "주", "주일", "주간"] },
	{ symbol: "fortnight", dimension: "time", scale: "1209600", words: ["fortnight"] },
	{ symbol: "month", dimension: "calendar", scale: "1", words: ["month", "个月", "월간", "개월", "개월간", "달"] },
	{ symbol: "quarter", dimension: "calendar", scale: "3", words: ["个季度", "개 분기", "개분기"] },
	{ symbol: "year", dimension: "calendar", scale: "12", symbols: ["yr", "yrs", "yo"], words: ["year", "年", "周年", "个年头", "年度", "岁", "周岁", "년", "년간", "해", "살", "세", "개년"] },
	{ symbol: "decade", dimension: "calendar", scale: "120", words: ["decade"] },
	{ symbol: "century", dimension: "calendar", scale: "1200", words: ["century", "centuries"] },
	{ symbol: "person-hour", dimension: "person-time", scale: "1", words: ["person-hour", "person hour", "man-hour", "man hour", "staff hour", "employee hour", "人小时", "人时", "인시"] },
	{ symbol: "person-day", dimension: "person-time", scale: "8", words: ["person-day", "person day", "man-day", "man day", "人天", "人日", "인일"] },

	// Temperature.
	{ symbol: "°C", dimension: "temperature", scale: "1", offset: "273.15", symbols: ["℃", "° C", "ºC"], words: ["degrees celsius", "degree celsius", "celsius", "° celsius", "°celsius", "degrees c", "degree c", "deg c", "degrees centigrade", "centigrade", "centigrate", "celcius", "摄氏度", "摄氏°", "摄氏", "°摄氏", "섭씨도"] },
	{ symbol: "°F", dimension: "temperature", scale: "5/9", offset: "45967/180", symbols: ["℉", "° F", "ºF"], words: ["degrees fahrenheit", "degree fahrenheit", "fahrenheit", "° fahrenheit", "°fahrenheit", "degrees f", "degree f", "deg f", "华氏度", "华氏°", "华氏"] },
	{ symbol: "K", dimension: "temperature", scale: "1", offset: "0", words: ["kelvin", "开尔文", "켈빈"], shy: true },
	{ symbol: "°", dimension: "angle", scale: "1", symbols: ["º"], words: ["degree", "deg", "deg.", "度", "도"] },

	// Data.
	{ symbol: "B", dimension: "data", scale: "1", prefixes: "kMGTP", words: ["byte", "字节", "바이트"], shy: true },
	{ symbol: "kB", dimension: "data", scale: "1000", symbols: ["KB"], words: ["千字节"] },
	{ symbol: "bit", dimension: "data", scale: "1/8", prefixes: "kMG", words: ["bit", "比特", "位元", "비트"] },
	{ symbol: "KiB", dimension: "data", scale: "1024", words: ["kibibyte"] },
	{ symbol: "MiB", dimension: "data", scale: "1048576", words: ["mebibyte"] },
	{ symbol: "GiB", dimension: "data", scale: "1073741824", words: ["gibibyte"] },
	{ symbol: "TiB", dimension: "data", scale: "1099511627776", words: ["tebibyte"] },
	{ symbol: "bps-data", dimension: "data-rate", scale: "1", symbols: ["bit/s"], words: ["bits per second"] },
	{ symbol: "kbps", dimension: "data-rate", scale: "1000", symbols: ["Kbps", "kb/s"] },
	{ symbol: "Mbps", dimension: "data-rate", scale: "1000000", symbols: ["Mb/s"] },
	{ symbol: "Gbps", dimension: "data-rate", scale: "1000000000", symbols: ["Gb/s"] },

	// Rates with a name of their own.
	{ symbol: "tpa", dimension: "mass/calendar", scale: "1000/12" },
	{ symbol: "ktpa", dimension: "mass/calendar", scale: "1000000/12" },
	{ symbol: "Mtpa", dimension: "mass/calendar", scale: "1000000000/12", symbols: ["MTPA", "mtpa"] },
	{ symbol: "bpd", dimension: "volume/time", scale: "0.158987294928/86400", symbols: ["b/d", "bopd"], words: ["barrels a day"] },
	{ symbol: "boepd", dimension: "barrel-oil-equivalent/time", scale: "1/86400", symbols: ["boe/d"] },
	{ symbol: "gpm", dimension: "volume/time", scale: "0.003785411784/60", words: ["gallons a minute"] },
	{ symbol: "MGD", dimension: "volume/time", scale: "3785.411784/86400", symbols: ["mgd"] },
	{ symbol: "rpm", dimension: "rotation", scale: "1", words: ["revolutions per minute", "转每分", "转/分"] },
	{ symbol: "m/s2", dimension: "acceleration", scale: "1", symbols: ["m/s²"], words: ["metres per second squared", "meters per second squared"] },

	// Frequency, electricity, pressure and the rest that reports print now and then.
	{ symbol: "Hz", dimension: "frequency", scale: "1", prefixes: "kMGT", words: ["hertz", "赫兹", "赫", "헤르츠"] },
	{ symbol: "V", dimension: "voltage", scale: "1", prefixes: "mkM", words: ["volt", "伏", "伏特", "볼트"], shy: true },
	{ symbol: "Ah", dimension: "charge", scale: "1", prefixes: "mk", words: ["ampere-hour", "安时"] },
	{ symbol: "Pa", dimension: "pressure", scale: "1", prefixes: "hkMG", words: ["pascal", "帕", "帕斯卡", "파스칼"] },
	{ symbol: "bar", dimension: "pressure", scale: "100000", prefixes: "m" },
	{ symbol: "psi", dimension: "pressure", scale: "6894.757293168361", words: ["pounds per square inch"] }, // rounded to 16 digits
	{ symbol: "atm", dimension: "pressure", scale: "101325", words: ["atmosphere", "标准大气压", "大气压", "기압"] },
	{ symbol: "mmHg", dimension: "pressure", scale: "133.322387415", words: ["毫米汞柱"] },
	{ symbol: "A", dimension: "current", scale: "1", prefixes: "mkμ", words: ["ampere", "amp", "安培", "암페어"], shy: true },
	{ symbol: "Ω", dimension: "resistance", scale: "1", prefixes: "mkM", words: ["ohm", "欧姆", "옴"] },
	{ symbol: "N", dimension: "force", scale: "1", prefixes: "mkM", words: ["newton", "牛顿", "뉴턴"], shy: true },
	{ symbol: "Nm", dimension: "torque", scale: "1", symbols: ["N·m", "N m"], words: ["newton metre", "newton meter", "newton-metre", "newton-meter", "牛米", "뉴턴미터"] },
	{ symbol: "mol", dimension: "substance", scale: "1", prefixes: "mk", words: ["mole", "摩尔"] },
	{ symbol: "cd", dimension: "luminous-intensity", scale: "1", words: ["candela", "坎德拉", "칸델라"], shy: true },
	{ symbol: "lx", dimension: "illuminance", scale: "1", words: ["lux", "勒克斯", "럭스"] },
	{ symbol: "Bq", dimension: "radioactivity", scale: "1", prefixes: "kMGT", words: ["becquerel", "贝克勒尔", "베크렐"] },
	{ symbol: "Sv", dimension: "dose-equivalent", scale: "1", prefixes: "mμ", words: ["sievert", "希沃特", "시버트"] },
	{ symbol: "rad", dimension: "angle-radian", scale: "1", words: ["radian", "弧度", "라디안"], shy: true },
	{ symbol: "dB", dimension: "sound", scale: "1", symbols: ["dB(A)", "dBA"], words: ["decibel", "分贝", "데시벨"] },
	{ symbol: "ppm", dimension: "concentration", scale: "1", words: ["parts per million", "百万分比浓度"] },
	{ symbol: "ppb", dimension: "concentration", scale: "0.001", words: ["parts per billion"] },
	{ symbol: "eV", dimension: "energy-particle", scale: "1", prefixes: "kMGT", words: ["electronvolt"] },
	{ symbol: "Gy", dimension: "dose", scale: "1", words: ["gray"], shy: true },
	{ symbol: "lm", dimension: "light", scale: "1", words: ["lumen", "流明"], shy: true },
	{ symbol: "mph", dimension: "speed", scale: "0.44704", words: ["miles an hour", "miles per hour", "英里每小时", "英里/小时"] },
	{ symbol: "knot", dimension: "speed", scale: "463/900", words: ["knot"] },
	{ symbol: "turn", dimension: "angle", scale: "360" },
	{ symbol: "point", dimension: "points", scale: "1", words: ["point", "포인트"] },

	// Shares and multiples.
	{ symbol: "%", dimension: "percent", scale: "1", symbols: ["﹪"], words: ["percent", "per cent", "pct", "pct.", "percentage", "퍼센트", "프로", "百分比", "厘"] },
	{ symbol: "‰", dimension: "percent", scale: "0.1", words: ["permille", "per mille", "permil"] },
	{ symbol: "pp", dimension: "percentage-point", scale: "1", symbols: ["%p", "%P", "ppt", "ppts", "p.p.", "pps", "% points", "%-points", "%pt", "%포인트"], words: ["percentage point", "percent point", "per cent point", "percentage-point", "个百分点", "百分点", "퍼센트포인트", "퍼센트 포인트"] },
	{ symbol: "bp", dimension: "percentage-point", scale: "0.01", symbols: ["bps", "BP", "BPS", "BPs", "bp."], words: ["basis point", "个基点", "基点", "个bp", "베이시스포인트", "bp"] },
	{ symbol: "x", dimension: "ratio", scale: "1", symbols: ["×", "X"], words: ["times", "time", "-fold", "fold", "倍", "배"] },
] as const satisfies readonly UnitRow[];

/** Letters that stand for times behind a stroke only: t/a, bbl/d. */
export const strokeTimes = {
	a: "year",
	y: "year",
	yr: "year",
	mo: "month",
	wk: "week",
	d: "day",
	h: "h",
	s: "s",
} as const satisfies Readonly<Record<string, string>>;

/** Words before a length that make a speed of it: what it is per. */
export const speedsBefore = {
	时速: "h",
	每小时: "h",
	秒速: "s",
	每秒: "s",
	每分钟: "min",
	시속: "h",
	초속: "s",
	분속: "min",
} as const satisfies Readonly<Record<string, string>>;
