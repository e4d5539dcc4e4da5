// Mocha's spec reporter that also adds its counts, as a line of JSON, to the file named by TICKMARK_TEST_COUNTS, so that a
// run of several parts (mocha here, mocha inside VS Code) can say how many tests passed in all.
const { appendFileSync } = require("node:fs");
const Mocha = require("mocha");

module.exports = class CountingReporter extends Mocha.reporters.Spec {
	/** @param {import("mocha").Runner} runner @param {import("mocha").MochaOptions} options */
	constructor(runner, options) {
		super(runner, options);
		const file = process.env.TICKMARK_TEST_COUNTS;
		runner.once("end", () => {
			if (file) {
				const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
				appendFileSync(file, `${JSON.stringify({ passes, failures, pending })}\n`);
			}
		});
	}
};
