/** Asks the client to watch what results depend on: claims databases and sources. */
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import {
	type Connection,
	DidChangeWatchedFilesNotification,
	type FileSystemWatcher,
	type GlobPattern,
} from "vscode-languageserver";

export class Watching {
	private readonly connection: Connection;
	private readonly relativePatterns: boolean;
	private readonly asked = new Set<string>();

	/** @param relativePatterns whether the client can watch outside the workspace folders */
	constructor(connection: Connection, relativePatterns: boolean) {
		this.connection = connection;
		this.relativePatterns = relativePatterns;
	}

	/** The workspace's own databases. */
	async start(): Promise<void> {
		await this.register([{ globPattern: "**/.tickmark/**" }]);
	}

	/** Watches the drafts of the workspace from now on. @returns true */
	async drafts(): Promise<boolean> {
		if (this.fresh(["**/*.md"]).length > 0) {
			await this.register([{ globPattern: "**/*.{md,markdown,mdown,mkd}" }]);
		}
		return true;
	}

	/** Watches these files from now on; what is watched already is not asked for again. */
	async files(paths: readonly string[]): Promise<void> {
		await this.register(this.fresh(paths).map((path) => ({ globPattern: this.pattern(dirname(path), basename(path), path) })));
	}

	/** Watches all that is below these folders; a path may be a file's too. */
	async folders(paths: readonly string[]): Promise<void> {
		const fresh = this.fresh(paths);
		await this.register(
			fresh.flatMap((path) => [
				{ globPattern: this.pattern(path, "**/*", `${path}/**/*`) },
				{ globPattern: this.pattern(dirname(path), basename(path), path) },
			]),
		);
	}

	private fresh(paths: readonly string[]): string[] {
		return paths.filter((path) => !this.asked.has(path) && this.asked.add(path));
	}

	private pattern(folder: string, relative: string, absolute: string): GlobPattern {
		const escaped = (glob: string): string => glob.replace(/[[\]{}?]/g, "[$&]");
		return this.relativePatterns
			? { baseUri: pathToFileURL(folder).href, pattern: relative === "**/*" ? relative : escaped(relative) }
			: absolute.replaceAll("\\", "/");
	}

	private async register(watchers: FileSystemWatcher[]): Promise<void> {
		if (watchers.length > 0) {
			await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
		}
	}
}
