/** Turns a file's bytes into text, or says why they are none. */

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

/**
 * The older encodings that reports come in, each with the characters that its texts are full of: the commonest ones of the
 * language, and the punctuation. Bytes read in a wrong encoding give rare characters instead.
 */
const older: readonly { readonly encoding: Encoding; readonly common: ReadonlySet<string> }[] = [
	{
		encoding: "gb18030",
		common: new Set(
			"的一是不了在人有我他这中大来上国和个到说们为子生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市总量年额率社银资金技绿碳排放减务，。、：；“”（）《》！？％",
		),
	},
	{
		encoding: "big5",
		common: new Set(
			"的一是不了在人有我他這中大來上國和個到說們為子生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市總量年額率社銀資金技綠碳排放減務，。、：；「」『』（）《》！？％",
		),
	},
	{
		encoding: "euc-kr",
		common: new Set(
			"이다는의에을를은가로하고한지기도사대인시정과자일들그리나서해있었것수주니어상제전부보적만장으년월여동라며면원공성국위구안세용경신소조화스비업영무회문관방연중내유분실당생선개통물모치명와진단재환요간운준품산요계체후출투약억개발책탄량총배",
		),
	},
	{ encoding: "windows-1252", common: new Set("‘’“”–—…•·£€¥©®™°±²³µ½¼×éèêëàâäáçñöóôüúíïßÉÄÖÜ§\u00a0") },
];

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
	if (mark || bytes.includes(0)) {
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
	if (best) {
		return { text: best.text, encoding: best.encoding };
	}
	return { text: null, fault: controlShare(bytes) > 0.05 ? "binary" : "unknown-encoding" };
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
