/** Numbers that are names. Data only; Chinese simplified. */

/** Words straight before a number that make it a name or a place in a document, not a quantity. Whole words, without case. */
// biome-ignore format: a table reads best in rows
export const identifierWords = [
	// standards and frameworks
	"gri", "iso", "iec", "ifrs", "ias", "issb", "sasb", "esrs", "tcfd", "tnfd", "sdg", "sdgs", "goal", "goals", "target", "iso/iec", "en", "din", "ansi", "astm", "gb", "gb/t", "gb/t ", "isae", "issa", "aa1000", "sa", "ohsas", "pas", "cdp", "hkex", "asc", "ssae", "ghg protocol scope", "scope", "scopes", "scope 1 and", "scopes 1 and", "tier", "category", "categories", "cat.", "rule", "directive", "regulation", "principle", "principles", "disclosure", "requirement", "indicator", "kpi", "article", "articles", "art.", "clause", "law", "act", "c.",
	// places in a document
	"table", "tables", "figure", "figures", "fig", "fig.", "chart", "exhibit", "section", "sections", "sec.", "chapter", "chapters", "page", "pages", "p.", "pp.", "pg.", "note", "notes", "footnote", "footnotes", "endnote", "remark", "clauses", "rules", "annexes", "appendices", "sections", "appendix", "annex", "annexure", "part", "paragraph", "para", "para.", "item", "items", "step", "steps", "line", "row", "column", "volume", "vol.", "issue", "no.", "nos.", "number", "nr.", "nrs.", "nr", "question", "q.", "box", "slide", "attachment", "schedule", "exercise", "exercises",
	// names
	"version", "ver.", "ver", "v", "v.", "release", "phase", "stage", "level", "grade", "class", "type", "model", "series", "generation", "gen", "windows", "office", "android", "ios", "building", "block", "room", "floor", "unit", "suite", "gate", "line", "highway", "route", "road", "flight", "top", "room", "apollo", "voyager", "covid", "covid-", "industry", "web", "agenda", "vision", "horizon", "group of", "ftse", "s&p", "csi", "euro stoxx", "fortune", "forbes", "rcp", "ssp", "euro", "china vi", "id", "code", "isin", "ticker", "stock code", "tel", "tel.", "tel:", "telephone", "phone", "fax", "fax:", "hotline", "postcode", "zip", "reg.", "registration no.", "licence no.", "license no.", "order",
] as const;

/** Latin prefixes glued to a number that name it: "FSC-C123456", "RE100". Any letters glued before a number do; see the reader. */

/** Chinese and Korean words straight before a number that make it a name. */
// biome-ignore format: a table reads best in rows
export const identifierWordsEastAsian = [
	"范围", "范畴", "表", "图", "附录", "附件", "附注", "注", "第", "章节", "页", "版本", "路线图", "工业", "电话", "热线", "传真", "客服", "专线", "总机", "信用代码", "统一编号", "注册号", "许可证号", "民国", "邮编", "编号", "证书编号", "代码", "股票代码", "证券代码", "标准号", "类别", "目标", "阶段", "条款", "联系电话", "文号", "号楼", "类", "层级",
	"스코프", "범위", "표", "그림", "부록", "주석", "제", "페이지", "버전", "전화", "팩스", "우편번호", "종목코드", "등록번호", "번호", "단계", "레벨", "카테고리", "목표", "조항",
] as const;

/** Those of the words above that name frameworks or places: a unit behind the number changes nothing ("Scope 1 tonnes"). */
export const placeWords = [
	"scope",
	"scopes",
	"gri",
	"iso",
	"iec",
	"ifrs",
	"esrs",
	"sdg",
	"sdgs",
	"table",
	"tables",
	"figure",
	"fig.",
	"note",
	"notes",
	"category",
	"categories",
	"page",
	"pages",
	"p.",
	"pp.",
	"section",
	"sections",
	"chapter",
	"appendix",
	"annex",
	"article",
	"goal",
] as const;
// biome-ignore format: a table reads best in rows
export const ordinalsAfter = [
	"号", "号楼", "号线", "楼", "室", "路", "弄", "届", "章", "条", "款", "版", "页", "年级", "世纪", "代表", "班", "线城市", "级", "日", "号文",
	"번째", "번지", "호", "호선", "위", "등", "차", "층", "학년", "월", "쪽", "페이지", "세기", "인칭",
] as const;

/** Idioms, slogans and names with numerals. A numeral inside one of them is not a figure. */
// biome-ignore format: a table reads best in rows
export const idioms = [
	// English
	"24/7", "24 hours a day", "7 days a week", "365 days a year", "24小时", "365天", "24시간", "365일", "3rs", "4rs", "5rs", "big four", "big five", "24x7", "7x24", "7×24", "24×7", "365 days", "360-degree", "360 degree", "360°", "360度", "9-to-5", "80/20", "50/50", "fifty-fifty", "one hundred percent committed", "covid-19", "co2", "pm2.5", "pm10", "b2b", "b2c", "web3", "web 3.0", "industry 4.0", "top 10", "top ten", "top 100", "top 500", "top 5", "fortune 500", "fortune global 500", "forbes 2000", "s&p 500", "csi 300", "g20", "g7", "c40", "re100", "ep100", "ev100", "h shares", "a shares", "1.5°c pathway", "1.5°c scenario", "1.5°c-aligned", "1.5°c target", "1.5°c goal", "2°c scenario", "2°c pathway", "well-below 2°c", "well below 2°c", "30·60", "“3060”", "\"3060\"", "one-stop", "one stop", "second-hand", "second to none", "two-way", "three-dimensional", "first-class", "one-time", "one-off", "one belt one road", "one and all", "one another", "no one", "anyone", "someone", "everyone", "first half", "second half", "in the first place", "one of", "one or more", "at one", "day one", "number one", "as one", "one-on-one", "one-to-one", "one by one", "first-half", "half-year", "half year", "half-yearly", "on the one hand", "two-thirds majority", "zero waste", "zero-waste", "zero carbon", "zero-carbon", "zero tolerance", "zero-tolerance", "zero-emission", "zero emission", "zero hunger", "net zero", "net-zero", "carbon zero", "zero covid", "ground zero", "second half", "third party", "third-party", "third parties", "fourth industrial", "third world", "one day", "one year later", "one planet", "one health", "vision 2030", "agenda 2030", "2030 agenda", "double materiality", "double-materiality", "double counting", "double-counting", "double-digit", "double digit", "single-digit", "triple bottom line", "triple-a", "double-check", "two-tier", "three lines of defence", "three lines of defense", "three lines model", "half-life", "half-hearted", "quarterly", "one third party",
	// Chinese
	"万千", "千万家", "千家万户", "千千万万", "万众", "万物", "万一", "万能", "万科", "万达", "万方", "万国", "万象", "亿万", "亿量级", "百姓", "百花", "百货", "百度", "百科", "百家争鸣", "百年大计", "百年企业", "千方百计", "千禧", "千里", "十分重视", "十分重要", "十分注重", "十分关注", "十分关键", "十分必要", "十足", "十全十美", "十四五", "十三五", "十二五", "十五五", "二十大", "十九大", "十八大", "三中全会", "四中全会", "五中全会", "六中全会", "双碳", "双循环", "双减", "双十一", "双十二", "双高", "双方", "双向", "双重", "双边", "双语", "双赢", "双创", "双一流", "双控", "双积分", "双师", "双层", "双面", "30•60", "3060目标", "3060双碳", "3060战略", "3060愿景", "30-60目标", "一公里", "最后一公里", "最后1公里", "最初一公里", "一米", "零距离", "零容忍", "零碳", "零售", "零部件", "零件", "零工", "零星", "零食", "零钱", "零散", "零浪费", "零废弃", "零排放", "净零", "近零", "零起点", "零门槛", "零接触", "零信任", "零事故目标", "归零", "清零", "一带一路", "一体", "一体化", "一站式", "一切", "一些", "一般", "一定", "一样", "一直", "一致", "一起", "一旦", "一方面", "另一方面", "一系列", "一线", "一流", "一贯", "一步", "进一步", "统一", "唯一", "之一", "单一", "同一", "万一", "第一", "首一", "一次性", "一同", "一并", "一律", "一经", "一再", "一时", "一向", "一度", "一边", "一面", "一代", "新一代", "下一代", "上一代", "下一步", "下一阶段", "上一", "下一", "每一", "某一", "这一", "那一", "任一", "一如既往", "一以贯之", "一心", "一手", "一线城市", "一汽", "一下", "一会", "一生", "一共", "一行", "一对一", "一把手", "一票否决", "一网通", "一卡通", "一张网", "一盘棋", "一揽子", "一窗", "一码", "一户一", "一人一", "一企一", "一村一", "一县一", "一岗双责", "二维码", "二手", "二次", "二期", "二级市场", "二氧化", "二噁英", "二胎", "二代", "二线", "二者", "两会", "两岸", "两山", "两高", "两者", "两种", "两极", "两化", "两非", "两癌", "两地", "两侧", "两端", "两翼", "三农", "三方", "第三方", "三者", "三亚", "三峡", "三废", "三包", "三北", "三江", "三明", "三星", "三同时", "三重一大", "三会一层", "三会", "三角", "三角洲", "三维", "三元", "三体", "三级", "三甲", "三证", "三位一体", "三支一扶", "三品一标", "三聚", "四川", "四季", "四周", "四处", "四化", "四氟", "四大行", "四氯", "四环", "四肢", "五一", "五台山", "五险一金", "五四", "五金", "五粮", "五湖四海", "五星", "五保", "五育", "六安", "六一", "六稳", "六保", "六氟化", "六价", "六五", "七夕", "七一", "八一", "八达", "八项规定", "九江", "九州", "九龙", "九寨", "九三", "半导体", "半径", "半年报", "半年度", "半成品", "半程", "半岛", "几乎", "几何", "数字", "数据", "数量", "数值", "数智", "数学", "数额", "参数", "数控", "数码", "十一黄金周", "百日", "百分百", "百强", "500强", "100强", "50强", "10强", "世界500强", "财富500强", "前十", "前三", "前五", "前10", "top10", "千人计划", "万人计划", "一五", "二五", "三五", "四五", "万元户", "一元化", "二元", "多元", "三元锂", "三元材料", "单元", "半导", "千帆", "千兆端口", "千兆光", "千兆网", "千兆宽", "千兆以", "千兆用", "双千兆", "万兆端口", "万兆网", "百兆网", "千鸟", "千岛", "千古", "千年", "千禧", "万里", "万年", "万事", "万家灯火", "万分感谢", "万分感激", "万分荣幸", "万分重要", "万分必要", "十字", "十堰", "九九", "八方", "四方", "七彩", "五彩", "五谷", "六合", "三三", "三思", "三令五申", "一丝", "一刻", "一键", "一脉", "一路", "一齐", "一番", "一概", "一旁", "一条龙", "一道", "一层", "一级", "二级", "一类", "二类", "三类", "一等奖", "二等奖", "三等奖", "一季", "二季", "三季", "四季", "陆续", "陆地", "陆上", "登陆", "大陆", "内陆", "陆运", "陆家嘴", "陆军", "着陆", "参与", "参加", "参考", "参见", "参照", "参观", "参股", "参保", "参会", "参展", "参数", "参赛", "伍德", "队伍", "入伍", "退伍", "拾取", "收拾", "肆意", "放肆", "苏伍", "两江", "四维", "百万工程", "千村示范", "千万工程", "百万大军", 
	// Korean
	"한편", "한도", "한 해", "한해", "한 번", "한번", "한 단계", "한 걸음", "한 차원", "한 층", "한 사람", "한 곳", "한눈", "한때", "네 번째", "두 번째", "세 번째", "일자리",
] as const;
