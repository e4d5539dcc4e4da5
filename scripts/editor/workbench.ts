/// <reference lib="dom" />
/** What a person does in the workbench: looks for a figure, points at it. */
import type { Locator, Page } from "playwright-core";

/** Tickmark's status item, once the draft has been checked. */
export async function checked(page: Page): Promise<Locator> {
	const item = page.locator('.statusbar-item[id*="tickmark.figures"]');
	await item.filter({ hasText: /\d/ }).waitFor({ timeout: 60_000 });
	return item;
}

/** Scrolls the line to the middle of the editor, by the editor's own search. */
export async function showFigure(page: Page, figure: string): Promise<void> {
	await page.locator(".monaco-editor .view-lines").first().click();
	await page.keyboard.press("Control+F");
	await page.keyboard.type(figure);
	await page.keyboard.press("Enter");
	await page.keyboard.press("Escape");
	await page.keyboard.press("ArrowLeft");
	await lineOf(page, figure).waitFor();
}

/** Opens the view of what the draft discloses. */
export async function showCoverage(page: Page): Promise<void> {
	await page.keyboard.press("F1");
	await page.keyboard.type("Tickmark: Focus on Coverage View");
	await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Coverage" }).first().waitFor();
	await page.keyboard.press("Enter");
	await page.locator(".pane-body .monaco-list-row").first().waitFor();
}

function lineOf(page: Page, figure: string): Locator {
	// The editor's spaces are non-breaking ones.
	const words = figure.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return page
		.locator(".view-line")
		.filter({ hasText: new RegExp(words.join("\\s")) })
		.first();
}

/** Puts the pointer on the first character of a figure that has a fix, until the hover has loaded with the link to the fix. */
export async function hoverFigure(page: Page, figure: string, words: string): Promise<Locator> {
	const box = await lineOf(page, figure).evaluate((line, text) => {
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const at = (node.textContent ?? "").replaceAll("\u00a0", " ").indexOf(text);
			if (at >= 0) {
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + 1);
				const { x, y, width, height } = range.getBoundingClientRect();
				return { x: x + width / 2, y: y + height / 2 };
			}
		}
		return null;
	}, figure);
	if (!box) {
		throw new Error(`"${figure}" is not on the screen`);
	}
	const widget = page.locator(".monaco-hover").filter({ hasText: words }).first();
	// Until the editor has asked for the fixes, "Checking for quick fixes…" stands there, or nothing.
	const complete = widget.filter({ hasText: "Quick Fix..." });
	for (let attempt = 1; ; attempt += 1) {
		await page.mouse.move(box.x, box.y);
		try {
			await widget.waitFor({ timeout: 20_000 });
			await complete.waitFor({ timeout: 5_000 });
			return widget;
		} catch (error) {
			// Now and then a hover goes on checking for ever; one that is opened anew does not.
			if (attempt === 5) {
				throw error;
			}
			await page.mouse.move(0, 0);
			await page.keyboard.press("Escape");
			await widget.waitFor({ state: "hidden" });
		}
	}
}

/** Drags the hover's upper or lower border, whichever is away from the figure, until everything in it can be seen. */
export async function enlargeHover(page: Page, hover: Locator): Promise<void> {
	const hidden = await hover
		.locator(".monaco-hover-content")
		.first()
		.evaluate((content) => content.scrollHeight - (content.parentElement?.clientHeight ?? 0));
	const box = await hover.boundingBox();
	const line = await page.locator(".cursors-layer .cursor").first().boundingBox();
	if (hidden <= 0 || !box || !line) {
		return;
	}
	const above = box.y < line.y;
	const x = box.x + box.width / 2;
	const y = above ? box.y : box.y + box.height;
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x, above ? y - hidden - 4 : y + hidden + 4, { steps: 8 });
	await page.mouse.up();
}
