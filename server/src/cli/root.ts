import { existsSync, readFileSync } from "node:fs";

/** The folder, as a URL with a final slash, that holds package.json: of the installed package, the extension or the checkout. */
export function productRoot(): URL {
	// The bundle is dist/tickmark.mjs, this file server/src/cli/root.ts: the first package.json upwards is ours in both.
	for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
		if (existsSync(new URL("package.json", folder)) || folder.pathname === new URL("..", folder).pathname) {
			return folder;
		}
	}
}

export function productVersion(): string {
	const manifest = JSON.parse(readFileSync(new URL("package.json", productRoot()), "utf8")) as { readonly version: string };
	return manifest.version;
}
