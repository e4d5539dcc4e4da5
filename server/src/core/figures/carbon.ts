/** Carbon: the substance of tonnes that emissions are printed in, and net-zero statements. */
import {
	carbonEquivalentWords,
	carbonWords,
	emissionWords,
	netZeroWords,
	otherSubstances,
	standardCoalWords,
} from "../../../data/figures/carbon.ts";
import type { Span } from "../model.ts";
import { isYear } from "./dates.ts";
import { Lexicon } from "./lexicon.ts";

type Substance = "CO2" | "CO2e" | "ce" | "emissions" | "other";

const carbon = new Lexicon<Substance>({ caseless: true });
for (const word of carbonEquivalentWords) {
	carbon.add(word, "CO2e");
}
for (const word of carbonWords) {
	carbon.add(word, "CO2");
}
for (const word of standardCoalWords) {
	carbon.add(word, "ce");
}
for (const word of emissionWords) {
	carbon.add(word, "emissions");
}
for (const word of otherSubstances) {
	carbon.add(word, "other");
}
const netZero = new Lexicon<true>({ caseless: true });
for (const word of netZeroWords) {
	netZero.add(word, true);
}

const masses = new Set(["g", "kg", "t", "kt", "Mt", "Gt"]);
const clauseEnds = new Set([..."。；;!?！？\n"].map((character) => character.charCodeAt(0)));

/**
 * The carbon unit that a mass between `start` and `end` is printed in, told by the words around it; null when nothing
 * says carbon. What stands straight behind the unit decides, then the words before it in its clause, the nearest first.
 */
export function carbonUnit(text: string, unit: string, start: number, end: number): string | null {
	const stroke = unit.indexOf("/");
	const mass = stroke < 0 ? unit : unit.slice(0, stroke);
	const per = stroke < 0 ? undefined : unit.slice(stroke + 1);
	if (!masses.has(mass)) {
		return null;
	}
	const near = behind(text, end);
	// 먼지 12톤을 배출: what is emitted may be named before.
	const found = near === null || near === "emissions" ? (ahead(text, start) ?? near) : near;
	if (found === null || found === "other") {
		return null;
	}
	if (found === "ce") {
		return mass === "t" || mass === "kg" ? `${mass}ce${per === undefined ? "" : `/${per}`}` : null;
	}
	const equivalent = found === "CO2e" || mentionsEquivalent(text, start, end);
	const carbonMass = `${mass}${equivalent ? "CO2e" : "CO2"}`;
	return per === undefined ? carbonMass : `${carbonMass}/${per}`;
}

/** 碳排放 is carbon dioxide unless equivalents are spoken of close by. */
function mentionsEquivalent(text: string, start: number, end: number): boolean {
	const window = text.slice(Math.max(0, start - 40), end + 24);
	return /当量|equivalent|CO2e|CO2-e|환산|GHG|greenhouse|温室气体|온실가스|scopes? [123]|范围[一二三123]|스코프/i.test(window);
}

function behind(text: string, at: number): Substance | null {
	for (let next = at; next < text.length && next - at < 14; next++) {
		const code = text.charCodeAt(next);
		if (clauseEnds.has(code) || code === 0x2c || code === 0xff0c || code === 0x3001 || code === 0x29) {
			return null;
		}
		const found = carbon.longest(text, next);
		if (found && startsWord(text, next)) {
			return found.value;
		}
	}
	return null;
}

function ahead(text: string, at: number): Substance | null {
	let emissions = false;
	let numbers = false;
	for (let end = at; end > 0 && at - end < 60; end--) {
		if (clauseEnds.has(text.charCodeAt(end - 1)) || (text.charAt(end - 1) === "." && text.charAt(end) === " ")) {
			break;
		}
		const code = text.charCodeAt(end - 1);
		numbers ||= code >= 0x30 && code <= 0x39;
		// Behind another number, a comma ends what was said of that one.
		if (numbers && (code === 0xff0c || code === 0x3001 || (code === 0x2c && text.charCodeAt(end) === 0x20))) {
			break;
		}
		const found = carbon.longestBefore(text, end);
		if (found && found.value !== "emissions") {
			return found.value;
		}
		emissions ||= found !== null;
	}
	// "Emissions fell to 12 kt" are those that reports call so: greenhouse gases.
	return emissions ? "emissions" : null;
}

/** Whether the words of a label name another substance than carbon last: "NOx emissions". */
export function namesOtherSubstance(label: string): boolean {
	return ahead(label, label.length) === "other";
}

function startsWord(text: string, at: number): boolean {
	return !/[a-z]/i.test(text.charAt(at)) || !/[a-z]/i.test(text.charAt(at - 1));
}

/** How far a year and "net zero" may stand apart. */
const reach = 30;

/** A net-zero statement around a year in [start, end): the span from the year to the words, or the reverse. */
export function netZeroAt(text: string, start: number, end: number): Span | null {
	for (let next = end; next < text.length && next - end < reach; next++) {
		const code = text.charCodeAt(next);
		if (clauseEnds.has(code) || code === 0x2c || code === 0xff0c || code === 0x3001 || (code >= 0x30 && code <= 0x39)) {
			return null;
		}
		const found = netZero.longest(text, next);
		if (found && startsWord(text, next)) {
			return { start, end: found.at };
		}
	}
	return null;
}

/** A net-zero statement whose words begin at `at` and whose year follows: "net-zero emissions by 2030". */
export function netZeroFrom(text: string, at: number): Span | null {
	const found = netZero.longest(text, at);
	if (!found) {
		return null;
	}
	for (let next = found.at; next < text.length && next - found.at < reach + 20; next++) {
		const code = text.charCodeAt(next);
		if (clauseEnds.has(code) || (text.charAt(next) === "." && text.charAt(next + 1) === " ")) {
			break;
		}
		if (code >= 0x30 && code <= 0x39) {
			const year = Number(text.slice(next, next + 4));
			const linked = /(by|in|until|before|year|as early as|no later than) ?(the year |the end of )?$/i.test(
				text.slice(Math.max(0, next - 24), next),
			);
			return isYear(year) && linked ? { start: at, end: next + 4 } : null;
		}
	}
	return null;
}
