/**
 * `npm run bench`: how long a check takes, as ratios within one run, so that they can be compared between machines.
 *
 * 1. A full check of a 1 MB draft against remark-parse + remark-gfm on the same text.
 * 2. A check after one typed character against the full check.
 * 3. Reading figures alone against the same parser, and how its time grows with the text.
 *
 * `--json` prints the numbers for machines, `--size BYTES` and `--rounds N` change what is measured.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { DraftChecker } from "../server/src/core/checkDraft.ts";
import type { ClaimsDatabase } from "../server/src/core/claims/database.ts";
import { extractClaims } from "../server/src/core/claims/extract.ts";
import { standardGlossary } from "../server/src/core/claims/glossary.ts";
import { createMemoryDatabase } from "../server/src/core/claims/memoryDatabase.ts";
import { DraftReader } from "../server/src/core/draft/readDraft.ts";
import { defaultSettings } from "../server/src/core/settings.ts";
import { collectSources } from "../server/src/sources/collectSources.ts";
import { readSource } from "../server/src/sources/readSource.ts";
import { measureFigures } from "./figures.ts";
import { makeDraft } from "./makeDraft.ts";

const { values } = parseArgs({
	options: {
		json: { type: "boolean", default: false },
		size: { type: "string", default: "1000000" },
		rounds: { type: "string", default: "5" },
	},
});
const size = Number(values.size);
const rounds = Number(values.rounds);
/** Typed characters a round: one alone is too quick for the clock. */
const keystrokes = 10;

async function seeds(): Promise<ClaimsDatabase> {
	const claims = [];
	for (const file of await collectSources([join(import.meta.dirname, "..", "seeds")])) {
		const source = await readSource(file);
		if (!("skipped" in source)) {
			claims.push(...extractClaims(source.draft, source.source, standardGlossary()).claims);
		}
	}
	return createMemoryDatabase(claims);
}

async function timed(work: () => unknown): Promise<number> {
	const start = process.hrtime.bigint();
	await work();
	return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (numbers: readonly number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const database = await seeds();
const text = makeDraft(size);
const options = { database, settings: defaultSettings };
const parser = unified().use(remarkParse).use(remarkGfm);
const times = { parse: [] as number[], read: [] as number[], full: [] as number[], typed: [] as number[] };
let findings = 0;
let figures = 0;
for (let round = 0; round < rounds; round += 1) {
	times.parse.push(await timed(() => parser.parse(text)));
	times.read.push(await timed(() => new DraftReader().read(text)));
	const checker = new DraftChecker();
	times.full.push(
		await timed(async () => {
			const checked = await checker.check(text, options);
			findings = checked?.findings.length ?? 0;
			figures = checked?.figures.length ?? 0;
		}),
	);
	// Typing in a word of a paragraph somewhere in the middle, another place each round.
	const place = text.indexOf(" the ", Math.floor((text.length * (round + 1)) / (rounds + 2)));
	let typed = text;
	const strokes: number[] = [];
	for (let stroke = 0; stroke < keystrokes; stroke += 1) {
		typed = `${typed.slice(0, place + 2)}x${typed.slice(place + 2)}`;
		strokes.push(await timed(() => checker.check(typed, options)));
	}
	times.typed.push(median(strokes));
}
const [parse, read, full, typed] = [median(times.parse), median(times.read), median(times.full), median(times.typed)];
const parsedAt = Buffer.byteLength(text) / parse;
const figureSpeeds = measureFigures(size, rounds).map((speed) => ({
	...speed,
	megabytesPerSecond: speed.bytes / speed.milliseconds / 1000,
	toParse: parsedAt / (speed.bytes / speed.milliseconds),
}));
const result = {
	draft: { bytes: Buffer.byteLength(text), codeUnits: text.length, figures, findings },
	milliseconds: { parse, read, full, typed },
	ratios: { fullToParse: full / parse, readToFull: read / full, typedToFull: typed / full },
	figures: figureSpeeds,
};
if (values.json) {
	console.log(JSON.stringify(result));
} else {
	console.log(
		`draft of ${Buffer.byteLength(text).toLocaleString("en-US")} bytes, ${figures.toLocaleString("en-US")} figures; medians of ${rounds} rounds`,
	);
	console.table({
		"full check / remark-parse + remark-gfm": {
			ms: `${full.toFixed(0)} / ${parse.toFixed(0)}`,
			ratio: (full / parse).toFixed(2),
		},
		"reading the draft and its figures / full check": {
			ms: `${read.toFixed(0)} / ${full.toFixed(0)}`,
			ratio: (read / full).toFixed(2),
		},
		"check after one typed character / full check": {
			ms: `${typed.toFixed(1)} / ${full.toFixed(0)}`,
			ratio: (typed / full).toFixed(4),
		},
	});
	console.log("reading figures alone, texts of the same size; the best of the rounds");
	console.table(
		Object.fromEntries(
			figureSpeeds.map(({ name, figures: found, megabytesPerSecond, toParse, growth }) => [
				name,
				{
					figures: found,
					"MB/s": megabytesPerSecond.toFixed(1),
					"figures / remark-parse + remark-gfm": toParse.toFixed(3),
					"four times the text / four times the time": growth.toFixed(2),
				},
			]),
		),
	);
}
