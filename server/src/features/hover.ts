/** What a writer reads when the pointer rests on a figure. */
import type { CheckedDraft, LocatedEvidence } from "../core/checkDraft.ts";
import { claimSentence } from "../core/claims/claimText.ts";
import type { Evidence, Verdict } from "../core/claims/evidence.ts";
import type { Explanation } from "../core/claims/explain.ts";
import type { Glossary } from "../core/claims/glossary.ts";
import type { Claim, Language, MessageLanguage, Source, Span } from "../core/model.ts";
import { ownRecordRemark, sourceTitle } from "../core/workspace/ownRecordText.ts";
import { type Inline, lineBreak, type Part, render } from "./markdown.ts";
import { periodSpan, verdictWords, whyTable, worthShowing } from "./why.ts";
import { fill, words } from "./words.ts";

/** An amount in another currency and the name of the rate that it was converted at ("7.08 CNY per USD, 2022 average (ECB)"). */
export interface ConvertedAmount {
	readonly amount: string;
	readonly rate: string;
}

export interface HoverContext {
	readonly language: MessageLanguage;
	readonly format: "markdown" | "plaintext";
	readonly glossary: Glossary;
	/** Why the figure at the place asked for has its verdict; null where it was not looked up. */
	readonly explanation: Explanation | null;
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
	const { language } = passage;
	const isReported = checked.findings.some(
		(finding) => finding.rule === evidence.verdict && finding.span.start === span.start && finding.span.end === span.end,
	);
	const why =
		context.explanation && evidence.verdict !== "derived"
			? whyTable(context.explanation, evidence, {
					language,
					messages: context.language,
					glossary: context.glossary,
					link: context.link,
				})
			: null;
	const parts: Part[] = [verdictPart(evidence, language, context, isReported)];
	if (evidence.verdict === "derived") {
		parts.push({
			items: (evidence.derivation?.operands ?? []).slice(0, mostOperands).map((claim) => operandItem(claim, language, context)),
		});
	} else {
		parts.push(...claimParts(evidence, language, context));
	}
	return { span, text: render(why ? [...parts, why] : parts, context.format) };
}

/** Operands that are shown of a derived figure. */
const mostOperands = 6;

/** Title, publisher and date of a source, as one text. */
export function sourceText(source: Source, language: MessageLanguage = "en"): string {
	if (source.own) {
		return `${sourceTitle(source, language)}, ${ownRecordRemark(source, language)}`;
	}
	return [source.title, source.publisher, source.published].filter((part) => part !== "").join(", ");
}

/**
 * What became of the figure. The squiggle's own message says why, and an editor shows it right above: then the title is enough.
 * A supported figure is said as the claim says it.
 */
function verdictPart(evidence: Evidence, language: Language, context: HoverContext, isReported: boolean): Part {
	const { glossary, explanation } = context;
	const { title, reason } = verdictWords(evidence, language, context.language, glossary, explanation);
	const head = { bold: `${marks[evidence.verdict]} ${title}${context.language === "zh" ? "。" : "."}` };
	const claim = evidence.claims[0];
	if (isReported) {
		const alone = !claim && explanation !== null && worthShowing(explanation).length === 0;
		return { inlines: [head, alone ? ` ${words[context.language].nothingNear}` : ""] };
	}
	if (evidence.verdict !== "supported" || !claim) {
		return { inlines: [head, ` ${reason}`] };
	}
	const { subject, quantity } = claimSentence(claim, language, glossary);
	return { inlines: [head, ` ${subject}`, { bold: quantity }] };
}

/** The best claim: its sentence, its source, its value in full; and which other sources say the same. */
function claimParts(evidence: Evidence, language: Language, context: HoverContext): Part[] {
	const [claim, ...others] = evidence.claims;
	if (!claim) {
		return [];
	}
	const say = words[context.language];
	const details = [
		exactValue(claim),
		claim.qualifier === "exact" ? "" : say.qualifiers[claim.qualifier],
		periodSpan(claim) || say.noPeriod,
	];
	const converted = context.convert(evidence, claim, language);
	const parts: Part[] = [
		{ quote: true, inlines: quoted(claim) },
		{
			inlines: [
				sourceLink(claim, context),
				publication(claim.source, context.language),
				lineBreak,
				details.filter((part) => part !== "").join(" · "),
				...(converted ? [lineBreak, fill(say.converted, { amount: converted.amount, rate: converted.rate })] : []),
			],
		},
	];
	const further = differentSources(others, claim);
	if (further.length > 0) {
		parts.push({ inlines: [`${say.also} `, ...joined(further.map((one) => sourceLink(one, context)))] });
	}
	return parts;
}

/** An operand of a derived figure, with its source. */
function operandItem(claim: Claim, language: Language, context: HoverContext): Inline[] {
	const { subject, quantity } = claimSentence(claim, language, context.glossary);
	return [subject, { bold: quantity }, " – ", sourceLink(claim, context), publication(claim.source, context.language)];
}

function publication(source: Source, language: MessageLanguage): string {
	if (source.own) {
		return ` (${ownRecordRemark(source, language)})`;
	}
	const rest = [source.publisher, source.published].filter((part) => part !== "").join(", ");
	return rest === "" ? "" : `, ${rest}`;
}

function sourceLink(claim: Claim, context: HoverContext): Inline {
	const link = context.link(claim);
	const text = sourceTitle(claim.source, context.language);
	return link === null ? text : { link, text };
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

/** "20,460,000,000 CNY": all digits, with the canonical unit. Nothing where the source prints no more than that itself. */
function exactValue(claim: Claim): string {
	const numbers = claim.value !== null ? [claim.value] : [claim.low, claim.high].filter((end) => end !== null);
	if (numbers.every((value) => Math.abs(value.toNumber()) < leastLong)) {
		return "";
	}
	const printed = numbers.map((value) => grouped(value.toString())).join(" – ");
	const unit = claim.unit ?? "";
	return unit === "" ? printed : unit === "%" ? `${printed}%` : `${printed} ${unit}`;
}

/** From here on sources write magnitudes as words (만, 万, thousand). */
const leastLong = 10_000;

function grouped(digits: string): string {
	const [whole = "", fraction] = digits.split(".");
	const sign = whole.startsWith("-") ? "-" : "";
	const groups: string[] = [];
	for (let end = whole.length; end > sign.length; end -= 3) {
		groups.unshift(whole.slice(Math.max(sign.length, end - 3), end));
	}
	return `${sign}${groups.join(",")}${fraction === undefined ? "" : `.${fraction}`}`;
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
