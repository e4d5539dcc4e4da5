/**
 * What a workspace adds to the glossary, in `.tickmark/glossary.yaml`:
 *
 * ```yaml
 * measures:
 *   meals_delivered:          # a measure of our own
 *     names:
 *       en: [meals delivered, meal + deliver]
 *       zh: 送餐数量
 *     kind: flow
 *     unit: meals
 *   research_spending:        # one that Tickmark knows: further names
 *     names: [frontier outlay]
 * entities:
 *   Harvest Loan:
 *     names: [丰收贷]
 *     part-of: WeBank
 * ```
 */
import { isMap, isScalar, isSeq } from "yaml";
import {
	type EntityEntry,
	kindredUnits,
	entities as knownEntities,
	measures as knownMeasures,
	type MeasureEntry,
	selfReferences,
} from "../../../data/glossary.ts";
import { Glossary, standardGlossary } from "../claims/glossary.ts";
import { findUnit } from "../figures/units.ts";
import type { ClaimKind, Language, MessageLanguage } from "../model.ts";
import { oncePer } from "../oncePer.ts";
import { nearest } from "../text/editDistance.ts";
import { fold } from "../text/fold.ts";
import { detectLanguage } from "../text/language.ts";
import { unitOf } from "./unitOf.ts";
import { type Entry, type FileProblem, type Value, YamlFile } from "./yamlFile.ts";

export interface WorkspaceGlossary {
	/** The product's glossary with what the workspace adds. */
	readonly glossary: Glossary;
	/** Stands for what is added: the same text for the same additions, "" for none. */
	readonly additions: string;
	readonly problems: readonly FileProblem[];
}

export const noAdditions: WorkspaceGlossary = { glossary: standardGlossary(), additions: "", problems: [] };

/** The sections and keys of the file; the JSON schema is made from them. */
export const glossarySections = ["measures", "entities"] as const;
export const measureKeys = ["names", "kind", "unit", "part-of"] as const;
export const entityKeys = ["names", "part-of"] as const;
export const nameLanguages = ["en", "zh", "zh-Hans", "zh-Hant", "ko"] as const;
export const measureKinds = ["flow", "stock", "ratio", "count", "cumulative"] as const satisfies readonly ClaimKind[];
export const measureIdPattern = /^[a-z][a-z0-9_]*$/;
/** Words that stand for any unit of their kind. */
export const unitFamilies: Readonly<Record<string, string>> = { money: "money", count: "count", percent: "percent" };

/** Reads the file. What is wrong in it is left out and said; the rest counts. */
export function readWorkspaceGlossary(text: string): WorkspaceGlossary {
	return new Reader(text).read();
}

/** Whose names "we" and 本行 are. */
const speakers = "we / 我们 / 우리";

/** Whose name it is: a measure's id, an entity's name; null for nobody's. A name can mean one thing only. */
export function nameOwner(glossary: Glossary, name: string): string | null {
	return ownersOf(glossary).get(foldName(name)) ?? null;
}

const ownersOf = oncePer((glossary: Glossary): ReadonlyMap<string, string> => {
	const owners = new Map<string, string>();
	for (const { id, when } of glossary.measures.values()) {
		for (const term of when.filter((wording) => !wording.includes(" + ")).flatMap((wording) => wording.split("|"))) {
			owners.set(foldName(term), owners.get(foldName(term)) ?? id);
		}
	}
	for (const { name, aliases } of glossary.entities.values()) {
		for (const alias of [name, ...aliases]) {
			owners.set(foldName(alias), name);
		}
	}
	for (const word of selfReferences) {
		owners.set(foldName(word), speakers);
	}
	return owners;
});

/** A name as it is compared: folded, in lower case. */
export function foldName(name: string): string {
	return fold(name.trim()).text.toLowerCase().replace(/\s+/g, " ");
}

interface OwnMeasure {
	readonly entry: MeasureEntry;
	readonly wholeName: Entry | null;
}

class Reader {
	private readonly file: YamlFile;
	/** Who has a name, by the name as it is compared: a measure's id or an entity's name. */
	private readonly owners = new Map(ownersOf(standardGlossary()));
	private readonly knownMeasures = new Map(knownMeasures.map((entry) => [entry.id, entry]));
	private readonly knownEntities = new Map(knownEntities.map((entry) => [entry.name, entry]));

	constructor(text: string) {
		this.file = new YamlFile(text);
	}

	read(): WorkspaceGlossary {
		const { file } = this;
		const sections = file.root ? file.fields(file.root, "glossary.yaml", glossarySections) : {};
		const measures = sections.measures ? file.entries(sections.measures, "measures") : [];
		const entities = sections.entities ? file.entries(sections.entities, "entities") : [];
		const addedMeasures = new Map<string, OwnMeasure>();
		for (const entry of measures) {
			const measure = this.measure(entry);
			if (measure) {
				addedMeasures.set(measure.entry.id, measure);
			}
		}
		const addedEntities = new Map<string, { entry: EntityEntry; wholeName: Entry | null }>();
		for (const entry of entities) {
			const entity = this.entity(entry);
			addedEntities.set(entity.entry.name, entity);
		}
		const ownMeasures = this.withWholes(
			"measures",
			[...addedMeasures.values()].map(({ entry, wholeName }) => ({ entry, key: entry.id, wholeName })),
			(name) => (this.knownMeasures.has(name) || addedMeasures.has(name) ? name : (this.owners.get(foldName(name)) ?? null)),
			(id) => this.knownMeasures.get(id)?.parent,
			(entry, parent) => ({ ...entry, parent }),
		);
		const ownEntities = this.withWholes(
			"entities",
			[...addedEntities.values()].map(({ entry, wholeName }) => ({ entry, key: entry.name, wholeName })),
			(name) => (this.knownEntities.has(name) || addedEntities.has(name) ? name : (this.owners.get(foldName(name)) ?? null)),
			(name) => this.knownEntities.get(name)?.partOf,
			(entry, partOf) => ({ ...entry, partOf }),
		);
		if (ownMeasures.length + ownEntities.length === 0) {
			return { ...noAdditions, problems: file.problems };
		}
		const replaced = new Map(ownMeasures.map((entry) => [entry.id, entry]));
		const replacedEntities = new Map(ownEntities.map((entry) => [entry.name, entry]));
		return {
			glossary: new Glossary(
				[...knownMeasures.filter(({ id }) => !replaced.has(id)), ...ownMeasures],
				[...knownEntities.filter(({ name }) => !replacedEntities.has(name)), ...ownEntities],
			),
			additions: JSON.stringify([ownMeasures, ownEntities]),
			problems: file.problems,
		};
	}

	private measure(entry: Entry): OwnMeasure | null {
		const { file } = this;
		const { key: id } = entry;
		if (!measureIdPattern.test(id)) {
			file.report("bad-id", entry.keySpan, { name: id, guess: idLike(id) });
			return null;
		}
		const known = this.knownMeasures.get(id);
		const before = file.problems.length;
		const fields = this.shorthand(entry, measureKeys);
		const names = this.names(fields.names ?? entry, fields.names !== undefined || fields.short, id, entry, before);
		if (known) {
			for (const key of ["kind", "unit", "part-of"] as const) {
				const field = fields[key];
				if (field) {
					file.report("not-own", field.keySpan, { name: key, what: id });
				}
			}
			return names.length === 0
				? null
				: { entry: { ...known, when: [...known.when, ...names.map(({ wording }) => wording)] }, wholeName: null };
		}
		if (names.length === 0) {
			return null;
		}
		const unit = this.unit(fields.unit, id);
		const kind = this.oneOf(fields.kind, measureKinds, `measures.${id}.kind`) ?? kindOf(unit.dimensions);
		return {
			entry: {
				id,
				label: labelOf(id, names),
				kind,
				...unit,
				when: names.map(({ wording }) => wording),
			},
			wholeName: fields["part-of"] ?? null,
		};
	}

	private entity(entry: Entry): { entry: EntityEntry; wholeName: Entry | null } {
		const fields = this.shorthand(entry, entityKeys);
		// By any of its names: whoever writes 网商银行 means the bank that the product calls MYbank.
		const owner = this.owners.get(foldName(entry.key));
		const known = owner === undefined ? undefined : this.knownEntities.get(owner);
		const name = known?.name ?? entry.key;
		if (!known) {
			if (owner !== undefined) {
				this.file.report("clash", entry.keySpan, { name: entry.key, owner });
			}
			this.owners.set(foldName(name), name);
		}
		const names = this.names(fields.names ?? entry, fields.names !== undefined || fields.short, name, null, 0);
		if (known && fields["part-of"]) {
			this.file.report("not-own", fields["part-of"].keySpan, { name: "part-of", what: name });
		}
		const aliases = [...(known?.aliases ?? []), ...names.map((one) => one.name)];
		return {
			entry: { ...(known ?? { name }), aliases },
			wholeName: known ? null : (fields["part-of"] ?? null),
		};
	}

	/** An entry's fields; `short` where it holds its names only, as a text or a list. */
	private shorthand<Key extends string>(entry: Entry, keys: readonly Key[]): Partial<Record<Key, Entry>> & { short: boolean } {
		const { node } = entry;
		if (node === null || isScalar(node) || isSeq(node)) {
			return { short: node !== null } as Partial<Record<Key, Entry>> & { short: boolean };
		}
		return { ...this.file.fields(entry, `${keys.length > 2 ? "measures" : "entities"}.${entry.key}`, keys), short: false };
	}

	/**
	 * The names of a measure or an entity: a text, a list, or either of them by language.
	 * @param measure the entry of a measure, which needs names; null for an entity, which has one already
	 * @param before how many problems there were before the entry: where there are more by now, they say why it has no names
	 */
	private names(value: Value, given: boolean, owner: string, measure: Entry | null, before: number): Name[] {
		const { file } = this;
		const path = `${measure ? "measures" : "entities"}.${owner}`;
		const what = `${path}.names`;
		const found: Name[] = [];
		const take = (one: Value, language: Language | null): void => {
			const text = file.textOf(one, what);
			const name = text === null || text === "" ? null : this.name(text, one, owner, language, measure !== null);
			if (name) {
				found.push(name);
			}
		};
		const takeAll = (some: Value, language: Language | null): void => {
			if (isSeq(some.node)) {
				for (const item of file.items(some, what)) {
					take(item, language);
				}
			} else {
				take(some, language);
			}
		};
		if (given && isMap(value.node)) {
			const byLanguage = file.fields(value, what, nameLanguages);
			for (const key of nameLanguages) {
				const some = byLanguage[key];
				if (some) {
					takeAll(some, key === "zh" ? "zh-Hans" : key);
				}
			}
		} else if (given) {
			takeAll(value, null);
		}
		if (measure && found.length === 0 && file.problems.length === before) {
			file.report("nameless", measure.keySpan, { what: path });
		}
		return found;
	}

	private name(text: string, at: Value, owner: string, given: Language | null, measure: boolean): Name | null {
		const language = given ?? detectLanguage(text);
		const folded = foldName(text);
		const other = this.owners.get(folded);
		if (other === owner) {
			this.file.report("known-name", at.span, { name: text, owner });
			return null;
		}
		if (other !== undefined) {
			this.file.report("clash", at.span, { name: text, owner: other });
			return null;
		}
		const terms = measure ? text.split(/ \+ |\|/) : [text];
		for (const term of terms) {
			if (isTooShort(foldName(term))) {
				this.file.report("short-name", at.span, { name: text });
				return null;
			}
		}
		this.owners.set(folded, owner);
		return { name: text, language, wording: measure ? wordingOf(text) : folded };
	}

	private unit(field: Entry | undefined, id: string): Pick<MeasureEntry, "dimensions" | "units"> {
		const { file } = this;
		const values = field ? (isSeq(field.node) ? file.items(field, `measures.${id}.unit`) : [field]) : [];
		const dimensions = new Set<string>();
		const units = new Set<string>();
		let anything = false;
		for (const value of values) {
			const text = file.textOf(value, `measures.${id}.unit`);
			if (text === null || text === "") {
				continue;
			}
			const family = unitFamilies[text.toLowerCase()];
			const unit = family ? null : unitOf(text);
			const dimension = family ?? findUnit(unit ?? "")?.dimension ?? "count";
			dimensions.add(dimension.startsWith("money:") ? "money" : dimension.startsWith("count") ? "count" : dimension);
			if (dimension.startsWith("count") && unit) {
				units.add(unit);
				for (const set of kindredUnits.filter((one) => one.includes(unit))) {
					set.forEach((kin) => void units.add(kin));
				}
			} else if (family === "count") {
				anything = true;
			}
		}
		return { dimensions: [...dimensions], ...(units.size === 0 || anything ? {} : { units: [...units] }) };
	}

	private oneOf<Word extends string>(field: Entry | undefined, allowed: readonly Word[], what: string): Word | null {
		const text = this.file.textOf(field, what);
		if (field === undefined || text === null || text === "") {
			return null;
		}
		const found = allowed.find((word) => word === text);
		if (found === undefined) {
			const guess = nearest(text, allowed);
			this.file.report("bad-value", field.span, { name: text, what, allowed, ...(guess ? { guess } : {}) });
		}
		return found ?? null;
	}

	/** The entries with the wholes that they say they are parts of, where those are known and do not lead back. */
	private withWholes<T>(
		section: string,
		entries: readonly { readonly entry: T; readonly key: string; readonly wholeName: Entry | null }[],
		find: (name: string) => string | null,
		knownWhole: (key: string) => string | undefined,
		join: (entry: T, whole: string) => T,
	): T[] {
		const wholes = new Map<string, string>();
		const result: T[] = [];
		for (const { entry, key, wholeName } of entries) {
			const name = wholeName ? this.file.textOf(wholeName, `${section}.${key}.part-of`) : "";
			if (!wholeName || !name) {
				result.push(entry);
				continue;
			}
			const whole = find(name);
			if (whole === null) {
				this.file.report("unknown-whole", wholeName.span, { name, what: `${section}.${key}` });
				result.push(entry);
				continue;
			}
			let above: string | undefined = whole;
			for (let steps = 0; above !== undefined && above !== key && steps <= entries.length + 10; steps += 1) {
				above = wholes.get(above) ?? knownWhole(above);
			}
			if (above === key) {
				this.file.report("own-part", wholeName.span, { name: key });
				result.push(entry);
				continue;
			}
			wholes.set(key, whole);
			result.push(join(entry, whole));
		}
		return result;
	}
}

interface Name {
	readonly name: string;
	readonly language: Language;
	/** As the glossary's tables write it. */
	readonly wording: string;
}

/** A Chinese or Korean character says what takes several Latin letters. */
function isTooShort(name: string): boolean {
	const letters = [...name].filter((character) => /[\p{L}\p{N}]/u.test(character));
	const wide = letters.filter((character) => (character.codePointAt(0) ?? 0) >= 0x2e80).length;
	return letters.every((character) => /\p{N}/u.test(character)) || 2 * wide + (letters.length - wide) < 3;
}

/** The plural's s is left out: terms are found with short endings. */
function wordingOf(name: string): string {
	return name
		.split(" + ")
		.map((slot) =>
			slot
				.split("|")
				.map((term) => foldName(term).replace(/(?<=[a-z]{3})(?<!s)s$/, ""))
				.join("|"),
		)
		.join(" + ");
}

function labelOf(id: string, names: readonly Name[]): MeasureEntry["label"] {
	const plain = names.filter(({ name }) => !/ \+ |\|/.test(name));
	const base = ({ language }: Name): MessageLanguage => (language === "en" || language === "ko" ? language : "zh");
	const any = plain[0]?.name ?? id.replaceAll("_", " ");
	const of = (language: MessageLanguage): string => plain.find((one) => base(one) === language)?.name ?? any;
	return { en: of("en"), zh: of("zh"), ko: of("ko") };
}

function kindOf(dimensions: readonly string[]): ClaimKind {
	const [dimension] = dimensions;
	return dimension === "percent" || dimension === "ratio" || dimension?.includes("/")
		? "ratio"
		: dimension === "count"
			? "count"
			: "flow";
}

/** "Meals delivered" -> "meals_delivered". */
function idLike(text: string): string {
	const id = text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^[_0-9]+|_+$/g, "");
	return id === "" ? "our_measure" : id;
}
