/**
 * Three pairs of one year share a rate, 7.066 to 7.094. Every change of every digit: what leaves them no common rate is found,
 * what leaves one is let alone.
 */
import assert from "node:assert/strict";
import { DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { rules } from "../../server/src/core/rules/index.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

type Numerals = readonly [string, string];

interface Form {
	readonly name: string;
	/** Yuan and dollars of the three pairs, as printed. */
	readonly pairs: readonly [Numerals, Numerals, Numerals];
	readonly write: (pairs: readonly Numerals[]) => string;
	/** By how much the yuan and dollars of a numeral are multiplied, pair by pair. */
	readonly scales: readonly (readonly [number, number])[];
	/** By how many units a numeral may be off beyond half its last digit: zeros at the end that a scale word adds. */
	readonly rules?: string;
}

const billionsAndMillions = [
	[1e9, 1e9],
	[1e6, 1e6],
	[1e9, 1e6],
] as const;
const myriads = [
	[1e8, 1e8],
	[1e8, 1e8],
	[1e8, 1e8],
] as const;
const forms: readonly Form[] = [
	{
		name: "English",
		pairs: [
			["20.46", "2.89"],
			["790", "111.6"],
			["2.7", "381.5"],
		],
		scales: billionsAndMillions,
		write: ([a, b, c]) =>
			`Research and development cost RMB ${a?.[0]} billion (about US$${a?.[1]} billion) in 2022.\n\nGifts to charity came to RMB ${b?.[0]} million (about US$${b?.[1]} million) in 2022. From 2019 to 2022 they were RMB ${c?.[0]} billion (about US$${c?.[1]} million).\n`,
	},
	{
		name: "Chinese",
		pairs: [
			["204.6", "28.9"],
			["7.9", "1.116"],
			["27", "3.815"],
		],
		scales: myriads,
		write: ([a, b, c]) =>
			`2022年，公司把${a?.[0]}亿元（约合${a?.[1]}亿美元）用于研发。\n\n当年捐出善款${b?.[0]}亿元（约合${b?.[1]}亿美元）；2019年至2022年合共捐出${c?.[0]}亿元（约合${c?.[1]}亿美元）。\n`,
	},
	{
		name: "Traditional Chinese",
		pairs: [
			["204.6", "28.9"],
			["7.9", "1.116"],
			["27", "3.815"],
		],
		scales: myriads,
		write: ([a, b, c]) =>
			`2022年，公司把人民幣${a?.[0]}億元（約${a?.[1]}億美元）用於研發。\n\n當年捐出善款人民幣${b?.[0]}億元（約${b?.[1]}億美元）；自2019年起合共捐出人民幣${c?.[0]}億元（約${c?.[1]}億美元）。\n`,
	},
	{
		name: "Korean",
		pairs: [
			["204.6", "28.9"],
			["7.9", "1.116"],
			["27", "3.815"],
		],
		scales: myriads,
		write: ([a, b, c]) =>
			`2022년 회사는 연구개발에 ${a?.[0]}억 위안(약 ${a?.[1]}억 달러)을 썼다.\n\n같은 해 기부에 ${b?.[0]}억 위안(약 ${b?.[1]}억 달러)을 썼으며 2019년부터 2022년까지는 ${c?.[0]}억 위안(약 ${c?.[1]}억 달러)을 썼다.\n`,
	},
	...(
		[
			["an English table", "| Item | RMB million | US$ million |", ["Research", "Gifts in the year", "Gifts since 2019"]],
			["a Chinese table", "| 项目 | 人民币百万元 | 百万美元 |", ["研发", "当年捐赠", "2019年以来捐赠"]],
			["a Korean table", "| 구분 | 백만 위안 | 백만 달러 |", ["연구개발", "기부", "2019년 이후 기부"]],
		] as const
	).map(
		([name, header, labels]): Form => ({
			name,
			pairs: [
				["20,460", "2,890"],
				["790", "111.6"],
				["2,700", "381.5"],
			],
			scales: [
				[1e6, 1e6],
				[1e6, 1e6],
				[1e6, 1e6],
			],
			write: (pairs) =>
				`${header}\n| --- | ---: | ---: |\n${labels.map((label, at) => `| ${label} | ${pairs[at]?.[0]} | ${pairs[at]?.[1]} |`).join("\n")}\n`,
		}),
	),
];

/** The least and the most that a numeral was rounded from: zeros at the end of a whole number are placeholders but for two digits. */
function room(numeral: string, scale: number): readonly [number, number] {
	const plain = numeral.replaceAll(",", "");
	const value = Number(plain);
	const places = plain.split(".")[1]?.length ?? 0;
	const zeros = /0*$/.exec(plain)?.[0].length ?? 0;
	const unit = places > 0 ? 10 ** -places : 10 ** Math.max(0, Math.min(zeros, plain.length - 2));
	// A scale word holds zeros too: 3亿 is a number of nine digits.
	const last = places === 0 && scale > 1 && plain.length === 1 ? unit / 10 : unit;
	return [(value - last / 2) * scale, (value + last / 2) * scale];
}

function ratesOf([yuan, dollars]: Numerals, [y, d]: readonly [number, number]): readonly [number, number] {
	const [a, b] = [room(yuan, y), room(dollars, d)];
	return [a[0] / b[1], a[1] / b[0]];
}

/** Every numeral with one digit changed. */
function* changed(numeral: string): Generator<string> {
	for (const [at, digit] of [...numeral].entries()) {
		for (const other of /\d/.test(digit) ? "0123456789" : "") {
			const isZero = other === "0" && at === 0;
			if (other !== digit && !isZero) {
				yield `${numeral.slice(0, at)}${other}${numeral.slice(at + 1)}`;
			}
		}
	}
}

const measured = new Set(["mixed-rates", "inconsistent-conversion"]);
const settings = {
	...defaultSettings,
	rules: Object.fromEntries(rules.filter(({ id }) => !measured.has(id)).map(({ id }): [string, "off"] => [id, "off"])),
};
const frontMatter = "---\npublished: 2023-06-07\nreporting-period: 2022\n---\n\n";

describe("one digit of one pair of three", function () {
	this.timeout(60_000);
	for (const { name, pairs, scales, write } of forms) {
		it(`is found where it leaves no common rate, else let alone: ${name}`, async () => {
			const database = createMemoryDatabase([]);
			const checker = new DraftChecker();
			const findings = async (some: readonly Numerals[]) => {
				const text = frontMatter + write(some);
				const checked = await checker.check(text, { database, settings });
				assert.ok(checked);
				return { text, findings: checked.findings };
			};
			assert.deepEqual((await findings(pairs)).findings, []);
			const failures: string[] = [];
			let count = 0;
			for (const [at, pair] of pairs.entries()) {
				for (const side of [0, 1] as const) {
					for (const numeral of changed(pair[side])) {
						const odd: Numerals = side === 0 ? [numeral, pair[1]] : [pair[0], numeral];
						const all = pairs.map((one, index) => (index === at ? odd : one));
						const rates = all.map((one, index) => ratesOf(one, scales[index] as (typeof scales)[number]));
						const [low, high] = [Math.max(...rates.map(([from]) => from)), Math.min(...rates.map(([, to]) => to))];
						if (Math.abs(low / high - 1) < 1e-9) {
							continue;
						}
						count += 1;
						const { text, findings: found } = await findings(all);
						const where = found.map(({ span }) => text.slice(span.start, span.end));
						// Which of three pairs is odd is certain where it meets neither of the others.
						const others = rates.filter((_, index) => index !== at);
						const [from, to] = rates[at] as (typeof rates)[number];
						const isCertain = others.every(([otherFrom, otherTo]) => to < otherFrom || otherTo < from);
						const holds =
							low < high
								? found.length === 0
								: found.length === 1 && (!isCertain || where.some((shown) => shown.includes(odd[1])));
						if (!holds) {
							failures.push(
								`${odd.join(" = ")} (${from} to ${to}): ${found.map(({ rule }, i) => `${rule} ${where[i]}`).join("; ")}`,
							);
						}
					}
				}
			}
			assert.deepEqual(failures, []);
			assert.ok(count > 100, String(count));
		});
	}
});
