import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CheckedDraft } from "../../server/src/core/checkDraft.ts";
import { CitationReader } from "../../server/src/core/citations/documentCitations.ts";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import { DraftReader } from "../../server/src/core/draft/readDraft.ts";
import type { Finding } from "../../server/src/core/model.ts";
import type { Checker } from "../../server/src/lsp/checks.ts";
import { modernClient, plainClient, rangeOf, root, scratchFolder, seeds, seedsDatabase, TestClient, textAt } from "./client.ts";

const uri = "file:///drafts/draft.md";
const slip = "Ant Group invested RMB 204.6 billion in technology in 2022.";
const right = "Ant Group invested RMB 20.46 billion in technology in 2022.";

/** A checker that finds the word "wrong", when it is let. */
class PatientChecker implements Checker {
	readonly begun: string[] = [];
	readonly aborted: string[] = [];
	private waiting: (() => void)[] = [];
	private free = false;

	/** Lets the checks that wait, and all that follow, go on. */
	release(): void {
		this.free = true;
		for (const go of this.waiting) {
			go();
		}
		this.waiting = [];
	}

	hold(): void {
		this.free = false;
	}

	async check(text: string, { signal, database }: Parameters<Checker["check"]>[1]): Promise<CheckedDraft | null> {
		this.begun.push(text);
		if (!this.free) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		if (signal?.aborted) {
			this.aborted.push(text);
			return null;
		}
		const findings = [...text.matchAll(/wrong/g)].map(
			({ index }): Finding => ({
				rule: "scale-slip",
				severity: "error",
				message: "wrong",
				span: { start: index, end: index + 5 },
				fixes: [],
				claims: [],
			}),
		);
		const draft = new DraftReader().read(text);
		return {
			draft,
			citations: new CitationReader().read(draft, database, []),
			findings,
			figures: [],
			counts: { supported: 0, unsupported: findings.length },
			glossary: standardGlossary(),
		};
	}
}

describe("diagnostics", function () {
	this.timeout(60_000);

	describe("from the server's own process", () => {
		let client: TestClient;
		let settings: Record<string, unknown>;

		before(async () => {
			settings = { claims: [await seedsDatabase()] };
			client = await TestClient.start({ settings });
		});

		after(async () => {
			assert.equal(await client.stop(), 0);
		});

		afterEach(async () => {
			await client.close(uri);
		});

		it("are pulled, with all that a writer needs", async () => {
			const text = `# Technology\n\n${slip}\n`;
			await client.open(uri, text);
			const found = (await client.pull(uri)).find(({ code }) => code === "scale-slip");
			assert.ok(found);
			assert.equal(textAt(text, found.range), "RMB 204.6 billion");
			assert.equal(found.source, "tickmark");
			assert.equal(found.severity, 1);
			assert.match(String(found.message), /20\.46 billion/);
			assert.equal(found.tags, undefined);
			const [passage] = found.relatedInformation ?? [];
			assert.equal(passage?.location.uri, pathToFileURL(join(seeds, "ant-group-2022.md")).href);
			assert.match(passage?.message ?? "", /204억/);
		});

		it("link to the rule's page", async () => {
			await client.open(uri, slip);
			const found = (await client.pull(uri)).find(({ code }) => code === "scale-slip");
			const page = fileURLToPath(found?.codeDescription?.href ?? "");
			assert.equal(page, join(root, "docs", "rules", "scale-slip.md"));
			assert.ok(existsSync(page));
		});

		it("come gravest first", async () => {
			await client.open(uri, `WeBank planted 52,000 trees in 2022.\n\n${slip}\n`);
			const severities = (await client.pull(uri)).map(({ severity }) => severity ?? 0);
			assert.ok(severities.includes(1) && severities.includes(2));
			assert.deepEqual(severities, [...severities].sort());
		});

		it("are all there, however many", async () => {
			const text = `${slip}\n\n`.repeat(1500);
			await client.open(uri, text);
			const slips = (await client.pull(uri)).filter(({ code }) => code === "scale-slip");
			assert.equal(slips.length, 1500);
		});

		it("are not sent again when nothing has changed", async () => {
			await client.open(uri, slip);
			const first = await client.pullReport(uri);
			assert.equal(first.kind, "full");
			const second = await client.pullReport(uri, first.resultId);
			assert.deepEqual(second, { kind: "unchanged", resultId: first.resultId });
		});

		it("follow incremental edits", async () => {
			const text = `🌱 微众银行\n\n${slip}\n`;
			await client.open(uri, text);
			const first = await client.pullReport(uri);
			await client.change(uri, { range: rangeOf(text, "204.6"), text: "20.46" });
			const second = await client.pullReport(uri, first.resultId);
			assert.equal(second.kind, "full");
			assert.ok(second.kind === "full" && !second.items.some(({ code }) => code === "scale-slip"));
			assert.notEqual(second.resultId, first.resultId);
		});

		it("count positions in UTF-16 units, behind emoji and Chinese and in CRLF text", async () => {
			const line = "🌱🌱 蚂蚁集团：👩‍👩‍👧 앤트그룹 Ant Group invested RMB 204.6 billion in technology in 2022.";
			const table = "| 🌱 | 2022 |\n| - | - |\n| 🌱 Ant Group R&D spending 技术 | 🌱 RMB 204.6 billion |\n";
			for (const text of [`# 🌱\r\n\r\n文字\r\n${line}\r\n`, `\n\n${line}`, `- a\n  1. ${line}\n`, table]) {
				await client.open(uri, text);
				const found = (await client.pull(uri)).find(({ code }) => code === "scale-slip");
				assert.ok(found, text);
				assert.deepEqual(found.range, rangeOf(text, "RMB 204.6 billion"), text);
				await client.close(uri);
			}
		});

		it("are for Markdown only", async () => {
			await client.open("file:///drafts/draft.txt", slip, "plaintext");
			assert.deepEqual(await client.pullReport("file:///drafts/draft.txt"), { kind: "full", items: [] });
			assert.equal(await client.hover("file:///drafts/draft.txt", rangeOf(slip, "204.6").start), null);
		});

		it("are for untitled and virtual documents too, but not for an editor's history", async () => {
			for (const [other, expected] of [
				["untitled:Untitled-1", true],
				["vscode-vfs://github/a/b/draft.md", true],
				["git:/drafts/draft.md?%7B%22ref%22%3A%22HEAD%22%7D", false],
			] as const) {
				await client.open(other, slip);
				assert.equal((await client.pull(other)).length > 0, expected, other);
				await client.close(other);
			}
		});

		it("are none for a document that is not open", async () => {
			assert.deepEqual(await client.pullReport("file:///drafts/closed.md"), { kind: "full", items: [] });
		});

		it("say what is wrong with front matter", async () => {
			const text = `---\ntitle: [unclosed\n---\n\n${right}\n`;
			await client.open(uri, text);
			const [problem] = await client.pull(uri);
			assert.equal(problem?.code, "front-matter");
			assert.equal(problem.severity, 2);
			assert.ok(problem.range.start.line < 3);
		});

		it("come with the numbers of the status", async () => {
			await client.open(uri, `${right}\n\nWeBank planted 52,000 trees in 2022.\n`);
			await client.pull(uri);
			const status = await client.until(() => client.status.findLast((one) => one.uri === uri));
			assert.deepEqual(status, { uri, version: 1, supported: 1, unsupported: 1, outdated: false, problems: [] });
		});
	});

	it("are pushed to clients that do not pull, for every version and at the end", async () => {
		const client = await TestClient.start({
			capabilities: plainClient,
			initializationOptions: { settings: { claims: [await seedsDatabase()] } },
		});
		assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
		await client.open(uri, slip);
		const [found] = await client.pushedFor(uri, 1);
		assert.equal(found?.code, "scale-slip");
		const version = await client.change(uri, { range: rangeOf(slip, "204.6"), text: "20.46" });
		assert.ok(!(await client.pushedFor(uri, version)).some(({ code }) => code === "scale-slip"));
		await client.close(uri);
		await client.until(() => client.published.at(-1)?.diagnostics.length === 0 && client.published.at(-1)?.version === undefined);
		assert.equal(await client.stop(), 0);
	});

	it("are not pushed to clients that pull", async () => {
		const client = await TestClient.start({ capabilities: modernClient, settings: { claims: [await seedsDatabase()] } });
		await client.open(uri, slip);
		await client.pull(uri);
		await client.change(uri, { text: right });
		await client.pull(uri);
		assert.deepEqual(client.published, []);
		await client.stop();
	});

	describe("of a text that changes while it is checked", () => {
		it("are dropped when pulled", async () => {
			const checker = new PatientChecker();
			const client = await TestClient.start({ inProcess: { createChecker: () => checker } });
			await client.open(uri, "wrong");
			const first = client.pullReport(uri);
			first.catch(() => {});
			await waitFor(() => checker.begun.length === 1);
			await client.change(uri, { text: "right" });
			const second = client.pull(uri);
			await waitFor(() => checker.begun.length === 2);
			checker.release();
			await assert.rejects(first, { code: -32802, data: { retriggerRequest: true } });
			assert.deepEqual(await second, []);
			assert.deepEqual(checker.aborted, ["wrong"]);
			await client.stop();
		});

		it("are dropped when pushed", async () => {
			const checker = new PatientChecker();
			const client = await TestClient.start({ capabilities: plainClient, inProcess: { createChecker: () => checker } });
			await client.open(uri, "wrong");
			await waitFor(() => checker.begun.length === 1);
			const version = await client.change(uri, { text: "wrong wrong" });
			await waitFor(() => checker.begun.length === 2);
			checker.release();
			assert.equal((await client.pushedFor(uri, version)).length, 2);
			assert.deepEqual(
				client.published.map((one) => one.version),
				[version],
			);
			await client.stop();
		});

		it("are dropped when it is closed", async () => {
			const checker = new PatientChecker();
			const client = await TestClient.start({ inProcess: { createChecker: () => checker } });
			await client.open(uri, "wrong");
			const report = client.pullReport(uri);
			report.catch(() => {});
			await waitFor(() => checker.begun.length === 1);
			await client.close(uri);
			// Messages are handled in order: when this is answered, the closing has been seen.
			await client.pull("file:///drafts/closed.md");
			checker.release();
			await assert.rejects(report, { code: -32802, data: { retriggerRequest: false } });
			await client.stop();
		});

		it("hold up nobody else", async () => {
			const patient = new PatientChecker();
			const quick = new PatientChecker();
			quick.release();
			const checkers = [patient, quick];
			const client = await TestClient.start({ inProcess: { createChecker: () => checkers.shift() ?? quick } });
			await client.open(uri, "wrong");
			const slow = client.pull(uri);
			await waitFor(() => patient.begun.length === 1);
			await client.open("file:///other.md", "wrong");
			assert.equal((await client.pull("file:///other.md")).length, 1);
			patient.release();
			assert.equal((await slow).length, 1);
			await client.stop();
		});
	});

	it("are checked once, whoever asks", async () => {
		const checker = new PatientChecker();
		checker.release();
		const client = await TestClient.start({ inProcess: { createChecker: () => checker } });
		await client.open(uri, "wrong");
		await Promise.all([client.pull(uri), client.pull(uri), client.hover(uri, { line: 0, character: 1 })]);
		await client.pull(uri);
		assert.equal(checker.begun.length, 1);
		await client.stop();
	});

	it("of a document that cannot be checked are none, and the error is logged with the document's name", async () => {
		let broken = true;
		const good = new PatientChecker();
		good.release();
		const createChecker = (): Checker => ({
			check: async (text, options) => {
				if (broken) {
					throw new Error("planted");
				}
				return good.check(text, options);
			},
		});
		const client = await TestClient.start({ inProcess: { createChecker } });
		await client.open(uri, "wrong");
		assert.deepEqual(await client.pullReport(uri), { kind: "full", items: [] });
		assert.equal(await client.hover(uri, { line: 0, character: 0 }), null);
		assert.deepEqual(await client.codeActions(uri, rangeOf("wrong", "wrong")), []);
		const logged = await client.until(() => client.log.find((line) => line.includes("planted")));
		assert.ok(logged.includes(uri), logged);
		broken = false;
		await client.change(uri, { text: "wrong!" });
		assert.equal((await client.pull(uri)).length, 1);
		await client.stop();
	});

	it("are refreshed when settings change", async () => {
		const folder = scratchFolder();
		const draft = pathToFileURL(join(folder, "draft.md")).href;
		const claims = [await seedsDatabase()];
		const client = await TestClient.start({ folders: [folder], settings: { claims } });
		await client.open(draft, slip);
		assert.ok((await client.pull(draft)).some(({ code, severity }) => code === "scale-slip" && severity === 1));
		await client.configure({ claims, rules: { "scale-slip": "hint" } });
		await client.until(() => client.refreshes > 0);
		assert.ok((await client.pull(draft)).some(({ code, severity }) => code === "scale-slip" && severity === 4));
		await client.configure({ claims, rules: { "scale-slip": "off" } });
		await client.until(() => client.refreshes > 1);
		assert.ok(!(await client.pull(draft)).some(({ code }) => code === "scale-slip"));
		await client.stop();
	});

	it("are in the language of the client, or of the setting", async () => {
		const claims = [await seedsDatabase()];
		const client = await TestClient.start({ settings: { claims }, locale: "ko" });
		await client.open(uri, slip);
		assert.match(String((await client.pull(uri))[0]?.message), /[가-힣]/);
		await client.configure({ claims, language: "zh" });
		assert.match(String((await client.pull(uri))[0]?.message), /[一-龥]/);
		await client.stop();
	});

	it("follow each folder's own settings", async () => {
		const [one, two] = [scratchFolder(), scratchFolder()];
		const claims = [await seedsDatabase()];
		const settings = (scope: string): unknown => ({
			claims,
			rules: scope.startsWith(pathToFileURL(one).href) ? { "scale-slip": "off" } : {},
		});
		const client = await TestClient.start({ folders: [one, two], settings });
		for (const [folder, expected] of [
			[one, false],
			[two, true],
		] as const) {
			const draft = pathToFileURL(join(folder, "draft.md")).href;
			await client.open(draft, slip);
			assert.equal(
				(await client.pull(draft)).some(({ code }) => code === "scale-slip"),
				expected,
			);
		}
		await client.stop();
	});
});

/** Waits for something that happens in this process, a turn of the event loop at a time. */
async function waitFor(condition: () => boolean): Promise<void> {
	while (!condition()) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}
