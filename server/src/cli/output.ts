/** Standard output and what a terminal can show. */

/** Writes to standard output and waits until there is room for more. */
export async function write(text: string | Uint8Array): Promise<void> {
	if (text.length > 0 && !process.stdout.write(text)) {
		await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
	}
}

/** One line on standard error. */
export function note(message: string): void {
	process.stderr.write(`tickmark: ${message}\n`);
}

type Tone = "bold" | "dim" | "red" | "yellow" | "blue" | "green" | "cyan";

const codes: Readonly<Record<Tone, readonly [number, number]>> = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	blue: [34, 39],
	cyan: [36, 39],
};

/** How results for people are laid out: columns to fill, and colours or none. */
export class Terminal {
	/** Columns; a fixed number where the output is not a terminal, so that files come out alike everywhere. */
	readonly width: number;
	private readonly colours: boolean;

	constructor(stream: NodeJS.WriteStream = process.stdout, environment: NodeJS.ProcessEnv = process.env) {
		const columns = Number(environment.COLUMNS);
		this.width = Math.max(40, (stream.isTTY ? stream.columns : 0) || (columns > 0 ? Math.floor(columns) : 100));
		const forced = environment.FORCE_COLOR;
		this.colours = environment.NO_COLOR
			? false
			: forced !== undefined && forced !== ""
				? forced !== "0" && forced !== "false"
				: stream.isTTY === true && environment.TERM !== "dumb";
	}

	paint(text: string, ...tones: readonly Tone[]): string {
		if (!this.colours || text === "") {
			return text;
		}
		return tones.reduce((inner, tone) => `\u001b[${codes[tone][0]}m${inner}\u001b[${codes[tone][1]}m`, text);
	}
}
