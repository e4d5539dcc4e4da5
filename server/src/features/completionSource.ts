import type { CompletionItem, Range } from "vscode-languageserver";
import type { CheckedDraft } from "../core/checkDraft.ts";
import type { Span } from "../core/model.ts";
import type { Settings } from "../core/settings.ts";

export interface CompletionContext {
	readonly settings: Settings;
	/** Whether the client strikes items through by their tags. */
	readonly tags: boolean;
	range(span: Span): Range;
}

/** What offers one kind of citation. */
export interface CompletionSource {
	/** Characters behind which the client asks by itself. */
	readonly triggers: readonly string[];
	/** What may be meant at an offset of the draft; null where it is no place for these citations. */
	complete(checked: CheckedDraft, offset: number, context: CompletionContext): readonly CompletionItem[] | null;
}
