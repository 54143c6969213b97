import { sum } from 'simple-statistics';

import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { Measure } from '../results/measure';
import { multiplierAt } from '../results/ratePattern';
import type { DayContext } from './dayContext';
import type { PathOutcome } from './exhaustionPaths';

/** Expected results of the out-of-budget hours; null if they were never reported. Revenue in major units. */
export interface ValueAtRisk {
	readonly conversions: number | null;
	readonly revenue: string | null;
}

/** Expected results of the spend that the budget cannot serve. */
export function valueAtRisk(
	{ paths, learning: { definition, rate } }: DayContext,
	outcome: PathOutcome | null,
): ValueAtRisk {
	const { currency, timeZone } = definition;
	const lost = (measure: Measure): number | null => {
		const pattern = rate(measure);
		if (pattern.rate === null || paths === null || outcome === null) return null;
		const { mean } = pattern.rate;
		const results = sum(
			paths.hours.map(
				({ startMs }, hour) => outcome.unservedSpend[hour]! * mean * multiplierAt(pattern, startMs, timeZone).mean,
			),
		);
		return Number.isFinite(results) ? results : null;
	};
	const revenue = lost('revenuePerSpend');
	return {
		conversions: lost('conversionsPerSpend'),
		revenue: revenue === null ? null : fromMinorUnits(toMinorUnits(revenue, currency, 'nearest'), currency),
	};
}
