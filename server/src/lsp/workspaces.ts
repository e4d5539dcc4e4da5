/** The glossary and the own figures of each workspace folder: read when they are first needed, and again when their files change. */
import { basename, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type Glossary, standardGlossary } from "../core/claims/glossary.ts";
import type { MessageLanguage } from "../core/model.ts";
import type { OpenClaimsDatabase } from "../store/openDatabase.ts";
import { openOwnRecords } from "../store/ownRecords.ts";
import {
	glossaryFile,
	ownFiguresFile,
	readWorkspaceData,
	type WorkspaceData,
	type WorkspaceProblem,
} from "../store/workspaceFiles.ts";

export interface WorkspacesOptions {
	/** The glossary or the own figures of a folder are others than before. */
	onChange(): void;
	/** Something in a file cannot be used; said once until the file changes. */
	onProblem(message: string): void;
	/** What is wrong in a file, for the list of problems; empty where all is well again. */
	onDiagnostics(uri: string, diagnostics: Diagnostic[]): void;
}

/** What drafts of a folder are checked with. */
export interface Workspace {
	readonly glossary: Glossary;
	/** Stands for what the folder adds to the glossary; "" for nothing. */
	readonly additions: string;
	/** null where there are none. */
	readonly ownRecords: OpenClaimsDatabase | null;
	readonly problems: readonly string[];
}

interface Entry {
	data: WorkspaceData | null;
	ownRecords: OpenClaimsDatabase | null;
	loading: Promise<void> | null;
	/** Files whose problems have been listed. */
	readonly listed: Set<string>;
	/** What has been said. */
	said: string;
	language: MessageLanguage;
}

const nothing: Workspace = { glossary: standardGlossary(), additions: "", ownRecords: null, problems: [] };

export class Workspaces {
	private readonly options: WorkspacesOptions;
	private readonly entries = new Map<string, Entry>();

	constructor(options: WorkspacesOptions) {
		this.options = options;
	}

	/** @param folder path of the workspace folder; null where there is none */
	async of(folder: string | null, language: MessageLanguage): Promise<Workspace> {
		if (folder === null) {
			return nothing;
		}
		let entry = this.entries.get(folder);
		if (!entry) {
			entry = { data: null, ownRecords: null, loading: null, listed: new Set(), said: "", language };
			this.entries.set(folder, entry);
		}
		entry.language = language;
		await this.refresh(folder, entry);
		const { data, ownRecords } = entry;
		return data === null
			? nothing
			: {
					glossary: data.glossary,
					additions: data.additions,
					ownRecords,
					problems: data.problems.map((problem) => describe(problem, folder, language)),
				};
	}

	/** Looks at the files of every folder that is known again. */
	async refreshAll(): Promise<void> {
		await Promise.all([...this.entries].map(([folder, entry]) => this.refresh(folder, entry)));
	}

	private async refresh(folder: string, entry: Entry): Promise<void> {
		entry.loading ??= this.load(folder, entry).finally(() => {
			entry.loading = null;
		});
		await entry.loading;
	}

	private async load(folder: string, entry: Entry): Promise<void> {
		const last = entry.data;
		const data = await readWorkspaceData(folder, last);
		if (data === last) {
			return;
		}
		entry.data = data;
		const ownChanged = last?.own !== data.own;
		if (ownChanged) {
			entry.ownRecords = data.own.claims.length === 0 ? null : openOwnRecords(data.own.claims);
		}
		this.tell(folder, entry, data.problems);
		if (last && (ownChanged || last.glossary !== data.glossary)) {
			this.options.onChange();
		}
	}

	private tell(folder: string, entry: Entry, problems: readonly WorkspaceProblem[]): void {
		const { language } = entry;
		for (const file of [glossaryFile(folder), ownFiguresFile(folder)]) {
			const own = problems.filter((problem) => problem.file === file);
			if (own.length > 0 || entry.listed.has(file)) {
				entry.listed.add(file);
				this.options.onDiagnostics(
					pathToFileURL(file).href,
					own.map((problem) => diagnostic(problem, language)),
				);
			}
		}
		// What need not be there does no harm: the list of problems says enough.
		const [first, ...more] = problems.filter(({ code }) => code !== "known-name");
		const message = first
			? `${describe(first, folder, language)}${more.length === 0 ? "" : `${language === "zh" ? "" : " "}${others[language](more.length)}`}`
			: "";
		if (message !== entry.said) {
			entry.said = message;
			if (message !== "") {
				this.options.onProblem(message);
			}
		}
	}
}

/** ".tickmark/glossary.yaml:3: what is wrong" */
function describe({ file, start, messages }: WorkspaceProblem, folder: string, language: MessageLanguage): string {
	const name = relative(folder, file).replaceAll("\\", "/") || basename(file);
	return `${name}:${start.line + 1}: ${messages[language]}`;
}

const others: Readonly<Record<MessageLanguage, (count: number) => string>> = {
	en: (count) => `(${count} more in the list of problems)`,
	zh: (count) => `（“问题”列表中另有 ${count} 项）`,
	ko: (count) => `(문제 목록에 ${count}건 더 있습니다)`,
};

function diagnostic({ code, start, end, messages, whole }: WorkspaceProblem, language: MessageLanguage): Diagnostic {
	return {
		range: { start, end },
		severity: whole
			? DiagnosticSeverity.Error
			: code === "known-name"
				? DiagnosticSeverity.Information
				: DiagnosticSeverity.Warning,
		code,
		source: "tickmark",
		message: messages[language],
	};
}
