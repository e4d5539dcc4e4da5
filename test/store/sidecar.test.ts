import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { isSidecar, readSidecar, type Sidecar } from "../../server/src/sources/sidecar.ts";
import { temporaryFolder } from "./support.ts";

describe("sidecars of sources", () => {
	const folder = temporaryFolder();
	let count = 0;
	/** Reads the sidecar of `interview.txt` in a folder with these files. */
	const read = async (files: Readonly<Record<string, string>>): Promise<Sidecar> => {
		count += 1;
		mkdirSync(folder.path(`${count}`));
		for (const [name, text] of Object.entries(files)) {
			writeFileSync(folder.path(`${count}`, name), text);
		}
		return await readSidecar(folder.path(`${count}`, "interview.txt"));
	};
	const details = (sidecar: Sidecar): string[] => sidecar.problems.map((problem) => problem.messages.en);

	it("has nothing to say where there is none", async () => {
		assert.deepEqual(await read({}), { metadata: {}, problems: [], text: "" });
		assert.deepEqual((await read({ "sources.yaml": "other.txt:\n  key: x\n" })).metadata, {});
	});

	it("is read from beside the file and from the folder, the former first", async () => {
		const sidecar = await read({
			"sources.yaml":
				"interview.txt:\n  key: folder\n  title: Interview\n  publisher: 导刊\n  published: 2023-06-29\n  language: zh-CN\n",
			"interview.txt.yaml": "key: own\nauthor: Jane Doe\nurl: https://example.org/a\nentity: WeBank\nreporting-period: 2022\n",
		});
		assert.deepEqual(sidecar.metadata, {
			key: "own",
			title: "Interview",
			publisher: "导刊",
			published: "2023-06-29",
			language: "zh-Hans",
			author: "Jane Doe",
			url: "https://example.org/a",
			entity: "WeBank",
			reportingPeriod: "2022",
		});
		assert.deepEqual(sidecar.problems, []);
	});

	it("is read with the short ending too", async () => {
		assert.equal((await read({ "sources.yml": "interview.txt:\n  key: x\n" })).metadata.key, "x");
		assert.equal((await read({ "interview.txt.yml": "key: y\n" })).metadata.key, "y");
	});

	it("says which part cannot be used, and uses the others", async () => {
		const sidecar = await read({
			"interview.txt.yaml": "key: x\ntitel: Oops\npublished: last week\nlanguage: fr\npublisher: [a]\n",
		});
		assert.deepEqual(sidecar.metadata, { key: "x" });
		const said = details(sidecar).join("\n");
		for (const part of [
			"`titel` is not known",
			"`published` is not a date like 2023-06-29",
			"`language` is none of",
			"`publisher` is not text",
		]) {
			assert.ok(said.includes(part), said);
		}
		assert.ok(
			sidecar.problems.every((problem) => problem.code === "bad-metadata" && problem.file.endsWith("interview.txt.yaml")),
		);
	});

	it("says where it is not YAML", async () => {
		assert.match(details(await read({ "sources.yaml": "interview.txt:\n  key: [\n" })).join(), /it is not YAML at line \d/);
		assert.match(details(await read({ "sources.yaml": "- a\n" })).join(), /it is not a mapping/);
		assert.match(details(await read({ "sources.yaml": "interview.txt: x\n" })).join(), /`interview.txt` is not a mapping/);
		assert.deepEqual((await read({ "sources.yaml": "# nothing yet\n" })).problems, []);
	});

	it("is told from sources by its name", () => {
		for (const name of ["sources.yaml", "a/b/sources.yml", "interview.txt.yaml", "report.md.yml"]) {
			assert.ok(isSidecar(name), name);
		}
		for (const name of ["interview.txt", "data.yaml", "sources.md", "a.b/c.yaml"]) {
			assert.ok(!isSidecar(name), name);
		}
	});
});
