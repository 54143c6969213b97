const { TestEnvironment } = require('jest-environment-node');

const engine = require('../../demo/engine');

/**
 * The environment of tests that run workflows: n8n's engine is loaded once for all test files of a process, which takes a second each time.
 *
 * The engine lives outside of a test's sandbox, so both read one clock.
 */
module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		Object.assign(this.global, { engine, Date });
	}
};
