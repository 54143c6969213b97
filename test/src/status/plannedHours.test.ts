import fc from 'fast-check';

import { dayContext } from '../../../src/forecast/dayContext';
import { plannedHours } from '../../../src/status/plannedHours';
import { HOUR_MS } from '../../support/deliveries';
import { NOON, overviewState } from '../../support/overviewStates';

const STATE = overviewState({ budgetId: 'a' });

test('the hours add up to the amount of the day, and up to any full hour to what the pace ratio compares with', () => {
	fc.assert(
		fc.property(fc.integer({ min: -11, max: 11 }), (hours) => {
			const context = dayContext(STATE, NOON + hours * HOUR_MS);
			const planned = plannedHours(context);
			const upTo = (count: number) => planned.slice(0, count).reduce((sum, amount) => sum + amount, 0);
			expect(upTo(24)).toBeCloseTo(context.dayAmount, 6);
			expect(upTo(12 + hours)).toBeCloseTo(context.plannedByNow, 6);
		}),
		{ numRuns: 10 },
	);
});

test('without any weight nothing is planned', () => {
	expect(plannedHours({ dayAmount: 100, weights: [0, 0] })).toEqual([0, 0]);
});
