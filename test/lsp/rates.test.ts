import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { modernClient, root, scratchFolder, TestClient } from "./client.ts";

describe("a workspace's own exchange rates in the editor", function () {
	this.timeout(60_000);
	const draft = "Procurement came to RMB 708.0 million (US$100.0 million) in 2022.\n";

	async function start(rates: string): Promise<{ client: TestClient; uri: string }> {
		const folder = scratchFolder();
		mkdirSync(join(folder, ".tickmark"));
		writeFileSync(join(folder, ".tickmark", "rates.csv"), rates);
		const client = await TestClient.start({ folders: [folder], capabilities: modernClient, settings: {}, inProcess: { root } });
		return { client, uri: pathToFileURL(join(folder, "draft.md")).href };
	}

	async function conversions(client: TestClient, uri: string): Promise<string[]> {
		return (await client.pull(uri))
			.filter(({ code }) => code === "inconsistent-conversion")
			.map(({ message }) => String(message));
	}

	it("decide about pairs before the reference rates do", async () => {
		const { client, uri } = await start("pair,rate,basis,date\nUSD/CNY,6.73,average,2022\n");
		await client.open(uri, draft);
		const [message, ...others] = await conversions(client, uri);
		assert.match(message ?? "", /the workspace's rate is 6\.73/);
		assert.deepEqual(others, []);
		await client.stop();
	});

	it("are not used where they cannot be, and the writer is told the line", async () => {
		const { client, uri } = await start("pair,rate\nCNY/USD,6.73\n");
		await client.open(uri, draft);
		assert.deepEqual(await conversions(client, uri), []);
		assert.ok(
			client.messages.some(({ message }) => /rates\.csv:2: .*write it as USD\/CNY/.test(message)),
			JSON.stringify(client.messages),
		);
		await client.stop();
	});
});
