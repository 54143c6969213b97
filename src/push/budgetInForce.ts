import { toMinorUnits } from '../money/minorUnits';
import { lastPush } from '../records/pushRecord';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';

/**
 * The daily budget of an object, including a push of this plan at this instant: that push, else the value read, else the last push whose outcome is
 * known.
 *
 * @returns minor units of the account's currency; null if unknown
 */
export function budgetInForce(
	{ target, level, account, moment, records }: PushJob,
	{ id, current }: DayPart,
): number | null {
	const last = lastPush({ platform: target.platform, object: `${level}/${id}`, lever: 'day-total' }, records);
	const pushedNow = last?.planId === moment.planId && last.atMs === moment.nowMs;
	if (last === undefined || (current !== null && !pushedNow)) return current;
	const units = (value: string | null) => (value === null ? null : toMinorUnits(value, account.currency, 'nearest'));
	if (pushedNow || last.status === 'confirmed') return units(last.edit?.value ?? last.to);
	return last.status === 'failed' ? units(last.from) : null;
}
