import {
	type AlertMessage,
	alertMessages,
	dayStatus,
	type ExhaustionForecast,
	type PacingState,
} from '../../src/index';
import { balanceItem } from './balanceItem';
import { horizonItems } from './horizonItems';
import { isoInstants } from './isoInstants';
import { rounded } from './rounded';
import { toldMessages } from './toldMessages';

/** Parts of a forecast that are in its item only if they are chosen. */
export const EXHAUSTION_PARTS = ['horizons', 'mail', 'pagerduty', 'slack'] as const;
export type ExhaustionPart = (typeof EXHAUSTION_PARTS)[number];

/** A forecast as fields of an item, results first, with the messages that are chosen. */
export function exhaustionItem(
	{ status, probability, exhaustionMs, horizons, balance, ...forecast }: ExhaustionForecast,
	message: AlertMessage,
	state: PacingState,
	{ nowMs, include }: { readonly nowMs: number; readonly include: readonly ExhaustionPart[] },
) {
	const { budgetId, name = null, currency, timeZone } = state.definition;
	const { recommendedHourlyCap, valueAtRisk } = forecast;
	const { alert } = message;
	const { spent, amount } = dayStatus(state, { nowMs });
	const { text, slack, mail, pagerduty, pagerdutyEvents } = alertMessages(message);
	const { median: medianMs, low: lowMs, high: highMs, level } = exhaustionMs;
	const fields = {
		budgetId,
		name,
		status,
		text,
		spentToday: Number(spent),
		dayAmount: Number(amount),
		notify: alert.notify,
		severity: alert.severity,
		probability,
		exhaustion: { medianMs, lowMs, highMs, level },
		...forecast,
		paceRatio: Number.isFinite(forecast.paceRatio) ? forecast.paceRatio : null,
		recommendedHourlyCap: Number(recommendedHourlyCap),
		valueAtRisk: { ...valueAtRisk, revenue: valueAtRisk.revenue === null ? null : Number(valueAtRisk.revenue) },
		...(balance !== undefined && { balance: balanceItem(balance) }),
		told: toldMessages(budgetId, [alert, ...message.also]),
		dedupKey: alert.dedupKey,
		currency,
		timeZone,
		...(include.includes('horizons') && { horizons: horizonItems(horizons) }),
		...(include.includes('slack') && { slack }),
		...(include.includes('mail') && { mail }),
		...(include.includes('pagerduty') && { pagerduty, pagerdutyEvents }),
	};
	return isoInstants(rounded(fields), timeZone);
}
