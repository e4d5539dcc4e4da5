/** A source that leaves the claims database, or comes back, is seen in an open draft at once: nobody types. */
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import { buildDatabase } from "../../server/src/store/build.ts";
import { modernClient, plainClient, rangeOf, scratchFolder, TestClient } from "./client.ts";

const text = "In 2022, WeBank employed 4,321 employees. In 2022, WeBank planted 500 trees.\n";

class Workspace {
	readonly folder = scratchFolder();
	readonly uri = pathToFileURL(join(this.folder, "draft.md")).href;
	readonly database = join(this.folder, ".tickmark", "claims.db");

	constructor() {
		mkdirSync(join(this.folder, "texts"));
		this.add("people", "In 2022, WeBank employed 4,321 employees.");
		this.add("trees", "In 2022, WeBank planted 500 trees.");
	}

	file(name: string): string {
		return join(this.folder, "texts", `${name}.md`);
	}

	add(name: string, sentence: string): void {
		const meta = `key: ${name}\ntitle: ${name}\npublisher: P\npublished: 2023-01-01\nlanguage: en\nentity: WeBank`;
		writeFileSync(this.file(name), `---\n${meta}\n---\n\n${sentence}\n`);
	}

	/** As `tickmark build` in a terminal does it. */
	async build(): Promise<void> {
		mkdirSync(join(this.folder, ".tickmark"), { recursive: true });
		await buildDatabase({
			sources: [join(this.folder, "texts")],
			out: this.database,
			base: this.folder,
			glossary: standardGlossary(),
		});
	}

	start(capabilities: ClientCapabilities): Promise<TestClient> {
		const settings = { sources: ["texts"] };
		return TestClient.start({ folders: [this.folder], capabilities, settings, initializationOptions: { settings } });
	}
}

function buildCommand(client: TestClient): Promise<unknown> {
	return client.connection.sendRequest("workspace/executeCommand", { command: "tickmark.buildClaims", arguments: [] });
}

/** The figures that are marked as unsupported, of a list of diagnostics. */
function unsupported(
	diagnostics: readonly { readonly code?: unknown; readonly range: { start: { character: number } } }[],
): string[] {
	return diagnostics
		.filter(({ code }) => code === "unsupported-figure")
		.map(({ range }) => text.slice(range.start.character).split(" ", 1)[0] ?? "");
}

describe("a source that is removed from the claims database and comes back", function () {
	this.timeout(60_000);

	it("changes the diagnostics of a client that pulls, when the editor's command builds", async () => {
		const workspace = new Workspace();
		const client = await workspace.start(modernClient);
		await buildCommand(client);
		await client.open(workspace.uri, text);
		assert.deepEqual(unsupported(await client.pull(workspace.uri)), []);
		for (const [change, expected] of [
			[() => rmSync(workspace.file("people")), ["4,321"]],
			[() => rmSync(workspace.file("trees")), ["4,321", "500"]],
			[() => workspace.add("trees", "In 2022, WeBank planted 500 trees."), ["4,321"]],
			[() => workspace.add("people", "In 2022, WeBank employed 4,321 employees."), []],
		] as const) {
			const before = client.refreshes;
			change();
			assert.ok(await buildCommand(client), client.messages.at(-1)?.message);
			await client.until(() => client.refreshes > before);
			assert.deepEqual(unsupported(await client.pull(workspace.uri)), expected);
		}
		await client.stop();
	});

	it("changes what is pushed to a client that does not pull, when the editor's command builds", async () => {
		const workspace = new Workspace();
		const client = await workspace.start(plainClient);
		const last = (): string[] | undefined => {
			const params = client.published.findLast(({ uri }) => uri === workspace.uri);
			return params && unsupported(params.diagnostics);
		};
		const shows = (expected: readonly string[]): Promise<unknown> =>
			client.until(() => JSON.stringify(last()) === JSON.stringify(expected));
		await buildCommand(client);
		await client.open(workspace.uri, text);
		await shows([]);
		rmSync(workspace.file("people"));
		await buildCommand(client);
		await shows(["4,321"]);
		workspace.add("people", "In 2022, WeBank employed 4,321 employees.");
		await buildCommand(client);
		await shows([]);
		await client.stop();
	});

	it("changes them too when the database is built elsewhere, with a client that watches files", async () => {
		const workspace = new Workspace();
		await workspace.build();
		const client = await workspace.start(modernClient);
		await client.open(workspace.uri, text);
		assert.deepEqual(unsupported(await client.pull(workspace.uri)), []);
		let before = client.refreshes;
		rmSync(workspace.file("people"));
		await workspace.build();
		await client.filesChanged(workspace.database);
		await client.until(() => client.refreshes > before);
		assert.deepEqual(unsupported(await client.pull(workspace.uri)), ["4,321"]);
		before = client.refreshes;
		workspace.add("people", "In 2022, WeBank employed 4,321 employees.");
		await workspace.build();
		await client.filesChanged(workspace.database);
		await client.until(() => client.refreshes > before);
		assert.deepEqual(unsupported(await client.pull(workspace.uri)), []);
		await client.stop();
	});

	it("changes them too when the database is built elsewhere, with a client that watches none", async () => {
		const workspace = new Workspace();
		await workspace.build();
		const client = await workspace.start(plainClient);
		const shows = (expected: readonly string[]): Promise<unknown> =>
			client.until(() => {
				const params = client.published.findLast(({ uri }) => uri === workspace.uri);
				return params && JSON.stringify(unsupported(params.diagnostics)) === JSON.stringify(expected);
			});
		await client.open(workspace.uri, text);
		await shows([]);
		renameSync(workspace.file("people"), join(workspace.folder, "people.md"));
		await workspace.build();
		await shows(["4,321"]);
		renameSync(join(workspace.folder, "people.md"), workspace.file("people"));
		await workspace.build();
		await shows([]);
		await client.stop();
	});

	it("is seen when a folder gets its first database, loses it and gets it back, with a client that watches none", async () => {
		const workspace = new Workspace();
		const client = await workspace.start(plainClient);
		const shows = (expected: readonly string[]): Promise<unknown> =>
			client.until(() => {
				const params = client.published.findLast(({ uri }) => uri === workspace.uri);
				return params && JSON.stringify(unsupported(params.diagnostics)) === JSON.stringify(expected);
			});
		await client.open(workspace.uri, text);
		await shows(["4,321", "500"]);
		await workspace.build();
		await shows([]);
		rmSync(join(workspace.folder, ".tickmark"), { recursive: true });
		await shows(["4,321", "500"]);
		await workspace.build();
		await shows([]);
		await client.stop();
	});

	it("changes the hover as well", async () => {
		const workspace = new Workspace();
		const client = await workspace.start(modernClient);
		await buildCommand(client);
		await client.open(workspace.uri, text);
		const hover = async (): Promise<string> => JSON.stringify(await client.hover(workspace.uri, rangeOf(text, "4,321").start));
		assert.match(await hover(), /✓ Supported\./);
		rmSync(workspace.file("people"));
		await buildCommand(client);
		assert.match(await hover(), /⚠ Unsupported\./);
		await client.stop();
	});
});
