// The smallest account and faults that a platform of the sandbox can speak for: it notes every change, and nothing happens in it.

const HOUR_MS = 3_600_000;

/** Noon of a day in UTC. */
export const NOW_MS = Date.parse('2026-11-27T12:00:00Z');

const window = (id, weekday, startHour, endHour, modifier = 1) => ({
	id,
	weekday,
	startHour,
	startMinute: 0,
	endHour,
	endMinute: 0,
	modifier,
});

/** An account with a manual and a smart campaign, of which the first has an ad schedule on Friday. */
export function stubAccount({ platform, currency = 'EUR', amountMicros = 100_000_000, nowMs = NOW_MS } = {}) {
	const edits = [];
	const budgets = [
		{ id: '221', name: 'Brand', amountMicros, kind: 'daily', shared: false },
		{ id: '222', name: 'Prospecting', amountMicros, kind: 'daily', shared: true },
		{ id: '223', name: 'Launch', amountMicros, kind: 'total', shared: false },
	];
	const campaigns = [
		{
			id: '111',
			name: 'Brand',
			status: 'enabled',
			budgetId: '221',
			bidding: 'manual',
			schedule: [window('300001', 4, 0, 9), window('300002', 4, 9, 24, 1.2)],
		},
		{
			id: '112',
			name: 'Prospecting',
			status: 'enabled',
			budgetId: '222',
			bidding: 'smart',
			targetCpaMicros: 10_000_000,
			schedule: [],
		},
		{ id: '113', name: 'Launch', status: 'paused', budgetId: '223', bidding: 'smart', targetRoas: 3, schedule: [] },
	];
	const edit = (author, field, object, to) => edits.push({ atMs: nowMs, author, field, object, to });
	return {
		platform,
		id: '1234567890',
		currency,
		timeZone: 'UTC',
		nowMs,
		campaigns,
		budgets,
		edits,
		setBudget: (id, to, author) => {
			budgets.find((budget) => budget.id === id).amountMicros = to;
			edit(author, 'budget', `budget/${id}`, to);
		},
		setStatus: (id, to, author) => {
			campaigns.find((campaign) => campaign.id === id).status = to;
			edit(author, 'status', `campaign/${id}`, to);
		},
		setSchedule: (id, to, author) => {
			campaigns.find((campaign) => campaign.id === id).schedule = to;
			edit(author, 'schedule', `campaign/${id}`, to);
		},
		setTarget: (id, to, author) => {
			Object.assign(
				campaigns.find((campaign) => campaign.id === id),
				to,
			);
			edit(author, 'target', `campaign/${id}`, to);
		},
		addBudgetSchedule: (id, to, author) => edit(author, 'budget-schedule', `budget/${id}`, to),
		reported: ({ fromMs, untilMs }) =>
			campaigns
				.flatMap(({ id }, position) =>
					[0, 1, 2, 3].map((hour) => {
						const startMs = Date.parse('2026-11-27T00:00:00Z') + hour * HOUR_MS;
						return {
							campaignId: id,
							startMs,
							endMs: startMs + HOUR_MS,
							costMicros: 1_000_000 * (hour + 1 + position),
							impressions: 100,
							clicks: 10,
							conversions: 1,
							value: 50,
						};
					}),
				)
				.filter(({ startMs }) => startMs >= fromMs && startMs < untilMs),
	};
}

/** No faults, but for those given. */
export const stubFaults = (given = {}) => ({
	beforeRequest: () => null,
	afterMutation: () => null,
	refusedOperation: () => null,
	onReport: (rows) => rows,
	pageSize: () => null,
	noAnswer: () => new Response(null, { status: 599 }),
	...given,
});

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function seeded(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
