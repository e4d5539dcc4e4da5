/**
 * What a person says of a source that cannot say it itself: `<file>.yaml` beside it, or its entry in the folder's
 * `sources.yaml`. Both are mappings with the keys of front matter:
 *
 * ```yaml
 * # sources.yaml
 * interview.txt:
 *   key: webank-2023
 *   title: Interview with the chief financial officer
 *   publisher: Sustainable Development Review
 *   published: 2023-06-29
 * ```
 */
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { parse, YAMLParseError } from "yaml";
import type { Language } from "../core/model.ts";
import { findDate } from "./dates.ts";
import { type SourceProblem, sourceProblem } from "./problems.ts";

/** What is known of a source besides its text. */
export interface SourceMetadata {
	readonly key?: string;
	readonly title?: string;
	readonly publisher?: string;
	readonly author?: string;
	/** ISO date. */
	readonly published?: string;
	readonly language?: Language;
	readonly url?: string;
	/** Whose figures the source gives. */
	readonly entity?: string;
	readonly reportingPeriod?: string;
}

export interface Sidecar {
	readonly metadata: SourceMetadata;
	readonly problems: readonly SourceProblem[];
	/** Everything that was read, to tell whether it has changed; "" for nothing. */
	readonly text: string;
}

const folderFile = /(?:^|\/)sources\.ya?ml$/i;

/** Whether a file only describes sources: `sources.yaml`, or a source's name with `.yaml` behind it. */
export function isSidecar(file: string): boolean {
	return folderFile.test(file) || /\.[^./]+\.ya?ml$/i.test(file);
}

const languages: Readonly<Record<string, Language>> = {
	en: "en",
	zh: "zh-Hans",
	"zh-cn": "zh-Hans",
	"zh-hans": "zh-Hans",
	"zh-sg": "zh-Hans",
	"zh-tw": "zh-Hant",
	"zh-hk": "zh-Hant",
	"zh-hant": "zh-Hant",
	ko: "ko",
	"ko-kr": "ko",
};

/** Reads what is said of `file`; what stands in the file's own sidecar goes before what the folder's says. */
export async function readSidecar(file: string): Promise<Sidecar> {
	const own = await readFirst([`${file}.yaml`, `${file}.yml`]);
	const folder = await readFirst(["sources.yaml", "sources.yml"].map((name) => posix.join(posix.dirname(file), name)));
	const problems: SourceProblem[] = [];
	const read = (found: typeof own, entry: string | null): SourceMetadata => {
		if (!found) {
			return {};
		}
		const report = (detail: string): void => {
			problems.push(sourceProblem("bad-metadata", found.path, detail));
		};
		const mapping = readMapping(found.text, report);
		if (entry === null) {
			return readMetadata(mapping, report);
		}
		const inner = mapping[entry];
		if (inner === undefined) {
			return {};
		}
		if (!isMapping(inner)) {
			report(`\`${entry}\` is not a mapping`);
			return {};
		}
		return readMetadata(inner, report);
	};
	const metadata = { ...read(folder, posix.basename(file)), ...read(own, null) };
	return { metadata, problems, text: [folder?.text ?? "", own?.text ?? ""].join("\0").replace(/^\0$/, "") };
}

async function readFirst(paths: readonly string[]): Promise<{ readonly path: string; readonly text: string } | null> {
	for (const path of paths) {
		const text = await readFile(path, "utf8").catch(() => null);
		if (text !== null) {
			return { path, text };
		}
	}
	return null;
}

function readMapping(text: string, report: (detail: string) => void): Record<string, unknown> {
	try {
		const value: unknown = parse(text, { logLevel: "error" });
		if (isMapping(value)) {
			return value;
		}
		if (value !== null) {
			report("it is not a mapping");
		}
	} catch (error) {
		const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
		report(line === undefined ? "it is not YAML" : `it is not YAML at line ${line}`);
	}
	return {};
}

function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readMetadata(mapping: Record<string, unknown>, report: (detail: string) => void): SourceMetadata {
	const metadata: { -readonly [K in keyof SourceMetadata]: SourceMetadata[K] } = {};
	for (const [name, value] of Object.entries(mapping)) {
		if (typeof value !== "string" && typeof value !== "number") {
			report(`\`${name}\` is not text`);
			continue;
		}
		const text = `${value}`.trim();
		if (name === "key" || name === "title" || name === "publisher" || name === "author" || name === "url" || name === "entity") {
			metadata[name] = text;
		} else if (name === "reporting-period") {
			metadata.reportingPeriod = text;
		} else if (name === "published") {
			const date = findDate(text)?.date;
			if (date === undefined) {
				report("`published` is not a date like 2023-06-29");
			} else {
				metadata.published = date;
			}
		} else if (name === "language") {
			const language = languages[text.toLowerCase()];
			if (language === undefined) {
				report("`language` is none of en, zh-Hans, zh-Hant, ko");
			} else {
				metadata.language = language;
			}
		} else {
			report(`\`${name}\` is not known`);
		}
	}
	return metadata;
}
