/** What a person is told when a command cannot do its work: one line that says what, where and what to do; exit code 2. */
import type { MessageLanguage } from "../core/model.ts";

export type Texts = Readonly<Record<MessageLanguage, string>>;

/** A mistake of the caller's, or an input that cannot be used. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	readonly texts: Texts;

	constructor(text: string | Texts, options?: ErrorOptions) {
		const texts = typeof text === "string" ? { en: text, zh: text, ko: text } : text;
		super(texts.en, options);
		this.texts = texts;
	}

	/** The same error for someone who reads this language only. */
	in(language: MessageLanguage): CommandError {
		return new CommandError(this.texts[language], { cause: this });
	}
}

const tooLarge: Texts = {
	en: "too large to read at once (over 512 MB); split it",
	zh: "文件过大（超过 512 MB），无法一次读入；请拆分",
	ko: "한 번에 읽기에는 너무 큽니다(512MB 초과). 나누어 주세요",
};

export const notFound: Texts = {
	en: "no such file or folder; check the path",
	zh: "文件或文件夹不存在；请检查路径",
	ko: "그런 파일이나 폴더가 없습니다. 경로를 확인하세요",
};

const notPermitted: Texts = {
	en: "permission denied; change its permissions or name another file",
	zh: "没有权限；请修改权限或指定其他文件",
	ko: "권한이 없습니다. 권한을 바꾸거나 다른 파일을 지정하세요",
};

const fileErrors: Readonly<Record<string, Texts>> = {
	ENOENT: notFound,
	EACCES: notPermitted,
	EPERM: notPermitted,
	EISDIR: { en: "is a folder; name a file", zh: "是文件夹；请指定文件", ko: "폴더입니다. 파일을 지정하세요" },
	ENOTDIR: {
		en: "a part of the path is a file, not a folder; check the path",
		zh: "路径中有一段是文件而不是文件夹；请检查路径",
		ko: "경로의 일부가 폴더가 아니라 파일입니다. 경로를 확인하세요",
	},
	ENOSPC: {
		en: "no space left on the disk; free some and try again",
		zh: "磁盘空间不足；请清理后重试",
		ko: "디스크 공간이 부족합니다. 공간을 확보하고 다시 시도하세요",
	},
	EROFS: {
		en: "the disk is read-only; name another place",
		zh: "磁盘为只读；请指定其他位置",
		ko: "디스크가 읽기 전용입니다. 다른 위치를 지정하세요",
	},
	ERR_FS_FILE_TOO_LARGE: tooLarge,
	ERR_STRING_TOO_LONG: tooLarge,
	ERR_OUT_OF_RANGE: tooLarge,
};

/** An error of the file system's, as what is wrong with `file`; any other error as it is. */
export function fileError(file: string, error: unknown): unknown {
	const code = (error as NodeJS.ErrnoException | undefined)?.code;
	if (error instanceof CommandError || typeof code !== "string") {
		return error;
	}
	const texts = fileErrors[code];
	if (!texts && !/^E[A-Z0-9]+$/.test(code)) {
		return error;
	}
	return aboutFile(file, texts ?? sameInAll(`cannot be used (${code})`), error);
}

/** "report.md: no such file": the texts with the file's name before them. */
export function aboutFile(file: string, texts: Texts, cause?: unknown): CommandError {
	return new CommandError(
		{ en: `${file}: ${texts.en}`, zh: `${file}：${texts.zh}`, ko: `${file}: ${texts.ko}` },
		cause === undefined ? {} : { cause },
	);
}

function sameInAll(text: string): Texts {
	return { en: text, zh: text, ko: text };
}

export function firstLine(text: string): string {
	return text.split(/[\r\n]/, 1)[0] ?? "";
}

/** Goes on after an input that cannot be used: reports it, and makes the exit code 2 in the end. */
export class Failures {
	exitCode: 0 | 2 = 0;
	/** What was reported, in the order it came. */
	readonly messages: string[] = [];
	private readonly language: MessageLanguage;

	constructor(language: MessageLanguage = "en") {
		this.language = language;
	}

	/** Says what is wrong with something that all inputs share. @param unreadable whether it could not be read at all */
	note(texts: Texts, unreadable: boolean): void {
		process.stderr.write(`tickmark: ${firstLine(texts[this.language])}\n`);
		if (unreadable) {
			this.exitCode = 2;
		}
	}

	/** What `work` returns, or null where it fails for a reason that is the input's. */
	async catch<T>(work: () => Promise<T>): Promise<T | null> {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof CommandError)) {
				throw error;
			}
			reportError(error, this.language);
			this.messages.push(firstLine(error.texts[this.language]));
			this.exitCode = 2;
			return null;
		}
	}
}

/** Prints an error on standard error: one line, and its stack where TICKMARK_DEBUG=1 asks for it. */
export function reportError(error: unknown, language: MessageLanguage = "en"): void {
	if (error instanceof CommandError) {
		process.stderr.write(`tickmark: ${firstLine(error.texts[language])}\n`);
	} else {
		const message = firstLine(error instanceof Error ? error.message : String(error));
		process.stderr.write(`tickmark: internal error: ${message}; set TICKMARK_DEBUG=1 to see where, and report it\n`);
	}
	if (process.env.TICKMARK_DEBUG === "1" && error instanceof Error) {
		process.stderr.write(`${error.stack ?? ""}\n`);
		for (let { cause } = error; cause instanceof Error; { cause } = cause) {
			process.stderr.write(`caused by: ${cause.stack ?? ""}\n`);
		}
	}
}
