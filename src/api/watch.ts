import { AlertSettings, type AlertSettingsInput } from '../alerts/alertSettings';
import { planAlerts } from '../alerts/planAlerts';
import type { AlertKind } from '../alerts/standingAlerts';
import { parse } from '../parse';
import { type PacingState, readState, trust } from '../state/pacingState';
import { checkExhaustion } from '../status/checkExhaustion';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import { contextAt } from './checks';

/**
 * Looks for news of some kinds between two checks: alerts that fire or are resolved, those that no node is known to have told, and today's plan if its
 * amount has changed. Alerts of other kinds stay as they are. What is told is to be marked by `markTold`.
 *
 * @param look `kinds`, the alerts that are watched, and `planChange`, how far today's amount must change to be news, as a fraction
 * @returns the state, the same one if there is nothing to keep, and the forecast with its alerts
 */
export function watchBudget(
	state: PacingState,
	{
		nowMs,
		kinds,
		planChange,
		alerts: settings = {},
	}: {
		nowMs: number;
		kinds: readonly AlertKind[];
		planChange: number;
		alerts?: AlertSettingsInput | undefined;
	},
): { state: PacingState; exhaustion: ExhaustionForecast } {
	const current = readState(state);
	const context = contextAt(current, nowMs);
	const watch = new Set(kinds);
	const chosen = parse(AlertSettings, settings, 'alert settings');
	const before = current.alerts ?? [];
	const alertsBefore = { alert: current.alert, alerts: before };
	const { alert, alerts: checked, exhaustion } = checkExhaustion(context, alertsBefore, chosen, watch);
	const look = { plan: current.plan, date: context.date, nowMs, change: planChange };
	const planned = watch.has('plan-changed') ? planAlerts(checked, look) : { standing: checked, alerts: [] };
	const isUnchanged = alert === current.alert && planned.standing === before;
	return {
		state: isUnchanged ? current : trust({ ...current, alert, alerts: planned.standing }),
		exhaustion: { ...exhaustion, alerts: [...exhaustion.alerts, ...planned.alerts] },
	};
}
