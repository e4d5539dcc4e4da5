import type { Language } from "../model.ts";
import { toTraditional } from "../text/traditional.ts";
import type { Label } from "./framework.ts";

/** A label in the language of a draft. */
export function labelIn(label: Label, language: Language): string {
	switch (language) {
		case "zh-Hans":
			return label.zh;
		case "zh-Hant":
			return toTraditional(label.zh);
		default:
			return label[language];
	}
}
