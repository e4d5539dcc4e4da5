/**
 * Scores the engine on drafts whose figures are labelled. README.md beside this file says how they are written.
 *
 * A finding on a figure that is labelled correct, or on text without a label, is a false alarm where it is a warning or an
 * error; an error is found where a finding of the rule that its label names overlaps it.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import type { ClaimsDatabase } from "../../server/src/core/claims/database.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import type { Finding, Language, Span } from "../../server/src/core/model.ts";
import { rules } from "../../server/src/core/rules/index.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";
import { claimsOfSource, seedClaims } from "../support/seeds.ts";

/** The rules that say whether a figure is right; the others ask for citations or look at the wording. */
const measuredRules: ReadonlySet<string> = new Set([
	"contradicted-figure",
	"scale-slip",
	"mismatched-unit",
	"target-as-result",
	"period-mismatch",
	"cumulative-as-annual",
	"entity-mismatch",
	"qualifier-drift",
	"excess-precision",
	"unsupported-figure",
	"inconsistent-conversion",
	"mixed-rates",
	"sum-mismatch",
	"percent-change-mismatch",
	"share-mismatch",
	"intensity-mismatch",
	"multiple-mismatch",
	"disagreeing-figures",
	"impossible-figure",
]);

/** The half whose failures may be studied, and the half that is only scored. */
export type Half = "dev" | "test";

interface Label extends Span {
	/** The rules of which one must mark it; empty for a correct figure. */
	readonly rules: readonly string[];
}

export interface Failure {
	readonly file: string;
	readonly line: number;
	readonly text: string;
	readonly wanted: string;
	readonly got: string;
}

export interface Tally {
	readonly correct: number;
	readonly falseAlarms: number;
	readonly errors: number;
	readonly found: number;
}

export interface Score extends Tally {
	readonly byLanguage: ReadonlyMap<string, Tally>;
	readonly byRule: ReadonlyMap<string, Tally>;
	/** By "rule language"; errors only. */
	readonly byRuleAndLanguage: ReadonlyMap<string, Tally>;
	readonly failures: readonly Failure[];
}

const folder = new URL("./", import.meta.url);

/** Takes the labels out of a draft. */
export function readLabels(marked: string): { readonly text: string; readonly labels: readonly Label[] } {
	const labels: Label[] = [];
	let text = "";
	let from = 0;
	for (const match of marked.matchAll(/\{\{([^{}|\n]+)(?:\|([a-z -]+))?\}\}/g)) {
		text += marked.slice(from, match.index);
		const named = match[2]?.split(" or ") ?? [];
		labels.push({ start: text.length, end: text.length + (match[1] ?? "").length, rules: named.filter((rule) => rule !== "ok") });
		text += match[1];
		from = match.index + match[0].length;
	}
	text += marked.slice(from);
	assert.ok(!/\{\{|\}\}/.test(text), "a label is not closed");
	for (const rule of labels.flatMap((label) => label.rules)) {
		assert.ok(measuredRules.has(rule), `there is no rule "${rule}"`);
	}
	return { text, labels };
}

/** Drafts about the companies of the bundled example sources. */
export async function scoreSeeds(half: Half): Promise<Score> {
	const database = createMemoryDatabase(seedClaims());
	const score = new Scoring();
	for (const name of drafts(new URL(`${half}/`, folder))) {
		await score.add(`${half}/${name}`, database);
	}
	return score.sum();
}

/** Drafts about invented companies with measures of their own, which no glossary knows; `across` only those in another language than the source. */
export async function scoreOwn(half: Half, across: boolean): Promise<Score> {
	const score = new Scoring();
	const companies = new URL(`own/${half}/`, folder);
	for (const company of readdirSync(companies).sort()) {
		const sources = new URL(`${company}/sources/`, companies);
		const claims = readdirSync(sources).flatMap((name) => claimsOfSource(readFileSync(new URL(name, sources), "utf8"), name));
		const database = createMemoryDatabase(claims);
		for (const name of drafts(new URL(`${company}/`, companies))) {
			if ((name === `${company}.md`) !== across) {
				await score.add(`own/${half}/${company}/${name}`, database);
			}
		}
	}
	return score.sum();
}

function drafts(url: URL): string[] {
	return existsSync(url)
		? readdirSync(url)
				.filter((name) => name.endsWith(".md"))
				.sort()
		: [];
}

type Counts = { -readonly [key in keyof Tally]: number };

class Scoring {
	private readonly byLanguage = new Map<string, Counts>();
	private readonly byRule = new Map<string, Counts>();
	private readonly byRuleAndLanguage = new Map<string, Counts>();
	private readonly all = none();
	private readonly failures: Failure[] = [];

	async add(file: string, database: ClaimsDatabase): Promise<void> {
		const { text, labels } = readLabels(readFileSync(new URL(file, folder), "utf8"));
		const off = rules.filter((rule) => !measuredRules.has(rule.id)).map((rule): [string, "off"] => [rule.id, "off"]);
		const settings = { ...defaultSettings, rules: Object.fromEntries(off) };
		const checked = await new DraftChecker().check(text, { database, settings });
		assert.ok(checked);
		const language = languageOf(file);
		const left = new Set<Finding>(checked.findings);
		const fail = (span: Span, wanted: string, got: readonly Finding[]): void => {
			this.failures.push({
				file,
				line: text.slice(0, span.start).split("\n").length,
				text: `${text.slice(Math.max(0, span.start - 60), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 40)}`.replaceAll(
					"\n",
					"⏎",
				),
				wanted,
				got: got.map((one) => one.rule).join(", ") || "nothing",
			});
		};
		for (const label of labels) {
			const on = checked.findings.filter((one) => one.span.start < label.end && label.start < one.span.end);
			for (const one of on) {
				left.delete(one);
			}
			const wrong = on.filter(isAlarm);
			if (label.rules.length === 0) {
				this.count(language, null, { correct: 1, falseAlarms: wrong.length > 0 ? 1 : 0 });
				for (const rule of new Set(wrong.map((one) => one.rule))) {
					tallyOf(this.byRule, rule).falseAlarms += 1;
				}
				if (wrong.length > 0) {
					fail(label, "nothing", wrong);
				}
				continue;
			}
			const found = on.some((one) => label.rules.includes(one.rule));
			this.count(language, label.rules[0] ?? "", { errors: 1, found: found ? 1 : 0 });
			if (!found) {
				fail(label, label.rules.join(" or "), on);
			}
		}
		for (const one of [...left].filter(isAlarm)) {
			this.count(language, one.rule, { falseAlarms: 1 });
			fail(one.span, "nothing (no label)", [one]);
		}
	}

	private count(language: string, rule: string | null, by: Partial<Counts>): void {
		for (const tally of [
			this.all,
			tallyOf(this.byLanguage, language),
			...(rule === null ? [] : [tallyOf(this.byRule, rule), tallyOf(this.byRuleAndLanguage, `${rule} ${language}`)]),
		]) {
			for (const [key, value] of Object.entries(by) as [keyof Counts, number][]) {
				tally[key] += value;
			}
		}
	}

	sum(): Score {
		return {
			...this.all,
			byLanguage: this.byLanguage,
			byRule: this.byRule,
			byRuleAndLanguage: this.byRuleAndLanguage,
			failures: this.failures,
		};
	}
}

const none = (): Counts => ({ correct: 0, falseAlarms: 0, errors: 0, found: 0 });

function tallyOf(tallies: Map<string, Counts>, key: string): Counts {
	let tally = tallies.get(key);
	if (!tally) {
		tally = none();
		tallies.set(key, tally);
	}
	return tally;
}

const isAlarm = (finding: Finding): boolean => finding.severity === "error" || finding.severity === "warning";

const languages: Readonly<Record<string, Language>> = { en: "en", "zh-hans": "zh-Hans", "zh-hant": "zh-Hant", ko: "ko" };

/** The language that a draft's file name begins with. */
function languageOf(file: string): string {
	const name = file.slice(file.lastIndexOf("/") + 1);
	const key = Object.keys(languages).find((one) => name.startsWith(one));
	assert.ok(key, `${file}: the name of a draft begins with its language`);
	return languages[key] as Language;
}
