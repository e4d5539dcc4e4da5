import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = new URL("../seeds/", import.meta.url);
const originals = new URL("../../shared/seeds/", import.meta.url);
const expected: readonly { readonly id: string; readonly file: string; readonly printed: string }[] = JSON.parse(
	readFileSync(new URL("fixtures/seed-claims.json", import.meta.url), "utf8"),
);

/** One form for text and its copy: no glosses, spaces or differences of width. */
const plain = (text: string) =>
	text
		.normalize("NFKC")
		.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, "")
		.replace(/\s+/g, "");

describe("seed digests", () => {
	for (const name of readdirSync(folder).filter((file) => file.endsWith(".md"))) {
		const [, head = "", body = ""] = readFileSync(new URL(name, folder), "utf8").split(/^---$/m);
		const facts: Record<string, string> = parse(head, { schema: "failsafe" });

		it(`${name} says what it is a digest of`, () => {
			const keys = ["key", "title", "publisher", "published", "language", "entity", "original", "sha256"];
			assert.deepEqual(
				keys.filter((key) => !facts[key]),
				[],
			);
			assert.equal(`${facts.key}.md`, name);
			assert.match(facts.published ?? "", /^\d{4}-\d{2}-\d{2}$/);
			assert.match(facts.sha256 ?? "", /^[0-9a-f]{64}$/);
		});

		it(`${name} prints every expected figure`, () => {
			const missing = expected.filter(({ file, printed }) => file === `seeds/${name}` && !body.includes(printed));
			assert.deepEqual(missing, []);
		});

		it(`${name} is in words of its own`, function () {
			const original = new URL(facts.original ?? "", originals);
			if (!existsSync(original)) {
				this.skip();
			}
			const bytes = readFileSync(original);
			assert.equal(createHash("sha256").update(bytes).digest("hex"), facts.sha256);
			const article = plain(bytes.toString("utf8"));
			const copied = body
				.split(/。|\.\s|\n+/)
				.filter((sentence) => plain(sentence).length > 20 && article.includes(plain(sentence)));
			assert.deepEqual(copied, []);
		});
	}

	it("state 64 claims", () => {
		assert.equal(new Set(expected.map(({ id }) => id)).size, 64);
	});
});
