/** What a document says of itself: whose figures it gives, for which period, and when it was published. */
import type { Draft, Passage } from "../draft/draft.ts";
import { headingsOf } from "../draft/headings.ts";
import type { Period } from "../model.ts";
import type { Glossary } from "./glossary.ts";
import type { DocumentContext } from "./subject.ts";

/** What is known of a document besides its text; "" for nothing. */
export interface DocumentFacts {
	readonly entity: string;
	readonly reportingPeriod: string;
	/** ISO date. */
	readonly published: string;
	readonly title: string;
}

/**
 * Drafts say their period and entity in front matter or settings; sources are often articles that say neither, so
 * `infer` reads them from the text: the organisation most spoken of, a reporting year in the title, the date line.
 */
export function documentContext(draft: Draft, facts: DocumentFacts, glossary: Glossary, infer: boolean): DocumentContext {
	const passages = infer ? draft.blocks.flatMap((block) => block.content.passages) : [];
	const entity =
		resolveEntity(facts.entity, glossary) || (infer ? mostNamed(passages, glossary) : titleEntity(facts.title, draft, glossary));
	const stated = parsePeriod(facts.reportingPeriod) ?? reportingYear(facts.title, infer ? passages : []);
	const year = yearOf(stated?.end) ?? yearOf(facts.published) ?? (infer ? mostNamedYear(passages) : null);
	const published = facts.published || (infer && year !== null ? dateLine(passages, year) : null);
	const period = stated ?? (published && infer ? { start: null, end: published } : null);
	return { entity, period, published: published || null, year };
}

/** A reporting period as settings and front matter write it: "2022", "FY2022", "H1 2021", "2022-04-01/2023-03-31"; else null. */
export function parsePeriod(text: string): Period | null {
	const range = /(\d{4}-\d{2}-\d{2})\s*(?:\/|to|–|-|~|至)\s*(\d{4}-\d{2}-\d{2})/.exec(text);
	if (range) {
		return { start: range[1] ?? null, end: range[2] ?? null };
	}
	const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
	if (!year) {
		return null;
	}
	if (/H1|上半年|상반기|first half/i.test(text)) {
		return { start: `${year}-01-01`, end: `${year}-06-30` };
	}
	if (/H2|下半年|하반기|second half/i.test(text)) {
		return { start: `${year}-07-01`, end: `${year}-12-31` };
	}
	return { start: `${year}-01-01`, end: `${year}-12-31` };
}

function yearOf(date: string | null | undefined): number | null {
	const year = /^(\d{4})/.exec(date ?? "")?.[1];
	return year === undefined ? null : Number(year);
}

function resolveEntity(name: string, glossary: Glossary): string {
	const known = name === "" ? undefined : glossary.scan(name).entities.find((mention) => !mention.self);
	return known?.entity ?? name;
}

function titleEntity(title: string, draft: Draft, glossary: Glossary): string {
	// A draft with one title is about what the title names; with several it is a collection.
	const headings = draft.blocks.flatMap(({ content }) => headingsOf(content)).filter((heading) => heading.depth === 1);
	const heading = headings.length === 1 ? (headings[0]?.text ?? "") : "";
	for (const text of [title, heading]) {
		const named = glossary.scan(text).entities.filter((mention) => !mention.self);
		if (new Set(named.map((mention) => mention.entity)).size === 1) {
			return named[0]?.entity ?? "";
		}
	}
	return "";
}

/** The organisation named most often, products counted for the organisation they belong to. */
function mostNamed(passages: readonly Passage[], glossary: Glossary): string {
	const counts = new Map<string, number>();
	for (const passage of passages) {
		for (const mention of glossary.scan(passage.text).entities) {
			let name = mention.entity;
			for (let whole = glossary.entities.get(name)?.partOf; whole; whole = glossary.entities.get(whole)?.partOf) {
				name = whole;
			}
			if (name !== "") {
				counts.set(name, (counts.get(name) ?? 0) + 1);
			}
		}
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

const reportPattern = /(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:年度?|년도?)?[^。.\n]{0,24}?(?:report|报告|報告|보고서)/i;

/** The year of the report that a title or the opening of an article is about. */
function reportingYear(title: string, passages: readonly Passage[]): Period | null {
	const opening = passages.filter((passage) => passage.kind === "heading" || passage.text.length < 120).slice(0, 6);
	for (const text of [title, ...opening.map((passage) => passage.text)]) {
		const year = reportPattern.exec(text)?.[1];
		if (year) {
			return { start: `${year}-01-01`, end: `${year}-12-31` };
		}
	}
	return null;
}

function mostNamedYear(passages: readonly Passage[]): number | null {
	const counts = new Map<number, number>();
	for (const passage of passages) {
		for (const match of passage.text.matchAll(/(?<!\d)((?:19|20)\d{2})\s*(?:年|년)|\b(?:in|of|for|FY)\s?((?:19|20)\d{2})\b/g)) {
			const year = Number(match[1] ?? match[2]);
			counts.set(year, (counts.get(year) ?? 0) + 1);
		}
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** "9月7日，…" at the very start of an article dates it; the year is the one that the article speaks of. */
function dateLine(passages: readonly Passage[], year: number): string | null {
	const match = /^\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]/.exec(passages[0]?.text ?? "");
	return match ? `${year}-${match[1]?.padStart(2, "0")}-${match[2]?.padStart(2, "0")}` : null;
}
