import assert from "node:assert/strict";
import { ownSettings } from "../../client/src/ownSettings.ts";

describe("settings that the client sends", () => {
	it("are those that somebody has set, where they are severities of rules", () => {
		const section = { entity: "", rules: { "scale-slip": "error", "missing-source-citation": "information" } };
		assert.deepEqual(
			ownSettings(section, (name) => name === "rules.missing-source-citation"),
			{ entity: "", rules: { "missing-source-citation": "information" } },
		);
		assert.deepEqual(section.rules["scale-slip"], "error");
	});

	it("stay as they are where there are no rules", () => {
		for (const section of [null, undefined, "x", {}, { rules: null }, { rules: "off" }]) {
			assert.deepEqual(
				ownSettings(section, () => false),
				section,
			);
		}
	});
});
