import type { DayContext } from './dayContext';
import type { ExhaustionForecast } from './exhaustionForecast';

interface Judged {
	readonly status: ExhaustionForecast['status'];
	readonly context: DayContext;
	readonly stale: string | null;
	readonly probability: number;
	readonly forecasts: ExhaustionForecast['horizons'];
}

/** A longer target that ends outside this band around itself, more likely than not, is worth a word. */
const HORIZON_TOLERANCE = 0.05;

/** Why a budget has its status, in sentences; the first is about the day, the rest about the longer targets. */
export function exhaustionReasons({
	status,
	context,
	stale,
	probability,
	forecasts,
}: Judged): ExhaustionForecast['reasons'] {
	const { dayAmount, spent, target, learning } = context;
	const digits = moneyFormat(learning.definition.currency);
	const percent = `${Math.round(100 * probability)}%`;
	const day = {
		exhausted: `${digits.format(spent)} of ${digits.format(dayAmount)} are spent: nothing is left for today`,
		'at-risk': `The money of today runs out early with a probability of ${percent}`,
		underspending: `Today is likely to end below 90% of its ${digits.format(dayAmount)}`,
		'on-pace':
			target.from === 'outside-flight'
				? 'Today is outside the flight'
				: `${digits.format(spent)} of ${digits.format(dayAmount)} are spent, and the rest is likely to last`,
		'stale-data': `${stale ?? 'No data'}: whether the money lasts cannot be told`,
	}[status];
	const horizons = Object.entries(forecasts).flatMap(([horizon, { target: goal, projected }]) => {
		const ratio = projected.mean / Number(goal);
		if (Math.abs(ratio - 1) <= HORIZON_TOLERANCE || status === 'stale-data') return [];
		const direction = ratio > 1 ? 'above' : 'below';
		const message = `The ${horizon} is heading for ${digits.format(projected.mean)}, ${Math.round(100 * Math.abs(ratio - 1))}% ${direction} its ${digits.format(Number(goal))}`;
		return [{ code: `${horizon}-${direction}-target`, message }];
	});
	return [{ code: status, message: day }, ...horizons];
}

/** Formats by currency: making one takes longer than using it a hundred times, and currencies are few. */
const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string): Intl.NumberFormat {
	const format = formats.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency });
	formats.set(currency, format);
	return format;
}
