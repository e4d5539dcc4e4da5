/**
 * The section "tickmark" as the writer set it. VS Code answers with the default of every setting that nobody has touched; to the server a
 * rule's severity that is set is the writer's word, and goes before what the rule itself would say.
 *
 * @param isSet whether the setting "rules.<id>" has a value of the user's, the workspace's or the folder's
 */
export function ownSettings(section: unknown, isSet: (name: string) => boolean): unknown {
	const { rules } = (section ?? {}) as { readonly rules?: unknown };
	if (typeof rules !== "object" || rules === null) {
		return section;
	}
	const own = Object.entries(rules).filter(([id]) => isSet(`rules.${id}`));
	return { ...(section as object), rules: Object.fromEntries(own) };
}
