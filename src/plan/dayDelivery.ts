import { addReported, NO_RESULTS, type Results } from '../ledger/dayTotals';
import { coveredUntilMs } from '../ledger/deliveredHour';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { rememberLast } from '../rememberLast';
import type { LocalHour } from '../time/localDay';

/** Delivery of one local day by hour: spend in micros, null where nothing is known. */
export interface DayDelivery extends Readonly<Results> {
	/** (hours) */
	readonly spend: readonly (number | null)[];
	/** (hours) spend of each campaign that delivered anything in the day. */
	readonly campaigns: ReadonlyMap<string, readonly number[]>;
}

/**
 * Delivery of a local day by hour. A window that covers two hours, where clocks go back, is divided by time, to the micro.
 *
 * @param day (hours) of the local day
 */
export const dayDelivery = rememberLast((ledger: Ledger, day: readonly LocalHour[]): DayDelivery => {
	const spend: (number | null)[] = day.map(() => null);
	const campaigns = new Map<string, number[]>();
	const results = { ...NO_RESULTS };
	const firstMs = day[0]?.startMs ?? Infinity;
	const lastMs = day.at(-1)?.endMs ?? -Infinity;
	for (const window of deliveredHours(ledger)) {
		if (window.endMs <= firstMs || window.startMs >= lastMs) continue;
		addReported(results, window);
		const untilMs = coveredUntilMs(window);
		const own = campaigns.get(window.campaignId) ?? day.map(() => 0);
		campaigns.set(window.campaignId, own);
		let left = window.spend;
		let leftMs = untilMs - window.startMs;
		for (const [position, hour] of day.entries()) {
			const overlap = Math.min(untilMs, hour.endMs) - Math.max(window.startMs, hour.startMs);
			if (overlap <= 0) continue;
			const share = Math.round((left * overlap) / leftMs);
			spend[position] = (spend[position] ?? 0) + share;
			own[position]! += share;
			left -= share;
			leftMs -= overlap;
		}
	}
	return { spend, campaigns, ...results };
});
