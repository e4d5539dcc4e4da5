import assert from "node:assert/strict";
import * as fc from "fast-check";
import { figureKinds } from "../../server/data/frameworks/figureKinds.ts";
import { registryData } from "../../server/data/frameworks/index.ts";
import { applicableFrameworks } from "../../server/src/core/frameworks/applicableFrameworks.ts";
import type { Citation } from "../../server/src/core/frameworks/citation.ts";
import type { FigureKindRow } from "../../server/src/core/frameworks/figureKind.ts";
import { findCitations } from "../../server/src/core/frameworks/findCitations.ts";
import { plainStyle, printCitation, printCodeLike } from "../../server/src/core/frameworks/printCitation.ts";
import { allEntries, findEntries, frameworkId, isUnknown, nearestCodes } from "../../server/src/core/frameworks/registry.ts";
import { isInForce, reportDate } from "../../server/src/core/frameworks/reportDate.ts";
import type { Language } from "../../server/src/core/model.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const read = (text: string, header = ""): Citation[] => findCitations(text, "en", header);
/** "GRI 305-1", "TCFD": what was found, in short. */
const names = (text: string, header = ""): string[] =>
	read(text, header).map(({ framework, code, edition, part }) =>
		[framework, code, edition && `(${edition})`, part && `part ${part}`].filter(Boolean).join(" "),
	);

/** The texts that carets below a line mark. */
function underlined(text: string, carets: string): string[] {
	return [...carets.matchAll(/\^+/g)].map((match) => text.slice(match.index, match.index + match[0].length));
}

describe("the registry of frameworks", () => {
	it("has the counts that the frameworks have", () => {
		const count = (id: string, filter: (code: string) => boolean) =>
			new Set(
				allEntries(id)
					.map(({ code }) => code)
					.filter(filter),
			).size;
		assert.equal(
			count("SDG", (code) => !code.includes(".")),
			17,
		);
		assert.equal(
			count("SDG", (code) => code.includes(".")),
			169,
		);
		assert.equal(
			count("TCFD", (code) => code.includes("-")),
			11,
		);
		assert.equal(
			allEntries("GRI").filter(({ edition, standard, code }) => edition === "2021" && standard === "2" && code !== "2").length,
			30,
		);
		assert.equal(
			allEntries("GRI").filter(({ edition, standard, code }) => edition === "2016" && standard === "102" && code !== "102")
				.length,
			56,
		);
	});

	it("has a label in each language's own script for every code", () => {
		for (const { framework, code, label } of registryData.flatMap(({ id }) => allEntries(id))) {
			const where = `${framework} ${code}`;
			assert.ok(label.en && label.zh && label.ko, `${where} lacks a label`);
			assert.doesNotMatch(label.en, /[\u3400-\u9fff\uac00-\ud7a3]/u, `${where}: English label`);
			assert.doesNotMatch(label.zh, /[\uac00-\ud7a3]/u, `${where}: Chinese label has Hangul`);
			assert.doesNotMatch(label.ko, /[\u3400-\u9fff]/u, `${where}: Korean label has Han`);
			assert.ok(label.en.length <= 60, `${where}: a label is short`);
		}
	});

	it("names only successors that exist, and dates that follow each other", () => {
		for (const { framework, code, successors, from, until } of registryData.flatMap(({ id }) => allEntries(id))) {
			for (const successor of successors) {
				assert.ok(findEntries(framework, successor).length > 0, `${framework} ${code}: successor ${successor}`);
			}
			assert.ok(!from || !until || from <= until, `${framework} ${code}: ${from} to ${until}`);
		}
	});

	it("has no code twice in one edition", () => {
		for (const { id } of registryData) {
			const all = allEntries(id).map(({ code, edition }) => `${code} ${edition}`);
			assert.equal(new Set(all).size, all.length, id);
		}
	});

	it("knows frameworks by the names that front matter uses", () => {
		const cases = {
			GRI: "GRI",
			"GRI Standards": "GRI",
			"GRI 2021": "GRI",
			"GRI Standards (2021)": "GRI",
			tcfd: "TCFD",
			SDGs: "SDG",
			"UN SDGs": "SDG",
			"IFRS S2": "IFRS S",
			ISSB: "IFRS S",
			"ESRS 2023": "ESRS",
			"HKEX ESG Code": "HKEX",
			港交所: "HKEX",
			"JR/T 0227-2021": "PBOC",
			可持续发展目标: "SDG",
			"GRI 标准": "GRI",
		};
		for (const [name, id] of Object.entries(cases)) {
			assert.equal(frameworkId(name), id, name);
		}
		assert.equal(frameworkId("Handbook of 1999"), null);
	});

	it("tells 306-3 and 102-4 apart by edition", () => {
		const labels = (code: string) => findEntries("GRI", code).map(({ edition, label }) => `${edition} ${label.en}`);
		assert.deepEqual(labels("306-3"), ["2020 Waste generated", "2016 Significant spills"]);
		assert.deepEqual(labels("102-4"), ["2025 Emission targets and progress", "2016 Where it operates"]);
	});
});

describe("disclosures in force", () => {
	const inForce = (framework: string, code: string, raw: { published?: string; reportingPeriod?: string }) =>
		findEntries(framework, code).some((entry) => isInForce(entry, reportDate({ raw: {}, ...raw }, defaultSettings)));

	it("counts GRI by the day of publication", () => {
		assert.equal(inForce("GRI", "305-1", { published: "2026-12-31" }), true);
		assert.equal(inForce("GRI", "305-1", { published: "2027-01-01" }), false);
		assert.equal(inForce("GRI", "102-5", { published: "2027-01-01" }), true);
		assert.equal(inForce("GRI", "305-7", { published: "2027-03" }), true);
	});

	it("takes the day after the period as the day of publication", () => {
		assert.equal(inForce("GRI", "305-1", { reportingPeriod: "2025" }), true);
		assert.equal(inForce("GRI", "305-1", { reportingPeriod: "FY2026" }), false);
		assert.equal(inForce("GRI", "102-5", { reportingPeriod: "FY2026" }), true);
		assert.equal(inForce("GRI", "305-1", { reportingPeriod: "2025-13-45" }), true);
		assert.equal(inForce("GRI", "305-1", { reportingPeriod: "2026-04-01/2027-03-31" }), false);
	});

	it("counts HKEX and ESRS by the period", () => {
		assert.equal(inForce("HKEX", "A1.2", { reportingPeriod: "FY2024" }), true);
		assert.equal(inForce("HKEX", "A1.2", { reportingPeriod: "FY2025" }), false);
		assert.equal(inForce("HKEX", "D.28", { reportingPeriod: "FY2025" }), true);
		assert.equal(inForce("ESRS", "E1-10", { reportingPeriod: "2024" }), false);
		assert.equal(inForce("ESRS", "E1-10", { published: "2028-03-01" }), true);
	});

	it("without a date takes what is in force as the registry was made", () => {
		assert.equal(inForce("GRI", "305-1", {}), true);
		assert.equal(inForce("GRI", "307-1", {}), false);
		assert.equal(inForce("GRI", "103-2", {}), false);
	});
});

type Style = (code: string) => string;

/** A sentence of each language around a citation, with the brackets and particles that touch it there. */
const sentences: Readonly<Record<Language, readonly Style[]>> = {
	en: [
		(cited) => `Scope 1 emissions fell (${cited}).`,
		(cited) => `We report under ${cited}, as before.`,
		(cited) => `${cited}: see page 12.`,
	],
	"zh-Hans": [
		(cited) => `排放量下降（${cited}）。`,
		(cited) => `依据${cited}披露，详见第12页。`,
		(cited) => `对应${cited}、见附录`,
	],
	"zh-Hant": [(cited) => `排放量下降（${cited}）。`, (cited) => `依據${cited}揭露，詳見第12頁。`, (cited) => `對應「${cited}」`],
	ko: [
		(cited) => `배출량이 감소했다(${cited}).`,
		(cited) => `${cited}에 따라 공시하며 12쪽에 있다.`,
		(cited) => `${cited}을 참조한다.`,
	],
};

const chinesePillars: Readonly<Record<string, string>> = { GOV: "治理", STR: "战略", RM: "风险管理", MT: "指标与目标" };
const koreanPillars: Readonly<Record<string, string>> = { GOV: "거버넌스", STR: "전략", RM: "리스크 관리", MT: "지표 및 목표" };
const englishPillars: Readonly<Record<string, string>> = {
	GOV: "Governance",
	STR: "Strategy",
	RM: "Risk Management",
	MT: "Metrics and Targets",
	RIM: "Risk and Impact Management",
};

/** "MT-b" with the pillar's name: "Metrics and Targets (b)". */
function pillar(code: string, names: Readonly<Record<string, string>>, form: Style): string {
	const [key = "", letter] = code.split(/-(.*)/);
	return (names[key] ?? key) + (letter === undefined ? "" : form(letter));
}

/** How each framework's codes are written, one function a style; the code read back must be the code put in. */
const styles: Readonly<Record<string, readonly Style[]>> = {
	GRI: [
		(code) => `GRI ${code}`,
		(code) => `GRI${code}`,
		(code) => `GRI ${code.replace("-", "\u2011")}`,
		(code) => `GRI ${code.replace("-", "–")}`,
		(code) => `ＧＲＩ　${code}`,
		(code) => `GRI Standard ${code}`,
		(code) => `GRI: ${code}`,
		(code) => `GRI标准 ${code}`,
		(code) => `GRI 準則${code}`,
		(code) => `GRI 기준 ${code}`,
		(code) => `GRI\u00a0${code}`,
	],
	TCFD: [
		(code) => `TCFD ${code}`,
		(code) => `TCFD: ${code}`,
		(code) => `Task Force on Climate-related Financial Disclosures ${code}`,
		(code) => `TCFD ${pillar(code, englishPillars, (letter) => ` (${letter})`)}`,
		(code) => `TCFD ${pillar(code, englishPillars, (letter) => ` ${letter}`)}`,
		(code) => `TCFD recommended disclosure ${pillar(code, englishPillars, (letter) => ` ${letter})`)}`,
		(code) => `TCFD${pillar(code, chinesePillars, (letter) => `（${letter}）`)}`,
		(code) => `TCFD ${pillar(code, chinesePillars, (letter) => letter)}`,
		(code) => `气候相关财务信息披露工作组${pillar(code, chinesePillars, (letter) => `(${letter})`)}`,
		(code) => `TCFD ${pillar(code, koreanPillars, (letter) => ` (${letter})`)}`,
	],
	SDG: [
		(code) => `SDG ${code}`,
		(code) => `SDG${code}`,
		(code) => `SDGs ${code}`,
		(code) => `Sustainable Development Goal ${code}`,
		(code) => `SDG ${code.includes(".") ? "Target" : "Goal"} ${code}`,
		(code) => `联合国可持续发展目标${code}`,
		(code) => `永續發展目標 ${code}`,
		(code) => `지속가능발전목표 ${code}`,
		(code) => `SDG 目标 ${code}`,
		(code) => `可持续发展目标（SDGs）${code}`,
	],
	"IFRS S": [
		(code) => `IFRS ${code}`,
		(code) => `ISSB IFRS ${code}`,
		(code) => `IFRS ${code.replace(".", " paragraph ")}`,
		(code) => `IFRS ${code.replace(".", ":")}`,
		(code) => `IFRS ${code.replace(".", "第")}${code.includes(".") ? "段" : ""}`,
	],
	SASB: [(code) => `SASB ${code}`, (code) => `SASB准则 ${code}`, (code) => `可持续发展会计准则委员会（${code}`],
	ESRS: [
		(code) => `ESRS ${/^[A-Z]{2}/.test(code) ? `2 ${code}` : code}`,
		(code) => `ESRS ${code}`,
		(code) => `ESRS ${code}`.replace("-", "\u2011"),
	],
	HKEX: [
		(code) => `HKEX ${hkexCode(code)}`,
		(code) => `HKEX ESG Reporting Code ${hkexCode(code)}`,
		(code) => `港交所${chineseHkexCode(code)}`,
		(code) => `聯交所守則${chineseHkexCode(code)}`,
	],
	PBOC: [
		(code) => `JR/T 0227-2021 ${code}`,
		(code) => `JR/T 0227—2021第${code}节`,
		(code) => `《金融机构环境信息披露指南》${code}`,
	],
	SSE: [(code) => `SSE-14 Art. ${code}`, (code) => `上交所自律监管指引第14号第${code}条`],
	SZSE: [(code) => `SZSE-17 Art. ${code}`, (code) => `深圳证券交易所上市公司自律监管指引第17号第${code}条`],
	MOF: [
		(code) => (code === "1" ? "企业可持续披露准则第1号——气候（试行）" : "企业可持续披露准则——基本准则（试行）"),
		(code) => (code === "1" ? "企業可持續披露準則第1號" : "企業可持續披露準則基本準則"),
	],
	KSSB: [(code) => `KSSB 제${code}호`, (code) => `KSDS No. ${code}`, (code) => `한국 지속가능성 공시기준 제${code}호`],
	TNFD: [
		(code) => `TNFD ${code}`,
		(code) => `TNFD ${pillar(code, englishPillars, (letter) => ` ${letter}`)}`,
		(code) => `TNFD recommendations: ${pillar(code, englishPillars, (letter) => ` ${letter.replace(/^([A-D])/, "($1)")}`)}`,
		(code) => `TNFD${pillar(code, { ...chinesePillars, RIM: "风险与影响管理" }, (letter) => letter)}`,
	],
	"ISO 14064": [(code) => `ISO ${code}`, (code) => `ISO${code}`, (code) => `ISO ${code}:${code === "14064-1" ? 2018 : 2019}`],
	"GHG Protocol": [
		(code) => `GHG Protocol ${methodName(code)}`,
		(code) => `Greenhouse Gas Protocol: ${methodName(code)}`,
		(code) =>
			`温室气体核算体系${{ Corporate: "企业标准", Project: "项目核算", "Scope 2": "范围二指南", "Scope 3": "范围三标准" }[code]}`,
		(code) =>
			`온실가스 프로토콜 ${{ Corporate: "기업 표준", Project: "프로젝트 프로토콜", "Scope 2": "스코프 2 지침", "Scope 3": "스코프 3 표준" }[code]}`,
	],
	PCAF: [
		(code) => `PCAF Part ${code}`,
		(code) => `PCAF Standard Part ${code}`,
		(code) => `PCAF标准${code}部分`,
		(code) => `PCAF 파트 ${code}`,
	],
	CDP: [(code) => `CDP ${code}`, (code) => `CDP questionnaire ${code}`, (code) => `CDP Climate Change Questionnaire ${code}`],
};

function hkexCode(code: string): string {
	return code.startsWith("D.")
		? `Part D ${code.slice(2)}`
		: /^[BD]$/.test(code)
			? `Part ${code}`
			: `${code.includes(".") ? "KPI" : "Aspect"} ${code}`;
}

function chineseHkexCode(code: string): string {
	const part = /^([BD])(?:\.(\d\d))?$/.exec(code);
	return part ? `${part[1]}部分${part[2] ? `第${part[2]}段` : ""}` : `${code.includes(".") ? "关键绩效指标" : "层面"}${code}`;
}

function methodName(code: string): string {
	return code === "Project" ? "for Project Accounting" : code === "Scope 2" ? "Scope 2 Guidance" : `${code} Standard`;
}

/** Standards that are their framework: nobody cites a code for them. */
const withoutCode = new Set(["PBOC 6", "SSE 14", "SZSE 17", "BSE 11"]);

describe("citations of every code in every style and language", () => {
	for (const { id: framework } of registryData) {
		it(framework, () => {
			const codes = [...new Set(allEntries(framework).map(({ code }) => code))].filter(
				(code) => !withoutCode.has(`${framework} ${code}`),
			);
			for (const code of codes) {
				for (const style of styles[framework] ?? []) {
					for (const text of Object.values(sentences).flatMap((forms) => forms.map((form) => form(style(code))))) {
						const found = read(text).filter((citation) => citation.code !== null);
						assert.deepEqual(
							found.map((citation) => `${citation.framework} ${citation.code}`),
							[`${framework} ${code}`],
							text,
						);
						const { span, codeSpan } = found[0] as Citation;
						assert.ok(codeSpan && span.start <= codeSpan.start && codeSpan.end <= span.end, text);
					}
				}
				assert.equal(isUnknown(framework, code), false, code);
			}
			assert.ok(codes.length === 0 || styles[framework], `${framework} has codes and no style`);
		});
	}

	it("the framework alone, by each of its names", () => {
		const names = [
			"GRI|GRI|GRI|GRI|Global Reporting Initiative|全球报告倡议组织|全球報告倡議組織|全球永續性報告協會|글로벌 리포팅 이니셔티브",
			"TCFD|TCFD|Task Force on Climate-related Financial Disclosures|气候相关财务信息披露工作组|氣候相關財務資訊揭露工作小組|기후변화 관련 재무정보 공개 협의체",
			"SDG|SDGs|Sustainable Development Goals|可持续发展目标|永續發展目標|지속가능발전목표",
			"IFRS S|ISSB|IFRS Sustainability Disclosure Standards|国际财务报告可持续披露准则|IFRS 지속가능성 공시기준",
			"SASB|SASB|可持续发展会计准则委员会|永續會計準則委員會|지속가능회계기준위원회",
			"ESRS|ESRS|European Sustainability Reporting Standards|欧洲可持续发展报告准则|歐洲永續報告準則",
			"HKEX|HKEX|港交所|聯交所|홍콩거래소",
			"PBOC|JR/T 0227-2021|金融机构环境信息披露指南|金融機構環境信息披露指南",
			"SSE|上海证券交易所上市公司自律监管指引第14号|上交所自律監管指引第14號",
			"SZSE|深圳证券交易所上市公司自律监管指引第17号|深交所自律監管指引第17號",
			"BSE|北京证券交易所上市公司持续监管指引第11号|北交所持續監管指引第11號",
			"MOF|企业可持续披露准则|企業可持續披露準則",
			"KSSB|KSSB|KSDS|한국 지속가능성 공시기준",
			"TNFD|TNFD|Taskforce on Nature-related Financial Disclosures|自然相关财务信息披露工作组|自然相關財務揭露工作小組|자연관련 재무정보공개 협의체",
			"GHG Protocol|GHG Protocol|温室气体核算体系|溫室氣體盤查議定書|온실가스 프로토콜",
			"ISO 14064|ISO 14064|ISO14064",
			"PCAF|PCAF|碳核算金融联盟|碳核算金融聯盟",
			"CDP|CDP|碳披露项目|碳揭露計畫",
		].map((line) => line.split("|"));
		assert.deepEqual(names.map(([id]) => id).sort(), registryData.map(({ id }) => id).sort());
		for (const [id, ...forms] of names) {
			for (const form of forms) {
				for (const text of Object.values(sentences).flatMap((around) => around.map((sentence) => sentence(form)))) {
					assert.deepEqual([...new Set(read(text).map(({ framework }) => framework))], [id], text);
				}
			}
		}
	});

	it("TCFD pillars by name in four scripts", () => {
		const pillars: Readonly<Record<string, readonly string[]>> = {
			GOV: ["Governance", "治理", "거버넌스", "지배구조"],
			STR: ["Strategy", "战略", "戰略", "策略", "전략"],
			RM: ["Risk Management", "风险管理", "風險管理", "리스크 관리", "위험관리"],
			MT: ["Metrics and Targets", "Metrics & Targets", "M&T", "指标与目标", "指標和目標", "지표 및 목표"],
		};
		for (const [code, forms] of Object.entries(pillars)) {
			for (const form of forms) {
				for (const letter of code === "GOV" ? "ab" : "abc") {
					for (const printed of [
						`${form} (${letter})`,
						`${form} ${letter})`,
						`${form}（${letter}）`,
						`${form}: ${letter}`,
						`(${form} ${letter})`,
					]) {
						assert.deepEqual(names(`TCFD ${printed}`), [`TCFD ${code}-${letter}`], printed);
					}
				}
				assert.deepEqual(names(`TCFD ${form}.`), [`TCFD ${code}`], form);
			}
		}
	});

	it("what is written into a draft is read back", () => {
		for (const language of ["en", "zh-Hans", "zh-Hant", "ko"] as const satisfies Language[]) {
			for (const style of [plainStyle, { ...plainStyle, shortTcfd: true }, { ...plainStyle, tight: true }]) {
				const together = (figureKinds as readonly FigureKindRow[]).flatMap((kind) =>
					Object.entries(kind.cite).flatMap(([framework, alternatives]) =>
						alternatives.map((written) => [framework, written.map((code) => code.split("@")[0] as string)] as const),
					),
				);
				const each = registryData.flatMap(({ id }) =>
					allEntries(id)
						.filter(({ code }) => !withoutCode.has(`${id} ${code}`))
						.map(({ code }) => [id, [code]] as const),
				);
				for (const [framework, codes] of [...together, ...each]) {
					const text = `(${printCitation(framework, codes, language, style)})`;
					const found = read(text).filter((citation) => citation.framework === framework && citation.codeSpan !== null);
					assert.deepEqual(
						found.map(({ code }) => code),
						codes,
						text,
					);
				}
			}
		}
	});
});

describe("citations in lists, ranges and with editions", () => {
	const cases: Readonly<Record<string, readonly string[]>> = {
		"GRI 305: Emissions 2016": ["GRI 305 (2016)"],
		"GRI 305：排放 2016": ["GRI 305 (2016)"],
		"GRI 303: Water and Effluents 2018": ["GRI 303 (2018)"],
		"GRI 306-3 (2016)": ["GRI 306-3 (2016)"],
		"GRI 306-3 (2020) and GRI 306-4": ["GRI 306-3 (2020)", "GRI 306-4"],
		"GRI 305-1-2016": ["GRI 305-1 (2016)"],
		"GRI 305 2016年版": ["GRI 305 (2016)"],
		"GRI 305-1 2016年下降": ["GRI 305-1"],
		"GRI 305 fell in 2016": ["GRI 305"],
		"GRI 2: General Disclosures 2021": ["GRI 2 (2021)"],
		"GRI Standards 2021": ["GRI (2021)"],
		"Disclosure 305-1-a": ["GRI 305-1 part a"],
		"GRI 305-1 (a)": ["GRI 305-1 part a"],
		"GRI 305-1-b-ii": ["GRI 305-1 part b.ii"],
		"Disclosures 305-1 and -2": ["GRI 305-1", "GRI 305-2"],
		"305-1 and -2": ["GRI 305-1", "GRI 305-2"],
		"(GRI 305-1, 305-2)": ["GRI 305-1", "GRI 305-2"],
		"(305-1, 305-2)": ["GRI 305-1", "GRI 305-2"],
		"(305-1)": ["GRI 305-1"],
		"GRI 305-1/2/3": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1、305-2和302-1": ["GRI 305-1", "GRI 305-2", "GRI 302-1"],
		"GRI 305-1; GRI 302-1": ["GRI 305-1", "GRI 302-1"],
		"GRI 305-1 to 305-3": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1 to GRI 305-3": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1–305-3": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1~3": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1至305-3": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1부터 305-3까지": ["GRI 305-1", "GRI 305-2", "GRI 305-3"],
		"GRI 305-1, 2-7 and 3-3.": ["GRI 305-1", "GRI 2-7", "GRI 3-3"],
		"GRI 302, 303 and 305.": ["GRI 302", "GRI 303", "GRI 305"],
		"GRI 11.2.1": ["GRI 11.2 part 1"],
		"GRI 12.3": ["GRI 12.3"],
		"GRI G4-EN15": ["GRI (G4)"],
		"SDGs 7 and 13": ["SDG 7", "SDG 13"],
		"SDGs 3, 5 and 8-10": ["SDG 3", "SDG 5", "SDG 8", "SDG 9", "SDG 10"],
		"SDG 12.4 and 12.5": ["SDG 12.4", "SDG 12.5"],
		"SDG 13.2.1": ["SDG 13.2 part 1"],
		"TCFD Governance (a), Strategy (b) and (c)": ["TCFD GOV-a", "TCFD STR-b", "TCFD STR-c"],
		"(GRI 305-1; TCFD Metrics and Targets b)": ["GRI 305-1", "TCFD MT-b"],
		"TCFD指标与目标(b)": ["TCFD MT-b"],
		"기후변화 관련 재무정보 공개 태스크포스(TCFD)": ["TCFD", "TCFD"],
		氣候相關財務資訊揭露工作小組: ["TCFD"],
		"ESRS E1-5, E1-6 and S1-14": ["ESRS E1-5", "ESRS E1-6", "ESRS S1-14"],
		"ESRS 2": ["ESRS 2"],
		"ESRS E1-6 para 44 (a)": ["ESRS E1-6 part 44 (a)"],
		"E1-6_07": ["ESRS E1-6 part 07"],
		"IFRS S1 and S2": ["IFRS S S1", "IFRS S S2"],
		"IFRS S2.29(a)(i)": ["IFRS S S2.29(a) part (i)"],
		"IFRS S2.33-36": ["IFRS S S2.33"],
		"KPIs A1.1, A1.2 and A2.1": ["HKEX A1.1", "HKEX A1.2", "HKEX A2.1"],
		"Aspect A1": ["HKEX A1"],
		"ISO 14064-1:2018": ["ISO 14064 14064-1 (2018)"],
		"ISO 14064-3 (2019)": ["ISO 14064 14064-3 (2019)"],
		ISO14064: ["ISO 14064"],
		"GHG Protocol Corporate Standard and its Scope 2 Guidance": ["GHG Protocol Corporate"],
		"PCAF Standard Part A": ["PCAF A"],
		"TNFD Risk & Impact Management A(ii) and B": ["TNFD RIM-A(ii)"],
		"TNFD Governance (C), Strategy D": ["TNFD GOV-C", "TNFD STR-D"],
		"CDP C6.1": ["CDP C6.1"],
		"SASB FN-CB": ["SASB FN-CB"],
		"ESRS 2 GDR-P": ["ESRS GDR-P"],
		"HKEX Part B": ["HKEX B"],
		"企业可持续披露准则——基本准则（试行）": ["MOF Basic"],
		"企业可持续披露准则第1号——气候（试行）": ["MOF 1"],
		自然相关财务信息披露工作组: ["TNFD"],
		"上海证券交易所上市公司自律监管指引第14号——可持续发展报告（试行）》第三十五条": ["SSE 35"],
		企业可持续披露准则: ["MOF"],
		"KSSB 제2호": ["KSSB 2"],
	};
	for (const [text, expected] of Object.entries(cases)) {
		it(text, () => assert.deepEqual(names(text), expected));
	}

	it("under a header that says GRI a code needs no name", () => {
		assert.deepEqual(names("305-1"), []);
		assert.deepEqual(names("305-1", "GRI Disclosure"), ["GRI 305-1"]);
		assert.deepEqual(names("305-1, 305-2", "GRI"), ["GRI 305-1", "GRI 305-2"]);
		assert.deepEqual(names("305-1", "Part no."), []);
	});
});

describe("spans of citations", () => {
	const cases: readonly (readonly [text: string, spans: string, codes: string])[] = [
		["Emissions (GRI 305-1, 305-2) fell.", "           ^^^^^^^^^  ^^^^^       ", "               ^^^^^  ^^^^^       "],
		["温室气体😀（GRI 305‑1）与SDG 13.2", "       ^^^^^^^^^  ^^^^^^^^", "           ^^^^^      ^^^^"],
		[
			"See TCFD Metrics and Targets (b) and GRI305: Emissions 2016.",
			"    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^ ",
			"         ^^^^^^^^^^^^^^^^^^^^^^^        ^^^               ",
		],
		[
			"Disclosures 305-1 and -2 apply; SDGs 7 and 13.",
			"^^^^^^^^^^^^^^^^^     ^^        ^^^^^^     ^^ ",
			"            ^^^^^     ^^             ^     ^^ ",
		],
	];
	for (const [text, spans, codes] of cases) {
		it(text, () => {
			const found = read(text);
			assert.deepEqual(
				found.map(({ span }) => text.slice(span.start, span.end)),
				underlined(text, spans),
			);
			assert.deepEqual(
				found.map(({ codeSpan }) => codeSpan && text.slice(codeSpan.start, codeSpan.end)),
				underlined(text, codes),
			);
		});
	}

	it("a range's middle has no code of its own to replace", () => {
		const text = "GRI 305-1 to 305-3";
		const middle = read(text)[1] as Citation;
		assert.equal(middle.codeSpan, null);
		assert.equal(text.slice(middle.span.start, middle.span.end), text);
	});
});

describe("citations in arbitrary text", () => {
	const pieces = fc.constantFrom(
		..."GRI |GRI|305|-|305-1|305-9|‑|, | and |(|)|（|）|、|2016|: Emissions 2016| to |SDG|SDGs | 13|.2|TCFD|Metrics and Targets|(b)| b|指标与目标|ESRS |E1-6|IFRS S2|.29(a)|KPI |A1.2|FN-CB-240a.1|😀|が|é| |\u00a0|\u3000|第|条|。|.|;|/|-2|披露项|Disclosure |JR/T 0227-2021|6.8|港交所|까지|부터|１|\n".split(
			"|",
		),
	);

	it("have spans within the text, in order, and move with it", () => {
		// biome-ignore lint/nursery/noFloatingPromises: the property is synchronous.
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom("", "x ", "😀。", "环境 "), (parts, prefix) => {
				const text = parts.join("");
				const found = read(text);
				let last = 0;
				for (const { span, codeSpan, code } of found) {
					assert.ok(last <= span.start && span.start < span.end && span.end <= text.length);
					assert.ok(!codeSpan || (code !== null && span.start <= codeSpan.start && codeSpan.end <= span.end));
					last = span.start;
				}
				const moved = read(prefix + text).map(({ span, code }) => [span.start - prefix.length, span.end - prefix.length, code]);
				assert.deepEqual(
					moved,
					found.map(({ span, code }) => [span.start, span.end, code]),
				);
			}),
			{ numRuns: 2000, seed: 7 },
		);
	});
});

describe("what is no citation", () => {
	const nothing = [
		"305-1 Main Street, Toronto",
		"Room 305-1, No. 305-1, Suite 404-2",
		"Call (305) 305-1234 or 305-123-4567",
		"tel. 403-9-1, +1 305-1",
		"On 2021-09-07 we closed the deal of 2020-12-31.",
		"Part no. 305-1 and model 404-3 were recalled.",
		"See Section 3-1, Chapter 2-7 and Figure 305-1.",
		"Pages 301-305 and 2-30",
		"ISO 14001, ISO 50001-2018, ISO 45001:2018, IEC 62301-1, EN 305-1",
		"IFRS 9, IFRS 16 and IAS 37",
		"between 100-150 employees and 2-3 years",
		"in 2016, 2018 and 2021",
		"the AGRI 305-1 plot, the GRID 305, GRIP 2-1",
		"SDGR 13, ESRSX E1-6, TCFDs",
		"version 2.7, build 13.2, S2.29",
		"E1-6 and S1-9 are seat numbers",
		"KPI A1 and KPI C1.2 are ours",
		"A1.2 in the appendix",
		"the flight FN-CB-240 and part TC-SI-130a",
		"203-1 to 1 odds",
		"a 305-1 win",
		"双碳目标30·60，2030年目标",
		"2023년 목표 13개",
		"第305-1号文件",
		"电话305-1",
		"目标13项",
		"Disclosure of 305 incidents",
		"disclosure 12-34",
	];
	for (const text of nothing) {
		it(text, () => assert.deepEqual(names(text), []));
	}

	const nameOnly: Readonly<Record<string, string>> = {
		"GRI 2021": "GRI (2021)",
		"GRI 300 series": "GRI",
		"GRI 120 indicators": "GRI",
		"GRI 1.5 million": "GRI",
		"GRI 305th": "GRI",
		"GRI 10-15 percent": "GRI",
		"SDG 2030": "SDG",
		"SDGs 17 goals": "SDG",
		"SDG 3.5 million people": "SDG",
		"SDG 3%": "SDG",
		"SDG 18 projects": "SDG",
		"TCFD governance work": "TCFD",
		"TCFD 2017": "TCFD",
		可持续发展目标17个: "SDG",
		"ESRS 2023": "ESRS",
		"HKEX 2024": "HKEX",
	};
	for (const [text, expected] of Object.entries(nameOnly)) {
		it(`${text}: the framework alone`, () => assert.deepEqual(names(text), [expected]));
	}

	it("numbers behind a citation are not part of its list", () => {
		assert.deepEqual(names("GRI 305-1, 2-3 times a year"), ["GRI 305-1"]);
		assert.deepEqual(names("GRI 305-1, 45 and 46"), ["GRI 305-1"]);
		assert.deepEqual(names("GRI 305-1 and 302 tonnes"), ["GRI 305-1"]);
		assert.deepEqual(names("GRI 305, 306 tonnes"), ["GRI 305"]);
		assert.deepEqual(names("SDG 7 and 13 projects"), ["SDG 7"]);
		assert.deepEqual(names("GRI 305-1 to 40 tonnes"), ["GRI 305-1"]);
	});
});

describe("codes that do not exist", () => {
	/** The next number of each list, and letters and standards that nobody has. */
	function neighbours(framework: string): string[] {
		const last = new Map<string, number>();
		const gaps = new Set(
			allEntries(framework).flatMap(({ code, partial, standard }) => (partial && code === standard ? [code] : [])),
		);
		for (const { code, standard } of allEntries(framework)) {
			if (gaps.has(standard) && !(framework === "ESRS")) {
				continue;
			}
			const match = /^(.*[-.])(\d+)$/.exec(code);
			if (match) {
				const head = match[1] as string;
				last.set(head, Math.max(last.get(head) ?? 0, Number(match[2])));
			}
		}
		return [...last].flatMap(([head, number]) => [`${head}${number + 1}`, `${head}${number + 2}`]);
	}

	for (const framework of ["GRI", "SDG", "ESRS", "SASB"]) {
		it(`every neighbour of ${framework} is read and unknown`, () => {
			const all = neighbours(framework);
			assert.ok(all.length > 20);
			for (const code of all) {
				const text = framework === "SASB" ? code : `${framework} ${code}`;
				const found = read(text).filter((citation) => citation.code !== null);
				assert.deepEqual(
					found.map((citation) => citation.code),
					[code],
					text,
				);
				assert.equal(isUnknown(framework, code), true, text);
				const near = nearestCodes(framework, code);
				assert.ok(near.length > 0 && near.length <= 3, text);
				assert.ok(
					near.every((candidate) => findEntries(framework, candidate).length > 0 && !isUnknown(framework, candidate)),
					text,
				);
			}
		});
	}

	it("TCFD letters, HKEX indicators, SDG goals", () => {
		for (const code of ["GOV-c", "STR-d", "RM-d", "MT-d"]) {
			assert.deepEqual(names(`TCFD ${code}`), [`TCFD ${code}`]);
			assert.equal(isUnknown("TCFD", code), true, code);
		}
		for (const code of ["A1.7", "A1.9", "B8.3"]) {
			assert.deepEqual(names(`KPI ${code}`), [`HKEX ${code}`]);
			assert.equal(isUnknown("HKEX", code), true, code);
		}
		assert.deepEqual(names("(SDG 18)"), ["SDG 18"]);
		assert.equal(isUnknown("SDG", "18"), true);
	});

	it("nothing is unknown where the registry's list has gaps", () => {
		assert.equal(isUnknown("IFRS S", "S2.31"), false);
		assert.equal(isUnknown("SASB", "EM-EP-110a.1"), false);
		assert.equal(isUnknown("SASB", "FN-CB-240a.9"), true);
		assert.equal(isUnknown("IFRS S", "S3"), true);
		assert.equal(isUnknown("HKEX", "D.40"), false);
		assert.equal(isUnknown("SSE", "60"), false);
		assert.equal(isUnknown("No such framework", "1"), false);
	});

	it("an edition decides", () => {
		assert.equal(isUnknown("GRI", "303-5", "2018"), false);
		assert.equal(isUnknown("GRI", "303-5", "2016"), true);
		assert.deepEqual(nearestCodes("GRI", "303-5", "2016"), ["303-3", "303-2", "303-1"]);
		assert.equal(isUnknown("GRI", "102-40"), false);
		assert.equal(isUnknown("GRI", "102-40", "2025"), true);
		assert.equal(isUnknown("GRI", "305-1", "1999"), false);
	});

	it("the nearest codes come first", () => {
		assert.deepEqual(nearestCodes("GRI", "305-9"), ["305-7", "305-6", "305-5"]);
		assert.deepEqual(nearestCodes("SDG", "8.11"), ["8.10", "8.1", "8.9"]);
		assert.deepEqual(nearestCodes("TCFD", "MT-d"), ["MT-c", "MT-b", "MT-a"]);
		assert.equal(nearestCodes("GRI", "350-1")[0], "305-1");
		assert.deepEqual(nearestCodes("ESRS", "E1-12")[0], "E1-11");
	});

	it("a code is replaced in the form it is printed in", () => {
		assert.equal(printCodeLike("305-9", "GRI", "305-7"), "305-7");
		assert.equal(printCodeLike("Metrics and Targets (d)", "TCFD", "MT-c"), "Metrics and Targets (c)");
		assert.equal(printCodeLike("指标与目标d", "TCFD", "MT-c"), "指标与目标c");
		assert.equal(printCodeLike("MT-d", "TCFD", "MT-c"), "MT-c");
		assert.equal(printCodeLike("(d)", "TCFD", "MT-c"), "(c)");
	});
});

describe("which frameworks apply", () => {
	const apply = (declared: readonly string[] | undefined, setting: readonly string[], mentioned: readonly string[]) =>
		applicableFrameworks(
			{ raw: {}, ...(declared ? { frameworks: declared } : {}) },
			{ ...defaultSettings, frameworks: setting },
			mentioned,
		);

	it("front matter, else settings, else what is mentioned, else GRI", () => {
		assert.deepEqual(apply(["GRI", "TCFD"], ["ESRS"], ["SDG"]), ["GRI", "TCFD"]);
		assert.deepEqual(apply(undefined, ["ESRS"], ["SDG"]), ["ESRS"]);
		assert.deepEqual(apply(undefined, [], ["SDG", "TCFD"]), ["SDG", "TCFD"]);
		assert.deepEqual(apply(undefined, [], []), ["GRI"]);
	});

	it("reads names as writers write them, once each", () => {
		assert.deepEqual(apply(["GRI Standards", "gri", "UN SDGs"], [], []), ["GRI", "SDG"]);
	});

	it("an empty declaration means none", () => assert.deepEqual(apply([], ["GRI"], ["TCFD"]), []));

	it("a method of calculation is no basis of disclosure", () =>
		assert.deepEqual(apply(undefined, [], ["GHG Protocol", "ISO 14064"]), ["GRI"]));
});
