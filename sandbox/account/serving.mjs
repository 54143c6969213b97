/** Spend grows with a bid modifier to this power, clicks in proportion to it: the price of a click takes the rest. Assumed. */
const SPEND_PER_MODIFIER = 1.5;
/** Demand grows with a looser target (twice the CPA, half the ROAS) to this power. Assumed. */
const DEMAND_PER_TARGET = 1.2;
/** Smart bids spend in proportion to the predicted value of an hour to this power. Assumed. */
const VALUE_EXPONENT = 2;

/**
 * What the platform expects of a campaign in each hour of the week, given its schedule, bidding and target.
 *
 * @returns (168) each: `cost`, factor on the market's demand; `worth`, factor on the market's results; `price`, factor on the click price;
 *   `pull`, how strongly the hour draws on the budget; `weight`, expected demand x pull, micros. `days` (7) is the expected demand of
 *   the weekdays, at smart bids times its value, and `weekDemand` its sum; `openDays` counts weekdays with an open hour, `exponent` is that of results in spend
 */
export function servingPlan(campaign, market, { initialTarget, rules: { resultExponent } }) {
	const smart = campaign.bidding === 'smart';
	const loosening = smart ? targetLoosening(campaign, initialTarget) ** DEMAND_PER_TARGET : 1;
	const cost = new Float64Array(168);
	const worth = new Float64Array(168);
	const pull = new Float64Array(168);
	const price = new Float64Array(168);
	const weight = new Float64Array(168);
	const days = new Float64Array(7);
	for (let cell = 0; cell < 168; cell++) {
		const { openShare, modifier } = openHour(campaign.schedule, Math.floor(cell / 24), cell % 24);
		const bid = smart ? 1 : modifier;
		cost[cell] = openShare * loosening * bid ** SPEND_PER_MODIFIER;
		worth[cell] = openShare * loosening ** resultExponent.smart * bid;
		price[cell] = bid ** (SPEND_PER_MODIFIER - 1);
		pull[cell] = smart ? market.value[cell] ** VALUE_EXPONENT : 1;
		weight[cell] = market.usual[cell] * cost[cell] * pull[cell];
		days[Math.floor(cell / 24)] += market.usual[cell] * cost[cell] * (smart ? market.value[cell] : 1);
	}
	const weekDemand = days.reduce((sum, each) => sum + each, 0);
	const openDays = days.filter((sum) => sum > 0).length;
	return { exponent: resultExponent[campaign.bidding], cost, worth, price, pull, weight, days, weekDemand, openDays };
}

function targetLoosening({ targetCpaMicros, targetRoas }, initial) {
	if (targetCpaMicros && initial.targetCpaMicros) return targetCpaMicros / initial.targetCpaMicros;
	if (targetRoas && initial.targetRoas) return initial.targetRoas / targetRoas;
	return 1;
}

/** The share of an hour inside the schedule's windows, and the mean modifier there. No windows: always open. */
function openHour(windows, weekday, hour) {
	if (windows.length === 0) return { openShare: 1, modifier: 1 };
	let minutes = 0;
	let modified = 0;
	for (const window of windows) {
		if (window.weekday !== weekday) continue;
		const from = Math.max(60 * hour, 60 * window.startHour + window.startMinute);
		const until = Math.min(60 * hour + 60, 60 * window.endHour + window.endMinute);
		if (until <= from) continue;
		minutes += until - from;
		modified += (until - from) * (window.modifier ?? 1);
	}
	return minutes === 0 ? { openShare: 0, modifier: 1 } : { openShare: minutes / 60, modifier: modified / minutes };
}
