import type { CheckedInput } from "../checking.ts";

/** How the results of `check` are printed: each part is written as soon as it is there. */
export interface ResultFormat {
	begin(): string;
	file(result: CheckedInput): string;
	/** @param failures what was said of inputs that could not be checked */
	end(failures: readonly string[]): string;
}
