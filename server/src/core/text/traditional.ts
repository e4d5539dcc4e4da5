import simplifiedToTraditional from "opencc-js/dict/STCharacters";
import taiwanVariants from "opencc-js/dict/TWVariants";

let table: ReadonlyMap<string, string> | undefined;

/** Simplified Chinese in traditional characters, one for one: good enough for names and dates, not for prose. */
export function toTraditional(text: string): string {
	if (!table) {
		const variants = new Map(entries(taiwanVariants));
		table = new Map(entries(simplifiedToTraditional).map(([from, to]) => [from, variants.get(to) ?? to]));
	}
	let result = "";
	for (const character of text) {
		result += table.get(character) ?? character;
	}
	return result;
}

/** Where several characters answer to one, the first is the most common. */
function entries(dictionary: string): [string, string][] {
	return dictionary.split("|").map((entry) => {
		const [from = "", to = ""] = entry.split(" ");
		return [from, to];
	});
}
