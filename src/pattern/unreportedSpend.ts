import { hourOfWeek } from '../time/localClock';
import { trackDay } from './dayState';
import { noiseVariance, type SpendModel } from './spendModel';
import type { SpendHour } from './spendSeries';

/**
 * What today's hours whose figures are still coming in are expected to have spent beyond what they report, by what the hours before them
 * say of the day: a late hour that spends more than it usually does says nothing of its neighbours.
 *
 * @param today (hours) of one local day in order of time
 * @returns major units
 */
export function unreportedSpend(model: SpendModel, today: readonly SpendHour[], timeZone: string): number {
	const late = today.filter(({ preliminary }) => preliminary);
	if (late.length === 0) return 0;
	const { day, dayVariance } = trackDay(
		model,
		today.filter(({ preliminary }) => !preliminary),
	);
	return late.reduce((sum, { startMs, localHour, hours, spend, clicks }) => {
		const cell = hourOfWeek(startMs, timeZone);
		const variance = dayVariance + model.driftVariance + noiseVariance(model, localHour, clicks);
		const expected = Math.max(0, Math.exp(model.logSpend[cell]! + day + variance / 2) - model.floor) * hours;
		return sum + Math.max(0, expected - spend);
	}, 0);
}
