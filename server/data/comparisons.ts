/** How sentences name the value that another is compared with: "fell from A to B", 由A降至B, "A에서 B로". Data only; Chinese simplified. */

/** English words right before the older value. */
export const beforeBase = ["from", "than", "against", "versus", "vs", "vs.", "compared with", "compared to"] as const;

/** English beginnings of words of change, of which one must stand in the sentence. */
// biome-ignore format: a table reads best in rows
export const changeStems = [
	"rise", "rose", "rising", "risen", "fall", "fell", "grow", "grew", "increas", "decreas", "declin", "drop", "cut", "reduc", "up", "down", "improv", "climb", "shrank", "shrink", "went", "lower", "higher", "jump", "widen", "narrow", "extend", "expand", "compared", "more", "fewer", "less",
] as const;

/** Chinese words before the older value, with its date between. */
export const chineseFrom = ["由", "从", "自"] as const;

/** Chinese words right behind the older value that lead to the newer one. */
// biome-ignore format: a table reads best in rows
export const chineseReach = [
	"增至", "降至", "减至", "升至", "提至", "涨至", "跌至", "缩至", "扩至", "增到", "降到", "减到", "升到",
	...["增加", "增长", "提高", "提升", "上升", "攀升", "下降", "减少", "扩大", "降低", "缩短", "缩减", "变化", "发展"].flatMap((word) => [`${word}至`, `${word}到`, `${word}为`]),
	"变为",
] as const;

/** Korean endings right behind the older value. */
export const koreanFrom = ["에서", "보다", "에 비해", "대비"] as const;
