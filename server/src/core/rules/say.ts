/** Words that the messages of several rules share. */
import type { Claim, Language, MessageLanguage } from "../model.ts";
import { settleParticles } from "../text/koreanParticles.ts";
import { sourceTitle } from "../workspace/ownRecordText.ts";

/** The text in the language of messages. */
export function say(language: MessageLanguage, texts: Readonly<Record<MessageLanguage, string>>): string {
	return language === "ko" ? settleParticles(texts.ko) : texts[language];
}

/** The language of drafts in which messages of that language print figures. */
export function printLanguage(language: MessageLanguage): Language {
	return language === "zh" ? "zh-Hans" : language;
}

/** The language of messages that suits a draft's language: for texts that are put into the draft. */
export function draftLanguage(language: Language): MessageLanguage {
	return language === "ko" ? "ko" : language === "en" ? "en" : "zh";
}

const longestTitle = 44;

/** A source as messages name it: its title, shortened where it is long, and its date. */
export function nameSource({ source }: Claim, language: MessageLanguage): string {
	const title = sourceTitle(source, language);
	const characters = [...title];
	const short =
		characters.length > longestTitle
			? `${characters
					.slice(0, longestTitle - 1)
					.join("")
					.trimEnd()}…`
			: title;
	return source.published === "" ? short : `${short}${language === "zh" ? "，" : ", "}${source.published}`;
}
