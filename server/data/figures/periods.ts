/** Words of dates and periods. Data only; Chinese simplified. */

export const months = [
	["january", "jan", "jan."],
	["february", "feb", "feb."],
	["march", "mar", "mar."],
	["april", "apr", "apr."],
	["may"],
	["june", "jun", "jun."],
	["july", "jul", "jul."],
	["august", "aug", "aug."],
	["september", "sept", "sep", "sept.", "sep."],
	["october", "oct", "oct."],
	["november", "nov", "nov."],
	["december", "dec", "dec."],
] as const;

/** Words before a year that make it a fiscal year. */
export const fiscalWords = ["fy", "fiscal year", "fiscal", "financial year", "财年", "财政年度", "회계연도"] as const;

/** English words before a bare four-digit number that make it a year. */
// biome-ignore format: a table reads best in rows
export const yearWords = [
	"in", "by", "since", "until", "till", "during", "from", "to", "of", "for", "year", "years", "fy", "end", "end-", "mid", "mid-", "early", "late", "before", "after", "through", "and", "vs", "vs.", "versus", "over", "than", "between", "the", "calendar year", "baseline", "base year", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "fall", "q1", "q2", "q3", "q4", "h1", "h2", "(", "as at", "circa", "starting", "beginning", "ended", "ending",
] as const;

/** What follows a year in Chinese and Korean and narrows it: months from and to (1 to 12), `instant` for its end only. */
// biome-ignore format: a table reads best in rows
export const yearParts = [
	{ words: ["上半年", "年上半年", "상반기"], from: 1, to: 6 },
	{ words: ["下半年", "年下半年", "하반기"], from: 7, to: 12 },
	{ words: ["第一季度", "一季度", "首季", "1季度", "1분기", "第1季度"], from: 1, to: 3 },
	{ words: ["第二季度", "二季度", "2季度", "2분기", "第2季度"], from: 4, to: 6 },
	{ words: ["第三季度", "三季度", "3季度", "3분기", "第3季度"], from: 7, to: 9 },
	{ words: ["第四季度", "四季度", "4季度", "4분기", "第4季度"], from: 10, to: 12 },
	{ words: ["前三季度", "前三个季度"], from: 1, to: 9 },
	{ words: ["末", "年末", "年底", "底", "말", "연말", "말까지"], from: 12, to: 12, instant: "end" },
	{ words: ["初", "年初", "초", "연초"], from: 1, to: 1, instant: "start" },
	{ words: ["全年", "度", "年度", "财年", "연간", "회계연도", "년도", "도"], from: 1, to: 12 },
] as const;
