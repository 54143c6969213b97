import { createState, formatMoney, ingest, optimizeAllocation } from '../../src/index';
import { DAY_MS, HOUR_MS } from '../support/deliveries';
import { runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const asOf = '2026-11-23T14:20:00+01:00';
const NOW_MS = Date.parse(asOf);
const THIS_HOUR_MS = NOW_MS - 20 * 60_000;
const MIDNIGHT_MS = THIS_HOUR_MS - 14 * HOUR_MS;

/** Every amount that a budget can have at once. */
const AMOUNTS = {
	dailyAmount: 1100,
	weeklyAmount: 7000,
	monthlyAmount: 30000,
	flight: { start: '2026-10-01', end: '2026-12-31', amount: 90000 },
};

/** Four weeks of conversions and revenue; today's hours from ten o'clock on spend three times as much if it runs away. */
const history = (runsAway: boolean, campaigns: readonly string[]) =>
	Array.from({ length: 28 * 24 + 14 }, (_, position) => MIDNIGHT_MS - 28 * DAY_MS + position * HOUR_MS).flatMap(
		(startMs, position) =>
			campaigns.map((campaignId, place) => {
				const usual = 41.67 * (1 + 0.3 * Math.sin(position / 4 + place));
				const spend = runsAway && startMs >= MIDNIGHT_MS + 10 * HOUR_MS ? 3 * usual : usual;
				return {
					campaignId,
					startMs,
					endMs: startMs + HOUR_MS,
					spend: (spend / campaigns.length).toFixed(2),
					impressions: 1600,
					clicks: 40,
					conversions: 2,
					revenue: 90.5,
				};
			}),
	);

function stateOf({ amounts = AMOUNTS as object, runsAway = false, campaigns = ['101'] } = {}) {
	const state = createState({
		budgetId: 'brand-de',
		name: 'Brand campaigns Germany',
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		control: 'hourly-cap',
		...amounts,
		...(campaigns.length > 1 && { campaigns: campaigns.map((campaignId) => ({ campaignId })) }),
	});
	const ingested = ingest(state, history(runsAway, campaigns), NOW_MS).state;
	return optimizeAllocation(ingested, { strategy: 'adaptive_ml', nowMs: MIDNIGHT_MS + HOUR_MS }).state;
}

/** The item that a node makes, without the state that travels with it here. */
async function itemOf(type: string, parameters: Json, pacingState: object): Promise<Json> {
	const { outputs, error } = await runNode(
		type,
		{ budgetId: 'brand-de', stateStore: 'inputItem', options: { asOf }, ...parameters },
		{ items: [{ pacingState }] },
	);
	expect(error).toBeUndefined();
	const [item] = outputs.flat() as [Json];
	return Object.fromEntries(Object.entries(item).filter(([field]) => field !== 'pacingState'));
}

const sizeOf = (item: Json) => JSON.stringify(item).length;

/** The fields that an item has with some parts included, and not without them. */
async function partsOf(type: string, parameters: Json, include: readonly string[]): Promise<readonly string[]> {
	const state = stateOf({ runsAway: true });
	const small = await itemOf(type, { ...parameters, include: [] }, state);
	const chosen = await itemOf(type, { ...parameters, include }, state);
	expect(chosen).toMatchObject(small);
	return Object.keys(chosen)
		.filter((field) => !(field in small))
		.sort();
}

describe('Get Status', () => {
	const parameters = { operation: 'status' };

	test.each`
		amounts                     | mostBytes | because
		${{ dailyAmount: 1000 }}    | ${1500}   | ${'only today'}
		${{ monthlyAmount: 30000 }} | ${2000}   | ${'a month'}
		${AMOUNTS}                  | ${3300}   | ${'a week, a month and a flight, 600 bytes each'}
	`('is at most $mostBytes bytes with all results: $because', async ({ amounts, mostBytes }) => {
		const item = await itemOf('pacingBudget', parameters, stateOf({ amounts: amounts as object, runsAway: true }));
		expect(Object.keys(item).slice(0, 5)).toEqual(['budgetId', 'name', 'status', 'display', 'day']);
		expect(sizeOf(item)).toBeLessThan(mostBytes as number);
	});

	test.each`
		include                                    | fields
		${[]}                                      | ${[]}
		${['pattern']}                             | ${['pattern']}
		${['plan']}                                | ${['plan']}
		${['ratios']}                              | ${['ratios']}
		${['trends']}                              | ${['trends']}
		${['pattern', 'plan', 'ratios', 'trends']} | ${['pattern', 'plan', 'ratios', 'trends']}
	`('has $fields if Include has $include', async ({ include, fields }) => {
		expect(await partsOf('pacingBudget', parameters, include as string[])).toEqual(fields);
	});
});

describe('Check Exhaustion', () => {
	test.each`
		amounts                     | runsAway | include      | mostBytes | because
		${{ dailyAmount: 1000 }}    | ${true}  | ${undefined} | ${2400}   | ${'an alert fires, with its card for Slack'}
		${{ dailyAmount: 1000 }}    | ${true}  | ${[]}        | ${1300}   | ${'an alert fires, told as a sentence'}
		${{ monthlyAmount: 30000 }} | ${true}  | ${[]}        | ${1300}   | ${'the same in a month'}
		${AMOUNTS}                  | ${false} | ${[]}        | ${1300}   | ${'nothing fires, and there is no more to it'}
		${{ dailyAmount: 1000 }}    | ${false} | ${[]}        | ${1300}   | ${'a day that is on pace'}
	`('is at most $mostBytes bytes: $because', async ({ amounts, runsAway, include, mostBytes }) => {
		const state = stateOf({ amounts: amounts as object, runsAway: runsAway as boolean });
		const item = await itemOf('checkExhaustion', include === undefined ? {} : { include: include as string[] }, state);
		expect(Object.keys(item).slice(0, 6)).toEqual(['budgetId', 'name', 'status', 'text', 'spentToday', 'dayAmount']);
		expect(item).toMatchObject({ name: 'Brand campaigns Germany', notify: expect.any(Boolean) as boolean });
		expect(sizeOf(item)).toBeLessThan(mostBytes as number);
	});

	test('fires with its card for Slack, and the amounts of the day as numbers, if nothing is chosen', async () => {
		const item = await itemOf('checkExhaustion', {}, stateOf({ amounts: { dailyAmount: 1000 }, runsAway: true }));
		expect(item).toMatchObject({
			notify: true,
			alert: { state: 'firing' },
			dayAmount: 1000,
			slack: { blocks: [{ type: 'header' }, {}, {}, {}] },
		});
		expect(JSON.stringify(item['slack'])).toContain(`${formatMoney(String(item['spentToday']), 'EUR')} of €1,000.00`);
		for (const field of ['horizons', 'mail', 'pagerduty', 'pagerdutyEvents']) expect(item).not.toHaveProperty(field);
	});

	test.each`
		include                           | fields
		${[]}                             | ${[]}
		${['horizons']}                   | ${['horizons']}
		${['mail']}                       | ${['mail']}
		${['pagerduty']}                  | ${['pagerduty', 'pagerdutyEvents']}
		${['slack']}                      | ${['slack']}
		${['mail', 'pagerduty', 'slack']} | ${['mail', 'pagerduty', 'pagerdutyEvents', 'slack']}
	`('has $fields if Include has $include', async ({ include, fields }) => {
		expect(await partsOf('checkExhaustion', {}, include as string[])).toEqual(fields);
	});

	test.each`
		include          | ofDigest     | ofBudget
		${[]}            | ${[]}        | ${[]}
		${['slack']}     | ${['slack']} | ${[]}
		${['mail']}      | ${['mail']}  | ${[]}
		${['pagerduty']} | ${[]}        | ${['pagerduty', 'pagerdutyEvents']}
		${['horizons']}  | ${[]}        | ${['horizons']}
	`('a digest with $include has $ofDigest, and its budgets $ofBudget', async ({ include, ofDigest, ofBudget }) => {
		const parts = ['horizons', 'mail', 'pagerduty', 'pagerdutyEvents', 'slack'];
		const digest = await itemOf('checkExhaustion', { messages: 'digest', include: include as string[] }, stateOf());
		const [budget] = digest['budgets'] as Json[];
		expect(parts.filter((part) => part in digest)).toEqual(ofDigest);
		expect(parts.filter((part) => part in budget!)).toEqual(ofBudget);
		expect(Object.keys(digest).slice(0, 4)).toEqual(['account', 'notify', 'severity', 'text']);
	});
});

describe('Optimize Allocation', () => {
	test.each`
		amounts                     | campaigns                | mostBytes | because
		${{ dailyAmount: 1000 }}    | ${['101']}               | ${2000}   | ${'a day whose evening is limited by demand, hour by hour'}
		${AMOUNTS}                  | ${['101']}               | ${1700}   | ${'a day limited by a week, a month and a flight, and its warning'}
		${{ monthlyAmount: 30000 }} | ${['101', '102', '103']} | ${2800}   | ${'a month with three campaigns'}
	`('is at most $mostBytes bytes: $because', async ({ amounts, campaigns, mostBytes }) => {
		const state = stateOf({ amounts: amounts as object, campaigns: campaigns as string[] });
		const item = await itemOf('optimizeAllocation', {}, state);
		expect(Object.keys(item).slice(0, 5)).toEqual(['budgetId', 'date', 'strategy', 'dayAmount', 'spent']);
		expect(item).toHaveProperty('display.hours');
		expect(sizeOf(item)).toBeLessThan(mostBytes as number);
	});

	test.each`
		include              | fields
		${[]}                | ${[]}
		${['days']}          | ${['days']}
		${['hours']}         | ${['hours']}
		${['days', 'hours']} | ${['days', 'hours']}
	`('has $fields if Include has $include', async ({ include, fields }) => {
		expect(await partsOf('optimizeAllocation', {}, include as string[])).toEqual(fields);
	});

	test.each([
		{ include: [], because: 'the hours of campaigns go with those of the plan', hours: undefined },
		{ include: ['hours'], because: 'and come with them', hours: expect.any(Array) as unknown },
	])('$because', async ({ include, hours }) => {
		const item = await itemOf('optimizeAllocation', { include }, stateOf({ campaigns: ['101', '102'] }));
		expect((item['campaigns'] as Json[]).map((campaign) => campaign['hours'])).toEqual([hours, hours]);
	});
});

describe('Reallocate', () => {
	test.each`
		amounts                     | campaigns                | mostBytes | because
		${{ dailyAmount: 1000 }}    | ${['101']}               | ${2200}   | ${'the same day'}
		${{ monthlyAmount: 30000 }} | ${['101', '102', '103']} | ${3000}   | ${'a month with three campaigns'}
	`('is at most $mostBytes bytes: $because', async ({ amounts, campaigns, mostBytes }) => {
		const state = stateOf({ amounts: amounts as object, campaigns: campaigns as string[] });
		const item = await itemOf('reallocate', {}, state);
		expect(Object.keys(item)).toEqual(['budgetId', 'changed', 'reasons', 'display', 'moves', 'to']);
		expect(sizeOf(item)).toBeLessThan(mostBytes as number);
	});

	test.each`
		include                  | fields
		${[]}                    | ${[]}
		${['evidence']}          | ${['evidence']}
		${['from']}              | ${['from']}
		${['evidence', 'hours']} | ${['evidence']}
	`('has $fields if Include has $include', async ({ include, fields }) => {
		expect(await partsOf('reallocate', {}, include as string[])).toEqual(fields);
	});

	test('days and hours are those of both plans', async () => {
		const state = stateOf();
		const small = await itemOf('reallocate', { include: ['from'] }, state);
		const whole = await itemOf('reallocate', { include: ['days', 'from', 'hours'] }, state);
		for (const plan of ['from', 'to']) {
			expect(small).not.toHaveProperty([plan, 'hours']);
			expect(small).not.toHaveProperty([plan, 'days']);
			expect(whole).toHaveProperty([plan, 'hours', 'length'], 24);
			expect(whole).toHaveProperty([plan, 'days']);
		}
	});
});

test.each`
	type                    | include       | said                                                                                 | because
	${'pacingBudget'}       | ${'pattern'}  | ${"'Include' must be a list of parts, of these: pattern, plan, ratios, trends"}      | ${'a text is no list'}
	${'checkExhaustion'}    | ${['teams']}  | ${"'Include 1' must be a list of parts, of these: horizons, mail, pagerduty, slack"} | ${'there is no such message'}
	${'reallocate'}         | ${['before']} | ${"'Include 1' must be a list of parts, of these: days, hours, evidence, from"}      | ${'parts have the names of their fields'}
	${'optimizeAllocation'} | ${7}          | ${"'Include' must be a list of parts, of these: days, hours"}                        | ${'a number is no list'}
`('an Include of $type that cannot be read says which there are: $because', async ({ type, include, said }) => {
	const { error } = await runNode(type as string, {
		budgetId: 'brand-de',
		operation: 'status',
		include: include as unknown,
	});
	expect(error?.message).toContain(said);
});
