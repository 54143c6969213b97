const DAY_MS = 86_400_000;

/** From this share of the day budget on, an hour without spend says that the budget is used up and nothing of demand. */
const USED_UP = 0.98;

/** Spend of an hour of which nothing is known, in day budgets at the base bid: the budget buys half of the day. */
const UNSEEN = 1 / 12;

/**
 * Spend that each hour of the week attracts at the base bid: exponentially weighted averages, shrunk towards the hour of the day.
 *
 * An hour at multiplier m, of which a fraction f was served, is expected to spend demand x f x m^elasticity. Demand is a ratio of sums, so
 * that hours without spend are evidence.
 *
 * @param gains `elasticity` of spend to the bid; `halfLifeDays` of the averages; `priorClicks`, clicks of an hour of the week that the hour of
 *   the day counts as much as
 * @returns `learn(window)`, and `expected(weekday, hour)`
 */
export function demandForecast({ elasticity, halfLifeDays, priorClicks }, { dayBudget, history }) {
	const none = () => ({ spend: 0, exposure: 0, seenMs: 0 });
	const hours = Array.from({ length: 24 }, none);
	const cells = Array.from({ length: 168 }, none);
	const total = { spend: 0, clicks: 0 };
	let spentToday = 0;

	const learn = ({ weekday, hour, startMs, spend, clicks, multiplier, servedFraction }) => {
		if (hour === 0) spentToday = 0;
		const isUsedUp = spentToday >= USED_UP * dayBudget;
		spentToday += spend;
		if (isUsedUp) return;
		total.spend += spend;
		total.clicks += clicks;
		for (const seen of [hours[hour], cells[24 * weekday + hour]]) {
			const kept = 0.5 ** ((startMs - seen.seenMs) / DAY_MS / halfLifeDays);
			seen.spend = kept * seen.spend + spend;
			seen.exposure = kept * seen.exposure + servedFraction * multiplier ** elasticity;
			seen.seenMs = startMs;
		}
	};
	const expected = (weekday, hour) => {
		const ofHour = hours[hour];
		if (ofHour.spend === 0) return UNSEEN * dayBudget;
		const usual = ofHour.spend / ofHour.exposure;
		const cell = cells[24 * weekday + hour];
		const prior = (priorClicks * total.spend) / total.clicks;
		return (cell.spend + prior) / (cell.exposure + prior / usual);
	};
	history.forEach(learn);
	return { learn, expected };
}
