/** The explanation of one verdict, for people and as JSON. */

import type { LocatedEvidence } from "../../core/checkDraft.ts";
import { claimSentence, entityName, measureName } from "../../core/claims/claimText.ts";
import { type Aspect, aspects, type Candidate, type Explanation } from "../../core/claims/explain.ts";
import type { Origin, Origins } from "../../core/claims/origins.ts";
import { isStatement } from "../../core/figures/isStatement.ts";
import type { Claim, ClaimKind, Figure, Finding, MessageLanguage } from "../../core/model.ts";
import { ownRecordRemark } from "../../core/workspace/ownRecordText.ts";
import { namingLanguage, periodSpan, standingMarks, verdictSentence } from "../../features/why.ts";
import { words as featureWords } from "../../features/words.ts";
import type { CheckedInput } from "../checking.ts";
import { columnsOf, fitColumns, padColumns, printable, rowAround, wrapLine } from "../excerpt.ts";
import { figureJson } from "../figureJson.ts";
import type { Terminal } from "../output.ts";
import { groupDigits } from "../quantity.ts";
import { type ClaimJson, claimJson } from "./claims.ts";

export interface Explained {
	readonly result: CheckedInput;
	readonly located: LocatedEvidence;
	readonly explanation: Explanation;
	readonly origins: Origins;
	readonly language: MessageLanguage;
}

/** Candidates that are printed for people, of those that fit at all; JSON has all of them. */
const mostCandidates = 5;
/** Words around the figure that are printed for people. */
const mostWords = 12;

export function explainedText(explained: Explained, terminal: Terminal): string {
	const { result, located, explanation, language } = explained;
	const { evidence, span, passage } = located;
	const { glossary } = result.checked;
	const say = words[language];
	const out: string[] = [];
	const { line, character } = result.lines.position(span.start);
	const name = result.input.path === null ? say.standardInput : result.input.name;
	out.push(terminal.paint(`${printable(name)}:${line + 1}:${character + 1}`, "bold"));
	out.push(...excerpt(explained, line, terminal), "");

	const verdict = verdictSentence(evidence, passage.language, language, glossary, explanation);
	const good = evidence.verdict === "supported" || evidence.verdict === "derived";
	const tone = good ? "green" : evidence.verdict === "not-check-worthy" ? "dim" : "yellow";
	const rows: [string, string][] = [[say.verdict, verdict]];
	const finding = findingOf(explained);
	if (finding) {
		rows.push([say.finding, `${finding.message} (${finding.rule})`]);
	}
	rows.push([say.reading, readingOf(evidence.figure, language)]);
	if (isStatement(evidence.figure)) {
		rows.push(...subjectRows(explained));
	}
	const width = Math.max(...rows.map(([label]) => columnsOf(label))) + 2;
	for (const [index, [label, text]] of rows.entries()) {
		const [first = "", ...more] = wrapLine(printable(text), terminal.width - width - 2, []).map((row) => row.text);
		out.push(
			`  ${terminal.paint(padColumns(label, width), "dim")}${index === 0 ? terminal.paint(first, "bold", tone) : first}`,
			...more.map((row) => `  ${" ".repeat(width)}${index === 0 ? terminal.paint(row, "bold", tone) : row}`),
		);
	}

	const { derivation, candidates } = explanation;
	if (derivation) {
		out.push("", `  ${terminal.paint(say.operands, "bold")}`);
		for (const claim of derivation.operands) {
			out.push("", ...claimRows(claim, explained, terminal));
		}
		return `${out.join("\n")}\n`;
	}
	if (candidates.length > 0) {
		out.push("", `  ${terminal.paint(say.compared(candidates.length), "bold")}`);
	}
	const shown = candidates.filter(({ decided, score }) => decided || score > 0).slice(0, mostCandidates);
	for (const candidate of shown) {
		out.push("", ...candidateRows(candidate, explained, terminal));
	}
	if (candidates.length > shown.length) {
		out.push("", `  ${terminal.paint(say.more(candidates.length - shown.length), "dim")}`);
	}
	return `${out.join("\n")}\n`;
}

/** What the rules about evidence report of the figure. */
function findingOf({ result: { checked }, located: { evidence, span } }: Explained): Finding | undefined {
	const rule = evidence.verdict === "supported" ? "stale-figure" : evidence.verdict;
	return checked.findings.find((one) => one.rule === rule && one.span.start === span.start && one.span.end === span.end);
}

/** The figure in its line. */
function excerpt({ result: { lines }, located: { span } }: Explained, line: number, terminal: Terminal): string[] {
	const text = lines.line(line);
	const offset = lines.start(line);
	const inLine = { start: span.start - offset, end: Math.min(text.length, span.end - offset) };
	const gutter = String(line + 1).length + 2;
	const row = rowAround(text, inLine, terminal.width - gutter - 3);
	const at = row.columns(inLine);
	const bar = terminal.paint("│", "dim");
	return [
		`${terminal.paint(String(line + 1).padStart(gutter), "dim")} ${bar} ${row.text}`,
		...(at ? [`${" ".repeat(gutter)} ${bar} ${" ".repeat(at.start)}${terminal.paint("^".repeat(at.width), "green")}`] : []),
	];
}

/** "204,600,000,000 CNY · 204,550,000,000 – 204,650,000,000", with the qualifier and the period of a date. */
function readingOf(figure: Figure, language: MessageLanguage): string {
	const { value, low, high, unit, qualifier, period } = figure;
	if (!isStatement(figure)) {
		return period ? periodSpan({ period }) || words[language].open : words[language].identifier;
	}
	const after = unit === null ? "" : unit === "%" || unit === "‰" ? unit : ` ${unit}`;
	const interval =
		low === null
			? high === null
				? ""
				: `≤ ${groupDigits(high)}`
			: high === null
				? `≥ ${groupDigits(low)}`
				: `${groupDigits(low)} – ${groupDigits(high)}`;
	return [
		value === null ? "" : groupDigits(value) + after,
		featureWords[language].qualifiers[qualifier],
		value === null ? interval + after : interval,
	]
		.filter((part) => part !== "")
		.join(" · ");
}

function subjectRows({ result, located, origins, language }: Explained): [string, string][] {
	const { subject } = located.evidence;
	const { glossary } = result.checked;
	const say = words[language];
	const own = namingLanguage(language, located.passage.language);
	const from = (origin: Origin | null): string => (origin === null ? "" : `${say.from(say.origins[origin])}`);
	const names = featureWords[language].aspects;
	const measures = subject.measures.map((id) => measureName(id, own, glossary) || id);
	const entities = subject.entities.map((name) => entityName(name, own, glossary));
	return [
		[names.entity, entities.length === 0 ? say.unknown : entities.join(" / ") + from(origins.entity)],
		[names.measure, measures.length === 0 ? say.silent : measures.join(" / ") + from(origins.measure)],
		[say.words, subject.words.slice(0, mostWords).join(", ") + (subject.words.length > mostWords ? " …" : "") || say.unknown],
		[
			names.period,
			subject.period === null ? say.unknown : (periodSpan({ period: subject.period }) || say.open) + from(origins.period),
		],
		[names.kind, subject.kind === null ? say.unknown : say.kinds[subject.kind] + from(origins.kind)],
	];
}

function candidateRows(candidate: Candidate, explained: Explained, terminal: Terminal): string[] {
	const { language } = explained;
	const say = words[language];
	const names = featureWords[language].aspects;
	const marks = aspects
		.map((aspect) => `${standingMarks[candidate.standings[aspect]]} ${aspectText(aspect, candidate, names[aspect])}`)
		.join("  ");
	const score = [
		say.kinds[candidate.claim.kind],
		`${say.score} ${candidate.score.toFixed(1)}`,
		...(candidate.decided ? [say.decided] : []),
	].join(" · ");
	return [...claimRows(candidate.claim, explained, terminal), `    ${marks}`, `    ${terminal.paint(score, "dim")}`];
}

function aspectText(aspect: Aspect, { words: shared, standings }: Candidate, name: string): string {
	return aspect === "measure" && standings.measure !== "same" ? `${name} (${Math.round(100 * shared)}%)` : name;
}

function claimRows(claim: Claim, { result, located, language }: Explained, terminal: Terminal): string[] {
	const { source, locator } = claim;
	const own = namingLanguage(language, located.passage.language);
	const { subject, quantity } = claimSentence(claim, own, result.checked.glossary);
	const room = terminal.width - 4;
	const place = `${source.file}:${locator.line + 1}`;
	const named = [
		source.title || source.key,
		...(source.own ? [ownRecordRemark(source, "en")] : [source.publisher, source.published]),
	]
		.filter(Boolean)
		.join(", ");
	return [
		...wrapLine(printable(subject + quantity), terminal.width - 2, []).map((row) => `  ${terminal.paint(row.text, "bold")}`),
		`    > ${fitColumns(printable(claim.text.replace(/\s+/g, " ").trim()), room - 2)}`,
		terminal.paint(
			`    ${fitColumns(`${fitColumns(printable(named), Math.max(20, room - columnsOf(place) - 2))}  ${printable(place)}`, room)}`,
			"dim",
		),
	];
}

export function explainedJson(explained: Explained): unknown {
	const { result, located, explanation, origins, language } = explained;
	const { evidence, span, passage } = located;
	const { subject, figure } = evidence;
	const { glossary } = result.checked;
	return {
		file: result.input.name,
		figure: figureJson(figure, span, result.lines),
		subject: {
			entities: subject.entities,
			measures: subject.measures,
			words: subject.words,
			periodStart: subject.period?.start ?? null,
			periodEnd: subject.period?.end ?? null,
			kind: subject.kind,
			origins,
		},
		verdict: explanation.verdict,
		reason: verdictSentence(evidence, passage.language, language, glossary, explanation),
		message: findingOf(explained)?.message ?? null,
		derivation: explanation.derivation && {
			formula: explanation.derivation.formula,
			operands: explanation.derivation.operands.map(claimJson),
		},
		candidates: explanation.candidates.map(
			({ claim, standings, words: shared, score, decided }): CandidateJson => ({
				claim: claimJson(claim),
				standings,
				words: shared,
				score,
				decided,
			}),
		),
	};
}

interface CandidateJson extends Omit<Candidate, "claim"> {
	readonly claim: ClaimJson;
}

interface Words {
	readonly standardInput: string;
	readonly verdict: string;
	readonly finding: string;
	readonly reading: string;
	/** Heads the claims that a derived figure follows from. */
	readonly operands: string;
	readonly words: string;
	readonly unknown: string;
	/** Where the glossary knows no measure. */
	readonly silent: string;
	/** A period that the text leaves open. */
	readonly open: string;
	readonly identifier: string;
	readonly score: string;
	readonly decided: string;
	readonly kinds: Readonly<Record<ClaimKind, string>>;
	readonly origins: Readonly<Record<Origin, string>>;
	from(origin: string): string;
	compared(count: number): string;
	more(count: number): string;
}

const words: Readonly<Record<MessageLanguage, Words>> = {
	en: {
		standardInput: "(standard input)",
		verdict: "verdict",
		finding: "finding",
		reading: "reads as",
		operands: "Follows from",
		words: "words",
		unknown: "not known",
		silent: "none that the glossary knows: the words around the figure are compared",
		open: "open",
		identifier: "a name, not a quantity",
		score: "score",
		decided: "decided",
		kinds: { flow: "flow", stock: "stock", target: "target", ratio: "ratio", count: "count", cumulative: "cumulative" },
		origins: {
			sentence: "the sentence",
			header: "the table's headers and row",
			heading: "the heading",
			earlier: "an earlier sentence",
			"front-matter": "the front matter",
			settings: "the settings",
			title: "the title",
			measure: "its measure",
			figure: "the figure itself",
		},
		from: (origin) => `, from ${origin}`,
		compared: (count) => (count === 1 ? "Compared with 1 claim" : `Compared with ${count} claims`),
		more: (count) => `and ${count} more; --format json lists them all`,
	},
	zh: {
		standardInput: "（标准输入）",
		verdict: "结论",
		finding: "提示",
		reading: "读作",
		operands: "推算依据",
		words: "词语",
		unknown: "不明",
		silent: "词汇表中没有；改为比较数字周围的词语",
		open: "未限定",
		identifier: "名称，并非数量",
		score: "得分",
		decided: "据此判定",
		kinds: { flow: "期间数", stock: "时点数", target: "目标", ratio: "比率", count: "数量", cumulative: "累计数" },
		origins: {
			sentence: "所在句子",
			header: "表头和所在行",
			heading: "标题",
			earlier: "前文",
			"front-matter": "front matter",
			settings: "设置",
			title: "文档标题",
			measure: "指标本身",
			figure: "数字本身",
		},
		from: (origin) => `，来自${origin}`,
		compared: (count) => `对照了 ${count} 条声明`,
		more: (count) => `另有 ${count} 条；--format json 列出全部`,
	},
	ko: {
		standardInput: "(표준 입력)",
		verdict: "판정",
		finding: "알림",
		reading: "읽은 값",
		operands: "도출에 쓴 수치",
		words: "낱말",
		unknown: "알 수 없음",
		silent: "용어집에 없음: 수치 둘레의 낱말을 견줌",
		open: "한정 없음",
		identifier: "수량이 아닌 이름",
		score: "점수",
		decided: "판정 근거",
		kinds: { flow: "기간 값", stock: "시점 값", target: "목표", ratio: "비율", count: "개수", cumulative: "누적" },
		origins: {
			sentence: "문장",
			header: "표의 머리글과 행",
			heading: "제목",
			earlier: "앞 문장",
			"front-matter": "front matter",
			settings: "설정",
			title: "문서 제목",
			measure: "지표의 성격",
			figure: "수치 자체",
		},
		from: (origin) => ` · ${origin}`,
		compared: (count) => `비교한 주장 ${count}건`,
		more: (count) => `외 ${count}건. --format json으로 모두 볼 수 있습니다`,
	},
};
