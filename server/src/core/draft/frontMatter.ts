/** The YAML at the top of a draft, between two lines of three dashes. */
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import { readFrontMatterRates } from "../conversion/userRates.ts";
import type { Language, MessageLanguage, Span } from "../model.ts";
import { detached } from "./detached.ts";
import type { Block, DraftProblem, FrontMatter } from "./draft.ts";
import { isoDate } from "./isoDate.ts";
import { LineWalker } from "./lines.ts";

export interface ReadFrontMatter {
	readonly frontMatter: FrontMatter;
	readonly problems: readonly DraftProblem[];
	/** The front matter as a block without passages; null where there is none. */
	readonly block: Block | null;
	/** Where the draft's Markdown begins. */
	readonly end: number;
}

/** @param last the result of the last read: it comes back when the front matter is the same. */
export function readFrontMatter(text: string, language: MessageLanguage, last: ReadFrontMatter | null): ReadFrontMatter {
	const start = text.startsWith("\uFEFF") ? 1 : 0;
	const yaml = findYaml(text, start);
	if (!yaml) {
		return last?.block === null && last.end === start
			? last
			: { frontMatter: { raw: {} }, problems: [], block: null, end: start };
	}
	const whole = text.slice(start, yaml.blockEnd);
	if (last?.block?.start === start && last.block.content.text === whole) {
		return last;
	}
	const reader = new YamlReader(detached(text.slice(yaml.start, yaml.end)), yaml.start, language);
	const frontMatter = reader.read();
	return {
		frontMatter,
		problems: reader.problems,
		block: { start, content: { text: detached(whole), passages: [], silences: [] } },
		end: yaml.next,
	};
}

/** Where the YAML stands; null where the text begins with none. A line of dashes can also be a rule. */
function findYaml(text: string, start: number): (Span & { blockEnd: number; next: number }) | null {
	const line = new LineWalker(text, start);
	if (!isFence(text, line, "---")) {
		return null;
	}
	line.moveOn();
	const yamlStart = line.start;
	/** Behind a rule comes prose; YAML begins with comments and a key. */
	let hasKey = false;
	for (; !line.isEnd; line.moveOn()) {
		if (isFence(text, line, "---") || isFence(text, line, "...")) {
			return { start: yamlStart, end: line.start, blockEnd: line.end, next: line.next };
		}
		if (!hasKey && text[line.first] !== "#") {
			hasKey = /^(?:["']?[\p{L}_][\p{L}\p{N}_ .-]*["']?\s*:(?:\s|$)|[{%])/u.test(text.slice(line.first, line.end));
			if (!hasKey) {
				return null;
			}
		}
	}
	return null;
}

function isFence(text: string, line: LineWalker, fence: string): boolean {
	return line.first === line.start && text.slice(line.start, line.end).trimEnd() === fence;
}

const texts = ["title", "key", "publisher", "author", "entity", "original", "sha256", "url"] as const;

/** What a writer may call a language. */
const languageNames: Readonly<Record<string, Language>> = {
	en: "en",
	english: "en",
	ko: "ko",
	kr: "ko",
	korean: "ko",
	한국어: "ko",
	zh: "zh-Hans",
	cn: "zh-Hans",
	chinese: "zh-Hans",
	"zh-hans": "zh-Hans",
	"zh-cn": "zh-Hans",
	"zh-sg": "zh-Hans",
	中文: "zh-Hans",
	简体中文: "zh-Hans",
	"zh-hant": "zh-Hant",
	"zh-tw": "zh-Hant",
	"zh-hk": "zh-Hant",
	"zh-mo": "zh-Hant",
	繁體中文: "zh-Hant",
};

class YamlReader {
	readonly problems: DraftProblem[] = [];
	private readonly yaml: string;
	private readonly offset: number;
	private readonly language: MessageLanguage;
	private pairs = new Map<string, Pair>();

	constructor(yaml: string, offset: number, language: MessageLanguage) {
		this.yaml = yaml;
		this.offset = offset;
		this.language = language;
	}

	read(): FrontMatter {
		const document = parseDocument(this.yaml, { prettyErrors: false, logLevel: "silent", keepSourceTokens: false });
		for (const { message, pos } of document.errors.slice(0, mostErrors)) {
			this.report({ start: pos[0], end: pos[1] }, say.notYaml(message)[this.language]);
		}
		const { contents } = document;
		if (contents !== null && !isMap(contents)) {
			if (document.errors.length === 0 && !(isScalar(contents) && contents.value === null)) {
				this.report({ start: 0, end: this.yaml.length }, say.noKeys[this.language]);
			}
			return { raw: {} };
		}
		for (const pair of ((contents as YAMLMap | null)?.items ?? []) as Pair[]) {
			const key = isScalar(pair.key) ? String(pair.key.value) : "";
			this.pairs.set(key.toLowerCase().replaceAll("_", "-"), pair);
		}
		const strings = Object.fromEntries(texts.map((key) => [key, this.text(key)]));
		const found = {
			...strings,
			published: this.date(),
			language: this.languageOf(),
			frameworks: this.frameworks(),
			reportingPeriod: this.text("reporting-period") ?? this.text("reportingperiod"),
		};
		const raw = this.raw(() => document.toJS({ maxAliasCount: 100 }));
		for (const { message } of readFrontMatterRates(raw.rates).faults) {
			this.reportKey("rates", message);
		}
		return { ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)), raw };
	}

	private raw(toJs: () => unknown): Readonly<Record<string, unknown>> {
		try {
			return (toJs() ?? {}) as Record<string, unknown>;
		} catch (error) {
			this.report({ start: 0, end: this.yaml.length }, say.notYaml(error instanceof Error ? error.message : "")[this.language]);
			return {};
		}
	}

	/** A key's value where it is a single one, with the text it is written as. */
	private scalar(key: string): { value: unknown; source: string } | null | undefined {
		const node = this.pairs.get(key)?.value;
		if (node === undefined || node === null || (isScalar(node) && node.value === null)) {
			return undefined;
		}
		return isScalar(node) ? { value: node.value, source: node.source ?? String(node.value) } : null;
	}

	private text(key: string): string | undefined {
		const scalar = this.scalar(key);
		if (scalar === undefined) {
			return undefined;
		}
		if (scalar === null) {
			const names = key === "author" ? this.list(key) : null;
			if (names) {
				return names.join(", ");
			}
			this.reportKey(key, say.noText(key));
			return undefined;
		}
		// `reporting-period: 2022` and `key: 007` mean what they look like.
		return typeof scalar.value === "string"
			? scalar.value
			: scalar.value instanceof Date
				? scalar.value.toISOString().slice(0, 10)
				: scalar.source;
	}

	private date(): string | undefined {
		const text = this.text("published");
		const date = text === undefined ? undefined : isoDate(text);
		if (date === null) {
			this.reportKey("published", say.noDate);
		}
		return date ?? undefined;
	}

	private languageOf(): Language | undefined {
		const named = this.text("language");
		// `lang` is Pandoc's and others', where it may name what is unknown here.
		const name = named ?? (this.scalar("lang") ? this.text("lang") : undefined);
		const key = name?.trim().toLowerCase().replaceAll("_", "-") ?? "";
		const language =
			languageNames[key] ?? languageNames[key.split("-").slice(0, 2).join("-")] ?? languageNames[key.split("-")[0] ?? ""];
		if (named !== undefined && !language) {
			this.reportKey("language", say.noLanguage(named));
		}
		return language;
	}

	private frameworks(): string[] | undefined {
		const scalar = this.scalar("frameworks");
		if (scalar === undefined) {
			return undefined;
		}
		const names =
			scalar === null ? this.list("frameworks") : typeof scalar.value === "string" ? scalar.value.split(/[,;，、；]/) : null;
		if (!names) {
			this.reportKey("frameworks", say.noFrameworks);
			return undefined;
		}
		return names.map((name) => name.trim()).filter((name) => name !== "");
	}

	/** The texts of a list of texts; null where the value is something else. */
	private list(key: string): string[] | null {
		const node = this.pairs.get(key)?.value;
		const items: unknown = node && typeof node === "object" && "items" in node ? node.items : null;
		if (!Array.isArray(items) || !items.every((item) => isScalar(item) && item.value !== null)) {
			return null;
		}
		return items.map((item) => (typeof item.value === "string" ? item.value : (item.source ?? String(item.value))));
	}

	private reportKey(key: string, message: Readonly<Record<MessageLanguage, string>>): void {
		const pair = this.pairs.get(key);
		const range = rangeOf(pair?.value) ?? rangeOf(pair?.key) ?? [0, this.yaml.length];
		this.report({ start: range[0], end: range[1] }, message[this.language]);
	}

	private report({ start, end }: Span, message: string): void {
		const from = Math.min(start, Math.max(0, this.yaml.length - 1));
		const to = Math.min(this.yaml.length, Math.max(end, from + 1));
		this.problems.push({ span: { start: this.offset + from, end: this.offset + to }, message });
	}
}

/** One slip in YAML can make many. */
const mostErrors = 5;

function rangeOf(node: unknown): readonly [number, number] | null {
	const range: unknown = node && typeof node === "object" && "range" in node ? node.range : null;
	return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : null;
}

type Message = Readonly<Record<MessageLanguage, string>>;

const say = {
	notYaml: (reason: string): Message => ({
		en: `The front matter is not valid YAML (${reason.replace(/\.?\s*$/, "")}), so some of its settings may be lost; correct this line.`,
		zh: `文首的 YAML 无法解析（${reason.replace(/\.?\s*$/, "")}），部分设置可能不起作用；请更正此行。`,
		ko: `문서 머리의 YAML을 읽을 수 없어(${reason.replace(/\.?\s*$/, "")}) 일부 설정이 적용되지 않을 수 있습니다. 이 줄을 고치십시오.`,
	}),
	noKeys: {
		en: "The front matter holds no keys, so it sets nothing; write lines such as “entity: WeBank”.",
		zh: "文首没有任何键，因此不起作用；请写成“entity: 微众银行”这样的行。",
		ko: "문서 머리에 키가 없어 아무 설정도 적용되지 않습니다. “entity: 위뱅크” 같은 줄을 쓰십시오.",
	} satisfies Message,
	noText: (key: string): Message => ({
		en: `“${key}” in the front matter is not a text, so it is not used; write one value behind the colon.`,
		zh: `文首的“${key}”不是文本，因此未被采用；请在冒号后写一个值。`,
		ko: `문서 머리의 “${key}”가 텍스트가 아니어서 쓰이지 않습니다. 쌍점 뒤에 값 하나를 쓰십시오.`,
	}),
	noDate: {
		en: "“published” in the front matter is not a date, so the draft counts as undated; write it as 2023-06-29.",
		zh: "文首的“published”不是日期，因此文稿视为无日期；请写成 2023-06-29。",
		ko: "문서 머리의 “published”가 날짜가 아니어서 날짜가 없는 문서로 봅니다. 2023-06-29처럼 쓰십시오.",
	} satisfies Message,
	noLanguage: (name: string): Message => ({
		en: `The front matter names the language “${name}”, which Tickmark does not read, so the language is detected instead; write en, zh-Hans, zh-Hant or ko.`,
		zh: `文首的语言“${name}”不受支持，因此改为自动识别；请写 en、zh-Hans、zh-Hant 或 ko。`,
		ko: `문서 머리의 언어 “${name}”은(는) 지원하지 않아 언어를 자동으로 판별합니다. en, zh-Hans, zh-Hant, ko 중 하나를 쓰십시오.`,
	}),
	noFrameworks: {
		en: "“frameworks” in the front matter is not a list of names, so it is not used; write it as [GRI, TCFD].",
		zh: "文首的“frameworks”不是名称列表，因此未被采用；请写成 [GRI, TCFD]。",
		ko: "문서 머리의 “frameworks”가 이름 목록이 아니어서 쓰이지 않습니다. [GRI, TCFD]처럼 쓰십시오.",
	} satisfies Message,
};
