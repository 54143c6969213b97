import { alertMessages, checkExhaustion, createState, describeAlert, ingest } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { localClock } from '../../../src/time/localClock';

const ZONE = 'Europe/Berlin';
const BASE = { budgetId: 'b', currency: 'EUR', timeZone: ZONE };

/** A Friday, in local time 00:00. */
const FRIDAY = Date.parse('2026-06-05T00:00:00+02:00');

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const OFFICE = [{ weekdays: WEEKDAYS, from: '08:00', to: '18:00' }];
const DAILY = [{ from: '08:00', to: '18:00' }];

const SATURDAYS = { name: 'Weekend', start: '2026-06-06', end: '2026-06-07', factor: 0, repeats: 'weekly' };

/** Which instants are open in a setting; what they spend is the same in every open hour. */
type IsOpen = (clock: ReturnType<typeof localClock>) => boolean;

const always: IsOpen = () => true;
const officeHours: IsOpen = ({ weekday, hour }) => weekday < 5 && hour >= 8 && hour < 18;
const dailyHours: IsOpen = ({ hour }) => hour >= 8 && hour < 18;
const weekdays: IsOpen = ({ weekday }) => weekday < 5;

interface Setting {
	readonly definition: object;
	readonly from: number;
	readonly hours: number;
	/** Whether an hour was open in the history, and whether it spends from `from` on. */
	readonly isOpen: IsOpen;
	readonly spends?: (clock: ReturnType<typeof localClock>, startMs: number) => string | null;
	/** Whether closed hours are reported as 0 rather than left out. */
	readonly isReported?: boolean;
}

/** Checks every hour at 20 past, after the report of the hour before, and what they tell: `weekday hour: text`. */
function told({ definition, from, hours, isOpen, spends, isReported = false }: Setting) {
	const amountOf = (startMs: number, own: IsOpen) => (own(localClock(startMs, ZONE)) ? '40.00' : null);
	const delivered = (startMs: number, spend: string | null) =>
		spend === null && !isReported
			? []
			: hourly(startMs, 1, () => ({ spend: spend ?? '0', clicks: Number(spend ?? 0) }));
	const history = Array.from({ length: 28 * 24 }, (_, hour) => from - 28 * DAY_MS + hour * HOUR_MS).flatMap((startMs) =>
		delivered(startMs, amountOf(startMs, isOpen)),
	);
	let { state } = ingest(createState({ ...BASE, ...(definition as { dailyAmount: string }) }), history, from);
	const messages: string[] = [];
	const statuses = new Set<string>();
	for (let hour = 0; hour <= hours; hour++) {
		const startMs = from + (hour - 1) * HOUR_MS;
		const nowMs = startMs + HOUR_MS + HOUR_MS / 3;
		const spend =
			spends?.(localClock(startMs, ZONE), startMs) ?? (spends === undefined ? amountOf(startMs, isOpen) : null);
		if (hour > 0) ({ state } = ingest(state, delivered(startMs, spend), nowMs));
		const checked = checkExhaustion(state, { nowMs });
		({ state } = checked);
		statuses.add(checked.exhaustion.status);
		const message = describeAlert(state, { exhaustion: checked.exhaustion, nowMs });
		const now = localClock(nowMs, ZONE);
		const isTold = [message.alert, ...message.also].some(({ notify }) => notify);
		if (isTold) messages.push(`${now.date} ${now.hour}: ${alertMessages(message).text}`);
	}
	return { messages, statuses };
}

const MONTH = { monthlyAmount: '8800.00' };
const FULL_MONTH = { monthlyAmount: '28800.00' };
const WEEKDAY_MONTH = { monthlyAmount: '21120.00' };

describe('no alert of silence within closed time', () => {
	test.each`
		definition                                                                               | from                                       | hours | isOpen         | isReported | because
		${{ ...MONTH, openHours: OFFICE }}                                                       | ${FRIDAY}                                  | ${96} | ${officeHours} | ${false}   | ${'a closed weekend and closed nights, without rows'}
		${{ ...MONTH, openHours: OFFICE }}                                                       | ${FRIDAY}                                  | ${96} | ${officeHours} | ${true}    | ${'a closed weekend and closed nights, reported as 0'}
		${{ dailyAmount: '400.00', openHours: DAILY }}                                           | ${FRIDAY}                                  | ${72} | ${dailyHours}  | ${false}   | ${'closed nights under a daily amount'}
		${{ ...WEEKDAY_MONTH, events: [SATURDAYS] }}                                             | ${FRIDAY}                                  | ${96} | ${weekdays}    | ${false}   | ${'a closed weekend as an event'}
		${{ ...WEEKDAY_MONTH, events: [SATURDAYS], control: 'daily-budget' }}                    | ${FRIDAY}                                  | ${96} | ${weekdays}    | ${false}   | ${'the same where days are steered'}
		${{ ...FULL_MONTH, events: [{ name: 'Christmas', start: '2026-06-08', factor: 0 }] }}    | ${FRIDAY + 2 * DAY_MS}                     | ${60} | ${always}      | ${false}   | ${'a day that was open in every earlier week'}
		${{ dailyAmount: '960.00', events: [{ name: 'Move', start: '2026-06-08', factor: 0 }] }} | ${FRIDAY + 2 * DAY_MS}                     | ${60} | ${always}      | ${true}    | ${'the same under a daily amount, reported as 0'}
		${{ dailyAmount: '400.00', openHours: [{ from: '08:30', to: '18:30' }] }}                | ${FRIDAY}                                  | ${48} | ${dailyHours}  | ${false}   | ${'half-open hours'}
		${{ dailyAmount: '400.00', openHours: DAILY }}                                           | ${Date.parse('2026-10-24T00:00:00+02:00')} | ${72} | ${dailyHours}  | ${false}   | ${'a night of 25 hours'}
		${{ dailyAmount: '400.00', openHours: DAILY }}                                           | ${Date.parse('2026-03-28T00:00:00+01:00')} | ${72} | ${dailyHours}  | ${false}   | ${'a night of 23 hours'}
	`('$because', ({ definition, from, hours, isOpen, isReported }) => {
		const christmas = (clock: ReturnType<typeof localClock>) =>
			(isOpen as IsOpen)(clock) && !JSON.stringify(definition).includes(`"start":"${clock.date}","factor":0`)
				? '40.00'
				: null;
		const setting = { definition, from, hours, isOpen, isReported, spends: christmas } as Setting;
		const { messages, statuses } = told(setting);
		expect(messages).toEqual([]);
		expect([...statuses]).not.toContain('stale-data');
	});
});

test('no alert of silence in the evening on which a flight ends', () => {
	const flight = { start: '2026-05-11', end: '2026-06-05', amount: '25000.00', endTime: '18:00' };
	const { messages } = told({
		definition: { flight },
		from: FRIDAY + 12 * HOUR_MS,
		hours: 14,
		isOpen: always,
		spends: ({ weekday, hour }) => (weekday === 4 && hour < 18 ? '40.00' : '0'),
		isReported: true,
	});
	expect(messages).toEqual([]);
});

describe('once it opens', () => {
	test('spend that does not come back is an incident', () => {
		const { messages } = told({
			definition: { ...MONTH, openHours: OFFICE },
			from: FRIDAY,
			hours: 90,
			isOpen: officeHours,
			spends: ({ weekday, hour }) => (weekday === 4 && hour >= 8 && hour < 18 ? '40.00' : '0'),
			isReported: true,
		});
		expect(messages).toEqual([
			expect.stringMatching(/^2026-06-08 1[0-3]: \*b\*: Nothing has been spent since 5 Jun 2026, 18:00/),
		]);
	});

	test('reports have the hours that they have when a flight begins, however early they ended', () => {
		const { messages } = told({
			definition: { ...WEEKDAY_MONTH, events: [SATURDAYS] },
			from: FRIDAY + 20 * HOUR_MS,
			hours: 56,
			isOpen: weekdays,
			spends: ({ weekday, hour }) => ((weekday === 4 && hour < 21) || (weekday === 0 && hour >= 2) ? '40.00' : null),
		});
		expect(messages).toEqual([]);
	});

	test('reports that do not come back are an incident', () => {
		const { messages } = told({
			definition: { ...WEEKDAY_MONTH, events: [SATURDAYS] },
			from: FRIDAY,
			hours: 84,
			isOpen: weekdays,
			spends: ({ weekday }) => (weekday === 4 ? '40.00' : null),
		});
		expect(messages).toEqual([
			expect.stringMatching(
				/^2026-06-08 [45]: \*b\*: The last [34] hours in which the budget was open are not reported, so pacing cannot be judged/,
			),
		]);
	});
});

describe('spend on a closed day', () => {
	const closed = { ...FULL_MONTH, events: [{ name: 'Christmas', start: '2026-06-06', factor: 0 }] };

	test.each`
		definition                                | name
		${closed}                                 | ${' (Christmas)'}
		${{ ...closed, control: 'daily-budget' }} | ${' (Christmas)'}
		${{ ...MONTH, openHours: OFFICE }}        | ${''}
	`('is an incident$name', ({ definition, name }) => {
		const { messages, statuses } = told({
			definition: definition as object,
			from: FRIDAY + DAY_MS,
			hours: 5,
			isOpen: 'openHours' in (definition as object) ? officeHours : always,
			spends: () => '5.00',
		});
		expect(messages).toEqual([
			`2026-06-06 2: *b*: €10.00 spent today, although it is closed${name as string}. Pause the campaigns.`,
		]);
		expect([...statuses]).toEqual(['on-pace', 'exhausted']);
	});

	test('in its first hour is told to nobody: the pause is on its way', () => {
		const { messages } = told({
			definition: closed,
			from: FRIDAY + DAY_MS,
			hours: 23,
			isOpen: always,
			spends: ({ hour }) => (hour === 0 ? '5.00' : null),
		});
		expect(messages).toEqual([]);
	});

	test('says nothing of other days', () => {
		const windows = (saturdays: string) =>
			hourly(FRIDAY - 42 * DAY_MS, 42 * 24, (hour) => ({
				spend: Math.floor(hour / 24) % 7 === 1 ? saturdays : '40.00',
			}));
		const expected = ['0.10', '900.00'].map((saturdays) => {
			const { state } = ingest(
				createState({ ...BASE, ...MONTH, events: [SATURDAYS] } as never),
				windows(saturdays),
				FRIDAY,
			);
			return checkExhaustion(state, { nowMs: FRIDAY + HOUR_MS / 3 }).exhaustion.spendByDayEnd;
		});
		expect(expected[1]).toEqual(expected[0]);
	});
});

test('a month counts its open days and its open time', () => {
	const { state } = ingest(
		createState({ ...BASE, monthlyAmount: '2200.00', openHours: OFFICE } as never),
		hourly(Date.parse('2026-06-01T00:00:00+02:00'), 6 * 24, (hour) => ({
			spend: hour % 24 >= 8 && hour % 24 < 18 && hour < 5 * 24 ? '10.00' : '0',
		})),
		FRIDAY + DAY_MS,
	);
	const sunday = checkExhaustion(state, { nowMs: FRIDAY + 2.5 * DAY_MS }).exhaustion.horizons.month!;
	expect(sunday).toMatchObject({ daysLeft: 17, isClosedToday: true, neededPerDay: '100.00', spent: '500' });
	expect(sunday.elapsed).toBeCloseTo(5 / 22, 9);
	expect(sunday.pace).toBeCloseTo(1, 9);
	expect(sunday.projected.mean).toBeCloseTo(2200, -2);
	const monday = checkExhaustion(state, { nowMs: FRIDAY + 3.5 * DAY_MS }).exhaustion.horizons.month!;
	expect(monday).toMatchObject({
		daysLeft: 17,
		neededPerDay: '100.00',
		yesterday: null,
	});
	expect(monday).not.toHaveProperty('isClosedToday');
	expect(monday.elapsed).toBeCloseTo(5.4 / 22, 9);
});

test('a call centre of eight to six plans, forecasts and judges its first morning by its hours', () => {
	const morning = FRIDAY + (11 + 1 / 3) * HOUR_MS;
	const { state } = ingest(
		createState({ ...BASE, dailyAmount: '400.00', openHours: OFFICE } as never),
		hourly(FRIDAY + 8 * HOUR_MS, 3, () => ({ spend: '40.00', clicks: 40 })),
		morning,
	);
	const { exhaustion } = checkExhaustion(state, { nowMs: morning });
	expect(exhaustion.spendByDayEnd.mean).toBeGreaterThan(300);
	expect(exhaustion.spendByDayEnd.mean).toBeLessThan(500);
	expect(exhaustion.paceRatio).toBeGreaterThan(0.9);
	expect(exhaustion.paceRatio).toBeLessThan(1.1);
});

test('out-of-budget hours are those that are open', () => {
	const noon = FRIDAY + 12 * HOUR_MS;
	const days = hourly(FRIDAY - 42 * DAY_MS, 42 * 24 + 12, (hour) => ({
		spend: hour % 24 >= 8 && hour % 24 < 18 ? '40.00' : '0',
	}));
	const { state } = ingest(createState({ ...BASE, dailyAmount: '200.00', openHours: DAILY }), days, noon);
	const { darkHours } = checkExhaustion(state, { nowMs: noon }).exhaustion;
	expect(darkHours).toBeGreaterThan(4.5);
	expect(darkHours).toBeLessThan(5.5);
});
