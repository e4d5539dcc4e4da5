/** Where the Markdown files of the workspace cite disclosures: each file is read once, and again when it has changed. */
import { readFile, stat } from "node:fs/promises";
import { extname, relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { disclosurePlaces } from "../core/contentIndex/citationAt.ts";
import type { Draft } from "../core/draft/draft.ts";
import { DraftReader } from "../core/draft/readDraft.ts";
import { mayCite } from "../core/frameworks/findCitations.ts";
import type { Settings } from "../core/settings.ts";
import { collectFiles } from "../sources/collectSources.ts";
import { decodeText } from "../sources/decodeText.ts";
import { pathOf } from "./configuration.ts";

/** A place where a disclosure is cited, or listed in a content index. */
export interface WorkspacePlace {
	readonly uri: string;
	/** The file as a writer knows it: its path in the workspace folder. */
	readonly file: string;
	/** Names the disclosure and its edition. */
	readonly key: string;
	readonly range: Range;
	/** The heading that it stands in or below; "" before the first. */
	readonly heading: string;
	/** In a row of a content index. */
	readonly listed: boolean;
}

export interface WorkspaceDraftsOptions {
	/** Paths of the workspace folders. */
	folders(): readonly string[];
	settings(uri: string): Promise<Settings>;
	/** Whether changes of files will be told; else they are looked for at each question. */
	watches(): Promise<boolean>;
	onProblem(message: string): void;
}

interface KnownFile {
	readonly stamp: string;
	readonly places: readonly WorkspacePlace[];
}

const extensions: ReadonlySet<string> = new Set([".md", ".markdown", ".mdown", ".mkd"]);
/** More files than this, or larger ones, are not looked through; the log says so. */
const mostFiles = 10_000;
const largestFile = 16 * 1024 * 1024;

export class WorkspaceDrafts {
	private readonly options: WorkspaceDraftsOptions;
	private readonly files = new Map<string, KnownFile>();
	/** Paths whose files have to be looked at; null for all of the workspace. */
	private changed: Set<string> | null = null;
	private updating: Promise<void> | null = null;
	private isComplete = false;
	private readonly said = new Set<string>();

	constructor(options: WorkspaceDraftsOptions) {
		this.options = options;
	}

	/** Whether everything is known already, so that an answer costs nothing. */
	get isReady(): boolean {
		return this.isComplete && this.changed?.size === 0;
	}

	/** All places in files, by their URI. */
	async places(): Promise<ReadonlyMap<string, readonly WorkspacePlace[]>> {
		this.updating ??= this.update().finally(() => {
			this.updating = null;
		});
		await this.updating;
		return new Map([...this.files].map(([path, { places }]) => [pathToFileURL(path).href, places]));
	}

	/** What is known by now. */
	known(): ReadonlyMap<string, readonly WorkspacePlace[]> {
		return new Map([...this.files].map(([path, { places }]) => [pathToFileURL(path).href, places]));
	}

	/** Without the places in files that went away unnoticed, with their folder for example. */
	async withoutGone(places: readonly WorkspacePlace[]): Promise<readonly WorkspacePlace[]> {
		const gone = new Set<string>();
		for (const uri of new Set(places.map((place) => place.uri))) {
			const path = pathOf(uri);
			if (path !== null && this.files.has(path) && !(await stat(path).catch(() => null))) {
				gone.add(uri);
				this.files.delete(path);
			}
		}
		return gone.size === 0 ? places : places.filter(({ uri }) => !gone.has(uri));
	}

	/** Notes files that have changed, appeared or gone. */
	noteChanges(paths: readonly string[]): void {
		for (const path of paths) {
			if (isDraft(path)) {
				this.changed?.add(path);
			}
		}
	}

	/** Folders or settings have changed: everything is looked at anew. */
	forget(): void {
		this.files.clear();
		this.changed = null;
		this.isComplete = false;
	}

	private async update(): Promise<void> {
		const watched = await this.options.watches();
		const paths = watched && this.changed ? [...this.changed] : await this.list();
		const isAll = !(watched && this.changed);
		this.changed = new Set();
		const seen = new Set(paths);
		for (const path of isAll ? [...this.files.keys()] : []) {
			if (!seen.has(path)) {
				this.files.delete(path);
			}
		}
		for (const path of paths) {
			await this.read(path);
		}
		this.isComplete = true;
	}

	private async list(): Promise<readonly string[]> {
		const found = new Set<string>();
		for (const folder of this.options.folders()) {
			try {
				for (const path of await collectFiles([folder], isDraft)) {
					found.add(path);
				}
			} catch (error) {
				this.say(`${folder} could not be looked through for citations: ${error}`);
			}
		}
		const paths = [...found].sort();
		if (paths.length > mostFiles) {
			this.say(`The workspace has ${paths.length} Markdown files; citations are looked for in the first ${mostFiles}.`);
		}
		return paths.slice(0, mostFiles);
	}

	private async read(path: string): Promise<void> {
		let stamp: string;
		try {
			const info = await stat(path);
			stamp = `${info.mtimeMs} ${info.size}`;
			if (!info.isFile() || info.size > largestFile) {
				this.files.delete(path);
				if (info.isFile()) {
					this.say(`${path} is larger than 16 MB; citations are not looked for in it.`);
				}
				return;
			}
		} catch {
			this.files.delete(path);
			return;
		}
		if (this.files.get(path)?.stamp === stamp) {
			return;
		}
		try {
			const { text } = decodeText(await readFile(path));
			const places = text === null || !mayCite(text) ? [] : await this.placesIn(path, text);
			this.files.set(path, { stamp, places });
		} catch {
			// It went away, or may not be read.
			this.files.delete(path);
		}
		await setImmediate();
	}

	private async placesIn(path: string, text: string): Promise<readonly WorkspacePlace[]> {
		const uri = pathToFileURL(path).href;
		const reading = new DraftReader().steps(text);
		let step = reading.next();
		while (!step.done) {
			await setImmediate();
			step = reading.next();
		}
		const document = TextDocument.create(uri, "markdown", 0, text);
		return placesOf(uri, this.nameOf(path), document, step.value, await this.options.settings(uri));
	}

	private nameOf(path: string): string {
		const folder = this.options.folders().find((one) => path.startsWith(one.endsWith(sep) ? one : one + sep));
		return (folder === undefined ? path : relative(folder, path)).replaceAll("\\", "/");
	}

	private say(message: string): void {
		if (!this.said.has(message)) {
			this.said.add(message);
			this.options.onProblem(message);
		}
	}
}

/** The places of a draft as others see them. */
export function placesOf(
	uri: string,
	file: string,
	document: TextDocument,
	draft: Draft,
	settings: Settings,
): readonly WorkspacePlace[] {
	return disclosurePlaces(draft, settings).map(({ key, span, heading, listed }) => ({
		uri,
		file,
		key,
		range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
		heading: heading?.title ?? "",
		listed,
	}));
}

function isDraft(path: string): boolean {
	return extensions.has(extname(path).toLowerCase());
}
