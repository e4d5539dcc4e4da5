#!/usr/bin/env node
// Runs scripts/<job>.ts, or another file of the project, in a checkout where nothing may be installed yet. Plain JavaScript
// and Node's own modules only: it runs before there is anything else.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [job = "", ...args] = process.argv.slice(2);

if (Number(process.versions.node.split(".")[0]) < 20) {
	fail(`Node ${process.versions.node} is too old. Install Node 20 or later.`);
}
const script = job.endsWith(".ts") ? join(root, job) : join(root, "scripts", `${job}.ts`);
if (!job || !existsSync(script)) {
	fail(`There is no job "${job}". Run one of the scripts of package.json, for example "npm start".`);
}
if (!installed()) {
	console.error("Installing the dependencies with npm ci …");
	const npm = process.env.npm_execpath;
	const result = npm
		? run(process.execPath, [npm, "ci", "--loglevel=error"])
		: run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--loglevel=error"]);
	if (result !== 0) {
		fail("npm ci failed, see above. It needs the npm registry.");
	}
}
process.exitCode = run(process.execPath, ["--import", "tsx", script, ...args]);

/** Whether node_modules holds what the lockfile asks for. Optional packages are those of other platforms. */
function installed() {
	const [locked, present] = ["package-lock.json", "node_modules/.package-lock.json"].map((name) => {
		const file = join(root, name);
		return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
	});
	return (
		present &&
		Object.entries(locked).every(([path, { version, optional }]) => path === "" || optional || present[path]?.version === version)
	);
}

/** @param {string} command @param {string[]} options @returns {number} the exit code */
function run(command, options) {
	const { status, error } = spawnSync(command, options, {
		cwd: root,
		stdio: "inherit",
		shell: command.endsWith(".cmd"),
	});
	if (error) {
		fail(`${command} could not be started: ${error.message}`);
	}
	return status ?? 1;
}

/** @param {string} message @returns {never} */
function fail(message) {
	console.error(message);
	process.exit(2);
}
