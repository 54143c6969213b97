import { METHOD } from './method';
import type { SpendHour } from './spendSeries';

/**
 * Hours whose spend was limited by demand, not by budget. A day that reached the spend of the largest day and then stopped is taken to have exhausted its
 * budget; its last hour with spend and the hours after it are left out.
 */
export function unconstrainedHours(series: readonly SpendHour[]): readonly SpendHour[] {
	const days = new Map<string, { spend: number; lastSpentMs: number }>();
	for (const { date, spend, startMs } of series) {
		const day = days.get(date) ?? { spend: 0, lastSpentMs: startMs };
		days.set(date, { spend: day.spend + spend, lastSpentMs: spend > 0 ? startMs : day.lastSpentMs });
	}
	const largest = Math.max(...[...days.values()].map(({ spend }) => spend));
	return series.filter(({ date, startMs, localHour }) => {
		const { spend, lastSpentMs } = days.get(date)!;
		const isLastSpent = startMs === lastSpentMs && localHour === 23;
		return spend < METHOD.exhaustedShare * largest || startMs < lastSpentMs || isLastSpent;
	});
}
