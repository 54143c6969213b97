import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatMoney } from '../format/formatMoney';
import type { DayPosition } from './dayPosition';
import type { ExhaustionForecast } from './exhaustionForecast';

interface Judged {
	readonly status: ExhaustionForecast['status'];
	readonly position: DayPosition;
	readonly stale: string | null;
	readonly probability: number;
	readonly forecasts: ExhaustionForecast['horizons'];
	readonly definition: BudgetDefinition;
}

/** A longer target that ends outside this band around itself, more likely than not, is worth a word. */
const HORIZON_TOLERANCE = 0.05;

/** Why a budget has its status, in sentences; the first is about the day, the rest about the longer targets. */
export function exhaustionReasons({
	status,
	position,
	stale,
	probability,
	forecasts,
	definition,
}: Judged): ExhaustionForecast['reasons'] {
	const { dayAmount, spent, target } = position;
	const money = (amount: number | string) => formatMoney(amount, definition.currency);
	const percent = `${Math.round(100 * probability)}%`;
	const day = {
		exhausted: `${money(spent)} of ${money(dayAmount)} spent; nothing is left for today`,
		'at-risk': `Today's budget will run out early, probability ${percent}`,
		underspending: `Today is likely to spend less than 90% of its ${money(dayAmount)}`,
		'on-pace':
			target.from === 'outside-flight'
				? 'Today is outside the flight'
				: `${money(spent)} of ${money(dayAmount)} spent; on pace`,
		'stale-data': `${stale ?? 'There is no data'}, so pacing cannot be judged`,
	}[status];
	const horizons = Object.entries(forecasts).flatMap(([horizon, { target: goal, projected }]) => {
		const ratio = projected.mean / Number(goal);
		if (Math.abs(ratio - 1) <= HORIZON_TOLERANCE || status === 'stale-data') return [];
		const direction = ratio > 1 ? 'above' : 'below';
		const message = `The ${horizon} is projected at ${money(projected.mean)} (${Math.round(100 * ratio)}% of ${money(goal)})`;
		return [{ code: `${horizon}-${direction}-target`, message }];
	});
	return [{ code: status, message: day }, ...horizons];
}
