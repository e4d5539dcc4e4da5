/** The status bar's numbers: how many figures of the draft in front are supported, and how many are not. */
import { Disposable, l10n, MarkdownString, StatusBarAlignment, type TextEditor, ThemeColor, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { StatusParams } from "../../server/src/lsp/messages.ts";
import type { Statuses } from "./statuses.ts";

export function showStatus(client: LanguageClient, statuses: Statuses): Disposable {
	const byDocument = new Map<string, StatusParams>();
	const item = window.createStatusBarItem("tickmark.figures", StatusBarAlignment.Right, 90);
	item.name = l10n.t("Tickmark: Figures");
	item.command = { command: "workbench.actions.view.problems", title: l10n.t("Show Problems") };
	const update = (editor: TextEditor | undefined): void => {
		const status = editor && byDocument.get(client.code2ProtocolConverter.asUri(editor.document.uri));
		if (!status) {
			item.hide();
			return;
		}
		const { supported, unsupported, outdated, problems } = status;
		const lines = [
			l10n.t("Supported figures: {0}", supported),
			l10n.t("Unsupported figures: {0}", unsupported),
			...(outdated
				? [
						l10n.t(
							'The sources or the glossary have changed since the claims database was built. Run "Tickmark: Build Claims Database".',
						),
					]
				: []),
			...problems,
		];
		const attention = outdated || problems.length > 0;
		item.text = `$(check) ${supported} $(warning) ${unsupported}${attention ? " $(database)" : ""}`;
		item.tooltip = new MarkdownString().appendText(lines.join("\n"));
		item.accessibilityInformation = { label: `Tickmark: ${lines.join(". ")}` };
		item.backgroundColor = problems.length > 0 ? new ThemeColor("statusBarItem.warningBackground") : undefined;
		item.show();
	};
	return Disposable.from(
		item,
		statuses.onStatus((status) => {
			byDocument.set(status.uri, status);
			update(window.activeTextEditor);
		}),
		window.onDidChangeActiveTextEditor(update),
		workspace.onDidCloseTextDocument(({ uri }) => {
			byDocument.delete(client.code2ProtocolConverter.asUri(uri));
			update(window.activeTextEditor);
		}),
	);
}
