import { HOUR_MS } from '../account/calendar.mjs';

/** Clicks cost 4 or `factor` times as much for 36 or `hours` hours, and the platform pays: no result more for it. */
export default {
	act(account, { hours = 36, factor = 4, campaignId }) {
		account.runAway({ factor, untilMs: account.nowMs + hours * HOUR_MS, campaignId });
	},
};
