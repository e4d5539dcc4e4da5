/** Runs the command `tickmark` as a process, in folders made for a test. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Result {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface RunOptions {
	readonly cwd?: string;
	/** Standard input; none where it is left out. */
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string>>;
}

/** Folders that go with the process. */
const temporary: string[] = [];
process.once("exit", () => {
	for (const path of temporary) {
		rmSync(path, { recursive: true, force: true });
	}
});

let bundled: Promise<string> | undefined;

/**
 * The command as one bundle, made of the sources as they are now: it starts in a fraction of the time that they take when they
 * are compiled as they are loaded.
 */
export function bundle(): Promise<string> {
	bundled ??= (async () => {
		const outdir = join(root, ".tsbuild", "cli-test", `${process.pid}`);
		temporary.push(outdir);
		await build({
			absWorkingDir: root,
			entryPoints: { tickmark: "server/src/cli/main.ts" },
			outdir,
			outExtension: { ".js": ".mjs" },
			bundle: true,
			platform: "node",
			target: "node20",
			format: "esm",
			splitting: true,
			logLevel: "warning",
			banner: {
				js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
			},
		});
		return join(outdir, "tickmark.mjs");
	})();
	return bundled;
}

/** The environment of a test: nothing that changes what is printed. */
export function environment(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
	const clean = { ...process.env };
	for (const name of Object.keys(clean)) {
		if (/^(NO_COLOR|FORCE_COLOR|COLUMNS|TERM|LANG|LC_.*|TICKMARK_.*|GITHUB_.*|NODE_.*)$/.test(name)) {
			delete clean[name];
		}
	}
	return { ...clean, ...env };
}

/** Runs the bundle to its end. */
export async function tickmark(args: readonly string[], options: RunOptions = {}): Promise<Result> {
	return runNode([await bundle(), ...args], options);
}

/** Asserts that a command refuses: exit code 2, one line on standard error, nothing on standard output. */
export async function refuses(args: readonly string[], message: RegExp, cwd?: string): Promise<void> {
	const { status, stdout, stderr } = await tickmark(args, cwd === undefined ? {} : { cwd });
	assert.match(stderr, message);
	assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
	assert.equal(status, 2);
	assert.equal(stdout, "");
}

export function runNode(args: readonly string[], { cwd = root, input, env = {} }: RunOptions = {}): Promise<Result> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, { cwd, env: environment(env), stdio: ["pipe", "pipe", "pipe"] });
		const out: Buffer[] = [];
		const err: Buffer[] = [];
		child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
		child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
		child.once("error", reject);
		child.once("close", (status) =>
			resolve({ status, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") }),
		);
		// A command that fails at once reads nothing.
		child.stdin.on("error", () => {});
		child.stdin.end(input ?? "");
	});
}

/** A folder with these files, gone when the tests end. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const path = realpathSync(mkdtempSync(join(tmpdir(), "tickmark-cli-")));
	temporary.push(path);
	// So that nothing above it is taken for the workspace.
	mkdirSync(join(path, ".git"));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(path, name)), { recursive: true });
		writeFileSync(join(path, name), text);
	}
	return path;
}

/** What a test compares against: a source of an invented company, in Korean, so that drafts in other languages have to be matched. */
export const source = `---
key: harim-2022
title: 하림에너지 2022년 실적
publisher: 산업일보
published: 2023-04-03
language: ko
entity: Harim Energy
---

# 하림에너지 2022년 실적

하림에너지의 2022년 연구개발비는 204억6000만 위안이다.

2022년 하림에너지의 자선 기부액은 7억 9000만 위안이다.
`;

let prepared: Promise<string> | undefined;

/** A workspace whose database is built from `source`: built once, copied for each. */
export async function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
	prepared ??= (async () => {
		const path = folder({ "sources/harim.md": source });
		const { status, stderr } = await tickmark(["build", "sources"], { cwd: path });
		assert.equal(status, 0, `the workspace could not be built: ${stderr}`);
		return path;
	})();
	const path = folder(files);
	cpSync(join(await prepared, ".tickmark"), join(path, ".tickmark"), { recursive: true });
	cpSync(join(await prepared, "sources"), join(path, "sources"), { recursive: true });
	return path;
}
