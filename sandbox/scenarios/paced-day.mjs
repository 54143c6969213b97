/** A Monday late in the month: the first push is lost, and at 10:00 a bid is raised by mistake. */
export default {
	name: 'paced-day',
	sentence: 'A Monday late in the month: the first push is lost, and at 10:00 a bid is raised by mistake.',
	start: '2026-11-23T00:00:00+01:00',
	target: 30_000,
	campaigns: [
		{
			name: 'Brand Germany',
			bidding: 'manual',
			budget: 1000,
			demand: 2100,
			conversionsPerDay: 42,
			valuePerConversion: 48,
			clickPrice: 0.6,
		},
	],
	faults: [
		{ kind: 'unavailable', of: 'pushes' },
		{ kind: 'runaway', afterHours: 10, hours: 14, factor: 2 },
	],
};
