/** The workspace that a command works in, and its claims databases. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenClaimsDatabase } from "../store/openDatabase.ts";
import { CommandError, firstLine } from "./errors.ts";
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

/**
 * Opens the databases as one: those that are named, else the workspace's where there is one, else the bundled one.
 * @throws CommandError for one that cannot be opened.
 */
export async function openDatabases(named: readonly string[]): Promise<OpenClaimsDatabase> {
	const { openDatabase } = await import("../store/openDatabase.ts");
	const { mergeDatabases } = await import("../store/mergeDatabases.ts");
	const { ClaimsDatabaseError } = await import("../store/errors.ts");
	const opened: OpenClaimsDatabase[] = [];
	try {
		for (const file of named.length > 0 ? named : [await defaultDatabase()]) {
			// Messages name the file as the caller knows it.
			opened.push(await openDatabase(printedPath(file)));
		}
	} catch (error) {
		throw error instanceof ClaimsDatabaseError ? new CommandError(error.messages, { cause: error }) : error;
	}
	return mergeDatabases(opened);
}
