import { ESLintUtils } from '@typescript-eslint/utils';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const RELATIONAL = new Set(['<', '>', '<=', '>=', '==', '===', '!=', '!==']);

/** `new Decimal(10) < new Decimal(9)` is true in JavaScript, and TypeScript accepts it. */
const noRelationalDecimal = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { use: 'Compare money with .lt() .gt() .eq(): `{{op}}` compares Decimals as strings or by reference.' },
	},
	create(context) {
		const services = ESLintUtils.getParserServices(context);
		const isDecimal = (node) => services.getTypeAtLocation(node).getProperty('toDecimalPlaces') !== undefined;
		return {
			BinaryExpression(node) {
				if (!RELATIONAL.has(node.operator) || !(isDecimal(node.left) || isDecimal(node.right))) return;
				context.report({ node, messageId: 'use', data: { op: node.operator } });
			},
		};
	},
};

/** What each layer of the core may import besides itself and the files beside the layers. */
const LAYERS = {
	money: [],
	time: [],
	budget: ['money', 'time'],
	delivery: ['money', 'time', 'budget'],
	pattern: ['money', 'time', 'budget', 'delivery'],
	response: ['money', 'time', 'budget', 'delivery'],
	plan: ['money', 'time', 'budget', 'delivery', 'pattern', 'response'],
	pacing: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'plan'],
	state: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'plan', 'pacing'],
	settings: ['budget', 'delivery'],
};

const layerZones = Object.entries(LAYERS).map(([layer, below]) => ({
	target: `./src/${layer}`,
	from: './src',
	except: [layer, ...below, 'errors.ts', 'interval.ts', 'parse.ts'].map((path) => `./${path}`),
	message: `${layer} imports only layers to its left: ${below.join(', ') || 'none'}`,
}));

export default [
	{
		files: ['src/**/*.ts', 'nodes/**/*.ts'],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
		},
		plugins: {
			'import-x': importX,
			'@typescript-eslint': tseslint.plugin,
			local: { rules: { 'no-relational-decimal': noRelationalDecimal } },
		},
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: {
			'local/no-relational-decimal': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'import-x/no-cycle': 'error',
			'import-x/no-restricted-paths': [
				'error',
				{
					zones: [
						{ target: './src', from: './nodes', message: 'the core never imports nodes' },
						{ target: './nodes', from: './src', except: ['./index.ts'], message: 'nodes import the core through src/index.ts' },
						...layerZones,
					],
				},
			],
		},
	},
	{
		files: ['src/**/*.ts'],
		rules: {
			'no-restricted-imports': ['error', { paths: [{ name: 'n8n-workflow', message: 'the core knows nothing of n8n' }] }],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'the caller supplies the clock' },
				{ object: 'Math', property: 'random', message: 'the caller supplies the random numbers' },
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the caller supplies the clock' },
			],
		},
	},
];
