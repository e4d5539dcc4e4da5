import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Glossary, standardGlossary } from "../../server/src/core/claims/glossary.ts";
import { SourceError } from "../../server/src/sources/problems.ts";
import { type BuildOptions, type BuildReport, buildDatabase } from "../../server/src/store/build.ts";
import { ClaimsDatabaseError } from "../../server/src/store/errors.ts";
import { openDatabase } from "../../server/src/store/openDatabase.ts";
import { engines, temporaryFolder } from "./support.ts";

const seeds = fileURLToPath(new URL("../../seeds", import.meta.url));
const glossary = standardGlossary();

describe("building a claims database", function () {
	this.timeout(30_000);
	const folder = temporaryFolder();
	let count = 0;
	/** A new folder with these files in `in`. */
	const put = (files: Readonly<Record<string, string | Uint8Array>>): string => {
		count += 1;
		const root = folder.path(`${count}`);
		for (const [name, bytes] of Object.entries({ ...files })) {
			mkdirSync(dirname(join(root, "in", name)), { recursive: true });
			writeFileSync(join(root, "in", name), bytes);
		}
		return root;
	};
	const build = (root: string, options: Partial<BuildOptions> = {}): Promise<BuildReport> =>
		buildDatabase({ sources: [join(root, "in")], out: join(root, "claims.db"), base: root, glossary, ...options });
	const statuses = (report: BuildReport): Record<string, string> =>
		Object.fromEntries(report.sources.map(({ key, file, status }) => [key || file.replace(/.*\//, ""), status]));

	const emissions =
		"---\nkey: emissions\ntitle: Emissions\nlanguage: en\n---\n\nIn 2022, Ant Group emitted 12,345 tonnes of CO2e.\n";
	const water =
		"---\nkey: water\ntitle: Water\nlanguage: en\n---\n\nIn 2022, WeBank used 1,200 m3 of water and 300 kWh of electricity.\n";
	const two = { "a.md": emissions, "b/water.md": water };

	it("takes the claims of every source, and says what became of each", async () => {
		const root = put({ ...two, "paper.pdf": "%PDF", "blank.txt": "\n" });
		const report = await build(root);
		assert.equal(report.claims, 3);
		assert.deepEqual(
			report.sources.map(({ file, key, status, figures, claims }) => [file.slice(root.length + 4), key, status, figures, claims]),
			[
				["a.md", "emissions", "read", 1, 1],
				["b/water.md", "water", "read", 2, 2],
				["blank.txt", "", "skipped", 0, 0],
				["paper.pdf", "", "skipped", 0, 0],
			],
		);
		assert.match(report.sources[2]?.problems[0]?.messages.en ?? "", /blank\.txt is empty/);
		assert.match(report.sources[3]?.problems[0]?.messages.en ?? "", /paper\.pdf is not a text or Markdown file/);
		const database = await openDatabase(report.file);
		const claims = await database.allClaims();
		assert.deepEqual(
			database.sources.map(({ key, file }) => [key, file]),
			[
				["emissions", "in/a.md"],
				["water", "in/b/water.md"],
			],
		);
		assert.deepEqual(
			claims.map((claim) => claim.printed),
			["12,345 tonnes of CO2e", "1,200 m3", "300 kWh"],
		);
		for (const claim of claims) {
			const text = claim.source.key === "water" ? water : emissions;
			assert.equal(text.slice(claim.locator.start, claim.locator.end), claim.printed);
		}
		database.close();
	});

	it("makes claims that are found by their names in every language", async () => {
		const root = put(two);
		await build(root);
		const database = await openDatabase(join(root, "claims.db"));
		for (const query of ["Ant Group", "蚂蚁集团", "螞蟻", "앤트그룹"]) {
			const found = await database.search(query, 10);
			assert.deepEqual(
				found.map((claim) => claim.source.key),
				["emissions"],
				query,
			);
		}
		database.close();
	});

	it("takes over what has not changed, and gives the same file as a build from nothing", async () => {
		const root = put(two);
		await build(root);
		const first = readFileSync(join(root, "claims.db"));
		assert.deepEqual(statuses(await build(root)), { emissions: "unchanged", water: "unchanged" });
		assert.ok(readFileSync(join(root, "claims.db")).equals(first));

		writeFileSync(join(root, "in", "a.md"), emissions.replace("12,345", "12,346"));
		const report = await build(root);
		assert.deepEqual(statuses(report), { emissions: "read", water: "unchanged" });
		assert.deepEqual(
			report.sources.map(({ figures, claims }) => [figures, claims]),
			[
				[1, 1],
				[2, 2],
			],
		);
		const updated = readFileSync(join(root, "claims.db"));
		unlinkSync(join(root, "claims.db"));
		await build(root);
		assert.ok(readFileSync(join(root, "claims.db")).equals(updated));
		assert.deepEqual(statuses(await build(root, { fresh: true })), { emissions: "read", water: "read" });
		assert.ok(readFileSync(join(root, "claims.db")).equals(updated));
	});

	it("keeps the ids of the claims of a source that has not changed", async () => {
		const root = put(two);
		const ids = async (): Promise<string[]> => {
			const database = await openDatabase(join(root, "claims.db"));
			const claims = await database.allClaims();
			database.close();
			return claims.filter((claim) => claim.source.key === "water").map((claim) => claim.id);
		};
		await build(root);
		const before = await ids();
		writeFileSync(join(root, "in", "a.md"), emissions.replace("12,345 tonnes", "9 kt"));
		await build(root, { fresh: true });
		assert.deepEqual(await ids(), before);
	});

	it("reads a source again when what is said of it, its place or the glossary changes", async () => {
		const root = put({ "a.txt": "WeBank used 1,200 m3 of water in 2022.\n" });
		await build(root);
		writeFileSync(join(root, "in", "sources.yaml"), "a.txt:\n  title: Water\n");
		assert.deepEqual(statuses(await build(root)), { a: "read" });
		assert.deepEqual(statuses(await build(root)), { a: "unchanged" });
		assert.deepEqual(statuses(await build(root, { glossary: new Glossary([], []) })), { a: "read" });
		cpSync(join(root, "in"), join(root, "moved"), { recursive: true });
		assert.deepEqual(statuses(await build(root, { sources: [join(root, "moved")], glossary: new Glossary([], []) })), {
			a: "read",
		});
	});

	it("forgets sources that are gone", async () => {
		const root = put(two);
		await build(root);
		rmSync(join(root, "in", "b"), { recursive: true });
		assert.equal((await build(root)).claims, 1);
		const database = await openDatabase(join(root, "claims.db"));
		assert.deepEqual(
			database.sources.map((source) => source.key),
			["emissions"],
		);
		database.close();
	});

	it("builds anew over a damaged database", async () => {
		const root = put(two);
		await build(root);
		const good = readFileSync(join(root, "claims.db"));
		writeFileSync(join(root, "claims.db"), good.subarray(0, 5000));
		assert.deepEqual(statuses(await build(root)), { emissions: "read", water: "read" });
		assert.ok(readFileSync(join(root, "claims.db")).equals(good));
	});

	it("gives the same file for the same sources in whatever order they are named", async () => {
		const root = put(two);
		await build(root, { out: join(root, "one.db"), sources: [join(root, "in/a.md"), join(root, "in/b")] });
		await build(root, { out: join(root, "two.db"), sources: [join(root, "in/b"), join(root, "in/*.md")] });
		assert.ok(readFileSync(join(root, "one.db")).equals(readFileSync(join(root, "two.db"))));
	});

	it("stores paths as they were given where no base is", async () => {
		const root = put(two);
		const report = await build(root, { base: undefined as never });
		const database = await openDatabase(report.file);
		assert.equal(database.sources[0]?.file, join(root, "in/a.md"));
		database.close();
	});

	it("does not take its own output for a source", async () => {
		const root = put(two);
		const out = join(root, "in", "claims.db");
		await build(root, { out });
		assert.deepEqual(statuses(await build(root, { out })), { emissions: "unchanged", water: "unchanged" });
	});

	it("refuses two sources of one key and names both files", async () => {
		const root = put({ "a.md": emissions, "copy.md": emissions });
		await assert.rejects(build(root), (error) => {
			assert.ok(error instanceof SourceError);
			assert.equal(error.problem.code, "duplicate-key");
			for (const message of Object.values(error.problem.messages)) {
				assert.ok(message.includes(join(root, "in/a.md")) && message.includes(join(root, "in/copy.md")), message);
			}
			return true;
		});
		assert.ok(!existsSync(join(root, "claims.db")));
	});

	it("does not overwrite a file that is something else", async () => {
		const root = put(two);
		const out = join(root, "in", "a.md");
		await assert.rejects(
			build(root, { out }),
			(error) => error instanceof ClaimsDatabaseError && error.code === "not-a-database",
		);
		assert.equal(readFileSync(out, "utf8"), emissions);
	});

	it("tells its progress, and stops when it is aborted", async () => {
		const root = put(two);
		const seen: string[] = [];
		await build(root, { onProgress: ({ done, total, file }) => seen.push(`${done}/${total} ${file.replace(/.*\//, "")}`) });
		assert.deepEqual(seen, ["0/2 a.md", "1/2 water.md", "2/2 "]);
		const before = readFileSync(join(root, "claims.db"));
		writeFileSync(join(root, "in", "a.md"), emissions.replace("12,345", "1"));
		for (const stop of ["a.md", "water.md", ""]) {
			const controller = new AbortController();
			const onProgress: BuildOptions["onProgress"] = ({ file }) => {
				if (file.endsWith(stop) && (stop !== "" || file === "")) {
					controller.abort();
				}
			};
			await assert.rejects(build(root, { signal: controller.signal, onProgress }), { name: "AbortError" });
			assert.ok(readFileSync(join(root, "claims.db")).equals(before));
		}
		assert.deepEqual(readdirSync(root).sort(), ["claims.db", "in"]);
	});

	for (const engine of engines) {
		it(`gives the same bytes from the seeds each time, ${engine}`, async () => {
			const root = put({});
			const out = (name: string): string => join(folder.path(`${count}`), name);
			const reports = [];
			for (const name of ["one.db", "two.db"]) {
				reports.push(await build(root, { sources: [seeds], out: out(name), engine }));
			}
			assert.ok(readFileSync(out("one.db")).equals(readFileSync(out("two.db"))));
			assert.equal(reports[0]?.sources.length, 3);
			const database = await openDatabase(out("one.db"), { engine });
			const claims = await database.allClaims();
			assert.equal(claims.length, reports[0]?.claims);
			for (const claim of claims) {
				const text = readFileSync(join(seeds, claim.source.file.replace(/.*\//, "")), "utf8");
				const before = text.slice(0, claim.locator.start);
				assert.equal(before.split("\n").length - 1, claim.locator.line);
				assert.ok(text.slice(claim.locator.start, claim.locator.end).length > 0);
			}
			database.close();
		});
	}
});
