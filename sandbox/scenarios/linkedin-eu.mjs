/** A LinkedIn account in Europe, with the IDs of the example workflow for its two campaigns. */
const campaign = (id, name, budget) => ({
	id,
	name,
	budget,
	demand: 2 * budget,
	conversionsPerDay: budget / 60,
	clickPrice: 6,
	clickThroughRate: 0.006,
});

export default {
	name: 'linkedin-eu',
	sentence: 'A LinkedIn account in dollars with two campaigns, for the workflow linkedin-hourly.json as it is.',
	start: '2026-10-01T00:00:00Z',
	target: 10_000,
	platform: 'linkedin_ads',
	accountId: '506333826',
	currency: 'USD',
	timeZone: 'UTC',
	campaigns: [campaign('145282384', 'Decision makers', 200), campaign('145282385', 'Retargeting', 120)],
};
