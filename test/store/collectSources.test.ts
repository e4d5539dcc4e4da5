import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { collectFiles, collectSources } from "../../server/src/sources/collectSources.ts";
import { SourceError } from "../../server/src/sources/problems.ts";
import { temporaryFolder } from "./support.ts";

describe("collecting sources", () => {
	const folder = temporaryFolder();
	before(() => {
		for (const name of [
			"in/b.md",
			"in/a.txt",
			"in/B.md",
			"in/deep/er/c.md",
			"in/报告 2022.txt",
			"in/paper.pdf",
			"in/sources.yaml",
			"in/a.txt.yaml",
			"in/deep/sources.yml",
			"in/.hidden.md",
			"in/.git/d.md",
			"in/node_modules/pack/readme.md",
			"in/[draft].md",
			"other/x.md",
		]) {
			mkdirSync(dirname(folder.path(name)), { recursive: true });
			writeFileSync(folder.path(name), "text");
		}
	});
	const relative = (files: readonly string[]): string[] => files.map((file) => file.replace(`${folder.path()}/`, ""));

	it("takes folders with all that is in them, sorted, without sidecars, hidden files and node_modules", async () => {
		assert.deepEqual(relative(await collectSources([folder.path("in")])), [
			"in/B.md",
			"in/[draft].md",
			"in/a.txt",
			"in/b.md",
			"in/deep/er/c.md",
			"in/paper.pdf",
			"in/报告 2022.txt",
		]);
	});

	it("takes files, folders and globs together, each file once", async () => {
		const paths = [folder.path("other"), folder.path("in/**/*.md"), folder.path("other/./x.md"), `${folder.path("in")}//a.txt`];
		const files = relative(await collectSources(paths));
		assert.deepEqual(files, ["in/B.md", "in/[draft].md", "in/a.txt", "in/b.md", "in/deep/er/c.md", "other/x.md"]);
	});

	it("takes a file that is named, though it looks like a glob or is hidden", async () => {
		assert.deepEqual(relative(await collectSources([folder.path("in/[draft].md")])), ["in/[draft].md"]);
		assert.deepEqual(relative(await collectSources([folder.path("in/.hidden.md")])), ["in/.hidden.md"]);
	});

	it("keeps relative paths relative", async () => {
		const previous = process.cwd();
		process.chdir(folder.path());
		try {
			assert.deepEqual(await collectSources(["./other"]), ["other/x.md"]);
			assert.deepEqual(await collectSources(["other/*.md"]), ["other/x.md"]);
			process.chdir("in");
			assert.deepEqual(await collectSources(["../other"]), ["../other/x.md"]);
			assert.deepEqual(await collectSources(["../other/*.md"]), ["../other/x.md"]);
			assert.deepEqual(await collectFiles(["."], (file) => file.endsWith("c.md")), ["deep/er/c.md"]);
		} finally {
			process.chdir(previous);
		}
	});

	it("follows links, and ends where they lead in a circle", async () => {
		mkdirSync(folder.path("links"));
		symlinkSync(folder.path("links"), folder.path("links", "circle"));
		symlinkSync(folder.path("other"), folder.path("links", "away"));
		symlinkSync(folder.path("nowhere"), folder.path("links", "broken"));
		assert.deepEqual(relative(await collectSources([folder.path("links")])), ["links/away/x.md"]);
	});

	it("names the path that names nothing", async () => {
		for (const [path, code, pattern] of [
			["in/nothing.md", "not-found", /nothing\.md does not exist/],
			["in/*.docx", "no-match", /No file matches .*\*\.docx/],
		] as const) {
			await assert.rejects(collectSources([folder.path("other"), folder.path(path)]), (error) => {
				assert.ok(error instanceof SourceError);
				assert.equal(error.problem.code, code);
				assert.match(error.message, pattern);
				for (const message of Object.values(error.problem.messages)) {
					assert.ok(message.includes(folder.path(path)), message);
				}
				return true;
			});
		}
	});
});
