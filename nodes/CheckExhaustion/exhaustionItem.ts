import type { IDataObject } from 'n8n-workflow';

import type { ExhaustionForecast, PacingState } from '../../src/index';
import { displayMoney, displayPercent, displayTime, escapeSlack } from '../shared/display';

/** A forecast as fields of an item, with one sentence ready for a message. */
export function exhaustionItem(exhaustion: ExhaustionForecast, { definition }: PacingState): IDataObject {
	const { budgetId, currency, timeZone } = definition;
	const { recommendedHourlyCap, valueAtRisk, alert } = exhaustion;
	return {
		budgetId,
		currency,
		timeZone,
		...exhaustion,
		paceRatio: Number.isFinite(exhaustion.paceRatio) ? exhaustion.paceRatio : null,
		recommendedHourlyCap: Number(recommendedHourlyCap),
		valueAtRisk: { ...valueAtRisk, revenue: valueAtRisk.revenue === null ? null : Number(valueAtRisk.revenue) },
		horizons: Object.fromEntries(
			Object.entries(exhaustion.horizons).map(([horizon, forecast]) => [
				horizon,
				{ ...forecast, target: Number(forecast.target), spent: Number(forecast.spent) },
			]),
		),
		notify: alert.notify,
		severity: alert.severity,
		dedupKey: alert.dedupKey,
		text: sentence(exhaustion, definition.name ?? budgetId, currency, timeZone),
	} as unknown as IDataObject;
}

/** What happens, when, what it costs and what to do, in the words of a Slack message. */
function sentence(exhaustion: ExhaustionForecast, name: string, currency: string, timeZone: string): string {
	const { status, alert, probability, exhaustionMs, valueAtRisk, recommendedHourlyCap, reasons } = exhaustion;
	const title = `*${escapeSlack(name)}*`;
	if (alert.state === 'resolved') return `${title}: resolved. ${reasons[0]!.message}.`;
	if (status !== 'at-risk') return `${title}: ${reasons.map(({ message }) => message).join('. ')}.`;
	const { median, low, high } = exhaustionMs;
	const when =
		median === null
			? ''
			: ` about ${displayTime(median, timeZone)} (${displayTime(low!, timeZone)} to ${displayTime(high!, timeZone)})`;
	const lost =
		valueAtRisk.conversions === null ? '' : ` About ${valueAtRisk.conversions.toFixed(1)} conversions are at risk.`;
	const cap = ` Spend at most ${displayMoney(recommendedHourlyCap, currency)} an hour to last.`;
	return `${title}: today's money runs out${when}, probability ${displayPercent(probability)}.${lost}${cap}`;
}
