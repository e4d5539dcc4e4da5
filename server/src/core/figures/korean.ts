/** Korean words: numerals among syllables that are mostly other words, and what may follow a noun in its word. */

import { koreanParticles } from "../../../data/figures/nouns.ts";
import { koreanNames, koreanNative, koreanPairs, koreanScaleUnits, koreanWords } from "../../../data/figures/numerals.ts";
import { Decimal } from "../decimal.ts";
import { isHangul } from "../text/fold.ts";
import { skipSpaces } from "./characters.ts";
import { Lexicon } from "./lexicon.ts";
import { koreanNumberEnds, koreanRunEnd, readMyriad } from "./myriad.ts";
import { makeNumeral, type Numeral, type NumeralOptions, readShare, readWithShare } from "./numeral.ts";

const particles = new Lexicon<true>({ caseless: false });
for (const word of koreanParticles) {
	particles.add(word, true);
}

/** Whether a noun or unit that ends at `at` ends its word there but for particles: 도시들에서는, 톤의. */
export function endsWord(text: string, at: number): boolean {
	let next = text.charAt(at) === "들" ? at + 1 : at;
	// Two particles at most: 에서 and 는.
	for (let count = 0; count < 3; count++) {
		if (!isHangul(text.charCodeAt(next))) {
			return true;
		}
		const particle = particles.longest(text, next);
		if (!particle) {
			return false;
		}
		next = particle.at;
	}
	return false;
}

/** Whether a particle that only a noun takes closes the word in [start, end): the phrase's head is then this word. */
export function closesPhrase(text: string, start: number, end: number): boolean {
	return end - start > 1 && /(?:은|는|을|를|의|에서|에게|으로)$/.test(text.slice(start, end));
}

const native = new Lexicon<number>({ caseless: false });
for (const [word, value] of Object.entries(koreanNative)) {
	native.add(word, value);
}

/** 스물여섯, 두, 열다섯. */
function readNative(text: string, at: number): { readonly end: number; readonly value: number; readonly words: number } | null {
	const first = native.longest(text, at);
	const second = first && first.value >= 10 ? native.longest(text, first.at) : null;
	if (first && second && second.value < 10) {
		return { end: second.at, value: first.value + second.value, words: 2 };
	}
	return first && { end: first.at, value: first.value, words: 1 };
}

const pairs = new Lexicon<readonly [number, number]>({ caseless: false });
for (const [word, ends] of Object.entries(koreanPairs)) {
	pairs.add(word, ends);
}

/** 두세, 서너: a number that leaves it open between two, the higher of them read; null when none begins at `at`. */
export function readKoreanPair(text: string, at: number): { readonly numeral: Numeral; readonly low: Decimal } | null {
	const found = pairs.longest(text, at);
	return (
		found && {
			numeral: makeNumeral(at, found.at, Decimal.of(found.value[1]), { form: "words" }),
			low: Decimal.of(found.value[0]),
		}
	);
}

const words = new Set<string>(koreanWords);
const names = new Set<string>(koreanNames);

/**
 * A numeral that begins with a Korean syllable at a word's start. Most such syllables are other words, so it must have a unit
 * behind it or be long enough to be nothing else. `certain`: the caller knows it is a number (a sign stands before it, or
 * nothing else is in the text).
 */
export function readKoreanNumeral(text: string, at: number, options: NumeralOptions, certain: boolean): Numeral | null {
	const counted = readNative(text, at);
	if (counted) {
		const after = skipSpaces(text, counted.end);
		const ends = !isHangul(text.charCodeAt(counted.end));
		const measured = options.quantityAt(after) && (after === counted.end || ends);
		if (measured || (certain && ends) || (counted.words === 2 && koreanNumberEnds(text, counted.end))) {
			return makeNumeral(at, counted.end, Decimal.of(counted.value), { precision: 0, form: "words", plain: counted.words === 1 });
		}
	}
	const run = koreanRunEnd(text, at);
	if (run === at || "조경".includes(text.charAt(at)) || (words.has(text.slice(at, run)) && !text.startsWith("분의", run))) {
		return null;
	}
	const myriad = readMyriad(text, at, options);
	if (!myriad) {
		return null;
	}
	const { end, value, precision, mantissa, scale, more } = myriad;
	const share = readShare(text, at, end, value, options) ?? readWithShare(text, at, end, value, options);
	if (share) {
		return share;
	}
	const single = myriad.atoms === 1;
	const numeral = makeNumeral(at, end, value, {
		precision,
		mantissa,
		scale,
		more,
		form: "words",
		plain: single,
		implied: /^[십백천만억]+$/.test(text.slice(at, end)),
	});
	const ends = koreanNumberEnds(text, end);
	if (certain && ends) {
		return numeral;
	}
	// 백여 명, 천여 곳
	if (text.charAt(end) === "여" && scale > 0 && options.quantityAt(skipSpaces(text, end + 1))) {
		return numeral;
	}
	const after = skipSpaces(text, end);
	if (options.measuredAt(after)) {
		return single && isWordLike(text, at, after, after === end, myriad.scaled, options) ? null : numeral;
	}
	return !single && !names.has(text.slice(at, end)) && myriad.scaled && ends ? numeral : null;
}

/** One syllable and a unit of one syllable are mostly a word: 사원, 이분, 만기; across a space 이 and 일 are words still. */
function isWordLike(
	text: string,
	at: number,
	after: number,
	attached: boolean,
	scaled: boolean,
	options: NumeralOptions,
): boolean {
	if (options.longUnitAt(after)) {
		return false;
	}
	if (attached) {
		return !(scaled && koreanScaleUnits.includes(text.charAt(after)));
	}
	return "이일".includes(text.charAt(at));
}
