import { formatMoney } from '../format/formatMoney';
import { formatTime } from '../format/formatTime';
import type { Unreported } from '../learning/unreported';
import type { Learning } from '../learning/learning';
import type { Note } from '../notes/note';
import { unreportedNote } from '../notes/unreportedNote';
import { hoursBetween } from '../time/localClock';

/** Hours without a report that are said: the workflows read reports every hour. */
const SAID_FROM_HOURS = 1;

/** What is expected but not reported today, in words, where more than an hour is missing. */
export function unreportedNotes({
	learning: { definition },
	unreported: { fromMs, today },
	nowMs,
}: {
	readonly learning: Pick<Learning, 'definition'>;
	readonly unreported: Unreported;
	readonly nowMs: number;
}): Note[] {
	if (hoursBetween(fromMs, nowMs) <= SAID_FROM_HOURS || today.mean === 0) return [];
	const money = (amount: number) => formatMoney(amount, definition.currency);
	const { mean, low, high } = today;
	return [unreportedNote(formatTime(fromMs, definition.timeZone), money(mean), money(low), money(high))];
}
