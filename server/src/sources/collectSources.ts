/** From the paths that someone names to the files that are meant. */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { posix } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { SourceError, sourceProblem } from "./problems.ts";
import { isSidecar } from "./sidecar.ts";

/**
 * The files that `paths` name: files, folders with all that is in them, and globs ("reports/**\/*.md"). Folders named
 * node_modules and what begins with a dot are left out unless named. Each file once, with forward slashes, in code-unit
 * order; paths that were given relative stay so.
 *
 * @param accept which files of a folder or glob are wanted; files that are named are always taken.
 * @throws SourceError "not-found" or "no-match" for a path that names nothing.
 */
export async function collectFiles(paths: readonly string[], accept: (file: string) => boolean = () => true): Promise<string[]> {
	const files = new Set<string>();
	for (const given of paths) {
		const path = tidy(given);
		const found = await stat(path).catch(() => null);
		if (found?.isDirectory()) {
			for (const file of await filesBelow(path, new Set())) {
				if (accept(file)) {
					files.add(file);
				}
			}
		} else if (found) {
			files.add(path);
		} else if (isDynamicPattern(path)) {
			const matches = await matchesOf(path);
			if (matches.length === 0) {
				throw new SourceError(sourceProblem("no-match", given));
			}
			for (const file of matches.filter(accept)) {
				files.add(file);
			}
		} else {
			throw new SourceError(sourceProblem("not-found", given));
		}
	}
	return [...files].sort();
}

/** The sources that `paths` name: `collectFiles` without the files that only describe sources. */
export async function collectSources(paths: readonly string[]): Promise<string[]> {
	return await collectFiles(paths, (file) => !isSidecar(file));
}

async function matchesOf(pattern: string): Promise<string[]> {
	const packages = pattern.split("/").includes("node_modules");
	const matches = await glob([pattern], {
		// Keeps it from walking there; it does not cover patterns with a full path, therefore the filter below.
		ignore: packages ? [] : ["**/node_modules/**"],
		expandDirectories: false,
		followSymbolicLinks: false,
		absolute: posix.isAbsolute(pattern),
	});
	return matches.map(tidy).filter((match) => packages || !match.split("/").includes("node_modules"));
}

/** With forward slashes, without "./" and doubled slashes. */
function tidy(path: string): string {
	return posix.normalize(process.platform === "win32" ? path.replaceAll("\\", "/") : path);
}

/** @param above real paths of the folders that are being walked, so that links in a circle end. */
async function filesBelow(folder: string, above: ReadonlySet<string>): Promise<string[]> {
	const real = await realpath(folder);
	if (above.has(real)) {
		return [];
	}
	const inside = new Set([...above, real]);
	const files: string[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		if (entry.name.startsWith(".") || entry.name === "node_modules") {
			continue;
		}
		const path = posix.join(folder, entry.name);
		const kind = await kindOf(path, entry);
		if (kind === "folder") {
			files.push(...(await filesBelow(path, inside)));
		} else if (kind === "file") {
			files.push(path);
		}
	}
	return files;
}

async function kindOf(path: string, entry: Dirent): Promise<"file" | "folder" | null> {
	const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
	return target?.isDirectory() ? "folder" : target?.isFile() ? "file" : null;
}
