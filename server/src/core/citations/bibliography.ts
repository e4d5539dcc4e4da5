/** Bibliographies: what `[@key]` names. CSL in JSON and YAML, as Pandoc and reference managers write it, and BibTeX. */
import { type Document, isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type { MessageLanguage } from "../model.ts";
import { isoOf } from "./issued.ts";
import { BibtexError, readBibtex } from "./readBibtex.ts";

/** One work of a bibliography. Texts are "" where it says nothing. */
export interface BibliographyEntry {
	readonly key: string;
	readonly title: string;
	readonly author: string;
	/** Year, or ISO date as far as it is known: "2023", "2023-06", "2023-06-29". */
	readonly issued: string;
	readonly publisher: string;
	readonly url: string;
	readonly doi: string;
	/** 0-based line in the file where the entry, or its key, begins; 0 for entries of a front matter. */
	readonly line: number;
}

/** A bibliography file, read; or what is wrong with it. */
export interface BibliographyFile {
	/** As the front matter or the settings write it. */
	readonly name: string;
	/** Absolute path or URI, for links; "" where there is none. */
	readonly path: string;
	readonly entries: readonly BibliographyEntry[];
	/** What is wrong with the whole file: then it has no entries, and nobody knows which keys it defines. */
	readonly problem: Readonly<Record<MessageLanguage, string>> | null;
}

/** Beyond this size, in bytes, a bibliography is not read. */
export const largestBibliography = 16 * 1024 * 1024;

/** Reads the text of a bibliography file; its format is that of its name's ending, JSON else YAML for an unknown one. Never throws. */
export function readBibliography(text: string, name: string, path: string): BibliographyFile {
	const file = (entries: readonly BibliographyEntry[]): BibliographyFile => ({ name, path, entries, problem: null });
	const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
	try {
		if (/\.(?:bib|bibtex|biblatex)$/i.test(name)) {
			return file(readBibtex(body));
		}
		return file(/\.(?:ya?ml|md)$/i.test(name) ? readCslYaml(body) : readCslJson(body));
	} catch (error) {
		if (error instanceof BibliographyFault || error instanceof BibtexError) {
			return brokenBibliography(name, path, error instanceof BibtexError ? faults.bibtex(error) : error.reason);
		}
		throw error;
	}
}

/** A file that cannot be used, with the reason in words that follow "cannot be read:". */
export function brokenBibliography(name: string, path: string, reason: Reason): BibliographyFile {
	return {
		name,
		path,
		entries: [],
		problem: {
			en: `The bibliography ${name} cannot be read: ${reason.en} Until then none of its keys is known and [@…] citations are not checked.`,
			zh: `无法读取参考文献文件 ${name}：${reason.zh}在此之前其中的键均视为未知，[@…] 引用不作检查。`,
			ko: `참고문헌 파일 ${name}을(를) 읽을 수 없습니다: ${reason.ko} 그때까지 이 파일의 키를 알 수 없어 [@…] 인용을 확인하지 않습니다.`,
		},
	};
}

type Reason = Readonly<Record<MessageLanguage, string>>;

/** What can be wrong with a bibliography file, with what to do about it. */
export const faults = {
	missing: {
		en: "there is no such file. Correct its path, which starts from the draft's folder.",
		zh: "没有这个文件。请更正路径（以草稿所在文件夹为起点）。",
		ko: "파일이 없습니다. 초안이 있는 폴더를 기준으로 경로를 고치세요.",
	} satisfies Reason,
	unplaced: {
		en: "the draft has not been saved, so a relative path leads nowhere. Save the draft.",
		zh: "草稿尚未保存，无法解析相对路径。请先保存草稿。",
		ko: "초안이 저장되지 않아 상대 경로를 찾을 수 없습니다. 초안을 저장하세요.",
	} satisfies Reason,
	remote: {
		en: "it is an address on the network, and Tickmark reads nothing from there. Name a local copy.",
		zh: "这是网络地址，Tickmark 不从网络读取内容。请改用本地副本。",
		ko: "네트워크 주소이며 Tickmark는 네트워크에서 읽지 않습니다. 내려받은 파일을 지정하세요.",
	} satisfies Reason,
	unreadable: (code: string): Reason => ({
		en: `the file cannot be opened (${code}). Check its permissions.`,
		zh: `文件打不开（${code}）。请检查权限。`,
		ko: `파일을 열 수 없습니다(${code}). 권한을 확인하세요.`,
	}),
	tooLarge: {
		en: `it is larger than ${largestBibliography / 2 ** 20} MB. Name a smaller one with the works that are cited.`,
		zh: `文件超过 ${largestBibliography / 2 ** 20} MB。请改用只含所引文献的较小文件。`,
		ko: `${largestBibliography / 2 ** 20}MB보다 큽니다. 인용한 문헌만 담은 더 작은 파일을 지정하세요.`,
	} satisfies Reason,
	notText: {
		en: "it is no text. Save it as UTF-8.",
		zh: "文件不是文本。请另存为 UTF-8。",
		ko: "텍스트가 아닙니다. UTF-8로 저장하세요.",
	} satisfies Reason,
	notJson: (line: number): Reason => ({
		en: `it is not valid JSON${line > 0 ? ` (line ${line})` : ""}. Export it again as CSL-JSON, or name a .bib or .yaml file.`,
		zh: `JSON 格式有误${line > 0 ? `（第 ${line} 行）` : ""}。请重新导出为 CSL-JSON，或改用 .bib、.yaml 文件。`,
		ko: `올바른 JSON이 아닙니다${line > 0 ? `(${line}행)` : ""}. CSL-JSON으로 다시 내보내거나 .bib, .yaml 파일을 지정하세요.`,
	}),
	notYaml: (line: number): Reason => ({
		en: `it is not valid YAML (line ${line}). Correct that line.`,
		zh: `YAML 格式有误（第 ${line} 行）。请更正该行。`,
		ko: `올바른 YAML이 아닙니다(${line}행). 그 행을 고치세요.`,
	}),
	notCsl: {
		en: "it holds no list of references. Export it as CSL-JSON, CSL-YAML or BibTeX.",
		zh: "其中没有参考文献列表。请导出为 CSL-JSON、CSL-YAML 或 BibTeX。",
		ko: "참고문헌 목록이 없습니다. CSL-JSON, CSL-YAML 또는 BibTeX로 내보내세요.",
	} satisfies Reason,
	bibtex: ({ line }: BibtexError): Reason => ({
		en: `the BibTeX entry that begins in line ${line} is not closed or has no key. Correct that entry.`,
		zh: `从第 ${line} 行开始的 BibTeX 条目没有结束或缺少键。请更正该条目。`,
		ko: `${line}행에서 시작하는 BibTeX 항목이 닫히지 않았거나 키가 없습니다. 그 항목을 고치세요.`,
	}),
};

class BibliographyFault extends Error {
	readonly reason: Reason;

	constructor(reason: Reason) {
		super(reason.en);
		this.reason = reason;
	}
}

function readCslJson(text: string): BibliographyEntry[] {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new BibliographyFault(faults.notJson(lineOfFault(text)));
	}
	const items = listOf(value);
	if (!items) {
		throw new BibliographyFault(faults.notCsl);
	}
	const lines = keyLines(text);
	return items.flatMap((item) => entryOf(item, (key) => lines.get(key) ?? 0) ?? []);
}

/** Engines word the place of a fault in JSON differently: YAML's reader, which takes JSON too, counts its lines. */
function lineOfFault(text: string): number {
	const lineCounter = new LineCounter();
	const [error] = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "silent" }).errors;
	return error ? lineCounter.linePos(error.pos[0]).line : 0;
}

/** The lines of `"id": "…"`, by what stands there. */
function keyLines(text: string): ReadonlyMap<string, number> {
	const lines = new Map<string, number>();
	for (const [line, content] of text.split("\n").entries()) {
		for (const [, key = ""] of content.matchAll(/"(?:id|citation-key)"\s{0,9}:\s{0,9}"([^"\\]{1,300})"/g)) {
			lines.set(key, lines.get(key) ?? line);
		}
	}
	return lines;
}

/** Aliases that multiply without end are refused. */
const mostAliases = 100;

function readCslYaml(text: string): BibliographyEntry[] {
	const lineCounter = new LineCounter();
	// Pandoc also takes a Markdown file's front matter, that is a document between lines of dashes.
	const document = parseDocument(
		text.replace(/^---[ \t]*\r?\n/, (line) => line.replace("---", "   ")).split(/^(?:---|\.\.\.)[ \t]*$/m)[0] ?? "",
		{
			lineCounter,
			prettyErrors: false,
			logLevel: "silent",
		},
	);
	const [error] = document.errors;
	if (error) {
		throw new BibliographyFault(faults.notYaml(lineCounter.linePos(error.pos[0]).line));
	}
	let value: unknown;
	try {
		value = document.toJS({ maxAliasCount: mostAliases });
	} catch {
		throw new BibliographyFault(faults.notYaml(1));
	}
	const items = listOf(value);
	if (!items) {
		throw new BibliographyFault(faults.notCsl);
	}
	const starts = itemStarts(document).map((offset) => lineCounter.linePos(offset).line - 1);
	return items.flatMap((item, index) => entryOf(item, () => starts[index] ?? 0) ?? []);
}

function itemStarts({ contents }: Document): number[] {
	const references: unknown = isMap(contents) ? contents.get("references") : contents;
	return isSeq(references) ? references.items.map((item) => (isMap(item) ? (item.range?.[0] ?? 0) : 0)) : [];
}

/** A list of references, bare or below the key `references`. */
function listOf(value: unknown): readonly unknown[] | null {
	const list = isRecord(value) ? value.references : value;
	return Array.isArray(list) ? list : null;
}

/** The entries of a front matter's `references`. What is none is passed over. */
export function readReferences(references: unknown): BibliographyEntry[] {
	return Array.isArray(references) ? references.flatMap((item) => entryOf(item, () => 0) ?? []) : [];
}

function entryOf(item: unknown, lineOf: (key: string) => number): BibliographyEntry | null {
	if (!isRecord(item)) {
		return null;
	}
	const key = textOf(item.id ?? item["citation-key"]);
	return key === ""
		? null
		: {
				key,
				title: textOf(item.title),
				author: authorsOf(item.author),
				issued: dateOf(item.issued),
				publisher: textOf(item.publisher) || textOf(item["container-title"]),
				url: textOf(item.URL ?? item.url),
				doi: textOf(item.DOI ?? item.doi),
				line: lineOf(key),
			};
}

function textOf(value: unknown): string {
	return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : typeof value === "number" ? String(value) : "";
}

function authorsOf(value: unknown): string {
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	return list
		.map((one) =>
			isRecord(one) ? textOf(one.literal) || [textOf(one.given), textOf(one.family)].filter(Boolean).join(" ") : textOf(one),
		)
		.filter((name) => name !== "")
		.join(", ");
}

/** CSL dates: `{ "date-parts": [[2023, 6, 29]] }`, `{ year: 2023 }`, `[{ year: 2023 }]`, "2023-06-29", 2023. */
function dateOf(value: unknown): string {
	if (value instanceof Date) {
		return value.toISOString().slice(0, 10);
	}
	if (Array.isArray(value)) {
		return dateOf(value[0]);
	}
	if (!isRecord(value)) {
		return isoLike(textOf(value));
	}
	const parts: unknown = value["date-parts"];
	const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
	if (Array.isArray(first)) {
		return isoOf(first.map(textOf));
	}
	return isoOf([value.year, value.month, value.day].map(textOf)) || isoLike(textOf(value.raw ?? value.literal));
}

function isoLike(text: string): string {
	return /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(text)?.[0] ?? /(?:19|20)\d{2}/.exec(text)?.[0] ?? "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The bibliography files that a front matter names, as written. */
export function bibliographyNames(raw: Readonly<Record<string, unknown>>): readonly string[] {
	const value = Object.entries(raw).find(([key]) => key.toLowerCase() === "bibliography")?.[1];
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	return list.flatMap((name) => (typeof name === "string" && name.trim() !== "" ? [name.trim()] : []));
}
