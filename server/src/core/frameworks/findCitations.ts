import type { Language } from "../model.ts";
import type { Citation } from "./citation.ts";
import { readBareGri, readGri } from "./readGri.ts";
import { readSdg } from "./readSdg.ts";
import { readTcfd } from "./readTcfd.ts";
import { citation, Scanner, toOneWidth } from "./scanner.ts";

type Reader = (scanner: Scanner, start: number) => Citation[];

/** Names of frameworks, and words that lead to a code; each with what reads on behind it. */
const leads: readonly (readonly [pattern: string, read: Reader])[] = [
	["GRI(?![A-Za-z])", (scanner, start) => readGri(scanner, start, "name")],
	["Global Reporting Initiative|全球(?:报告|報告)(?:倡议|倡議)(?:组织|組織)|全球永續性報告協會|글로벌 ?리포팅 ?이니셔티브", naming("GRI")],
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
];

/** One group a lead, so that the group that matched tells which. No lead is a Latin word's tail. */
const leadPattern = new RegExp(`(?<![A-Za-z0-9])(?:${leads.map(([pattern]) => `(${pattern})`).join("|")})`, "g");

/** Without one of these a text has no citation: tested on the text as it is, before anything is done with it. */
const possible =
	/GRI|ＧＲＩ|TCFD|ＴＣＦＤ|SDG|ＳＤＧ|Global Rep|全球(?:报告|報告|永續)|글로벌 ?리포팅|[Dd]isclosure|披露项|披露項|揭露|Task ?[Ff]orce|气候相关|氣候相關|기후(?:변화)? ?관련|Sustainable D|可持续发展目标|可持續發展目標|永續發展目標|지속가능|\d\d\d[-\u2010-\u2015\u2212\uff0d]\d/;

/** A three-digit standard with a disclosure that stands without a name: "(305-1)", "305-1 and -2". */
const bare = /(?<![A-Za-z0-9#/.,:-])[1-4]\d\d-\d{1,2}(?![\d%])/g;
const bareBlocked = /(?:\b(?:No|Nos|Room|Rm|Unit|Suite|Flat|Apt|Part|Model|Item|Tel|Phone|Fax|Call|Lot|Box|Building|ISO|IEC|EN|GB|Section|Chapter|Table|Figure|Page|pp?)\.?|号|號|电话|電話|전화|모델|제) ?$/i;
const addressLike = / (?:[A-Z][a-z]+ ){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Floor|Building|Tower|Block)\b| ?(?:号|號|室|호|번지|동|층|楼|樓)/y;
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
		if (!(griNamed || glued || bracketed) || scanner.sees(addressLike) || bareBlocked.test(text.slice(Math.max(0, start - 12), start))) {
			continue;
		}
		scanner.at = start;
		extra.push(...readBareGri(scanner, bracketed && !griNamed && !glued));
		bare.lastIndex = Math.max(bare.lastIndex, scanner.at);
	}
	return extra;
}

/** A reader for a name that no code follows. */
function naming(framework: string): Reader {
	return (scanner, start) => [citation(framework, start, scanner.at)];
}
