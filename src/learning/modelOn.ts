import { hasClosings, openHoursOfWeekday, openHoursOn, openShare, openShares } from '../budget/openTime';
import type { SpendModel } from '../demand/spendModel';
import { weekdayOfDate } from '../time/localClock';
import { localDay } from '../time/localDay';
import type { Learning } from './learning';

/**
 * The spend model of a local date: where less of it is open than of other such weekdays, nothing is expected in the hours that are closed.
 *
 * @returns null without spend history
 */
export function modelOn(
	{ spendModel, definition }: Pick<Learning, 'spendModel' | 'definition'>,
	date: string,
): SpendModel | null {
	if (spendModel === null || !hasClosings(definition)) return spendModel;
	const weekday = weekdayOfDate(date);
	if (openHoursOn(definition, date) === openHoursOfWeekday(definition, weekday)) return spendModel;
	const usual = openShares(definition);
	const spend = [...spendModel.spend];
	const open = new Map(
		localDay(date, definition.timeZone).map((hour) => [hour.localHour, openShare(definition, hour)]),
	);
	for (let hour = 0; hour < 24; hour++) {
		const cell = 24 * weekday + hour;
		const share = usual?.[cell] ?? 1;
		spend[cell] = share === 0 ? 0 : (spend[cell]! * (open.get(hour) ?? 0)) / share;
	}
	return { ...spendModel, spend };
}
