/** Findings for people. */
import type { Claim, Finding, MessageLanguage } from "../../core/model.ts";
import { ownRecordRemark, sourceTitle } from "../../core/workspace/ownRecordText.ts";
import type { CheckedInput } from "../checking.ts";
import { columnsOf, padColumns, printable, rowAround, wrapLine } from "../excerpt.ts";
import type { Lines } from "../lines.ts";
import type { Terminal } from "../output.ts";
import { type Words, words } from "../words.ts";
import type { ResultFormat } from "./format.ts";

/** Passages that are printed with a finding; the others are counted. */
const mostPassages = 3;
/** Rows of a passage that are printed. */
const mostRows = 3;

const colours = { error: "red", warning: "yellow", information: "blue", hint: "cyan" } as const;

export class PrettyFormat implements ResultFormat {
	private readonly terminal: Terminal;
	private readonly language: MessageLanguage;
	private readonly say: Words;
	private files = 0;
	private readonly found = { error: 0, warning: 0, information: 0, hint: 0 };
	private supported = 0;
	private unsupported = 0;

	constructor(terminal: Terminal, language: MessageLanguage) {
		this.terminal = terminal;
		this.language = language;
		this.say = words[language];
	}

	begin(): string {
		return "";
	}

	file({ input, lines, checked, claims }: CheckedInput): string {
		this.files += 1;
		this.supported += checked.counts.supported;
		this.unsupported += checked.counts.unsupported;
		const name = printable(input.path === null ? this.say.standardInput : input.name);
		return checked.findings
			.map((finding) => {
				this.found[finding.severity] += 1;
				return `${this.finding(name, finding, lines, claims)}\n`;
			})
			.join("");
	}

	end(failures: readonly string[]): string {
		if (this.files === 0 && failures.length > 0) {
			return "";
		}
		const summary = this.say.summary(this.files, this.found, this.supported, this.unsupported);
		const worst = (["error", "warning"] as const).find((severity) => this.found[severity] > 0);
		return hanging(summary, this.terminal.width, 2)
			.map((row) => `${this.terminal.paint(row, "bold", worst ? colours[worst] : "green")}\n`)
			.join("");
	}

	private finding(name: string, finding: Finding, lines: Lines, claims: ReadonlyMap<string, Claim>): string {
		const { terminal, say } = this;
		const { start, end } = lines.range(finding.span);
		const place = `${name}:${start.line + 1}:${start.character + 1}`;
		const severity = say.severity[finding.severity];
		const lead = `${place}  ${severity}  `;
		const rows = hanging(`${lead}${printable(finding.message)}`, terminal.width, 2);
		const head = rows.join("\n").slice(lead.length);
		const fits = columnsOf(rows.at(-1) ?? "") + 2 + finding.rule.length <= terminal.width;
		const out = [
			`${terminal.paint(place, "bold")}  ${terminal.paint(severity, "bold", colours[finding.severity])}  ${head}${fits ? "  " : "\n  "}${terminal.paint(finding.rule, "dim")}`,
		];
		const last = Math.min(end.line, start.line + 2);
		const gutter = String(last + 1).length + 2;
		for (let line = start.line; line <= last; line += 1) {
			out.push(...this.excerpt(line, finding, lines, gutter));
		}
		for (const { span, message } of finding.related ?? []) {
			const at = lines.position(span.start);
			out.push(...this.entry(say.related, [`${name}:${at.line + 1}:${at.character + 1}  ${printable(message)}`]));
		}
		out.push(...this.sources(finding, claims));
		for (const fix of finding.fixes) {
			out.push(...this.entry(fix.safe ? say.safeFix : say.fix, [printable(fix.title)]));
		}
		return `${out.join("\n")}\n`;
	}

	private excerpt(line: number, finding: Finding, lines: Lines, gutter: number): string[] {
		const { terminal } = this;
		const text = lines.line(line);
		const offset = lines.start(line);
		const span = {
			start: Math.max(0, finding.span.start - offset),
			end: Math.min(text.length, finding.span.end - offset),
		};
		const row = rowAround(text, span, terminal.width - gutter - 3);
		const at = row.columns(span);
		const bar = terminal.paint("│", "dim");
		const carets = at ? `${" ".repeat(at.start)}${terminal.paint("^".repeat(at.width), colours[finding.severity])}` : "";
		return [
			`${terminal.paint(String(line + 1).padStart(gutter), "dim")} ${bar} ${row.text}`,
			...(at ? [`${" ".repeat(gutter)} ${bar} ${carets}`] : []),
		];
	}

	/** Each source once, and below it the passages that the finding rests on. */
	private sources(finding: Finding, claims: ReadonlyMap<string, Claim>): string[] {
		const cited = new Map<string, { readonly named: string; readonly passages: Set<string> }>();
		for (const { source, text } of finding.claims.flatMap((id) => claims.get(id) ?? [])) {
			const { language } = this;
			const named = source.own
				? `${sourceTitle(source, language)}, ${ownRecordRemark(source, language)}`
				: [source.title || source.key, source.publisher, source.published].filter(Boolean).join(", ");
			const entry = cited.get(source.key) ?? { named, passages: new Set() };
			entry.passages.add(text.replace(/\s+/g, " ").trim());
			cited.set(source.key, entry);
		}
		let left = mostPassages;
		return [...cited.values()].flatMap(({ named, passages }) => {
			const shown = [...passages].slice(0, left);
			left -= shown.length;
			const more = passages.size - shown.length;
			return this.entry(this.say.source, [
				printable(named),
				...shown.map((passage) => `> ${printable(passage)}`),
				...(more > 0 ? [this.say.more(more)] : []),
			]);
		});
	}

	/** A word and beside it some text, each piece of it on lines of its own. */
	private entry(label: string, pieces: readonly string[]): string[] {
		const indent = 4 + Math.max(...[this.say.source, this.say.related, this.say.fix, this.say.safeFix].map(columnsOf)) + 2;
		const rows = pieces.flatMap((piece) => {
			// What goes on below a quoted passage's first row stands under its words.
			const hang = piece.startsWith("> ") ? "  " : "";
			const all = wrapLine(piece, this.terminal.width - indent - hang.length, []).map((row) => row.text);
			const shown = all.length > mostRows ? [...all.slice(0, mostRows - 1), `${all[mostRows - 1]} …`] : all;
			return shown.map((row, index) => (index === 0 ? row : hang + row));
		});
		return rows.map((row, index) =>
			index === 0 ? `    ${this.terminal.paint(padColumns(label, indent - 4), "dim")}${row}` : `${" ".repeat(indent)}${row}`,
		);
	}
}

/** Text in rows of at most `width` columns, all but the first indented. */
function hanging(text: string, width: number, indent: number): string[] {
	const [first] = wrapLine(text, width, []);
	if (!first || first.end === text.length) {
		return [text];
	}
	const rest = text.slice(first.end).trimStart();
	return [first.text, ...wrapLine(rest, width - indent, []).map((row) => " ".repeat(indent) + row.text)];
}
