/** Reads a workspace's `.tickmark/rates.csv`, and again when it has changed. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readRatesCsv, type UserRates } from "../core/conversion/userRates.ts";
import { decodeText } from "./decodeText.ts";

export const ratesFile = (folder: string): string => join(folder, ".tickmark", "rates.csv");

const none: UserRates = { rates: [], faults: [] };
const known = new Map<string, { readonly stamp: string; readonly rates: UserRates }>();
/** A person writes no larger file of rates. */
const largest = 4 * 1024 * 1024;

/** The rates of a workspace folder; none where there is no such file. Never throws: what cannot be used is among the faults. */
export async function readRatesFile(folder: string): Promise<UserRates> {
	const file = ratesFile(folder);
	try {
		const { mtimeMs, size } = await stat(file);
		const stamp = `${mtimeMs} ${size}`;
		const last = known.get(file);
		if (last?.stamp === stamp) {
			return last.rates;
		}
		const text = size > largest ? null : decodeText(await readFile(file)).text;
		const rates = text === null ? none : readRatesCsv(text);
		known.set(file, { stamp, rates });
		return rates;
	} catch {
		known.delete(file);
		return none;
	}
}
