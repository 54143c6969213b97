import { sum } from 'simple-statistics';

import type { Horizon } from '../budget/horizon';
import type { LimitedBy } from '../campaigns/learnDelivery';
import type { Interval } from '../statistics/interval';
import { isFiniteThroughout } from '../statistics/isFiniteThroughout';
import { daysBetween } from '../time/localClock';
import type { DayContext } from './dayContext';
import { horizons } from './horizons';

/** How the week, month, quarter, year or flight that sets the day's amount will end if days continue as before. Major units of the budget's currency. */
export interface PeriodProjection {
	readonly horizon: Horizon;
	readonly target: number;
	/** With what is assumed of the time before the first report. */
	readonly spent: number;
	readonly projected: Interval;
	/** Days after today. */
	readonly daysAhead: number;
}

/** How a campaign used its daily budgets on its last days. */
export interface BudgetUse {
	/** null while too few budgets are known, or where the days do not agree. */
	readonly limitedBy: LimitedBy | null;
	/** Spend of these days over their daily budgets; null while too few are known. */
	readonly spentShare: number | null;
}

/** What a change of a bidding target is decided by. */
export interface BiddingFacts {
	/** null if no week, month, quarter, year or flight sets the day's amount, or there is no forecast. */
	readonly projection: PeriodProjection | null;
	/** Of one campaign, or of the whole budget if it names none; null if it does not name this one. */
	readonly useOf: (campaignId: string | undefined) => BudgetUse | null;
}

/** Full days by which it is judged how daily budgets are used, and how many of them have to be known. */
const JUDGED_DAYS = 7;
const MIN_JUDGED_DAYS = 3;

/** The facts of a budget at an instant. */
export const biddingFacts = (context: DayContext): BiddingFacts => ({
	projection: periodProjection(context),
	useOf: (campaignId) => budgetUse(context, campaignId),
});

function periodProjection(context: DayContext): PeriodProjection | null {
	const { target, date, notFinite, ahead } = context;
	const period = target.periods.find(({ horizon }) => horizon === target.from);
	if (period === undefined || ahead === null || notFinite !== null) return null;
	const forecast = horizons(context)[period.horizon];
	if (forecast === undefined) return null;
	const projection: PeriodProjection = {
		horizon: period.horizon,
		target: Number(forecast.target),
		spent: Number(forecast.spent) + Number(forecast.assumed ?? 0),
		projected: forecast.projected,
		daysAhead: daysBetween(date, period.period.end),
	};
	return isFiniteThroughout(projection) ? projection : null;
}

function budgetUse({ learning }: DayContext, campaignId: string | undefined): BudgetUse | null {
	const { campaigns } = learning.definition;
	const position = campaigns?.findIndex((campaign) => campaign.campaignId === campaignId) ?? 0;
	const { deliveries, histories } = learning.campaigns();
	const days = histories[position]?.slice(-JUDGED_DAYS) ?? [];
	const known = days.filter(({ offered, isAssumed }) => offered !== undefined && isAssumed !== true);
	const delivery = deliveries[position];
	if (delivery === undefined) return null;
	return {
		limitedBy: delivery.limitedBy,
		spentShare:
			known.length < MIN_JUDGED_DAYS
				? null
				: sum(known.map(({ spend }) => spend)) / sum(known.map(({ offered }) => offered!)),
	};
}
