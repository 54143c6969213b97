import type { HistoryDay } from './historyDays';

/** What a strategy would have spent on a day, by hour, major units. */
export interface ReplayedDay {
	readonly spends: readonly number[];
	/** Money that was planned for hours beyond what they ever took. */
	readonly beyond: number;
}

/**
 * Spends a plan of the day hour by hour: an hour takes at most what hours like it can, and what it leaves is offered to the hours after it in
 * proportion to their plan.
 *
 * @param planned (hours) major units, as planned at midnight
 * @param most    (24) what an hour of the day can take
 */
export function replayDay({ hours }: HistoryDay, planned: readonly number[], most: readonly number[]): ReplayedDay {
	const left = [...planned];
	let beyond = 0;
	const spends = hours.map(({ localHour }, hour) => {
		const taken = Math.min(left[hour]!, most[localHour]!);
		const rest = left[hour]! - taken;
		beyond += Math.max(0, planned[hour]! - most[localHour]!);
		const ahead = sum(left.slice(hour + 1));
		if (rest > 0 && ahead > 0) {
			for (let later = hour + 1; later < left.length; later++) left[later]! *= 1 + rest / ahead;
		}
		return taken;
	});
	return { spends, beyond };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
