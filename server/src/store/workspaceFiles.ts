/** The files that a workspace keeps for Tickmark: its glossary and its own figures. Read whole, written whole or not at all. */
import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Glossary } from "../core/claims/glossary.ts";
import type { MessageLanguage } from "../core/model.ts";
import { noOwnFigures, type OwnFigures, readOwnFigures } from "../core/workspace/ownFigures.ts";
import { type ProblemCode, type ProblemDetails, problemTexts } from "../core/workspace/problems.ts";
import { noAdditions, readWorkspaceGlossary, type WorkspaceGlossary } from "../core/workspace/workspaceGlossary.ts";
import type { FileProblem } from "../core/workspace/yamlFile.ts";
import { decodeText } from "../sources/decodeText.ts";

/** What the two files of a workspace folder come to. */
export interface WorkspaceData {
	readonly glossary: Glossary;
	/** Stands for what the workspace adds to the glossary; "" for nothing. */
	readonly additions: string;
	readonly own: OwnFigures;
	readonly problems: readonly WorkspaceProblem[];
	readonly glossaryStamp: string;
	readonly ownStamp: string;
}

export interface WorkspaceProblem extends FileProblem {
	/** Path of the file. */
	readonly file: string;
}

/** Larger files are not read: a person writes no such file, and reading it would hold up everything else. */
const largest = 8 * 1024 * 1024;

/** Where a workspace folder keeps them. */
export const glossaryFile = (folder: string): string => join(folder, ".tickmark", "glossary.yaml");
export const ownFiguresFile = (folder: string): string => join(folder, ".tickmark", "own-figures.yaml");

/** Own records name their file as seen from the workspace folder. */
const ownFiguresName = ".tickmark/own-figures.yaml";

/**
 * Reads both files. Never throws: what cannot be used is among the problems.
 * @param last what was read before; where nothing has changed it comes back, and of a file that is broken now its last good state is kept
 */
export async function readWorkspaceData(folder: string, last: WorkspaceData | null = null): Promise<WorkspaceData> {
	const [glossaryStamp, ownStamp] = await Promise.all([stampOf(glossaryFile(folder)), stampOf(ownFiguresFile(folder))]);
	if (last?.glossaryStamp === glossaryStamp && last.ownStamp === ownStamp) {
		return last;
	}
	const problems: WorkspaceProblem[] = [];
	const named = await readNamed(glossaryFile(folder), glossaryStamp, last, problems);
	const own = await readOwn(ownFiguresFile(folder), last, named.glossary, problems);
	return { glossary: named.glossary, additions: named.additions, own, problems, glossaryStamp, ownStamp };
}

async function readNamed(
	file: string,
	stamp: string,
	last: WorkspaceData | null,
	problems: WorkspaceProblem[],
): Promise<Pick<WorkspaceGlossary, "glossary" | "additions">> {
	if (last?.glossaryStamp === stamp) {
		problems.push(...last.problems.filter((problem) => problem.file === file));
		return last;
	}
	const text = await readText(file);
	if (text === null) {
		return noAdditions;
	}
	const read = typeof text === "string" ? readWorkspaceGlossary(text) : { ...noAdditions, problems: [text] };
	problems.push(...read.problems.map((problem) => ({ ...problem, file })));
	if (read.problems.some(({ whole }) => whole)) {
		return last ?? noAdditions;
	}
	// The same additions keep the same glossary, with everything that has been found by it.
	return last?.additions === read.additions ? last : read;
}

async function readOwn(
	file: string,
	last: WorkspaceData | null,
	glossary: Glossary,
	problems: WorkspaceProblem[],
): Promise<OwnFigures> {
	const text = await readText(file);
	if (text === null) {
		return noOwnFigures;
	}
	const read = typeof text === "string" ? readOwnFigures(text, ownFiguresName, glossary) : { claims: [], problems: [text] };
	problems.push(...read.problems.map((problem) => ({ ...problem, file })));
	return read.problems.some(({ whole }) => whole) ? (last?.own ?? noOwnFigures) : read;
}

/** The file's text, null where there is none, or why it cannot be read. */
async function readText(file: string): Promise<string | FileProblem | null> {
	try {
		const info = await stat(file);
		if (!info.isFile()) {
			return wholeProblem("unreadable", { detail: "EISDIR" });
		}
		if (info.size > largest) {
			return wholeProblem("too-large", { detail: `${largest / 1024 / 1024} MB` });
		}
		const decoded = decodeText(await readFile(file));
		if (decoded.text === null) {
			return decoded.fault === "empty" ? "" : wholeProblem("not-text", { detail: decoded.fault });
		}
		return decoded.text;
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? "";
		return code === "ENOENT" || code === "ENOTDIR" ? null : wholeProblem("unreadable", { detail: code });
	}
}

function wholeProblem(code: ProblemCode, details: ProblemDetails): FileProblem {
	const start = { line: 0, character: 0 };
	return { code, span: { start: 0, end: 0 }, start, end: start, messages: problemTexts(code, details), whole: true };
}

/** Changes whenever the file is written, replaced by a rename, removed or brought back. */
async function stampOf(file: string): Promise<string> {
	try {
		const { ino, mtimeMs, size } = await stat(file);
		return `${ino} ${mtimeMs} ${size}`;
	} catch (error) {
		return `none ${(error as NodeJS.ErrnoException).code ?? ""}`;
	}
}

/** Why a file was not changed, by language; `message` is the English one. */
export class WorkspaceFileError extends Error {
	override readonly name = "WorkspaceFileError";
	readonly messages: Readonly<Record<MessageLanguage, string>>;

	constructor(messages: Readonly<Record<MessageLanguage, string>>, options?: ErrorOptions) {
		super(messages.en, options);
		this.messages = messages;
	}
}

/**
 * Changes a file of the workspace, or makes it: its folder, too. Its encoding's mark, its permissions and a link to it stay. The
 * new text appears under the file's name when all of it is on disk; whatever goes wrong before leaves the file as it was.
 *
 * @param change the new text from the old ("" where there is no file); null where it cannot be changed
 * @throws WorkspaceFileError with what is wrong and what to do.
 */
export async function changeWorkspaceFile(file: string, change: (text: string) => string | null): Promise<void> {
	const read = await readText(file);
	if (read !== null && typeof read !== "string") {
		throw new WorkspaceFileError(unchanged(file, read.messages));
	}
	const text = change(read ?? "");
	if (text === null) {
		throw new WorkspaceFileError(unchangeable(file));
	}
	let temporary: string | null = null;
	try {
		await mkdir(dirname(file), { recursive: true });
		const target = await realpath(file).catch(() => file);
		const before = await readFile(target).catch(() => null);
		const mode = (await stat(target).catch(() => null))?.mode;
		const mark = before?.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
		temporary = `${target}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
		const handle = await open(temporary, "wx", mode);
		try {
			await handle.writeFile(Buffer.concat([mark, Buffer.from(text, "utf8")]));
			await handle.sync();
		} finally {
			await handle.close();
		}
		if (mode !== undefined) {
			await chmod(temporary, mode);
		}
		await replace(temporary, target);
	} catch (error) {
		if (temporary !== null) {
			await rm(temporary, { force: true }).catch(() => {});
		}
		throw new WorkspaceFileError(unwritable(file, (error as NodeJS.ErrnoException).code ?? ""), { cause: error });
	}
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** On Windows a rename fails for as long as another program has the old file open. */
async function replace(temporary: string, target: string): Promise<void> {
	for (let wait = 10; ; wait *= 2) {
		try {
			await rename(temporary, target);
			return;
		} catch (error) {
			const code = (error as NodeJS.ErrnoException).code ?? "";
			if (process.platform !== "win32" || !["EPERM", "EACCES", "EBUSY"].includes(code) || wait > 1000) {
				throw error;
			}
			await setTimeout(wait);
		}
	}
}

type Texts = Readonly<Record<MessageLanguage, string>>;

const unchanged = (file: string, why: Texts): Texts => ({
	en: `${file} was not changed. ${why.en}`,
	zh: `${file} 未改动。${why.zh}`,
	ko: `${file} 파일을 바꾸지 않았습니다. ${why.ko}`,
});

const unchangeable = (file: string): Texts => ({
	en: `${file} was not changed: it is not valid YAML, or something else stands where the entry belongs. Correct the file, which is in the list of problems, and try again.`,
	zh: `${file} 未改动：文件不是有效的 YAML，或应写入条目的位置已有其他内容。请先更正文件（见“问题”列表），然后重试。`,
	ko: `${file} 파일을 바꾸지 않았습니다. 올바른 YAML이 아니거나 항목이 들어갈 자리에 다른 내용이 있습니다. 문제 목록을 보고 파일을 고친 뒤 다시 시도하세요.`,
});

const unwritable = (file: string, code: string): Texts => ({
	en: `${file} cannot be written${code && ` (${code})`}; what was there before is unchanged. Check the folder's permissions and free space, and try again.`,
	zh: `无法写入 ${file}${code && `（${code}）`}，原有文件未改动。请检查文件夹权限和可用空间后重试。`,
	ko: `${file} 파일을 쓸 수 없습니다${code && `(${code})`}. 기존 파일은 그대로입니다. 폴더 권한과 남은 공간을 확인하고 다시 시도하세요.`,
});
