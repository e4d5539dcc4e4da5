/** The columns of the claim index as blobs of the database file, and back. Numbers are little-endian, as every platform here is. */
import type { ClaimColumns } from "../core/claims/claimIndex.ts";

type Name = keyof ClaimColumns;

const textColumns = ["dimensions", "measures", "entities"] as const satisfies readonly Name[];
const unsigned = [
	"starts",
	"row",
	"measure",
	"entity",
	"pairs",
	"byMeasureEntity",
	"byMeasure",
	"byEntity",
	"valuesByMeasureEntity",
	"valuesByMeasure",
	"valuesByEntity",
	"wide",
] as const satisfies readonly Name[];
const signed = ["periods", "periodsByMeasureEntity"] as const satisfies readonly Name[];
const doubles = ["values"] as const satisfies readonly Name[];

export function storeColumns(columns: ClaimColumns): [name: string, blob: Uint8Array][] {
	return [
		...textColumns.map((name): [string, Uint8Array] => [name, new TextEncoder().encode(JSON.stringify(columns[name]))]),
		...[...unsigned, ...signed, ...doubles].map((name): [string, Uint8Array] => {
			const { buffer, byteOffset, byteLength } = columns[name];
			return [name, new Uint8Array(buffer, byteOffset, byteLength)];
		}),
	];
}

/**
 * @param blobOf the stored column of a name, undefined where there is none
 * @throws RangeError or SyntaxError when a column is missing or is not what was stored.
 */
export function readColumns(blobOf: (name: string) => Uint8Array | undefined): ClaimColumns {
	const bytes = (name: Name): Uint8Array<ArrayBuffer> => {
		const blob = blobOf(name);
		if (!blob) {
			throw new RangeError(`the column ${name} is missing`);
		}
		// The columns look at the whole of a buffer, which must be theirs alone.
		const own = blob.buffer instanceof ArrayBuffer && blob.byteLength === blob.buffer.byteLength;
		return own ? (blob as Uint8Array<ArrayBuffer>) : new Uint8Array(blob);
	};
	const all = <N extends Name, T>(names: readonly N[], read: (name: N) => T): Record<N, T> =>
		Object.fromEntries(names.map((name) => [name, read(name)])) as Record<N, T>;
	return {
		...all(textColumns, (name) => {
			const list: unknown = JSON.parse(new TextDecoder().decode(bytes(name)));
			if (!Array.isArray(list) || !list.every((item) => typeof item === "string")) {
				throw new RangeError(`the column ${name} is not a list of names`);
			}
			return list as string[];
		}),
		...all(unsigned, (name) => new Uint32Array(bytes(name).buffer)),
		...all(signed, (name) => new Int32Array(bytes(name).buffer)),
		...all(doubles, (name) => new Float64Array(bytes(name).buffer)),
	};
}
