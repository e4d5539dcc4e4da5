import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { IGrammar, IRawGrammar } from "vscode-textmate";

const require = createRequire(import.meta.url);
const { Registry } = require("vscode-textmate") as typeof import("vscode-textmate");
const oniguruma = require("vscode-oniguruma") as typeof import("vscode-oniguruma");

/** Markdown as far as the injection's selector looks at it; its scopes are those of the editor's own grammar. */
const markdown = {
	scopeName: "text.html.markdown",
	patterns: [
		{ begin: "^```.*$", end: "^```$", name: "markup.fenced_code.block.markdown" },
		{ begin: "(^|\\G)\\s*(<!--)", end: "(-->)", name: "comment.block.html" },
		{ match: "`[^`]*`", name: "markup.inline.raw.string.markdown" },
		{ begin: "^# ", end: "$", name: "markup.heading.markdown" },
	],
	repository: {},
} as unknown as IRawGrammar;

describe("the Markdown injection grammar", () => {
	let grammar: IGrammar;

	before(async () => {
		const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
		await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
		const injection = JSON.parse(
			readFileSync(new URL("../../syntaxes/tickmark.tmLanguage.json", import.meta.url), "utf8"),
		) as IRawGrammar;
		const registry = new Registry({
			onigLib: Promise.resolve({
				createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
				createOnigString: (text) => new oniguruma.OnigString(text),
			}),
			loadGrammar: async (scope) => (scope === markdown.scopeName ? markdown : scope === injection.scopeName ? injection : null),
			getInjections: (scope) => (scope === markdown.scopeName ? [injection.scopeName] : undefined),
		});
		grammar = (await registry.loadGrammar(markdown.scopeName)) as IGrammar;
	});

	/** The stretches of the last line that have a scope of ours, with its most particular one. */
	function coloured(...lines: string[]): [text: string, scope: string][] {
		let state: Parameters<IGrammar["tokenizeLine"]>[1] = null;
		let found: [string, string][] = [];
		for (const line of lines) {
			const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
			state = ruleStack;
			found = tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
				const scope = scopes.at(-1) ?? "";
				return scope.endsWith(".tickmark") && !scope.startsWith("meta.") && !scope.startsWith("comment.")
					? [[line.slice(startIndex, endIndex), scope.replace(/\.tickmark$/, "")]]
					: [];
			});
		}
		return found;
	}

	const framework = "support.type.framework";
	const disclosure = "constant.numeric.disclosure";
	const cited: [line: string, framework: string, code: string][] = [
		["Emissions (GRI 305-1) fell.", "GRI", "305-1"],
		["按照GRI 305-1披露", "GRI", "305-1"],
		["GRI 305-1에 따라", "GRI", "305-1"],
		["GRI 305-1-a", "GRI", "305-1-a"],
		["SDG 13.2", "SDG", "13.2"],
		["SDGs 7.a", "SDGs", "7.a"],
		["ESRS E1-6", "ESRS", "E1-6"],
		["ESRS 2 SBM-3", "ESRS", "2 SBM-3"],
		["IFRS S2.29(a)", "IFRS", "S2.29(a)"],
		["SASB FN-CB-410a.1", "SASB", "FN-CB-410a.1"],
		["TCFD Metrics and Targets (b)", "TCFD", "Metrics and Targets"],
		["HKEX KPI A1.2", "HKEX KPI", "A1.2"],
		["ISO 14064-1:2018", "ISO", "14064-1:2018"],
	];
	for (const [line, name, code] of cited) {
		it(`colours ${line}`, () => {
			assert.deepEqual(coloured(line), [
				[name, framework],
				[code, disclosure],
			]);
		});
	}

	it("colours an edition", () => {
		assert.deepEqual(coloured("GRI 306-3 (2020)"), [
			["GRI", framework],
			["306-3", disclosure],
			[" (2020)", "constant.other.edition"],
		]);
	});

	it("colours a framework by its name", () => {
		assert.deepEqual(coloured("by GRI and TCFD"), [
			["GRI", framework],
			["TCFD", framework],
		]);
	});

	it("colours citations in headings", () => {
		assert.deepEqual(coloured("# Energy (GRI 302-1)"), [
			["GRI", framework],
			["302-1", disclosure],
		]);
	});

	it("leaves other words and numbers alone", () => {
		for (const line of ["GRID 305-1", "AGRI 2022", "a 305-1 b", "12 kPI", "INTEGRI 7", "A1.2"]) {
			assert.deepEqual(coloured(line), [], line);
		}
	});

	it("leaves code alone", () => {
		assert.deepEqual(coloured("`GRI 305-1` and `[^key]`"), []);
		assert.deepEqual(coloured("```", "GRI 305-1 [^key]"), []);
	});

	it("colours citations of sources", () => {
		assert.deepEqual(coloured("so it is.[^webank-2023]"), [
			["[", "punctuation.definition.citation.begin"],
			["^", "keyword.operator.citation"],
			["webank-2023", "variable.other.source"],
			["]", "punctuation.definition.citation.end"],
		]);
		assert.equal(coloured("如此[@ant-2022]。")[2]?.[0], "ant-2022");
	});

	it("colours silencing comments, also indented and inside a line", () => {
		for (const before of ["", "  ", "text "]) {
			assert.deepEqual(
				coloured(`${before}<!-- tickmark-ignore-next scale-slip: our own count -->`),
				[
					["<!--", "punctuation.definition.comment.begin"],
					["tickmark-ignore-next", "keyword.control.silence"],
					["scale-slip", "entity.name.function.rule"],
					[":", "punctuation.separator.reason"],
					[" our own count ", "string.unquoted.reason"],
					["-->", "punctuation.definition.comment.end"],
				],
				before,
			);
		}
	});

	it("leaves other comments alone", () => {
		assert.deepEqual(coloured("<!-- GRI 305-1 [^key] -->"), []);
		assert.deepEqual(coloured("<!-- tickmark-ignorance -->"), []);
	});
});
