import assert from "node:assert/strict";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const table = "| Indicator | 2024 |\n| --- | ---: |\n| Scope 1 (tCO2e) | 10 |\n";
const body = `# Report

${table}
Water withdrawal was 3,200 m³.[^w]

- Women hold 38% of management positions

Scope 1 emissions were 12 tCO2e.

Scope 1 emissions were 13 tCO2e.
`;

/** Texts that differ far from the figures whose findings they change. */
const versions: readonly (readonly [what: string, text: string])[] = [
	["nothing declared", body],
	["a caption above the table", body.replace("# Report\n", "# Report\n\nTable 1: emissions (GRI 305-1)\n")],
	["the caption without its citation", body.replace("# Report\n", "# Report\n\nTable 1: emissions\n")],
	["a note below the table", body.replace(table, `${table}\nNote: GRI 305-1.\n`)],
	["a footnote that cites", `${body}\n[^w]: GRI 303-3.\n`],
	["the footnote without its citation", `${body}\n[^w]: Metered.\n`],
	["a paragraph that introduces the list", body.replace("- Women", "The following count (GRI 405-1):\n\n- Women")],
	["a framework that is mentioned", `${body}\nWe follow the TCFD recommendations.\n`],
	["a style of citing", `${body}\nSee GRI2-7 and TCFD MT-a.\n`],
	["a content index", `${body}\n## GRI content index\n\n| Disclosure | Page |\n| --- | --- |\n| GRI 305-1 | 3 |\n`],
	["frameworks in the front matter", `---\nframeworks: [GRI, TCFD]\n---\n\n${body}`],
	["a date", `---\nframeworks: [GRI]\npublished: 2027-02-01\n---\n\n${body}`],
	["a period", `---\nframeworks: [GRI]\nreporting-period: 2026\n---\n\n${body}`],
];

describe("missing citations while a draft is edited", () => {
	const options = { database: createMemoryDatabase([]), settings: defaultSettings };
	const findings = async (checker: DraftChecker, text: string) =>
		(await checker.check(text, options))?.findings.filter((finding) => finding.rule === "missing-framework-citation");

	it("come out as if the draft had been read afresh", async () => {
		const kept = new DraftChecker();
		const seen = new Set<string>();
		for (const [what, text] of [...versions, ...versions.toReversed()]) {
			const fresh = await findings(new DraftChecker(), text);
			assert.deepEqual(await findings(kept, text), fresh, what);
			seen.add(JSON.stringify(fresh?.map(({ message, span }) => [message, text.slice(span.start, span.end)])));
		}
		// Most versions come to findings of their own: otherwise the test proves nothing.
		assert.ok(seen.size >= 8, `${seen.size} different outcomes`);
	});
});
