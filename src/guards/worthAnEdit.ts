import { formatUnits } from '../format/formatUnits';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import type { PushRecord } from '../records/pushRecord';
import { isLastOfMonth, localClock } from '../time/localClock';
import type { AmountChange } from './amountChange';
import type { GuardContext } from './guardContext';

/** A step from one amount to another, in minor units. */
interface AmountStep {
	readonly from: number;
	readonly target: number;
	/** Whether money is in danger until the budget is lowered. */
	readonly urgent: boolean;
	/** Pushes of the object today. */
	readonly today: readonly PushRecord[];
}

/** What a change has to be to be worth an edit: so many times the least change, of the object's own budget or of a part of the whole day's amount, whichever is more. */
interface Worth {
	readonly times: number;
	readonly partOfDay: number;
}

/** Small objects move little of the whole day. */
const FIRST: Worth = { times: 1, partOfDay: 0.05 };

/** Where money is in danger a third of the least change is worth an edit. */
const URGENT: Worth = { times: 1 / 3, partOfDay: 0.05 };

/** A second edit of a day moves only what is left of the day. */
const SECOND: Worth = { times: 3, partOfDay: 0.5 };

/** On the last day of a month one edit is made for what it promises, however small it is: the platform spends no more than the new budget. */
const ANY: Worth = { times: 0, partOfDay: 0 };

/** Why a change is too small to be worth an edit, or null. */
export function tooSmall(change: AmountChange, step: AmountStep, context: GuardContext): Note | null {
	const { from, target } = step;
	const { leastChangeFraction, currency } = context.limits;
	const { times, partOfDay } = worthOf(change, step, context);
	const least = Math.min(1, times * leastChangeFraction) * Math.max(from, partOfDay * change.wholeDay);
	if (!change.amountOnly || Math.abs(target - from) >= least) return null;
	const words = (units: number) => formatUnits(units, currency);
	return guardNotes.leastChange(words(Math.ceil(least)), words(from), words(target));
}

function worthOf({ lever, isClosing }: AmountChange, { urgent, today }: AmountStep, context: GuardContext): Worth {
	const { limits, moment } = context;
	const isLastDay = isClosing && isLastOfMonth(localClock(moment.nowMs, moment.timeZone).date);
	if (limits.editBoundsMonth && isLastDay && today.length === 0) return ANY;
	if (urgent) return URGENT;
	const isSecond =
		lever === 'day-total' && !isClosing && today.some(({ definitionId }) => definitionId === moment.definitionId);
	return isSecond ? { ...SECOND, times: SECOND.times / moment.demandLeft } : FIRST;
}
