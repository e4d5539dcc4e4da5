import assert from "node:assert/strict";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";

/**
 * A page of numbers that look like disclosures and are none: years, standards, sections, telephones, versions, dates, clauses,
 * products, ratios, coordinates. Frameworks are named on it, so that a code may stand without a name in front.
 */
const page = `---
title: Annual report 2024-1
version: 305-1
---

# 3.2 Report profile 2023-12

## 13.2 Scope and period

This report covers 2024-01-01 to 2024-12-31, replaces the report of 2023-6-30 and is version 2.7 (build 305.1).
Call 403-9-1, +86 10-6216-0423, (305) 305-1234, 02-305-1000 or fax 010-62160423-305.
Offices: Room 305-1, Building 2-7, 305-1 Harbour Street; Suite 404-2, 12-3 Main Road, Flat 3-3.
Coordinates: 30.5-1 N, 22.3-114.2, 13.2 E, 39.9042, 116.4074. Grid reference SK 305-1.
Products A1.2, B2.3, E1-6 and S1-9; models GR-305-1, FN-240a.1, MT-1 and EM-EP; parts No. 305-1 and no. 2-7.
Ratios of 2-1, 305:1 and 3-1; odds of 203-1; scores of 2-1 and 3-3; a 5-4 majority; a 12-13 split.
Sections 2-7, 3-3 and 13.2, Table 305-1, Figure 2-22, Annex E1-6, Chapter 4-4, page 305-306, pp. 302-308, items 2-1 to 2-5.
Article 13.2 of the contract, clause 305-1, paragraph 29(a), § 44 (a), Art. 35, Regulation (EU) 2023/2772, Law No. 305-1.
ISO 9001:2015, ISO 14001-2015, ISO 50001, ISO 45001:2018, IEC 62301-1, EN 305-1, GB/T 32150-2015, GB/T 24001-2016, JR/T 0228-2021.
IFRS 9, IFRS 15, IFRS 16.53(a), IAS 37.14, ISAE 3410, ISAE 3000, AA1000AS v3, HKAS 36, HKFRS 9, SFAS 157.
FY2024-25, 2023-24, Q1-3, H1 2-2024, week 30-5, 9-5 and 24-7, at 13.2 per cent, 8.10 yuan, 1.5 °C, 3.3 V, 2.30 pm.
Between 100-150 people, 2-3 times a year, 305-310 tonnes, 8.11 million, 12-13%, 2-7 days, 302 MWh, 305 t, 101-1 = 100.
Flights CA305-1 and MU2-7, trains G305-1, tickers 0305.HK and 600305, ISBN 978-0-305-1, CAS 305-1-2, DOI 10.305/1-2.
The standard of 2016, the 2021 edition, the 2030 Agenda, the 1.5-degree goal, 17 goals, 169 targets and 11 recommendations.
"SDGR 13", "AGRI 305-1", "GRIT 2-7", "ESRSX E1-6", "TCFDs", "MSASB FN-CB", "KPI C1.2", "KPIs 305-1" and "DR 2-7" are ours.

## 第3-3节 报告范围

本报告涵盖2024-01-01至2024-12-31，第305-1号文件，电话010-305-1234，地址：海淀区中关村大街305-1号2-7室，邮编100305。
依据《中华人民共和国环境保护法》第13.2条、《证券法》第三十五条、GB/T 36000-2015、GB/T 32150—2015、ISO 14001:2015编制。
2-3倍、305-310吨、8.11万元、13.2亿元、比分3-1、第2-7页、表2-7、图305-1、型号305-1、产品A1.2、车次G305-1。
“十四五”规划、双碳“30·60”目标、2030年目标、17项目标、13个项目、第13.2项、3.3节、版本2.7、第二十条第三款。

## 第3-3節 報告範圍

本報告涵蓋2024-01-01至2024-12-31，第305-1號函，電話02-305-1000，地址：信義路305-1號2-7樓，依據公司法第13.2條。
第2-7頁、表305-1、圖2-22、型號A1.2、比數3-1、2-3倍、305-310公噸、8.11萬元、17項目標、版本2.7。

## 제3-3절 보고 범위

보고 기간은 2024-01-01부터 2024-12-31까지이며 전화 02-305-1000, 주소 테헤란로 305-1번지 2-7호, 제305-1호 문서이다.
2-3배, 305-310톤, 8.11억 원, 13.2%, 3-1 승리, 2-7쪽, 표 305-1, 모델 A1.2, 버전 2.7, 제13.2조, 17개 목표, 13개 사업.
환경정책기본법 제13조 2항, 상법 제305-1조, KS I ISO 14001:2015, GB/T 32150-2015.

| No. | Item | 2023 | 2024 |
| --- | --- | ---: | ---: |
| 2-1 | Branches | 305 | 306 |
| 2-7 | 员工 | 2,305 | 2,403 |
| 3-3 | 전력 (MWh) | 302.1 | 305.1 |
| 13.2 | 305-1 Harbour Street | 8.10 | 8.11 |
`;

describe("a page without any citation", () => {
	it("takes nothing for a disclosure", () => {
		const found = new DraftReader()
			.read(page)
			.blocks.flatMap(({ content }) =>
				content.passages.flatMap(({ text, citations }) =>
					citations.map(({ framework, code, span }) => `${framework} ${code}: ${text.slice(span.start, span.end)}`),
				),
			);
		assert.deepEqual(found, []);
	});

	it("takes no number beside a framework's name for one of its codes", () => {
		const lines = [
			"The GRI Standards 2021, GRI in 2016, GRI 300 series, GRI's 30 disclosures, GRI 2.5 million users, GRI 10-15 experts",
			"The TCFD of 2017, TCFD 11 recommendations, the TCFD (2023 status report), TCFD governance work in 305-1 pages",
			"SDG 2030, the SDGs' 17 goals, SDG 3.5 million people, SDG 18 projects, SDG 3%, the SDG index 2024",
			"ESRS 2023, ESRS set 1.0, ESRS of 31 July 2023, ESRS 12 standards",
			"ISSB 2023, the ISSB's 14 members, IFRS 9 and IFRS 17",
			"SASB 77 industries, SASB 2018, SASB US-based",
			"HKEX 2024, HKEX 2,600 issuers, HKEX stock code 0388",
			"CDP 2024, CDP A List, CDP score A-, CDP C (awareness)",
			"PCAF 2022, PCAF score 2.7, the PCAF Part of it",
			"ISO 14064 2018, ISO 14064 verification",
			"TNFD 2023, TNFD strategy work, TNFD 14 recommended disclosures, TNFD Adopter",
			"GHG Protocol 2004, GHG Protocol scope 2 emissions, GHG Protocol 15 categories",
			"KSSB 2024, KSSB 제305호, KSSB 12인",
			"GRI标准2021版、GRI内容索引第13页、TCFD四要素、可持续发展目标17项、港交所2024年、企业可持续披露准则2024年发布",
			"GRI 기준 2021, TCFD 11개 권고안, 지속가능발전목표 17개, ESRS 12개 기준",
		];
		for (const line of lines) {
			const codes = new DraftReader()
				.read(line)
				.blocks.flatMap(({ content }) =>
					content.passages.flatMap(({ citations }) => citations.flatMap(({ code }) => code ?? [])),
				);
			assert.deepEqual(codes, [], line);
		}
	});
});
