import type { Citation } from "../frameworks/citation.ts";
import { nameCode, printCodeLike, withLabel } from "../frameworks/printCitation.ts";
import { findEntries, findFramework, isUnknown, nearestCodes, standardOf } from "../frameworks/registry.ts";
import type { Fix, MessageLanguage } from "../model.ts";
import type { BlockFinding, Rule } from "./rule.ts";
import { say } from "./say.ts";

/** A cited code does not exist in its framework, or not in the edition that is written with it. */
export const unknownDisclosure: Rule = {
	id: "unknown-disclosure",
	severity: "error",
	summary: "A cited disclosure does not exist in its framework and edition.",
	why: "A reader who looks the disclosure up finds nothing, and an assurance provider cannot test the figure against it.",
	*check(context) {
		const { language } = context.settings;
		for (const { passage } of context.passages) {
			for (const citation of passage.citations) {
				const { framework, code, edition, codeSpan } = citation;
				if (code === null || codeSpan === null || !isUnknown(framework, code, edition)) {
					continue;
				}
				const near = nearestCodes(framework, code, edition);
				const printed = passage.text.slice(codeSpan.start, codeSpan.end);
				const finding: BlockFinding = {
					span: context.source(passage, citation.span),
					message: messageOf(citation, near, language),
					fixes: near.map((candidate): Fix => {
						const newText = printCodeLike(printed, framework, candidate);
						const name = nameCode(framework, candidate, language);
						return {
							title: say(language, { en: `Cite ${name}`, zh: `改为 ${name}`, ko: `${name}(으)로 바꾸기` }),
							safe: false,
							edits: [{ span: context.source(passage, codeSpan), newText }],
						};
					}),
				};
				yield finding;
			}
		}
	},
};

function messageOf({ framework, code, edition }: Citation, near: readonly string[], language: MessageLanguage): string {
	const name = `${framework} ${code}`;
	const standard = standardOf(framework, code as string);
	const parent = standard === code ? undefined : findEntries(framework, standard)[0];
	const elsewhere = edition !== null && findEntries(framework, code as string).length > 0;
	const place = elsewhere
		? withLabel(`${framework} ${standard}`, edition, language)
		: parent
			? nameCode(framework, standard, language)
			: (findFramework(framework)?.label[language] ?? framework);
	const first = near[0] === undefined ? null : nameCode(framework, near[0], language);
	return say(language, {
		en: `${name} does not exist: ${place} has no such ${parent ? "disclosure" : "code"}, so nobody can look up what the figure answers. ${first ? `Cite an existing one; the nearest is ${first}.` : "Cite an existing one."}`,
		zh: `${name} 不存在：${place}没有这一${parent ? "披露项" : "编号"}，读者无从核对。${first ? `请引用现有披露项，最接近的是 ${first}。` : "请引用现有披露项。"}`,
		ko: `${name}은(는) 없는 ${parent ? "공시 항목" : "번호"}입니다. ${place}에 해당 항목이 없어 독자가 확인할 수 없습니다. ${first ? `있는 항목을 인용하세요. 가장 가까운 것은 ${first}입니다.` : "있는 항목을 인용하세요."}`,
	});
}
