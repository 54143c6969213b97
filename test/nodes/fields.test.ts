import { type INodeProperties, type INodePropertyOptions, NodeHelpers } from 'n8n-workflow';

import { IngestPerformance } from '../../nodes/IngestPerformance/IngestPerformance.node';
import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { createState } from '../../src/index';

const { properties } = new PacingBudget().description;

/** The fields of this name that an operation shows. */
const shown = (name: string, operation: string, resource = 'budget') =>
	properties.filter(
		(property) =>
			property.name === name &&
			NodeHelpers.displayParameter({ resource, operation }, property, null, new PacingBudget().description),
	);

const field = (name: string, operation: string, resource?: string): INodeProperties => {
	const fields = shown(name, operation, resource);
	expect(fields).toHaveLength(1);
	return fields[0]!;
};

const valuesOf = ({ options = [] }: INodeProperties) =>
	(options as INodePropertyOptions[]).map(({ value }) => String(value));

describe('Budget ID of Pacing Budget', () => {
	test('is empty and required for a new budget, with an example that is no expression', () => {
		const { required, default: value, modes } = field('budgetId', 'createOrUpdate');
		expect({ required, value }).toEqual({ required: true, value: { mode: 'id', value: '' } });
		expect(modes![0]).toMatchObject({ name: 'id', placeholder: 'e.g. brand-de' });
	});

	test.each`
		resource    | operation
		${'budget'} | ${'delete'}
		${'budget'} | ${'get'}
		${'budget'} | ${'simulate'}
		${'budget'} | ${'status'}
		${'report'} | ${'create'}
	`('is that of the item for $resource: $operation', ({ resource, operation }) => {
		expect(field('budgetId', operation, resource)).toMatchObject({
			required: true,
			default: { mode: 'id', value: '={{ $json.budgetId }}' },
		});
	});

	test.each`
		resource    | operation     | because
		${'alert'}  | ${'markTold'} | ${'alerts name their budgets'}
		${'budget'} | ${'getAll'}   | ${'it is about all'}
		${'report'} | ${'overview'} | ${'it is about many'}
	`('is not asked for by $resource: $operation, because $because', ({ resource, operation }) => {
		expect(shown('budgetId', operation, resource)).toEqual([]);
	});
});

describe.each`
	name          | expected                                                                                        | invent
	${'currency'} | ${['CHF', 'EUR', 'GBP', 'JPY', 'KWD', 'USD']}                                                   | ${(value: string) => ({ currency: value, timeZone: 'UTC' })}
	${'timeZone'} | ${['America/New_York', 'Asia/Calcutta', 'Asia/Kolkata', 'Europe/Berlin', 'Europe/Kyiv', 'UTC']} | ${(value: string) => ({ currency: 'EUR', timeZone: value })}
`(
	'$name of Pacing Budget',
	({
		name,
		expected,
		invent,
	}: {
		name: string;
		expected: string[];
		invent: (value: string) => { currency: string; timeZone: string };
	}) => {
		test('is a list to search in, is required and is never assumed', () => {
			expect(field(name, 'createOrUpdate')).toMatchObject({ type: 'options', required: true, default: '' });
			expect(valuesOf(field(name, 'createOrUpdate'))).toEqual(expect.arrayContaining(expected));
		});

		test('every entry is accepted, once and in order', () => {
			const values = valuesOf(field(name, 'createOrUpdate'));
			expect(values).toEqual([...new Set(values)].sort());
			for (const value of values) {
				expect(() => createState({ budgetId: 'b', dailyAmount: 10, ...invent(value) })).not.toThrow();
			}
		});
	},
);

test('columns can be dragged into every field of Ingest Performance that takes one', () => {
	const { options } = new IngestPerformance().description.properties.find(({ name }) => name === 'fields')!;
	const texts = (options as INodeProperties[]).filter(({ type }) => type === 'string');
	expect(texts.length).toBeGreaterThan(10);
	expect(texts.filter(({ requiresDataPath }) => requiresDataPath !== 'single')).toEqual([]);
});

test('currencies are found by their name too', () => {
	const { options } = field('currency', 'createOrUpdate');
	expect((options as INodePropertyOptions[]).find(({ value }) => value === 'EUR')!.name).toBe('EUR (Euro)');
});
