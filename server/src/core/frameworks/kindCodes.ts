/** Which disclosures go with which kind of figure. */
import { figureKinds } from "../../../data/frameworks/figureKinds.ts";
import type { FigureKindRow } from "./figureKind.ts";
import { findEntries, standardOf } from "./registry.ts";
import { isInForce, type ReportDate } from "./reportDate.ts";

/** The codes that a report of that date would cite for the kind; empty where the framework has nothing in force for it. */
export function codesFor(kind: FigureKindRow, framework: string, date: ReportDate): readonly string[] {
	const alternatives = kind.cite[framework] ?? [];
	const valid = alternatives.find((codes) => codes.every((written) => isValid(framework, written, date)));
	return (valid ?? []).map(withoutEdition);
}

function isValid(framework: string, written: string, date: ReportDate): boolean {
	const [code = "", edition] = written.split("@");
	return findEntries(framework, code).some(
		(entry) => (edition === undefined || entry.edition === edition) && isInForce(entry, date),
	);
}

function withoutEdition(written: string): string {
	return written.split("@")[0] as string;
}

/** Whether a code, or a whole standard, is one that a report may cite for figures of the kind, in any edition. */
export function fitsKind(kind: FigureKindRow, framework: string, code: string): boolean {
	return codesOf(kind, framework).some((one) => one === code || standardOf(framework, one) === code);
}

function codesOf(kind: FigureKindRow, framework: string): string[] {
	return [...(kind.cite[framework]?.flat() ?? []).map(withoutEdition), ...(kind.also?.[framework] ?? [])];
}

const kindsByCode = new Map<string, readonly FigureKindRow[]>();

/** The kinds that a code is first cited for (not those that may cite it besides); empty for general disclosures. */
export function kindsCiting(framework: string, code: string): readonly FigureKindRow[] {
	const key = `${framework} ${code}`;
	let kinds = kindsByCode.get(key);
	if (!kinds) {
		const rows: readonly FigureKindRow[] = figureKinds;
		kinds = rows.filter((kind) => kind.cite[framework]?.some((codes) => codes.map(withoutEdition).includes(code)));
		kindsByCode.set(key, kinds);
	}
	return kinds;
}
