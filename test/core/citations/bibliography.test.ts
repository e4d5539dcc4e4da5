import assert from "node:assert/strict";
import fc from "fast-check";
import { bibliographyNames, readBibliography, readReferences } from "../../../server/src/core/citations/bibliography.ts";

type Parts = readonly [
	key: string,
	title: string,
	author: string,
	issued: string,
	publisher: string,
	url: string,
	doi: string,
	line: number,
];

function partsOf(text: string, name: string): Parts[] {
	const { entries, problem } = readBibliography(text, name, `/${name}`);
	assert.equal(problem, null);
	return entries.map(({ key, title, author, issued, publisher, url, doi, line }) => [
		key,
		title,
		author,
		issued,
		publisher,
		url,
		doi,
		line,
	]);
}

describe("bibliographies in BibTeX", () => {
	it("give key, title, author, date, publisher and addresses", () => {
		const text = `% our works
@string{dt = "Digital Times"}
@Comment{jabref-meta: databaseType:bibtex;}
@preamble{ "\\newcommand{\\x}{y}" }

@online{ant2023,
  author    = {Bae, Seok-hyeon and {Ant Group}},
  title     = {{Ant Group} publishes its "2022" report \\& more},
  publisher = dt # ", Seoul",
  date      = {2023-06-07},
  url       = {https://example.com/a\\_b?c=1&d={2}},
}
@book(webank:2023, title = "Le rapport de l'\\'{e}t\\'e, \\"{o} \\ss{} \\c{c}", year = 2023, month = jun, day = 9, doi = {10.1000/182})
@misc{none}
`;
		assert.deepEqual(partsOf(text, "refs.bib"), [
			[
				"ant2023",
				'Ant Group publishes its "2022" report & more',
				"Bae, Seok-hyeon, Ant Group",
				"2023-06-07",
				"Digital Times, Seoul",
				"https://example.com/a_b?c=1&d=2",
				"",
				5,
			],
			["webank:2023", "Le rapport de l'été, ö ß ç", "", "2023-06-09", "", "", "10.1000/182", 12],
			["none", "", "", "", "", "", "", 13],
		]);
	});

	it("are read with line ends of Windows, and with an address between entries", () => {
		assert.deepEqual(
			partsOf("Kept by esg@example.com\r\n@misc{a,\r\n title={A}}\r\n@misc{b, title={B}}", "x.bib").map(
				([key, title, , , , , , line]) => [key, title, line],
			),
			[
				["a", "A", 1],
				["b", "B", 3],
			],
		);
	});

	for (const [what, text, line] of [
		["an entry that is not closed", "\n@misc{a, title={A}\n", 2],
		["a text that is not closed", "@misc{a, title={A}}\n@misc{b, title={B", 2],
		["an entry without a key", "@article{title={A}}", 1],
		["a field without a value", "@misc{a, title=}", 1],
	] as const) {
		it(`say where ${what} begins`, () => {
			const { entries, problem } = readBibliography(text, "refs.bib", "/refs.bib");
			assert.deepEqual(entries, []);
			for (const message of Object.values(problem ?? {})) {
				assert.match(message, /refs\.bib/);
				assert.ok(message.includes(String(line)), message);
			}
			assert.ok(problem);
		});
	}

	it("never throw, and take time in proportion", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("@", "a", "{", "}", '"', ",", "=", "#", "\\", "\n", " ", "(", ")", "%") }),
				(text) => {
					readBibliography(`@misc{a, b={c}}\n${text}`, "refs.bib", "");
				},
			),
		);
		for (const piece of ["@", "@a{", "{", "@misc{a,b={c}}", "@string{a=b}", "\\'", '"']) {
			readBibliography(piece.repeat(200_000), "refs.bib", "");
		}
	});
});

describe("bibliographies in CSL", () => {
	const entry = {
		id: "ant2023",
		title: "Ant Group\n report",
		author: [{ family: "Bae", given: "Seok-hyeon" }, { literal: "Ant Group" }],
		issued: { "date-parts": [[2023, 6, 7]] },
		"container-title": "Digital Times",
		URL: "https://example.com/a",
		DOI: "10.1000/182",
	};
	const parts = [
		"ant2023",
		"Ant Group report",
		"Seok-hyeon Bae, Ant Group",
		"2023-06-07",
		"Digital Times",
		"https://example.com/a",
		"10.1000/182",
	];

	it("are read from JSON", () => {
		assert.deepEqual(partsOf(JSON.stringify([{ id: 7, title: "x" }, entry], null, 1), "refs.json"), [
			["7", "x", "", "", "", "", "", 0],
			[...parts, 6],
		]);
		assert.deepEqual(partsOf(`\uFEFF${JSON.stringify({ references: [entry] })}`, "refs.json"), [[...parts, 0]]);
	});

	it("are read from YAML, also between lines of dashes", () => {
		const yaml = `references:
- id: ant2023
  title: Ant Group report
  issued: 2023-06-07
- id: b
  issued: { year: 2023, month: 6 }
- id: c
  issued:
    - year: 2021
`;
		const expected = [
			["ant2023", "Ant Group report", "", "2023-06-07", "", "", "", 1],
			["b", "", "", "2023-06", "", "", "", 4],
			["c", "", "", "2021", "", "", "", 6],
		];
		assert.deepEqual(partsOf(yaml, "refs.yaml"), expected);
		assert.deepEqual(
			partsOf(`---\n${yaml}---\n`, "refs.yml").map((each) => [...each.slice(0, 7), each[7] - 1]),
			expected,
		);
		assert.deepEqual(
			partsOf("- id: a\n", "refs.yaml").map(([key]) => key),
			["a"],
		);
	});

	for (const [name, text, says] of [
		["refs.json", '[\n{"id": "a",}\n]', "JSON"],
		["refs.json", "{}", "CSL"],
		["refs.json", '"text"', "CSL"],
		["refs.yaml", "references:\n - id: [", "2"],
		["refs.yaml", "title: x\n", "CSL"],
	] as const) {
		it(`say what is wrong with ${JSON.stringify(text)}`, () => {
			const { problem } = readBibliography(text, name, "");
			for (const message of Object.values(problem ?? {})) {
				assert.ok(message.includes(name) && message.includes(says), message);
			}
			assert.ok(problem);
		});
	}

	it("of a front matter are what is usable of them", () => {
		assert.deepEqual(
			readReferences([entry, "x", { title: "without key" }, null]).map(({ key }) => key),
			["ant2023"],
		);
		assert.deepEqual(readReferences("x"), []);
		assert.deepEqual(bibliographyNames({ bibliography: "a.bib" }), ["a.bib"]);
		assert.deepEqual(bibliographyNames({ Bibliography: ["a.bib", 3, " b.json "] }), ["a.bib", "b.json"]);
		assert.deepEqual(bibliographyNames({}), []);
	});
});
