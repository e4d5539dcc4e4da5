/** The fixes of the specs' drafts, one by one: what they fix is gone, and nothing else has changed. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DraftChecker } from "../../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../../server/src/core/claims/memoryDatabase.ts";
import type { Edit, Finding } from "../../../server/src/core/model.ts";
import { rules } from "../../../server/src/core/rules/index.ts";
import { defaultSettings } from "../../../server/src/core/settings.ts";
import { checkSpec } from "../../support/checkSpec.ts";
import { seedClaims } from "../../support/seeds.ts";
import { readAnnotated, readSpec } from "../../support/spec.ts";

function applied(text: string, edits: readonly Edit[]): string {
	let fixed = text;
	for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
		fixed = fixed.slice(0, span.start) + newText + fixed.slice(span.end);
	}
	return fixed;
}

/** What a finding is, wherever it has moved to. */
function named(text: string, findings: readonly Finding[]): string[] {
	return findings.map(({ rule, span, message }) => `${rule} ${text.slice(span.start, span.end)} ${message}`);
}

for (const rule of ["missing-source-citation", "unknown-source-citation"]) {
	describe(`fixes of ${rule}`, () => {
		const file = new URL(`../../rules/${rule}.spec.md`, import.meta.url);
		for (const spec of readSpec(readFileSync(file, "utf8"))) {
			const { text } = readAnnotated(`${spec.draft.value}\n`);
			it(spec.title.join(" > "), async () => {
				for (const ending of ["\n", "\r\n"]) {
					const draft = text.replaceAll("\n", ending);
					const findings = await checkSpec(draft, spec);
					for (const [index, { fixes, span }] of findings.entries()) {
						// Nobody knows what a key of Pandoc that is like no other stands for.
						assert.ok(fixes.length > 0 || /^\[?@/.test(draft.slice(span.start, span.end)));
						for (const { title, edits } of fixes) {
							const fixed = applied(draft, edits);
							assert.ok(ending === "\n" || !/[^\r]\n/.test(fixed), "line ends stay what they are");
							const left = named(fixed, await checkSpec(fixed, spec));
							const others = named(
								draft,
								findings.filter((_, other) => other !== index),
							);
							assert.ok(
								left.every((one) => others.includes(one)),
								`${title} brings up something new: ${left.filter((one) => !others.includes(one))}`,
							);
							assert.ok(left.length < findings.length, `${title} does not fix it`);
							const inserted = edits.reduce((sum, edit) => sum + edit.newText.length - (edit.span.end - edit.span.start), 0);
							assert.equal(fixed.length, draft.length + inserted);
						}
					}
				}
			});
		}
	});
}

describe("fixes that define a footnote", () => {
	const database = createMemoryDatabase(seedClaims());
	const settings = {
		...defaultSettings,
		rules: Object.fromEntries(
			rules.map(({ id }) => [id, id === "missing-source-citation" ? ("information" as const) : ("off" as const)]),
		),
	};
	const first = "Ant Group invested RMB 20.46 billion in technology in 2022.";

	it("find the end of the draft after it has grown elsewhere", async () => {
		const checker = new DraftChecker();
		for (const rest of [
			"",
			"\n\nMore.",
			"\n\nMore. And more.\n\n- a list\n",
			"\n\n[^x]: a note\n",
			"\n\n[^x]: a longer note\n[^y]: b\n",
		]) {
			const text = first + rest;
			const checked = await checker.check(text, { database, settings });
			const fix = checked?.findings.find(({ rule }) => rule === "missing-source-citation")?.fixes[0];
			assert.ok(fix);
			const fixed = applied(text, fix.edits);
			const between = rest.includes("[^") ? "\n" : "\n\n";
			assert.ok(fixed.startsWith(`${first}[^ant-group-2022]`), fixed);
			assert.ok(
				fixed.slice(first.length + "[^ant-group-2022]".length).startsWith(`${rest.trimEnd()}${between}[^ant-group-2022]: `),
				fixed,
			);
			assert.equal(/\n*$/.exec(fixed)?.[0], /\n*$/.exec(text)?.[0]);
		}
	});
});
