import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import type { Language } from "../model.ts";
import { addToYaml } from "./yamlEdit.ts";

/** Added above what is put into a file that is not there yet. */
const beginning = `# What reports here call their measures and organisations, besides the names that Tickmark knows.
# Tickmark reads this file whenever it changes; its documentation says what else can stand here.
`;

/**
 * The text of a workspace glossary with a further name of a measure.
 * @param text "" for a file that is not there yet
 * @returns null where the file is broken, or something else stands in the place of the names
 */
export function addMeasureName(text: string, measure: string, name: string, language: Language): string | null {
	const document = parseDocument(text, { uniqueKeys: false });
	if (document.errors.length > 0) {
		return null;
	}
	const at = (...path: string[]): Node | undefined => document.getIn(path, true) as Node | undefined;
	const isText = (node: Node | undefined): boolean => isSeq(node) || (isScalar(node) && node.value !== null);
	const root = document.contents;
	if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null)) {
		return null;
	}
	const entry = root === null || isScalar(root) || !isMap(at("measures")) ? undefined : at("measures", measure);
	let path = ["measures", measure, "names"];
	if (isText(entry)) {
		path = ["measures", measure];
	} else if (!isMap(entry) || !isText(at(...path))) {
		const names = isMap(entry) ? at(...path) : undefined;
		const keys = isMap(names) ? names.items.map(({ key }) => String(isScalar(key) ? key.value : "")) : [];
		const base = language === "en" || language === "ko" ? language : "zh";
		path = [...path, keys.includes(language) ? language : base];
	}
	const added = addToYaml(text, { path, item: name });
	return added !== null && text.trim() === "" ? beginning + added.trimStart() : added;
}
