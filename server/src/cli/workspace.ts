/** The workspace that a command works in, and its claims databases. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Glossary } from "../core/claims/glossary.ts";
import type { OpenClaimsDatabase } from "../store/openDatabase.ts";
import type { WorkspaceData } from "../store/workspaceFiles.ts";
import { CommandError, firstLine, type Texts } from "./errors.ts";
import { printedPath } from "./inputs.ts";
import { productRoot } from "./root.ts";

/**
 * The folder of the workspace: the nearest upwards from the working folder that has a folder `.tickmark`, not going beyond a
 * repository; else the working folder.
 */
export function workspaceFolder(): string {
	for (let folder = process.cwd(); ; folder = dirname(folder)) {
		if (existsSync(join(folder, ".tickmark"))) {
			return folder;
		}
		if (folder === dirname(folder) || existsSync(join(folder, ".git"))) {
			return process.cwd();
		}
	}
}

/** Where the workspace's own claims database is. */
export function workspaceDatabase(): string {
	return join(workspaceFolder(), ".tickmark", "claims.db");
}

/** The workspace's database where there is one, else the bundled one. */
async function defaultDatabase(): Promise<string> {
	const own = workspaceDatabase();
	return existsSync(own) ? own : await bundledDatabase();
}

/** The database of the seeds. It ships with the bundle; in a checkout it is built when it is missing or stale. */
async function bundledDatabase(): Promise<string> {
	const root = fileURLToPath(productRoot());
	const database = join(root, "dist", "seeds.db");
	const seeds = join(root, "seeds");
	const isCheckout = existsSync(join(root, "server", "src")) && existsSync(seeds);
	if (isCheckout && isStale(database, [seeds, join(root, "server")])) {
		const { execFile } = await import("node:child_process");
		const { promisify } = await import("node:util");
		const command = [...process.execArgv, process.argv[1] as string, "build", "--claims", database, "seeds"];
		try {
			await promisify(execFile)(process.execPath, command, { cwd: root });
		} catch (error) {
			const said = firstLine((error as { readonly stderr?: string }).stderr ?? "").replace(/^tickmark: /, "");
			throw new CommandError(`the bundled claims database could not be built: ${said}; name another with --claims DB`, {
				cause: error,
			});
		}
	}
	return database;
}

/** Whether `file` is missing or older than any file of `folders`. */
function isStale(file: string, folders: readonly string[]): boolean {
	const built = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
	return (
		built === undefined ||
		folders.some((folder) =>
			readdirSync(folder, { recursive: true, withFileTypes: true }).some(
				(entry) => entry.isFile() && statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs > built,
			),
		)
	);
}

/** What the workspace knows: claims and the names of what they are about. */
export interface WorkspaceEvidence {
	/** The claims databases and the workspace's own records as one. */
	readonly database: OpenClaimsDatabase;
	readonly glossary: Glossary;
	/** What is wrong with the workspace's files, each with its place; `whole` where nothing of a file could be used. */
	readonly problems: readonly { readonly text: Texts; readonly whole: boolean }[];
}

/** The workspace's glossary with what is wrong with its files. */
export async function readWorkspace(): Promise<Omit<WorkspaceData, "problems"> & Pick<WorkspaceEvidence, "problems">> {
	const { readWorkspaceData } = await import("../store/workspaceFiles.ts");
	const data = await readWorkspaceData(workspaceFolder());
	return {
		...data,
		problems: data.problems.map(({ file, start, messages, whole }) => {
			const place = `${printedPath(file)}:${start.line + 1}:${start.character + 1}`;
			return { text: { en: `${place}: ${messages.en}`, zh: `${place}：${messages.zh}`, ko: `${place}: ${messages.ko}` }, whole };
		}),
	};
}

/**
 * Opens the databases as one: those that are named, else the workspace's where there is one, else the bundled one; and the
 * workspace's own records with them.
 * @throws CommandError for one that cannot be opened.
 */
export async function openEvidence(named: readonly string[]): Promise<WorkspaceEvidence> {
	const { openDatabase } = await import("../store/openDatabase.ts");
	const { mergeDatabases } = await import("../store/mergeDatabases.ts");
	const { openOwnRecords } = await import("../store/ownRecords.ts");
	const { ClaimsDatabaseError } = await import("../store/errors.ts");
	const { glossaryHash } = await import("../store/build.ts");
	const { glossary, additions, own, problems } = await readWorkspace();
	const opened: OpenClaimsDatabase[] = [];
	try {
		for (const file of named.length > 0 ? named : [await defaultDatabase()]) {
			// Messages name the file as the caller knows it.
			opened.push(await openDatabase(printedPath(file)));
		}
	} catch (error) {
		throw error instanceof ClaimsDatabaseError ? new CommandError(error.messages, { cause: error }) : error;
	}
	const built = opened[0];
	const outdated =
		named.length === 0 && existsSync(workspaceDatabase()) && built !== undefined && built.glossary !== glossaryHash(additions);
	return {
		database: mergeDatabases([...opened, ...(own.claims.length > 0 ? [openOwnRecords(own.claims)] : [])]),
		glossary,
		problems: [...problems, ...(outdated ? [{ text: outdatedTexts(printedPath(workspaceDatabase())), whole: false }] : [])],
	};
}

const outdatedTexts = (file: string): Texts => ({
	en: `${file}: the workspace's glossary has changed since it was built, and its sources were read with the old names; run \`tickmark build\``,
	zh: `${file}：生成之后工作区的词汇表已变动，来源仍按旧名称读取；请运行 \`tickmark build\``,
	ko: `${file}: 만든 뒤 작업 영역의 용어집이 바뀌어 출처는 이전 이름으로 읽혀 있습니다. \`tickmark build\`를 실행하세요`,
});
