import { groupBy } from '../groupBy';
import { editNotes } from '../notes/editNotes';
import type { Lever, PushRecord } from '../records/pushRecord';
import { localClock } from '../time/localClock';
import { objectOf, shown } from './pushHistory';

/** An edit of a daily budget, or a pause: by this package or by somebody else. */
export interface BudgetEdit {
	readonly atMs: number;
	readonly by: 'us' | 'somebody';
	/** Who, what and why, without a full stop. */
	readonly message: string;
}

/** Levers that edit the budget of a day. */
const OF_BUDGETS: readonly Lever[] = ['day-total', 'next-day-total', 'status'];

/** Edits of budgets by local date, in the order in which they were made or noticed. Of our own, those that are known to be made. */
export function budgetEdits(
	records: readonly PushRecord[],
	timeZone: string,
): ReadonlyMap<string, readonly BudgetEdit[]> {
	const edits = records
		.filter(({ lever }) => OF_BUDGETS.includes(lever))
		.flatMap(editsOf)
		.sort((one, other) => one.atMs - other.atMs);
	return groupBy(edits, ({ atMs }) => localClock(atMs, timeZone).date);
}

function editsOf(record: PushRecord): BudgetEdit[] {
	const { status, atMs, why, to, edit } = record;
	const object = objectOf(record);
	const edits: BudgetEdit[] = [];
	if (status === 'confirmed') edits.push({ atMs, by: 'us', message: editNotes.byUs(why, object, shown(record, to)) });
	if (edit !== undefined) {
		const message = editNotes.bySomebody(object, shown(record, edit.value));
		edits.push({ atMs: edit.seenMs, by: 'somebody', message });
	}
	return edits;
}
