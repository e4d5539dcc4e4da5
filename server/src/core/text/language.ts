import traditionalToSimplified from "opencc-js/dict/TSCharacters";
import type { Language } from "../model.ts";
import { isHan, isHangul } from "./fold.ts";

/** Simplified characters that are also traditional ones in their own right, so that they tell nothing. */
const shared = new Set(
	"后里台余只系云丑仆冲准出划制升卷卜历厘干征志念松板板极柜术朱杆核欲气洒涂游漓炼独症痴着秋筑签累线胡致舍范苏药虫蜡表复谷赞辟采里钟须面饥并布几吁向吊周咨咸唇夸奸姜它家局席志恤托扎扑才折挂据斗旋旧尽凌凶克党冬凄了么仇价佣借伙仙体傢万与丰个",
);
const script = new Map<number, "zh-Hans" | "zh-Hant">();
for (const entry of traditionalToSimplified.split("|")) {
	const [from = "", to = ""] = entry.split(" ");
	if (from.length === 1 && to.length === 1 && from !== to) {
		if (!shared.has(from)) {
			script.set(from.charCodeAt(0), "zh-Hant");
		}
		if (!shared.has(to) && !script.has(to.charCodeAt(0))) {
			script.set(to.charCodeAt(0), "zh-Hans");
		}
	}
}

/** More text than this changes nothing. */
const enough = 20_000;

/**
 * The language of most of the text. A Chinese character or a Korean syllable weighs as much as three Latin letters: that is
 * about what each takes to say the same. Text without letters counts as English.
 */
export function detectLanguage(text: string): Language {
	let latin = 0;
	let hangul = 0;
	let han = 0;
	let kana = 0;
	let traditional = 0;
	let simplified = 0;
	const length = Math.min(text.length, enough);
	for (let at = 0; at < length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x250) {
			if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) {
				latin += 1;
			}
		} else if (isHangul(code)) {
			hangul += 1;
		} else if (isHan(code)) {
			han += 1;
			const form = script.get(code);
			if (form === "zh-Hant") {
				traditional += 1;
			} else if (form === "zh-Hans") {
				simplified += 1;
			}
		} else if (code >= 0x3040 && code <= 0x30ff) {
			kana += 1;
		}
	}
	if (latin >= 3 * (hangul + han + kana)) {
		return "en";
	}
	if (hangul >= han) {
		return "ko";
	}
	return traditional > simplified ? "zh-Hant" : "zh-Hans";
}
