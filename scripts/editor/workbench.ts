/// <reference lib="dom" />
/** What a person does in the workbench: looks for a figure, points at it. */
import type { Locator, Page } from "playwright-core";

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

function lineOf(page: Page, figure: string): Locator {
	// The editor's spaces are non-breaking ones.
	const words = figure.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return page
		.locator(".view-line")
		.filter({ hasText: new RegExp(words.join("\\s")) })
		.first();
}

/** Puts the pointer on the figure's first character until the hover has loaded. */
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
	await page.mouse.move(box.x, box.y);
	const widget = page.locator(".monaco-hover").filter({ hasText: words }).first();
	await widget.waitFor({ timeout: 30_000 });
	await widget.filter({ hasNotText: "Checking for quick fixes" }).waitFor({ timeout: 30_000 });
	return widget;
}
