/**
 * Pairs: two figures of a passage that the writer presents as one amount, "RMB 20.46 billion (about US$2.89 billion)",
 * 204.6亿元，约合28.9亿美元, 204억6000만 위안(약 28억9000만 달러), "1,200 MWh (4,320 GJ)". Only a connection that says so makes a
 * pair: two amounts that merely stand side by side are a comparison, a range or a list.
 */
import {
	alternatives,
	approximations,
	choices,
	closings,
	connectors,
	koreanEquivalents,
	koreanParticles,
	perWords,
	rateWords,
} from "../../../data/rates/wording.ts";
import { findUnit } from "../figures/units.ts";
import type { Figure } from "../model.ts";
import { fold } from "../text/fold.ts";
import { isOneUnit } from "./statedRates.ts";

/** Two figures of one amount; indexes into the figures of the passage. */
export interface Pair {
	readonly first: Figure;
	readonly second: Figure;
	readonly firstIndex: number;
	readonly secondIndex: number;
}

/** How two figures are joined. */
type Connection =
	/** The second stands in brackets behind the first. */
	| "bracket"
	/** Words or a sign say that they are the same. */
	| "explicit"
	| "slash";

/** Dimensions whose units are converted into one another; hours and days of work are not, nor are bytes. */
const convertible: ReadonlySet<string> = new Set([
	"mass",
	"mass-co2e",
	"energy",
	"standard-coal",
	"oil-equivalent",
	"power",
	"area",
	"volume",
	"length",
	"temperature",
]);

/** Dimensions apart whose units reports equate all the same (tce and kWh). */
const energies: ReadonlySet<string> = new Set(["energy", "standard-coal", "oil-equivalent"]);

/** The longest text between two figures of one amount; the longest connector with its brackets and "approximately". */
const longestConnection = 48;
const connectorSet: ReadonlySet<string> = new Set(connectors);
const alternativeSet: ReadonlySet<string> = new Set(alternatives);
const particleSet: ReadonlySet<string> = new Set(koreanParticles);

/** The pairs of a passage, in order. A figure belongs to one pair at most as its second. */
export function findPairs(text: string, figures: readonly Figure[]): Pair[] {
	const pairs: Pair[] = [];
	for (let i = 0; i + 1 < figures.length; i++) {
		const first = figures[i] as Figure;
		const second = figures[i + 1] as Figure;
		if (
			second.start - first.end <= longestConnection &&
			isAmount(first) &&
			isAmount(second) &&
			couldBeOne(first, second) &&
			isPair(text, first, second)
		) {
			pairs.push({ first, second, firstIndex: i, secondIndex: i + 1 });
		}
	}
	return pairs;
}

function isAmount(figure: Figure): boolean {
	return (
		figure.value !== null &&
		figure.value.sign > 0 &&
		(figure.kind === "money" || figure.kind === "quantity" || figure.kind === "count")
	);
}

/** Whether two amounts can be one amount in two currencies or units. */
export function isConvertible(first: Figure, second: Figure): boolean {
	return isAmount(first) && isAmount(second) && couldBeOne(first, second);
}

/** Whether both are money, or units of one dimension. */
function couldBeOne(first: Figure, second: Figure): boolean {
	if (first.currency !== null || second.currency !== null) {
		return first.currency !== null && second.currency !== null && perPart(first) === perPart(second);
	}
	if (first.unit === second.unit || (second.kind === "count" && second.unit === null)) {
		return true;
	}
	const [a, b] = [dimension(first), dimension(second)];
	return a !== null && b !== null && (a === b ? convertible.has(a) : energies.has(a) && energies.has(b));
}

function dimension(figure: Figure): string | null {
	return figure.unit === null ? null : (findUnit(figure.unit)?.dimension ?? null);
}

/** What an amount of money is counted for: "/t" of "CNY/t", "" of "CNY". */
function perPart(figure: Figure): string {
	const { unit, currency } = figure;
	return unit === null || currency === null || !unit.startsWith(currency) ? "" : unit.slice(currency.length);
}

function isPair(text: string, first: Figure, second: Figure): boolean {
	const start = Math.max(first.end, first.qualifierSpan && first.qualifierSpan.start >= first.end ? first.qualifierSpan.end : 0);
	if (second.start < start || second.start - start > longestConnection) {
		return false;
	}
	const end = Math.max(second.end, second.qualifierSpan?.end ?? 0);
	const after = fold(text.slice(end, end + longestConnection)).text.toLowerCase();
	const between = fold(text.slice(start, second.start)).text.toLowerCase();
	const connection = readConnection(between, after, text, first);
	if (connection === null || perWords.some((word) => after.trimStart().startsWith(word))) {
		return false;
	}
	if (first.currency !== null && first.currency !== second.currency) {
		return !(connection === "explicit" && (isOneUnit(first) || isOneUnit(second)));
	}
	if (first.currency === null && !/^\s*([)\].,;:!?。，、；：！？]|$)/.test(after)) {
		// "300 t of paper, equivalent to 500 t of carbon": what follows would say what is measured.
		return false;
	}
	return first.unit !== second.unit || sameUnitTwice(first, second, connection);
}

/** Two figures in one unit are one amount in two notations (3.6亿 and 360 million); in one notation they are a comparison. */
function sameUnitTwice(first: Figure, second: Figure, connection: Connection): boolean {
	const [a, b] = [notation(first), notation(second)];
	return connection === "explicit" ? a !== b : (a === "myriads") !== (b === "myriads");
}

function notation(figure: Figure): "myriads" | "thousands" | "digits" {
	const numeral = fold(figure.style.numeral).text;
	return /[万亿兆만억조천千百]/.test(numeral) ? "myriads" : /[a-z]/i.test(numeral) ? "thousands" : "digits";
}

function readConnection(between: string, after: string, text: string, first: Figure): Connection | null {
	const bracket = Math.max(between.lastIndexOf("("), between.lastIndexOf("["));
	if (bracket >= 0) {
		const lead = stripApproximations(between.slice(bracket + 1));
		if (trimPunctuation(between.slice(0, bracket)) !== "" || !closesAsPair(after)) {
			return null;
		}
		if (lead === "" || alternativeSet.has(lead)) {
			return "bracket";
		}
		return connectorSet.has(lead) || connectorSet.has(trimPunctuation(between.slice(bracket + 1))) ? "explicit" : null;
	}
	const whole = trimPunctuation(between);
	if (whole === "/" || whole === "|") {
		return "slash";
	}
	const word = stripApproximations(whole);
	if (connectorSet.has(whole) || connectorSet.has(word)) {
		return "explicit";
	}
	if (particleSet.has(word) && koreanEquivalents.some((ending) => after.trimStart().startsWith(ending))) {
		return "explicit";
	}
	const announced = word !== whole || /^\s*[,，;；、]/.test(between);
	if (alternativeSet.has(word) && announced && !isChoice(text, first)) {
		return "explicit";
	}
	return null;
}

/** Whether what follows the second figure closes its bracket, or goes on with the rate. */
function closesAsPair(after: string): boolean {
	let rest = after.trimStart();
	const closing = closings.find((word) => rest.startsWith(word));
	if (closing !== undefined) {
		rest = rest.slice(closing.length).trimStart();
	}
	if (rest.startsWith(")") || rest.startsWith("]")) {
		return true;
	}
	const goesOn = rest.replace(/^[,，;；、]\s*/, "");
	return (
		rateWords.some((word) => goesOn.startsWith(word)) || (goesOn !== rest && closings.some((word) => goesOn.startsWith(word)))
	);
}

function isChoice(text: string, first: Figure): boolean {
	const before = text
		.slice(Math.max(0, (first.qualifierSpan?.start ?? first.start) - longestConnection), first.start)
		.toLowerCase();
	const sentence = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("。"), before.lastIndexOf("; ")) + 1);
	return choices.some((word) => new RegExp(`\\b${word}\\b`).test(sentence));
}

function trimPunctuation(text: string): string {
	return text.replace(/^[\s,，;；、:：–—-]+/, "").replace(/[\s,，;；、:：–—-]+$/, "");
}

function stripApproximations(text: string): string {
	let rest = trimPunctuation(text);
	for (let again = true; again; ) {
		again = false;
		for (const word of approximations) {
			if (rest === word) {
				return "";
			}
			const spaced = /[a-z.]$/.test(word) ? " " : "";
			if (rest.startsWith(word + spaced)) {
				rest = trimPunctuation(rest.slice(word.length));
				again = true;
			} else if (rest.endsWith(spaced + word)) {
				rest = trimPunctuation(rest.slice(0, rest.length - word.length));
				again = true;
			}
		}
	}
	return rest;
}
