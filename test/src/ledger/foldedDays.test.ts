import fc from 'fast-check';

import { type DeliveredHour } from '../../../src/ledger/deliveredHour';
import { foldDays, foldedDays } from '../../../src/ledger/foldedDays';
import { createState, ingest, type PerformanceWindow, readState } from '../../../src/index';
import { learnCampaigns } from '../../../src/campaigns/learnCampaigns';
import { DAY_MS, deliveredHour as hour, HOUR_MS, hourly } from '../../support/deliveries';

const MICROS = 1_000_000;
const BERLIN = 'Europe/Berlin';

const read = (stored: ReturnType<typeof foldDays>) =>
	foldedDays({ campaignId: 'a', hours: { stretches: '', spend: [] }, ...(stored && { foldedDays: stored }) });

describe('days of a campaign whose hours are folded', () => {
	test.each`
		start                     | date            | because
		${'2026-03-28T22:59:00Z'} | ${'2026-03-28'} | ${'the last minute of a day in winter'}
		${'2026-03-28T23:00:00Z'} | ${'2026-03-29'} | ${'the day begins at 23:00 UTC'}
		${'2026-03-29T21:59:00Z'} | ${'2026-03-29'} | ${'it has 23 hours'}
		${'2026-03-29T22:00:00Z'} | ${'2026-03-30'} | ${'in summer the day begins at 22:00 UTC'}
	`('$start counts for $date: $because', ({ start, date }) => {
		const startMs = Math.floor(Date.parse(start) / 60_000) * 60_000;
		expect(read(foldDays(undefined, [hour(startMs)], BERLIN)).map((day) => day.date)).toEqual([date]);
	});

	test.each`
		parts                                             | conversions | because
		${[{ conversions: 2 }, { conversions: 3 }]}       | ${5}        | ${'results add up'}
		${[{ conversions: 2 }, {}]}                       | ${2}        | ${'an hour without reported conversions adds nothing'}
		${[{}, {}]}                                       | ${null}     | ${'never reported is unknown, not 0'}
		${[{ conversions: 0 }, {}]}                       | ${0}        | ${'reported zeros add up to 0'}
		${[{ conversions: 1 / 3 }, { conversions: 0.1 }]} | ${0.433333} | ${'fractions keep six digits'}
	`('$parts add up to $conversions: $because', ({ parts, conversions }) => {
		const hours = parts.map((part: Partial<DeliveredHour>, position: number) => hour(position * HOUR_MS, part));
		expect(read(foldDays(undefined, hours, 'UTC'))).toMatchObject([{ spend: 2 * MICROS, conversions }]);
	});

	test('keep impressions as they keep clicks', () => {
		const hours = [hour(0, { impressions: 1200, clicks: 3 }), hour(HOUR_MS, { impressions: 300 }), hour(DAY_MS)];
		expect(read(foldDays(undefined, hours, 'UTC'))).toMatchObject([
			{ clicks: 3, impressions: 1500 },
			{ clicks: null, impressions: null },
		]);
	});

	test('are the same whether hours are folded daily or at once, and the last 120 are all kept', () => {
		const days = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(days, (some) => {
				const dates = [...new Set(some)].sort((a, b) => a - b);
				const hours = dates.flatMap((day) => [
					hour(day * DAY_MS, { conversions: day % 7, spend: (day + 1) * MICROS }),
					hour(day * DAY_MS + HOUR_MS, { clicks: day, impressions: 100 * day }),
				]);
				const stepwise = dates.reduce<ReturnType<typeof foldDays>>(
					(before, day) =>
						foldDays(
							before,
							hours.filter(({ startMs }) => Math.floor(startMs / DAY_MS) === day),
							'UTC',
						),
					undefined,
				);
				expect(stepwise).toEqual(foldDays(undefined, hours, 'UTC'));
				expect(read(stepwise).map(({ impressions }) => impressions)).toEqual(dates.map((day) => 100 * day));
				expect(read(stepwise).map(({ spend }) => spend)).toEqual(dates.map((day) => (day + 2) * MICROS));
			}),
		);
	});

	test('are kept for 120 days', () => {
		const hours = Array.from({ length: 150 }, (_, day) => hour(day * DAY_MS));
		const dates = read(foldDays(undefined, hours, 'UTC')).map(({ date }) => date);
		expect([dates.length, dates[0]]).toEqual([120, '1970-01-31']);
	});
});

describe('a budget of 60 days', () => {
	const NOW = Date.parse('2026-11-24T00:00:00Z');
	const delivered = (campaignId: string, spend: number): PerformanceWindow[] =>
		hourly(NOW - 60 * DAY_MS, 60 * 24, (position) => ({ campaignId, spend, conversions: position % 5 === 0 ? 1 : 0 }));
	const definition = { budgetId: 'b', currency: 'EUR', timeZone: BERLIN, dailyAmount: 240 };
	const campaigns = [{ campaignId: 'a' }, { campaignId: 'b' }];
	const windows = [...delivered('a', 3), ...delivered('b', 4)];
	const stateAfter = (reports: readonly number[]) =>
		reports.reduce(
			(state, day) => {
				const untilMs = NOW - (60 - day) * DAY_MS;
				const report = windows.filter(({ endMs }) => endMs <= untilMs && endMs > untilMs - 20 * DAY_MS);
				return ingest(state, report, untilMs).state;
			},
			createState({ ...definition, campaigns }),
		);

	test('estimates responses from all of its full days, although hours are kept for 30 days', () => {
		const state = readState(JSON.parse(JSON.stringify(stateAfter([20, 40, 60]))));
		const { histories } = learnCampaigns(state.ledger, state.definition);
		expect(histories.map((days) => days.length)).toEqual([60, 60]);
		const hoursOf = (date: string) => (date === '2026-09-25' ? 22 : date === '2026-10-25' ? 25 : 24);
		expect(histories[0]!.map(({ spend }) => spend)).toEqual(histories[0]!.map(({ date }) => 3 * hoursOf(date)));
		expect(histories[0]!.reduce((sum, { result }) => sum + result!, 0)).toBe(12 * 24);
	});

	test('learns the same however often it is reported', () => {
		const often = stateAfter(Array.from({ length: 41 }, (_, day) => 20 + day));
		const seldom = stateAfter([20, 40, 60]);
		const figures = ({ ledger, definition: budget }: typeof often) =>
			learnCampaigns(ledger, budget).histories.map((days) =>
				days.map(({ date, spend, result }) => [date, spend, result]),
			);
		expect(figures(often)).toEqual(figures(seldom));
	});

	test('rejects folded days whose columns do not fit together', () => {
		const stored = JSON.parse(JSON.stringify(stateAfter([20, 40, 60])));
		stored.ledger.campaigns[0].foldedDays.spend = [1];
		expect(() => readState(stored)).toThrow(/columns do not fit together/);
	});
});
