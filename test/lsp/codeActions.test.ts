import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-protocol";
import { applied, modernClient, plainClient, rangeOf, seedsDatabase, TestClient } from "./client.ts";

const uri = "file:///drafts/draft.md";
const slip = "Ant Group invested RMB 204.6 billion in technology in 2022.";
const right = "Ant Group invested RMB 20.46 billion in technology in 2022.";

describe("code actions", function () {
	this.timeout(60_000);
	let client: TestClient;

	before(async () => {
		client = await TestClient.start({ settings: { claims: [await seedsDatabase()] } });
	});

	after(() => client.stop());

	afterEach(() => client.close(uri));

	function kindsOf(actions: readonly CodeAction[]): Set<string | undefined> {
		return new Set(actions.map(({ kind }) => kind));
	}

	it("replace a figure by the source's, in the writer's style", async () => {
		const text = `# 🌱\r\n\r\n🌱🌱 ${slip}\r\n`;
		await client.open(uri, text);
		const actions = await client.codeActions(uri, rangeOf(text, "204.6"));
		assert.deepEqual(kindsOf(actions), new Set(["quickfix"]));
		const fix = actions.find(({ isPreferred }) => isPreferred);
		assert.equal(fix?.diagnostics?.[0]?.code, "scale-slip");
		assert.deepEqual(fix.diagnostics[0]?.range, rangeOf(text, "RMB 204.6 billion"));
		assert.equal(applied(text, uri, 1, fix.edit), text.replace("204.6", "20.46"));
	});

	it("are offered where the cursor touches the finding, and nowhere else", async () => {
		await client.open(uri, slip);
		const range = rangeOf(slip, "RMB 204.6 billion");
		for (const position of [range.start, range.end]) {
			assert.ok((await client.codeActions(uri, { start: position, end: position })).length > 0);
		}
		const before = { line: 0, character: range.start.character - 1 };
		assert.deepEqual(await client.codeActions(uri, { start: before, end: before }), []);
	});

	it("ignore a finding with a reason, above its paragraph or table", async () => {
		for (const text of [
			`# T\n\n${slip}\n`,
			`- a\n- ${slip}\n- b\n`,
			"Intro.\n\n| Item | 2022 |\n| --- | --- |\n| Ant Group R&D spending | RMB 204.6 billion |\n",
		]) {
			await client.open(uri, text);
			const ignore = (await client.codeActions(uri, rangeOf(text, "204.6"))).find(({ title }) =>
				title.startsWith("Ignore scale-slip"),
			);
			assert.ok(ignore);
			assert.ok(!ignore.isPreferred);
			const ignored = applied(text, uri, 1, ignore.edit);
			assert.match(ignored, /^(?:- )?<!-- tickmark-ignore-next scale-slip: reason -->$/m);
			await client.change(uri, { text: ignored });
			assert.ok(!(await client.pull(uri)).some(({ code }) => code === "scale-slip" || code === "unused-silence"), ignored);
			await client.close(uri);
		}
	});

	it("let the writer type the reason where the client can", async () => {
		const capabilities = {
			...modernClient,
			workspace: { ...modernClient.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
		};
		const other = await TestClient.start({ capabilities, settings: { claims: [await seedsDatabase()] }, inProcess: {} });
		await other.open(uri, slip);
		const ignore = (await other.codeActions(uri, rangeOf(slip, "204.6"))).find(({ title }) => title.startsWith("Ignore"));
		assert.deepEqual(ignore?.edit?.documentChanges, [
			{
				textDocument: { uri, version: 1 },
				edits: [
					{
						range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
						// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of a snippet.
						snippet: { kind: "snippet", value: "<!-- tickmark-ignore-next scale-slip: ${1:reason} -->\n" },
					},
				],
			},
		]);
		await other.stop();
	});

	it("fix all that is safe at once, and nothing else", async () => {
		const unsupported = "WeBank planted 52,000 trees in 2022.";
		const text = `${slip}\n\n${unsupported}\n\n- ${slip}\n`;
		await client.open(uri, text);
		for (const only of ["source.fixAll.tickmark", "source.fixAll", "source"]) {
			const actions = await client.codeActions(uri, rangeOf(text, text), [only]);
			assert.deepEqual(kindsOf(actions), new Set(["source.fixAll.tickmark"]));
			assert.equal(actions.length, 1);
			assert.equal(applied(text, uri, 1, actions[0]?.edit), `${right}\n\n${unsupported}\n\n- ${right}\n`);
		}
		assert.deepEqual(await client.codeActions(uri, rangeOf(text, text), ["source.organizeImports"]), []);
		assert.deepEqual(kindsOf(await client.codeActions(uri, rangeOf(text, text))), new Set(["quickfix"]));
		await client.change(uri, { text: unsupported });
		assert.deepEqual(await client.codeActions(uri, rangeOf(unsupported, unsupported), ["source.fixAll"]), []);
	});

	it("are for the version that was checked", async () => {
		await client.open(uri, "Nothing.");
		await client.change(uri, { text: `\n${slip}` });
		const version = await client.change(uri, { text: `\n\n${slip}` });
		const text = `\n\n${slip}`;
		const [fix] = await client.codeActions(uri, rangeOf(text, "204.6"));
		assert.equal(applied(text, uri, version, fix?.edit), `\n\n${right}`);
		assert.throws(() => applied(text, uri, version - 1, fix?.edit), /version/);
	});

	it("reach clients that know no versions", async () => {
		const other = await TestClient.start({
			capabilities: plainClient,
			initializationOptions: { settings: { claims: [await seedsDatabase()] } },
			inProcess: {},
		});
		await other.open(uri, slip);
		const [fix] = await other.codeActions(uri, rangeOf(slip, "204.6"));
		assert.deepEqual(Object.keys(fix?.edit ?? {}), ["changes"]);
		assert.equal(applied(slip, uri, 1, fix?.edit), right);
		await other.stop();
	});
});
