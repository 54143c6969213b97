import { googleAdsTargets } from '../../../src/platforms/google-ads/biddingTargets';
import { campaign, google, pushTarget } from '../../support/biddingTargets';

const only = (current: Parameters<typeof google>[0], given: Parameters<typeof pushTarget>[1] = {}) => {
	const { requests } = pushTarget(google(current), given).push;
	expect(requests).toHaveLength(1);
	return requests[0]!;
};

const ROAS = { maximizeConversions: undefined };

test.each`
	current                                                                  | field                                    | sent          | undone        | because
	${campaign()}                                                            | ${'maximizeConversions.targetCpaMicros'} | ${'33000000'} | ${'30000000'} | ${'an optional target of Maximize Conversions'}
	${campaign({ ...ROAS, targetCpa: { targetCpaMicros: 30_000_000 } })}     | ${'targetCpa.targetCpaMicros'}           | ${'33000000'} | ${'30000000'} | ${'a Target CPA strategy, the number as a number'}
	${campaign({ ...ROAS, maximizeConversionValue: { targetRoas: 4 } })}     | ${'maximizeConversionValue.targetRoas'}  | ${3.6}        | ${4}          | ${'a ratio is a number of JSON'}
	${campaign({ ...ROAS, targetRoas: { targetRoas: 3.5999999999999996 } })} | ${'targetRoas.targetRoas'}               | ${3.24}       | ${3.6}        | ${'a floating-point number is read as the decimal that it stands for'}
`('$field is set to $sent: $because', ({ current, field, sent, undone }) => {
	const [strategy, name] = (field as string).split('.') as [string, string];
	const bodyOf = (value: unknown) => ({
		operations: [
			{
				updateMask: field as string,
				update: { resourceName: 'customers/1/campaigns/111', [strategy]: { [name]: value } },
			},
		],
		validateOnly: false,
	});
	const request = {
		method: 'POST',
		url: 'https://googleads.googleapis.com/v26/customers/1/campaigns:mutate',
		headers: {},
		query: {},
		contentType: 'application/json',
	};
	const { rollback, body, ...sentRequest } = only(current);
	expect(sentRequest).toMatchObject(request);
	expect(body).toEqual(bodyOf(sent));
	expect(rollback).toEqual({ ...request, body: bodyOf(undone) });
});

test('a dry run is validated only', () => {
	expect(only(campaign(), { dryRun: true })).toMatchObject({ body: { validateOnly: true } });
});

test.each`
	currency | current          | sent             | because
	${'JPY'} | ${'3333000000'}  | ${'3666000000'}  | ${'a yen has no parts'}
	${'HUF'} | ${'12345000000'} | ${'13579000000'} | ${'forints are whole in use'}
	${'KWD'} | ${'9990000'}     | ${'10980000'}    | ${'amounts are multiples of 10,000 micros, and a fils is 1,000'}
`('$sent in $currency: $because', ({ currency, current, sent }) => {
	const read = campaign({ maximizeConversions: { targetCpaMicros: current as string } });
	const given = { currency: currency as string };
	expect(only(read, given)).toMatchObject({
		body: { operations: [{ update: { maximizeConversions: { targetCpaMicros: sent as string } } }] },
	});
});

test.each`
	row                                                                    | budget          | because
	${{ campaign: { campaignBudget: 'customers/1/campaignBudgets/222' } }} | ${'budget/222'} | ${'by its resource name'}
	${{ campaign: {}, campaignBudget: { id: '223' } }}                     | ${'budget/223'} | ${"by the row's own budget"}
	${{ campaign: {} }}                                                    | ${undefined}    | ${'it was not selected'}
`('the budget of a campaign is $budget: $because', ({ row, budget }) => {
	const { campaign: own, ...rest } = row as { campaign: object };
	const read = { ...rest, campaign: { id: '111', maximizeConversions: { targetCpaMicros: '1000000' }, ...own } };
	expect(googleAdsTargets.read(read, '111')).toMatchObject({ kind: 'target', campaignId: '111' });
	expect((googleAdsTargets.read(read, '111') as { budget?: string }).budget).toBe(budget);
});
