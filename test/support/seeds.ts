/** The claims of source documents, read and extracted as the builder does it, without a file in between. */
import { readdirSync, readFileSync } from "node:fs";
import { extractClaims } from "../../server/src/core/claims/extract.ts";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import type { Claim } from "../../server/src/core/model.ts";
import { parseSource } from "../../server/src/sources/readSource.ts";

const folder = new URL("../../seeds/", import.meta.url);

/** @param file its name decides how the text is read: `.md` has front matter, `.txt` is plain text. */
export function claimsOfSource(text: string, file: string): readonly Claim[] {
	const { draft, source } = parseSource({ file, text, sha256: "", sidecar: { metadata: {}, problems: [], text: "" } });
	return extractClaims(draft, source, standardGlossary()).claims;
}

let seeds: readonly Claim[] | undefined;

/** The claims of the project's seeds, extracted once. */
export function seedClaims(): readonly Claim[] {
	seeds ??= readdirSync(folder)
		.filter((name) => name.endsWith(".md"))
		.sort()
		.flatMap((name) => claimsOfSource(readFileSync(new URL(name, folder), "utf8"), `seeds/${name}`));
	return seeds;
}
