/** Progress on standard error: a bar on a terminal, silence elsewhere. */
import { fitColumns, padColumns } from "./excerpt.ts";

export interface ProgressOptions {
	/** Work that is done sooner than this, in milliseconds, shows no bar. */
	readonly patience: number;
	/** Milliseconds between two pictures. */
	readonly interval: number;
}

export class Progress {
	private readonly stream: NodeJS.WriteStream;
	private readonly started = performance.now();
	private readonly options: ProgressOptions;
	private last = Number.NEGATIVE_INFINITY;
	private shown = false;

	constructor(stream: NodeJS.WriteStream = process.stderr, options: ProgressOptions = { patience: 400, interval: 80 }) {
		this.stream = stream;
		this.options = options;
	}

	/** @param label what is being worked on */
	update(done: number, total: number, label: string): void {
		const now = performance.now();
		const { patience, interval } = this.options;
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
