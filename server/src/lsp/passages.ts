/** Finds the files of sources, and where in them a claim's passage stands. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Claim, Source } from "../core/model.ts";
import { decodeText } from "../sources/decodeText.ts";

/** A source's file as it is now. */
interface SourceFile {
	readonly uri: string;
	/** null where the file holds no text that positions could be counted in. */
	readonly document: TextDocument | null;
	/** Whether it is, byte for byte, what the claims were taken from. */
	readonly unchanged: boolean;
}

/** Where a relative path of a source may start from. */
export interface SourcePlaces {
	/** The claims database that the source is in. */
	readonly database: string | null;
	/** The workspace folder, or null. */
	readonly folder: string | null;
	/** The product's own folder. */
	readonly root: string;
}

/** Files beyond this size, in bytes, are linked to but not read. */
const largest = 8 * 1024 * 1024;

export class Passages {
	private readonly files = new Map<string, { stamp: string; file: SourceFile | null }>();

	/** Where the passages of these claims are, by the claim's id; claims whose file is not at hand are left out. */
	async locate(claims: Iterable<Claim>, placesOf: (source: Source) => SourcePlaces): Promise<ReadonlyMap<string, Location>> {
		const found = new Map<string, Location>();
		const bySource = new Map<Source, SourceFile | null>();
		for (const claim of claims) {
			let file = bySource.get(claim.source);
			if (file === undefined) {
				file = await this.find(claim.source, placesOf(claim.source));
				bySource.set(claim.source, file);
			}
			if (file) {
				found.set(claim.id, locationIn(file, claim));
			}
		}
		return found;
	}

	/** The URI of a source's file; null where it is not at hand. */
	async fileOf(source: Source, places: SourcePlaces): Promise<string | null> {
		return (await this.find(source, places))?.uri ?? null;
	}

	private async find(source: Source, { database, folder, root }: SourcePlaces): Promise<SourceFile | null> {
		if (source.file === "" || source.file.includes("\0")) {
			return null;
		}
		const bases = [folder, database && dirname(database), database && dirname(dirname(database)), root].filter(
			(base) => base !== null,
		);
		const candidates = isAbsolute(source.file)
			? [source.file]
			: [...bases.map((base) => resolve(base, source.file)), join(root, "seeds", basename(source.file))];
		for (const path of candidates) {
			const file = await this.read(path, source.sha256);
			if (file) {
				return file;
			}
		}
		return null;
	}

	private async read(path: string, sha256: string): Promise<SourceFile | null> {
		let stamp: string;
		let size: number;
		try {
			const info = await stat(path);
			if (!info.isFile()) {
				return null;
			}
			size = info.size;
			stamp = `${info.ino} ${info.mtimeMs} ${info.size} ${sha256}`;
		} catch {
			return null;
		}
		const known = this.files.get(path);
		if (known?.stamp === stamp) {
			return known.file;
		}
		const uri = pathToFileURL(path).href;
		let file: SourceFile = { uri, document: null, unchanged: false };
		if (size <= largest && textFiles.has(extname(path).toLowerCase())) {
			try {
				const bytes = await readFile(path);
				const { text } = decodeText(bytes);
				const unchanged = sha256 === "" || createHash("sha256").update(bytes).digest("hex") === sha256;
				file = { uri, document: text === null ? null : TextDocument.create(uri, "", 0, text), unchanged };
			} catch {
				// It went away, or may not be read: the link alone has to do.
			}
		}
		if (this.files.size >= kept) {
			this.files.clear();
		}
		this.files.set(path, { stamp, file });
		return file;
	}
}

/** How many sources are kept in memory. */
const kept = 50;
const textFiles: ReadonlySet<string> = new Set([
	".md",
	".markdown",
	".txt",
	".text",
	".csv",
	".htm",
	".html",
	".xhtml",
	".xml",
	".yaml",
	".yml",
]);

/** A link that opens the passage in an editor: VS Code reads "#L12,5" as line and column, both counted from 1. */
export function passageLink({ uri, range }: Location): string {
	return `${uri}#L${range.start.line + 1},${range.start.character + 1}`;
}

function locationIn({ uri, document, unchanged }: SourceFile, claim: Claim): Location {
	const { line, start, end } = claim.locator;
	if (!document) {
		return { uri, range: { start: { line, character: 0 }, end: { line, character: 0 } } };
	}
	if (unchanged) {
		return { uri, range: { start: document.positionAt(start), end: document.positionAt(end) } };
	}
	// The source has been edited since: its sentence may still stand there, elsewhere. A wrong place would be worse than the line.
	const at = document.getText().indexOf(claim.text);
	const inSentence = claim.text.indexOf(claim.printed);
	if (at >= 0 && claim.text !== "") {
		const from = at + Math.max(0, inSentence);
		const to = inSentence < 0 ? at + claim.text.length : from + claim.printed.length;
		return { uri, range: { start: document.positionAt(from), end: document.positionAt(to) } };
	}
	const position = { line: Math.min(line, document.lineCount - 1), character: 0 };
	return { uri, range: { start: position, end: position } };
}
