import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rangeOf, root, scratchFolder, seedsDatabase } from "./client.ts";

interface Seen {
	readonly code: string;
	readonly source: string;
	readonly severity: number;
	readonly message: string;
	readonly line: number;
	readonly text: string;
}

interface Answer {
	readonly error?: string;
	readonly first: Seen[];
	readonly hover: string;
	readonly action: string;
	readonly text: string;
	readonly second: Seen[];
}

// 🌱 is two UTF-16 units and four bytes, 蚂蚁 six bytes: an offset that is counted wrongly shows.
const draft = `# Technology 🌱

🌱 Ant Group invested RMB 204.6 billion in technology in 2022.

🌱🌱 蚂蚁集团2022年研发投入204.6亿元。
`;

describe("in Neovim", function () {
	this.timeout(180_000);

	it("marks figures, explains them and fixes them", async () => {
		const { error, stdout } = spawnSync("nvim", ["--version"], { encoding: "utf8" });
		assert.ok(!error, "Neovim is not installed: `apt-get install neovim`, or your system's way, then run the tests again");
		assert.match(stdout, /^NVIM v(?:0\.(?:[7-9]|\d\d)|[1-9])/, "Neovim 0.7 or later is needed");

		const folder = scratchFolder();
		const file = join(folder, "draft.md");
		const answerFile = join(folder, "answer.json");
		writeFileSync(file, draft);
		const env = {
			...process.env,
			XDG_CONFIG_HOME: folder,
			XDG_DATA_HOME: folder,
			XDG_STATE_HOME: folder,
			XDG_CACHE_HOME: folder,
			TICKMARK_SERVER: JSON.stringify([
				process.execPath,
				"--import",
				join(root, "node_modules/tsx/dist/esm/index.mjs"),
				join(root, "server/src/lsp/main.ts"),
				"--stdio",
			]),
			TICKMARK_DRAFT: file,
			TICKMARK_CLAIMS: await seedsDatabase(),
			TICKMARK_POSITION: JSON.stringify(rangeOf(draft, "204.6 billion").start),
			TICKMARK_ANSWER: answerFile,
		};
		const nvim = spawn("nvim", ["--headless", "--clean", "-n", "-S", join(root, "test/lsp/neovim.lua")], {
			env,
			stdio: ["ignore", "pipe", "pipe"],
		});
		let said = "";
		nvim.stdout.on("data", (data) => (said += data));
		nvim.stderr.on("data", (data) => (said += data));
		const code = await new Promise<number | null>((resolve) => nvim.once("exit", resolve));
		assert.ok(existsSync(answerFile), `Neovim ended with ${code} and no answer: ${said}`);
		const answer = JSON.parse(readFileSync(answerFile, "utf8")) as Answer;
		assert.equal(answer.error, undefined, `${answer.error}; Neovim said: ${said}`);

		const slip = answer.first.find(({ code }) => code === "scale-slip");
		assert.equal(slip?.text, "RMB 204.6 billion");
		assert.equal(slip?.source, "tickmark");
		assert.equal(slip?.line, 2);
		assert.equal(slip?.severity, 1);
		assert.match(answer.hover, /Scale slip.*RMB 20\.46 billion/s);
		assert.match(answer.action, /20\.46/);
		assert.equal(answer.text, draft.replace("RMB 204.6 billion", "RMB 20.46 billion").trimEnd());
		assert.ok(!answer.second.some(({ code }) => code === "scale-slip"));
	});
});
