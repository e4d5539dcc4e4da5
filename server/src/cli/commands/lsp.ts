/** `tickmark lsp`: the language server, for any client of the Language Server Protocol. */
import type { Command } from "../arguments.ts";
import { CommandError } from "../errors.ts";

export const command: Command = {
	spec: {
		name: "lsp",
		operands: "",
		maxOperands: 0,
		description:
			"Runs the language server. It speaks the Language Server Protocol over standard input and output unless told otherwise, and ends when its client does.",
		options: [
			{ name: "stdio", help: "speak over standard input and output (the default)" },
			{ name: "node-ipc", help: "speak over the channel of the Node process that started it" },
			{ name: "socket", value: "PORT", help: "connect to a client that listens on this port of this machine" },
			{ name: "clientProcessId", value: "PID", help: "end when this process does; editors add it by themselves" },
		],
		examples: [["tickmark lsp --stdio", "what an editor's configuration names"]],
	},
	async run(args) {
		const given = ["stdio", "node-ipc", "socket"].filter((name) => args.has(name));
		if (given.length > 1) {
			throw new CommandError(`--${given[0]} and --${given[1]}: the server speaks over one of them; leave the other out`);
		}
		const port = Number(args.get("socket"));
		if (args.has("socket") && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
			throw new CommandError(`--socket ${args.get("socket")}: not a port; use a number from 1 to 65535`);
		}
		if (args.has("node-ipc") && process.send === undefined) {
			throw new CommandError("--node-ipc: not started by a Node process with a channel; use --stdio");
		}
		const { startServer } = await import("../../lsp/start.ts");
		startServer(args.has("socket") ? { kind: "socket", port } : args.has("node-ipc") ? { kind: "node-ipc" } : { kind: "stdio" });
		// It runs until its client ends it.
		return 0;
	},
};
