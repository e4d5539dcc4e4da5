/**
 * Takes the pictures of docs/images from the running editor: the example drafts, a figure hovered, the view of coverage.
 * `npm run screenshot` needs Chromium and fonts for Chinese and Korean, and installs them where it may.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MessageLanguage } from "../server/src/core/model.ts";
import { buildAll } from "./build.ts";
import { installFonts, installServer, openEditor } from "./editor/server.ts";
import { checked, enlargeHover, hoverFigure, showCoverage, showFigure } from "./editor/workbench.ts";
import { main, root } from "./project.ts";

interface Picture {
	readonly name: string;
	readonly draft: string;
	/** The figure that is hovered, as a line of the draft shows it; without one the view of coverage is shown. */
	readonly figure?: string;
	/** Words of the hover that tell that it is complete. */
	readonly words?: string;
	/** The language of the messages. */
	readonly language: MessageLanguage;
	/** By how many lines the draft is scrolled. */
	readonly scroll: number;
}

const pictures: readonly Picture[] = [
	{ name: "hover", draft: "draft.md", figure: "204.6 billion", words: "20,460,000,000 CNY", language: "en", scroll: 12 },
	{ name: "hover-zh", draft: "draft.zh.md", figure: "2046亿", words: "20,460,000,000 CNY", language: "zh", scroll: 0 },
	{ name: "hover-ko", draft: "draft.ko.md", figure: "2046억", words: "20,460,000,000 CNY", language: "ko", scroll: 0 },
	{ name: "coverage", draft: "draft.md", language: "en", scroll: 0 },
];

const settings = {
	"breadcrumbs.enabled": false,
	"chat.commandCenter.enabled": false,
	"chat.disableAIFeatures": true,
	"editor.cursorBlinking": "solid",
	"editor.fontFamily": "DejaVu Sans Mono, Noto Sans Mono CJK SC",
	"editor.fontSize": 13,
	"editor.hover.above": false,
	"editor.hover.delay": 100,
	"editor.lineHeight": 1.6,
	"editor.minimap.enabled": false,
	"editor.occurrencesHighlight": "off",
	"editor.renderLineHighlight": "none",
	"editor.scrollbar.vertical": "hidden",
	"editor.stickyScroll.enabled": false,
	"editor.unicodeHighlight.ambiguousCharacters": false,
	"editor.wordWrap": "on",
	"git.enabled": false,
	"security.workspace.trust.enabled": false,
	"telemetry.telemetryLevel": "off",
	"window.commandCenter": false,
	"workbench.activityBar.location": "hidden",
	"workbench.colorTheme": "Default Light Modern",
	"workbench.editor.showTabs": "single",
	"workbench.layoutControl.enabled": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.startupEditor": "none",
};

await main(async () => {
	await installServer();
	await installFonts();
	await buildAll();
	const wanted = process.argv.slice(2);
	for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
		console.log(await take(picture));
	}
	return 0;
});

async function take({ name, draft, figure, words = "", language, scroll }: Picture): Promise<string> {
	const scratch = mkdtempSync(join(tmpdir(), "tickmark-picture-"));
	const workspace = join(scratch, "report");
	const file = join(root, "docs", "images", `${name}.png`);
	cpSync(join(root, "examples"), workspace, { recursive: true });
	const user = join(scratch, "user-data", "User");
	mkdirSync(user, { recursive: true });
	writeFileSync(join(user, "settings.json"), JSON.stringify({ ...settings, "tickmark.language": language }));
	const { page, close } = await openEditor({
		workspace,
		extension: root,
		file: join(workspace, draft),
		userData: join(scratch, "user-data"),
		width: 1120,
		height: 700,
		scale: 2,
	});
	try {
		await checked(page);
		if (figure === undefined) {
			await showCoverage(page);
			await page.locator(".pane-body .monaco-list-row").filter({ hasText: /^2-9/ }).first().click();
			await page
				.locator(".view-line")
				.filter({ hasText: /Governance.\(GRI/ })
				.first()
				.waitFor();
		} else {
			await page.keyboard.press("Control+B");
			await showFigure(page, figure);
			for (let lines = 0; lines < scroll; lines += 1) {
				await page.keyboard.press("Control+ArrowDown");
			}
			await enlargeHover(page, await hoverFigure(page, figure, words));
		}
		await page.screenshot({ path: file });
		return file;
	} finally {
		await close();
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
}
