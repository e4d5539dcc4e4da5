/** Says why a figure has its verdict: the claims it was compared with, aspect by aspect, and the reason in one sentence. */
import { claimQuantity, entityName, measureName, periodWords } from "../core/claims/claimText.ts";
import type { Evidence } from "../core/claims/evidence.ts";
import { type Aspect, aspects, type Candidate, type Explanation, type Standing } from "../core/claims/explain.ts";
import type { Glossary } from "../core/claims/glossary.ts";
import type { Claim, Figure, Language, MessageLanguage, Period } from "../core/model.ts";
import type { Inline, Table } from "./markdown.ts";
import { fill, words } from "./words.ts";

export const standingMarks: Readonly<Record<Standing, string>> = { same: "✓", near: "≈", unknown: "?", different: "✗" };

/** The language of drafts that messages name entities, measures and periods in, for a draft of the given language. */
export function namingLanguage(messages: MessageLanguage, draft: Language): Language {
	return messages !== "zh" ? messages : draft === "zh-Hant" ? "zh-Hant" : "zh-Hans";
}

/** What became of a figure, in one sentence. */
export function verdictSentence(
	evidence: Evidence,
	language: Language,
	messages: MessageLanguage,
	glossary: Glossary,
	explanation: Explanation | null = null,
): string {
	const { title, reason } = verdictWords(evidence, language, messages, glossary, explanation);
	return `${title}${messages === "zh" ? "：" : ": "}${reason}`;
}

/** The verdict in two or three words, and the reason for it in a sentence. */
export function verdictWords(
	evidence: Evidence,
	language: Language,
	messages: MessageLanguage,
	glossary: Glossary,
	explanation: Explanation | null = null,
): { readonly title: string; readonly reason: string } {
	const say = words[messages];
	const { title, reason } = say.verdicts[evidence.verdict];
	if (evidence.verdict === "not-check-worthy") {
		return { title, reason: say.notCheckworthy[whyNotCheckworthy(evidence.figure)] };
	}
	if (evidence.verdict === "unsupported-figure") {
		const nearest = explanation ? worthShowing(explanation)[0] : undefined;
		return { title, reason: nearest ? nearestReason(nearest, messages) : reason };
	}
	const claim = evidence.claims[0];
	// Names and periods in a sentence of ours are written in its language, quantities in the draft's, so that they can be copied.
	const own = namingLanguage(messages, language);
	const period = claim ? periodWords(claim.period, claim.kind, own) : "";
	return {
		title,
		reason: fill(reason, {
			claim: claim ? claimQuantity(claim, language) : "",
			entity: claim ? entityName(claim.entity, own, glossary) || claim.source.publisher : "",
			period: period === "" ? say.noPeriod : period,
			formula: evidence.derivation?.formula ?? "",
		}),
	};
}

export type NotCheckworthy = "date" | "period" | "identifier" | "duration" | "bare" | "idiom";

/** Why nobody would ask for the source of a figure. */
function whyNotCheckworthy({ kind, unit }: Figure): NotCheckworthy {
	if (kind === "date" || kind === "period" || kind === "identifier") {
		return kind;
	}
	return unit !== null && durations.has(unit) ? "duration" : unit === null ? "bare" : "idiom";
}

const durations: ReadonlySet<string> = new Set(["year", "month", "week", "quarter", "decade", "century"]);

/** Why not even the nearest claim supports a figure. */
function nearestReason({ standings }: Candidate, messages: MessageLanguage): string {
	const say = words[messages];
	const named = (standing: Standing, of: readonly Aspect[]): string[] =>
		of.filter((aspect) => standings[aspect] === standing).map((aspect) => say.aspects[aspect]);
	// Where nobody says whose or which figure it is, another value is no contradiction.
	const unknown = named("unknown", ["entity", "measure"]);
	const different = named("different", aspects);
	return unknown.length > 0
		? fill(say.nearestUnknown, { aspects: listed(unknown, messages) })
		: different.length > 0
			? fill(say.nearest, { aspects: listed(different, messages) })
			: say.verdicts["unsupported-figure"].reason;
}

function listed(items: readonly string[], messages: MessageLanguage): string {
	const { comma, and } = words[messages];
	return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;
}

/** Candidates that tell something: those that decided, have the figure's value, or are about the same thing. */
export function worthShowing({ candidates }: Explanation): readonly Candidate[] {
	const close = (standing: Standing): boolean => standing === "same" || standing === "near";
	return candidates.filter(
		({ decided, standings: { entity, measure, value, unit } }) =>
			decided || (unit !== "different" && (close(value) || close(measure)) && entity !== "different"),
	);
}

/** Rows of the table in a hover. */
const mostRows = 3;
const mostDecided = 2;

export interface WhyContext {
	/** Of the draft: quantities are printed in it. */
	readonly language: Language;
	readonly messages: MessageLanguage;
	readonly glossary: Glossary;
	link(claim: Claim): string | null;
}

/** The best candidates with a mark for each aspect; null where nothing in the database comes near. */
export function whyTable(explanation: Explanation, evidence: Evidence, context: WhyContext): Table | null {
	const { messages } = context;
	const worth = worthShowing(explanation);
	const decided = worth.filter((one) => one.decided).slice(0, mostDecided);
	const newer = new Set(evidence.newer?.map(({ claim }) => claim.id));
	const supported = evidence.verdict === "supported" || evidence.verdict === "qualifier-drift";
	const others = worth.filter((one) => !one.decided && (!supported || newer.has(one.claim.id)));
	const shown = [...decided, ...others].slice(0, mostRows);
	if (shown.length === 0) {
		return null;
	}
	const asked = (aspect: Aspect): boolean =>
		always.has(aspect) ||
		shown.some(({ standings, decided: by }) => standings[aspect] === "different" && (by || aspect !== "qualifier"));
	const columns = aspects.filter(asked);
	return {
		head: [words[messages].why, ...columns.map((aspect) => words[messages].aspects[aspect])],
		rows: shown.map((one) => ({
			about: candidateLabel(one, context),
			marks: columns.map((aspect) => standingMarks[one.standings[aspect]]),
		})),
	};
}

const always: ReadonlySet<Aspect> = new Set(["entity", "measure", "period", "value"]);

/** "Weilidai · 31 provinces · 2022-12-31": whose and what only where that is not the figure's. */
function candidateLabel({ claim, standings }: Candidate, { language, messages, glossary, link }: WhyContext): Inline[] {
	const own = namingLanguage(messages, language);
	const named = [
		standings.entity === "same" ? "" : entityName(claim.entity, own, glossary),
		standings.measure === "same" ? "" : measureName(claim.measure, own, glossary),
	].filter((name) => name !== "");
	const quantity = claimQuantity(claim, language);
	const uri = link(claim);
	const period = periodSpan(claim);
	return [
		...named.map((name) => `${name} · `),
		uri === null ? quantity : { link: uri, text: quantity },
		...(period === "" ? [] : [` · ${period}`]),
	];
}

/** "2022", "2022-04-01 – 2023-03-31", "2022-12-31" for what was reached by then. */
export function periodSpan({ period: { start, end } }: { readonly period: Period }): string {
	const year = start?.slice(0, 4);
	if (year !== undefined && start === `${year}-01-01` && end === `${year}-12-31`) {
		return year;
	}
	if (end === null) {
		return start === null ? "" : `${start} –`;
	}
	return start === null || start === end ? end : `${start} – ${end}`;
}
