import type { Silence } from "../draft/draft.ts";
import type { MessageLanguage } from "../model.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/**
 * A silencing comment that silences nothing, or gives no reason. What it silences is known only when all other rules have
 * spoken, so `checkDraft` asks `silenceProblem` at the end; the rule has nothing to find by itself.
 */
export const unusedSilence: Rule = {
	id: "unused-silence",
	severity: "information",
	summary: "A silencing comment gives no reason, or silences nothing.",
	why: "A reviewer must see why a finding was set aside, and comments that do nothing hide the ones that do.",
	*check() {
		// See silenceProblem.
	},
};

/** What is wrong with a silence, or null. @param used whether it silenced a finding. */
export function silenceProblem(silence: Silence, used: boolean, language: MessageLanguage): string | null {
	if (!used) {
		return say(language, {
			en: "This comment silences nothing. Remove it, so that the ones that matter stand out.",
			zh: "此注释没有忽略任何提示。请删除，以免掩盖有用的注释。",
			ko: "이 주석은 아무 알림도 막지 않습니다. 필요한 주석이 눈에 띄도록 지우세요.",
		});
	}
	if (silence.reason === "") {
		return say(language, {
			en: "This comment gives no reason. A reviewer cannot judge it: add one after a colon.",
			zh: "此注释没有说明理由，审阅者无从判断。请在冒号后补充理由。",
			ko: "이 주석에는 이유가 없어 검토자가 판단할 수 없습니다. 콜론 뒤에 이유를 적으세요.",
		});
	}
	return null;
}
