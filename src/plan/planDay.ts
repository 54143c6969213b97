import { sum } from 'simple-statistics';

import { forecastDay } from '../learning/forecastDay';
import { efficiencyAt, type ObjectiveMeasure } from '../learning/objectiveRate';
import { dayNotes } from '../notes/dayNotes';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { confidenceOf, NOTHING } from '../statistics/interval';
import { roundIntervalTo, roundTo } from '../statistics/roundTo';
import { amountChangeNotes } from './amountChangeNotes';
import { assertFinite, notFiniteError } from './assertFinite';
import { dayDelivery } from './dayDelivery';
import { type DayTarget, isLastDays } from './dayTarget';
import { eventNotes } from './eventFactor';
import { expectedReach } from './expectedReach';
import { expectedResults, withDelivered } from './expectedResults';
import { expectedSpendOfBudgets, expectedSpendOfPlan } from './expectedSpend';
import { limitOfAll } from './limitOfAll';
import { hourlyLeverNotes, hourlyLeverOf } from './hourlyLever';
import type { PlanContext } from './planContext';
import { isUnderway, planHours } from './planHours';
import { definitionId, planId } from './planId';
import { rolloverNotes } from './rolloverNotes';
import { seasonNotes } from './seasonNotes';
import type { PlanHour, SpendPlan } from './spendPlan';
import { planWarnings } from './planWarnings';

/** Days ahead that a plan names. */
const DAYS_AHEAD = 31;

/**
 * The plan of a day, given its target.
 *
 * @param before previous plan; if it is for the same day, it limits how far amounts may change
 */
export function planDay(context: PlanContext, target: DayTarget, before: SpendPlan | null): SpendPlan {
	const { learning, strategy, nowMs, date, unreported } = context;
	const { definition, ledger } = learning;
	const { currency, timeZone, budgetId } = definition;
	const notFinite = learning.notFinite();
	if (notFinite !== null) throw notFiniteError(notFinite);
	if (!target.isFinite) throw notFiniteError('weight of the day');
	const delivery = dayDelivery(ledger, context.day);
	const earlier = before?.date === date ? before.hours : null;
	const hourly = planHours(context, {
		dayAmount: target.amount,
		unplaced: target.unplaced.ofDay,
		isLastDays: isLastDays(target),
		delivery,
		before: earlier && earlier.map(({ amount }) => toMinorUnits(amount, currency, 'nearest')),
	});
	const { day, firstOpen, reported, delivered, planned, amounts, capOf, multiplierOf, campaigns } = hourly;
	const paths = forecastDay(learning, date, learning.dataUntilMs ?? -Infinity);
	assertFinite('forecast of the day', paths);

	const money = (units: number) => fromMinorUnits(units, currency);
	const total = target.amount === 0 ? 0 : Number(money(target.amount - planned.unspendable));
	const spending = day.map(({ startMs }, hour) => ({
		startMs,
		amount: Number(money(amounts[hour]! - reported[hour]!)),
	}));
	const ahead = (measure: ObjectiveMeasure) => expectedResults(learning, measure, spending);
	const conversions = ahead('conversionsPerSpend');
	const revenue = ahead('revenuePerSpend');
	const clicks = ahead('clicksPerSpend');
	const isReach = definition.objective === 'reach';
	const impressions = isReach ? ahead('impressionsPerSpend') : null;
	assertFinite('expected results', [conversions, revenue, clicks, impressions]);
	const hours = day.map((hour, position): PlanHour => {
		const amount = amounts[position]!;
		return {
			...hour,
			state: position < firstOpen ? 'past' : hour.startMs <= nowMs ? 'current' : 'planned',
			amount: money(amount),
			spent: delivery.spend[position] === null ? null : money(reported[position]!),
			cap: money(capOf(position)),
			share: target.amount > 0 ? roundTo(amount / target.amount, 6) : 0,
			multiplier: multiplierOf(position),
			expected: {
				conversions: conversions && roundTo(conversions.byHour[position]!, 4),
				revenue: revenue && money(toMinorUnits(revenue.byHour[position]!, currency, 'nearest')),
				clicks: clicks && roundTo(clicks.byHour[position]!, 2),
				...(isReach && { impressions: impressions && roundTo(impressions.byHour[position]!, 0) }),
			},
			confidence: roundTo(confidenceOf(efficiencyAt(learning, hour.startMs)), 4),
		};
	});
	const expected = {
		conversions: conversions && withDelivered(delivery.conversions, conversions),
		unreported: roundIntervalTo(isUnderway(day, nowMs) ? unreported.today : NOTHING, 6),
		revenue:
			revenue && withDelivered(delivery.revenue === null ? null : fromMicros(delivery.revenue).toNumber(), revenue),
		...(isReach && expectedReach(delivery.impressions, impressions, Number(money(sum(amounts))))),
		spend:
			expectedSpendOfBudgets(context, paths, {
				spent: Number(money(sum(reported))),
				offers: campaigns?.plans.map(({ amount }) => Number(amount)) ?? [total],
			}) ?? expectedSpendOfPlan(hours, paths, total),
	};
	const byObjective = {
		conversions,
		cpa: conversions,
		balanced: conversions,
		revenue,
		roas: revenue,
		clicks,
		reach: impressions,
	}[definition.objective];
	const plan: SpendPlan = {
		planId: planId(
			date,
			JSON.stringify([budgetId, strategy, nowMs, target.amount, amounts, delivered, campaigns?.plans]),
		),
		definitionId: definitionId(definition),
		budgetId,
		date,
		timeZone,
		currency,
		strategy,
		createdMs: nowMs,
		dayAmount: money(target.amount),
		spent: money(sum(reported)),
		unreported: money(sum(delivered.slice(0, firstOpen)) - sum(reported.slice(0, firstOpen))),
		reserve: money(
			hourlyLeverOf(definition) === 'none' ? 0 : Math.floor((definition.limits.learningReserve ?? 0) * target.amount),
		),
		hours,
		days: target.ahead
			.slice(0, DAYS_AHEAD)
			.map(({ date: later, amount, reason }) => ({ date: later, amount: money(amount), why: dayNotes[reason]() })),
		...limitOfAll(context, target),
		...(campaigns !== undefined && { campaigns: campaigns.plans }),
		expected,
		confidence: byObjective ? roundTo(confidenceOf(byObjective.total), 4) : 0,
		unspendable: money(planned.unspendable),
		constraints: [
			...amountChangeNotes(definition, date),
			...eventNotes(learning, date),
			...seasonNotes(context, target),
			...rolloverNotes(definition, target),
			...hourlyLeverNotes(definition, date),
			...planned.notes,
		].map(({ message, ...note }) => ({ ...note, detail: message })),
		warnings: [
			...planWarnings({ context, target, spent: sum(reported), expected: sum(delivered), planned }),
			...(campaigns?.warnings ?? []),
		],
	};
	assertFinite('amounts', plan);
	return plan;
}
