/** Types are checked by `npm run typecheck`. */
const transform = ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }];

const ts = {
	transform: { '^.+\\.ts$': transform },
	testEnvironment: 'node',
	/** Jest looks up other global names in the test's sandbox at each use; for these, that took two thirds of the time of the laws. */
	sandboxInjectedGlobals: ['Math', 'Float64Array'],
	setupFiles: ['<rootDir>/test/support/lawCases.js'],
};
module.exports = {
	watchman: false,
	/** One worker less than there are processors is the default: half of a small machine idle. */
	maxWorkers: '100%',
	projects: [
		{ displayName: 'core', testMatch: ['<rootDir>/test/{src,platforms}/**/*.test.ts'], ...ts },
		{
			displayName: 'nodes',
			testMatch: ['<rootDir>/test/nodes/**/*.test.ts', '<rootDir>/test/workflows/**/*.test.ts'],
			...ts,
			testEnvironment: '<rootDir>/test/support/engineEnvironment.js',
			moduleNameMapper: { '/demo/engine$': '<rootDir>/test/support/loadedEngine.js' },
			setupFiles: [...ts.setupFiles, '<rootDir>/test/support/laterClock.js'],
		},
	],
};
