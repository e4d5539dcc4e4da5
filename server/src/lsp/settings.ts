/** The section "tickmark" of a client's settings: what is allowed, what it means, what is said of the rest. */
import { parsePeriod } from "../core/claims/document.ts";
import { readRatesCsv } from "../core/conversion/userRates.ts";
import type { MessageLanguage, SeveritySetting } from "../core/model.ts";
import { rules } from "../core/rules/index.ts";
import { defaultSettings, type Settings } from "../core/settings.ts";

/** One setting, as JSON schema would put it. The manifest's settings are generated from this table. */
export interface SettingSchema {
	readonly type: "array" | "string";
	readonly default: string | readonly string[];
	readonly description: Readonly<Record<MessageLanguage, string>>;
	/** Allowed values of a string. */
	readonly enum?: readonly string[];
	/** What is allowed, in words, where the type does not say. */
	readonly allowed?: string;
	/** Whether it is read for the window as a whole. All else is read per file. */
	readonly window?: true;
	/** Whether an untrusted workspace's own value is ignored by the editor. */
	readonly restricted?: true;
}

export const severities = ["error", "warning", "information", "hint", "off"] as const satisfies readonly SeveritySetting[];

/** Every setting but those of the rules, which are one per rule: `tickmark.rules.<id>`. */
export const settingsTable = {
	claims: {
		type: "array",
		default: [],
		description: {
			en: "Claims databases that figures are checked against, as paths in the workspace folder or absolute ones. Empty: `.tickmark/claims.db` of the workspace folder where it exists, else the bundled example database.",
			zh: "用于核对数字的来源数据库，可写工作区文件夹内的路径或绝对路径。留空时使用工作区文件夹的 `.tickmark/claims.db`，若不存在则使用内置示例数据库。",
			ko: "수치를 대조할 클레임 데이터베이스. 작업 영역 폴더 안의 경로나 절대 경로로 적습니다. 비우면 작업 영역 폴더의 `.tickmark/claims.db`를, 없으면 내장 예제 데이터베이스를 씁니다.",
		},
		restricted: true,
	},
	sources: {
		type: "array",
		default: [],
		description: {
			en: 'Files and folders of source documents that "Tickmark: Build Claims Database" reads, as paths in the workspace folder or absolute ones.',
			zh: "“Tickmark: 生成来源数据库”读取的来源文件和文件夹，可写工作区文件夹内的路径或绝对路径。",
			ko: "'Tickmark: 클레임 데이터베이스 만들기'가 읽는 출처 파일과 폴더. 작업 영역 폴더 안의 경로나 절대 경로로 적습니다.",
		},
		restricted: true,
	},
	bibliography: {
		type: "array",
		default: [],
		description: {
			en: "Bibliography files (CSL-JSON, CSL-YAML or BibTeX) that define the keys of `[@key]` citations, as paths in the workspace folder or absolute ones; besides those that a draft's front matter names (`bibliography: references.bib`).",
			zh: "定义 `[@key]` 引用键的参考文献文件（CSL-JSON、CSL-YAML 或 BibTeX），可写工作区文件夹内的路径或绝对路径；草稿 front matter 中的 `bibliography: references.bib` 另外读取。",
			ko: "`[@key]` 인용의 키를 정의하는 참고문헌 파일(CSL-JSON, CSL-YAML, BibTeX). 작업 영역 폴더 안의 경로나 절대 경로로 적습니다. 초안의 front matter(`bibliography: references.bib`)에 적은 파일에 더해집니다.",
		},
		restricted: true,
	},
	frameworks: {
		type: "array",
		default: [],
		description: {
			en: "Reporting frameworks that the report declares, for example `GRI`, `TCFD`, `SDG`. Front matter (`frameworks: [GRI]`) goes before it. Empty: those the draft mentions, else GRI.",
			zh: "报告声明采用的披露框架，例如 `GRI`、`TCFD`、`SDG`。草稿的 front matter（`frameworks: [GRI]`）优先。留空时采用草稿提到的框架，若未提到则为 GRI。",
			ko: "보고서가 따르는 공시 프레임워크, 예: `GRI`, `TCFD`, `SDG`. 초안의 front matter(`frameworks: [GRI]`)가 우선합니다. 비우면 초안이 언급하는 것, 없으면 GRI를 씁니다.",
		},
	},
	entity: {
		type: "string",
		default: "",
		description: {
			en: 'The organisation that "we" and "the company" stand for in drafts, by any of its names. Front matter (`entity: WeBank`) goes before it.',
			zh: "草稿中“我们”“公司”所指的机构，可用其任一名称。草稿的 front matter（`entity: WeBank`）优先。",
			ko: "초안에서 '우리', '회사'가 가리키는 기관. 어느 이름이든 됩니다. 초안의 front matter(`entity: WeBank`)가 우선합니다.",
		},
	},
	reportingPeriod: {
		type: "string",
		default: "",
		description: {
			en: "The period that drafts report on: `2022`, `FY2022` or `2022-04-01/2023-03-31`. Front matter (`reporting-period: 2022`) goes before it.",
			zh: "草稿的报告期间：`2022`、`FY2022` 或 `2022-04-01/2023-03-31`。草稿的 front matter（`reporting-period: 2022`）优先。",
			ko: "초안의 보고 기간: `2022`, `FY2022` 또는 `2022-04-01/2023-03-31`. 초안의 front matter(`reporting-period: 2022`)가 우선합니다.",
		},
		allowed: "2022, FY2022, 2022-04-01/2023-03-31 or nothing",
	},
	rates: {
		type: "array",
		default: [],
		description: {
			en: "Exchange rates that amounts are converted at, each with its pair, rate, basis and date: `USD/CNY, 7.08, average, 2022`. Those of `.tickmark/rates.csv` are added; what a draft states goes before them.",
			zh: "换算金额所用的汇率，每项依次为货币对、汇率、依据和日期：`USD/CNY, 7.08, average, 2022`。`.tickmark/rates.csv` 中的汇率会一并采用；草稿写明的汇率优先。",
			ko: "금액 환산에 쓰는 환율. 통화쌍, 환율, 기준, 날짜 순으로 적습니다: `USD/CNY, 7.08, average, 2022`. `.tickmark/rates.csv`의 환율도 함께 쓰이며 초안에 적힌 환율이 우선합니다.",
		},
	},
	language: {
		type: "string",
		default: "auto",
		enum: ["auto", "en", "zh", "ko"],
		description: {
			en: "The language of messages. What is checked does not depend on it.",
			zh: "提示信息的语言，不影响检查内容。",
			ko: "메시지의 언어. 검사 내용과는 무관합니다.",
		},
	},
	"trace.server": {
		type: "string",
		default: "off",
		enum: ["off", "messages", "verbose"],
		description: {
			en: "Writes the messages between the editor and the language server to the output channel.",
			zh: "将编辑器与语言服务器之间的消息写入输出通道。",
			ko: "편집기와 언어 서버 사이의 메시지를 출력 채널에 기록합니다.",
		},
		window: true,
	},
} as const satisfies Readonly<Record<string, SettingSchema>>;

/** A setting that is not as it should be. The default stands in for it. */
export interface SettingProblem {
	/** Full name: "tickmark.rules.scale-slip". */
	readonly name: string;
	/** The value, as JSON, shortened. */
	readonly value: string;
	/** What is allowed, in words. */
	readonly allowed: string;
}

/** Settings of one resource. */
export interface ResourceSettings {
	readonly settings: Settings;
	/** Paths as they were written; empty for the default. */
	readonly claims: readonly string[];
	readonly sources: readonly string[];
	/** Bibliographies besides those that drafts name, as they were written. */
	readonly bibliography: readonly string[];
	readonly problems: readonly SettingProblem[];
}

/**
 * Reads the section "tickmark" as a client sends it: any JSON value. What is missing or null has its default; what is
 * wrong has it too and is listed among the problems.
 * @param locale the client's locale ("zh-cn"), for the language "auto"
 */
export function readSettings(section: unknown, locale: string): ResourceSettings {
	const problems: SettingProblem[] = [];
	if (section !== undefined && section !== null && !isRecord(section)) {
		problems.push(problem("tickmark", section, "an object with the settings of Tickmark"));
	}
	const values = isRecord(section) ? section : {};
	const strings = (key: "rates" | "claims" | "sources" | "bibliography" | "frameworks"): readonly string[] => {
		const value = values[key] ?? settingsTable[key].default;
		if (Array.isArray(value) && value.every((item) => typeof item === "string" && item.trim() !== "")) {
			return value;
		}
		problems.push(problem(`tickmark.${key}`, value, 'a list of texts, for example ["…"], or []'));
		return settingsTable[key].default;
	};
	const string = (key: "entity" | "reportingPeriod" | "language"): string => {
		const schema: SettingSchema = settingsTable[key];
		const value = values[key] ?? schema.default;
		if (
			typeof value === "string" &&
			(!schema.enum || schema.enum.includes(value)) &&
			(key !== "reportingPeriod" || value === "" || parsePeriod(value) !== null)
		) {
			return value;
		}
		problems.push(problem(`tickmark.${key}`, value, schema.allowed ?? schema.enum?.join(", ") ?? "a text"));
		return settingsTable[key].default;
	};
	const language = string("language");
	const rates = readRatesCsv(strings("rates").join("\n"));
	for (const { message } of rates.faults) {
		problems.push(problem("tickmark.rates", values.rates, `rates such as ["USD/CNY, 7.08, average, 2022"]: ${message.en}`));
	}
	return {
		settings: {
			...defaultSettings,
			language: language === "auto" ? messageLanguage(locale) : (language as MessageLanguage),
			rules: readRules(values.rules, problems),
			frameworks: strings("frameworks"),
			entity: string("entity"),
			reportingPeriod: string("reportingPeriod"),
			rates: rates.rates,
		},
		claims: strings("claims"),
		sources: strings("sources"),
		bibliography: strings("bibliography"),
		problems,
	};
}

/** The language of messages for a locale such as "zh-cn" or "ko_KR.UTF-8"; English for all others. */
export function messageLanguage(locale: string): MessageLanguage {
	const language = /^[a-z]+/i.exec(locale)?.[0].toLowerCase();
	return language === "zh" || language === "ko" ? language : "en";
}

function readRules(section: unknown, problems: SettingProblem[]): Readonly<Record<string, SeveritySetting>> {
	const result: Record<string, SeveritySetting> = {};
	if (section === undefined || section === null) {
		return result;
	}
	if (!isRecord(section)) {
		problems.push(problem("tickmark.rules", section, 'an object such as { "unsupported-figure": "hint" }'));
		return result;
	}
	const known = new Set(rules.map((rule) => rule.id));
	for (const [id, value] of Object.entries(section)) {
		if (!known.has(id)) {
			problems.push(problem(`tickmark.rules.${id}`, value, `one of these rules: ${[...known].join(", ")}`));
		} else if (severities.includes(value as SeveritySetting)) {
			result[id] = value as SeveritySetting;
		} else if (value !== undefined && value !== null) {
			problems.push(problem(`tickmark.rules.${id}`, value, severities.join(", ")));
		}
	}
	return result;
}

function problem(name: string, value: unknown, allowed: string): SettingProblem {
	const text = JSON.stringify(value) ?? String(value);
	return { name, value: text.length > 80 ? `${text.slice(0, 79)}…` : text, allowed };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
