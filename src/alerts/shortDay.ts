import type { DayContext } from '../forecast/dayContext';
import { isPausedAt } from '../forecast/dueShare';
import { averageDays, dayDeviation } from '../forecast/laterDays';
import { morningAmount } from '../forecast/morningAmount';
import { formatMoney } from '../format/formatMoney';
import { isUsedUp } from '../learning/usedUp';
import { deliveryNotes } from '../notes/deliveryNotes';
import { isSteeredByDay } from '../plan/dayDemand';
import type { Interval } from '../statistics/interval';
import { weekdayOfDate } from '../time/localClock';
import type { AlertSettings } from './alertSettings';
import { dayIsOver } from './endedPeriod';
import type { Finding, StandingAlert } from './standingAlerts';

/** Part of the day's usual spend that must be due before anybody is told. */
const LEAST_GONE = 1 / 3;

/** Standard deviations of a day below which one day in two hundred is by chance. */
const RARE = 2.6;

interface ShortDay {
	readonly spendByDayEnd: Interval;
	/** What else is found. */
	readonly others: readonly Finding[];
	readonly before: readonly StandingAlert[];
}

/**
 * A day that will end short: the whole interval of its spend is below the amount of its morning and below what such a day usually spends, by more than
 * the shortfall, and further below than days are by chance. A budget that never spends its amount is no news, nor is a day whose cause is told.
 */
export function shortDayFindings(
	context: DayContext,
	{ spendByDayEnd, others, before }: ShortDay,
	{ dayShortfall }: AlertSettings,
): Finding[] {
	const { learning, planning, date, expectedShare, paths, statusPushes, nowMs } = context;
	const { spendModel, definition } = learning;
	if (spendModel === null || paths === null || isUsedUp(learning, date) || isPausedAt(statusPushes, nowMs)) return [];
	const usual = averageDays(planning)(date);
	const { mean, low, high } = spendByDayEnd;
	if (mean >= (1 - dayShortfall / 2) * usual) return [];
	const amount = morningAmount(context);
	const wanted = Math.min(amount, usual);
	if (mean >= (1 - dayShortfall / 2) * wanted) return [];
	const { levelVariance, weekdayVariance } = spendModel;
	const deviation = Math.sqrt(dayDeviation(spendModel) ** 2 + levelVariance + weekdayVariance[weekdayOfDate(date)]!);
	const most = Math.max(high, isSteeredByDay(learning) ? spendIfUsual(context, usual) : 0);
	const isShort = most < (1 - dayShortfall) * wanted && most < usual * Math.exp(-RARE * deviation);
	const money = (value: number) => formatMoney(value, definition.currency);
	const facts = {
		projected: money(mean),
		low: money(low),
		high: money(high),
		ratio: mean / amount,
		amount: money(amount),
		usual: money(usual),
	};
	return [
		{
			kind: 'underdelivery',
			about: aboutDay(date),
			severity: 'warning',
			headline: deliveryNotes.willBeShort,
			message: deliveryNotes.short(facts),
			evidence: isShort && expectedShare >= LEAST_GONE && !isExplained(others, before) ? 'waits' : 'keeps',
		},
	];
}

/**
 * The day's spend if the rest of it is like any other, major units. A platform that paces a daily budget makes up for a slow morning, which the forecast
 * takes for a slow day.
 */
const spendIfUsual = ({ spent, unreported, expectedShare }: DayContext, usual: number): number =>
	spent + unreported.today.mean + (1 - expectedShare) * usual;

const DAY = 'day/';
const aboutDay = (date: string): string => `${DAY}${date}`;

/** Whether something that is told says why a day is short, or that it is usual. */
const isExplained = (others: readonly Finding[], before: readonly StandingAlert[]): boolean =>
	others.some(
		({ kind, evidence }) => evidence !== 'keeps' && (kind === 'no-delivery' || kind === 'limited-by-demand'),
	) ||
	before.some(
		({ kind, state }) =>
			state === 'firing' && (kind === 'no-delivery' || kind === 'limited-by-demand' || kind.endsWith('-under')),
	);

/** What is said when such an alert is over. */
export const shortDayResolution = (
	{ about }: StandingAlert,
	{ date, learning }: DayContext,
	{ mean }: Interval,
): string =>
	about === aboutDay(date)
		? deliveryNotes.noLongerShort(formatMoney(mean, learning.definition.currency))
		: dayIsOver(about.slice(DAY.length), learning).message;
