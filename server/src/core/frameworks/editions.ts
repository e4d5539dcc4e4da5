/** Which edition of a disclosure a citation means, and whether it still holds. */
import type { Citation } from "./citation.ts";
import { type Entry, findEntries, findFramework } from "./registry.ts";
import { isInForce, type ReportDate, reckonedDay } from "./reportDate.ts";

/** The entries a citation can mean: those of the edition that is written with it, else those of every edition. */
export function candidates({ framework, code, edition }: Pick<Citation, "framework" | "code" | "edition">): readonly Entry[] {
	const all = code === null ? [] : findEntries(framework, code);
	const written = all.filter((entry) => entry.edition === edition);
	return written.length > 0 ? written : all;
}

/** Whether everything a citation can mean has ended before the report's date; without a date, has been replaced or withdrawn. */
export function hasEnded(entries: readonly Entry[], date: ReportDate): boolean {
	return (
		entries.length > 0 &&
		entries.every((entry) => {
			const on = reckonedDay(entry.framework, date);
			return (
				entry.until !== null && (on === null ? entry.status === "superseded" || entry.status === "withdrawn" : on > entry.until)
			);
		})
	);
}

/**
 * The editions between which a citation leaves the choice, newest first; empty where it says the edition or the report's date
 * decides. Two editions that are in force at once differ; so do those of a number that was given to another subject, until
 * the new one is in force.
 */
export function openEditions(citation: Pick<Citation, "framework" | "code" | "edition">, date: ReportDate): readonly Entry[] {
	if (citation.edition !== null) {
		return [];
	}
	const all = candidates(citation);
	const usable = all.filter((entry) => isUsable(entry, date));
	if (new Set(usable.map(({ label }) => label.en)).size > 1) {
		return usable;
	}
	const [newest] = all;
	if (!newest || all.length < 2 || !newest.reused) {
		return [];
	}
	const on = reckonedDay(newest.framework, date);
	const open = on === null || (on >= `${newest.edition}-01-01` && (newest.from === null || on < newest.from));
	return open ? all : [];
}

/** In force, or issued and open to early use. */
function isUsable(entry: Entry, date: ReportDate): boolean {
	const on = reckonedDay(entry.framework, date);
	return isInForce(entry, date) || (entry.status === "issued" && on !== null && on >= `${entry.edition}-01-01`);
}

/** The framework that took another's place, where a report of that date can no longer rest on the old one alone. */
export function replacementOf(
	framework: string,
	date: ReportDate,
): { readonly by: string; readonly codes: Readonly<Record<string, string>> } | null {
	const replaced = findFramework(framework)?.replaced;
	const on = reckonedDay(framework, date);
	return replaced && on !== null && on > replaced.until ? replaced : null;
}
