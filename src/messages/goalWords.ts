import { formatMoney } from '../format/formatMoney';
import { formatConversions, formatPercent } from '../format/formatNumber';
import { goalNotes } from '../notes/goalNotes';
import type { GoalForecast } from '../status/goalForecast';

/** A goal in sentences: reached, projected, needed a day and at which CPA or ROAS, and what gives way. What is not known is left out. */
export function goalWords(forecast: GoalForecast, currency: string): string {
	const { of, period, goal, reached, projected, neededPerDay, ratio, neededRatio, leftAtGoal } = forecast;
	const money = (amount: number) => formatMoney(amount, currency);
	const results = of === 'conversions' ? formatConversions : money;
	const ratioOf = (value: number) => (of === 'conversions' ? money(value) : value.toFixed(2));
	const sentences =
		reached === null
			? [goalNotes.unknown(of, period, results(goal))]
			: [goalNotes.reached(of, period, results(reached), results(goal), formatPercent(reached / goal))];
	if (projected !== null) {
		const { mean, low, high } = projected;
		sentences.push(goalNotes.projected(results(mean), results(low), results(high), formatPercent(mean / goal)));
	}
	if (neededPerDay !== null && neededPerDay > 0) {
		const [needed, had] = [neededRatio, ratio].map((value) => (value === null ? null : ratioOf(value)));
		sentences.push(goalNotes.needed(of, results(neededPerDay), needed!, had!));
		if (leftAtGoal !== null) {
			sentences.push(
				leftAtGoal >= 0 ? goalNotes.moneyLeft(of, money(leftAtGoal)) : goalNotes.goalGivesWay(of, money(-leftAtGoal)),
			);
		}
	}
	return sentences.map((sentence) => `${sentence}.`).join(' ');
}
