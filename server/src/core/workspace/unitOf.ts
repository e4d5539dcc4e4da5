import { readFigures } from "../figures/readFigures.ts";
import { detectLanguage } from "../text/language.ts";

/** The canonical symbol of a unit as people write it, in any language; a word that is no unit is a counted thing and stands for itself. */
export function unitOf(text: string): string {
	const [figure] = readFigures(`7 ${text}`, { language: detectLanguage(text) });
	return figure?.unit && figure.start === 0 && figure.end === text.length + 2 ? figure.unit : text;
}
