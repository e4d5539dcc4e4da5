/** Settings of a command: those of the configuration file, and the options, which go before them. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { MessageLanguage, SeveritySetting } from "../core/model.ts";
import { rules } from "../core/rules/index.ts";
import type { Settings } from "../core/settings.ts";
import { readSettings, severities } from "../lsp/settings.ts";
import { ratesFile, readRatesFile } from "../sources/ratesFile.ts";
import { type Arguments, andList, guess, orList } from "./arguments.ts";
import { CommandError, fileError, firstLine } from "./errors.ts";
import { printedPath } from "./inputs.ts";
import { workspaceFolder } from "./workspace.ts";

export interface Configuration {
	readonly settings: Settings;
	/** Absolute paths of claims databases; empty where neither the options nor the file name any. */
	readonly claims: readonly string[];
	/** Sources to build from, relative to the working folder where they are inside it. */
	readonly sources: readonly string[];
	/** Absolute paths of bibliographies besides those that drafts name. */
	readonly bibliography: readonly string[];
}

/** The keys of the file: those of the editor's settings. */
const keys = ["language", "rules", "frameworks", "entity", "reportingPeriod", "rates", "claims", "sources", "bibliography"];

/** @throws CommandError where the file or an option is wrong. */
export async function readConfiguration(args: Arguments): Promise<Configuration> {
	const named = args.get("config");
	const file = named === undefined ? join(workspaceFolder(), ".tickmark", "config.yaml") : resolve(named);
	const shown = named ?? printedPath(file);
	const section = named !== undefined || existsSync(file) ? await readSection(file, shown) : {};
	const { settings, claims, sources, bibliography, problems } = readSettings(
		section,
		section.language === "auto" ? locale() : "",
	);
	const [problem] = problems;
	if (problem) {
		const name = problem.name.replace(/^tickmark\./, "");
		throw new CommandError(`${shown}: ${name} cannot be ${firstLine(problem.value)}; it can be ${problem.allowed}`);
	}
	// The folder .tickmark is the workspace's own business: paths in it start from the workspace.
	const base = basename(dirname(file)) === ".tickmark" ? dirname(dirname(file)) : dirname(file);
	const absolute = (path: string): string => (isAbsolute(path) ? path : join(base, path));
	const { rates, faults } = await readRatesFile(workspaceFolder());
	const [fault] = faults;
	if (fault) {
		throw new CommandError(`${printedPath(ratesFile(workspaceFolder()))}:${fault.line + 1}: ${fault.message.en}`);
	}
	const asked = args.all("claims").map((path) => resolve(path));
	return {
		settings: {
			...settings,
			rates: [...settings.rates, ...rates],
			language: (args.get("language") as MessageLanguage | undefined) ?? settings.language,
			rules: { ...settings.rules, ...readRuleOptions(args.all("rule")) },
		},
		claims: asked.length > 0 ? asked : claims.map(absolute),
		sources: sources.map((path) => printedPath(absolute(path))),
		bibliography: bibliography.map(absolute),
	};
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
	const value = parse(text.replace(/^\ufeff/, ""), shown);
	if (value === null || value === undefined) {
		return {};
	}
	if (typeof value !== "object" || Array.isArray(value)) {
		throw new CommandError(`${shown}: not settings by name; write lines such as "frameworks: [GRI]"`);
	}
	const section = { ...value } as Record<string, unknown>;
	const unknown = Object.keys(section).find((key) => !keys.includes(key));
	if (unknown !== undefined) {
		throw new CommandError(`${shown}: unknown setting "${unknown}"${guess(unknown, keys)}; there are ${andList(keys)}`);
	}
	// A year without quotes is a number to YAML.
	if (typeof section.reportingPeriod === "number") {
		section.reportingPeriod = String(section.reportingPeriod);
	}
	return section;
}

/** JSON is YAML, so one parser reads both. */
function parse(text: string, shown: string): unknown {
	const document = parseDocument(text);
	const [error] = document.errors;
	if (error) {
		const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
		const what = firstLine(error.message).replace(/ at line \d+, column \d+:?$/, "");
		throw new CommandError(`${shown}:${line}:${col}: not valid YAML or JSON: ${what}; correct it`, { cause: error });
	}
	try {
		return document.toJS();
	} catch (cause) {
		// An alias without anchor, or aliases that multiply without end.
		throw new CommandError(`${shown}: not usable YAML: ${firstLine((cause as Error).message)}; correct it`, { cause });
	}
}

function readRuleOptions(given: readonly string[]): Readonly<Record<string, SeveritySetting>> {
	const result: Record<string, SeveritySetting> = {};
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
