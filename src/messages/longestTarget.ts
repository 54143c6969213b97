import { type Horizon, LONGEST_FIRST } from '../budget/horizon';
import type { HorizonForecast } from '../forecast/horizonForecast';
import type { ExhaustionForecast } from '../status/exhaustionForecast';

/** The longest target of a budget, and its name; null if it only has a daily amount. */
export function longestTarget({
	exhaustion: { horizons },
}: {
	readonly exhaustion: Pick<ExhaustionForecast, 'horizons'>;
}): {
	readonly name: Horizon;
	readonly horizon: HorizonForecast;
} | null {
	for (const name of LONGEST_FIRST) {
		const horizon = horizons[name];
		if (horizon !== undefined) return { name, horizon };
	}
	return null;
}
