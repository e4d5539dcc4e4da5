/** The figures of the source articles, where they are at hand. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { readFigures } from "../../../server/src/core/figures/readFigures.ts";
import type { Figure, Qualifier } from "../../../server/src/core/model.ts";
import { detectLanguage } from "../../../server/src/core/text/language.ts";

const shared = new URL("../../../../shared/", import.meta.url);

interface GoldClaim {
	readonly id: string;
	readonly file: string;
	readonly line: number;
	readonly col: number;
	readonly endCol: number;
	readonly quote: string;
	readonly value: string;
	readonly unit: string;
	readonly qualifier: string;
	readonly qualifierDetail?: string;
	readonly checkworthy: boolean;
}

/** The annotation names units in its own way. */
const unitNames: Readonly<Record<string, string>> = {
	"CNY/loan": "CNY",
	"CNY/year": "CNY",
	"CNY/account/year": "CNY",
	"users/year": "user",
	"sheets (A4)": "sheet",
	percent: "%",
	ratio: "x",
	times: "x",
	counties: "county",
};
const qualifiers: Readonly<Record<string, Qualifier>> = {
	exact: "exact",
	approx: "about",
	more_than: "more-than",
	less_than: "less-than",
	at_least: "at-least",
	at_most: "at-most",
	nearly: "nearly",
};

function read(path: string): string {
	return readFileSync(new URL(path, shared), "utf8");
}

describe("the figures of the source articles", () => {
	const lines = new Map<string, { text: string; figures: Figure[] }[]>();
	const lineOf = ({ file, line }: { file: string; line: number }) => {
		let found = lines.get(file);
		if (!found) {
			const text = read(`seeds/${file}`);
			const language = detectLanguage(text);
			found = text.split("\n").map((each) => ({ text: each, figures: readFigures(each, { language }) }));
			lines.set(file, found);
		}
		return found[line - 1] as { text: string; figures: Figure[] };
	};

	before(function () {
		if (!existsSync(new URL("gold/seed-claims.json", shared))) {
			this.skip();
		}
	});

	it("finds every annotated figure", () => {
		const faults: string[] = [];
		for (const claim of JSON.parse(read("gold/seed-claims.json")) as GoldClaim[]) {
			const { figures } = lineOf(claim);
			const figure = figures.find(
				(each) => each.start < claim.endCol && claim.col < each.end && each.value?.toString() === claim.value,
			);
			if (!figure) {
				faults.push(`${claim.id}: nothing at ${claim.quote}`);
				continue;
			}
			const unit = unitNames[claim.unit] ?? (claim.unit.length > 3 ? claim.unit.replace(/s$/, "") : claim.unit);
			if (claim.checkworthy && figure.unit !== unit && claim.unit !== figure.unit) {
				faults.push(`${claim.id}: ${figure.unit} for ${unit}`);
			}
			const qualifier = qualifiers[claim.qualifierDetail ?? ""] ?? qualifiers[claim.qualifier];
			if (figure.qualifier !== qualifier) {
				faults.push(`${claim.id}: ${figure.qualifier} for ${qualifier}`);
			}
			if (figure.checkworthy !== claim.checkworthy) {
				faults.push(`${claim.id}: checkworthy ${figure.checkworthy}`);
			}
			// The annotation may cover the qualifier too; a noun straight behind it may belong to the figure.
			if (figure.start < claim.col) {
				faults.push(`${claim.id}: ${figure.text} starts before ${claim.quote}`);
			}
		}
		assert.deepEqual(faults, []);
	});

	it("reports nothing else as check-worthy", () => {
		const faults: string[] = [];
		const claims = JSON.parse(read("gold/seed-claims.json")) as GoldClaim[];
		const covered = (figure: Figure, file: string, line: number) =>
			claims.some(
				(claim) =>
					claim.file === file &&
					claim.line === line &&
					claim.checkworthy &&
					figure.start < claim.endCol &&
					claim.col < figure.end,
			);
		for (const item of JSON.parse(read("gold/seed-nonclaims.json")) as GoldClaim[]) {
			lineOf(item);
		}
		for (const [file, each] of lines) {
			for (const [index, { figures }] of each.entries()) {
				for (const figure of figures) {
					if (figure.checkworthy && !covered(figure, file, index + 1)) {
						faults.push(`${file}:${index + 1} ${figure.text}`);
					}
				}
			}
		}
		assert.deepEqual(faults, []);
	});
});
