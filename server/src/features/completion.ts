/** What is offered while a citation is typed. Each kind of citation has a file of its own; `sources` lists them. */
import type { CompletionItem } from "vscode-languageserver";
import type { CheckedDraft } from "../core/checkDraft.ts";
import { completeDisclosures } from "./completeDisclosures.ts";
import { completeSources } from "./completeSources.ts";
import type { CompletionContext, CompletionSource } from "./completionSource.ts";

const sources: readonly CompletionSource[] = [completeSources, completeDisclosures];

export const completionTriggers: readonly string[] = [...new Set(sources.flatMap(({ triggers }) => triggers))];

/** The items of the first source that has any for the place. */
export function completeAt(checked: CheckedDraft, offset: number, context: CompletionContext): CompletionItem[] {
	for (const { complete } of sources) {
		const items = complete(checked, offset, context);
		if (items && items.length > 0) {
			return [...items];
		}
	}
	return [];
}
