import type { Language } from "../model.ts";
import type { Citation } from "./citation.ts";
import { readBareEsrs, readEsrs } from "./readEsrs.ts";
import { readBareGri, readGri } from "./readGri.ts";
import { readHkex } from "./readHkex.ts";
import { readIfrs } from "./readIfrs.ts";
import { readBareSasb, readExchange, readKssb, readPboc, readSasb } from "./readOthers.ts";
import { readSdg } from "./readSdg.ts";
import { readTcfd } from "./readTcfd.ts";
import { citation, Scanner, toOneWidth } from "./scanner.ts";

type Reader = (scanner: Scanner, start: number) => Citation[];

/** Names of frameworks, and words that lead to a code; each with what reads on behind it. */
const leads: readonly (readonly [pattern: string, read: Reader])[] = [
	["GRI(?![A-Za-z])", (scanner, start) => readGri(scanner, start, "name")],
	[
		"Global Reporting Initiative|全球(?:报告|報告)(?:倡议|倡議)(?:组织|組織)|全球永續性報告協會|글로벌 ?리포팅 ?이니셔티브",
		naming("GRI"),
	],
	["(?:[Dd]isclosures?|披露项|披露項|揭露项目|揭露項目)(?= ?\\d{1,3}-\\d)", (scanner, start) => readGri(scanner, start, "word")],
	[
		"TCFD(?![A-Za-z])|Task ?[Ff]orce on Climate-[Rr]elated Financial Disclosures?|气候相关财务(?:信息)?披露(?:工作组|特别工作组|工作小组)" +
			"|氣候相關財務(?:信息|資訊|訊息)?(?:披露|揭露)(?:工作組|工作小組|專責小組|特別工作組|專案小組)" +
			"|기후(?:변화)? ?관련 ?재무 ?정보 ?공개 ?(?:태스크포스|태스크 ?포스|전담 ?협의체|협의체|특별작업반)",
		readTcfd,
	],
	[
		"SDGs?(?![A-Za-z])|Sustainable Development Goals?|可持续发展目标|可持續發展目標|永續發展目標|지속가능(?:한 ?)?(?:발전|개발) ?목표",
		readSdg,
	],
	["ESRS(?![A-Za-z])|European Sustainability Reporting Standards?|欧洲可持续发展报告准则|歐洲永續報告準則", readEsrs],
	["(?=(?:E[1-5]|S[1-4]|G1)-\\d{1,2}_\\d\\d(?!\\d))", (scanner, start) => readEsrs(scanner, start)],
	["(?:Disclosure Requirements?|DR)(?= (?:E[1-5]|S[1-4]|G1|BP|GOV|SBM|IRO)-\\d)", (scanner, start) => readEsrs(scanner, start)],
	["(?:ISSB |ISSB的)?IFRS(?= ?-?S[1-9](?![\\dA-Za-z]))", readIfrs],
	[
		"ISSB(?![A-Za-z])|IFRS Sustainability Disclosure Standards?|(?:国际财务报告可持续披露准则|國際財務報告(?:準則)?(?:可持續|永續)?(?:披露|揭露)準則)|IFRS 지속가능성 ?공시 ?기준",
		(scanner, start) => {
			const read = readIfrs(scanner, start);
			return read.length > 0 ? read : [citation("IFRS S", start, scanner.at)];
		},
	],
	["[A-Z]{2}-[A-Z0-9]{2}-(?:\\d{3}[a-z]\\.\\d{1,2}|000\\.[A-Z])(?![A-Za-z0-9])", readBareSasb],
	["SASB(?![A-Za-z])", readSasb],
	[
		"HKE[Xx](?![A-Za-z])|港交所|香港交易所|香港联合交易所|香港聯合交易所|联交所|聯交所",
		(scanner, start) => readHkex(scanner, start, "name"),
	],
	[
		"KPIs?(?= ?[AB][1-9]\\.\\d)|(?:关键绩效指标|關鍵績效指標|핵심성과지표)(?= ?[AB][1-9]\\.\\d)",
		(scanner, start) => readHkex(scanner, start, "kpi"),
	],
	["(?:Aspects?|层面|層面)(?= ?[AB][1-9](?![\\dA-Za-z]))", (scanner, start) => readHkex(scanner, start, "aspect")],
	["JR/T ?0227(?: ?[-\u2014]{1,2} ?2021)?|《?金融机构环境信息披露指南|《?金融機構環境信息披露指南", readPboc],
	[
		"(?:上交所|上海证券交易所|上海證券交易所)(?:上市公司)?(?:自律监管指引|自律監管指引)第 ?14 ?[号號]|SSE-14(?!\\d)",
		readExchange("SSE"),
	],
	[
		"(?:深交所|深圳证券交易所|深圳證券交易所)(?:上市公司)?(?:自律监管指引|自律監管指引)第 ?17 ?[号號]|SZSE-17(?!\\d)",
		readExchange("SZSE"),
	],
	[
		"(?:北交所|北京证券交易所|北京證券交易所)(?:上市公司)?(?:持续监管指引|持續監管指引)第 ?11 ?[号號]|BSE-11(?!\\d)",
		readExchange("BSE"),
	],
	["企业可持续披露准则|企業可持續披露準則", naming("MOF")],
	["KSSB(?![A-Za-z])|KSDS(?![A-Za-z])|한국 ?지속가능성 ?공시 ?기준", readKssb],
	["TNFD(?![A-Za-z])|Taskforce on Nature-[Rr]elated Financial Disclosures", naming("TNFD")],
	[
		"GHG Protocol|Greenhouse Gas Protocol|温室气体核算体系|溫室氣體(?:核算體系|盤查議定書)|온실가스 ?프로토콜",
		naming("GHG Protocol"),
	],
	["ISO ?14064(?:-[123])?(?::\\d{4})?(?!\\d)", naming("ISO 14064")],
	["PCAF(?![A-Za-z])", naming("PCAF")],
	["CDP(?![A-Za-z])", naming("CDP")],
];

/** One group a lead, so that the group that matched tells which. No lead is a Latin word's tail. */
const leadPattern = new RegExp(`(?<![A-Za-z0-9])(?:${leads.map(([pattern]) => `(${pattern})`).join("|")})`, "g");

/** Without one of these a text has no citation: tested on the text as it is, before anything is done with it. */
const possible = new RegExp(
	[
		"GRI|TCFD|SDG|ESRS|ISSB|IFRS|SASB|HKE|KPI|JR/T|SSE-|SZSE-|BSE-|KSSB|KSDS|TNFD|PCAF|CDP|GHG P|ISO|ＧＲＩ|ＴＣＦＤ|ＳＤＧ|ＥＳＲＳ",
		"Global Rep|[Dd]isclosure|DR |Task ?[Ff]orce|Sustainable D|European S|Greenhouse Gas P|Aspect",
		"全球(?:报告|報告|永續)|披露|揭露|可持续发展目标|可持續發展目標|永續發展目標|港交所|联交所|聯交所|香港|层面|層面|绩效指标|績效指標|[监監]管指引|核算[体體]系|盤查",
		"글로벌 ?리포팅|기후(?:변화)? ?관련|지속가능|핵심성과지표|온실가스 ?프로토콜",
		"\\d\\d\\d[-\u2010-\u2015\u2212\uff0d]\\d|[A-Z]{2}-[A-Z0-9]{2}-\\d|-\\d{1,2}_\\d",
	].join("|"),
);

/** A three-digit standard with a disclosure that stands without a name: "(305-1)", "305-1 and -2". */
const bare = /(?<![A-Za-z0-9#/.,:-])[1-4]\d\d-\d{1,2}(?![\d%])/g;
const bareBlocked =
	/(?:\b(?:No|Nos|Room|Rm|Unit|Suite|Flat|Apt|Part|Model|Item|Tel|Phone|Fax|Call|Lot|Box|Building|ISO|IEC|EN|GB|Section|Chapter|Table|Figure|Page|pp?)\.?|号|號|电话|電話|전화|모델|제) ?$/i;
const addressLike =
	/ (?:[A-Z][a-z]+ ){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Floor|Building|Tower|Block)\b| ?(?:号|號|室|호|번지|동|층|楼|樓)/y;
const gluedBare = / (?:and|&) -\d{1,2}(?![\d%-])/y;

/**
 * Finds the citations of frameworks in one passage's plain text, in order. Spans are UTF-16 offsets in `text` as given.
 * All four languages' forms are read whatever the passage's language is, since reports mix them.
 * @param header what the header of a table cell says: under "GRI" or "Disclosure" a code needs no name in front of it.
 */
export function findCitations(text: string, _language: Language, header = ""): Citation[] {
	if (!possible.test(text)) {
		return [];
	}
	const scanner = new Scanner(toOneWidth(text));
	const found: Citation[] = [];
	leadPattern.lastIndex = 0;
	for (let match = leadPattern.exec(scanner.text); match; match = leadPattern.exec(scanner.text)) {
		scanner.at = leadPattern.lastIndex;
		const reader = leads[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
		found.push(...(reader?.[1](scanner, match.index) ?? []));
		leadPattern.lastIndex = Math.max(leadPattern.lastIndex, scanner.at);
	}
	const griNamed = found.some((entry) => entry.framework === "GRI") || griHeader.test(header);
	found.push(...findBare(scanner, found, griNamed));
	if (found.some((entry) => entry.framework === "ESRS") || /ESRS/.test(header)) {
		found.push(...findBareEsrs(scanner, found));
	}
	return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const griHeader = /GRI|[Dd]isclosure|披露|揭露|공시/;

function findBare(scanner: Scanner, found: readonly Citation[], griNamed: boolean): Citation[] {
	const { text } = scanner;
	const extra: Citation[] = [];
	bare.lastIndex = 0;
	for (let match = bare.exec(text); match; match = bare.exec(text)) {
		const start = match.index;
		if (found.some(({ span }) => span.start <= start && start < span.end)) {
			continue;
		}
		scanner.at = start + match[0].length;
		const glued = scanner.sees(gluedBare);
		const bracketed = /[([] ?$/.test(text.slice(Math.max(0, start - 2), start));
		if (
			!(griNamed || glued || bracketed) ||
			scanner.sees(addressLike) ||
			bareBlocked.test(text.slice(Math.max(0, start - 12), start))
		) {
			continue;
		}
		scanner.at = start;
		extra.push(...readBareGri(scanner, bracketed && !griNamed && !glued));
		bare.lastIndex = Math.max(bare.lastIndex, scanner.at);
	}
	return extra;
}

/** "E1-6" in a passage that names ESRS. */
const bareEsrs = /(?<![A-Za-z0-9#/.-])(?:(?:E[1-5]|S[1-4]|G1|BP|GOV|SBM|IRO)-\d{1,2}|MDR-[PAMT])(?![A-Za-z0-9])/g;

function findBareEsrs(scanner: Scanner, found: readonly Citation[]): Citation[] {
	const extra: Citation[] = [];
	bareEsrs.lastIndex = 0;
	for (let match = bareEsrs.exec(scanner.text); match; match = bareEsrs.exec(scanner.text)) {
		const start = match.index;
		if (!found.some(({ span }) => span.start <= start && start < span.end)) {
			scanner.at = start;
			extra.push(...readBareEsrs(scanner));
			bareEsrs.lastIndex = Math.max(bareEsrs.lastIndex, scanner.at);
		}
	}
	return extra;
}

/** A reader for a name that no code follows. */
function naming(framework: string): Reader {
	return (scanner, start) => [citation(framework, start, scanner.at)];
}
