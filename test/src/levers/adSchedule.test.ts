import fc from 'fast-check';

import { type AdScheduleChange, adScheduleChange } from '../../../src/levers/adSchedule';
import { AdScheduleRow, MAX_WINDOWS, WEEKDAYS } from '../../../src/levers/adScheduleRow';
import { mergeHours } from '../../../src/levers/mergeHours';
import { RUNS } from '../../support/runs';
import { planOf, push } from '../../support/plans';

let criterion = 300_000;
/** A window of campaign 111 in a report; 2026-11-27 is a Friday. */
const row = (
	startHour: number,
	endHour: number,
	bidModifier: number | undefined,
	dayOfWeek = 'FRIDAY',
	minute = 'ZERO',
) =>
	AdScheduleRow.parse({
		campaignCriterion: {
			resourceName: `customers/1/campaignCriteria/111~${++criterion}`,
			adSchedule: { dayOfWeek, startHour, startMinute: minute, endHour, endMinute: 'ZERO' },
			...(bidModifier !== undefined && { bidModifier }),
		},
	});

const evening = (hour: number) => (hour >= 18 ? 1.2 : 0.9);

const changeOf = (
	rows: readonly AdScheduleRow[],
	plan = planOf({ dayAmount: '240.00', multipliers: evening }),
	nowMs = 0,
) => adScheduleChange(rows, plan, nowMs, 10) as AdScheduleChange;

describe('the ad schedule of a weekday follows the plan', () => {
	test('the first schedule of a campaign keeps the other days open', () => {
		const { changes, from, to, allOrNothing, undo } = changeOf([]);
		const created = changes.map((change) => (change.kind === 'create' ? change.window : null));
		expect(created.slice(0, 2)).toEqual([
			{ weekday: 'FRIDAY', startHour: 0, endHour: 18, modifier: 0.9 },
			{ weekday: 'FRIDAY', startHour: 18, endHour: 24, modifier: 1.2 },
		]);
		expect(created.slice(2)).toEqual(
			WEEKDAYS.filter((weekday) => weekday !== 'FRIDAY').map((weekday) => ({
				weekday,
				startHour: 0,
				endHour: 24,
				modifier: 1,
			})),
		);
		expect({ from, to, allOrNothing, undo }).toEqual({
			from: 'FRIDAY without windows',
			to: 'FRIDAY 0-18 x0.9, 18-24 x1.2',
			allOrNothing: true,
			undo: null,
		});
	});

	test('a window with the same hours is updated, can fail individually, and can be rolled back', () => {
		const rows = [row(0, 18, 0.9), row(18, 24, 1.1)];
		const { resourceName } = rows[1]!.campaignCriterion;
		expect(changeOf(rows)).toMatchObject({
			changes: [{ kind: 'update', resourceName, modifier: 1.2 }],
			undo: [{ kind: 'update', resourceName, modifier: 1.1 }],
			allOrNothing: false,
		});
	});

	test('a window with other hours is removed before others are created', () => {
		const { changes, allOrNothing } = changeOf([row(0, 24, undefined)]);
		expect(changes.map(({ kind }) => kind)).toEqual(['remove', 'create', 'create']);
		expect(allOrNothing).toBe(true);
	});

	test('hours that a person closed stay closed', () => {
		expect(changeOf([row(6, 12, 1), row(14, 22, 1)]).to).toBe('FRIDAY 6-12 x0.9, 14-18 x0.9, 18-22 x1.2');
	});

	test.each`
		rows                                    | code                       | said                                         | because
		${[row(0, 24, 1, 'MONDAY')]}            | ${'day-closed'}            | ${/has no window on Friday: the campaign/}   | ${'the other days have windows'}
		${[row(9, 17, 1, 'FRIDAY', 'FIFTEEN')]} | ${'schedule-off-the-hour'} | ${/on Friday has windows that do not start/} | ${'plans have whole hours'}
	`('$code: $because', ({ rows, code, said }) => {
		expect(changeOf(rows)).toEqual({ kind: 'hold', reason: { code, message: expect.stringMatching(said) } });
	});

	test('rows of several reports are detected', () => {
		expect(() => changeOf(Array.from({ length: 7 }, (_, hour) => row(hour, hour + 1, 1)))).toThrow(
			/7 windows on FRIDAY/,
		);
	});

	test('past hours join the remaining ones', () => {
		const plan = planOf({ dayAmount: '240.00', multipliers: (hour) => (hour < 12 ? 3 : evening(hour)) });
		expect(changeOf([], plan, plan.hours[12]!.startMs).to).toBe('FRIDAY 0-18 x0.9, 18-24 x1.2');
	});

	test('a repeated hour gets the mean of both', () => {
		const plan = planOf({
			dayAmount: '240.00',
			timeZone: 'Europe/Berlin',
			date: '2026-10-25',
			multipliers: (hour) => (hour === 2 ? 2 : hour === 3 ? 1 : 0.5),
		});
		expect(changeOf([], plan).to).toBe('SUNDAY 0-2 x0.5, 2-3 x1.5, 3-24 x0.5');
	});

	test('the change of a modifier is limited, and a note says so', () => {
		const plan = planOf({ dayAmount: '240.00', multipliers: () => 4 });
		expect(adScheduleChange([row(0, 24, 2)], plan, 0, 0.25)).toMatchObject({ to: 'FRIDAY 0-24 x2.5', limited: true });
	});
});

describe('as a push', () => {
	const target = (adSchedule: readonly AdScheduleRow[]) =>
		({
			platform: 'google_ads',
			lever: 'hourly',
			accountId: '1',
			objects: [{ id: '1' }],
			campaignIds: ['111'],
			bidding: 'manual',
			adSchedule,
		}) as never;
	const input = { dayAmount: '240.00', multipliers: evening };
	const first = push({ ...input, target: target([]) });

	test('it is recorded as text, and the same plan is not pushed again', () => {
		expect(first.pushes).toMatchObject([
			{ object: 'campaign/111', lever: 'ad-schedule', to: 'FRIDAY 0-18 x0.9, 18-24 x1.2' },
		]);
		const again = push({ ...input, target: target([row(0, 18, 0.9), row(18, 24, 1.2)]), pushes: first.pushes });
		expect(again.push.held).toMatchObject([{ code: 'unchanged', message: 'This plan has already been pushed' }]);
		const another = { ...input, planId: '2026-11-27-2', nowMs: Date.parse('2026-11-27T09:00:00Z') };
		const same = push({ ...another, target: target([row(0, 18, 0.9), row(18, 24, 1.2)]), pushes: first.pushes });
		expect(same.push.held).toMatchObject([
			{ code: 'unchanged', message: "'FRIDAY 0-18 x0.9, 18-24 x1.2' is already in force" },
		]);
	});

	test('its request states the modifiers and what was held back', () => {
		expect(first.push.requests).toMatchObject([
			{
				reason: {
					code: 'hours',
					message:
						'Plan 2026-11-27-0000000000000001 sets the bid modifiers of the ad schedule to FRIDAY 0-18 x0.9, 18-24 x1.2',
				},
			},
		]);
		const limited = push({ ...input, target: target([]), guards: { maxChangeFraction: 0.125 } }).push;
		expect(limited.requests).toMatchObject([{ to: 'FRIDAY 0-18 x0.9, 18-24 x1.12' }]);
		expect(limited.held).toEqual([
			{
				code: 'max-change',
				message: 'One push changes a bid modifier by at most 12.5%',
				object: 'campaign/111',
				lever: 'ad-schedule',
				from: 'FRIDAY without windows',
				wanted: null,
				allowed: 'FRIDAY 0-18 x0.9, 18-24 x1.12',
				request: null,
				needsPerson: false,
				notify: false,
				alert: null,
			},
		]);
	});

	test('a closed day is held back with a single reason', () => {
		expect(push({ ...input, target: target([row(0, 24, 1, 'MONDAY')]) }).push.held).toEqual([
			{
				code: 'day-closed',
				message: expect.stringMatching(/^The ad schedule has no window on Friday/),
				object: 'campaign/111',
				lever: 'ad-schedule',
				from: null,
				wanted: null,
				allowed: null,
				request: null,
				needsPerson: false,
				notify: false,
				alert: null,
			},
		]);
	});

	test('a modifier that somebody changed since is left alone', () => {
		const adSchedule = [row(0, 18, 0.9), row(18, 24, 1.9)];
		const { push: prepared } = push({
			...input,
			planId: '2026-11-27-2',
			target: target(adSchedule),
			pushes: first.pushes,
			nowMs: Date.parse('2026-11-27T09:00:00Z'),
		});
		expect(prepared.held).toMatchObject([
			{
				code: 'edited-by-someone',
				message: expect.stringMatching(
					/^'FRIDAY 0-18 x0.9, 18-24 x1.2' was pushed, but 'FRIDAY 0-18 x0.9, 18-24 x1.9' is in force/,
				),
			},
		]);
	});
});

test('windows are at most six, in order, without gaps, within bounds, and over open hours only', () => {
	fc.assert(
		fc.property(
			fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 25, maxLength: 25 }),
			fc.array(
				fc.record({
					start: fc.nat(23),
					length: fc.integer({ min: 1, max: 8 }),
					modifier: fc.integer({ min: 10, max: 300 }),
				}),
				{ maxLength: 6 },
			),
			fc.integer({ min: 1, max: 300 }),
			(multipliers, windows, percent) => {
				const rows: AdScheduleRow[] = [];
				let free = 0;
				for (const { start, length, modifier } of [...windows].sort((a, b) => a.start - b.start)) {
					const from = Math.max(free, start);
					const to = Math.min(24, from + length);
					if (from >= to) continue;
					rows.push(row(from, to, modifier / 100));
					free = to;
				}
				const plan = planOf({ dayAmount: '240.00', multipliers: (hour) => multipliers[hour]! });
				const change = adScheduleChange(rows, plan, 0, percent / 100) as AdScheduleChange;
				const after = change.to
					.replace('FRIDAY ', '')
					.split(', ')
					.map(
						(text) =>
							text
								.match(/^(\d+)-(\d+) x([\d.]+)$/)!
								.slice(1)
								.map(Number) as [number, number, number],
					);
				expect(after.length).toBeLessThanOrEqual(MAX_WINDOWS);
				const covered = after.flatMap(([from, to]) => Array.from({ length: to - from }, (_, step) => from + step));
				const open =
					rows.length === 0
						? [...Array(24).keys()]
						: rows.flatMap(
								({
									campaignCriterion: {
										adSchedule: { startHour, endHour },
									},
								}) => Array.from({ length: endHour - startHour }, (_, step) => startHour + step),
							);
				expect(covered).toEqual(open);
				for (const [, , modifier] of after) {
					expect(modifier).toBeGreaterThanOrEqual(0.1);
					expect(modifier).toBeLessThanOrEqual(10);
					expect(Math.abs(modifier * 100 - Math.round(modifier * 100))).toBeLessThan(1e-9);
				}
			},
		),
		{
			...RUNS,
			examples: [
				[
					Array.from({ length: 25 }, (_, hour) => (hour === 11 ? 0.1000001 : 0)),
					[
						{ start: 0, length: 1, modifier: 11 },
						{ start: 0, length: 1, modifier: 10 },
					],
					1,
				],
			],
		},
	);
});

describe('hours are merged into windows', () => {
	const hoursOf = (factors: readonly (number | null)[]) => factors.map((factor, hour) => ({ hour, factor }));

	test('with the minimal sum of squared deviations among all partitions of the day', () => {
		const sumOf = (factors: readonly number[]) => {
			const logs = factors.map(Math.log);
			const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
			return logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
		};
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 8 }),
				fc.integer({ min: 1, max: 4 }),
				(factors, most) => {
					const cost = (cuts: readonly number[]) =>
						[0, ...cuts].reduce((sum, from, part) => sum + sumOf(factors.slice(from, cuts[part] ?? factors.length)), 0);
					let least = Infinity;
					for (let mask = 0; mask < 2 ** (factors.length - 1); mask++) {
						const cuts = [...Array(factors.length - 1).keys()].filter((bit) => mask & (1 << bit)).map((bit) => bit + 1);
						if (cuts.length < most) least = Math.min(least, cost(cuts));
					}
					const windows = mergeHours(hoursOf(factors), most);
					expect(windows.length).toBeLessThanOrEqual(most);
					expect(cost(windows.slice(1).map(({ startHour }) => startHour))).toBeCloseTo(least, 9);
				},
			),
			{ ...RUNS, numRuns: Math.min(200, RUNS.numRuns) },
		);
	});

	test('an even day is one window with the geometric mean; hours without a factor join', () => {
		expect(mergeHours(hoursOf([null, 1, 1, null]), 6)).toEqual([{ startHour: 0, endHour: 4, factor: 1 }]);
		expect(mergeHours(hoursOf([1, 4]), 1)).toEqual([{ startHour: 0, endHour: 2, factor: 2 }]);
	});
});
