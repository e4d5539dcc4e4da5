/**
 * Takes the pictures of docs/images from the running editor: the example drafts, a figure hovered.
 * `npm run screenshot` needs Chromium and fonts for Chinese and Korean, and installs them where it may.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { installFonts, installServer, openEditor } from "./editor/server.ts";
import { hoverFigure, showFigure } from "./editor/workbench.ts";
import { main, root } from "./project.ts";

interface Picture {
	readonly name: string;
	readonly draft: string;
	/** The figure that is hovered, as a line of the draft shows it. */
	readonly figure: string;
	/** Words of the hover that tell that it is complete. */
	readonly words: string;
}

const pictures: readonly Picture[] = [
	{ name: "hover", draft: "draft.md", figure: "204.6 billion", words: "20.46 billion" },
	{ name: "hover-zh", draft: "draft.zh.md", figure: "2046亿", words: "204.6" },
	{ name: "hover-ko", draft: "draft.ko.md", figure: "2046억", words: "204억6000만" },
];

const settings = {
	"breadcrumbs.enabled": false,
	"chat.commandCenter.enabled": false,
	"chat.disableAIFeatures": true,
	"editor.fontFamily": "DejaVu Sans Mono, Noto Sans Mono CJK SC",
	"editor.fontSize": 14,
	"editor.hover.delay": 100,
	"editor.lineHeight": 1.6,
	"editor.minimap.enabled": false,
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
	"workbench.sideBar.location": "right",
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

async function take({ name, draft, figure, words }: Picture): Promise<string> {
	const scratch = mkdtempSync(join(tmpdir(), "tickmark-picture-"));
	const workspace = join(scratch, "report");
	const file = join(root, "docs", "images", `${name}.png`);
	cpSync(join(root, "examples"), workspace, { recursive: true });
	const user = join(scratch, "user-data", "User");
	mkdirSync(user, { recursive: true });
	writeFileSync(join(user, "settings.json"), JSON.stringify(settings));
	const { page, close } = await openEditor({
		workspace,
		extension: root,
		file: join(workspace, draft),
		userData: join(scratch, "user-data"),
		width: 1080,
		height: 680,
		scale: 2,
	});
	try {
		await page.locator(".squiggly-error").first().waitFor({ state: "attached", timeout: 60_000 });
		await showFigure(page, figure);
		await hoverFigure(page, figure, words);
		await page.screenshot({ path: file });
		return file;
	} finally {
		await close();
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
}
