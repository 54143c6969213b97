import { formatMoney } from '../format/formatMoney';
import { formatConversions } from '../format/formatNumber';
import type { ExhaustionForecast } from '../status/exhaustionForecast';

/** Revenue and conversions at risk in words; null if neither was ever reported. */
export function formatValueAtRisk(
	{ revenue, conversions }: ExhaustionForecast['valueAtRisk'],
	currency: string,
): string | null {
	const known = [
		...(revenue === null ? [] : [`${formatMoney(revenue, currency)} of revenue`]),
		...(conversions === null ? [] : [`${formatConversions(conversions)} conversions`]),
	];
	return known.length === 0 ? null : known.join(' and ');
}
