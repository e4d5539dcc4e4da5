/** What a writer does, in a real VS Code: open a draft, see what is wrong, read why, accept the fix. */
import assert from "node:assert/strict";
import { join } from "node:path";
import * as vscode from "vscode";

const extension = vscode.extensions.getExtension("tickmark.tickmark");
const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";

/** Resolves as soon as the condition holds; it is looked at again whenever the event says that something may have changed. */
async function until<T>(what: string, changes: vscode.Event<unknown>, condition: () => T | undefined | false): Promise<T> {
	const now = condition();
	if (now) {
		return now;
	}
	return await new Promise<T>((resolve, reject) => {
		const late = setTimeout(() => {
			listener.dispose();
			reject(new Error(`waited 40 seconds for ${what}`));
		}, 40_000);
		const listener = changes(() => {
			const met = condition();
			if (met) {
				clearTimeout(late);
				listener.dispose();
				resolve(met);
			}
		});
	});
}

/** The figure of examples/draft.md that is ten times too large. */
const slip = "RMB 204.6 billion";

const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === "object" ? code.value : code);

/** Our diagnostics of a document. */
const diagnosticsOf = ({ uri }: vscode.TextDocument): vscode.Diagnostic[] =>
	vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === "tickmark");

/** Our diagnostic of this rule on this figure; null for any figure. */
function find(document: vscode.TextDocument, rule: string, figure: string | null): vscode.Diagnostic | undefined {
	return diagnosticsOf(document).find(
		(diagnostic) => ruleOf(diagnostic) === rule && (figure === null || document.getText(diagnostic.range) === figure),
	);
}

async function diagnosed(document: vscode.TextDocument, rule: string, figure: string | null): Promise<vscode.Diagnostic> {
	return await until(`${rule} on ${figure ?? "a figure"}`, vscode.languages.onDidChangeDiagnostics, () =>
		find(document, rule, figure),
	);
}

async function healed(document: vscode.TextDocument, rule: string, figure: string | null): Promise<void> {
	await until(
		`no ${rule} on ${figure ?? "any figure"}`,
		vscode.languages.onDidChangeDiagnostics,
		() => !find(document, rule, figure),
	);
}

async function open(name: string): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument(join(workspace, name));
	await vscode.window.showTextDocument(document);
	return document;
}

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
	return hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");
}

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
	const kind = vscode.CodeActionKind.QuickFix.value;
	return await vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range, kind, 20);
}

describe("Tickmark in VS Code", () => {
	afterEach(async () => {
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	it("is there, and starts by itself when a draft is opened", async () => {
		assert.ok(extension);
		await diagnosed(await open("draft.md"), "scale-slip", slip);
		assert.ok(extension.isActive);
	});

	it("underlines a figure that is wrong by a power of ten, and nothing but the figure", async () => {
		const { severity } = await diagnosed(await open("draft.md"), "scale-slip", slip);
		assert.equal(severity, vscode.DiagnosticSeverity.Error);
	});

	it("says in the hover what the source says, and which source it is", async () => {
		const document = await open("draft.md");
		const { range } = await diagnosed(document, "scale-slip", slip);
		const text = await hoverAt(document, range.start);
		for (const words of ["204억6000만", "디지털타임스", "2023-06-07", "20.46 billion"]) {
			assert.ok(text.includes(words), `"${words}" is not in:\n${text}`);
		}
	});

	it("says of a figure that is right that it is", async () => {
		const document = await open("draft.md");
		await diagnosed(document, "scale-slip", slip);
		const start = document.positionAt(document.getText().indexOf("RMB 20.46 billion (about"));
		assert.match(await hoverAt(document, start), /204억6000만/);
	});

	it("heals the figure when its fix is accepted", async () => {
		const document = await open("draft.md");
		const { range } = await diagnosed(document, "scale-slip", slip);
		const fix = (await fixesAt(document, range)).find(({ title }) => title.includes("RMB 20.46 billion"));
		assert.ok(fix?.edit);
		assert.ok(await vscode.workspace.applyEdit(fix.edit));
		assert.equal(document.lineAt(range.start).text.slice(range.start.character).startsWith("RMB 20.46 billion"), true);
		await healed(document, "scale-slip", slip);
	});

	it("accepts the fix by the editor's own command", async () => {
		const document = await open("draft.md");
		const { range } = await diagnosed(document, "scale-slip", slip);
		const editor = vscode.window.activeTextEditor;
		assert.equal(editor?.document, document);
		editor.selection = new vscode.Selection(range.start, range.start);
		await vscode.commands.executeCommand("editor.action.autoFix");
		await healed(document, "scale-slip", slip);
		assert.ok(!document.getText().includes("204.6"));
	});

	it("follows what is typed", async () => {
		const document = await open("draft.md");
		await diagnosed(document, "scale-slip", slip);
		const end = document.lineAt(document.lineCount - 1).range.end;
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, end, "\n\nAnt Group invested RMB 21.46 billion in technology in 2022.\n");
		assert.ok(await vscode.workspace.applyEdit(edit));
		await diagnosed(document, "contradicted-figure", "RMB 21.46 billion");
	});

	for (const [name, language, figure] of [
		["draft.zh.md", "Chinese", "2046亿元"],
		["draft.ko.md", "Korean", "2046억 위안"],
	] as const) {
		it(`checks a ${language} draft`, async () => {
			const document = await open(name);
			const { severity } = await diagnosed(document, "scale-slip", figure);
			assert.equal(severity, vscode.DiagnosticSeverity.Error);
		});
	}

	it("obeys the settings at once", async () => {
		const document = await open("draft.md");
		await diagnosed(document, "scale-slip", slip);
		const settings = vscode.workspace.getConfiguration("tickmark", document);
		await settings.update("rules.scale-slip", "off", vscode.ConfigurationTarget.Workspace);
		try {
			await healed(document, "scale-slip", slip);
		} finally {
			await settings.update("rules.scale-slip", undefined, vscode.ConfigurationTarget.Workspace);
		}
		await diagnosed(document, "scale-slip", slip);
	});

	it("takes the default of a setting for no word of the writer's", async () => {
		const right = "Ant Group invested RMB 20.46 billion in technology in 2022.";
		const content = `${right}\n\n${right.replace("20.46", "204.6")}\n`;
		const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
		await vscode.window.showTextDocument(document);
		await diagnosed(document, "scale-slip", slip);
		// A draft that cites nothing is left alone, unless somebody has set the rule.
		assert.equal(find(document, "missing-source-citation", null), undefined);
		const settings = vscode.workspace.getConfiguration("tickmark", document);
		await settings.update("rules.missing-source-citation", "information", vscode.ConfigurationTarget.Workspace);
		try {
			await diagnosed(document, "missing-source-citation", "RMB 20.46 billion");
		} finally {
			await settings.update("rules.missing-source-citation", undefined, vscode.ConfigurationTarget.Workspace);
		}
		await healed(document, "missing-source-citation", null);
	});

	it("checks against the writer's own sources once they are built, and without them again", async () => {
		const trees = "52,000 trees";
		const document = await open("draft.md");
		await diagnosed(document, "unsupported-figure", trees);
		const folder = vscode.Uri.file(workspace);
		const source = vscode.Uri.joinPath(folder, "sources", "trees.md");
		await vscode.workspace.fs.writeFile(source, new TextEncoder().encode("WeBank planted 52,000 trees in 2022.\n"));
		const settings = vscode.workspace.getConfiguration("tickmark", document);
		await settings.update("sources", ["sources"], vscode.ConfigurationTarget.Workspace);
		try {
			await vscode.commands.executeCommand("tickmark.buildClaimsDatabase");
			await healed(document, "unsupported-figure", trees);
			await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, ".tickmark"), { recursive: true });
			await diagnosed(document, "unsupported-figure", trees);
		} finally {
			await settings.update("sources", undefined, vscode.ConfigurationTarget.Workspace);
			await vscode.workspace.fs.delete(source);
		}
	});

	it("inserts a content index, leads from a citation to its row, and offers codes while one is typed", async () => {
		const document = await open("draft.md");
		await diagnosed(document, "scale-slip", slip);
		const before = document.getText();
		await vscode.commands.executeCommand("tickmark.insertContentIndex");
		await until("the content index", vscode.workspace.onDidChangeTextDocument, () =>
			document.getText().includes("<!-- /tickmark-content-index -->"),
		);
		try {
			const text = document.getText();
			assert.ok(text.startsWith(before.trimEnd()));
			assert.match(
				text,
				/^\| GRI 2-9 \| Governance structure \| \[Governance\]\(#governance-gri-2-9-tcfd-governance-a\) \| \|$/m,
			);
			const cited = document.positionAt(text.indexOf("(GRI 2-9") + 5);
			const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
				"vscode.executeDefinitionProvider",
				document.uri,
				cited,
			);
			// The editor's own Markdown support leads to the heading besides.
			const lines = places.map((one) => document.lineAt(("range" in one ? one.range : one.targetRange).start).text);
			assert.ok(
				lines.some((line) => line.startsWith("| GRI 2-9 |")),
				lines.join("\n"),
			);
			const items = await vscode.commands.executeCommand<vscode.CompletionList>(
				"vscode.executeCompletionItemProvider",
				document.uri,
				document.positionAt(text.indexOf("(GRI 2-9") + "(GRI ".length),
			);
			assert.ok(items.items.some(({ label }) => (typeof label === "string" ? label : label.label) === "305-1"));
		} finally {
			await vscode.commands.executeCommand("workbench.action.files.revert");
		}
		assert.equal(document.getText(), before);
	});

	it("has the commands that its manifest names", async () => {
		const named: { command: string }[] = extension?.packageJSON.contributes.commands;
		assert.ok(named.length >= 3);
		const registered = new Set(await vscode.commands.getCommands());
		assert.deepEqual(
			named.map(({ command }) => command).filter((command) => !registered.has(command)),
			[],
		);
	});

	it("checks again after its server was restarted", async () => {
		const document = await open("draft.md");
		await diagnosed(document, "scale-slip", slip);
		const cleared = until(
			"the diagnostics to go",
			vscode.languages.onDidChangeDiagnostics,
			() => diagnosticsOf(document).length === 0,
		);
		await vscode.commands.executeCommand("tickmark.restartServer");
		await cleared;
		await diagnosed(document, "scale-slip", slip);
	});
});
