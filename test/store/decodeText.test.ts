import assert from "node:assert/strict";
import { decodeText, type Encoding } from "../../server/src/sources/decodeText.ts";

/** Encodes with what the decoder reads: Node has no encoders but UTF-8's. */
function encoder(encoding: Encoding): (text: string) => Uint8Array {
	const bytesOf = new Map<string, readonly number[]>(
		Array.from({ length: 0x80 }, (_, code) => [String.fromCharCode(code), [code]]),
	);
	if (encoding === "windows-1252") {
		for (const [character, byte] of [..."éèä£"]
			.map((one): [string, number] => [one, one.charCodeAt(0)])
			.concat([
				["€", 0x80],
				["’", 0x92],
				["–", 0x96],
			])) {
			bytesOf.set(character, [byte]);
		}
	} else {
		const decoder = new TextDecoder(encoding);
		for (let lead = 0x81; lead < 0xff; lead += 1) {
			for (let trail = 0x40; trail < 0xff; trail += 1) {
				const text = decoder.decode(Uint8Array.of(lead, trail));
				if ([...text].length === 1 && text !== "\ufffd" && !bytesOf.has(text)) {
					bytesOf.set(text, [lead, trail]);
				}
			}
		}
	}
	return (text) =>
		Uint8Array.from(
			[...text].flatMap((character) => {
				const bytes = bytesOf.get(character);
				assert.ok(bytes, `${encoding} has no ${character}`);
				return bytes;
			}),
		);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
	for (const [i, unit] of [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))].entries()) {
		view.setUint16(i * 2, unit, littleEndian);
	}
	return new Uint8Array(view.buffer);
}

const texts: Readonly<Record<string, { readonly encoding: Encoding; readonly texts: readonly string[] }>> = {
	"simplified Chinese in GB18030": {
		encoding: "gb18030",
		texts: [
			"截至2022年末，公司累计发放贷款超4.1亿笔，节约纸张逾30亿张。",
			"年报",
			"2022年，我行温室气体排放总量为12,345吨二氧化碳当量，同比下降5.2%。",
			"单位：万元",
		],
	},
	"traditional Chinese in Big5": {
		encoding: "big5",
		texts: [
			"截至2022年底，本公司溫室氣體排放量為12,345公噸，較去年減少5.2%。",
			"永續發展報告書",
			"員工人數共計3,456人，女性佔45%。",
		],
	},
	"Korean in EUC-KR": {
		encoding: "euc-kr",
		texts: [
			"2022년 온실가스 배출량은 12,345톤으로 전년 대비 5.2% 감소했다.",
			"지속가능경영보고서",
			"연구개발비는 204억 6000만 위안에 달한다.",
		],
	},
	"English in windows-1252": {
		encoding: "windows-1252",
		texts: [
			"The company’s emissions fell by 5% – the first time since 2015.",
			"Revenue of £3.4 million",
			"Société Générale invested €20m.",
		],
	},
};

describe("decoding sources", () => {
	for (const [name, { encoding, texts: samples }] of Object.entries(texts)) {
		const encode = encoder(encoding);
		for (const text of samples) {
			it(`reads ${name}: ${text}`, () => {
				assert.deepEqual(decodeText(encode(text)), { text, encoding });
			});
		}
	}

	const text = "排放量 12,345 吨 😀";

	it("reads UTF-8 with and without a byte order mark, which is not part of the text", () => {
		const bytes = new TextEncoder().encode(text);
		assert.deepEqual(decodeText(bytes), { text, encoding: "utf-8" });
		assert.deepEqual(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)), { text, encoding: "utf-8" });
	});

	it("reads UTF-16 with a byte order mark", () => {
		assert.deepEqual(decodeText(utf16(text, true)), { text, encoding: "utf-16le" });
		assert.deepEqual(decodeText(utf16(text, false)), { text, encoding: "utf-16be" });
	});

	it("tells what is no text from what cannot be told", () => {
		const fault = (bytes: Uint8Array): string => {
			const decoded = decodeText(bytes);
			return decoded.text === null ? decoded.fault : decoded.encoding;
		};
		assert.equal(fault(new Uint8Array()), "empty");
		assert.equal(fault(new TextEncoder().encode(" \r\n\t")), "empty");
		assert.equal(fault(Uint8Array.of(0xef, 0xbb, 0xbf)), "empty");
		assert.equal(fault(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0xff)), "binary");
		assert.equal(fault(new TextEncoder().encode("text with \0 in it")), "binary");
		assert.equal(fault(Uint8Array.from({ length: 400 }, (_, i) => (i * 151 + 1) % 255 || 1)), "binary");
		// Cyrillic in KOI8-R: text, but in none of the encodings that are tried.
		assert.equal(
			fault(Uint8Array.of(0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xcd, 0xc9, 0xd2, 0x20, 0xd1)),
			"unknown-encoding",
		);
		// UTF-16 that ends in the middle of a character.
		assert.equal(fault(utf16(text, true).subarray(0, -1)), "binary");
	});
});
