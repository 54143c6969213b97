import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { ESLint } from 'eslint';

import { GROUND, LAYERS } from '../../lint/layers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const overrideConfigFile = 'lint/core.config.mjs';
const NEED_TYPES = [
	'local/no-relational-decimal',
	'@typescript-eslint/no-floating-promises',
	'@typescript-eslint/restrict-template-expressions',
	'@typescript-eslint/switch-exhaustiveness-check',
];
const allRules = new ESLint({ cwd: root, overrideConfigFile });
/** All but the rules that need types: building the types of a changed file anew takes half a second. */
const quickRules = new ESLint({
	cwd: root,
	overrideConfigFile,
	overrideConfig: {
		files: ['**/*.ts'],
		languageOptions: { parserOptions: { projectService: false } },
		rules: Object.fromEntries(NEED_TYPES.map((rule) => [rule, 'off'])),
	},
});

/** Lints code as if it were the text of an existing file: layers and types are those of the real project. */
async function messagesOn(code, filePath, eslint) {
	const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, filePath) });
	return result.messages;
}

async function rulesBrokenBy(code, filePath, eslint = quickRules) {
	return (await messagesOn(code, filePath, eslint)).map(({ ruleId, message }) => ruleId ?? message);
}

const anyFileOf = (folder) =>
	`${folder}/${readdirSync(join(root, folder)).find((name) => name.endsWith('.ts') && name !== 'index.ts')}`;
const NODE = 'nodes/Reallocate/Reallocate.node.ts';
const CORE = 'src/plan/spendPlan.ts';
const MONEY = "import { Decimal } from '../money/decimal';\nconst a = new Decimal(9);\nconst b = new Decimal(10);\n";

const CASES = [
	['local/no-relational-decimal', CORE, `${MONEY}export const x = a < b;`, `${MONEY}export const x = a.lt(b);`],
	['local/no-relational-decimal', CORE, `${MONEY}export const x = a === b;`, `${MONEY}export const x = a.eq(b);`],
	['local/no-relational-decimal', CORE, `${MONEY}export const x = a + '';`, `${MONEY}export const x = a.toFixed(2);`],
	[
		'local/no-relational-decimal',
		CORE,
		`${MONEY}export const x = (c: Decimal | undefined) => c === b && a;`,
		`${MONEY}export const x = (c: Decimal | undefined) => c === undefined && a && b;`,
	],
	[
		'@typescript-eslint/restrict-template-expressions',
		CORE,
		`${MONEY}export const x = \`\${a} \${b.toFixed(2)}\`;`,
		`${MONEY}export const x = \`\${a.toFixed(2)} \${b.toFixed(2)}\`;`,
	],
	[
		'@typescript-eslint/no-floating-promises',
		NODE,
		'export const x = (work: () => Promise<void>) => { work(); };',
		'export const x = async (work: () => Promise<void>) => { await work(); };',
	],
	[
		'@typescript-eslint/no-floating-promises',
		'test/support/arbitraries.ts',
		'export const x = (answer: Promise<void>) => { expect(answer).rejects.toThrow(); };',
		'export const x = async (answer: Promise<void>) => { await expect(answer).rejects.toThrow(); };',
	],
	[
		'@typescript-eslint/switch-exhaustiveness-check',
		CORE,
		"export function x(a: 'hold' | 'cap') { switch (a) { case 'hold': return 1; } return 2; }",
		"export function x(a: 'hold' | 'cap') { switch (a) { case 'hold': return 1; case 'cap': return 2; } }",
	],
	[
		'local/no-circle',
		'src/errors.ts',
		"import { parse } from './parse';\nexport const x = parse;",
		'export const x = 1;',
	],
	[
		'local/no-circle',
		'src/errors.ts',
		"import type { parse } from './parse';\nexport type X = typeof parse;",
		'export const x = 1;',
	],
	['local/no-circle', 'src/errors.ts', "export { parse } from './parse';", 'export const x = 1;'],
	[
		'no-restricted-imports',
		CORE,
		"import { sleep } from 'n8n-workflow';\nexport const x = sleep;",
		'export const x = 1;',
	],
	[
		'no-restricted-imports',
		CORE,
		"import type { Tool } from 'n8n-core';\nexport type X = Tool;",
		'export const x = 1;',
	],
	[
		'no-restricted-imports',
		CORE,
		"import { randomUUID } from 'crypto';\nexport const x = randomUUID;",
		'export const x = 1;',
	],
	['no-restricted-imports', CORE, "import { join } from 'node:path';\nexport const x = join;", 'export const x = 1;'],
	[
		'no-restricted-imports',
		CORE,
		"import { Decimal } from 'decimal.js';\nexport const x = Decimal;",
		"import { Decimal } from '../money/decimal';\nexport const x = Decimal;",
	],
	[
		'no-restricted-imports',
		CORE,
		"import * as z from 'zod';\nexport const x = z;",
		"import * as z from 'zod/v4';\nexport const x = z;",
	],
	[
		'no-restricted-syntax',
		CORE,
		"import { z } from 'zod/v4';\nexport const x = z;",
		"import * as z from 'zod/v4';\nexport const x = z;",
	],
	[
		'no-restricted-properties',
		CORE,
		'export const x = Date.now();',
		"export const x = Date.parse('2026-03-08T07:00Z');",
	],
	['no-restricted-properties', CORE, 'export const { now } = Date;', 'export const { parse } = Date;'],
	['no-restricted-properties', CORE, 'export const x = Math.random();', 'export const x = Math.abs(-1);'],
	[
		'no-restricted-properties',
		CORE,
		`${MONEY}export const x = [a, b, Decimal.set({})];`,
		`${MONEY}export const x = [a, b];`,
	],
	['no-restricted-syntax', CORE, 'export const x = new Date();', 'export const x = new Date(0);'],
	['no-restricted-syntax', CORE, 'export const x = Date();', 'export const x = Date.UTC(2026, 0);'],
	[
		'no-restricted-syntax',
		CORE,
		'export const x = new Intl.DateTimeFormat().format();',
		'export const x = new Intl.DateTimeFormat().format(0);',
	],
	['no-restricted-syntax', CORE, 'export class Manager {}', 'export class Fault extends Error {}'],
	[
		'import-x/no-restricted-paths',
		NODE,
		"import { Decimal } from '../../src/money/decimal';\nexport const x = Decimal;",
		"import { splitMoney } from '../../src/index';\nexport const x = splitMoney;",
	],
	[
		'import-x/no-restricted-paths',
		NODE,
		"import type { Decimal } from '../../src/money/decimal';\nexport type X = Decimal;",
		"import type { SpendPlan } from '../../src/index';\nexport type X = SpendPlan;",
	],
	[
		'import-x/no-restricted-paths',
		CORE,
		"import { runSubWorkflow } from '../../nodes/shared/subWorkflow';\nexport const x = runSubWorkflow;",
		'export const x = 1;',
	],
];

for (const [rule, filePath, bad, good] of CASES) {
	test(`${rule} stops: ${bad.split('\n').at(-1)}`, async () => {
		const eslint = NEED_TYPES.includes(rule) ? allRules : quickRules;
		assert.deepEqual(await rulesBrokenBy(bad, filePath, eslint), [rule]);
		assert.deepEqual(await rulesBrokenBy(good, filePath, eslint), []);
	});
}

const importOf = (file, from) => `export type * from '${from}${file.replace(/^src\/|\.ts$/g, '')}';`;

for (const [position, layer] of LAYERS.entries()) {
	test(`${layer} imports only the layers below it`, async () => {
		const others = LAYERS.filter((name) => name !== layer);
		const code = others.map((other) => importOf(anyFileOf(`src/${other}`), '../')).join('\n');
		const messages = await messagesOn(code, anyFileOf(`src/${layer}`), quickRules);
		const refused = messages.filter(({ ruleId }) => ruleId === 'import-x/no-restricted-paths');
		assert.deepEqual(
			refused.map(({ line }) => others[line - 1]),
			LAYERS.slice(position + 1),
		);
	});
}

test('the files that every layer uses import no layer', async () => {
	for (const file of GROUND) {
		const broken = await rulesBrokenBy(importOf(anyFileOf('src/money'), './'), `src/${file}`);
		assert.ok(broken.includes('import-x/no-restricted-paths'), file);
	}
});

test('every folder of the core is a layer, and every layer and file named in the rules exists', () => {
	const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	assert.deepEqual(folders.map(({ name }) => name).sort(), [...LAYERS].sort());
	for (const file of GROUND) assert.ok(existsSync(join(root, 'src', file)), file);
});

test('a rule cannot be switched off by a comment in shipped code', async () => {
	const code = '/* eslint-disable */\nexport const x = Date.now();';
	assert.ok((await rulesBrokenBy(code, CORE)).includes('no-restricted-properties'));
});
