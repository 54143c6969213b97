// Tests the laws with 2,000 cases instead of 200, and some with as many as they name: all tests that use `test/support/runs`.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['jest', '--findRelatedTests', 'test/support/runs.js'], {
	stdio: 'inherit',
	env: { ...process.env, PROPERTY_CASES: '2000' },
	shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
