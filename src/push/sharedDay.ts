import { sum } from 'simple-statistics';

import { formatUnits } from '../format/formatUnits';
import { toMinorUnits } from '../money/minorUnits';
import type { Note } from '../notes/note';
import { uncheckedNotes } from '../notes/pushNotes';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';

/**
 * A warning where other objects were already given so much of the plan that all together have more than the day: each account gets all of it unless
 * its part is named. Where it is, cuts of others do not count: a cut may stop above what was wanted, a raise only below.
 */
export function sharedDayWarnings(
	{ plan, target, level, records, account }: PushJob,
	parts: readonly DayPart[],
): Note[] {
	const { budgetCurrency: currency } = account;
	const units = (amount: string) => toMinorUnits(amount, currency, 'nearest');
	const isNamed = target.dayAmount !== undefined;
	const own = new Set(parts.map(({ id }) => `${target.platform} ${level}/${id}`));
	const others = new Map(
		records
			.filter(({ lever, planId, status }) => lever === 'day-total' && planId === plan.planId && status !== 'failed')
			.filter(({ from, to }) => !isNamed || Number(to) >= Number(from))
			.map(({ platform, object, to, exchange }) => [`${platform} ${object}`, units(exchange?.amount ?? to)] as const)
			.filter(([object]) => !own.has(object)),
	);
	const given = sum([...others.values()]);
	const total = given + sum(parts.map(({ planned }) => units(planned)));
	const day = units(plan.dayAmount);
	if (parts.length === 0 || given === 0 || total <= day) return [];
	const [inOthers, inAll, ofDay] = [given, total, day].map((amount) => formatUnits(amount, currency));
	return [uncheckedNotes.sharedDay([...others.keys()], inOthers!, inAll!, ofDay!)];
}
