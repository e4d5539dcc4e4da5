/** `tickmark check`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Schema4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import stringWidth from "string-width";
import { bundle, folder, refuses, tickmark, workspace } from "./tickmark.ts";

interface Range {
	readonly start: { readonly line: number; readonly character: number };
	readonly end: { readonly line: number; readonly character: number };
}

interface Finding {
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	readonly text: string;
	readonly range: Range;
	readonly claims: readonly string[];
	readonly fixes: readonly {
		readonly title: string;
		readonly safe: boolean;
		readonly edits: readonly { readonly range: Range; readonly newText: string }[];
	}[];
}

/** Ten times what the source says, and a figure that no source has. */
const draft = `---
entity: Harim Energy
---

# Research

Harim Energy invested RMB 204.6 billion in research and development in 2022. [^harim-2022]

It planted 4,321 trees in 2022.

[^harim-2022]: 산업일보
`;

const only = ["--rule", "missing-framework-citation=off", "--rule", "unused-silence=off"];

async function findings(args: readonly string[], cwd: string, status: number): Promise<readonly Finding[]> {
	const result = await tickmark(["check", "--format", "json", ...only, ...args], { cwd });
	assert.deepEqual([result.status, result.stderr], [status, ""]);
	const files = JSON.parse(result.stdout) as readonly { readonly file: string; readonly findings: readonly Finding[] }[];
	return files.flatMap((file) => file.findings);
}

describe("tickmark check", function () {
	this.timeout(60_000);
	let cwd = "";
	before(async () => {
		await bundle();
		cwd = await workspace({ "report.md": draft, "clean.md": "# Nothing\n\nNo figures here.\n" });
	});

	it("prints every key of a finding, and exits with 1 for an error", async () => {
		const [scale, unsupported, ...others] = await findings(["report.md"], cwd, 1);
		assert.deepEqual(others, []);
		assert.ok(scale && unsupported);
		const character = "Harim Energy invested ".length;
		const range = { start: { line: 6, character }, end: { line: 6, character: character + "RMB 204.6 billion".length } };
		assert.deepEqual([scale.rule, scale.severity, scale.text, scale.range], ["scale-slip", "error", "RMB 204.6 billion", range]);
		assert.match(scale.message, /204억6000만/);
		assert.equal(scale.claims.length, 1);
		assert.equal(scale.fixes[0]?.safe, true);
		assert.deepEqual(scale.fixes[0]?.edits, [{ range, newText: "RMB 20.46 billion" }]);
		assert.deepEqual(
			[unsupported.rule, unsupported.severity, unsupported.text],
			["unsupported-figure", "warning", "4,321 trees"],
		);
	});

	it("exits by the least severity that fails", async () => {
		const status = async (...args: string[]) => (await tickmark(["check", ...only, ...args], { cwd })).status;
		assert.equal(await status("clean.md"), 0);
		assert.equal(await status("report.md"), 1);
		assert.equal(await status("--fail-on", "never", "report.md"), 0);
		const warning = ["--rule", "scale-slip=warning", "report.md"];
		assert.equal(await status(...warning), 0);
		assert.equal(await status("--fail-on", "warning", ...warning), 1);
		const information = ["--rule", "scale-slip=information", "--rule", "unsupported-figure=information", "report.md"];
		assert.equal(await status("--fail-on", "warning", ...information), 0);
		assert.equal(await status("--fail-on", "information", ...information), 1);
		const hint = ["--rule", "scale-slip=hint", "--rule", "unsupported-figure=off", "report.md"];
		assert.equal(await status("--fail-on", "information", ...hint), 0);
	});

	it("takes rules' severities from the configuration and from options, which go before it", async () => {
		const configured = await workspace({
			"report.md": draft,
			".tickmark/config.yaml":
				"# off is a word here, not a truth value\nrules:\n  unsupported-figure: off\n  missing-framework-citation: off\nreportingPeriod: 2022\nlanguage: zh\n",
			"other.json": '{ "rules": { "scale-slip": "off", "missing-framework-citation": "off" } }',
		});
		const rules = async (...args: string[]) => {
			const { stdout, stderr } = await tickmark(["check", "--format", "json", "--fail-on", "never", "report.md", ...args], {
				cwd: configured,
			});
			assert.equal(stderr, "");
			const [file] = JSON.parse(stdout) as readonly { readonly findings: readonly Finding[] }[];
			return file?.findings.map(({ rule, severity }) => `${rule} ${severity}`);
		};
		assert.deepEqual(await rules(), ["scale-slip error"]);
		assert.deepEqual(await rules("--rule", "unsupported-figure=hint"), ["scale-slip error", "unsupported-figure hint"]);
		assert.deepEqual(await rules("--config", "other.json"), ["unsupported-figure warning"]);
		const { stdout } = await tickmark(["check", "report.md"], { cwd: configured });
		assert.match(stdout, /错误/);
	});

	it("says what is wrong with the configuration, and where", async () => {
		const wrong = folder({
			"a.md": "1%",
			"syntax.yaml": "rules:\n  scale-slip: [off\nframeworks: GRI\n",
			"key.yaml": "framework: [GRI]\n",
			"type.yaml": "frameworks: GRI\n",
			"rule.yaml": "rules: { scale-slop: off }\n",
			"severity.yaml": "rules: { scale-slip: fatal }\n",
			"period.yaml": "reportingPeriod: last year\n",
			"list.yaml": "- GRI\n",
		});
		const says = (file: string, message: RegExp) => refuses(["check", "--config", file, "a.md"], message, wrong);
		await says("syntax.yaml", /^tickmark: syntax\.yaml:\d+:\d+: not valid YAML or JSON/);
		await says("key.yaml", /key\.yaml: unknown setting "framework", did you mean frameworks\?/);
		await says("type.yaml", /type\.yaml: frameworks cannot be "GRI"; it can be a list/);
		await says("rule.yaml", /rule\.yaml: rules\.scale-slop cannot be "off"/);
		await says("severity.yaml", /severity\.yaml: rules\.scale-slip cannot be "fatal"; it can be error, warning/);
		await says("period.yaml", /period\.yaml: reportingPeriod cannot be "last year"/);
		await says("list.yaml", /list\.yaml: not settings by name/);
		await says("none.yaml", /none\.yaml: no such file/);
		await refuses(
			["check", "--rule", "scale-slop=off", "a.md"],
			/--rule scale-slop=off: no such rule, did you mean scale-slip\?/,
			wrong,
		);
		await refuses(
			["check", "--rule", "scale-slip=fatal", "a.md"],
			/--rule scale-slip=fatal: not a severity; use error, warning/,
			wrong,
		);
		await refuses(["check", "--rule", "scale-slip", "a.md"], /--rule scale-slip: not a rule with its severity/, wrong);
	});

	it("uses the databases that are named, else the workspace's, else the bundled one", async () => {
		const elsewhere = folder({ "report.md": draft });
		const rules = async (...args: string[]) =>
			(await findings([...args, "report.md", "--fail-on", "never"], elsewhere, 0)).map(({ rule }) => rule);
		assert.deepEqual(await rules("--claims", join(cwd, ".tickmark/claims.db")), ["scale-slip", "unsupported-figure"]);
		// The bundled database knows nothing of the invented company.
		assert.ok(!(await rules()).includes("scale-slip"));
		const below = await workspace({ "drafts/report.md": draft });
		const inside = await findings(["report.md"], join(below, "drafts"), 1);
		assert.deepEqual(
			inside.map(({ rule }) => rule),
			["scale-slip", "unsupported-figure"],
		);
		const configured = folder({ "report.md": draft, ".tickmark/config.yaml": `claims: [${join(cwd, ".tickmark/claims.db")}]\n` });
		assert.ok((await findings(["report.md"], configured, 1)).some(({ rule }) => rule === "scale-slip"));
	});

	it("says what is wrong with a claims database, in the language asked for", async () => {
		const broken = folder({
			"a.md": "1%",
			"text.db": "not a database, and long enough to be looked at as one".repeat(4),
			"empty.db": "",
		});
		await refuses(["check", "--claims", "none.db", "a.md"], /^tickmark: none\.db does not exist/, broken);
		await refuses(["check", "--claims", "text.db", "a.md"], /^tickmark: text\.db is not a claims database/, broken);
		await refuses(["check", "--claims", "empty.db", "a.md"], /^tickmark: empty\.db is damaged/, broken);
		await refuses(["check", "--claims", "none.db", "--language", "zh", "a.md"], /none\.db 不存在/, broken);
		await refuses(["check", "--claims", "none.db", "--language=ko", "a.md"], /none\.db 파일이 없어/, broken);
		await refuses(["check", "--language", "ko", "b.md"], /b\.md: 그런 파일이나 폴더가 없습니다/, broken);
	});

	it("counts positions as editors do: without a byte order mark, CR LF as one line end, surrogates as two", async () => {
		const sentence = draft.replace("\n# Research", "\n# 𠀋 Research 😀");
		const windows = `\ufeff${sentence.replaceAll("\n", "\r\n")}`;
		const files = await workspace({
			"unix.md": sentence,
			"windows.md": windows,
			"utf16.md": Buffer.from(windows, "utf16le"),
		});
		const unix = await findings(["unix.md"], files, 1);
		assert.equal(unix[0]?.text, "RMB 204.6 billion");
		// What a fix puts in has the draft's own line ends.
		const alike = (found: unknown): unknown => JSON.parse(JSON.stringify(found).replaceAll("\\r\\n", "\\n"));
		assert.deepEqual(alike(await findings(["windows.md"], files, 1)), unix);
		assert.deepEqual(alike(await findings(["utf16.md"], files, 1)), unix);
	});

	it("reads standard input", async () => {
		const { status, stdout } = await tickmark(["check", "--format", "json", ...only, "-"], { cwd, input: draft });
		assert.equal(status, 1);
		const [file] = JSON.parse(stdout) as readonly { readonly file: string; readonly findings: readonly Finding[] }[];
		assert.equal(file?.file, "-");
		assert.equal(file.findings.length, 2);
	});

	it("says what is wrong with a draft's front matter, and checks it all the same", async () => {
		const files = await workspace({ "report.md": draft.replace("entity: Harim Energy", "entity: Harim Energy\ntitle: [") });
		const { status, stdout, stderr } = await tickmark(["check", "--format", "json", ...only, "report.md"], { cwd: files });
		assert.match(stderr, /^tickmark: report\.md:\d+:\d+: /);
		assert.equal(status, 1);
		assert.match(stdout, /"rule":"scale-slip"/);
	});

	it("goes on after a file that it cannot use, and exits with 2", async () => {
		const files = await workspace({ "a.md": Buffer.from([0xb0, 0xa1, 0x0a]), "b.md": draft });
		const { status, stdout, stderr } = await tickmark(["check", "--format", "json", ...only, "a.md", "b.md"], { cwd: files });
		assert.equal(status, 2);
		assert.match(stderr, /^tickmark: a\.md: neither UTF-8 nor UTF-16/);
		assert.equal((JSON.parse(stdout) as readonly unknown[]).length, 1);
	});

	it("checks a draft of a megabyte in one line", async function () {
		this.timeout(120_000);
		const text = `---\nentity: Harim Energy\n---\n\n${"Harim Energy planted trees and talked about it at length. ".repeat(18_000)}Harim Energy invested RMB 204.6 billion in research and development in 2022.\n`;
		const files = await workspace({ "long.md": text });
		const { status, stdout } = await tickmark(["check", "long.md", ...only], { cwd: files });
		assert.equal(status, 1);
		assert.match(stdout, /… .*Harim Energy invested RMB 204\.6 billion in research and …\n/);
		assert.ok(
			stdout.split("\n").every((line) => stringWidth(line) <= 100),
			stdout.slice(0, 2000),
		);
	});

	it("says so where a draft is too large for the memory there is", async () => {
		const files = folder({ "large.md": `${"Nothing to see here. ".repeat(50)}\n\n`.repeat(1000) });
		const little = { NODE_OPTIONS: "--max-old-space-size=128" };
		const { status, stdout, stderr } = await tickmark(["check", "--format", "json", "large.md"], { cwd: files, env: little });
		assert.deepEqual([status, stdout], [2, "[\n]\n"]);
		assert.match(
			stderr,
			/^tickmark: large\.md: 1 million characters take about 0\.2 GB of memory, and Node may use 0\.\d; split the file, or set NODE_OPTIONS=--max-old-space-size=1000\n$/,
		);
	});

	describe("--format pretty", () => {
		const pretty = async (language: string, env: Readonly<Record<string, string>> = {}, name = "report.md") =>
			(await tickmark(["check", "--language", language, ...only, name], { cwd, env })).stdout;

		it("prints place, severity, message, rule, line, source and fix", async () => {
			const stdout = await pretty("en");
			assert.match(stdout, /^report\.md:7:23 {2}error {2}/);
			assert.match(stdout, /\bscale-slip$/m);
			const lines = stdout.split("\n");
			const at = lines.findIndex((line) => line.startsWith("  7 │ "));
			const column = lines[at]?.indexOf("RMB 204.6 billion") ?? -1;
			assert.equal(lines[at + 1], `${"    │ ".padEnd(column)}${"^".repeat("RMB 204.6 billion".length)}`);
			assert.match(
				stdout,
				/^ {4}source {4}하림에너지 2022년 실적, 산업일보, 2023-04-03\n {14}> 하림에너지의 2022년 연구개발비는 204억6000만 위안이다\.$/m,
			);
			assert.match(stdout, /^ {4}safe fix {2}\S/m);
			assert.match(stdout, /^1 error, 1 warning in 1 file; 2 check-worthy figures, 0 of them supported\.\n$/m);
		});

		it("speaks Chinese and Korean", async () => {
			const chinese = await pretty("zh");
			assert.match(chinese, /^report\.md:7:23 {2}错误 /);
			assert.match(chinese, /^1 个文件：错误 1 个，警告 1 个；应核对的数字 2 个，其中 0 个有来源支持。$/m);
			const korean = await pretty("ko");
			assert.match(korean, /^report\.md:7:23 {2}오류 /);
			assert.match(korean, /^파일 1개: 오류 1건, 경고 1건\. 확인 대상 수치 2개 중 0개에 근거가 있습니다\.$/m);
			assert.match(await pretty("en", {}, "clean.md"), /^No findings in 1 file; 0 check-worthy figures/);
		});

		it("puts the carets under wide characters", async () => {
			const files = await workspace({
				"초안.md": "---\nentity: Harim Energy\n---\n\n하림에너지의 2022년 연구개발비는 2046억 위안이다.\n",
			});
			const { stdout } = await tickmark(["check", ...only, "초안.md"], { cwd: files });
			const lines = stdout.split("\n");
			const at = lines.findIndex((line) => line.startsWith("  5 │ "));
			// Each Hangul syllable takes two columns.
			const before = "하림에너지의 2022년 연구개발비는 ";
			const columns = [...before].reduce((sum, character) => sum + (/\p{Script=Hangul}/u.test(character) ? 2 : 1), 0);
			assert.equal(lines[at + 1], `    │ ${" ".repeat(columns)}${"^".repeat("2046".length + 2 * 3 + 1)}`);
		});

		it("is coloured where it is asked for, and not where it is not", async () => {
			// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
			const colour = /\u001b\[/;
			assert.doesNotMatch(await pretty("en"), colour);
			assert.match(await pretty("en", { FORCE_COLOR: "1" }), colour);
			assert.doesNotMatch(await pretty("en", { FORCE_COLOR: "1", NO_COLOR: "1" }), colour);
		});

		it("keeps to the width that it is given", async () => {
			for (const columns of [60, 140]) {
				const stdout = await pretty("en", { COLUMNS: `${columns}` });
				const wide = stdout.split("\n").filter((line) => stringWidth(line) > columns || line.endsWith(" "));
				assert.deepEqual(wide, []);
			}
		});

		it("sends no control character of a draft to the terminal", async () => {
			const evil = draft.replace("Harim Energy invested", "Harim Energy \u001b[31m\u0007invested\u202e");
			const files = await workspace({ "report.md": evil });
			const { stdout } = await tickmark(["check", ...only, "report.md"], { cwd: files });
			assert.match(stdout, /␛\[31m␇/);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
			assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
		});
	});

	describe("--format sarif", () => {
		const schemaFile = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
		const ajv = new Schema4({ strict: false, allErrors: true, unicodeRegExp: false });
		addFormats(ajv);
		const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
		const sarif = async (files: string, ...args: string[]) => {
			const { stdout, status } = await tickmark(["check", "--format", "sarif", ...only, ...args], { cwd: files });
			assert.ok(valid(JSON.parse(stdout)), JSON.stringify(valid.errors, null, 1));
			const log = JSON.parse(stdout);
			return { log, run: log.runs[0], status };
		};

		it("is valid by the schema, also of nothing, of standard input and of failures", async () => {
			assert.equal((await sarif(cwd, "report.md")).status, 1);
			assert.deepEqual((await sarif(cwd, "clean.md")).run.results, []);
			assert.equal(valid({ version: "2.1.0" }), false, "the schema refuses nothing");
			const files = folder({ "a.md": Buffer.from([0xb0, 0xa1]), "b c#1.md": "---\ntitle: [\n---\n\nSales of 1234 units.\n" });
			const { run, status } = await sarif(files, "a.md", "b c#1.md");
			assert.equal(status, 2);
			assert.equal(run.invocations[0].executionSuccessful, false);
			const [failure, problem] = run.invocations[0].toolExecutionNotifications;
			assert.deepEqual([failure.level, problem.level], ["error", "warning"]);
			assert.match(failure.message.text, /^a\.md: neither/);
			assert.equal(problem.locations[0].physicalLocation.artifactLocation.uri, "b%20c%231.md");
			assert.equal(run.artifacts[0].location.uri, "b%20c%231.md");
		});

		it("has the rules with their help, and findings with their places, sources, fixes and fingerprints", async () => {
			const { run } = await sarif(cwd, "report.md");
			assert.equal(run.columnKind, "utf16CodeUnits");
			assert.equal(run.originalUriBaseIds["%SRCROOT%"].uri, `${pathToFileURL(cwd).href}/`);
			for (const rule of run.tool.driver.rules) {
				assert.ok(rule.shortDescription.text && rule.help.text && rule.help.markdown, rule.id);
			}
			const [scale] = run.results;
			assert.equal(run.tool.driver.rules[scale.ruleIndex].id, "scale-slip");
			assert.deepEqual([scale.ruleId, scale.level], ["scale-slip", "error"]);
			const { artifactLocation, region } = scale.locations[0].physicalLocation;
			assert.deepEqual(artifactLocation, { uri: "report.md", uriBaseId: "%SRCROOT%", index: 0 });
			assert.deepEqual(region, {
				startLine: 7,
				startColumn: 23,
				endLine: 7,
				endColumn: 40,
				snippet: { text: "RMB 204.6 billion" },
			});
			const [related] = scale.relatedLocations;
			assert.match(related.message.text, /하림에너지 2022년 실적.*204억6000만/);
			assert.deepEqual(related.physicalLocation, { artifactLocation: { uri: "sources/harim.md" }, region: { startLine: 12 } });
			const [replacement] = scale.fixes[0].artifactChanges[0].replacements;
			assert.deepEqual(replacement.insertedContent, { text: "RMB 20.46 billion" });
			assert.match(scale.partialFingerprints["tickmarkFinding/v1"], /^[0-9a-f]{32}:1$/);
		});

		it("has fingerprints that stay when the draft changes elsewhere, and differ within it", async () => {
			const paragraph = "It planted 4,321 trees in 2022.";
			const before = folder({ "report.md": `${paragraph}\n\n# Again\n\n${paragraph}\n` });
			const after = folder({ "report.md": `# New\n\nWithout figures.\n\n${paragraph}\n\n# Again\n\n${paragraph}\n` });
			const prints = async (files: string): Promise<readonly string[]> =>
				(await sarif(files, "report.md")).run.results.map(
					(result: { readonly partialFingerprints: Readonly<Record<string, string>> }) =>
						result.partialFingerprints["tickmarkFinding/v1"],
				);
			const old = await prints(before);
			assert.equal(new Set(old).size, 2);
			assert.deepEqual(await prints(after), old);
		});
	});

	describe("--format github", () => {
		it("prints an annotation a finding, escaped, with the path from the repository's root", async () => {
			const files = await workspace({ "drafts/a,b: 100%.md": draft });
			const { stdout, status } = await tickmark(["check", "--format", "github", ...only, "."], {
				cwd: join(files, "drafts"),
				env: { GITHUB_WORKSPACE: files },
			});
			assert.equal(status, 1);
			const [scale, unsupported, end, ...others] = stdout.split("\n");
			assert.match(
				scale ?? "",
				/^::error file=drafts\/a%2Cb%3A 100%25\.md,line=7,endLine=7,col=23,endColumn=40,title=scale-slip::RMB 204\.6 billion /,
			);
			assert.match(unsupported ?? "", /^::warning file=\S* 100%25\.md,line=9,/);
			assert.deepEqual([end, others], ["", []]);
		});
	});
});
