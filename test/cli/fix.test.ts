/** `tickmark fix`. */
import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { applyPatch } from "diff";
import { bundle, tickmark, workspace } from "./tickmark.ts";

const draft = `---
entity: Harim Energy
---

# Research

Harim Energy invested RMB 204.6 billion in research and development in 2022. [^harim-2022]

It planted 4,321 trees in 2022.

[^harim-2022]: 산업일보
`;
/** Rules that are not what these tests are about. */
const only = ["--rule", "missing-framework-citation=off"];
const fixed = draft.replace("RMB 204.6 billion", "RMB 20.46 billion");

describe("tickmark fix", function () {
	this.timeout(60_000);
	before(async () => {
		await bundle();
	});

	it("applies safe fixes, says how many, and leaves the rest to a person", async () => {
		const cwd = await workspace({ "report.md": draft, "clean.md": "No figures.\n" });
		const { status, stdout, stderr } = await tickmark(["fix", ...only, "."], { cwd });
		assert.deepEqual([status, stderr], [0, ""]);
		assert.equal(readFileSync(join(cwd, "report.md"), "utf8"), fixed);
		assert.match(stdout, /^report\.md: 1 fix applied\nLeft for you to decide: .*1 warning.*\n$/);
		const again = await tickmark(["fix", ...only, "--language", "ko", "clean.md"], { cwd });
		assert.deepEqual([again.status, again.stdout], [0, "파일 1개에 수정할 것이 없습니다.\n"]);
	});

	it("writes nothing on a dry run, and prints a diff that makes the same text", async () => {
		const cwd = await workspace({ "report.md": draft });
		const { status, stdout, stderr } = await tickmark(["fix", ...only, "--dry-run", "report.md"], { cwd });
		assert.equal(status, 0);
		assert.equal(readFileSync(join(cwd, "report.md"), "utf8"), draft);
		assert.match(stdout, /^--- a\/report\.md\n\+\+\+ b\/report\.md\n@@ /);
		assert.match(stdout, /^-.*RMB 204\.6 billion.*\n\+.*RMB 20\.46 billion/m);
		assert.equal(applyPatch(draft, stdout), fixed);
		assert.match(stderr, /^Left for you to decide: /);
	});

	it("keeps encoding, byte order mark, line ends and permissions, and a link a link", async () => {
		const windows = `\ufeff${draft.replaceAll("\n", "\r\n")}`;
		const expected = `\ufeff${fixed.replaceAll("\n", "\r\n")}`;
		const cwd = await workspace({
			"utf8.md": windows,
			"little.md": Buffer.from(windows, "utf16le"),
			"big.md": Buffer.from(windows, "utf16le").swap16(),
			"store/linked.md": draft,
		});
		chmodSync(join(cwd, "utf8.md"), 0o640);
		symlinkSync(join("store", "linked.md"), join(cwd, "link.md"));
		const { status } = await tickmark(["fix", ...only, "utf8.md", "little.md", "big.md", "link.md"], { cwd });
		assert.equal(status, 0);
		assert.equal(readFileSync(join(cwd, "utf8.md"), "utf8"), expected);
		assert.equal(readFileSync(join(cwd, "little.md"), "utf16le"), expected);
		assert.equal(readFileSync(join(cwd, "big.md")).swap16().toString("utf16le"), expected);
		assert.equal(readFileSync(join(cwd, "store/linked.md"), "utf8"), fixed);
		assert.ok(lstatSync(join(cwd, "link.md")).isSymbolicLink());
		if (process.platform !== "win32") {
			assert.equal(statSync(join(cwd, "utf8.md")).mode & 0o777, 0o640);
		}
		assert.deepEqual(
			readdirSync(cwd).filter((name) => name.endsWith(".tmp")),
			[],
		);
	});

	it("prints the corrected text of standard input", async () => {
		const cwd = await workspace();
		const { status, stdout } = await tickmark(["fix", ...only, "-"], { cwd, input: draft });
		assert.deepEqual([status, stdout], [0, fixed]);
		const diff = await tickmark(["fix", ...only, "--dry-run", "-"], { cwd, input: draft });
		assert.match(diff.stdout, /^--- a\/stdin\n/);
	});

	it("exits with 1 for errors that it cannot fix", async () => {
		const cwd = await workspace({ "report.md": draft.replace("204.6 billion", "21.46 billion") });
		const { status, stdout } = await tickmark(["fix", ...only, "report.md"], { cwd });
		assert.equal(status, 1);
		assert.match(stdout, /1 error/);
		assert.equal((await tickmark(["fix", ...only, "--fail-on", "never", "report.md"], { cwd })).status, 0);
	});
});
