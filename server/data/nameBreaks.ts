/** Words that are no part of what a figure is called, besides those that say nothing at all (`stopWords`): a name ends before them. */
export const nameBreaks = {
	/** With their endings: "invest" for invested, investing. */
	en: (
		"rise rose fell fall grew grow increase decrease decline improve reduce cut come amount total reach stand stood equal be have had do " +
		"spend spent invest put provide serve deliver record report achieve see saw post book generate produce use consume receive pay paid " +
		"make made give gave hold held keep kept issue issued donate save lend lent employ train plant emit aim plan target expect remain " +
		"according respectively compared versus year-on-year annually yearly monthly overall altogether exceed result include"
	).split(" "),
	/** Whole words inside a run of characters, the longest first. */
	zh: [
		"同比增长",
		"同比下降",
		"报告期内",
		"较上年",
		"比上年",
		"截至目前",
		"增长至",
		"增加到",
		"下降至",
		"同比",
		"环比",
		"增长",
		"增加",
		"下降",
		"减少",
		"提升",
		"实现",
		"完成",
		"取得",
		"获得",
		"投放",
		"规模",
		"金额",
		"数量",
		"总额",
		"总量",
	],
	ko: "증가 감소 늘어 줄어 늘었다 줄었다 기록 달성 달해 이르는 이르렀다 전년 작년 올해 지난해 규모 금액 가량 정도 수준".split(
		" ",
	),
} as const;
