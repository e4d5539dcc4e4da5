/** What a writer reads when the pointer rests on a figure. */
import type { CheckedDraft, LocatedEvidence } from "../core/checkDraft.ts";
import { claimQuantity, claimSentence, entityName, periodWords } from "../core/claims/claimText.ts";
import type { Evidence, Verdict } from "../core/claims/evidence.ts";
import type { Claim, Language, MessageLanguage, Source, Span } from "../core/model.ts";
import { type Inline, lineBreak, type Paragraph, render } from "./markdown.ts";
import { fill, words } from "./words.ts";

/** An amount in another currency and the name of the rate that it was converted at ("7.08 CNY per USD, 2022 average (ECB)"). */
export interface ConvertedAmount {
	readonly amount: string;
	readonly rate: string;
}

export interface HoverContext {
	readonly language: MessageLanguage;
	readonly format: "markdown" | "plaintext";
	/** A URI that opens the claim's passage, or null where its file is not at hand. */
	link(claim: Claim): string | null;
	/** The claim's amount in the currency the writer would compare it with; null for all but money. */
	convert(evidence: Evidence, claim: Claim, language: Language): ConvertedAmount | null;
}

export interface HoverText {
	/** The figure's span in the draft. */
	readonly span: Span;
	readonly text: string;
}

/** The figure at `offset`, or null. The offset behind a figure's last character still belongs to it. */
export function figureAt(checked: CheckedDraft, offset: number): LocatedEvidence | null {
	let low = 0;
	let high = checked.figures.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((checked.figures[middle] as LocatedEvidence).span.start <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const found = checked.figures[low - 1];
	return found && offset <= found.span.end ? found : null;
}

/** The hover for the figure at `offset`; null where there is none, and on dates, periods and codes, which nobody would source. */
export function hoverAt(checked: CheckedDraft, offset: number, context: HoverContext): HoverText | null {
	const located = figureAt(checked, offset);
	if (!located) {
		return null;
	}
	const { evidence, passage, span } = located;
	const { kind } = evidence.figure;
	if (evidence.verdict === "not-check-worthy" && (kind === "date" || kind === "period" || kind === "identifier")) {
		return null;
	}
	const paragraphs = [verdictParagraph(evidence, passage.language, context)];
	const claims = evidence.claims.length > 0 ? evidence.claims : (evidence.derivation?.operands ?? []);
	const [first, ...others] = claims;
	if (first) {
		const shown = evidence.verdict === "derived" ? claims.slice(0, 4) : [first];
		for (const claim of shown) {
			paragraphs.push(...claimParagraphs(claim, evidence, passage.language, context));
		}
		const further = differentSources(
			others.filter((claim) => !shown.includes(claim)),
			first,
		);
		if (further.length > 0) {
			paragraphs.push({
				inlines: [`${words[context.language].also} `, ...joined(further.map((claim) => sourceLink(claim, context)))],
			});
		}
	}
	return { span, text: render(paragraphs, context.format) };
}

/** What became of a figure, in one sentence. */
export function verdictSentence(evidence: Evidence, language: Language, messages: MessageLanguage): string {
	const { title, reason } = verdictWords(evidence, language, messages);
	return `${title}${messages === "zh" ? "：" : ": "}${reason}`;
}

/** Title, publisher and date of a source, as one text. */
export function sourceText(source: Source): string {
	return [source.title, source.publisher, source.published].filter((part) => part !== "").join(", ");
}

function verdictWords(evidence: Evidence, language: Language, messages: MessageLanguage): { title: string; reason: string } {
	const { title, reason } = words[messages].verdicts[evidence.verdict];
	const claim = evidence.claims[0];
	// Names and periods in a sentence of ours are written in its language, quantities in the draft's, so that they can be copied.
	const own: Language = messages === "zh" ? (language === "zh-Hant" ? "zh-Hant" : "zh-Hans") : messages;
	const period = claim ? periodWords(claim.period, claim.kind, own) : "";
	return {
		title,
		reason: fill(reason, {
			claim: claim ? claimQuantity(claim, language) : "",
			entity: claim ? entityName(claim.entity, own) || claim.source.publisher : "",
			period: period === "" ? words[messages].noPeriod : period,
			formula: evidence.derivation?.formula ?? "",
		}),
	};
}

function verdictParagraph(evidence: Evidence, language: Language, context: HoverContext): Paragraph {
	const { title, reason } = verdictWords(evidence, language, context.language);
	const stop = context.language === "zh" ? "。" : ".";
	return { inlines: [{ bold: `${marks[evidence.verdict]} ${title}${stop}` }, ` ${reason}`] };
}

function claimParagraphs(claim: Claim, evidence: Evidence, language: Language, context: HoverContext): Paragraph[] {
	const { subject, quantity } = claimSentence(claim, language);
	const paragraphs: Paragraph[] = [{ inlines: [subject, { bold: quantity }] }, { quote: true, inlines: quoted(claim) }];
	const details = [
		exactValue(claim),
		words[context.language].qualifiers[claim.qualifier],
		periodSpan(claim) || words[context.language].noPeriod,
	];
	const converted = context.convert(evidence, claim, language);
	paragraphs.push({ inlines: [sourceLink(claim, context), publication(claim.source)] });
	paragraphs.push({
		inlines: [
			details.filter((part) => part !== "").join(" · "),
			...(converted
				? [lineBreak, fill(words[context.language].converted, { amount: converted.amount, rate: converted.rate })]
				: []),
		],
	});
	return paragraphs;
}

function publication(source: Source): string {
	const rest = [source.publisher, source.published].filter((part) => part !== "").join(", ");
	return rest === "" ? "" : `, ${rest}`;
}

function sourceLink(claim: Claim, context: HoverContext): Inline {
	const link = context.link(claim);
	return link === null ? claim.source.title : { link, text: claim.source.title };
}

function differentSources(claims: readonly Claim[], first: Claim): Claim[] {
	const seen = new Set([first.source.key]);
	return claims.filter((claim) => !seen.has(claim.source.key) && seen.add(claim.source.key));
}

function joined(inlines: readonly Inline[]): Inline[] {
	return inlines.flatMap((inline, index) => (index === 0 ? [inline] : [", ", inline]));
}

/** The longest quotation that is shown; a longer sentence is cut to what surrounds the figure. */
const quotationLength = 320;

/** The source's sentence with the figure emphasised. */
function quoted(claim: Claim): Inline[] {
	const text = claim.text.trim();
	const at = text.indexOf(claim.printed);
	if (at < 0) {
		return [shorten(text, text.length)];
	}
	const end = at + claim.printed.length;
	const room = Math.max(40, quotationLength - claim.printed.length);
	let left = Math.max(0, at - room / 2);
	let right = Math.min(text.length, end + room - (at - left));
	left = Math.max(0, Math.min(left, at - (room - (right - end))));
	left = text.length <= quotationLength ? 0 : atCharacter(text, left);
	right = text.length <= quotationLength ? text.length : atCharacter(text, right);
	return [
		`${left > 0 ? "…" : ""}${text.slice(left, at)}`,
		{ bold: claim.printed },
		`${text.slice(end, right)}${right < text.length ? "…" : ""}`,
	];
}

function shorten(text: string, length: number): string {
	return length <= quotationLength ? text : `${text.slice(0, atCharacter(text, quotationLength))}…`;
}

/** A place that does not cut a surrogate pair in two. */
function atCharacter(text: string, offset: number): number {
	const at = Math.floor(offset);
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** "20,460,000,000 CNY": all digits, with the canonical unit. */
function exactValue(claim: Claim): string {
	const numbers = claim.value !== null ? [claim.value] : [claim.low, claim.high].filter((end) => end !== null);
	if (numbers.length === 0) {
		return "";
	}
	const printed = numbers.map((value) => grouped(value.toString())).join(" – ");
	const unit = claim.unit ?? "";
	return unit === "" ? printed : unit === "%" ? `${printed}%` : `${printed} ${unit}`;
}

function grouped(digits: string): string {
	const [whole = "", fraction] = digits.split(".");
	const sign = whole.startsWith("-") ? "-" : "";
	const groups: string[] = [];
	for (let end = whole.length; end > sign.length; end -= 3) {
		groups.unshift(whole.slice(Math.max(sign.length, end - 3), end));
	}
	return `${sign}${groups.join(",")}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** "2022", "2022-04-01 – 2023-03-31". */
function periodSpan(claim: Claim): string {
	const { start, end } = claim.period;
	if (start === null && end === null) {
		return "";
	}
	const year = start?.slice(0, 4);
	if (start === `${year}-01-01` && end === `${year}-12-31`) {
		return year ?? "";
	}
	return start === end ? (start ?? "") : `${start ?? "…"} – ${end ?? "…"}`;
}

const marks: Readonly<Record<Verdict, string>> = {
	supported: "✓",
	derived: "✓",
	"scale-slip": "✗",
	"mismatched-unit": "✗",
	"target-as-result": "✗",
	"period-mismatch": "⚠",
	"cumulative-as-annual": "⚠",
	"entity-mismatch": "⚠",
	"contradicted-figure": "✗",
	"qualifier-drift": "⚠",
	"excess-precision": "⚠",
	"unsupported-figure": "⚠",
	"not-check-worthy": "○",
};
