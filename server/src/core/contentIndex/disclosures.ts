/** Which disclosures a draft cites, and which the frameworks that it declares require of every report. */
import { requiredStandards, withReference } from "../../../data/frameworks/contentIndex.ts";
import type { BlockContent, Draft } from "../draft/draft.ts";
import { declaredFrameworks } from "../frameworks/applicableFrameworks.ts";
import { candidates, replacementOf } from "../frameworks/editions.ts";
import { allEntries, type Entry, findEntries, findFramework } from "../frameworks/registry.ts";
import { isInForce, type ReportDate, reportDate } from "../frameworks/reportDate.ts";
import { oneOf } from "../frameworks/scanner.ts";
import { oncePer } from "../oncePer.ts";
import type { Settings } from "../settings.ts";
import { type CitedPlace, outlineOf } from "./outline.ts";

/** A disclosure that is cited or required. */
export interface Disclosure {
	readonly entry: Entry;
	readonly required: boolean;
	/** Where it is cited; empty where it is only required. */
	readonly places: readonly CitedPlace[];
}

/** Names a disclosure in one edition. */
export function keyOf({ framework, code, edition }: Entry): string {
	return `${framework} ${code}@${edition}`;
}

/** The entry that a citation means in a report of that date: the edition it names, else one in force, else the newest. */
export function entryOf(
	citation: { readonly framework: string; readonly code: string; readonly edition: string | null },
	date: ReportDate,
): Entry | undefined {
	const entries = candidates(citation);
	return entries.find((entry) => isInForce(entry, date)) ?? entries[0];
}

/** Place of each entry in the registry, by framework. */
const ranks = new Map<string, ReadonlyMap<Entry, number>>();

export function rankOf(entry: Entry): number {
	let known = ranks.get(entry.framework);
	if (!known) {
		// A standard's editions stand together, in the order of their numbers; the registry lists the newest first.
		const entries = allEntries(entry.framework);
		known = new Map(entries.map((one, index) => [one, index]));
		ranks.set(entry.framework, known);
	}
	return known.get(entry) ?? known.size;
}

/**
 * What each framework asks and the draft answers, frameworks in the order of their first citation behind those that are declared,
 * disclosures in the order of the registry. A standard that is cited as a whole counts where none of its disclosures is cited.
 */
export function disclosuresOf(draft: Draft, settings: Settings): ReadonlyMap<string, readonly Disclosure[]> {
	const date = reportDate(draft.frontMatter, settings);
	const declared = declaredFrameworks(draft.frontMatter, settings) ?? [];
	const found = new Map<string, Map<string, { entry: Entry; required: boolean; places: CitedPlace[] }>>();
	const of = (framework: string) => {
		const known = found.get(framework) ?? new Map();
		found.set(framework, known);
		return known;
	};
	for (const framework of declared) {
		for (const entry of requiredOf(framework, date, [draft])) {
			of(framework).set(keyOf(entry), { entry, required: true, places: [] });
		}
	}
	for (const place of outlineOf(draft).places) {
		const entry = entryOf(place.citation, date);
		if (!entry || findFramework(entry.framework)?.role !== "disclosure") {
			continue;
		}
		const all = of(entry.framework);
		const known = all.get(keyOf(entry));
		if (known) {
			known.places.push(place);
		} else {
			all.set(keyOf(entry), { entry, required: false, places: [place] });
		}
	}
	return new Map(
		[...found]
			.map(([framework, all]) => [framework, sorted(withoutWholes([...all.values()]))] as const)
			.filter(([, all]) => all.length > 0),
	);
}

function sorted(disclosures: readonly Disclosure[]): Disclosure[] {
	return disclosures.toSorted((a, b) => rankOf(a.entry) - rankOf(b.entry));
}

/** A goal of the SDG is an aim of its own beside its targets; any other standard is what its disclosures are. */
function withoutWholes(disclosures: readonly Disclosure[]): Disclosure[] {
	const told = new Set(
		disclosures
			.filter(({ entry, places }) => entry.code !== entry.standard && places.length > 0)
			.map(({ entry }) => entry.standard),
	);
	return disclosures.filter(
		({ entry }) => entry.framework === "SDG" || entry.code !== entry.standard || !told.has(entry.standard),
	);
}

/** What a framework requires of every report of that date; the report is made up of `drafts`. */
export function requiredOf(framework: string, date: ReportDate, drafts: readonly Draft[]): readonly Entry[] {
	const required = requiredStandards[framework];
	const isFree = framework === "GRI" && drafts.some(claimsReference);
	if (!required || isFree || replacementOf(framework, date)) {
		return [];
	}
	return allEntries(framework).filter(
		(entry) =>
			required.standards.includes(entry.standard) &&
			entry.code !== entry.standard &&
			!required.without?.includes(entry.code) &&
			findEntries(framework, entry.code).find((one) => isInForce(one, date)) === entry,
	);
}

const reference = new RegExp(oneOf(withReference));

/** Whether the draft says that it reports with reference to GRI: it then uses selected disclosures. */
function claimsReference({ blocks }: Draft): boolean {
	return blocks.some(({ content }) => saysReference(content));
}

const saysReference = oncePer(({ passages }: BlockContent): boolean =>
	passages.some(
		({ kind, text, citations }) =>
			kind !== "heading" &&
			citations.some(
				({ framework, span }) => framework === "GRI" && reference.test(text.slice(Math.max(0, span.start - 60), span.end + 20)),
			),
	),
);
