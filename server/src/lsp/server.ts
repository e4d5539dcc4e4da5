/** Assembles the language server: what it can do, and who answers what. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
	type CodeAction,
	CodeActionKind,
	type CompletionItem,
	type Connection,
	type Diagnostic,
	DidChangeConfigurationNotification,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	type Hover,
	type InitializeParams,
	type InitializeResult,
	type Location,
	LSPErrorCodes,
	MessageType,
	type Position,
	type Range,
	ResponseError,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { LocatedEvidence } from "../core/checkDraft.ts";
import type { BibliographyFile } from "../core/citations/bibliography.ts";
import { claimSentence } from "../core/claims/claimText.ts";
import { spokenClaims } from "../core/claims/evidence.ts";
import { type Explanation, explainFrom } from "../core/claims/explain.ts";
import { queryFor } from "../core/claims/judge.ts";
import type { Claim, Language, Source, Span } from "../core/model.ts";
import { addMeasureName } from "../core/workspace/addMeasureName.ts";
import { addOwnFigure, completeRecord } from "../core/workspace/recordFigure.ts";
import { type CodeActionsContext, fixAll, fixAllKind, isAsked, quickFixes } from "../features/codeActions.ts";
import { completeAt, completionTriggers } from "../features/completion.ts";
import { contentIndexKind } from "../features/contentIndexAction.ts";
import { convertedAmount, pairQuery } from "../features/convertedAmount.ts";
import { type DiagnosticsContext, problemDiagnostics, toDiagnostics } from "../features/diagnostics.ts";
import { figureAt, hoverAt, sourceText } from "../features/hover.ts";
import { destinationsOf, hoverSourceCitation, type SourceCitationAt, sourceCitationAt } from "../features/sourceCitations.ts";
import { verdictSentence, worthShowing } from "../features/why.ts";
import {
	type AddNameArguments,
	addNameCommand,
	askedFigures,
	type RecordFigureArguments,
	recordFigureCommand,
	workspaceFixes,
} from "../features/workspaceFixes.ts";
import { Bibliographies } from "../sources/bibliographies.ts";
import { ratesFile, readRatesFile } from "../sources/ratesFile.ts";
import { glossaryHash } from "../store/build.ts";
import type { OpenClaimsDatabase } from "../store/openDatabase.ts";
import { changeWorkspaceFile, glossaryFile, ownFiguresFile, WorkspaceFileError } from "../store/workspaceFiles.ts";
import { buildClaims } from "./buildClaims.ts";
import { type Checker, type CheckResult, Checks, type Evidences } from "./checks.ts";
import { Configuration, pathOf, workspaceDatabase } from "./configuration.ts";
import { Databases } from "./databases.ts";
import { Disclosures, readPosition } from "./disclosures.ts";
import {
	type BuildClaimsArguments,
	type BuildClaimsResult,
	buildClaimsCommand,
	type ClaimsAtParams,
	type ClaimsAtResult,
	type ContentIndexResult,
	type CoverageParams,
	claimsAtMethod,
	contentIndexCommand,
	coverageMethod,
	type StatusParams,
	statusMethod,
	type TickmarkInitializationOptions,
} from "./messages.ts";
import { Passages, passageLink, type SourcePlaces } from "./passages.ts";
import type { ResourceSettings } from "./settings.ts";
import { show } from "./show.ts";
import { Watching } from "./watching.ts";
import { WorkspaceDrafts } from "./workspaceDrafts.ts";
import { Workspaces } from "./workspaces.ts";

export interface ServerParts {
	/** The product's own folder: bundled claims in dist/, seeds/, docs/rules/. */
	readonly root: string;
	readonly version: string;
	/** Stand-ins for tests. */
	readonly createChecker?: () => Checker;
	readonly openDatabase?: (file: string) => Promise<OpenClaimsDatabase>;
	/** The date that a record of today bears. */
	readonly today?: () => Date;
}

/** Serves a connection that is not listening yet. */
export function serve(connection: Connection, parts: ServerParts): void {
	new Server(connection, parts).listen();
}

/** What is known of a figure beyond its evidence. */
interface Why {
	/** Claims that may give the same amount in another currency. */
	readonly pairs: readonly Claim[];
	readonly explanation: Explanation | null;
	/** Where the passages of the explanation's first claims are, by the claim's id. */
	readonly places: ReadonlyMap<string, Location>;
}

const nothingKnown: Why = { pairs: [], explanation: null, places: new Map() };

/** More claims than a hover shows of one figure. */
const mostPlaces = 8;

/** Documents of an editor's history views: nobody writes there. */
const historySchemes = /^(?:git|gitfs|gitlens|git-graph|svn|hg|review|pr|conflictresolution|vscode-local-history):/;

class Server {
	private readonly connection: Connection;
	private readonly parts: ServerParts;
	private readonly documents = new TextDocuments(TextDocument);
	private readonly databases: Databases;
	private readonly workspaces: Workspaces;
	private readonly passages = new Passages();
	private readonly bibliographies = new Bibliographies();
	/** By workspace folder, what was said last about its file of rates. */
	private readonly saidOfRates = new Map<string, string>();
	private readonly checks: Checks;
	private readonly workspaceDrafts: WorkspaceDrafts;
	private readonly disclosures: Disclosures;
	private readonly outdated = new Set<string>();
	private readonly pages = new Map<string, string | null>();
	private readonly pushing = new Map<string, NodeJS.Immediate>();
	private configuration: Configuration;
	private watching: Watching | null = null;
	private client: InitializeParams["capabilities"] = {};
	private sendsStatus = false;

	constructor(connection: Connection, parts: ServerParts) {
		this.connection = connection;
		this.parts = parts;
		this.configuration = this.newConfiguration({ canAsk: false, initial: undefined, locale: "" });
		this.databases = new Databases({
			...(parts.openDatabase ? { open: parts.openDatabase } : {}),
			onChange: () => this.refresh(),
			onWatched: () => void this.guard("looking at the workspace's files", undefined, () => this.workspaces.refreshAll()),
			onProblem: (message) => show(connection, MessageType.Warning, message),
			onError: (what, error) => this.logError(what, error),
		});
		this.workspaces = new Workspaces({
			onChange: () => this.refresh(),
			onProblem: (message) => show(connection, MessageType.Warning, message),
			onDiagnostics: (uri, diagnostics) => {
				connection.sendDiagnostics({ uri, diagnostics }).catch((error) => this.logError(`reporting on ${uri}`, error));
			},
		});
		this.checks = new Checks({
			document: (uri) => this.draft(uri),
			settings: (uri) => this.withRates(uri),
			databases: (uri, resource) => this.acquire(uri, resource),
			bibliographies: (uri, text, resource) => this.bibliographiesOf(uri, text, resource),
			places: (uri, database) => this.placesOf(uri, database),
			passages: this.passages,
			createChecker: parts.createChecker,
			onResult: (result) => this.sendStatus(result),
			onError: (uri, error) => this.logError(`checking ${uri}`, error),
		});
		this.workspaceDrafts = new WorkspaceDrafts({
			folders: () => this.configuration.folders.map(pathOf).filter((path) => path !== null),
			settings: async (uri) => (await this.configuration.settings(uri)).settings,
			watches: async () => (await this.watching?.drafts()) ?? false,
			onProblem: (message) => connection.console.warn(message),
		});
		this.disclosures = new Disclosures({
			connection,
			checks: this.checks,
			workspace: this.workspaceDrafts,
			openDrafts: () => this.documents.keys().filter((uri) => this.draft(uri) !== undefined),
			codeActionsContext: (result) => this.codeActionsContext(result),
		});
	}

	listen(): void {
		const { connection } = this;
		connection.onInitialize((params) => this.initialize(params));
		connection.onInitialized(() => this.guard("starting", undefined, () => this.initialized()));
		connection.onShutdown(() => this.databases.dispose());
		connection.onDidChangeConfiguration(({ settings }) => {
			this.configuration.changed(settings);
			this.workspaceDrafts.forget();
			this.refresh();
		});
		connection.onDidChangeWatchedFiles(({ changes }) =>
			this.guard("looking at changed files", undefined, () => this.filesChanged(changes.map(({ uri }) => uri))),
		);
		connection.onHover(({ textDocument: { uri }, position }) =>
			this.guard(`hovering in ${uri}`, null, () => this.hover(uri, position)),
		);
		connection.onDefinition(({ textDocument: { uri }, position }) =>
			this.guard(`finding definitions in ${uri}`, [], () => this.definitions(uri, position)),
		);
		connection.onReferences(({ textDocument: { uri }, position, context }) =>
			this.guard(`finding references in ${uri}`, [], () => this.references(uri, position, context.includeDeclaration)),
		);
		connection.onCompletion(({ textDocument: { uri }, position }) =>
			this.guard(`completing in ${uri}`, [], () => this.complete(uri, position)),
		);
		connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
			this.guard(`finding fixes for ${uri}`, [], () => this.codeActions(uri, range, context.only)),
		);
		connection.onExecuteCommand(({ command, arguments: given }, token) =>
			this.guard(`running ${command}`, null, async () => {
				switch (command) {
					case buildClaimsCommand:
						return await this.build(readArguments(given?.[0]), token);
					case contentIndexCommand:
						return await this.insertIndex(given?.[0]);
					case addNameCommand:
						return await this.addName(given?.[0]);
					case recordFigureCommand:
						return await this.recordFigure(given?.[0]);
					default:
						return null;
				}
			}),
		);
		connection.onRequest(claimsAtMethod, ({ textDocument: { uri }, position }: ClaimsAtParams) =>
			this.guard(`listing claims for ${uri}`, null, () => this.claimsAt(uri, position)),
		);
		connection.onRequest(coverageMethod, ({ textDocument: { uri } }: CoverageParams) =>
			this.guard(`listing disclosures of ${uri}`, null, () => this.disclosures.coverage(uri)),
		);
		connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) => this.pull(uri, previousResultId));
		this.documents.onDidChangeContent(({ document }) => this.pushSoon(document.uri));
		this.documents.onDidClose(({ document }) => this.closed(document.uri));
		this.documents.listen(connection);
		connection.listen();
	}

	private initialize(params: InitializeParams): InitializeResult {
		const { capabilities, workspaceFolders, rootUri } = params;
		const options = (params.initializationOptions ?? {}) as TickmarkInitializationOptions;
		this.client = capabilities;
		this.sendsStatus = options.status === true;
		this.configuration = this.newConfiguration({
			canAsk: capabilities.workspace?.configuration === true,
			initial: options.settings,
			locale: params.locale ?? "",
		});
		this.configuration.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
		const watched = capabilities.workspace?.didChangeWatchedFiles;
		if (watched?.dynamicRegistration) {
			this.watching = new Watching(this.connection, watched.relativePatternSupport === true);
		}
		return {
			serverInfo: { name: "Tickmark", version: this.parts.version },
			capabilities: {
				positionEncoding: "utf-16",
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
				hoverProvider: true,
				definitionProvider: true,
				referencesProvider: true,
				completionProvider: { triggerCharacters: [...completionTriggers] },
				codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, contentIndexKind, fixAllKind] },
				executeCommandProvider: {
					commands: [buildClaimsCommand, contentIndexCommand, addNameCommand, recordFigureCommand],
				},
				...(this.pulls
					? { diagnosticProvider: { identifier: "tickmark", interFileDependencies: false, workspaceDiagnostics: false } }
					: {}),
				workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
			},
		};
	}

	private async initialized(): Promise<void> {
		const { workspace } = this.client;
		if (workspace?.workspaceFolders) {
			this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				const gone = new Set(removed.map(({ uri }) => uri));
				this.configuration.folders = [
					...this.configuration.folders.filter((uri) => !gone.has(uri)),
					...added.map(({ uri }) => uri),
				];
				this.configuration.changed(undefined);
				this.workspaceDrafts.forget();
				this.refresh();
			});
		}
		if (workspace?.didChangeConfiguration?.dynamicRegistration) {
			await this.connection.client.register(DidChangeConfigurationNotification.type, { section: "tickmark" });
		}
		await this.watching?.start();
	}

	// ---- Diagnostics

	private async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
		const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
		const version = this.draft(uri)?.version;
		if (version === undefined) {
			return nothing;
		}
		const result = await this.guard(`checking ${uri}`, null, () => this.checks.settled(uri));
		const now = this.draft(uri);
		if (now?.version !== version) {
			// What was found is about another text than the client asked about.
			throw new ResponseError(LSPErrorCodes.ServerCancelled, "the draft has changed", { retriggerRequest: now !== undefined });
		}
		return await this.guard<DocumentDiagnosticReport>(`reporting on ${uri}`, nothing, async () => {
			if (!result) {
				return nothing;
			}
			return result.id === previousResultId
				? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: result.id }
				: { kind: DocumentDiagnosticReportKind.Full, resultId: result.id, items: this.diagnosticsOf(result) };
		});
	}

	/** For clients that do not pull. The edits of one moment are checked together. */
	private pushSoon(uri: string): void {
		if (this.pulls || this.pushing.has(uri)) {
			return;
		}
		this.pushing.set(
			uri,
			setImmediate(() => {
				this.pushing.delete(uri);
				void this.guard(`checking ${uri}`, undefined, () => this.push(uri));
			}),
		);
	}

	private async push(uri: string): Promise<void> {
		const result = await this.checks.latest(uri);
		if (result && this.checks.isCurrent(result)) {
			await this.connection.sendDiagnostics({ uri, version: result.document.version, diagnostics: this.diagnosticsOf(result) });
		} else if (this.draft(uri) && this.checks.failed(uri)) {
			await this.connection.sendDiagnostics({ uri, diagnostics: [] });
		}
	}

	private diagnosticsOf(result: CheckResult): Diagnostic[] {
		const context = this.diagnosticsContext(result);
		return [...problemDiagnostics(result.checked, context), ...toDiagnostics(result.checked, context)];
	}

	private diagnosticsContext(result: CheckResult): DiagnosticsContext {
		const { diagnostic, publishDiagnostics } = this.client.textDocument ?? {};
		return {
			uri: result.document.uri,
			related: diagnostic?.relatedInformation === true || publishDiagnostics?.relatedInformation === true,
			claim: (id) => result.claims.get(id),
			range: (span) => rangeOf(result.document, span),
			locate: (claim) => result.locations.get(claim.id) ?? null,
			documentation: (rule) => this.documentation(rule),
		};
	}

	/** The page of a rule; a big draft asks for the same few thousands of times. */
	private documentation(rule: string): string | null {
		let page = this.pages.get(rule);
		if (page === undefined) {
			const file = join(this.parts.root, "docs", "rules", `${rule}.md`);
			page = existsSync(file) ? pathToFileURL(file).href : null;
			this.pages.set(rule, page);
		}
		return page;
	}

	/** Whether the client pulls diagnostics. */
	private get pulls(): boolean {
		return this.client.textDocument?.diagnostic !== undefined;
	}

	// ---- Hover, fixes, claims

	private async hover(uri: string, position: Position): Promise<Hover | null> {
		const result = await this.checks.settled(uri);
		if (!result) {
			return null;
		}
		const { document, checked, resource, locations } = result;
		const offset = document.offsetAt(position);
		const disclosure = await this.disclosures.hover(result, offset, this.hoverFormat);
		if (disclosure) {
			return disclosure;
		}
		const located = figureAt(checked, offset);
		const citation = sourceCitationAt(checked, offset);
		if (citation && (!located || offset > citation.span.start)) {
			return await this.hoverSourceCitation(result, citation);
		}
		const { pairs, explanation, places } = located ? await this.why(result, located) : nothingKnown;
		const format = this.hoverFormat;
		const { language } = resource.settings;
		const hover = hoverAt(checked, offset, {
			language,
			format,
			glossary: checked.glossary,
			explanation,
			link: (claim) => {
				const location = locations.get(claim.id) ?? places.get(claim.id);
				return location ? passageLink(location) : null;
			},
			convert: (evidence, claim, draftLanguage) => convertedAmount(evidence, claim, pairs, draftLanguage, language),
		});
		return hover && { range: rangeOf(document, hover.span), contents: { kind: format, value: hover.text } };
	}

	private get hoverFormat(): "markdown" | "plaintext" {
		const formats = this.client.textDocument?.hover?.contentFormat;
		return formats && !formats.includes("markdown") ? "plaintext" : "markdown";
	}

	private async hoverSourceCitation(result: CheckResult, citation: SourceCitationAt): Promise<Hover | null> {
		const format = this.hoverFormat;
		const links = await this.sourceFiles(result, citation.meaning?.sources ?? []);
		const { language } = result.resource.settings;
		const value = hoverSourceCitation(citation, { language, format, link: (source) => links.get(source) ?? null });
		return value === null || value === ""
			? null
			: { range: rangeOf(result.document, citation.span), contents: { kind: format, value } };
	}

	/** Where a citation leads: to its definition, its entry in a bibliography, or its source; of a disclosure, to the content index. */
	private async definitions(uri: string, position: Position): Promise<Location[]> {
		const result = await this.checks.settled(uri);
		const offset = result?.document.offsetAt(position) ?? 0;
		const citation = result && sourceCitationAt(result.checked, offset);
		if (!result || !citation) {
			return result ? await this.disclosures.definition(result, offset) : [];
		}
		const start = { line: 0, character: 0 };
		const destinations = destinationsOf(citation, result.checked);
		const files = await this.sourceFiles(
			result,
			destinations.flatMap((each) => (each.kind === "source" ? [each.source] : [])),
		);
		return destinations.flatMap((each): Location[] => {
			if (each.kind === "draft") {
				return [{ uri, range: rangeOf(result.document, each.span) }];
			}
			if (each.kind === "file") {
				const line = { line: each.line, character: 0 };
				return [{ uri: pathToFileURL(each.path).href, range: { start: line, end: line } }];
			}
			const file = files.get(each.source);
			return file === undefined ? [] : [{ uri: file, range: { start, end: start } }];
		});
	}

	/** URIs of the files of sources; those that are not at hand are left out. */
	private async sourceFiles(
		{ document: { uri }, resource }: CheckResult,
		sources: readonly Source[],
	): Promise<ReadonlyMap<Source, string>> {
		const found = new Map<Source, string>();
		if (sources.length === 0) {
			return found;
		}
		const { fileOf, release } = await this.acquire(uri, resource);
		try {
			for (const source of sources) {
				const file = await this.passages.fileOf(source, this.placesOf(uri, fileOf.get(source.key) ?? null));
				if (file !== null) {
					found.set(source, file);
				}
			}
		} finally {
			release();
		}
		return found;
	}

	/** What is looked up only when somebody asks: why the figure has its verdict, and its amount in another currency. */
	private async why({ document: { uri }, resource, checked }: CheckResult, { evidence, passage }: LocatedEvidence): Promise<Why> {
		const lease = await this.acquire(uri, resource);
		const { database } = lease;
		try {
			if (!database) {
				return nothingKnown;
			}
			const query = pairQuery(evidence, passage.language);
			const [[pairs = []], explanation] = await Promise.all([
				query ? database.lookup([query]) : [],
				explainFrom(database, evidence, checked.glossary),
			]);
			const shown = worthShowing(explanation).map(({ claim }) => claim);
			const places = await this.passages.locate(shown.slice(0, mostPlaces), ({ key }) =>
				this.placesOf(uri, lease.fileOf.get(key) ?? null),
			);
			return { pairs, explanation, places };
		} finally {
			lease.release();
		}
	}

	/** Where a relative path of a source in this database may start from. */
	private placesOf(uri: string, database: string | null): SourcePlaces {
		return { database, folder: this.configuration.folderPath(uri), root: this.parts.root };
	}

	private async references(uri: string, position: Position, withRows: boolean): Promise<Location[]> {
		const result = await this.checks.settled(uri);
		return result ? await this.disclosures.references(result, result.document.offsetAt(position), withRows) : [];
	}

	private async insertIndex(given: unknown): Promise<ContentIndexResult> {
		const { uri, position } = (typeof given === "object" && given !== null ? given : {}) as { uri?: unknown; position?: unknown };
		const at = readPosition(position);
		const wanted = { ...(typeof uri === "string" ? { uri } : {}), ...(at ? { position: at } : {}) };
		const { settings } = await this.configuration.settings(wanted.uri ?? this.configuration.folders[0] ?? "");
		return await this.disclosures.insertIndex(wanted, settings.language);
	}

	private async complete(uri: string, position: Position): Promise<CompletionItem[]> {
		const result = await this.checks.settled(uri);
		if (!result) {
			return [];
		}
		const { document, checked, resource } = result;
		return completeAt(checked, document.offsetAt(position), {
			settings: resource.settings,
			tags: this.client.textDocument?.completion?.completionItem?.tagSupport !== undefined,
			range: (span) => rangeOf(document, span),
		});
	}

	private async codeActions(uri: string, range: Range, only: readonly string[] | undefined): Promise<CodeAction[]> {
		const result = await this.checks.settled(uri);
		if (!result) {
			return [];
		}
		const { document, checked } = result;
		const context = this.codeActionsContext(result);
		const actions: CodeAction[] = [];
		if (isAsked(CodeActionKind.QuickFix, only)) {
			const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
			actions.push(...quickFixes(checked, span, context), ...(await this.workspaceFixes(result, span, context)));
		}
		if (isAsked(contentIndexKind, only)) {
			const index = this.disclosures.codeAction(result, range);
			actions.push(...(index ? [index] : []));
		}
		// On the light bulb's list it would stand under every figure; it is for saving and for the menu of source actions.
		if (only && only.length > 0 && isAsked(fixAllKind, only)) {
			const all = fixAll(checked, context);
			actions.push(...(all ? [all] : []));
		}
		return actions;
	}

	/** What can be done about the figures of a place in the files of their workspace. */
	private async workspaceFixes(result: CheckResult, span: Span, context: CodeActionsContext): Promise<CodeAction[]> {
		const { document, checked, resource } = result;
		const asked = this.configuration.folderPath(document.uri) === null ? [] : askedFigures(checked, span);
		if (asked.length === 0) {
			return [];
		}
		const { database, release } = await this.acquire(document.uri, resource);
		try {
			const queries = asked.map(({ located: { evidence } }) => queryFor(evidence.figure, evidence.subject));
			const answers = (await database?.lookup(queries.filter((query) => query !== null))) ?? [];
			let next = 0;
			return asked.flatMap((figure, i) => {
				const candidates = queries[i] ? (answers[next++] ?? []) : [];
				return workspaceFixes(figure, candidates, checked.glossary, context);
			});
		} finally {
			release();
		}
	}

	private async addName(given: unknown): Promise<null> {
		const { uri, measure, name, language } = (given ?? {}) as Partial<Record<keyof AddNameArguments, unknown>>;
		const folder = typeof uri === "string" ? this.configuration.folderPath(uri) : null;
		if (folder !== null && typeof measure === "string" && typeof name === "string") {
			const written: Language = language === "zh-Hans" || language === "zh-Hant" || language === "ko" ? language : "en";
			await this.change(glossaryFile(folder), String(uri), (text) => addMeasureName(text, measure, name, written));
		}
		return null;
	}

	private async recordFigure(given: unknown): Promise<null> {
		const { uri, entry } = (given ?? {}) as Partial<Record<keyof RecordFigureArguments, unknown>>;
		const folder = typeof uri === "string" ? this.configuration.folderPath(uri) : null;
		if (folder !== null && typeof entry === "object" && entry !== null) {
			const complete = completeRecord(entry as Record<string, unknown>, this.parts.today?.() ?? new Date());
			await this.change(ownFiguresFile(folder), String(uri), (text) => addOwnFigure(text, complete));
		}
		return null;
	}

	/** Changes a file of a workspace, and looks at it at once. */
	private async change(file: string, uri: string, change: (text: string) => string | null): Promise<void> {
		try {
			await changeWorkspaceFile(file, change);
		} catch (error) {
			if (!(error instanceof WorkspaceFileError)) {
				throw error;
			}
			const { language } = (await this.configuration.settings(uri)).settings;
			show(this.connection, MessageType.Error, error.messages[language]);
		}
		await this.workspaces.refreshAll();
	}

	private codeActionsContext(result: CheckResult): CodeActionsContext {
		const { document, checked } = result;
		const edits = this.client.workspace?.workspaceEdit;
		return {
			uri: document.uri,
			version: document.version,
			language: result.resource.settings.language,
			documentChanges: edits?.documentChanges === true,
			snippets: edits?.documentChanges === true && edits.snippetEditSupport === true,
			range: (span) => rangeOf(document, span),
			diagnostics: (findings) => toDiagnostics(checked, this.diagnosticsContext(result), findings),
		};
	}

	private async claimsAt(uri: string, position: Position): Promise<ClaimsAtResult> {
		const result = await this.checks.settled(uri);
		const located = result && figureAt(result.checked, result.document.offsetAt(position));
		if (!result || !located) {
			return null;
		}
		const { evidence, passage, span } = located;
		const claims = spokenClaims(evidence);
		return {
			figure: evidence.figure.text,
			range: rangeOf(result.document, span),
			verdict: verdictSentence(evidence, passage.language, result.resource.settings.language, result.checked.glossary),
			claims: claims.map((claim: Claim) => {
				const { subject, quantity } = claimSentence(claim, passage.language);
				return {
					printed: claim.printed,
					sentence: subject + quantity,
					text: claim.text,
					source: sourceText(claim.source, result.resource.settings.language),
					location: result.locations.get(claim.id) ?? null,
				};
			}),
		};
	}

	// ---- Claims databases, files

	private async acquire(uri: string, resource: ResourceSettings): Promise<Evidences> {
		const files = await this.configuration.claimsFiles(uri, resource);
		const folder = this.configuration.folderPath(uri);
		if (this.watching) {
			const { language } = resource.settings;
			const sources = resource.sources
				.map((path) => this.configuration.resolve(path, folder, language))
				.filter((path) => path !== null);
			await Promise.all([this.watching.files(files), this.watching.folders(sources)]);
		} else {
			this.databases.watch(folder === null ? files : [...files, workspaceDatabase(folder)]);
		}
		const { language } = resource.settings;
		const workspace = await this.workspaces.of(folder, language);
		const { glossary, additions, ownRecords } = workspace;
		const lease = await this.databases.acquire(files, language, ownRecords ? [ownRecords] : []);
		// Only what the workspace builds itself can be built anew.
		const built =
			folder === null
				? undefined
				: lease.glossaryOf.get(resource.claims.length > 0 ? (files[0] ?? "") : workspaceDatabase(folder));
		return {
			...lease,
			glossary,
			outdated: built !== undefined && built !== glossaryHash(additions),
			problems: [...lease.problems, ...workspace.problems],
		};
	}

	/** The settings of a resource with the rates of its workspace's rates.csv. What is wrong with that file is said once. */
	private async withRates(uri: string): Promise<ResourceSettings> {
		const resource = await this.configuration.settings(uri);
		const folder = this.configuration.folderPath(uri);
		if (folder === null) {
			return resource;
		}
		const { rates, faults } = await readRatesFile(folder);
		await this.watching?.files([ratesFile(folder)]);
		const [fault] = faults;
		const message = fault ? `.tickmark/rates.csv:${fault.line + 1}: ${fault.message[resource.settings.language]}` : "";
		if (message !== (this.saidOfRates.get(folder) ?? "")) {
			this.saidOfRates.set(folder, message);
			if (message !== "") {
				show(this.connection, MessageType.Warning, message);
			}
		}
		return rates.length === 0
			? resource
			: { ...resource, settings: { ...resource.settings, rates: [...resource.settings.rates, ...rates] } };
	}

	/** The bibliographies that a draft and the settings name. Those in the front matter start from the draft's own folder. */
	private async bibliographiesOf(uri: string, text: string, resource: ResourceSettings): Promise<readonly BibliographyFile[]> {
		const path = pathOf(uri);
		const folder = this.configuration.folderPath(uri);
		const further = resource.bibliography
			.map((file) => this.configuration.resolve(file, folder, resource.settings.language))
			.filter((file) => file !== null);
		const files = await this.bibliographies.of(uri, text, path === null ? null : dirname(path), further);
		await this.watching?.files(files.flatMap((file) => (file.path === "" ? [] : [file.path])));
		return files;
	}

	private async filesChanged(uris: readonly string[]): Promise<void> {
		const own = new Set(
			this.configuration.folders
				.map(pathOf)
				.flatMap((folder) => (folder === null ? [] : [workspaceDatabase(folder), ratesFile(folder)])),
		);
		const paths = uris.map(pathOf).filter((path) => path !== null);
		this.workspaceDrafts.noteChanges(paths);
		await this.workspaces.refreshAll();
		const changed = await this.databases.refreshAll();
		// A workspace's own database that appears or goes away takes the place of the bundled one, or gives it back.
		if (!changed && paths.some((path) => own.has(path) || this.bibliographies.paths.has(path))) {
			this.refresh();
		}
		await this.sourcesChanged(paths);
	}

	/** Notes which folders' databases are older than their sources. */
	private async sourcesChanged(paths: readonly string[]): Promise<void> {
		for (const uri of this.configuration.folders) {
			const folder = pathOf(uri);
			const resource = await this.configuration.settings(uri);
			const sources = resource.sources.map((path) => resolve(folder ?? "/", path));
			const isOf = (path: string): boolean =>
				sources.some((source) => path === source || path.startsWith(`${source}/`) || path.startsWith(`${source}\\`));
			if (folder !== null && paths.includes(workspaceDatabase(folder)) && this.outdated.delete(uri)) {
				this.resendStatus();
			} else if (paths.some(isOf) && !this.outdated.has(uri)) {
				this.outdated.add(uri);
				this.resendStatus();
			}
		}
	}

	private async build(given: BuildClaimsArguments, token: Parameters<typeof buildClaims>[4]): Promise<BuildClaimsResult> {
		const result = await buildClaims(this.connection, this.configuration, this.workspaces, given, token);
		if (result) {
			this.outdated.clear();
			await this.databases.refreshAll();
			this.refresh();
		}
		return result;
	}

	/** Everything that was found may be different now. */
	private refresh(): void {
		this.checks.invalidate();
		if (this.pulls) {
			if (this.client.workspace?.diagnostics?.refreshSupport) {
				this.connection.languages.diagnostics.refresh().catch((error) => this.logError("refreshing diagnostics", error));
			}
			return;
		}
		for (const { uri } of this.documents.all()) {
			this.pushSoon(uri);
		}
	}

	// ---- Status

	private sendStatus(result: CheckResult): void {
		if (!this.sendsStatus) {
			return;
		}
		const { document, checked, problems } = result;
		const folder = this.configuration.folderPath(document.uri);
		const outdated = result.outdated || [...this.outdated].some((uri) => pathOf(uri) === folder);
		const { supported, unsupported } = checked.counts;
		const params: StatusParams = { uri: document.uri, version: document.version, supported, unsupported, outdated, problems };
		this.connection.sendNotification(statusMethod, params).catch((error) => this.logError("sending the status", error));
	}

	private resendStatus(): void {
		for (const { uri } of this.documents.all()) {
			const result = this.checks.known(uri);
			if (result) {
				this.sendStatus(result);
			}
		}
	}

	// ---- Documents, errors

	/** An open document that is a draft. */
	private draft(uri: string): TextDocument | undefined {
		const document = this.documents.get(uri);
		return document?.languageId === "markdown" && !historySchemes.test(uri) ? document : undefined;
	}

	private closed(uri: string): void {
		this.checks.forget(uri);
		this.bibliographies.forget(uri);
		this.configuration.forget(uri);
		if (!this.pulls) {
			this.connection.sendDiagnostics({ uri, diagnostics: [] }).catch((error) => this.logError(`closing ${uri}`, error));
		}
	}

	private newConfiguration(options: { canAsk: boolean; initial: unknown; locale: string }): Configuration {
		return new Configuration({
			...options,
			connection: this.connection,
			root: this.parts.root,
			onProblem: (message) => show(this.connection, MessageType.Warning, message),
		});
	}

	/** Whatever goes wrong in a handler is logged, and answered with `nothing`. */
	private async guard<T>(what: string, nothing: T, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			this.logError(what, error);
			return nothing;
		}
	}

	private logError(what: string, error: unknown): void {
		this.connection.console.error(
			`Tickmark failed while ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
		);
	}
}

function rangeOf(document: TextDocument, span: Span): Range {
	return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

function readArguments(given: unknown): BuildClaimsArguments {
	const { folder, sources } = (typeof given === "object" && given !== null ? given : {}) as {
		folder?: unknown;
		sources?: unknown;
	};
	return {
		...(typeof folder === "string" ? { folder } : {}),
		...(Array.isArray(sources) ? { sources: sources.filter((source) => typeof source === "string") } : {}),
	};
}
