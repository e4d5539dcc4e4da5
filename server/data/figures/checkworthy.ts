/** What makes a figure one that nobody asks the source of. Data only. */

/** Durations: "6 years", 三个月. Hours and days are reported (training, lost days) and are asked for. */
export const notCheckworthyUnits = ["year", "month", "week", "quarter", "decade", "century"] as const;

/** Words behind a temperature that make it the name of a scenario: "1.5 °C pathway". */
// biome-ignore format: a table reads best in rows
export const scenarioWords = [
	"pathway", "scenario", "target", "goal", "limit", "warming", "aligned", "trajectory", "world", "ambition", "路径", "情景", "目标", "温控", "시나리오", "목표", "경로", "이내",
] as const;

/** Headers of columns whose bare numbers name a place: a page, a row, a code. In lower case, simplified Chinese. */
// biome-ignore format: a table reads best in rows
export const indexColumns = [
	"page", "pages", "page no.", "page number", "p.", "pp.", "no.", "no", "nr.", "#", "number", "item no.", "row", "line", "ref", "ref.", "reference", "id", "code", "section", "chapter", "note", "notes", "year", "rank", "ranking", "disclosure", "indicator no.", "location",
	"页", "页码", "页数", "序号", "编号", "代码", "章节", "附注", "年份", "年度", "排名", "行次",
	"쪽", "페이지", "번호", "순번", "코드", "연도", "주석", "순위", "위치",
] as const;
