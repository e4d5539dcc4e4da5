/**
 * Avoided emissions set against the footprint. Each entry is a fragment of a regular expression over folded text: Chinese in
 * simplified characters, one width, Latin letters without case.
 */

/** Emissions that others save: customers, users of a product, borrowers. */
export const avoidedWords = [
	"avoided (?:ghg |carbon |co2 |greenhouse gas )?emissions?|emissions avoided|avoided carbon|carbon handprint|handprint|scope 4(?: emissions)?|(?:emissions?|carbon|co2e?) (?:that )?(?:our )?(?:customers|clients|users|borrowers) (?:avoided|saved)|(?:customers?|clients?|users?|borrowers?)(?:['’]s?)? (?:emission |carbon )?(?:reductions?|savings?)",
	"避免(?:的)?(?:碳|温室气体|二氧化碳)?排放(?:量)?|(?:客户|用户|借款人|项目)(?:的)?(?:碳)?减排(?:量|效益|成果)?|带动(?:客户|用户|社会)?减排(?:量)?|间接减排(?:量)?|碳手印|绿色信贷(?:项目)?(?:的)?减排(?:量)?|融资项目(?:的)?减排(?:量)?",
	"회피 ?(?:된 ?)?(?:온실가스 ?|탄소 ?)?배출(?:량)?|(?:고객|이용자|사용자|차주)(?:사)?(?:의)? ?(?:온실가스 ?|탄소 ?|배출 ?)?(?:감축|절감)(?:량|분|실적)?",
] as const;

/** In front of the words for avoided emissions: they are taken off an amount. The footprint is named in the same sentence. */
export const nettedBefore = [
	"\\b(?:net of|less|minus|after (?:deducting|subtracting|netting(?: off)?|taking off|offsetting)|deducting|subtracting|netting(?: off)?|offset by|reduced by|counterbalanced by|compensated by) (?:the |our |all |these |those )?(?:[a-z]+ ){0,2}$",
	"(?:扣除|减去|抵减|冲减|扣减|抵扣)(?:了)?[^，。；]{0,10}$",
] as const;

/** Behind the words for avoided emissions: they are set against the reporter's own. */
export const nettedBehind = [
	"^[^;:.]{0,40}\\b(?:offset|offsets|offsetting|outweigh|outweighs|outweighed|cancel(?:s|led)? out|compensates? for|compensated for|neutralis\\w+|neutraliz\\w+|net against|netted against|deducted from|subtracted from|set against|reduced?|lower(?:s|ed)?|cut)\\b[^;:.]{0,30}\\b(?:our|its|the (?:company|group|bank)['’]s?) (?:own |total |overall |net |carbon |operational |ghg |scope [123](?: and [123])? )*(?:footprint|emissions)\\b",
	"^[^，。；]{0,12}(?:抵消|抵减|冲抵|抵扣|扣减|中和|对冲)(?:了)?[^，。；]{0,10}(?:我们|自身|公司|本行|集团|我行|运营|经营)[^，。；]{0,10}(?:排放|碳足迹)",
	"^[^,.;]{0,20}(?:당사|자사|우리|회사|그룹|자체|사업장)[^,.;]{0,16}배출(?:량)?[^,.;]{0,10}(?:상쇄|차감|중화|공제)",
	"^(?:을|를|만큼)? ?(?:상쇄|차감|공제)(?:하|한|했|분|해)",
] as const;

/** Further on in the sentence, behind a comma: the reporter's own footprint is said to have become smaller by it. */
export const countedAsOwn = [
	"\\b(?:reducing|lowering|cutting|shrinking|offsetting|which (?:reduced|lowered|cut|offset)|thereby (?:reduced|reducing|lowering|cutting)|and so (?:reduced|cut|lowered)|thus (?:reducing|lowering|cutting)) (?:our|its|the (?:company|group|bank)['’]s?) (?:own |total |overall |net |carbon |operational |ghg )*(?:footprint|emissions)\\b",
	"[，；](?:从而|因此|由此|进而)?(?:降低|减少|抵消|缩减)(?:了)?(?:我们|自身|公司|本行|集团|我行)(?:的)?(?:运营|经营|自身)?(?:的)?(?:碳足迹|碳排放|排放)",
] as const;

/** What the avoided emissions are set against must be named where they are only "less" or "net of". */
export const footprintWords = ["\\b(?:footprint|emissions|total)\\b", "排放|碳足迹", "배출|탄소발자국"] as const;

/** It is said that they are not netted, or the sentence explains the rule. */
export const notNetted = [
	"\\b(?:not|never|separately|do not|does not|cannot|must not|should not|nor|without|excluded|excluding|no)\\b",
	"不(?!断|仅|但)|未(?!来)|单独|另行|不得|不计入|没有|无",
	"않|별도|제외|없|못",
] as const;
