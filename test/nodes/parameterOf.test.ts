import type { IExecuteFunctions } from 'n8n-workflow';

import { enteredIn, parameterOf } from '../../nodes/shared/parameterOf';

/** A node with these parameters, and how often n8n was asked for each. */
function node(parameters: Record<string, unknown>) {
	const asked: string[] = [];
	const context = {
		getNode: () => ({ parameters }),
		getNodeParameter: (name: string, itemIndex: number, otherwise: unknown) => {
			asked.push(`${name} ${itemIndex}`);
			return parameters[name] === undefined ? otherwise : `${name} of ${itemIndex}`;
		},
	} as unknown as IExecuteFunctions;
	return { context, asked };
}

test.each`
	entered                                     | reads | because
	${'Brand DE'}                               | ${1}  | ${'a text is the same for every item'}
	${{ asOf: '' }}                             | ${1}  | ${'so is a collection of texts'}
	${undefined}                                | ${1}  | ${'and a parameter that is hidden'}
	${'={{ $json.budgetId }}'}                  | ${2}  | ${'an expression has a value for each item'}
	${{ asOf: '={{ $now }}' }}                  | ${2}  | ${'also within a collection'}
	${{ rows: [{ amount: '={{ $json.a }}' }] }} | ${2}  | ${'and within the rows of a list'}
`('of two items a parameter is read $reads times: $because', ({ entered, reads }) => {
	const { context, asked } = node({ own: entered });
	const values = [0, 1].map((itemIndex) => parameterOf(context, 'own', itemIndex));
	expect(asked).toHaveLength(reads as number);
	const own = (itemIndex: number) => (entered === undefined ? null : `own of ${itemIndex}`);
	expect(values).toEqual([own(0), own(reads === 1 ? 0 : 1)]);
});

test('another execution reads anew', () => {
	const [one, other] = [node({ own: 'a' }), node({ own: 'b' })];
	for (const { context } of [one, other]) parameterOf(context, 'own', 0);
	expect([one.asked, other.asked]).toEqual([['own 0'], ['own 0']]);
	expect(enteredIn(other.context)).toEqual({ own: 'b' });
});
