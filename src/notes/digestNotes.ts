import { formatCount } from '../format/formatNumber';

/** Lines of the morning digest, without a full stop. Amounts, shares and times are formatted. */
export const digestNotes = {
	headline: (needing: number, budgets: number): string =>
		needing === 0
			? `Nothing needs attention: ${formatCount(budgets, 'budget')}`
			: `${needing} of ${formatCount(budgets, 'budget')} ${needing === 1 ? 'needs' : 'need'} attention`,
	moved: (spent: string, neededThen: string, neededNow: string, horizon: string, projected: string): string =>
		`yesterday ${spent} was spent and ${neededThen} was needed; from today on it takes ${neededNow} a day. The ${horizon} is projected at ${projected}`,
	/** @param why tomorrow has that amount, as a sentence without a full stop */
	planned: (today: string, tomorrow: string, why: string): string => `${today} today, ${tomorrow} tomorrow. ${why}`,
	plannedInAll: (today: string, budgets: number): string =>
		`${today} planned for today over ${formatCount(budgets, 'budget')}`,
	more: (count: number): string => `and ${count} more`,
};
