const DAY_MS = 86_400_000;

/** The peer re-learns with every so many windows. */
const RELEARN_EVERY = 50;

/** Its four tables of patterns: by what they group, and how many windows a group needs. */
const PEER_TABLES = [
	{ of: (date) => date.getUTCHours(), least: 10 },
	{ of: (date) => (date.getUTCDay() + 6) % 7, least: 10 },
	{ of: (date) => Math.floor((date.getUTCDate() - 1) / 7), least: 5 },
	{ of: (date) => date.getUTCMonth(), least: 10 },
];

/**
 * GAELP's ingest, `add_performance_data` and what it calls: every window is appended, sums over all days are taken anew with each, and
 * all patterns are learned from all windows with every fiftieth.
 *
 * @see github.com/harikravich/AELP, budget_optimizer.py
 */
export function gaelpIngest() {
	const all = [];
	const spendOfDay = new Map();
	const spendSince = (nowMs, days) => {
		let spent = 0;
		for (const [day, spend] of spendOfDay) if (nowMs - day * DAY_MS < days * DAY_MS) spent += spend;
		return spent;
	};
	return {
		add(window) {
			const spend = Number(window.spend);
			all.push({ ...window, spend, date: new Date(window.startMs) });
			const day = Math.floor(window.startMs / DAY_MS);
			spendOfDay.set(day, (spendOfDay.get(day) ?? 0) + spend);
			this.spent = { week: spendSince(window.startMs, 7), month: spendSince(window.startMs, 30) };
			if (all.length % RELEARN_EVERY === 0) this.patterns = PEER_TABLES.map((table) => peerPatterns(all, table));
		},
	};
}

/** A table of the peer: plain means over every window of a group that had conversions. */
function peerPatterns(windows, { of, least }) {
	const groups = new Map();
	for (const { date, conversions, clicks, spend } of windows) {
		if (!(conversions > 0 && spend > 0)) continue;
		const group = of(date);
		const point = { rate: conversions / clicks, cost: spend / conversions };
		if (groups.has(group)) groups.get(group).push(point);
		else groups.set(group, [point]);
	}
	const mean = (points, name) => points.reduce((sum, point) => sum + point[name], 0) / points.length;
	return [...groups]
		.filter(([, points]) => points.length >= least)
		.map(([group, points]) => ({ group, rate: mean(points, 'rate'), cost: mean(points, 'cost') }));
}
