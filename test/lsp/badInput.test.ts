import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadEngine } from "../../server/src/store/loadEngine.ts";
import { plainClient, rangeOf, scratchFolder, seedsDatabase, TestClient, textAt } from "./client.ts";

const uri = "file:///drafts/draft.md";
const slip = "Ant Group invested RMB 204.6 billion in technology in 2022.";

describe("with bad input, the server", function () {
	this.timeout(120_000);

	describe("keeps checking drafts", () => {
		let client: TestClient;

		before(async () => {
			client = await TestClient.start({ settings: { claims: [await seedsDatabase()] } });
		});

		after(async () => {
			assert.deepEqual(
				client.log.filter((line) => line.includes("failed")),
				[],
			);
			assert.equal(await client.stop(), 0);
		});

		const padding = "Text without any figures, 文字没有数字, 숫자 없는 글. ";
		const drafts: Readonly<Record<string, string>> = {
			"broken Markdown": `# [unclosed](\n\n| a | b\n|--\n\`\`\`\n\n~~~\n<div><!-- \n\n**_~~ [^x] [^x]: [x]: <a href="\n-->\n\n~~~\n\`\`\`\n\n${slip}\n\n> - 1. * | x\n`,
			"an unclosed table and list": `1. a\n   - b\n\n   | a |\n   | - \n\n${slip}\n`,
			CRLF: `# 🌱\r\n\r\n- a\r\n- b\r\n\r\n${slip}\r\n`,
			"lone CR": `# 🌱\r\r${slip}\r\r文字\r`,
			"mixed line endings": `# a\r\n\n\r${slip}\n\r\n`,
			"a byte order mark": `\ufeff# a\n\n${slip}\n`,
			"a byte order mark and front matter": `\ufeff---\ntitle: a\n---\n\n${slip}\n`,
			"surrogate pairs": `🌱👩‍👩‍👧🇰🇷 𠮷野家\n\n𠮷🌱 ${slip} 🌱\n`,
			"lone surrogates": `\ud83c a \udf31\n\n\ud83c ${slip}\n`,
			"control characters": `a\0b\u0007c\u2028d\u2029e\u0085f\n\n${slip}\n`,
			"nothing but white space before it": `\n\n \t \n\u3000\n\n${slip}`,
			"deep nesting": `${"> ".repeat(200)}deep\n\n${"- ".repeat(100)}deep\n\n${slip}\n`,
			"many brackets": `${"[".repeat(5000)}\n\n${"*a ".repeat(5000)}\n\n${slip}\n`,
			"1 MB on one line": `${padding.repeat(Math.ceil(1_000_000 / padding.length))}\n\n${slip}\n`,
			"1 MB on the line itself": `${padding.repeat(Math.ceil(1_000_000 / padding.length))}${slip}`,
			"1 MB of digits": `${"1234567890".repeat(100_000)}\n\n${slip}\n`,
		};
		for (const [name, text] of Object.entries(drafts)) {
			it(`of ${name}`, async () => {
				await client.open(uri, text);
				const found = (await client.pull(uri)).filter(({ code }) => code === "scale-slip");
				assert.equal(found.length, 1);
				assert.equal(textAt(text, found[0]?.range ?? rangeOf("a", "a")), "RMB 204.6 billion");
				assert.ok(await client.hover(uri, found[0]?.range.start ?? { line: 0, character: 0 }));
				await client.close(uri);
			});
		}

		it("of none at all", async () => {
			await client.open(uri, "");
			assert.deepEqual(await client.pull(uri), []);
			assert.equal(await client.hover(uri, { line: 0, character: 0 }), null);
			await client.close(uri);
		});

		it("when asked about places that are not there", async () => {
			await client.open(uri, slip);
			for (const position of [
				{ line: 99, character: 0 },
				{ line: 0, character: 9999 },
			]) {
				assert.equal(await client.hover(uri, position), null);
				assert.deepEqual(await client.codeActions(uri, { start: position, end: position }), []);
			}
			await client.close(uri);
		});

		it("answers a hover in another draft while it checks a long one", async () => {
			const long = "file:///drafts/long.md";
			let text = "";
			for (let i = 0; text.length < 600_000; i++) {
				text += `Company ${i} planted ${i + 1000} trees and invested RMB ${i}.5 million in 2022. ${padding}\n\n`;
			}
			await client.open(uri, slip);
			await client.pull(uri);
			await client.open(long, text);
			const order: string[] = [];
			const pulled = client.pull(long).then(() => order.push("long"));
			const hovered = client.hover(uri, rangeOf(slip, "204.6").start).then(() => order.push("hover"));
			await Promise.all([pulled, hovered]);
			assert.deepEqual(order, ["hover", "long"]);
			await client.close(uri);
			await client.close(long);
		});
	});

	describe("says what is wrong with a claims file", () => {
		/** What is said of the file, while the server goes on. */
		async function said(file: string): Promise<string> {
			const client = await TestClient.start({ settings: { claims: [file] }, inProcess: {} });
			await client.open(uri, `${slip}\n\nWe report by GRI 305-99.\n`);
			const found = await client.pull(uri);
			assert.ok(!found.some(({ code }) => code === "scale-slip" || code === "unsupported-figure"));
			assert.ok(
				found.some(({ code }) => code === "unknown-disclosure"),
				"what needs no claims is checked",
			);
			const { message, type } = await client.until(() => client.messages[0]);
			assert.equal(type, 2);
			assert.ok(message.includes(file), message);
			await client.change(uri, { text: slip });
			await client.pull(uri);
			assert.equal(client.messages.length, 1, "it is said once");
			await client.stop();
			return message;
		}

		it("that is missing", async () => {
			assert.match(await said(join(scratchFolder(), "claims.db")), /does not exist.*tickmark build/);
		});

		it("that is a folder", async () => {
			const file = join(scratchFolder(), "claims.db");
			mkdirSync(file);
			assert.match(await said(file), /cannot be read/);
		});

		it("that is something else", async () => {
			const file = join(scratchFolder(), "claims.db");
			writeFileSync(file, "# Not a database\n".repeat(100));
			assert.match(await said(file), /is not a claims database/);
		});

		it("that is cut off", async () => {
			const file = join(scratchFolder(), "claims.db");
			const bytes = readFileSync(await seedsDatabase());
			writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
			assert.match(await said(file), /damaged or cut off/);
		});

		it("that is damaged inside", async () => {
			const file = join(scratchFolder(), "claims.db");
			const bytes = readFileSync(await seedsDatabase());
			bytes.fill(0xa5, 4096, bytes.length - 4096);
			writeFileSync(file, bytes);
			assert.match(await said(file), /damaged or cut off/);
		});

		it("that is locked", async () => {
			const file = join(scratchFolder(), "claims.db");
			copyFileSync(await seedsDatabase(), file);
			// Another program's change that is under way.
			writeFileSync(`${file}-journal`, Buffer.from("d9d505f920a163d7", "hex"));
			assert.match(await said(file), /being written by another program/);
		});

		it("that a newer version has written", async () => {
			const file = join(scratchFolder(), "claims.db");
			const engine = await loadEngine();
			await engine.create(file, async (database) => {
				database.exec(
					`PRAGMA application_id = ${0x5449434b}; CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('schema_version', '999')`,
				);
			});
			assert.match(await said(file), /newer Tickmark \(schema 999/);
		});
	});

	it("says each wrong setting once, uses the default and goes on", async () => {
		const claims = [await seedsDatabase()];
		const wrong = { claims, rules: { "scale-slip": "loud", "no-such-rule": "error" }, language: "klingon", frameworks: "GRI" };
		const client = await TestClient.start({ settings: wrong });
		await client.open(uri, slip);
		await client.open("file:///drafts/other.md", slip);
		for (const draft of [uri, "file:///drafts/other.md"]) {
			const [found] = (await client.pull(draft)).filter(({ code }) => code === "scale-slip");
			assert.equal(found?.severity, 1);
		}
		const messages = client.messages.map(({ message }) => message).sort();
		assert.equal(messages.length, 4);
		assert.match(
			messages[0] ?? "",
			/^The setting tickmark\.frameworks is "GRI", which is not possible; the default is used\. Allowed: a list/,
		);
		assert.match(messages[1] ?? "", /tickmark\.language is "klingon".*auto, en, zh, ko/);
		assert.match(messages[2] ?? "", /tickmark\.rules\.no-such-rule is "error".*scale-slip/);
		assert.match(messages[3] ?? "", /tickmark\.rules\.scale-slip is "loud".*error, warning, information, hint, off/);
		await client.configure({ ...wrong, entity: "WeBank" });
		await client.pull(uri);
		assert.equal(client.messages.length, 4, "what was said is not said again");
		await client.configure({ claims });
		await client.pull(uri);
		await client.configure({ claims, language: "klingon" });
		await client.pull(uri);
		assert.equal(client.messages.length, 5, "what was mended and is broken again is said again");
		await client.stop();
	});

	it("says that a relative path leads nowhere without a folder", async () => {
		const client = await TestClient.start({ settings: { claims: ["claims.db"] }, inProcess: {} });
		await client.open("untitled:Untitled-1", slip);
		await client.pull("untitled:Untitled-1");
		assert.match(client.messages[0]?.message ?? "", /claims\.db in the settings of Tickmark is relative.*absolute path/);
		await client.stop();
	});

	it("takes any settings that a client pushes", async () => {
		const folder = scratchFolder();
		const draft = pathToFileURL(join(folder, "draft.md")).href;
		for (const settings of [null, 5, "x", [], { tickmark: 5 }, { tickmark: { rules: 5 } }]) {
			const client = await TestClient.start({
				capabilities: plainClient,
				initializationOptions: { settings: { claims: [await seedsDatabase()] } },
				inProcess: {},
			});
			await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
			await client.open(draft, slip);
			await client.until(() => client.published.some((one) => one.uri === draft));
			await client.stop();
		}
	});

	it("survives requests about nothing", async () => {
		const client = await TestClient.start({ settings: { claims: [await seedsDatabase()] } });
		for (const [method, params] of [
			["tickmark/claimsAt", {}],
			["tickmark/claimsAt", undefined],
			["textDocument/hover", { textDocument: {} }],
			["textDocument/codeAction", {}],
			["workspace/executeCommand", { command: "tickmark.buildClaims", arguments: [5] }],
			["textDocument/diagnostic", { textDocument: { uri: 5 } }],
		] as const) {
			await client.connection.sendRequest(method, params).catch(() => {});
		}
		await client.open(uri, slip);
		assert.ok((await client.pull(uri)).length > 0);
		assert.equal(await client.stop(), 0);
	});
});
