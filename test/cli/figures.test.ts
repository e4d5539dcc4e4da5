/** `tickmark figures`. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError, fileError } from "../../server/src/cli/errors.ts";
import { bundle, folder, refuses, tickmark } from "./tickmark.ts";

interface Figure {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly kind: string;
	readonly value: string | null;
	readonly low: string | null;
	readonly high: string | null;
	readonly unit: string | null;
	readonly currency: string | null;
	readonly qualifier: string;
	readonly checkworthy: boolean;
	readonly range: {
		readonly start: { readonly line: number; readonly character: number };
		readonly end: { readonly line: number; readonly character: number };
	};
}

async function figuresOf(args: readonly string[], input: string | Uint8Array): Promise<readonly Figure[]> {
	const { status, stdout, stderr } = await tickmark(["figures", "--format", "json", ...args, "-"], { input });
	assert.deepEqual([status, stderr], [0, ""]);
	const [result] = JSON.parse(stdout) as readonly { readonly file: string; readonly figures: readonly Figure[] }[];
	assert.equal(result?.file, "-");
	return result.figures;
}

/** Asserts that figures stand where they say, in offsets and in lines. */
function assertPlaces(figures: readonly Figure[], text: string): void {
	const lines = text.split(/\r\n|\n|\r/);
	for (const figure of figures) {
		assert.equal(text.slice(figure.start, figure.end), figure.text);
		const { start, end } = figure.range;
		if (start.line === end.line) {
			assert.equal(lines[start.line]?.slice(start.character, end.character), figure.text);
		}
	}
}

describe("tickmark figures", function () {
	this.timeout(60_000);
	before(async () => {
		await bundle();
	});

	it("prints every key of a figure", async () => {
		const [figure, ...others] = await figuresOf(["--language", "en"], "We invested over RMB 20.46 billion.\n");
		assert.deepEqual(others, []);
		assert.deepEqual(figure, {
			start: 17,
			end: 34,
			text: "RMB 20.46 billion",
			kind: "money",
			checkworthy: true,
			value: "20460000000",
			low: "20460000000",
			high: null,
			unit: "CNY",
			currency: "CNY",
			qualifier: "more-than",
			period: null,
			range: { start: { line: 0, character: 17 }, end: { line: 0, character: 34 } },
		});
	});

	it("counts offsets and ranges in the Markdown file, not in its text", async () => {
		const text =
			"---\ntitle: 2022\n---\n\n# Results\r\n\r\n𠀋 grew **12%** to [3.4&nbsp;million tonnes](https://example.org/99).\r\n\r\n| a | b |\n| - | - |\n| sales | 45 kWh |\n";
		const figures = await figuresOf([], text);
		assertPlaces(figures, text);
		const percent = figures.find(({ unit }) => unit === "%");
		assert.equal(percent?.start, text.indexOf("12%"));
		const mass = figures.find(({ value }) => value === "3400000");
		assert.equal(mass?.start, text.indexOf("3.4&nbsp;"));
		const energy = figures.find(({ unit }) => unit === "kWh");
		assert.equal(energy?.start, text.indexOf("45 kWh"));
		assert.equal(figures.length, 3);
	});

	it("reads plain text as it stands where it is told to", async () => {
		const text = "# 12% of it\n\n```\n3.4 million tonnes\n```\n";
		assert.deepEqual(
			(await figuresOf(["--text"], text)).map(({ text }) => text),
			["12%", "3.4 million tonnes"],
		);
		assert.deepEqual(
			(await figuresOf([], text)).map(({ text }) => text),
			["12%"],
		);
	});

	it("does not count a byte order mark, whatever the encoding", async () => {
		const text = "지출은 7억 9000만 위안이다.\r\n둘째 줄 12%\r\n";
		const expected = await figuresOf([], text);
		assert.equal(expected.length, 2);
		const littleEndian = Buffer.from(`\ufeff${text}`, "utf16le");
		assertPlaces(expected, text);
		assert.deepEqual(await figuresOf([], `\ufeff${text}`), expected);
		assert.deepEqual(await figuresOf([], littleEndian), expected);
		assert.deepEqual(await figuresOf([], littleEndian.subarray(2)), expected);
		assert.deepEqual(await figuresOf([], Buffer.from(littleEndian).swap16()), expected);
		assert.deepEqual(await figuresOf([], Buffer.from(littleEndian).swap16().subarray(2)), expected);
	});

	it("goes by the language where a symbol depends on it", async () => {
		const currencies = async (language: string, text: string) =>
			(await figuresOf(["--language", language], text)).map(({ currency }) => currency);
		assert.deepEqual(await currencies("zh", "¥500"), ["CNY"]);
		assert.deepEqual(await currencies("auto", "共投入¥500万元。"), ["CNY"]);
		assert.deepEqual(await currencies("ko", "500원"), ["KRW"]);
	});

	describe("--lines", () => {
		it("prints one object a line, in order", async () => {
			const input = "It grew 12%.\r\n\n研发投入超过204.6亿元\n \nno figure\n연구개발비 204억6000만 위안";
			const { status, stdout, stderr } = await tickmark(["figures", "--lines", "--format", "jsonl", "--language", "auto", "-"], {
				input,
			});
			assert.deepEqual([status, stderr], [0, ""]);
			const lines = stdout.trimEnd().split("\n");
			const found = lines.map((line) => (JSON.parse(line) as { readonly figures: readonly Figure[] }).figures);
			assert.deepEqual(
				found.map((figures) => figures.map(({ value, range }) => [value, range.start.line])),
				[[["12", 0]], [], [["20460000000", 0]], [], [], [["20460000000", 0]]],
			);
		});

		it("prints as many lines as it reads, none for none", async () => {
			const linesFor = async (input: string | Uint8Array) =>
				(await tickmark(["figures", "--lines", "-"], { input })).stdout.split("\n").length - 1;
			assert.equal(await linesFor(""), 0);
			assert.equal(await linesFor("\n"), 1);
			assert.equal(await linesFor("a"), 1);
			assert.equal(await linesFor("a\n\nb\n"), 3);
			assert.equal(await linesFor(Buffer.from("\ufeffa\nb\n", "utf16le")), 2);
		});

		it("keeps characters whole that the input is cut in", async () => {
			// Each line has a length that no chunk is a multiple of.
			const line = "投入７億９０００萬元𠀋\n";
			const { stdout } = await tickmark(["figures", "--lines", "--language", "zh", "-"], { input: line.repeat(20_000) });
			assert.equal(new Set(stdout.trimEnd().split("\n")).size, 1);
		});

		it("reads 100 MB in little memory", async function () {
			this.timeout(120_000);
			const cwd = folder();
			// One line of a megabyte and a great many short ones.
			const block = `${"x".repeat(1 << 20)}\n${`${"y".repeat(1023)}\n`.repeat(9 << 10)}`;
			writeFileSync(join(cwd, "large.txt"), "");
			for (let written = 0; written < 100 << 20; written += block.length) {
				writeFileSync(join(cwd, "large.txt"), block, { flag: "a" });
			}
			const { status, stdout, stderr } = await tickmark(["figures", "--lines", "large.txt"], {
				cwd,
				env: { NODE_OPTIONS: "--max-old-space-size=64" },
			});
			assert.deepEqual([status, stderr], [0, ""]);
			assert.equal(stdout.length, '{"figures":[]}\n'.length * 10 * (1 + (9 << 10)));
		});
	});

	it("prints the line, the figure underlined, and its reading beside it", async () => {
		const input = "# Results\n\nWe invested over RMB 20.46 billion in 2022, 12% more.\n\n2022年研发投入约204.6亿元，增长12%。\n";
		const { stdout } = await tickmark(["figures", "-"], { input, env: { COLUMNS: "76" } });
		assert.equal(
			stdout,
			[
				"(standard input)  6 figures, 4 check-worthy",
				" 3 │ We invested over RMB 20.46 billion in 2022, 12% more.",
				"   │                  ^^^^^^^^^^^^^^^^^ more than 20,460,000,000 CNY, money",
				"   │       period 2022-01-01 to 2022-12-31 ----",
				"   │                                             ^^^ 12%, percent",
				" 5 │ 2022年研发投入约204.6亿元，增长12%。",
				"   │ ------ period 2022-01-01 to 2022-12-31",
				"   │                 ^^^^^^^^^",
				"   │      about 20,460,000,000 CNY (20,455,000,000 to 20,465,000,000), money",
				"   │                                ^^^ 12%, percent",
				"",
			].join("\n"),
		);
	});

	it("goes on after a file that it cannot use, and exits with 2", async () => {
		const cwd = folder({
			"a.md": "12% a.\n",
			"b.md": Buffer.from([0x31, 0x32, 0xff, 0xfe, 0xb0, 0xa1]),
			"c.md": Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 0, 7, 9]),
			"d.md": "13% d.\n",
		});
		const { status, stdout, stderr } = await tickmark(["figures", "--format", "json", "."], { cwd });
		assert.equal(status, 2);
		assert.deepEqual(
			(JSON.parse(stdout) as readonly { readonly file: string }[]).map(({ file }) => file),
			["a.md", "d.md"],
		);
		assert.match(stderr, /^tickmark: b\.md: neither UTF-8 nor UTF-16 text; save it as UTF-8/m);
		assert.match(stderr, /^tickmark: c\.md: a binary file, not text/m);
		assert.equal(stderr.trimEnd().split("\n").length, 2);
	});

	it("finds files, folders and globs, each once, and says which there are not", async () => {
		const cwd = folder({
			"b.md": "1%",
			"sub/a.markdown": "2%",
			"sub/notes.txt": "3%",
			"node_modules/x/readme.md": "4%",
			"[odd].md": "5%",
			"데이터.md": "6%",
		});
		mkdirSync(join(cwd, "empty"));
		const files = async (...args: string[]) => {
			const { status, stdout, stderr } = await tickmark(["figures", "--format", "json", ...args], { cwd });
			assert.deepEqual([status, stderr], [0, ""]);
			return (JSON.parse(stdout) as readonly { readonly file: string }[]).map(({ file }) => file);
		};
		assert.deepEqual(await files(), ["[odd].md", "b.md", "sub/a.markdown", "데이터.md"]);
		assert.deepEqual(await files("b.md", "sub", "b.md", "./b.md"), ["b.md", "sub/a.markdown"]);
		assert.deepEqual(await files("**/*.{md,markdown}"), ["[odd].md", "b.md", "sub/a.markdown", "데이터.md"]);
		assert.deepEqual(await files("[odd].md"), ["[odd].md"]);
		assert.deepEqual(await files("--text", "sub"), ["sub/a.markdown", "sub/notes.txt"]);
		assert.deepEqual(await files("sub/notes.txt"), ["sub/notes.txt"]);
		await refuses(["figures", "empty"], /^tickmark: empty: no Markdown files in this folder; name a file/, cwd);
		await refuses(["figures", "*.rst"], /^tickmark: \*\.rst: no file matches; check the pattern/, cwd);
		await refuses(["figures", "b.md/c"], /^tickmark: b\.md\/c: no such file or folder/, cwd);
	});

	it("says that a file may not be read", () => {
		// Whoever runs the tests may be allowed to read everything.
		const error = fileError("a.md", Object.assign(new Error("EACCES: permission denied, open 'a.md'"), { code: "EACCES" }));
		assert.ok(error instanceof CommandError);
		assert.equal(error.message, "a.md: permission denied; change its permissions or name another file");
	});
});
