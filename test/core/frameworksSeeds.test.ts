import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { type CheckedDraft, DraftChecker } from "../../server/src/core/checkDraft.ts";
import { createMemoryDatabase } from "../../server/src/core/claims/memoryDatabase.ts";
import { findCitations } from "../../server/src/core/frameworks/findCitations.ts";
import type { Finding, Fix } from "../../server/src/core/model.ts";
import { defaultSettings } from "../../server/src/core/settings.ts";

const gold = new URL("../../../shared/gold/seed-claims.json", import.meta.url);
const fixtures = new URL("../fixtures/seed-claims.json", import.meta.url);

interface SeedClaim {
	readonly id: string;
	readonly file: string;
	readonly printed: string;
	readonly value: string;
	readonly unit: string;
}

/**
 * Claims for which the annotators name a disclosure and none is offered. GRI asks nothing of the kind (research spending, open
 * source, greener products), or a professional cites nothing by rule: what a product costs, what partners sell.
 */
const withoutOffer = [
	"ant-rnd-2022-cny",
	"ant-rnd-2022-usd",
	"ant-rnd-multiple-2022-vs-2019",
	"ant-industry-solutions",
	"ant-new-users-per-year",
	"webank-it-spend-revenue-share",
	"webank-it-cost-per-account",
	"webank-it-cost-vs-peers",
	"webank-open-source-projects",
	"mashang-low-carbon-consumption",
];

/** The codes of the two frameworks; the annotators name others too. */
const framework = /^(GRI|TCFD) (.+)$/;

describe("the seeds as drafts that declare GRI and TCFD", () => {
	const claims = JSON.parse(readFileSync(fixtures, "utf8")) as SeedClaim[];
	const suggested = new Map<string, readonly string[]>();
	const drafts = new Map<string, { readonly text: string; readonly checked: CheckedDraft }>();

	before(async function () {
		if (!existsSync(gold)) {
			this.skip();
		}
		for (const { id, frameworks } of JSON.parse(readFileSync(gold, "utf8")) as { id: string; frameworks: string[] }[]) {
			suggested.set(
				id,
				frameworks.filter((code) => framework.test(code)),
			);
		}
		for (const file of new Set(claims.map((claim) => claim.file))) {
			const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
			const settings = { ...defaultSettings, frameworks: ["GRI", "TCFD"] };
			const checked = await new DraftChecker().check(text, { database: createMemoryDatabase([]), settings });
			assert.ok(checked);
			drafts.set(file, { text, checked });
		}
	});

	/** The findings on the sentence that a claim's figure stands in: figures of one topic there share a citation. */
	function findingsOn({ file, value, unit, printed }: SeedClaim): readonly Finding[] {
		const { checked } = drafts.get(file) as { checked: CheckedDraft };
		const located = checked.figures.filter(
			({ evidence: { figure } }) =>
				figure.value?.toString() === value && figure.unit === unit && printed.includes(figure.text.replace(/^[^\d]+/, "")),
		);
		return checked.findings.filter(
			({ rule, span }) =>
				rule === "missing-framework-citation" &&
				located.some(({ block, passage, evidence }) => {
					const sentence = passage.sentences.find(
						({ start, end }) => start <= evidence.figure.start && evidence.figure.start < end,
					);
					const at = sentence && passage.offsets.span(sentence);
					return at && block.start + at.start <= span.start && span.end <= block.start + at.end;
				}),
		);
	}

	/** The codes that a fix writes, read back from the draft as it is after the fix. */
	function written(file: string, fix: Fix): string[] {
		const [edit] = fix.edits;
		assert.ok(edit && fix.edits.length === 1);
		const { text } = drafts.get(file) as { text: string };
		const before = findCitations(text, "en").length;
		const after = findCitations(text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end), "en");
		const codes = findCitations(edit.newText, "en").map((citation) => `${citation.framework} ${citation.code}`);
		assert.equal(after.length, before + codes.length, `${fix.title} is a citation where it stands`);
		return codes;
	}

	it("are offered the citations that the annotators suggest, as fixes", () => {
		const missed: string[] = [];
		for (const claim of claims) {
			const wanted = suggested.get(claim.id) ?? [];
			const offered = new Set(findingsOn(claim).flatMap(({ fixes }) => fixes.flatMap((fix) => written(claim.file, fix))));
			for (const name of new Set(wanted.map((code) => framework.exec(code)?.[1] as string))) {
				const codes = wanted.filter((code) => code.startsWith(`${name} `));
				if (!codes.some((code) => offered.has(code))) {
					missed.push(claim.id);
				}
			}
		}
		assert.deepEqual(missed, withoutOffer);
	});

	it("are offered no code of GRI that the annotators do not name", () => {
		for (const file of drafts.keys()) {
			const own = claims.filter((claim) => claim.file === file);
			for (const finding of (drafts.get(file)?.checked.findings ?? []).filter(
				({ rule }) => rule === "missing-framework-citation",
			)) {
				const meant = own.filter((claim) => findingsOn(claim).includes(finding));
				const wanted = new Set(meant.flatMap(({ id }) => suggested.get(id) ?? []));
				for (const code of finding.fixes.flatMap((fix) => written(file, fix)).filter((one) => one.startsWith("GRI"))) {
					assert.ok(wanted.has(code), `${finding.message}: ${code} of ${[...wanted]}`);
				}
			}
		}
	});
});
