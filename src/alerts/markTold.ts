import * as z from 'zod/v4';

import type { AlertState } from './alert';
import { ofDay } from './dayAlert';
import { dedupKeyOf, type StandingAlert } from './standingAlerts';

/** A message that has arrived: which alert it told, and as what. */
export const ToldMessage = z
	.object({ budgetId: z.string(), dedupKey: z.string(), state: z.enum(['firing', 'resolved']) })
	.readonly();
export type ToldMessage = z.output<typeof ToldMessage>;

/** The alerts of a budget. */
export interface Alerts {
	readonly alert: AlertState | null;
	readonly alerts: readonly StandingAlert[];
}

/**
 * Marks alerts as told: one that fires is not told again for want of a mark, one that is over is forgotten. A message about another state of an alert
 * than the present one marks nothing.
 *
 * @returns the alerts, and how many were marked just now
 */
export function markTold(
	{ alert, alerts }: Alerts,
	told: readonly ToldMessage[],
	budget: { readonly budgetId: string; readonly timeZone: string },
): Alerts & { readonly marked: number } {
	const arrived = new Set(told.map(({ dedupKey, state }) => `${state} ${dedupKey}`));
	const isMarked = (one: StandingAlert) =>
		(one.state === 'resolved' || one.unmarked === true) && arrived.has(`${one.state} ${dedupKeyOf(one, budget)}`);
	const isDayMarked = alert?.unmarked === true && arrived.has(`${alert.state} ${dedupKeyOf(ofDay(alert), budget)}`);
	const marked = Number(isDayMarked) + alerts.filter(isMarked).length;
	return {
		alert: isDayMarked ? { ...alert, unmarked: undefined } : alert,
		alerts: alerts.flatMap((one) => {
			if (!isMarked(one)) return [one];
			return one.state === 'resolved' ? [] : [{ ...one, unmarked: undefined }];
		}),
		marked,
	};
}
