/** `tickmark figures`: what the figure reader sees, without any claim. */
import type { Draft } from "../../core/draft/draft.ts";
import type { Figure, Language, Span } from "../../core/model.ts";
import type { Arguments, Command } from "../arguments.ts";
import { CommandError, Failures } from "../errors.ts";
import { figureJson } from "../figureJson.ts";
import { findInputs, type Input, markdownFiles, readDraftInput, readLines, textFiles } from "../inputs.ts";
import { Lines } from "../lines.ts";
import { Terminal, write } from "../output.ts";

type LanguageOption = "auto" | "en" | "zh" | "ko";

export interface LocatedFigure {
	readonly figure: Figure;
	/** In the text of the input. */
	readonly span: Span;
}

export const command: Command = {
	spec: {
		name: "figures",
		operands: "[PATH…|-]",
		description:
			"Prints the figures found in Markdown files, folders or globs (default: the working folder); - reads standard input. A figure is printed with its exact value, its unit and the interval that it can stand for.",
		options: [
			{
				name: "format",
				value: "FORMAT",
				choices: ["pretty", "json", "jsonl"],
				help: "pretty for people (the default), json as one list, jsonl as one object a line",
			},
			{ name: "text", help: "read the input as plain text, not as Markdown" },
			{ name: "lines", help: "read each line of the input as a text of its own; prints one JSON object a line, in order" },
			{
				name: "language",
				value: "LANGUAGE",
				choices: ["auto", "en", "zh", "ko"],
				help: "the language of the text, for symbols that depend on it (¥, $, 원); auto, the default, goes by the text",
			},
		],
		examples: [
			["tickmark figures report.md", "the figures of a draft"],
			["tickmark figures --text --format json -", "those of standard input, as JSON"],
		],
	},
	async run(args) {
		const language = (args.get("language") ?? "auto") as LanguageOption;
		const lines = args.has("lines");
		const format = args.get("format") ?? (lines ? "jsonl" : "pretty");
		if (lines && format !== "jsonl") {
			throw new CommandError(`--lines prints one JSON object a line; use it with --format jsonl, not ${format}`);
		}
		const inputs = await findInputs(args.operands, lines || args.has("text") ? textFiles : markdownFiles);
		return lines ? printLines(inputs, language) : printFiles(inputs, args, format, language);
	},
};

async function printLines(inputs: readonly Input[], option: LanguageOption): Promise<number> {
	const { readFigures } = await import("../../core/figures/readFigures.ts");
	const { detectLanguage } = await import("../../core/text/language.ts");
	let batch = "";
	for (const input of inputs) {
		for await (const line of readLines(input)) {
			const index = new Lines(line);
			const figures = readFigures(line, { language: textLanguage(line, option, detectLanguage) });
			batch += `${JSON.stringify({ figures: figures.map((figure) => figureJson(figure, figure, index)) })}\n`;
			if (batch.length > 1 << 16) {
				await write(batch);
				batch = "";
			}
		}
	}
	await write(batch);
	return 0;
}

function textLanguage(text: string, option: LanguageOption, detect: (text: string) => Language): Language {
	if (option === "en" || option === "ko") {
		return option;
	}
	const detected = detect(text);
	return option === "zh" && detected !== "zh-Hant" ? "zh-Hans" : detected;
}

async function printFiles(inputs: readonly Input[], args: Arguments, format: string, option: LanguageOption): Promise<number> {
	const read = args.has("text") ? await textReader(option) : await markdownReader(option);
	const pretty = format === "pretty" ? await prettyPrinter() : null;
	const failures = new Failures();
	let printed = 0;
	await write(format === "json" ? "[" : "");
	for (const input of inputs) {
		const decoded = await failures.catch(() => readDraftInput(input));
		if (!decoded) {
			continue;
		}
		const lines = new Lines(decoded.text);
		const figures = read(decoded.text);
		if (pretty) {
			await pretty(input.name, lines, figures);
			continue;
		}
		await write(format === "jsonl" ? "" : `${printed > 0 ? "," : ""}\n`);
		await printJson(input.name, lines, figures);
		await write(format === "jsonl" ? "\n" : "");
		printed += 1;
	}
	await write(format === "json" ? "\n]\n" : "");
	return failures.exitCode;
}

/** One object, in pieces: the whole of it may be many times as long as the draft. */
async function printJson(file: string, lines: Lines, figures: readonly LocatedFigure[]): Promise<void> {
	let piece = `{"file":${JSON.stringify(file)},"figures":[`;
	for (const [index, { figure, span }] of figures.entries()) {
		piece += (index > 0 ? "," : "") + JSON.stringify(figureJson(figure, span, lines));
		if (piece.length > 1 << 16) {
			await write(piece);
			piece = "";
		}
	}
	await write(`${piece}]}`);
}

type Reader = (text: string) => readonly LocatedFigure[];

async function markdownReader(option: LanguageOption): Promise<Reader> {
	const { DraftReader } = await import("../../core/draft/readDraft.ts");
	const { detectLanguage } = await import("../../core/text/language.ts");
	return (text) => {
		const reader = new DraftReader(option === "auto" ? {} : { language: textLanguage(text, option, detectLanguage) });
		return figuresOf(reader.read(text));
	};
}

async function textReader(option: LanguageOption): Promise<Reader> {
	const { readPlainText } = await import("../../core/draft/readDraft.ts");
	const { detectLanguage } = await import("../../core/text/language.ts");
	return (text) =>
		figuresOf(option === "auto" ? readPlainText(text) : readPlainText(text, textLanguage(text, option, detectLanguage)));
}

function figuresOf(draft: Draft): readonly LocatedFigure[] {
	const figures: LocatedFigure[] = [];
	for (const { start, content } of draft.blocks) {
		for (const passage of content.passages) {
			for (const figure of passage.figures) {
				const span = passage.offsets.span(figure);
				figures.push({ figure, span: { start: start + span.start, end: start + span.end } });
			}
		}
	}
	return figures.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

async function prettyPrinter(): Promise<(name: string, lines: Lines, figures: readonly LocatedFigure[]) => Promise<void>> {
	const { printFigures } = await import("../formats/figures.ts");
	const terminal = new Terminal();
	let first = true;
	return async (name, lines, figures) => {
		await write(first ? "" : "\n");
		first = false;
		for (const part of printFigures(name, lines, figures, terminal)) {
			await write(part);
		}
	};
}
