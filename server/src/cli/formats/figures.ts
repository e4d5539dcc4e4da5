/** Figures for people: each line of the text, its figures underlined, and beside each how it is read. */
import type { Figure, Span } from "../../core/model.ts";
import { columnsOf, fitColumns, printable, type Row, wrapLine } from "../excerpt.ts";
import type { Lines } from "../lines.ts";
import type { Terminal } from "../output.ts";
import { describeFigure } from "../quantity.ts";

interface LocatedFigure {
	readonly figure: Figure;
	readonly span: Span;
}

/** The printed figures of one input, in pieces to write one after the other. */
export function* printFigures(
	name: string,
	lines: Lines,
	figures: readonly LocatedFigure[],
	terminal: Terminal,
): Generator<string> {
	const count = `${figures.length} ${figures.length === 1 ? "figure" : "figures"}`;
	const checkworthy = figures.filter(({ figure }) => figure.checkworthy).length;
	yield `${terminal.paint(printable(name === "-" ? "(standard input)" : name), "bold")}${terminal.paint(`  ${count}, ${checkworthy} check-worthy`, "dim")}\n`;
	const gutter = String(lines.count).length;
	for (let next = 0; next < figures.length; ) {
		const { line } = lines.position((figures[next] as LocatedFigure).span.start);
		const end = lines.start(line + 1);
		const last = line + 1 >= lines.count;
		let to = next;
		while (to < figures.length && (last || (figures[to] as LocatedFigure).span.start < end)) {
			to += 1;
		}
		yield* printLine(line, lines, figures.slice(next, to), gutter, terminal);
		next = to;
	}
}

function* printLine(
	line: number,
	lines: Lines,
	figures: readonly LocatedFigure[],
	gutter: number,
	terminal: Terminal,
): Generator<string> {
	const start = lines.start(line);
	const spans = figures.map(({ span }) => ({ start: span.start - start, end: span.end - start }));
	const width = terminal.width - gutter - 4;
	const bar = terminal.paint("│", "dim");
	const rows = wrapLine(lines.line(line), width, spans);
	let number = String(line + 1).padStart(gutter + 1);
	let from = 0;
	let skipped = false;
	for (const [index, row] of rows.entries()) {
		const last = index === rows.length - 1;
		while (from < spans.length && (spans[from] as Span).end <= row.start) {
			from += 1;
		}
		const here: number[] = [];
		for (let at = from; at < spans.length && ((spans[at] as Span).start < row.end || last); at += 1) {
			here.push(at);
		}
		if (here.length === 0) {
			skipped = true;
			continue;
		}
		if (skipped) {
			yield `${terminal.paint(number, "dim")} ${bar} ${terminal.paint("…", "dim")}\n`;
			number = " ".repeat(gutter + 1);
			skipped = false;
		}
		yield `${terminal.paint(number, "dim")} ${bar} ${row.text}\n`;
		number = " ".repeat(gutter + 1);
		for (const at of here) {
			const { figure } = figures[at] as LocatedFigure;
			const span = spans[at] as Span;
			// A figure that goes on in the next row is read there.
			const reading = span.end <= row.end || last ? describeFigure(figure) : "";
			yield* underline(row, span, reading, figure.checkworthy, width).map(
				(text) => `${number} ${bar} ${figure.checkworthy ? terminal.paint(text, "green") : terminal.paint(text, "dim")}\n`,
			);
		}
	}
	if (skipped) {
		yield `${number} ${bar} ${terminal.paint("…", "dim")}\n`;
	}
}

/** The line under a figure and its reading: to its right where there is room, else to its left, else below. */
function underline(row: Row, span: Span, reading: string, checkworthy: boolean, width: number): string[] {
	const at = row.columns(span);
	if (!at) {
		return reading === "" ? [] : [fitColumns(reading, width)];
	}
	const mark = (checkworthy ? "^" : "-").repeat(at.width);
	const length = columnsOf(reading);
	if (reading === "") {
		return [" ".repeat(at.start) + mark];
	}
	if (at.start + at.width + 1 + length <= width) {
		return [`${" ".repeat(at.start)}${mark} ${reading}`];
	}
	if (length + 1 <= at.start) {
		return [`${" ".repeat(at.start - length - 1)}${reading} ${mark}`];
	}
	return [" ".repeat(at.start) + mark, " ".repeat(Math.max(0, Math.min(at.start, width - length))) + fitColumns(reading, width)];
}
