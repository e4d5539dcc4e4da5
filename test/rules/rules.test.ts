/** Every `*.spec.md` beside this file is a page of tests; test/support/spec.ts says how they are written. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rules } from "../../server/src/core/rules/index.ts";
import { checkSpec } from "../support/checkSpec.ts";
import { readSpec, runSpec, type SpecOutcome, updateSpec } from "../support/spec.ts";

const folder = new URL(".", import.meta.url);
const update = process.env.UPDATE_SPECS === "1";
const files = readdirSync(folder).filter((name) => name.endsWith(".spec.md"));

describe("rules", () => {
	for (const name of files) {
		describe(name.replace(/\.spec\.md$/, ""), () => {
			const file = new URL(name, folder);
			const markdown = readFileSync(file, "utf8");
			const specs = readSpec(markdown);
			const outcomes: SpecOutcome[] = [];

			it("has tests", () => {
				assert.ok(specs.length > 0);
			});

			for (const [index, spec] of specs.entries()) {
				it(spec.title.join(" > "), async () => {
					const outcome = await runSpec(spec, checkSpec);
					outcomes[index] = outcome;
					if (!update) {
						assert.equal(outcome.draft.actual, outcome.draft.expected);
						for (const [nth, { actual, expected }] of outcome.fixed) {
							assert.equal(actual, expected, `fixed ${nth}`);
						}
					}
				});
			}

			after(() => {
				if (update) {
					writeFileSync(file, updateSpec(markdown, specs, outcomes));
				}
			});
		});
	}

	it("each have a spec, and each spec a rule", () => {
		assert.deepEqual(files.map((name) => name.replace(/\.spec\.md$/, "")).sort(), rules.map((rule) => rule.id).sort());
	});
});
