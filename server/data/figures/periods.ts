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
	{ words: ["年中", "중반", "연중반"], from: 6, to: 6, instant: "end" },
	{ words: ["初", "年初", "초", "연초"], from: 1, to: 1, instant: "start" },
	{ words: ["全年", "度", "年度", "财年", "연간", "회계연도", "년도", "도"], from: 1, to: 12 },
] as const;

/**
 * Periods that are named from the year that a document is about: how many years from it. A part of the year may follow in Chinese
 * and Korean (`yearParts`: 去年上半年, 작년 하반기), and stand before in English (`relativeParts`).
 */
// biome-ignore format: a table reads best in rows
export const relativeYears = [
	{ years: 0, words: ["this year", "the current year", "current year", "the reporting year", "今年", "本年", "本年度", "本年内", "当年", "올해", "금년", "금년도", "당해", "당해 연도"] },
	{ years: -1, words: ["last year", "the last year", "the previous year", "previous year", "the prior year", "prior year", "the preceding year", "preceding year", "the year before", "the year earlier", "a year earlier", "a year ago", "去年", "上年", "上年度", "上一年", "上一年度", "前一年", "前一年度", "지난해", "작년", "작년도", "전년", "전년도", "직전 연도", "직전연도"] },
	{ years: -2, words: ["the year before last", "two years earlier", "two years ago", "前年", "재작년", "전전년"] },
	{ years: 1, words: ["next year", "the next year", "the coming year", "明年", "来年", "下一年", "下一年度", "下年度", "내년", "내년도", "이듬해"] },
] as const;

/** English parts of a year, before its name: "the first half of last year". */
// biome-ignore format: a table reads best in rows
export const relativeParts = [
	{ words: ["the first half of", "first half of", "the first six months of"], from: 1, to: 6 },
	{ words: ["the second half of", "second half of"], from: 7, to: 12 },
	{ words: ["the first quarter of"], from: 1, to: 3 },
	{ words: ["the second quarter of"], from: 4, to: 6 },
	{ words: ["the third quarter of"], from: 7, to: 9 },
	{ words: ["the fourth quarter of"], from: 10, to: 12 },
	{ words: ["the end of", "the close of"], from: 12, to: 12, instant: "end" },
	{ words: ["the middle of", "mid", "mid-year"], from: 6, to: 6, instant: "end" },
	{ words: ["the beginning of", "the start of"], from: 1, to: 1, instant: "start" },
] as const;

/** Periods that are named from another: a comparison, a month or quarter of no known year. */
// biome-ignore format: a table reads best in rows
export const relativePeriods = [
	"year-on-year", "year on year", "year-over-year", "year over year", "y-o-y", "yoy", "y/y", "quarter-on-quarter", "quarter on quarter", "qoq", "month-on-month", "month on month", "the same period last year", "same period last year", "the same period of last year", "same period of last year", "the same period of the previous year", "same period of the previous year", "the same period of the prior year", "the same period in the previous year", "the corresponding period of last year", "the corresponding period of the previous year", "the same period a year earlier", "last quarter", "the previous quarter", "this quarter", "last month", "the previous month", "this month",
	"同比", "环比", "去年同期", "上年同期", "上一年同期", "上年度同期", "前一年同期", "同期", "本季度", "上季度", "上一季度", "本月", "上月", "上个月", "上半年", "下半年", "报告期内", "本报告期", "本报告期内", "报告期末",
	"전년 동기", "전년동기", "작년 동기", "지난해 같은 기간", "작년 같은 기간", "전년 같은 기간", "전년도 동기", "전 분기", "전분기", "직전 분기", "이번 분기", "전월", "지난달", "이번 달", "상반기", "하반기",
] as const;

/** Characters before the first of a relative period that make another word of the two: 以上年龄, 成本年均, 说明年报. */
export const relativeNotAfter = {
	今: "当如现至古",
	本: "成基资样版根日书文原剧标",
	去: "过失除下",
	上: "以之历线网早晚",
	前: "目之以从空此先提",
	明: "说证声表发文注指",
	当: "相适恰应担每",
	来: "以近历未从",
	同: "不相合共如等会认赞协",
	下: "以之线旗",
	环: "循",
} as const satisfies Readonly<Record<string, string>>;

/** Characters behind such a name that make another word of its end: 今年轻人, 去年纪, 同比例. */
export const relativeNotBefore = "轻龄纪级货糕画例" as const;
