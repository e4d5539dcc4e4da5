/** Claims to test with. */
import { Decimal } from "../../server/src/core/decimal.ts";
import type { Claim, Source } from "../../server/src/core/model.ts";

export const source: Source = {
	key: "interview",
	title: "Interview with the chief financial officer",
	publisher: "",
	published: "2023-06-29",
	language: "en",
	file: "sources/interview.txt",
	sha256: "0".repeat(64),
};

/** A claim of "1,000 tonnes", but for what is given. */
export function claimOf(id: string, given: Partial<Claim> = {}): Claim {
	const value = given.value === undefined ? Decimal.of(1000) : given.value;
	return {
		id,
		source,
		entity: "WeBank",
		measure: "waste",
		words: [],
		value,
		low: value,
		high: value,
		unit: "t",
		currency: null,
		qualifier: "exact",
		kind: "flow",
		period: { start: "2022-01-01", end: "2022-12-31" },
		locator: { line: 0, start: 0, end: 5 },
		text: "1,000 tonnes of waste.",
		printed: "1,000 tonnes",
		precision: 0,
		...given,
	};
}

/** "over 360 million", "under 100", "exactly 5": the interval as the reader of figures gives it. */
export function bounded(low: number | null, high: number | null): Pick<Claim, "value" | "low" | "high"> {
	const decimal = (value: number | null): Decimal | null => (value === null ? null : Decimal.parse(`${value}`));
	return { value: decimal(low ?? high), low: decimal(low), high: decimal(high) };
}
