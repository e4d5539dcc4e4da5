import type { Silence } from "./draft.ts";

const command = /^\s*tickmark-ignore(-next)?(?![\w-])/;
const ruleId = /^[A-Za-z][\w-]*$/;

/**
 * Reads the silencing comments in a piece of HTML: `<!-- tickmark-ignore-next rule-a rule-b: reason -->`, and `tickmark-ignore`
 * for the rest of the section. Rules may also be separated by commas, and the colon may be a full-width one.
 * @param offset where the piece begins in its block.
 */
export function readSilences(html: string, offset: number): Silence[] {
	const silences: Silence[] = [];
	for (let start = html.indexOf("<!--"); start >= 0; ) {
		const close = html.indexOf("-->", start + 4);
		const end = close < 0 ? html.length : close + 3;
		const silence = readComment(html.slice(start + 4, close < 0 ? html.length : close));
		if (silence) {
			silences.push({ ...silence, span: { start: offset + start, end: offset + end } });
		}
		start = html.indexOf("<!--", end);
	}
	return silences;
}

function readComment(comment: string): Omit<Silence, "span"> | null {
	const found = command.exec(comment);
	if (!found) {
		return null;
	}
	const rest = comment.slice(found[0].length);
	const colon = rest.search(/[:：]/);
	const named = (colon < 0 ? rest : rest.slice(0, colon)).split(/[\s,，、]+/).filter((word) => word !== "");
	const scope = found[1] ? "next" : "section";
	// A reason whose colon was forgotten is still a reason, not the name of a rule.
	const stray = named.findIndex((word) => !ruleId.test(word) || !(word.includes("-") || colon >= 0));
	const rules = stray < 0 ? named : named.slice(0, stray);
	const reason = [...(stray < 0 ? [] : named.slice(stray)), ...(colon < 0 ? [] : [rest.slice(colon + 1)])].join(" ");
	return { scope, rules, reason: reason.replace(/\s+/g, " ").trim() };
}
