/** Keys of sources as citations write them. */
import { addressPrefixes, crossReferencePrefixes } from "../../../data/citations.ts";
import { editDistance } from "../text/editDistance.ts";

/** Markdown compares the labels of footnotes and links without regard to case and white space. */
export function normalizeLabel(label: string): string {
	return label.replace(/\s+/g, " ").trim().toLowerCase();
}

const crossReference = new RegExp(`^(?:${crossReferencePrefixes.join("|")})[-:]`, "i");
const address = new RegExp(`^(?:${addressPrefixes.join("|")}):`, "i");

/**
 * Whether `[@key]` can only be the key of a source: not an npm scope (`@types/node`), not a cross-reference to a figure or table
 * (`@fig-emissions`), not an address that tools look up (`@doi:10.1000/182`).
 */
export function isSourceKey(key: string): boolean {
	return !key.includes("/") && !crossReference.test(key) && !address.test(key);
}

/** A key as the label of a footnote: Markdown allows neither spaces nor brackets there. */
export function asLabel(key: string): string {
	const label = key
		.trim()
		.replace(/[\s[\]\\^]+/g, "-")
		.replace(/^-+|-+$/g, "");
	return label === "" ? "source" : label;
}

/** Whether footnotes of such labels are numbered rather than named. */
export function isNumber(label: string): boolean {
	return /^[1-9]\d{0,4}$/.test(label);
}

const most = 3;
/** Comparing longer ones letter by letter would take as long as they are. */
const longestKey = 100;

/**
 * The known keys that a writer may have meant, nearest first, at most three: a few letters apart, or one the beginning of the
 * other. Numbers are no misspellings of each other.
 */
export function nearestKeys(key: string, known: Iterable<string>): string[] {
	const wanted = key.toLowerCase();
	if (isNumber(key)) {
		return [];
	}
	const allowed = Math.min(3, Math.floor(wanted.length / 4) + 1);
	const found: { readonly key: string; readonly distance: number }[] = [];
	for (const candidate of known) {
		const other = candidate.toLowerCase();
		const isPart = Math.min(wanted.length, other.length) >= 4 && (other.startsWith(wanted) || wanted.startsWith(other));
		const isNear = Math.abs(wanted.length - other.length) <= allowed && wanted.length <= longestKey;
		const distance = isPart ? 1.5 : isNear ? editDistance(wanted, other) : Number.POSITIVE_INFINITY;
		if (distance <= allowed && distance < Math.max(wanted.length, other.length) - 1 && !isNumber(candidate)) {
			found.push({ key: candidate, distance });
		}
	}
	return found
		.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))
		.slice(0, most)
		.map((one) => one.key);
}
