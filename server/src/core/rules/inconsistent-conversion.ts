import { basisNames } from "../../../data/rates/wording.ts";
import type { Inconsistency } from "../conversion/checkPair.ts";
import type { Pair } from "../conversion/pairs.ts";
import { isSourced, type NamedRate, type PlausibleRates } from "../conversion/plausibleRates.ts";
import { flip, inverse, printRatio, type Ratio } from "../conversion/rateInterval.ts";
import { documentRates } from "../conversion/statedRates.ts";
import type { Decimal } from "../decimal.ts";
import { printLike } from "../figures/printFigure.ts";
import { convert, findUnit } from "../figures/units.ts";
import type { Figure, Fix, MessageLanguage, Span } from "../model.ts";
import { type JudgedPair, judgedPairs, judgedTablePairs, printRounded } from "./conversionRule.ts";
import type { BlockFinding, Rule, RuleContext } from "./rule.ts";
import { nameSource, say } from "./say.ts";

/** A pair of figures of one amount whose printed digits leave no plausible rate, or no true factor, between them. */
export const inconsistentConversion: Rule = {
	id: "inconsistent-conversion",
	severity: "error",
	summary: "Two figures are given as the same amount in two currencies or units, and no plausible rate makes them so.",
	why: "A reader takes whichever of the two they know; if they differ, one of them is reported wrong.",
	/** Stated rates decide about pairs anywhere in the document. */
	dependsOn: (draft) =>
		documentRates(draft)
			.map(({ base, quote, rate }) => `${base}/${quote} ${rate}`)
			.join(" "),
	*check(context) {
		const stated = context.passages.flatMap((at) => [...judgedPairs(at, context)]);
		for (const judged of [...stated, ...judgedTablePairs(context)]) {
			const finding = report(judged, context);
			if (finding) {
				yield finding;
			}
		}
	},
};

/** A finding with what its words need. */
interface Found {
	readonly pair: Pair;
	readonly plausible: PlausibleRates;
	readonly inconsistency: Inconsistency;
	/** The figure that the finding covers, and the other. */
	readonly covered: Figure;
	readonly other: Figure;
	readonly language: MessageLanguage;
}

function report({ pair, places, evidence, plausible, inconsistency }: JudgedPair, context: RuleContext): BlockFinding | null {
	if (!plausible || !inconsistency) {
		return null;
	}
	const [first, second] = evidence;
	const firstIsWrong = second.verdict === "supported" && !isSourced(first);
	if (firstIsWrong && first.claims.length > 0) {
		// The source gives the second figure and contradicts the first: the finding about that says it better.
		return null;
	}
	const [covered, other] = firstIsWrong ? [pair.first, pair.second] : [pair.second, pair.first];
	const span = (figure: Figure): Span => context.source(places[figure === pair.first ? 0 : 1], figure);
	const found: Found = { pair, plausible, inconsistency, covered, other, language: context.settings.language };
	return {
		span: span(covered),
		message: message(found),
		fixes: fixes(found, span),
		claims: plausible.claims.map((claim) => claim.id),
		related: [{ span: span(other), message: relatedMessage(found) }],
	};
}

const isBelowOne = ({ numerator, denominator }: Ratio): boolean => numerator.compare(denominator) < 0;

/** What one figure of a pair should be at a rate, as a value in its own unit. */
function converted(pair: Pair, figure: Figure, { numerator, denominator }: Ratio): Decimal {
	const other = figure === pair.first ? pair.second : pair.first;
	const value = other.value as Decimal;
	const [from, to] = [findUnit(other.unit ?? ""), findUnit(figure.unit ?? "")];
	if (from?.offset && to?.offset) {
		return convert(value, from, to) ?? value;
	}
	const [above, below] = figure === pair.first ? [numerator, denominator] : [denominator, numerator];
	return value.times(above).dividedBy(below, 15);
}

function message(found: Found): string {
	const { inconsistency, covered, other, plausible, language } = found;
	const { slip } = inconsistency;
	const reason = because(found);
	// Which figure slipped cannot be told; words about the second are turned round for the first.
	const power = slip.kind === "power-of-ten" ? (covered === found.pair.second ? slip.power : -slip.power) : 0;
	if (power !== 0) {
		const times = new Intl.NumberFormat("en-US").format(10 ** Math.abs(power));
		return say(language, {
			en: `${covered.text} is ${times} times too ${power > 0 ? "large" : "small"} for ${other.text}: ${reason}. Check the scale word and correct one of them.`,
			zh: `${covered.text}相对${other.text}${power > 0 ? "大" : "小"}了${times}倍：${reason}。请核对数量级并改正其中一个。`,
			ko: `${covered.text}은(는) ${other.text}에 비해 ${times}배 ${power > 0 ? "큽니다" : "작습니다"}: ${reason}. 단위(만·억·조)를 확인하고 둘 중 하나를 고치세요.`,
		});
	}
	if (slip.kind === "factor") {
		return say(language, {
			en: `${covered.text} and ${other.text} are not the same amount: ${slip.slip.says.en}; ${reason}. Recompute one of them.`,
			zh: `${covered.text}与${other.text}不是同一数量：${slip.slip.says.zh}；${reason}。请重新换算其中一个。`,
			ko: `${covered.text}와(과) ${other.text}은(는) 같은 양이 아닙니다: ${slip.slip.says.ko}; ${reason}. 둘 중 하나를 다시 환산하세요.`,
		});
	}
	if (slip.kind === "inverted") {
		return say(language, {
			en: `${covered.text} is ${other.text} converted with the rate upside down: ${reason}. Recompute it.`,
			zh: `${covered.text}由${other.text}换算时汇率用反了：${reason}。请重新换算。`,
			ko: `${covered.text}은(는) ${other.text}에 환율을 거꾸로 적용한 값입니다: ${reason}. 다시 환산하세요.`,
		});
	}
	if (slip.kind === "transposed" && covered === found.pair.second) {
		const meant = printLike(slip.value, covered);
		return say(language, {
			en: `${covered.text} looks like ${meant} with two digits swapped: ${reason}. Correct it or recompute ${other.text}.`,
			zh: `${covered.text}像是${meant}的两位数字颠倒了：${reason}。请改正，或重新换算${other.text}。`,
			ko: `${covered.text}은(는) ${meant}에서 두 숫자가 뒤바뀐 것으로 보입니다: ${reason}. 고치거나 ${other.text}을(를) 다시 환산하세요.`,
		});
	}
	if (plausible.basis === "definition") {
		return say(language, {
			en: `${covered.text} and ${other.text} are not the same amount: ${reason}. Recompute one of them.`,
			zh: `${covered.text}与${other.text}不是同一数量：${reason}。请重新换算其中一个。`,
			ko: `${covered.text}와(과) ${other.text}은(는) 같은 양이 아닙니다: ${reason}. 둘 중 하나를 다시 환산하세요.`,
		});
	}
	return say(language, {
		en: `${covered.text} and ${other.text} are not the same amount: ${reason}. Recompute one of them, or state the rate.`,
		zh: `${covered.text}与${other.text}不是同一金额：${reason}。请重新换算其中一个，或写明汇率。`,
		ko: `${covered.text}와(과) ${other.text}은(는) 같은 금액이 아닙니다: ${reason}. 둘 중 하나를 다시 환산하거나 환율을 밝히세요.`,
	});
}

/** Why the pair cannot be right: the rate that it implies beside the rates that are plausible. */
function because({ pair, plausible, covered, other, language }: Found): string {
	if (plausible.basis === "definition") {
		const right = plausible.named[0] ? printConverted(pair, covered, plausible.named[0].rate) : "";
		return say(language, {
			en: `${other.text} is ${right}`,
			zh: `${other.text}等于${right}`,
			ko: `${other.text}은(는) ${right}입니다`,
		});
	}
	// Read as "1 USD = 6.87 CNY", whichever of the two is worth more.
	const turned = isBelowOne(plausible.shown.low);
	const [base, quote] = turned ? [pair.first.currency, pair.second.currency] : [pair.second.currency, pair.first.currency];
	const own = { numerator: pair.first.value as Decimal, denominator: pair.second.value as Decimal };
	const rate = `1 ${base} = ${printRatio(turned ? flip(own) : own)} ${quote}`;
	const shown = turned ? inverse(plausible.shown) : plausible.shown;
	const range = [printRatio(shown.low), printRatio(shown.high)];
	const claim = plausible.claims[0];
	if (plausible.basis === "source" && claim) {
		const source = nameSource(claim, language);
		return say(language, {
			en: `they imply ${rate}, and the source's own pair implies ${range[0]} to ${range[1]} (${source})`,
			zh: `两者隐含的汇率是${rate}，来源的换算汇率是${range[0]}至${range[1]}（${source}）`,
			ko: `두 수치의 환율은 ${rate}이고 출처의 환율은 ${range[0]}~${range[1]}입니다(${source})`,
		});
	}
	if (plausible.basis === "workspace") {
		const own = plausible.named.map((one) => printRatio(turned ? flip(one.rate) : one.rate, 6));
		return say(language, {
			en: `they imply ${rate}, and the workspace's rate is ${own.join(" or ")}`,
			zh: `两者隐含的汇率是${rate}，工作区的汇率是${own.join("或")}`,
			ko: `두 수치의 환율은 ${rate}이고 작업 영역의 환율은 ${own.join(" 또는 ")}입니다`,
		});
	}
	if (plausible.basis === "stated") {
		const stated = plausible.named.map((one) => printRatio(turned ? flip(one.rate) : one.rate, 6));
		return say(language, {
			en: `they imply ${rate}, and the report states ${stated.join(" or ")}`,
			zh: `两者隐含的汇率是${rate}，报告写明的汇率是${stated.join("或")}`,
			ko: `두 수치의 환율은 ${rate}이고 보고서가 밝힌 환율은 ${stated.join(" 또는 ")}입니다`,
		});
	}
	return say(language, {
		en: `they imply ${rate}, and the rate was ${range[0]} to ${range[1]} from ${plausible.from} to ${plausible.to} (ECB)`,
		zh: `两者隐含的汇率是${rate}，而${plausible.from}至${plausible.to}的汇率是${range[0]}至${range[1]}（欧洲央行）`,
		ko: `두 수치의 환율은 ${rate}이지만 ${plausible.from}부터 ${plausible.to}까지의 환율은 ${range[0]}~${range[1]}입니다(유럽중앙은행)`,
	});
}

function relatedMessage({ other, language }: Found): string {
	return say(language, {
		en: `${other.text} is given as the same amount.`,
		zh: `${other.text}被写作同一金额。`,
		ko: `${other.text}이(가) 같은 금액으로 적혀 있습니다.`,
	});
}

function fixes(found: Found, spanOf: (figure: Figure) => Span): Fix[] {
	const { plausible, pair, covered, other, language } = found;
	const { slip } = found.inconsistency;
	const list: Fix[] = [];
	const add = (figure: Figure, newText: string, title: Readonly<Record<MessageLanguage, string>>) => {
		if (newText !== figure.text && !list.some((fix) => fix.edits[0]?.newText === newText)) {
			list.push({
				title: `${say(language, title)}${newText}`,
				safe: false,
				edits: [{ span: spanOf(figure), newText }],
			});
		}
	};
	// What slipped says what was meant; which of the period's rates was used nobody knows then.
	const isKnown = plausible.basis === "stated" || plausible.basis === "workspace" || plausible.basis === "source";
	const rates = isKnown || slip.kind === "mismatch" || slip.kind === "inverted" || slip.kind === "factor" ? plausible.named : [];
	for (const rate of rates) {
		add(covered, printConverted(pair, covered, rate.rate), recompute(rate));
	}
	if (slip.kind === "power-of-ten") {
		const title = { en: "Correct the scale: ", zh: "改正数量级：", ko: "자릿수 고치기: " };
		for (const figure of [covered, other]) {
			const power = figure === pair.second ? -slip.power : slip.power;
			add(figure, rescaled(figure, power), title);
		}
	}
	if (slip.kind === "transposed") {
		add(pair.second, printLike(slip.value, pair.second), {
			en: "Swap the digits back: ",
			zh: "把颠倒的数字换回来：",
			ko: "뒤바뀐 숫자 되돌리기: ",
		});
	}
	const best = rates[0];
	if (best) {
		add(other, printConverted(pair, other, best.rate), recompute(best));
	}
	return list;
}

function printConverted(pair: Pair, figure: Figure, rate: Ratio): string {
	return printRounded(converted(pair, figure, rate), figure);
}

/** A figure × 10^power with the same digits. */
function rescaled(figure: Figure, power: number): string {
	return printLike((figure.value as Decimal).shift(power), { ...figure, precision: figure.precision + power });
}

/** What a fix is called, up to the figure it writes. */
function recompute({ rate, basis, from, to, stated }: NamedRate): Readonly<Record<MessageLanguage, string>> {
	const number = printRatio(isBelowOne(rate) ? flip(rate) : rate, 6);
	switch (basis) {
		case "stated": {
			const { basis: kind = "", date = "" } = stated ?? {};
			const names = basisNames[kind];
			if (kind !== "" || date !== "") {
				return {
					en: `Recompute at the stated ${names.en}rate${date === "" ? "" : ` of ${date}`}, ${number}: `,
					zh: `按写明的${date}${names.zh}汇率${number}重新换算：`,
					ko: `명시된 ${date === "" ? "" : `${date} `}${names.ko}환율 ${number}(으)로 다시 환산: `,
				};
			}
			return {
				en: `Recompute at the stated rate ${number}: `,
				zh: `按写明的汇率${number}重新换算：`,
				ko: `명시된 환율 ${number}(으)로 다시 환산: `,
			};
		}
		case "source":
			return {
				en: `Recompute at the sources' rate ${number}: `,
				zh: `按来源的汇率${number}重新换算：`,
				ko: `출처의 환율 ${number}(으)로 다시 환산: `,
			};
		case "average": {
			const [period, zh] =
				from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4)
					? [from.slice(0, 4), `${from.slice(0, 4)}年`]
					: [`${from}/${to}`, `${from}至${to}`];
			return {
				en: `Recompute at the average rate of ${period}, ${number}: `,
				zh: `按${zh}平均汇率${number}重新换算：`,
				ko: `${period} 평균 환율 ${number}(으)로 다시 환산: `,
			};
		}
		case "closing":
			return {
				en: `Recompute at the closing rate of ${to}, ${number}: `,
				zh: `按${to}的期末汇率${number}重新换算：`,
				ko: `${to} 기말 환율 ${number}(으)로 다시 환산: `,
			};
		case "definition":
			return { en: "Recompute: ", zh: "重新换算：", ko: "다시 환산: " };
	}
}
