/** The report as one HTML file that needs nothing else: it can be mailed, printed and archived. */
import type { Claim, MessageLanguage } from "../../core/model.ts";
import { words as verdictWords } from "../../features/words.ts";
import { describeQuantity, shortPeriod } from "../quantity.ts";
import { countStandings, type Entry, type ReportedDraft, type Standing, sourcesOf } from "./entries.ts";
import { type ReportWords, reportWords } from "./words.ts";

const standings: readonly Standing[] = ["open", "backed", "unchecked"];

/** @param version of the product that makes the report */
export function reportHtml(drafts: readonly ReportedDraft[], language: MessageLanguage, version: string): string {
	const say = reportWords[language];
	const counts = countStandings(drafts);
	const total = standings.reduce((sum, one) => sum + counts[one], 0);
	const title = drafts.map((draft) => draft.title || draft.file).join(", ");
	const filters = (["all", ...standings] as const).map(
		(one) =>
			`<input type="radio" name="show" id="show-${one}"${one === "all" ? " checked" : ""}><label for="show-${one}" class="${one}"><b>${one === "all" ? total : counts[one]}</b> ${escapeHtml(say.show[one])}</label>`,
	);
	return [
		"<!doctype html>",
		`<html lang="${language}">`,
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(say.title)}: ${escapeHtml(title)}</title>`,
		`<style>${style}</style>`,
		`<header><p class="kind">${escapeHtml(say.title)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(say.about)}</p></header>`,
		...filters,
		"<main>",
		...drafts.map((draft) => draftSection(draft, drafts.length > 1, language)),
		sourceTable(drafts, say),
		"</main>",
		`<footer>Tickmark ${escapeHtml(version)}</footer>`,
		"</html>",
		"",
	].join("\n");
}

function draftSection({ file, sha256, entries, others }: ReportedDraft, isNamed: boolean, language: MessageLanguage): string {
	const say = reportWords[language];
	let section: string | null = null;
	const articles = entries.map((entry) => {
		const at = entry.section.join(" › ");
		const isNew = at !== section;
		const opening = isNew
			? `${section === null ? "" : "</div>\n"}<div class="part">${at === "" ? "" : `<h3>${escapeHtml(at)}</h3>`}\n`
			: "";
		section = at;
		return opening + article(entry, language);
	});
	return [
		"<section>",
		`<h2>${escapeHtml(isNamed ? file : say.figures)}</h2>`,
		`<p class="file">${escapeHtml(file)} · SHA-256 <code>${sha256}</code></p>`,
		...(entries.length === 0 ? [`<p>${escapeHtml(say.noFigures)}</p>`] : [...articles, "</div>"]),
		...(others.length === 0
			? []
			: [
					`<div class="others"><h3>${escapeHtml(say.others)}</h3>`,
					"<ul>",
					...others.map(
						({ finding, line, text }) =>
							`<li class="${finding.severity}">${escapeHtml(say.line)} ${line}: <mark>${escapeHtml(text)}</mark> ${escapeHtml(finding.message)} <code>${finding.rule}</code></li>`,
					),
					"</ul></div>",
				]),
		"</section>",
	].join("\n");
}

function article(entry: Entry, language: MessageLanguage): string {
	const { located, line, sentence, figureAt, headers, standing, findings, claims } = entry;
	const say = reportWords[language];
	const { figure, verdict, derivation } = located.evidence;
	const printed = [
		escapeHtml(sentence.slice(0, figureAt.start)),
		`<mark>${escapeHtml(sentence.slice(figureAt.start, figureAt.end))}</mark>`,
		escapeHtml(sentence.slice(figureAt.end)),
	].join("");
	return [
		`<article class="${standing}">`,
		`<p>${headers.map((text) => `<span class="header">${escapeHtml(text)}</span>`).join("")}${printed}</p>`,
		`<p class="facts"><span class="verdict">${escapeHtml(verdictWords[language].verdicts[verdict].title)}</span> ${escapeHtml(describeQuantity(figure))} · ${escapeHtml(say.line)} ${line}</p>`,
		...findings.map(
			({ rule, severity, message }) => `<p class="finding ${severity}">${escapeHtml(message)} <code>${rule}</code></p>`,
		),
		...(derivation ? [`<p class="derivation">${escapeHtml(derivation.formula)}</p>`] : []),
		...distinct(claims).map((claim) => quotation(claim, say)),
		"</article>",
	].join("\n");
}

/** Claims of one passage are quoted once. */
function distinct(claims: readonly Claim[]): Claim[] {
	return [...new Map(claims.map((claim) => [`${claim.source.key}\n${claim.text}`, claim])).values()];
}

function quotation({ source, text, printed, locator, period }: Claim, say: ReportWords): string {
	const passage = text.replace(/\s+/g, " ").trim();
	const at = passage.indexOf(printed);
	const marked =
		at < 0
			? escapeHtml(passage)
			: `${escapeHtml(passage.slice(0, at))}<b>${escapeHtml(printed)}</b>${escapeHtml(passage.slice(at + printed.length))}`;
	const named = [source.title || source.key, source.own ? say.ownRecord : source.publisher, source.published].filter(Boolean);
	const place = `${source.file}:${locator.line + 1}${locator.page === undefined ? "" : `, ${say.columns.page} ${locator.page}`}`;
	const when = shortPeriod(period);
	return `<blockquote><p>${marked}</p><footer>${escapeHtml(named.join(", "))}${when === "" ? "" : ` · ${escapeHtml(when)}`} · <code>${escapeHtml(place)}</code></footer></blockquote>`;
}

function sourceTable(drafts: readonly ReportedDraft[], say: ReportWords): string {
	const sources = sourcesOf(drafts);
	if (sources.length === 0) {
		return "";
	}
	const heads = [say.columns.source, say.columns.publisher, say.columns.published, say.columns.sourceFile, say.figureCount];
	return [
		`<section class="sources"><h2>${escapeHtml(say.sources)}</h2>`,
		`<table><tr>${heads.map((text) => `<th>${escapeHtml(text)}</th>`).join("")}</tr>`,
		...sources.map(
			({ source, figures }) =>
				`<tr><td>${escapeHtml(source.title || source.key)}</td><td>${escapeHtml(source.own ? say.ownRecord : source.publisher)}</td><td><time>${escapeHtml(source.published)}</time></td><td><code>${escapeHtml(source.file)}</code><br><code class="hash">${escapeHtml(source.sha256)}</code></td><td class="count">${figures}</td></tr>`,
		),
		"</table></section>",
	].join("\n");
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --page: #fff; --open: #cf222e; --backed: #1a7f37; --warning: #9a6700; --mark: #fff3b0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --page: #0d1117; --open: #ff7b72; --backed: #3fb950; --warning: #d29922; --mark: #6b5900; } }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 54rem; padding: 0 1rem; font: 16px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Malgun Gothic", sans-serif; color: var(--ink); background: var(--page); }
h1 { margin: 0 0 .5rem; font-size: 1.7rem; line-height: 1.25; } h2 { margin: 2.5rem 0 .25rem; font-size: 1.3rem; } h3 { margin: 1.75rem 0 .5rem; font-size: 1rem; color: var(--soft); }
header p, .facts, .file, footer { color: var(--soft); } .kind { margin: 0; text-transform: uppercase; letter-spacing: .06em; font-size: .8rem; }
.file, .facts, footer { font-size: .85rem; } code { font-size: .85em; overflow-wrap: anywhere; } .hash { color: var(--soft); font-size: .7em; }
input[name="show"] { position: absolute; opacity: 0; }
label { display: inline-block; margin: .25rem .5rem .25rem 0; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 2rem; cursor: pointer; font-size: .9rem; }
label.open b { color: var(--open); } label.backed b { color: var(--backed); }
input:checked + label { border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; } input:focus-visible + label { outline: 2px solid Highlight; }
#show-open:checked ~ main article:not(.open), #show-backed:checked ~ main article:not(.backed), #show-unchecked:checked ~ main article:not(.unchecked) { display: none; }
#show-open:checked ~ main .part:not(:has(.open)), #show-backed:checked ~ main .part:not(:has(.backed)), #show-unchecked:checked ~ main .part:not(:has(.unchecked)) { display: none; }
#show-backed:checked ~ main .others, #show-unchecked:checked ~ main .others { display: none; }
article { margin: .75rem 0; padding: .6rem .9rem; border-left: 4px solid var(--line); background: color-mix(in srgb, var(--line) 14%, transparent); break-inside: avoid; }
article.open { border-color: var(--open); } article.backed { border-color: var(--backed); } article.unchecked { color: var(--soft); }
article p { margin: .15rem 0; } .verdict { font-weight: 600; } .open .verdict { color: var(--open); } .backed .verdict { color: var(--backed); }
mark { background: var(--mark); color: inherit; padding: 0 .15em; border-radius: .2em; }
.finding::before { content: "● "; color: var(--soft); } .error::before { color: var(--open); } .warning::before { color: var(--warning); }
.header { color: var(--soft); } .header::after { content: " | "; } time { white-space: nowrap; }
.derivation { font-variant-numeric: tabular-nums; } blockquote { margin: .5rem 0 .25rem; padding-left: .8rem; border-left: 2px solid var(--line); } blockquote p { margin: 0; }
.others li { margin: .35rem 0; } table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; } .count { text-align: right; }
body > footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; }
@media print { body { max-width: none; margin: 0; font-size: 11pt; } input, label { display: none; } article { border-left-width: 2pt; } }
`;
