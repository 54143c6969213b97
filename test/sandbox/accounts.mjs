import { createAccount } from '../../sandbox/account/account.mjs';
import { LIMITED_ACCOUNT, LIMITED_CAMPAIGN } from '../../sandbox/scenarios/accounts.mjs';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** An account of one campaign that differs from the limited one of the scenarios in some fields. */
export const accountOf = (campaign = {}, { seed = 1, platform = 'google_ads', assumptions, ...scenario } = {}) =>
	createAccount(
		{ ...LIMITED_ACCOUNT, campaigns: [{ ...LIMITED_CAMPAIGN, ...campaign }], ...scenario },
		{ seed, platform, assumptions },
	);

/** The days since the account began, of its first campaign. */
export const daysOf = (account) =>
	account
		.truth()
		.days.filter(({ startMs }) => startMs >= account.startMs)
		.map(({ date, startMs, campaigns }) => ({ date, startMs, ...campaigns[0] }));

export const sum = (list) => list.reduce((total, each) => total + each, 0);
export const spendOf = (days) => sum(days.map(({ spendMicros }) => spendMicros));
export const conversionsOf = (days) => sum(days.map(({ conversions }) => conversions));
