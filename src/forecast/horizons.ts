import { sum } from 'simple-statistics';

import { withFee } from '../budget/agencyFee';
import { spendBetween } from '../ledger/dayTotals';
import { fromMicros } from '../money/micros';
import { fromMinorUnits } from '../money/minorUnits';
import { sampleInterval } from '../statistics/quantiles';
import { addDays } from '../time/localClock';
import { datesOf } from '../time/period';
import type { DayContext } from './dayContext';
import type { HorizonForecasts } from './horizonForecast';
import { laterDays } from './laterDays';
import { periodProgress } from './periodProgress';

/**
 * Status of the longer targets: spend so far, and the projection to the end of the period if days continue as before. What is assumed of days before
 * the first report counts as spent: it is not zero.
 * Today's exhaustion does not affect later days.
 */
export function horizons(context: DayContext): HorizonForecasts {
	const { learning, unreported, target, date } = context;
	const { currency, agencyFee } = learning.definition;
	const forecasts: HorizonForecasts = {};
	for (const one of target.periods) {
		const { horizon, period, target: units, withFee: own, rollover, unknownStart } = one;
		const spent = fromMicros(spendBetween(learning.days, period.start, date));
		const goal = Number(fromMinorUnits(units, currency));
		const later = datesOf({ start: addDays(date, 1), end: period.end });
		const earlier = sum([...unreported.earlier].flatMap(([day, expected]) => (day >= period.start ? [expected] : [])));
		const assumed = Number(fromMinorUnits(unknownStart?.assumed ?? 0, currency));
		const known = spent.toNumber() + assumed;
		const ends = endOfPeriod(context, later, known + earlier);
		const projected = sampleInterval(ends);
		forecasts[horizon] = {
			target: fromMinorUnits(units, currency),
			...(agencyFee !== undefined &&
				own !== undefined && {
					withFee: {
						...own,
						spent: withFee(known, agencyFee, currency),
						projected: withFee(projected.mean, agencyFee, currency),
					},
				}),
			...(rollover !== undefined && { rolledOver: fromMinorUnits(rollover.added, currency) }),
			spent: spent.toFixed(),
			probability: ends.reduce((count, end) => count + (end >= goal ? 1 : 0), 0) / ends.length,
			projected,
			utilization: known / goal,
			...periodProgress(one, context),
		};
	}
	return forecasts;
}

/** (paths) spend of a whole period. */
function endOfPeriod(context: DayContext, later: readonly string[], spent: number): Float64Array {
	const { learning, ahead } = context;
	if (learning.spendModel === null || ahead === null) return Float64Array.of(spent);
	const ends = ahead.map((amount) => spent + amount);
	for (const day of laterDays(learning.spendModel, context, later, ends.length)) {
		ends.forEach((_, path) => (ends[path]! += day[path]!));
	}
	return ends;
}
