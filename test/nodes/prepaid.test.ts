import { pacedBudget } from '../support/pacedBudget';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const amounts = { dailyAmount: '310.00' };
const paid = (...payments: readonly [string, string][]) => ({
	amounts,
	prepaid: { payment: payments.map(([date, amount]) => ({ date: `${date}T00:00:00`, amount })) },
});

test('a prepaid balance is set up with a top-up, and told with the day on which it runs out', async () => {
	const { definition, plan, status, check, report, overview } = await pacedBudget(
		paid(['2026-11-27', '600.00'], ['2026-11-20', '2400.00']),
	);
	expect(definition['prepaid']).toEqual([
		{ date: '2026-11-20', amount: '2400.00' },
		{ date: '2026-11-27', amount: '600.00' },
	]);
	expect(plan).toMatchObject({ dayAmount: 310 });
	expect(status).toMatchObject({
		day: { amountFrom: 'day' },
		balance: { left: 1062.5, runsOut: { median: '2026-11-29' }, daysLeft: 5 },
	});
	const words = String((status['display'] as Json)['balance']);
	expect(words).toMatch(
		/^€1,062.50 is left of the prepaid balance. At the present pace it runs out on about 29 November, in 5 days/,
	);
	expect(check['balance']).toEqual(status['balance']);
	for (const html of [report, overview]) expect(html).toContain(words);
});

test('nothing is planned once it is gone, which is an alert of its own', async () => {
	const { plan, check, report } = await pacedBudget(paid(['2026-11-23', '300.00']));
	expect(plan).toMatchObject({
		dayAmount: 0,
		warnings: expect.arrayContaining([expect.objectContaining({ code: 'balance-spent' })]),
	});
	const message = expect.stringMatching(
		/^The prepaid balance is used up and exceeded by €137.50: nothing is left until/,
	) as unknown;
	expect(check).toMatchObject({
		status: 'exhausted',
		notify: true,
		alerts: [{ kind: 'balance-low', state: 'firing', severity: 'critical', message }],
	});
	expect(report).toContain('Top up the balance, or lower or pause the campaigns.');
});

test('Balance Warning says how many days before it is told', async () => {
	const tables = new Map<string, Json[]>();
	await pacedBudget(paid(['2026-11-20', '2400.00']), { tables });
	const told = async (balanceDays: number, asOf: string) => {
		const parameters = { budgetId: 'brand-de', alerts: { balanceDays }, options: { asOf } };
		const { outputs } = await runNode('checkExhaustion', parameters, { tables });
		const alerts = outputs.flat()[0]!['alerts'] as { kind: string; state: string }[];
		return alerts.filter(({ kind }) => kind === 'balance-low').map(({ state }) => state);
	};
	expect(await told(0, '2026-11-24T12:40:00+01:00')).toEqual([]);
	expect(await told(7, '2026-11-24T12:50:00+01:00')).toEqual(['pending']);
	expect(await told(7, '2026-11-24T12:55:00+01:00')).toEqual(['firing']);
});

test('a payment with neither a day nor an amount is an empty row of a sheet', async () => {
	const { outputs } = await runNode('pacingBudget', creating({ prepaid: { payment: [{ date: '', amount: '' }] } }));
	expect(outputs[0]![0]).not.toHaveProperty('prepaid');
});

test.each`
	payment                                 | message                               | because
	${[{ date: '', amount: '100.00' }]}     | ${/'prepaid.0.date'.*must be a date/} | ${'a payment without a day'}
	${[{ date: '2026-11-20', amount: '' }]} | ${/prepaid.*must be an amount/}       | ${'missing is not zero'}
`('$payment is refused: $because', async ({ payment, message }) => {
	const { error } = await runNode('pacingBudget', creating({ prepaid: { payment } }));
	expect(error?.message).toMatch(message);
});
