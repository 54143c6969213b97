import type { DayContext } from '../forecast/dayContext';
import type { HorizonForecasts } from '../forecast/horizonForecast';
import { isSpent, type PeriodStanding } from '../forecast/periodStanding';
import { formatMoney } from '../format/formatMoney';
import { formatUnits } from '../format/formatUnits';
import { formatDay } from '../format/formatTime';
import { periodNotes } from '../notes/periodNotes';
import { planNotes } from '../notes/planNotes';
import { isLastDays } from '../plan/dayTarget';
import { addDays } from '../time/localClock';
import type { AlertSettings } from './alertSettings';
import type { Finding } from './standingAlerts';

/**
 * Hours for which a period must stay outside its band before somebody is told. A day that runs away is told at once by the alert of the day; a
 * plan that follows needs a day to bring the period back.
 */
const HOURS_OF_DOUBT = 24;

/** Part of a period that must be over before its projection says anything. */
const LEAST_GONE = 0.1;

/** Parts of a period's amount without demand: above the first somebody is told, below the second all is well. */
const NO_DEMAND = { fires: 0.05, keeps: 0.02 };

/** What the longer targets of a budget give to tell. */
export function periodFindings(
	context: DayContext,
	standings: readonly PeriodStanding[],
	forecasts: HorizonForecasts,
	settings: AlertSettings,
): Finding[] {
	return standings.flatMap((period) => {
		if (isSpent(period)) return [spentFinding(period, context)];
		const demand = demandFinding(period, context);
		const projected = projectionFindings(period, context, forecasts, settings);
		return demand.length === 0 ? projected : [...demand, ...projected.map(explained)];
	});
}

/** What an alert about a period is about. */
export const aboutPeriod = ({ horizon, target }: PeriodStanding): string => `${horizon}/${target.period.start}`;

/** What is said of a period whose amount is spent before its last day. */
export function spentWords(
	{ horizon, target, amount, spent }: PeriodStanding,
	{ learning: { definition } }: DayContext,
): string {
	const { currency } = definition;
	const money = (value: number) => formatMoney(value, currency);
	const excess = spent > amount ? money(spent - amount) : null;
	const until = horizon === 'flight' ? null : formatDay(addDays(target.period.end, 1));
	return periodNotes.spent(horizon, money(amount), excess, until);
}

/** A period that ends under its budget for want of demand is told as that. */
const explained = (finding: Finding): Finding =>
	finding.kind.endsWith('-under') ? { ...finding, evidence: 'keeps' } : finding;

function spentFinding(period: PeriodStanding, context: DayContext): Finding {
	const { horizon, spent, amount } = period;
	return {
		kind: `${horizon}-over`,
		about: aboutPeriod(period),
		severity: 'critical',
		headline: periodNotes.isSpent(horizon, spent > amount),
		message: spentWords(period, context),
		evidence: 'fires',
		value: 'spent',
	};
}

/**
 * A projection whose whole interval is outside the band, while the period so far is off its pace too: an account that was steered differently
 * before the period began is no news.
 */
function projectionFindings(
	period: PeriodStanding,
	{ learning: { definition } }: DayContext,
	forecasts: HorizonForecasts,
	{ bandAtStart, bandAtEnd }: AlertSettings,
): Finding[] {
	const { horizon, amount, spentByNow, gone } = period;
	const forecast = forecasts[horizon];
	if (forecast === undefined || gone === null || gone < LEAST_GONE || amount <= 0) return [];
	const band = bandAtEnd + (bandAtStart - bandAtEnd) * (1 - gone);
	const { projected, neededPerDay } = forecast;
	const [mean, low, high] = [projected.mean / amount, projected.low / amount, projected.high / amount];
	const pace = spentByNow / (amount * gone);
	const money = (ratio: number) => formatMoney(ratio * amount, definition.currency);
	const facts = {
		projected: money(mean),
		low: money(low),
		high: money(high),
		ratio: mean,
		target: money(1),
		perDay: formatMoney(neededPerDay, definition.currency),
	};
	const base = { about: aboutPeriod(period), severity: 'warning' } as const;
	if (mean > 1 + band / 2) {
		const evidence = low > 1 + band && pace > 1 + band ? 'waits' : 'keeps';
		const words = { headline: periodNotes.willBeOver(horizon), message: periodNotes.over(horizon, facts) };
		return [{ ...base, ...words, kind: `${horizon}-over`, evidence, hoursOfDoubt: HOURS_OF_DOUBT }];
	}
	if (mean < 1 - band / 2) {
		const evidence = high < 1 - band && pace < 1 - band ? 'waits' : 'keeps';
		const words = { headline: periodNotes.willBeUnder(horizon), message: periodNotes.under(horizon, facts) };
		return [{ ...base, ...words, kind: `${horizon}-under`, evidence, hoursOfDoubt: HOURS_OF_DOUBT }];
	}
	return [];
}

/** What no day of the period that sets today's amount has demand for. On its last days little is left to place, which says nothing of demand. */
function demandFinding(period: PeriodStanding, { target: day, learning: { definition } }: DayContext): Finding[] {
	const { horizon, target } = period;
	if (day.from !== horizon || target.target <= 0) return [];
	const share = day.unplaced.ofPeriod / target.target;
	if (share < NO_DEMAND.keeps && !isLastDays(day)) return [];
	const amount = formatUnits(day.unplaced.ofPeriod, definition.currency);
	return [
		{
			kind: 'limited-by-demand',
			about: aboutPeriod(period),
			severity: 'info',
			headline: periodNotes.limitedByDemand(horizon),
			message: planNotes.limitedByDemand(amount, horizon).message,
			evidence: share >= NO_DEMAND.fires && !isLastDays(day) ? 'waits' : 'keeps',
			hoursOfDoubt: HOURS_OF_DOUBT,
		},
	];
}
