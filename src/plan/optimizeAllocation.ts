import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import type { Ledger } from '../ledger/ledger';
import { UserError } from '../errors';
import { confidenceOf } from '../statistics/interval';
import { fromMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { forecastDay } from '../learning/forecastDay';
import { efficiencyAt, type Insight, learn } from '../learning/insight';
import { nowcast } from '../learning/nowcast';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import { localClock } from '../time/localClock';
import { localDay } from '../time/localDay';
import { dayDelivery } from './dayDelivery';
import { expectedResults, withDelivered } from './expectedResults';
import { calendarNotes } from './calendarNotes';
import { eventFactor } from './eventFactor';
import { expectedSpendOfPlan } from './expectedSpend';
import { planHours, weightsLeft } from './planHours';
import { planId } from './planId';
import type { PlanHour, SpendPlan } from './spendPlan';
import { strategyDayWeight } from './strategyWeights';
import { type DayTarget, dayTarget } from './targets';
import { planWarnings } from './warnings';

/** The part of a budget's state that planning reads and writes. */
export interface PlanningState {
	readonly definition: BudgetDefinition;
	readonly ledger: Ledger;
	/** The last plan made for today; null before the first. */
	readonly plan: SpendPlan | null;
	/** Campaigns that were found to have changed; absent before the first. */
	readonly campaignRegimes?: readonly CampaignRegime[] | undefined;
}

/**
 * Plans a local day: what its targets allow, less what is delivered, over the hours that are left.
 *
 * Past hours keep what they spent, so the amounts of all hours add up to the day's amount to the minor unit (less what the
 * maxima leave no room for). A plan for today becomes the state's plan; one for a later day does not.
 *
 * @param date local date, today by default
 * @throws UserError if the date is over or does not exist
 */
export function optimizeAllocation<State extends PlanningState>(
	state: State,
	{ strategy, nowMs, date }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): { state: State; plan: SpendPlan } {
	const { definition, ledger } = state;
	const today = localClock(nowMs, definition.timeZone).date;
	const insight = learn(ledger, definition);
	const target = targetOf(state, insight, strategy, nowMs, date ?? today);
	const plan = planDay(state, target, insight, strategy, nowMs, date ?? today);
	return { state: plan.date === today ? { ...state, plan } : state, plan };
}

/**
 * What a day may spend, given what was learned.
 *
 * @throws UserError if the date is over or does not exist
 */
export function targetOf(
	state: Pick<PlanningState, 'definition' | 'ledger'>,
	insight: Insight,
	strategy: Strategy,
	nowMs: number,
	date: string,
): DayTarget {
	const { definition } = state;
	const { timeZone } = definition;
	const today = localClock(nowMs, timeZone).date;
	if (localDay(date, timeZone).length === 0 || date < today) {
		throw new UserError(
			`${date} cannot be planned: in ${timeZone} it is ${today} already`,
			"Leave 'Date' empty for today, or choose a later day.",
		);
	}
	const usually = strategyDayWeight(strategy, insight, definition.objective);
	const of = (day: string) => usually(day) * eventFactor(definition, day, insight);
	const reportedUntil = localClock(state.ledger.dataUntilMs ?? 0, timeZone).date;
	if (strategy !== 'adaptive_ml') return dayTarget(definition, insight.days, date, today, { of }, reportedUntil);
	const weightUnder = (dataUntilMs: number) =>
		sum(
			weightsLeft(
				definition,
				insight,
				strategy,
				nowMs,
				today,
				nowcast(insight, localDay(today, timeZone), dataUntilMs),
			),
		);
	const usual = weightUnder(Infinity);
	const foreseen = weightUnder(state.ledger.dataUntilMs ?? -Infinity);
	const factor = eventFactor(definition, today, insight);
	const restOfToday = usual > 0 ? usual * factor * surprise(foreseen / usual, factor) : 0;
	return dayTarget(definition, insight.days, date, today, { of, restOfToday }, reportedUntil);
}

/**
 * By how much the rest of today differs from what was expected of it, within bounds: traffic that an event of today explains
 * is no surprise, for its factor has counted it.
 */
function surprise(traffic: number, factor: number): number {
	const unexplained =
		traffic > 1 ? Math.max(1, traffic / Math.max(1, factor)) : Math.min(1, traffic / Math.min(1, factor));
	return Math.min(MOST_SURPRISE, Math.max(1 / MOST_SURPRISE, unexplained));
}

/** A dead morning leaves the rest of the day half of its usual part of a longer target, or nothing would wake it. */
const MOST_SURPRISE = 2;

/** The plan of a day, given what it may spend and what was learned. */
export function planDay(
	state: PlanningState,
	target: DayTarget,
	insight: Insight,
	strategy: Strategy,
	nowMs: number,
	date: string,
): SpendPlan {
	const { definition, ledger, plan: before } = state;
	const { currency, timeZone, budgetId } = definition;
	const delivery = dayDelivery(ledger, localDay(date, timeZone));
	const dataUntilMs = ledger.dataUntilMs ?? -Infinity;
	const earlier = before?.date === date ? before.hours : null;
	const { day, firstOpen, delivered, planned, amounts, caps, multipliers, campaigns } = planHours({
		definition,
		ledger,
		insight,
		strategy,
		nowMs,
		campaignRegimes: state.campaignRegimes,
		date,
		dayAmount: target.amount,
		delivery,
		dataUntilMs,
		before: earlier && earlier.map(({ amount }) => toMinorUnits(amount, currency, 'nearest')),
	});
	const paths = forecastDay(insight, day, dataUntilMs);

	const money = (units: number) => fromMinorUnits(units, currency);
	const spending = day.map(({ startMs }, hour) => ({
		startMs,
		amount: Number(money(amounts[hour]! - delivered[hour]!)),
	}));
	const ahead = (measure: 'conversionsPerSpend' | 'revenuePerSpend' | 'clicksPerSpend') =>
		expectedResults(insight, measure, spending);
	const conversions = ahead('conversionsPerSpend');
	const revenue = ahead('revenuePerSpend');
	const clicks = ahead('clicksPerSpend');
	const hours = day.map((hour, position): PlanHour => {
		const amount = amounts[position]!;
		return {
			...hour,
			state: position < firstOpen ? 'past' : hour.startMs <= nowMs ? 'current' : 'planned',
			amount: money(amount),
			spent: delivery.spend[position] === null ? null : money(delivered[position]!),
			cap: money(caps[position]!),
			share: target.amount > 0 ? digits(amount / target.amount, 6) : 0,
			multiplier: multipliers[position]!,
			expected: {
				conversions: conversions && digits(conversions.byHour[position]!, 4),
				revenue: revenue && money(toMinorUnits(revenue.byHour[position]!, currency, 'nearest')),
				clicks: clicks && digits(clicks.byHour[position]!, 2),
			},
			confidence: digits(confidenceOf(efficiencyAt(insight, definition.objective, hour.startMs)), 4),
		};
	});
	const expected = {
		conversions: conversions && withDelivered(delivery.conversions, conversions),
		revenue:
			revenue && withDelivered(delivery.revenue === null ? null : fromMicros(delivery.revenue).toNumber(), revenue),
		spend: expectedSpendOfPlan(
			hours,
			paths,
			target.amount === 0 ? 0 : Number(money(target.amount - planned.unspendable)),
		),
	};
	const byObjective = { conversions, cpa: conversions, balanced: conversions, revenue, roas: revenue, clicks }[
		definition.objective
	];
	return {
		planId: planId(
			date,
			JSON.stringify([budgetId, strategy, nowMs, target.amount, amounts, delivered, campaigns?.plans]),
		),
		budgetId,
		date,
		timeZone,
		currency,
		strategy,
		createdMs: nowMs,
		dayAmount: money(target.amount),
		spent: money(sum(delivered)),
		reserve: money(Math.floor((definition.limits.learningReserve ?? 0) * target.amount)),
		hours,
		...(campaigns !== undefined && { campaigns: campaigns.plans }),
		expected,
		confidence: byObjective ? digits(confidenceOf(byObjective.total), 4) : 0,
		unspendable: money(planned.unspendable),
		constraints: [...calendarNotes(definition, target, insight, strategy, date), ...planned.constraints],
		warnings: [
			...planWarnings({ definition, target, insight, spent: sum(delivered), planned }),
			...(campaigns?.warnings ?? []),
		],
	};
}

const digits = (value: number, places: number): number => Number(value.toFixed(places));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
