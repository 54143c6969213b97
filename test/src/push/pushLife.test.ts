import fc from 'fast-check';

import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import { confirmPush } from '../../../src/push/confirmPush';
import type { PushRecord } from '../../../src/records/pushRecord';
import { fromMinorUnits } from '../../../src/money/minorUnits';
import { planOf, push } from '../../support/plans';
import { RUNS } from '../../support/runs';

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-11-27T00:20:00Z');

/** What becomes of a request; a page is what a proxy answers with status 200, with or without passing the request on. */
const FATES = [
	'arrives',
	'lost',
	'503',
	'429',
	'400',
	'timeout before',
	'timeout after',
	'503 after',
	'page',
	'page after',
] as const;

/** What happens to the request of one hourly run, and around it. */
interface Hour {
	/** The amount that the plan of this hour gives. */
	readonly wanted: number;
	readonly fate: (typeof FATES)[number];
	/** Whether the answer reaches Confirm Push. */
	readonly confirmed: boolean;
	/** Whether the value in force is read before the push. */
	readonly read: boolean;
	/** Until the next run. */
	readonly minutes: number;
	/** A value that a person sets after the run. */
	readonly person: number | null;
}

const amount = fc.integer({ min: 100_00, max: 300_00 });

const hour: fc.Arbitrary<Hour> = fc.record({
	wanted: amount,
	fate: fc.constantFrom(...FATES),
	confirmed: fc.boolean(),
	read: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
	minutes: fc.constantFrom(3, 20, 60, 60, 60),
	person: fc.option(amount, { freq: 6 }),
});

const quiet = hour.map((one): Hour => ({ ...one, person: null }));

/** Hours in which nothing arrives, and it is known. */
const outage = hour.map(
	(one): Hour => ({ ...one, person: null, fate: '503', confirmed: true, read: true, minutes: 60 }),
);

const sequence = fc.oneof(
	fc.array(hour, { minLength: 1, maxLength: 14 }),
	fc.array(quiet, { minLength: 1, maxLength: 14 }),
	fc.array(outage, { minLength: 5, maxLength: 14 }),
);

/** An ad account with one budget: what it makes of a request, and which answer comes back. */
function account(first: number, unit: number) {
	let inForce = first;
	const requests: number[] = [];
	return {
		get inForce() {
			return inForce;
		},
		requests,
		set(units: number) {
			inForce = units;
		},
		send(units: number, nowMs: number, fate: Hour['fate']): object {
			requests.push(nowMs);
			if (['arrives', 'timeout after', '503 after', 'page after'].includes(fate)) inForce = units;
			switch (fate) {
				case 'arrives':
					return { statusCode: 200, body: { success: true, results: [{}] } };
				case 'page':
				case 'page after':
					return { statusCode: 200, body: '<html>Sign in</html>' };
				case '503':
				case '503 after':
					return { statusCode: 503 };
				case '429':
					return { statusCode: 429, headers: { 'retry-after': '60' } };
				case '400':
					return { statusCode: 400, body: { error: { message: 'no', code: 100 } } };
				case 'lost':
				case 'timeout before':
				case 'timeout after':
					return { error: { code: 'ECONNABORTED', message: 'timeout' } };
			}
		},
		read: () => String(inForce * unit),
	};
}

const GUARDS = {
	editsPerDay: 24,
	coolDownMinutes: 0,
	maxChangeFraction: 10,
	leastChangeFraction: 0,
	ratchet: false,
} as const;

test.each`
	platform        | unit      | editsPerHour | because
	${'meta_ads'}   | ${1}      | ${4}         | ${'cents'}
	${'google_ads'} | ${10_000} | ${2}         | ${'micros'}
`(
	'after the last fault the value in force is the wanted one within two hourly runs on $platform',
	({ platform, unit, editsPerHour }) => {
		const named = platform === 'google_ads' ? { accountId: '1' } : {};
		fc.assert(
			fc.property(sequence, amount, amount, (hours, first, last) => {
				const ad = account(first, unit as number);
				let pushes: readonly PushRecord[] = [];
				let nowMs = START_MS;
				const policy = hours.some(({ person }) => person !== null)
					? ({ peoplesEdits: 'resume', resumeAfterHours: 0 } as const)
					: ({ peoplesEdits: 'respect' } as const);
				const run = ({ wanted, fate, confirmed, read }: Omit<Hour, 'minutes' | 'person'>, number: number) => {
					const plan = planOf({
						dayAmount: fromMinorUnits(wanted, 'EUR'),
						currency: 'EUR',
						planId: `2026-11-27-${number}`,
					});
					const objects = [{ id: '7', ...(read && { current: ad.read() }) }];
					const prepared = push({
						plan,
						currency: 'EUR',
						nowMs,
						pushes,
						guards: { ...GUARDS, editsPerHour, ...policy },
						target: { platform, lever: 'dayTotal', objects, ...named },
					});
					({ pushes } = prepared);
					const [request] = prepared.push.requests;
					if (request === undefined) {
						expect(prepared.push.held).not.toEqual([]);
						return;
					}
					const before = ad.inForce;
					const answer = ad.send(Math.round(100 * Number(request.to)), nowMs, fate);
					if (read) expect(Math.round(100 * Number(request.from))).toBe(before);
					if (!confirmed) return;
					const settled = confirmPush({ budgetId: 'b', timeZone: 'UTC', pushes, alerts: [] }, PUSH_PLATFORMS, {
						answers: [{ pushId: request.pushId, ...answer }],
						nowMs: nowMs + 30_000,
					});
					({ pushes } = settled);
					const [confirmation] = settled.confirmations;
					if (confirmation!.status === 'confirmed')
						expect(confirmation!.inForce).toBe(fromMinorUnits(ad.inForce, 'EUR'));
				};
				hours.forEach((one, number) => {
					run(one, number);
					if (one.person !== null) ad.set(one.person);
					nowMs += one.minutes * 60_000;
				});
				nowMs += HOUR_MS;
				const calm = { wanted: last, fate: 'arrives', confirmed: false, read: true } as const;
				run(calm, 98);
				nowMs += HOUR_MS;
				run(calm, 99);
				expect(ad.inForce).toBe(last);
				for (const atMs of ad.requests) {
					const withinHour = ad.requests.filter((other) => other > atMs - HOUR_MS && other <= atMs);
					expect(withinHour.length).toBeLessThanOrEqual(editsPerHour as number);
				}
				expect(new Set(pushes.map(({ pushId }) => pushId)).size).toBe(pushes.length);
			}),
			{ ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 2) },
		);
	},
);
