/** What every script needs: where the project is, running a command, getting a program from the system's packages. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** What a script tells its user instead of a stack trace. */
export class ScriptError extends Error {}

export interface RunOptions {
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
	/** Where the command's standard output goes; default: to ours. */
	readonly stdout?: "inherit" | "stderr" | "ignore";
}

/** Runs a command to its end and answers with its exit code; a command that was killed counts as failed. */
export function run(
	command: string,
	args: readonly string[],
	{ env = {}, cwd = root, stdout = "inherit" }: RunOptions = {},
): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ["ignore", stdout === "stderr" ? 2 : stdout, "inherit"],
		});
		child.once("error", (cause) => reject(new ScriptError(`${command} could not be started: ${cause.message}`)));
		child.once("exit", (code) => resolve(code ?? 1));
	});
}

/** Runs a program of node_modules with this Node. */
export function runTool(entry: string, args: readonly string[], options?: RunOptions): Promise<number> {
	return run(process.execPath, [join(root, "node_modules", entry), ...args], options);
}

/** The path of the first of these programs that is installed, or null. */
export function findProgram(...names: readonly string[]): string | null {
	const folders = (process.env.PATH ?? "").split(delimiter);
	for (const name of names) {
		for (const folder of folders) {
			for (const extension of process.platform === "win32" ? [".exe", ".cmd"] : [""]) {
				const file = join(folder, name + extension);
				if (existsSync(file)) {
					return file;
				}
			}
		}
	}
	return null;
}

let packageListsRead = false;

/** Installs Debian packages where we may. @throws ScriptError that says what to install where we may not. */
export async function installSystemPackages(packages: readonly string[], why: string): Promise<void> {
	const asked = `${why} needs ${packages.join(", ")}.`;
	const apt = findProgram("apt-get");
	if (!apt || process.getuid?.() !== 0) {
		throw new ScriptError(
			`${asked} Install ${packages.length > 1 ? "them" : "it"} with your system's package manager and try again.`,
		);
	}
	console.error(`${asked} Installing with apt-get …`);
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	if (!packageListsRead) {
		await run(apt, ["update", "-qq"], { env, stdout: "stderr" });
		packageListsRead = true;
	}
	const code = await run(apt, ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env, stdout: "ignore" });
	if (code !== 0) {
		throw new ScriptError(`${asked} apt-get could not install ${packages.length > 1 ? "them" : "it"} (exit code ${code}).`);
	}
}

/** The path of a program, installed first where it is missing. */
export async function requireProgram(names: readonly string[], packages: readonly string[], why: string): Promise<string> {
	const found = findProgram(...names);
	if (found) {
		return found;
	}
	await installSystemPackages(packages, why);
	const installed = findProgram(...names);
	if (!installed) {
		throw new ScriptError(`${why} needs ${names.join(" or ")}, which ${packages.join(", ")} did not bring.`);
	}
	return installed;
}

/** Whether a font for this language is installed (Linux; elsewhere the system brings one). */
export function hasFontFor(language: string): boolean {
	if (process.platform !== "linux") {
		return true;
	}
	const { stdout } = spawnSync("fc-list", [`:lang=${language}`, "file"], { encoding: "utf8" });
	return Boolean(stdout?.trim());
}

/** Counts of tests or checks. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
}

/** Whether the module with this address is the script that was started, not imported by another. */
export function isMain(url: string): boolean {
	return process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1]);
}

/** Runs a script's main function; its failures are one line and exit code 1, or what the function answers. */
export async function main(script: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await script();
	} catch (error) {
		console.error(error instanceof ScriptError ? error.message : error);
		process.exitCode = 1;
	}
}
