/** The workspace that a command works in: its folder, its settings and its claims databases. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { MessageLanguage, SeveritySetting } from "../core/model.ts";
import type { Settings } from "../core/settings.ts";
import type { OpenClaimsDatabase } from "../store/openDatabase.ts";
import { type Arguments, andList, guess, orList } from "./arguments.ts";
import { CommandError, fileError, firstLine } from "./errors.ts";
import { printedPath } from "./inputs.ts";
import { productRoot } from "./root.ts";

/**
 * The folder of the workspace: the nearest upwards from the working folder that has a folder `.tickmark`, not going beyond a
 * repository; else the working folder.
 */
export function workspaceFolder(): string {
	for (let folder = process.cwd(); ; folder = dirname(folder)) {
		if (existsSync(join(folder, ".tickmark"))) {
			return folder;
		}
		if (folder === dirname(folder) || existsSync(join(folder, ".git"))) {
			return process.cwd();
		}
	}
}

/** Where the workspace's own claims database is. */
export function workspaceDatabase(): string {
	return join(workspaceFolder(), ".tickmark", "claims.db");
}

export interface Configuration {
	readonly settings: Settings;
	/** Absolute paths of the claims databases to open. */
	readonly databases: readonly string[];
}

/** The configuration file's part of it. */
interface ConfigurationFile {
	readonly settings: Settings;
	/** Absolute paths; empty where it names none. */
	readonly claims: readonly string[];
	/** As they are to be named to a person: relative to the working folder where they are inside it. */
	readonly sources: readonly string[];
}

const keys = ["language", "rules", "frameworks", "entity", "reportingPeriod", "claims", "sources"];

/** Settings of the configuration file and the options, which go before it. @throws CommandError where either is wrong. */
export async function readConfiguration(args: Arguments): Promise<Configuration> {
	const { settings, claims } = await readConfigurationFile(args);
	const asked = args.all("claims").map((path) => resolve(path));
	return {
		settings: {
			...settings,
			language: (args.get("language") as MessageLanguage | undefined) ?? settings.language,
			rules: { ...settings.rules, ...(await ruleOptions(args.all("rule"))) },
		},
		databases: asked.length > 0 ? asked : claims.length > 0 ? claims : [await defaultDatabase()],
	};
}

/** The sources that the configuration file names. @throws CommandError where it is wrong. */
export async function configuredSources(args: Arguments): Promise<readonly string[]> {
	return (await readConfigurationFile(args)).sources;
}

async function readConfigurationFile(args: Arguments): Promise<ConfigurationFile> {
	const { readSettings } = await import("../lsp/settings.ts");
	const named = args.get("config");
	const file = named === undefined ? join(workspaceFolder(), ".tickmark", "config.yaml") : resolve(named);
	const shown = named ?? printedPath(file);
	const section = named !== undefined || existsSync(file) ? await readSection(file, shown) : {};
	const unknown = Object.keys(section).find((key) => !keys.includes(key));
	if (unknown !== undefined) {
		throw new CommandError(`${shown}: unknown setting "${unknown}"${guess(unknown, keys)}; there are ${andList(keys)}`);
	}
	const { settings, claims, sources, problems } = readSettings(section, section.language === "auto" ? locale() : "");
	const [problem] = problems;
	if (problem) {
		const name = problem.name.replace(/^tickmark\./, "");
		throw new CommandError(`${shown}: ${name} cannot be ${firstLine(problem.value)}; it can be ${problem.allowed}`);
	}
	const base = basename(dirname(file)) === ".tickmark" ? dirname(dirname(file)) : dirname(file);
	const absolute = (path: string): string => (isAbsolute(path) ? path : join(base, path));
	return { settings, claims: claims.map(absolute), sources: sources.map((path) => printedPath(absolute(path))) };
}

function locale(): string {
	const { LC_ALL, LC_MESSAGES, LANG } = process.env;
	return LC_ALL || LC_MESSAGES || LANG || "";
}

async function readSection(file: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (error) {
		throw fileError(shown, error);
	}
	// JSON is YAML, so one parser reads both.
	const { parseDocument } = await import("yaml");
	const document = parseDocument(text.replace(/^\ufeff/, ""), { prettyErrors: true });
	const [error] = document.errors;
	if (error) {
		const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
		throw new CommandError(
			`${shown}:${line}:${col}: not valid YAML or JSON: ${firstLine(error.message).replace(/ at line \d+.*$/, "")}`,
		);
	}
	const value: unknown = document.toJS();
	if (value === null || value === undefined) {
		return {};
	}
	if (typeof value !== "object" || Array.isArray(value)) {
		throw new CommandError(`${shown}: not a list of settings; write lines such as "frameworks: [GRI]"`);
	}
	// A year without quotes is a number to YAML.
	const section = { ...value } as Record<string, unknown>;
	if (typeof section.reportingPeriod === "number") {
		section.reportingPeriod = String(section.reportingPeriod);
	}
	return section;
}

async function ruleOptions(given: readonly string[]): Promise<Readonly<Record<string, SeveritySetting>>> {
	const result: Record<string, SeveritySetting> = {};
	if (given.length === 0) {
		return result;
	}
	const { rules } = await import("../core/rules/index.ts");
	const { severities } = await import("../lsp/settings.ts");
	const ids = rules.map((rule) => rule.id);
	for (const text of given) {
		const [, id = "", severity = ""] = /^([^=]+)=(.*)$/.exec(text) ?? [];
		if (id === "") {
			throw new CommandError(`--rule ${text}: not a rule with its severity; write --rule scale-slip=warning`);
		}
		if (!ids.includes(id)) {
			throw new CommandError(`--rule ${text}: no such rule${guess(id, ids)}; there are ${andList(ids)}`);
		}
		if (!severities.some((one) => one === severity)) {
			throw new CommandError(`--rule ${text}: not a severity; use ${orList(severities)}`);
		}
		result[id] = severity as SeveritySetting;
	}
	return result;
}

/** The workspace's database where there is one, else the bundled one. */
export async function defaultDatabase(): Promise<string> {
	const own = workspaceDatabase();
	return existsSync(own) ? own : await bundledDatabase();
}

/** The database of the seeds. It ships with the bundle; in a checkout it is built when it is missing or stale. */
async function bundledDatabase(): Promise<string> {
	const root = fileURLToPath(productRoot());
	const database = join(root, "dist", "seeds.db");
	const seeds = join(root, "seeds");
	const isCheckout = existsSync(join(root, "server", "src")) && existsSync(seeds);
	if (isCheckout && isStale(database, [seeds, join(root, "server")])) {
		const { execFile } = await import("node:child_process");
		const { promisify } = await import("node:util");
		const command = [...process.execArgv, process.argv[1] as string, "build", "--claims", database, "seeds"];
		try {
			await promisify(execFile)(process.execPath, command, { cwd: root });
		} catch (error) {
			const said = firstLine((error as { readonly stderr?: string }).stderr ?? "").replace(/^tickmark: /, "");
			throw new CommandError(`the bundled claims database could not be built: ${said}; name another with --claims DB`, {
				cause: error,
			});
		}
	}
	return database;
}

/** Whether `file` is missing or older than any file of `folders`. */
function isStale(file: string, folders: readonly string[]): boolean {
	const built = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
	return (
		built === undefined ||
		folders.some((folder) =>
			readdirSync(folder, { recursive: true, withFileTypes: true }).some(
				(entry) => entry.isFile() && statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs > built,
			),
		)
	);
}

/** Opens the databases as one. @throws CommandError for one that cannot be opened. */
export async function openDatabases(files: readonly string[]): Promise<OpenClaimsDatabase> {
	const { openDatabase } = await import("../store/openDatabase.ts");
	const { mergeDatabases } = await import("../store/mergeDatabases.ts");
	const { ClaimsDatabaseError } = await import("../store/errors.ts");
	const opened: OpenClaimsDatabase[] = [];
	try {
		for (const file of files) {
			// Messages name the file as the caller knows it.
			opened.push(await openDatabase(printedPath(file)));
		}
	} catch (error) {
		throw error instanceof ClaimsDatabaseError ? new CommandError(error.messages, { cause: error }) : error;
	}
	return mergeDatabases(opened);
}
