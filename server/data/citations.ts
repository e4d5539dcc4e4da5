/** The words by which sources are cited in running text, in every language. Entries of lists called patterns are fragments of regular expressions over folded, lower-case text. */

/** What a line begins with that names the sources of the table or figure above it. */
export const sourceLineWords = [
	"(?:data |information )?sources?",
	"(?:data|figures?) (?:from|source)",
	"references?",
	"notes?",
	"adapted from",
	"(?:数据|资料|信息|图表)?来源",
	"出处",
	"出自",
	"引自",
	"资料",
	"注",
	"备注",
	"(?:자료 ?|데이터 ?)?출처",
	"자료",
	"주",
] as const;

/** How a line begins that is written below a table. */
export const sourceLabels = { en: "Source: ", "zh-Hans": "资料来源：", "zh-Hant": "資料來源：", ko: "출처: " } as const;

/** Headers of columns that say where a row's figures come from. */
export const sourceColumnHeaders = [
	"(?:data |information )?sources?",
	"references?",
	"refs?",
	"citations?",
	"evidence",
	"(?:数据|资料|信息)?来源",
	"出处",
	"参考(?:资料|文献)?",
	"依据",
	"(?:자료 ?|데이터 ?)?출처",
	"근거(?: ?자료)?",
	"참고(?: ?자료)?",
] as const;

/** A sentence that says once where the figures of a whole document or section come from. */
export const blanketStatements = [
	"unless (?:otherwise|stated|noted|indicated)",
	"except (?:where|as) (?:otherwise )?(?:stated|noted|indicated)",
	"(?:all|the) (?:\\w+ ){0,3}(?:figures|data|numbers)\\b[^.]{0,80}\\b(?:come|comes|are|is|were|was|taken|drawn|sourced|derived?|based)\\b[^.]{0,60}\\b(?:from|on)\\b",
	"除(?:非)?(?:另有|特别|另行|别有)(?:说明|注明|标注|指明)",
	"(?:数据|数字)(?:均|皆|全部|主要|如无特别说明)?(?:来自|来源于|源自|取自|引自|摘自|出自|以)",
	"별도(?:의|로)? ?(?:표시|언급|표기|출처|명시)[^.]{0,12}(?:없는 한|없으면|않는 한|않으면)",
	"(?:수치|데이터|자료|통계)(?:는|들은|은)[^.]{0,60}(?:에서|따른|따랐|기준|인용|출처)",
] as const;

/** Publishers and authors that say that nobody is known. */
export const unknownNames = ["unknown", "anonymous", "n/a", "none", "不详", "佚名", "未知", "无", "미상", "알 수 없음"] as const;

/** What may stand before the first key in brackets: `[see @key]`. Anything else may be a message to somebody (`[ask @team]`). */
export const keyPrefixes = [
	"see",
	"see also",
	"but see",
	"see for example",
	"see e\\.g\\.,?",
	"cf\\.?",
	"e\\.g\\.,?",
	"for example,?",
	"compare",
	"from",
	"source:?",
	"参见",
	"參見",
	"另见",
	"另見",
	"参阅",
	"參閱",
	"详见",
	"詳見",
	"见",
	"見",
	"来源：?",
	"來源：?",
	"참조:?",
	"참고:?",
	"출처:?",
] as const;

/** What stands before the name of a source in brackets: "(see …", "（来源：…". */
export const leadWords = [
	"see(?: also)?",
	"cf",
	"e g",
	"source",
	"sources",
	"data from",
	"from",
	"according to",
	"as reported by",
	"参见",
	"见",
	"来源",
	"数据来源",
	"资料来源",
	"引自",
	"据",
	"출처",
	"자료",
	"참고",
] as const;

/** What Pandoc's and Quarto's cross-references begin with: `[@fig-emissions]` and `[@tbl:water]` cite no source. */
export const crossReferencePrefixes = [
	"fig",
	"tbl",
	"tab",
	"eq",
	"eqn",
	"sec",
	"lst",
	"thm",
	"lem",
	"cor",
	"prp",
	"def",
	"exm",
	"exr",
	"nte",
	"tip",
	"wrn",
	"imp",
	"cau",
] as const;

/** Keys that are addresses themselves (`[@doi:10.1000/182]`): tools look them up, no bibliography lists them. */
export const addressPrefixes = [
	"doi",
	"pmid",
	"pmcid",
	"isbn",
	"issn",
	"arxiv",
	"url",
	"http",
	"https",
	"wikidata",
	"raw",
] as const;

/**
 * What stands before and behind the name of who says so, as plain words without punctuation. "reported" and 披露 are not among them:
 * a company's own report says of the company, which is its publisher, that it reported something.
 */
export const attributionBefore = [
	"according to(?: the)?",
	"as reported (?:by|in)(?: the)?",
	"(?:figures|data|numbers) (?:from|by)(?: the)?",
	"(?:根)?据",
	"引自",
] as const;

export const attributionAfter = ["报道", "报导", "에 따르면", "에 의하면", "의? ?보도"] as const;
