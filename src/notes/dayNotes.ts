/** Why a day ahead gets its amount. */
export const dayNotes = {
	balance: (): string => 'What is left of the prepaid balance',
	closed: (): string => 'Closed',
	demand: (): string => 'As much as can be spent on such a day',
	even: (): string => 'An even part of what is left',
	event: (): string => 'Weighed by its event',
	'first-days': (): string => 'At most a quarter above an even day while few days and their budgets are known',
	'flight-pacing': (): string => 'Weighed by the pacing of the flight',
	maximum: (): string => 'The maximum of a day',
	'nothing-left': (): string => 'Nothing is left for it',
	value: (): string => 'Weighed by the results that such days generate',
};
