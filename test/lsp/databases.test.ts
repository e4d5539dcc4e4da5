import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import { buildDatabase } from "../../server/src/store/build.ts";
import type { OpenClaimsDatabase } from "../../server/src/store/openDatabase.ts";
import { openDatabase } from "../../server/src/store/openDatabase.ts";
import { modernClient, plainClient, rangeOf, root, scratchFolder, seeds, seedsDatabase, TestClient } from "./client.ts";

const text = "In 2022, WeBank employed 4,321 employees.\n";

/** A workspace folder with a draft and two databases, of which one supports its figure. */
async function workspace(): Promise<{ folder: string; uri: string; own: string; supporting: string; other: string }> {
	const folder = scratchFolder();
	mkdirSync(join(folder, ".tickmark"));
	const build = async (name: string, sentence: string): Promise<string> => {
		const source = join(folder, `${name}.md`);
		writeFileSync(
			source,
			`---\nkey: ${name}\ntitle: ${name}\npublisher: P\npublished: 2023-01-01\nlanguage: en\nentity: WeBank\n---\n\n${sentence}\n`,
		);
		const out = join(folder, `${name}.db`);
		await buildDatabase({ sources: [source], out, glossary: standardGlossary() });
		return out;
	};
	return {
		folder,
		uri: pathToFileURL(join(folder, "draft.md")).href,
		own: join(folder, ".tickmark", "claims.db"),
		supporting: await build("supporting", "In 2022, WeBank employed 4,321 employees."),
		other: await build("other", "In 2022, WeBank planted 100 trees."),
	};
}

async function supported(client: TestClient, uri: string): Promise<boolean> {
	const hover = await client.hover(uri, rangeOf(text, "4,321").start);
	return JSON.stringify(hover).includes("Supported.");
}

describe("claims databases", function () {
	this.timeout(60_000);

	it("are the workspace's own where it has one, else the bundled one", async () => {
		const { folder, uri, own, supporting } = await workspace();
		const product = scratchFolder();
		mkdirSync(join(product, "dist"));
		copyFileSync(await seedsDatabase(), join(product, "dist", "seeds.db"));
		const client = await TestClient.start({ folders: [folder], inProcess: { root: product } });
		const draft = `${text}\nAnt Group invested RMB 20.46 billion in technology in 2022.\n`;
		await client.open(uri, draft);
		const hover = async (): Promise<string> => JSON.stringify(await client.hover(uri, rangeOf(draft, "20.46").start));
		assert.match(await hover(), /Supported\./);
		assert.equal(await supported(client, uri), false);
		copyFileSync(supporting, own);
		await client.filesChanged(own);
		await client.until(() => client.refreshes > 0);
		assert.equal(await supported(client, uri), true);
		assert.match(await hover(), /Unsupported\./);
		rmSync(own);
		await client.filesChanged(own);
		await client.until(() => client.refreshes > 1);
		assert.match(await hover(), /Supported\./);
		assert.deepEqual(client.messages, []);
		await client.stop();
	});

	it("can be several, by paths relative to the folder", async () => {
		const { folder, uri } = await workspace();
		const client = await TestClient.start({
			folders: [folder],
			// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the editor.
			settings: { claims: ["other.db", "${workspaceFolder}/supporting.db"] },
		});
		await client.open(uri, text);
		assert.equal(await supported(client, uri), true);
		await client.stop();
	});

	it("are read anew when they are rebuilt, also by a rename, and the drafts are refreshed", async () => {
		const { folder, uri, own, supporting, other } = await workspace();
		copyFileSync(other, own);
		const client = await TestClient.start({ folders: [folder] });
		await client.open(uri, text);
		const unsupported = async (): Promise<boolean> => (await client.pull(uri)).some(({ code }) => code === "unsupported-figure");
		assert.equal(await unsupported(), true);
		copyFileSync(supporting, own);
		await client.filesChanged(own);
		await client.until(() => client.refreshes > 0);
		assert.equal(await unsupported(), false);
		const before = client.refreshes;
		copyFileSync(other, `${own}.new`);
		renameSync(`${own}.new`, own);
		await client.filesChanged(own);
		await client.until(() => client.refreshes > before);
		assert.equal(await unsupported(), true);
		await client.stop();
	});

	it("are watched by the client where it can", async () => {
		const { folder, uri, supporting } = await workspace();
		const client = await TestClient.start({
			folders: [folder],
			settings: { claims: [supporting], sources: ["supporting.md", "texts"] },
		});
		await client.open(uri, text);
		await client.pull(uri);
		const watched = JSON.stringify(client.registrations.filter(({ method }) => method === "workspace/didChangeWatchedFiles"));
		for (const pattern of ["**/.tickmark/**", "supporting.db", "supporting.md", "texts"]) {
			assert.ok(watched.includes(pattern), `${pattern} in ${watched}`);
		}
		await client.stop();
	});

	it("are watched by the server where the client cannot", async () => {
		const { folder, uri, own, supporting, other } = await workspace();
		copyFileSync(other, own);
		const client = await TestClient.start({ folders: [folder], capabilities: plainClient });
		await client.open(uri, text);
		const last = () => client.published.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code);
		await client.until(() => last()?.includes("unsupported-figure"));
		copyFileSync(supporting, `${own}.new`);
		renameSync(`${own}.new`, own);
		await client.until(() => last() && !last()?.includes("unsupported-figure"));
		await client.stop();
	});

	it("that break keep their last good version, with one message, until they are mended", async () => {
		const { folder, uri, own, supporting, other } = await workspace();
		copyFileSync(supporting, own);
		const client = await TestClient.start({ folders: [folder] });
		await client.open(uri, text);
		assert.equal(await supported(client, uri), true);
		writeFileSync(own, "SQLite format 3\0 and then nothing");
		await client.filesChanged(own);
		assert.equal(await supported(client, uri), true);
		const message = await client.until(() => client.messages[0]);
		assert.match(message.message, /damaged or cut off.*last good version/s);
		assert.ok(message.message.includes(own));
		await client.change(uri, { text: `${text}\n` });
		assert.equal(await supported(client, uri), true);
		assert.equal(client.messages.length, 1);
		const before = client.refreshes;
		copyFileSync(other, own);
		await client.filesChanged(own);
		await client.until(() => client.refreshes > before);
		assert.equal(await supported(client, uri), false);
		assert.equal(client.messages.length, 1);
		await client.stop();
	});

	it("that cannot be used give no finding that rests on them, and the status says why", async () => {
		const { folder, uri } = await workspace();
		const client = await TestClient.start({ folders: [folder], settings: { claims: ["nowhere.db"] } });
		await client.open(uri, text);
		assert.ok(!(await client.pull(uri)).some(({ code }) => code === "unsupported-figure"));
		const status = await client.until(() => client.status[0]);
		assert.match(status.problems[0] ?? "", /nowhere\.db does not exist/);
		await client.stop();
	});

	it("stay open for as long as someone reads them", async () => {
		const { folder, uri, own, supporting, other } = await workspace();
		copyFileSync(supporting, own);
		const open: string[] = [];
		let asked = (): void => {};
		let go = (): void => {};
		const wasAsked = new Promise<void>((resolve) => (asked = resolve));
		const mayGo = new Promise<void>((resolve) => (go = resolve));
		let slow = true;
		const watching = async (file: string): Promise<OpenClaimsDatabase> => {
			const database = await openDatabase(file);
			const name = `${open.length}`;
			open.push(name);
			const wait = slow;
			slow = false;
			return {
				version: database.version,
				glossary: database.glossary,
				sources: database.sources,
				lookup: async (queries) => {
					if (wait) {
						asked();
						await mayGo;
					}
					return database.lookup(queries);
				},
				search: (words, limit) => database.search(words, limit),
				allClaims: () => database.allClaims(),
				close: () => {
					open.splice(open.indexOf(name), 1);
					database.close();
				},
			};
		};
		const client = await TestClient.start({ folders: [folder], inProcess: { openDatabase: watching } });
		await client.open(uri, text);
		const first = client.pullReport(uri);
		first.catch(() => {});
		await wasAsked;
		copyFileSync(other, own);
		await client.filesChanged(own);
		await client.until(() => client.refreshes > 0);
		assert.deepEqual(open, ["0", "1"], "the old one is still read");
		go();
		await first.catch(() => {});
		assert.equal(await supported(client, uri), false);
		assert.deepEqual(open, ["1"]);
		await client.stop();
		assert.deepEqual(open, []);
	});

	it("follow workspace folders that come and go", async () => {
		const { folder, uri, own, supporting } = await workspace();
		copyFileSync(supporting, own);
		const product = scratchFolder();
		mkdirSync(join(product, "dist"));
		copyFileSync(await seedsDatabase(), join(product, "dist", "seeds.db"));
		const client = await TestClient.start({ inProcess: { root: product } });
		const nested = `${uri.slice(0, -"draft.md".length)}chapters/draft.md`;
		await client.open(nested, text);
		assert.equal(await supported(client, nested), false);
		const change = (added: string[], removed: string[]): Promise<void> => {
			const folders = (paths: string[]) => paths.map((path) => ({ uri: pathToFileURL(path).href, name: path }));
			return client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
				event: { added: folders(added), removed: folders(removed) },
			});
		};
		await change([folder], []);
		await client.until(() => client.refreshes > 0);
		assert.equal(await supported(client, nested), true);
		await change([], [folder]);
		await client.until(() => client.refreshes > 1);
		assert.equal(await supported(client, nested), false);
		await client.stop();
	});

	describe("built by the command", () => {
		const build = (client: TestClient, given?: unknown): Promise<unknown> =>
			client.connection.sendRequest("workspace/executeCommand", {
				command: "tickmark.buildClaims",
				arguments: given === undefined ? [] : [given],
			});

		it("refresh the open drafts, with progress and a message", async () => {
			const { folder, uri, own } = await workspace();
			const client = await TestClient.start({ folders: [folder], settings: { sources: ["supporting.md"] } });
			await client.open(uri, text);
			const result = await build(client);
			assert.deepEqual(result, { database: own, sources: 1, figures: 1, claims: 1, skipped: 0 });
			assert.equal(await supported(client, uri), true);
			const database = await openDatabase(own);
			assert.deepEqual(
				database.sources.map(({ file }) => file),
				["supporting.md"],
			);
			database.close();
			const hover = JSON.stringify(await client.hover(uri, rangeOf(text, "4,321").start));
			assert.ok(hover.includes(`${pathToFileURL(join(folder, "supporting.md")).href}#L`), hover);
			assert.ok(client.refreshes > 0);
			const kinds = client.progress.map(({ value }) => value.kind);
			assert.equal(kinds[0], "begin");
			assert.ok(kinds.includes("report"));
			assert.equal(kinds.at(-1), "end");
			assert.match(client.messages.at(-1)?.message ?? "", /1 claim from 1 figure in 1 source\./);
			await client.stop();
		});

		it("take sources as arguments, and say what was skipped", async () => {
			const { folder } = await workspace();
			writeFileSync(join(folder, "picture.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
			const client = await TestClient.start({ folders: [folder] });
			const sources = [pathToFileURL(join(folder, "supporting.md")).href, join(folder, "picture.png")];
			const result = (await build(client, { folder: pathToFileURL(folder).href, sources })) as {
				sources: number;
				skipped: number;
			};
			assert.deepEqual([result.sources, result.skipped], [1, 1]);
			assert.match(client.messages.at(-1)?.message ?? "", /1 file was skipped/);
			await client.until(() => client.log.some((line) => line.includes("picture.png")));
			await client.stop();
		});

		it("say what is missing", async () => {
			const { folder } = await workspace();
			const client = await TestClient.start({ folders: [folder] });
			assert.equal(await build(client), null);
			assert.match(client.messages.at(-1)?.message ?? "", /tickmark\.sources/);
			assert.equal(await build(client, { sources: ["nowhere"] }), null);
			assert.match(client.messages.at(-1)?.message ?? "", /nowhere does not exist/);
			await client.stop();
			const homeless = await TestClient.start({ settings: { sources: ["/tmp"] } });
			assert.equal(await build(homeless), null);
			assert.match(homeless.messages.at(-1)?.message ?? "", /workspace folder/);
			await homeless.stop();
		});

		it("can be cancelled, and the old file stays", async () => {
			const { folder, uri, own, supporting } = await workspace();
			copyFileSync(supporting, own);
			const client = await TestClient.start({ folders: [folder], settings: { sources: [seeds] } });
			await client.open(uri, text);
			client.connection.onNotification("$/progress", ({ token, value }: { token: string; value: { kind: string } }) => {
				if (value.kind === "begin") {
					void client.connection.sendNotification("window/workDoneProgress/cancel", { token });
				}
			});
			assert.equal(await build(client), null);
			assert.match(client.messages.at(-1)?.message ?? "", /cancelled/);
			assert.equal(await supported(client, uri), true);
			await client.stop();
		});

		it("are out of date when a source changes, until they are built again", async () => {
			const { folder, uri } = await workspace();
			const client = await TestClient.start({ folders: [folder], settings: { sources: ["supporting.md"] } });
			await build(client);
			await client.open(uri, text);
			await client.pull(uri);
			await client.until(() => client.status.at(-1)?.outdated === false);
			await client.filesChanged(join(folder, "supporting.md"));
			await client.until(() => client.status.at(-1)?.outdated === true);
			await build(client);
			await client.pull(uri);
			await client.until(() => client.status.at(-1)?.outdated === false);
			await client.stop();
		});
	});

	it("knows nothing of an unknown command", async () => {
		const client = await TestClient.start({ inProcess: {}, capabilities: modernClient });
		assert.equal(await client.connection.sendRequest("workspace/executeCommand", { command: "tickmark.dance" }), null);
		assert.ok(root);
		await client.stop();
	});
});
