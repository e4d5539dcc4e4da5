/**
 * Writes the bundled exchange-rate table, `server/data/rates/daily.ts`.
 *
 *     npx tsx scripts/make-rates.ts FILE.csv [FIRST_DAY]
 *
 * FILE.csv is the European Central Bank's history of euro reference rates (`eurofxref-hist.csv`, columns `Date,USD,…`), or the
 * dollar crosses made from it (`date,usd_cny,usd_hkd,usd_krw,eur_usd`). Days before FIRST_DAY (default 2014-01-01) stay out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Decimal } from "../server/src/core/decimal.ts";

/** Decimal places of USD/CNY, USD/HKD, USD/KRW and EUR/USD in the table. */
const places = [4, 4, 2, 4] as const;

/** One line a day, oldest first: `2014-01-02 6.0508 7.7540 1051.49 1.3658`. Days on which a rate is missing stay out. */
export function readRates(csv: string, firstDay: string): string[] {
	const [head = "", ...rows] = csv.trim().split(/\r?\n/);
	const columns = head.toLowerCase().split(",");
	const column = (name: string) => columns.indexOf(name);
	const crosses = column("usd_cny") >= 0;
	const lines: string[] = [];
	for (const row of rows) {
		const cells = row.split(",");
		const date = cells[column("date")] ?? "";
		const number = (name: string) => {
			const text = cells[column(name)] ?? "";
			return /^\d+(\.\d+)?$/.test(text) ? Decimal.parse(text) : null;
		};
		const usd = crosses ? Decimal.one : number("usd");
		const rates = crosses
			? ["usd_cny", "usd_hkd", "usd_krw", "eur_usd"].map(number)
			: [...["cny", "hkd", "krw"].map((name) => (usd && number(name)?.dividedBy(usd)) ?? null), usd];
		if (date >= firstDay && rates.every((rate) => rate !== null)) {
			lines.push([date, ...rates.map((rate, i) => fixed(rate as Decimal, places[i] as number))].join(" "));
		}
	}
	return lines.sort();
}

function fixed(rate: Decimal, decimals: number): string {
	const digits = rate.roundTo(-decimals);
	const text = digits.digits.toString().padStart(-digits.exponent + 1, "0");
	const [whole, fraction] = [text.slice(0, text.length + digits.exponent), text.slice(text.length + digits.exponent)];
	return `${whole}.${fraction.padEnd(decimals, "0")}`;
}

/** The module's text: a line with the month, then one line a day. */
export function writeModule(lines: readonly string[]): string {
	let month = "";
	const body = lines.map((line) => {
		const day = `${line.slice(8, 10)}${line.slice(10)}`;
		if (line.slice(0, 7) === month) {
			return day;
		}
		month = line.slice(0, 7);
		return `${month}\n${day}`;
	});
	return `/**
 * Euro foreign exchange reference rates of the European Central Bank, crossed to the dollar, ${lines[0]?.slice(0, 10)} to ${lines.at(-1)?.slice(0, 10)}.
 *
 * Source: European Central Bank, euro foreign exchange reference rates, which may be reused where the source is named. They
 * are published for information on every working day (14:15 CET) and are not meant for transactions.
 *
 * A line of seven characters names a month; every other line is a day of it with USD/CNY, USD/HKD, USD/KRW (units of the
 * second currency for one dollar) and EUR/USD (dollars for one euro). Made by scripts/make-rates.ts; do not edit.
 */
export const dailyRates = \`
${body.join("\n")}
\`;
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	const [file, firstDay = "2014-01-01"] = process.argv.slice(2);
	if (!file) {
		console.error("make-rates: name the CSV file to read, for example eurofxref-hist.csv");
		process.exitCode = 2;
	} else {
		const target = new URL("../server/data/rates/daily.ts", import.meta.url);
		const lines = readRates(readFileSync(file, "utf8"), firstDay);
		writeFileSync(target, writeModule(lines));
		console.error(`make-rates: ${lines.length} days, ${lines[0]?.slice(0, 10)} to ${lines.at(-1)?.slice(0, 10)}`);
	}
}
