/** Arguments of the command line: one table per command says which there are, what they allow and what its help prints. */

import { parseArgs } from "node:util";
import { nearest } from "../core/text/editDistance.ts";
import { CommandError } from "./errors.ts";

export interface OptionSpec {
	readonly name: string;
	/** What its value is called in the help; a switch has none. */
	readonly value?: string;
	/** The only values it takes. The first is the default unless the help says otherwise. */
	readonly choices?: readonly string[];
	readonly repeatable?: true;
	readonly help: string;
}

export interface CommandSpec {
	readonly name: string;
	/** What follows the name, as the help prints it: "[PATH…]". Empty where operands are not allowed. */
	readonly operands: string;
	/** The most operands it takes. */
	readonly maxOperands?: number;
	/** What it does, in a sentence or two. */
	readonly description: string;
	readonly options: readonly OptionSpec[];
	readonly examples: readonly (readonly [command: string, does: string])[];
}

export class Arguments {
	readonly operands: readonly string[];
	private readonly values: ReadonlyMap<string, readonly string[]>;

	constructor(operands: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
		this.operands = operands;
		this.values = values;
	}

	/** Whether the option stands there. */
	has(name: string): boolean {
		return this.values.has(name);
	}

	/** The value of an option, the last where it is repeated. */
	get(name: string): string | undefined {
		return this.values.get(name)?.at(-1);
	}

	all(name: string): readonly string[] {
		return this.values.get(name) ?? [];
	}
}

/** What a file of `commands/` exports as `command`. */
export interface Command {
	readonly spec: CommandSpec;
	/** @returns the exit code. */
	run(args: Arguments): Promise<number>;
}

const help: OptionSpec = { name: "help", help: "print this help" };
const version: OptionSpec = { name: "version", help: "print the version" };

/** Reads the arguments of a command. @throws CommandError for wrong usage. */
export function readArguments(spec: CommandSpec, args: readonly string[]): Arguments {
	const options = [...spec.options, help, version];
	const byName = new Map(options.map((option) => [option.name, option]));
	const hint = `\`tickmark ${spec.name} --help\` lists what there is`;
	const { tokens } = parseArgs({
		args: [...args],
		options: {
			...Object.fromEntries(
				options.map((option) => [
					option.name,
					{ type: option.value ? ("string" as const) : ("boolean" as const), multiple: true },
				]),
			),
			h: { type: "boolean" },
		},
		allowPositionals: true,
		strict: false,
		tokens: true,
	});
	const operands: string[] = [];
	const values = new Map<string, string[]>();
	for (const token of tokens) {
		if (token.kind === "positional") {
			operands.push(token.value);
			continue;
		}
		if (token.kind === "option-terminator") {
			continue;
		}
		const option = token.rawName === "-h" ? help : token.rawName.startsWith("--") ? byName.get(token.name) : undefined;
		if (!option) {
			throw new CommandError(`unknown option ${token.rawName}${guess(token.name, [...byName.keys()], "--")}; ${hint}`);
		}
		if (option.value && (token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value)))) {
			throw new CommandError(`option --${option.name} needs a value: --${option.name} ${option.value}; ${hint}`);
		}
		if (!option.value && token.value !== undefined) {
			throw new CommandError(`option --${option.name} takes no value, found "${token.value}"; ${hint}`);
		}
		const value = token.value ?? "";
		if (option.choices && !option.choices.includes(value)) {
			throw new CommandError(`--${option.name} ${value}: not a value it takes; use ${orList(option.choices)}`);
		}
		const given = values.get(option.name) ?? [];
		given.push(value);
		values.set(option.name, given);
	}
	if (operands.length > (spec.maxOperands ?? Number.POSITIVE_INFINITY)) {
		throw new CommandError(`unexpected argument "${operands[spec.maxOperands ?? 0]}"; ${hint}`);
	}
	return new Arguments(operands, values);
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec): string {
	const rows = [...spec.options, help, version].map((option): [string, string] => [
		`--${option.name}${option.value ? ` ${option.choices?.join("|") ?? option.value}` : ""}`,
		option.help + (option.repeatable ? " (repeatable)" : ""),
	]);
	const usage = ["tickmark", spec.name, "[OPTION…]", spec.operands].filter(Boolean).join(" ");
	const examples = spec.examples.map(([command, does]): [string, string] => [command, does]);
	return [
		`Usage: ${usage}`,
		"",
		...wrap(spec.description, 0, 100),
		"",
		"Options:",
		...table(rows),
		...(examples.length > 0 ? ["", "Examples:", ...table(examples)] : []),
		"",
	].join("\n");
}

/** Two columns; where the first is too wide, the second goes to the next line. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.min(44, Math.max(...rows.map(([left]) => left.length)) + 2);
	return rows.flatMap(([left, right]) => {
		const lines = wrap(right, width + 2, 100);
		return left.length + 2 > width
			? [`  ${left}`, ...lines]
			: [`  ${left.padEnd(width)}${lines[0]?.trimStart() ?? ""}`, ...lines.slice(1)];
	});
}

function wrap(text: string, indent: number, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (line !== "" && indent + line.length + 1 + word.length > width) {
			lines.push(" ".repeat(indent) + line);
			line = word;
		} else {
			line = line === "" ? word : `${line} ${word}`;
		}
	}
	return [...lines, " ".repeat(indent) + line];
}

/** `, did you mean …?` where a name is close enough to one of `names`, else nothing. */
export function guess(name: string, names: readonly string[], prefix = ""): string {
	const best = nearest(name, names);
	return best === null ? "" : `, did you mean ${prefix}${best}?`;
}

/** "a, b or c". */
export function orList(items: readonly string[]): string {
	return listed(items, "or");
}

/** "a, b and c". */
export function andList(items: readonly string[]): string {
	return listed(items, "and");
}

function listed(items: readonly string[], word: string): string {
	return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}
