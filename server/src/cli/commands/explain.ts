/** `tickmark explain`: why one figure of a draft has its verdict. */
import type { LocatedEvidence } from "../../core/checkDraft.ts";
import type { Command } from "../arguments.ts";
import type { CheckedInput } from "../checking.ts";
import { settingsOptions } from "../commonOptions.ts";
import { aboutFile, CommandError, type Texts } from "../errors.ts";
import type { Explained } from "../formats/explain.ts";
import type { Position } from "../lines.ts";
import { Terminal, write } from "../output.ts";

export const command: Command = {
	spec: {
		name: "explain",
		operands: "FILE:LINE:COLUMN",
		maxOperands: 1,
		description:
			"Says why a figure has its verdict: how it is read, what it is taken to be about and where that is said, the claims it was compared with, and what of them matched. LINE and COLUMN count from 1, as editors print them; any place inside the figure will do.",
		options: [
			{ name: "format", value: "FORMAT", choices: ["pretty", "json"], help: "pretty for people (the default), or json" },
			...settingsOptions.filter(({ name }) => name !== "rule"),
		],
		examples: [
			["tickmark explain report.md:24:20", "the figure at line 24, column 20"],
			["tickmark explain --format json report.md:24:20", "with every claim it was compared with"],
		],
	},
	async run(args) {
		const place = readPlace(args.operands[0]);
		const { Checking } = await import("../checking.ts");
		const { originsOf } = await import("../../core/claims/origins.ts");
		const checking = await Checking.start(args, [place.file]);
		const { settings } = checking.configuration;
		let explained: Explained | null = null;
		for await (const result of checking.results()) {
			if (explained) {
				throw aboutFile(place.file, severalFiles).in(settings.language);
			}
			const located = figureAt(result, place.position, settings.language);
			const { evidence, passage, block } = located;
			explained = {
				result,
				located,
				explanation: await checking.explain(evidence, result.checked),
				origins: originsOf({ ...evidence, passage, block }, result.checked.draft, settings, result.checked.glossary),
				language: settings.language,
			};
		}
		if (explained) {
			const { explainedJson, explainedText } = await import("../formats/explain.ts");
			await write(
				args.get("format") === "json"
					? `${JSON.stringify(explainedJson(explained), null, "\t")}\n`
					: explainedText(explained, new Terminal()),
			);
		}
		return checking.exitCode(null, args);
	},
};

interface Place {
	readonly file: string;
	/** 0-based, as `Lines` counts. */
	readonly position: Position;
}

/** @throws CommandError for anything but FILE:LINE:COLUMN. */
function readPlace(operand: string | undefined): Place {
	if (operand === undefined) {
		throw new CommandError("no figure is named; write tickmark explain FILE:LINE:COLUMN");
	}
	const [, file = "", line = "0", column = "0"] = /^(.+):(\d{1,9}):(\d{1,9})$/s.exec(operand) ?? [];
	if (file === "" || Number(line) === 0 || Number(column) === 0) {
		throw new CommandError(`${operand}: not a place; write FILE:LINE:COLUMN, both counted from 1, such as report.md:24:20`);
	}
	return { file, position: { line: Number(line) - 1, character: Number(column) - 1 } };
}

/** The figure at a place of the draft. @throws CommandError that names the nearest one where there is none. */
function figureAt({ input, lines, checked }: CheckedInput, position: Position, language: "en" | "zh" | "ko"): LocatedEvidence {
	const at = `${input.name}:${position.line + 1}:${position.character + 1}`;
	const refuse = (texts: Texts): CommandError => aboutFile(at, texts).in(language);
	if (position.line >= lines.count) {
		throw refuse(noSuchLine(lines.count));
	}
	const length = lines.line(position.line).length;
	if (position.character > length && length > 0) {
		throw refuse(noSuchColumn(length));
	}
	const offset = lines.start(position.line) + position.character;
	const here = checked.figures.filter(({ span }) => span.start <= offset && offset <= span.end);
	// Where one figure ends and the next begins, the place is the next one's.
	const found = here.at(-1);
	if (found) {
		return found;
	}
	const lineEnd = lines.start(position.line) + length;
	const onLine = checked.figures.filter(({ span }) => span.start <= lineEnd && span.end >= lines.start(position.line));
	const distance = ({ span }: LocatedEvidence): number => Math.max(span.start - offset, offset - span.end);
	const asked = onLine.filter(({ evidence }) => evidence.figure.checkworthy);
	const [nearest] = (asked.length > 0 ? asked : onLine).toSorted((a, b) => distance(a) - distance(b));
	if (!nearest) {
		throw refuse(noFigureOnLine(input.name));
	}
	const { line, character } = lines.position(nearest.span.start);
	throw refuse(noFigureHere(nearest.evidence.figure.text, `${input.name}:${line + 1}:${character + 1}`));
}

const severalFiles: Texts = {
	en: "several files; name one",
	zh: "对应多个文件；请只指定一个",
	ko: "파일이 여럿입니다. 하나만 지정하세요",
};

const noSuchLine = (count: number): Texts => ({
	en: `the file has ${count} lines; name one of them`,
	zh: `文件只有 ${count} 行；请指定其中一行`,
	ko: `파일은 ${count}줄입니다. 그 안의 줄을 지정하세요`,
});

const noSuchColumn = (length: number): Texts => ({
	en: `the line has ${length} characters; name a column from 1 to ${length + 1}`,
	zh: `该行只有 ${length} 个字符；列号应为 1 至 ${length + 1}`,
	ko: `이 줄은 ${length}자입니다. 1부터 ${length + 1}까지의 열을 지정하세요`,
});

const noFigureOnLine = (file: string): Texts => ({
	en: `no figure stands on this line; \`tickmark figures ${file}\` lists them`,
	zh: `该行没有数字；运行 \`tickmark figures ${file}\` 可列出所有数字`,
	ko: `이 줄에는 수치가 없습니다. \`tickmark figures ${file}\`로 목록을 볼 수 있습니다`,
});

const noFigureHere = (text: string, place: string): Texts => ({
	en: `no figure stands here; the nearest on the line is ${text} at ${place}`,
	zh: `此处没有数字；该行最近的数字是 ${place} 的“${text}”`,
	ko: `이 위치에는 수치가 없습니다. 이 줄에서 가장 가까운 수치는 ${place}의 '${text}'입니다`,
});
