/** Which citations a writer may be about to type at a place. */
import { fillers, frameworkNames, leadWords } from "../../../data/frameworks/citationWords.ts";
import type { Block, Draft, Passage } from "../draft/draft.ts";
import type { Language, Span } from "../model.ts";
import type { Settings } from "../settings.ts";
import { applicableFrameworks } from "./applicableFrameworks.ts";
import { indexCitations } from "./citationIndex.ts";
import { hasEnded } from "./editions.ts";
import { type FigureGroup, groupFigures } from "./figureGroups.ts";
import type { FigureKindRow } from "./figureKind.ts";
import { codesFor } from "./kindCodes.ts";
import { type CitationStyle, printCitation, printCode } from "./printCitation.ts";
import { allEntries, type Entry, findEntries } from "./registry.ts";
import { type ReportDate, reportDate } from "./reportDate.ts";
import { oneOf, toOneWidth } from "./scanner.ts";

/** One citation that may be typed. */
export interface Offer {
	readonly framework: string;
	/** Its disclosures; more than one where a figure's kind asks for them together. */
	readonly entries: readonly Entry[];
	/** What takes the place of the offers' span. */
	readonly newText: string;
	/** Whether a figure beside the place is of a kind that it covers. */
	readonly fits: boolean;
	/** Whether it is withdrawn or replaced on the report's date. */
	readonly ended: boolean;
}

export interface Offers {
	/** What has been typed of the code, in the draft; may be empty. */
	readonly span: Span;
	/** The language of the text around it. */
	readonly language: Language;
	/** Those that fit first, those that have ended last, else in the order of the registry. */
	readonly offers: readonly Offer[];
}

/** Names in front of a code, by framework. */
const names: Readonly<Record<string, readonly string[]>> = {
	...frameworkNames,
	GRI: [...frameworkNames.GRI, ...frameworkNames["GRI in full"]],
	"IFRS S": ["(?:ISSB )?IFRS(?![A-Za-z])", ...frameworkNames["IFRS S"]],
};

/** No code, label or pillar's name that is typed behind a framework's name is longer. */
const longest = 60;

/** A framework's name, what may stand between it and a code, and what has been typed of the code. */
const leads: readonly (readonly [framework: string, pattern: RegExp])[] = Object.entries(names)
	.filter(([framework]) => framework !== "GRI in full")
	.map(([framework, patterns]) => {
		const between = (fillers as Readonly<Record<string, readonly string[]>>)[framework];
		const filler = framework === "TCFD" || framework === "HKEX" || !between ? "" : `(?:(?:${between.join("|")})(?![A-Za-z]) ?)?`;
		// The first part makes it the last name in the text.
		return [framework, new RegExp(`^[^]*(?<![A-Za-z0-9])${oneOf(patterns)}( ?)${filler}([^;:()[\\]]{0,${longest}})$`)];
	});

/** What joins the codes of a list. */
const joint = / ?[,\u3001/&] ?| (?:and|or) |[和与與及] ?| 및 /;

/** "KPI A", where HKEX need not be named. */
const indicator = new RegExp(`(?<![A-Za-z0-9])(${oneOf(leadWords.indicator)} ?[AB]?[1-9]?(?:\\.\\d?)?)$`);

/** A bracket that has just been opened, with what has been typed in it. */
const bracket = /[(（] ?([^()（）[\]]{0,24})$/;

/**
 * The citations that can be meant at an offset of the draft: behind a framework's name those whose code or label begins with
 * what follows the name, behind an opening bracket beside a figure those of the frameworks that apply. Null where nothing is
 * offered, also in code, in link targets and in front matter.
 */
export function offerCodes(draft: Draft, offset: number, settings: Settings): Offers | null {
	const place = placeAt(draft, offset);
	if (!place) {
		return null;
	}
	const before = toOneWidth(place.before).slice(-160);
	const offering = new Offering(draft, place, settings);
	const named = offering.named(before, offset);
	if (named) {
		return named;
	}
	return offering.bracketed(before, offset);
}

interface Place {
	readonly block: Block;
	/** Index of the passage in the block. */
	readonly index: number;
	readonly passage: Passage;
	/** The passage's plain text up to the offset, with blanks that have been typed behind it. */
	readonly before: string;
}

/** Where in the text an offset stands; null where it stands in markup or in no text. */
function placeAt(draft: Draft, offset: number): Place | null {
	const block = lastBlock(draft, offset);
	if (!block) {
		return null;
	}
	const { text, passages } = block.content;
	const local = offset - block.start;
	// A blank at the end of a block does not belong to it.
	const behind = draft.text.slice(block.start + text.length, offset);
	const index = passages.findLastIndex(({ span }) => span.start <= local);
	const passage = passages[index];
	if (!passage || !/^[ \t\u3000]*$/.test(behind)) {
		return null;
	}
	const end = lengthBefore(passage, local);
	const gap = draft.text.slice(block.start + passage.offsets.endOf(end), offset);
	const before = passage.text.slice(0, end) + gap;
	const isText = end > 0 && /^[ \t\u3000]*$/.test(gap) && !inUnfinishedMarkup(before);
	return isText ? { block, index, passage, before } : null;
}

function lastBlock({ blocks }: Draft, offset: number): Block | undefined {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle] as Block).start < offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return blocks[low - 1];
}

/** How many characters of the passage's text come from before an offset of the block. */
function lengthBefore({ text, offsets }: Passage, local: number): number {
	let low = 0;
	let high = text.length;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (offsets.endOf(middle) <= local) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}

/** A link's target or code that nothing closes yet is text to the parser. */
function inUnfinishedMarkup(before: string): boolean {
	const line = before.slice(before.lastIndexOf("\n") + 1);
	return /\]\([^)\s]*$/.test(line.slice(-200)) || line.split("`").length % 2 === 0;
}

class Offering {
	private readonly date: ReportDate;
	private readonly style: CitationStyle;
	private readonly language: Language;
	private readonly frameworks: readonly string[];
	/** The kind of the figure in front of the place. */
	private readonly kind: FigureKindRow | null;

	constructor(draft: Draft, place: Place, settings: Settings) {
		this.date = reportDate(draft.frontMatter, settings);
		const { style, mentioned } = indexCitations(draft);
		this.style = style;
		this.language = place.passage.language;
		this.frameworks = applicableFrameworks(draft.frontMatter, settings, mentioned);
		this.kind = kindAt(place);
	}

	named(before: string, offset: number): Offers | null {
		for (const [framework, pattern] of leads) {
			const match = pattern.exec(before);
			const parts = (match?.[2] ?? "").split(joint);
			const typed = parts.at(-1) as string;
			// Behind a comma a sentence may go on with anything, so that a code has to be begun.
			if (match && (parts.length === 1 || (typed !== "" && this.areCodes(framework, parts.slice(0, -1))))) {
				const isGlued = match[1] === "" && typed === "" && /[A-Za-z0-9]$/.test(before);
				const lead = isGlued && !(this.style.tight && framework === "GRI") ? " " : "";
				const found = this.offersOf(framework, typed, lead);
				if (found.length > 0) {
					return this.sorted(found, offset, typed.length);
				}
			}
		}
		const typed = this.frameworks.includes("HKEX") ? indicator.exec(before)?.[1] : undefined;
		return typed === undefined ? null : this.sorted(this.offersOf("HKEX", typed, ""), offset, typed.length);
	}

	private areCodes(framework: string, parts: readonly string[]): boolean {
		return parts.every((part) =>
			allEntries(framework).some(
				({ code }) => code === part || toOneWidth(printCode(framework, code, this.language, this.style)) === part,
			),
		);
	}

	bracketed(before: string, offset: number): Offers | null {
		const typed = bracket.exec(before)?.[1];
		if (typed === undefined || !this.kind) {
			return null;
		}
		const fitting = this.frameworks.flatMap((framework) => this.fitting(framework, (codes) => this.print(framework, codes)));
		if (fitting.length === 0) {
			return null;
		}
		const others = this.frameworks.flatMap((framework) =>
			newestEntries(framework)
				.filter((entry) => entry.code !== entry.standard || framework === "SDG")
				.map((entry) => this.offer(entry, this.print(framework, [entry.code]))),
		);
		const wanted = [...fitting, ...withoutRepeats(others, fitting)].filter((offer) => isMeant(typed, offer, offer.newText));
		return wanted.length === 0 ? null : this.sorted(wanted, offset, typed.length);
	}

	private offersOf(framework: string, typed: string, lead: string): Offer[] {
		const print = (codes: readonly string[]): string =>
			lead +
			codes
				.map((code) => printCode(framework, code, this.language, this.style))
				.join(this.language.startsWith("zh") ? "、" : ", ");
		const fitting = this.fitting(framework, print);
		const all = newestEntries(framework).map((entry) => this.offer(entry, print([entry.code])));
		return [...fitting, ...withoutRepeats(all, fitting)].filter((offer) =>
			isMeant(typed, offer, offer.newText.slice(lead.length)),
		);
	}

	/** What the figure's kind asks for: all its codes together, and each of them. */
	private fitting(framework: string, print: (codes: readonly string[]) => string): Offer[] {
		const codes = this.kind ? codesFor(this.kind, framework, this.date) : [];
		const entries = codes.flatMap((code) => findEntries(framework, code)[0] ?? []);
		const single = entries.map((entry): Offer => ({ ...this.offer(entry, print([entry.code])), fits: true }));
		return codes.length > 1 ? [{ framework, entries, newText: print(codes), fits: true, ended: false }, ...single] : single;
	}

	private offer(entry: Entry, newText: string): Offer {
		const { framework, code } = entry;
		const ended = hasEnded(findEntries(framework, code), this.date);
		return { framework, entries: [entry], newText, fits: false, ended };
	}

	private print(framework: string, codes: readonly string[]): string {
		return printCitation(framework, codes, this.language, this.style);
	}

	private sorted(offers: readonly Offer[], offset: number, typed: number): Offers {
		const rank = ({ fits, ended, entries }: Offer): number =>
			fits ? 0 : ended ? 3 : entries.every(({ status }) => status === "issued") ? 2 : 1;
		return {
			span: { start: offset - typed, end: offset },
			language: this.language,
			offers: offers.toSorted((a, b) => rank(a) - rank(b)),
		};
	}
}

function withoutRepeats(offers: readonly Offer[], known: readonly Offer[]): Offer[] {
	const texts = new Set(known.map(({ newText }) => newText));
	return offers.filter(({ newText }) => !texts.has(newText) && texts.add(newText));
}

/** One entry a code: that of the newest edition. */
function newestEntries(framework: string): Entry[] {
	const codes = new Set<string>();
	return allEntries(framework).filter(({ code }) => !codes.has(code) && codes.add(code));
}

/** Whether what has been typed begins the code as it is printed, or a word of its label. */
function isMeant(typed: string, { entries, framework }: Offer, printed: string): boolean {
	const wanted = typed.trimEnd().toLowerCase();
	if (wanted === "") {
		return typed === "";
	}
	return (
		toOneWidth(printed).toLowerCase().startsWith(wanted) ||
		entries.some(
			({ code, label }) =>
				code.toLowerCase().startsWith(wanted) ||
				`${framework} ${code}`.toLowerCase().startsWith(wanted) ||
				(wanted.length > 2 &&
					label.en
						.toLowerCase()
						.split(/[^a-z]+/)
						.some((word) => word.startsWith(wanted))) ||
				(/[^ -\u024f]/.test(wanted) && (label.zh.includes(wanted) || label.ko.includes(wanted))),
		)
	);
}

/** The kind of the last figure in front of the place, in its sentence or row; of the row's first where none is in front. */
function kindAt({ block, index, passage, before }: Place): FigureKindRow | null {
	const at = Math.min(before.length, passage.text.length);
	let found: FigureKindRow | null = null;
	for (const group of groupFigures(block.content)) {
		if (holds(group, index, at)) {
			for (const { index: cell, figure, kind } of group.figures) {
				if (kind && (found === null || (cell === index && figure.end <= at))) {
					found = cell !== index || figure.end <= at ? kind : found;
				}
			}
		}
	}
	return found;
}

function holds({ index, row, sentence }: FigureGroup, passage: number, at: number): boolean {
	return row ? row.includes(passage) : index === passage && sentence.start <= at && at <= sentence.end;
}
