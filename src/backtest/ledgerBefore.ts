import { campaignHours, type Ledger } from '../ledger/ledger';
import { storeHours } from '../ledger/storedHours';

/**
 * What was known of deliveries at an earlier instant: the windows that had ended, with the figures they have today.
 *
 * Statistics of windows too old to be restated are older than that; how reports arrive is left out, for it was learned later.
 */
export const ledgerBefore = ({ campaigns, folded }: Ledger, untilMs: number): Ledger => ({
	campaigns: campaigns.map((campaign) => ({
		...campaign,
		hours: storeHours(campaignHours(campaign).filter(({ endMs }) => endMs <= untilMs)),
	})),
	...(folded !== undefined && { folded }),
	dataUntilMs: untilMs,
});
