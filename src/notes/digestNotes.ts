/** Why a day gets the amount that a plan gives it. */
const DAY_REASONS: Readonly<Record<string, string>> = {
	demand: 'by what its campaigns can spend',
	even: 'spread evenly',
	event: 'an event',
	'first-days': 'the first days are spread evenly',
	maximum: 'at its maximum per day',
	value: 'by what its days are worth',
};

/** Lines of the morning digest, without a full stop. Amounts, shares and times are formatted. */
export const digestNotes = {
	headline: (needing: number, budgets: number): string =>
		needing === 0
			? `Nothing needs you: ${budgets} ${budgets === 1 ? 'budget' : 'budgets'}`
			: `${needing} of ${budgets} ${budgets === 1 ? 'budget needs' : 'budgets need'} you`,
	moved: (spent: string, neededThen: string, neededNow: string, horizon: string, projected: string): string =>
		`yesterday spent ${spent}, ${neededThen} was needed; from today on ${neededNow} a day is needed. The ${horizon} is projected at ${projected}`,
	planned: (today: string, tomorrow: string, why: string): string => {
		const reason = DAY_REASONS[why];
		return `${today} today, ${tomorrow} tomorrow${reason === undefined ? '' : `, ${reason}`}`;
	},
	plannedInAll: (today: string, budgets: number): string =>
		`${today} planned for today over ${budgets} ${budgets === 1 ? 'budget' : 'budgets'}`,
	more: (count: number): string => `and ${count} more`,
};
