/** Words that say nothing of what a figure is about, where a measure is compared by the words around it. Chinese in simplified characters. */

export const stopWords = {
	en: (
		"a an and are as at be been being by for from had has have in into is it its of on or that the their them this these those to " +
		"was were which with who whom we our us they he she you your year years period total over about more than nearly almost " +
		"approximately around some only per cent percent company group during against last first second half quarter end early late " +
		"also still already every each all both other another such so not no one two three four five six seven eight nine ten up down " +
		"million billion thousand trillion hundred least most less under above below worth amounted came stood reached reach number " +
		"alone while when until since before after bank report financial fiscal january february march april may june july august " +
		"september october november december rmb cny usd us eur gbp hk yuan renminbi dollar dollars euro euros thus then there"
	).split(" "),
	/** Taken out before what is left is cut into pairs of characters. */
	zh: [
		"本公司",
		"该公司",
		"我公司",
		"本集团",
		"截至",
		"截止",
		"累计",
		"公司",
		"集团",
		"本行",
		"我行",
		"我们",
		"目前",
		"当前",
		"全年",
		"上半年",
		"下半年",
		"年末",
		"年底",
		"年度",
		"超过",
		"超",
		"逾",
		"约",
		"近",
		"达到",
		"达",
		"已经",
		"已",
		"共有",
		"合计",
		"共计",
		"共",
		"总计",
		"分别",
		"其中",
		"以上",
		"以下",
		"左右",
		"不足",
		"不到",
		"人民币",
		"美元",
		"亿元",
		"万元",
		"新台币",
		"平均",
		"每",
		"的",
		"了",
		"在",
		"为",
		"是",
		"和",
		"与",
		"及",
		"或",
		"其",
		"于",
		"以",
		"将",
		"从",
		"对",
		"把",
		"被",
		"年",
		"月",
		"日",
		"等",
		"个",
		"有",
		"也",
		"则",
		"并",
		"由",
		"较",
		"比",
		"至",
		"到",
	],
	ko: (
		"당사 당행 회사 우리 그룹 년 년에 년의 년도 년도에 월 일 말 말까지 기준 기준으로 현재 상반기 상반기에 하반기 하반기에 동안 누적 약 거의 총 모두 " +
		"이상 이하 미만 초과 억 만 천 조 위안 달러 원 유로 개 명 건 곳 톤 이다 이며 이고 였다 했다 한다 있다 한 해 및 또 그 이 각 등 을 를 은 는 이 가 의 에 " +
		"넘는 넘게 넘어 넘었다 달한다 달했다 통해 대비 다 으로 로 와 과 에서"
	).split(" "),
} as const;

/** What a Korean word may end in without being another word; the longest that fits is taken off. */
export const koreanEndings: readonly string[] = (
	"으로부터 에게서 에서는 으로는 까지의 부터의 하였으며 하였다 했으며 했다 되었다 됐다 이라는 이라 라는 이며 하며 으로 에서 에게 까지 부터 에는 처럼 만큼 " +
	"은 는 이 가 을 를 의 에 로 와 과 도 만 다 된 한 할 인 고"
).split(" ");
