/** A mistake of the caller's or an input that cannot be used: one line that says what, where and what to do; exit code 2. */
export class CommandError extends Error {
	override readonly name = "CommandError";
}

/** What went wrong with a file, in words, without the path. */
export function describeFileError(error: unknown): string {
	const code = (error as NodeJS.ErrnoException | undefined)?.code;
	switch (code) {
		case "ENOENT":
			return "no such file or folder; check the path";
		case "EACCES":
		case "EPERM":
			return "permission denied; change its permissions or name another file";
		case "EISDIR":
			return "is a folder; name a file";
		case "ENOTDIR":
			return "a part of the path is a file, not a folder; check the path";
		case "ENOSPC":
			return "no space left on the disk; free some and try again";
		case "EROFS":
			return "the disk is read-only; name another place";
		case "EMFILE":
			return "too many open files; check fewer files at a time";
		case "ERR_FS_FILE_TOO_LARGE":
		case "ERR_STRING_TOO_LONG":
			return "too large to read at once (over 512 MB); split it";
		default:
			return error instanceof Error ? firstLine(error.message) : String(error);
	}
}

export function firstLine(text: string): string {
	return text.split(/[\r\n]/, 1)[0] ?? "";
}

/** Goes on after an input that cannot be used: reports it, and makes the exit code 2 in the end. */
export class Failures {
	exitCode = 0;

	/** What `work` returns, or null where it fails for a reason that is the input's. */
	async catch<T>(work: () => Promise<T>): Promise<T | null> {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof CommandError)) {
				throw error;
			}
			reportError(error);
			this.exitCode = 2;
			return null;
		}
	}
}

/** Prints an error on standard error: one line, and its stack where TICKMARK_DEBUG=1 asks for it. */
export function reportError(error: unknown): void {
	const message = firstLine(error instanceof Error ? error.message : String(error));
	process.stderr.write(
		error instanceof CommandError
			? `tickmark: ${message}\n`
			: `tickmark: internal error: ${message}; set TICKMARK_DEBUG=1 to see where, and report it\n`,
	);
	if (process.env["TICKMARK_DEBUG"] === "1" && error instanceof Error) {
		process.stderr.write(`${error.stack ?? ""}\n`);
	}
}
