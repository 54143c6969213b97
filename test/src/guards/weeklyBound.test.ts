import fc from 'fast-check';

import { confirmPush } from '../../../src/push/confirmPush';
import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import type { PushRecord } from '../../../src/records/pushRecord';
import { adSet, campaign, google, meta, OVERSPENDING, pushTarget } from '../../support/biddingTargets';
import { MORNING_MS } from '../../support/plans';
import { RUNS } from '../../support/runs';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** A run some hours after the one before: which way the month tends, and what becomes of the request. */
const run = fc.record({
	hoursLater: fc.integer({ min: 1, max: 120 }),
	tends: fc.constantFrom('short', 'short', 'over', 'right'),
	fate: fc.constantFrom('confirmed', 'confirmed', 'refused', 'lost', 'made-without-answer'),
	isRead: fc.boolean(),
});

const PROJECTED = { short: [13_000, 15_000], over: [24_000, 26_000], right: [17_000, 23_000] } as const;

/** Platforms as they read and are asked for a value, in their own unit. */
const PLATFORMS_OF = {
	'google CPA': {
		target: (value: number) => google(campaign({ maximizeConversions: { targetCpaMicros: String(value * 10_000) } })),
		asked: ({ body }: never) =>
			Number(body['operations'][0]['update']['maximizeConversions']['targetCpaMicros']) / 10_000,
	},
	'google ROAS': {
		target: (value: number) =>
			google(campaign({ maximizeConversions: undefined, targetRoas: { targetRoas: value / 100 } })),
		asked: ({ body }: never) => Math.round(100 * body['operations'][0]['update']['targetRoas']['targetRoas']),
	},
	'meta cost cap': {
		target: (value: number) => meta(adSet({ bid_amount: value })),
		asked: ({ query }: never) => Number(query['bid_amount']),
	},
} as const;

test('no sequence of runs changes a target by more than the bound within any week, whatever becomes of the requests', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...(Object.keys(PLATFORMS_OF) as (keyof typeof PLATFORMS_OF)[])),
			fc.integer({ min: 50, max: 9000 }),
			fc.constantFrom(0.02, 0.1, 0.25),
			fc.array(run, { minLength: 2, maxLength: 12 }),
			(name, start, bound, runs) => {
				const { target, asked } = PLATFORMS_OF[name];
				let nowMs = MORNING_MS;
				let inForce = start;
				let pushes: readonly PushRecord[] = [];
				const history = [{ atMs: -Infinity, value: start }];
				runs.forEach(({ hoursLater, tends, fate, isRead }, position) => {
					nowMs += hoursLater * HOUR_MS;
					const on = target(inForce);
					const objects = isRead ? on.objects : on.objects.map(({ id }) => ({ id }));
					const { push, pushes: after } = pushTarget(
						{ ...on, objects },
						{
							nowMs,
							pushes,
							planId: `${new Date(nowMs).toISOString().slice(0, 10)}-${position}`,
							projected: PROJECTED[tends],
							...(tends === 'over' && { use: OVERSPENDING }),
							guards: { maxTargetChangeFraction: bound },
						},
					);
					pushes = after;
					for (const request of push.requests) {
						if (fate === 'confirmed' || fate === 'made-without-answer') {
							inForce = asked(request as never);
							history.push({ atMs: nowMs, value: inForce });
						}
						if (fate === 'lost' || fate === 'made-without-answer') continue;
						const body = { success: true, results: [{}] };
						const answer = {
							pushId: request.pushId,
							...(fate === 'confirmed' ? { statusCode: 200, body } : { statusCode: 400 }),
						};
						({ pushes } = confirmPush({ budgetId: 'b', timeZone: 'UTC', pushes, alerts: [] }, PUSH_PLATFORMS, {
							answers: [answer],
							nowMs,
						}));
					}
				});
				history.forEach(({ atMs, value }, position) => {
					for (const [earlier, before] of history.slice(0, position).entries()) {
						const replacedMs = history[earlier + 1]!.atMs;
						if (replacedMs <= atMs - WEEK_MS) continue;
						expect(Math.abs(value - before.value)).toBeLessThanOrEqual(bound * before.value + 1e-9);
					}
				});
			},
		),
		RUNS,
	);
});

test('a request that is lost again and again uses up nothing: the first that arrives is as large as the first of all', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('refused', 'lost'), { maxLength: 5 }), (fates) => {
			let pushes: readonly PushRecord[] = [];
			let nowMs = MORNING_MS;
			for (const fate of [...fates, 'last']) {
				nowMs += 5 * HOUR_MS;
				const prepared = pushTarget(google(campaign()), { nowMs, pushes, planId: `2026-11-27-${nowMs}` });
				({ pushes } = prepared);
				expect(prepared.push.requests).toMatchObject([{ from: '30.00', to: '33.00' }]);
				const answer = { pushId: prepared.push.requests[0]!.pushId, statusCode: 400, body: {} };
				if (fate === 'refused')
					({ pushes } = confirmPush({ budgetId: 'b', timeZone: 'UTC', pushes, alerts: [] }, PUSH_PLATFORMS, {
						answers: [answer],
						nowMs,
					}));
			}
		}),
		RUNS,
	);
});
