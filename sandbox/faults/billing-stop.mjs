import { HOUR_MS } from '../account/calendar.mjs';

/** A payment fails, and nothing is delivered for 24 or `hours` hours. */
export default {
	act(account, { hours = 24 }) {
		account.stopBilling(account.nowMs + hours * HOUR_MS);
	},
};
