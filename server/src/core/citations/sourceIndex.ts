/** Finds the sources of a claims database by whatever names them in a draft: key, address, file, hash, title, publisher and date. */
import { leadWords, unknownNames } from "../../../data/citations.ts";
import type { Source } from "../model.ts";
import { isWhole, lettersAndDigits, plainWords } from "./names.ts";
import type { Remark } from "./readCitations.ts";

/** So much of a title is looked up; what follows is compared. */
const gram = 6;
/** Shorter titles ("ESG", "Report") say too little to name a source. */
const shortestTitle = 12;
/** The same for titles in Chinese and Korean, of which a character says more. */
const shortestWideTitle = 8;
/** In a line that is about sources, a name of so few letters still names one. */
const shortestName = 2;

const none: readonly Source[] = [];

export class SourceIndex {
	readonly sources: readonly Source[];
	private readonly keys = new Map<string, Source>();
	private readonly addresses = new Map<string, Source[]>();
	private readonly files = new Map<string, Source[]>();
	private readonly hashes = new Map<string, Source[]>();
	private readonly titles = new Map<string, { readonly title: string; readonly source: Source }[]>();
	private readonly exactTitles = new Map<string, Source[]>();
	private readonly names = new Map<string, Source[]>();
	private readonly days = new Map<string, Source[]>();
	private readonly plainKeys = new Map<string, Source[]>();
	private longestName = 0;

	/** Time and memory are linear in the length of all titles. Own records are no documents that could be cited, and are left out. */
	constructor(sources: readonly Source[]) {
		this.sources = sources.filter((source) => source.own === undefined);
		for (const source of this.sources) {
			this.add(source);
		}
	}

	/** The source of a key, in whatever case the key is written. */
	byKey(key: string): Source | null {
		return this.keys.get(key.toLowerCase()) ?? null;
	}

	/** The sources at a URL, a DOI or a path, as a link writes it. */
	byTarget(target: string): readonly Source[] {
		const address = plainAddress(target);
		if (address !== null) {
			return this.addresses.get(address) ?? none;
		}
		const path = plainPath(target);
		const found = this.files.get(baseName(path)) ?? none;
		const whole = found.filter(({ file }) => endsPath(plainPath(file), path) || endsPath(path, plainPath(file)));
		return whole.length > 0 ? whole : found.length === 1 && !path.includes("/") ? found : none;
	}

	/** The sources of exactly this title. */
	byTitle(title: string): readonly Source[] {
		return this.exactTitles.get(plainWords(title)) ?? none;
	}

	/** The sources whose title the text holds. */
	titledIn(text: string): readonly Source[] {
		return this.titles.size === 0 ? none : this.titledInWords(plainWords(text));
	}

	/** The sources that brackets name by publisher or author and year, or by a key written out: "(Ant Group, 2022)". */
	inRemark({ inside, before }: Remark): readonly Source[] {
		const found = new Set<Source>();
		for (const part of inside.split(/[;；]/)) {
			const words = withoutLead(plainWords(part));
			const year = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(words)?.[1];
			if (year === undefined) {
				continue;
			}
			const at = words.indexOf(year);
			for (const source of this.plainKeys.get(words.slice(0, at + 4).replaceAll(" ", "")) ?? none) {
				found.add(source);
			}
			const name = words.slice(0, at).trim();
			const named = name === "" ? this.nameAtEnd(plainWords(before)) : (this.names.get(name) ?? none);
			for (const source of named) {
				if (source.published.startsWith(year)) {
					found.add(source);
				}
			}
		}
		return [...found];
	}

	/**
	 * The sources that a text about sources (a footnote, a line "Source: …") names.
	 * @param days the days that the text gives, as ISO dates
	 */
	inReference(text: string, targets: readonly string[], days: readonly string[]): readonly Source[] {
		const found = new Set<Source>();
		const addAll = (sources: readonly Source[]): void => {
			for (const source of sources) {
				found.add(source);
			}
		};
		for (const target of targets) {
			addAll(this.byTarget(target));
		}
		for (const [hash] of text.matchAll(/\b[0-9a-f]{12,64}\b/gi)) {
			const start = hash.toLowerCase();
			addAll((this.hashes.get(start.slice(0, 12)) ?? none).filter(({ sha256 }) => sha256.startsWith(start)));
		}
		for (const [doi] of text.matchAll(/\b10\.\d{4,9}\/[^\s,;，；。]{1,200}/g)) {
			addAll(this.byTarget(doi.replace(/[.)\]]+$/, "")));
		}
		for (const [key] of text.matchAll(/[A-Za-z0-9_][A-Za-z0-9_.:-]{2,200}/g)) {
			const source = this.byKey(key.replace(/[.:-]+$/, ""));
			if (source && /[^a-z]/i.test(source.key)) {
				found.add(source);
			}
		}
		const words = plainWords(text);
		addAll(this.titledInWords(words));
		if (found.size === 0) {
			addAll(this.namedIn(words, days));
		}
		return [...found];
	}

	/** By day and by name: each alone where it leaves one source, both together else. */
	private namedIn(words: string, days: readonly string[]): readonly Source[] {
		const named = this.namesIn(words);
		const years: ReadonlySet<string> = new Set(words.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
		const dated = days.flatMap((day) => this.days.get(day) ?? none);
		const both = dated.filter((source) => named.includes(source) || mentionsKey(words, source));
		if (both.length > 0) {
			return both;
		}
		const ofYear = named.filter(({ published }) => years.has(published.slice(0, 4)));
		if (ofYear.length > 0) {
			return ofYear;
		}
		if (years.size === 0 && named.length === 1) {
			return named;
		}
		return named.length === 0 && dated.length === 1 ? dated : none;
	}

	private namesIn(words: string): readonly Source[] {
		const found = new Set<Source>();
		for (const [name, sources] of this.names) {
			const at = words.indexOf(name);
			if (at >= 0 && isWhole(words, at, at + name.length)) {
				for (const source of sources) {
					found.add(source);
				}
			}
		}
		return [...found];
	}

	get hasNames(): boolean {
		return this.names.size > 0;
	}

	/** The sources of the publisher or author whose name, in plain words, begins at `start`; the longest name. */
	nameAtStart(words: string, start: number): readonly Source[] {
		for (let end = Math.min(words.length, start + this.longestName); end > start; end--) {
			const found = this.names.get(words.slice(start, end));
			if (found && isWhole(words, start, end)) {
				return found;
			}
		}
		return none;
	}

	/** The same for a name at the end. */
	nameAtEnd(words: string): readonly Source[] {
		for (let start = Math.max(0, words.length - this.longestName); start < words.length; start++) {
			const found = this.names.get(words.slice(start));
			if (found && isWhole(words, start, words.length)) {
				return found;
			}
		}
		return none;
	}

	private titledInWords(words: string): readonly Source[] {
		let found: Set<Source> | null = null;
		for (let at = 0; at + gram <= words.length; at++) {
			for (const { title, source } of this.titles.get(words.slice(at, at + gram)) ?? none2) {
				if (words.startsWith(title, at) && isWhole(words, at, at + title.length)) {
					found ??= new Set();
					found.add(source);
				}
			}
		}
		return found ? [...found] : none;
	}

	private add(source: Source): void {
		const { key, title, publisher, author, published, url, file, sha256 } = source;
		this.keys.set(key.toLowerCase(), this.keys.get(key.toLowerCase()) ?? source);
		put(this.plainKeys, lettersAndDigits(key), source);
		const address = url ? plainAddress(url) : null;
		if (address !== null) {
			put(this.addresses, address, source);
		}
		if (file !== "") {
			put(this.files, baseName(plainPath(file)), source);
		}
		if (sha256 !== "") {
			put(this.hashes, sha256.slice(0, 12).toLowerCase(), source);
		}
		const words = plainWords(title);
		if (words !== "") {
			put(this.exactTitles, words, source);
		}
		if (isTelling(words)) {
			put(this.titles, words.slice(0, gram), { title: words, source });
		}
		for (const name of [publisher, author ?? "", ...(author ?? "").split(/[,;，；、&]/)].map(plainWords)) {
			if (name.length >= shortestName && !unknown.has(name)) {
				put(this.names, name, source);
				this.longestName = Math.max(this.longestName, name.length);
			}
		}
		if (published !== "") {
			put(this.days, published, source);
		}
	}
}

const none2: readonly never[] = [];
const unknown: ReadonlySet<string> = new Set(unknownNames.map(plainWords));
const lead = new RegExp(`^(?:${leadWords.join("|")}) `);

/** Whether a publisher or author says that nobody is known. */
export function isUnknownName(name: string): boolean {
	return name === "" || unknown.has(plainWords(name));
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
	const known = map.get(key);
	if (!known) {
		map.set(key, [value]);
	} else if (!known.includes(value)) {
		known.push(value);
	}
}

function withoutLead(words: string): string {
	return words.replace(lead, "");
}

function isTelling(title: string): boolean {
	const isWide = /[\u3400-\u9fff\uac00-\ud7af]/.test(title);
	return title.length >= (isWide ? shortestWideTitle : shortestTitle);
}

/** Whether a text names a source as its key does: "WeBank" for webank-2023. */
function mentionsKey(words: string, { key }: Source): boolean {
	return plainWords(key)
		.split(" ")
		.some((part) => {
			const at = /\p{L}{3}/u.test(part) ? words.indexOf(part) : -1;
			return at >= 0 && isWhole(words, at, at + part.length);
		});
}

/** A URL or DOI without what two links to one page may differ in; null for what is neither. */
export function plainAddress(target: string): string | null {
	const doi = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(target.trim())?.[1];
	if (doi !== undefined) {
		return `doi:${decoded(doi).toLowerCase()}`;
	}
	const found = /^(?:https?:)?(?:\/\/)?((?:www\.)?[^\s/?#]+\.[^\s/?#]+)([^\s#]*)/i.exec(target.trim());
	if (!found || !/^(?:https?:)?\/\/|^www\./i.test(target.trim())) {
		return null;
	}
	const [, host = "", rest = ""] = found;
	const query = rest.replace(/(?<=[?&])utm_[^&]*&?/g, "").replace(/[?&]$/, "");
	return `${host.toLowerCase().replace(/^www\.|:(?:80|443)$/g, "")}${decoded(query).replace(/\/$/, "")}`;
}

function plainPath(target: string): string {
	return decoded(target.replace(/[?#].*$/, ""))
		.replaceAll("\\", "/")
		.replace(/^file:\/\/\/?/i, "")
		.replace(/^(?:\.{1,2}\/)+/, "")
		.toLowerCase();
}

function baseName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether a path ends with another, at a folder's border. */
function endsPath(path: string, end: string): boolean {
	return end.includes("/") && (path === end || path.endsWith(`/${end}`));
}

function decoded(text: string): string {
	try {
		return text.includes("%") ? decodeURIComponent(text) : text;
	} catch {
		return text;
	}
}
