/** Which real VS Code the tests run in. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { requireProgram, root } from "../project.ts";
import { installServer } from "./server.ts";

export interface InstalledEditor {
	/** For the `vscodeExecutablePath` of `runTests`. */
	readonly executable: string;
	/** What it is, for people. */
	readonly name: string;
	readonly desktop: boolean;
	/** The command that gives it a display, to be put before the one that runs the tests; empty where there is one. */
	readonly display: readonly string[];
}

/**
 * The desktop build where it can be downloaded, else the server build in Chromium. `TICKMARK_EDITOR=desktop` or `server`
 * decides by hand. @throws ScriptError when there is neither.
 */
export async function installEditor(): Promise<InstalledEditor> {
	const wanted = process.env.TICKMARK_EDITOR;
	if (wanted === "desktop" || (wanted !== "server" && (await desktopReachable()))) {
		return await installDesktop();
	}
	await installServer();
	return { executable: writeServerExecutable(), name: "VS Code Server in Chromium", desktop: false, display: [] };
}

/** Asked once and quickly, because a refused download must not cost the retries that `runTests` makes. */
async function desktopReachable(): Promise<boolean> {
	try {
		const answer = await fetch("https://update.code.visualstudio.com/api/releases/stable", { signal: AbortSignal.timeout(5000) });
		return answer.ok;
	} catch {
		return false;
	}
}

async function installDesktop(): Promise<InstalledEditor> {
	const executable = await downloadAndUnzipVSCode({ cachePath: join(root, ".vscode-test") });
	const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
	const display = headless
		? [await requireProgram(["xvfb-run"], ["xvfb", "xauth", "libgtk-3-0", "libnss3", "libasound2", "libgbm1"], "VS Code"), "-a"]
		: [];
	return { executable, name: "VS Code", desktop: true, display };
}

/** `runTests` wants one file to execute. */
function writeServerExecutable(): string {
	const folder = join(root, ".vscode-test");
	mkdirSync(folder, { recursive: true });
	const file = join(folder, "code");
	const command = [process.execPath, "--import", "tsx", join(root, "scripts", "editor", "code.ts")];
	writeFileSync(file, `#!/bin/sh\ncd '${root}' && exec ${command.map((word) => `'${word}'`).join(" ")} "$@"\n`);
	chmodSync(file, 0o755);
	return file;
}
