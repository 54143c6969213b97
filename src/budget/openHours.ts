import * as z from 'zod/v4';

/** Weekdays from Monday, the first one. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MINUTES_PER_HOUR = 60;

/** The last minute's end: midnight at the end of a day. */
export const DAY_MINUTES = 24 * MINUTES_PER_HOUR;

const MIDNIGHT = '24:00';

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d$/;

const asClockTime = (isTime: (time: string) => boolean) =>
	z.string().refine(isTime, 'must be a time of day such as 08:00');

/** A time of the day on a 24-hour clock. */
export const StartTime = asClockTime((time) => CLOCK.test(time));

/** The same, or midnight at the end of the day: 24:00. */
export const EndTime = asClockTime((time) => CLOCK.test(time) || time === MIDNIGHT);

/** Minutes since midnight. */
export function minutesOf(time: string): number {
	const [hours, minutes] = time.split(':').map(Number) as [number, number];
	return MINUTES_PER_HOUR * hours + minutes;
}

/** The time of the day that begins after so many minutes: 08:30. */
export const clockTime = (minutes: number): string =>
	[Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');

/** Hours in which money may be spent, on some weekdays or on all of them. */
export const OpenHours = z
	.strictObject({
		/** All by default. */
		weekdays: z.array(z.enum(WEEKDAYS)).min(1, 'must name a weekday').optional(),
		from: StartTime,
		to: EndTime,
	})
	.superRefine(({ from, to }, context) => {
		if (minutesOf(from) < minutesOf(to)) return;
		context.addIssue(
			minutesOf(from) === minutesOf(to)
				? `start and end at ${from}: for a whole day enter 00:00 to ${MIDNIGHT}`
				: `run from ${from} to ${to} and must not cross midnight: enter two, from ${from} to ${MIDNIGHT} and from 00:00 to ${to}`,
		);
	});
export type OpenHours = Readonly<z.output<typeof OpenHours>>;

/** A stretch of a local day in minutes since midnight. */
export type Stretch = readonly [from: number, to: number];

/** The open stretches of a weekday (Monday 0) in order, without overlaps; the whole day without open hours. */
export function openStretches(openHours: readonly OpenHours[] | undefined, weekday: number): readonly Stretch[] {
	if (openHours === undefined) return ALL_DAY;
	const week = known.get(openHours) ?? WEEKDAYS.map((name) => mergedStretches(openHours, name));
	known.set(openHours, week);
	return week[weekday]!;
}

const ALL_DAY: readonly Stretch[] = [[0, DAY_MINUTES]];

/** (weekdays) Definitions are never changed, so the stretches of each are merged once. */
const known = new WeakMap<readonly OpenHours[], readonly (readonly Stretch[])[]>();

function mergedStretches(openHours: readonly OpenHours[], weekday: Weekday): readonly Stretch[] {
	const own = openHours
		.filter(({ weekdays }) => weekdays === undefined || weekdays.includes(weekday))
		.map(({ from, to }): Stretch => [minutesOf(from), minutesOf(to)])
		.sort(([one], [other]) => one - other);
	const merged: Stretch[] = [];
	for (const [from, to] of own) {
		const last = merged.at(-1);
		if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
		else merged.push([from, to]);
	}
	return merged;
}
