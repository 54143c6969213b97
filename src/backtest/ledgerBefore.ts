import { campaignHours, type Ledger, withHours } from '../ledger/ledger';

/**
 * The ledger at an earlier instant: the windows that had ended, with their current figures.
 *
 * Folded windows are older than any replayed instant, so they are kept. Reporting delay is left out, because it was learned later.
 */
export const ledgerBefore = ({ campaigns, folded }: Ledger, untilMs: number): Ledger => ({
	campaigns: campaigns.map((campaign) =>
		withHours(
			campaign,
			campaignHours(campaign).filter(({ endMs }) => endMs <= untilMs),
		),
	),
	...(folded !== undefined && { folded }),
	dataUntilMs: untilMs,
});
