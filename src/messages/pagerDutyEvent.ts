import type { AlertMessage } from './alertMessage';

/** Body of a request to PagerDuty's Events API v2, except the routing key, which is the user's secret. */
export interface PagerDutyEvent {
	readonly event_action: 'trigger' | 'resolve';
	/** The same for the trigger and the resolution of one alert. */
	readonly dedup_key: string;
	readonly payload: {
		readonly summary: string;
		readonly severity: 'critical' | 'error' | 'warning' | 'info';
		readonly source: string;
		readonly component: string;
		readonly group?: string;
		readonly class: string;
		readonly custom_details: Readonly<Record<string, string>>;
	};
}

/**
 * Length limits of PagerDuty, in characters. A budget ID has at most 200 and a display name at most 120, so nothing is truncated.
 *
 * @see developer.pagerduty.com/docs/events-api-v2
 */
export const PAGERDUTY_LIMITS = { summaryLength: 1024, dedupKeyLength: 255 } as const;

/**
 * An alert as a PagerDuty event: a trigger while it fires, and a resolution once it is resolved.
 *
 * @returns null if the alert is neither firing nor resolved, or is no incident: a plan that changed is never resolved
 */
export function pagerDutyEvent(message: AlertMessage): PagerDutyEvent | null {
	const { budgetId, name, account, alert, headline, facts, action, reasons } = message;
	if ((alert.state !== 'firing' && alert.state !== 'resolved') || alert.kind === 'plan-changed') return null;
	return {
		event_action: alert.state === 'firing' ? 'trigger' : 'resolve',
		dedup_key: alert.dedupKey,
		payload: {
			summary: `${name}: ${headline}`,
			severity: alert.severity,
			source: budgetId,
			component: 'budget',
			...(account !== '' && { group: account }),
			class: `budget_${alert.kind.replaceAll('-', '_')}`,
			custom_details: {
				...Object.fromEntries(facts.map(({ label, value }) => [label, value])),
				...(action !== null && { Action: action }),
				Reasons: reasons.join(' '),
			},
		},
	};
}

/** Events of all alerts that a message tells, one for each incident. */
export const pagerDutyEvents = (message: AlertMessage): PagerDutyEvent[] =>
	[message.alert, ...message.also].flatMap((alert) => {
		if (!alert.notify) return [];
		const own = alert === message.alert ? message : { ...message, alert, headline: alert.headline || message.headline };
		const event = pagerDutyEvent(own);
		return event === null ? [] : [event];
	});
