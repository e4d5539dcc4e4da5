/** Turns a file's bytes into text, or says why they are none. */
import { olderEncodings, westernCharacters, windows1252 } from "../../data/encodings.ts";

/** What a file is encoded in, as TextDecoder calls it. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "euc-kr" | "windows-1252";

export type Decoded =
	| { readonly text: string; readonly encoding: Encoding }
	| { readonly text: null; readonly fault: "empty" | "binary" | "unknown-encoding" };

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
	{ bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
	{ bytes: [0xff, 0xfe], encoding: "utf-16le" },
	{ bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

const older = olderEncodings.map(({ encoding, common }) => ({ encoding, common: new Set<string>(common) }));

/** Western characters stand alone among ASCII; the bytes of Chinese and Korean come in pairs. */
const western = new RegExp(`(?<![\\u0080-\\uffff])[${westernCharacters}](?![\\u0080-\\uffff])`, "gu");

/** Below this share of common characters among those beyond ASCII no reading is believed. Real text has 0.3 and more. */
const leastShare = 0.2;

/**
 * Decodes with the byte order mark where there is one, else as UTF-8, else in the older encoding whose reading looks most like
 * text. A byte order mark is not part of the text, and offsets do not count it.
 */
export function decodeText(bytes: Uint8Array): Decoded {
	if (bytes.length === 0) {
		return { text: null, fault: "empty" };
	}
	const mark = byteOrderMarks.find(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte));
	const encoding = mark?.encoding ?? "utf-8";
	const direct = decode(bytes, encoding);
	if (direct !== null && !direct.includes("\0")) {
		return direct.trim() === "" ? { text: null, fault: "empty" } : { text: direct, encoding };
	}
	if (mark || bytes.includes(0) || controlShare(bytes) > 0.02) {
		return { text: null, fault: "binary" };
	}
	let best: { readonly text: string; readonly encoding: Encoding; readonly share: number } | null = null;
	for (const { encoding, common } of older) {
		const text = decode(bytes, encoding);
		const share = text === null ? 0 : shareOf(text, common);
		if (text !== null && share > (best?.share ?? leastShare)) {
			best = { text, encoding, share };
		}
	}
	// By our own table: some versions of Node take windows-1252 for Latin-1.
	const text = Buffer.from(bytes)
		.toString("latin1")
		.replace(/[\u0080-\u009f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
	const beyond = text.match(/[^\0-\u007f]/g)?.length ?? 0;
	if ((text.match(western)?.length ?? 0) / beyond > (best?.share ?? leastShare)) {
		return { text, encoding: "windows-1252" };
	}
	if (best) {
		return { text: best.text, encoding: best.encoding };
	}
	return { text: null, fault: "unknown-encoding" };
}

/** null when the bytes are not of this encoding, or the runtime does not know it. */
function decode(bytes: Uint8Array, encoding: Encoding): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The share of `common` among the characters beyond ASCII. */
function shareOf(text: string, common: ReadonlySet<string>): number {
	let beyond = 0;
	let known = 0;
	for (const character of text) {
		if (character > "\u007f") {
			beyond += 1;
			known += common.has(character) ? 1 : 0;
		}
	}
	return beyond === 0 ? 0 : known / beyond;
}

/** The share of bytes that no text has: control characters other than tab, line feed, form feed, return and escape. */
function controlShare(bytes: Uint8Array): number {
	let controls = 0;
	for (const byte of bytes) {
		controls += byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27 ? 1 : 0;
	}
	return controls / bytes.length;
}
