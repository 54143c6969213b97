import { pacedBudget } from '../support/pacedBudget';

type Json = Record<string, unknown>;

const amounts = { quarterlyAmount: '27600.00', yearlyAmount: '109500.00', spentBeforeFirstReport: '90000.00' };
const change = [{ from: '2026-12-01T00:00:00', monthlyAmount: '9000.00' }];

test('a quarter and a fiscal year are set up, planned, watched and told', async () => {
	const { definition, plan, status, check, report, overview } = await pacedBudget({
		amounts,
		amountsFrom: { change },
		period: { yearStart: 'april' },
	});
	expect(definition).toMatchObject({ quarterlyAmount: '27600.00', yearlyAmount: '109500.00', yearStart: 'april' });
	expect(plan).toMatchObject({ dayAmount: expect.any(Number) });
	expect(status).toMatchObject({
		day: { amountFrom: 'year' },
		horizons: {
			quarter: { target: 27_600, period: { start: '2026-10-01', end: '2026-12-31' } },
			year: { target: 109_500, period: { start: '2026-04-01', end: '2027-03-31' }, assumed: 90_000 },
		},
	});
	const words = (status['display'] as { horizons: Json }).horizons;
	expect(words).toMatchObject({
		quarter: expect.stringMatching(/^59% of the quarter is over, \d+% of €27,600.00 spent/),
		year: expect.stringMatching(/^65% of the year is over, \d+% of €109,500.00 spent, €90,000.00 of it before/),
	});
	expect(check['horizons']).toMatchObject({ quarter: { target: 27_600 }, year: { target: 109_500 } });
	for (const html of [report, overview]) expect(html).toContain(String(words['year']));
	expect(overview).toContain('of the year over');
});

test('a year whose amount is spent leaves nothing, and says until when', async () => {
	const { plan, check, report } = await pacedBudget({
		amounts: { yearlyAmount: '7000.00', spentBeforeFirstReport: '0' },
	});
	expect(plan).toMatchObject({
		warnings: expect.arrayContaining([
			{
				code: 'year-spent',
				message: expect.stringMatching(
					/^The annual budget of €7,000.00 is exceeded by .* nothing is left until .*1 January$/,
				),
			},
		]),
	});
	expect(check).toMatchObject({
		status: 'exhausted',
		alerts: expect.arrayContaining([expect.objectContaining({ kind: 'year-over', state: 'firing' })]),
	});
	expect(report).toContain('Raise the budget, or lower or pause the campaigns.');
});
