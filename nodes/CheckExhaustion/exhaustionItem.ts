import {
	type AlertMessage,
	alertMessages,
	type ExhaustionForecast,
	type PacingState,
	type ToldMessage,
} from '../../src/index';
import { horizonItems } from '../shared/horizonItems';

/** A forecast as fields of an item, with its messages. */
export function exhaustionItem(exhaustion: ExhaustionForecast, message: AlertMessage, { definition }: PacingState) {
	const { budgetId, currency, timeZone } = definition;
	const { recommendedHourlyCap, valueAtRisk } = exhaustion;
	const { alert } = message;
	return {
		budgetId,
		currency,
		timeZone,
		...exhaustion,
		paceRatio: Number.isFinite(exhaustion.paceRatio) ? exhaustion.paceRatio : null,
		recommendedHourlyCap: Number(recommendedHourlyCap),
		valueAtRisk: { ...valueAtRisk, revenue: valueAtRisk.revenue === null ? null : Number(valueAtRisk.revenue) },
		horizons: horizonItems(exhaustion.horizons),
		notify: alert.notify,
		told: toldMessages(message),
		severity: alert.severity,
		dedupKey: alert.dedupKey,
		...alertMessages(message),
	};
}

/** The alerts that a message tells now, as Mark Alerts as Told takes them. */
const toldMessages = ({ budgetId, alert, also }: AlertMessage): ToldMessage[] =>
	[alert, ...also].flatMap(({ notify, dedupKey, state }) =>
		notify && (state === 'firing' || state === 'resolved') ? [{ budgetId, dedupKey, state }] : [],
	);
