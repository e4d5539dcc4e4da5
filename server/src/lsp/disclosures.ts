/** Answers about disclosures: hover, definition, references, content index, coverage. */
import { basename } from "node:path";
import {
	type CodeAction,
	type Connection,
	type Hover,
	type Location,
	MessageType,
	type Position,
	type Range,
	type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CitationAt, citationsAt } from "../core/contentIndex/citationAt.ts";
import { insertIndex } from "../core/contentIndex/contentIndex.ts";
import { coverageOf } from "../core/contentIndex/coverage.ts";
import { entryOf, keyOf } from "../core/contentIndex/disclosures.ts";
import type { Entry } from "../core/frameworks/registry.ts";
import { reportDate } from "../core/frameworks/reportDate.ts";
import type { MessageLanguage } from "../core/model.ts";
import { type CitationHoverContext, disclosureHover, frameworkHover, type NamedPlace } from "../features/citationHover.ts";
import { type CodeActionsContext, draftEdit } from "../features/codeActions.ts";
import { contentIndexAction } from "../features/contentIndexAction.ts";
import { listCoverage } from "../features/coverageList.ts";
import type { CheckResult, Checks } from "./checks.ts";
import { pathOf } from "./configuration.ts";
import type { ContentIndexArguments, ContentIndexResult, CoverageResult } from "./messages.ts";
import { passageLink } from "./passages.ts";
import { show } from "./show.ts";
import { placesOf, type WorkspaceDrafts, type WorkspacePlace } from "./workspaceDrafts.ts";

export interface DisclosuresOptions {
	readonly connection: Connection;
	readonly checks: Checks;
	readonly workspace: WorkspaceDrafts;
	/** URIs of the open drafts. */
	openDrafts(): readonly string[];
	codeActionsContext(result: CheckResult): CodeActionsContext;
}

/** How long a hover waits for the rest of the workspace, in milliseconds; the next one has it. */
const patience = 300;

const messages: Readonly<Record<"noDraft" | "nothing" | "current" | "refused", Readonly<Record<MessageLanguage, string>>>> = {
	noDraft: {
		en: "A content index belongs to a Markdown draft, and none is open. Open the draft and try again.",
		zh: "内容索引属于 Markdown 草稿，但当前没有打开草稿。请打开草稿后重试。",
		ko: "대조표는 Markdown 초안에 넣는데 열린 초안이 없습니다. 초안을 열고 다시 시도하세요.",
	},
	nothing: {
		en: "There is nothing to list: the draft cites no disclosure and declares no framework that requires any. Cite one, such as GRI 305-1, or declare frameworks: [GRI] in the front matter.",
		zh: "没有可列的内容：草稿没有引用任何披露项，也没有声明有必报披露项的框架。请引用一项（例如 GRI 305-1），或在 front matter 中声明 frameworks: [GRI]。",
		ko: "나열할 것이 없습니다. 초안이 인용한 공시도, 필수 공시가 있는 프레임워크 선언도 없습니다. GRI 305-1 같은 공시를 인용하거나 front matter에 frameworks: [GRI]를 선언하세요.",
	},
	current: {
		en: "The content index is up to date.",
		zh: "内容索引已是最新。",
		ko: "대조표가 최신입니다.",
	},
	refused: {
		en: "The editor did not take the content index: the draft has changed meanwhile, or cannot be written to. Try again.",
		zh: "编辑器没有接受内容索引：草稿已有变动，或无法写入。请重试。",
		ko: "편집기가 대조표를 받지 않았습니다. 그사이 초안이 바뀌었거나 쓸 수 없는 파일입니다. 다시 시도하세요.",
	},
};

export class Disclosures {
	private readonly options: DisclosuresOptions;
	private readonly own = new WeakMap<CheckResult, readonly WorkspacePlace[]>();

	constructor(options: DisclosuresOptions) {
		this.options = options;
	}

	// ---- Places

	/** The hover of the citation at an offset; null where there is none, or a code that nobody knows. */
	async hover(result: CheckResult, offset: number, format: "markdown" | "plaintext"): Promise<Hover | null> {
		const { document, checked, resource } = result;
		const { settings } = resource;
		const date = reportDate(checked.draft.frontMatter, settings);
		const context: CitationHoverContext = { language: settings.language, format, date, here: [], index: [], elsewhere: [] };
		const found = citationsAt(checked.draft, offset);
		const [first] = found;
		if (!first) {
			return null;
		}
		const range = rangeOf(document, first);
		const texts: string[] = [];
		const entries = this.entriesOf(result, found);
		const places = entries.length > 0 ? await this.allPlaces(result, false) : [];
		for (const entry of entries.slice(0, mostEntries)) {
			const same = places.filter(({ key }) => key === keyOf(entry));
			const isHere = ({ uri }: WorkspacePlace): boolean => uri === document.uri;
			texts.push(
				disclosureHover(entry, {
					...context,
					here: named(
						same.filter((place) => isHere(place) && !place.listed && !isSame(place.range, range)),
						false,
					),
					index: named(
						same.filter((place) => isHere(place) && place.listed && !isSame(place.range, range)),
						false,
					),
					elsewhere: named(
						same.filter((place) => !isHere(place)),
						true,
					),
				}),
			);
		}
		const text =
			texts.length > 0
				? texts.join(format === "markdown" ? "\n\n---\n\n" : "\n\n")
				: first.citation.code === null
					? frameworkHover(first.citation.framework, context)
					: null;
		return text === null ? null : { range, contents: { kind: format, value: text } };
	}

	/** The rows of content indexes that are about the citation: of the draft itself, else of the workspace. */
	async definition(result: CheckResult, offset: number): Promise<Location[]> {
		const places = (await this.placesAt(result, offset)).filter(({ listed }) => listed);
		const own = places.filter(({ uri }) => uri === result.document.uri);
		return (own.length > 0 ? own : places).map(locationOf);
	}

	/** Every place of the workspace that cites what is cited at an offset. @param withRows whether rows of content indexes count */
	async references(result: CheckResult, offset: number, withRows: boolean): Promise<Location[]> {
		const places = await this.placesAt(result, offset);
		return places.filter(({ listed }) => withRows || !listed).map(locationOf);
	}

	private async placesAt(result: CheckResult, offset: number): Promise<readonly WorkspacePlace[]> {
		const entries = this.entriesOf(result, citationsAt(result.checked.draft, offset));
		const keys = new Set(entries.map(keyOf));
		const places = keys.size === 0 ? [] : (await this.allPlaces(result, true)).filter(({ key }) => keys.has(key));
		return await this.options.workspace.withoutGone(places);
	}

	private entriesOf({ checked, resource }: CheckResult, found: readonly CitationAt[]): readonly Entry[] {
		const date = reportDate(checked.draft.frontMatter, resource.settings);
		const entries = found.map(({ citation: { framework, code, edition } }) =>
			code === null ? undefined : entryOf({ framework, code, edition }, date),
		);
		return entries.filter((entry) => entry !== undefined);
	}

	/** The draft's own places first, then those of the other open drafts as they are now, then those of files. */
	private async allPlaces(result: CheckResult, isPatient: boolean): Promise<readonly WorkspacePlace[]> {
		const { workspace, checks, openDrafts } = this.options;
		const files = isPatient || workspace.isReady ? await workspace.places() : await soon(workspace);
		const open = new Map<string, readonly WorkspacePlace[]>([[result.document.uri, this.placesIn(result)]]);
		for (const uri of openDrafts()) {
			const other = open.has(uri) ? null : isPatient ? await checks.settled(uri) : checks.known(uri);
			if (other) {
				open.set(uri, this.placesIn(other));
			}
		}
		return [...open.values(), ...[...files].filter(([uri]) => !open.has(uri)).map(([, places]) => places)].flat();
	}

	private placesIn(result: CheckResult): readonly WorkspacePlace[] {
		let places = this.own.get(result);
		if (!places) {
			const { document, checked, resource } = result;
			const path = pathOf(document.uri);
			const file = path === null ? document.uri.replace(/^untitled:/, "") : basename(path);
			places = placesOf(document.uri, file, document, checked.draft, resource.settings);
			this.own.set(result, places);
		}
		return places;
	}

	// ---- Content index

	codeAction(result: CheckResult, range: Range): CodeAction | null {
		const { document, checked, resource } = result;
		const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
		return contentIndexAction(checked, span, resource.settings, this.options.codeActionsContext(result));
	}

	/** Inserts or refreshes the content index of an open draft, and says why where it does not. */
	async insertIndex(given: Partial<ContentIndexArguments>, language: MessageLanguage): Promise<ContentIndexResult> {
		const { connection, checks } = this.options;
		const result = given.uri === undefined ? null : await checks.settled(given.uri);
		if (!result) {
			show(connection, MessageType.Warning, messages.noDraft[language]);
			return null;
		}
		const { document, checked, resource } = result;
		const offset = given.position ? document.offsetAt(given.position) : document.getText().length;
		const inserted = insertIndex(checked.draft, resource.settings, offset);
		switch (inserted.kind) {
			case "nothing":
				show(connection, MessageType.Warning, messages.nothing[resource.settings.language]);
				return null;
			case "current":
				show(connection, MessageType.Info, messages.current[resource.settings.language]);
				return "current";
		}
		const edit: WorkspaceEdit = draftEdit(inserted.edits, this.options.codeActionsContext(result));
		const { applied } = await connection.workspace.applyEdit(edit);
		if (!applied) {
			show(connection, MessageType.Warning, messages.refused[resource.settings.language]);
			return null;
		}
		return inserted.kind;
	}

	// ---- Coverage

	async coverage(uri: string): Promise<CoverageResult> {
		const result = await this.options.checks.settled(uri);
		if (!result) {
			return null;
		}
		const { document, checked, resource } = result;
		const coverage = coverageOf([checked.draft], resource.settings);
		const { declared, unknown } = coverage;
		// A report may consist of several drafts.
		const others = new Map<string, WorkspacePlace[]>();
		for (const place of coverage.frameworks.length === 0 ? [] : await this.allPlaces(result, false)) {
			if (place.uri !== document.uri && !place.listed) {
				others.set(place.key, [...(others.get(place.key) ?? []), place].slice(0, mostElsewhere));
			}
		}
		const frameworks = listCoverage(coverage, resource.settings.language).map((framework) => ({
			...framework,
			disclosures: framework.disclosures.map(({ key, ...one }) => ({
				...one,
				elsewhere: (one.status === "not-disclosed" ? (others.get(key) ?? []) : []).map(({ uri, range, file }) => ({
					uri,
					range,
					file,
				})),
				places: one.places.map(({ span, heading, kind }) => ({ range: rangeOf(document, { span }), heading, kind })),
			})),
		}));
		return { uri, version: document.version, declared, frameworks, unknown };
	}
}

/** Places in other drafts that are told of one disclosure. */
const mostElsewhere = 3;

/** A range of citations ("305-1 to 305-5") is told one by one, up to this many. */
const mostEntries = 3;

/** What is known of the workspace after a moment; what is not, goes on being looked for. */
async function soon(workspace: WorkspaceDrafts): Promise<ReadonlyMap<string, readonly WorkspacePlace[]>> {
	const all = workspace.places();
	let timer: NodeJS.Timeout | undefined;
	const later = new Promise<null>((resolve) => {
		timer = setTimeout(resolve, patience, null);
	});
	const first = await Promise.race([all, later]).finally(() => clearTimeout(timer));
	return first ?? workspace.known();
}

function named(places: readonly WorkspacePlace[], withFile: boolean): NamedPlace[] {
	return places.map((place) => {
		const { heading, file, range } = place;
		const line = `:${range.start.line + 1}`;
		const name = withFile ? (heading === "" ? `${file}${line}` : `${file} › ${heading}`) : heading === "" ? line : heading;
		return { name, link: passageLink(locationOf(place)) };
	});
}

function locationOf({ uri, range }: WorkspacePlace): Location {
	return { uri, range };
}

function isSame(a: Range, b: Range): boolean {
	return (
		a.start.line === b.start.line &&
		a.start.character === b.start.character &&
		a.end.line === b.end.line &&
		a.end.character === b.end.character
	);
}

function rangeOf(document: TextDocument, { span }: { readonly span: { readonly start: number; readonly end: number } }): Range {
	return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function readPosition(given: unknown): Position | undefined {
	const { line, character } = (typeof given === "object" && given !== null ? given : {}) as Partial<Position>;
	return typeof line === "number" && typeof character === "number" ? { line, character } : undefined;
}
