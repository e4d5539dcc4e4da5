import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("probe", () => {
	it("has an editor", async () => {
		assert.ok(vscode.version);
		console.log("version", vscode.version);
	});
	it("fails", () => {
		if (process.env.PROBE_FAIL) assert.fail("planted");
	});
});
