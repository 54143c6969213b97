import type { Horizon } from '../budget/horizon';
import type { BalanceForecast } from '../forecast/balanceForecast';
import type { DayContext } from '../forecast/dayContext';
import type { ExhaustionStatus } from '../forecast/exhaustionStatus';
import type { HorizonForecasts } from '../forecast/horizonForecast';
import type { PeriodStanding } from '../forecast/periodStanding';
import { maySpendNothing } from '../forecast/staleness';
import { formatMoney } from '../format/formatMoney';
import { alertNotes } from '../notes/alertNotes';
import { exhaustionNotes } from '../notes/exhaustionNotes';
import { periodNotes } from '../notes/periodNotes';
import type { Interval } from '../statistics/interval';
import type { AlertState } from './alert';
import type { AlertSettings } from './alertSettings';
import { anomalyFindings, anomalyResolution, isAnomalyJudged } from './anomalyFindings';
import { balanceFindings, balanceResolution } from './balanceFindings';
import { deliveryFindings, deliveryResolution } from './deliveryFindings';
import { periodIsGone } from './endedPeriod';
import { isKpiJudged, kpiFindings, kpiResolution } from './kpiFindings';
import { type KpiStandings, kpiStandings } from './kpiStanding';
import { type AlertRun, nextAlerts } from './nextAlerts';
import { aboutPeriod, periodFindings } from './periodFindings';
import { shortDayFindings, shortDayResolution } from './shortDay';
import { type Alert, type Finding, isOfPush, type StandingAlert } from './standingAlerts';
import { tellingOf, type Watch, watchedFindings } from './watch';

/** A budget as a check found it. */
interface Checked {
	readonly context: DayContext;
	readonly status: ExhaustionStatus;
	/** Why the data is stale; null if it is fresh. */
	readonly stale: string | null;
	readonly standings: readonly PeriodStanding[];
	readonly forecasts: HorizonForecasts;
	readonly balance: BalanceForecast | undefined;
	readonly spendByDayEnd: Interval;
	/** The state of the alert of the day's budget running out. */
	readonly dayAlert: AlertState['state'];
	readonly settings: AlertSettings;
	/** Absent for a check, which looks at all kinds. */
	readonly watch?: Watch | undefined;
}

/**
 * Alerts of a check besides that of the day's budget running out. Old data are an alert of their own, and leave all others as they are; so are those
 * that are not watched.
 */
export function budgetAlerts(
	checked: Checked,
	before: readonly StandingAlert[],
): { standing: readonly StandingAlert[]; alerts: readonly Alert[] } {
	const { context, status, stale } = checked;
	const { budgetId, timeZone } = context.learning.definition;
	const kpis = stale === null ? kpiStandings(context.learning, context.date, checked.settings.kpiBand) : [];
	const found = status === 'stale-data' ? [staleFinding(stale!, context)] : findings(checked, kpis, before);
	const { settings, watch } = checked;
	const run: AlertRun = {
		budgetId,
		timeZone,
		nowMs: context.nowMs,
		isJudged: (alert) => stale === null && isJudged(alert, checked, kpis),
		retells: (kind) => !isOfPush(kind),
		resolution: (alert) => resolution(alert, checked, kpis),
		telling: tellingOf(settings, watch),
	};
	if (watch === undefined) return nextAlerts(before, found, run);
	const watched = before.filter((alert) => watch.has(alert.kind));
	const { standing, alerts } = nextAlerts(watched, watchedFindings(found, watch), run);
	const others = before.filter((alert) => !watch.has(alert.kind));
	return { standing: standing === watched ? before : [...others, ...standing], alerts };
}

/** Whether a check with fresh data could find an alert again. */
function isJudged(alert: StandingAlert, { context }: Checked, kpis: readonly KpiStandings[]): boolean {
	const { kind } = alert;
	if (kind === 'kpi') return isKpiJudged(alert, kpis);
	if (kind === 'spend-anomaly') return isAnomalyJudged(context);
	return !isOfPush(kind) && kind !== 'plan-changed';
}

function findings(
	{ context, status, stale, standings, forecasts, balance, settings, spendByDayEnd, dayAlert }: Checked,
	kpis: readonly KpiStandings[],
	before: readonly StandingAlert[],
): Finding[] {
	if (stale !== null) return [];
	const isDayTold = dayAlert === 'firing' || dayAlert === 'resolved' || status === 'exhausted';
	const others = [
		...deliveryFindings(context, before),
		...periodFindings(context, standings, forecasts, settings),
		...balanceFindings(balance, settings.balanceDays, context.learning.definition.currency),
	];
	return [
		...others,
		...kpiFindings(kpis, context, before),
		...anomalyFindings(context, { spendByDayEnd, isDayTold, before, band: settings.usualSpendBand }),
		...shortDayFindings(context, { spendByDayEnd, others, before }, settings),
	];
}

const staleFinding = (why: string, context: DayContext): Finding => ({
	kind: 'stale-data',
	about: '',
	severity: 'warning',
	headline: alertNotes.cannotBeJudged,
	message: exhaustionNotes.staleData(why).message,
	evidence: maySpendNothing(context) ? 'keeps' : 'waits',
});

/** What is said when an alert is over. */
function resolution(
	alert: StandingAlert,
	{ context, standings, forecasts, balance, spendByDayEnd }: Checked,
	kpis: readonly KpiStandings[],
): string {
	const { kind, about } = alert;
	if (kind === 'stale-data') return alertNotes.fresh;
	if (kind === 'no-delivery') return deliveryResolution(alert, context);
	if (kind === 'kpi') return kpiResolution(alert, kpis, context);
	if (kind === 'spend-anomaly') return anomalyResolution(context);
	if (kind === 'underdelivery') return shortDayResolution(alert, context, spendByDayEnd);
	const { currency } = context.learning.definition;
	if (kind === 'balance-low') return balanceResolution(balance, currency);
	const period = standings.find((standing) => aboutPeriod(standing) === about);
	const [horizon, start] = about.split('/') as [Horizon, string];
	if (period === undefined) return periodIsGone(horizon, start, context);
	if (kind === 'limited-by-demand') return periodNotes.demandIsBack(horizon);
	return periodNotes.back(
		horizon,
		formatMoney(forecasts[horizon]!.projected.mean, currency),
		formatMoney(period.amount, currency),
	);
}
