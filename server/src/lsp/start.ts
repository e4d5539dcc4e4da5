/** Starts the language server in this process. */
import { Console } from "node:console";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
	createConnection,
	createServerSocketTransport,
	IPCMessageReader,
	IPCMessageWriter,
	ProposedFeatures,
} from "vscode-languageserver/node";
import { serve } from "./server.ts";

/** How the client and the server talk. A port is one of this machine on which the client listens. */
export type Transport =
	| { readonly kind: "stdio" }
	| { readonly kind: "node-ipc" }
	| { readonly kind: "socket"; readonly port: number };

/**
 * The transport that arguments ask for: `--stdio`, `--node-ipc`, `--socket=PORT`; standard input and output where they ask for none.
 * @throws RangeError for a port that is none
 */
export function transportOf(args: readonly string[]): Transport {
	if (args.includes("--node-ipc")) {
		return { kind: "node-ipc" };
	}
	const socket = args.findIndex((arg) => arg === "--socket" || arg.startsWith("--socket="));
	if (socket < 0) {
		return { kind: "stdio" };
	}
	const text = args[socket] === "--socket" ? (args[socket + 1] ?? "") : (args[socket] as string).slice("--socket=".length);
	const port = Number(text);
	if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
		throw new RangeError(`--socket needs a port from 1 to 65535, not "${text}"`);
	}
	return { kind: "socket", port };
}

/** Serves one client until it says goodbye or goes away; the process ends with it. */
export function startServer(transport: Transport): void {
	const connection = connect(transport);
	const root = productRoot();
	const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { version: string };
	// A mistake in one place must not take the writer's other drafts with it.
	const report = (error: unknown): void =>
		connection.console.error(`Tickmark failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	process.on("uncaughtException", report);
	process.on("unhandledRejection", report);
	serve(connection, { root: fileURLToPath(root), version });
}

function connect(transport: Transport) {
	switch (transport.kind) {
		case "stdio":
			// Standard output belongs to the protocol.
			globalThis.console = new Console(process.stderr);
			return createConnection(ProposedFeatures.all, process.stdin, process.stdout);
		case "node-ipc":
			return createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
		case "socket": {
			const [reader, writer] = createServerSocketTransport(transport.port);
			return createConnection(ProposedFeatures.all, reader, writer);
		}
	}
}

/** The folder that holds package.json: of the installed package, the extension or the checkout. */
function productRoot(): URL {
	for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
		if (existsSync(new URL("package.json", folder)) || folder.pathname === new URL("..", folder).pathname) {
			return folder;
		}
	}
}
