/** Options that several commands have. Apart from what reads them, so that `--help` loads next to nothing. */
import type { OptionSpec } from "./arguments.ts";

export const settingsOptions: readonly OptionSpec[] = [
	{
		name: "claims",
		value: "DB",
		repeatable: true,
		help: "a claims database; default: those of the configuration, else .tickmark/claims.db of the workspace, else the bundled one",
	},
	{ name: "rule", value: "ID=SEVERITY", repeatable: true, help: "a rule's severity: error, warning, information, hint or off" },
	{ name: "config", value: "FILE", help: "settings in YAML or JSON; default: .tickmark/config.yaml of the workspace" },
	{
		name: "language",
		value: "LANGUAGE",
		choices: ["en", "zh", "ko"],
		help: "the language of messages; default: the configuration's, else en",
	},
];

export const failOnOption: OptionSpec = {
	name: "fail-on",
	value: "SEVERITY",
	choices: ["error", "warning", "information", "never"],
	help: "the least severity that makes the exit code 1; default: error",
};
