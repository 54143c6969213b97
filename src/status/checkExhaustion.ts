import { type AlertState, nextAlert } from '../alerts/alert';
import { type AlertSettings, DEFAULT_ALERTS } from '../alerts/alertSettings';
import { budgetAlerts } from '../alerts/budgetAlerts';
import { asItWas, endOfDay, ofDay, withoutEndOfDay } from '../alerts/dayAlert';
import { dedupKeyOf, type StandingAlert } from '../alerts/standingAlerts';
import { dayIsOver } from '../alerts/endedPeriod';
import { tellingOf, type Watch } from '../alerts/watch';
import { balanceForecast } from '../forecast/balanceForecast';
import { burnRate, hourlyCap, requiredBurn } from '../forecast/burnRate';
import type { DayContext } from '../forecast/dayContext';
import { dayEvidence, NO_EVIDENCE } from '../forecast/dayEvidence';
import { judgeDay } from '../forecast/dayJudgement';
import { exhaustedAt, UNKNOWN_INSTANT } from '../forecast/exhaustedAt';
import { horizons } from '../forecast/horizons';
import { pace } from '../forecast/pacingMultiplier';
import { valueAtRisk } from '../forecast/valueAtRisk';
import type { ExhaustionForecast } from './exhaustionForecast';
import { exhaustionReasons } from './exhaustionReasons';

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
	const { date, nowMs, learning } = context;
	const { definition } = learning;
	const { status, outcome, spendByDayEnd, isPaused, stale, standings, spentPeriod } = judgeDay(context);
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
	const forecasts = horizons(context);
	const balance = balanceForecast(context);
	const others = budgetAlerts(
		{ context, status, stale, standings, forecasts, balance, spendByDayEnd, dayAlert: alert.state, settings, watch },
		withoutEndOfDay(alert, standing),
	);
	const reasons = [
		...(alert.state === 'resolved' && alert.date !== date ? [dayIsOver(alert.date, learning)] : []),
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
	const alerts = isOver ? [endOfDay(alert, reasons[0]!), ...others.standing] : others.standing;
	return { alert, alerts, exhaustion };
}
