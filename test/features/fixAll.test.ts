import assert from "node:assert/strict";
import type { Edit, Finding, Fix } from "../../server/src/core/model.ts";
import { safeEdits } from "../../server/src/features/fixAll.ts";

function finding(start: number, ...fixes: Fix[]): Finding {
	return { rule: "r", severity: "error", message: "", span: { start, end: start + 1 }, fixes, claims: [] };
}

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });
const safe = (...edits: Edit[]): Fix => ({ title: "", safe: true, edits });
const unsafe = (...edits: Edit[]): Fix => ({ title: "", safe: false, edits });

describe("the edits of fix-all", () => {
	it("are those of safe fixes, in order", () => {
		const edits = safeEdits([
			finding(9, safe(edit(9, 10, "c"))),
			finding(0, unsafe(edit(0, 1, "x")), safe(edit(0, 1, "a"))),
			finding(5, unsafe(edit(5, 6, "b"))),
		]);
		assert.deepEqual(edits, [edit(0, 1, "a"), edit(9, 10, "c")]);
	});

	it("leave out what overlaps an earlier finding's fix", () => {
		for (const [first, second] of [
			[edit(0, 5, "a"), edit(4, 6, "b")],
			[edit(0, 5, "a"), edit(2, 3, "b")],
			[edit(2, 3, "a"), edit(0, 5, "b")],
			[edit(0, 5, "a"), edit(0, 5, "b")],
			[edit(7, 7, "a"), edit(7, 7, "b")],
		] as const) {
			assert.deepEqual(safeEdits([finding(0, safe(first)), finding(1, safe(second))]), [first]);
		}
	});

	it("take neighbours", () => {
		const edits = [edit(0, 5, "a"), edit(5, 5, "b"), edit(6, 8, "c")];
		assert.deepEqual(safeEdits(edits.map((one, index) => finding(index, safe(one)))), edits);
	});

	it("take a fix with all of its edits or not at all", () => {
		const both = safe(edit(10, 12, "b"), edit(0, 1, "a"));
		assert.deepEqual(safeEdits([finding(0, safe(edit(11, 12, "x"))), finding(3, both)]), [edit(11, 12, "x")]);
		assert.deepEqual(safeEdits([finding(3, both)]), [edit(0, 1, "a"), edit(10, 12, "b")]);
	});
});
