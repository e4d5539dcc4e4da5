/** Sources that a sentence names as who says so: "according to Digital Times", 据…报道, …에 따르면. */
import { attributionAfter, attributionBefore } from "../../../data/citations.ts";
import type { Source } from "../model.ts";
import { plainWords } from "./names.ts";
import type { SourceIndex } from "./sourceIndex.ts";

const before = new RegExp(`(?:${attributionBefore.join("|")}) ?`, "g");
const after = new RegExp(` ?(?:${attributionAfter.join("|")})`, "g");
/** A quick look before folding. */
const maybe = new RegExp([...attributionBefore, ...attributionAfter, "據", "報道", "報導"].join("|"), "i");

export function attributedTo(text: string, index: SourceIndex): readonly Source[] {
	if (!index.hasNames || !maybe.test(text)) {
		return [];
	}
	const words = plainWords(text);
	const found = new Set<Source>();
	for (const match of words.matchAll(before)) {
		for (const source of index.nameAtStart(words, match.index + match[0].length)) {
			found.add(source);
		}
	}
	for (const match of words.matchAll(after)) {
		for (const source of index.nameAtEnd(words.slice(0, match.index))) {
			found.add(source);
		}
	}
	return [...found];
}
