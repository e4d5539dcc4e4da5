/** The VSIX as a user gets it: what is in it, and that it runs with nothing of the project around it. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { buildAll } from "../scripts/build.ts";
import { packageExtension } from "../scripts/package.ts";

/** Everything that may be in the package. */
const expected = [
	/^extension\/(?:package\.json|readme\.md|changelog\.md|LICENSE\.txt|icon\.png)$/,
	/^extension\/dist\/(?:extension\.cjs|(?:server|tickmark|chunk-[A-Z0-9]+)\.mjs|sqlite3\.wasm|seeds\.db|THIRD_PARTY_NOTICES\.txt)$/,
	/^extension\/(?:seeds|docs\/rules)\/[\w-]+\.md$/,
	/^extension\/(?:syntaxes|l10n)\/[\w.-]+\.json$|^extension\/package\.nls(?:\.[\w-]+)?\.json$/,
	/^extension\/schemas\/[\w-]+\.schema\.json$|^extension\/client\/icons\/tickmark\.svg$/,
	/^extension\.vsixmanifest$|^\[Content_Types\]\.xml$/,
];

const required = [
	"dist/extension.cjs",
	"dist/server.mjs",
	"dist/tickmark.mjs",
	"dist/sqlite3.wasm",
	"dist/seeds.db",
	"client/icons/tickmark.svg",
];

const megabyte = 2 ** 20;

describe("package", function () {
	this.timeout(180_000);
	let scratch = "";
	let vsix = "";
	let files: Readonly<Record<string, Uint8Array>> = {};
	const extension = (...parts: string[]): string => join(scratch, "extension", ...parts);

	before(async () => {
		scratch = mkdtempSync(join(tmpdir(), "tickmark-package-"));
		// `npm test` has built it already.
		const built = process.env.TICKMARK_TEST_VSIX;
		const name = built && readdirSync(built).find((file) => file.endsWith(".vsix"));
		if (built && name) {
			vsix = join(built, name);
		} else {
			await buildAll();
			vsix = await packageExtension(scratch);
		}
		files = unzipSync(readFileSync(vsix));
		for (const [file, bytes] of Object.entries(files)) {
			mkdirSync(dirname(join(scratch, file)), { recursive: true });
			writeFileSync(join(scratch, file), bytes);
		}
	});

	after(() => {
		rmSync(scratch, { recursive: true, force: true });
	});

	it("holds what it needs and nothing else", () => {
		const names = Object.keys(files);
		assert.deepEqual(
			names.filter((name) => !expected.some((pattern) => pattern.test(name))),
			[],
			"not expected",
		);
		assert.deepEqual(
			required.filter((name) => !files[`extension/${name}`]),
			[],
			"missing",
		);
	});

	it("is small", () => {
		const { size } = statSync(vsix);
		assert.ok(size < 4 * megabyte, `${(size / megabyte).toFixed(1)} MB`);
	});

	it("names files that it holds, and an editor that is old enough", () => {
		const manifest = JSON.parse(readFileSync(extension("package.json"), "utf8"));
		const named = [
			manifest.main,
			manifest.icon,
			...Object.values(manifest.bin),
			...(manifest.contributes.grammars ?? []).map((grammar: { path: string }) => grammar.path),
			...manifest.contributes.viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
		];
		assert.deepEqual(
			named.filter((name: string) => !existsSync(extension(name))),
			[],
		);
		const [, major, minor] = /^\^(\d+)\.(\d+)\./.exec(manifest.engines.vscode) ?? [];
		assert.ok(Number(major) === 1 && Number(minor) <= 100, manifest.engines.vscode);
	});

	it("checks a draft on the command line against the claims of its seeds", () => {
		const draft = "Ant Group invested RMB 204.6 billion in technology in 2022.\n";
		const { stdout, stderr, status } = spawnSync(
			process.execPath,
			[extension("dist", "tickmark.mjs"), "check", "--format", "json", "-"],
			{ cwd: scratch, input: draft, encoding: "utf8" },
		);
		assert.equal(status, 1, stderr);
		const [{ findings }] = JSON.parse(stdout);
		assert.deepEqual(
			findings.filter(({ severity }: { severity: string }) => severity === "error").map(({ rule }: { rule: string }) => rule),
			["scale-slip"],
		);
	});

	it("starts its language server", async () => {
		const server = spawn(process.execPath, [extension("dist", "server.mjs"), "--stdio"], {
			cwd: scratch,
			stdio: ["pipe", "pipe", "ignore"],
		});
		const exit = new Promise((resolve) => server.once("exit", resolve));
		const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
		connection.listen();
		const answer = await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
		assert.ok((answer as { capabilities: { hoverProvider?: unknown } }).capabilities.hoverProvider);
		await connection.sendRequest("shutdown");
		await connection.sendNotification("exit");
		assert.equal(await exit, 0);
		connection.dispose();
	});
});
