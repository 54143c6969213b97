import { LEVEL } from '../statistics/interval';
import { type AlertState, type CheckedAlert, nextAlert } from './alert';
import { type AlertSettings, DEFAULT_ALERTS } from './alertSettings';
import { balanceForecast } from './balanceForecast';
import { budgetAlerts } from './budgetAlerts';
import { burnRate, hourlyCap, requiredBurn } from './burnRate';
import type { DayContext } from './dayContext';
import { dayEvidence, dayOutcome, NO_EVIDENCE } from './dayEvidence';
import type { ExhaustionForecast } from './exhaustionForecast';
import type { PathOutcome } from './exhaustionPaths';
import { exhaustionReasons, UNDERSPEND_SHARE } from './exhaustionReasons';
import { alertNotes } from '../notes/alertNotes';
import { exhaustionNotes } from '../notes/exhaustionNotes';
import { horizons } from './horizons';
import { pace } from './pacingMultiplier';
import { dueAmount } from './morningAmount';
import { isRestDay } from './restDay';
import { isSpent, type PeriodStanding, periodStandings } from './periodStanding';
import { ofDay } from './ofDay';
import { dedupKeyOf, type StandingAlert } from './standingAlerts';
import { staleness } from './staleness';
import { valueAtRisk } from './valueAtRisk';
import { tellingOf, type Watch } from './watch';

/** More likely than not. */
const AT_RISK_PROBABILITY = 0.5;

/** Required probability of ending below `UNDERSPEND_SHARE`. */
const UNDERSPEND_PROBABILITY = 0.8;

/** Alerts of a budget before a check. */
export interface AlertsBefore {
	/** Of the day's budget running out; null before the first check. */
	readonly alert: AlertState | null;
	/** Of other kinds; absent before the first. */
	readonly alerts?: readonly StandingAlert[] | undefined;
}

/**
 * Forecasts whether and when today's budget runs out, and what that costs, if nobody intervenes.
 *
 * 400 sample paths of the day are drawn from the spend model, given today's hours so far, and followed until the budget is used up. The status
 * is `at-risk` if the budget is more likely than not to run out with more than a twentieth of the day's demand to come, a fifth where the platform paces a
 * daily budget, and `underspending` if less than 90% of it, or of the amount of its morning, is spent by the end with a probability of at least 80%. A day that cannot be judged is `stale-data`, never `on-pace`.
 *
 * @param watch the kinds of alerts that are looked at; all by default
 */
export function checkExhaustion(
	context: DayContext,
	{ alert: before, alerts: standing = [] }: AlertsBefore,
	settings: AlertSettings = DEFAULT_ALERTS,
	watch?: Watch,
): { alert: AlertState; alerts: readonly StandingAlert[]; exhaustion: ExhaustionForecast } {
	const { spent, date, nowMs, learning } = context;
	const { definition } = learning;
	const isPaused = isRestDay(context) && spent === 0;
	const ahead = dayOutcome(context);
	const outcome = isPaused ? null : ahead;
	const stale = staleness(context);
	const standings = periodStandings(context);
	const spentPeriod = standings.find(isSpent);
	const status = statusOf(context, outcome, { isStale: stale !== null, hasSpentPeriod: spentPeriod !== undefined });
	const probability = status === 'exhausted' ? 1 : (outcome?.probability ?? 0);
	const atRisk = status === 'exhausted' || status === 'at-risk' || status === 'stale-data';
	const telling = tellingOf(settings, watch);
	const isWatched = watch?.has('exhaustion') ?? true;
	const { alert, notify, repeated } = isWatched
		? nextAlert(before, {
				evidence: isPaused
					? NO_EVIDENCE
					: status === 'stale-data' || spentPeriod !== undefined || context.target.from === 'balance'
						? null
						: dayEvidence(context, outcome, status),
				isOver: status === 'exhausted' || status === 'at-risk',
				date,
				nowMs,
				telling,
			})
		: asItWas(before, context);
	const { multiplier, paceRatio } = pace(context, 1);
	const forecasts = horizons(context, ahead?.totals ?? null);
	const balance = balanceForecast(context, ahead?.totals ?? null);
	const spendByDayEnd =
		outcome === null ? { mean: spent, low: spent, high: spent, level: LEVEL } : shifted(outcome.spendAhead, spent);
	const others = budgetAlerts(
		{ context, status, stale, standings, forecasts, balance, spendByDayEnd, dayAlert: alert.state, settings, watch },
		withoutEndOf(alert, standing),
	);
	const reasons = [
		...(alert.state === 'resolved' && alert.date !== date ? [exhaustionNotes.alertOver(alert.date)] : []),
		...exhaustionReasons({ status, context, stale, probability, spentPeriod, balance, forecasts }),
	];
	const isOver = notify && alert.state === 'resolved' && telling.tellUntilMarked;
	const exhaustion: ExhaustionForecast = {
		status,
		probability,
		exhaustionMs:
			status === 'exhausted' ? exhaustedAt(context, spentPeriod) : (outcome?.exhaustionMs ?? UNKNOWN_INSTANT),
		spendByDayEnd,
		paceRatio,
		burnRate: burnRate(context),
		requiredBurn: requiredBurn(context),
		recommendedHourlyCap: hourlyCap(context),
		pacingMultiplier: multiplier,
		darkHours: outcome?.darkHours ?? 0,
		valueAtRisk: valueAtRisk(context, outcome),
		horizons: forecasts,
		...(balance !== undefined && { balance }),
		alert: {
			state: alert.state,
			notify,
			repeated,
			severity:
				status === 'exhausted' || (status === 'at-risk' && probability >= 0.9)
					? 'critical'
					: atRisk
						? 'warning'
						: 'info',
			dedupKey: dedupKeyOf(ofDay(alert), definition),
			sinceMs: alert.sinceMs,
		},
		alerts: others.alerts,
		reasons,
	};
	const alerts = isOver ? [endOf(alert, reasons[0]!.message), ...others.standing] : others.standing;
	return { alert, alerts, exhaustion };
}

/** An alert that is not watched. */
const asItWas = (before: AlertState | null, { nowMs, date }: DayContext): CheckedAlert => ({
	alert: before ?? { state: 'ok', sinceMs: nowMs, date },
	notify: false,
	repeated: false,
});

/** The end of the day's alert, kept until it is marked as told. */
const endOf = (alert: AlertState, reason: string): StandingAlert => ({
	...ofDay(alert),
	state: 'resolved',
	toldMs: alert.sinceMs,
	message: alertNotes.dayResolved(reason),
});

/** Standing alerts without the end of the day's alert, which is not told any more once it fires again. */
function withoutEndOf({ state, date }: AlertState, standing: readonly StandingAlert[]): readonly StandingAlert[] {
	const isAgain = ({ kind, about }: StandingAlert) => kind === 'exhaustion' && about === date;
	return state === 'firing' && standing.some(isAgain) ? standing.filter((one) => !isAgain(one)) : standing;
}

/** @param hasSpentPeriod whether nothing is left of a week, month, quarter, year or flight: today has no budget then, whatever it has spent */
function statusOf(
	context: DayContext,
	outcome: PathOutcome | null,
	{ isStale, hasSpentPeriod }: { readonly isStale: boolean; readonly hasSpentPeriod: boolean },
): ExhaustionForecast['status'] {
	const { spent, dayAmount } = context;
	if (isRestDay(context) && spent === 0) return isStale ? 'stale-data' : 'on-pace';
	if (hasSpentPeriod || spent >= dayAmount) return 'exhausted';
	if (isStale) return 'stale-data';
	if (outcome === null) return 'underspending';
	if (outcome.materialProbability >= AT_RISK_PROBABILITY) return 'at-risk';
	const least = UNDERSPEND_SHARE * dueAmount(context);
	const short = outcome.totals.filter((ahead) => spent + ahead < least).length;
	return short >= UNDERSPEND_PROBABILITY * outcome.totals.length ? 'underspending' : 'on-pace';
}

const UNKNOWN_INSTANT = { median: null, low: null, high: null, level: LEVEL };

/**
 * The instant at which the budget was used up: within the hour whose spend crossed the amount, interpolated by time. A day that had none from its start has no
 * such instant.
 */
function exhaustedAt(
	{ learning, date, dayAmount, nowMs }: DayContext,
	spentPeriod: PeriodStanding | undefined,
): ExhaustionForecast['exhaustionMs'] {
	const isSpentBefore = spentPeriod !== undefined && spentPeriod.spentBefore >= spentPeriod.amount;
	if (dayAmount <= 0 || isSpentBefore) return UNKNOWN_INSTANT;
	let before = 0;
	let exhaustedMs = nowMs;
	for (const { startMs, hours, spend } of learning.series.filter((hour) => hour.date === date)) {
		if (before + spend >= dayAmount) {
			exhaustedMs = startMs + (spend > 0 ? (dayAmount - before) / spend : 0) * hours * 3_600_000;
			break;
		}
		before += spend;
	}
	const instant = Math.round(Math.min(nowMs, exhaustedMs));
	return { median: instant, low: instant, high: instant, level: LEVEL };
}

const shifted = (interval: PathOutcome['spendAhead'], by: number): PathOutcome['spendAhead'] => ({
	mean: interval.mean + by,
	low: interval.low + by,
	high: interval.high + by,
	level: interval.level,
});
