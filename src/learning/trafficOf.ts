import { openShare } from '../budget/openTime';
import { expectedSpend } from '../demand/spendModel';
import { hourOfWeek, hoursBetween, localClock } from '../time/localClock';
import type { LocalHour } from '../time/localDay';
import type { Learning } from './learning';
import { modelOn } from './modelOn';

/** Expected spend of an hour, or of a part of one, if nobody intervenes, major units; its open length without history. */
export function trafficOf(
	{ startMs, endMs }: Pick<LocalHour, 'startMs' | 'endMs'>,
	learning: Pick<Learning, 'spendModel' | 'definition'>,
): number {
	const { timeZone } = learning.definition;
	const length = hoursBetween(startMs, endMs);
	const model = modelOn(learning, localClock(startMs, timeZone).date);
	return model === null
		? length * openShare(learning.definition, { startMs, endMs })
		: length * expectedSpend(model, hourOfWeek(startMs, timeZone));
}
