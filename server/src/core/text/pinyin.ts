/** Pinyin syllables, for telling a gloss such as 國(guó) from any other bracket. */

const initials = [
	"",
	"b",
	"p",
	"m",
	"f",
	"d",
	"t",
	"n",
	"l",
	"g",
	"k",
	"h",
	"j",
	"q",
	"x",
	"zh",
	"ch",
	"sh",
	"r",
	"z",
	"c",
	"s",
	"y",
	"w",
];
const finals =
	"a o e i u v ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue ve".split(" ");
const syllables = new Set(initials.flatMap((initial) => finals.map((final) => initial + final)));

/** Vowels with tone marks and the plain vowel under them. */
const marked = new Map<string, string>();
for (const [plain, forms] of Object.entries({
	a: "āáǎàă",
	e: "ēéěèĕ",
	i: "īíǐìĭ",
	o: "ōóǒòŏ",
	u: "ūúǔùŭ",
	v: "ǖǘǚǜü",
	n: "ńňǹ",
	m: "ḿ",
})) {
	for (const form of forms) {
		marked.set(form, plain);
	}
}

/**
 * Whether `text` is one syllable, in lower case, with or without a tone mark. A single letter counts only with its mark:
 * without one, "(a)" and "(e)" are labels.
 */
export function isPinyinSyllable(text: string): boolean {
	let plain = "";
	let tones = 0;
	for (const character of text.normalize("NFC")) {
		const base = marked.get(character);
		if (base !== undefined) {
			tones += 1;
			plain += base;
		} else {
			plain += character;
		}
	}
	return tones <= 1 && (plain.length > 1 || tones === 1) && syllables.has(plain);
}
