import assert from "node:assert/strict";
import { splitSentences } from "../../server/src/core/draft/sentences.ts";

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** `|` stands where one sentence ends and the next begins. */
const cases = [
	"We used 5.2 kWh. |It fell by 3%! |Why? |Because.",
	"It was approx. 20 t in 2022. |In 2021 it was 30 t.",
	"See No. 5, Fig. 3 and p. 12, e.g. GRI 305, i.e. emissions.",
	"In the U.S. market and the U.S. Department of Energy. |The U.S. |We sell there.",
	"Ant Group Co., Ltd. invested RMB 5 bn. |The bank did not.",
	"Ant Group Co. Ltd. Hangzhou is its seat.",
	"by J. Smith et al. in 2020",
	"“We cut it.” |They did (by 5%.) |Good.",
	"1. Governance is here. |2. Strategy is there.",
	"排放量为20.46亿元。|同比下降3.5%！|为什么？|因为节能；|还有减排。",
	"他说：“减排了。”|然后走了。",
	"截至2022年末,共1.5万台。",
	"배출량은 12.5톤이다. |전년 대비 3% 줄었다. |2022. 12. 31. 기준이다.",
	"줄었다.|그리고 늘었다. |끝.",
	"Visit example.org for 2.0 and v1.2.3 of it.",
	"first line\n|second line",
	"It fell to 5 t. |2022 was better.",
	"一句话。|second one. |Third.",
];

describe("sentences", () => {
	for (const text of cases) {
		it(`of ${JSON.stringify(text)}`, () => {
			assert.deepEqual(
				sentencesOf(text.replaceAll("|", "")),
				text.split("|").map((part) => part.trim()),
			);
		});
	}

	it("cover all of the text but white space", () => {
		const text = "  One. Two?\n\n Three 3.5 t。四；五 ";
		const left = splitSentences(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
		assert.equal(left.trim(), "");
	});

	it("of nothing are none", () => assert.deepEqual(splitSentences(" \n "), []));
});
