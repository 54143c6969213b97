import type { AlertState } from '../alerts/alert';
import type { Alert, AlertKind, Severity } from '../alerts/standingAlerts';
import type { ExhaustionForecast } from '../status/exhaustionForecast';

/** An alert of any kind, as a message tells it. */
export interface ToldAlert extends Omit<Alert, 'kind' | 'about' | 'state'> {
	readonly kind: AlertKind;
	readonly state: AlertState['state'];
	/** Empty for the day's budget running out, whose words are those of the forecast. */
	readonly headline: string;
	/** As a sentence without a full stop; empty as the headline is. */
	readonly message: string;
}

/** The least first. */
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical'];

/**
 * The alerts of a forecast, first the one that its message is about: one that is told now before one that only fires, and then the most severe.
 * Without any it is that of the day's budget.
 */
export function toldAlerts({ alert, alerts }: ExhaustionForecast): [ToldAlert, ...ToldAlert[]] {
	const ofDay: ToldAlert = { ...alert, kind: 'exhaustion', headline: '', message: '' };
	const others = alerts.filter(({ state }) => state !== 'pending');
	const urgency = ({ notify, state, severity }: ToldAlert) =>
		(notify ? 100 : 0) + (state === 'firing' ? 10 : 0) + (state === 'ok' ? -10 : SEVERITIES.indexOf(severity));
	const [first = ofDay, ...rest] = [ofDay, ...others].sort((one, other) => urgency(other) - urgency(one));
	return [first, ...rest];
}
