/** The view of the draft in front: what it discloses of each framework, where, and what it does not. */
import {
	commands,
	Disposable,
	EventEmitter,
	l10n,
	MarkdownString,
	Range,
	type TextDocument,
	ThemeColor,
	ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	TreeItemCollapsibleState,
	type TreeView,
	Uri,
	window,
	workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
	type CoverageFramework,
	type CoverageItem,
	type CoverageItemPlace,
	type CoverageItemStatus,
	type CoverageParams,
	type CoverageResult,
	coverageMethod,
} from "../../server/src/lsp/messages.ts";
import type { Statuses } from "./statuses.ts";

export function showCoverage(client: LanguageClient, statuses: Statuses): Disposable {
	const nodes = new CoverageNodes();
	const view = window.createTreeView("tickmark.coverage", { treeDataProvider: nodes, showCollapseAll: true });
	const watcher = new Watcher(client, view, nodes);
	return Disposable.from(
		view,
		nodes,
		statuses.onStatus(({ uri }) => watcher.changed(uri)),
		window.onDidChangeActiveTextEditor(() => watcher.follow()),
		view.onDidChangeVisibility(() => watcher.follow()),
		workspace.onDidCloseTextDocument(() => watcher.follow()),
	);
}

/** Asks for the coverage of the draft in front: when another comes to the front, and when the server has checked it anew. */
class Watcher {
	private readonly client: LanguageClient;
	private readonly view: TreeView<Node>;
	private readonly nodes: CoverageNodes;
	private document: TextDocument | undefined;
	/** What the view shows is of this draft, as the server last checked it. */
	private shown = "";
	private questions = 0;

	constructor(client: LanguageClient, view: TreeView<Node>, nodes: CoverageNodes) {
		this.client = client;
		this.view = view;
		this.nodes = nodes;
		this.follow();
	}

	/** The draft in front; one that was there stays while something else than a draft is looked at. */
	follow(): void {
		const inFront = window.activeTextEditor?.document;
		if (inFront?.languageId === "markdown") {
			this.document = inFront;
		} else if (this.document?.isClosed) {
			this.document = undefined;
		}
		if (!this.document) {
			this.show(null, "noDraft");
		} else if (this.uri !== this.shown) {
			void this.ask();
		}
	}

	changed(uri: string): void {
		if (uri === this.uri) {
			void this.ask();
		} else if (!this.document) {
			this.follow();
		}
	}

	private get uri(): string {
		return this.document ? this.client.code2ProtocolConverter.asUri(this.document.uri) : "";
	}

	private async ask(): Promise<void> {
		const { uri } = this;
		if (!this.view.visible) {
			// It is asked for when somebody looks.
			this.shown = "";
			return;
		}
		this.questions += 1;
		const question = this.questions;
		const params: CoverageParams = { textDocument: { uri } };
		let result: CoverageResult = null;
		try {
			result = await this.client.sendRequest<CoverageResult>(coverageMethod, params);
		} catch {
			// The server is starting or gone; its next word comes with a status.
		}
		if (question === this.questions && uri === this.uri && result) {
			this.shown = uri;
			this.show(result, result.frameworks.length === 0 ? "noFramework" : "some");
		}
	}

	private show(result: CoverageResult, state: "noDraft" | "noFramework" | "some"): void {
		const { view, nodes, document } = this;
		nodes.show(result, document?.uri);
		view.description = state === "noDraft" || !document ? "" : (document.uri.path.split("/").at(-1) ?? "");
		view.message = (result && messageOf(result)) ?? "";
		if (state === "noDraft") {
			this.shown = "";
		}
		commands.executeCommand("setContext", "tickmark.coverage", state);
	}
}

/** The counts, and what keeps them from saying more. */
function messageOf({ frameworks, declared, unknown }: NonNullable<CoverageResult>): string {
	const counts = frameworks.map(({ id, counts, disclosures }) =>
		l10n.t("{0}: {1} of {2} disclosed", id, counts.disclosed, disclosures.length),
	);
	return [
		...(counts.length > 0 ? [counts.join(" · ")] : []),
		...(declared || frameworks.length === 0
			? []
			: [
					l10n.t(
						"The draft declares no framework, so that only what it cites is listed. Declare them in its front matter: {0}",
						"frameworks: [GRI]",
					),
				]),
		...(unknown.length > 0 ? [l10n.t("Not known, check the spelling: {0}", unknown.join(", "))] : []),
	].join("\n");
}

type Node =
	| { readonly kind: "framework"; readonly framework: CoverageFramework }
	| { readonly kind: "group"; readonly framework: CoverageFramework; readonly status: CoverageItemStatus }
	| { readonly kind: "disclosure"; readonly framework: CoverageFramework; readonly item: CoverageItem }
	| { readonly kind: "place"; readonly item: CoverageItem; readonly place: CoverageItemPlace; readonly index: number };

const groups: readonly CoverageItemStatus[] = ["disclosed", "partly", "not-disclosed"];

class CoverageNodes implements TreeDataProvider<Node>, Disposable {
	private readonly changes = new EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.changes.event;
	private result: CoverageResult = null;
	private uri: Uri | undefined;

	show(result: CoverageResult, uri: Uri | undefined): void {
		this.result = result;
		this.uri = uri;
		this.changes.fire(undefined);
	}

	dispose(): void {
		this.changes.dispose();
	}

	getChildren(node?: Node): Node[] {
		switch (node?.kind) {
			case undefined:
				return (this.result?.frameworks ?? []).map((framework) => ({ kind: "framework", framework }));
			case "framework":
				return groups
					.filter((status) => node.framework.counts[status] > 0)
					.map((status) => ({ kind: "group", framework: node.framework, status }));
			case "group":
				return node.framework.disclosures
					.filter(({ status }) => status === node.status)
					.map((item) => ({ kind: "disclosure", framework: node.framework, item }));
			case "disclosure":
				return node.item.places.length > 1
					? node.item.places.map((place, index) => ({ kind: "place", item: node.item, place, index }))
					: [];
			default:
				return [];
		}
	}

	getTreeItem(node: Node): TreeItem {
		switch (node.kind) {
			case "framework":
				return frameworkItem(node.framework);
			case "group":
				return groupItem(node.framework, node.status);
			case "disclosure":
				return this.disclosureItem(node.framework, node.item);
			case "place":
				return this.placeItem(node.item, node.place, node.index);
		}
	}

	private disclosureItem({ id }: CoverageFramework, item: CoverageItem): TreeItem {
		const { name, code, label, places, required, status, elsewhere, explanation } = item;
		const [place] = places;
		const tree = new TreeItem(code, places.length > 1 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
		tree.id = `${id} ${name} ${status}`;
		const [other] = elsewhere;
		tree.description = other
			? `${other.file} · ${label}`
			: status === "not-disclosed" && required
				? l10n.t("{0} · required", label)
				: label;
		tree.iconPath = other ? new ThemeIcon("references") : iconOf(status);
		const heading = place && places.length === 1 ? [placeText(place)] : [];
		const files = elsewhere.map(({ file, range }) => `${file}, ${l10n.t("line {0}", range.start.line + 1)}`);
		const tooltip = new MarkdownString().appendMarkdown("**").appendText(name).appendMarkdown("** ").appendText(label);
		for (const text of [...heading, ...files, ...(other ? [] : [explanation])].filter((text) => text !== "")) {
			tooltip.appendMarkdown("\n\n").appendText(text);
		}
		tree.tooltip = tooltip;
		tree.accessibilityInformation = { label: [name, label, statusText(status), ...heading, ...files].join(", ") };
		if (place) {
			tree.command = this.opening(place);
		} else if (other) {
			tree.command = this.opening(other, other.uri);
		}
		return tree;
	}

	private placeItem({ name, status }: CoverageItem, place: CoverageItemPlace, index: number): TreeItem {
		const tree = new TreeItem(place.heading === "" ? l10n.t("Before the first heading") : place.heading);
		tree.id = `${name} ${status} ${index}`;
		tree.description = l10n.t("line {0}", place.range.start.line + 1);
		tree.iconPath = new ThemeIcon(
			place.kind === "citation" ? "references" : place.kind === "index" ? "list-flat" : "symbol-number",
		);
		tree.command = this.opening(place);
		return tree;
	}

	private opening(
		{ range }: Pick<CoverageItemPlace, "range">,
		uri = this.uri?.toString(),
	): { command: string; title: string; arguments: unknown[] } {
		const selection = { startLine: range.start.line, startCharacter: range.start.character };
		const end = { endLine: range.end.line, endCharacter: range.end.character };
		return { command: goToPlace, title: l10n.t("Go to the Place"), arguments: [uri, { ...selection, ...end }] };
	}
}

/** Opens a place of the draft. Not in the palette: the view's items call it. */
export const goToPlace = "tickmark.goToPlace";

export function registerGoToPlace(): Disposable {
	interface Selection {
		readonly startLine: number;
		readonly startCharacter: number;
		readonly endLine: number;
		readonly endCharacter: number;
	}
	return commands.registerCommand(goToPlace, async (uri: string | undefined, at: Selection) => {
		if (uri !== undefined) {
			const selection = new Range(at.startLine, at.startCharacter, at.endLine, at.endCharacter);
			await window.showTextDocument(Uri.parse(uri), { selection });
		}
	});
}

function frameworkItem({ id, label, counts }: CoverageFramework): TreeItem {
	const tree = new TreeItem(id, TreeItemCollapsibleState.Expanded);
	tree.id = id;
	tree.description = `${counts.disclosed} / ${counts.disclosed + counts.partly + counts["not-disclosed"]}`;
	tree.tooltip = [label, ...groups.map((status) => `${statusText(status)}: ${counts[status]}`)].join("\n");
	return tree;
}

function groupItem({ id, counts }: CoverageFramework, status: CoverageItemStatus): TreeItem {
	const state = status === "not-disclosed" ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
	const tree = new TreeItem(statusText(status), state);
	tree.id = `${id} ${status}`;
	tree.description = String(counts[status]);
	return tree;
}

function statusText(status: CoverageItemStatus): string {
	switch (status) {
		case "disclosed":
			return l10n.t("Disclosed");
		case "partly":
			return l10n.t("Partly disclosed");
		default:
			return l10n.t("Not disclosed");
	}
}

function placeText({ heading, range }: CoverageItemPlace): string {
	const line = l10n.t("line {0}", range.start.line + 1);
	return heading === "" ? line : `${heading}, ${line}`;
}

function iconOf(status: CoverageItemStatus): ThemeIcon {
	switch (status) {
		case "disclosed":
			return new ThemeIcon("pass", new ThemeColor("testing.iconPassed"));
		case "partly":
			return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
		default:
			return new ThemeIcon("circle-large-outline", new ThemeColor("disabledForeground"));
	}
}
