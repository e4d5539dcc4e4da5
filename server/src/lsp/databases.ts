/** The claims databases that open drafts are checked against: opened once, opened anew when their files change. */
import { existsSync, type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { ClaimsDatabase } from "../core/claims/database.ts";
import type { MessageLanguage } from "../core/model.ts";
import { ClaimsDatabaseError } from "../store/errors.ts";
import { mergeDatabases } from "../store/mergeDatabases.ts";
import { type OpenClaimsDatabase, openDatabase } from "../store/openDatabase.ts";

export interface DatabasesOptions {
	/** Opens a file; the store's own way where absent. */
	readonly open?: (file: string) => Promise<OpenClaimsDatabase>;
	/** A database has another content than before. */
	onChange(): void;
	/** Something has happened in a folder that is watched. */
	onWatched?(): void;
	/** A file cannot be used; said once until it can be used again or fails in another way. */
	onProblem(message: string): void;
	/** Something that only a developer can make sense of. */
	onError(what: string, error: unknown): void;
}

/** Databases for one check. They stay open until they are released. */
export interface Lease {
	/** null where none of the files can be used. */
	readonly database: ClaimsDatabase | null;
	/** Which file each source comes from, by the source's key. */
	readonly fileOf: ReadonlyMap<string, string>;
	/** What the workspace had added to the glossary when each file was built, by the file. */
	readonly glossaryOf: ReadonlyMap<string, string>;
	/** What is wrong with the files that cannot be used, in the language asked for. */
	readonly problems: readonly string[];
	release(): void;
}

/** One opening of a file. */
interface Opened {
	readonly database: OpenClaimsDatabase;
	users: number;
	/** Whether a newer opening has replaced it. */
	retired: boolean;
}

interface Entry {
	/** What the file looked like when it was last tried. */
	stamp: string;
	opened: Opened | null;
	error: unknown;
	loading: Promise<void> | null;
	/** The problem that has been said. */
	said: string;
	/** The language it is said in: that of whoever asked last. */
	language: MessageLanguage;
}

export class Databases {
	private readonly options: DatabasesOptions;
	private readonly entries = new Map<string, Entry>();
	private readonly watchers = new Map<string, FSWatcher>();
	/** Files that are watched by ourselves, and whether they were there when last looked at. */
	private readonly awaited = new Map<string, boolean>();
	private changes = 0;
	private recheck: NodeJS.Timeout | null = null;
	private disposed = false;

	constructor(options: DatabasesOptions) {
		this.options = options;
	}

	/**
	 * Opens what is not open, opens anew what has changed. A file that cannot be opened is left out, its last good opening stays.
	 * @param also databases that are no files, such as the organisation's own records; they come after the files
	 */
	async acquire(files: readonly string[], language: MessageLanguage, also: readonly OpenClaimsDatabase[] = []): Promise<Lease> {
		const entries = await Promise.all(files.map((file) => this.refresh(file)));
		const used: Opened[] = [];
		const problems: string[] = [];
		const fileOf = new Map<string, string>();
		for (const [index, entry] of entries.entries()) {
			const file = files[index] as string;
			entry.language = language;
			if (entry.error) {
				problems.push(this.tell(file, entry));
			}
			if (entry.opened) {
				entry.opened.users += 1;
				used.push(entry.opened);
				for (const { key } of entry.opened.database.sources) {
					fileOf.set(key, fileOf.get(key) ?? file);
				}
			}
		}
		let released = false;
		return {
			database: used.length + also.length === 0 ? null : mergeDatabases([...used.map(({ database }) => database), ...also]),
			fileOf,
			glossaryOf: new Map(entries.flatMap(({ opened }, i) => (opened ? [[files[i] as string, opened.database.glossary]] : []))),
			problems,
			release: () => {
				if (!released) {
					released = true;
					for (const opened of used) {
						opened.users -= 1;
						closeUnused(opened);
					}
				}
			},
		};
	}

	/** Looks at every file that is known again. @returns whether any has changed */
	async refreshAll(): Promise<boolean> {
		const before = this.changes;
		await Promise.all([...this.entries.keys()].map((file) => this.refresh(file)));
		return this.changes > before;
	}

	/** Watches these files by ourselves, for clients that do not; a file need not be there yet. */
	watch(files: readonly string[]): void {
		const fresh = files.filter((file) => !this.awaited.has(file));
		for (const file of fresh) {
			this.awaited.set(file, existsSync(file));
		}
		if (fresh.length > 0) {
			this.watchFolders();
		}
	}

	/** Watches the folder of each awaited file; of a folder that is not there, the one that it will appear in. */
	private watchFolders(): void {
		const folders = new Set<string>();
		for (const file of this.awaited.keys()) {
			const folder = [dirname(file), dirname(dirname(file))].find((path) => existsSync(path));
			if (folder !== undefined) {
				folders.add(folder);
			}
		}
		for (const [folder, watcher] of this.watchers) {
			// A folder that goes away takes its watcher with it, also where it comes back under its name.
			if (!folders.has(folder)) {
				watcher.close();
				this.watchers.delete(folder);
			}
		}
		for (const folder of folders) {
			if (this.disposed || this.watchers.has(folder)) {
				continue;
			}
			try {
				const watcher = watch(folder, { persistent: false }, () => this.soon());
				watcher.on("error", () => {
					watcher.close();
					this.watchers.delete(folder);
				});
				this.watchers.set(folder, watcher);
			} catch {
				// It went away meanwhile; the files are looked at again with every check.
			}
		}
	}

	dispose(): void {
		this.disposed = true;
		if (this.recheck) {
			clearTimeout(this.recheck);
		}
		for (const watcher of this.watchers.values()) {
			watcher.close();
		}
		for (const { opened } of this.entries.values()) {
			retire(opened);
		}
		this.entries.clear();
	}

	/** One change of a file makes several events. */
	private soon(): void {
		this.recheck ??= setTimeout(() => {
			this.recheck = null;
			this.options.onWatched?.();
			this.watchFolders();
			this.refreshAwaited().catch((error) => this.options.onError("looking at the claims databases", error));
		}, 50);
	}

	/** Looks at every file again, also at those that nobody has opened because they were not there. */
	private async refreshAwaited(): Promise<void> {
		let appeared = false;
		for (const [file, was] of this.awaited) {
			const is = existsSync(file);
			this.awaited.set(file, is);
			appeared ||= is !== was;
		}
		if (!(await this.refreshAll()) && appeared) {
			this.changed();
		}
	}

	private async refresh(file: string): Promise<Entry> {
		let entry = this.entries.get(file);
		if (!entry) {
			entry = { stamp: "", opened: null, error: null, loading: null, said: "", language: "en" };
			this.entries.set(file, entry);
		}
		const current = entry;
		// Who asks while it is being opened waits for that; what has changed since is seen by the next one who asks.
		current.loading ??= this.load(file, current).finally(() => {
			current.loading = null;
		});
		await current.loading;
		return current;
	}

	private async load(file: string, entry: Entry): Promise<void> {
		const stamp = await stampOf(file);
		if (stamp === entry.stamp) {
			return;
		}
		const first = entry.stamp === "";
		entry.stamp = stamp;
		try {
			const database = await (this.options.open ?? openDatabase)(file);
			const same = entry.opened?.database.version === database.version && entry.error === null;
			retire(entry.opened);
			entry.opened = { database, users: 0, retired: false };
			entry.error = null;
			entry.said = "";
			if (!first && !same) {
				this.changed();
			}
		} catch (error) {
			entry.error = error;
			if (!(error instanceof ClaimsDatabaseError)) {
				this.options.onError(`opening ${file}`, error);
			}
			if (!first) {
				// A file that has been removed may not be wanted any more: who asks for it will be told.
				if (!(error instanceof ClaimsDatabaseError && error.code === "missing")) {
					this.tell(file, entry);
				}
				this.changed();
			}
		}
	}

	private changed(): void {
		this.changes += 1;
		this.options.onChange();
	}

	/** Says what is wrong with a file, once. @returns what it said */
	private tell(file: string, entry: Entry): string {
		const { error, language } = entry;
		const problem = error instanceof ClaimsDatabaseError ? error.messages[language] : strange[language].replace("{file}", file);
		const message = entry.opened ? `${problem}${language === "zh" ? "" : " "}${lastGood[language]}` : problem;
		if (entry.said !== message) {
			entry.said = message;
			this.options.onProblem(message);
		}
		return message;
	}
}

const strange: Readonly<Record<MessageLanguage, string>> = {
	en: "{file} cannot be opened, so its claims are left out. The output of Tickmark says more; rebuild the database.",
	zh: "无法打开 {file}，其中的数据未被使用。详情见 Tickmark 的输出；请重新生成数据库。",
	ko: "{file} 파일을 열 수 없어 제외했습니다. 자세한 내용은 Tickmark 출력에 있습니다. 데이터베이스를 다시 만드세요.",
};

const lastGood: Readonly<Record<MessageLanguage, string>> = {
	en: "Until then its last good version is used.",
	zh: "在此之前继续使用上一个完好的版本。",
	ko: "그때까지 마지막으로 정상이던 버전을 사용합니다.",
};

/** Changes whenever the file is written, replaced by a rename, removed or brought back. */
async function stampOf(file: string): Promise<string> {
	try {
		const { ino, mtimeMs, size } = await stat(file);
		const journal = await stat(`${file}-journal`).catch(() => null);
		return `${ino} ${mtimeMs} ${size} ${journal?.size ?? ""}`;
	} catch (error) {
		return `none ${(error as NodeJS.ErrnoException).code ?? ""}`;
	}
}

function retire(opened: Opened | null): void {
	if (opened) {
		opened.retired = true;
		closeUnused(opened);
	}
}

function closeUnused(opened: Opened): void {
	if (opened.retired && opened.users === 0) {
		opened.users = Number.NaN;
		opened.database.close();
	}
}
