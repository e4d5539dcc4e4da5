import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { MarkupContent } from "vscode-languageserver-protocol";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import type { ClaimsAtResult } from "../../server/src/lsp/messages.ts";
import { buildDatabase } from "../../server/src/store/build.ts";
import { modernClient, rangeOf, scratchFolder, seedsDatabase, TestClient } from "./client.ts";

const uri = "file:///drafts/draft.md";

describe("hover", function () {
	this.timeout(60_000);
	let client: TestClient;

	before(async () => {
		client = await TestClient.start({ settings: { claims: [await seedsDatabase()] } });
	});

	after(() => client.stop());

	/** What is said of the figure, one paragraph an item. */
	async function hovered(text: string, figure: string, on = client): Promise<string[]> {
		await on.open(uri, text);
		const range = rangeOf(text, figure);
		const hover = await on.hover(uri, range.start);
		await on.close(uri);
		return hover ? (hover.contents as MarkupContent).value.split("\n\n") : [];
	}

	it("explains a supported figure", async () => {
		const text = "Ant Group invested RMB 20.46 billion in technology in 2022.";
		const paragraphs = await hovered(text, "20.46");
		assert.equal(paragraphs[0], "**✓ Supported.** Ant Group's R\\&D spending in 2022: **RMB 20.46 billion**");
		assert.match(paragraphs[1] ?? "", /^> .*\*\*204억 ?6000만 위안\*\*/);
		const [published, value, converted] = (paragraphs[2] ?? "").split("\\\n");
		const link = /^\[.+\]\((file:.+)#L(\d+),(\d+)\), .+, 20\d\d-\d\d-\d\d$/.exec(published ?? "");
		assert.ok(link, published);
		const line = readFileSync(fileURLToPath(link[1] ?? ""), "utf8").split("\n")[Number(link[2]) - 1] ?? "";
		assert.ok(line.slice(Number(link[3]) - 1).startsWith("204억"), line);
		assert.equal(value, "20,460,000,000 CNY · 2022");
		assert.match(converted ?? "", /^≈ US\\\$2\.89 billion at 1 USD = 7\.0\d+ CNY \(the source's own pair of amounts\)$/);
		const [head, , row, ...more] = (paragraphs[3] ?? "").split("\n");
		assert.equal(head, "| Why | entity | measure | period | value |");
		assert.match(row ?? "", /^\| \[RMB 20\.46 billion\]\(file:.+#L\d+,\d+\) · 2022 \| ✓ \| ✓ \| ✓ \| ✓ \|$/);
		assert.deepEqual(more, []);
		assert.equal(paragraphs.length, 4);
	});

	/** The rows of the table, without links: what was compared, then the marks. */
	function why(paragraphs: readonly string[]): string[][] {
		const rows = paragraphs.find((paragraph) => paragraph.startsWith("| Why"))?.split("\n") ?? [];
		return rows
			.filter((_, index) => index !== 1)
			.map((row) =>
				row
					.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
					.split("|")
					.slice(1, -1)
					.map((cell) => cell.trim()),
			);
	}

	it("shows in short what of the claims matched, and what did not", async () => {
		const head = ["Why", "entity", "measure", "period", "value"];
		const cases: [text: string, figure: string, rows: string[][]][] = [
			[
				"Ant Group invested RMB 20.46 billion in technology in 2021.",
				"20.46",
				[head, ["RMB 20.46 billion · 2022", "✓", "✓", "✗", "✓"]],
			],
			[
				"Weiyedai covered 31 provinces at the end of 2022.",
				"31",
				[head, ["Weilidai · 31 provinces · 2022-12-31", "✗", "✓", "✓", "✓"], ["30 provinces · 2023-06-29", "✓", "✓", "✗", "✗"]],
			],
		];
		for (const [text, figure, rows] of cases) {
			assert.deepEqual(why(await hovered(text, figure)), rows, text);
		}
	});

	it("has a column for the unit where that is what differs", async () => {
		const text = "Mashang Consumer Finance saved 690 million tonnes of A4 paper by 7 September 2021.";
		const [head = [], row = []] = why(await hovered(text, "690"));
		assert.equal(row[head.indexOf("unit")], "✗");
		assert.equal(row[head.indexOf("value")], "✓");
	});

	it("says once what the squiggle's message says, and all of it where nothing is underlined", async () => {
		const slip = "Ant Group invested RMB 204.6 billion in technology in 2022.";
		const [verdict] = await hovered(slip, "204.6");
		assert.equal(verdict, "**✗ Scale slip.**");
		const [silenced] = await hovered(`<!-- tickmark-ignore-next scale-slip: known -->\n\n${slip}`, "204.6");
		assert.equal(silenced, "**✗ Scale slip.** The source says RMB 20.46 billion; the draft is off by a power of ten.");
	});

	it("shows how a derived figure follows, with the source of each operand", async () => {
		const text =
			"Ant Group and MYbank have cumulatively served 86 million small businesses by the end of 2022 and aim for 100 million small businesses by 2030, 14 million small businesses more.";
		const [verdict, operands, ...more] = await hovered(text, "14 million");
		assert.match(verdict ?? "", /^\*\*✓ Supported\.\*\* .*14 million .*= 100 million .*− 86 million /);
		const lines = (operands ?? "").split("\n");
		assert.equal(lines.length, 2);
		for (const [index, quantity] of ["100 million enterprises", "86 million enterprises"].entries()) {
			assert.match(
				lines[index] ?? "",
				new RegExp(`^- .+\\*\\*${quantity}\\*\\* – \\[.+\\]\\(file:.+#L\\d+,\\d+\\), .+2023-06-07$`),
			);
		}
		assert.deepEqual(more, []);
	});

	it("shows the newer claim of a figure that is out of date, beside the one that supports it", async () => {
		const folder = scratchFolder();
		const source = (key: string, published: string, sentence: string): string => {
			const meta = `key: ${key}\ntitle: ${key}\npublisher: P\npublished: ${published}\nlanguage: en\nentity: WeBank`;
			const file = join(folder, `${key}.md`);
			writeFileSync(file, `---\n${meta}\n---\n\n${sentence}\n`);
			return file;
		};
		const sources = [
			source("old", "2023-06-29", "By 29 June 2023, WeBank had cumulatively served over 360 million individual customers."),
			source("new", "2024-04-30", "By 31 March 2024, WeBank had cumulatively served over 400 million individual customers."),
		];
		const out = join(folder, "two.db");
		await buildDatabase({ sources, out, glossary: standardGlossary() });
		const other = await TestClient.start({ settings: { claims: [out] }, inProcess: {} });
		const text = "WeBank has cumulatively served over 360 million individual customers.";
		await other.open(uri, text);
		const [finding] = (await other.pull(uri)).filter(({ code }) => code === "stale-figure");
		assert.match(String(finding?.message), /over 400 million customers as at 31 March 2024 \(new, 2024-04-30\)/);
		const places = finding?.relatedInformation?.map(({ location }) => location.uri);
		assert.deepEqual(
			places,
			[join(folder, "new.md"), join(folder, "old.md")].map((path) => pathToFileURL(path).href),
		);
		assert.deepEqual(why(await hovered(text, "360", other)), [
			["Why", "entity", "measure", "period", "value"],
			["over 360 million customers · 2023-06-29", "✓", "✓", "?", "✓"],
			["over 400 million customers · 2024-03-31", "✓", "✓", "?", "✗"],
		]);
		await other.stop();
	});

	it("says no identifiers", async () => {
		const text = "Ant Group invested RMB 20.46 billion in technology in 2022. WeBank planted 52,000 trees in 2022.";
		for (const figure of ["20.46", "52,000"]) {
			assert.doesNotMatch(
				(await hovered(text, figure)).join("\n"),
				/research_spending|more-than|unsupported-figure|ant-group-2022#/,
			);
		}
	});

	it("covers the figure, from its first to behind its last character", async () => {
		const text = "🌱 蚂蚁集团2022年研发投入204.6亿元。";
		await client.open(uri, text);
		const range = rangeOf(text, "204.6亿元");
		for (const character of [range.start.character, range.end.character - 1, range.end.character]) {
			assert.deepEqual((await client.hover(uri, { line: 0, character }))?.range, range);
		}
		assert.notDeepEqual((await client.hover(uri, { line: 0, character: range.start.character - 1 }))?.range, range);
		await client.close(uri);
	});

	it("says nothing beside figures, and nothing of dates and codes", async () => {
		const text = "In 2022 we followed GRI 305-1 and planted 52,000 trees.";
		for (const word of ["In", "2022", "planted"]) {
			assert.deepEqual(await hovered(text, word), [], word);
		}
	});

	it("says what an error is and what the source says", async () => {
		const cases: [text: string, figure: string, title: string, words: RegExp][] = [
			["Ant Group invested RMB 204.6 billion in technology in 2022.", "204.6", "✗ Scale slip", /\*\*204억6000만 위안\*\*/],
			["Ant Group invested RMB 21.46 billion in technology in 2022.", "21.46", "✗ Contradicted", /\*\*204억6000만 위안\*\*/],
			["WeBank planted 52,000 trees in 2022.", "52,000", "⚠ Unsupported", /Nothing in the sources/],
		];
		for (const [text, figure, title, words] of cases) {
			const paragraphs = await hovered(text, figure);
			assert.ok(paragraphs[0]?.startsWith(`**${title}.**`), paragraphs[0]);
			assert.match(paragraphs.join("\n\n"), words);
		}
	});

	it("speaks Chinese and Korean", async () => {
		const claims = [await seedsDatabase()];
		for (const [locale, text, figure, verdict, sentence] of [
			["zh-cn", "蚂蚁集团2022年研发投入204.6亿元。", "204.6", "有来源支持。", "蚂蚁集团2022年研发投入：**204.6亿元人民币**"],
			["zh-cn", "螞蟻集團2022年研發投入204.6億元。", "204.6", "有来源支持。", "螞蟻集團2022年研發投入：**204.6億元人民幣**"],
			[
				"ko",
				"2022년 앤트그룹의 연구개발비는 204억6000만 위안이다.",
				"204억",
				"출처 확인.",
				"앤트그룹의 2022년 연구개발비: **204억 6000만 위안**",
			],
		] as const) {
			const other = await TestClient.start({ settings: { claims }, locale, inProcess: {} });
			const paragraphs = await hovered(text, figure, other);
			assert.ok(paragraphs[0]?.startsWith(`**✓ ${verdict}** ${sentence}`), paragraphs[0]);
			assert.match(paragraphs[1] ?? "", /^> .*204억/);
			assert.match(
				paragraphs[3] ?? "",
				locale === "ko" ? /^\| 근거 \| 주체 \| 지표 \| 기간 \| 값 \|/ : /^\| 依据 \| 主体 \| 指标 \| 期间 \| 数值 \|/,
			);
			await other.stop();
		}
	});

	it("is plain text for a client that renders none", async () => {
		const capabilities = {
			...modernClient,
			textDocument: { ...modernClient.textDocument, hover: { contentFormat: ["plaintext" as const] } },
		};
		const other = await TestClient.start({ capabilities, settings: { claims: [await seedsDatabase()] }, inProcess: {} });
		const text = "Ant Group invested RMB 20.46 billion in technology in 2022.";
		await other.open(uri, text);
		const hover = await other.hover(uri, rangeOf(text, "20.46").start);
		assert.ok(hover);
		const { kind, value } = hover.contents as MarkupContent;
		assert.equal(kind, "plaintext");
		assert.doesNotMatch(value, /\*\*|\\|\]\(|\|/);
		assert.match(value, /\n\nWhy\n- RMB 20\.46 billion · 2022: ✓ entity {2}✓ measure {2}✓ period {2}✓ value$/);
		await other.stop();
	});

	it("renders nothing that a source writes", async () => {
		const folder = scratchFolder();
		const source = join(folder, "evil.md");
		const title = "Evil [x](command:evil) ![i](http://e.example/i.png)";
		writeFileSync(
			source,
			`---\nkey: evil\ntitle: ${JSON.stringify(title)}\npublisher: <b>P</b>\npublished: 2023-01-01\nlanguage: en\nentity: WeBank\n---\n\nIn 2022, WeBank employed **[4,321 employees](command:evil)** \`<img src=x>\` at \\<script> https://e.example.\n`,
		);
		const out = join(folder, "evil.db");
		await buildDatabase({ sources: [source], out, glossary: standardGlossary() });
		const other = await TestClient.start({ settings: { claims: [out] }, inProcess: {} });
		const text = "In 2022, WeBank employed 4,321 employees.";
		const markdown = (await hovered(text, "4,321", other)).join("\n\n");
		assert.match(markdown, /Supported/);
		const links = [...markdown.matchAll(/(?<!\\)\]\(([^)]*)/g)].map(([, link]) => link);
		assert.equal(links.length, 2, markdown);
		assert.ok(
			links.every((link) => link?.startsWith(pathToFileURL(source).href)),
			markdown,
		);
		assert.doesNotMatch(markdown, /(?<!\\)</);
		await other.stop();
	});

	it("lists the claims for a figure on request, with their places", async () => {
		const text = "Ant Group invested RMB 20.46 billion in technology in 2022, and left.";
		await client.open(uri, text);
		const at = (position: { line: number; character: number }): Promise<ClaimsAtResult> =>
			client.connection.sendRequest("tickmark/claimsAt", { textDocument: { uri }, position });
		const result = await at(rangeOf(text, "20.46").start);
		assert.equal(result?.figure, "RMB 20.46 billion");
		assert.match(result.verdict, /^Supported: /);
		const [claim] = result.claims;
		assert.match(claim?.printed ?? "", /^204억/);
		assert.equal(claim?.sentence, "Ant Group's R&D spending in 2022: RMB 20.46 billion");
		assert.match(claim?.source ?? "", /20\d\d-\d\d-\d\d$/);
		const location = claim?.location;
		assert.ok(location);
		assert.ok(location.uri.endsWith("/seeds/ant-group-2022.md"));
		const { start, end } = location.range;
		const line = readFileSync(fileURLToPath(location.uri), "utf8").split("\n")[start.line] ?? "";
		assert.match(line.slice(start.character, end.character), /^204억 ?6000만 위안$/);
		assert.equal(await at(rangeOf(text, "left").start), null);
		await client.close(uri);
	});
});
