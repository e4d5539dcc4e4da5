/** What only a look at the screen can tell: the squiggle is drawn, the hover can be read, the status item counts. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Editor, openEditor } from "../../scripts/editor/server.ts";
import { checked, hoverFigure, showFigure } from "../../scripts/editor/workbench.ts";
import { root } from "../../scripts/project.ts";

describe("Tickmark on the screen", function () {
	this.timeout(120_000);
	let scratch = "";
	let editor: Editor;

	before(async () => {
		scratch = mkdtempSync(join(tmpdir(), "tickmark-workbench-"));
		const workspace = join(scratch, "report");
		cpSync(join(root, "examples"), workspace, { recursive: true });
		const extension = process.env.TICKMARK_TEST_EXTENSION ?? root;
		editor = await openEditor({ workspace, extension, file: join(workspace, "draft.md") });
		await checked(editor.page);
	});

	after(async () => {
		await editor?.close();
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	});

	it("draws the squiggle under the figure", async () => {
		await showFigure(editor.page, "204.6 billion");
		await editor.page.locator(".squiggly-error").first().waitFor({ state: "attached" });
	});

	it("shows verdict, source and fix in the hover of a figure", async () => {
		await showFigure(editor.page, "204.6 billion");
		const hover = await hoverFigure(editor.page, "204.6 billion", "204억6000만");
		// The editor adds the link when it has asked for the fixes: "Checking for quick fixes" stands there until then.
		await hover.getByText("Quick Fix").first().waitFor();
		const text = (await hover.innerText()).replaceAll("\u00a0", " ");
		assert.match(text, /디지털타임스/);
	});

	it("counts the figures in the status bar", async () => {
		const item = await checked(editor.page);
		const numbers = (await item.innerText()).match(/\d+/g)?.map(Number) ?? [];
		assert.equal(numbers.length, 2);
		assert.ok(
			numbers.every((number) => number > 0),
			numbers.join(" "),
		);
	});

	it("heals the figure by the lightbulb's keys", async () => {
		const { page } = editor;
		await showFigure(page, "204.6 billion");
		const menu = page.locator(".action-widget");
		await page.keyboard.press("Control+.");
		await menu.filter({ hasText: "20.46 billion" }).waitFor();
		await page.keyboard.press("Enter");
		await page
			.locator(".view-line")
			.filter({ hasText: /204\.6/ })
			.waitFor({ state: "detached" });
	});
});
