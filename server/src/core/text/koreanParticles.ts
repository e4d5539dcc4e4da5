/** Korean particles that depend on how the word before them ends. */

const pairs: readonly { readonly written: string; readonly afterConsonant: string; readonly afterVowel: string }[] = [
	{ written: "(으)로", afterConsonant: "으로", afterVowel: "로" },
	{ written: "은(는)", afterConsonant: "은", afterVowel: "는" },
	{ written: "을(를)", afterConsonant: "을", afterVowel: "를" },
	{ written: "이(가)", afterConsonant: "이", afterVowel: "가" },
	{ written: "와(과)", afterConsonant: "과", afterVowel: "와" },
];

type Ending = "vowel" | "consonant" | "rieul";

/** How the digits are read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const digits: readonly Ending[] = [
	"consonant",
	"rieul",
	"vowel",
	"consonant",
	"vowel",
	"vowel",
	"consonant",
	"rieul",
	"rieul",
	"vowel",
];

/** Turns "위안(으)로" and "회사은(는)" into what is said: "위안으로", "회사는". Where the reading is not known both forms stay. */
export function settleParticles(text: string): string {
	return text.replace(
		/([^\s(){}])([)”’"'\]]*)(\(으\)로|은\(는\)|을\(를\)|이\(가\)|와\(과\))/g,
		(whole, last: string, closing: string, written: string) => {
			const ending = endingOf(last);
			const pair = pairs.find((one) => one.written === written);
			if (!ending || !pair) {
				return whole;
			}
			const asVowel = ending === "vowel" || (ending === "rieul" && written === "(으)로");
			return last + closing + (asVowel ? pair.afterVowel : pair.afterConsonant);
		},
	);
}

function endingOf(character: string): Ending | null {
	const code = character.charCodeAt(0);
	if (code >= 0xac00 && code <= 0xd7a3) {
		// Syllables are laid out by their final consonant, 28 to a group; 0 is none, 8 is ㄹ.
		const final = (code - 0xac00) % 28;
		return final === 0 ? "vowel" : final === 8 ? "rieul" : "consonant";
	}
	if (character === "%") {
		return "vowel";
	}
	return digits[character.charCodeAt(0) - 48] ?? null;
}
