/**
 * Writes what follows from the rules and the settings: the manifest's settings with their translations, one documentation page per
 * rule, the rule table, and the schemas of the workspace's files. `--check` writes nothing and fails where something is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { MessageLanguage } from "../server/src/core/model.ts";
import { rules } from "../server/src/core/rules/index.ts";
import type { Rule } from "../server/src/core/rules/rule.ts";
import { type SettingSchema, settingsTable, severities } from "../server/src/lsp/settings.ts";
import { type Score, scoreOwn, scoreSeeds, type Tally } from "../test/heldout/score.ts";
import { main, root, ScriptError } from "./project.ts";
import { schemas, yamlValidation } from "./schemas.ts";

/** Files by path from the root; null is a file that must not be there. */
type Files = Map<string, string | null>;

async function generated(): Promise<Files> {
	const files: Files = new Map();
	files.set("package.json", manifest());
	for (const [language, file] of Object.entries(translationFiles)) {
		files.set(file, translations(file, language as MessageLanguage));
	}
	for (const [file, schema] of Object.entries(schemas)) {
		files.set(file, asJson(schema));
	}
	const pages = new Set(rules.map(({ id }) => `docs/rules/${id}.md`));
	for (const page of existsSync(join(root, "docs/rules")) ? readdirSync(join(root, "docs/rules")) : []) {
		files.set(`docs/rules/${page}`, pages.has(`docs/rules/${page}`) ? "" : null);
	}
	for (const rule of rules) {
		files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
	}
	files.set("docs/rules/README.md", `# Rules\n\nGenerated from server/src/core/rules.\n\n${ruleTable("")}`);
	const readme = read("README.md");
	if (readme !== null) {
		files.set(
			"README.md",
			fill(
				fill(fill(readme, "rules", ruleTable("docs/rules/")), "settings", settingTable()),
				"score",
				scoreTable(await scoreSeeds("test"), await scoreOwn("test", false)),
			),
		);
	}
	return files;
}

/** Puts a text between `<!-- name -->` and `<!-- /name -->`. */
function fill(document: string, name: string, text: string): string {
	const start = document.indexOf(`<!-- ${name} -->\n`);
	const end = document.indexOf(`<!-- /${name} -->`);
	if (start < 0 || end < start) {
		throw new ScriptError(`README.md has no place for its ${name}: <!-- ${name} --> and <!-- /${name} --> on lines of their own`);
	}
	return `${document.slice(0, document.indexOf("\n", start) + 1)}${text}${document.slice(end)}`;
}

// ---- The manifest

const translationFiles: Readonly<Record<MessageLanguage, string>> = {
	en: "package.nls.json",
	zh: "package.nls.zh-cn.json",
	ko: "package.nls.ko.json",
};

interface Manifest {
	contributes?: Record<string, unknown>;
	capabilities?: { untrustedWorkspaces?: { restrictedConfigurations?: string[] } };
	[key: string]: unknown;
}

function manifest(): string {
	const value = JSON.parse(read("package.json") ?? "{}") as Manifest;
	value.contributes = { ...value.contributes, yamlValidation, configuration: configuration() };
	const { untrustedWorkspaces } = value.capabilities ?? {};
	if (untrustedWorkspaces) {
		untrustedWorkspaces.restrictedConfigurations = settings()
			.filter(([, { restricted }]) => restricted)
			.map(([key]) => `tickmark.${key}`);
	}
	return asJson(value);
}

function settings(): [string, SettingSchema][] {
	return Object.entries(settingsTable);
}

function configuration(): unknown {
	const general = settings().map(([key, schema]): [string, unknown] => [
		`tickmark.${key}`,
		{
			type: schema.type,
			...(schema.type === "array" ? { items: { type: "string" } } : {}),
			...(schema.enum ? { enum: schema.enum } : {}),
			default: schema.default,
			markdownDescription: `%setting.${key}%`,
			scope: schema.window ? "window" : "resource",
		},
	]);
	const ofRules = rules.map((rule): [string, unknown] => [
		`tickmark.rules.${rule.id}`,
		{
			type: "string",
			enum: severities,
			default: rule.severity,
			markdownDescription: `${rule.summary} ${rule.why}`,
			scope: "resource",
		},
	]);
	return [
		{ title: "Tickmark", properties: Object.fromEntries(general) },
		{ title: "%settings.rules%", properties: Object.fromEntries(ofRules) },
	];
}

/** The descriptions of settings come from their table; the rest of the file is written by hand. */
function translations(file: string, language: MessageLanguage): string {
	const known = JSON.parse(read(file) ?? "{}") as Record<string, string>;
	const byHand = Object.entries(known).filter(([key]) => !key.startsWith("setting."));
	const ofSettings = settings().map(([key, { description }]): [string, string] => [`setting.${key}`, description[language]]);
	return asJson(Object.fromEntries([...byHand, ...ofSettings]));
}

// ---- The documentation

function rulePage(rule: Rule): string {
	return [
		`# ${rule.id}`,
		`${rule.summary} ${rule.why}`,
		`Severity: **${rule.severity}**. Set it with \`"tickmark.rules.${rule.id}": "${rule.severity === "hint" ? "warning" : "hint"}"\` (${severities.map((severity) => `\`${severity}\``).join(", ")}), or silence one place with a reason:`,
		`\`\`\`markdown\n<!-- tickmark-ignore-next ${rule.id}: the reason -->\n\`\`\``,
		...examples(rule.id),
		`<!-- Generated from server/src/core/rules/${rule.id}.ts and test/rules/${rule.id}.spec.md by \`npm run generate\`. -->`,
		"",
	]
		.join("\n\n")
		.replace(/\n+$/, "\n");
}

/** The drafts of the rule's spec, which are its tests, with what is marked in them. */
function examples(id: string): string[] {
	const spec = read(`test/rules/${id}.spec.md`);
	if (spec === null) {
		return [];
	}
	const parts: string[] = [];
	let title = "";
	let fence: { readonly mark: string; readonly info: string; readonly lines: string[] } | null = null;
	for (const line of spec.split(/\r?\n/)) {
		if (fence) {
			if (line.trim() === fence.mark) {
				const before = fence.info === "draft" ? `### ${title}` : "Fixed:";
				parts.push(before, `${fence.mark}markdown\n${fence.lines.join("\n")}\n${fence.mark}`);
				fence = null;
			} else {
				fence.lines.push(line);
			}
			continue;
		}
		const heading = /^#{2,6} (.+)$/.exec(line);
		const opening = /^(`{3,}|~{3,})(draft|fixed)$/.exec(line);
		if (heading) {
			title = heading[1] ?? "";
		} else if (opening) {
			fence = { mark: opening[1] ?? "", info: opening[2] ?? "", lines: [] };
		}
	}
	return parts.length === 0 ? [] : ["## Examples", "Carets mark what is found.", ...parts];
}

function ruleTable(folder: string): string {
	const rows = rules.map(
		({ id, severity, summary }) => `| [\`${id}\`](${folder}${id}.md) | ${severity} | ${summary.replaceAll("|", "\\|")} |`,
	);
	return ["| rule | severity | fires when |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function settingTable(): string {
	const rows = settings().map(([key, { default: value, description }]) => {
		const shown = value.length === 0 ? "" : `\`${value}\``;
		return `| \`tickmark.${key}\` | ${shown} | ${description.en.replaceAll("|", "\\|")} |`;
	});
	const ofRules = "| `tickmark.rules.<id>` | see above | The severity of a rule, or `off`. |";
	return ["| setting | default | what it says |", "| --- | --- | --- |", ...rows, ofRules, ""].join("\n");
}

/** What the labelled drafts that nobody tunes on say: errors found by rule and language, false alarms. */
function scoreTable(score: Score, own: Score): string {
	const languages = ["en", "zh-Hans", "zh-Hant", "ko"];
	const cell = (tally: Tally | undefined): string => (tally && tally.errors > 0 ? `${tally.found}/${tally.errors}` : "");
	const alarms = (tally: Tally | undefined): string =>
		tally && tally.correct > 0 ? `${((tally.falseAlarms / tally.correct) * 100).toFixed(1)}` : "";
	const rows = rules
		.filter(({ id }) => (score.byRule.get(id)?.errors ?? 0) > 0)
		.map(({ id }) => [
			`\`${id}\``,
			...languages.map((language) => cell(score.byRuleAndLanguage.get(`${id} ${language}`))),
			cell(score.byRule.get(id)),
		]);
	const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
	return [
		line(["errors found", ...languages, "all"]),
		line(["---", ...languages.map(() => "---"), "---"]),
		...rows.map(line),
		line(["**all rules**", ...languages.map((language) => cell(score.byLanguage.get(language))), `**${cell(score)}**`]),
		line([
			"**false alarms in 100 correct figures**",
			...languages.map((language) => alarms(score.byLanguage.get(language))),
			`**${alarms(score)}**`,
		]),
		line([
			"measures that no glossary knows: errors found",
			...languages.map((language) => cell(own.byLanguage.get(language))),
			cell(own),
		]),
		line(["the same: false alarms in 100", ...languages.map((language) => alarms(own.byLanguage.get(language))), alarms(own)]),
		"",
	].join("\n");
}

function read(path: string): string | null {
	const file = join(root, path);
	return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function asJson(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}

await main(async () => {
	const stale = [...(await generated())].filter(([path, text]) => read(path) !== text);
	if (process.argv.includes("--check")) {
		for (const [path] of stale) {
			console.error(`${path} is stale. Run \`npm run generate\` and commit what it writes.`);
		}
		return stale.length === 0 ? 0 : 1;
	}
	for (const [path, text] of stale) {
		const file = join(root, path);
		if (text === null) {
			rmSync(file);
		} else {
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		console.error(`${text === null ? "removed" : "written"}: ${path}`);
	}
	return 0;
});
