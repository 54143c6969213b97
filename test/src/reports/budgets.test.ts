import { normaliseRows } from '../../../src/index';
import { BERLIN, google, meta } from '../../support/reportRows';

const budgetsOf = (rows: readonly unknown[]) =>
	normaliseRows([...rows], { budget: BERLIN }).windows.map(({ budget }) => budget);

describe('Google Ads: campaign_budget.amount_micros', () => {
	const row = (date: string, campaignBudget: object, changes = {}) => ({
		...google({ segments: { date, hour: 9 }, ...changes }),
		campaignBudget,
	});
	const OWN = { resourceName: 'customers/1/campaignBudgets/5', amountMicros: '50000000' };

	test.each`
		rows                                                                                                    | budgets              | because
		${[row('2026-11-23', OWN)]}                                                                             | ${['50']}            | ${'it is the daily budget in force'}
		${[row('2026-11-22', OWN), row('2026-11-23', OWN)]}                                                     | ${[undefined, '50']} | ${'earlier days had a budget that the report does not tell'}
		${[row('2026-11-23', { ...OWN, explicitlyShared: true })]}                                              | ${[undefined]}       | ${'a shared budget is no campaign’s own'}
		${[row('2026-11-23', { ...OWN, amountMicros: 'x' })]}                                                   | ${[undefined]}       | ${'unreadable: the delivery counts without it'}
		${[row('2026-11-23', OWN, { adGroup: { id: '1' } }), row('2026-11-23', OWN, { adGroup: { id: '2' } })]} | ${['50']}            | ${'two parts name the same budget'}
	`('$because', ({ rows, budgets }) => {
		expect(budgetsOf(rows)).toEqual(budgets);
	});
});

describe('Meta Ads: daily_budget', () => {
	test.each`
		rows                                                                                              | budgets        | because
		${[meta({ daily_budget: '5000' })]}                                                               | ${['50']}      | ${'it is in hundredths'}
		${[meta({})]}                                                                                     | ${[undefined]} | ${'insights alone name none'}
		${[meta({ adset_id: '1', daily_budget: '5000' }), meta({ adset_id: '2', daily_budget: '2500' })]} | ${['75']}      | ${'ad sets have budgets of their own'}
		${[meta({ adset_id: '1', daily_budget: '5000' }), meta({ adset_id: '2' })]}                       | ${[undefined]} | ${'one of two budgets is unknown'}
		${[meta({ ad_id: '1', daily_budget: '5000' }), meta({ ad_id: '2', daily_budget: '6000' })]}       | ${[undefined]} | ${'two amounts of one budget contradict each other'}
	`('$because', ({ rows, budgets }) => {
		expect(budgetsOf(rows)).toEqual(budgets);
	});
});
