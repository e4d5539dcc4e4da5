import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { schemas } from "../../../scripts/schemas.ts";
import { standardGlossary } from "../../../server/src/core/claims/glossary.ts";
import { readOwnFigures } from "../../../server/src/core/workspace/ownFigures.ts";
import { readWorkspaceGlossary } from "../../../server/src/core/workspace/workspaceGlossary.ts";

const page = readFileSync(new URL("../../../docs/workspace-files.md", import.meta.url), "utf8");
const [glossary = "", own = ""] = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] ?? "");

function accepts(schema: string, text: string): boolean {
	const validate = new Ajv({ strict: false }).compile(schemas[schema] as object);
	return validate(parse(text));
}

describe("the workspace's files as they are documented", () => {
	it("are read without a problem, and accepted by their schemas", () => {
		assert.deepEqual(readWorkspaceGlossary(glossary).problems, []);
		const { claims, problems } = readOwnFigures(own, "", standardGlossary());
		assert.deepEqual(problems, []);
		assert.equal(claims.length, 1);
		assert.ok(accepts("schemas/glossary.schema.json", glossary));
		assert.ok(accepts("schemas/own-figures.schema.json", own));
	});

	it("are refused by their schemas where the reader refuses them", () => {
		for (const text of [
			"measure: {}",
			"measures: [a]",
			"measures: {Some Id: [some name]}",
			"measures: {some_id: {names: [some name], kind: floe}}",
			"measures: {some_id: {name: some name}}",
			"entities: {Ours: {names: {fr: nom}}}",
		]) {
			assert.notDeepEqual(readWorkspaceGlossary(text).problems, [], text);
			assert.ok(!accepts("schemas/glossary.schema.json", text), text);
		}
		for (const text of [
			"figures: {}",
			"figures: [{entity: Ours}]",
			"figures: [{value: 5 t, dat: 2022}]",
			"figures: [{value: [5 t]}]",
		]) {
			assert.notDeepEqual(readOwnFigures(text, "", standardGlossary()).problems, [], text);
			assert.ok(!accepts("schemas/own-figures.schema.json", text), text);
		}
	});
});
