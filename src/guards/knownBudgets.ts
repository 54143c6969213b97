import { toMinorUnits } from '../money/minorUnits';
import { type Edited, mayReturnTo, objectAndLever, PROTECTING, type PushRecord } from '../records/pushRecord';
import type { GuardContext } from './guardContext';

/** A daily budget on its way to an object. */
interface KnownEdit extends Edited {
	/** Whether a period of the budget begins: nothing of it was spent before today. */
	readonly isOpening: boolean;
}

/**
 * Daily budgets of an object that one push may return to, however far they are from the one in force, minor units:
 *
 * - those before somebody's edit and before the last cuts that protected money, because a day without money does not say what the next one needs; nor do
 *   the planned cuts at the end of a period say what the next one needs;
 * - those that were pushed within the last week, where weekdays differ by more than one push may change.
 */
export function knownBudgets(edited: KnownEdit, { records, moment, limits }: GuardContext): number[] {
	const own = records.filter(
		(record) => objectAndLever(record) === objectAndLever(edited) && record.status !== 'failed',
	);
	const isCut = ({ why }: PushRecord) => why === PROTECTING || (edited.isOpening && why === 'lower');
	const pushedLast = own.at(-1)?.edit === undefined ? [] : own.slice(-1).map(({ to }) => to);
	const beforeCuts = own.slice(own.findLastIndex((record) => !isCut(record)) + 1).map(({ from }) => from);
	const ofLastWeek = limits.returnsInOneStep
		? own.filter((record) => mayReturnTo(record, moment.nowMs)).map(({ to }) => to)
		: [];
	return [...pushedLast, ...beforeCuts, ...ofLastWeek].flatMap((value) =>
		value === null ? [] : [toMinorUnits(value, limits.currency, 'nearest')],
	);
}
