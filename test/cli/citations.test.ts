/** Source citations on the command line: bibliographies beside the draft, and those of the configuration. */
import assert from "node:assert/strict";
import { bundle, tickmark, workspace } from "./tickmark.ts";

const only = ["--rule", "unused-silence=off", "--fail-on", "warning"];

describe("tickmark check with bibliographies", function () {
	this.timeout(60_000);
	let cwd = "";
	before(async () => {
		await bundle();
		cwd = await workspace({
			"reports/report.md": "---\nbibliography: refs.bib\n---\n\nUsers grew [@smith2020] and stayed [@jones2020].\n",
			"reports/refs.bib": "@misc{smith2020, title = {A handbook}}",
			"broken.md": "---\nbibliography: broken.bib\n---\n\nUsers grew [@smith2020].\n",
			"broken.bib": "@misc{smith2020,",
			"plain.md": "Users stayed [@jones2020].\n",
			"more.yaml": "- id: jones2020\n",
			"config.yaml": "bibliography: [more.yaml]\n",
		});
	});

	it("looks keys up beside the draft", async () => {
		const { status, stdout } = await tickmark(["check", ...only, "--format", "json", "reports/report.md"], { cwd });
		const [file] = JSON.parse(stdout) as { findings: { rule: string; text: string }[] }[];
		assert.deepEqual(
			file?.findings.map(({ rule, text }) => [rule, text]),
			[["unknown-source-citation", "[@jones2020]"]],
		);
		assert.equal(status, 1);
	});

	it("adds those that the configuration names", async () => {
		const args = ["check", ...only, "--config", "config.yaml", "reports/report.md", "plain.md"];
		const { status, stderr } = await tickmark(args, { cwd });
		assert.deepEqual([status, stderr], [0, ""]);
	});

	it("says what is wrong with a bibliography, where it is named, and goes on", async () => {
		const { status, stderr } = await tickmark(["check", ...only, "broken.md"], { cwd });
		assert.match(stderr, /^tickmark: broken\.md:2:15: The bibliography broken\.bib cannot be read: .*line 1.*Correct/);
		assert.equal(stderr.trimEnd().split("\n").length, 1);
		assert.equal(status, 0);
	});
});
