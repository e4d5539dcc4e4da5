/** What `check` and `fix` say besides the messages of the rules. */
import type { MessageLanguage, Severity } from "../core/model.ts";

export interface Words {
	readonly severity: Readonly<Record<Severity, string>>;
	readonly source: string;
	readonly related: string;
	readonly fix: string;
	/** "fix (safe)": applied by `tickmark fix`. */
	readonly safeFix: string;
	readonly standardInput: string;
	more(count: number): string;
	/** The end of the pretty output. */
	summary(files: number, findings: Readonly<Record<Severity, number>>, supported: number, unsupported: number): string;
	fixed(file: string, count: number): string;
	nothingToFix(files: number): string;
	/** What became of a draft's content index. */
	indexed(file: string, what: "inserted" | "refreshed" | "current"): string;
	/** What `fix` leaves for a person. */
	left(findings: Readonly<Record<Severity, number>>): string;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function list(
	findings: Readonly<Record<Severity, number>>,
	one: (severity: Severity, count: number) => string,
	comma: string,
): string {
	return (["error", "warning", "information", "hint"] as const)
		.filter((severity) => findings[severity] > 0)
		.map((severity) => one(severity, findings[severity]))
		.join(comma);
}

const english: Words = {
	severity: { error: "error", warning: "warning", information: "information", hint: "hint" },
	source: "source",
	related: "see",
	fix: "fix",
	safeFix: "safe fix",
	standardInput: "(standard input)",
	more: (count) => `and ${count} more`,
	summary(files, findings, supported, unsupported) {
		const found = englishList(findings);
		const figures = supported + unsupported;
		return `${found === "" ? "No findings" : found} in ${plural(files, "file")}; ${plural(figures, "check-worthy figure")}, ${supported} of them supported.`;
	},
	fixed: (file, count) => `${file}: ${plural(count, "fix", "fixes")} applied`,
	nothingToFix: (files) => `Nothing to fix in ${plural(files, "file")}.`,
	indexed: (file, what) =>
		`${file}: ${{ inserted: "content index inserted", refreshed: "content index refreshed", current: "content index is up to date" }[what]}`,
	left: (findings) => `Left for you to decide: ${englishList(findings)}; \`tickmark check\` shows them.`,
};

function englishList(findings: Readonly<Record<Severity, number>>): string {
	return list(
		findings,
		(severity, count) => (severity === "information" ? `${count} information` : plural(count, severity)),
		", ",
	);
}

const chinese: Words = {
	severity: { error: "错误", warning: "警告", information: "提示", hint: "建议" },
	source: "来源",
	related: "参见",
	fix: "修正",
	safeFix: "安全修正",
	standardInput: "（标准输入）",
	more: (count) => `另有 ${count} 处`,
	summary(files, findings, supported, unsupported) {
		const found = chineseList(findings);
		return `${files} 个文件：${found === "" ? "未发现问题" : found}；应核对的数字 ${supported + unsupported} 个，其中 ${supported} 个有来源支持。`;
	},
	fixed: (file, count) => `${file}：已修正 ${count} 处`,
	nothingToFix: (files) => `${files} 个文件无需修正。`,
	indexed: (file, what) =>
		`${file}：${{ inserted: "已插入内容索引", refreshed: "已更新内容索引", current: "内容索引已是最新" }[what]}`,
	left: (findings) => `其余需要您判断：${chineseList(findings)}；请运行 \`tickmark check\` 查看。`,
};

function chineseList(findings: Readonly<Record<Severity, number>>): string {
	return list(findings, (severity, count) => `${chinese.severity[severity]} ${count} 个`, "，");
}

const korean: Words = {
	severity: { error: "오류", warning: "경고", information: "정보", hint: "힌트" },
	source: "출처",
	related: "참고",
	fix: "수정",
	safeFix: "안전한 수정",
	standardInput: "(표준 입력)",
	more: (count) => `외 ${count}건`,
	summary(files, findings, supported, unsupported) {
		const found = koreanList(findings);
		return `파일 ${files}개: ${found === "" ? "문제 없음" : found}. 확인 대상 수치 ${supported + unsupported}개 중 ${supported}개에 근거가 있습니다.`;
	},
	fixed: (file, count) => `${file}: ${count}건 수정함`,
	nothingToFix: (files) => `파일 ${files}개에 수정할 것이 없습니다.`,
	indexed: (file, what) =>
		`${file}: ${{ inserted: "대조표를 넣었습니다", refreshed: "대조표를 새로 고쳤습니다", current: "대조표가 최신입니다" }[what]}`,
	left: (findings) => `직접 판단할 것: ${koreanList(findings)}. \`tickmark check\`로 확인하세요.`,
};

function koreanList(findings: Readonly<Record<Severity, number>>): string {
	return list(findings, (severity, count) => `${korean.severity[severity]} ${count}건`, ", ");
}

export const words: Readonly<Record<MessageLanguage, Words>> = { en: english, zh: chinese, ko: korean };
