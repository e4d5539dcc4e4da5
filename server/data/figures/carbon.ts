/** Words that tell tonnes of carbon from any other tonnes, and the words of net zero. Data only; Chinese simplified. */

/** Greenhouse gases together: tonnes of them are tCO2e. */
// biome-ignore format: a table reads best in rows
export const carbonEquivalentWords = [
	"ghg", "ghg emissions", "greenhouse gas", "greenhouse gases", "greenhouse gas emissions", "co2e", "co2-e", "co2eq", "co2-eq", "carbon dioxide equivalent", "co2 equivalent", "carbon footprint", "scope 1", "scope 2", "scope 3",
	"温室气体", "温室气体排放", "二氧化碳当量", "碳当量", "碳足迹", "范围一", "范围二", "范围三", "范围1", "范围2", "范围3",
	"온실가스", "이산화탄소환산", "이산화탄소 환산", "스코프 1", "스코프 2", "스코프 3",
] as const;

/** Carbon dioxide or "carbon" emissions: tCO2. */
// biome-ignore format: a table reads best in rows
export const carbonWords = [
	"carbon emissions", "carbon emission", "carbon dioxide", "co2", "co2 emissions", "carbon", "carbon reduction", "carbon savings",
	"碳排放", "碳排放量", "二氧化碳", "碳减排", "碳减排量", "碳汇", "碳汇量", "固碳", "固碳量", "减碳", "碳排",
	"탄소", "탄소 배출", "탄소배출", "탄소배출량", "이산화탄소",
] as const;

/** Standard coal: tonnes of it are tce. */
export const standardCoalWords = [
	"标准煤",
	"标煤",
	"折标煤",
	"折合标准煤",
	"standard coal",
	"coal equivalent",
	"석탄환산",
] as const;

/** Emissions of something: greenhouse gases unless another substance is named before them. */
export const emissionWords = [
	"emissions",
	"emission",
	"排放量",
	"排放",
	"减排",
	"减排量",
	"배출량",
	"배출",
	"감축량",
	"감축",
] as const;

/** Other things weighed in tonnes: nearer to the figure than carbon, they decide. */
// biome-ignore format: a table reads best in rows
export const otherSubstances = [
	"waste", "paper", "water", "coal", "steel", "cement", "plastic", "plastics", "food", "material", "materials", "oil", "gas", "fuel", "nox", "sox", "so2", "vocs", "voc", "volatile organic compound", "volatile organic compounds", "nitrogen oxide", "sulphur dioxide", "sulfur dioxide", "pollutant", "pollutants", "methane", "pm", "pm2.5", "pm10", "effluent", "particulate matter", "dust", "sludge", "packaging", "raw material", "raw materials", "product", "products", "grain", "copper", "freight", "cargo", "wastewater", "hazardous waste", "e-waste", "sulphur", "sulfur", "nitrogen oxides", "ammonia", "cod", "recycled",
	"废弃物", "废物", "垃圾", "纸", "纸张", "水", "煤", "煤炭", "钢", "钢铁", "水泥", "塑料", "粮食", "材料", "原材料", "石油", "天然气", "柴油", "汽油", "氮氧化物", "二氧化硫", "颗粒物", "烟尘", "污泥", "包装", "产量", "货物", "危废", "固废", "产品", "用水", "氨氮", "化学需氧量", "废水", "污染物", "挥发性有机物", "废气", "粉尘", "甲烷", "挥发性有机化合物",
	"폐기물", "종이", "용수", "물", "석탄", "철강", "시멘트", "플라스틱", "식량", "원료", "원자재", "석유", "연료", "질소산화물", "황산화물", "먼지", "포장", "폐수", "화물", "제품", "생산량", "오염물질", "휘발성유기화합물", "메탄", "대기오염물질",
] as const;

// biome-ignore format: a table reads best in rows
export const netZeroWords = [
	"net-zero", "net zero", "net-zero emissions", "net zero emissions", "net-zero carbon emissions", "net zero carbon emissions", "net-zero greenhouse gas emissions", "net zero greenhouse gas emissions", "net-zero ghg emissions", "net zero ghg emissions", "net-zero carbon", "net zero carbon", "net emissions of zero", "net carbon emissions of zero", "net emissions to zero", "net carbon emissions to zero", "zero net emissions", "zero net carbon emissions",
	"净零", "净零排放", "净零碳排放", "碳净零", "碳净零排放", "净零碳", "碳排放净零", "温室气体净零排放",
	"넷제로", "넷 제로", "순배출 제로", "순배출량 제로", "순배출량 '제로'", "순 배출량 제로", "순 배출량 '제로'", "순배출 '제로'", "탄소 순배출 제로", "탄소 순 배출량 '제로'", "탄소 순배출량 제로", "탄소 순배출량 '제로'", "순배출량 0", "순배출 0", "순 배출량 0", "net-zero 달성",
] as const;
