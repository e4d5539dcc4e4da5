/** What can be wrong with a file that the workspace keeps for Tickmark, said so that whoever wrote it knows what to do. */
import type { MessageLanguage } from "../model.ts";
import { settleParticles } from "../text/koreanParticles.ts";

export interface ProblemDetails {
	/** What it is about, as written. */
	readonly name?: string;
	/** The part of the file that it is in: "measures", "figures[2]". */
	readonly what?: string;
	readonly allowed?: readonly string[];
	/** What was probably meant. */
	readonly guess?: string;
	/** Whose name it is already. */
	readonly owner?: string;
	/** In the words of the YAML reader or the operating system. */
	readonly detail?: string;
}

type Texts = Readonly<Record<MessageLanguage, string>>;
type Message = (details: Required<ProblemDetails>) => Texts;

const orList = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");
const didYouMean = (guess: string): Texts =>
	guess === ""
		? { en: "", zh: "", ko: "" }
		: { en: ` Did you mean \`${guess}\`?`, zh: `是否想写 \`${guess}\`？`, ko: ` \`${guess}\`을(를) 쓰려고 하셨나요?` };

const messages = {
	"not-yaml": ({ detail }) => ({
		en: `This is not YAML (${detail}), so nothing of the file can be used. Indent with spaces, and put texts with a colon or a # in quotes.`,
		zh: `不是有效的 YAML（${detail}），整个文件无法使用。请用空格缩进，含冒号或 # 的文本请加引号。`,
		ko: `올바른 YAML이 아니어서(${detail}) 파일 전체를 쓸 수 없습니다. 공백으로 들여쓰고, 콜론이나 #이 든 텍스트는 따옴표로 묶으세요.`,
	}),
	"not-text": ({ detail }) => ({
		en: `The file is not text (${detail}), so nothing of it can be used. Save it as UTF-8.`,
		zh: `文件不是文本（${detail}），无法使用。请另存为 UTF-8。`,
		ko: `텍스트 파일이 아니어서(${detail}) 쓸 수 없습니다. UTF-8로 저장하세요.`,
	}),
	unreadable: ({ detail }) => ({
		en: `The file cannot be read (${detail}), so nothing of it can be used. Check that it is a file and that you may read it.`,
		zh: `无法读取文件（${detail}），其内容未被使用。请确认它是文件，并且您有读取权限。`,
		ko: `파일을 읽을 수 없어(${detail}) 내용을 쓸 수 없습니다. 파일이 맞는지, 읽기 권한이 있는지 확인하세요.`,
	}),
	"too-large": ({ detail }) => ({
		en: `The file is larger than ${detail}, which nobody writes by hand, so it is not read. Check that it is the right file, and remove what does not belong there.`,
		zh: `文件超过 ${detail}，不像人工编写，因此未读取。请确认文件是否正确，并删除无关内容。`,
		ko: `파일이 ${detail}보다 커서 사람이 쓴 것으로 보이지 않아 읽지 않았습니다. 올바른 파일인지 확인하고 필요 없는 내용을 지우세요.`,
	}),
	"not-a-mapping": ({ what }) => ({
		en: `${what} is not a list of names with values, so it is left out. Write lines such as \`name: value\`, indented below it.`,
		zh: `${what} 不是“名称: 值”的形式，已忽略。请在其下缩进书写 \`名称: 值\`。`,
		ko: `${what}이(가) '이름: 값' 형식이 아니어서 제외했습니다. 그 아래에 들여써서 \`이름: 값\`으로 적으세요.`,
	}),
	"not-a-list": ({ what }) => ({
		en: `${what} is not a list, so it is left out. Write each item on a line of its own that begins with a dash.`,
		zh: `${what} 不是列表，已忽略。请每项单独一行，以短横线开头。`,
		ko: `${what}이(가) 목록이 아니어서 제외했습니다. 항목마다 줄을 바꾸고 줄표로 시작하세요.`,
	}),
	"not-a-text": ({ what }) => ({
		en: `${what} has to be a text, so it is left out. Write it on one line, in quotes where it holds special characters.`,
		zh: `${what} 必须是文本，已忽略。请写在一行内，含特殊字符时请加引号。`,
		ko: `${what}은(는) 텍스트여야 하므로 제외했습니다. 한 줄로 적고 특수 문자가 있으면 따옴표로 묶으세요.`,
	}),
	"bad-key": ({ what }) => ({
		en: `A name in ${what} is not a text, so its entry is left out. Give it a name.`,
		zh: `${what} 中有一个名称不是文本，该项已忽略。请为其命名。`,
		ko: `${what}에 텍스트가 아닌 이름이 있어 그 항목을 제외했습니다. 이름을 적으세요.`,
	}),
	"duplicate-key": ({ name }) => ({
		en: `\`${name}\` is there twice, and only the first counts. Put both together.`,
		zh: `\`${name}\` 出现两次，只有第一个有效。请合并。`,
		ko: `\`${name}\`이(가) 두 번 있어 첫 번째만 쓰입니다. 하나로 합치세요.`,
	}),
	"unknown-key": ({ name, what, allowed, guess }) => ({
		en: `${what} has no \`${name}\`, so it is left out.${didYouMean(guess).en} There are ${orList(allowed)}.`,
		zh: `${what} 中没有 \`${name}\` 这一项，已忽略。${didYouMean(guess).zh}可用的有：${orList(allowed)}。`,
		ko: `${what}에는 \`${name}\` 항목이 없어 제외했습니다.${didYouMean(guess).ko} 쓸 수 있는 것: ${orList(allowed)}.`,
	}),
	"split-value": ({ name, what }) => ({
		en: `A comma has cut a value of ${what} off before \`${name}\`, because between braces it ends one. Put the value in quotes.`,
		zh: `${what} 的值在 \`${name}\` 之前被逗号截断，因为在花括号内逗号表示值的结束。请给该值加引号。`,
		ko: `중괄호 안에서는 쉼표가 값을 끝내므로 ${what}의 값이 \`${name}\` 앞에서 잘렸습니다. 값을 따옴표로 묶으세요.`,
	}),
	"bad-value": ({ name, what, allowed, guess }) => ({
		en: `${what} cannot be \`${name}\`, so it is left out.${didYouMean(guess).en} It can be ${orList(allowed)}.`,
		zh: `${what} 不能是 \`${name}\`，已忽略。${didYouMean(guess).zh}可以是：${orList(allowed)}。`,
		ko: `${what}은(는) \`${name}\`일 수 없어 제외했습니다.${didYouMean(guess).ko} 쓸 수 있는 값: ${orList(allowed)}.`,
	}),
	"bad-id": ({ name, guess }) => ({
		en: `\`${name}\` cannot be a measure's id, so it is left out. Write small Latin letters, digits and underscores, for example \`${guess}\`; what people call it goes below \`names\`.`,
		zh: `\`${name}\` 不能作为指标标识，已忽略。请用小写拉丁字母、数字和下划线，例如 \`${guess}\`；人们使用的名称写在 \`names\` 下。`,
		ko: `\`${name}\`은(는) 지표 id가 될 수 없어 제외했습니다. \`${guess}\`처럼 소문자 로마자, 숫자, 밑줄로 적고, 부르는 이름은 \`names\` 아래에 적으세요.`,
	}),
	"not-own": ({ name, what }) => ({
		en: `\`${name}\` of ${what} is settled by Tickmark, so it is left out. Only names can be added to it; for a measure of your own choose another id.`,
		zh: `${what} 的 \`${name}\` 由 Tickmark 规定，已忽略。只能为其添加名称；自定义指标请使用其他标识。`,
		ko: `${what}의 \`${name}\`은(는) Tickmark가 정하므로 제외했습니다. 이름만 더할 수 있습니다. 자체 지표라면 다른 id를 쓰세요.`,
	}),
	nameless: ({ what }) => ({
		en: `${what} has no names, so it will never be found. Write below \`names\` what reports call it.`,
		zh: `${what} 没有名称，无法被识别。请在 \`names\` 下写出报告中的叫法。`,
		ko: `${what}에 이름이 없어 찾을 수 없습니다. 보고서에서 부르는 이름을 \`names\` 아래에 적으세요.`,
	}),
	"short-name": ({ name }) => ({
		en: `“${name}” is too short for a name: it would be found in half of all sentences, so it is left out. Write the whole name.`,
		zh: `“${name}”作为名称太短，会误中大量句子，已忽略。请写完整名称。`,
		ko: `“${name}”은(는) 이름으로 너무 짧아 엉뚱한 문장에서도 발견되므로 제외했습니다. 전체 이름을 적으세요.`,
	}),
	clash: ({ name, owner }) => ({
		en: `“${name}” is a name of ${owner} already, and a name can mean one thing only, so it is left out. Choose a longer name, or remove it here.`,
		zh: `“${name}”已是${owner}的名称，一个名称只能指一个对象，已忽略。请换用更长的名称，或在此删除。`,
		ko: `“${name}”은(는) 이미 ${owner}의 이름이고 한 이름은 하나만 가리킬 수 있어 제외했습니다. 더 긴 이름을 쓰거나 여기서 지우세요.`,
	}),
	"known-name": ({ name, owner }) => ({
		en: `“${name}” is a name of ${owner} already; it need not be here. Remove it.`,
		zh: `“${name}”已经是${owner}的名称，无需重复。可以删除。`,
		ko: `“${name}”은(는) 이미 ${owner}의 이름이라 적을 필요가 없습니다. 지우세요.`,
	}),
	"unknown-whole": ({ name, what }) => ({
		en: `${what} says it is part of \`${name}\`, which is not known, so that is left out. Name one that this file or Tickmark knows.`,
		zh: `${what} 注明属于 \`${name}\`，但后者未知，已忽略。请使用本文件或 Tickmark 已知的名称。`,
		ko: `${what}이(가) 속한다는 \`${name}\`을(를) 알 수 없어 제외했습니다. 이 파일이나 Tickmark가 아는 이름을 적으세요.`,
	}),
	"own-part": ({ name }) => ({
		en: `\`${name}\` cannot be a part of itself, not by way of others either, so that is left out. Name the whole that it belongs to.`,
		zh: `\`${name}\` 不能直接或间接属于自己，已忽略。请写它所属的整体。`,
		ko: `\`${name}\`은(는) 직접이든 간접이든 자신에 속할 수 없어 제외했습니다. 속하는 상위 항목을 적으세요.`,
	}),
	missing: ({ name, what }) => ({
		en: `${what} has no \`${name}\`, so it cannot support any figure and is left out. Add it.`,
		zh: `${what} 缺少 \`${name}\`，无法支持任何数字，已忽略。请补充。`,
		ko: `${what}에 \`${name}\`이(가) 없어 어떤 수치도 뒷받침할 수 없으므로 제외했습니다. 추가하세요.`,
	}),
	"no-figure": ({ name, what }) => ({
		en: `“${name}” of ${what} is not a figure that can be read, so it supports nothing and is left out. Write the number with its unit as a report prints it.`,
		zh: `${what} 的“${name}”无法识别为数字，不能支持任何内容，已忽略。请像报告那样写出数字和单位。`,
		ko: `${what}의 “${name}”을(를) 수치로 읽을 수 없어 제외했습니다. 보고서에 쓰듯 숫자와 단위를 적으세요.`,
	}),
	"not-in-statement": ({ name, what }) => ({
		en: `The statement of ${what} does not hold “${name}”, so it is not clear what was recorded and the entry is left out. Write the value as the statement prints it.`,
		zh: `${what} 的 statement 中没有“${name}”，无法确定记录的内容，已忽略。请按 statement 中的写法填写 value。`,
		ko: `${what}의 statement에 “${name}”이(가) 없어 무엇을 기록했는지 알 수 없으므로 제외했습니다. statement에 적힌 대로 value를 쓰세요.`,
	}),
	"other-unit": ({ name, what, owner }) => ({
		en: `The unit of ${what} is \`${name}\`, but its figure is in \`${owner}\`, so it is not clear what was recorded and the entry is left out. Correct one of them.`,
		zh: `${what} 的单位是 \`${name}\`，而其数字的单位是 \`${owner}\`，无法确定记录的内容，已忽略。请更正其一。`,
		ko: `${what}의 단위는 \`${name}\`인데 수치의 단위는 \`${owner}\`여서 무엇을 기록했는지 알 수 없으므로 제외했습니다. 하나를 고치세요.`,
	}),
	"bad-date": ({ name, what }) => ({
		en: `${what} is not a date, so it is left out: \`${name}\`. Write it as 2023-06-29.`,
		zh: `${what} 不是日期，已忽略：\`${name}\`。请写成 2023-06-29 的形式。`,
		ko: `${what}이(가) 날짜가 아니어서 제외했습니다: \`${name}\`. 2023-06-29처럼 적으세요.`,
	}),
	"bad-period": ({ name, what }) => ({
		en: `${what} is not a period, so the entry is left out: \`${name}\`. Write 2022, H1 2022, 2022-12-31 or 2022-04-01/2023-03-31.`,
		zh: `${what} 不是期间，该条目已忽略：\`${name}\`。请写成 2022、H1 2022、2022-12-31 或 2022-04-01/2023-03-31。`,
		ko: `${what}이(가) 기간이 아니어서 항목을 제외했습니다: \`${name}\`. 2022, H1 2022, 2022-12-31 또는 2022-04-01/2023-03-31처럼 적으세요.`,
	}),
} as const satisfies Readonly<Record<string, Message>>;

export type ProblemCode = keyof typeof messages;

export function problemTexts(code: ProblemCode, details: ProblemDetails): Texts {
	const all = { name: "", what: "", allowed: [], guess: "", owner: "", detail: "", ...details };
	const texts = (messages[code] as Message)(all);
	return { ...texts, ko: settleParticles(texts.ko) };
}
