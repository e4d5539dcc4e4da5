import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { type CheckedDraft, DraftChecker, type LocatedEvidence } from "../../server/src/core/checkDraft.ts";
import { explain, explainFrom } from "../../server/src/core/claims/explain.ts";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { type Origins, originsOf } from "../../server/src/core/claims/origins.ts";
import { defaultSettings, type Settings } from "../../server/src/core/settings.ts";
import { seedClaims } from "../support/seeds.ts";

const root = new URL("../../", import.meta.url);

async function check(text: string, given: Partial<Settings> = {}): Promise<CheckedDraft> {
	const database = createMemoryDatabase(seedClaims());
	const checked = await new DraftChecker().check(text, { database, settings: { ...defaultSettings, ...given } });
	assert.ok(checked);
	return checked;
}

function located(checked: CheckedDraft, text: string): LocatedEvidence {
	const found = checked.figures.find(({ evidence }) => evidence.figure.text === text);
	assert.ok(found, `no figure "${text}"`);
	return found;
}

describe("the explanation of a verdict", () => {
	const database = createMemoryDatabase(seedClaims());
	const texts = [
		...["examples", "seeds"].flatMap((folder) =>
			readdirSync(new URL(`${folder}/`, root))
				.filter((name) => name.endsWith(".md"))
				.map((name): [string, string] => [`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, root), "utf8")]),
		),
		...readdirSync(new URL("test/rules/", root))
			.filter((name) => name.endsWith(".spec.md"))
			.map((name): [string, string] => [
				name,
				readFileSync(new URL(`test/rules/${name}`, root), "utf8").replace(/^```.*$/gm, ""),
			]),
	];

	for (const [name, text] of texts) {
		it(`is of the verdict that was given: ${name}`, async () => {
			const { figures, glossary } = await check(text);
			assert.ok(figures.length > 0);
			for (const { evidence } of figures) {
				const explanation = await explainFrom(database, evidence, glossary);
				assert.equal(explanation.verdict, evidence.verdict, evidence.figure.text);
				if (evidence.verdict !== "derived") {
					const decided = explanation.candidates.filter((one) => one.decided).map((one) => one.claim.id);
					assert.deepEqual([...decided].sort(), evidence.claims.map((claim) => claim.id).sort(), evidence.figure.text);
				}
			}
		});
	}

	it("says what matched and what did not", async () => {
		const standings = async (text: string, figure: string): Promise<string> => {
			const { evidence } = located(await check(text), figure);
			const { candidates } = await explainFrom(database, evidence, standardGlossary());
			const best = candidates[0];
			assert.ok(best?.decided, "the first candidate is one that decided");
			return Object.entries(best.standings)
				.filter(([, standing]) => standing !== "same")
				.map(([aspect, standing]) => `${aspect} ${standing}`)
				.join(", ");
		};
		assert.equal(await standings("Ant Group invested RMB 20.46 billion in technology in 2022.", "RMB 20.46 billion"), "");
		assert.equal(
			await standings("Ant Group invested RMB 20.46 billion in technology in 2021.", "RMB 20.46 billion"),
			"period different",
		);
		assert.equal(
			await standings("Ant Group invested RMB 21.46 billion in technology in 2022.", "RMB 21.46 billion"),
			"value different",
		);
		assert.equal(await standings("Weiyedai covered 31 provinces at the end of 2022.", "31 provinces"), "entity different");
		assert.equal(
			await standings(
				"By 29 June 2023, WeBank had cumulatively served 360 million individual customers.",
				"360 million individual customers",
			),
			"qualifier different",
		);
		assert.match(
			await standings("Ant Group and MYbank have served 100 million small businesses.", "100 million small businesses"),
			/kind different/,
		);
		assert.match(
			await standings("Mashang Consumer Finance saved 690 million tonnes of paper by 7 September 2021.", "690 million tonnes"),
			/unit different$/,
		);
	});

	it("puts the best of the others behind those that decided", async () => {
		const { evidence } = located(await check("Ant Group invested RMB 20.46 billion in technology in 2022."), "RMB 20.46 billion");
		const { candidates } = explain(evidence, seedClaims(), standardGlossary());
		assert.equal(candidates.length, seedClaims().length);
		const decided = candidates.findIndex((one) => !one.decided);
		assert.ok(decided > 0 && candidates.slice(decided).every((one) => !one.decided));
		const scores = candidates.slice(decided).map(({ score }) => score);
		assert.deepEqual(
			scores,
			[...scores].sort((a, b) => b - a),
		);
	});

	it("has nothing to say of figures that are not checked", async () => {
		const { evidence } = located(await check("In 3 years it grew."), "3 years");
		assert.deepEqual(await explainFrom(database, evidence, standardGlossary()), {
			verdict: "not-check-worthy",
			subject: evidence.subject,
			derivation: null,
			candidates: [],
		});
	});
});

describe("where the parts of a subject come from", () => {
	const cases: [what: string, text: string, figure: string, origins: Partial<Origins>, settings?: Partial<Settings>][] = [
		[
			"the sentence",
			"In 2022, WeBank planted 500 trees.",
			"500 trees",
			{ entity: "sentence", measure: "sentence", period: "sentence", kind: "measure" },
		],
		[
			"an earlier sentence",
			"In 2022, WeBank planted 500 trees. It donated 700 meals.",
			"700 meals",
			{ entity: "earlier", period: "earlier" },
		],
		["an earlier paragraph", "In 2022, WeBank planted 500 trees.\n\nIt donated 700 meals.", "700 meals", { entity: "earlier" }],
		["the heading", "# Report\n\n## WeBank\n\nIn 2022, 500 trees were planted.", "500 trees", { entity: "heading" }],
		["the title", "# WeBank report\n\nIn 2022, 500 trees were planted.", "500 trees", { entity: "title" }],
		[
			"front matter",
			"---\nentity: WeBank\nreporting-period: 2022\n---\n\nWe planted 500 trees.",
			"500 trees",
			{ entity: "front-matter", period: "front-matter" },
		],
		[
			"the settings",
			"We planted 500 trees.",
			"500 trees",
			{ entity: "settings", period: "settings" },
			{ entity: "WeBank", reportingPeriod: "2022" },
		],
		[
			"the headers of a table",
			"| What | 2021 | 2022 |\n| --- | --- | --- |\n| Trees planted by WeBank | 300 | 500 |",
			"500",
			{ entity: "header", measure: "header", period: "header" },
		],
		["the row", "| What | Who | 2022 |\n| --- | --- | --- |\n| Trees planted | WeBank | 500 |", "500", { entity: "header" }],
		["the figure", "In 2022, WeBank recycled 75% of something.", "75%", { kind: "figure" }],
		["nowhere", "Something grew by 500 widgets.", "500 widgets", { entity: null, measure: null, period: null }],
	];
	for (const [what, text, figure, origins, given] of cases) {
		it(what, async () => {
			const checked = await check(text, given);
			const { evidence, passage, block } = located(checked, figure);
			const found = originsOf(
				{ ...evidence, passage, block },
				checked.draft,
				{ ...defaultSettings, ...given },
				standardGlossary(),
			);
			assert.deepEqual({ ...found, ...origins }, found);
		});
	}
});
