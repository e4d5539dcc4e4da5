import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folder, refuses, tickmark } from "./tickmark.ts";

const first = `---
frameworks: [GRI, TCFD]
reporting-period: 2022
---

# Report

## Governance (GRI 2-9)

Our board has nine members.

## Emissions

Scope 1 emissions were 1,200 tCO2e (GRI 305-1).
`;
const second = `# People

We employ 300 people (GRI 2-7).

Our energy consumption was 4,300 MWh.
`;

describe("tickmark coverage", function () {
	this.timeout(60_000);

	interface Disclosure {
		readonly code: string;
		readonly status: string;
		readonly required: boolean;
		readonly places: readonly {
			readonly file: string;
			readonly range: object;
			readonly anchor: string | null;
			readonly kind: string;
		}[];
	}
	interface Framework {
		readonly framework: string;
		readonly counts: Readonly<Record<string, number>>;
		readonly disclosures: readonly Disclosure[];
	}

	async function coverage(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Framework[]> {
		const { stdout, status, stderr } = await tickmark(["coverage", "--format", "json", ...args], { cwd: folder(files) });
		assert.equal(status, 0, stderr);
		return JSON.parse(stdout).frameworks;
	}

	it("tells for each declared framework what is disclosed, where, and what is not", async () => {
		const [gri, tcfd] = await coverage({ "report.md": first });
		assert.equal(gri?.framework, "GRI");
		const byCode = new Map(gri.disclosures.map((one) => [one.code, one]));
		assert.deepEqual(byCode.get("305-1"), {
			code: "305-1",
			edition: "2016",
			label: "Scope 1 emissions",
			status: "disclosed",
			required: false,
			omission: "",
			places: [
				{
					file: "report.md",
					range: { start: { line: 13, character: 36 }, end: { line: 13, character: 45 } },
					heading: "Emissions",
					anchor: "emissions",
					kind: "citation",
				},
			],
		});
		assert.equal(byCode.get("2-9")?.status, "disclosed");
		assert.equal(byCode.get("2-9")?.places[0]?.anchor, "governance-gri-2-9");
		assert.deepEqual([byCode.get("2-1")?.status, byCode.get("2-1")?.required], ["not-disclosed", true]);
		assert.deepEqual([byCode.get("305-2")?.status, byCode.get("305-2")?.required], ["not-disclosed", false]);
		assert.equal(byCode.has("401-1"), false, "a topic that the report does not touch");
		const counted = { disclosed: 0, partly: 0, notDisclosed: 0 };
		for (const { status } of gri.disclosures) {
			counted[status === "disclosed" ? "disclosed" : status === "partly" ? "partly" : "notDisclosed"] += 1;
		}
		assert.deepEqual(gri.counts, counted);
		assert.equal(tcfd?.disclosures.length, 11);
		assert.equal(tcfd.disclosures.find(({ code }) => code === "MT-b")?.status, "partly", "a figure without a citation");
	});

	it("takes several files for the chapters of one report", async () => {
		const [gri] = await coverage({ "1.md": first, "2.md": second });
		const byCode = new Map(gri?.disclosures.map((one) => [one.code, one]));
		assert.equal(byCode.get("2-7")?.places[0]?.file, "2.md");
		assert.deepEqual([byCode.get("302-1")?.status, byCode.get("302-1")?.places[0]?.kind], ["partly", "figure"]);
	});

	it("says partly where the content index says what is left out, or only a standard is cited as a whole", async () => {
		const index =
			"\n## GRI Index\n\n| GRI | Page | Omission |\n| --- | --- | --- |\n| GRI 305-1 | 9 | Sites in China only |\n| GRI 401-1 | 12 | |\n";
		const [gri] = await coverage({ "report.md": `${first}\nTraining, see GRI 404.\n${index}` });
		const byCode = new Map(gri?.disclosures.map((one) => [one.code, one]));
		assert.equal(byCode.get("305-1")?.status, "partly");
		assert.equal((byCode.get("305-1") as { omission?: string } | undefined)?.omission, "Sites in China only");
		assert.deepEqual([byCode.get("401-1")?.status, byCode.get("401-1")?.places[0]?.kind], ["disclosed", "index"]);
		assert.equal(byCode.get("404-1")?.status, "partly");
		assert.equal(byCode.has("404"), false);
	});

	it("looks at a framework that --framework names, declared or not", async () => {
		const frameworks = await coverage({ "report.md": first }, "--framework", "tcfd");
		assert.deepEqual(
			frameworks.map(({ framework }) => framework),
			["TCFD"],
		);
		await refuses(
			["coverage", "--framework", "FOO"],
			/FOO: not a framework that is known; there are GRI, TCFD/,
			folder({ "a.md": first }),
		);
	});

	it("prints CSV, one line a place", async () => {
		const { stdout } = await tickmark(["coverage", "--format", "csv", "--framework", "TCFD", "-"], { input: first });
		const lines = stdout.split("\r\n");
		assert.equal(lines[0], "framework,code,edition,label,status,required,file,line,heading,kind,omission");
		assert.equal(lines[1], "TCFD,GOV-a,,Board oversight,not-disclosed,yes,,,,,");
		assert.ok(lines.includes('TCFD,MT-b,,"Scope 1, 2 and 3 emissions",partly,yes,-,14,Emissions,figure,'), stdout);
	});

	it("prints a list for people, in their language", async () => {
		const cwd = folder({ "report.md": first });
		const english = await tickmark(["coverage"], { cwd });
		assert.match(english.stdout, /^GRI \(GRI Standards\): 2 disclosed, 0 partly, \d+ not disclosed$/m);
		assert.match(english.stdout, /^ {2}✓ 305-1 +Scope 1 emissions +report\.md:14 Emissions$/m);
		assert.match(english.stdout, /^ {2}✗ 2-1 +.* required, no reason for omission is permitted$/m);
		const chinese = await tickmark(["coverage", "--language", "zh"], { cwd });
		assert.match(chinese.stdout, /已披露 2，部分披露 0/);
		const korean = await tickmark(["coverage", "--language", "ko"], { cwd });
		assert.match(korean.stdout, /공시됨 2, 일부 공시 0/);
	});

	it("says what to do where nothing is declared", async () => {
		const { status, stdout, stderr } = await tickmark(["coverage", "-"], { input: "# Report\n\nText.\n" });
		assert.equal(status, 0);
		assert.equal(stdout, "");
		assert.match(stderr, /declares no framework and cites none; declare them in the front matter/);
		const cited = await tickmark(["coverage", "-"], { input: "Emissions (GRI 305-1).\n" });
		assert.match(cited.stdout, /^GRI/);
		assert.doesNotMatch(cited.stdout, / 2-1 /);
		assert.match(cited.stderr, /declares no framework/);
		const unknown = await tickmark(["coverage", "-"], { input: "---\nframeworks: [GRRI]\n---\n\nText.\n" });
		assert.match(unknown.stderr, /GRRI; check the spelling/);
	});
});

describe("tickmark content-index", function () {
	this.timeout(60_000);

	it("prints the index and leaves the file alone", async () => {
		const cwd = folder({ "report.md": first });
		const { status, stdout } = await tickmark(["content-index", "report.md"], { cwd });
		assert.equal(status, 0);
		assert.match(stdout, /^### GRI Content Index\n\n\| GRI \| Topic \| Where \| Omissions \|\n/);
		assert.match(stdout, /^\| GRI 2-9 \| Governance structure \| \[Governance\]\(#governance-gri-2-9\) \| \|$/m);
		assert.equal(readFileSync(join(cwd, "report.md"), "utf8"), first);
	});

	it("writes the index, and once more changes nothing but what has changed", async () => {
		const cwd = folder({ "report.md": `\ufeff${first.replaceAll("\n", "\r\n")}` });
		const file = join(cwd, "report.md");
		const written = await tickmark(["content-index", "--write", "report.md"], { cwd });
		assert.equal(written.stdout, "report.md: content index inserted\n");
		const text = readFileSync(file, "utf8");
		assert.ok(text.startsWith("\ufeff---\r\n") && !/[^\r]\n/.test(text));
		const again = await tickmark(["content-index", "--write", "report.md"], { cwd });
		assert.equal(again.stdout, "report.md: content index is up to date\n");
		assert.equal(readFileSync(file, "utf8"), text);
		const checked = await tickmark(["check", "report.md", "--format", "json"], { cwd });
		assert.deepEqual(
			JSON.parse(checked.stdout)[0].findings.filter(({ rule }: { rule: string }) => /index|disclosure|edition/.test(rule)),
			[],
		);
	});

	it("is what `tickmark fix` brings up to date", async () => {
		const cwd = folder({ "report.md": first });
		await tickmark(["content-index", "--write", "report.md"], { cwd });
		const file = join(cwd, "report.md");
		const { writeFileSync } = await import("node:fs");
		writeFileSync(file, readFileSync(file, "utf8").replace("## Emissions\n", "## Air\n"));
		await tickmark(["fix", "report.md"], { cwd });
		assert.match(readFileSync(file, "utf8"), /\| GRI 305-1 \| Scope 1 emissions \| \[Air\]\(#air\) \| \|/);
	});

	it("reads standard input, and writes the draft to standard output", async () => {
		const { stdout } = await tickmark(["content-index", "--write", "-"], { input: "## Emissions\n\n1,200 t (GRI 305-1).\n" });
		assert.match(stdout, /^## Emissions\n\n1,200 t \(GRI 305-1\)\.\n\n## GRI Content Index\n\n<!-- tickmark-content-index -->/);
	});

	it("refuses where there is nothing to list, or no draft is named", async () => {
		const cwd = folder({ "report.md": "# Report\n", "other.md": "# Other\n" });
		await refuses(["content-index", "report.md"], /report\.md: cites no disclosure and declares no framework/, cwd);
		await refuses(["content-index"], /content-index needs a draft/, cwd);
		await refuses(["content-index", "."], /2 drafts; an index belongs to one/, cwd);
		await refuses(["content-index", "none.md"], /none\.md: no such file/, cwd);
	});
});
