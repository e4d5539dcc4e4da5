import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
	ApplyWorkspaceEditParams,
	ApplyWorkspaceEditResult,
	Location,
	MarkupContent,
	Position,
} from "vscode-languageserver-protocol";
import {
	type ContentIndexResult,
	type CoverageResult,
	contentIndexCommand,
	coverageMethod,
} from "../../server/src/lsp/messages.ts";
import { applied, plainClient, rangeOf, scratchFolder, TestClient, textAt } from "./client.ts";

const draft = `---
frameworks: [GRI, TCFD]
reporting-period: 2022
---

# Report

## Emissions 😀

Scope 1 emissions were 1,200 tCO2e (GRI 305-1). See GRI 302-1 to 302-3.

## Targets

We halve them by 2030 (GRI 305-1; TCFD Metrics and Targets c). Compliance is told under GRI 307-1.

## GRI Content Index

| GRI | Page |
| --- | --- |
| GRI 305-1 | 9 |
| GRI 302-1 | 10 |
`;
const people = `# People

## Staff

We employ 300 people (GRI 2-7), who emit nothing (GRI 305-1).
`;

describe("disclosures in the editor", function () {
	this.timeout(60_000);
	let folder = "";
	let uri = "";
	let peopleUri = "";
	let client: TestClient;

	beforeEach(async () => {
		folder = scratchFolder();
		mkdirSync(join(folder, "chapters"));
		mkdirSync(join(folder, "node_modules"));
		writeFileSync(join(folder, "report.md"), draft);
		writeFileSync(join(folder, "chapters", "people.md"), people);
		writeFileSync(join(folder, "node_modules", "other.md"), people);
		writeFileSync(join(folder, "notes.txt"), people);
		uri = pathToFileURL(join(folder, "report.md")).href;
		peopleUri = pathToFileURL(join(folder, "chapters", "people.md")).href;
		client = await TestClient.start({ inProcess: {}, folders: [folder] });
	});

	afterEach(() => client.stop());

	async function hoverAt(what: string, text = draft): Promise<string | null> {
		const hover = await client.hover(uri, middle(text, what));
		return hover && (hover.contents as MarkupContent).value;
	}

	function middle(text: string, what: string): Position {
		const { start } = rangeOf(text, what);
		return { line: start.line, character: start.character + Math.max(1, what.length - 1) };
	}

	const ask = <T>(method: string, position: Position, more: object = {}): Promise<T> =>
		client.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
	const references = (what: string, includeDeclaration = false): Promise<Location[]> =>
		ask("textDocument/references", middle(draft, what), { context: { includeDeclaration } });

	const told = (locations: readonly Location[]): string[] =>
		locations
			.map((one) => `${one.uri === uri ? "report" : one.uri === peopleUri ? "people" : one.uri}:${one.range.start.line + 1}`)
			.sort();

	describe("hover", () => {
		it("tells label, framework, edition, status and dates of a citation", async () => {
			await client.open(uri, draft);
			const hover = await client.hover(uri, middle(draft, "(GRI 305-1"));
			assert.equal(textAt(draft, hover?.range ?? rangeOf(draft, draft)), "GRI 305-1");
			const text = (hover?.contents as MarkupContent | undefined)?.value ?? "";
			assert.match(text, /\*\*GRI 305\\?-1\*\* Emissions · Scope 1 emissions/);
			assert.match(text, /GRI Standards, edition 2016/);
			assert.match(text, /In force, for reports published from 2018-07-01 to 2026-12-31, then GRI 102-5\./);
		});

		it("tells what takes the place of a disclosure that is withdrawn", async () => {
			await client.open(uri, draft);
			assert.match((await hoverAt("GRI 307-1")) ?? "", /(?:Withdrawn|Superseded).*use GRI 2-27 instead/);
		});

		it("links to the other places: in the draft, in its index and in the workspace", async () => {
			await client.open(uri, draft);
			await references("(GRI 305-1");
			const text = (await hoverAt("(GRI 305-1")) ?? "";
			assert.match(text, /Also cited in this draft: \[Targets\]\(file:[^)]*report\.md#L14,24\)/);
			assert.match(text, /In other files: \[chapters\/people\.md › Staff\]\(file:[^)]*people\.md#L5,51\)/);
			assert.match(text, /In the content index: \[GRI Content Index\]\(file:[^)]*report\.md#L20,3\)/);
		});

		it("says so where a disclosure is cited nowhere else", async () => {
			await client.open(uri, draft);
			assert.match((await hoverAt("TCFD Metrics and Targets c")) ?? "", /Cited nowhere else\./);
		});

		it("tells each disclosure of a range, and a framework that is only named", async () => {
			const text = "Energy is told in GRI 302-2 to 302-3 of the GRI Standards.\n";
			await client.open(uri, text);
			assert.match((await hoverAt("302-3", text)) ?? "", /302\\?-3/);
			const named = (await client.hover(uri, middle(text, "the GRI")))?.contents as MarkupContent | undefined;
			assert.match(named?.value ?? "", /GRI Standards/);
		});

		it("is silent on a code that does not exist, and leaves figures their own hover", async () => {
			const text = "Waste was 100 t (GRI 305-99).\n";
			await client.open(uri, text);
			assert.equal(await hoverAt("305-99", text), null);
			assert.match((await hoverAt("100 t", text)) ?? "", /Unsupported|Not checked/i);
		});

		for (const [locale, words] of [
			["zh-cn", /现行/],
			["ko", /시행 중/],
		] as const) {
			it(`speaks ${locale}`, async () => {
				await client.stop();
				client = await TestClient.start({ inProcess: {}, folders: [folder], locale });
				await client.open(uri, draft);
				assert.match((await hoverAt("(GRI 305-1")) ?? "", words);
			});
		}
	});

	describe("definition and references", () => {
		it("lead to the row of the draft's content index", async () => {
			await client.open(uri, draft);
			const found = await ask<Location[]>("textDocument/definition", middle(draft, "(GRI 305-1"));
			assert.deepEqual(told(found), ["report:20"]);
			assert.equal(textAt(draft, found[0]?.range ?? rangeOf(draft, draft)), "GRI 305-1");
		});

		it("lead to the row of another file's index where the draft has none", async () => {
			await client.open(peopleUri, people);
			const found = await client.connection.sendRequest<Location[]>("textDocument/definition", {
				textDocument: { uri: peopleUri },
				position: middle(people, "GRI 305-1"),
			});
			assert.deepEqual(told(found), ["report:20"]);
		});

		it("list all places of the workspace that cite the disclosure", async () => {
			await client.open(uri, draft);
			assert.deepEqual(told(await references("(GRI 305-1")), ["people:5", "report:10", "report:14"]);
			assert.deepEqual(told(await references("(GRI 305-1", true)), ["people:5", "report:10", "report:14", "report:20"]);
			assert.deepEqual(told(await references("Report")), []);
		});

		it("see open drafts as they are, and files when they change, appear and go", async () => {
			await client.open(uri, draft);
			await client.open(peopleUri, people.replace("GRI 305-1", "GRI 305-2"));
			assert.deepEqual(told(await references("(GRI 305-1")), ["report:10", "report:14"]);
			await client.close(peopleUri);
			assert.deepEqual(told(await references("(GRI 305-1")), ["people:5", "report:10", "report:14"]);
			const file = join(folder, "chapters", "people.md");
			writeFileSync(file, `\n${people}`);
			const other = join(folder, "other.md");
			writeFileSync(other, "GRI 305-1\n");
			await client.filesChanged(file, other);
			assert.deepEqual(
				told(await references("(GRI 305-1")),
				[`${pathToFileURL(other).href}:1`, "people:6", "report:10", "report:14"].sort(),
			);
			rmSync(file);
			await client.filesChanged(file);
			assert.equal((await references("(GRI 305-1")).length, 3);
		});

		it("read a file once, and not again for another question", async () => {
			await client.open(uri, draft);
			await references("(GRI 305-1");
			// Without news of a change nobody reads the files.
			writeFileSync(join(folder, "chapters", "people.md"), "Nothing.\n");
			assert.deepEqual(told(await references("(GRI 305-1")), ["people:5", "report:10", "report:14"]);
			rmSync(join(folder, "chapters"), { recursive: true });
			assert.deepEqual(told(await references("(GRI 305-1")), ["report:10", "report:14"], "a folder that is gone");
			assert.equal(
				client.registrations.filter(({ registerOptions }) => JSON.stringify(registerOptions ?? "").includes("**/*.{md,")).length,
				1,
			);
		});

		it("look at the files themselves for a client that cannot watch them", async () => {
			await client.stop();
			client = await TestClient.start({ inProcess: {}, folders: [folder], capabilities: plainClient });
			await client.open(uri, draft);
			assert.equal((await references("(GRI 305-1")).length, 3);
			rmSync(join(folder, "chapters", "people.md"));
			assert.equal((await references("(GRI 305-1")).length, 2);
		});
	});

	describe("the content index", () => {
		const plain = "# Report\n\n## Emissions\n\nScope 1 emissions were 1,200 tCO2e (GRI 305-1).\n";
		let edits: ApplyWorkspaceEditParams[] = [];
		let takes = true;

		beforeEach(() => {
			edits = [];
			takes = true;
			client.connection.onRequest("workspace/applyEdit", (params: ApplyWorkspaceEditParams): ApplyWorkspaceEditResult => {
				edits.push(params);
				return { applied: takes };
			});
		});

		const insert = (given: object = { uri }): Promise<ContentIndexResult> =>
			client.connection.sendRequest("workspace/executeCommand", { command: contentIndexCommand, arguments: [given] });

		it("is inserted by the command, refreshed by it, and left alone where it is up to date", async () => {
			assert.ok(client.initialized.capabilities.executeCommandProvider?.commands.includes(contentIndexCommand));
			await client.open(uri, plain);
			assert.equal(await insert(), "inserted");
			const text = applied(plain, uri, 1, edits[0]?.edit);
			assert.match(text, /\| GRI 305-1 \| Scope 1 emissions \| \[Emissions\]\(#emissions\) \| \|/);
			await client.change(uri, { text });
			assert.equal(await insert(), "current");
			assert.match(client.messages.at(-1)?.message ?? "", /up to date/);
			const renamed = text.replace("## Emissions\n", "## Air\n");
			const version = await client.change(uri, { text: renamed });
			assert.equal(await insert(), "refreshed");
			assert.equal(
				applied(renamed, uri, version, edits.at(-1)?.edit),
				text.replace("## Emissions\n", "## Air\n").replace("[Emissions](#emissions)", "[Air](#air)"),
			);
		});

		it("says why there is none", async () => {
			await client.open(uri, "# Report\n");
			assert.equal(await insert(), null);
			assert.match(client.messages.at(-1)?.message ?? "", /cites no disclosure/);
			assert.equal(await insert({}), null);
			assert.match(client.messages.at(-1)?.message ?? "", /none is open/);
			await client.change(uri, { text: plain });
			takes = false;
			assert.equal(await insert(), null);
			assert.match(client.messages.at(-1)?.message ?? "", /did not take/);
		});

		for (const heading of ["GRI Content Index", "GRI 内容索引", "GRI 대조표"]) {
			it(`is offered in the heading "${heading}"`, async () => {
				const text = `${plain}\n## ${heading}\n`;
				await client.open(uri, text);
				const actions = await client.codeActions(uri, rangeOf(text, heading));
				const action = actions.find(({ kind }) => kind?.startsWith("refactor"));
				assert.match(applied(text, uri, 1, action?.edit), /<!-- tickmark-content-index -->\n\n\| GRI \|/);
				assert.deepEqual(
					(await client.codeActions(uri, rangeOf(text, "## Emissions"))).filter(({ kind }) => kind?.startsWith("refactor")),
					[],
				);
			});
		}

		it("is found stale, and refreshed by the quick-fix", async () => {
			await client.open(uri, plain);
			await insert();
			const text = applied(plain, uri, 1, edits[0]?.edit).replace("(GRI 305-1)", "(GRI 305-1, 305-2)");
			const version = await client.change(uri, { text });
			const stale = (await client.pull(uri)).filter(({ code }) => code === "stale-content-index");
			assert.equal(stale.length, 1);
			assert.equal(textAt(text, stale[0]?.range ?? rangeOf(text, text)), "<!-- tickmark-content-index -->");
			const actions = await client.codeActions(uri, stale[0]?.range ?? rangeOf(text, text));
			assert.deepEqual(
				actions.map(({ title }) => title),
				["Refresh the content index"],
			);
			assert.match(
				applied(text, uri, version, actions[0]?.edit),
				/\| GRI 305-2 \| Scope 2 emissions \| \[Emissions\]\(#emissions\) \| \|/,
			);
		});

		it("takes the row that a missing citation asks for, also when text in front of it has moved", async () => {
			const text =
				"# Report\n\n## Waste\n\nThe waste was 300 tonnes in all (GRI 306-3: 2020).\n\n## Emissions\n\nScope 1 emissions were 1,200 tCO2e.\n\n## GRI Index\n\n| GRI | Page |\n| --- | --- |\n| GRI 306-3 | 4 |\n";
			await client.open(uri, text);
			await client.pull(uri);
			const moved = text.replace("# Report\n", "# Report\n\nA line that was not there.\n");
			const version = await client.change(uri, { text: moved });
			const actions = await client.codeActions(uri, rangeOf(moved, "1,200 tCO2e"));
			const action = actions.find(({ title }) => title === "Add GRI 305-1 to the content index");
			assert.match(
				applied(moved, uri, version, action?.edit),
				/\| GRI 305-1 Scope 1 emissions \| \[Emissions\]\(#emissions\) \|\n\| GRI 306-3/,
			);
		});
	});

	describe("coverage", () => {
		const coverage = (): Promise<CoverageResult> => client.connection.sendRequest(coverageMethod, { textDocument: { uri } });

		it("lists what is disclosed, where, and what is not", async () => {
			await client.open(uri, draft);
			const result = await coverage();
			assert.ok(result);
			assert.equal(result.version, 1);
			assert.equal(result.declared, true);
			const [gri, tcfd] = result.frameworks;
			assert.deepEqual([gri?.id, tcfd?.id], ["GRI", "TCFD"]);
			const emissions = gri?.disclosures.find(({ name }) => name === "GRI 305-1");
			assert.equal(emissions?.status, "disclosed");
			assert.deepEqual(
				emissions.places.map(({ heading, range }) => [heading, textAt(draft, range)]),
				[
					["Emissions 😀", "GRI 305-1"],
					["Targets", "GRI 305-1"],
				],
			);
			const board = gri?.disclosures.find(({ name }) => name === "GRI 2-9");
			assert.deepEqual([board?.status, board?.required, board?.places], ["not-disclosed", true, []]);
			assert.match(board?.explanation ?? "", /cite GRI 2-9/);
			assert.equal(tcfd?.counts.disclosed, 1);
			assert.equal(tcfd.counts.partly, 1);
		});

		it("says where another draft of the report cites what this one does not", async () => {
			await client.open(uri, draft);
			await references("(GRI 305-1");
			const [gri] = (await coverage())?.frameworks ?? [];
			const employees = gri?.disclosures.find(({ name }) => name === "GRI 2-7");
			assert.equal(employees?.status, "not-disclosed");
			assert.deepEqual(
				employees.elsewhere.map((one) => [one.uri, one.file, textAt(people, one.range)]),
				[[peopleUri, "chapters/people.md", "GRI 2-7"]],
			);
			assert.ok(gri?.disclosures.filter(({ name }) => name !== "GRI 2-7").every(({ elsewhere }) => elsewhere.length === 0));
		});

		it("follows the draft", async () => {
			await client.open(uri, "# Report\n\nText.\n");
			assert.deepEqual((await coverage())?.frameworks, []);
			await client.change(uri, { text: "# Report\n\nEmissions (GRI 305-1).\n" });
			const result = await coverage();
			assert.equal(result?.declared, false);
			assert.equal(result.frameworks[0]?.counts.disclosed, 1);
			await client.close(uri);
			assert.equal(await coverage(), null);
		});
	});
});
