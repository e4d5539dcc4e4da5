import { type IndexChanges, refreshIndex } from "../contentIndex/contentIndex.ts";
import type { MessageLanguage } from "../model.ts";
import type { Rule } from "./rule.ts";
import { say } from "./say.ts";

/**
 * The content index between its two comments is not what the draft's citations make of it: a disclosure is missing, stands
 * under another heading, or is no longer cited. The finding stands at the first comment; what the writer put in the index
 * (notes, other columns, own labels and places) is never a reason.
 */
export const staleContentIndex: Rule = {
	id: "stale-content-index",
	severity: "information",
	summary: "The content index is not what the draft's citations and headings make of it.",
	why: "A reader who follows the index looks in the wrong place, or does not find a disclosure that the report makes.",
	dependsOn(draft, _citations, settings) {
		const refresh = refreshIndex(draft, settings);
		return refresh && refresh.edits.length > 0 ? JSON.stringify(refresh.changes) : "";
	},
	*check({ draft, block, settings }) {
		const { text } = block.content;
		const refresh = text.startsWith("<!--") ? refreshIndex(draft, settings) : null;
		if (!refresh || refresh.edits.length === 0 || refresh.marker.start !== block.start) {
			return;
		}
		const { language } = settings;
		yield {
			span: { start: 0, end: refresh.marker.end - refresh.marker.start },
			message: messageOf(refresh.changes, language),
			fixes: [
				{
					title: say(language, { en: "Refresh the content index", zh: "更新内容索引", ko: "대조표 새로 고치기" }),
					safe: true,
					edits: [],
					elsewhere: (now) => refreshIndex(now, settings)?.edits ?? [],
				},
			],
		};
	},
};

function messageOf({ missing, gone, moved, relabelled }: IndexChanges, language: MessageLanguage): string {
	const found = (["missing", "moved", "gone", "relabelled"] as const)
		.map((kind) => ({ kind, codes: { missing, moved, gone, relabelled }[kind] }))
		.filter(({ codes }) => codes.length > 0)
		.map(({ kind, codes }) => parts[kind](few(codes, language)));
	return say(language, {
		en: `The content index is out of date, so readers are sent to the wrong place: ${found.map(({ en }) => en).join("; ")}. Refresh it.`,
		zh: `内容索引已过时，读者会被引到错误的位置：${found.map(({ zh }) => zh).join("；")}。请更新。`,
		ko: `대조표가 최신이 아니어서 독자가 엉뚱한 곳을 찾게 됩니다: ${found.map(({ ko }) => ko).join("; ")}. 새로 고치세요.`,
	});
}

const parts: Readonly<Record<keyof IndexChanges, (codes: string) => Readonly<Record<MessageLanguage, string>>>> = {
	missing: (codes) => ({ en: `${codes} missing`, zh: `缺少 ${codes}`, ko: `${codes} 없음` }),
	moved: (codes) => ({ en: `${codes} with another place`, zh: `${codes} 的位置有变`, ko: `${codes}의 위치가 다름` }),
	gone: (codes) => ({ en: `${codes} no longer cited`, zh: `${codes} 已不再引用`, ko: `${codes}은(는) 더 이상 인용되지 않음` }),
	relabelled: (codes) => ({ en: `${codes} with another label`, zh: `${codes} 的名称有变`, ko: `${codes}의 명칭이 다름` }),
};

/** The first three, and how many more there are. */
function few(codes: readonly string[], language: MessageLanguage): string {
	const shown = codes.slice(0, 3);
	const more = codes.length - shown.length;
	const list = shown.join(language === "zh" ? "、" : ", ");
	return more === 0
		? list
		: say(language, { en: `${list} and ${more} more`, zh: `${list} 等 ${codes.length} 项`, ko: `${list} 외 ${more}건` });
}
