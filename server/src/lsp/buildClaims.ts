/** The command that builds a workspace folder's claims database from its sources, with progress that can be cancelled. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type CancellationToken, type Connection, MessageType } from "vscode-languageserver";
import type { MessageLanguage } from "../core/model.ts";
import { SourceError } from "../sources/problems.ts";
import { type BuildReport, buildDatabase } from "../store/build.ts";
import { ClaimsDatabaseError } from "../store/errors.ts";
import { type Configuration, pathOf, workspaceDatabase } from "./configuration.ts";
import type { BuildClaimsArguments, BuildClaimsResult } from "./messages.ts";
import { show } from "./show.ts";
import type { Workspaces } from "./workspaces.ts";

/** Builds, says what came of it in a message, and answers with the numbers; null where nothing was built. */
export async function buildClaims(
	connection: Connection,
	configuration: Configuration,
	workspaces: Workspaces,
	given: BuildClaimsArguments,
	cancelled: CancellationToken,
): Promise<BuildClaimsResult> {
	const folderUri = given.folder ?? configuration.folders.find((folder) => pathOf(folder) !== null) ?? "";
	const folder = pathOf(folderUri);
	const resource = await configuration.settings(folderUri === "" ? "file:///" : folderUri);
	const { language } = resource.settings;
	const say = words[language];
	if (folder === null) {
		show(connection, MessageType.Warning, say.noFolder);
		return null;
	}
	const named = given.sources && given.sources.length > 0 ? given.sources : resource.sources;
	const sources = named.map((path) => configuration.resolve(path, folder, language)).filter((path) => path !== null);
	if (sources.length === 0) {
		show(connection, MessageType.Warning, say.noSources);
		return null;
	}
	const own = resource.claims[0] === undefined ? null : configuration.resolve(resource.claims[0], folder, language);
	const out = own ?? workspaceDatabase(folder);
	const progress = await connection.window.createWorkDoneProgress();
	const abort = new AbortController();
	const subscriptions = [
		progress.token.onCancellationRequested(() => abort.abort()),
		cancelled.onCancellationRequested(() => abort.abort()),
	];
	progress.begin(say.title, 0, "", true);
	try {
		await mkdir(dirname(out), { recursive: true });
		const { glossary, additions } = await workspaces.of(folder, language);
		const report = await buildDatabase({
			sources,
			out,
			base: folder,
			glossary,
			additions,
			signal: abort.signal,
			onProgress: ({ done, total, file }) =>
				progress.report(total === 0 ? 0 : (100 * done) / total, file === "" ? say.writing : file),
		});
		const result = summarise(report);
		logSkipped(connection, report, language);
		show(connection, MessageType.Info, say.done(result, out));
		return { database: out, ...result };
	} catch (error) {
		if (abort.signal.aborted) {
			show(connection, MessageType.Info, say.cancelled);
		} else if (error instanceof SourceError) {
			show(connection, MessageType.Error, error.problem.messages[language]);
		} else if (error instanceof ClaimsDatabaseError) {
			show(connection, MessageType.Error, error.messages[language]);
		} else {
			throw error;
		}
		return null;
	} finally {
		for (const subscription of subscriptions) {
			subscription.dispose();
		}
		progress.done();
	}
}

interface Numbers {
	readonly sources: number;
	readonly figures: number;
	readonly claims: number;
	readonly skipped: number;
}

function summarise({ sources, claims }: BuildReport): Numbers {
	const used = sources.filter(({ status }) => status !== "skipped");
	return {
		sources: used.length,
		figures: used.reduce((sum, { figures }) => sum + figures, 0),
		claims,
		skipped: sources.length - used.length,
	};
}

function logSkipped(connection: Connection, { sources }: BuildReport, language: MessageLanguage): void {
	for (const { file, figures, claims, problems } of sources) {
		connection.console.info(`${file}: ${figures} figures, ${claims} claims`);
		for (const problem of problems) {
			connection.console.warn(problem.messages[language]);
		}
	}
}

interface BuildWords {
	readonly title: string;
	readonly writing: string;
	readonly noFolder: string;
	readonly noSources: string;
	readonly cancelled: string;
	done(numbers: Numbers, file: string): string;
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const words: Readonly<Record<MessageLanguage, BuildWords>> = {
	en: {
		title: "Building the claims database",
		writing: "writing the file",
		noFolder: "A claims database belongs to a workspace folder, and none is open. Open the folder of your report and try again.",
		noSources: "There is nothing to build from. Name your sources in the setting tickmark.sources and try again.",
		cancelled: "Building the claims database was cancelled; what was there before is unchanged.",
		done: ({ sources, figures, claims, skipped }, file) =>
			`${file}: ${count(claims, "claim", "claims")} from ${count(figures, "figure", "figures")} in ${count(sources, "source", "sources")}.${
				skipped === 0 ? "" : ` ${count(skipped, "file was", "files were")} skipped; the output of Tickmark says why.`
			}`,
	},
	zh: {
		title: "正在生成来源数据库",
		writing: "正在写入文件",
		noFolder: "来源数据库属于工作区文件夹，但当前没有打开文件夹。请打开报告所在的文件夹后重试。",
		noSources: "没有可用的来源。请在设置 tickmark.sources 中指定来源后重试。",
		cancelled: "已取消生成来源数据库，原有文件未改动。",
		done: ({ sources, figures, claims, skipped }, file) =>
			`${file}：${sources} 个来源，${figures} 个数字，${claims} 条声明。${skipped === 0 ? "" : `跳过 ${skipped} 个文件，原因见 Tickmark 的输出。`}`,
	},
	ko: {
		title: "클레임 데이터베이스를 만드는 중",
		writing: "파일을 쓰는 중",
		noFolder: "클레임 데이터베이스는 작업 영역 폴더에 속하는데 열린 폴더가 없습니다. 보고서 폴더를 열고 다시 시도하세요.",
		noSources: "사용할 출처가 없습니다. tickmark.sources 설정에 출처를 지정하고 다시 시도하세요.",
		cancelled: "클레임 데이터베이스 만들기를 취소했습니다. 기존 파일은 그대로입니다.",
		done: ({ sources, figures, claims, skipped }, file) =>
			`${file}: 출처 ${sources}개, 수치 ${figures}개, 클레임 ${claims}개.${skipped === 0 ? "" : ` 파일 ${skipped}개를 건너뛰었습니다. 이유는 Tickmark 출력에 있습니다.`}`,
	},
};
