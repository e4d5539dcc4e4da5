/**
 * The boundaries of docs/architecture.md are kept by the linter and by project references. A checker that reads no file
 * reports nothing either, so every boundary is crossed here, in a copy, to see the checkers say so.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A file that must not be, and the linter's rule that must say so. */
const forbidden: readonly (readonly [file: string, text: string, rule: string])[] = [
	["server/src/core/plantedNode.ts", 'import { readFileSync } from "node:fs";\nreadFileSync("x");\n', "noNodejsModules"],
	...["sources/readSource.ts", "store/build.ts", "features/hover.ts", "lsp/messages.ts", "cli/main.ts"].map(
		(target, index) =>
			[`server/src/core/rules/planted${index}.ts`, `import "../../${target}";\n`, "noRestrictedImports"] as const,
	),
	["server/src/core/plantedLsp.ts", 'import "vscode-languageserver";\n', "noRestrictedImports"],
	["server/src/core/plantedTypes.ts", 'import "vscode-languageserver-types";\n', "noRestrictedImports"],
	["server/src/core/plantedEditor.ts", 'import "vscode";\n', "noRestrictedImports"],
	["server/src/core/plantedSqlite.ts", 'import "@sqlite.org/sqlite-wasm";\n', "noRestrictedImports"],
	["server/src/core/plantedClock.ts", "export const now = Date.now();\n", "plugin"],
	["server/src/core/plantedToday.ts", "export const today = new Date();\n", "plugin"],
	["server/data/plantedDice.ts", "export const luck = Math.random();\n", "plugin"],
	["server/src/features/plantedStore.ts", 'import "../store/build.ts";\n', "noRestrictedImports"],
	["server/src/features/plantedLsp.ts", 'import "../lsp/settings.ts";\n', "noRestrictedImports"],
	["server/src/features/plantedDisk.ts", 'import "node:fs";\n', "noNodejsModules"],
	["server/src/store/plantedLsp.ts", 'import "../lsp/settings.ts";\n', "noRestrictedImports"],
	["server/src/store/plantedFeatures.ts", 'import "../features/hover.ts";\n', "noRestrictedImports"],
	["server/src/sources/plantedCli.ts", 'import "../cli/main.ts";\n', "noRestrictedImports"],
	["server/src/lsp/plantedCli.ts", 'import "../cli/main.ts";\n', "noRestrictedImports"],
	["server/src/cli/plantedEditor.ts", 'import "vscode";\n', "noRestrictedImports"],
	["client/src/plantedCore.ts", 'import "../../server/src/core/model.ts";\n', "noRestrictedImports"],
	["client/src/plantedServer.ts", 'import "../../server/src/lsp/settings.ts";\n', "noRestrictedImports"],
	[
		"server/src/core/plantedOne.ts",
		'import { two } from "./plantedTwo.ts";\nexport const one = (): number => two();\n',
		"noImportCycles",
	],
	[
		"server/src/core/plantedTwo.ts",
		'import { one } from "./plantedOne.ts";\nexport const two = (): number => one();\n',
		"noImportCycles",
	],
	["server/src/lsp/plantedPromise.ts", "async function act(): Promise<void> {}\nact();\n", "noFloatingPromises"],
];

/** What must not compile in core, which has neither Node's types nor the browser's. */
const unknownToCore = [
	"process.exit()",
	'console.log("")',
	"fetch('')",
	"setTimeout(() => {}, 1)",
	"document.title",
	"Buffer.from('')",
];

/** A copy of what the checkers read, without what git ignores; node_modules by link. */
function copyProject(): string {
	const copy = mkdtempSync(join(tmpdir(), "tickmark-boundaries-"));
	const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
		cwd: root,
		encoding: "utf8",
	});
	for (const file of files
		.split("\0")
		.filter((name) => /^(?:server|client|scripts\/lint)\/|^[^/]*\.jsonc?$|^\.gitignore$/.test(name))) {
		mkdirSync(join(copy, dirname(file)), { recursive: true });
		cpSync(join(root, file), join(copy, file), { force: true });
	}
	symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
	return copy;
}

function bin(name: string, entry: string): string[] {
	return [process.execPath, join(root, "node_modules", name, entry)];
}

/** The linter's findings as "file rule". */
function lint(folder: string): Set<string> {
	const [node = "", ...args] = bin("@biomejs/biome", "bin/biome");
	const options = ["lint", "--reporter=json", "--max-diagnostics=none", "--config-path=biome.jsonc", "server", "client"];
	const { stdout, stderr } = spawnSync(node, [...args, ...options], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
	const report = JSON.parse(stdout) as {
		readonly summary: { readonly unchanged: number; readonly changed: number };
		readonly diagnostics: readonly {
			readonly category: string;
			readonly location: { readonly path: string | { file: string } };
		}[];
	};
	assert.ok(report.summary.unchanged + report.summary.changed > 10, `the linter read next to nothing: ${stderr}`);
	return new Set(
		report.diagnostics.map(({ category, location: { path } }) => {
			const file = typeof path === "string" ? path : path.file;
			return `${file.replaceAll("\\", "/")} ${category.split("/").at(-1)}`;
		}),
	);
}

function compileCore(folder: string): string {
	const [node = "", ...args] = bin("typescript", "bin/tsc");
	return spawnSync(node, [...args, "--build", "server/src/core"], { cwd: folder, encoding: "utf8" }).stdout;
}

describe("boundaries", function () {
	this.timeout(120_000);
	let folder = "";

	before(() => {
		folder = copyProject();
	});

	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it("are kept, and the linter sees each being crossed", () => {
		const rules = new Set(forbidden.map(([, , rule]) => rule));
		const kept = [...lint(folder)].filter((finding) => rules.has(finding.split(" ").at(-1) ?? ""));
		assert.deepEqual(kept, []);
		for (const [file, text] of forbidden) {
			mkdirSync(join(folder, dirname(file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const found = lint(folder);
		assert.deepEqual(
			forbidden.map(([file, , rule]) => `${file} ${rule}`).filter((finding) => !found.has(finding)),
			[],
			"crossed, and the linter says nothing",
		);
		for (const [file] of forbidden) {
			rmSync(join(folder, file));
		}
	});

	it("core compiles without Node's and the browser's types, and what needs them does not", () => {
		assert.equal(compileCore(folder), "");
		writeFileSync(join(folder, "server/src/core/planted.ts"), unknownToCore.map((line) => `${line};\n`).join(""));
		const errors = compileCore(folder);
		const lines = new Set([...errors.matchAll(/planted\.ts\((\d+),/g)].map(([, line]) => Number(line)));
		assert.deepEqual(
			unknownToCore.filter((_, index) => !lines.has(index + 1)),
			[],
			errors,
		);
	});
});
