import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import { formatMoney } from '../format/formatMoney';

/** Revenue and conversions at risk in words, as far as they were ever reported; null if neither was. */
export function valueAtRiskWords(
	{ revenue, conversions }: ExhaustionForecast['valueAtRisk'],
	currency: string,
): string | null {
	const known = [
		...(revenue === null ? [] : [`${formatMoney(revenue, currency)} of revenue`]),
		...(conversions === null ? [] : [`${conversions.toFixed(1)} conversions`]),
	];
	return known.length === 0 ? null : known.join(' and ');
}
