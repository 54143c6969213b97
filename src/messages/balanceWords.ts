import { balanceSpent, runOutFacts } from '../alerts/balanceFindings';
import type { BalanceForecast } from '../forecast/balanceForecast';
import { formatMoney } from '../format/formatMoney';
import { balanceNotes } from '../notes/balanceNotes';
import type { ExhaustionForecast } from '../status/exhaustionForecast';

/** A prepaid balance in sentences: what is left, and when that will be gone; without fresh data only the first. */
export function balanceWords(
	forecast: BalanceForecast,
	{ currency, status }: { readonly currency: string; readonly status: ExhaustionForecast['status'] },
): string {
	if (Number(forecast.left) <= 0) return `${balanceSpent(forecast, currency)}.`;
	const left = `${balanceNotes.left(formatMoney(forecast.left, currency))}.`;
	if (status === 'stale-data' || forecast.runsOut === null) return left;
	const facts = runOutFacts(forecast);
	return `${left} ${facts === null ? balanceNotes.lasts : balanceNotes.willRunOut(facts)}.`;
}
