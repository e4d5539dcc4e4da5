/** `npx tsx test/heldout/run.ts [dev|test]`: how the engine does on the labelled drafts, with the failures of the half that may be studied. */
import { type Half, type Score, scoreOwn, scoreSeeds } from "./score.ts";

const wanted = process.argv[2];
for (const half of ["dev", "test"] as const satisfies readonly Half[]) {
	if (wanted && wanted !== half) {
		continue;
	}
	show(`${half}: example sources`, await scoreSeeds(half), half === "dev");
	show(`${half}: own measures`, await scoreOwn(half, false), half === "dev");
	show(`${half}: own measures, another language`, await scoreOwn(half, true), half === "dev");
}

function show(title: string, score: Score, details: boolean): void {
	console.log(
		`## ${title}: ${score.found} of ${score.errors} errors found, ${score.falseAlarms} false alarms in ${score.correct}`,
	);
	for (const [key, { found, errors, falseAlarms, correct }] of [...score.byLanguage, ...score.byRule]) {
		console.log(`   ${key}: ${found}/${errors} found, ${falseAlarms} false alarms${correct > 0 ? ` in ${correct}` : ""}`);
	}
	for (const { file, line, text, wanted: rule, got } of details ? score.failures : []) {
		console.log(`${file}:${line} ${rule} <- ${got}\n      ${text}`);
	}
}
