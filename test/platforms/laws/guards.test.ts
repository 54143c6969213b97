import fc from 'fast-check';

import { fromMinorUnits, toMinorUnits } from '../../../src/money/minorUnits';
import { splitMoney } from '../../../src/money/splitMoney';
import type { SpendPlan } from '../../../src/plan/spendPlan';
import { PLATFORMS, PUSH_PLATFORMS } from '../../../src/platforms/registry';
import { smallestStep } from '../../../src/levers/platformAmount';
import type { PreparedPush } from '../../../src/push/preparedPush';
import type { PushRecord } from '../../../src/records/pushRecord';
import { localClock } from '../../../src/time/localClock';
import { RUNS } from '../../support/runs';
import { fixturesOf } from '../../support/platformFixtures';
import { planOf, push } from '../../support/plans';

const FIXTURES = fixturesOf('push');

const MINUTE_MS = 60_000;
const WEEK_MS = 7.5 * 24 * 60 * MINUTE_MS;
const ZONE = 'Europe/Berlin';
const IDS = ['1', '2', '3'];
const SHARES = [3, 1, 2];

/** A plan of a day; only its total matters. */
function dayOf(date: string): SpendPlan {
	const known = days.get(date) ?? planOf({ dayAmount: '24.00', timeZone: ZONE, date });
	days.set(date, known);
	return known;
}
const days = new Map<string, SpendPlan>();

type Step =
	| { readonly kind: 'plan'; readonly units: number }
	| { readonly kind: 'human'; readonly object: number; readonly units: number }
	| { readonly kind: 'clock'; readonly minutes: number }
	| {
			readonly kind: 'push';
			/** A new plan before the push and the time that passes; null for the same plan. */
			readonly units: number | null;
			readonly minutes: number;
			readonly read: boolean;
			readonly dryRun: boolean;
			readonly stale: boolean;
			readonly learning: boolean;
	  };

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('plan'), units: fc.integer({ min: 0, max: 3_000_00 }) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('human'),
			object: fc.nat(2),
			units: fc.integer({ min: 1, max: 1_000_00 }),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('clock'),
			minutes: fc.oneof(fc.integer({ min: -20, max: 90 }), fc.integer({ min: 0, max: 2_000 })),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constant('push'),
			units: fc.option(fc.integer({ min: 0, max: 3_000_00 })),
			minutes: fc.integer({ min: 0, max: 150 }),
			read: fc.boolean(),
			dryRun: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
			stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
			learning: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
		}),
	},
);

const guards = fc.record(
	{
		editsPerHour: fc.integer({ min: 1, max: 5 }),
		editsPerDay: fc.integer({ min: 1, max: 8 }),
		coolDownMinutes: fc.integer({ min: 0, max: 120 }),
		maxChangeFraction: fc.integer({ min: 1, max: 300 }).map((percent) => percent / 100),
		ratchet: fc.boolean(),
		overdelivery: fc.integer({ min: 100, max: 250 }).map((percent) => percent / 100),
	},
	{ requiredKeys: [] },
);

/** An ad platform with three objects and a history of their edits. */
interface World {
	readonly inForce: number[];
	/** `undone` if a person has put the previous value back, which looks as if the edit had never arrived. */
	readonly edits: {
		readonly object: number;
		readonly atMs: number;
		readonly from: number;
		readonly to: number;
		undone: boolean;
	}[];
	pushes: readonly PushRecord[];
	nowMs: number;
	plan: SpendPlan;
}

const isOfLastWeek =
	(nowMs: number) =>
	({ atMs }: { readonly atMs: number }): boolean =>
		atMs > nowMs - WEEK_MS;

describe('for any sequence of plans, edits by people and times', () => {
	test.each(PLATFORMS)(
		'%s: no quota, ratchet, increment or minimum is violated, and held-back changes are reported',
		(platform) => {
			fc.assert(
				fc.property(
					fc.constantFrom('JPY', 'EUR', 'KWD', 'HUF', 'USD'),
					fc.array(step, { minLength: 1, maxLength: 12 }),
					guards,
					fc.array(fc.integer({ min: 1, max: 1_000_00 }), { minLength: 3, maxLength: 3 }),
					(currency, steps, figures, initial) => {
						const { profile } = PUSH_PLATFORMS[platform];
						const { target, whole, ...fixture } = FIXTURES[platform]!;
						const unitsPerMajor = fixture.unitsPerMajor(currency);
						const digits = Math.round(Math.log10(toMinorUnits(1, currency, 'nearest')));
						const inc = smallestStep(profile.amountUnit, currency);
						const editsPerHour = figures.editsPerHour ?? profile.editsPerHour.value ?? Infinity;
						const editsPerDay = figures.editsPerDay ?? profile.editsPerDay.value;
						const coolDown = figures.coolDownMinutes ?? profile.coolDownMinutes.value;
						const maxChange = figures.maxChangeFraction ?? profile.maxChangeFraction.value;
						const ratchet = figures.ratchet ?? profile.ratchet.value;
						// Where no step was chosen and nothing is learned anew, one push may cut to what was pushed within a week.
						const returns = figures.maxChangeFraction === undefined && !profile.learningPhase.value;
						const minimum = profile.minimum.value.campaign?.[currency];
						const dateAt = (instantMs: number) => localClock(instantMs, ZONE).date;
						let plans = 0;
						const newPlan = (units: number, date: string): SpendPlan => ({
							...dayOf(date),
							dayAmount: fromMinorUnits(units, currency),
							unspendable: fromMinorUnits(0, currency),
							planId: `${date}-${++plans}`,
						});
						const world: World = {
							inForce: initial.map((units) => units * inc),
							edits: [],
							pushes: [],
							nowMs: Date.parse('2026-10-24T04:00:00Z'),
							plan: newPlan(100_00, '2026-10-24'),
						};
						const prepare = (dryRun: boolean, read: boolean, stale: boolean, learning: boolean) => {
							return push({
								plan: world.plan,
								currency,
								timeZone: ZONE,
								nowMs: world.nowMs,
								dryRun,
								guards: figures,
								pushes: world.pushes,
								stale: stale ? 'No report came' : null,
								target: {
									platform,
									lever: 'dayTotal',
									...target,
									learning: learning ? 'learning' : 'stable',
									objects: IDS.map((id, object) => ({
										id,
										share: SHARES[object]!,
										...(read && {
											current: String(
												Number(((world.inForce[object]! * unitsPerMajor) / 10 ** digits).toFixed(digits)),
											),
										}),
									})),
								},
							});
						};
						const checkHeld = ({ requests, held }: PreparedPush) => {
							const parts = splitMoney(world.plan.dayAmount, SHARES, currency);
							IDS.forEach((id, object) => {
								const request = requests.find((candidate) => candidate.object.endsWith(`/${id}`));
								const said = held.filter((candidate) => candidate.object.endsWith(`/${id}`));
								for (const { code, message } of said) {
									expect(code).not.toBe('');
									expect(message).toMatch(/^.+$/);
									expect(message).not.toMatch(/null|undefined|NaN|Infinity/);
								}
								if (request?.to !== parts[object]) expect(said).not.toEqual([]);
							});
						};
						for (const action of steps) {
							if (action.kind === 'clock') world.nowMs += action.minutes * MINUTE_MS;
							if (action.kind === 'human') {
								world.inForce[action.object] = action.units * inc;
								const last = world.edits.findLast(({ object }) => object === action.object);
								if (last?.from === world.inForce[action.object]) last!.undone = true;
							}
							if (action.kind === 'plan') world.plan = newPlan(action.units, dateAt(world.nowMs));
							if (action.kind !== 'push') continue;
							world.nowMs += action.minutes * MINUTE_MS;
							if (action.units !== null) world.plan = newPlan(action.units, dateAt(world.nowMs));
							if (world.plan.date !== dateAt(world.nowMs)) {
								expect(() => prepare(false, action.read, false, false)).toThrow(/is for .* it is/);
								continue;
							}
							const before = world.pushes;
							const { pushes, push: prepared } = prepare(action.dryRun, action.read, action.stale, action.learning);
							checkHeld(prepared);
							const delivering = prepared.requests.filter(
								({ from }) => minimum !== undefined || toMinorUnits(from!, currency, 'nearest') > inc,
							);
							if (action.stale) expect(delivering).toEqual([]);
							const comfortable = prepared.requests.filter(({ reason }) => reason.code !== 'protect');
							if (action.learning && profile.learningPhase.value) expect(comfortable).toEqual([]);
							if (action.dryRun) {
								expect(pushes).toBe(before);
								for (const { body, query } of prepared.requests) {
									expect(JSON.stringify({ body, query })).toMatch(/"validateOnly":true|validate_only/);
								}
								continue;
							}
							expect(pushes.length - before.length).toBe(prepared.requests.length);
							for (const request of prepared.requests) {
								const object = IDS.findIndex((id) => request.object.endsWith(`/${id}`));
								const own = world.edits.filter((edit) => edit.object === object);
								const made = own.filter(({ undone }) => !undone);
								const today = made.filter(({ atMs }) => dateAt(atMs) >= dateAt(world.nowMs));
								const inUnits = Number(fixture.amountIn(request));
								const to = Math.round((inUnits * 10 ** digits) / unitsPerMajor);
								const from = toMinorUnits(request.from!, currency, 'nearest');
								expect(fromMinorUnits(to, currency)).toBe(request.to);
								expect(to % inc).toBe(0);
								expect(to).toBeGreaterThanOrEqual(minimum === undefined ? 1 : toMinorUnits(minimum, currency, 'up'));
								if (whole) expect(Number.isInteger(inUnits)).toBe(true);
								expect(own.filter(({ atMs }) => atMs > world.nowMs - 60 * MINUTE_MS).length).toBeLessThan(editsPerHour);
								if (comfortable.includes(request)) {
									expect(today.length).toBeLessThan(editsPerDay);
									for (const { atMs } of made) expect(world.nowMs - atMs).toBeGreaterThanOrEqual(coolDown * MINUTE_MS);
									const highest = Math.max(0, ...own.flatMap((edit) => [edit.from, edit.to]));
									const lowest = returns
										? Math.min(...own.filter(isOfLastWeek(world.nowMs)).map((edit) => edit.to))
										: Infinity;
									if (to < Math.min(from, lowest) || to > highest)
										expect(Math.abs(to - from)).toBeLessThanOrEqual(maxChange * from * (1 + 1e-12));
								} else {
									// Nothing is spent here, so money is in danger only where the plan gives none.
									expect(Number(world.plan.dayAmount)).toBe(0);
									expect(to).toBeLessThan(from);
								}
								if (to > from && ratchet) {
									for (const edit of today) expect(Math.max(edit.from, edit.to)).toBeLessThanOrEqual(from);
								}
								if (to > from) expect(to).toBeLessThanOrEqual(toMinorUnits(world.plan.dayAmount, currency, 'nearest'));
								if (made.length > 0 && action.read && made.at(-1) === own.at(-1))
									expect(world.inForce[object]).toBe(own.at(-1)!.to);
								if (action.read) expect(from).toBe(world.inForce[object]);
								world.edits.push({ object, atMs: world.nowMs, from, to, undone: false });
								world.inForce[object] = to;
							}
							world.pushes = pushes;
							const again = prepare(false, action.read, false, false);
							const codes = again.push.held
								.filter(({ object }) => prepared.requests.some((request) => request.object === object))
								.map(({ code }) => code);
							const atMinimum = Number(world.plan.dayAmount) === 0 && codes.includes('below-minimum');
							const usual = prepared.requests.length > 0 ? ['unchanged'] : [];
							expect(new Set(codes)).toEqual(new Set(atMinimum ? ['below-minimum'] : usual));
							for (const { object } of again.push.requests) {
								expect(prepared.requests.map((request) => request.object)).not.toContain(object);
							}
						}
					},
				),
				{ ...RUNS, numRuns: Math.ceil(RUNS.numRuns / 2) },
			);
		},
	);
});
