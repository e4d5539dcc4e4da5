/** The files that a command reads: which they are, and their text. */
import { constants, isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { extname, isAbsolute, relative, resolve, sep } from "node:path";
import { TextDecoder } from "node:util";
import { getHeapStatistics } from "node:v8";
import { aboutFile, fileError, notFound, type Texts } from "./errors.ts";

export interface Input {
	/** As it is printed: relative to the working folder with forward slashes where it is inside it; "-" for standard input. */
	readonly name: string;
	/** Absolute path; null for standard input. */
	readonly path: string | null;
}

/** Files of one kind. */
export interface FileKind {
	readonly extensions: readonly string[];
	/** What is said of a folder that has none. */
	readonly noneInFolder: Texts;
}

const markdownExtensions = ["md", "markdown", "mdown", "mkd"];

export const markdownFiles: FileKind = {
	extensions: markdownExtensions,
	noneInFolder: {
		en: "no Markdown files in this folder; name a file or another folder",
		zh: "该文件夹中没有 Markdown 文件；请指定文件或其他文件夹",
		ko: "이 폴더에 Markdown 파일이 없습니다. 파일이나 다른 폴더를 지정하세요",
	},
};

export const textFiles: FileKind = {
	extensions: ["txt", "text", ...markdownExtensions],
	noneInFolder: {
		en: "no text files in this folder; name a file or another folder",
		zh: "该文件夹中没有文本文件；请指定文件或其他文件夹",
		ko: "이 폴더에 텍스트 파일이 없습니다. 파일이나 다른 폴더를 지정하세요",
	},
};

const noMatch: Texts = {
	en: "no file matches; check the pattern",
	zh: "没有匹配的文件；请检查通配符",
	ko: "일치하는 파일이 없습니다. 패턴을 확인하세요",
};

const notText: Texts = {
	en: "neither UTF-8 nor UTF-16 text; save it as UTF-8 and try again",
	zh: "既不是 UTF-8 也不是 UTF-16 文本；请另存为 UTF-8 后重试",
	ko: "UTF-8이나 UTF-16 텍스트가 아닙니다. UTF-8로 저장하고 다시 시도하세요",
};

const binary: Texts = {
	en: "a binary file, not text; name a Markdown or text file",
	zh: "是二进制文件，不是文本；请指定 Markdown 或文本文件",
	ko: "텍스트가 아니라 이진 파일입니다. Markdown이나 텍스트 파일을 지정하세요",
};

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
	const { collectFiles } = await import("../sources/collectSources.ts");
	const { SourceError } = await import("../sources/problems.ts");
	const endings = new Set(kind.extensions.map((extension) => `.${extension}`));
	let files: readonly string[];
	try {
		files = await collectFiles([operand], (file) => endings.has(extname(file).toLowerCase()));
	} catch (error) {
		if (error instanceof SourceError) {
			throw aboutFile(operand, error.problem.code === "no-match" ? noMatch : notFound, error);
		}
		throw fileError(operand, error);
	}
	if (files.length === 0) {
		throw aboutFile(operand, kind.noneInFolder);
	}
	return files.map((file) => resolve(file));
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
		throw fileError(input.name, error);
	}
	return decode(bytes, input.name);
}

/** Bytes of memory that a draft takes for each character of its text, measured on reports full of figures. */
const memoryPerCharacter = 130;
const ownMemory = 100e6;

/**
 * Reads a draft, which is held in memory as a whole, with all that is found in it.
 * @throws CommandError also when there is too little memory: Node would end without a word of use.
 */
export async function readDraftInput(input: Input): Promise<DecodedText> {
	const decoded = await readInput(input);
	const needed = decoded.text.length * memoryPerCharacter + ownMemory;
	const { heap_size_limit: allowed } = getHeapStatistics();
	if (needed > allowed) {
		const [size, gigabytes, limit] = [
			Math.round(decoded.text.length / 1e6),
			(needed / 1e9).toFixed(1),
			(allowed / 1e9).toFixed(1),
		];
		const option = `NODE_OPTIONS=--max-old-space-size=${Math.ceil((needed * 1.2) / 1e6 / 1000) * 1000}`;
		throw aboutFile(input.name, {
			en: `${size} million characters take about ${gigabytes} GB of memory, and Node may use ${limit}; split the file, or set ${option}`,
			zh: `${size} 百万字符约需 ${gigabytes} GB 内存，而 Node 只能使用 ${limit} GB；请拆分文件，或设置 ${option}`,
			ko: `${size}백만 자에는 약 ${gigabytes}GB의 메모리가 필요하지만 Node는 ${limit}GB까지 쓸 수 있습니다. 파일을 나누거나 ${option}을 설정하세요`,
		});
	}
	return decoded;
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
		throw aboutFile(name, notText);
	}
	if (encoding === "utf-8" && body.subarray(0, 8192).includes(0)) {
		throw aboutFile(name, binary);
	}
	if (body.length > constants.MAX_STRING_LENGTH) {
		throw fileError(name, { code: "ERR_STRING_TOO_LONG" });
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
	const common = (byte: number | undefined) =>
		byte === 0x0a || byte === 0x20 || (byte !== undefined && byte >= 0x30 && byte <= 0x39);
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
	const stream: AsyncIterable<Buffer> =
		input.path === null ? process.stdin : createReadStream(input.path, { highWaterMark: 1 << 20 });
	let decoder: TextDecoder | null = null;
	let head: Buffer = Buffer.alloc(0);
	const decodePiece = (chunk: Buffer | null): string => {
		try {
			return (chunk ? decoder?.decode(chunk, { stream: true }) : decoder?.decode()) ?? "";
		} catch {
			throw aboutFile(input.name, notText);
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
		throw fileError(input.name, error);
	}
	if (pieces.length > 0) {
		yield pieces.join("");
	}
}
