/** What makes a figure one that nobody asks the source of. Data only. */

/** Durations: "6 years", 三个月. Hours and days are reported (training, lost days) and are asked for. */
export const notCheckworthyUnits = ["year", "month", "week", "quarter", "decade", "century"] as const;

/** Words behind a temperature that make it the name of a scenario: "1.5 °C pathway". */
// biome-ignore format: a table reads best in rows
export const scenarioWords = [
	"pathway", "scenario", "target", "goal", "limit", "warming", "aligned", "trajectory", "world", "ambition", "路径", "情景", "目标", "温控", "시나리오", "목표", "경로", "이내",
] as const;
