/** What only shows on a terminal: widths, colours, progress. */
import assert from "node:assert/strict";
import stringWidth from "string-width";
import { fitColumns, padColumns, printable, rowAround, wrapLine } from "../../server/src/cli/excerpt.ts";
import { Terminal } from "../../server/src/cli/output.ts";
import { Progress } from "../../server/src/cli/progress.ts";

/** As much of a stream as is looked at. */
function stream(isTTY: boolean, columns?: number): NodeJS.WriteStream & { readonly written: string[] } {
	const written: string[] = [];
	const fake = { isTTY, columns, written, write: (text: string) => written.push(text) > 0 };
	return fake as unknown as NodeJS.WriteStream & { readonly written: string[] };
}

describe("Terminal", () => {
	it("has the columns of the terminal, else those of COLUMNS, else 100, and never fewer than can be used", () => {
		assert.equal(new Terminal(stream(true, 120), { COLUMNS: "90" }).width, 120);
		assert.equal(new Terminal(stream(false), { COLUMNS: "90" }).width, 90);
		assert.equal(new Terminal(stream(false), { COLUMNS: "wide" }).width, 100);
		assert.equal(new Terminal(stream(false), {}).width, 100);
		assert.equal(new Terminal(stream(true, 5), {}).width, 40);
	});

	it("has colours on a terminal that shows them, unless NO_COLOR or FORCE_COLOR say otherwise", () => {
		const isColoured = (isTTY: boolean, environment: NodeJS.ProcessEnv) =>
			new Terminal(stream(isTTY), environment).paint("text", "red") !== "text";
		assert.equal(isColoured(true, {}), true);
		assert.equal(isColoured(false, {}), false);
		assert.equal(isColoured(true, { TERM: "dumb" }), false);
		assert.equal(isColoured(true, { NO_COLOR: "1" }), false);
		assert.equal(isColoured(true, { NO_COLOR: "" }), true);
		assert.equal(isColoured(false, { FORCE_COLOR: "1" }), true);
		assert.equal(isColoured(true, { FORCE_COLOR: "0" }), false);
		assert.equal(isColoured(false, { FORCE_COLOR: "1", NO_COLOR: "1" }), false);
	});
});

describe("Progress", () => {
	const patient = { patience: 0, interval: 0 };

	it("is a bar on a terminal, within its width, and is taken away", () => {
		const terminal = stream(true, 60);
		const progress = new Progress(terminal, patient);
		progress.update(1, 4, "보고서/아주 긴 이름의 파일.md".repeat(5));
		assert.match(terminal.written[0] ?? "", /^\r█{6}░{18} {2}25% {2}1\/4 {2}보고서/);
		assert.equal(stringWidth((terminal.written[0] ?? "").slice(1)), 59);
		progress.clear();
		assert.equal(terminal.written[1], "\r\u001b[K");
		progress.clear();
		assert.equal(terminal.written.length, 2);
	});

	it("says nothing elsewhere, and nothing of short work", () => {
		const file = stream(false);
		const quiet = new Progress(file, patient);
		quiet.update(1, 4, "a.md");
		quiet.clear();
		assert.deepEqual(file.written, []);
		const terminal = stream(true, 60);
		const short = new Progress(terminal, { patience: 60_000, interval: 0 });
		short.update(1, 4, "a.md");
		short.clear();
		assert.deepEqual(terminal.written, []);
	});
});

describe("excerpts", () => {
	const chinese = "截至2022年末，微众银行累计发放无纸化贷款逾4.1亿笔，累计服务超3.6亿个人客户。";
	const korean = "2022년 말 기준으로 앤트그룹과 마이뱅크의 서비스를 받은 곳은 누적 8600만 중소기업이다.";
	const english = "By the end of 2022 the bank had served over 360 million individual customers in 31 provinces.";

	it("break lines where they may be broken and lose nothing", () => {
		for (const line of [chinese, korean, english, "x".repeat(100), "👨‍👩‍👧‍👦".repeat(30), "e\u0301".repeat(90), ""]) {
			const rows = wrapLine(line, 20, []);
			assert.ok(rows.every((row) => stringWidth(row.text) <= 20));
			assert.equal(
				rows
					.map((row) => line.slice(row.start, row.end))
					.join("")
					.replaceAll(" ", ""),
				line.replaceAll(" ", ""),
			);
		}
		// Chinese between characters, but no full stop at the start of a row; Korean and English between words.
		assert.ok(wrapLine(chinese, 20, []).every((row) => !/^[，。]/.test(row.text)));
		for (const line of [korean, english]) {
			const words = new Set(line.split(" "));
			assert.ok(wrapLine(line, 20, []).every((row) => row.text.split(" ").every((word) => words.has(word))));
		}
	});

	it("keep figures whole where a row can be broken before them", () => {
		const start = english.indexOf("360 million");
		const keep = { start, end: start + "360 million".length };
		const rows = wrapLine(english, "By the end of 2022 the bank had served over 360 mi".length, [keep]);
		assert.ok(rows.some((row) => row.text.includes("360 million")));
	});

	it("show the part of a line around a span, with the span in it", () => {
		for (const line of [chinese, korean, english]) {
			const long = `${line} `.repeat(50);
			for (const width of [40, 61, 100]) {
				for (const at of [0, 7, Math.floor(long.length / 2), long.length - 3]) {
					const span = { start: at, end: at + 3 };
					const row = rowAround(long, span, width);
					assert.ok(stringWidth(row.text) <= width, row.text);
					const columns = row.columns(span);
					assert.ok(columns);
					// What stands in those columns is what was asked for.
					let column = 0;
					let shown = "";
					for (const character of row.text) {
						shown += column >= columns.start && column < columns.start + columns.width ? character : "";
						column += stringWidth(character);
					}
					assert.equal(shown.trim(), long.slice(span.start, span.end).trim());
				}
			}
		}
	});

	it("mark an empty span, also at the end of a line", () => {
		assert.deepEqual(rowAround("투자 12", { start: 3, end: 3 }, 80).columns({ start: 3, end: 3 }), { start: 5, width: 1 });
		assert.deepEqual(rowAround("투자 12", { start: 5, end: 5 }, 80).columns({ start: 5, end: 5 }), { start: 7, width: 1 });
		assert.deepEqual(rowAround("", { start: 0, end: 0 }, 80).columns({ start: 0, end: 0 }), { start: 0, width: 1 });
	});

	it("count columns, not characters", () => {
		assert.equal(fitColumns("보고서와 초안", 8), "보고서…");
		assert.equal(fitColumns("보고서", 6), "보고서");
		assert.equal(fitColumns("report", 5), "repo…");
		assert.equal(padColumns("보고", 6), "보고  ");
	});

	it("send nothing to the terminal that is not text", () => {
		assert.equal(printable("a\tb\u001b[31m\u0000\u007f\u202e\u0085c"), "a  b␛[31m␀␡c");
	});
});
