import type { FrontMatter } from "../draft/draft.ts";
import type { Settings } from "../settings.ts";
import { type Entry, findFramework } from "./registry.ts";

/** When a report is published and which period it is about, as far as it says; ISO dates. */
export interface ReportDate {
	readonly published: string | null;
	/** First and last day of the period reported on. */
	readonly periodStart: string | null;
	readonly periodEnd: string | null;
}

const day = /(?:19|20)\d\d-\d\d-\d\d/g;

/** Reads `published` and `reporting-period` ("2022", "FY2022", "2022-04-01/2023-03-31"); front matter goes before settings. */
export function reportDate(frontMatter: FrontMatter, settings: Settings): ReportDate {
	const period = frontMatter.reportingPeriod ?? settings.reportingPeriod;
	const days = period.match(day);
	const year = days ? null : (/(?:19|20)\d\d/.exec(period)?.[0] ?? null);
	const published = frontMatter.published ?? "";
	const whole = /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?/.exec(published)?.[0] ?? null;
	return {
		published: whole === null ? null : whole + "-01-01".slice(whole.length - 4),
		periodStart: days?.[0] ?? (year === null ? null : `${year}-01-01`),
		periodEnd: days?.at(-1) ?? (year === null ? null : `${year}-12-31`),
	};
}

/**
 * Whether a disclosure is in force for a report. A report that says no date gets what is in force today as the registry has it.
 * A report that says only its period is taken to be published on the day after.
 */
export function isInForce(entry: Entry, date: ReportDate): boolean {
	const on = reckonedDay(entry.framework, date);
	if (on === null) {
		return entry.status === "current";
	}
	return (entry.from === null || entry.from <= on) && (entry.until === null || on <= entry.until);
}

/** The day that decides what is in force, as the framework reckons: of publication, or the first of the period. Null where unknown. */
export function reckonedDay(framework: string, date: ReportDate): string | null {
	return findFramework(framework)?.datedBy === "published" ? publicationDay(date) : firstDay(date);
}

function publicationDay({ published, periodEnd }: ReportDate): string | null {
	if (published !== null || periodEnd === null) {
		return published;
	}
	const next = new Date(`${periodEnd}T00:00:00Z`);
	next.setUTCDate(next.getUTCDate() + 1);
	return Number.isNaN(next.getTime()) ? null : next.toISOString().slice(0, 10);
}

/** The first day of the period; without one, of the year before the report is published. */
function firstDay({ published, periodStart }: ReportDate): string | null {
	return periodStart ?? (published === null ? null : `${Number(published.slice(0, 4)) - 1}-01-01`);
}
