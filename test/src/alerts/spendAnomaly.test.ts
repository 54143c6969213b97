import {
	alertMessages,
	type BudgetDefinitionInput,
	checkExhaustion,
	createState,
	describeAlert,
	ingest,
	type PacingState,
} from '../../../src/index';
import type { StandingAlert } from '../../../src/alerts/standingAlerts';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { mulberry32 } from '../../../src/statistics/seededRandom';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);

/** Far above what is spent: the budget says nothing. */
const GENEROUS: BudgetDefinitionInput = {
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: '5000.00',
};

/** Days of about 40.00 an hour that differ a little from each other and from hour to hour. */
function history(days: number, definition: BudgetDefinitionInput = GENEROUS): PacingState {
	const random = mulberry32(7);
	const perDay = Array.from({ length: days }, () => 38 + 4 * random());
	const windows = hourly(TODAY - days * DAY_MS, days * 24, (hour) => ({
		spend: (perDay[Math.floor(hour / 24)]! * (0.9 + 0.2 * random())).toFixed(6),
		clicks: 80,
		conversions: 2,
	}));
	return ingest(createState(definition), windows, TODAY).state;
}

const learned = history(28);

interface Told {
	readonly hour: number;
	readonly state: string;
	readonly text: string;
}

/** What checks at 20 past tell of hours from midnight on that spend so much each. */
function told(spends: readonly number[], state: PacingState = learned, alerts: object = {}) {
	let current = state;
	const messages: Told[] = [];
	const kinds: string[] = [];
	spends.forEach((spend, hour) => {
		const endMs = TODAY + (hour + 1) * HOUR_MS;
		const nowMs = endMs + HOUR_MS / 3;
		const windows = hourly(endMs - HOUR_MS, 1, () => ({ spend: spend.toFixed(2), clicks: 80, conversions: 2 }));
		const checked = checkExhaustion(ingest(current, windows, endMs).state, { nowMs, alerts });
		current = checked.state;
		const { text } = alertMessages(describeAlert(current, { exhaustion: checked.exhaustion, nowMs }));
		const { alert, alerts: others } = checked.exhaustion;
		for (const one of [{ ...alert, kind: 'exhaustion' }, ...others]) {
			if (!one.notify) continue;
			kinds.push(`${one.kind} ${one.state}`);
			if (one.kind === 'spend-anomaly') messages.push({ hour: hour + 1, state: one.state, text });
		}
	});
	return { messages, kinds, state: current };
}

const hours = (...parts: readonly (readonly [number, number])[]): number[] =>
	parts.flatMap(([count, spend]) => Array<number>(count).fill(spend));

test.each`
	spends                       | hour         | because
	${hours([20, 40])}           | ${undefined} | ${'it is a day like any other'}
	${hours([8, 40], [12, 70])}  | ${undefined} | ${'less than twice as much is within the band'}
	${hours([8, 40], [12, 130])} | ${10}        | ${'three times as much since 8:00 is not, as soon as it matters'}
	${hours([1, 100], [19, 40])} | ${undefined} | ${'one dear hour is not much of a day'}
	${hours([20, 15])}           | ${undefined} | ${'too little is told as a short day'}
`('is told or not: $because', ({ spends, hour }) => {
	expect(told(spends as number[]).messages.find(({ state }) => state === 'firing')?.hour).toBe(hour);
});

test('says how much was spent, what is usual, where the day will end, and what to do', () => {
	expect(told(hours([8, 40], [4, 130])).messages[0]!.text).toMatch(
		/^\*b\*: €\d{3}\.\d\d was spent from \d\d:00 to \d\d:00, [23]\.\d times the usual €\d{3}\.\d\d\. Today is projected at €[\d,.]+ \(€[\d,.]+ to €[\d,.]+\); a day like it usually spends €9\d\d\.\d\d\. Check for raised bids or budgets, new campaigns, and unusual search terms, placements or clicks\./,
	);
});

test('is told once, and its end once the day is back within half the band', () => {
	const { messages } = told(hours([6, 40], [4, 130], [14, 40]));
	expect(messages.map(({ state }) => state)).toEqual(['firing', 'resolved']);
	expect(messages[1]!.text).toMatch(/Resolved\. €[\d,.]+ was spent today until \d\d:00; usually it is about €[\d,.]+/);
});

test('is not over while the last hours are as far above, whatever the day is', () => {
	const { messages } = told(hours([10, 40], [2, 130], [3, 64], [1, 200], [8, 40]));
	expect(messages.map(({ state }) => state)).toEqual(['firing', 'resolved']);
});

test.each`
	definition                                                                             | because
	${{ ...GENEROUS, dailyAmount: '1000.00', control: 'hourly-cap' }}                      | ${'the day will run out, which is told as that'}
	${{ ...GENEROUS, events: [{ name: 'Sale', start: '2026-06-01', end: '2026-06-02' }] }} | ${'it is the day of an event'}
`('is not told where $because', ({ definition }) => {
	const { kinds } = told(hours([8, 40], [8, 130]), history(28, definition as BudgetDefinitionInput));
	expect(kinds.filter((kind) => kind.startsWith('spend-anomaly'))).toEqual([]);
});

test.each`
	amountsFrom                                              | hour         | because
	${[{ from: '2026-06-01', dailyAmount: '15000.00' }]}     | ${undefined} | ${'the amount that begins today is three times the one before'}
	${[{ from: '2026-05-30', dailyAmount: '15000.00' }]}     | ${undefined} | ${'so is one that began on Saturday'}
	${[{ from: '2026-06-02', dailyAmount: '15000.00' }]}     | ${10}        | ${'one that begins tomorrow says nothing of today'}
	${[{ from: '2026-06-01', dailyAmount: '3000.00' }]}      | ${10}        | ${'a lower amount makes nothing usual that was not'}
	${[{ from: '2026-06-01', monthlyAmount: '9000000.00' }]} | ${10}        | ${'an amount that leaves the tightest as it was says nothing'}
`('three times as much is told or not: $because', ({ amountsFrom, hour }) => {
	const state = history(28, { ...GENEROUS, amountsFrom: amountsFrom as BudgetDefinitionInput['amountsFrom'] });
	expect(told(hours([8, 40], [12, 130]), state).messages[0]?.hour).toBe(hour);
});

test('is not told in the first two weeks, which do not know what is usual', () => {
	expect(told(hours([8, 40], [8, 130]), history(10)).messages).toEqual([]);
	expect(told(hours([8, 40], [8, 130]), history(21)).messages).not.toEqual([]);
});

test.each`
	kind                   | hour         | because
	${'edited-by-someone'} | ${undefined} | ${'somebody raised a budget, which says why'}
	${'flight-over'}       | ${10}        | ${'a flight that was told as over on Friday says nothing of a morning three times as dear'}
`('is told beside $kind or not: $because', ({ kind, hour }) => {
	const flight = { start: '2026-05-10', end: '2026-06-20', amount: '36000.00' };
	const atMs = TODAY - 3 * DAY_MS;
	const standing = { kind, about: 'flight/2026-05-10', state: 'firing', sinceMs: atMs, toldMs: atMs } as StandingAlert;
	const state = { ...history(28, { ...GENEROUS, dailyAmount: undefined, flight }), alerts: [standing] };
	const { messages, kinds } = told(hours([8, 40], [12, 130]), state);
	expect(messages[0]?.hour).toBe(hour);
	expect(kinds.filter((one) => one.startsWith(kind as string))).toEqual([]);
});

test('a wider band is quieter', () => {
	expect(told(hours([8, 40], [8, 130]), learned, { usualSpendBand: 4 }).messages).toEqual([]);
});

test('days that go on as unusually are one incident', () => {
	const first = told(hours([8, 40], [16, 130]));
	expect(first.messages.map(({ state }) => state)).toEqual(['firing']);
	let { state } = first;
	const more: string[] = [];
	for (let hour = 0; hour < 24; hour++) {
		const endMs = TODAY + DAY_MS + (hour + 1) * HOUR_MS;
		const windows = hourly(endMs - HOUR_MS, 1, () => ({ spend: '130.00', clicks: 80, conversions: 2 }));
		const checked = checkExhaustion(ingest(state, windows, endMs).state, { nowMs: endMs + HOUR_MS / 3 });
		({ state } = checked);
		for (const { kind, notify } of checked.exhaustion.alerts) if (notify) more.push(kind);
	}
	expect(more).toEqual([]);
});
