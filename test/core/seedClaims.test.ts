import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extractClaims } from "../../server/src/core/claims/extract.ts";
import { standardGlossary } from "../../server/src/core/claims/glossary.ts";
import type { Claim } from "../../server/src/core/model.ts";
import { readSource } from "../../server/src/sources/readSource.ts";

interface ExpectedClaim {
	readonly id: string;
	readonly file: string;
	readonly printed: string;
	readonly value: string;
	readonly unit: string;
	readonly entity: string;
	readonly measure: string;
	readonly periodStart: string | null;
	readonly periodEnd: string | null;
	readonly qualifier: string;
	readonly kind: string;
}

const root = join(import.meta.dirname, "..", "..");
const expected: ExpectedClaim[] = JSON.parse(readFileSync(join(root, "test/fixtures/seed-claims.json"), "utf8"));
const originals = join(root, "../shared/seeds");

async function read(file: string) {
	const result = await readSource(file);
	assert.ok(!("skipped" in result), `${file} was skipped`);
	return result;
}

async function claimsOf(file: string): Promise<readonly Claim[]> {
	const { draft, source } = await read(file);
	return extractClaims(draft, source, standardGlossary()).claims;
}

const facts = (claim: Claim) => ({
	value: claim.value?.toString() ?? null,
	unit: claim.unit,
	entity: claim.entity,
	measure: claim.measure,
	periodStart: claim.period.start,
	periodEnd: claim.period.end,
	qualifier: claim.qualifier,
	kind: claim.kind,
});

/** Pairs each expected claim with one that has the same facts; both lists are left with what found no partner. */
function compare(claims: readonly Claim[], wanted: readonly ExpectedClaim[]): { missing: unknown[]; extra: unknown[] } {
	const left = claims.map((claim) => ({ printed: claim.printed, ...facts(claim) }));
	const missing: unknown[] = [];
	for (const { id, file: _file, printed: _printed, ...want } of wanted) {
		const at = left.findIndex((claim) => Object.entries(want).every(([key, value]) => claim[key as keyof typeof want] === value));
		if (at < 0) {
			missing.push({ id, ...want });
		} else {
			left.splice(at, 1);
		}
	}
	return { missing, extra: left };
}

describe("claims of the seeds", () => {
	it("expects 64 of them", () => {
		assert.equal(expected.length, 64);
	});

	for (const file of [...new Set(expected.map((one) => one.file))]) {
		it(`are all extracted from the digest ${file}, and no others`, async () => {
			const claims = await claimsOf(join(root, file));
			assert.deepEqual(
				compare(
					claims,
					expected.filter((one) => one.file === file),
				),
				{ missing: [], extra: [] },
			);
		});

		it(`are the same from the original article of ${file}`, async function () {
			if (!existsSync(originals)) {
				this.skip();
			}
			const { source } = await read(join(root, file));
			const original = readdirSync(originals).find((name) => readFileSync(join(root, file), "utf8").includes(name));
			assert.ok(original, `no original for ${source.key}`);
			const claims = await claimsOf(join(originals, original));
			assert.deepEqual(
				compare(
					claims,
					expected.filter((one) => one.file === file),
				),
				{ missing: [], extra: [] },
			);
		});
	}
});
