/** Reads the bibliography files that drafts name. */
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
	type BibliographyFile,
	bibliographyNames,
	brokenBibliography,
	faults,
	largestBibliography,
	readBibliography,
} from "../core/citations/bibliography.ts";
import { type ReadFrontMatter, readFrontMatter } from "../core/draft/frontMatter.ts";
import { decodeText } from "./decodeText.ts";

/** What is kept of a draft: the same list comes back for as long as its files stay the same. */
interface Known {
	front: ReadFrontMatter | null;
	files: readonly BibliographyFile[];
}

const none: readonly BibliographyFile[] = [];

/** A file that was read, or tried to. */
interface Entry {
	readonly stamp: string;
	readonly file: BibliographyFile;
}

/** Reads bibliographies once, and again when they have changed. */
export class Bibliographies {
	private readonly drafts = new Map<string, Known>();
	/** By path and by the name that it goes by. */
	private readonly files = new Map<string, Entry>();
	/** Every path that was looked at. */
	readonly paths = new Set<string>();

	/**
	 * The bibliographies of a draft as they are now. A file that cannot be read is among them, with its problem.
	 * @param draft names the draft: its URI or path
	 * @param folder where relative paths in the front matter start; null for a draft without a file
	 * @param settings absolute paths of further files
	 */
	async of(
		draft: string,
		text: string,
		folder: string | null,
		settings: readonly string[] = [],
	): Promise<readonly BibliographyFile[]> {
		let known = this.drafts.get(draft);
		if (!known) {
			known = { front: null, files: none };
			this.drafts.set(draft, known);
		}
		known.front = readFrontMatter(text, "en", known.front);
		const names = bibliographyNames(known.front.frontMatter.raw);
		if (names.length === 0 && settings.length === 0) {
			known.files = none;
			return none;
		}
		const files = await Promise.all([
			...names.map((name) => this.named(name, folder)),
			...settings.map((path) => this.at(path, path)),
		]);
		const { files: last } = known;
		if (files.length !== last.length || files.some((file, index) => file !== last[index])) {
			known.files = files;
		}
		return known.files;
	}

	/** Forgets a draft that is closed. */
	forget(draft: string): void {
		this.drafts.delete(draft);
	}

	private async named(name: string, folder: string | null): Promise<BibliographyFile> {
		// Also a share on Windows is the network.
		if (/^(?:https?|ftp):|^[\\/]{2}/i.test(name)) {
			return this.keep(brokenBibliography(name, "", faults.remote));
		}
		const path = name.startsWith("file:") ? fromUrl(name) : name;
		if (path === null || path.includes("\0") || (folder === null && !isAbsolute(path))) {
			return this.keep(brokenBibliography(name, "", path === null ? faults.missing : faults.unplaced));
		}
		return await this.at(resolve(folder ?? "/", path), name);
	}

	private async at(path: string, name: string): Promise<BibliographyFile> {
		this.paths.add(path);
		const key = `${path}\0${name}`;
		const stamp = await stampOf(path);
		const known = this.files.get(key);
		if (known?.stamp === stamp) {
			return known.file;
		}
		const file = await read(path, name);
		this.files.set(key, { stamp, file });
		return file;
	}

	/** The same object for the same problem. */
	private keep(file: BibliographyFile): BibliographyFile {
		const stamp = file.problem?.en ?? "";
		const known = this.files.get(`\0${file.name}`);
		if (known?.stamp === stamp) {
			return known.file;
		}
		this.files.set(`\0${file.name}`, { stamp, file });
		return file;
	}
}

function fromUrl(name: string): string | null {
	try {
		return fileURLToPath(name);
	} catch {
		return null;
	}
}

async function stampOf(path: string): Promise<string> {
	try {
		const { ino, mtimeMs, size } = await stat(path);
		return `${ino} ${mtimeMs} ${size}`;
	} catch (error) {
		return `none ${codeOf(error)}`;
	}
}

async function read(path: string, name: string): Promise<BibliographyFile> {
	try {
		const info = await stat(path);
		// A device or a pipe might never end.
		if (!info.isFile()) {
			return brokenBibliography(name, path, faults.notText);
		}
		if (info.size > largestBibliography) {
			return brokenBibliography(name, path, faults.tooLarge);
		}
		const bytes = await readFile(path);
		const decoded = decodeText(bytes);
		// A bibliography that is still empty defines nothing, and nothing is wrong with it.
		return decoded.text === null && decoded.fault === "empty"
			? { name, path, entries: [], problem: null }
			: decoded.text === null
				? brokenBibliography(name, path, faults.notText)
				: readBibliography(decoded.text, name, path);
	} catch (error) {
		const code = codeOf(error);
		const isMissing = code === "ENOENT" || code === "ENOTDIR";
		return brokenBibliography(name, path, isMissing ? faults.missing : faults.unreadable(code));
	}
}

function codeOf(error: unknown): string {
	return (error as NodeJS.ErrnoException)?.code ?? "unknown";
}
