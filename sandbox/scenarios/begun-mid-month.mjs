import { LIMITED_ACCOUNT } from './accounts.mjs';

/** The month is taken over on the 15th; until then it ran at its starting budget. */
export default {
	name: 'begun-mid-month',
	sentence: 'The month is taken over on the 15th; until then it ran at its starting budget.',
	...LIMITED_ACCOUNT,
	start: '2026-10-15T00:00:00+02:00',
};
