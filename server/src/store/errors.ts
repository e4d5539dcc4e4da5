/** What can be wrong with a claims database's file, said so that the reader knows what to do. */
import type { MessageLanguage } from "../core/model.ts";

export type ClaimsDatabaseErrorCode =
	| "missing"
	| "unreadable"
	| "not-a-database"
	| "corrupt"
	| "locked"
	| "newer"
	| "older"
	| "unwritable"
	| "engine";

interface Details {
	/** The schema that the file was written with. */
	readonly schema?: number;
	/** The schema that this version reads. */
	readonly reads?: number;
	/** What the operating system said, in its own words ("ENOSPC"). */
	readonly reason?: string;
}

type Message = (file: string, details: Details) => Readonly<Record<MessageLanguage, string>>;

const because = (reason: string | undefined): string => (reason ? ` (${reason})` : "");

const messages: Readonly<Record<ClaimsDatabaseErrorCode, Message>> = {
	missing: (file) => ({
		en: `${file} does not exist, so no figure can be compared with a source. Build it with \`tickmark build\`.`,
		zh: `${file} 不存在，无法将数字与来源核对。请运行 \`tickmark build\` 生成。`,
		ko: `${file} 파일이 없어 수치를 출처와 대조할 수 없습니다. \`tickmark build\`로 만드세요.`,
	}),
	unreadable: (file, { reason }) => ({
		en: `${file} cannot be read${because(reason)}. Check that it is a file and that you may read it.`,
		zh: `无法读取 ${file}${because(reason)}。请确认它是文件，并且您有读取权限。`,
		ko: `${file} 파일을 읽을 수 없습니다${because(reason)}. 파일이 맞는지, 읽기 권한이 있는지 확인하세요.`,
	}),
	"not-a-database": (file) => ({
		en: `${file} is not a claims database, and was left as it is. Name another file, or delete this one and run \`tickmark build\`.`,
		zh: `${file} 不是来源数据库，已保持原样。请指定其他文件，或删除该文件后运行 \`tickmark build\`。`,
		ko: `${file} 파일은 클레임 데이터베이스가 아니므로 그대로 두었습니다. 다른 파일을 지정하거나, 이 파일을 지우고 \`tickmark build\`를 실행하세요.`,
	}),
	corrupt: (file) => ({
		en: `${file} is damaged or cut off, so its claims cannot be trusted. Rebuild it with \`tickmark build\`.`,
		zh: `${file} 已损坏或不完整，其中的数据不可信。请运行 \`tickmark build\` 重新生成。`,
		ko: `${file} 파일이 손상되었거나 잘려 있어 내용을 믿을 수 없습니다. \`tickmark build\`로 다시 만드세요.`,
	}),
	locked: (file) => ({
		en: `${file} is being written by another program, or was left half-written by one. Close that program and try again; if there is none, rebuild with \`tickmark build\`.`,
		zh: `其他程序正在写入 ${file}，或写入中途被中断。请关闭该程序后重试；若没有这样的程序，请运行 \`tickmark build\` 重新生成。`,
		ko: `다른 프로그램이 ${file} 파일을 쓰는 중이거나 쓰다가 중단했습니다. 그 프로그램을 닫고 다시 시도하세요. 그런 프로그램이 없으면 \`tickmark build\`로 다시 만드세요.`,
	}),
	newer: (file, { schema, reads }) => ({
		en: `${file} was written by a newer Tickmark (schema ${schema}; this one reads ${reads}). Update the extension or rebuild it with \`tickmark build\`.`,
		zh: `${file} 由更新版本的 Tickmark 生成（数据结构版本 ${schema}，当前版本只能读取 ${reads}）。请更新扩展，或运行 \`tickmark build\` 重新生成。`,
		ko: `${file} 파일은 더 새로운 Tickmark가 만들었습니다(스키마 ${schema}, 이 버전은 ${reads}까지). 확장을 업데이트하거나 \`tickmark build\`로 다시 만드세요.`,
	}),
	older: (file, { schema, reads }) => ({
		en: `${file} was written by an older Tickmark (schema ${schema}; this one reads ${reads}). Rebuild it with \`tickmark build\`.`,
		zh: `${file} 由较旧版本的 Tickmark 生成（数据结构版本 ${schema}，当前版本读取 ${reads}）。请运行 \`tickmark build\` 重新生成。`,
		ko: `${file} 파일은 이전 Tickmark가 만들었습니다(스키마 ${schema}, 이 버전은 ${reads}). \`tickmark build\`로 다시 만드세요.`,
	}),
	unwritable: (file, { reason }) => ({
		en: `${file} cannot be written${because(reason)}; what was there before is unchanged. Check the folder's permissions and free space, or name another file.`,
		zh: `无法写入 ${file}${because(reason)}，原有文件未改动。请检查文件夹权限和可用空间，或指定其他文件。`,
		ko: `${file} 파일을 쓸 수 없습니다${because(reason)}. 기존 파일은 그대로입니다. 폴더 권한과 남은 공간을 확인하거나 다른 파일을 지정하세요.`,
	}),
	engine: (file) => ({
		en: `SQLite could not be loaded from ${file}, so no claims database can be opened. Reinstall Tickmark.`,
		zh: `无法从 ${file} 加载 SQLite，因此不能打开任何来源数据库。请重新安装 Tickmark。`,
		ko: `${file}에서 SQLite를 불러올 수 없어 클레임 데이터베이스를 열 수 없습니다. Tickmark를 다시 설치하세요.`,
	}),
};

/** A claims database that cannot be opened, read or written. */
export class ClaimsDatabaseError extends Error {
	override readonly name = "ClaimsDatabaseError";
	readonly code: ClaimsDatabaseErrorCode;
	readonly file: string;
	/** What is wrong, why it matters and what to do, by language. `message` is the English one. */
	readonly messages: Readonly<Record<MessageLanguage, string>>;

	constructor(code: ClaimsDatabaseErrorCode, file: string, details: Details = {}, options?: ErrorOptions) {
		const texts = messages[code](file, details);
		super(texts.en, options);
		this.code = code;
		this.file = file;
		this.messages = texts;
	}
}
