/** What hovers, quick-fixes and messages say, in the languages of messages. */
import type { Verdict } from "../core/claims/evidence.ts";
import type { Aspect } from "../core/claims/explain.ts";
import type { MessageLanguage, Qualifier } from "../core/model.ts";
import { settleParticles } from "../core/text/koreanParticles.ts";
import type { NotCheckworthy } from "./why.ts";

interface VerdictWords {
	/** Two or three words: what became of the figure. */
	readonly title: string;
	/** The rest of the sentence. `{claim}` is the claim's quantity in the draft's language, `{period}`, `{entity}` and
	 * `{formula}` what they say. */
	readonly reason: string;
}

export interface Words {
	readonly verdicts: Readonly<Record<Verdict, VerdictWords>>;
	/** Why a figure is not checked, in a sentence. */
	readonly notCheckworthy: Readonly<Record<NotCheckworthy, string>>;
	/** Of an unsupported figure that something comes near to: `{aspects}` are those in which it differs. */
	readonly nearest: string;
	/** The same where it cannot be told whether the two are about the same: `{aspects}` are those that are not known. */
	readonly nearestUnknown: string;
	/** Of an unsupported figure that nothing comes near to. */
	readonly nothingNear: string;
	/** Heads the claims that a figure was compared with. */
	readonly why: string;
	readonly aspects: Readonly<Record<Aspect, string>>;
	readonly qualifiers: Readonly<Record<Qualifier, string>>;
	/** `{amount}` at `{rate}`, with the rate's name. */
	readonly converted: string;
	/** Before further sources that say the same. */
	readonly also: string;
	/** Between items of a list. */
	readonly comma: string;
	/** Between the last two. */
	readonly and: string;
	/** Stands where a source does not say. */
	readonly noPeriod: string;
	readonly ignore: string;
	readonly ignoreReason: string;
	readonly fixAll: string;
}

export const words: Readonly<Record<MessageLanguage, Words>> = {
	en: {
		verdicts: {
			supported: { title: "Supported", reason: "The source says {claim}." },
			derived: { title: "Supported", reason: "It follows from supported figures: {formula}." },
			"scale-slip": { title: "Scale slip", reason: "The source says {claim}; the draft is off by a power of ten." },
			"mismatched-unit": { title: "Wrong unit", reason: "The source says {claim}." },
			"target-as-result": { title: "Target, not result", reason: "The source states {claim} as a goal." },
			"period-mismatch": { title: "Another period", reason: "In the source it is the figure {period}." },
			"cumulative-as-annual": { title: "Running total", reason: "The source's figure is cumulative, not one period's." },
			"entity-mismatch": { title: "Another organisation", reason: "The source says this of {entity}." },
			"contradicted-figure": { title: "Contradicted", reason: "The source says {claim}." },
			"qualifier-drift": { title: "Qualifier differs", reason: "The source says {claim}." },
			"excess-precision": { title: "Too precise", reason: "The source says no more than {claim}." },
			"unsupported-figure": { title: "Unsupported", reason: "No claim in the database backs this figure." },
			"not-check-worthy": { title: "Not checked", reason: "A figure of this kind needs no source." },
		},
		notCheckworthy: {
			date: "A date needs no source.",
			period: "A period needs no source.",
			identifier: "It names something (a code, an ordinal, a standard) and states no quantity.",
			duration: "A length of time needs no source.",
			bare: "A number without a unit is a name or a place more often than a quantity.",
			idiom: "It is a way of speaking, not a quantity that a reader would look up.",
		},
		nearest: "No claim in the database backs this figure; the nearest differs in {aspects}.",
		nearestUnknown:
			"No claim in the database backs this figure; the nearest may be about something else, for lack of a known {aspects}.",
		nothingNear: "Nothing in the sources comes near it.",
		why: "Why",
		aspects: {
			entity: "entity",
			measure: "measure",
			period: "period",
			kind: "kind",
			unit: "unit",
			value: "value",
			qualifier: "qualifier",
		},
		qualifiers: {
			exact: "exact",
			about: "about",
			"more-than": "more than",
			"at-least": "at least",
			"less-than": "less than",
			"at-most": "at most",
			nearly: "nearly",
			between: "between",
		},
		converted: "≈ {amount} at {rate}",
		also: "Also:",
		comma: ", ",
		and: " and ",
		noPeriod: "without a period",
		ignore: "Ignore {rule} here, with a reason",
		ignoreReason: "reason",
		fixAll: "Apply all safe Tickmark fixes",
	},
	zh: {
		verdicts: {
			supported: { title: "有来源支持", reason: "来源为{claim}。" },
			derived: { title: "有来源支持", reason: "由有来源的数字推得：{formula}。" },
			"scale-slip": { title: "数量级有误", reason: "来源为{claim}，草稿差了十的整数次幂。" },
			"mismatched-unit": { title: "单位有误", reason: "来源为{claim}。" },
			"target-as-result": { title: "目标，并非结果", reason: "来源将{claim}作为目标。" },
			"period-mismatch": { title: "期间不同", reason: "来源中这一数字属于{period}。" },
			"cumulative-as-annual": { title: "累计数", reason: "来源中的数字是累计数，并非某一期间的数字。" },
			"entity-mismatch": { title: "主体不同", reason: "来源中这一数字属于{entity}。" },
			"contradicted-figure": { title: "与来源矛盾", reason: "来源为{claim}。" },
			"qualifier-drift": { title: "限定词不同", reason: "来源为{claim}。" },
			"excess-precision": { title: "精度过高", reason: "来源只说{claim}。" },
			"unsupported-figure": { title: "缺少来源", reason: "数据库中没有支持这一数字的声明。" },
			"not-check-worthy": { title: "不检查", reason: "这类数字不需要来源。" },
		},
		notCheckworthy: {
			date: "日期不需要来源。",
			period: "期间不需要来源。",
			identifier: "它是名称（代码、序号、标准号），并非数量。",
			duration: "时长不需要来源。",
			bare: "没有单位的数字多半是名称或位置，而不是数量。",
			idiom: "这是惯用说法，并非读者会去核对的数量。",
		},
		nearest: "数据库中没有支持这一数字的声明；最接近的一条在{aspects}上不同。",
		nearestUnknown: "数据库中没有支持这一数字的声明；{aspects}不明，无法确定最接近的一条是否与之相同。",
		nothingNear: "来源中没有与之相近的数字。",
		why: "依据",
		aspects: { entity: "主体", measure: "指标", period: "期间", kind: "类型", unit: "单位", value: "数值", qualifier: "限定词" },
		qualifiers: {
			exact: "确数",
			about: "约",
			"more-than": "超过",
			"at-least": "不少于",
			"less-than": "不到",
			"at-most": "至多",
			nearly: "近",
			between: "介于",
		},
		converted: "≈ {amount}，按 {rate}",
		also: "另见：",
		comma: "、",
		and: "和",
		noPeriod: "未注明期间",
		ignore: "在此忽略 {rule}，并注明理由",
		ignoreReason: "理由",
		fixAll: "应用 Tickmark 的所有安全修正",
	},
	ko: {
		verdicts: {
			supported: { title: "출처 확인", reason: "출처에는 {claim}(으)로 나옵니다." },
			derived: { title: "출처 확인", reason: "출처가 있는 수치에서 도출됩니다: {formula}." },
			"scale-slip": { title: "자릿수 오류", reason: "출처에는 {claim}(으)로 나옵니다. 초안은 10의 거듭제곱만큼 다릅니다." },
			"mismatched-unit": { title: "단위 오류", reason: "출처에는 {claim}(으)로 나옵니다." },
			"target-as-result": { title: "실적이 아닌 목표", reason: "출처에서는 {claim}을(를) 목표로 제시합니다." },
			"period-mismatch": { title: "다른 기간", reason: "출처에서는 {period} 수치입니다." },
			"cumulative-as-annual": { title: "누적 수치", reason: "출처의 수치는 한 기간이 아니라 누적입니다." },
			"entity-mismatch": { title: "다른 주체", reason: "출처에서는 {entity}의 수치입니다." },
			"contradicted-figure": { title: "출처와 모순", reason: "출처에는 {claim}(으)로 나옵니다." },
			"qualifier-drift": { title: "한정어 차이", reason: "출처에는 {claim}(으)로 나옵니다." },
			"excess-precision": { title: "지나친 정밀도", reason: "출처에는 {claim}(으)로만 나옵니다." },
			"unsupported-figure": { title: "출처 없음", reason: "데이터베이스에 이 수치를 뒷받침하는 주장이 없습니다." },
			"not-check-worthy": { title: "확인 대상 아님", reason: "이런 종류의 수치는 출처가 필요하지 않습니다." },
		},
		notCheckworthy: {
			date: "날짜에는 출처가 필요하지 않습니다.",
			period: "기간에는 출처가 필요하지 않습니다.",
			identifier: "수량이 아니라 이름(코드, 순번, 표준 번호)입니다.",
			duration: "시간의 길이에는 출처가 필요하지 않습니다.",
			bare: "단위가 없는 숫자는 수량보다 이름이나 위치인 경우가 많습니다.",
			idiom: "독자가 찾아볼 수량이 아니라 관용 표현입니다.",
		},
		nearest: "데이터베이스에 이 수치를 뒷받침하는 주장이 없습니다. 가장 가까운 것도 {aspects}이(가) 다릅니다.",
		nearestUnknown:
			"데이터베이스에 이 수치를 뒷받침하는 주장이 없습니다. {aspects}을(를) 알 수 없어 가장 가까운 것도 같은 내용인지 알 수 없습니다.",
		nothingNear: "출처에 이와 가까운 수치가 없습니다.",
		why: "근거",
		aspects: { entity: "주체", measure: "지표", period: "기간", kind: "유형", unit: "단위", value: "값", qualifier: "한정어" },
		qualifiers: {
			exact: "정확한 값",
			about: "약",
			"more-than": "초과",
			"at-least": "이상",
			"less-than": "미만",
			"at-most": "이하",
			nearly: "가까이",
			between: "사이",
		},
		converted: "≈ {amount}, {rate} 적용",
		also: "다른 출처:",
		comma: ", ",
		and: ", ",
		noPeriod: "기간 미기재",
		ignore: "이유를 적고 여기서 {rule} 무시",
		ignoreReason: "이유",
		fixAll: "안전한 Tickmark 수정 모두 적용",
	},
};

/** Fills `{name}` places of a sentence. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
	return settleParticles(template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place));
}
