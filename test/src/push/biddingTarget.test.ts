import fc from 'fast-check';

import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import type { PushRecord } from '../../../src/records/pushRecord';
import {
	adSet,
	campaign,
	google,
	LIMITED_BY_DEMAND,
	meta,
	OVERSPENDING,
	pushTarget,
	SHORT,
} from '../../support/biddingTargets';
import { MORNING_MS, push } from '../../support/plans';
import { RUNS } from '../../support/runs';
import { pushedAt } from '../../support/pushRecords';

const DAY_MS = 86_400_000;
const PLAN = '2026-11-27-0000000000000001';

/** A target CPA that was pushed some days ago. */
const changed = (daysAgo: number, from: string, to: string, more: Partial<PushRecord> = {}): PushRecord =>
	pushedAt(MORNING_MS - daysAgo * DAY_MS, from, to, {
		object: 'campaign/111',
		lever: 'target-cpa',
		why: 'loosen',
		budget: 'budget/222',
		...more,
	});

const roas = (targetRoas: unknown) =>
	campaign({ maximizeConversions: undefined, maximizeConversionValue: { targetRoas } });

describe('a target is changed where daily budgets cannot do it', () => {
	test.each`
		current        | projected           | use                  | guards                              | code         | from       | to         | because
		${campaign()}  | ${SHORT}            | ${LIMITED_BY_DEMAND} | ${{}}                               | ${'loosen'}  | ${'30.00'} | ${'33.00'} | ${'6,000 more a day are missing: 10% is the most of a week'}
		${campaign()}  | ${[18_900, 19_900]} | ${LIMITED_BY_DEMAND} | ${{}}                               | ${'loosen'}  | ${'30.00'} | ${'31.57'} | ${'12,000 are left and 11,400 are expected: 5% more is enough'}
		${campaign()}  | ${SHORT}            | ${LIMITED_BY_DEMAND} | ${{ maxTargetChangeFraction: 0.2 }} | ${'loosen'}  | ${'30.00'} | ${'36.00'} | ${'the user allows more'}
		${campaign()}  | ${[8000, 8000]}     | ${LIMITED_BY_DEMAND} | ${{}}                               | ${'loosen'}  | ${'30.00'} | ${'33.00'} | ${'nothing is expected to be spent any more'}
		${roas(4)}     | ${SHORT}            | ${LIMITED_BY_DEMAND} | ${{}}                               | ${'loosen'}  | ${'4'}     | ${'3.6'}   | ${'a lower return is looser, and a ratio stays exact'}
		${roas(3.335)} | ${SHORT}            | ${LIMITED_BY_DEMAND} | ${{}}                               | ${'loosen'}  | ${'3.335'} | ${'3.01'}  | ${'3.0015 at least, rounded toward the present value'}
		${campaign()}  | ${[24_000, 26_000]} | ${OVERSPENDING}      | ${{}}                               | ${'tighten'} | ${'30.00'} | ${'27.00'} | ${'budgets do not hold it: 140% of them are spent'}
		${roas(4)}     | ${[24_000, 26_000]} | ${OVERSPENDING}      | ${{}}                               | ${'tighten'} | ${'4'}     | ${'4.4'}   | ${'a higher return is tighter'}
		${campaign()}  | ${[20_200, 21_000]} | ${OVERSPENDING}      | ${{}}                               | ${'tighten'} | ${'30.00'} | ${'28.58'} | ${'12,000 are left and 12,600 are expected, rounded toward the present value'}
	`('$code from $from to $to: $because', ({ current, projected, use, guards, code, from, to }) => {
		const { push: prepared, pushes } = pushTarget(google(current), { projected, use, guards });
		expect(prepared.held).toEqual([]);
		expect(prepared.requests).toMatchObject([{ object: 'campaign/111', from, to, reason: { code }, dayCeiling: null }]);
		expect(pushes).toMatchObject([{ from, to, why: code, status: 'prepared', budget: 'budget/222' }]);
	});

	test('the reason says what the period does, and why budgets do not help', () => {
		const said = (...[target, given]: Parameters<typeof pushTarget>) =>
			pushTarget(target, given).push.requests[0]!.reason.message;
		expect(said(google(campaign()))).toBe(
			'The month is projected at US$13,000.00 to US$15,000.00 of US$20,000.00, and daily budgets are not used up: the target CPA of campaign/111 is loosened from US$30.00 to US$33.00',
		);
		expect(said(meta(adSet()), { projected: [24_000, 26_000], use: OVERSPENDING })).toBe(
			'The month is projected at US$24,000.00 to US$26,000.00 of US$20,000.00, and 140% of the daily budgets was spent on the last days: the cost cap of adGroup/501 is tightened from US$30.00 to US$27.00',
		);
	});

	test('a record says what it holds: an amount has a currency, a ratio has none', () => {
		const [amount] = pushTarget(google(campaign())).pushes;
		expect(amount).toMatchObject({ lever: 'target-cpa', currency: 'USD' });
		expect(amount).not.toHaveProperty('step');
		const [ratio] = pushTarget(google(roas(4))).pushes;
		expect(ratio).toMatchObject({ lever: 'target-roas', to: '3.6' });
		expect(ratio).not.toHaveProperty('currency');
	});
});

describe('a target stays as it is, with the reason', () => {
	test.each`
		code                      | given                                                                              | said                                                | because
		${'on-target'}            | ${{ projected: [17_000, 21_000] }}                                                 | ${/which may well be right/}                        | ${'the interval covers the amount'}
		${'on-target'}            | ${{ projected: [19_000, 20_000] }}                                                 | ${/which may well be right/}                        | ${'its end is the amount'}
		${'limited-by-budget'}    | ${{ use: { limitedBy: 'budget', spentShare: 1 } }}                                 | ${/more budget is what it needs/}                   | ${'it spends what it is given'}
		${'limited-by-budget'}    | ${{ limitOfAll: 'budget' }}                                                        | ${/other campaigns/}                                | ${'others could spend the money at their targets'}
		${'limit-unknown'}        | ${{ use: { limitedBy: null, spentShare: null } }}                                  | ${/what limits the spend is not clear/}             | ${'no budgets are reported'}
		${'limit-unknown'}        | ${{ use: null }}                                                                   | ${/Pacing Budget names campaigns and not this one/} | ${'the budget does not name the campaign'}
		${'limit-unknown'}        | ${{ projected: [24_000, 26_000], use: { limitedBy: 'budget', spentShare: null } }} | ${/what limits the spend is not clear/}             | ${'too few budgets are known'}
		${'budgets-control'}      | ${{ projected: [24_000, 26_000], use: { limitedBy: 'budget', spentShare: 1.05 } }} | ${/lower budgets are enough/}                       | ${'the platform keeps to its budgets'}
		${'no-projection'}        | ${{ projected: null }}                                                             | ${/there is no forecast/}                           | ${'only a day has an amount, or nothing is learned'}
		${'period-ending'}        | ${{ daysAhead: 2 }}                                                                | ${/the period ends before/}                         | ${'the change would show in the next month'}
		${'least-change'}         | ${{ projected: [19_500, 19_900] }}                                                 | ${/less than 3%/}                                   | ${'2.6% more are missing'}
		${'stale-data'}           | ${{ stale: 'The latest report ended 9 hours ago' }}                                | ${/9 hours ago/}                                    | ${'nothing new is known'}
		${'stale-data'}           | ${{ staleForRaise: 'The latest report ended 9 hours ago' }}                        | ${/9 hours ago/}                                    | ${'more may have been spent than is known'}
		${'weekly-target-change'} | ${{ pushes: [changed(4, '27.50', '30.00')] }}                                      | ${/at most 10% within 7 days/}                      | ${'9% of 10% are used up'}
		${'target-settling'}      | ${{ pushes: [changed(2, '29.00', '30.00')] }}                                      | ${/was changed 2 days ago/}                         | ${'spend does not show the last change yet'}
		${'unchanged'}            | ${{ pushes: [changed(0, '27.50', '30.00', { planId: PLAN })] }}                    | ${/already been pushed/}                            | ${'the plan was pushed'}
		${'edited-by-someone'}    | ${{ pushes: [changed(9, '27.50', '28.00')] }}                                      | ${/US\$28.00 was pushed/}                           | ${'somebody set another target since'}
		${'push-under-way'}       | ${{ pushes: [changed(0, '30.00', '33.00', { status: 'prepared' })] }}              | ${/not known yet/}                                  | ${'the value read may be older than the push'}
		${'budget-raised'}        | ${{ pushes: [pushedAt(MORNING_MS, '90.00', '99.00', { planId: PLAN })] }}          | ${/does not also loosen/}                           | ${'this run raised the daily budget of the campaign'}
	`('$code: $because', ({ code, given, said }) => {
		const { push: prepared, pushes } = pushTarget(google(campaign()), given);
		expect(prepared.requests).toEqual([]);
		expect(prepared.held).toMatchObject([{ code, message: expect.stringMatching(said as RegExp) as string }]);
		expect(pushes).toHaveLength((given as { pushes?: readonly PushRecord[] }).pushes?.length ?? 0);
	});

	test.each`
		current                                                                                 | code                    | because
		${undefined}                                                                            | ${'target-unknown'}     | ${'it was not read'}
		${{}}                                                                                   | ${'target-unknown'}     | ${'the object says nothing of bidding'}
		${campaign({ id: '112' })}                                                              | ${'target-unknown'}     | ${'it is another campaign'}
		${campaign({ maximizeConversions: { targetCpaMicros: 'NaN' } })}                        | ${'target-unknown'}     | ${'it is no number'}
		${campaign({ maximizeConversions: { targetCpaMicros: NaN } })}                          | ${'target-unknown'}     | ${'it is not finite'}
		${campaign({ maximizeConversions: { targetCpaMicros: '-1' } })}                         | ${'target-unknown'}     | ${'it is negative'}
		${roas(Infinity)}                                                                       | ${'target-unknown'}     | ${'a ratio that is not finite'}
		${campaign({ maximizeConversions: { targetCpaMicros: '0' } })}                          | ${'no-target'}          | ${'Maximize Conversions without a target'}
		${campaign({ maximizeConversions: {} })}                                                | ${'no-target'}          | ${'which Google may leave out'}
		${campaign({ biddingStrategyType: 'MANUAL_CPC', maximizeConversions: undefined })}      | ${'no-target'}          | ${'manual bids'}
		${campaign({ biddingStrategy: 'customers/1/biddingStrategies/9' })}                     | ${'portfolio-strategy'} | ${'other campaigns may share it'}
		${campaign({ accessibleBiddingStrategy: 'customers/2/accessibleBiddingStrategies/9' })} | ${'portfolio-strategy'} | ${'a manager account has it'}
	`('$code: $because', ({ current, code }) => {
		const { push: prepared, pushes } = pushTarget(google(current));
		expect(pushes).toEqual([]);
		expect(prepared).toMatchObject({
			requests: [],
			held: [{ code, lever: 'bidding-target', from: null, wanted: null, needsPerson: true }],
			warnings: [{ code: 'push-blocked' }],
		});
	});

	test.each`
		current                                                                 | more  | held                  | because
		${campaign({ biddingStrategySystemStatus: 'LEARNING_SETTING_CHANGE' })} | ${{}} | ${['learning-phase']} | ${'Google says so'}
		${campaign({ biddingStrategySystemStatus: 'MULTIPLE_LEARNING' })}       | ${{}} | ${['learning-phase']} | ${'for several reasons'}
		${campaign({ biddingStrategySystemStatus: 'LIMITED_BY_BUDGET' })}       | ${{}} | ${[]}                 | ${'it is past that'}
		${campaign()}                                                           | ${{}} | ${[]}                 | ${'Google does not say'}
	`('the learning phase of Google Ads, $held: $because', ({ current, held }) => {
		expect(pushTarget(google(current)).push.held.map(({ code }) => code)).toEqual(held);
	});

	test.each`
		current                                                   | learning      | held                  | warnings                    | because
		${adSet({ learning_stage_info: { status: 'LEARNING' } })} | ${'stable'}   | ${['learning-phase']} | ${[]}                       | ${'the ad set knows better'}
		${adSet({ learning_stage_info: { status: 'SUCCESS' } })}  | ${'learning'} | ${[]}                 | ${[]}                       | ${'the ad set knows better'}
		${adSet({ learning_stage_info: { status: 'FAIL' } })}     | ${'unknown'}  | ${[]}                 | ${[]}                       | ${'learning limited: it has stopped to learn'}
		${adSet()}                                                | ${'learning'} | ${['learning-phase']} | ${[]}                       | ${'the user says so'}
		${adSet()}                                                | ${'unknown'}  | ${[]}                 | ${['learning-not-checked']} | ${'nobody says'}
	`('the learning phase of Meta Ads, $held: $because', ({ current, learning, held, warnings }) => {
		const { push: prepared } = pushTarget({ ...meta(current), learning });
		expect(prepared.held.map(({ code }) => code)).toEqual(held);
		expect(prepared.warnings.map(({ code }) => code)).toEqual(warnings);
	});
});

test('whatever a platform returns, a target is changed by a finite step or held with a reason', () => {
	const value = fc.oneof(
		fc.jsonValue(),
		fc.double(),
		fc.constantFrom('30000000', 3000, '', null, undefined, '1e9', -1),
	);
	const read = fc.oneof(
		value.map((targetCpaMicros) => [google, campaign({ maximizeConversions: { targetCpaMicros } })] as const),
		value.map(
			(targetRoas) => [google, campaign({ maximizeConversions: undefined, targetRoas: { targetRoas } })] as const,
		),
		value.map((maximizeConversions) => [google, campaign({ maximizeConversions })] as const),
		value.map((bid_amount) => [meta, adSet({ bid_amount })] as const),
		value.map(
			(bid_constraints) => [meta, adSet({ bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS', bid_constraints })] as const,
		),
		value.map((bid_strategy) => [meta, adSet({ bid_strategy })] as const),
	);
	fc.assert(
		fc.property(read, ([targetOf, current]) => {
			const { requests, held } = pushTarget(targetOf(current)).push;
			expect(requests.length + held.length).toBe(1);
			for (const { from, to } of requests) {
				expect(Number(to)).toBeGreaterThan(0);
				expect(Math.abs(Number(to) / Number(from) - 1)).toBeLessThanOrEqual(0.1 + 1e-9);
			}
		}),
		RUNS,
	);
});

describe('the bound of a week', () => {
	test.each`
		pushes                                                                                           | current | to         | because
		${[changed(7, '27.30', '30.00')]}                                                                | ${30}   | ${'33.00'} | ${'a week is over'}
		${[changed(4, '28.60', '30.00')]}                                                                | ${30}   | ${'31.46'} | ${'10% of what was in force a week ago'}
		${[changed(4, '30.00', '33.00', { status: 'failed' })]}                                          | ${30}   | ${'33.00'} | ${'what failed changed nothing'}
		${[changed(4, '27.30', '30.00', { status: 'unknown' })]}                                         | ${27.3} | ${'30.03'} | ${'the value read says that it was lost: it does not count twice'}
		${[changed(4, '27.30', '30.00', { status: 'prepared' })]}                                        | ${27.3} | ${'30.03'} | ${'nor does a push that no answer came to'}
		${[changed(5, '20.00', '22.00', { edit: { value: '30.00', seenMs: MORNING_MS - 4 * DAY_MS } })]} | ${30}   | ${'33.00'} | ${"somebody's own change is not this package's"}
	`('$to: $because', ({ pushes, current, to }) => {
		const read = campaign({ maximizeConversions: { targetCpaMicros: String((current as number) * 1e6) } });
		const { push: prepared } = pushTarget(google(read), { pushes, guards: { peoplesEdits: 'resume' } });
		expect(prepared.requests).toMatchObject([{ to }]);
	});

	test('tightening after loosening stays within it too', () => {
		const { push: prepared } = pushTarget(google(campaign()), {
			pushes: [changed(4, '28.60', '30.00')],
			projected: [24_000, 26_000],
			use: OVERSPENDING,
		});
		expect(prepared.requests).toMatchObject([{ to: '27.00' }]);
	});

	test('a push records what later ones are bounded by for seven days, beyond the quota of a day', () => {
		const many = Array.from({ length: 60 }, (_, step) =>
			pushedAt(MORNING_MS - 2 * DAY_MS + step * 60_000, '1.00', '2.00', { object: `budget/${step % 3}` }),
		);
		const { pushes } = pushTarget(google(campaign()), {
			pushes: [changed(6, '28.00', '29.00'), changed(3.5, '29.00', '30.00'), ...many],
		});
		expect(pushes.filter(({ lever }) => lever === 'target-cpa')).toHaveLength(2);
	});
});

describe('a target and a daily budget are not both raised in one run', () => {
	const budgetOf = (pushes: readonly PushRecord[], id = '222') =>
		push({
			dayAmount: '100.00',
			target: { platform: 'google_ads', lever: 'dayTotal', accountId: '1', objects: [{ id, current: 90_000_000 }] },
			pushes,
		}).push;

	test.each`
		pushes                                                                 | id       | held                   | because
		${[changed(0, '30.00', '33.00', { planId: PLAN })]}                    | ${'222'} | ${['target-loosened']} | ${'its campaign just got a looser target'}
		${[changed(0, '30.00', '33.00', { planId: PLAN })]}                    | ${'223'} | ${[]}                  | ${'it is the budget of another campaign'}
		${[changed(0, '30.00', '33.00', { planId: 'earlier' })]}               | ${'222'} | ${[]}                  | ${'that was another run'}
		${[changed(0, '30.00', '27.00', { planId: PLAN, why: 'tighten' })]}    | ${'222'} | ${[]}                  | ${'it was tightened'}
		${[changed(0, '30.00', '33.00', { planId: PLAN, status: 'failed' })]}  | ${'222'} | ${[]}                  | ${'that failed'}
		${[changed(0, '30.00', '33.00', { planId: PLAN, budget: undefined })]} | ${'223'} | ${['target-loosened']} | ${'whose budget it uses is not known'}
	`('a raise of budget/$id is held: $held, because $because', ({ pushes, id, held }) => {
		expect(budgetOf(pushes, id).held.map(({ code }) => code)).toEqual(held);
	});

	test.each`
		raised                                    | current                                    | held                 | because
		${{ planId: PLAN, object: 'budget/223' }} | ${campaign()}                              | ${[]}                | ${'it is the budget of another campaign'}
		${{ planId: PLAN, object: 'budget/223' }} | ${campaign({ campaignBudget: undefined })} | ${['budget-raised']} | ${'which budget it uses was not read'}
		${{ planId: PLAN, why: 'lower' }}         | ${campaign()}                              | ${[]}                | ${'the budget was lowered'}
		${{ planId: 'earlier' }}                  | ${campaign()}                              | ${[]}                | ${'that was another run'}
	`('a looser target is held: $held, because $because', ({ raised, current, held }) => {
		const pushes = [pushedAt(MORNING_MS, '90.00', '99.00', raised as Partial<PushRecord>)];
		expect(pushTarget(google(current), { pushes }).push.held.map(({ code }) => code)).toEqual(held);
	});

	test('a target may be tightened in the run that raised a budget', () => {
		const pushes = [pushedAt(MORNING_MS, '90.00', '99.00', { planId: PLAN })];
		const given = { pushes, projected: [24_000, 26_000], use: OVERSPENDING } as const;
		expect(pushTarget(google(campaign()), given).push.requests).toHaveLength(1);
	});
});

describe('the lever', () => {
	test('is never chosen automatically', () => {
		for (const lever of ['automatic', 'dayTotal'] as const) {
			const { push: prepared } = pushTarget({ ...google({ amountMicros: '400000000', ...campaign() }), lever });
			expect(prepared.requests.map((request) => request.lever)).toEqual(['day-total']);
		}
	});

	test('sets no budget and pauses nothing, whatever is left', () => {
		const { push: prepared } = push({
			target: google(campaign()),
			period: { horizon: 'month', target: 100, spent: 100, spentToday: 0, daysAhead: 3 },
			spent: 1000,
		});
		expect(prepared.requests).toEqual([]);
		expect(prepared.held.map(({ code }) => code)).toEqual(['no-projection']);
	});

	test('explains itself with what the platform says of learning', () => {
		expect(pushTarget(google(campaign())).push.explanation[0]).toEqual({
			code: 'bidding-target',
			message:
				'Bidding targets are loosened or tightened by at most 10% within 7 days, where daily budgets cannot do it. Google Ads keeps what it has learned when a target changes',
		});
		expect(pushTarget(meta(adSet())).push.explanation[0]!.message).toMatch(
			/A larger change can restart the learning phase of Meta Ads$/,
		);
	});

	test.each(Object.entries(PUSH_PLATFORMS).filter(([, { biddingTargets }]) => biddingTargets === undefined))(
		'%s has none',
		(platform, { profile }) => {
			const target = { platform: platform as 'generic', lever: 'biddingTarget', objects: [{ id: '1' }] } as const;
			expect(() => pushTarget(target)).toThrow(`${profile.label} has no bidding target here`);
		},
	);

	test('an object that is listed twice is changed once', () => {
		const target = google(campaign());
		expect(pushTarget({ ...target, objects: [...target.objects, ...target.objects] }).push.requests).toHaveLength(1);
	});

	test('a dry run changes and records nothing: both platforms validate', () => {
		const ofGoogle = pushTarget(google(campaign()), { dryRun: true });
		expect(ofGoogle.push.requests).toMatchObject([{ pushId: 'dry-run/google_ads/campaign/111/target-cpa' }]);
		expect(ofGoogle.pushes).toEqual([]);
		const ofMeta = pushTarget(meta(adSet()), { dryRun: true });
		expect(ofMeta.push.requests).toMatchObject([{ pushId: 'dry-run/meta_ads/adGroup/501/target-cpa' }]);
		expect(ofMeta.pushes).toEqual([]);
	});
});
