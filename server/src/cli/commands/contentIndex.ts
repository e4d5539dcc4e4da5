/** `tickmark content-index`: the content index of a draft. */
import type { Command } from "../arguments.ts";
import { CommandError, type Texts } from "../errors.ts";
import { write } from "../output.ts";
import { words } from "../words.ts";

const nothing: Texts = {
	en: "cites no disclosure and declares no framework that requires any; cite one, such as GRI 305-1, or declare frameworks: [GRI] in the front matter",
	zh: "没有引用任何披露项，也没有声明有必报披露项的框架；请引用一项（例如 GRI 305-1），或在 front matter 中声明 frameworks: [GRI]",
	ko: "인용한 공시도, 필수 공시가 있는 프레임워크 선언도 없습니다. GRI 305-1 같은 공시를 인용하거나 front matter에 frameworks: [GRI]를 선언하세요",
};

export const command: Command = {
	spec: {
		name: "content-index",
		operands: "FILE",
		maxOperands: 1,
		description:
			"Prints the content index of a Markdown draft: every disclosure that it cites, with a link to where it stands, and the required ones that it does not disclose. What a writer put in the draft's own index is kept. With - the draft comes from standard input.",
		options: [
			{
				name: "write",
				help: "write the index into the file: where it has one, below a heading that says so, else at its end; the draft of - goes to standard output",
			},
			{ name: "config", value: "FILE", help: "settings in YAML or JSON; default: .tickmark/config.yaml of the workspace" },
			{
				name: "language",
				value: "LANGUAGE",
				choices: ["en", "zh", "ko"],
				help: "the language of messages; default: the configuration's, else en",
			},
		],
		examples: [
			["tickmark content-index report.md", "print it"],
			["tickmark content-index --write report.md", "write it into the report, or refresh it there"],
		],
	},
	async run(args) {
		const [operand] = args.operands;
		if (operand === undefined) {
			throw new CommandError("content-index needs a draft: tickmark content-index FILE; - reads standard input");
		}
		const { readConfiguration } = await import("../configuration.ts");
		const { findInputs, markdownFiles, readDraftInput } = await import("../inputs.ts");
		const { DraftReader } = await import("../../core/draft/readDraft.ts");
		const { insertIndex } = await import("../../core/contentIndex/contentIndex.ts");
		const { outlineOf } = await import("../../core/contentIndex/outline.ts");
		const { applyEdits, replaceFile } = await import("../replaceFile.ts");
		const { aboutFile } = await import("../errors.ts");
		const { settings } = await readConfiguration(args);
		try {
			const inputs = await findInputs([operand], markdownFiles);
			const input = inputs[0];
			if (!input || inputs.length > 1) {
				throw new CommandError(`${operand}: ${inputs.length} drafts; an index belongs to one, name it`);
			}
			const decoded = await readDraftInput(input);
			const reader = new DraftReader();
			const inserted = insertIndex(reader.read(decoded.text), settings);
			if (inserted.kind === "nothing") {
				throw aboutFile(input.name, nothing);
			}
			const text = applyEdits(decoded.text, inserted.edits);
			if (!args.has("write")) {
				const { region } = outlineOf(reader.read(text));
				await write(region ? `${text.slice(region.inner.start, region.inner.end).trim()}\n` : "");
			} else if (input.path === null) {
				await write(text);
			} else {
				if (inserted.edits.length > 0) {
					await replaceFile(input, { ...decoded, text });
				}
				await write(`${words[settings.language].indexed(input.name, inserted.kind)}\n`);
			}
		} catch (error) {
			throw error instanceof CommandError ? error.in(settings.language) : error;
		}
		return 0;
	},
};
