import assert from "node:assert/strict";

describe("a suite that must fail", () => {
	it("fails, so that test/editor/run.ts sees its exit code", () => {
		assert.fail("on purpose");
	});
});
