import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { documentedFields } from '../../scripts/documentedFields.mjs';
import { outputSchemas, schemaText } from '../../scripts/outputSchemas.mjs';

/** n8n's own function; the package exports it only together with all of n8n. */
const { loadOutputSchema } = createRequire(import.meta.url)('n8n-core/dist/nodes-loader/output-schema-resolver.js');

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const files = (folder) =>
	readdirSync(path.join(ROOT, folder), { recursive: true }).map((file) => file.replaceAll('\\', '/'));

/** All schemas together, in bytes: they are part of every installation. */
const MOST_BYTES = 95_000;

const schemas = outputSchemas(ROOT);

/** Every field of a schema, such as day.projected.low; of a list, the fields of its entries. */
const fieldsOf = ({ items, properties = {} }) =>
	items !== undefined
		? fieldsOf(items)
		: Object.entries(properties).flatMap(([name, field]) => [
				name,
				...fieldsOf(field).map((inner) => `${name}.${inner}`),
			]);

test('the schemas are those of the code: npm run schemas writes them', async () => {
	for (const { file, schema } of schemas)
		assert.equal(read(file), await schemaText(path.join(ROOT, file), schema), file);
	assert.deepEqual(
		files('nodes')
			.filter((file) => /__schema__.+\.json$/.test(file))
			.map((file) => `nodes/${file}`)
			.sort(),
		schemas.map(({ file }) => file).sort(),
	);
	assert.ok(schemas.reduce((sum, { file }) => sum + read(file).length, 0) < MOST_BYTES);
});

test('instants are in ISO 8601: no field is in milliseconds', () => {
	const fields = schemas.flatMap(({ schema }) => fieldsOf(schema).map((field) => field.split('.').at(-1)));
	assert.ok(fields.includes('since'));
	assert.deepEqual(
		fields.filter((field) => field.endsWith('Ms')),
		[],
	);
});

test('every node has a schema, and every operation of each resource of a node that has some', () => {
	const { nodes } = JSON.parse(read('package.json')).n8n;
	const expected = nodes.flatMap((file) => {
		const node = path.basename(file, '.node.js');
		const resources = files(`nodes/${node}`).flatMap((name) => /^(\w+)OperationProperty\.ts$/.exec(name)?.[1] ?? []);
		if (resources.length === 0) return [node];
		return resources.flatMap((resource) =>
			[...read(`nodes/${node}/${resource}OperationProperty.ts`).matchAll(/\bvalue: '(\w+)'/g)].map(
				([, operation]) => `${node}/${resource}/${operation}`,
			),
		);
	});
	const made = schemas.map(({ node, resource, operation }) => [node, resource, operation].filter(Boolean).join('/'));
	assert.deepEqual(made.sort(), expected.sort());
});

for (const { node, resource, operation, schema, documented } of schemas) {
	const name = operation === undefined ? node : `${node}, ${resource} ${operation}`;

	test(`n8n finds the schema of ${name}`, () => {
		const nodeDir = path.join(ROOT, 'nodes', node);
		assert.deepEqual(loadOutputSchema({ nodeDir, version: 1, resource, operation }), schema);
	});

	test(`the reference documents the fields of ${name}, and no others`, () => {
		const fields = fieldsOf(schema);
		assert.ok(fields.length > 1);
		const known = new Set(documented.map((field) => field.split('.')[0]));
		assert.deepEqual(
			Object.keys(schema.properties).filter((field) => !known.has(field)),
			[],
			'not documented',
		);
		assert.deepEqual(
			documented.filter((field) => !fields.some((own) => `.${own}`.endsWith(`.${field}`))),
			[],
			'documented only',
		);
	});
}

test('the reference names the fields within fields too, except those of Slack and PagerDuty', () => {
	const pages = files('docs/reference/nodes').map((file) =>
		read(`docs/reference/nodes/${file}`).replace(/^```[^]*?^```/gm, ''),
	);
	const words = new Set(pages.flatMap((page) => page.match(/`[^`\n]+`/g)).flatMap((code) => code.match(/\w+/g) ?? []));
	const nameless = schemas.flatMap(({ schema }) =>
		fieldsOf(schema).filter((field) => !words.has(field.split('.').at(-1))),
	);
	assert.deepEqual(
		[...new Set(nameless)].filter((field) => !/\b(slack|pagerduty(Events)?)\./.test(field)),
		[],
	);
});

const PAGE = `# Sample

| field | meaning |
| --- | --- |
| \`input\` | before the output |

## Output

| field | type |
| --- | --- |
| \`status\` | \`ok\` |
| \`day.amount\`, \`.spent\`, \`notify\` | |

**Delete** gives \`{ budgetId, deleted: true }\`.

**Get, Get Many** give:

| field | meaning |
| --- | --- |
| \`name\` | |

## Errors

| field | meaning |
| --- | --- |
| \`after\` | the output |
`;

for (const { operation, fields, because } of [
	{
		operation: undefined,
		fields: ['status', 'day.amount', 'day.spent', 'notify', 'budgetId', 'deleted', 'name'],
		because: 'a page without operations is about one node, and neither its input nor its errors are output',
	},
	{ operation: 'Delete', fields: ['budgetId', 'deleted'], because: 'the paragraph begins with its name' },
	{ operation: 'Get Many', fields: ['name'], because: 'the table follows a paragraph that names two' },
	{ operation: 'Report', fields: [], because: 'nothing is about it' },
]) {
	test(`fields that a page documents for ${operation ?? 'a node'}: ${because}`, () => {
		assert.deepEqual(documentedFields(PAGE, operation), fields);
	});
}
