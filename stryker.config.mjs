// Mutation testing of the layers that count money, hours and plans, one at a time: see docs/development/mutation-testing.md.
import { createRequire } from 'node:module';
import process from 'node:process';

const {
	projects: [{ transform }],
} = createRequire(import.meta.url)('./jest.config.cjs');

const layer = process.env.LAYER ?? 'money';

/** The laws of splitting money and of local days are tried on few cases, always the same. */
process.env.PROPERTY_CASES = '20';
process.env.PROPERTY_SEED = '1';

const reports = `reports/mutation/${layer}`;

export default {
	mutate: [`src/${layer}/**/*.ts`],
	ignorePatterns: ['/*', '!/src', '!/test', '!/package.json', '!/tsconfig.json'],
	testRunner: 'jest',
	jest: {
		config: {
			watchman: false,
			testMatch: [`<rootDir>/test/src/${layer}/**/*.test.ts`],
			/** Laws of plans and weeks of history take seconds for each change; `npm test` runs them. */
			testPathIgnorePatterns: ['/test/src/plan/(invariants|longerTargets)\\.test\\.ts$'],
			transform,
			testEnvironment: 'node',
		},
	},
	coverageAnalysis: 'perTest',
	ignoreStatic: true,
	concurrency: 2,
	timeoutMS: 2000,
	incremental: true,
	incrementalFile: `${reports}/incremental.json`,
	tempDirName: 'reports/mutation/sandbox',
	cleanTempDir: 'always',
	reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: `${reports}/index.html` },
	jsonReporter: { fileName: `${reports}/mutation.json` },
};
