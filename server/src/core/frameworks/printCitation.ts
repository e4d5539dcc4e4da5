/** How codes and citations are written into a draft. */
import type { Language, MessageLanguage } from "../model.ts";
import { findEntries } from "./registry.ts";

/** How a draft writes its citations, as far as it has any. */
export interface CitationStyle {
	/** "TCFD MT-b" instead of the pillar's name. */
	readonly shortTcfd: boolean;
	/** "GRI305-1" instead of "GRI 305-1". */
	readonly tight: boolean;
	/** Half-width brackets in Chinese text. */
	readonly halfWidth: boolean;
}

export const plainStyle: CitationStyle = { shortTcfd: false, tight: false, halfWidth: false };

/** The code that takes the place of a printed one, in its form: "Metrics and Targets (d)" with MT-c is "Metrics and Targets (c)". */
export function printCodeLike(printed: string, framework: string, code: string): string {
	const letter = framework === "TCFD" ? /-([a-z])$/.exec(code)?.[1] : undefined;
	if (letter === undefined || /^[A-Z]{2,3}[-\u2010-\u2015\u2212\uff0d][a-z]$/.test(printed)) {
		return code;
	}
	const at = printed.search(/[A-Za-zａ-ｚ](?=[)）]?$)/);
	return at < 0 ? code : printed.slice(0, at) + letter + printed.slice(at + 1);
}

/** The name of a TCFD pillar in a draft of each language. */
const pillarNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
	GOV: { en: "Governance", "zh-Hans": "治理", "zh-Hant": "治理", ko: "거버넌스" },
	STR: { en: "Strategy", "zh-Hans": "战略", "zh-Hant": "策略", ko: "전략" },
	RM: { en: "Risk Management", "zh-Hans": "风险管理", "zh-Hant": "風險管理", ko: "리스크 관리" },
	MT: { en: "Metrics and Targets", "zh-Hans": "指标与目标", "zh-Hant": "指標與目標", ko: "지표 및 목표" },
};

/** What stands in front of a code; the framework's id and a space where nothing is listed. */
const prefixes: Readonly<Record<string, string>> = {
	"IFRS S": "IFRS ",
	PBOC: "JR/T 0227-2021 ",
	SSE: "SSE-14 Art. ",
	SZSE: "SZSE-17 Art. ",
	"ISO 14064": "ISO ",
	MOF: "企业可持续披露准则",
};
const simplifiedPrefixes: Readonly<Record<string, string>> = {
	SSE: "上交所自律监管指引第14号",
	SZSE: "深交所自律监管指引第17号",
};
const traditionalPrefixes: Readonly<Record<string, string>> = {
	SSE: "上交所自律監管指引第14號",
	SZSE: "深交所自律監管指引第17號",
	MOF: "企業可持續披露準則",
};

/** Names of parts that are no codes, as they stand behind the framework's name. */
const partNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"GHG Protocol": {
		Corporate: "Corporate Standard",
		Project: "for Project Accounting",
		"Scope 2": "Scope 2 Guidance",
		"Scope 3": "Scope 3 Standard",
	},
	PCAF: { A: "Part A", B: "Part B", C: "Part C" },
	MOF: { Basic: "基本准则", "1": "第1号" },
};

/** A citation as it stands in running text: "GRI 305-1, 305-2", "TCFD Metrics and Targets b", "IFRS S2.29(a)". */
export function printCitation(framework: string, codes: readonly string[], language: Language, style: CitationStyle): string {
	const chinese = language === "zh-Hans" || language === "zh-Hant";
	const printed = codes.map((code) => printCode(framework, code, language, style)).join(chinese ? "、" : ", ");
	const own =
		language === "zh-Hans" ? simplifiedPrefixes[framework] : language === "zh-Hant" ? traditionalPrefixes[framework] : null;
	const prefix = own ?? prefixes[framework] ?? `${framework} `;
	return (style.tight && framework === "GRI" ? prefix.trimEnd() : prefix) + printed;
}

/** A code as it stands behind its framework's name: "305-1", "Metrics and Targets b", "KPI A1.1". */
export function printCode(framework: string, code: string, language: Language, style: CitationStyle): string {
	switch (framework) {
		case "TCFD": {
			const [pillar = "", letter = ""] = code.split("-");
			const name = pillarNames[pillar]?.[language] ?? pillar;
			const long = language === "en" || language === "ko" ? `${name} ${letter}`.trimEnd() : name + letter;
			return style.shortTcfd ? code : long;
		}
		case "ESRS":
			return /^[A-Z]{2,3}-/.test(code) ? `2 ${code}` : code;
		case "HKEX":
			return code.startsWith("D.")
				? `Part D ${code.slice(2)}`
				: /^[BD]$/.test(code)
					? `Part ${code}`
					: `${code.includes(".") ? "KPI" : "Aspect"} ${code}`;
		case "SSE":
		case "SZSE":
			return language === "zh-Hans" ? `第${code}条` : language === "zh-Hant" ? `第${code}條` : code;
		case "KSSB":
			return language === "ko" ? `제${code}호` : `No. ${code}`;
		default:
			return partNames[framework]?.[code] ?? code;
	}
}

/** A code with its label, as titles and messages show it: "GRI 305-1 (Scope 1 emissions)". */
export function nameCode(framework: string, code: string, language: MessageLanguage): string {
	const label = findEntries(framework, code)[0]?.label[language];
	const name = framework === "ISO 14064" ? `ISO ${code}` : `${framework} ${code}`;
	return label === undefined ? name : withLabel(name, label, language);
}

/** A name with its label in brackets of the language's width. */
export function withLabel(name: string, label: string, language: MessageLanguage): string {
	return language === "zh" ? `${name}（${label}）` : language === "ko" ? `${name}(${label})` : `${name} (${label})`;
}
