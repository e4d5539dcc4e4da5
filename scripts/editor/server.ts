/**
 * A real VS Code without a desktop: the VS Code server that the npm package `code-server` carries, its workbench in
 * headless Chromium, its extension host a Node process. Tried: 4.100.3, which is VS Code 1.100.3.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { format } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { hasFontFor, installSystemPackages, requireProgram, root, run, ScriptError } from "../project.ts";

const version = "4.100.3";
const folder = join(root, ".vscode-test", `code-server-${version}`);
const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");

/** Environment of the editor that runs this one, which would make the server attach to it. */
const cleared = {
	CODE_SERVER_PARENT_PID: undefined,
	NODE_OPTIONS: undefined,
	VSCODE_IPC_HOOK_CLI: undefined,
	ELECTRON_RUN_AS_NODE: undefined,
};

/** Installs the server build and Chromium where they are missing. @throws ScriptError when they cannot be had. */
export async function installServer(): Promise<void> {
	await findChromium();
	if (existsSync(folder)) {
		return;
	}
	console.error(`Installing VS Code Server (code-server ${version} from npm, 320 MB) …`);
	const unfinished = `${folder}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { recursive: true });
	writeFileSync(join(unfinished, "package.json"), "{}\n");
	const inPackage = join(unfinished, "node_modules", "code-server", "lib", "vscode");
	const npm = process.env.npm_execpath;
	const [command, ...first] = npm ? [process.execPath, npm] : ["npm"];
	// Its install scripts refuse root and download more; nothing that the tests need comes from them.
	const options = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	for (const [cwd, ...args] of [
		[unfinished, ...options, `code-server@${version}`],
		[inPackage, ...options, "--omit=dev"],
		[join(inPackage, "extensions"), ...options, "--omit=dev"],
	] as const) {
		if ((await run(command, [...first, ...args], { cwd, stdout: "ignore" })) !== 0) {
			throw new ScriptError(`VS Code Server could not be installed from npm (code-server@${version}): see above.`);
		}
	}
	renameSync(unfinished, folder);
}

async function findChromium(): Promise<string> {
	const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
	const named = process.env.CHROMIUM ?? (existsSync(mac) ? mac : null);
	return (
		named ?? (await requireProgram(["chromium", "chromium-browser", "google-chrome"], ["chromium"], "VS Code without a desktop"))
	);
}

/** Fonts that Chinese and Korean drafts are shown in. */
export async function installFonts(): Promise<void> {
	if (!hasFontFor("zh-cn") || !hasFontFor("ko")) {
		await installSystemPackages(["fontconfig", "fonts-noto-cjk"], "A picture of Chinese and Korean text");
	}
}

export interface EditorOptions {
	/** The folder that is opened. */
	readonly workspace: string;
	/** The folder of the extension under development. */
	readonly extension: string;
	/** A file of the workspace that is opened at once. */
	readonly file?: string;
	/** A module that runs the tests in the extension host. */
	readonly tests?: string | undefined;
	/** A folder with `User/settings.json`. */
	readonly userData?: string | undefined;
	readonly width?: number;
	readonly height?: number;
	/** Pixels of the picture per CSS pixel. */
	readonly scale?: number;
	/** Called with each line that the workbench logs for its driver. */
	readonly onLog?: (type: string, text: string) => void;
}

export interface Editor {
	readonly page: Page;
	/** The exit code of the tests; 1 where the editor ended without them. */
	readonly exit: Promise<number>;
	close(): Promise<void>;
}

/** Starts the server, opens its workbench in Chromium. */
export async function openEditor(options: EditorOptions): Promise<Editor> {
	const executablePath = await findChromium();
	const data = mkdtempSync(join(tmpdir(), "tickmark-editor-"));
	const settings = options.userData ? join(options.userData, "User") : null;
	if (settings && existsSync(settings)) {
		cpSync(settings, join(data, "data", "User"), { recursive: true });
	}
	const server = startServer(data);
	let browser: Browser | undefined;
	const close = async (): Promise<void> => {
		await browser?.close();
		await stop(server);
		rmSync(data, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const port = await listening(server);
		browser = await chromium.launch({
			executablePath,
			args: [
				"--no-sandbox",
				"--disable-gpu",
				"--disable-quic",
				"--no-first-run",
				"--disable-background-networking",
				"--disable-component-update",
				"--disable-sync",
			],
		});
		const page = await browser.newPage({
			viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
			deviceScaleFactor: options.scale ?? 1,
			permissions: ["clipboard-read", "clipboard-write"],
		});
		const exit = new Promise<number>((resolve) => {
			void page.exposeFunction("codeAutomationExit", resolve);
			server.once("exit", () => resolve(1));
			page.once("crash", () => resolve(1));
			page.once("close", () => resolve(1));
		});
		await page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
			options.onLog?.(type, format(...args));
		});
		await page.goto(addressOf(port, options));
		return { page, exit, close };
	} catch (error) {
		await close();
		throw error;
	}
}

function startServer(data: string): ChildProcess {
	return spawn(
		process.execPath,
		[
			join(vscode, "out", "server-main.js"),
			"--host=127.0.0.1",
			"--port=0",
			"--without-connection-token",
			"--accept-server-license-terms",
			"--telemetry-level=off",
			"--disable-workspace-trust",
			"--enable-smoke-test-driver",
			`--server-data-dir=${data}`,
		],
		{ env: { ...process.env, ...cleared }, stdio: ["ignore", "pipe", "pipe"] },
	);
}

async function listening(server: ChildProcess): Promise<number> {
	const seen: string[] = [];
	for (const stream of [server.stdout, server.stderr]) {
		// Noise about native modules that stay unbuilt: kept for the message below, shown to nobody else.
		createInterface({ input: stream as NodeJS.ReadableStream }).on("line", (line) => seen.push(line));
	}
	return await new Promise((resolve, reject) => {
		createInterface({ input: server.stdout as NodeJS.ReadableStream }).on("line", (line) => {
			const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
			if (port) {
				resolve(Number(port));
			}
		});
		server.once("error", reject);
		server.once("exit", (code) =>
			reject(new ScriptError(`VS Code Server ended with code ${code}:\n${seen.slice(-20).join("\n")}`)),
		);
	});
}

async function stop(server: ChildProcess): Promise<void> {
	if (server.exitCode === null && server.signalCode === null) {
		const ended = new Promise((resolve) => server.once("exit", resolve));
		server.kill("SIGTERM");
		const forced = setTimeout(() => server.kill("SIGKILL"), 5000);
		await ended;
		clearTimeout(forced);
	}
}

function addressOf(port: number, { workspace, extension, file, tests }: EditorOptions): string {
	const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
	const payload = [
		["skipWelcome", "true"],
		["skipReleaseNotes", "true"],
		["extensionDevelopmentPath", remote(extension)],
		...(file ? [["openFile", remote(file)]] : []),
		...(tests ? [["extensionTestsPath", remote(tests)]] : []),
	];
	const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
	return `http://127.0.0.1:${port}/?${query}`;
}
