import type { AgencyFee } from '../budget/agencyFee';
import type { BalanceForecast } from '../forecast/balanceForecast';
import type { DayContext } from '../forecast/dayContext';
import { displayMeasure, type ObjectiveMeasure } from '../learning/objectiveRate';
import type { SpendPlan } from '../plan/spendPlan';
import { describeRate, type LearnedPattern } from '../results/describeRate';
import type { RatiosByTime } from '../results/ratiosByTime';
import { confidenceOf, type Interval } from '../statistics/interval';
import { addDays } from '../time/localClock';
import { type AlertsBefore, checkExhaustion } from './checkExhaustion';
import { type DayStatus, dayStatus } from './dayStatus';
import type { ExhaustionForecast } from './exhaustionForecast';
import { type GoalForecast, goalForecast } from './goalForecast';
import { headroomNote } from './headroomNote';
import { type Performance, performance } from './performance';
import { matureRatios, type Trends, trends } from './trends';

/** Status of a budget at an instant: day, longer targets, performance and learned pattern. Amounts in major units. */
export interface PacingStatus {
	readonly budgetId: string;
	readonly name: string | null;
	readonly currency: string;
	readonly timeZone: string;
	/** Absent without one. */
	readonly agencyFee?: AgencyFee;
	readonly nowMs: number;
	/** Instant up to which delivery is known; null before the first report. */
	readonly dataUntilMs: number | null;
	readonly campaigns: number;
	readonly status: ExhaustionForecast['status'];
	readonly day: DayStatus & {
		readonly paceRatio: number;
		readonly pacingMultiplier: number;
		readonly projected: Interval;
		/** spent / amount; null on a day without an amount. */
		readonly utilization: number | null;
	};
	readonly horizons: ExhaustionForecast['horizons'];
	/** Absent without a goal. */
	readonly goal?: GoalForecast;
	/** Absent without a prepaid balance. */
	readonly balance?: BalanceForecast;
	readonly performance: {
		readonly today: Performance;
		readonly last7Days: Performance;
		readonly last28Days: Performance;
	};
	readonly trends: Trends;
	/** Results per unit of spend of the last 7 days over those of the last 28, at equal maturity; null if unknown. */
	readonly efficiency: number | null;
	readonly pattern: LearnedPattern;
	/** As they were delivered, by hour of the day and by weekday. */
	readonly ratios: RatiosByTime;
	/** Confidence in the level of the objective's rate, 0..1: 1 / (1 + width / mean) of its 80% interval; 0 without evidence. */
	readonly confidence: number;
	readonly plan: {
		readonly planId: string;
		readonly date: string;
		readonly strategy: string;
		readonly createdMs: number;
	} | null;
	/** Why it has its status, and what more budget would bring today. */
	readonly reasons: ExhaustionForecast['reasons'];
}

/**
 * Summarizes a budget: day, longer targets, performance and learned pattern.
 *
 * @param plan  last plan made for today; null before the first
 * @param alerts those that stand
 */
export function pacingStatus(context: DayContext, plan: SpendPlan | null, alerts: AlertsBefore): PacingStatus {
	const { learning, date, nowMs, spent, dayAmount } = context;
	const { definition, ledger, days } = learning;
	const { exhaustion } = checkExhaustion(context, alerts);
	const headroom = headroomNote(context, exhaustion);
	const goal = goalForecast(context, exhaustion);
	const measure = displayMeasure(learning);
	const pattern = learning.rate(measure);
	const mature = (count: number) => matureRatios(learning, addDays(date, -count), addDays(date, -1));
	const last7Days = performance(days, addDays(date, -7), addDays(date, -1));
	const last28Days = performance(days, addDays(date, -28), addDays(date, -1));
	return {
		budgetId: definition.budgetId,
		name: definition.name ?? null,
		currency: definition.currency,
		timeZone: definition.timeZone,
		...(definition.agencyFee !== undefined && { agencyFee: definition.agencyFee }),
		nowMs,
		dataUntilMs: ledger.dataUntilMs ?? null,
		campaigns: ledger.campaigns.length,
		status: exhaustion.status,
		day: {
			...dayStatus(context),
			paceRatio: exhaustion.paceRatio,
			pacingMultiplier: exhaustion.pacingMultiplier,
			projected: exhaustion.spendByDayEnd,
			utilization: dayAmount > 0 ? spent / dayAmount : null,
		},
		horizons: exhaustion.horizons,
		...(goal !== undefined && { goal }),
		...(exhaustion.balance !== undefined && { balance: exhaustion.balance }),
		performance: { today: performance(days, date, date), last7Days, last28Days },
		trends: trends(learning, date),
		efficiency: efficiency(mature(7), mature(28), measure),
		pattern: describeRate(measure, pattern, definition.timeZone),
		ratios: learning.ratios(),
		confidence: pattern.rate === null ? 0 : confidenceOf(pattern.rate),
		plan:
			plan === null
				? null
				: { planId: plan.planId, date: plan.date, strategy: plan.strategy, createdMs: plan.createdMs },
		reasons: [...exhaustion.reasons, ...(headroom === null ? [] : [headroom])],
	};
}

/** Results per unit of spend of a short period over those of a long one. */
function efficiency(short: Performance, long: Performance, measure: ObjectiveMeasure): number | null {
	const perSpend = ({ roas, cpa, cpc, cpm }: Performance): number | null => {
		switch (measure) {
			case 'revenuePerClick':
			case 'revenuePerSpend':
				return roas;
			case 'conversionsPerClick':
			case 'conversionsPerSpend':
				return cpa === null || cpa === 0 ? null : 1 / cpa;
			case 'clicksPerSpend':
				return cpc === null || cpc === 0 ? null : 1 / cpc;
			case 'impressionsPerSpend':
				return cpm === null || cpm === 0 ? null : 1 / cpm;
		}
	};
	const now = perSpend(short);
	const before = perSpend(long);
	return now === null || before === null || before === 0 ? null : now / before;
}
