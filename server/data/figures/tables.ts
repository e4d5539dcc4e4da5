/** Words that say what a table's columns and the lines beside it hold. Data only; in lower case, as written (not folded). */

/** Headers of columns whose cells are the units of their rows. */
// biome-ignore format: a table reads best in rows
export const unitColumns = ["unit", "units", "unit of measure", "unit of measurement", "units of measure", "units of measurement", "uom", "measure", "单位", "單位", "计量单位", "計量單位", "단위"] as const;

/** Headers of columns whose bare four digits are years, whatever the row's unit is. */
// biome-ignore format: a table reads best in rows
export const yearColumns = [
	"year", "fy", "fiscal year", "financial year", "reporting year", "base year", "baseline year", "baseline", "target year", "period", "by", "since",
	"年", "年份", "年度", "基准年", "基準年", "基准年度", "基準年度", "目标年", "目標年", "目标年份", "目標年份", "期间", "期間",
	"연도", "년도", "기준연도", "기준년도", "기준 연도", "목표연도", "목표년도", "목표 연도", "기간",
] as const;

/** Headers of columns that number the rows: the row's label stands in the next. */
export const numberColumns = ["no", "no.", "nr.", "#", "序号", "序號", "编号", "編號", "번호", "순번", "ref", "ref."] as const;

/** How a line begins that says the unit of the table above it. */
// biome-ignore format: a table reads best in rows
export const unitLines = [
	"unit", "units", "figures in", "figures are in", "amounts in", "amounts are in", "all figures in", "all figures are in", "all amounts in", "all amounts are in", "values in", "data in", "expressed in", "in rmb", "in cny", "in us$", "in usd", "in hk$", "in eur", "in million", "in millions", "in thousand", "in thousands", "rmb million", "rmb'000", "us$ million", "hk$ million", "eur million",
	"单位", "單位", "金额单位", "金額單位", "计量单位", "計量單位", "货币单位", "貨幣單位", "以上单位", "단위", "금액 단위", "금액단위",
] as const;

/** How a caption begins; a number follows. */
export const captionWords = ["table", "表", "图表", "圖表", "표"] as const;
