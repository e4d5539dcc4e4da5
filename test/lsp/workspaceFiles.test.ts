import assert from "node:assert/strict";
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import { buildDatabase } from "../../server/src/store/build.ts";
import { modernClient, plainClient, rangeOf, root, scratchFolder, TestClient } from "./client.ts";

interface Workspace {
	readonly folder: string;
	readonly uri: string;
	readonly glossary: string;
	readonly own: string;
}

/** A workspace folder whose database says one thing. */
async function workspace(sentence: string): Promise<Workspace> {
	const folder = scratchFolder();
	mkdirSync(join(folder, ".tickmark"));
	const source = join(folder, "source.md");
	writeFileSync(
		source,
		`---\nkey: source\ntitle: Source\npublisher: P\npublished: 2023-01-01\nentity: WeBank\n---\n\n${sentence}\n`,
	);
	const out = join(folder, ".tickmark", "claims.db");
	await buildDatabase({ sources: [source], out, base: folder, glossary: standardGlossary() });
	return {
		folder,
		uri: pathToFileURL(join(folder, "draft.md")).href,
		glossary: join(folder, ".tickmark", "glossary.yaml"),
		own: join(folder, ".tickmark", "own-figures.yaml"),
	};
}

function start({ folder }: Workspace, capabilities = modernClient, claims: readonly string[] = []): Promise<TestClient> {
	const inProcess = { root, today: () => new Date(2023, 1, 3) };
	return TestClient.start({ folders: [folder], capabilities, settings: { sources: ["source.md"], claims }, inProcess });
}

async function evidenceCodes(client: TestClient, uri: string): Promise<unknown[]> {
	return (await client.pull(uri)).map(({ code }) => code).filter((code) => `${code}`.endsWith("-figure"));
}

/** Takes the quick-fix with this title, as an editor does. */
async function take(client: TestClient, uri: string, text: string, figure: string, title: RegExp): Promise<void> {
	const actions = await client.codeActions(uri, rangeOf(text, figure));
	const action = actions.find((one) => title.test(one.title));
	assert.ok(action?.command, `${title} is not among ${actions.map((one) => one.title)}`);
	assert.equal(action.kind, "quickfix");
	const { command, arguments: given } = action.command;
	await client.connection.sendRequest("workspace/executeCommand", { command, arguments: given });
}

const listedFor = (client: TestClient, file: string): readonly Diagnostic[] | undefined =>
	client.published.findLast(({ uri }) => uri === pathToFileURL(file).href)?.diagnostics;

describe("the workspace's glossary in the editor", function () {
	this.timeout(60_000);
	const sentence = "2022年，微众银行女性员工占比为50%。";
	const draft = "2022年，微众银行的半边天指数在科技人员中为50%。\n";
	const addName = /^Add “半边天指数” as a name of .+ to \.tickmark\/glossary\.yaml$/;

	it("gets the draft's words by a quick-fix that makes the file, and the figure heals", async () => {
		const place = await workspace(sentence);
		const client = await start(place);
		await client.open(place.uri, draft);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		await take(client, place.uri, draft, "50%", addName);
		assert.match(
			readFileSync(place.glossary, "utf8"),
			/^# .*\n# .*\nmeasures:\n {2}female_employee_share:\n {4}names:\n {6}zh:\n {8}- 半边天指数\n$/,
		);
		assert.deepEqual(readdirSync(join(place.folder, ".tickmark")).sort(), ["claims.db", "glossary.yaml"]);
		assert.ok(client.refreshes > 0);
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		assert.deepEqual(client.messages, []);
		await client.stop();
	});

	it("keeps its comments, its line ends, its byte order mark and a link to it", async () => {
		const place = await workspace(sentence);
		const shared = join(place.folder, "shared.yaml");
		const before =
			"\ufeff# ours\r\nmeasures:\r\n  female_employee_share:   # with care\r\n    names: {zh: [女员工率]}\r\n\r\n# the end\r\n";
		writeFileSync(shared, before);
		symlinkSync(shared, place.glossary);
		const client = await start(place);
		await client.open(place.uri, draft);
		await take(client, place.uri, draft, "50%", addName);
		assert.equal(readFileSync(shared, "utf8"), before.replace("[女员工率]", "[女员工率, 半边天指数]"));
		assert.ok(lstatSync(place.glossary).isSymbolicLink());
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		await client.stop();
	});

	it("checks the drafts again as soon as it changes", async () => {
		for (const capabilities of [modernClient, plainClient]) {
			const place = await workspace(sentence);
			const client = await start(place, capabilities);
			const told = async (): Promise<unknown[]> => {
				if (capabilities === modernClient) {
					return await evidenceCodes(client, place.uri);
				}
				const last = client.published.findLast(({ uri }) => uri === place.uri);
				return (last?.diagnostics ?? []).map(({ code }) => code).filter((code) => code === "unsupported-figure");
			};
			await client.open(place.uri, draft);
			await client.until(() => capabilities === modernClient || client.published.some(({ uri }) => uri === place.uri));
			assert.deepEqual(await told(), ["unsupported-figure"]);
			const known = client.published.length;
			writeFileSync(place.glossary, "measures:\n  female_employee_share: [半边天指数]\n");
			if (capabilities === modernClient) {
				await client.filesChanged(place.glossary);
			}
			await client.until(() => client.refreshes > 0 || client.published.slice(known).some(({ uri }) => uri === place.uri));
			assert.deepEqual(await told(), []);
			await client.stop();
		}
	});

	it("says where it is broken, keeps its last good state, and is not written to", async () => {
		const place = await workspace(sentence);
		writeFileSync(place.glossary, "measures:\n  female_employee_share: [半边天指数]\n");
		const client = await start(place);
		await client.open(place.uri, draft);
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		const broken = "measures:\n  female_employee_share: [半边天指数\n  other: [x\n";
		writeFileSync(place.glossary, broken);
		await client.filesChanged(place.glossary);
		const message = await client.until(() => client.messages[0]?.message);
		assert.match(message, /^\.tickmark\/glossary\.yaml:\d: This is not YAML .* Indent with spaces/);
		assert.equal((await client.until(() => listedFor(client, place.glossary)))[0]?.severity, 1);
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		await client.connection.sendRequest("workspace/executeCommand", {
			command: "tickmark.addName",
			arguments: [{ uri: place.uri, measure: "female_employee_share", name: "别的指数", language: "zh-Hans" }],
		});
		assert.match((await client.until(() => client.messages[1])).message, /was not changed/);
		assert.equal(readFileSync(place.glossary, "utf8"), broken);
		writeFileSync(place.glossary, "entities: {}\n");
		await client.filesChanged(place.glossary);
		await client.until(() => listedFor(client, place.glossary)?.length === 0);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		await client.stop();
	});

	it("uses what is valid of it, and lists the rest with its lines", async () => {
		const place = await workspace(sentence);
		writeFileSync(
			place.glossary,
			"measures:\n  female_employee_share: [半边天指数]\n  employees:\n    nams: [people of ours]\n  lamps_lit: [研发投入, lanterns lit]\n",
		);
		const client = await start(place);
		await client.open(place.uri, draft);
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		const listed = await client.until(() => listedFor(client, place.glossary));
		assert.deepEqual(
			listed.map(({ code, range }) => [code, range.start.line]),
			[
				["unknown-key", 3],
				["clash", 4],
			],
		);
		assert.match(`${listed[0]?.message}`, /Did you mean `names`\?/);
		assert.match(client.messages[0]?.message ?? "", /^\.tickmark\/glossary\.yaml:4: .* \(1 more in the list of problems\)$/);
		assert.ok(client.status.at(-1)?.problems.some((problem) => problem.includes("glossary.yaml:5")));
		await client.stop();
	});

	it("can be a folder, unreadable bytes or far too large without harm", async () => {
		for (const [make, pattern] of [
			[(file: string) => mkdirSync(file), /cannot be read/],
			[(file: string) => writeFileSync(file, Buffer.from([0, 1, 2, 0, 0xff])), /not text/],
			[(file: string) => writeFileSync(file, Buffer.alloc(100 * 1024 * 1024, 0x23)), /larger than 8 MB/],
		] as const) {
			const place = await workspace(sentence);
			make(place.glossary);
			const client = await start(place);
			await client.open(place.uri, draft);
			assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
			assert.match((await client.until(() => client.messages[0])).message, pattern);
			await client.stop();
		}
	});

	it("makes the claims database outdated until that is built again", async () => {
		const place = await workspace("In 2022, WeBank lit 4,000 lanterns in villages.");
		const client = await start(place);
		await client.open(place.uri, "In 2022, WeBank lit 4,000 lanterns.\n");
		await client.pull(place.uri);
		assert.equal(client.status.at(-1)?.outdated, false);
		writeFileSync(place.glossary, "measures:\n  lanterns_lit:\n    names: [lantern]\n    unit: lanterns\n");
		await client.filesChanged(place.glossary);
		await client.until(() => client.refreshes > 0);
		await client.pull(place.uri);
		assert.equal(client.status.at(-1)?.outdated, true);
		await client.connection.sendRequest("workspace/executeCommand", { command: "tickmark.buildClaims", arguments: [] });
		await client.pull(place.uri);
		assert.equal(client.status.at(-1)?.outdated, false);
		const hover = JSON.stringify(await client.hover(place.uri, { line: 0, character: 22 }));
		assert.match(hover, /lantern/);
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		await client.stop();
	});
});

describe("own figures in the editor", function () {
	this.timeout(60_000);
	const sentence = "In 2022, WeBank planted 100 trees.";
	const draft = "In 2022, WeBank employed 4,321 employees. It lit 312 lanterns.\n";
	const record = /^Record 4,321 employees as our own figure/;

	it("are recorded by a quick-fix on an unsupported figure, which heals and is marked", async () => {
		const place = await workspace(sentence);
		const client = await start(place);
		await client.open(place.uri, draft);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure", "unsupported-figure"]);
		await take(client, place.uri, draft, "4,321", record);
		assert.equal(
			readFileSync(place.own, "utf8").replace(/^#.*\n/gm, ""),
			`figures:
  - entity: WeBank
    measure: employees
    value: 4,321 employees
    unit: employee
    period: 2022-12-31
    owner: ""
    date: 2023-02-03
    note: ""
    statement: In 2022, WeBank employed 4,321 employees.
`,
		);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		const hover = JSON.stringify(await client.hover(place.uri, rangeOf(draft, "4,321").start));
		assert.match(hover, /Supported/);
		assert.match(hover, /own record/);
		assert.match(hover, /entered by nobody named, 2023-02-03; not evidence from a source/);
		assert.match(hover, /own-figures\.yaml#L\d+/);
		const before = readFileSync(place.own, "utf8");
		await take(client, place.uri, draft, "312", /^Record 312/);
		assert.ok(readFileSync(place.own, "utf8").startsWith(before.trimEnd()));
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		await client.stop();
	});

	it("keep the units of a table, and of other languages", async () => {
		const place = await workspace(sentence);
		const client = await start(place);
		for (const [text, figure] of [
			["| Item of WeBank | 2022 (RMB million) |\n| --- | --- |\n| Lantern outlay | 4,321 |\n", "4,321"],
			["2022年，微众银行星火支出超过3.45亿元。\n", "3.45亿元"],
			["2022年，微眾銀行點亮燈籠約34.5萬盞。\n", "34.5萬盞"],
			["2022년 위뱅크는 등불 3만4500개를 밝혔다.\n", "3만4500개"],
			["In 2022, WeBank's *lantern* outlay was [US$3.45m](x.md), up from US$2m.\n", "US$3.45m"],
		] as const) {
			await client.open(place.uri, text);
			assert.ok((await evidenceCodes(client, place.uri)).includes("unsupported-figure"), text);
			await take(client, place.uri, text, figure, /^Record /);
			const left = (await client.pull(place.uri)).filter(({ code }) => code === "unsupported-figure");
			assert.ok(!left.some(({ range }) => JSON.stringify(range.start) === JSON.stringify(rangeOf(text, figure).start)), text);
			assert.equal(listedFor(client, place.own)?.length ?? 0, 0, readFileSync(place.own, "utf8"));
			await client.close(place.uri);
		}
		await client.stop();
	});

	it("are not offered for a figure that a source contradicts", async () => {
		const place = await workspace(sentence);
		const client = await start(place);
		const text = "In 2022, WeBank planted 250 trees.\n";
		await client.open(place.uri, text);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["contradicted-figure"]);
		const actions = await client.codeActions(place.uri, rangeOf(text, "250"));
		assert.ok(!actions.some(({ title }) => title.startsWith("Record")));
		await client.stop();
	});

	it("do not go before what a document says of the same", async () => {
		const place = await workspace(sentence);
		writeFileSync(
			place.own,
			"figures:\n  - {entity: WeBank, value: 250 trees, measure: trees_planted, period: 2022}\n  - {entity: WeBank, value: 77 trees, measure: trees_planted, period: 2021}\n",
		);
		const client = await start(place);
		await client.open(place.uri, "In 2022, WeBank planted 250 trees. In 2021, WeBank planted 77 trees.\n");
		assert.deepEqual(await evidenceCodes(client, place.uri), ["contradicted-figure"]);
		const hover = JSON.stringify(await client.hover(place.uri, { line: 0, character: 25 }));
		assert.match(hover, /100 trees/);
		await client.stop();
	});

	it("support nothing any more when they are taken out", async () => {
		const place = await workspace(sentence);
		writeFileSync(place.own, "figures:\n  - {entity: WeBank, value: '4,321 employees', measure: employees, period: 2022}\n");
		const client = await start(place);
		await client.open(place.uri, draft);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		rmSync(place.own);
		await client.filesChanged(place.own);
		await client.until(() => client.refreshes > 0);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure", "unsupported-figure"]);
		await client.stop();
	});

	it("say what is wrong with an entry, use the others, and are never half-written", async () => {
		const place = await workspace(sentence);
		const text =
			"figures:\n  - {entity: WeBank, value: '4,321 employees', measure: employees, period: 2022}\n  - {value: lots}\n";
		writeFileSync(place.own, text);
		const client = await start(place);
		await client.open(place.uri, draft);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		const [listed] = await client.until(() => listedFor(client, place.own));
		assert.deepEqual([listed?.code, listed?.range.start.line], ["no-figure", 2]);
		assert.match(client.messages[0]?.message ?? "", /^\.tickmark\/own-figures\.yaml:3: “lots” of figures\[2\]/);
		writeFileSync(place.own, `${text}  - [`);
		await client.filesChanged(place.own);
		await client.until(() => listedFor(client, place.own)?.[0]?.code === "not-yaml");
		// What was recorded before the slip still counts.
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		await take(client, place.uri, draft, "312", /^Record 312/);
		await client.until(() => client.messages.some(({ message }) => message.includes("was not changed")));
		assert.equal(readFileSync(place.own, "utf8"), `${text}  - [`);
		await client.stop();
	});

	it("need no folder .tickmark to begin with", async () => {
		const place = await workspace(sentence);
		renameSync(join(place.folder, ".tickmark", "claims.db"), join(place.folder, "elsewhere.db"));
		rmSync(join(place.folder, ".tickmark"), { recursive: true });
		const client = await start(place, modernClient, ["elsewhere.db"]);
		const text = "In 2022, WeBank lit 312 lanterns.\n";
		await client.open(place.uri, text);
		assert.deepEqual(await evidenceCodes(client, place.uri), ["unsupported-figure"]);
		await take(client, place.uri, text, "312", /^Record 312/);
		assert.ok(existsSync(place.own));
		assert.deepEqual(await evidenceCodes(client, place.uri), []);
		await client.stop();
	});
});
