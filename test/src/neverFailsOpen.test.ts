import fc from 'fast-check';

import {
	budgetReport,
	checkExhaustion,
	createState,
	describeAlert,
	fanChart,
	ingest,
	learnedPattern,
	optimizeAllocation,
	pacingMultiplier,
	type PacingState,
	pacingStatus,
	type PerformanceWindow,
	preparePush,
	readState,
	reallocate,
	STRATEGIES,
	UserError,
	whatIf,
} from '../../src/index';
import { fromMinorUnits } from '../../src/money/minorUnits';
import * as exhaustionCheck from '../../src/pacing/checkExhaustion';
import { dayContext } from '../../src/pacing/dayContext';
import { pace } from '../../src/pacing/pacingMultiplier';
import { planDay } from '../../src/plan/planDay';
import { DAY_MS, hourly } from '../support/deliveries';
import { hostileHistory, type HostileHistory } from '../support/hostileHistories';
import { casesOf } from '../support/runs';
import { certainRate, certainSpend, learningOf } from './plan/certainLearning';

/** Where a value holds a number that is not finite, or the text of one; a pace against a plan of nothing is infinite, and is known to be. */
function notFinite(value: unknown, path = ''): string[] {
	if (typeof value === 'number') {
		return Number.isFinite(value) || (value === Infinity && path.endsWith('.paceRatio')) ? [] : [`${path} ${value}`];
	}
	if (typeof value === 'string') return /NaN|N\.aN|Infinity|undefined/.test(value) ? [`${path} ${value}`] : [];
	if (ArrayBuffer.isView(value)) return notFinite([...(value as Float64Array)], path);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([field, part]) => notFinite(part, `${path}.${field}`));
}

/** The answer of a public function: finite, and with a state that can be stored and read again. A `UserError` is an answer too. */
function answerOf<Answer>(call: () => Answer): Answer | null {
	try {
		const answer = call();
		expect(notFinite(answer)).toEqual([]);
		if (typeof answer === 'object' && answer !== null && 'state' in answer) {
			expect(readState(JSON.parse(JSON.stringify(answer.state)))).toEqual(answer.state);
		}
		return answer;
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}

function stateOf({ definition, reports }: HostileHistory): PacingState {
	return reports.reduce<PacingState>(
		(state, { windows, nowMs }) => answerOf(() => ingest(state, windows, nowMs))!.state,
		createState(definition),
	);
}

/** Answers that change nothing, by what they are called. */
const READERS: Record<string, (state: PacingState, nowMs: number) => unknown> = {
	budgetReport: (state, nowMs) => budgetReport(state, { nowMs }),
	describeAlert: (state, nowMs) =>
		describeAlert(state, { exhaustion: checkExhaustion(state, { nowMs }).exhaustion, nowMs }),
	fanChart: (state, nowMs) => fanChart(state, { nowMs }),
	learnedPattern: (state) => learnedPattern(state),
	pacingMultiplier: (state, nowMs) => pacingMultiplier(state, { nowMs }),
	pacingStatus: (state, nowMs) => pacingStatus(state, { nowMs }),
	whatIf: (state, nowMs) => whatIf(state, { nowMs }),
};

const TARGET = { platform: 'google_ads', accountId: '1', objects: [{ id: '1' }] } as const;

test('over hostile histories, every answer is finite and every state can be read again', () => {
	fc.assert(
		fc.property(
			hostileHistory,
			fc.constantFrom(...STRATEGIES),
			fc.constantFrom(...Object.keys(READERS)),
			(history, strategy, reader) => {
				const { nowMs } = history;
				let state = stateOf(history);
				state = answerOf(() => optimizeAllocation(state, { strategy, nowMs }))?.state ?? state;
				const checked = answerOf(() => checkExhaustion(state, { nowMs }));
				expect(checked).not.toBeNull();
				({ state } = checked!);
				state = answerOf(() => reallocate(state, { nowMs }))?.state ?? state;
				answerOf(() => READERS[reader]!(state, nowMs));
				answerOf(() => preparePush(state, { target: TARGET, nowMs, dryRun: false }));
			},
		),
		casesOf({ usual: 50, thorough: 20_000 }),
	);
}, 3_600_000);

const NOW = Date.UTC(2026, 10, 23, 6);

const stateWith = (
	describe: (position: number) => Omit<PerformanceWindow, 'startMs' | 'endMs'>,
	dailyAmount = '100.00',
) =>
	ingest(
		createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount }),
		hourly(NOW - 5 * DAY_MS, 5 * 24, describe),
		NOW,
	).state;

describe('a number that is not finite decides nothing', () => {
	test('hours without any click: a day of which 93 of 100 are gone at 6:00 is not on pace, and a plan can be read again', () => {
		const state = stateWith((position) => ({ spend: position < 114 ? '4.00' : '15.50', clicks: 0 }));
		const { exhaustion } = checkExhaustion(state, { nowMs: NOW });
		expect(['at-risk', 'stale-data']).toContain(exhaustion.status);
		const planned = answerOf(() => optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW }));
		expect(planned === null || planned.plan.hours.length === 24).toBe(true);
	});

	test('conversions of hours without a click leave the pattern of the hours as it is', () => {
		const state = stateWith((position) => ({
			spend: '4.00',
			clicks: position % 24 < 5 ? 0 : 20,
			conversions: position % 24 < 5 ? 7 : 1,
		}));
		const { hourOfDay } = learnedPattern(state, { measure: 'conversionsPerClick' });
		for (const { mean } of hourOfDay) expect(mean).toBeGreaterThan(0.5);
		for (const { mean } of hourOfDay) expect(mean).toBeLessThan(2);
	});

	const context = dayContext(
		stateWith(() => ({ spend: '4.00', clicks: 20 })),
		NOW,
	);
	const unusable = { ...context, notFinite: 'demand' };

	test('a forecast from it is stale data', () => {
		expect(exhaustionCheck.checkExhaustion(context, null).exhaustion.status).not.toBe('stale-data');
		expect(exhaustionCheck.checkExhaustion(unusable, null).exhaustion).toMatchObject({
			status: 'stale-data',
			reasons: [
				{
					code: 'stale-data',
					message: 'A number in the demand learned from the reports is not finite, so pacing cannot be judged',
				},
			],
		});
		expect(pace(unusable, 1)).toMatchObject({ reason: 'stale-data' });
		expect(pace(unusable, 1).multiplier).toBeLessThanOrEqual(1);
	});

	test.each`
		learning                                                                           | figure          | because
		${{ notFinite: () => 'demand' }}                                                   | ${'demand'}     | ${'the spend model'}
		${{ spendModel: certainSpend(() => Infinity) }}                                    | ${'demand'}     | ${'what follows from a model'}
		${{ spendModel: null, rate: () => certainRate(1, { hourOfDay: () => Infinity }) }} | ${'efficiency'} | ${'the weights'}
	`('a plan from $because that is not finite is an error', ({ learning, figure }) => {
		const planned = () =>
			planDay(
				{ learning: { ...learningOf(null), ...learning }, strategy: 'adaptive_ml', nowMs: NOW, date: '2026-11-23' },
				{ amount: 24_000, from: 'day', periods: [], isFinite: true },
				null,
			);
		expect(planned).toThrow(UserError);
		expect(planned).toThrow(new RegExp(figure));
	});

	test('an amount that is not finite has no text', () => {
		expect(() => fromMinorUnits(NaN, 'EUR')).toThrow(RangeError);
		expect(() => fromMinorUnits(Infinity, 'JPY')).toThrow(RangeError);
		expect(fromMinorUnits(1e22, 'EUR')).toBe('100000000000000000000.00');
	});
});
