/** JSON schemas of the files that a workspace keeps for Tickmark: for editors that complete and check YAML by them. */
import { recordKeys, recordKinds } from "../server/src/core/workspace/ownFigures.ts";
import {
	entityKeys,
	glossarySections,
	measureIdPattern,
	measureKeys,
	measureKinds,
	nameLanguages,
} from "../server/src/core/workspace/workspaceGlossary.ts";

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const draft = "http://json-schema.org/draft-07/schema#";
const text = { type: "string", minLength: 1 };
/** What YAML takes for a number or a date is a text here as well. */
const anyText = { type: ["string", "number", "null"] };
const textOrTexts = { anyOf: [text, { type: "array", items: text }] };

/** An object with exactly these keys: a key without a description here, or one that is none of them, does not compile. */
function objectOf<Key extends string>(
	keys: readonly Key[],
	properties: Readonly<Record<Key, Json>>,
): { readonly [key: string]: Json } {
	return {
		type: "object",
		additionalProperties: false,
		properties: Object.fromEntries(keys.map((key) => [key, properties[key]])),
	};
}

const describe = (description: string, schema: { readonly [key: string]: Json }): Json => ({ description, ...schema });

const names = describe("What reports call it: a text, a list of texts, or either of them by language.", {
	anyOf: [
		...textOrTexts.anyOf,
		objectOf(nameLanguages, {
			en: textOrTexts,
			zh: textOrTexts,
			"zh-Hans": textOrTexts,
			"zh-Hant": textOrTexts,
			ko: textOrTexts,
		}),
	],
});

const measure = objectOf(measureKeys, {
	names,
	kind: describe("What the value is where a sentence does not say; default: by the unit.", { enum: measureKinds }),
	unit: describe("Units that fit, as people write them (t, kWh, %, meals), or money, count, percent; default: any.", textOrTexts),
	"part-of": describe("The wider measure that it is a part or variety of, by its id.", text),
});

const entity = objectOf(entityKeys, {
	names,
	"part-of": describe("The organisation that it is a product, unit or subsidiary of.", text),
});

const glossarySchema: Json = {
	$schema: draft,
	title: "Tickmark: the workspace's glossary",
	...objectOf(glossarySections, {
		measures: describe("Measures by their id: of our own, or further names of those that Tickmark knows.", {
			type: ["object", "null"],
			propertyNames: { pattern: measureIdPattern.source },
			additionalProperties: { anyOf: [...textOrTexts.anyOf, measure] },
		}),
		entities: describe(
			"Organisations, units and products by their name: of our own, or further names of those that Tickmark knows.",
			{
				type: ["object", "null"],
				additionalProperties: { anyOf: [...textOrTexts.anyOf, { type: "null" }, entity] },
			},
		),
	}),
	type: ["object", "null"],
};

const ownFiguresSchema: Json = {
	$schema: draft,
	title: "Tickmark: our own figures",
	...objectOf(["figures"], {
		figures: describe("Figures of our own records, which no document gives.", {
			type: ["array", "null"],
			items: {
				...objectOf(recordKeys, {
					entity: describe("Whose figure it is.", anyText),
					measure: describe("What is quantified: a measure's id, or words.", anyText),
					value: describe("The figure as a report prints it, with its unit.", { type: ["string", "number"] }),
					unit: describe("Its unit, where the value does not say it.", anyText),
					period: describe("2022, H1 2022, 2022-12-31 or 2022-04-01/2023-03-31.", anyText),
					kind: describe("What the value is; default: as the statement says.", { enum: recordKinds }),
					owner: describe("Who answers for it.", anyText),
					date: describe("When it was entered, as 2023-06-29.", anyText),
					note: describe("Where it comes from.", anyText),
					statement: describe("The sentence or Markdown table that states it; the value stands in it.", anyText),
				}),
				required: ["value"],
			},
		}),
	}),
	type: ["object", "null"],
};

/** By path from the root. */
export const schemas: Readonly<Record<string, Json>> = {
	"schemas/glossary.schema.json": glossarySchema,
	"schemas/own-figures.schema.json": ownFiguresSchema,
};

/** Which files each is for, as the manifest says it. */
export const yamlValidation = [
	{ fileMatch: "**/.tickmark/glossary.yaml", url: "./schemas/glossary.schema.json" },
	{ fileMatch: "**/.tickmark/own-figures.yaml", url: "./schemas/own-figures.schema.json" },
];
