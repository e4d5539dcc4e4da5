import assert from "node:assert/strict";
import { type CompletionItem, CompletionItemTag, type TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { modernClient, TestClient } from "./client.ts";

const uri = "file:///report/draft.md";
/** Where the cursor stands in a text: a character that no draft has. */
const cursor = "‸";

describe("completion of framework citations", () => {
	let client: TestClient;
	before(async () => {
		client = await TestClient.start({
			inProcess: {},
			capabilities: {
				...modernClient,
				textDocument: { ...modernClient.textDocument, completion: { completionItem: { tagSupport: { valueSet: [1] } } } },
			},
		});
	});
	after(() => client.stop());

	/** What is offered at the cursor, and what the text becomes when the first of it is taken. */
	async function complete(marked: string): Promise<{ items: CompletionItem[]; labels: string[]; taken: string }> {
		const offset = marked.indexOf(cursor);
		const text = marked.replace(cursor, "");
		const document = TextDocument.create(uri, "markdown", 1, text);
		await client.open(uri, text);
		const items: CompletionItem[] = await client.connection.sendRequest("textDocument/completion", {
			textDocument: { uri },
			position: document.positionAt(offset),
		});
		await client.close(uri);
		items.sort((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
		const [first] = items;
		return {
			items,
			labels: items.map(({ label }) => label),
			taken: first ? TextDocument.applyEdits(document, [first.textEdit as TextEdit]) : text,
		};
	}

	it("is announced with the characters that ask for it", () => {
		const triggers = client.initialized.capabilities.completionProvider?.triggerCharacters ?? [];
		for (const character of [" ", "(", "（", "."]) {
			assert.ok(triggers.includes(character), character);
		}
	});

	const behindNames: readonly (readonly [text: string, offered: string])[] = [
		[`See GRI ${cursor}`, "305-1"],
		[`See GRI 305-${cursor} for more.`, "305-2"],
		[`见 GRI ${cursor}`, "305-1"],
		[`See ESRS ${cursor}`, "E1-6"],
		[`See ESRS E1${cursor}`, "E1-6"],
		[`See SDG ${cursor}`, "13.2"],
		[`See IFRS S2.${cursor}`, "S2.29(a)"],
		[`See TCFD ${cursor}`, "Metrics and Targets b"],
		[`See TCFD Metrics${cursor}`, "Metrics and Targets b"],
		[`见 TCFD ${cursor} 的建议，我们按其披露。`, "指标与目标b"],
		[`See HKEX KPI A${cursor}`, "KPI A1.1"],
		[`See GRI 305-1, 305-${cursor}`, "305-2"],
		[`See GRI Emis${cursor}`, "305-1"],
		[`| Topic | Where |\n| --- | --- |\n| GRI ${cursor} | here |`, "305-1"],
		[`# GRI ${cursor}\n\nText.`, "305-1"],
		[`Text.[^1]\n\n[^1]: GRI ${cursor}`, "305-1"],
		[`온실가스 배출량은 GRI ${cursor}`, "305-1"],
	];
	for (const [text, offered] of behindNames) {
		it(`offers ${offered} in ${JSON.stringify(text)}`, async () => {
			const { labels } = await complete(text);
			assert.ok(labels.includes(offered), labels.slice(0, 20).join(", "));
		});
	}

	it("puts the code in the place of what has been typed of it", async () => {
		assert.equal((await complete(`Emissions, see GRI 305-1${cursor}.`)).taken, "Emissions, see GRI 305-1.");
		assert.equal((await complete(`Emissions, see GRI 305-${cursor}.`)).taken, "Emissions, see GRI 305-1.");
		assert.equal((await complete(`排放😀见 GRI 305-${cursor}。`)).taken, "排放😀见 GRI 305-1。");
	});

	it("shows labels in the language of the draft, and the edition", async () => {
		const label = async (text: string): Promise<string | undefined> =>
			(await complete(text)).items.find((item) => item.label === "305-1")?.labelDetails?.description;
		assert.equal(await label(`Emissions, see GRI ${cursor}`), "Scope 1 emissions");
		assert.match((await label(`温室气体排放见 GRI ${cursor}`)) ?? "", /范围一/);
		assert.match((await label(`溫室氣體排放量與減排目標見 GRI ${cursor}`)) ?? "", /範圍一/);
		assert.match((await label(`온실가스 배출량은 다음을 참고: GRI ${cursor}`)) ?? "", /배출/);
		const { items } = await complete(`Emissions, see GRI ${cursor}`);
		assert.match(items.find((item) => item.label === "305-1")?.detail ?? "", /2016/);
	});

	it("strikes through what has been withdrawn, says what to use instead, and sorts it last", async () => {
		const { items, labels } = await complete(`Compliance, see GRI ${cursor}`);
		const withdrawn = items.find((item) => item.label === "307-1");
		assert.deepEqual(withdrawn?.tags, [CompletionItemTag.Deprecated]);
		assert.match(String(withdrawn?.documentation), /2-27/);
		const firstEnded = items.findIndex((item) => item.tags?.includes(CompletionItemTag.Deprecated));
		assert.ok(items.slice(firstEnded).every((item) => item.tags?.includes(CompletionItemTag.Deprecated)));
		assert.ok(labels.indexOf("305-1") < firstEnded);
	});

	const front = "---\nframeworks: [GRI, TCFD]\nreporting-period: 2022\n---\n\n";
	it("offers behind a bracket what fits the figure's kind, for each declared framework first", async () => {
		const { items, labels, taken } = await complete(`${front}Scope 1 emissions were 1,200 tCO2e (${cursor})`);
		assert.deepEqual(labels.slice(0, 2), ["GRI 305-1", "TCFD Metrics and Targets b"]);
		assert.equal(items[0]?.preselect, true);
		assert.ok(labels.length > 20, "the others follow");
		assert.match(taken, /\(GRI 305-1\)$/);
	});

	it("offers what fits in Chinese and Korean, in the draft's brackets", async () => {
		assert.match((await complete(`${front}范围一排放量为1200吨二氧化碳当量（${cursor}）。`)).taken, /（GRI 305-1）。$/);
		assert.match((await complete(`${front}스코프 1 배출량은 1,200 tCO2e이다 (${cursor}).`)).taken, /\(GRI 305-1\)\.$/);
	});

	it("puts what fits the figure first behind a name, too", async () => {
		const { labels } = await complete(`${front}Our energy consumption was 4,300 MWh (GRI ${cursor})`);
		assert.equal(labels[0], "302-1");
	});

	it("writes as the draft cites", async () => {
		const short = await complete(`${front}Governance, see TCFD GOV-a.\n\nScope 1 emissions were 1,200 tCO2e (TCFD ${cursor})`);
		assert.equal(short.labels[0], "MT-b");
		const tight = await complete(`${front}Waste (GRI306-3).\n\nScope 1 emissions were 1,200 tCO2e (${cursor})`);
		assert.equal(tight.labels[0], "GRI305-1");
	});

	const nowhere: readonly (readonly [what: string, text: string])[] = [
		["prose", `We reduced emissions ${cursor}`],
		["a bracket behind no figure", `Our bank (${cursor}`],
		["a bracket behind a figure of no kind", `We planted 300 roses (${cursor}`],
		["a sentence that goes on behind a code", `As in GRI 305-1, ${cursor}`],
		["a sentence about a framework", `GRI is ${cursor}`],
		["front matter", `---\ntitle: GRI ${cursor}\n---\n`],
		["fenced code", `\`\`\`\nGRI ${cursor}\n\`\`\``],
		["fenced code that is still open", `Text.\n\n\`\`\`\nGRI ${cursor}`],
		["indented code", `Text.\n\n    GRI ${cursor}`],
		["code in a sentence", `Text \`GRI ${cursor}\` more.`],
		["code that is still open", `Text \`GRI ${cursor}`],
		["a link's target", `Text [here](GRI ${cursor}) more.`],
		["a link's target that is still open", `Text [here](GRI${cursor}`],
		["a comment", `Text <!-- GRI ${cursor} --> more.`],
		["a word that only ends like a name", `The AGRI ${cursor}`],
	];
	for (const [what, text] of nowhere) {
		it(`offers nothing in ${what}`, async () => {
			assert.deepEqual((await complete(text)).labels, []);
		});
	}
});
