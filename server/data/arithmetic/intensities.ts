/** Words around intensities. English in lower case, Chinese in simplified characters. */

/** An intensity beside these is another's, a goal, or is measured over something else than what is printed. */
export const notOwnIntensity: readonly string[] = [
	"target",
	"targets",
	"limit",
	"baseline",
	"benchmark",
	"industry",
	"peers",
	"standard",
	"weighted",
	"average headcount",
	"goal",
	"maximum",
	"minimum",
	"factor",
	"目标",
	"限值",
	"基准",
	"行业",
	"同行",
	"标准值",
	"加权",
	"因子",
	"최대",
	"최소",
	"목표",
	"한도",
	"기준값",
	"업계",
	"가중",
	"계수",
];

/** What divides emissions into scopes: two mentions in one sentence are of two totals. */
export const scopeWords: readonly string[] = ["scope", "范围", "스코프"];
