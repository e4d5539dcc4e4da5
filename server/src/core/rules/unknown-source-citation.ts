import type { DocumentCitations } from "../citations/documentCitations.ts";
import { isSourceKey, nearestKeys, normalizeLabel } from "../citations/keys.ts";
import { type KeyCitation, readCitations } from "../citations/readCitations.ts";
import { definitionBehind, describeSource } from "../citations/writeCitation.ts";
import type { Edit, MessageLanguage, Source, Span } from "../model.ts";
import type { BlockFinding, BlockFix, PassageContext, Rule, RuleContext } from "./rule.ts";
import { say } from "./say.ts";

/**
 * A citation leads nowhere: no footnote, no reference, no bibliography and no source has its key.
 *
 * A footnote that the claims database alone knows is no unknown source, but it is printed as "[^key]": in a draft that defines its
 * other footnotes that is worth a word, with the definition at hand.
 */
export const unknownSourceCitation: Rule = {
	id: "unknown-source-citation",
	severity: "warning",
	summary: "A `[^key]` or `[@key]` citation that neither the claims database nor the document defines.",
	why: "The citation is printed as bare text, and a reader who wants the evidence has nowhere to look.",
	dependsOn: (_, citations) => citations.id,
	*check(context) {
		const { citations, block } = context;
		const read = readCitations(block.content);
		for (const [index, at] of context.passages.entries()) {
			for (const citation of read.passages[index]?.keys ?? []) {
				if (citation.form === "narrative" || isLinkLabel(citation, citations)) {
					continue;
				}
				const meaning = citations.meaningOf(citation.key);
				if (meaning?.footnote || meaning?.work) {
					continue;
				}
				if (meaning?.source) {
					// Pandoc has no bibliography to look such a key up in, but somebody has: the key is the source's own.
					if (citation.form === "footnote" && citations.footnotes.size > 0) {
						yield undefinedFootnote(citation, meaning.source, at, context);
					}
				} else if (citation.form === "footnote" || (citations.isComplete && isSourceKey(citation.key))) {
					yield unknownKey(citation, at, context);
				}
			}
		}
	},
};

/** `[@handle]` is the text of a link where a line `[@handle]: https://…` defines it. */
function isLinkLabel({ form, key }: KeyCitation, { links }: DocumentCitations): boolean {
	return form === "bracket" && links.has(normalizeLabel(`@${key}`));
}

function undefinedFootnote(citation: KeyCitation, source: Source, at: PassageContext, context: RuleContext): BlockFinding {
	const { key, span } = citation;
	return {
		span,
		severity: "information",
		message: say(context.settings.language, {
			en: `[^${key}] is a source of the claims database, but the document has no footnote of that name, so it is printed as bare text. Define it.`,
			zh: `[^${key}] 是数据库中的来源，但文中没有定义这一脚注，发布时会原样显示。请补上脚注定义。`,
			ko: `[^${key}]은(는) 데이터베이스에 있는 출처이지만 문서에 각주 정의가 없어 그대로 출력됩니다. 각주를 정의하세요.`,
		}),
		fixes: [define(key, source, at, context)],
	};
}

function unknownKey(citation: KeyCitation, at: PassageContext, context: RuleContext): BlockFinding {
	const { form, key, span, keySpan } = citation;
	const { citations, settings } = context;
	const { language } = settings;
	// Where the key is written with character references its own place is not known.
	const isWhole = keySpan.start === span.start;
	const printed = form === "footnote" ? `[^${key}]` : `@${key}`;
	const near = nearestKeys(key, knownKeys(form, key, citations));
	const supporting = form === "footnote" ? sourcesBeside(citation, at, context) : [];
	return {
		span: form === "footnote" || isWhole || isAlone(citation, context) ? span : { start: keySpan.start - 1, end: keySpan.end },
		message: messageOf(printed, form, near[0] ?? null, language),
		fixes: [
			...(isWhole ? [] : near).map((candidate) => replace(citation, candidate, at, context)),
			...supporting.map((source) => define(key, source, at, context)),
			...(form === "footnote" ? [defineEmpty(key, context)] : []),
		],
	};
}

/** Of more sources only those whose key begins as the unknown one does are compared with it. */
const manySources = 500;

/** Footnotes are looked up among footnotes and sources, Pandoc's keys among works and sources. */
function* knownKeys(
	form: KeyCitation["form"],
	wanted: string,
	{ footnotes, works, index }: DocumentCitations,
): Generator<string> {
	const seen = new Set<string>();
	const isFootnote = form === "footnote";
	const own = isFootnote ? [...footnotes.values()].map(({ label }) => label) : [...works.keys()];
	const start = wanted.charAt(0).toLowerCase();
	const sources =
		index.sources.length <= manySources ? index.sources : index.sources.filter(({ key }) => key.toLowerCase().startsWith(start));
	for (const key of [...own, ...sources.map((source) => source.key)]) {
		if (!seen.has(key.toLowerCase())) {
			seen.add(key.toLowerCase());
			yield key;
		}
	}
}

/** Whether the brackets hold nothing but the key. */
function isAlone({ key, span }: KeyCitation, { block }: RuleContext): boolean {
	return block.content.text.slice(span.start, span.end).replace(/\s/g, "") === `[@${key}]`;
}

/** The source that supports the figures of the sentence that a footnote stands behind, where it is one. */
function sourcesBeside({ span }: KeyCitation, at: PassageContext, context: RuleContext): Source[] {
	const { passage, evidence } = at;
	const placed = passage.sentences.map((sentence) => ({ sentence, end: context.source(passage, sentence).end }));
	const sentence = placed.findLast(({ end }, index) => end <= span.start || index === 0)?.sentence;
	const sources = new Set<Source>();
	for (const { figure, verdict, claims } of evidence) {
		const source = claims[0]?.source;
		if (sentence && source && source.own === undefined && verdict === "supported" && isIn(figure, sentence)) {
			sources.add(source);
		}
	}
	return sources.size === 1 ? [...sources] : [];
}

function isIn(inner: Span, outer: Span): boolean {
	return inner.start >= outer.start && inner.end <= outer.end;
}

function replace({ form, key, keySpan }: KeyCitation, candidate: string, at: PassageContext, context: RuleContext): BlockFix {
	const { citations, settings } = context;
	const source = citations.index.byKey(candidate);
	const isFootnote = form === "footnote";
	const name = source?.title || citations.works.get(candidate)?.entry.title || "";
	const printed = isFootnote ? `[^${candidate}]` : `@${candidate}`;
	const label = name === "" ? printed : `${printed} (${name})`;
	const edits: BlockFix["edits"] = [{ span: keySpan, newText: candidate }];
	const isDefined = citations.footnotes.has(normalizeLabel(candidate)) || !isFootnote || !source;
	return {
		title: say(settings.language, {
			en: `Cite ${label} instead of ${key}`,
			zh: `将 ${key} 改为 ${label}`,
			ko: `${key}을(를) ${label}(으)로 바꾸기`,
		}),
		safe: false,
		edits: isDefined || !source ? edits : [...edits, ...define(candidate, source, at, context).edits],
	};
}

/** A footnote's definition in the words of a source. */
function define(key: string, source: Source, { passage }: PassageContext, context: RuleContext): BlockFix {
	const { language } = context.settings;
	const text = describeSource(source, passage.language);
	return {
		title: say(language, {
			en: `Define [^${key}] as ${source.title || source.key}`,
			zh: `将 [^${key}] 定义为 ${source.title || source.key}`,
			ko: `[^${key}]을(를) ${source.title || source.key}(으)로 정의`,
		}),
		safe: false,
		edits: [definition(key, text, context)],
	};
}

/** The place for a definition that the writer fills in. */
function defineEmpty(key: string, context: RuleContext): BlockFix {
	return {
		title: say(context.settings.language, {
			en: `Define [^${key}]`,
			zh: `定义 [^${key}]`,
			ko: `[^${key}] 정의하기`,
		}),
		safe: false,
		edits: [definition(key, "", context)],
	};
}

function definition(key: string, text: string, { block, citations }: RuleContext): Edit | { at: "definitions"; newText: string } {
	const newText = `[^${key}]: ${text}`;
	return citations.style.place === "near" ? definitionBehind(block, newText, citations.style) : { at: "definitions", newText };
}

function messageOf(printed: string, form: KeyCitation["form"], near: string | null, language: MessageLanguage): string {
	const isFootnote = form === "footnote";
	const like = near === null ? "" : isFootnote ? `[^${near}]` : `@${near}`;
	return say(language, {
		en: `${printed} is defined neither in this document nor in the claims database, so a reader has nowhere to look. ${near === null ? `Cite a known source, or ${isFootnote ? "define the footnote" : "add it to the references"}.` : `Did you mean ${like}?`}`,
		zh: `文中和数据库都没有定义 ${printed}，读者无从查证。${near === null ? `请引用已知来源，或${isFootnote ? "定义这一脚注" : "将其加入参考文献"}。` : `是否应为 ${like}？`}`,
		ko: `${printed}은(는) 문서에도 데이터베이스에도 정의되어 있지 않아 독자가 확인할 수 없습니다. ${near === null ? `알려진 출처를 인용하거나 ${isFootnote ? "각주를 정의하세요" : "참고문헌에 추가하세요"}.` : `${like}을(를) 뜻한 것인가요?`}`,
	});
}
