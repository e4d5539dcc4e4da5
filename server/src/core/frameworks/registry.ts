/** Every framework, standard and disclosure that Tickmark knows, looked up by code. */
import { registryData } from "../../../data/frameworks/index.ts";
import type { FrameworkData, Label, Status } from "./framework.ts";

/** A standard, or one of its disclosures, in one edition. */
export interface Entry {
	readonly framework: string;
	/** The standard's code ("305"); the same as `code` for the standard itself. */
	readonly standard: string;
	readonly code: string;
	readonly edition: string;
	readonly label: Label;
	readonly status: Status;
	/** First and last day in force (ISO), counted as the framework's `datedBy` says; null is open or unknown. */
	readonly from: string | null;
	readonly until: string | null;
	/** Codes that take its place. */
	readonly successors: readonly string[];
	/** Of a standard: its list of disclosures has gaps. */
	readonly partial: boolean;
	/** Its standard's number means another subject in another edition. */
	readonly reused: boolean;
}

const byId = new Map<string, FrameworkData>(registryData.map((framework) => [framework.id, framework]));
const byAlias = new Map<string, string>();
const entries = new Map<string, Map<string, Entry[]>>();

for (const framework of registryData) {
	for (const alias of [foldName(framework.id), ...framework.aliases]) {
		byAlias.set(alias, framework.id);
	}
	const codes = new Map<string, Entry[]>();
	const add = (entry: Entry) => {
		const known = codes.get(entry.code);
		if (known) {
			known.push(entry);
		} else {
			codes.set(entry.code, [entry]);
		}
	};
	for (const standard of framework.standards) {
		const { code, edition, label, status, from, until } = standard;
		const shared = {
			framework: framework.id,
			standard: code,
			edition,
			from,
			partial: standard.partial === true,
			reused: standard.reused === true,
		};
		add({ ...shared, code, label, status, until, successors: standard.successors ?? [] });
		for (const [disclosure, en, zh, ko, change] of standard.disclosures) {
			const stays = change?.until === null;
			add({
				...shared,
				code: disclosure,
				label: { en, zh, ko },
				status: stays ? "current" : status,
				until: stays ? null : (change?.until ?? until),
				successors: change?.successors ?? [],
			});
		}
	}
	entries.set(framework.id, codes);
}

export function findFramework(id: string): FrameworkData | undefined {
	return byId.get(id);
}

/** The ids of all frameworks, in the order of the data. */
export function frameworkIds(): readonly string[] {
	return [...byId.keys()];
}

/** The framework that a front matter or a setting names ("GRI Standards 2021", "UN SDGs", "IFRS S2"), or null. */
export function frameworkId(name: string): string | null {
	const folded = foldName(name);
	return byAlias.get(folded) ?? byAlias.get(folded.replace(/[(（]?(?:19|20)\d\d[)）]?(?:edition|版)?$/, "")) ?? null;
}

/** The standard or disclosure with this code in each edition that has it; empty where there is none. */
export function findEntries(framework: string, code: string): readonly Entry[] {
	return entries.get(framework)?.get(code) ?? [];
}

/** The entry that a citation means: the edition it names, else the first that is listed (the newest). */
export function findEntry(framework: string, code: string, edition: string | null = null): Entry | undefined {
	const all = findEntries(framework, code);
	return all.find((entry) => entry.edition === edition) ?? all[0];
}

/** Every entry of a framework, in the order of the data. */
export function allEntries(framework: string): readonly Entry[] {
	return [...(entries.get(framework)?.values() ?? [])].flat();
}

/** The code of the standard that a disclosure code belongs to by its form: "305" for "305-9", "8" for "8.11", "MT" for "MT-d". */
export function standardOf(framework: string, code: string): string {
	const known = findEntries(framework, code)[0];
	if (known) {
		return known.standard;
	}
	const cut = framework === "SASB" ? code.lastIndexOf("-") : code.search(/[-.]/);
	return cut < 0 ? code : code.slice(0, cut);
}

/**
 * Whether a code is known not to exist: its framework's list is complete and has it in no edition, or in another than the one
 * that is written with it. False wherever the registry cannot tell.
 */
export function isUnknown(framework: string, code: string, edition: string | null = null): boolean {
	const data = byId.get(framework);
	if (!data || data.complete === "no") {
		return false;
	}
	const found = findEntries(framework, code);
	if (found.length > 0) {
		return edition !== null && !found.some((entry) => entry.edition === edition) && editionsOf(framework, found).has(edition);
	}
	const standard = findEntries(framework, standardOf(framework, code));
	return standard.length > 0 ? !standard.some(({ partial }) => partial) : data.complete === "all";
}

/**
 * Codes that exist and look most like one that does not, most alike first, at most three: by the characters that differ, then
 * the same standard, then the nearest number.
 */
export function nearestCodes(framework: string, code: string, edition: string | null = null): readonly string[] {
	const standard = standardOf(framework, code);
	const number = lastNumber(code);
	const whole = !/[-.]/.test(code);
	const ranked: { code: string; key: readonly number[] }[] = [];
	for (const [candidate, [first]] of entries.get(framework) ?? []) {
		const isWhole = candidate === first?.standard;
		if (isWhole !== whole || isUnknown(framework, candidate, edition)) {
			continue;
		}
		const distance = editDistance(code, candidate);
		if (distance <= 2 || first?.standard === standard) {
			const away = Math.abs(lastNumber(candidate) - number);
			ranked.push({ code: candidate, key: [distance, first?.standard === standard ? 0 : 1, away] });
		}
	}
	ranked.sort((a, b) => compareKeys(a.key, b.key));
	return ranked.slice(0, 3).map((entry) => entry.code);
}

function editionsOf(framework: string, found: readonly Entry[]): Set<string> {
	const editions = new Set<string>();
	for (const entry of found) {
		for (const standard of findEntries(framework, entry.standard)) {
			editions.add(standard.edition);
		}
	}
	return editions;
}

function foldName(name: string): string {
	return name
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\s_]+/g, "");
}

/** The number a code ends in; a letter counts by its place in the alphabet. */
function lastNumber(code: string): number {
	const digits = /\d+$/.exec(code);
	return digits ? Number(digits[0]) : code.charCodeAt(code.length - 1) - 96;
}

/** Insertions, deletions, replacements and swaps of neighbours that make one code of the other. Codes are a dozen characters at most. */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1] ? 0 : 1;
			let best = Math.min(
				(above[column] as number) + 1,
				(current[column - 1] as number) + 1,
				(above[column - 1] as number) + same,
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				best = Math.min(best, (before[column - 2] as number) + 1);
			}
			current.push(best);
		}
		before = above;
		above = current;
	}
	return above[b.length] as number;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) {
		const difference = value - (b[index] as number);
		if (difference !== 0) {
			return difference;
		}
	}
	return 0;
}
