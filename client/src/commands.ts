/** The commands of the command palette. */
import {
	commands,
	Disposable,
	l10n,
	Range,
	TextEditorRevealType,
	type Uri,
	type WorkspaceFolder,
	window,
	workspace,
} from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";
import {
	type BuildClaimsArguments,
	type BuildClaimsResult,
	buildClaimsCommand,
	type ClaimItem,
	type ClaimsAtParams,
	type ClaimsAtResult,
	type ContentIndexArguments,
	type ContentIndexResult,
	claimsAtMethod,
	contentIndexCommand,
} from "../../server/src/lsp/messages.ts";

export function registerCommands(client: LanguageClient): Disposable {
	const register = (command: string, run: () => Promise<void>): Disposable => commands.registerCommand(command, run);
	return Disposable.from(
		register("tickmark.buildClaimsDatabase", () => buildClaimsDatabase(client)),
		register("tickmark.showClaims", () => showClaims(client)),
		register("tickmark.insertContentIndex", () => insertContentIndex(client)),
		register("tickmark.restartServer", () => client.restart()),
	);
}

async function buildClaimsDatabase(client: LanguageClient): Promise<void> {
	const folder = await pickFolder();
	if (!folder) {
		return;
	}
	const picked = configuredSources(folder).length > 0 ? undefined : await pickSources(folder);
	if (picked?.length === 0) {
		return;
	}
	const given: BuildClaimsArguments = {
		folder: client.code2ProtocolConverter.asUri(folder.uri),
		...(picked ? { sources: picked.map((uri) => client.code2ProtocolConverter.asUri(uri)) } : {}),
	};
	const result: BuildClaimsResult = await client.sendRequest(ExecuteCommandRequest.type, {
		command: buildClaimsCommand,
		arguments: [given],
	});
	if (result && picked) {
		await offerToRemember(folder, picked);
	}
}

async function pickFolder(): Promise<WorkspaceFolder | undefined> {
	const folders = workspace.workspaceFolders ?? [];
	if (folders.length === 0) {
		window.showWarningMessage(
			l10n.t("A claims database belongs to a workspace folder, and none is open. Open the folder of your report and try again."),
		);
	}
	const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
	return folders.length > 1 ? (active ?? (await window.showWorkspaceFolderPick())) : folders[0];
}

function configuredSources(folder: WorkspaceFolder): readonly unknown[] {
	const sources: unknown = workspace.getConfiguration("tickmark", folder).get("sources");
	return Array.isArray(sources) ? sources : [];
}

async function pickSources(folder: WorkspaceFolder): Promise<readonly Uri[]> {
	const picked = await window.showOpenDialog({
		title: l10n.t("Folder of the source documents"),
		openLabel: l10n.t("Build from This Folder"),
		defaultUri: folder.uri,
		canSelectFiles: false,
		canSelectFolders: true,
		canSelectMany: true,
	});
	return picked ?? [];
}

async function offerToRemember(folder: WorkspaceFolder, picked: readonly Uri[]): Promise<void> {
	const remember = l10n.t("Remember");
	const chosen = await window.showInformationMessage(
		l10n.t("Remember where the sources are, in the settings of this folder?"),
		remember,
	);
	if (chosen === remember) {
		const base = `${folder.uri.path}/`;
		const paths = picked.map((uri) => (uri.path.startsWith(base) ? uri.path.slice(base.length) : uri.fsPath));
		await workspace.getConfiguration("tickmark", folder).update("sources", paths);
	}
}

async function showClaims(client: LanguageClient): Promise<void> {
	const editor = window.activeTextEditor;
	if (editor?.document.languageId !== "markdown") {
		window.showInformationMessage(l10n.t("Put the cursor on a figure of a Markdown draft first."));
		return;
	}
	const params: ClaimsAtParams = {
		textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
		position: client.code2ProtocolConverter.asPosition(editor.selection.active),
	};
	const result = await client.sendRequest<ClaimsAtResult>(claimsAtMethod, params);
	if (!result) {
		window.showInformationMessage(l10n.t("There is no figure at the cursor."));
		return;
	}
	if (result.claims.length === 0) {
		window.showInformationMessage(`${result.figure}: ${result.verdict}`);
		return;
	}
	const items = result.claims.map((claim) => ({
		label: claim.printed,
		description: claim.sentence,
		detail: `${claim.text} — ${claim.source}`,
		claim,
	}));
	const chosen = await window.showQuickPick(items, {
		title: `${result.figure}: ${result.verdict}`,
		placeHolder: l10n.t("Choose a claim to open its passage"),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (chosen) {
		await openPassage(client, chosen.claim);
	}
}

async function insertContentIndex(client: LanguageClient): Promise<void> {
	const editor = window.activeTextEditor;
	if (editor?.document.languageId !== "markdown") {
		window.showInformationMessage(l10n.t("A content index belongs to a Markdown draft. Open the draft of your report first."));
		return;
	}
	const { document, selection } = editor;
	const given: ContentIndexArguments = {
		uri: client.code2ProtocolConverter.asUri(document.uri),
		position: client.code2ProtocolConverter.asPosition(selection.active),
	};
	const result: ContentIndexResult = await client.sendRequest(ExecuteCommandRequest.type, {
		command: contentIndexCommand,
		arguments: [given],
	});
	const at = result === "inserted" ? document.getText().indexOf("<!-- tickmark-content-index -->") : -1;
	if (at >= 0) {
		const start = document.positionAt(at);
		editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
	}
}

async function openPassage(client: LanguageClient, { location, source }: ClaimItem): Promise<void> {
	if (!location) {
		window.showWarningMessage(l10n.t("The file of this source is not at hand: {0}", source));
		return;
	}
	const { asUri, asRange } = client.protocol2CodeConverter;
	await window.showTextDocument(asUri(location.uri), { selection: asRange(location.range), preview: true });
}
