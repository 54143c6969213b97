import { METHOD } from './method';
import type { SpendHour } from './spendSeries';

/**
 * Hours in which demand decided what was spent. A day that spent as much as any other and then nothing more had used up its budget: its last
 * hour with spend and those after it say little about their demand.
 */
export function unconstrainedHours(series: readonly SpendHour[]): readonly SpendHour[] {
	const days = new Map<string, { spend: number; lastSpentMs: number }>();
	for (const { date, spend, startMs } of series) {
		const day = days.get(date) ?? { spend: 0, lastSpentMs: startMs };
		days.set(date, { spend: day.spend + spend, lastSpentMs: spend > 0 ? startMs : day.lastSpentMs });
	}
	const most = Math.max(...[...days.values()].map(({ spend }) => spend));
	return series.filter(({ date, startMs, localHour }) => {
		const { spend, lastSpentMs } = days.get(date)!;
		const isLastSpent = startMs === lastSpentMs && localHour === 23;
		return spend < METHOD.exhaustedShare * most || startMs < lastSpentMs || isLastSpent;
	});
}
