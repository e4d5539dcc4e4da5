/** Writes drafts that a command has changed. */
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

/** Replaces the file as a whole, so that nobody ever reads half of it; keeps its encoding and permissions. */
export async function replaceFile(input: Input, decoded: DecodedText): Promise<void> {
	const { chmod, realpath, rename, rm, stat, writeFile } = await import("node:fs/promises");
	const given = input.path as string;
	let temporary: string | null = null;
	try {
		// A link stays a link: what it points to is replaced.
		const path = await realpath(given);
		const { mode } = await stat(path);
		temporary = `${path}.${process.pid}.tmp`;
		await writeFile(temporary, encode(decoded.text, decoded), { mode, flag: "wx", flush: true });
		await chmod(temporary, mode);
		await rename(temporary, path);
	} catch (error) {
		if (temporary !== null) {
			await rm(temporary, { force: true });
		}
		throw fileError(input.name, error);
	}
}
