/** The VS Code side: starts the language server, shows its numbers, offers its commands. Nothing is analysed here. */
import { type ExtensionContext, l10n, Uri, window, workspace } from "vscode";
import {
	CloseAction,
	type CloseHandlerResult,
	type ErrorHandler,
	LanguageClient,
	RevealOutputChannelOn,
	TransportKind,
} from "vscode-languageclient/node";
import type { TickmarkInitializationOptions } from "../../server/src/lsp/messages.ts";
import { registerCommands } from "./commands.ts";
import { registerGoToPlace, showCoverage } from "./coverage.ts";
import { ownSettings } from "./ownSettings.ts";
import { showStatus } from "./status.ts";
import { listenForStatuses } from "./statuses.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
	const output = window.createOutputChannel("Tickmark", { log: true });
	const module = context.asAbsolutePath("dist/server.mjs");
	const initializationOptions: TickmarkInitializationOptions = { status: true };
	const errorHandler = new RestartPolicy();
	const started = new LanguageClient(
		"tickmark",
		"Tickmark",
		{
			run: { module, transport: TransportKind.ipc },
			debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
		},
		{
			// Every scheme: drafts that are untitled or come from a virtual file system are drafts too.
			documentSelector: [{ language: "markdown" }],
			initializationOptions,
			outputChannel: output,
			revealOutputChannelOn: RevealOutputChannelOn.Never,
			errorHandler,
			middleware: {
				workspace: {
					configuration: async (params, token, next) => {
						const sections = await next(params, token);
						return Array.isArray(sections)
							? sections.map((section, index) => ownSettings(section, isSetIn(params.items[index]?.scopeUri)))
							: sections;
					},
				},
			},
		},
	);
	errorHandler.standard = started.createDefaultErrorHandler();
	client = started;
	const statuses = listenForStatuses(started);
	context.subscriptions.push(
		output,
		statuses,
		showStatus(started, statuses),
		showCoverage(started, statuses),
		registerGoToPlace(),
		registerCommands(started),
	);
	try {
		await started.start();
	} catch (error) {
		output.error(error instanceof Error ? error : String(error));
		offerRestart(l10n.t("Tickmark's language server did not start, so figures are not checked."));
	}
}

/** Whether a setting has a value other than its default for a resource. */
function isSetIn(resource: string | undefined): (name: string) => boolean {
	const configuration = workspace.getConfiguration("tickmark", resource === undefined ? null : Uri.parse(resource));
	return (name) => {
		const found = configuration.inspect(name);
		return (
			found !== undefined &&
			[found.globalValue, found.workspaceValue, found.workspaceFolderValue, ...languageValues(found)].some(
				(value) => value !== undefined,
			)
		);
	};
}

function languageValues(found: {
	globalLanguageValue?: unknown;
	workspaceLanguageValue?: unknown;
	workspaceFolderLanguageValue?: unknown;
}): unknown[] {
	return [found.globalLanguageValue, found.workspaceLanguageValue, found.workspaceFolderLanguageValue];
}

export async function deactivate(): Promise<void> {
	await client?.stop();
}

/** The standard policy: up to four restarts within three minutes. When it gives up, the writer is told what that means. */
class RestartPolicy implements ErrorHandler {
	standard: ErrorHandler | undefined;

	error(...args: Parameters<ErrorHandler["error"]>): ReturnType<ErrorHandler["error"]> {
		return (this.standard as ErrorHandler).error(...args);
	}

	async closed(): Promise<CloseHandlerResult> {
		const result = await (this.standard as ErrorHandler).closed();
		if (result.action === CloseAction.Restart) {
			return result;
		}
		offerRestart(
			l10n.t("Tickmark's language server stopped five times within three minutes and stays off, so figures are not checked."),
		);
		return { action: result.action, handled: true };
	}
}

function offerRestart(message: string): void {
	const restart = l10n.t("Restart");
	const output = l10n.t("Show Output");
	window.showErrorMessage(message, restart, output).then(async (chosen) => {
		if (chosen === restart) {
			await client?.restart();
		} else if (chosen === output) {
			client?.outputChannel.show();
		}
	});
}
