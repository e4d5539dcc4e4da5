/** Checks inputs one after the other: what `check` and `fix` have in common. */
import { dirname } from "node:path";
import { type CheckedDraft, DraftChecker } from "../core/checkDraft.ts";
import { type Evidence, spokenClaims } from "../core/claims/evidence.ts";
import { type Explanation, explainFrom } from "../core/claims/explain.ts";
import type { Glossary } from "../core/claims/glossary.ts";
import type { Claim, Finding, Severity } from "../core/model.ts";
import type { Bibliographies } from "../sources/bibliographies.ts";
import type { OpenClaimsDatabase } from "../store/openDatabase.ts";
import type { Arguments } from "./arguments.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { CommandError, Failures } from "./errors.ts";
import { type DecodedText, findInputs, type Input, markdownFiles, readDraftInput } from "./inputs.ts";
import { Lines } from "./lines.ts";
import { note } from "./output.ts";
import { Progress } from "./progress.ts";
import { openEvidence, type WorkspaceEvidence } from "./workspace.ts";

/** A draft and what came of it. */
export interface CheckedInput {
	readonly input: Input;
	readonly decoded: DecodedText;
	readonly lines: Lines;
	readonly checked: CheckedDraft;
	/** The claims that findings rest on, by id. */
	readonly claims: ReadonlyMap<string, Claim>;
}

/** Everything that is needed to check a text again and again. */
export class Checking {
	readonly configuration: Configuration;
	readonly failures: Failures;
	private readonly database: OpenClaimsDatabase;
	private readonly glossary: Glossary;
	private readonly inputs: readonly Input[];
	private bibliographies: Bibliographies | null = null;

	private constructor(
		configuration: Configuration,
		{ database, glossary, problems }: WorkspaceEvidence,
		inputs: readonly Input[],
	) {
		this.configuration = configuration;
		this.database = database;
		this.glossary = glossary;
		this.inputs = inputs;
		this.failures = new Failures(configuration.settings.language);
		for (const { text, whole } of problems) {
			this.failures.note(text, whole);
		}
	}

	/** @param operands which inputs to check */
	static async start(args: Arguments, operands: readonly string[] = args.operands): Promise<Checking> {
		const configuration = await readConfiguration(args);
		try {
			const inputs = await findInputs(operands, markdownFiles);
			return new Checking(configuration, await openEvidence(configuration.claims), inputs);
		} catch (error) {
			throw error instanceof CommandError ? error.in(configuration.settings.language) : error;
		}
	}

	/** Each input that can be read, checked; the others are reported. */
	async *results(): AsyncGenerator<CheckedInput> {
		const progress = new Progress();
		for (const [index, input] of this.inputs.entries()) {
			progress.update(index, this.inputs.length, input.name);
			const decoded = await this.failures.catch(() => readDraftInput(input));
			if (decoded) {
				const result = await this.check(input, decoded, this.newChecker());
				progress.clear();
				yield result;
			}
		}
		progress.clear();
	}

	newChecker(): DraftChecker {
		return new DraftChecker(this.glossary);
	}

	async check(input: Input, decoded: DecodedText, checker: DraftChecker): Promise<CheckedInput> {
		const { settings, bibliography } = this.configuration;
		const folder = input.path === null ? process.cwd() : dirname(input.path);
		this.bibliographies ??= new (await import("../sources/bibliographies.ts")).Bibliographies();
		const bibliographies = await this.bibliographies.of(input.name, decoded.text, folder, bibliography);
		const checked = await checker.check(decoded.text, { database: this.database, settings, bibliographies });
		if (!checked) {
			throw new Error("a check that nobody aborted has no result");
		}
		const claims = new Map<string, Claim>();
		for (const { evidence } of checked.figures) {
			for (const claim of spokenClaims(evidence)) {
				claims.set(claim.id, claim);
			}
		}
		return { input, decoded, lines: new Lines(decoded.text), checked, claims };
	}

	/** Why a figure has its verdict. */
	explain(evidence: Evidence, { glossary }: CheckedDraft): Promise<Explanation> {
		return explainFrom(this.database, evidence, glossary);
	}

	/** Says on standard error what is wrong with a draft itself, such as front matter that is not YAML. */
	reportProblems({ input, lines, checked }: CheckedInput): void {
		for (const { span, message } of checked.draft.problems) {
			const { line, character } = lines.position(span.start);
			note(`${input.name}:${line + 1}:${character + 1}: ${message}`);
		}
	}

	/** The exit code after all results. @param worst the severest finding that is left */
	exitCode(worst: Severity | null, args: Arguments): number {
		this.database.close();
		const least = severityOrder.indexOf((args.get("fail-on") ?? "error") as Severity);
		const failed = worst !== null && severityOrder.indexOf(worst) <= least;
		return this.failures.exitCode || (failed ? 1 : 0);
	}
}

/** Severest first. */
const severityOrder: readonly Severity[] = ["error", "warning", "information", "hint"];

/** The severest of the findings and `before`. */
export function worstOf(findings: readonly Finding[], before: Severity | null): Severity | null {
	return findings.reduce<Severity | null>(
		(worst, { severity }) =>
			worst === null || severityOrder.indexOf(severity) < severityOrder.indexOf(worst) ? severity : worst,
		before,
	);
}
