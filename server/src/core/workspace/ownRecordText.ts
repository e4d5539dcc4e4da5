/** How the organisation's own records are named, so that nobody takes them for evidence from a document. */
import type { MessageLanguage, Source } from "../model.ts";

/** A source's title; of own records what they are, in the language of messages. */
export function sourceTitle(source: Source, language: MessageLanguage): string {
	return source.own ? titles[language] : source.title || source.key;
}

/** "entered by the head of HR, 2023-02-03; not evidence from a source" and the note; "" for every other source. */
export function ownRecordRemark({ own }: Source, language: MessageLanguage): string {
	return own ? remarks[language](own.owner, own.date) + (own.note === "" ? "" : `${stops[language]}${own.note}`) : "";
}

const titles: Readonly<Record<MessageLanguage, string>> = { en: "own record", zh: "自有记录", ko: "자체 기록" };
const stops: Readonly<Record<MessageLanguage, string>> = { en: ": ", zh: "：", ko: ": " };

const remarks: Readonly<Record<MessageLanguage, (owner: string, date: string) => string>> = {
	en: (owner, date) =>
		`${[owner === "" ? "entered by nobody named" : `entered by ${owner}`, date].filter((part) => part !== "").join(", ")}; not evidence from a source`,
	zh: (owner, date) =>
		`${[owner === "" ? "未写明登记人" : `由${owner}登记`, date].filter((part) => part !== "").join("，")}；并非来源证据`,
	ko: (owner, date) =>
		`${[owner === "" ? "입력자 미기재" : `${owner} 입력`, date].filter((part) => part !== "").join(", ")}, 출처에 근거한 증거 아님`,
};
