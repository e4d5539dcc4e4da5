/** What is wrong with the bibliographies of a draft, at the place that names them. */
import { isScalar, isSeq, parseDocument } from "yaml";
import type { BlockContent, Draft, DraftProblem } from "../draft/draft.ts";
import type { MessageLanguage, Span } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import type { BibliographyFile } from "./bibliography.ts";

/** The draft with a problem for each bibliography that cannot be read. */
export function withBibliographyProblems(draft: Draft, files: readonly BibliographyFile[], language: MessageLanguage): Draft {
	const problems = files.flatMap(({ name, problem }): DraftProblem[] =>
		problem ? [{ span: nameSpan(draft, name), message: problem[language] }] : [],
	);
	return problems.length === 0 ? draft : { ...draft, problems: [...draft.problems, ...problems] };
}

/** Where the front matter names a file; the beginning of the draft where it does not. */
function nameSpan(draft: Draft, name: string): Span {
	const front = draft.blocks[0];
	const found = front && front.content.passages.length === 0 ? namesIn(front.content).get(name) : undefined;
	return found && front
		? { start: front.start + found.start, end: front.start + found.end }
		: { start: 0, end: Math.min(draft.text.length, firstLine(draft.text)) };
}

function firstLine(text: string): number {
	const end = text.search(/[\r\n]/);
	return end < 0 ? text.length : Math.max(1, end);
}

/** The files that a front matter names, with their places in its block. */
const namesIn = oncePer(({ text }: BlockContent): ReadonlyMap<string, Span> => {
	const names = new Map<string, Span>();
	const start = /^---[ \t]*\r?\n/.exec(text)?.[0].length;
	if (start === undefined) {
		return names;
	}
	const yaml = text.slice(start).replace(/(?:---|\.\.\.)[ \t]*$/, "");
	const { contents } = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
	const pairs: readonly { readonly key: unknown; readonly value: unknown }[] =
		contents && "items" in contents ? (contents.items as { key: unknown; value: unknown }[]) : [];
	const value = pairs.find(({ key }) => isScalar(key) && String(key.value).toLowerCase() === "bibliography")?.value;
	for (const node of isSeq(value) ? value.items : [value]) {
		if (isScalar(node) && node.range) {
			names.set(String(node.value).trim(), { start: start + node.range[0], end: start + node.range[1] });
		}
	}
	return names;
});
