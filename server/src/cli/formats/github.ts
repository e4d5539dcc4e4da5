/** Annotations of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import { relative, sep } from "node:path";
import type { Severity } from "../../core/model.ts";
import type { CheckedInput } from "../checking.ts";
import type { ResultFormat } from "./format.ts";

const commands: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	information: "notice",
	hint: "notice",
};

export class GithubFormat implements ResultFormat {
	begin(): string {
		return "";
	}

	file({ input, lines, checked }: CheckedInput): string {
		const file = input.path === null ? "" : pathInRepository(input.path);
		return checked.findings
			.map((finding) => {
				const { start, end } = lines.range(finding.span);
				const properties = [
					...(file === "" ? [] : [`file=${escapeProperty(file)}`]),
					`line=${start.line + 1}`,
					`endLine=${end.line + 1}`,
					`col=${start.character + 1}`,
					// GitHub takes columns within one line only.
					...(end.line === start.line ? [`endColumn=${end.character + 1}`] : []),
					`title=${escapeProperty(finding.rule)}`,
				];
				return `::${commands[finding.severity]} ${properties.join(",")}::${escapeData(finding.message)}\n`;
			})
			.join("");
	}

	end(): string {
		return "";
	}
}

/** GitHub wants paths from the root of the repository, whatever the working folder is. */
function pathInRepository(path: string): string {
	const inside = relative(process.env.GITHUB_WORKSPACE || process.cwd(), path);
	return sep === "/" ? inside : inside.replaceAll(sep, "/");
}

function escapeData(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
