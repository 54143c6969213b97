import type { Ledger, StoredHour } from '../delivery/ledger';

const MINUTE_MS = 60_000;

const endMsOf = ([start, minutes]: StoredHour): number => (start! + minutes!) * MINUTE_MS;

/**
 * What was known of deliveries at an earlier instant: the windows that had ended, with the figures they have today.
 *
 * Statistics of windows too old to be restated are older than that; how reports arrive is left out, for it was learned later.
 */
export const ledgerBefore = ({ campaigns, folded }: Ledger, untilMs: number): Ledger => ({
	campaigns: campaigns.map(({ hours, ...campaign }) => ({
		...campaign,
		hours: hours.filter((hour) => endMsOf(hour) <= untilMs),
	})),
	...(folded !== undefined && { folded }),
	dataUntilMs: untilMs,
});
