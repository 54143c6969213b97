import type { RatePattern } from '../../../src/results/ratePattern';
import type { Measure } from '../../../src/results/measure';
import type { DayTarget } from '../../../src/plan/dayTarget';
import { planContext } from '../../../src/plan/planContext';
import { planWarnings } from '../../../src/plan/planWarnings';
import { certainRate, certainSpend, learningOf } from './certainLearning';

const planned = { amounts: [], highs: [], unspendable: 0, notes: [] };
const known: Partial<Record<Measure, RatePattern>> = { conversionsPerSpend: certainRate(0.1) };

interface Row {
	days: number | null;
	rates?: typeof known;
	from?: DayTarget['from'];
	spent?: number;
	unspendable?: number;
	objective?: 'clicks' | 'balanced' | 'conversions' | 'reach';
}

const warningsOf = ({
	days,
	rates = known,
	from = 'day',
	spent = 0,
	unspendable = 0,
	objective = 'conversions',
}: Row) =>
	planWarnings({
		target: { amount: 1000, from, periods: [], ahead: [], unplaced: { ofPeriod: 0, ofDay: 0 }, isFinite: true },
		context: planContext(learningOf(days === null ? null : { ...certainSpend(() => 1), days }, rates, { objective }), {
			strategy: 'adaptive_ml',
			nowMs: 0,
		}),
		spent,
		expected: spent,
		planned: { ...planned, unspendable },
	});

test.each`
	row                                             | warnings                                                                                                                           | because
	${{ days: 14 }}                                 | ${[]}                                                                                                                              | ${'two of every weekday are enough'}
	${{ days: 13 }}                                 | ${[{ code: 'short-history', message: 'Learned from 13 days: patterns are uncertain with fewer than 14' }]}                         | ${'one weekday was observed once'}
	${{ days: null }}                               | ${[{ code: 'no-history', message: 'No delivery has been reported yet: all hours have equal weights until reports are ingested' }]} | ${'nothing was ever spent'}
	${{ days: null, rates: {} }}                    | ${[{ code: 'no-history', message: 'No delivery has been reported yet: all hours have equal weights until reports are ingested' }]} | ${'without spend, missing results are no warning'}
	${{ days: 28, rates: {} }}                      | ${[{ code: 'no-evidence', message: 'No results are reported for the objective Conversions: hours differ by traffic alone' }]}      | ${'spend without results'}
	${{ days: 28, objective: 'balanced' }}          | ${[{ code: 'no-evidence', message: 'No results are reported for the objective Balanced: hours differ by traffic alone' }]}         | ${'one of the two rates is missing'}
	${{ days: 28, objective: 'clicks', rates: {} }} | ${[]}                                                                                                                              | ${'clicks need no results'}
	${{ days: 28, objective: 'reach' }}             | ${[{ code: 'no-evidence', message: 'No results are reported for the objective Reach: hours differ by traffic alone' }]}            | ${'conversions are no impressions'}
	${{ days: 28, from: 'outside-flight' }}         | ${[{ code: 'outside-flight', message: 'The day is outside the flight: nothing is planned' }]}                                      | ${'a day outside the flight'}
	${{ days: 28, spent: 1000 }}                    | ${[]}                                                                                                                              | ${'exactly the amount is spent'}
	${{ days: 28, spent: 1001 }}                    | ${[{ code: 'overspent', message: "€10.01 spent, €0.01 more than the day's amount" }]}                                              | ${'a cent too much'}
	${{ days: 28, unspendable: 1 }}                 | ${[{ code: 'unspendable', message: "The limits leave no room for €0.01 of the day's amount" }]}                                    | ${'a cent stays unallocated'}
	${{ days: 1, spent: 1001, unspendable: 1 }}     | ${[{ code: 'short-history' }, { code: 'overspent' }, { code: 'unspendable' }]}                                                     | ${'every warning that applies is given'}
`('$row warns of $warnings: $because', ({ row, warnings }) => {
	const given = warningsOf(row);
	expect(given).toHaveLength(warnings.length);
	expect(given).toMatchObject(warnings);
});
