/** Progress on standard error: a bar on a terminal, silence elsewhere. */
import { fitColumns, padColumns } from "./excerpt.ts";

/** Work that is done sooner than this, in milliseconds, shows no bar. */
const patience = 400;
/** Milliseconds between two pictures. */
const interval = 80;

export class Progress {
	private readonly stream: NodeJS.WriteStream;
	private readonly started = performance.now();
	private last = 0;
	private shown = false;

	constructor(stream: NodeJS.WriteStream = process.stderr) {
		this.stream = stream;
	}

	/** @param label what is being worked on */
	update(done: number, total: number, label: string): void {
		const now = performance.now();
		if (!this.stream.isTTY || now - this.started < patience || now - this.last < interval) {
			return;
		}
		this.last = now;
		this.shown = true;
		const share = total > 0 ? Math.min(1, done / total) : 0;
		const filled = Math.round(share * 24);
		const bar = `${"█".repeat(filled)}${"░".repeat(24 - filled)}`;
		const counts = ` ${Math.round(share * 100)
			.toString()
			.padStart(3)}%  ${done}/${total}  `;
		const width = (this.stream.columns || 80) - 1;
		this.stream.write(`\r${padColumns(fitColumns(bar + counts + label, width), width)}`);
	}

	/** Takes the bar away; to be called before anything else is printed, and at the end. */
	clear(): void {
		if (this.shown) {
			this.stream.write("\r\u001b[K");
			this.shown = false;
		}
	}
}
