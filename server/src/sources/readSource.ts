/** Reads the documents that claims come from. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import type { Draft, FrontMatter } from "../core/draft/draft.ts";
import { DraftReader, readPlainText } from "../core/draft/readDraft.ts";
import type { Source } from "../core/model.ts";
import { detectLanguage } from "../core/text/language.ts";
import { findDate } from "./dates.ts";
import { decodeText } from "./decodeText.ts";
import { findPublished, findTitle } from "./metadata.ts";
import { type SourceProblem, sourceProblem } from "./problems.ts";
import { readSidecar, type Sidecar } from "./sidecar.ts";

/** A source and its text, read like a draft. The draft's front matter also has what a sidecar says. */
export interface ReadSource {
	readonly source: Source;
	readonly draft: Draft;
	/** What was left out of it. */
	readonly problems: readonly SourceProblem[];
}

/** A source that was left out, and why. */
export interface SkippedSource {
	readonly skipped: SourceProblem;
}

/** A source's bytes and all that is said of it beside them, before anything is read into it. */
export interface LoadedSource {
	/** As given, with forward slashes. */
	readonly file: string;
	readonly text: string;
	/** Of the file's bytes. */
	readonly sha256: string;
	readonly sidecar: Sidecar;
}

type Reader = (loaded: LoadedSource) => ReadSource;

/** How a file is read, by the ending of its name. */
const readers: Readonly<Record<string, Reader>> = {
	".md": readMarkdownSource,
	".markdown": readMarkdownSource,
	".txt": readTextSource,
	".text": readTextSource,
};

/**
 * Reads a text or Markdown file. Positions in it are UTF-16 offsets in its decoded text without a byte order mark.
 *
 * What is known of the source comes from its front matter, else from a sidecar, else from the text: see `findTitle` and
 * `findPublished`. Its key is the file's name without ending where none is given. Never throws for a file that cannot be used.
 */
export async function readSource(file: string): Promise<ReadSource | SkippedSource> {
	const loaded = await loadSource(file);
	return "skipped" in loaded ? loaded : parseSource(loaded);
}

/** The first half of `readSource`: everything that decides what the second will give. */
export async function loadSource(given: string): Promise<LoadedSource | SkippedSource> {
	const file = process.platform === "win32" ? given.replaceAll("\\", "/") : given;
	if (!readers[posix.extname(file).toLowerCase()]) {
		return { skipped: sourceProblem("not-text", file) };
	}
	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
	} catch (error) {
		return { skipped: sourceProblem("unreadable", file, (error as NodeJS.ErrnoException).code ?? "") };
	}
	const decoded = decodeText(bytes);
	if (decoded.text === null) {
		return { skipped: sourceProblem(decoded.fault, file) };
	}
	return { file, text: decoded.text, sha256: createHash("sha256").update(bytes).digest("hex"), sidecar: await readSidecar(file) };
}

/** The second half of `readSource`. A pure function of what was loaded. */
export function parseSource(loaded: LoadedSource): ReadSource {
	const read = readers[posix.extname(loaded.file).toLowerCase()] ?? readTextSource;
	return read(loaded);
}

function readMarkdownSource(loaded: LoadedSource): ReadSource {
	const draft = new DraftReader({}).read(loaded.text);
	const problems = draft.problems.map((problem) => sourceProblem("bad-front-matter", loaded.file, problem.message));
	const { frontMatter } = draft;
	const heading = draft.blocks.flatMap((block) => block.content.passages).find((passage) => passage.kind === "heading");
	const published = frontMatter.published === undefined ? "" : (findDate(frontMatter.published)?.date ?? "");
	if (frontMatter.published !== undefined && published === "") {
		problems.push(sourceProblem("bad-front-matter", loaded.file, "`published` is not a date like 2023-06-29"));
	}
	return describe(loaded, draft, published === "" ? withoutPublished(frontMatter) : { ...frontMatter, published }, problems, {
		title: heading?.text ?? "",
		published: "",
	});
}

function withoutPublished({ published: _, ...rest }: FrontMatter): FrontMatter {
	return rest;
}

function readTextSource(loaded: LoadedSource): ReadSource {
	const draft = readPlainText(loaded.text, loaded.sidecar.metadata.language ?? detectLanguage(loaded.text));
	return describe(loaded, draft, draft.frontMatter, [], { title: findTitle(loaded.text), published: findPublished(loaded.text) });
}

/** @param found what the text itself gives, where neither front matter nor sidecar say more. */
function describe(
	{ file, sha256, sidecar }: LoadedSource,
	draft: Draft,
	frontMatter: FrontMatter,
	problems: readonly SourceProblem[],
	found: { readonly title: string; readonly published: string },
): ReadSource {
	const said = { ...sidecar.metadata, ...frontMatter };
	const stem = posix.basename(file, posix.extname(file));
	const source: Source = {
		key: citable(said.key || stem),
		title: said.title || found.title || stem,
		publisher: said.publisher ?? "",
		published: said.published || found.published,
		language: said.language ?? draft.language,
		file,
		sha256,
		...(said.author ? { author: said.author } : {}),
		...(said.url ? { url: said.url } : {}),
	};
	return { source, draft: { ...draft, frontMatter: said }, problems: [...sidecar.problems, ...problems] };
}

/** A key that can stand in `[^key]`: no spaces and brackets. */
function citable(key: string): string {
	return key.normalize("NFC").replace(/[\s[\]^]+/gu, "-");
}
