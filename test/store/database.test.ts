import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { ClaimQuery } from "../../server/src/core/claims/database.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { Decimal } from "../../server/src/core/decimal.ts";
import type { Claim, Source } from "../../server/src/core/model.ts";
import { query } from "../../server/src/store/engine.ts";
import { ClaimsDatabaseError, type ClaimsDatabaseErrorCode } from "../../server/src/store/errors.ts";
import { loadEngine } from "../../server/src/store/loadEngine.ts";
import { mergeDatabases } from "../../server/src/store/mergeDatabases.ts";
import { openDatabase } from "../../server/src/store/openDatabase.ts";
import { schemaVersion } from "../../server/src/store/schema.ts";
import { writeDatabase } from "../../server/src/store/writeDatabase.ts";
import { bounded, claimOf, source } from "./claims.ts";
import { engines, temporaryFolder } from "./support.ts";

const content = { sources: [source], claims: [claimOf("a"), claimOf("b", bounded(2, 3))] };

const byWaste: ClaimQuery = { dimension: "mass", ranges: [], also: [], measures: ["waste"], entities: [] };

async function rejectsWith(code: ClaimsDatabaseErrorCode, action: () => Promise<unknown>): Promise<ClaimsDatabaseError> {
	let caught: unknown;
	await assert.rejects(action, (error) => {
		caught = error;
		return true;
	});
	assert.ok(caught instanceof ClaimsDatabaseError, `${caught}`);
	assert.equal(caught.code, code);
	for (const message of Object.values(caught.messages)) {
		assert.ok(message.includes(caught.file), message);
		assert.ok(!/undefined|NaN/.test(message), message);
	}
	return caught;
}

const text = fc.oneof(
	fc.string({ unit: "grapheme" }),
	fc.constantFrom("", "5.67萬(wàn)噸", "상반기", "😀𠮷", "a\u0000b", "\r\n\t", "\ufeff", "'\"\\", "\u200b"),
);
const decimal = fc
	.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -25, max: 25 }))
	.map(([digits, exponent]) => new Decimal(digits, exponent));
const date = fc.option(fc.constantFrom("2022-01-01", "2022-12-31", "1999-02-28"));
const anySource: fc.Arbitrary<Source> = fc.record(
	{
		key: text,
		title: text,
		publisher: text,
		published: fc.constantFrom("", "2023-06-29"),
		language: fc.constantFrom("en", "zh-Hans", "zh-Hant", "ko"),
		file: text,
		sha256: fc.constant("0".repeat(64)),
		author: text,
		url: text,
	},
	{ requiredKeys: ["key", "title", "publisher", "published", "language", "file", "sha256"], noNullPrototype: true },
);
const offset = fc.nat({ max: 2 ** 31 });
const anyClaim: fc.Arbitrary<Claim> = fc.record(
	{
		id: text,
		source: anySource,
		entity: text,
		measure: text,
		words: fc.array(text, { maxLength: 4 }),
		value: fc.option(decimal),
		low: fc.option(decimal),
		high: fc.option(decimal),
		unit: fc.option(fc.oneof(fc.constantFrom("t", "kWh", "%", "person"), text)),
		currency: fc.option(fc.constantFrom("CNY", "USD")),
		qualifier: fc.constantFrom("exact", "about", "more-than", "at-least", "less-than", "at-most", "nearly", "between"),
		kind: fc.constantFrom("flow", "stock", "target", "ratio", "count", "cumulative"),
		period: fc.record({ start: date, end: date }, { noNullPrototype: true }),
		locator: fc.record(
			{ line: offset, start: offset, end: offset, page: offset, cell: text },
			{ requiredKeys: ["line", "start", "end"], noNullPrototype: true },
		),
		text,
		printed: text,
		precision: fc.integer({ min: -30, max: 30 }),
	},
	{ noNullPrototype: true },
);
const anyContent = fc
	.tuple(
		fc.uniqueArray(anySource, { selector: (one) => one.key, minLength: 1, maxLength: 4 }),
		fc.uniqueArray(anyClaim, { selector: (one) => one.id, maxLength: 30 }),
	)
	.map(([sources, claims]) => ({
		sources,
		claims: claims.map((claim, i): Claim => ({ ...claim, source: sources[i % sources.length] as Source })),
	}));

for (const engine of engines) {
	describe(`the claims database file, ${engine}`, () => {
		const folder = temporaryFolder();

		it("gives back what was written, exactly", async () => {
			const file = folder.path("exact.db");
			await fc.assert(
				fc.asyncProperty(anyContent, async (given) => {
					await writeDatabase(file, given, { engine });
					const database = await openDatabase(file, { engine });
					try {
						assert.deepEqual(await database.allClaims(), given.claims);
						assert.deepEqual(database.sources, given.sources);
					} finally {
						database.close();
					}
				}),
				{ numRuns: 40 },
			);
		});

		it("finds what a memory database of the same claims finds, in the same order", async () => {
			const value = fc.integer({ min: -40, max: 40 });
			const claims = fc
				.array(
					fc.record({
						a: value,
						b: value,
						unit: fc.constantFrom("t", "%", null),
						entity: fc.constantFrom("A", "B"),
						measure: fc.constantFrom("m", "n"),
					}),
					{ maxLength: 80 },
				)
				.map((list) =>
					list.map(({ a, b, ...rest }, i) => claimOf(`${i}`, { ...bounded(Math.min(a, b), Math.max(a, b)), ...rest })),
				);
			const query: fc.Arbitrary<ClaimQuery> = fc.record({
				dimension: fc.constantFrom("mass", "none", "percent"),
				ranges: fc.array(fc.record({ low: value.map((v) => v * 1000), high: value.map((v) => v * 1000) }), { maxLength: 3 }),
				also: fc.constant([]),
				measures: fc.subarray(["m", "n", "other"]),
				entities: fc.subarray(["A", "B", "C"]),
			});
			const file = folder.path("same.db");
			await fc.assert(
				fc.asyncProperty(claims, fc.array(query, { maxLength: 5 }), async (given, queries) => {
					await writeDatabase(file, { sources: [source], claims: given }, { engine });
					const database = await openDatabase(file, { engine });
					try {
						assert.deepEqual(await database.lookup(queries), await createMemoryDatabase(given).lookup(queries));
						// Once more, from the claims that are kept.
						assert.deepEqual(await database.lookup(queries), await createMemoryDatabase(given).lookup(queries));
					} finally {
						database.close();
					}
				}),
				{ numRuns: 30 },
			);
		});

		it("has the same bytes and version for the same content, others for other content", async () => {
			const [one, two, other] = ["one.db", "two.db", "other.db"].map((name) => folder.path(name)) as [string, string, string];
			await writeDatabase(one, content, { engine });
			await writeDatabase(two, content, { engine });
			await writeDatabase(other, { ...content, claims: content.claims.slice(1) }, { engine });
			assert.ok(readFileSync(one).equals(readFileSync(two)));
			const versions: string[] = [];
			for (const file of [one, two, other]) {
				const database = await openDatabase(file, { engine });
				versions.push(database.version);
				database.close();
			}
			assert.equal(versions[0], versions[1]);
			assert.notEqual(versions[0], versions[2]);
		});

		it("uses no write-ahead log and leaves no other file", async () => {
			mkdirSync(folder.path("clean"));
			const file = folder.path("clean", "claims.db");
			await writeDatabase(file, content, { engine });
			const database = await openDatabase(file, { engine });
			await database.allClaims();
			database.close();
			assert.deepEqual(readdirSync(folder.path("clean")), ["claims.db"]);
			// Bytes 18 and 19 are 2 in a file that uses a write-ahead log.
			assert.deepEqual([...readFileSync(file).subarray(18, 20)], [1, 1]);
		});

		it("is read by every engine, whichever has written it", async () => {
			const file = folder.path("any.db");
			await writeDatabase(file, content, { engine });
			for (const reader of engines) {
				const database = await openDatabase(file, { engine: reader });
				assert.deepEqual(await database.allClaims(), content.claims);
				database.close();
			}
		});

		it("can be read where it lies, without a copy", async () => {
			const file = folder.path("large.db");
			await writeDatabase(file, content, { engine });
			const database = await (await loadEngine({ engine })).open(file, { check: false, copy: false });
			assert.equal(query(database, "SELECT count(*) AS claims FROM claim")[0]?.claims, 2);
			database.close();
		});

		it("holds no claims at all where there are none", async () => {
			const file = folder.path("empty.db");
			await writeDatabase(file, { sources: [], claims: [] }, { engine });
			const database = await openDatabase(file, { engine });
			assert.deepEqual(await database.allClaims(), []);
			assert.deepEqual(await database.search("waste", 5), []);
			assert.deepEqual(
				await database.lookup([{ dimension: "mass", ranges: [{ low: 0, high: 1 }], also: [], measures: ["x"], entities: [] }]),
				[[]],
			);
			database.close();
		});

		it("answers what is under way when it is closed, and nothing after that", async () => {
			const file = folder.path("closing.db");
			await writeDatabase(
				file,
				{ sources: [source], claims: Array.from({ length: 3000 }, (_, i) => claimOf(`${i}`)) },
				{ engine },
			);
			const database = await openDatabase(file, { engine });
			const underWay = database.allClaims();
			database.close();
			database.close();
			assert.equal((await underWay).length, 3000);
			await assert.rejects(database.allClaims(), /has been closed/);
		});

		it("stays as it was while it is open, though the file is overwritten in place or removed", async () => {
			const [file, other] = [folder.path("overwritten.db"), folder.path("overwriting.db")];
			await writeDatabase(file, content, { engine });
			await writeDatabase(other, { ...content, claims: [claimOf("new")] }, { engine });
			const open = await openDatabase(file, { engine });
			writeFileSync(file, readFileSync(other));
			assert.deepEqual((await open.lookup([byWaste]))[0]?.map((claim) => claim.id).sort(), ["a", "b"]);
			writeFileSync(file, "gone");
			assert.deepEqual(
				(await open.allClaims()).map((claim) => claim.id),
				["a", "b"],
			);
			rmSync(file);
			assert.equal((await open.search("waste", 10)).length, 2);
			open.close();
		});

		it("stays as it was while it is open, though the file is replaced", async () => {
			const file = folder.path("replaced.db");
			await writeDatabase(file, content, { engine });
			const before = await openDatabase(file, { engine });
			await writeDatabase(file, { ...content, claims: [claimOf("new")] }, { engine });
			const after = await openDatabase(file, { engine });
			assert.deepEqual(
				(await before.allClaims()).map((claim) => claim.id),
				["a", "b"],
			);
			assert.deepEqual(
				(await after.allClaims()).map((claim) => claim.id),
				["new"],
			);
			assert.notEqual(before.version, after.version);
			before.close();
			after.close();
		});
	});

	describe(`searching claims, ${engine}`, () => {
		const folder = temporaryFolder();
		const claims = [
			claimOf("en", {
				entity: "Ant Group",
				measure: "research_spending",
				text: "Ant Group invested RMB 20.46 billion.",
				words: ["technology"],
			}),
			claimOf("zh", { entity: "WeBank", measure: "loans", text: "“微粒贷”笔均贷款金额约7600元。", words: ["笔均", "贷款"] }),
			claimOf("hant", {
				entity: "Mashang",
				measure: "paper_saved",
				text: "累計節省 6.9 億張 A4 紙張,首屆中國(guó)數(shù)字碳中和高峰論壇",
			}),
			claimOf("ko", { entity: "Ant Group", measure: "donations", text: "앤트그룹의 연구개발비는 2022년 자선 기부액이다" }),
		];
		const names = {
			entity: (name: string) => (name === "Ant Group" ? ["蚂蚁集团", "앤트그룹"] : []),
			measure: (id: string) => (id === "research_spending" ? ["R&D spending", "研发投入", "연구개발비"] : []),
		};
		let search: (query: string, limit?: number) => Promise<string[]>;
		let close: () => void;
		before(async () => {
			await writeDatabase(folder.path("search.db"), { sources: [source], claims, names }, { engine });
			const database = await openDatabase(folder.path("search.db"), { engine });
			search = async (query, limit = 10) => (await database.search(query, limit)).map((claim) => claim.id).sort();
			close = () => database.close();
		});
		after(() => close());

		for (const [query, ids] of [
			["Ant Group", ["en", "ko"]],
			["ant", ["en", "ko"]],
			["invest", ["en"]],
			["technolog", ["en"]],
			["20.46", ["en"]],
			["R&D", ["en"]],
			["research", ["en"]],
			["贷款", ["zh"]],
			["微粒贷", ["zh"]],
			["笔", ["zh"]],
			["额", ["zh"]],
			["贷款 微粒", ["zh"]],
			["款贷", []],
			["研发", ["en"]],
			["研發投入", ["en"]],
			["蚂蚁", ["en", "ko"]],
			["累计节省", ["hant"]],
			["中国数字碳中和", ["hant"]],
			["中國 紙張", ["hant"]],
			["억장 6.9", []],
			["그룹", ["en", "ko"]],
			["연구개발", ["en", "ko"]],
			["기부액", ["ko"]],
			["Ant 研发", ["en"]],
			["ａｎｔ", ["en", "ko"]],
			["nothing", []],
			['" OR entity:* NEAR( -', []],
		] as const) {
			it(`finds ${JSON.stringify(query)}`, async () => {
				assert.deepEqual(await search(query), [...ids].sort());
			});
		}

		it("gives the first claims without a query, and never more than asked", async () => {
			assert.deepEqual(await search("", 2), ["en", "zh"]);
			assert.deepEqual(await search(" … ", 2), ["en", "zh"]);
			assert.equal((await search("a", 1)).length, 1);
		});
	});

	describe(`a claims database that cannot be used, ${engine}`, () => {
		const folder = temporaryFolder();
		let good: Buffer;
		before(async () => {
			const many = Array.from({ length: 400 }, (_, i) => claimOf(`${i}`, { text: `${i} `.repeat(60) }));
			await writeDatabase(folder.path("good.db"), { sources: [source], claims: many }, { engine });
			good = readFileSync(folder.path("good.db"));
		});
		const put = (name: string, bytes: Uint8Array | string): string => {
			writeFileSync(folder.path(name), bytes);
			return folder.path(name);
		};

		it("is missing", async () => {
			const error = await rejectsWith("missing", () => openDatabase(folder.path("nowhere.db"), { engine }));
			assert.match(error.message, /does not exist.*tickmark build/);
			await rejectsWith("missing", () => openDatabase(folder.path("good.db", "below.db"), { engine }));
		});

		it("is a folder", async () => {
			mkdirSync(folder.path("folder.db"));
			await rejectsWith("unreadable", () => openDatabase(folder.path("folder.db"), { engine }));
		});

		it("is something else", async () => {
			await rejectsWith("not-a-database", () => openDatabase(put("notes.db", "# Notes\n\n1,000 tonnes\n"), { engine }));
			const other = Buffer.from(good);
			other.writeUInt32BE(0, 68);
			await rejectsWith("not-a-database", () => openDatabase(put("other.db", other), { engine }));
		});

		it("is empty or cut off", async () => {
			for (const length of [0, 10, 99, 100, 4096, good.length - 4096, good.length - 1]) {
				const file = put("cut.db", good);
				truncateSync(file, length);
				const error = await rejectsWith("corrupt", () => openDatabase(file, { engine }));
				assert.match(error.message, /damaged or cut off.*Rebuild/);
			}
		});

		it("is damaged inside", async () => {
			for (let page = 1; page < good.length / 4096; page += 1) {
				const damaged = Buffer.from(good);
				damaged.fill(0xff, page * 4096, page * 4096 + 64);
				await rejectsWith("corrupt", () => openDatabase(put("damaged.db", damaged), { engine }));
			}
		});

		it("had its line ends converted", async () => {
			const converted = Buffer.from(good.toString("latin1").replaceAll("\n", "\r\n"), "latin1");
			await rejectsWith("corrupt", () => openDatabase(put("converted.db", converted), { engine }));
		});

		it("was written by a newer or an older version", async () => {
			for (const [schema, code, pattern] of [
				[
					schemaVersion + 2,
					"newer",
					new RegExp(
						`newer Tickmark \\(schema ${schemaVersion + 2}; this one reads ${schemaVersion}\\)\\. Update the extension or rebuild it with \`tickmark build\`\\.`,
					),
				],
				[schemaVersion - 1, "older", /older Tickmark.*Rebuild/],
			] as const) {
				const file = folder.path(`schema-${schema}.db`);
				const sqlite = await loadEngine({ engine });
				await sqlite.create(file, async (database) => {
					database.exec(
						`PRAGMA application_id = ${0x5449434b}; CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('schema_version', '${schema}')`,
					);
				});
				const error = await rejectsWith(code, () => openDatabase(file, { engine }));
				assert.match(error.message, pattern);
			}
		});

		it("is being changed by another program", async () => {
			const file = put("locked.db", good);
			writeFileSync(`${file}-journal`, "half of a change");
			const error = await rejectsWith("locked", () => openDatabase(file, { engine }));
			assert.match(error.message, /another program/);
			// A rebuild is the remedy: the journal of the old file must not be applied to the new one.
			await writeDatabase(file, content, { engine });
			const database = await openDatabase(file, { engine });
			assert.equal((await database.allClaims()).length, 2);
			database.close();
			assert.ok(!existsSync(`${file}-journal`));
		});

		if (engine === "node:sqlite") {
			it("is locked by another program", async () => {
				const file = put("exclusive.db", good);
				const sqlite = await loadEngine({ engine });
				let released: () => void = () => {};
				const locked = new Promise<void>((ready) => {
					void sqlite.create(file, async (database) => {
						database.exec("BEGIN EXCLUSIVE");
						ready();
						await new Promise<void>((release) => {
							released = release;
						});
						database.exec("ROLLBACK");
					});
				});
				await locked;
				await rejectsWith("locked", () => openDatabase(file, { engine }));
				released();
			});
		}

		it("has no SQLite to open it with", async () => {
			const script = fileURLToPath(new URL("./missingEngine.ts", import.meta.url));
			const { output } = await run([script, folder.path("good.db")]);
			assert.match(output, /^engine: SQLite could not be loaded from .*nowhere\.wasm/);
			assert.equal(output.trim().split("\n").length, 1);
		});
	});

	describe(`writing a claims database, ${engine}`, () => {
		const folder = temporaryFolder();

		it("creates the folders it needs", async () => {
			const file = folder.path("new", "folder", "claims.db");
			await writeDatabase(file, content, { engine });
			assert.ok(existsSync(file));
		});

		it("does not overwrite what is not a claims database", async () => {
			const file = folder.path("report.md");
			writeFileSync(file, "# My report\n");
			const error = await rejectsWith("not-a-database", () => writeDatabase(file, content, { engine }));
			assert.match(error.message, /was left as it is/);
			assert.equal(readFileSync(file, "utf8"), "# My report\n");
		});

		it("overwrites an empty, cut-off or damaged database", async () => {
			const file = folder.path("again.db");
			await writeDatabase(file, content, { engine });
			for (const length of [0, 50, 5000]) {
				truncateSync(file, length);
				await writeDatabase(file, content, { engine });
				(await openDatabase(file, { engine })).close();
			}
		});

		it("keeps a link a link", async () => {
			mkdirSync(folder.path("real"));
			await writeDatabase(folder.path("real", "claims.db"), content, { engine });
			symlinkSync(folder.path("real", "claims.db"), folder.path("link.db"));
			await writeDatabase(folder.path("link.db"), { ...content, claims: [claimOf("new")] }, { engine });
			const database = await openDatabase(folder.path("real", "claims.db"), { engine });
			assert.deepEqual(
				(await database.allClaims()).map((claim) => claim.id),
				["new"],
			);
			database.close();
		});

		it("says what the system says when it cannot write", async () => {
			writeFileSync(folder.path("file"), "");
			const error = await rejectsWith("unwritable", () => writeDatabase(folder.path("file", "claims.db"), content, { engine }));
			assert.match(error.message, /E[A-Z]+.*unchanged/);
		});

		it("refuses claims without their source, and ids that are not unique", async () => {
			const file = folder.path("refused.db");
			await assert.rejects(writeDatabase(file, { sources: [], claims: content.claims }, { engine }), RangeError);
			await assert.rejects(
				writeDatabase(file, { sources: [source], claims: [claimOf("a"), claimOf("a")] }, { engine }),
				RangeError,
			);
			assert.ok(!existsSync(file));
		});

		it("leaves the old file when it is aborted", async () => {
			mkdirSync(folder.path("aborted"));
			const file = folder.path("aborted", "claims.db");
			await writeDatabase(file, content, { engine });
			const old = readFileSync(file);
			const many = Array.from({ length: 2000 }, (_, i) => claimOf(`${i}`));
			const controller = new AbortController();
			const writing = writeDatabase(file, { sources: [source], claims: many }, { engine, signal: controller.signal });
			controller.abort();
			await assert.rejects(writing, { name: "AbortError" });
			assert.ok(readFileSync(file).equals(old));
			assert.deepEqual(readdirSync(folder.path("aborted")), ["claims.db"]);
		});

		it("removes what dead builds have left, and nothing else", async () => {
			mkdirSync(folder.path("stale"));
			const file = folder.path("stale", "claims.db");
			const { killed, name } = await buildAndKill(file, engine);
			assert.ok(killed);
			assert.ok(existsSync(folder.path("stale", name)));
			const own = name.replace(/-\d+-/, `-${process.pid}-`);
			const others = [own, ".claims.db.notes", "claims.db.tmp", ".other.db.abcdef-1-00000000.tmp"];
			for (const other of others) {
				writeFileSync(folder.path("stale", other), "");
			}
			await writeDatabase(file, content, { engine });
			assert.deepEqual(readdirSync(folder.path("stale")).sort(), ["claims.db", ...others].sort());
		});

		it("leaves the old file as it was when it is killed", async () => {
			mkdirSync(folder.path("killed"));
			const file = folder.path("killed", "claims.db");
			await writeDatabase(file, content, { engine });
			const old = readFileSync(file);
			assert.ok((await buildAndKill(file, engine)).killed);
			assert.ok(readFileSync(file).equals(old));
			const database = await openDatabase(file, { engine });
			assert.deepEqual(await database.allClaims(), content.claims);
			database.close();
		});

		it("lets the last of two builds win, neither corrupt", async () => {
			mkdirSync(folder.path("race"));
			const file = folder.path("race", "claims.db");
			const contents = Array.from({ length: 6 }, (_, i) => ({
				sources: [source],
				claims: Array.from({ length: 300 + i }, (_, j) => claimOf(`${i}-${j}`)),
			}));
			await Promise.all(contents.map((each) => writeDatabase(file, each, { engine })));
			const database = await openDatabase(file, { engine });
			const claims = await database.allClaims();
			database.close();
			assert.ok(contents.some((each) => each.claims.length === claims.length && each.claims[0]?.id === claims[0]?.id));
			assert.deepEqual(readdirSync(folder.path("race")), ["claims.db"]);
		});
	});
}

describe("several databases as one", () => {
	const folder = temporaryFolder();
	const other: Source = { ...source, key: "report", title: "Report" };
	const query: ClaimQuery = { dimension: "mass", ranges: [{ low: 1e6, high: 1e6 }], also: [], measures: [], entities: [] };

	it("finds the claims of each, and those of a source that two have only in the first", async () => {
		await writeDatabase(folder.path("a.db"), { sources: [source], claims: [claimOf("a1"), claimOf("a2")] });
		await writeDatabase(folder.path("b.db"), {
			sources: [{ ...source, title: "An older copy" }, other],
			claims: [claimOf("a1"), claimOf("b1", { source: other })],
		});
		const databases = [await openDatabase(folder.path("a.db")), await openDatabase(folder.path("b.db"))];
		const merged = mergeDatabases(databases);
		const ids = (claims: readonly Claim[]): string[] => claims.map((claim) => claim.id).sort();
		assert.deepEqual(ids(await merged.allClaims()), ["a1", "a2", "b1"]);
		assert.deepEqual((await merged.lookup([query, query])).map(ids), [
			["a1", "a2", "b1"],
			["a1", "a2", "b1"],
		]);
		assert.deepEqual(ids(await merged.search("waste", 10)), ["a1", "a2", "b1"]);
		assert.deepEqual((await merged.search("waste", 2)).length, 2);
		assert.deepEqual(merged.sources, [source, other]);
		const swapped = mergeDatabases([...databases].reverse());
		assert.deepEqual(ids(await swapped.allClaims()), ["a1", "b1"]);
		assert.notEqual(swapped.version, merged.version);
		merged.close();
		await assert.rejects(databases[1]?.allClaims() ?? Promise.resolve());
	});

	it("is empty when there is none, and the one when there is one", async () => {
		assert.deepEqual(await mergeDatabases([]).lookup([query]), [[]]);
		await writeDatabase(folder.path("one.db"), content);
		const one = await openDatabase(folder.path("one.db"));
		assert.equal(mergeDatabases([one]), one);
		one.close();
	});
});

/** Runs a script of this folder and gives what it wrote, standard error included. */
async function run(
	parameters: readonly string[],
	onOutput?: (text: string, kill: () => void) => void,
): Promise<{ output: string; killed: boolean }> {
	const child = spawn(process.execPath, ["--import", "tsx", ...parameters], { stdio: ["ignore", "pipe", "pipe"] });
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (chunk: string) => {
			output += chunk;
			onOutput?.(output, () => child.kill("SIGKILL"));
		});
	}
	return await new Promise((done) => child.on("close", (_code, signal) => done({ output, killed: signal === "SIGKILL" })));
}

/** Builds `file` in another process, which is killed when the temporary file is complete but has not replaced the old one. */
async function buildAndKill(file: string, engine: string): Promise<{ killed: boolean; name: string }> {
	const script = fileURLToPath(new URL("./buildAndWait.ts", import.meta.url));
	const { killed, output } = await run([script, file, engine], (text, kill) => {
		if (text.includes("ready")) {
			kill();
		}
	});
	assert.ok(killed, output);
	const name = readdirSync(join(file, "..")).find((entry) => entry.endsWith(".tmp")) ?? "";
	return { killed, name };
}
