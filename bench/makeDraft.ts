/** Writes a long report of ordinary sentences, tables and footnotes in English and Chinese, the same one every time. */

/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same draft. */
function random(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const measures = [
	"Scope 1 emissions",
	"purchased electricity",
	"water withdrawal",
	"hazardous waste",
	"training hours",
	"charitable donations",
];
const units = ["tCO2e", "MWh", "m³", "tonnes", "hours", "RMB million"];
const measuresChinese = ["范围一排放量", "外购电力", "取水量", "危险废物", "培训时长", "公益捐赠"];
const unitsChinese = ["吨二氧化碳当量", "兆瓦时", "立方米", "吨", "小时", "万元"];
const reasons = [
	"after two boilers were replaced",
	"as the new site reached full production",
	"through a programme with suppliers",
	"despite higher output",
];
const reasonsChinese = ["主要得益于锅炉改造", "系新基地投产所致", "得益于供应商合作项目", "尽管产量有所增加"];

/** @param size in bytes of UTF-8; the draft is a little longer. */
export function makeDraft(size: number, seed = 7): string {
	const next = random(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
	const whole = (most: number): string => Math.ceil(next() * most).toLocaleString("en-US");
	const decimal = (most: number): string => (next() * most).toFixed(1);
	const year = (): number => 2020 + Math.floor(next() * 4);
	const english = (): string => {
		const index = Math.floor(next() * measures.length);
		const sentences = [
			`In ${year()}, ${measures[index]} came to ${whole(90000)} ${units[index]}, ${decimal(30)}% less than in ${year()}, ${pick(reasons)}.`,
			`We invested RMB ${decimal(900)} million (about US$${decimal(120)} million) in efficiency in ${year()} (**GRI 302-4**).`,
			`The site employs ${whole(9000)} people and trained ${decimal(100)}% of them for ${whole(40)} hours each.`,
			`Intensity fell to ${decimal(3)} tCO2e per million yuan of revenue; see [the method](annex.md#${year()}) for *boundaries*.`,
		];
		return pick(sentences);
	};
	const chinese = (): string => {
		const index = Math.floor(next() * measuresChinese.length);
		const sentences = [
			`${year()}年，公司${measuresChinese[index]}为${whole(90000)}${unitsChinese[index]}，同比下降${decimal(30)}%，${pick(reasonsChinese)}。`,
			`截至${year()}年末，累计投入${decimal(90)}亿元（约合${decimal(12)}亿美元）用于环保改造（GRI 302-4）。`,
			`员工${whole(9000)}人，培训覆盖率${decimal(100)}%，人均${whole(60)}小时。`,
		];
		return pick(sentences);
	};
	const parts: string[] = [
		"---\ntitle: Sustainability report\nreporting-period: 2022\nframeworks: [GRI]\n---\n\n# Sustainability report\n\n",
	];
	const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
	let length = bytesOf(parts.join(""));
	for (let section = 1; length < size; section += 1) {
		const body = [`## ${section}. ${pick(measures)} (GRI 305-${1 + (section % 7)})\n\n`];
		for (let i = 0; i < 4; i += 1) {
			const write = next() < 0.6 ? english : chinese;
			body.push(`${Array.from({ length: 4 }, write).join(write === english ? " " : "")}[^${section}]\n\n`);
		}
		body.push("| Indicator | Unit | 2021 | 2022 |\n| --- | --- | ---: | ---: |\n");
		for (let row = 0; row < 5; row += 1) {
			body.push(`| ${measures[row]} | ${units[row]} | ${whole(90000)} | ${whole(90000)} |\n`);
		}
		body.push(`\n- ${english()}\n- ${english()}\n\n[^${section}]: Internal records, ${year()}.\n\n`);
		const text = body.join("");
		parts.push(text);
		length += bytesOf(text);
	}
	return parts.join("");
}
