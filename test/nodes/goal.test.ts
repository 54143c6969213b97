import { pacedBudget } from '../support/pacedBudget';
import { creating, runNode } from '../support/runNode';

const amounts = { monthlyAmount: '9000.00' };

test('a goal of conversions is set up and told beside the spend', async () => {
	const goal = { amount: '900' };
	const { definition, status, report, overview } = await pacedBudget({ amounts, goal }, { days: 30 });
	expect(definition['goal']).toEqual({ of: 'conversions', amount: '900', period: 'month' });
	expect(status).toMatchObject({
		goal: { of: 'conversions', period: 'month', goal: 900, reached: 563, neededPerDay: expect.any(Number) },
		display: {
			goal: expect.stringMatching(/^63% of the goal of 900 conversions for the month reached \(563\). Projected at/),
		},
	});
	const words = String((status['display'] as { goal: string }).goal);
	expect(words).toMatch(
		/a day is needed at a CPA of €\d+\.\d\d; it has been €12\.\d\d\. At the present CPA, reaching the goal would take/,
	);
	for (const html of [report, overview]) expect(html).toContain(words);
});

test.each`
	goal                                   | message                                 | because
	${{ of: 'revenue' }}                   | ${/goal.amount.*must be an amount/}     | ${'missing is not zero'}
	${{ amount: '40000', period: 'year' }} | ${/goal.*needs an amount for the year/} | ${'the year has no amount'}
`('$goal is refused: $because', async ({ goal, message }) => {
	const { error } = await runNode('pacingBudget', creating({ amounts, goal }));
	expect(error?.message).toMatch(message);
});
