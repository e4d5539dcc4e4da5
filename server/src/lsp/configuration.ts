/** The settings of each open document, as the client has them, and where their paths lead. */
import { access } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Connection } from "vscode-languageserver";
import type { MessageLanguage } from "../core/model.ts";
import { type ResourceSettings, readSettings, type SettingProblem } from "./settings.ts";

export interface ConfigurationOptions {
	readonly connection: Connection;
	/** Whether the client answers `workspace/configuration`. */
	readonly canAsk: boolean;
	/** The settings of a client that cannot be asked. */
	readonly initial: unknown;
	readonly locale: string;
	/** The product's own folder. */
	readonly root: string;
	onProblem(message: string): void;
}

export class Configuration {
	/** URIs of the workspace folders. */
	folders: readonly string[] = [];
	private readonly options: ConfigurationOptions;
	private pushed: unknown;
	private known = new Map<string, Promise<ResourceSettings>>();
	private said = new Set<string>();
	private saidBefore = new Set<string>();

	constructor(options: ConfigurationOptions) {
		this.options = options;
		this.pushed = options.initial;
	}

	/** The settings that hold for a document. Every setting that is not as it should be is said once. */
	settings(uri: string): Promise<ResourceSettings> {
		let settings = this.known.get(uri);
		if (!settings) {
			settings = this.read(uri);
			this.known.set(uri, settings);
		}
		return settings;
	}

	/** @param settings what the client sent with the news; used where it cannot be asked. */
	changed(settings: unknown): void {
		const section = (settings as { readonly tickmark?: unknown } | null | undefined)?.tickmark;
		if (!this.options.canAsk && section !== undefined) {
			this.pushed = section;
		}
		this.known.clear();
		this.saidBefore = this.said;
		this.said = new Set();
	}

	forget(uri: string): void {
		this.known.delete(uri);
	}

	/** The claims databases that a document is checked against: what the settings say, else the workspace's, else the bundled one. */
	async claimsFiles(uri: string, resource: ResourceSettings): Promise<readonly string[]> {
		const folder = this.folderPath(uri);
		if (resource.claims.length > 0) {
			return resource.claims
				.map((path) => this.resolve(path, folder, resource.settings.language))
				.filter((path) => path !== null);
		}
		const own = folder && workspaceDatabase(folder);
		return [own && (await exists(own)) ? own : this.bundled];
	}

	/** The database that comes with the product. */
	get bundled(): string {
		return join(this.options.root, "dist", "seeds.db");
	}

	/** Paths of a setting or an argument, absolute. */
	resolve(path: string, folder: string | null, language: MessageLanguage): string | null {
		const relative = path.replace(/^\$\{workspaceFolder\}[\\/]?/, "");
		if (relative.startsWith("file://")) {
			return fileURLToPath(relative);
		}
		if (isAbsolute(relative)) {
			return relative;
		}
		if (folder === null) {
			this.sayOnce(fillPath(noFolder[language], path));
			return null;
		}
		return resolve(folder, relative);
	}

	/** The path of the workspace folder of a document; outside of all, the folder of its file; untitled, the first workspace folder. */
	folderPath(uri: string): string | null {
		const within = this.folders.filter(
			(folder) => uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`),
		);
		const nearest = within.sort((a, b) => b.length - a.length)[0];
		const path = pathOf(nearest ?? "");
		if (path !== null) {
			return path;
		}
		const file = pathOf(uri);
		return file === null ? (this.folders.map(pathOf).find((folder) => folder !== null) ?? null) : dirname(file);
	}

	private async read(uri: string): Promise<ResourceSettings> {
		let section = this.pushed;
		if (this.options.canAsk) {
			section = await this.options.connection.workspace.getConfiguration({ scopeUri: uri, section: "tickmark" });
		}
		const resource = readSettings(section, this.options.locale);
		for (const problem of resource.problems) {
			this.sayOnce(describe(problem, resource.settings.language));
		}
		return resource;
	}

	private sayOnce(message: string): void {
		if (!this.said.has(message)) {
			this.said.add(message);
			if (!this.saidBefore.has(message)) {
				this.options.onProblem(message);
			}
		}
	}
}

/** Where a workspace folder's own database is. */
export function workspaceDatabase(folder: string): string {
	return join(folder, ".tickmark", "claims.db");
}

/** The path of a file URI; null for all others. */
export function pathOf(uri: string): string | null {
	try {
		return uri.startsWith("file:") ? fileURLToPath(uri) : null;
	} catch {
		return null;
	}
}

async function exists(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}

function fillPath(text: string, path: string): string {
	return text.replace("{path}", path);
}

const noFolder: Readonly<Record<MessageLanguage, string>> = {
	en: "The path {path} in the settings of Tickmark is relative, and there is no workspace folder it could start from. It is left out; write an absolute path.",
	zh: "Tickmark 设置中的路径 {path} 是相对路径，但没有打开工作区文件夹，因此未被使用。请填写绝对路径。",
	ko: "Tickmark 설정의 경로 {path}은(는) 상대 경로인데 열린 작업 영역 폴더가 없어 제외했습니다. 절대 경로로 적으세요.",
};

function describe({ name, value, allowed }: SettingProblem, language: MessageLanguage): string {
	switch (language) {
		case "zh":
			return `设置 ${name} 的值 ${value} 无效，已使用默认值。允许的值：${allowed}。`;
		case "ko":
			return `설정 ${name}의 값 ${value}은(는) 사용할 수 없어 기본값을 씁니다. 허용되는 값: ${allowed}.`;
		default:
			return `The setting ${name} is ${value}, which is not possible; the default is used. Allowed: ${allowed}.`;
	}
}
