/** Writes files: drafts that a command has changed, and what it makes of them. */
import type { Edit } from "../core/model.ts";
import { fileError } from "./errors.ts";
import { type DecodedText, encode, type Input } from "./inputs.ts";

/** @param edits in order of position, none overlapping another */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = "";
	let end = 0;
	for (const { span, newText } of edits) {
		result += text.slice(end, span.start) + newText;
		end = span.end;
	}
	return result + text.slice(end);
}

/** Replaces a draft; keeps its encoding and permissions. @throws CommandError where it cannot be written. */
export async function replaceFile(input: Input, decoded: DecodedText): Promise<void> {
	await writeWhole(input.name, input.path as string, encode(decoded.text, decoded));
}

/**
 * Writes a file as a whole, so that nobody ever reads half of it; one that is there keeps its permissions.
 * @param name of the file in messages
 * @throws CommandError where it cannot be written
 */
export async function writeWhole(name: string, file: string, content: string | Uint8Array): Promise<void> {
	const { chmod, realpath, rename, rm, stat, writeFile } = await import("node:fs/promises");
	let temporary: string | null = null;
	try {
		// A link stays a link: what it points to is replaced.
		const path = await realpath(file).catch(() => file);
		const mode = await stat(path).then(
			(found) => found.mode,
			() => null,
		);
		temporary = `${path}.${process.pid}.tmp`;
		await writeFile(temporary, content, { ...(mode === null ? {} : { mode }), flag: "wx", flush: true });
		if (mode !== null) {
			await chmod(temporary, mode);
		}
		await rename(temporary, path);
	} catch (error) {
		if (temporary !== null) {
			await rm(temporary, { force: true });
		}
		throw fileError(name, error);
	}
}
