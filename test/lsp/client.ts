/** A language client for tests: speaks LSP over real streams, keeps what the server says, waits for what it should say. */
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type {
	ClientCapabilities,
	CodeAction,
	Diagnostic,
	DocumentDiagnosticReport,
	Hover,
	InitializeResult,
	Position,
	PublishDiagnosticsParams,
	Range,
	ShowMessageParams,
	TextDocumentContentChangeEvent,
	TextEdit,
	WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import type { StatusParams } from "../../server/src/lsp/messages.ts";
import { type ServerParts, serve } from "../../server/src/lsp/server.ts";
import { buildDatabase } from "../../server/src/store/build.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const seeds = join(root, "seeds");

/** What an editor of today can do. */
export const modernClient: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
		diagnostics: { refreshSupport: true },
		workspaceEdit: { documentChanges: true },
	},
	textDocument: {
		diagnostic: {},
		publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
		hover: { contentFormat: ["markdown", "plaintext"] },
	},
	window: { workDoneProgress: true },
};

/** A client that can only be told. */
export const plainClient: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

export interface ClientOptions {
	readonly capabilities?: ClientCapabilities;
	/** Paths of the workspace folders. */
	readonly folders?: readonly string[];
	/** The section "tickmark", for every resource or by resource. */
	readonly settings?: unknown;
	readonly locale?: string;
	readonly initializationOptions?: unknown;
	/** Serves in this process, with these stand-ins, instead of starting the server's own process. */
	readonly inProcess?: Partial<ServerParts>;
}

export class TestClient {
	readonly messages: ShowMessageParams[] = [];
	readonly log: string[] = [];
	readonly published: PublishDiagnosticsParams[] = [];
	readonly status: StatusParams[] = [];
	readonly progress: {
		token: string | number;
		value: { kind: string; title?: string; percentage?: number; message?: string };
	}[] = [];
	readonly registrations: { method: string; registerOptions?: unknown }[] = [];
	refreshes = 0;
	settings: unknown;
	initialized!: InitializeResult;
	readonly connection: MessageConnection;
	readonly child: ChildProcess | null;
	private readonly versions = new Map<string, number>();
	private readonly heard = new EventEmitter();

	private constructor(connection: MessageConnection, child: ChildProcess | null, settings: unknown) {
		this.connection = connection;
		this.child = child;
		this.settings = settings;
		this.heard.setMaxListeners(0);
		const note = <T>(list: T[]) => {
			return (item: T): void => {
				list.push(item);
				this.heard.emit("news");
			};
		};
		connection.onNotification("window/showMessage", note(this.messages));
		connection.onNotification("window/logMessage", ({ message }: { message: string }) => note(this.log)(message));
		connection.onNotification("textDocument/publishDiagnostics", note(this.published));
		connection.onNotification("tickmark/status", note(this.status));
		connection.onNotification("$/progress", note(this.progress));
		connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
			items.map(({ scopeUri }) => (typeof this.settings === "function" ? this.settings(scopeUri) : (this.settings ?? null))),
		);
		connection.onRequest(
			"client/registerCapability",
			({ registrations }: { registrations: { method: string; registerOptions?: unknown }[] }) => {
				for (const registration of registrations) {
					note(this.registrations)(registration);
				}
				return null;
			},
		);
		connection.onRequest("client/unregisterCapability", () => null);
		connection.onRequest("window/workDoneProgress/create", () => null);
		connection.onRequest("workspace/diagnostic/refresh", () => {
			this.refreshes += 1;
			this.heard.emit("news");
			return null;
		});
		connection.listen();
	}

	static async start(options: ClientOptions = {}): Promise<TestClient> {
		const client = options.inProcess ? inProcess(options) : spawned(options);
		await client.initialize(options);
		return client;

		function spawned({ settings }: ClientOptions): TestClient {
			const child = spawn(process.execPath, ["--import", "tsx", "server/src/lsp/main.ts", "--stdio"], {
				cwd: root,
				stdio: ["pipe", "pipe", "inherit"],
			});
			return TestClient.over(child, settings);
		}

		function inProcess({ settings, inProcess: parts }: ClientOptions): TestClient {
			const toServer = new PassThrough();
			const toClient = new PassThrough();
			const connection = createConnection(
				ProposedFeatures.all,
				new StreamMessageReader(toServer),
				new StreamMessageWriter(toClient),
			);
			serve(connection, { root, version: "0.0.0", ...parts });
			return new TestClient(
				createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
				null,
				settings,
			);
		}
	}

	/** A client of a process that talks over its standard streams. */
	static over(child: ChildProcess, settings?: unknown): TestClient {
		if (!child.stdout || !child.stdin) {
			throw new Error("the server has no standard streams");
		}
		return new TestClient(
			createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
			child,
			settings,
		);
	}

	static on(connection: MessageConnection, settings?: unknown): TestClient {
		return new TestClient(connection, null, settings);
	}

	async initialize({
		capabilities = modernClient,
		folders = [],
		locale = "en",
		initializationOptions = { status: true },
	}: ClientOptions): Promise<void> {
		const workspaceFolders = folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
		this.initialized = await this.connection.sendRequest("initialize", {
			processId: process.pid,
			rootUri: workspaceFolders[0]?.uri ?? null,
			workspaceFolders,
			capabilities,
			locale,
			initializationOptions,
		});
		await this.connection.sendNotification("initialized", {});
	}

	async open(uri: string, text: string, languageId = "markdown"): Promise<void> {
		this.versions.set(uri, 1);
		await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
	}

	/** @returns the new version. */
	async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
		const version = (this.versions.get(uri) ?? 0) + 1;
		this.versions.set(uri, version);
		await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
		return version;
	}

	async close(uri: string): Promise<void> {
		await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
	}

	pullReport(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
		return this.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
	}

	async pull(uri: string): Promise<Diagnostic[]> {
		const report = await this.pullReport(uri);
		return report.kind === "full" ? report.items : [];
	}

	hover(uri: string, position: Position): Promise<Hover | null> {
		return this.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
	}

	codeActions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
		return this.connection.sendRequest("textDocument/codeAction", {
			textDocument: { uri },
			range,
			context: { diagnostics: [], ...(only ? { only } : {}) },
		});
	}

	async configure(settings: unknown): Promise<void> {
		this.settings = settings;
		await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: { tickmark: settings } });
	}

	async filesChanged(...paths: string[]): Promise<void> {
		const changes = paths.map((path) => ({ uri: pathToFileURL(path).href, type: 2 }));
		await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
	}

	/** Waits until the server has said something; the test's time limit ends a wait in vain. */
	async until<T>(what: () => T | undefined | null | false): Promise<T> {
		for (;;) {
			const found = what();
			if (found !== undefined && found !== null && found !== false) {
				return found;
			}
			await new Promise((resolve) => this.heard.once("news", resolve));
		}
	}

	/** The last diagnostics that were pushed for a version. */
	async pushedFor(uri: string, version: number): Promise<Diagnostic[]> {
		const params = await this.until(() => this.published.findLast((one) => one.uri === uri && one.version === version));
		return params.diagnostics;
	}

	/** Says goodbye; @returns the exit code of the server's process. */
	async stop(): Promise<number | null> {
		const { child } = this;
		if (!child) {
			await this.connection.sendRequest("shutdown");
			this.connection.dispose();
			return null;
		}
		if (child.exitCode !== null) {
			return child.exitCode;
		}
		const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
		await this.connection.sendRequest("shutdown");
		await this.connection.sendNotification("exit");
		return await ended;
	}
}

/** The text after a server's edit, applied as a client does it: only to the version it was made for. */
export function applied(text: string, uri: string, version: number, edit: WorkspaceEdit | undefined): string {
	const document = TextDocument.create(uri, "markdown", version, text);
	if (edit?.documentChanges) {
		for (const change of edit.documentChanges) {
			if (!("textDocument" in change) || change.textDocument.uri !== uri || change.textDocument.version !== version) {
				throw new Error("the edit is for another document or version");
			}
			return TextDocument.applyEdits(document, change.edits as TextEdit[]);
		}
	}
	return TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []);
}

/** Where `what` stands in `text`, as LSP counts. */
export function rangeOf(text: string, what: string, from = 0): Range {
	const start = text.indexOf(what, from);
	if (start < 0) {
		throw new Error(`not in the text: ${what}`);
	}
	const document = TextDocument.create("", "markdown", 0, text);
	return { start: document.positionAt(start), end: document.positionAt(start + what.length) };
}

/** What a range covers. */
export function textAt(text: string, range: Range): string {
	return TextDocument.create("", "markdown", 0, text).getText(range);
}

/** A new folder that is removed at the end of the process. */
export function scratchFolder(): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "tickmark-lsp-")));
	if (scratchFolders.length === 0) {
		process.once("exit", () => {
			for (const each of scratchFolders) {
				rmSync(each, { recursive: true, force: true });
			}
		});
	}
	scratchFolders.push(folder);
	return folder;
}

const scratchFolders: string[] = [];

let database: Promise<string> | undefined;

/** A claims database of the seeds, built once. */
export function seedsDatabase(): Promise<string> {
	database ??= (async () => {
		const out = join(scratchFolder(), "seeds.db");
		await buildDatabase({ sources: [seeds], out, glossary: standardGlossary() });
		return out;
	})();
	return database;
}
