import fc from 'fast-check';

import {
	type BudgetDefinitionInput,
	createState,
	ingest,
	learnedPattern,
	optimizeAllocation,
	type PacingState,
	whatIf,
} from '../../../src/index';
import { ordinaryDates } from '../../../src/budget/ordinaryDates';
import { addDays } from '../../../src/time/localClock';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Monday. */
const FIRST = Date.UTC(2026, 9, 26);
const FIRST_DATE = '2026-10-26';
const BLACK_FRIDAY = '2026-11-27';

const datesOf = (days: number) => Array.from({ length: days }, (_, day) => addDays(FIRST_DATE, day));

describe('ordinary days', () => {
	test.each`
		days  | events                                                           | taught    | because
		${20} | ${undefined}                                                     | ${20}     | ${'the calendar is empty'}
		${20} | ${[{ name: 'Fair', start: '2026-10-27', end: '2026-10-30' }]}    | ${20 - 4} | ${'days of an event are left out'}
		${14} | ${[{ name: 'Fair', start: '2026-10-27' }]}                       | ${14}     | ${'thirteen other days are too few to leave any out'}
		${15} | ${[{ name: 'Fair', start: '2026-10-27' }]}                       | ${14}     | ${'fourteen are enough'}
		${20} | ${[{ name: 'Season', start: '2026-10-26', end: '2026-12-31' }]}  | ${20}     | ${'without ordinary days, all days are used'}
		${40} | ${[{ name: 'Payday', start: '2026-01-01', repeats: 'monthly' }]} | ${40 - 2} | ${'every repetition of an event is left out'}
		${40} | ${[{ name: 'Black Friday', start: BLACK_FRIDAY, factor: 3 }]}    | ${40 - 1} | ${'an event with a stated factor is left out too'}
	`('number $taught of $days: $because', ({ days, events, taught }) => {
		const isOrdinary = ordinaryDates(new Set(datesOf(days)), events);
		expect(datesOf(days).filter(isOrdinary)).toHaveLength(taught);
	});

	test('exclude an event without spend: a closed day is not a quiet one', () => {
		const spent = new Set(datesOf(20).filter((date) => date !== '2026-10-31'));
		expect(ordinaryDates(spent, [{ name: 'Closed', start: '2026-10-31' }])('2026-10-31')).toBe(false);
	});

	test('a closed day is none of them, however few others are known', () => {
		const isOrdinary = ordinaryDates(new Set(['2026-10-30', '2026-10-31']), [
			{ name: 'Sale', start: '2026-10-30', factor: 2 },
			{ name: 'Closed', start: '2026-10-31', factor: 0 },
		]);
		expect(['2026-10-30', '2026-10-31'].map(isOrdinary)).toEqual([true, false]);
	});
});

interface EventDay {
	readonly spend: number;
	readonly clicks: number;
	readonly conversions: number;
}

/** Days with an evening peak whose Black Friday has hours of its own. */
function stateOf(days: number, events: BudgetDefinitionInput['events'], special: (hour: number) => EventDay | null) {
	const state = createState({
		budgetId: 'shop',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '9000',
		...(events !== undefined && { events }),
	});
	const friday = (Date.parse(BLACK_FRIDAY) - FIRST) / HOUR_MS;
	const windows = hourly(FIRST, 24 * days, (position) => {
		const evening = position % 24 >= 18 ? 2 : 1;
		const usual = { spend: 10 * evening, clicks: 20 * evening, conversions: evening };
		const own = position >= friday && position < friday + 24 ? special(position - friday) : null;
		return { campaignId: '1', ...(own ?? usual) };
	});
	return ingest(state, windows, FIRST + days * DAY_MS).state;
}

const EVENT = [{ name: 'Black Friday', start: BLACK_FRIDAY }];
const ofFriday = (state: PacingState) => learnedPattern(state).weekday[4]!.mean;
const likeAFlood = () => ({ spend: 40, clicks: 80, conversions: 24 });

describe('a Black Friday that is in the calendar', () => {
	test.each`
		days  | because
		${40} | ${'while its hours are kept'}
		${80} | ${'after they have been folded'}
	`('does not raise the estimate for Fridays, as it would without the calendar: $because', ({ days }) => {
		const usual = ofFriday(stateOf(days, undefined, () => null));
		expect(ofFriday(stateOf(days, EVENT, likeAFlood))).toBeCloseTo(usual, 2);
		expect(ofFriday(stateOf(days, undefined, likeAFlood))).toBeGreaterThan(usual * 1.1);
	});

	test('leaves everything learned unchanged, whatever its results', () => {
		const hourOf = fc.record({
			spend: fc.integer({ min: 0, max: 100 }),
			clicks: fc.integer({ min: 0, max: 200 }),
			conversions: fc.integer({ min: 0, max: 60 }),
		});
		const learned = (special: (hour: number) => EventDay | null) => {
			const { hourOfDay, weekday } = learnedPattern(stateOf(38, EVENT, special));
			return [...hourOfDay, ...weekday].map(({ mean }) => mean);
		};
		const usual = learned(() => null);
		fc.assert(
			fc.property(fc.array(hourOf, { minLength: 24, maxLength: 24 }), (day) => {
				learned((hour) => day[hour]!).forEach((mean, position) => expect(mean).toBeCloseTo(usual[position]!, 4));
			}),
			{ numRuns: 20 },
		);
	});

	test('does not inform budget scenarios', () => {
		const askedOf = (events: BudgetDefinitionInput['events'], conversions: number) => {
			const state = stateOf(34, events, () => ({ spend: 12.5, clicks: 25, conversions }));
			return whatIf(state, { nowMs: FIRST + 34 * DAY_MS, amounts: ['600'] })[0]!.expected.mean;
		};
		expect(askedOf(EVENT, 24)).toBe(askedOf(EVENT, 1));
		expect(askedOf(undefined, 24)).toBeGreaterThan(askedOf(undefined, 1) * 1.05);
	});

	test('still counts as spend of the month', () => {
		const state = stateOf(34, EVENT, likeAFlood);
		const amountOf = (known: PacingState) =>
			Number(
				optimizeAllocation(known, { strategy: 'adaptive_ml', nowMs: FIRST + 34 * DAY_MS + HOUR_MS }).plan.dayAmount,
			);
		const without = stateOf(34, EVENT, () => null);
		expect(amountOf(state)).toBeLessThan(amountOf(without) - 100);
	});
});
