/** What can be wrong with a source, said so that the reader knows what to do. */
import type { MessageLanguage } from "../core/model.ts";

export type SourceProblemCode =
	| "not-found"
	| "no-match"
	| "duplicate-key"
	| "not-text"
	| "unreadable"
	| "empty"
	| "binary"
	| "unknown-encoding"
	| "bad-metadata"
	| "bad-front-matter";

/** A problem with one source: why it was left out, or what was left out of it. */
export interface SourceProblem {
	readonly code: SourceProblemCode;
	readonly file: string;
	/** By language; each names the file. */
	readonly messages: Readonly<Record<MessageLanguage, string>>;
}

/** @param detail what the code is about: the other file of a duplicate, the system's word for an error, what is wrong with metadata. */
type Message = (file: string, detail: string) => Readonly<Record<MessageLanguage, string>>;

const because = (detail: string): string => (detail ? ` (${detail})` : "");

const messages: Readonly<Record<SourceProblemCode, Message>> = {
	"not-found": (file) => ({
		en: `${file} does not exist. Name a file or folder that does.`,
		zh: `${file} 不存在。请指定存在的文件或文件夹。`,
		ko: `${file} 파일이나 폴더가 없습니다. 있는 것을 지정하세요.`,
	}),
	"no-match": (file) => ({
		en: `No file matches ${file}. Check the pattern and the folder it starts from.`,
		zh: `没有文件与 ${file} 匹配。请检查通配符和起始文件夹。`,
		ko: `${file}와(과) 일치하는 파일이 없습니다. 패턴과 시작 폴더를 확인하세요.`,
	}),
	"duplicate-key": (file, other) => ({
		en: `${file} and ${other} have the same source key, so a citation could mean either. Give one of them another \`key\` in its front matter or in sources.yaml.`,
		zh: `${file} 与 ${other} 的来源键相同，引用无法区分两者。请在其中一个的 front matter 或 sources.yaml 中改用其他 \`key\`。`,
		ko: `${file}와(과) ${other}의 출처 키가 같아 인용이 어느 쪽인지 알 수 없습니다. 한쪽의 front matter나 sources.yaml에서 \`key\`를 바꾸세요.`,
	}),
	"not-text": (file) => ({
		en: `${file} is not a text or Markdown file, so it was skipped. Save its text as .md or .txt.`,
		zh: `${file} 不是文本或 Markdown 文件，已跳过。请将其文本另存为 .md 或 .txt。`,
		ko: `${file}은(는) 텍스트나 Markdown 파일이 아니어서 건너뛰었습니다. 본문을 .md나 .txt로 저장하세요.`,
	}),
	unreadable: (file, detail) => ({
		en: `${file} cannot be read${because(detail)}, so it was skipped. Check that it is a file and that you may read it.`,
		zh: `无法读取 ${file}${because(detail)}，已跳过。请确认它是文件，并且您有读取权限。`,
		ko: `${file} 파일을 읽을 수 없어 건너뛰었습니다${because(detail)}. 파일이 맞는지, 읽기 권한이 있는지 확인하세요.`,
	}),
	empty: (file) => ({
		en: `${file} is empty, so it was skipped.`,
		zh: `${file} 为空，已跳过。`,
		ko: `${file} 파일이 비어 있어 건너뛰었습니다.`,
	}),
	binary: (file) => ({
		en: `${file} holds binary data, not text, so it was skipped. Save its text as .md or .txt.`,
		zh: `${file} 是二进制数据而不是文本，已跳过。请将其文本另存为 .md 或 .txt。`,
		ko: `${file}은(는) 텍스트가 아닌 이진 데이터여서 건너뛰었습니다. 본문을 .md나 .txt로 저장하세요.`,
	}),
	"unknown-encoding": (file) => ({
		en: `${file} is in an encoding that could not be told, so it was skipped. Save it as UTF-8.`,
		zh: `无法识别 ${file} 的编码，已跳过。请另存为 UTF-8。`,
		ko: `${file} 파일의 인코딩을 알 수 없어 건너뛰었습니다. UTF-8로 저장하세요.`,
	}),
	"bad-metadata": (file, detail) => ({
		en: `${file} describes a source in a way that cannot be used: ${detail}. That part was left out; correct it and build again.`,
		zh: `${file} 中的来源说明无法使用：${detail}。该部分已忽略，请更正后重新生成。`,
		ko: `${file}의 출처 설명을 쓸 수 없습니다: ${detail}. 그 부분은 제외했으니 고친 뒤 다시 만드세요.`,
	}),
	"bad-front-matter": (file, detail) => ({
		en: `The front matter of ${file} cannot be used: ${detail}. That part was left out; correct it and build again.`,
		zh: `${file} 的 front matter 无法使用：${detail}。该部分已忽略，请更正后重新生成。`,
		ko: `${file}의 front matter를 쓸 수 없습니다: ${detail}. 그 부분은 제외했으니 고친 뒤 다시 만드세요.`,
	}),
};

export function sourceProblem(code: SourceProblemCode, file: string, detail = ""): SourceProblem {
	return { code, file, messages: messages[code](file, detail) };
}

/** Sources that cannot be built from as asked: nothing was read or written. `message` is the English one. */
export class SourceError extends Error {
	override readonly name = "SourceError";
	readonly problem: SourceProblem;

	constructor(problem: SourceProblem, options?: ErrorOptions) {
		super(problem.messages.en, options);
		this.problem = problem;
	}
}
