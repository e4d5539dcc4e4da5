/** How quantities are printed in each language. Data only. `zh` is simplified; `traditional` gives what differs. */

/** Currencies by the sign or words a report uses; any other is its ISO code, before the number in English, behind it else. */
export const currencyNames = {
	CNY: { en: "RMB ", zh: "元人民币", ko: " 위안" },
	USD: { en: "US$", zh: "美元", ko: " 달러" },
	HKD: { en: "HK$", zh: "港元", ko: " 홍콩 달러" },
	TWD: { en: "NT$", zh: "新台币", ko: " 대만 달러" },
	EUR: { en: "EUR ", zh: "欧元", ko: " 유로" },
	GBP: { en: "GBP ", zh: "英镑", ko: " 파운드" },
	JPY: { en: "JPY ", zh: "日元", ko: " 엔" },
	KRW: { en: "KRW ", zh: "韩元", ko: "원" },
	SGD: { en: "S$", zh: "新加坡元", ko: " 싱가포르 달러" },
	AUD: { en: "A$", zh: "澳元", ko: " 호주 달러" },
	CAD: { en: "C$", zh: "加元", ko: " 캐나다 달러" },
} satisfies Record<string, { en: string; zh: string; ko: string }>;

/** Units whose symbol is not what a sentence prints. A space belongs where it is written. */
export const unitNames = {
	"%": { en: "%", zh: "%", ko: "%" },
	"‰": { en: "‰", zh: "‰", ko: "‰" },
	pp: { en: " percentage points", zh: "个百分点", ko: "%포인트" },
	bp: { en: " basis points", zh: "个基点", ko: "bp" },
	x: { en: " times", zh: "倍", ko: "배" },
	t: { en: " tonnes", zh: "吨", ko: "톤" },
	kg: { en: " kg", zh: "千克", ko: "kg" },
	tCO2: { en: " tCO2", zh: "吨二氧化碳", ko: "tCO2" },
	tCO2e: { en: " tCO2e", zh: "吨二氧化碳当量", ko: "tCO2e" },
	tce: { en: " tce", zh: "吨标准煤", ko: "tce" },
	kWh: { en: " kWh", zh: "千瓦时", ko: "kWh" },
	MWh: { en: " MWh", zh: "兆瓦时", ko: "MWh" },
	m2: { en: " m²", zh: "平方米", ko: "m²" },
	m3: { en: " m³", zh: "立方米", ko: "m³" },
	ha: { en: " ha", zh: "公顷", ko: "ha" },
	mu: { en: " mu", zh: "亩", ko: "무" },
	km: { en: " km", zh: "公里", ko: "km" },
	h: { en: " hours", zh: "小时", ko: "시간" },
	day: { en: " days", zh: "天", ko: "일간" },
	week: { en: " weeks", zh: "周", ko: "주" },
	month: { en: " months", zh: "个月", ko: "개월" },
	year: { en: " years", zh: "年", ko: "년" },
	"°C": { en: " °C", zh: "℃", ko: "℃" },
} satisfies Record<string, { en: string; zh: string; ko: string }>;

/** Counts: what follows the number. English makes a plural of the unit itself. */
export const countNames = {
	enterprise: { zh: "家企业", ko: "개 기업" },
	customer: { zh: "名客户", ko: "명의 고객" },
	user: { zh: "名用户", ko: "명의 사용자" },
	household: { zh: "户家庭", ko: "가구" },
	employee: { zh: "名员工", ko: "명의 직원" },
	person: { zh: "人", ko: "명" },
	"person-time": { zh: "人次", ko: "명" }, // Korean says 연인원 before the number
	member: { zh: "名成员", ko: "명의 멤버" },
	student: { zh: "名学生", ko: "명의 학생" },
	bank: { zh: "家银行", ko: "개 은행" },
	institution: { zh: "家机构", ko: "개 기관" },
	committee: { zh: "个委员会", ko: "개 위원회" },
	school: { zh: "所学校", ko: "개 학교" },
	province: { zh: "个省", ko: "개 성" },
	county: { zh: "个县", ko: "개 현" },
	server: { zh: "台服务器", ko: "대의 서버" },
	vehicle: { zh: "辆车", ko: "대의 차량" },
	tree: { zh: "棵树", ko: "그루의 나무" },
	sheet: { zh: "张纸", ko: "장의 종이" },
	loan: { zh: "笔贷款", ko: "건의 대출" },
	transaction: { zh: "笔交易", ko: "건의 거래" },
	share: { zh: "股", ko: "주" },
	project: { zh: "个项目", ko: "개 프로젝트" },
	solution: { zh: "个解决方案", ko: "개 솔루션" },
	application: { zh: "个应用", ko: "개 애플리케이션" },
	meal: { zh: "份餐", ko: "끼" },
	supplier: { zh: "家供应商", ko: "개 공급업체" },
	machine: { zh: "台设备", ko: "대의 장비" },
	case: { zh: "起事件", ko: "건" },
	time: { zh: "次", ko: "회" },
	item: { zh: "个", ko: "개" },
	site: { zh: "个场所", ko: "개 사업장" },
	country: { zh: "个国家", ko: "개국" },
	city: { zh: "个城市", ko: "개 도시" },
} satisfies Record<string, { zh: string; ko: string }>;

/** Words of a qualifier before and behind a figure, spaces included. */
export const qualifierNames = {
	exact: { en: ["", ""], zh: ["", ""], ko: ["", ""] },
	between: { en: ["", ""], zh: ["", ""], ko: ["", ""] },
	about: { en: ["about ", ""], zh: ["约", ""], ko: ["약 ", ""] },
	"more-than": { en: ["over ", ""], zh: ["超过", ""], ko: ["", " 초과"] },
	"at-least": { en: ["at least ", ""], zh: ["", "以上"], ko: ["", " 이상"] },
	"less-than": { en: ["less than ", ""], zh: ["不到", ""], ko: ["", " 미만"] },
	"at-most": { en: ["up to ", ""], zh: ["", "以下"], ko: ["", " 이하"] },
	nearly: { en: ["nearly ", ""], zh: ["近", ""], ko: ["거의 ", ""] },
} as const satisfies Record<string, Record<"en" | "zh" | "ko", readonly [string, string]>>;

/** Traditional forms of the characters that the tables above print. */
// biome-ignore format: a table reads best in rows
export const traditional = {
	万: "萬", 亿: "億", 币: "幣", 欧: "歐", 镑: "鎊", 韩: "韓", 点: "點", 个: "個", 吨: "噸", 当: "當", 标: "標", 准: "準", 时: "時", 顷: "頃", 亩: "畝", 里: "里", 周: "週", 企: "企", 业: "業", 户: "戶", 员: "員", 学: "學", 银: "銀", 机: "機", 构: "構", 会: "會", 省: "省", 县: "縣", 服: "服", 务: "務", 辆: "輛", 车: "車", 树: "樹", 张: "張", 纸: "紙", 笔: "筆", 贷: "貸", 项: "項", 应: "應", 决: "決", 设: "設", 备: "備", 场: "場", 国: "國", 约: "約", 过: "過", 台: "臺", 瓦: "瓦", 基: "基", 碳: "碳", 质: "質", 动: "動", 众: "眾", 数: "數",
} satisfies Record<string, string>;
