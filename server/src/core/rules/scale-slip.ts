import { powerOfTen } from "../claims/compare.ts";
import type { Claim, MessageLanguage } from "../model.ts";
import { judged, printClaim, useSourcedValue } from "./evidenceRule.ts";
import type { Rule } from "./rule.ts";
import { draftLanguage, nameSource, say } from "./say.ts";

/** The draft's value is the source's, a power of ten off: 억 or 亿 read as billion, 万 as thousand. */
export const scaleSlip: Rule = {
	id: "scale-slip",
	severity: "error",
	summary: "The value is the source's times a power of ten (204.6 billion for 204억6000만, which is 20.46 billion).",
	why: "Scale words of different languages look alike: 억/亿 is a hundred million, 만/万 ten thousand, 조/万亿 a trillion.",
	*check(context) {
		for (const found of judged(context, "scale-slip")) {
			const { claim, figure, language, span } = found;
			const power = powerOfTen(figure, claim);
			const times = new Intl.NumberFormat("en-US").format(10 ** Math.abs(power));
			const said = printClaim(claim, language);
			// In the source's own language the two would say the same twice.
			const printed = sameLanguage(claim, language) ? "" : claim.printed;
			const source = nameSource(claim, language);
			const [large, small] = [power > 0, power < 0];
			yield {
				span,
				message: say(language, {
					en: `${figure.text} is ${times} times ${large ? "too large" : "too small"}: the source says ${printed && `${printed}, that is `}${said} (${source}). Check the scale word and use the source's figure.`,
					zh: `${figure.text}${large ? `是来源数字的${times}倍` : `只有来源数字的1/${times}`}：来源写的是${printed && `${printed}，即`}${said}（${source}）。请核对数量级并改用来源的数字。`,
					ko: `초안의 값(${figure.text})이 출처의 ${small ? `${times}분의 1입니다` : `${times}배입니다`}: 출처에는 ${printed && `${printed}, 즉 `}${said}(으)로 나옵니다(${source}). 단위(만·억·조)를 확인하고 출처의 수치로 바꾸세요.`,
				}),
				fixes: [{ ...useSourcedValue(found), safe: true }],
				claims: [claim.id],
			};
		}
	},
};

function sameLanguage(claim: Claim, language: MessageLanguage): boolean {
	return draftLanguage(claim.source.language) === language;
}
