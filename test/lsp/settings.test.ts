import assert from "node:assert/strict";
import { defaultSettings } from "../../server/src/core/settings.ts";
import { messageLanguage, readSettings } from "../../server/src/lsp/settings.ts";

describe("reading settings", () => {
	const defaults = { settings: defaultSettings, claims: [], sources: [], bibliography: [], problems: [] };

	it("has a default for everything", () => {
		for (const section of [undefined, null, {}, { rules: {} }, { rules: null, claims: null }]) {
			assert.deepEqual(readSettings(section, "en"), defaults);
		}
	});

	it("takes what is right", () => {
		const section = {
			claims: ["a.db"],
			sources: ["sources"],
			frameworks: ["GRI", "TCFD"],
			entity: "WeBank",
			reportingPeriod: "2022-04-01/2023-03-31",
			rates: ["USD/CNY, 6.73, average, 2022"],
			bibliography: ["references.bib"],
			language: "ko",
			rules: { "scale-slip": "hint", "unsupported-figure": "off" },
			trace: { server: "verbose" },
		};
		assert.deepEqual(readSettings(section, "en"), {
			settings: {
				language: "ko",
				rules: { "scale-slip": "hint", "unsupported-figure": "off" },
				frameworks: ["GRI", "TCFD"],
				entity: "WeBank",
				reportingPeriod: "2022-04-01/2023-03-31",
				rates: [{ base: "USD", quote: "CNY", rate: "6.73", basis: "average", date: "2022" }],
			},
			claims: ["a.db"],
			sources: ["sources"],
			bibliography: ["references.bib"],
			problems: [],
		});
	});

	const wrong: [section: unknown, name: string, value: string, allowed: RegExp][] = [
		[{ language: "fr" }, "tickmark.language", '"fr"', /auto, en, zh, ko/],
		[{ rules: { "scale-slip": "loud" } }, "tickmark.rules.scale-slip", '"loud"', /error, warning, information, hint, off/],
		[{ rules: { "scale-slipp": "error" } }, "tickmark.rules.scale-slipp", '"error"', /scale-slip/],
		[{ rules: ["scale-slip"] }, "tickmark.rules", '["scale-slip"]', /unsupported-figure/],
		[{ claims: "a.db" }, "tickmark.claims", '"a.db"', /list/],
		[{ claims: [1] }, "tickmark.claims", "[1]", /list/],
		[{ claims: [""] }, "tickmark.claims", '[""]', /list/],
		[{ sources: {} }, "tickmark.sources", "{}", /list/],
		[{ frameworks: "GRI" }, "tickmark.frameworks", '"GRI"', /list/],
		[{ entity: 5 }, "tickmark.entity", "5", /text/],
		[{ reportingPeriod: "last year" }, "tickmark.reportingPeriod", '"last year"', /FY2022/],
		[{ reportingPeriod: 2022 }, "tickmark.reportingPeriod", "2022", /FY2022/],
		[{ rates: ["CNY/USD, 6.73"] }, "tickmark.rates", '["CNY/USD, 6.73"]', /USD\/CNY/],
		["all", "tickmark", '"all"', /object/],
		[[], "tickmark", "[]", /object/],
	];
	for (const [section, name, value, allowed] of wrong) {
		it(`says what is wrong with ${JSON.stringify(section)} and uses the default`, () => {
			const { problems, ...rest } = readSettings(section, "en");
			assert.equal(problems.length, 1);
			assert.equal(problems[0]?.name, name);
			assert.equal(problems[0]?.value, value);
			assert.match(problems[0]?.allowed ?? "", allowed);
			const { problems: _, ...expected } = defaults;
			assert.deepEqual(rest, expected);
		});
	}

	it("shortens a long value", () => {
		const { problems } = readSettings({ entity: ["x".repeat(1000)] }, "en");
		assert.equal(problems[0]?.value.length, 80);
	});

	it("keeps the other settings beside a wrong one", () => {
		const { settings, problems } = readSettings({ language: "xx", entity: "WeBank" }, "zh-cn");
		assert.equal(problems.length, 1);
		assert.equal(settings.entity, "WeBank");
		assert.equal(settings.language, "zh");
	});

	it("finds the language of a locale", () => {
		const locales = {
			"zh-cn": "zh",
			"zh-TW": "zh",
			zh_CN: "zh",
			ko: "ko",
			"ko_KR.UTF-8": "ko",
			en: "en",
			"de-de": "en",
			"": "en",
			kok: "en",
		};
		for (const [locale, language] of Object.entries(locales)) {
			assert.equal(messageLanguage(locale), language, locale);
		}
	});
});
