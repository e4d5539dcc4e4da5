/** Checks the open drafts: one check per version, results for a text that has changed are dropped. */
import { setImmediate } from "node:timers/promises";
import type { Location } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckedDraft, type CheckOptions, DraftChecker } from "../core/checkDraft.ts";
import type { BibliographyFile } from "../core/citations/bibliography.ts";
import type { ClaimsDatabase } from "../core/claims/database.ts";
import type { Glossary } from "../core/claims/glossary.ts";
import type { Claim } from "../core/model.ts";
import { claimsById } from "../features/diagnostics.ts";
import type { Lease } from "./databases.ts";
import type { Passages, SourcePlaces } from "./passages.ts";
import type { ResourceSettings } from "./settings.ts";

/** What checks a draft; the engine, or a stand-in in tests. */
export interface Checker {
	check(text: string, options: CheckOptions): Promise<CheckedDraft | null>;
}

/** A draft that was checked, with all that is needed to speak about it. */
export interface CheckResult {
	/** The document as it was checked: it does not change when the open one does. */
	readonly document: TextDocument;
	readonly checked: CheckedDraft;
	readonly resource: ResourceSettings;
	/** The claims that its figures were compared with, by id. */
	readonly claims: ReadonlyMap<string, Claim>;
	/** Where the passages of the claims are, by the claim's id. */
	readonly locations: ReadonlyMap<string, Location>;
	/** What is wrong with the claims databases. */
	readonly problems: readonly string[];
	/** Whether the claims were read with another glossary than the draft. */
	readonly outdated: boolean;
	/** Names this result: another text, other settings or other claims have another one. */
	readonly id: string;
}

/** What a draft is checked against. */
export interface Evidences extends Lease {
	readonly glossary: Glossary;
	/** Whether the workspace's glossary has changed since its claims database was built. */
	readonly outdated: boolean;
}

export interface ChecksOptions {
	/** The open document, or undefined. */
	document(uri: string): TextDocument | undefined;
	settings(uri: string): Promise<ResourceSettings>;
	databases(uri: string, resource: ResourceSettings): Promise<Evidences>;
	/** The bibliographies of a draft with this text. */
	bibliographies(uri: string, text: string, resource: ResourceSettings): Promise<readonly BibliographyFile[]>;
	places(uri: string, file: string | null): SourcePlaces;
	readonly passages: Passages;
	createChecker?: (() => Checker) | undefined;
	/** A draft that was checked. */
	onResult(result: CheckResult): void;
	onError(uri: string, error: unknown): void;
}

interface Session {
	/** Made for the glossary. */
	checker: { readonly checker: Checker; readonly glossary: Glossary } | null;
	result: CheckResult | null;
	/** What could not be checked. */
	failed: string;
	running: { readonly key: string; readonly abort: AbortController; readonly promise: Promise<CheckResult | null> } | null;
}

/** Stands in for claims databases that cannot be used. */
const noClaims: ClaimsDatabase = { version: "none", sources: [], lookup: async (queries) => queries.map(() => []) };

export class Checks {
	private readonly options: ChecksOptions;
	private readonly sessions = new Map<string, Session>();
	/** Goes up when settings or claims change: every draft has to be looked at again. */
	private generation = 0;

	constructor(options: ChecksOptions) {
		this.options = options;
	}

	/** Makes every result a thing of the past. */
	invalidate(): void {
		this.generation += 1;
	}

	/** Forgets a closed document. */
	forget(uri: string): void {
		this.sessions.get(uri)?.running?.abort.abort();
		this.sessions.delete(uri);
	}

	/** The result for the document as it is now; null where it changes or closes before the check is done, or cannot be checked. */
	async latest(uri: string): Promise<CheckResult | null> {
		const document = this.options.document(uri);
		if (!document) {
			return null;
		}
		const session = this.sessionOf(uri);
		const key = this.keyOf(document);
		if (session.result?.id === key) {
			return session.result;
		}
		if (session.running?.key !== key) {
			session.running?.abort.abort();
			const abort = new AbortController();
			session.running = { key, abort, promise: this.run(uri, session, key, abort.signal) };
		}
		return session.running.promise;
	}

	/** The result for whatever the document has become by the time it is there; null where it is closed or cannot be checked. */
	async settled(uri: string): Promise<CheckResult | null> {
		for (;;) {
			const document = this.options.document(uri);
			if (!document) {
				return null;
			}
			const key = this.keyOf(document);
			const result = await this.latest(uri);
			const now = this.options.document(uri);
			if (result || !now || this.keyOf(now) === key) {
				return result;
			}
		}
	}

	/** The last result, whether or not the document has changed since. */
	known(uri: string): CheckResult | null {
		return this.sessions.get(uri)?.result ?? null;
	}

	/** Whether the document as it is now could not be checked. */
	failed(uri: string): boolean {
		const document = this.options.document(uri);
		return document !== undefined && this.sessions.get(uri)?.failed === this.keyOf(document);
	}

	/** Whether a result is of the document as it is now. */
	isCurrent(result: CheckResult): boolean {
		const document = this.options.document(result.document.uri);
		return document !== undefined && this.keyOf(document) === result.id;
	}

	private keyOf(document: TextDocument): string {
		return `${document.version}.${this.generation}`;
	}

	private sessionOf(uri: string): Session {
		let session = this.sessions.get(uri);
		if (!session) {
			session = { checker: null, result: null, failed: "", running: null };
			this.sessions.set(uri, session);
		}
		return session;
	}

	/** The session's checker; a new one where the glossary has changed. */
	private checkerOf(session: Session, glossary: Glossary): Checker {
		if (session.checker?.glossary !== glossary) {
			session.checker = { checker: this.options.createChecker?.() ?? new DraftChecker(glossary), glossary };
		}
		return session.checker.checker;
	}

	private async run(uri: string, session: Session, key: string, signal: AbortSignal): Promise<CheckResult | null> {
		try {
			const result = await this.check(uri, session, key, signal);
			if (result) {
				session.result = result;
				this.options.onResult(result);
			}
			return result;
		} catch (error) {
			this.options.onError(uri, error);
			session.failed = key;
			// Whatever it kept of the text that it could not take must not spoil the next check.
			session.checker = null;
			return null;
		} finally {
			if (session.running?.key === key) {
				session.running = null;
			}
		}
	}

	private async check(uri: string, session: Session, key: string, signal: AbortSignal): Promise<CheckResult | null> {
		const resource = await this.options.settings(uri);
		const lease = await this.options.databases(uri, resource);
		try {
			const open = this.options.document(uri);
			if (signal.aborted || !open || this.keyOf(open) !== key) {
				return null;
			}
			const document = TextDocument.create(open.uri, open.languageId, open.version, open.getText());
			const bibliographies = await this.options.bibliographies(uri, document.getText(), resource);
			const checked = await this.checkerOf(session, lease.glossary).check(document.getText(), {
				database: lease.database ?? noClaims,
				settings: lease.database ? resource.settings : withoutEvidence(resource).settings,
				bibliographies,
				signal,
				breathe: async () => {
					await setImmediate();
				},
			});
			if (!checked || signal.aborted) {
				return null;
			}
			const placesOf = (source: { readonly key: string }) => this.options.places(uri, lease.fileOf.get(source.key) ?? null);
			const claims = claimsById(checked);
			const locations = await this.options.passages.locate(claims.values(), placesOf);
			const now = this.options.document(uri);
			if (signal.aborted || !now || this.keyOf(now) !== key) {
				return null;
			}
			const { problems, outdated } = lease;
			return { document, checked, resource, claims, locations, problems, outdated, id: key };
		} finally {
			lease.release();
		}
	}
}

/**
 * Where there are no claims at all, that no claim supports a figure says nothing about the figure, and that no source has a key
 * nothing about the citation.
 */
function withoutEvidence(resource: ResourceSettings): ResourceSettings {
	const { settings } = resource;
	return {
		...resource,
		settings: { ...settings, rules: { ...settings.rules, "unsupported-figure": "off", "unknown-source-citation": "off" } },
	};
}
