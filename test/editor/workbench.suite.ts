/** What only a look at the screen can tell: the squiggle is drawn, the hover can be read, the status item counts. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Editor, openEditor } from "../../scripts/editor/server.ts";
import { checked, hoverFigure, showCoverage, showFigure } from "../../scripts/editor/workbench.ts";
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
		const hover = await hoverFigure(editor.page, "204.6 billion", "디지털타임스");
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

	it("lists what the draft discloses, goes to the places, and follows the draft", async () => {
		const { page } = editor;
		await showCoverage(page);
		const row = (text: string | RegExp) => page.locator(".pane-body .monaco-list-row").filter({ hasText: text }).first();
		await page.locator(".pane-body .message").filter({ hasText: "GRI: 8 of 55 disclosed · TCFD: 3 of 11 disclosed" }).waitFor();
		await row(/^2-9/).click();
		await page
			.locator(".view-line")
			.filter({ hasText: /Governance.\(GRI/ })
			.first()
			.waitFor();
		await row("Not disclosed").click();
		await row(/^2-1Legal/).waitFor();
		await showFigure(page, "Governance (GRI 2-9");
		await page.keyboard.press("End");
		await page.keyboard.type(" (GRI 2-1)");
		await page.locator(".pane-body .message").filter({ hasText: "GRI: 9 of 55 disclosed" }).waitFor();
		for (let characters = 0; characters < " (GRI 2-1)".length; characters += 1) {
			await page.keyboard.press("Control+Z");
			if (
				(await page
					.locator(".view-line")
					.filter({ hasText: /GRI.2-1\)/ })
					.count()) === 0
			) {
				break;
			}
		}
		await page.locator(".pane-body .message").filter({ hasText: "GRI: 8 of 55 disclosed" }).waitFor();
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
