/**
 * The organisation's own records, in `.tickmark/own-figures.yaml`: figures that no document gives and somebody answers for.
 *
 * ```yaml
 * figures:
 *   - entity: WeBank
 *     measure: employees
 *     value: 4,321 employees
 *     period: 2022
 *     owner: Head of human resources
 *     date: 2023-02-01
 *     note: from the payroll
 *     statement: In 2022, WeBank employed 4,321 employees.
 * ```
 *
 * They are read as any source is: the statement is a text whose figure makes a claim, and what the entry says besides goes before
 * what can be told from it.
 */
import { isMap } from "yaml";
import { extractClaims } from "../claims/extract.ts";
import type { Glossary } from "../claims/glossary.ts";
import { contextWords } from "../claims/words.ts";
import { isoDate } from "../draft/isoDate.ts";
import { DraftReader } from "../draft/readDraft.ts";
import { findUnit } from "../figures/units.ts";
import type { Claim, ClaimKind, Source } from "../model.ts";
import { nearest } from "../text/editDistance.ts";
import { detectLanguage } from "../text/language.ts";
import { parseRecordPeriod } from "./recordPeriod.ts";
import { unitOf } from "./unitOf.ts";
import { type Entry, type FileProblem, type Value, YamlFile } from "./yamlFile.ts";

/** The key of the source that own records come from; what a citation of them names. */
export const ownRecordsKey = "own-records";

export const recordKeys = ["entity", "measure", "value", "unit", "period", "kind", "owner", "date", "note", "statement"] as const;
export type RecordKey = (typeof recordKeys)[number];

export const recordKinds = ["flow", "stock", "target", "ratio", "count", "cumulative"] as const satisfies readonly ClaimKind[];

export interface OwnFigures {
	readonly claims: readonly Claim[];
	readonly problems: readonly FileProblem[];
}

export const noOwnFigures: OwnFigures = { claims: [], problems: [] };

/**
 * Reads the file. An entry that cannot be used is left out and said; the others count.
 * @param file what claims say they come from: the file's path, with forward slashes
 */
export function readOwnFigures(text: string, file: string, glossary: Glossary): OwnFigures {
	const yaml = new YamlFile(text);
	const root = yaml.root ? yaml.fields(yaml.root, "own-figures.yaml", ["figures"]) : {};
	const claims: Claim[] = [];
	const ids = new Map<string, number>();
	for (const [index, item] of (root.figures ? yaml.items(root.figures, "figures") : []).entries()) {
		const claim = readRecord(yaml, item, `figures[${index + 1}]`, file, glossary);
		if (claim) {
			const seen = ids.get(claim.id) ?? 0;
			ids.set(claim.id, seen + 1);
			claims.push(seen === 0 ? claim : { ...claim, id: `${claim.id}.r${seen + 1}` });
		}
	}
	return { claims, problems: yaml.problems };
}

function readRecord(yaml: YamlFile, item: Value, what: string, file: string, glossary: Glossary): Claim | null {
	if (!isMap(item.node)) {
		// Says what it is instead.
		yaml.entries(item, what);
		return null;
	}
	const fields = yaml.fields(item, what, recordKeys);
	const texts: Partial<Record<RecordKey, string>> = {};
	for (const key of recordKeys) {
		const text = yaml.textOf(fields[key], `${what}.${key}`);
		if (text === null) {
			return null;
		}
		texts[key] = text;
	}
	const { entity = "", measure = "", value = "", owner = "", note = "" } = texts;
	if (value === "") {
		yaml.report("missing", fields.value?.keySpan ?? item.span, { name: "value", what });
		return null;
	}
	const period = texts.period ? parseRecordPeriod(texts.period) : null;
	if (texts.period && !period) {
		yaml.report("bad-period", fields.period?.span ?? item.span, { name: texts.period, what: `${what}.period` });
		return null;
	}
	const date = texts.date ? isoDate(texts.date) : "";
	if (date === null) {
		yaml.report("bad-date", fields.date?.span ?? item.span, { name: texts.date ?? "", what: `${what}.date` });
	}
	const statement = texts.statement || plainStatement(entity, measure, value, texts.unit ?? "", glossary);
	const source: Source = {
		key: ownRecordsKey,
		title: "Own records",
		publisher: "",
		published: date ?? "",
		language: detectLanguage(statement),
		file,
		sha256: "",
		own: { owner, date: date ?? "", note },
	};
	const found = claimOf(statement, value, source, { entity, period: texts.period ?? "" }, glossary);
	const at = fields.value as Entry;
	if (!found) {
		yaml.report(texts.statement ? "not-in-statement" : "no-figure", at.span, { name: value, what });
		return null;
	}
	const unit = texts.unit ? unitOf(texts.unit) : null;
	if (unit !== null && found.unit !== null && !sameUnit(unit, found.unit)) {
		yaml.report("other-unit", fields.unit?.span ?? item.span, { name: texts.unit ?? "", what, owner: found.unit });
		return null;
	}
	const kind = readKind(yaml, fields.kind, texts.kind ?? "", what);
	const known = glossary.measures.has(measure);
	const words = known || measure === "" ? [] : contextWords(measure);
	return {
		...found,
		entity: entity === "" ? found.entity : resolve(entity, glossary),
		measure: known ? measure : found.measure,
		words: [...new Set([...words, ...found.words])],
		unit: found.unit ?? unit,
		kind: kind ?? found.kind,
		period: period ?? found.period,
		locator: { line: yaml.position(at.span.start).line, start: at.span.start, end: at.span.end },
		text: texts.statement ? found.text : statement,
	};
}

/** A record without a statement, said as one. */
function plainStatement(entity: string, measure: string, value: string, unit: string, glossary: Glossary): string {
	const label = glossary.measures.get(measure)?.label;
	const language = detectLanguage(`${entity} ${value}`);
	const words = label ? (language === "en" ? label.en : language === "ko" ? label.ko : label.zh) : measure;
	const amount = /\p{L}|[%‰°$€£¥₩]/u.test(value) || unit === "" ? value : `${value} ${unit}`;
	return `${[entity, words].filter((part) => part !== "").join(" ")}: ${amount}`;
}

/** The claim that a statement makes with the figure that is printed as `value`. */
function claimOf(
	statement: string,
	value: string,
	source: Source,
	{ entity, period }: { readonly entity: string; readonly period: string },
	glossary: Glossary,
): Claim | null {
	const draft = new DraftReader({ language: source.language }).read(statement);
	const frontMatter = { ...draft.frontMatter, entity, reportingPeriod: period };
	const { claims } = extractClaims({ ...draft, frontMatter }, source, glossary);
	const printed = squeeze(value);
	return (
		claims.find(({ locator }) => squeeze(statement.slice(locator.start, locator.end)) === printed) ??
		claims.find((claim) => squeeze(claim.printed) === printed) ??
		// "4,321" where the statement has "4,321 employees"; never "21" of it.
		claims.find((claim) => isPartOf(printed, squeeze(claim.printed))) ??
		null
	);
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

function isPartOf(part: string, whole: string): boolean {
	const at = whole.indexOf(part);
	return at >= 0 && !/[\d.,]/.test(whole[at - 1] ?? "") && !/[\d]/.test(whole[at + part.length] ?? "");
}

function sameUnit(a: string, b: string): boolean {
	const [first, second] = [findUnit(a), findUnit(b)];
	return a === b || (first?.dimension.startsWith("count") === true && second?.dimension.startsWith("count") === true);
}

function readKind(yaml: YamlFile, field: Entry | undefined, text: string, what: string): ClaimKind | null {
	const found = recordKinds.find((kind) => kind === text);
	if (text !== "" && found === undefined && field) {
		const guess = nearest(text, recordKinds);
		yaml.report("bad-value", field.span, { name: text, what: `${what}.kind`, allowed: recordKinds, ...(guess ? { guess } : {}) });
	}
	return found ?? null;
}

function resolve(name: string, glossary: Glossary): string {
	if (glossary.entities.has(name)) {
		return name;
	}
	const known = glossary.scan(name).entities.find((mention) => !mention.self);
	return known && known.end - known.start >= name.length - 2 ? known.entity : name;
}
