/**
 * Neutrality as an achievement. Each entry is a fragment of a regular expression over folded text: Chinese in simplified
 * characters, one width, Latin letters without case.
 */

/** The words themselves. */
export const neutralityTerms = [
	"(?:carbon|climate|co2|ghg|greenhouse gas)[- ]neutral(?:ity)?(?![A-Za-z])",
	"net[- ]zero(?: (?:carbon|ghg|greenhouse gas|co2))?(?: emissions?)?(?![A-Za-z])",
	"碳中和|气候中和|净零(?:碳)?(?:排放)?",
	"탄소 ?중립|기후 ?중립|넷 ?제로|순 ?배출(?:량)? ?'?제로'?",
] as const;

/** Behind the word: it is part of a name or a plan (net zero target, carbon neutral bond, 碳中和债券, 탄소중립기본법). */
export const neutralityNames = [
	" (?:bonds?|funds?|standards?|targets?|goals?|ambitions?|commitments?|pledges?|plans?|planning|pathways?|roadmaps?|strateg|transitions?|scenarios?|journey|agenda|alliance|banking|insurance|assets?|initiatives?|polic|act\\b|law\\b|econom|world|future|societ|energy|aligned|alignment|vision|objectives?|aspirations?|programmes?|programs?|projects?|actions?|frameworks?|tools?|week|forum|summit|conference|data|guid|definition|claims?|labels?|index|solutions?|consult|by\\b|milestones?|progress|work|steering|taskforce|task force|committee|certificat|technolog|research)",
	'[”"」]?(?:目标|路径|路线|战略|策略|愿景|行动|债|基金|规划|承诺|工作|标准|计划|方案|进程|政策|论坛|峰会|咨询|服务|技术|解决方案|管理|转型|之路|事业|研究|大会|联盟|倡议|宣言|白皮书|要求|理念|背景|领域|主题|中心|学院|市场|相关|、?碳达峰)',
] as const;

/** In front of the word: it is the national policy's name. */
export const policyBefore = ["碳达峰(?:碳)?[、,·和与及”“ ]{0,3}$", "双碳.{0,4}$", "30·60.{0,6}$", "30\\/60.{0,6}$"] as const;

/** English: verbs in front of the word by which it is achieved. */
export const achievedBefore = [
	"\\b(?:achieved|reached|attained|maintained|secured|reali[sz]ed|accomplished|retained|sustained)\\b[^;:.]{0,60}$",
	"\\b(?:(?:has|have|had) (?:become|been|gone|remained|stayed)|became|remains?|remained|went|is|are|was|were|stays?|stayed)(?: (?:already|now|fully|again|also|both|100%|certified(?: as)?|the (?:first|only)|a|an|entirely|still|effectively|operationally|officially|completely))* $",
	"\\bcertified (?:as )?$",
	"\\b(?:launched|opened|unveiled|inaugurated|hosted|held|built|completed|introduced)(?: (?:our|its|the|a|an|two|three|four|five))?(?: (?:first|new|own|world's|country's|region's|industry's|second|third))* $",
	"\\bour(?: (?:first|own|new))? $",
] as const;

/** Behind "our carbon neutral" and "opened a carbon neutral": what can be neutral. */
export const neutralThings = [
	"^ (?:operations?|compan(?:y|ies)|business|headquarters|offices?|data cent(?:re|er)s?|factor(?:y|ies)|plants?|sites?|stores?|buildings?|branch(?:es)?|campus(?:es)?|fleets?|products?|services?|shipping|deliver(?:y|ies)|events?|conferences?|hosting|cloud|banks?)(?![A-Za-z])",
] as const;

/** Behind the word: it was achieved. */
export const achievedBehind = [
	"^ (?:was|were|has been|have been|had been) (?:first |already |again |fully |also )?(?:achieved|reached|attained|maintained|certified|reali[sz]ed|obtained)(?![A-Za-z])",
	"^ (?:since|as of) (?:\\w+ )?(?:19|20)\\d\\d",
	// Korean
	"^(?: ?\\([^()]{1,20}\\))?(?: ?상태)?(?:을|를)? ?(?:[가-힣]{1,6} ){0,2}(?:달성|실현|완료|구현|유지)(?:했|하였|됐|되었|한(?!다| 후| 뒤)|해 ?왔|하고 있)",
	"^(?: ?\\([^()]{1,20}\\))?(?:을|를)? ?(?:이뤘|이뤄냈|이루었|이루어냈|이룩했)",
	"^ ?(?:기업|은행|사업장|공장|건물|데이터 ?센터|제품)(?:이|가|으로)? ?(?:되었|됐|거듭났|전환했|인증)",
	"^ ?(?:인증서?|검증서?)(?:을|를)? ?(?:획득했|획득하였|취득했|취득하였|받았|수여받)",
] as const;

/** Chinese, in front of the word: what says that it has happened, the verb, and what may stand between them and the word. */
export const achievedChinese = [
	"(?:已|已经|均已|全面|首次|首家|率先|成功|提前|连续[^，。；]{0,4}年?|再次|持续保持|报告期内?|至今|累计|正式)[^，。；制发提设启开明建公编形加签纳]{0,14}(?:实现|达成|达到|做到|取得|完成|保持|维持)[^，。；]{0,24}$",
	"(?:实现|达成|达到|做到|取得|完成|保持)了[^，。；]{0,24}$",
	"(?:建成|落成|投运|投产|揭牌|打造了|建设了|推出了|成为了?|评为|获评|被授予|荣获)[^，。；]{0,16}$",
	"获(?:得|颁|取)?了?[^，。；]{0,20}$",
] as const;
/** Behind the word, for the last two of these: what can be neutral, or the certificate of it. */
export const neutralThingsChinese = [
	'^[”"」]?(?:示范)?(?:银行|企业|公司|工厂|园区|机构|网点|支行|大楼|建筑|数据中心|产品|会议|活动|场馆|门店|单位|社区|航班|景区|酒店)',
	"^[^，。；]{0,6}(?:认证|证书|核查声明|声明书)",
] as const;
/** A past year as the only sign that it has happened: 2022年实现运营碳中和. The first group is the year. */
export const pastYearChinese =
	"((?:19|20)\\d\\d)年(?:度|全年|上半年|底|末)?[^，。；制发提设启开明建公编形加签纳]{0,14}(?:实现|达成|达到|做到)[^，。；]{0,24}$";

/** In the same clause: it is a wish, a duty, a question, a denial, or somebody else's. */
export const notAchieved = [
	"\\b(?:not|never|no|yet to|(?:is|are|has|have|needs?|going) to be|to (?:help|achieve|reach|become)|will|would|should|shall|must|can|could|may (?:be|become|have|not)|might|until|if|when|once|unless|whether|aim|aims|aiming|target|targets|goals?|ambitions?|commit|commits|committed|pledge|pledged|plans?|planned|planning|strive|striving|towards?|before (?:19|20)\\d\\d|expected|hopes?|intend|intends|means|defined|called|promises?|vision|roadmap|pathway|half ?way|steps?|progress)\\b",
	"将|拟|(?<![重主需])要|力争|争取|目标|计划|规划|承诺|致力|努力|推动|助力|助推|促进|推进|为实现|为了|围绕|有望|预计|预期|年前|之前|以前|着力|旨在|愿景|路径|路线|如何|怎样|朝着|迈向|加快|加速|逐步|尽早|早日|最终|希望|探索|响应|落实|应对|未(?!来)|未来|尚|没有|无法|不能|能否|是否|若|如果|一旦|确保|必须|应当|可以|能够|以实现|意味|所谓|指的是|进展|阶段性",
	"목표|계획|예정|위해|위한|않|못|하겠|할 것|하고자|선언|약속|전략|로드맵|추진|노력|방안|의미|이란",
] as const;

/** In the same clause: it is a country's, a customer's, an industry's. */
export const othersNeutrality = [
	"\\b(?:countries|country|cities|city|governments?|the eu|europe|the world|globally|global (?:economy|society|emissions)|the industry|the sector|suppliers?|customers?|clients?|peers|competitors|helped|helping|enabled|society|economy|nations?)\\b",
	"国家(?!级)|我国|全球(?!.{0,4}(?:首|运营|业务))|全社会|城市(?!商业银行)|客户|供应商|合作伙伴|欧盟|各国|政府|帮助|支持|服务于|赋能|协助|带动",
	"국가|정부|우리나라|전 ?세계|도시|고객|협력사|지원|도와|돕",
] as const;

/** What a reader needs beside the word: the credits and who verified. The emissions are a figure. */
export const offsetWords = [
	"\\boffset(?:s|ting)?\\b|\\bcarbon credits?\\b|\\bcredits? (?:were |was )?(?:retired|cancelled|canceled|purchased|bought)|\\bretired? [^.]{0,40}credits?|\\bremovals?\\b|\\bcarbon sinks?\\b|\\b(?:CCERs?|VERs?|VCUs?|CERs?|VCS|I-?RECs?)\\b|\\bGold Standard\\b|\\bVerra\\b",
	"抵消|抵销|碳汇|碳信用|碳权|碳减排量|自愿减排|核证|CDCER|中和剩余",
	"상쇄|크레딧|배출권|흡수량|감축실적|외부 ?감축",
] as const;
export const verifierWords = [
	"\\b(?:verified|verification|verifiers?|verifies|assured|assurance|audited|auditors?|certified|certification|certificate|validated|third[- ]party|PAS ?2060|ISO ?14068)\\b",
	"核查|鉴证|审验|认证|验证|查证|第三方|证书|确信",
	"검증|인증|제3자|제삼자|심사",
] as const;
