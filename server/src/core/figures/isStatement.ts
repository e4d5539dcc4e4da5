import type { Figure } from "../model.ts";

/** Whether a figure states a quantity at all (dates, periods and identifiers do not). */
export function isStatement({ kind }: Figure): boolean {
	return kind !== "date" && kind !== "period" && kind !== "identifier";
}
