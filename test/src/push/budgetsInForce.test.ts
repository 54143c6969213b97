import {
	confirmPush,
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	preparePush,
	readState,
} from '../../../src/index';
import { offersOf } from '../../../src/ledger/withOffer';
import type { Platform } from '../../../src/platforms/registry';
import type { PushRecord } from '../../../src/records/pushRecord';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';
import { dailyBudget } from '../../support/readBudgets';

/** The first of a month, a Thursday. */
const FIRST = Date.UTC(2026, 9, 1);
const DATE = '2026-10-01';

const accepted: Readonly<Record<string, unknown>> = {
	amazon_ads: { campaigns: { success: [{ index: 0, campaignId: '7' }], error: [] } },
	linkedin_ads: {},
	microsoft_ads: { PartialErrors: [] },
	tiktok_ads: { code: 0, message: 'OK', data: {} },
};

const amountIn = (platform: string, amount: number) => dailyBudget(platform as Platform, 'campaign', amount);

/** Plays days of a campaign whose reports name no budget: it is known from what is read and pushed. */
function play(platform: string, days: number, demand: number) {
	let state: PacingState = createState({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '9300.00',
		control: 'daily-budget',
	});
	let inForce = 300;
	const warnings: string[][] = [];
	for (let day = 0; day <= days; day++) {
		const startMs = FIRST + day * DAY_MS;
		const nowMs = startMs + 60_000;
		const decided = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs });
		warnings.push(decided.plan.warnings.map(({ code }) => code));
		const target = {
			platform: platform as Platform,
			accountId: '1',
			managerAccountId: '2',
			objects: [{ id: '7', current: amountIn(platform, inForce) }],
		};
		const prepared = preparePush(decided.state, { target, nowMs, dryRun: false });
		const answers = prepared.push.requests.map(({ pushId }) => ({
			pushId,
			statusCode: 200,
			body: accepted[platform],
		}));
		const confirmed = confirmPush(prepared.state, { answers, nowMs });
		for (const { status, to, lever } of confirmed.confirmations) {
			if (lever === 'day-total' && status === 'confirmed') inForce = Number(to);
		}
		const spend = (Math.min(inForce, demand) / 24).toFixed(6);
		const windows = hourly(startMs, 24, (hour) => ({
			campaignId: '7',
			source: `${platform}:1`,
			spend,
			clicks: 10,
			conversions: hour % 3 === 0 ? 1 : 0,
		}));
		state = ingest(confirmed.state, windows, startMs + DAY_MS).state;
	}
	return { state, warnings };
}

describe('where reports have no column for it, the budget in force is known from pushes and readings', () => {
	test.each(Object.keys(accepted))('%s: a campaign that cannot spend its budget is limited by demand', (platform) => {
		const { warnings, state } = play(platform, 9, 180);
		expect(warnings.findIndex((codes) => codes.includes('limited-by-demand'))).toBeGreaterThan(0);
		expect(offersOf(state.ledger).get('7')!.size).toBeGreaterThanOrEqual(8);
		expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
	});

	test.each(Object.keys(accepted))('%s: one that spends it is not', (platform) => {
		const { warnings } = play(platform, 9, 900);
		expect(warnings.flat()).not.toContain('limited-by-demand');
	});
});

const NOON = FIRST + 12 * HOUR_MS;
const windows = (more: object = {}) =>
	hourly(FIRST - DAY_MS, 36, () => ({ campaignId: '7', source: 'microsoft_ads:1', spend: '1.00', ...more }));

const budget = (more: object = {}, rows: object = {}) =>
	ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', monthlyAmount: '3100.00', ...more }),
		windows(rows),
		NOON,
	).state;

const pushOf = (more: Partial<PushRecord> = {}): PushRecord =>
	pushedAt(NOON - 11 * HOUR_MS, '80.00', '90.00', {
		pushId: 'p',
		status: 'prepared',
		platform: 'microsoft_ads',
		object: 'campaign/7',
		currency: 'EUR',
		...more,
	});

const OK = { statusCode: 200, body: { PartialErrors: [] } };
const LOST = { error: { code: 'ECONNABORTED', message: 'timeout' } };

/** What is known of the campaign's budget on the day, major units. */
const known = (state: PacingState, date = DATE) => {
	const offer = offersOf(state.ledger).get('7')?.get(date);
	return offer === undefined ? undefined : `${offer.amount / 1e6}${offer.isMixed ? ' mixed' : ''}`;
};

const confirmed = (state: PacingState, pushes: readonly PushRecord[], ...answers: object[]) =>
	answers.reduce<PacingState>(
		(before, answer) => confirmPush(before, { answers: [{ pushId: 'p', ...answer }], nowMs: NOON }).state,
		{ ...state, pushes },
	);

describe('an answer that confirms a push says what budget is in force', () => {
	test.each`
		record                                               | answer                                    | day            | before       | because
		${{}}                                                | ${OK}                                     | ${'90'}        | ${'80'}      | ${'the budget that it replaces was that of the day before'}
		${{ from: null }}                                    | ${OK}                                     | ${'90'}        | ${undefined} | ${'the one before is not known'}
		${{ atMs: NOON, to: '160.00' }}                      | ${OK}                                     | ${'160 mixed'} | ${'80'}      | ${'half of the day had another budget'}
		${{ lever: 'hours' }}                                | ${OK}                                     | ${'90'}        | ${'80'}      | ${'amounts of hours add up to that of the day'}
		${{}}                                                | ${{ statusCode: 400 }}                    | ${undefined}   | ${undefined} | ${'a failed push sets nothing'}
		${{}}                                                | ${LOST}                                   | ${undefined}   | ${undefined} | ${'nobody knows whether it arrived'}
		${{ status: 'confirmed' }}                           | ${OK}                                     | ${undefined}   | ${undefined} | ${'it was recorded when it was confirmed'}
		${{ object: 'adGroup/7' }}                           | ${OK}                                     | ${undefined}   | ${undefined} | ${'the budget of an ad group is not that of a campaign'}
		${{ object: 'campaign/8' }}                          | ${OK}                                     | ${undefined}   | ${undefined} | ${'another campaign'}
		${{ platform: 'tiktok_ads' }}                        | ${{ body: { code: 0 }, statusCode: 200 }} | ${undefined}   | ${undefined} | ${'a campaign of another platform with the same ID'}
		${{ lever: 'status', from: 'active', to: 'paused' }} | ${OK}                                     | ${undefined}   | ${undefined} | ${'a status is no amount'}
		${{ to: '0.00' }}                                    | ${OK}                                     | ${undefined}   | ${undefined} | ${'nor is zero an offer'}
	`('$record: $day, because $because', ({ record, answer, day, before }) => {
		const after = confirmed(budget(), [pushOf(record)], answer);
		expect([known(after), known(after, '2026-09-30')]).toEqual([day, before]);
	});

	test('a second answer changes nothing', () => {
		const once = confirmed(budget(), [pushOf()], OK);
		const twice = confirmPush(once, { answers: [{ pushId: 'p', ...OK }], nowMs: NOON + HOUR_MS });
		expect(twice.state).toBe(once);
	});

	test('in an account of another currency it counts in the currency of the budget', () => {
		const record = pushOf({ currency: 'USD', exchange: { amount: '82.80', currency: 'EUR', rate: 0.92 } });
		const after = confirmed(budget(), [record], OK);
		expect([known(after), known(after, '2026-09-30')]).toEqual(['82.8', '73.6']);
	});

	test('an earlier push that is confirmed later replaces nothing', () => {
		const later = pushOf({ pushId: 'q', status: 'confirmed', atMs: NOON - HOUR_MS, from: '90.00', to: '95.00' });
		expect(known(confirmed(budget(), [pushOf(), later], OK))).toBeUndefined();
	});

	test('a report that is read later and has the column decides', () => {
		const after = ingest(confirmed(budget(), [pushOf()], OK), windows({ budget: '70' }), NOON + HOUR_MS).state;
		expect(known(after)).toBe('70 mixed');
	});

	test('a campaign that the budget names counts before its first report', () => {
		const named = createState({
			budgetId: 'b',
			currency: 'EUR',
			timeZone: 'UTC',
			monthlyAmount: '3100.00',
			campaigns: [{ campaignId: '7' }, { campaignId: '9' }],
		});
		expect(known(confirmed(named, [pushOf()], OK))).toBe('90');
	});
});

describe('a value read says it too', () => {
	const read = (current: number, { pushes = [], dryRun = false }: { pushes?: PushRecord[]; dryRun?: boolean } = {}) => {
		const planned = optimizeAllocation(budget(), { strategy: 'even_distribution', nowMs: NOON }).state;
		return preparePush(
			{ ...planned, pushes },
			{
				target: {
					platform: 'microsoft_ads',
					accountId: '1',
					managerAccountId: '2',
					objects: [{ id: '7', current: { DailyBudget: current, BudgetType: 'DailyBudgetStandard' } }],
				},
				nowMs: NOON,
				dryRun,
			},
		).state;
	};

	test.each`
		status         | current | day      | because
		${'unknown'}   | ${90}   | ${'90'}  | ${'the push had arrived'}
		${'unknown'}   | ${80}   | ${'80'}  | ${'it had not'}
		${'confirmed'} | ${150}  | ${'150'} | ${'somebody has set it since'}
	`('$status, and $current is read: $day, because $because', ({ status, current, day }) => {
		expect(known(read(current, { pushes: [pushOf({ status })] }))).toBe(day);
	});

	test('in a dry run nothing is recorded', () => {
		expect(known(read(90, { dryRun: true, pushes: [pushOf({ status: 'unknown' })] }))).toBeUndefined();
	});
});
