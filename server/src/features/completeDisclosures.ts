/** Completion of framework citations. */
import { type CompletionItem, CompletionItemKind, CompletionItemTag } from "vscode-languageserver";
import { labelIn } from "../core/frameworks/label.ts";
import { type Offer, offerCodes } from "../core/frameworks/offerCodes.ts";
import type { Language } from "../core/model.ts";
import type { CompletionSource } from "./completionSource.ts";
import { asSentence, frameworkText, fullLabel, statusText } from "./disclosureWords.ts";

export const completeDisclosures: CompletionSource = {
	triggers: [" ", "(", "（", "."],
	complete({ draft }, offset, context) {
		const offered = offerCodes(draft, offset, context.settings);
		if (!offered) {
			return null;
		}
		const range = context.range(offered.span);
		return offered.offers.map((offer, index): CompletionItem => {
			const { newText, ended, entries } = offer;
			const [first] = entries;
			return {
				label: newText.trim(),
				labelDetails: { description: labelsOf(offer, offered.language) },
				kind: CompletionItemKind.Reference,
				...(ended ? (context.tags ? { tags: [CompletionItemTag.Deprecated] } : { deprecated: true }) : {}),
				...(first ? { detail: detailOf(offer, offered.language, context.settings.language) } : {}),
				...(first ? { documentation: asSentence(statusText(first, context.settings.language), context.settings.language) } : {}),
				sortText: String(index).padStart(4, "0"),
				filterText: `${newText} ${first?.code ?? ""} ${labelsOf(offer, offered.language)}`,
				...(index === 0 && offer.fits ? { preselect: true } : {}),
				textEdit: { range, newText },
			};
		});
	},
};

function labelsOf({ entries }: Offer, language: Language): string {
	return entries.map(({ label }) => labelIn(label, language)).join(language.startsWith("zh") ? "、" : ", ");
}

function detailOf({ entries }: Offer, language: Language, messages: "en" | "zh" | "ko"): string {
	const [first] = entries;
	return first ? `${entries.length === 1 ? `${fullLabel(first, language)} — ` : ""}${frameworkText(first, messages)}` : "";
}
