/** Finds the names of measures and entities in text. Compiled once from the glossary's tables; scanning is linear. */
import {
	type EntityEntry,
	entities as knownEntities,
	measures as knownMeasures,
	type MeasureEntry,
	regionalWords,
	selfReferences,
} from "../../../data/glossary.ts";
import type { Span } from "../model.ts";
import { fold } from "../text/fold.ts";

/** A stretch of text that names an entity. */
export interface EntityMention extends Span {
	/** Canonical name; for an organisation that the glossary does not know, its name as printed. */
	readonly entity: string;
	/** "we", 本行: stands for the document's own entity (then `entity` is ""). */
	readonly self: boolean;
}

interface TermHit extends Span {
	readonly term: number;
}

/** What the glossary finds in one text; offsets are the text's own. */
export interface Mentions {
	readonly entities: readonly EntityMention[];
	readonly terms: readonly TermHit[];
}

/** One wording of a measure: a list of slots, each a set of terms of which one must be there. */
export interface Wording {
	readonly measure: MeasureEntry;
	readonly slots: readonly ReadonlySet<number>[];
}

interface TrieNode {
	readonly next: Map<number, TrieNode>;
	/** What ends here: a term's number, or an entity's alias. */
	term: number;
	entity: EntityEntry | null;
}

const isLatin = (code: number): boolean =>
	(code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f);

/** The longest ending an English term may have beyond its written form ("invest" finds "investing"). */
const longestEnding = 3;

export class Glossary {
	readonly measures: ReadonlyMap<string, MeasureEntry>;
	readonly entities: ReadonlyMap<string, EntityEntry>;
	/** The wordings that a term takes part in, by the term's number. */
	readonly wordingsOfTerm: readonly (readonly Wording[])[];
	/** How much a term says: the longer, the more. */
	readonly weights: readonly number[];
	private readonly joint: readonly EntityEntry[];
	private readonly root: TrieNode = { next: new Map(), term: -1, entity: null };

	constructor(measures: readonly MeasureEntry[], entities: readonly EntityEntry[]) {
		this.measures = new Map(measures.map((entry) => [entry.id, entry]));
		this.entities = new Map(entities.map((entry) => [entry.name, entry]));
		this.joint = entities.filter((entry) => entry.members !== undefined);
		const numbers = new Map<string, number>();
		const weights: number[] = [];
		const wordings: Wording[][] = [];
		const number = (term: string): number => {
			let known = numbers.get(term);
			if (known === undefined) {
				known = numbers.size;
				numbers.set(term, known);
				weights.push(weightOf(term));
				wordings.push([]);
				this.insert(term).term = known;
			}
			return known;
		};
		for (const measure of measures) {
			for (const phrase of measure.when) {
				const slots = phrase
					.split(" + ")
					.map((slot) => new Set(slot.split("|").flatMap((term) => variants(term.trim()).map(number))));
				const wording: Wording = { measure, slots };
				for (const term of new Set(slots.flatMap((slot) => [...slot]))) {
					wordings[term]?.push(wording);
				}
			}
		}
		for (const entity of entities) {
			for (const alias of [entity.name, ...entity.aliases]) {
				this.insert(foldForSearch(alias).text).entity = entity;
			}
		}
		this.weights = weights;
		this.wordingsOfTerm = wordings;
	}

	/** The names in a text. The longest name at a place wins; names do not overlap, terms of measures may. */
	scan(original: string): Mentions {
		const { text, source } = foldForSearch(original);
		const terms: TermHit[] = [];
		const entities: EntityMention[] = [];
		let entityEnd = 0;
		for (let start = 0; start < text.length; start += 1) {
			const first = text.charCodeAt(start);
			let node = this.root.next.get(first);
			if (!node || (isLatin(first) && start > 0 && isLatin(text.charCodeAt(start - 1)))) {
				continue;
			}
			let entity: EntityEntry | null = null;
			let end = start;
			for (let i = start + 1; node; i += 1) {
				if (node.term >= 0 && endsWell(text, i, longestEnding)) {
					terms.push({ term: node.term, ...source(start, i) });
				}
				if (node.entity && endsWell(text, i, 0)) {
					entity = node.entity;
					end = i;
				}
				node = i < text.length ? node.next.get(text.charCodeAt(i)) : undefined;
			}
			// A name in brackets behind a name, 마이뱅크(MYbank), is the same one again.
			const repeats = entityEnd > 0 && /^\s?[（(]\s?$/.test(text.slice(entityEnd, start));
			if (entity && start >= entityEnd && !repeats) {
				entities.push({ entity: entity.name, self: false, ...source(start, end) });
				entityEnd = end;
			}
		}
		const named = [...entities, ...findOrganisations(original, entities)];
		return { terms, entities: [...named, ...findSelfReferences(original, named)].sort((a, b) => a.start - b.start) };
	}

	/** The measures of which a wording is complete among some terms. */
	measuresIn(terms: readonly { readonly term: number }[]): string[] {
		const there = new Set(terms.map(({ term }) => term));
		const found = new Set<string>();
		for (const term of there) {
			for (const { measure, slots } of this.wordingsOfTerm[term] ?? []) {
				if (!found.has(measure.id) && slots.every((slot) => [...slot].some((option) => there.has(option)))) {
					found.add(measure.id);
				}
			}
		}
		return [...found].sort();
	}

	/** Whether one is the other, or a product, unit or group of it. */
	related(a: string, b: string): boolean {
		return a !== b && (this.isPartOf(a, b) || this.isPartOf(b, a) || this.isMemberOf(a, b) || this.isMemberOf(b, a));
	}

	/** Two products or units of one organisation. */
	areSisters(a: string, b: string): boolean {
		const whole = this.entities.get(a)?.partOf;
		return a !== b && whole !== undefined && this.entities.get(b)?.partOf === whole;
	}

	/** The entity that two others are together; "" for none. */
	jointOf(a: string, b: string): string {
		for (const { name, members } of a === b ? [] : this.joint) {
			if (members?.includes(a) && members.includes(b)) {
				return name;
			}
		}
		return "";
	}

	/** Whether an entity is several together, and the other is one of them. */
	isMemberOf(one: string, several: string): boolean {
		return this.entities.get(several)?.members?.includes(one) ?? false;
	}

	isPartOf(part: string, whole: string): boolean {
		for (let entry = this.entities.get(part); entry?.partOf; entry = this.entities.get(entry.partOf)) {
			if (entry.partOf === whole) {
				return true;
			}
		}
		return false;
	}

	private insert(term: string): TrieNode {
		let node = this.root;
		for (let i = 0; i < term.length; i += 1) {
			const code = term.charCodeAt(i);
			let next = node.next.get(code);
			if (!next) {
				next = { next: new Map(), term: -1, entity: null };
				node.next.set(code, next);
			}
			node = next;
		}
		return node;
	}
}

/** A Chinese term and what it is in the words of Taiwan and Hong Kong. */
function variants(term: string): string[] {
	const found = [term];
	for (const [mainland, ...regional] of regionalWords) {
		if (term.includes(mainland)) {
			found.push(...regional.map((word) => term.replace(mainland, word)));
		}
	}
	return found;
}

let shared: Glossary | undefined;

/** The glossary that comes with the product. */
export function standardGlossary(): Glossary {
	shared ??= new Glossary(knownMeasures, knownEntities);
	return shared;
}

/** Folded and in lower case, with a way back to the original's offsets. */
function foldForSearch(original: string): { text: string; source: (start: number, end: number) => Span } {
	const folded = fold(original);
	const lower = folded.text.toLowerCase();
	return {
		// A letter whose lower case is longer (İ) would shift every offset behind it.
		text: lower.length === folded.text.length ? lower : folded.text,
		source: (start, end) => folded.offsets.span({ start, end }),
	};
}

function endsWell(text: string, end: number, ending: number): boolean {
	if (!isLatin(text.charCodeAt(end - 1))) {
		return true;
	}
	let rest = 0;
	while (end + rest < text.length && isLatin(text.charCodeAt(end + rest))) {
		rest += 1;
		if (rest > ending) {
			return false;
		}
	}
	return true;
}

/** A Chinese character says about as much as three Latin letters, a Korean syllable a little less. */
function weightOf(term: string): number {
	let weight = 0;
	for (const character of term) {
		const code = character.codePointAt(0) ?? 0;
		weight += code >= 0xac00 && code <= 0xd7a3 ? 1.5 : code >= 0x2e80 ? 2 : character === " " ? 0 : 0.6;
	}
	return weight;
}

const selfPattern = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${selfReferences
		.filter((word) => /^[a-z]/i.test(word))
		.map((word) => (/^[a-z]/.test(word) ? `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}` : word))
		.join("|")})(?![\\p{L}\\p{N}$])`,
	"gu",
);
const selfPatternHan = new RegExp(selfReferences.filter((word) => !/^[a-z]/i.test(word)).join("|"), "g");

function findSelfReferences(text: string, named: readonly Span[]): EntityMention[] {
	const found: EntityMention[] = [];
	for (const pattern of [selfPattern, selfPatternHan]) {
		for (const match of text.matchAll(pattern)) {
			const span = { start: match.index, end: match.index + match[0].length };
			// 公司 or 그룹 inside a longer word (上市公司, 앤트그룹) is not the speaker.
			const before = text.charCodeAt(span.start - 1);
			const han = pattern === selfPatternHan;
			const glued =
				han &&
				/^(公司|集团|그룹|회사|우리)$/.test(match[0]) &&
				before >= 0x2e80 &&
				!/[，。、；：“”（）]/.test(text[span.start - 1] ?? "");
			if (!glued && !named.some((entity) => entity.start < span.end && span.start < entity.end)) {
				found.push({ ...span, entity: "", self: true });
			}
		}
	}
	return found;
}

// An organisation that the glossary does not know is known by its name as printed, so that its figures are never taken for
// another's. Precision first: only forms that cannot well be anything else.
const organisationPatterns: readonly RegExp[] = [
	// "Ping An Bank", "Acme Holdings Ltd": capitalised words that end in a word for an organisation.
	/(?<![\p{L}\p{N}])((?:[A-Z][\p{L}&'-]{0,30} ){1,4}(?:Group|Bank|Corporation|Corp|Inc|Ltd|Limited|Holdings|Company|plc|PLC|AG|SE|Insurance|Foundation|Securities))(?![\p{L}\p{N}])/gu,
	// "In 2022, Tencent donated …": a capitalised name in subject position inside a sentence.
	/(?<=, )([A-Z][\p{L}&-]{2,30}(?: [A-Z][\p{L}&-]{1,30}){0,3})(?= (?:also |has |have |had )?(?:donated|invested|served|granted|reported|saved|cut|reduced|spent|gave|reached|covered|issued|emitted|employed|planted|contributed|aims|plans|pledged|targets)\b)/gu,
	// 平安银行2022年…: a name at the start of a sentence or clause that ends in a word for an organisation.
	/(?<=^|[。！？；，：\n“（])([\u4e00-\u9fff]{2,8}(?:集团|公司|银行|股份|保险|证券|控股))(?=[\d在于为的共累已将向与全通实投捐服截上去今，“（])/gu,
	// 삼성그룹은 …
	/(?<![\p{L}\p{N}])([\uac00-\ud7a3A-Z]{2,10}(?:그룹|은행|전자|증권|보험|카드|화학|건설|텔레콤|금융지주))(?=(?:은|는|이|가|의|도)?[ ,])/gu,
];
const notOrganisations =
	/^(The|Our|This|That|Each|In|At|By|For|And|A|An|Its|Their|All|State|Joint|City|Rural|Central|Green|Commercial|Listed)\b|^(该|本|其|各|上市|子|分|国有|民营|商业|合作|股份制|数字|中央|城市|农村|大型|国内|首家|作为|包括|成为|家|我|一家|多家|贵|地方|外资|中国人民)|(商业|国有|民营|合作|央|城商|农商|数字|上市|股份制|大型|政策性)银行$|^(국유|주식제|상장|시중|지방|중앙|도시상업|농촌상업|대형)/u;

function findOrganisations(text: string, known: readonly Span[]): EntityMention[] {
	const found: EntityMention[] = [];
	for (const pattern of organisationPatterns) {
		for (const match of text.matchAll(pattern)) {
			const name = match[1] ?? "";
			const start = match.index + match[0].indexOf(name);
			const span = { start, end: start + name.length };
			if (
				!notOrganisations.test(name) &&
				![...known, ...found].some((other) => other.start < span.end && span.start < other.end)
			) {
				found.push({ ...span, entity: name, self: false });
			}
		}
	}
	return found;
}
