/** Every rule, in the order of the catalogue. */
import { ambiguousEdition } from "./ambiguous-edition.ts";
import { avoidedEmissionsNetted } from "./avoided-emissions-netted.ts";
import { contradictedFigure } from "./contradicted-figure.ts";
import { cumulativeAsAnnual } from "./cumulative-as-annual.ts";
import { cumulativeRegression } from "./cumulative-regression.ts";
import { disagreeingFigures } from "./disagreeing-figures.ts";
import { emissionsWithoutScope } from "./emissions-without-scope.ts";
import { entityMismatch } from "./entity-mismatch.ts";
import { excessPrecision } from "./excess-precision.ts";
import { implausibleFactor } from "./implausible-factor.ts";
import { impossibleFigure } from "./impossible-figure.ts";
import { inconsistentConversion } from "./inconsistent-conversion.ts";
import { intensityMismatch } from "./intensity-mismatch.ts";
import { mismatchedUnit } from "./mismatched-unit.ts";
import { missingFrameworkCitation } from "./missing-framework-citation.ts";
import { missingSourceCitation } from "./missing-source-citation.ts";
import { mixedRates } from "./mixed-rates.ts";
import { multipleMismatch } from "./multiple-mismatch.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { percentChangeMismatch } from "./percent-change-mismatch.ts";
import { periodMismatch } from "./period-mismatch.ts";
import { qualifierDrift } from "./qualifier-drift.ts";
import type { Rule } from "./rule.ts";
import { scaleSlip } from "./scale-slip.ts";
import { shareMismatch } from "./share-mismatch.ts";
import { staleContentIndex } from "./stale-content-index.ts";
import { staleFigure } from "./stale-figure.ts";
import { statementOfUse } from "./statement-of-use.ts";
import { sumMismatch } from "./sum-mismatch.ts";
import { supersededDisclosure } from "./superseded-disclosure.ts";
import { targetAsResult } from "./target-as-result.ts";
import { targetWithoutBaseline } from "./target-without-baseline.ts";
import { unbackedNeutrality } from "./unbacked-neutrality.ts";
import { undisclosedRate } from "./undisclosed-rate.ts";
import { unknownDisclosure } from "./unknown-disclosure.ts";
import { unknownSourceCitation } from "./unknown-source-citation.ts";
import { unsupportedFigure } from "./unsupported-figure.ts";
import { unusedSilence } from "./unused-silence.ts";
import { vagueClaim } from "./vague-claim.ts";
import { wrongDisclosure } from "./wrong-disclosure.ts";

export const rules: readonly Rule[] = [
	contradictedFigure,
	scaleSlip,
	mismatchedUnit,
	targetAsResult,
	periodMismatch,
	cumulativeAsAnnual,
	entityMismatch,
	qualifierDrift,
	excessPrecision,
	unsupportedFigure,
	staleFigure,
	missingSourceCitation,
	unknownSourceCitation,
	inconsistentConversion,
	mixedRates,
	undisclosedRate,
	sumMismatch,
	percentChangeMismatch,
	shareMismatch,
	intensityMismatch,
	multipleMismatch,
	disagreeingFigures,
	impossibleFigure,
	implausibleFactor,
	cumulativeRegression,
	partExceedsWhole,
	missingFrameworkCitation,
	unknownDisclosure,
	supersededDisclosure,
	ambiguousEdition,
	wrongDisclosure,
	unbackedNeutrality,
	targetWithoutBaseline,
	emissionsWithoutScope,
	avoidedEmissionsNetted,
	vagueClaim,
	statementOfUse,
	staleContentIndex,
	unusedSilence,
];
