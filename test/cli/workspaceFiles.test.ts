import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tickmark, workspace } from "./tickmark.ts";

interface Reported {
	readonly findings: readonly {
		readonly rule: string;
		readonly claims: readonly string[];
		readonly ownRecords: readonly string[];
	}[];
}

describe("the workspace's own files on the command line", function () {
	this.timeout(120_000);
	const draft = "---\nentity: Harim Energy\nlanguage: en\n---\n\nIn 2022, Harim Energy employed 4,321 employees.\n";
	const record = (value: string): string =>
		`figures:\n  - entity: Harim Energy\n    measure: employees\n    value: ${value} employees\n    period: 2022\n    owner: Head of HR\n    date: 2023-02-01\n`;

	async function check(
		cwd: string,
		...more: string[]
	): Promise<{ status: number | null; rules: string[]; stderr: string; found: Reported["findings"] }> {
		const { status, stdout, stderr } = await tickmark(["check", "--format", "json", ...more, "draft.md"], { cwd });
		const found = (JSON.parse(stdout) as Reported[])[0]?.findings ?? [];
		return { status, rules: found.map(({ rule }) => rule).filter((rule) => rule.endsWith("-figure")), stderr, found };
	}

	it("own figures support, contradict, and are named as what they are", async () => {
		const cwd = await workspace({ "draft.md": draft });
		const own = join(cwd, ".tickmark", "own-figures.yaml");
		assert.deepEqual((await check(cwd)).rules, ["unsupported-figure"]);
		writeFileSync(own, record("4,321"));
		assert.deepEqual((await check(cwd)).rules, []);
		writeFileSync(own, record("4,999"));
		const { rules, found } = await check(cwd);
		assert.deepEqual(rules, ["contradicted-figure"]);
		const finding = found.find(({ rule }) => rule === "contradicted-figure");
		assert.deepEqual(finding?.ownRecords, finding?.claims);
		assert.match(finding?.claims[0] ?? "", /^own-records:/);
		const pretty = await tickmark(["check", "draft.md"], { cwd });
		assert.match(pretty.stdout.replace(/\s+/g, " "), /own record, entered by Head of HR, 2023-02-01; not evidence from a source/);
		const claims = await tickmark(["claims", "--format", "json", "4,999"], { cwd });
		assert.deepEqual(
			(JSON.parse(claims.stdout) as { source: { own?: unknown } }[]).map(({ source }) => source.own),
			[{ owner: "Head of HR", date: "2023-02-01", note: "" }],
		);
		const all = await tickmark(["claims", "--format", "csv"], { cwd });
		assert.match(all.stdout, /own-records/);
	});

	it("what is wrong with them is said with file and line; what cannot be read at all makes the exit code 2", async () => {
		const cwd = await workspace({ "draft.md": draft });
		const own = join(cwd, ".tickmark", "own-figures.yaml");
		writeFileSync(own, `${record("4,321")}  - {value: lots}\n`);
		const partly = await check(cwd);
		assert.match(partly.stderr, /^tickmark: \.tickmark\/own-figures\.yaml:8:13: “lots” of figures\[2\] is not a figure/);
		assert.deepEqual([partly.status, partly.rules], [0, []]);
		writeFileSync(own, "figures: [");
		const broken = await check(cwd);
		assert.match(broken.stderr, /^tickmark: \.tickmark\/own-figures\.yaml:1:\d+: This is not YAML/);
		assert.deepEqual([broken.status, broken.rules], [2, ["unsupported-figure"]]);
		rmSync(own);
		mkdirSync(own);
		const folder = await check(cwd, "--language", "ko");
		assert.match(folder.stderr, /own-figures\.yaml:1:1: 파일을 읽을 수 없어/);
		assert.equal(folder.status, 2);
	});

	it("the glossary is used by check and build, and a build after it has changed reads the sources again", async () => {
		const cwd = await workspace({
			"draft.md": "---\nentity: Harim Energy\nlanguage: en\n---\n\nIn 2022, Harim Energy lit 4,000 lanterns.\n",
			"sources/lanterns.md":
				"---\nkey: lanterns\ntitle: Lanterns\npublisher: P\npublished: 2023-01-01\nentity: Harim Energy\n---\n\nIn 2022, Harim Energy put up 3,500 lanterns.\n",
		});
		const built = await tickmark(["build", "sources"], { cwd });
		assert.equal(built.status, 0, built.stderr);
		const glossary = join(cwd, ".tickmark", "glossary.yaml");
		writeFileSync(glossary, "measures:\n  lanterns_lit:\n    names: [lanterns]\n    unit: lanterns\n");
		assert.match(
			(await check(cwd)).stderr,
			/claims\.db: the workspace's glossary has changed since it was built.*run `tickmark build`/,
		);
		const again = await tickmark(["build", "sources"], { cwd });
		assert.doesNotMatch(again.stdout, /unchanged/);
		const { rules, stderr } = await check(cwd);
		assert.equal(stderr, "");
		assert.deepEqual(rules, ["contradicted-figure"]);
		assert.match(readFileSync(glossary, "utf8"), /lanterns_lit/);
		const bad = await tickmark(["build", "sources"], { cwd: await workspace({ ".tickmark/glossary.yaml": "measures: 3\n" }) });
		assert.match(bad.stderr, /glossary\.yaml:1:11: measures is not a list of names/);
		assert.equal(bad.status, 0);
	});
});
