/** `tickmark build` and `tickmark claims`. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, folder, refuses, source, tickmark, workspace } from "./tickmark.ts";

describe("tickmark build", function () {
	this.timeout(60_000);
	before(async () => {
		await bundle();
	});

	it("builds the workspace's database and prints what became of each source", async () => {
		const cwd = folder({
			"sources/harim.md": source,
			"sources/photo.png": Buffer.from([0x89, 0x50, 0x4e, 0x47]),
			"sources/empty.txt": "",
		});
		const { status, stdout, stderr } = await tickmark(["build", "sources"], { cwd });
		assert.deepEqual([status, stderr], [0, ""]);
		assert.ok(existsSync(join(cwd, ".tickmark/claims.db")));
		assert.match(stdout, /^sources\/harim\.md {2}\[\^harim-2022\], 2 figures, 2 claims, 0 skipped$/m);
		assert.match(stdout, /^sources\/photo\.png {2}skipped\n {2}sources\/photo\.png is not a text or Markdown file/m);
		assert.match(stdout, /^sources\/empty\.txt {2}skipped\n {2}sources\/empty\.txt is empty/m);
		assert.match(stdout, /^\.tickmark\/claims\.db: 2 claims from 1 source\n$/m);
		const again = await tickmark(["build", "sources", "--format", "json"], { cwd });
		const report = JSON.parse(again.stdout);
		assert.deepEqual([report.file, report.claims], [".tickmark/claims.db", 2]);
		assert.deepEqual(
			report.sources.map(({ file, status }: { readonly file: string; readonly status: string }) => [file, status]),
			[
				["sources/empty.txt", "skipped"],
				["sources/harim.md", "unchanged"],
				["sources/photo.png", "skipped"],
			],
		);
		const fresh = await tickmark(["build", "sources", "--fresh", "--format", "json"], { cwd });
		assert.equal(JSON.parse(fresh.stdout).sources[1].status, "read");
	});

	it("writes the database that is named, and leaves the workspace's alone", async () => {
		const cwd = folder({ "harim.md": source });
		const { status } = await tickmark(["build", "--claims", "made/here/my.db", "harim.md"], { cwd });
		assert.equal(status, 0);
		assert.ok(existsSync(join(cwd, "made/here/my.db")));
		assert.ok(!existsSync(join(cwd, ".tickmark")));
	});

	it("builds from the sources of the configuration where none are named", async () => {
		const cwd = folder({ "docs/harim.md": source, ".tickmark/config.yaml": "sources: [docs]\n", "drafts/a.md": "" });
		const { status, stdout } = await tickmark(["build"], { cwd: join(cwd, "drafts") });
		assert.equal(status, 0);
		assert.match(stdout, /2 claims from 1 source/);
		assert.ok(existsSync(join(cwd, ".tickmark/claims.db")));
	});

	it("says why it cannot build, and leaves what was there", async () => {
		const cwd = await workspace({ "twice/a.md": source, "twice/b.md": source, "notes.txt": "not a database at all" });
		const before = readFileSync(join(cwd, ".tickmark/claims.db"));
		await refuses(["build"], /^tickmark: no sources named; name files/, cwd);
		await refuses(["build", "-"], /^tickmark: -: a source has to be a file/, cwd);
		await refuses(["build", "none"], /^tickmark: none does not exist/, cwd);
		await refuses(["build", "*.docx"], /^tickmark: No file matches \*\.docx/, cwd);
		await refuses(["build", "twice"], /same source key/, cwd);
		await refuses(["build", "--claims", "notes.txt", "sources"], /^tickmark: notes\.txt is not a claims database/, cwd);
		await refuses(["build", "--claims", "notes.txt/claims.db", "sources"], /^tickmark: notes\.txt: /, cwd);
		assert.deepEqual(readFileSync(join(cwd, ".tickmark/claims.db")), before);
		assert.equal(readFileSync(join(cwd, "notes.txt"), "utf8"), "not a database at all");
	});
});

describe("tickmark claims", function () {
	this.timeout(60_000);
	let cwd = "";
	before(async () => {
		await bundle();
		cwd = await workspace();
	});

	it("prints every key of a claim", async () => {
		const { status, stdout, stderr } = await tickmark(["claims", "연구개발비", "--format", "json"], { cwd });
		assert.deepEqual([status, stderr], [0, ""]);
		const [{ id, ...claim }, ...others] = JSON.parse(stdout);
		assert.deepEqual(others, []);
		assert.match(id, /\S/);
		const start = source.indexOf("204억6000만 위안");
		assert.deepEqual(claim, {
			source: {
				key: "harim-2022",
				title: "하림에너지 2022년 실적",
				publisher: "산업일보",
				published: "2023-04-03",
				language: "ko",
				file: "sources/harim.md",
			},
			entity: "Harim Energy",
			measure: "research_spending",
			value: "20460000000",
			low: "20455000000",
			high: "20465000000",
			unit: "CNY",
			currency: "CNY",
			qualifier: "exact",
			kind: "flow",
			periodStart: "2022-01-01",
			periodEnd: "2022-12-31",
			locator: { line: 11, start, end: start + "204억6000만 위안".length },
			text: "하림에너지의 2022년 연구개발비는 204억6000만 위안이다.",
			printed: "204억6000만 위안",
		});
	});

	it("lists everything without a query, and as much as is asked for", async () => {
		const count = async (...args: string[]) =>
			(JSON.parse((await tickmark(["claims", "--format", "json", ...args], { cwd })).stdout) as unknown[]).length;
		assert.equal(await count(), 2);
		assert.equal(await count("--limit", "1"), 1);
		assert.equal(await count("harim"), 2);
		assert.equal(await count("no such thing"), 0);
	});

	it("prints CSV after RFC 4180", async () => {
		const quoted = source.replace("산업일보", '산업일보, "경제"');
		const files = folder({
			"sources/harim.md": quoted.replace('publisher: 산업일보, "경제"', "publisher: '산업일보, \"경제\"'"),
		});
		await tickmark(["build", "sources"], { cwd: files });
		const { stdout } = await tickmark(["claims", "--format", "csv"], { cwd: files });
		const records = stdout.split("\r\n");
		assert.equal(records.length, 4);
		assert.match(records[0] ?? "", /^id,entity,measure,value,low,high,unit,/);
		assert.match(records[1] ?? "", /,"산업일보, ""경제""",/);
		assert.equal(records[3], "");
	});

	it("prints a table", async () => {
		const { status, stdout } = await tickmark(["claims", "research"], { cwd });
		assert.equal(status, 0);
		const [heads, row, passage, from, count] = stdout.split("\n");
		assert.match(heads ?? "", /^entity +measure +value +period +kind$/);
		assert.match(row ?? "", /^Harim Energy {2}research_spending {2}20,460,000,000 CNY {2}2022 {4}flow$/);
		assert.equal(passage, "  > 하림에너지의 2022년 연구개발비는 204억6000만 위안이다.");
		assert.equal(from, "  하림에너지 2022년 실적, 산업일보, 2023-04-03  sources/harim.md:12");
		assert.equal(count, "1 claim");
		const none = await tickmark(["claims", "no such thing"], { cwd });
		assert.deepEqual([none.status, none.stdout], [0, ""]);
		assert.match(none.stderr, /no claims for "no such thing"/);
	});
});
