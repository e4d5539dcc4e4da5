import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { join } from "node:path";
import {
	createMessageConnection,
	IPCMessageReader,
	IPCMessageWriter,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { transportOf } from "../../server/src/lsp/start.ts";
import { modernClient, root, seedsDatabase, TestClient } from "./client.ts";

const main = join(root, "server", "src", "lsp", "main.ts");
const uri = "file:///drafts/draft.md";
const slip = "Ant Group invested RMB 204.6 billion in technology in 2022.";

describe("the language server's process", function () {
	this.timeout(60_000);

	async function works(client: TestClient): Promise<void> {
		await client.initialize({ capabilities: modernClient });
		await client.open(uri, slip);
		assert.ok((await client.pull(uri)).some(({ code }) => code === "scale-slip"));
		await client.connection.sendRequest("shutdown");
		await client.connection.sendNotification("exit");
	}

	it("serves standard input and output, and ends with its client", async () => {
		const client = await TestClient.start({ settings: { claims: [await seedsDatabase()] } });
		assert.equal(client.initialized.serverInfo?.name, "Tickmark");
		assert.equal(client.initialized.capabilities.positionEncoding, "utf-16");
		const ended = new Promise<number | null>((resolve) => client.child?.once("exit", resolve));
		client.connection.end();
		client.child?.stdin?.end();
		assert.equal(await ended, 1, "nobody said goodbye");
	});

	it("serves Node's channel between processes", async () => {
		const child = fork(main, ["--node-ipc"], { execArgv: ["--import", "tsx"], cwd: root });
		const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
		await works(
			TestClient.on(createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)), {
				claims: [await seedsDatabase()],
			}),
		);
		assert.equal(await ended, 0);
	});

	it("serves a socket of this machine", async () => {
		const listener = createServer();
		await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
		const { port } = listener.address() as AddressInfo;
		const child = spawn(process.execPath, ["--import", "tsx", main, `--socket=${port}`], { cwd: root, stdio: "inherit" });
		const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
		const socket = await new Promise<Socket>((resolve) => listener.once("connection", resolve));
		await works(
			TestClient.on(createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket)), {
				claims: [await seedsDatabase()],
			}),
		);
		assert.equal(await ended, 0);
		socket.destroy();
		await new Promise((resolve) => listener.close(resolve));
	});

	it("reads its arguments", () => {
		assert.deepEqual(transportOf([]), { kind: "stdio" });
		assert.deepEqual(transportOf(["--stdio"]), { kind: "stdio" });
		assert.deepEqual(transportOf(["--node-ipc", "--clientProcessId=5"]), { kind: "node-ipc" });
		assert.deepEqual(transportOf(["--socket=6009"]), { kind: "socket", port: 6009 });
		assert.deepEqual(transportOf(["--socket", "6009"]), { kind: "socket", port: 6009 });
		for (const wrong of ["--socket=", "--socket=x", "--socket=0", "--socket=65536", "--socket"]) {
			assert.throws(() => transportOf([wrong]), RangeError);
		}
	});
});
