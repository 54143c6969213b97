import { createState, ingest, optimizeAllocation } from '../../src/index';
import { campaign } from '../support/biddingTargets';
import { HOUR_MS, hourly } from '../support/deliveries';
import { runNode } from '../support/runNode';

const AT = '2026-11-17T09:20:00Z';
const NOW_MS = Date.parse(AT);
const HOURS = 21 * 24 + 9;

/** The item of a budget whose month ends short, because its campaign spends 350 of the 500 that it is offered a day. */
function planned() {
	const windows = hourly(NOW_MS - (NOW_MS % HOUR_MS) - HOURS * HOUR_MS, HOURS, () => ({
		campaignId: '111',
		spend: '14.58',
		budget: '500',
	}));
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '15000' };
	const { state } = ingest(createState(definition), windows, NOW_MS);
	return { pacingState: optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW_MS }).state };
}

const parameters = {
	budgetId: 'b',
	stateStore: 'inputItem',
	platform: 'google_ads',
	accountId: '123-456-7890',
	additionalFields: { lever: 'biddingTarget' },
	objectIds: '111',
	currentValues: '={{ $json.results[0] }}',
	dryRun: false,
	options: { asOf: AT },
};

const results = (read: object) => [{ ...planned(), results: [read] }];

test('a target leaves as a request with numbers and words, and its answer is confirmed in the same words', async () => {
	const { outputs } = await runNode('preparePush', parameters, { items: results(campaign()) });
	expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	const [request] = outputs[0]!;
	expect(request).toMatchObject({
		lever: 'target-cpa',
		object: 'campaign/111',
		from: 30,
		to: 33,
		dayCeiling: null,
		reason: { code: 'loosen' },
		explanation: [{ code: 'bidding-target' }, { code: 'api-version' }],
		display: { change: '€30.00 → €33.00' },
	});
	const answered = { ...request, statusCode: 200, body: { results: [{ resourceName: 'x' }] } };
	const confirm = { budgetId: 'b', stateStore: 'inputItem', pushId: '={{ $json.pushId }}', options: { asOf: AT } };
	const confirmed = await runNode('confirmPush', confirm, { items: [answered] });
	expect(confirmed.outputs[0]).toMatchObject([
		{ status: 'confirmed', from: 30, to: 33, display: { inForce: '€33.00' } },
	]);
});

test('a ratio is a number without a currency, in both nodes', async () => {
	const read = campaign({ maximizeConversions: undefined, maximizeConversionValue: { targetRoas: 4 } });
	const { outputs } = await runNode('preparePush', parameters, { items: results(read) });
	const [request] = outputs[0]!;
	expect(request).toMatchObject({ lever: 'target-roas', from: 4, to: 3.6, display: { change: '4 → 3.6' } });
	const answered = { ...request, statusCode: 200, body: { results: [{ resourceName: 'x' }] } };
	const confirm = { budgetId: 'b', stateStore: 'inputItem', pushId: '={{ $json.pushId }}', options: { asOf: AT } };
	const confirmed = await runNode('confirmPush', confirm, { items: [answered] });
	expect(confirmed.outputs[0]).toMatchObject([{ from: 4, to: 3.6, inForce: 3.6, display: { inForce: '3.6' } }]);
});

test('a target that was not read leaves through Held Back, and names what to map', async () => {
	const { outputs } = await runNode('preparePush', { ...parameters, currentValues: '' }, { items: results({}) });
	expect(outputs.map((output) => output.length)).toEqual([0, 1]);
	expect(outputs[1]).toMatchObject([
		{
			lever: 'bidding-target',
			from: null,
			needsPerson: true,
			reason: { code: 'target-unknown', message: expect.stringMatching(/map 'Current Values'/) as string },
		},
	]);
});

test('the bound of a week can be set, and another platform says that it has none', async () => {
	const guards = { maxTargetChangePercent: 20 };
	const { outputs } = await runNode('preparePush', { ...parameters, guards }, { items: results(campaign()) });
	expect(outputs[0]).toMatchObject([{ to: 36 }]);
	const elsewhere = { ...parameters, platform: 'linkedin_ads' };
	const { error } = await runNode('preparePush', elsewhere, { items: results({}) });
	expect(error!.message).toBe('LinkedIn Ads has no bidding target here');
});
