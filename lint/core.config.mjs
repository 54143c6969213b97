// The project's own rules, beside n8n's in eslint.config.mjs, which has to stay as n8n ships it.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

import { GROUND, LAYERS } from './layers.mjs';
import { noCircle } from './noCircle.mjs';
import { noRelationalDecimal } from './noRelationalDecimal.mjs';

const inside = (paths) => paths.map((path) => `./${path}`);

const ZONES = [
	{ target: './src', from: ['./nodes', './test'], message: 'The core imports neither nodes nor tests' },
	{ target: './nodes', from: './src', except: ['./index.ts'], message: 'Nodes import the core through src/index' },
	{ target: './nodes', from: './test', message: 'Nodes import no tests' },
	...LAYERS.map((layer, position) => ({
		target: `./src/${layer}`,
		from: './src',
		except: inside([...LAYERS.slice(0, position + 1), ...GROUND]),
		message: `'${layer}' imports only layers below it: ${LAYERS.slice(0, position).join(', ') || 'there are none'}`,
	})),
	...GROUND.map((file) => ({
		target: `./src/${file}`,
		from: './src',
		except: inside(GROUND),
		message: `'${file}' is used by every layer, so it imports none`,
	})),
];

const THE_CLOCK = 'The caller supplies the instant';
const CHANCE = 'The caller supplies the random numbers';

const CORE_PROPERTIES = [
	{ object: 'Date', property: 'now', message: THE_CLOCK },
	{ object: 'performance', property: 'now', message: THE_CLOCK },
	{ object: 'DateTime', property: 'now', message: THE_CLOCK },
	{ object: 'Math', property: 'random', message: CHANCE },
	{ object: 'Decimal', property: 'random', message: CHANCE },
	{ object: 'Decimal', property: 'set', message: 'It changes every user of Decimal' },
	{ object: 'Decimal', property: 'config', message: 'It changes every user of Decimal' },
];

const CORE_SYNTAX = [
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: THE_CLOCK },
	{ selector: "CallExpression[callee.name='Date']", message: THE_CLOCK },
	{ selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]', message: THE_CLOCK },
	{
		selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(local|utc)$/][arguments.length=0]",
		message: THE_CLOCK,
	},
	{
		selector: "ImportDeclaration[source.value='zod/v4'] > :not(ImportNamespaceSpecifier).specifiers",
		message: "Write `import * as z from 'zod/v4'`: named, it bundles seven times the code",
	},
	{ selector: 'ClassDeclaration:not([superClass.name=Error])', message: 'The core has no classes but errors' },
];

const CORE_IMPORTS = {
	paths: [
		{ name: 'zod', message: "Import 'zod/v4'" },
		{ name: 'decimal.js', message: "Import 'money/decimal': it has its own precision" },
	],
	patterns: [
		{ regex: '^(n8n-|@n8n/)', message: 'The core knows nothing of n8n' },
		{ regex: '^(node:|crypto$)', message: 'The core runs anywhere, and takes its random numbers from the caller' },
	],
};

export default [
	{
		files: ['**/*.ts'],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
		},
		plugins: {
			'import-x': importX,
			'@typescript-eslint': tseslint.plugin,
			local: { rules: { 'no-circle': noCircle, 'no-relational-decimal': noRelationalDecimal } },
		},
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver()],
			'import-x/extensions': ['.ts'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
		},
		rules: {
			'local/no-relational-decimal': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
		},
	},
	{
		files: ['src/**/*.ts', 'nodes/**/*.ts'],
		linterOptions: { noInlineConfig: true },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'local/no-circle': 'error',
			'import-x/no-restricted-paths': ['error', { zones: ZONES }],
		},
	},
	{
		files: ['src/**/*.ts'],
		rules: {
			'no-restricted-imports': ['error', CORE_IMPORTS],
			'no-restricted-properties': ['error', ...CORE_PROPERTIES],
			'no-restricted-syntax': ['error', ...CORE_SYNTAX],
		},
	},
	{
		files: ['src/money/decimal.ts'],
		rules: { 'no-restricted-imports': ['error', { ...CORE_IMPORTS, paths: [CORE_IMPORTS.paths[0]] }] },
	},
];
