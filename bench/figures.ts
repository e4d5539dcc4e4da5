/** How fast figures are read, alone: plain report prose in three languages, and the cells of tables. */
import { readFigures } from "../server/src/core/figures/readFigures.ts";
import type { Language } from "../server/src/core/model.ts";

// Ordinary paragraphs, some of whose sentences print no figure; "#" stands for digits.
const prose: Readonly<Record<"en" | "zh" | "ko", { readonly language: Language; readonly sentences: readonly string[] }>> = {
	en: {
		language: "en",
		sentences: [
			"The Board reviews the climate strategy twice a year and receives a report on progress from the sustainability committee.",
			"In 202#, our Scope 1 and Scope 2 emissions came to ##,### tCO2e, #.#% less than in the year before.",
			"We work with suppliers to replace solvents, and ask each of them to sign the code of conduct before the first order.",
			"More than #,### employees took part in training on human rights; each of them spent about ## hours on it.",
			"Total investment in energy efficiency reached RMB ##.# million (about US$#.# million) by the end of the reporting period.",
			"The assurance statement on page ## describes the scope of the engagement and the standards that were applied.",
		],
	},
	zh: {
		language: "zh-Hans",
		sentences: [
			"董事会每年两次审议气候战略，并听取可持续发展委员会关于进展情况的汇报。",
			"202#年，公司范围一及范围二温室气体排放量为##,###吨二氧化碳当量，同比下降#.#%。",
			"公司与供应商共同推进溶剂替代，所有供应商在首次合作前均须签署行为准则。",
			"全年累计超过#,###名员工参加人权培训，人均培训时长约##小时。",
			"截至报告期末，节能改造累计投入##.#亿元（约合#.#亿美元）。",
			"鉴证声明载于第##页，说明了鉴证范围及所依据的准则。",
		],
	},
	ko: {
		language: "ko",
		sentences: [
			"이사회는 매년 기후 전략을 검토하고 지속가능경영위원회로부터 이행 현황을 보고받습니다.",
			"202#년 스코프 1 및 스코프 2 온실가스 배출량은 ##,###tCO2e로 전년 대비 #.#% 감소했습니다.",
			"협력사와 함께 용제 대체를 추진하고 있으며, 모든 협력사는 거래 전에 행동규범에 서명합니다.",
			"#,###명이 넘는 임직원이 인권 교육에 참여했고, 1인당 평균 교육 시간은 약 ##시간입니다.",
			"보고 기간 말까지 에너지 효율 개선에 총 ##억 #천만 원을 투자했습니다.",
			"검증 의견서는 ##쪽에 있으며 검증 범위와 적용 기준을 설명합니다.",
		],
	},
};
const rows = [
	"Scope 1 emissions|tCO2e",
	"Purchased electricity|MWh",
	"Water withdrawal|m³",
	"Training per employee|hours",
	"Donations|RMB million",
];
const years = ["2020", "2021", "2022", "2023"];

/** The same digits every time, none of them zero. */
function* digits(): Generator<string> {
	for (let state = 7; ; state = (Math.imul(state, 1664525) + 1013904223) >>> 0) {
		yield String(1 + Math.floor((state / 2 ** 32) * 9));
	}
}

function fill(pattern: string, source: Generator<string>): string {
	return pattern.replaceAll("#", () => source.next().value as string);
}

export interface FigureSpeed {
	readonly name: string;
	readonly bytes: number;
	readonly figures: number;
	/** The best of the rounds: whatever else the machine does only takes time away. */
	readonly milliseconds: number;
	/** Time for a quarter of the text against a quarter of the time for all of it: 1 where time grows with length. */
	readonly growth: number;
}

/** @param size of each text in bytes of UTF-8 */
export function measureFigures(size: number, rounds: number): FigureSpeed[] {
	const speeds: FigureSpeed[] = [];
	for (const [name, { language, sentences }] of Object.entries(prose)) {
		const source = digits();
		const paragraphs: string[] = [];
		for (let bytes = 0; bytes < size; bytes += Buffer.byteLength(paragraphs.at(-1) as string) + 1) {
			paragraphs.push(fill(sentences.join(language === "zh-Hans" ? "" : " "), source));
		}
		speeds.push(measure(`prose, ${name}`, paragraphs, rounds, (text) => readFigures(text, { language }).length));
	}
	const source = digits();
	const table: string[] = [];
	for (let bytes = 0; bytes < size; bytes += Buffer.byteLength(table.at(-1) as string) + 1) {
		table.push(fill(`|${rows[table.length % rows.length]}|##,###|##,###|##,###.#|##,###.#|`, source));
	}
	speeds.push(measure("rows of tables", table, rounds, readRow));
	return speeds;
}

/** Reads a row's cells as those of a table under the years. @returns how many figures it holds. */
function readRow(row: string): number {
	const [label = "", unit = "", ...numbers] = row.slice(1, -1).split("|");
	let figures = readFigures(label, { language: "en", cell: { columnHeader: "Indicator", rowHeader: "", caption: "" } }).length;
	const rowHeader = `${label} (${unit})`;
	for (const [index, number] of numbers.entries()) {
		const cell = { columnHeader: years[index] ?? "", rowHeader, caption: "" };
		figures += readFigures(number, { language: "en", cell }).length;
	}
	return figures;
}

function measure(name: string, texts: readonly string[], rounds: number, read: (text: string) => number): FigureSpeed {
	const quarter = texts.slice(0, Math.ceil(texts.length / 4));
	const readAll = (some: readonly string[]) => some.reduce((sum, text) => sum + read(text), 0);
	const best = (some: readonly string[]) => {
		let least = Number.POSITIVE_INFINITY;
		for (let round = 0; round < rounds; round += 1) {
			const start = process.hrtime.bigint();
			readAll(some);
			least = Math.min(least, Number(process.hrtime.bigint() - start) / 1e6);
		}
		return least;
	};
	readAll(quarter);
	const milliseconds = best(texts);
	return {
		name,
		bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
		figures: readAll(texts),
		milliseconds,
		growth: milliseconds / (4 * best(quarter)),
	};
}
