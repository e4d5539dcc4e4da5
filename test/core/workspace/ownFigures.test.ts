import assert from "node:assert/strict";
import { standardGlossary } from "../../../server/src/core/claims/glossary.ts";
import { readOwnFigures } from "../../../server/src/core/workspace/ownFigures.ts";
import { parseRecordPeriod, printRecordPeriod } from "../../../server/src/core/workspace/recordPeriod.ts";

const read = (text: string) => readOwnFigures(text, ".tickmark/own-figures.yaml", standardGlossary());

describe("own figures", () => {
	it("are claims of the source own records, with who answers for them", () => {
		const text = `figures:
  - entity: 微众银行
    measure: employees
    value: 4,321 employees
    period: 2022-12-31
    owner: Head of HR
    date: 2023-02-01
    note: payroll
    statement: At the end of 2022, the bank employed over 4,321 employees.
`;
		const { claims, problems } = read(text);
		assert.deepEqual(problems, []);
		const [claim] = claims;
		assert.ok(claim);
		assert.equal(claim.source.key, "own-records");
		assert.deepEqual(claim.source.own, { owner: "Head of HR", date: "2023-02-01", note: "payroll" });
		assert.deepEqual(
			[claim.entity, claim.measure, claim.unit, claim.qualifier],
			["WeBank", "employees", "employee", "more-than"],
		);
		assert.equal(`${claim.value}`, "4321");
		assert.deepEqual(claim.period, { start: null, end: "2022-12-31" });
		assert.equal(text.slice(claim.locator.start, claim.locator.end), "4,321 employees");
		assert.equal(claim.locator.line, 3);
	});

	it("need no statement", () => {
		const [bare, money, own] = read(`figures:
  - {entity: WeBank, measure: research_spending, value: RMB 5 million, period: FY2022}
  - {entity: 微众银行, measure: 星火支出, value: 3.2亿元}
  - {entity: Ours, measure: lantern outlay, value: "4,321", unit: t, kind: stock}
`).claims;
		assert.deepEqual(
			[bare?.measure, `${bare?.value}`, bare?.unit, bare?.period.end],
			["research_spending", "5000000", "CNY", "2022-12-31"],
		);
		assert.deepEqual([money?.entity, `${money?.value}`], ["WeBank", "320000000"]);
		assert.deepEqual([own?.entity, own?.unit, own?.kind, own?.precision], ["Ours", "t", "stock", 0]);
	});

	for (const [name, entry, expected] of [
		["a value that is missing", "{entity: Ours}", ["missing"]],
		["a value that is no figure", "{entity: Ours, value: many}", ["no-figure"]],
		["a value that the statement has not", "{value: '20', statement: We planted 120 trees.}", ["not-in-statement"]],
		["a unit that is another", "{value: RMB 5 million, unit: USD}", ["other-unit"]],
		["a value that a comma has cut off", "{value: 4,321 t}", ["split-value", "no-figure"]],
		["a period that is none", "{value: 5 t, period: soon}", ["bad-period"]],
		["a day that does not exist", "{value: 5 t, period: 2022-02-31/2022-13-01}", ["bad-period"]],
		["a value that is a list", "{value: [5 t]}", ["not-a-text"]],
		["an entry that is a text", "5 t", ["not-a-mapping"]],
	] as const) {
		it(`leave out ${name}, and say so`, () => {
			const { claims, problems } = read(`figures:\n  - {value: 7 t}\n  - ${entry}\n`);
			assert.deepEqual(
				problems.map(({ code, start }) => [code, start.line]),
				expected.map((code) => [code, 2]),
			);
			assert.equal(claims.length, 1);
		});
	}

	it("keep an entry whose date or further keys cannot be used", () => {
		const { claims, problems } = read("figures:\n  - {value: 7 t, date: tomorrow, dat: 1, kind: floe}\n");
		assert.deepEqual(problems.map(({ code }) => code).sort(), ["bad-date", "bad-value", "unknown-key"]);
		assert.equal(claims.length, 1);
		assert.equal(claims[0]?.source.own?.date, "");
	});

	it("have ids of their own, also where two say the same", () => {
		const { claims } = read("figures:\n  - {value: 7 t}\n  - {value: 7 t}\n");
		assert.equal(new Set(claims.map(({ id }) => id)).size, 2);
	});

	it("write periods as they read them", () => {
		for (const period of [
			{ start: "2022-01-01", end: "2022-12-31" },
			{ start: null, end: "2022-12-31" },
			{ start: "2021-04-01", end: "2022-03-31" },
			{ start: "2015-01-01", end: null },
		]) {
			assert.deepEqual(parseRecordPeriod(printRecordPeriod(period)), period);
		}
		assert.equal(printRecordPeriod({ start: null, end: null }), "");
		assert.deepEqual(parseRecordPeriod("H1 2022"), { start: "2022-01-01", end: "2022-06-30" });
	});
});
