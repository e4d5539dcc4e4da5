/** The command as a whole: help, versions, wrong usage, streams. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
	createProtocolConnection,
	ExitNotification,
	InitializeRequest,
	IPCMessageReader,
	IPCMessageWriter,
	type MessageReader,
	type MessageWriter,
	ShutdownRequest,
	SocketMessageReader,
	SocketMessageWriter,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { bundle, environment, folder, refuses, runNode, tickmark } from "./tickmark.ts";

const commands = ["check", "fix", "figures", "build", "claims", "lsp"];
const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
	readonly version: string;
	readonly bin: Readonly<Record<string, string>>;
};

describe("tickmark", function () {
	this.timeout(60_000);
	before(async () => {
		await bundle();
	});

	it("is the package's command", () => {
		assert.match(manifest.bin.tickmark ?? "", /^(\.\/)?dist\/tickmark\.mjs$/);
		assert.match(readFileSync(new URL("../../server/src/cli/main.ts", import.meta.url), "utf8"), /^#!\/usr\/bin\/env node\n/);
	});

	it("runs from its sources", async () => {
		const main = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));
		const { status, stdout } = await runNode([
			"--import",
			pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
			main,
			"--version",
		]);
		assert.deepEqual([status, stdout], [0, `tickmark ${manifest.version}\n`]);
	});

	it("prints its help and its version at every level", async () => {
		const overview = await tickmark(["--help"]);
		assert.deepEqual([overview.status, overview.stderr], [0, ""]);
		for (const command of commands) {
			assert.match(overview.stdout, new RegExp(`^ {2}${command} {2,}\\S`, "m"));
			const help = await tickmark([command, "--help"]);
			assert.deepEqual([help.status, help.stderr], [0, ""]);
			assert.match(help.stdout, new RegExp(`^Usage: tickmark ${command} `));
			assert.ok(
				help.stdout.split("\n").every((line) => line.length <= 100),
				help.stdout,
			);
			assert.deepEqual(await tickmark(["help", command]), help);
			const version = await tickmark([command, "--version"]);
			assert.deepEqual([version.status, version.stdout], [0, `tickmark ${manifest.version}\n`]);
		}
		assert.deepEqual(await tickmark(["-h"]), overview);
		assert.equal((await tickmark(["--version"])).stdout, `tickmark ${manifest.version}\n`);
	});

	it("prints its help on standard error where no command is named", async () => {
		const { status, stdout, stderr } = await tickmark([]);
		assert.deepEqual([status, stdout], [2, ""]);
		assert.match(stderr, /^Usage: /);
	});

	it("says what is wrong with the usage and what would be right", async () => {
		await refuses(["chekc"], /unknown command "chekc", did you mean check\?/);
		await refuses(["publish"], /unknown command "publish"/);
		await refuses(["constructor"], /unknown command "constructor"/);
		await refuses(["--claims"], /unknown option "--claims"/);
		await refuses(["check", "--fromat", "json"], /unknown option --fromat, did you mean --format\?/);
		await refuses(["check", "-f", "json"], /unknown option -f/);
		await refuses(["check", "--format", "xml"], /--format xml: .*pretty, json, sarif or github/);
		await refuses(["check", "--format"], /--format needs a value/);
		await refuses(["check", "--claims", "--format", "json"], /--claims needs a value/);
		await refuses(["figures", "--lines=yes", "-"], /--lines takes no value, found "yes"/);
		await refuses(["figures", "--lines", "--format", "json", "-"], /--lines .*--format jsonl, not json/);
		await refuses(["claims", "green", "loans"], /unexpected argument "loans"/);
		await refuses(["claims", "--limit", "few"], /--limit few: not a number/);
		await refuses(["lsp", "file.md"], /unexpected argument "file.md"/);
		await refuses(["lsp", "--stdio", "--node-ipc"], /--stdio and --node-ipc/);
		await refuses(["lsp", "--socket=none"], /--socket none: not a port/);
		await refuses(["lsp", "--node-ipc"], /--node-ipc: not started by/);
		await refuses(["check", "no/such.md"], /no\/such.md: no such file or folder/);
	});

	it("shows a stack trace only where it is asked for", async () => {
		const quiet = await tickmark(["check", "no-such.md"]);
		assert.doesNotMatch(quiet.stderr, /\n\s+at /);
		const loud = await tickmark(["check", "no-such.md"], { env: { TICKMARK_DEBUG: "1" } });
		assert.match(loud.stderr, /\n\s+at /);
		assert.equal(loud.status, 2);
	});

	it("ends quietly when nobody reads on", async () => {
		const cwd = folder({ "long.txt": "Sales rose 12% to 3 million euros.\n".repeat(20_000) });
		const child = spawn(process.execPath, [await bundle(), "figures", "--lines", "long.txt"], {
			cwd,
			env: environment(),
			stdio: ["ignore", "pipe", "pipe"],
		});
		let stderr = "";
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			stderr += text;
		});
		child.stdout.once("data", () => child.stdout.destroy());
		const status = await new Promise((resolve) => child.once("close", resolve));
		assert.deepEqual([status, stderr], [0, ""]);
	});

	if (process.platform === "linux") {
		it("says so when its output cannot be written", async () => {
			const full = openSync("/dev/full", "w");
			const child = spawn(process.execPath, [await bundle(), "--help"], { env: environment(), stdio: ["ignore", full, "pipe"] });
			let stderr = "";
			child.stderr?.setEncoding("utf8").on("data", (text: string) => {
				stderr += text;
			});
			const status = await new Promise((resolve) => child.once("close", resolve));
			closeSync(full);
			assert.deepEqual([status, stderr], [2, "tickmark: standard output: no space left on the disk; free some and try again\n"]);
		});
	}

	describe("lsp", () => {
		/** Says hello and goodbye. */
		async function converse(reader: MessageReader, writer: MessageWriter): Promise<void> {
			const connection = createProtocolConnection(reader, writer);
			connection.listen();
			const parameters = { processId: process.pid, rootUri: null, capabilities: {} };
			const { capabilities } = await connection.sendRequest(InitializeRequest.type, parameters);
			assert.ok(capabilities.hoverProvider);
			await connection.sendRequest(ShutdownRequest.type);
			await connection.sendNotification(ExitNotification.type);
			connection.dispose();
		}

		const exitOf = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once("exit", resolve));

		it("serves an editor over standard input and output", async () => {
			for (const args of [["lsp"], ["lsp", "--stdio"]]) {
				const child = spawn(process.execPath, [await bundle(), ...args], {
					env: environment(),
					stdio: ["pipe", "pipe", "inherit"],
				});
				const exit = exitOf(child);
				await converse(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
				assert.equal(await exit, 0);
			}
		});

		it("serves an editor over a Node channel", async () => {
			const child = spawn(process.execPath, [await bundle(), "lsp", "--node-ipc"], {
				env: environment(),
				stdio: ["ignore", "inherit", "inherit", "ipc"],
			});
			const exit = exitOf(child);
			await converse(new IPCMessageReader(child), new IPCMessageWriter(child));
			assert.equal(await exit, 0);
		});

		it("serves an editor over a socket", async () => {
			const server = createServer().listen(0, "127.0.0.1");
			await new Promise((resolve) => server.once("listening", resolve));
			const { port } = server.address() as AddressInfo;
			const connected = new Promise<Socket>((resolve) => server.once("connection", resolve));
			const child = spawn(process.execPath, [await bundle(), "lsp", `--socket=${port}`], {
				env: environment(),
				stdio: "inherit",
			});
			const exit = exitOf(child);
			const socket = await connected;
			await converse(new SocketMessageReader(socket), new SocketMessageWriter(socket));
			assert.equal(await exit, 0);
			server.close();
		});
	});
});
