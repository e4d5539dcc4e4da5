/** The action that inserts or refreshes the content index, where the cursor stands in it or in a heading for it. */
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { CheckedDraft } from "../core/checkDraft.ts";
import { insertIndex } from "../core/contentIndex/contentIndex.ts";
import { mayHaveIndex, outlineOf } from "../core/contentIndex/outline.ts";
import type { MessageLanguage, Span } from "../core/model.ts";
import { staleContentIndex } from "../core/rules/stale-content-index.ts";
import type { Settings } from "../core/settings.ts";
import { type CodeActionsContext, draftEdit } from "./codeActions.ts";

export const contentIndexKind = `${CodeActionKind.RefactorRewrite}.contentIndex`;

const titles: Readonly<Record<"inserted" | "refreshed", Readonly<Record<MessageLanguage, string>>>> = {
	inserted: { en: "Insert the content index here", zh: "在此插入内容索引", ko: "여기에 대조표 넣기" },
	refreshed: { en: "Refresh the content index", zh: "更新内容索引", ko: "대조표 새로 고치기" },
};

export function contentIndexAction(
	{ draft, findings }: CheckedDraft,
	span: Span,
	settings: Settings,
	context: CodeActionsContext,
): CodeAction | null {
	if (!mayHaveIndex(draft)) {
		return null;
	}
	const { region, indexHeadings } = outlineOf(draft);
	const touches = (place: Span): boolean => place.start <= span.end && span.start <= place.end;
	// There the quick-fix of the finding is offered.
	if (findings.some(({ rule, span: place }) => rule === staleContentIndex.id && touches(place))) {
		return null;
	}
	const isThere = indexHeadings.some((heading) => touches(heading.span)) || (region !== null && touches(region.whole));
	const inserted = isThere ? insertIndex(draft, settings, span.end) : null;
	if (!inserted || inserted.kind === "nothing" || inserted.kind === "current") {
		return null;
	}
	return {
		title: titles[inserted.kind][context.language],
		kind: contentIndexKind,
		edit: draftEdit(inserted.edits, context),
	};
}
