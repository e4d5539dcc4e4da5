/** The files that a command reads: which they are, and their text. */
import { constants, isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { TextDecoder } from "node:util";
import { CommandError, describeFileError } from "./errors.ts";

export interface Input {
	/** As it is printed: relative to the working folder with forward slashes where it is inside it; "-" for standard input. */
	readonly name: string;
	/** Absolute path; null for standard input. */
	readonly path: string | null;
}

/** Files of one kind, and what they are called. */
export interface FileKind {
	readonly name: string;
	readonly extensions: readonly string[];
}

export const markdownFiles: FileKind = { name: "Markdown files", extensions: ["md", "markdown", "mdown", "mkd"] };
export const textFiles: FileKind = { name: "text files", extensions: ["txt", "text", ...markdownFiles.extensions] };

/**
 * The inputs that operands name: files, folders (all files of the kind below them), globs, and "-". In the order of the
 * operands, files of a folder or glob sorted, none twice. No operand is the working folder.
 * @throws CommandError for an operand that names nothing.
 */
export async function findInputs(operands: readonly string[], kind: FileKind): Promise<readonly Input[]> {
	const found = new Map<string, Input>();
	for (const operand of operands.length > 0 ? operands : ["."]) {
		if (operand === "-") {
			found.set("-", { name: "-", path: null });
			continue;
		}
		for (const path of await expand(operand, kind)) {
			found.set(path, { name: printedPath(path), path });
		}
	}
	return [...found.values()];
}

async function expand(operand: string, kind: FileKind): Promise<readonly string[]> {
	const path = resolve(operand);
	const extensions = `*.{${kind.extensions.join(",")}}`;
	let isFolder = false;
	try {
		isFolder = (await stat(path)).isDirectory();
	} catch (error) {
		if (!/[*?[{]/.test(operand)) {
			throw new CommandError(`${operand}: ${describeFileError(error)}`);
		}
		const files = await glob(operand, process.cwd());
		if (files.length === 0) {
			throw new CommandError(`${operand}: no file matches; check the pattern`);
		}
		return files;
	}
	if (!isFolder) {
		return [path];
	}
	const files = await glob(`**/${extensions}`, path);
	if (files.length === 0) {
		throw new CommandError(`${operand}: no ${kind.name} in this folder (${extensions}); name a file or another folder`);
	}
	return files;
}

async function glob(pattern: string, cwd: string): Promise<readonly string[]> {
	const { glob: find } = await import("tinyglobby");
	const files = await find(pattern.replaceAll("\\", "/"), {
		cwd,
		absolute: true,
		ignore: ["**/node_modules/**", "**/.git/**"],
		caseSensitiveMatch: false,
		expandDirectories: false,
		followSymbolicLinks: false,
	});
	return files.map((file) => resolve(file)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A path as results print it. */
export function printedPath(path: string): string {
	const inside = relative(process.cwd(), path);
	const printed = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
	return sep === "/" ? printed : printed.replaceAll(sep, "/");
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The text of a file, and what it takes to write another text the same way. */
export interface DecodedText {
	/** Without byte order mark: offsets count from the first character after it, as editors do. */
	readonly text: string;
	readonly encoding: Encoding;
	readonly byteOrderMark: boolean;
}

/** @throws CommandError when it cannot be read or is not text. */
export async function readInput(input: Input): Promise<DecodedText> {
	let bytes: Buffer;
	try {
		bytes = input.path === null ? await readStandardInput() : await readFile(input.path);
	} catch (error) {
		throw new CommandError(`${input.name}: ${describeFileError(error)}`);
	}
	return decode(bytes, input.name);
}

async function readStandardInput(): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) {
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}

/** Reads UTF-8, and UTF-16 of either byte order. @throws CommandError for all else. */
export function decode(bytes: Buffer, name: string): DecodedText {
	const { encoding, mark } = encodingOf(bytes);
	const body = bytes.subarray(mark);
	if (encoding === "utf-8" ? !isUtf8(body) : body.length % 2 !== 0) {
		throw new CommandError(`${name}: neither UTF-8 nor UTF-16 text; save it as UTF-8 and try again`);
	}
	if (encoding === "utf-8" && body.subarray(0, 8192).includes(0)) {
		throw new CommandError(`${name}: a binary file, not text; name a Markdown or text file`);
	}
	if (body.length > constants.MAX_STRING_LENGTH) {
		throw new CommandError(`${name}: ${describeFileError({ code: "ERR_STRING_TOO_LONG" })}`);
	}
	const text = encoding === "utf-16be" ? Buffer.from(body).swap16().toString("utf16le") : body.toString(encoding);
	return { text, encoding, byteOrderMark: mark > 0 };
}

function encodingOf(bytes: Buffer): { readonly encoding: Encoding; readonly mark: number } {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
		return { encoding: "utf-8", mark: 3 };
	}
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return { encoding: "utf-16le", mark: 2 };
	}
	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		return { encoding: "utf-16be", mark: 2 };
	}
	// UTF-16 without a mark shows in its line breaks, spaces and digits: a zero beside each, on the side of the byte order.
	const common = (byte: number | undefined) => byte === 0x0a || byte === 0x20 || (byte !== undefined && byte >= 0x30 && byte <= 0x39);
	let little = 0;
	let big = 0;
	for (let at = 0; at + 1 < Math.min(bytes.length, 8192); at += 2) {
		if (bytes[at + 1] === 0 && common(bytes[at])) {
			little += 1;
		} else if (bytes[at] === 0 && common(bytes[at + 1])) {
			big += 1;
		}
	}
	if (little !== big && Math.min(little, big) * 10 <= Math.max(little, big)) {
		return { encoding: little > big ? "utf-16le" : "utf-16be", mark: 0 };
	}
	return { encoding: "utf-8", mark: 0 };
}

/** The bytes of `text`, encoded as another text was. */
export function encode(text: string, like: DecodedText): Buffer {
	const marked = like.byteOrderMark ? `\ufeff${text}` : text;
	return like.encoding === "utf-16be" ? Buffer.from(marked, "utf16le").swap16() : Buffer.from(marked, like.encoding);
}

/**
 * The lines of an input, without their ends, one by one: a file of any size in little memory.
 * @throws CommandError when it cannot be read or is not UTF-8.
 */
export async function* readLines(input: Input): AsyncGenerator<string> {
	const { createReadStream } = await import("node:fs");
	const stream: AsyncIterable<Buffer> = input.path === null ? process.stdin : createReadStream(input.path, { highWaterMark: 1 << 20 });
	let decoder: TextDecoder | null = null;
	let head: Buffer = Buffer.alloc(0);
	const decodePiece = (chunk: Buffer | null): string => {
		try {
			return (chunk ? decoder?.decode(chunk, { stream: true }) : decoder?.decode()) ?? "";
		} catch {
			throw new CommandError(`${input.name}: neither UTF-8 nor UTF-16 text; save it as UTF-8 and try again`);
		}
	};
	// Pieces of a line are joined once it is complete, so that a huge line costs no more than its length.
	let pieces: string[] = [];
	function* linesOf(text: string): Generator<string> {
		let start = 0;
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
			const line = pieces.join("") + text.slice(start, end);
			pieces = [];
			yield line.endsWith("\r") ? line.slice(0, -1) : line;
			start = end + 1;
		}
		if (start < text.length) {
			pieces.push(text.slice(start));
		}
	}
	try {
		for await (const chunk of stream) {
			head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk;
			if (!decoder && head.length < 4) {
				continue; // Too little to tell the encoding from.
			}
			decoder ??= new TextDecoder(encodingOf(head).encoding, { fatal: true });
			yield* linesOf(decodePiece(head));
			head = Buffer.alloc(0);
		}
		decoder ??= new TextDecoder(encodingOf(head).encoding, { fatal: true });
		yield* linesOf(decodePiece(head) + decodePiece(null));
	} catch (error) {
		throw error instanceof CommandError ? error : new CommandError(`${input.name}: ${describeFileError(error)}`);
	}
	if (pieces.length > 0) {
		yield pieces.join("");
	}
}
