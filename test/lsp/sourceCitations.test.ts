/** Citations of sources in the editor: completion, hover, definition, bibliographies that change. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionItem, Hover, Location, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applied, rangeOf, scratchFolder, seeds, seedsDatabase, TestClient, textAt } from "./client.ts";

/** Where the cursor stands in a text: a character that no draft has. */
const cursor = "‸";

describe("citations of sources", function () {
	this.timeout(60_000);
	let client: TestClient;
	let folder: string;
	let uri: string;

	before(async () => {
		folder = scratchFolder();
		uri = pathToFileURL(join(folder, "draft.md")).href;
		client = await TestClient.start({ settings: { claims: [await seedsDatabase()] }, folders: [folder] });
	});

	after(() => client.stop());

	afterEach(() => client.close(uri));

	async function complete(marked: string): Promise<{ items: CompletionItem[]; labels: string[]; take(label: string): string }> {
		const offset = marked.indexOf(cursor);
		const text = marked.replace(cursor, "");
		const document = TextDocument.create(uri, "markdown", 1, text);
		await client.open(uri, text);
		const items: CompletionItem[] = await client.connection.sendRequest("textDocument/completion", {
			textDocument: { uri },
			position: document.positionAt(offset),
		});
		await client.close(uri);
		const take = (label: string): string => {
			const item = items.find((one) => one.label === label);
			assert.ok(item, `${label} is not among ${items.map((one) => one.label)}`);
			return TextDocument.applyEdits(document, [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
		};
		return { items, labels: items.map(({ label }) => label), take };
	}

	const webank = "微众银行王立鹏：以ESG引领数字金融可持续发展之道，可持续发展经济导刊，2023-06-29。";

	describe("completed", () => {
		it("is announced with the characters that ask for it", () => {
			const triggers = client.initialized.capabilities.completionProvider?.triggerCharacters ?? [];
			assert.ok(triggers.includes("^") && triggers.includes("@"));
			assert.equal(client.initialized.capabilities.definitionProvider, true);
		});

		it("offers footnotes of the draft, then sources with their title, and defines what is not defined yet", async () => {
			const { items, labels, take } = await complete(
				`🌱 A.[^${cursor}]\n\n[^note]: Restated.\n[^ant-group-2022]: 디지털타임스.\n`,
			);
			assert.deepEqual(labels, ["note", "ant-group-2022", "mashang-2021", "webank-2023"]);
			assert.equal(items[0]?.detail, "Restated.");
			assert.match(items[1]?.detail ?? "", /앤트그룹.*디지털타임스.*2023-06-07/);
			assert.equal(take("note"), "🌱 A.[^note]\n\n[^note]: Restated.\n[^ant-group-2022]: 디지털타임스.\n");
			assert.equal(
				take("webank-2023").replace(/\[\^webank-2023\]: .*/, "[^webank-2023]: …"),
				"🌱 A.[^webank-2023]\n\n[^note]: Restated.\n[^ant-group-2022]: 디지털타임스.\n[^webank-2023]: …\n",
			);
		});

		it("closes the bracket, and numbers where footnotes are numbered", async () => {
			const { take } = await complete(`一。[^${cursor}\n\n二。[^1]\n\n[^1]: 注。\n`);
			assert.equal(take("1"), "一。[^1]\n\n二。[^1]\n\n[^1]: 注。\n");
			assert.equal(take("webank-2023"), `一。[^2]\n\n二。[^1]\n\n[^1]: 注。\n[^2]: ${webank}\n`);
		});

		it("replaces the key that stands there", async () => {
			const { take } = await complete(`A.[^we${cursor}bunk] B.\n\n[^x]: y\n`);
			assert.match(take("webank-2023"), /^A\.\[\^webank-2023\] B\.\n/);
		});

		it("offers keys of Pandoc from references and sources", async () => {
			const front = "---\nreferences:\n  - id: smith2020\n    title: A handbook\n---\n\n";
			for (const text of [`See [@${cursor}].`, `See [see @smith2020; -@${cursor}`, `As @${cursor} says`]) {
				const { labels, items, take } = await complete(front + text);
				assert.deepEqual(labels, ["smith2020", "ant-group-2022", "mashang-2021", "webank-2023"], text);
				assert.equal(items[0]?.detail, "A handbook");
				assert.equal(take("smith2020"), front + text.replace(cursor, "smith2020"));
			}
		});

		it("offers nothing in code, in addresses of mail, and at a mention in a draft without keys", async () => {
			for (const text of [`\`[^${cursor}\``, `~~~\n[^${cursor}\n~~~\n`, `esg@${cursor}`, `Thanks @${cursor}`, `[x^${cursor}`]) {
				assert.deepEqual((await complete(text)).labels, [], text);
			}
		});
	});

	describe("under the pointer", () => {
		const text = `In 2022 Ant Group invested RMB 20.46 billion.[^ant-group-2022] Users grew[^1] [@smith2020; @webank-2023].[^none]

[^1]: WeBank interview, 29 June 2023.
`;
		const front =
			"---\nreferences:\n  - { id: smith2020, title: A handbook, issued: 2020, author: [{ literal: Jane Smith }] }\n---\n\n";

		async function hover(what: string): Promise<Hover | null> {
			const { start } = rangeOf(front + text, what);
			return await client.hover(uri, { line: start.line, character: start.character + 2 });
		}

		it("shows what a citation stands for", async () => {
			await client.open(uri, front + text);
			for (const [what, expected] of [
				["[^ant-group-2022]", ["앤트그룹", "디지털타임스", "2023-06-07", "ant-group-2022.md", "article\\_no"]],
				["[^1]", ["微众银行王立鹏", "可持续发展经济导刊", "WeBank interview, 29 June 2023"]],
				["@smith2020", ["A handbook", "Jane Smith", "2020", "Not a source"]],
				["@webank-2023", ["微众银行王立鹏"]],
				["[^1]:", ["微众银行王立鹏"]],
			] as const) {
				const shown = await hover(what);
				const { value } = (shown?.contents ?? { value: "nothing" }) as { value: string };
				for (const part of expected) {
					assert.ok(value.includes(part), `${what}: ${value}`);
				}
				assert.ok(shown?.range);
				assert.equal(textAt(front + text, shown.range), what.replace(/:$/, ""));
			}
			assert.equal(await hover("[^none]"), null);
			// The figure before the footnote keeps its own hover.
			const figure = rangeOf(front + text, "20.46 billion");
			assert.match(JSON.stringify(await client.hover(uri, figure.end)), /20\.46/);
		});

		it("leads to the footnote's definition, and from there to the source", async () => {
			await client.open(uri, front + text);
			const definitions = async (what: string): Promise<Location[]> => {
				const { start } = rangeOf(front + text, what);
				return await client.connection.sendRequest("textDocument/definition", {
					textDocument: { uri },
					position: { line: start.line, character: start.character + 2 },
				});
			};
			const [own] = await definitions("[^1]");
			assert.equal(own?.uri, uri);
			assert.deepEqual(own?.range, rangeOf(front + text, "[^1]", (front + text).indexOf("[^1]:")));
			for (const [what, file] of [
				["[^1]:", "webank-2023.md"],
				["[^ant-group-2022]", "ant-group-2022.md"],
				["@webank-2023", "webank-2023.md"],
			] as const) {
				assert.deepEqual(
					(await definitions(what)).map((one) => one.uri),
					[pathToFileURL(join(seeds, file)).href],
					what,
				);
			}
			assert.deepEqual(await definitions("[^none]"), []);
			assert.deepEqual(await definitions("Users"), []);
		});
	});

	describe("of a bibliography", () => {
		const draft = "---\nbibliography: [refs/a.bib]\n---\n\nUsers grew [@smith2020].\n";
		const codes = async (): Promise<unknown[]> => (await client.pull(uri)).map(({ code }) => code);

		it("are known as soon as the file says so, and a broken file is named with what to do", async () => {
			const file = join(folder, "refs", "a.bib");
			mkdirSync(join(folder, "refs"), { recursive: true });
			await client.open(uri, draft);
			const [missing] = await client.pull(uri);
			assert.equal(missing?.code, "front-matter");
			assert.equal(textAt(draft, missing.range), "refs/a.bib");
			assert.match(String(missing.message), /refs\/a\.bib.*no such file.*Correct/);
			assert.ok(
				await client.until(() => client.registrations.find((one) => JSON.stringify(one.registerOptions).includes("a.bib"))),
			);

			const changed = async (): Promise<void> => {
				const refreshes = client.refreshes;
				await client.filesChanged(file);
				await client.until(() => client.refreshes > refreshes);
			};
			writeFileSync(file, "@book{jones2020, title={A}}\n");
			await changed();
			assert.deepEqual(await codes(), ["unknown-source-citation"]);

			writeFileSync(file, "@book{jones2020, title={A}}\n\n@book{smith2020, title={A handbook}, year=2020}\n");
			await changed();
			assert.deepEqual(await codes(), []);
			const { start } = rangeOf(draft, "@smith2020");
			const position = { line: start.line, character: start.character + 1 };
			const location: Location[] = await client.connection.sendRequest("textDocument/definition", {
				textDocument: { uri },
				position,
			});
			assert.deepEqual(location, [
				{ uri: pathToFileURL(file).href, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } } },
			]);
			assert.match(JSON.stringify(await client.hover(uri, position)), /A handbook.*a\.bib/);

			writeFileSync(file, "@book{jones2020, title={A}\n\n@book{smith2020,");
			await changed();
			assert.deepEqual(await codes(), ["front-matter"]);
			rmSync(file);
			mkdirSync(file);
			await changed();
			assert.deepEqual(await codes(), ["front-matter"]);
			rmSync(file, { recursive: true });
		});

		it("may be named in the settings", async () => {
			const { settings } = client;
			writeFileSync(join(folder, "all.json"), '[{"id": "smith2020"}]');
			await client.configure({ ...(settings as object), bibliography: ["all.json"] });
			const text = "Users grew [@smith2020] and [@smith2002].\n";
			await client.open(uri, text);
			assert.deepEqual(
				(await client.pull(uri)).map(({ range }) => textAt(text, range)),
				["[@smith2002]"],
			);
			const [fix] = await client.codeActions(uri, rangeOf(text, "@smith2002"));
			assert.equal(applied(text, uri, 1, fix?.edit), "Users grew [@smith2020] and [@smith2020].\n");
			await client.configure(settings);
		});
	});
});
