/** The one place where a spec meets the engine. */
import assert from "node:assert/strict";
import { parse } from "yaml";
import { type CheckOptions, DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import type { Finding } from "../../server/src/core/model.ts";
import { rules } from "../../server/src/core/rules/index.ts";
import { defaultSettings, type Settings } from "../../server/src/core/settings.ts";
import { readClaims } from "./claims.ts";
import { claimsOfSource, seedClaims } from "./seeds.ts";
import type { SpecCase } from "./spec.ts";

interface SpecSettings extends Settings {
	readonly seeds: boolean;
	readonly only: readonly string[];
}

/** Checks a spec's draft with the claims and settings that the spec gives. */
export async function checkSpec(draft: string, spec: SpecCase): Promise<readonly Finding[]> {
	const { seeds, only, ...settings } = settingsOf(spec.settings);
	const claims = spec.claims.flatMap((yaml, index) => readClaims(yaml, 1 + index * 100));
	const extracted = spec.sources.flatMap((text, index) => claimsOfSource(text, `source-${index + 1}.md`));
	const database = createMemoryDatabase([...claims, ...extracted, ...(seeds ? seedClaims() : [])]);
	const silenced = only.length > 0 ? rules.filter((rule) => !only.includes(rule.id)) : [];
	const severities = { ...Object.fromEntries(silenced.map((rule) => [rule.id, "off" as const])), ...settings.rules };
	const options = { database, settings: { ...settings, rules: severities } };
	const checked = await new DraftChecker().check(draft, options);
	assert.ok(checked, "the check was not aborted");
	assert.deepEqual(await checkWhileTyping(draft, options), checked.findings, "a check after an edit finds something else");
	return checked.findings;
}

/** The findings after the draft's middle character was typed: what the checker kept of the check before must not show. */
async function checkWhileTyping(draft: string, options: CheckOptions): Promise<readonly Finding[] | undefined> {
	const checker = new DraftChecker();
	const middle = Math.floor(draft.length / 2);
	await checker.check(draft.slice(0, middle) + draft.slice(middle + 1), options);
	return (await checker.check(draft, options))?.findings;
}

function settingsOf(given: readonly string[]): SpecSettings {
	let settings: SpecSettings = { ...defaultSettings, seeds: false, only: [] };
	for (const yaml of given) {
		const own: Partial<SpecSettings> = parse(yaml) ?? {};
		for (const key of Object.keys(own)) {
			assert.ok(key in settings, `settings have no "${key}"`);
		}
		settings = { ...settings, ...own, rules: { ...settings.rules, ...own.rules } };
	}
	const known = new Set(rules.map((rule) => rule.id));
	for (const id of [...settings.only, ...Object.keys(settings.rules)]) {
		assert.ok(known.has(id), `there is no rule "${id}"`);
	}
	return settings;
}
