/** Figures that follow from others, and values that only happen to be what some figures make. */
import assert from "node:assert/strict";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";
import { seedClaims } from "../support/seeds.ts";

/** The formula of the figure that contains `printed`, or its verdict where it follows from nothing. */
async function derivationOf(text: string, printed: string): Promise<string> {
	const database = createMemoryDatabase(seedClaims());
	const checked = await new DraftChecker().check(text, { database, settings: defaultSettings });
	const found = checked?.figures.find(({ evidence }) => evidence.figure.text.includes(printed))?.evidence;
	assert.ok(found, `${printed} is a figure`);
	return found.derivation?.formula ?? found.verdict;
}

describe("derived figures", () => {
	const given: readonly (readonly [string, string, string])[] = [
		[
			"By the end of 2022 Ant Group and MYbank had served 86 million small businesses; 14 million are left to the goal of 100 million by 2030.",
			"14 million",
			"−",
		],
		["截至2022年末，蚂蚁集团与网商银行累计服务8600万家中小微企业，相当于2030年目标1亿家的86%。", "86%", "÷"],
		[
			"2021년 9월 7일 기준으로 마상소비금융의 탄소 감축은 전자계약 9,798톤, AI 고객 서비스 1,189톤, 금융 클라우드 4,459톤이고 셋을 더하면 1만5446톤이다.",
			"1만5446톤",
			"+",
		],
		["自2015年起，截至2023年6月29日，微众银行的捐款让约1679所学校的学生吃上近38万份午餐，平均每校226份。", "226份", "÷"],
		["In 2022 Ant Group spent RMB 20.46 billion (about EUR 2.89 billion) on R&D.", "EUR 2.89 billion", "≈"],
		["Ant Group gave RMB 790 million to charity in 2022, 29% of the RMB 2.7 billion given from 2019 to 2022.", "29%", "÷"],
		["In 2022 the R&D budget of Ant Group, RMB 20.46 billion, was 26 times its donations of RMB 790 million.", "26 times", "÷"],
	];
	for (const [text, printed, sign] of given) {
		it(`${printed} (${sign}): ${text}`, async () => {
			const formula = await derivationOf(text, printed);
			assert.ok(formula.includes(sign), formula);
		});
	}

	const chance: readonly (readonly [string, string])[] = [
		// 2.7 − 0.79 billion, which nothing announces.
		[
			"Ant Group gave RMB 790 million in 2022 and RMB 2.7 billion from 2019 to 2022. It paid RMB 1.91 billion in rent.",
			"1.91 billion",
		],
		// 31 + 30, of other things.
		["Weilidai covered 31 provinces at the end of 2022. Weiyedai has 61 branches.", "61 branches"],
		// 9,798 − 1,189.
		[
			"截至2021年9月7日，马上消费金融的电子合同减少碳排放9798吨，智能客服减少碳排放1189吨。马上消费金融产生废弃物8609吨。",
			"8609吨",
		],
	];
	for (const [text, printed] of chance) {
		it(`not ${printed}: ${text}`, async () => {
			assert.equal(await derivationOf(text, printed), "unsupported-figure");
		});
	}
});
