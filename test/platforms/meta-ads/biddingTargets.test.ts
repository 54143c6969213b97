import { metaAdsTargets } from '../../../src/platforms/meta-ads/biddingTargets';
import { adSet, meta, pushTarget } from '../../support/biddingTargets';

const FLOOR = { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS', bid_amount: undefined };

test.each`
	current                                                                       | query                                                  | undone                                                 | because
	${adSet()}                                                                    | ${{ bid_amount: '3300' }}                              | ${{ bid_amount: '3000' }}                              | ${'a cost cap, in cents'}
	${adSet({ bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: '255' })}     | ${{ bid_amount: '280' }}                               | ${{ bid_amount: '255' }}                               | ${'a bid cap, as digits, rounded toward the present one'}
	${adSet({ ...FLOOR, bid_constraints: { roas_average_floor: 30_000 } })}       | ${{ bid_constraints: '{"roas_average_floor":27000}' }} | ${{ bid_constraints: '{"roas_average_floor":30000}' }} | ${'a return of 3 is 30,000'}
	${adSet({ bid_strategy: undefined, campaign: { bid_strategy: 'COST_CAP' } })} | ${{ bid_amount: '3300' }}                              | ${{ bid_amount: '3000' }}                              | ${'with Advantage campaign budget the campaign has the strategy'}
`('$query: $because', ({ current, query, undone }) => {
	const { requests } = pushTarget({ ...meta(current), learning: 'stable' }).push;
	const request = {
		method: 'POST',
		url: 'https://graph.facebook.com/v26.0/501',
		headers: {},
		query: query as object,
		body: null,
		contentType: 'application/json',
	};
	expect(requests).toMatchObject([{ ...request, rollback: { ...request, query: undone as object } }]);
});

test.each`
	current                                               | kind         | because
	${adSet({ bid_strategy: 'LOWEST_COST_WITHOUT_CAP' })} | ${'none'}    | ${'it spends its budget at the lowest cost'}
	${adSet({ bid_strategy: undefined })}                 | ${'unknown'} | ${'the strategy was not read'}
	${adSet({ bid_strategy: 'toString' })}                | ${'unknown'} | ${'it is none of Meta'}
	${adSet({ id: '502' })}                               | ${'unknown'} | ${'it is another ad set'}
`('$kind: $because', ({ current, kind }) => {
	expect(metaAdsTargets.read(current, '501')).toEqual({ kind });
});

test.each`
	current                                                     | budget            | because
	${adSet({ daily_budget: '5000' })}                          | ${'adGroup/501'}  | ${'the ad set has one'}
	${adSet()}                                                  | ${'campaign/111'} | ${'Advantage campaign budget'}
	${adSet({ daily_budget: undefined })}                       | ${undefined}      | ${'it was not read'}
	${adSet({ campaign_id: undefined, campaign: { id: 111 } })} | ${'campaign/111'} | ${'the campaign was read with it'}
`('the budget is that of $budget: $because', ({ current, budget }) => {
	expect((metaAdsTargets.read(current, '501') as { budget?: string }).budget).toBe(budget);
});
