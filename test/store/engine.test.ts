import assert from "node:assert/strict";
import { closeSync, copyFileSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { query, SqlError } from "../../server/src/store/engine.ts";
import { loadEngine } from "../../server/src/store/loadEngine.ts";
import { engines, temporaryFolder } from "./support.ts";

for (const engine of engines) {
	describe(`SQLite reading a file where it is, ${engine}`, () => {
		const folder = temporaryFolder();
		const rows = 5000;
		let file = "";

		before(async () => {
			file = folder.path("large.db");
			await (await loadEngine({ engine })).create(file, async (database) => {
				database.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT, blob BLOB)");
				const insert = database.prepare("INSERT INTO t VALUES (?, ?, ?)");
				for (let id = 0; id < rows; id += 1) {
					insert.run(id, `数字 ${id} `.repeat(20), null);
				}
				// Spills over many pages that follow each other.
				insert.run(
					rows,
					"blob",
					Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251),
				);
				insert.close();
			});
		});

		const inPlace = async (path: string): ReturnType<Awaited<ReturnType<typeof loadEngine>>["open"]> =>
			(await loadEngine({ engine })).open(path, { check: true, copy: false });

		it("finds every row, and blobs byte by byte", async () => {
			const database = await inPlace(file);
			const [counted] = query(database, "SELECT count(*) AS n, sum(length(text)) AS l FROM t");
			assert.equal(counted?.n, rows + 1);
			assert.equal(query(database, "SELECT text FROM t WHERE id = 4321")[0]?.text, "数字 4321 ".repeat(20));
			const blob = query(database, `SELECT blob FROM t WHERE id = ${rows}`)[0]?.blob as Uint8Array;
			assert.equal(blob.length, 3_000_000);
			assert.ok(blob.every((byte, i) => byte === i % 251));
			assert.equal(query(database, "SELECT text FROM t ORDER BY text DESC LIMIT 1").length, 1);
			database.close();
		});

		it("keeps to what the file was when another takes its name", async () => {
			const path = folder.path("replaced.db");
			copyFileSync(file, path);
			const database = await inPlace(path);
			writeFileSync(`${path}.new`, "something else");
			renameSync(`${path}.new`, path);
			assert.equal(query(database, "SELECT count(*) AS n FROM t")[0]?.n, rows + 1);
			database.close();
		});

		it("refuses to write", async () => {
			const database = await inPlace(file);
			assert.throws(() => database.exec("DELETE FROM t"), SqlError);
			database.close();
		});

		it("refuses what is damaged or not there", async () => {
			const damaged = folder.path("damaged.db");
			copyFileSync(file, damaged);
			const descriptor = openSync(damaged, "r+");
			writeSync(descriptor, Buffer.alloc(4096, 0x5a), 0, 4096, 8192);
			closeSync(descriptor);
			await assert.rejects(() => inPlace(damaged), SqlError);
			await assert.rejects(() => inPlace(folder.path("nothing.db")));
		});
	});
}
