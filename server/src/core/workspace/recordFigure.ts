/** From a figure that no source supports to its entry among the organisation's own records. */
import type { Evidence } from "../claims/evidence.ts";
import type { Glossary } from "../claims/glossary.ts";
import type { Block, Passage } from "../draft/draft.ts";
import { printQuantity } from "../figures/printFigure.ts";
import type { Claim, Figure } from "../model.ts";
import { draftNames } from "./draftName.ts";
import { type RecordKey, readOwnFigures, recordKeys } from "./ownFigures.ts";
import { printRecordPeriod } from "./recordPeriod.ts";
import { addToYaml } from "./yamlEdit.ts";

/** An entry of `.tickmark/own-figures.yaml`, in the order in which it is written. */
export type OwnRecordEntry = Readonly<Partial<Record<RecordKey, string>>>;

const beginning = `# Figures of our own records: what no document gives and somebody answers for. Tickmark takes them for claims of the source
# "own records". Fill in who answers for a figure (owner) and where it comes from (note).
`;

/**
 * The entry for a figure, such that reading it gives the very quantity: its statement is the draft's sentence where that says
 * all, a table of the cell and its headers, or the quantity alone. Without date and owner, which are not the draft's.
 * @returns null where no entry says what the draft says, and for figures without a value
 */
export function recordOf(
	{ figure, subject }: Evidence,
	passage: Passage,
	block: Block,
	glossary: Glossary,
): OwnRecordEntry | null {
	const [name = ""] = draftNames(passage, figure, glossary);
	const base: OwnRecordEntry = {
		...part("entity", subject.entities[0] ?? ""),
		...part("measure", subject.measures[0] ?? name),
		value: figure.text,
		...part("unit", figure.unit ?? ""),
		...part("period", printRecordPeriod(subject.period)),
	};
	const { value, unit, currency } = figure;
	const quantity = value === null ? "" : printQuantity({ value, unit, currency, qualifier: "exact" }, passage.language);
	const entries: OwnRecordEntry[] = [
		...statements(passage, block, figure).map((statement): OwnRecordEntry => ({ ...base, statement })),
		...(quantity === "" ? [] : [{ ...base, value: quantity }]),
	];
	for (const entry of entries) {
		const claim = readBack(entry, glossary);
		if (claim && isSame(claim, figure)) {
			const kind = subject.kind !== null && subject.kind !== claim.kind ? subject.kind : "";
			return { ...without(entry, "statement"), ...part("kind", kind), ...part("statement", entry.statement ?? "") };
		}
	}
	return null;
}

/** The entry as it is written today, by nobody yet; what is not text in it is left out. */
export function completeRecord(entry: Readonly<Record<string, unknown>>, today: Date): OwnRecordEntry {
	const { statement, ...rest } = Object.fromEntries(
		recordKeys.flatMap((key) => (typeof entry[key] === "string" ? [[key, entry[key] as string]] : [])),
	) as OwnRecordEntry;
	const pad = (number: number): string => String(number).padStart(2, "0");
	const date = `${today.getFullYear()}-${pad(today.getMonth() + 1)}-${pad(today.getDate())}`;
	return { ...rest, owner: rest.owner ?? "", date, note: rest.note ?? "", ...part("statement", statement ?? "") };
}

/** The text of the file with the entry at its end; null where the file is broken or holds something else. */
export function addOwnFigure(text: string, entry: OwnRecordEntry): string | null {
	const added = addToYaml(text, { path: ["figures"], item: entry as Record<string, string> });
	return added !== null && text.trim() === "" ? beginning + added.trimStart() : added;
}

/** How the draft says it: its sentence as read, as written; for a cell, the cell below and beside its headers. */
function statements(passage: Passage, block: Block, figure: Figure): string[] {
	const { cell, text } = passage;
	if (cell) {
		const escaped = (part: string): string => part.replace(/\s+/g, " ").replaceAll("|", "\\|");
		return [`| | ${escaped(cell.columnHeader)} |\n| --- | --- |\n| ${escaped(cell.rowHeader)} | ${escaped(text)} |\n`];
	}
	const sentence = passage.sentences.find((one) => figure.start >= one.start && figure.start < one.end) ?? {
		start: 0,
		end: text.length,
	};
	const written = passage.offsets.span(sentence);
	return [text.slice(sentence.start, sentence.end).trim(), block.content.text.slice(written.start, written.end).trim()];
}

function readBack(entry: OwnRecordEntry, glossary: Glossary): Claim | null {
	const text = addOwnFigure("", entry);
	const { claims } = text === null ? { claims: [] } : readOwnFigures(text, "", glossary);
	return claims[0] ?? null;
}

function isSame(claim: Claim, figure: Figure): boolean {
	const equal = (a: Claim["value"], b: Claim["value"]): boolean => (a === null || b === null ? a === b : a.equals(b));
	return (
		equal(claim.value, figure.value) &&
		equal(claim.low, figure.low) &&
		equal(claim.high, figure.high) &&
		claim.unit === figure.unit &&
		claim.qualifier === figure.qualifier
	);
}

function part(key: RecordKey, value: string): OwnRecordEntry {
	return value === "" ? {} : { [key]: value };
}

function without(entry: OwnRecordEntry, key: RecordKey): OwnRecordEntry {
	const { [key]: _, ...rest } = entry;
	return rest;
}
