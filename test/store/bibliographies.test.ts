import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { largestBibliography } from "../../server/src/core/citations/bibliography.ts";
import { Bibliographies } from "../../server/src/sources/bibliographies.ts";

describe("bibliographies of a draft", () => {
	let folder: string;
	before(() => {
		folder = mkdtempSync(join(tmpdir(), "tickmark-bib-"));
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	const draft = (...names: readonly string[]): string => `---\nbibliography: [${names.join(", ")}]\n---\n\nText.\n`;

	async function keysOf(text: string, from: string | null = folder, settings: readonly string[] = []): Promise<string[][]> {
		const files = await new Bibliographies().of("draft", text, from, settings);
		return files.map(({ entries, problem }) => (problem ? [problem.en] : entries.map(({ key }) => key)));
	}

	it("are those of its front matter, from its own folder, then those of the settings", async () => {
		mkdirSync(join(folder, "refs"), { recursive: true });
		writeFileSync(join(folder, "refs", "a.bib"), "@misc{a}");
		writeFileSync(join(folder, "b.json"), '\uFEFF[{"id": "b"}]');
		writeFileSync(join(folder, "c.yaml"), "- id: c\n");
		writeFileSync(join(folder, "utf16.bib"), Buffer.from("\uFEFF@misc{d}", "utf16le"));
		assert.deepEqual(await keysOf(draft("refs/a.bib", "b.json", "utf16.bib"), folder, [join(folder, "c.yaml")]), [
			["a"],
			["b"],
			["d"],
			["c"],
		]);
		assert.deepEqual(await keysOf(draft(pathToFileURL(join(folder, "b.json")).href), null), [["b"]]);
		assert.deepEqual(await keysOf("---\nbibliography: b.json\n---\n"), [["b"]]);
		assert.deepEqual(await keysOf("Text without front matter."), []);
		assert.deepEqual(await keysOf("---\nbibliography: 3\n---\n"), []);
	});

	it("that cannot be read say why and what to do", async () => {
		writeFileSync(join(folder, "empty.bib"), "");
		writeFileSync(join(folder, "binary.bib"), Buffer.from([0, 1, 2, 255, 254, 0, 0]));
		writeFileSync(join(folder, "huge.bib"), "");
		truncateSync(join(folder, "huge.bib"), largestBibliography + 1);
		for (const [name, from, says] of [
			["gone.bib", folder, /gone\.bib.*no such file.*Correct/],
			["refs", folder, /no text/],
			["binary.bib", folder, /no text.*UTF-8/],
			["huge.bib", folder, /larger than 16 MB/],
			["https://example.com/a.bib", folder, /network.*local copy/],
			["//server/share/a.bib", folder, /network/],
			["a.bib", null, /not been saved.*Save/],
		] as const) {
			const [[problem] = []] = await keysOf(draft(name), from);
			assert.match(problem ?? "", says);
		}
		assert.deepEqual(await keysOf(draft("empty.bib")), [[]]);
	});

	it("come as the same list until one of them changes", async () => {
		const file = join(folder, "same.bib");
		writeFileSync(file, "@misc{a}");
		const bibliographies = new Bibliographies();
		const text = draft("same.bib", "gone.bib", "https://example.com/x.bib");
		const first = await bibliographies.of("draft", text, folder);
		assert.equal(await bibliographies.of("draft", `${text}More.`, folder), first);
		writeFileSync(file, "@misc{b}");
		utimesSync(file, 1, 1);
		const second = await bibliographies.of("draft", text, folder);
		assert.notEqual(second, first);
		assert.deepEqual(
			second[0]?.entries.map(({ key }) => key),
			["b"],
		);
		assert.equal(second[1], first[1]);
		assert.ok(bibliographies.paths.has(file));
	});
});
