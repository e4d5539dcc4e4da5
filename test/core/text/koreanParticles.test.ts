import assert from "node:assert/strict";
import { settleParticles } from "../../../server/src/core/text/koreanParticles.ts";

describe("Korean particles", () => {
	const cases: Readonly<Record<string, string>> = {
		"204억 위안(으)로 나옵니다": "204억 위안으로 나옵니다",
		"회사은(는)": "회사는",
		"그룹은(는)": "그룹은",
		"50%(으)로": "50%로",
		"50%을(를)": "50%를",
		"서울(으)로": "서울로",
		"서울은(는)": "서울은",
		"3(으)로 1(으)로 2이(가) 6와(과)": "3으로 1로 2가 6과",
		"위안(약 28억 달러)은(는)": "위안(약 28억 달러)는",
		"“위안”을(를)": "“위안”을",
		"tCO2e(으)로": "tCO2e(으)로",
		"WeBank은(는)": "WeBank은(는)",
	};
	for (const [written, settled] of Object.entries(cases)) {
		it(`${written} is ${settled}`, () => assert.equal(settleParticles(written), settled));
	}
});
