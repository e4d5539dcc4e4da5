/**
 * No text takes more than its share: what is done with a text is counted, not timed. A character looked at is one step; a stretch
 * cut out, compared or searched costs its length. Twice the text may take twice the steps, and somewhat more for
 * what differs at its ends.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { DraftReader, readPlainText } from "../../../server/src/core/draft/readDraft.ts";
import { readFigures } from "../../../server/src/core/figures/readFigures.ts";
import type { Language } from "../../../server/src/core/model.ts";

let steps = 0;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** What a call costs, told by its receiver, its arguments and its result. */
const costs: Readonly<Record<string, (text: string, args: readonly unknown[], result: unknown) => number>> = {
	charCodeAt: () => 1,
	charAt: () => 1,
	slice: (_, __, result) => 1 + (result as string).length,
	substring: (_, __, result) => 1 + (result as string).length,
	startsWith: (_, [part]) => 1 + (part as string).length,
	endsWith: (_, [part]) => 1 + (part as string).length,
	indexOf: (text, [, from = 0], result) =>
		1 + ((result as number) < 0 ? text.length : (result as number)) - Math.min(text.length, from as number),
	includes: (text) => 1 + text.length,
	toLowerCase: (text) => 1 + text.length,
	trim: (text) => 1 + text.length,
	trimEnd: (text) => 1 + text.length,
	lastIndexOf: (text, [, from], result) =>
		1 + Math.min(text.length, (from as number | undefined) ?? text.length) - Math.max(0, result as number),
};

/** Steps that `work` takes. */
function count(work: () => void): number {
	const strings = String.prototype as unknown as Record<string, Method>;
	const kept = new Map<string, Method>();
	for (const [name, cost] of Object.entries(costs)) {
		const own = strings[name] as Method;
		kept.set(name, own);
		strings[name] = function (this: unknown, ...args) {
			const result = own.apply(this, args);
			steps += cost(this as string, args, result);
			return result;
		};
	}
	const { exec } = RegExp.prototype;
	RegExp.prototype.exec = function (text) {
		const from = this.global || this.sticky ? this.lastIndex : 0;
		const found = exec.call(this, text);
		const bound = this.sticky || (this.source.startsWith("^") && !this.multiline);
		steps += found ? 1 + (bound ? 0 : found.index - from) + found[0].length : 1 + (bound ? 0 : text.length - from);
		return found;
	};
	try {
		steps = 0;
		work();
		return steps;
	} finally {
		for (const [name, own] of kept) {
			strings[name] = own;
		}
		RegExp.prototype.exec = exec;
	}
}

const languages: readonly Language[] = ["en", "zh-Hans", "zh-Hant", "ko"];

const readers: Readonly<Record<string, (text: string) => unknown>> = {
	text: (text) => readFigures(text, { language: languages[text.length % languages.length] ?? "en" }),
	"a cell": (text) => readFigures(text, { language: "en", cell: { columnHeader: text, rowHeader: text, caption: text } }),
	"plain text": (text) => readPlainText(text),
	"a draft": (text) => new DraftReader().read(text),
};

// biome-ignore format: a table reads best in rows
const pieces = [
	"1", "0", "1,", "1.", "1 ", "1-", "1–", "1/", "1/2 ", "1'", "１", "½", "1½", ".5", "1e9", "10^9", "×10", "1×10⁹", "²", "1:1:", "3:1 ", "12345678901234567890 ",
	"(", "((", "[1]", "(1)", "{", "<", ">", "**", "*", "*a", "_", "__a", "~~", "`", "``", "| 1 ", "|", "||", "\n", "\n\n", "- 1\n", "1. \n", "# ", "> ", "***a", "[a](b)", "[^1]", "[^1]: a\n", "](", "![", "<b>", "<sup>1", "<!--", "<td>1", "<tr><td>", "<table>", "&nbsp;", "&#49;", "&", "\\", "| a | b |\n|---|---|\n| 1 | 2 |\n", "```\n", "$", "a  \n", "单位：万元\n\n",
	"万", "亿", "万亿", "千", "一", "二百五", "零", "点", "一点", "分之", "三分之", "百分之", "第", "第一", "每", "每1", "每万元", "到", "1至", "1到", "与", "1和2、", "约", "超过", "近", "不到", "余", "多", "几", "数", "半", "个半", "两三", "又", "成", "三比", "负", "零下", "翻",
	"조", "만", "억", "천", "일", "이", "1만", "1억 ", "만일", "스물", "두 ", "하나 ", "두세 ", "1개 ", "당 ", "1당", "분의", "삼분의 ", "약 ", "최대 ", "여 ", "이상 ", "대 1", "시속 ",
	"one ", "two ", "hundred ", "thousand ", "million ", "and ", "a ", "half ", "a half ", "one point ", "minus ", "twenty-", "dozen ", "a dozen of ", "quarter ", "of a ", "per ", "/", "1/t", "kg/", "1 kg per ", "m2", "tCO2e ",
	"RMB ", "US$", "€", "1 RMB ", "元", "1元", "角", "5元六", "about ", "more than ", "between ", "between 1 and ", "from 1 to ", "to ", "1 to ", "or more ", "1- ", "± ", "1±",
	"net zero ", "net-zero by ", "2030 ", "2022年", "2022-", "2022年至", "June 1", "May ", "FY22/", "H1 ", "1年", "1月", "112年", "今年", "同比", "last year ", "작년 ", "the end of ",
	"GRI ", "GRI 1, ", "Scope 1, ", "1, 2 and ", "1、2和", "A4", "A-", "a1", "www.", "http://", "doi:", "國(guó)", "(g", "\u200b", "\u00ad", "㎏", "，", "。", ".", "!", "；", "：", "－", "°", "1°", " below zero", "\"一", "个", "1家", "一家", "名的", "企业", "企业及", "1企业及机构、", "1家开展", "吨", "碳", "碳排放", "emissions ", "1 t emissions", "injury 1 per ", "number of ", "number of a ", "1 lost ", "1 training hours ", "1 in ", "1 out of ", "every £1 ", "double ", "1 times ", "倍", "%", "1%-", "--", "△1", "🙂", "\u3000", "RMB'000", "1 000 ", "+1 ", "tel ", "(1,234)", "1 (1.5) ", "1m ", "5G ",
] as const;

/** Lengths to compare. Short blocks of a draft go to the Markdown parser, those that would take it long are read line by line. */
const lengths: Readonly<Record<string, readonly [number, number]>> = { "a cell": [500, 2000], "a draft": [9000, 18_000] };

function check(phrase: string, name: string, read: (text: string) => unknown): void {
	const [less, more] = lengths[name] ?? [1500, 6000];
	const text = (length: number) => phrase.repeat(Math.ceil(length / phrase.length));
	// What is kept between texts (headers, units of users' own) is not counted.
	read(text(less));
	const short = count(() => read(text(less)));
	const long = count(() => read(text(more)));
	assert.ok(long <= ((1.4 * more) / less) * short + 2000, `${JSON.stringify(phrase)}: ${short} steps, then ${long}`);
}

describe("work", () => {
	for (const [name, read] of Object.entries(readers)) {
		it(`grows with the text, for ${name}`, () => {
			for (const [index, piece] of pieces.entries()) {
				// What reads figures is the same everywhere; of the rest only Markdown is of interest.
				if (
					name === "text" ||
					name === "a cell" ||
					index % 5 === 0 ||
					(name === "a draft" && /[*_~`|<>[\]&\n\\#!]/.test(piece))
				) {
					check(piece, name, read);
				}
			}
		}).timeout(120_000);
	}

	it("grows with the text, for pieces together", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 4 }),
				fc.constantFrom("text", "a draft"),
				(some, name) => check(some.join(""), name, readers[name] as (text: string) => unknown),
			),
			{ numRuns: 40, seed: 5 },
		);
	}).timeout(120_000);
});
