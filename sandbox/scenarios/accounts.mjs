/** Accounts that several scenarios play in. */

/** One campaign that could spend twice its budget. */
export const LIMITED_CAMPAIGN = {
	name: 'Generic',
	bidding: 'manual',
	budget: 645,
	demand: 1300,
	conversionsPerDay: 24,
	valuePerConversion: 60,
	clickPrice: 0.7,
};

export const LIMITED_ACCOUNT = {
	start: '2026-10-01T00:00:00+02:00',
	target: 20_000,
	campaigns: [LIMITED_CAMPAIGN],
};

/** A campaign of a few conversions a day at an amount a day. */
export const smallAccount = (conversionsPerDay, perDay) => ({
	...LIMITED_ACCOUNT,
	target: 31 * perDay,
	campaigns: [{ ...LIMITED_CAMPAIGN, budget: perDay, demand: 2 * perDay, conversionsPerDay, clickPrice: 0.6 }],
});
