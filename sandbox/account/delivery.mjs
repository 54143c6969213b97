import { HOUR_MS } from './calendar.mjs';
import { limitLeft } from './limits.mjs';

/** A day moves at most so far to make up for others. Assumed. */
const CATCH_UP_BOUNDS = [0.8, 1.25];
/** Below this share of its demand a campaign counts as out of budget. */
const OUT_OF_BUDGET_SHARE = 0.02;
/** Results per unit of spend stop growing below this share of demand. */
const LEAST_SHARE = 0.02;

/**
 * Spends a budget on its campaigns for a stretch of time within one hour of a day.
 *
 * The day's aim less what is spent is spread over the rest of the day by the weights that the platform expects; each campaign then buys that
 * share of its actual demand. So demand that nobody expected shows in the spend of the hour and is corrected in the next.
 *
 * @param parts the campaigns of the budget, as the account keeps them; none is served unless `canServe`
 * @param record called with each campaign's part and `{ costMicros, clicks, conversions, demandMicros, outOfBudget }`
 */
export function deliverStretch({ budget, ledger, rules, parts, canServe }, fromMs, untilMs, record) {
	const { day } = ledger;
	const elapsed = Math.floor((fromMs - day.startMs) / HOUR_MS);
	const cell = 24 * day.weekday + day.hours[elapsed];
	const part = (untilMs - fromMs) / HOUR_MS;
	const serving = canServe ? parts.filter(isServing) : [];
	const raised = scheduledFactor(budget, fromMs);
	const limit = limitLeft(ledger, budget, rules);
	const left = Math.min(limit, Math.max(0, dayAim(budget, ledger, rules, serving, fromMs) - ledger.today));
	const weightLeft = serving.reduce((sum, each) => sum + restOfDay(each, budget, day, elapsed, fromMs), 0);
	const perWeight = weightLeft > 0 ? left / weightLeft : 0;
	let limitNow = limit;
	for (const each of parts) {
		const { plan, market } = each;
		const runaway = each.runawayAt(fromMs);
		const demandMicros = market.demandOf(day)[elapsed] * plan.cost[cell] * runaway * part;
		const serves = serving.includes(each);
		const share = rules.pacedWithinDay
			? Math.min(1, perWeight * plan.pull[cell] * raised)
			: Math.min(1, left / Math.max(1, demandMicros));
		const price = clickPrice(each, plan, day.hours[elapsed], cell, runaway);
		const wanted = serves ? each.clicksIn(fromMs).poisson((share * demandMicros) / price) : 0;
		const clicks = Math.min(wanted, Math.floor(limitNow / price));
		const costMicros = clicks * price;
		limitNow -= costMicros;
		ledger.today += costMicros;
		ledger.total += costMicros;
		const efficiency = Math.max(LEAST_SHARE, share) ** (plan.exponent - 1);
		const results =
			plan.cost[cell] === 0
				? 0
				: (costMicros * market.value[cell] * efficiency * plan.worth[cell] * each.learningFactor(fromMs)) /
					(plan.cost[cell] * runaway);
		const outOfBudget = serves && demandMicros > 0 && (share < OUT_OF_BUDGET_SHARE || clicks < wanted);
		record(each, { costMicros, clicks, conversions: results * each.conversionsPerMicro, demandMicros, outOfBudget });
	}
}

const isServing = ({ campaign }) => campaign.status === 'enabled' && !campaign.disapproved;

/** What the platform aims at spending today, micros. */
function dayAim(budget, ledger, rules, serving, nowMs) {
	const { day } = ledger;
	if (budget.amountMicros === 0) return 0;
	if (budget.kind === 'total')
		return (budget.amountMicros - ledger.total + ledger.today) / daysUntil(budget.endsMs, day);
	const demand = demandFactor(serving, rules, day, nowMs);
	const owed = ledger.owed / (budget.amountMicros * (day.daysInMonth - day.dayOfMonth + 1));
	const catchUp = Math.min(CATCH_UP_BOUNDS[1], Math.max(CATCH_UP_BOUNDS[0], 1 + rules.catchUpShare * owed));
	return (
		budget.amountMicros *
		demand *
		Math.exp(rules.aimNoiseSd * ledger.noise - rules.aimNoiseSd ** 2 / 2) *
		catchUp *
		openDayFactor(serving, rules) *
		scheduleUplift(budget, serving, day)
	);
}

const daysUntil = (endsMs, day) => Math.max(1, Math.ceil((endsMs - day.startMs) / (24 * HOUR_MS)));

/** (Predicted demand of the day / usual demand of an open day)^exponent. */
function demandFactor(serving, rules, day, nowMs) {
	let predicted = 0;
	let usual = 0;
	for (const { plan, runawayAt } of serving) {
		predicted += plan.days[day.weekday] * runawayAt(nowMs);
		usual += plan.weekDemand / Math.max(1, plan.openDays);
	}
	return usual > 0 ? (predicted / usual) ** rules.demandExponent : 1;
}

/** A campaign with an ad schedule spends the budgets of its closed days on the open ones, where the platform does that. */
export function openDayFactor(serving, rules) {
	if (!rules.fillsSchedule) return 1;
	const openDays = Math.max(1, ...serving.map(({ plan }) => plan.openDays));
	return 7 / openDays;
}

const scheduledFactor = ({ schedules }, ms) =>
	schedules.reduce(
		(factor, { startMs, endMs, factor: own }) => (ms >= startMs && ms < endMs ? factor * own : factor),
		1,
	);

/** A budget schedule adds what its hours would have been given without it, times (factor - 1). */
function scheduleUplift(budget, serving, day) {
	if (budget.schedules.length === 0) return 1;
	let plain = 0;
	let raised = 0;
	for (const { plan } of serving) {
		day.hours.forEach((hour, elapsed) => {
			const weight = plan.weight[24 * day.weekday + hour];
			plain += weight;
			raised += weight * scheduledFactor(budget, day.startMs + elapsed * HOUR_MS);
		});
	}
	return plain > 0 ? raised / plain : 1;
}

/** The weight of the rest of the day. */
function restOfDay({ plan }, budget, day, elapsed, fromMs) {
	let sum = 0;
	for (let hour = elapsed; hour < day.hours.length; hour++) {
		const weight = plan.weight[24 * day.weekday + day.hours[hour]];
		const raised = budget.schedules.length === 0 ? 1 : scheduledFactor(budget, day.startMs + hour * HOUR_MS);
		const share = hour === elapsed ? 1 - (fromMs - day.startMs - hour * HOUR_MS) / HOUR_MS : 1;
		sum += weight * raised * share;
	}
	return sum;
}

/** Micros of a click: by hour of the day, at the bids and prices in force. */
const clickPrice = ({ clickPriceMicros, market }, plan, hour, cell, runaway) =>
	Math.max(1, Math.round(clickPriceMicros * market.price[hour] * runaway * plan.price[cell]));
