import type { FrontMatter } from "../draft/draft.ts";
import type { Settings } from "../settings.ts";
import { findFramework, frameworkId } from "./registry.ts";

/**
 * Which frameworks a draft is held to: those its front matter declares (none, where it declares an empty list), else those of
 * the settings, else those it mentions, else GRI. Methods such as the GHG Protocol are no basis of disclosure and do not count
 * as mentioned. A name that the registry does not know stays as it is, so that a writer can be told.
 * @param mentioned framework ids of the draft's citations, in any order.
 */
export function applicableFrameworks(frontMatter: FrontMatter, settings: Settings, mentioned: readonly string[]): string[] {
	const declared = declaredFrameworks(frontMatter, settings);
	if (declared) {
		return declared;
	}
	const disclosing = [...new Set(mentioned)].filter((id) => findFramework(id)?.role === "disclosure");
	return disclosing.length > 0 ? disclosing : ["GRI"];
}

/** The frameworks that front matter or settings declare, or null where neither does. */
export function declaredFrameworks(frontMatter: FrontMatter, settings: Settings): string[] | null {
	const names = frontMatter.frameworks ?? (settings.frameworks.length > 0 ? settings.frameworks : null);
	return names && [...new Set(names.map((name) => frameworkId(name) ?? name))];
}
