import type { BudgetDefinition } from '../budget/budgetDefinition';
import { fromMinorUnits } from '../money/minorUnits';
import type { DayTarget } from './dayTarget';
import type { PeriodTarget } from './periodTargets';

/** What a plan takes over from the week or month before, or why it does not, in words. */
export const rolloverNotes = (
	{ currency }: BudgetDefinition,
	{ periods }: DayTarget,
): { code: 'rollover'; detail: string }[] =>
	periods.flatMap((target) => {
		const detail = noteOf(target, currency);
		return detail === null ? [] : [{ code: 'rollover', detail }];
	});

function noteOf({ horizon, rollover }: PeriodTarget, currency: string): string | null {
	if (rollover === undefined || rollover.unspent === 0) return null;
	const { from, unspent, added, unknown } = rollover;
	const before = `the ${horizon} from ${from.start} to ${from.end}`;
	if (unknown === 'not-over') {
		return `What ${before} leaves unspent is added to the next ${horizon} once it is over and reported to its end`;
	}
	if (unspent === null) {
		return `Nothing is rolled over from ${before}: reports begin after its start, and what is not known is not unspent`;
	}
	const shown = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	return added === unspent
		? `${shown(added)} that ${before} left unspent are added to the ${horizon}`
		: `${shown(added)} of the ${shown(unspent)} that ${before} left unspent are added to the ${horizon}: more is not allowed`;
}
