import * as z from 'zod/v4';

import { Exchange } from '../levers/accountCurrency';
import { DAY_MS } from '../time/durations';

/** `bidding-target` stands for either kind of target where it is not known which one an object has; nothing is recorded under it. */
export const LEVERS = [
	'day-total',
	'next-day-total',
	'ad-schedule',
	'hours',
	'status',
	'target-cpa',
	'target-roas',
	'bidding-target',
] as const;
export type Lever = (typeof LEVERS)[number];

/** Whether a lever sets an amount of money. */
export const isAmountLever = (lever: Lever): boolean =>
	lever === 'day-total' || lever === 'next-day-total' || lever === 'hours' || lever === 'target-cpa';

/** Whether a lever sets a number: an amount, or a ratio of revenue to spend. */
export const isNumberLever = (lever: Lever): boolean => isAmountLever(lever) || lever === 'target-roas';

/** Whether a lever sets a bidding target. */
export const isTargetLever = (lever: Lever): boolean => lever === 'target-cpa' || lever === 'target-roas';

/**
 * The life of a push: `prepared` until an answer or a value read settles it. `unknown`: the platform may or may not have made the change.
 */
export const PUSH_STATUSES = ['prepared', 'confirmed', 'failed', 'unknown'] as const;
export type PushStatus = (typeof PUSH_STATUSES)[number];

/** What settled a push: the platform's answer, or the value read later. */
export const SETTLED_BY = [
	'accepted',
	'refused',
	'rate-limited',
	'server-error',
	'partly-applied',
	'no-answer',
	'unreadable',
	'read-back',
	'not-in-force',
	'before-confirmation',
] as const;
export type SettledBy = (typeof SETTLED_BY)[number];

/** Code of the reason of a cut that protects money. */
export const PROTECTING = 'protect' as const;

/** Record of one pushed request: for audit, and for the guards of later requests. */
export const PushRecord = z
	.object({
		pushId: z.string(),
		status: z.enum(PUSH_STATUSES),
		/** When and by what it was settled; absent while it is `prepared`. */
		settledMs: z.number().optional(),
		code: z.enum(SETTLED_BY).optional(),
		/** Until when the platform asks to wait. */
		retryAtMs: z.number().optional(),
		atMs: z.number(),
		planId: z.string(),
		platform: z.string(),
		/** The edited object, such as campaignBudgets/222. */
		object: z.string(),
		lever: z.enum(LEVERS),
		/** Code of the reason. */
		why: z.string(),
		/** The previous and the requested value: an amount in major units of the account's currency, a ratio, or a schedule as text. */
		from: z.string().nullable(),
		to: z.string(),
		/** Currency of the account; absent if the lever sets no amount. */
		currency: z.string().optional(),
		/** The largest change that one push might make, as a fraction of the amount before; absent if the lever sets no daily budget. */
		step: z.number().optional(),
		/** Whether it bounds what is spent until the month ends: the platform does so with every edit of a daily budget. */
		boundsMonth: z.literal(true).optional(),
		/** The budget definition that the plan was made under; absent where the step is. */
		definitionId: z.string().optional(),
		/** A value that somebody else has set since, and when it was first read. */
		edit: z.object({ value: z.string(), seenMs: z.number() }).readonly().optional(),
		/** The requested amount in the budget's currency; absent if that is the account's. */
		exchange: Exchange.optional(),
		/** Of a bidding target: the object that has the daily budget, such as budget/222; absent if it is not known. */
		budget: z.string().optional(),
	})
	.readonly();
export type PushRecord = z.output<typeof PushRecord>;

/** Time for which quotas count records: local days last up to 25 hours, and changes of bidding targets are bounded by the week. */
const COUNTED_MS = (25 / 24) * DAY_MS;
export const TARGETS_COUNTED_MS = 7 * DAY_MS;

const countedMs = (lever: Lever): number => (isTargetLever(lever) ? TARGETS_COUNTED_MS : COUNTED_MS);

/** A daily budget may return to what was pushed within this time: a weekday wants again what it had a week ago. */
const RETURN_MS = 7.5 * DAY_MS;

/** Whether one push may return to the daily budget of this one, however far it is. Cuts that protected money are left out. */
export const mayReturnTo = ({ atMs, lever, status, why }: PushRecord, nowMs: number): boolean =>
	lever === 'day-total' && status === 'confirmed' && why !== PROTECTING && atMs > nowMs - RETURN_MS;

/** Number of recent records kept for display. */
const MAX_SHOWN = 50;

/** Number of objects whose last value is kept, so that manual edits are noticed. */
const MAX_OBJECTS = 200;

/** Number of records kept because a budget may return to them. */
const MAX_RETURNS = 200;

/** Maximum number of recent records, beyond which pushes are held back: 50 objects edited 24 times a day. */
export const MAX_RECORDS = 1200;

/** The records that guards need and the most recent ones for display, oldest first. */
export function keptRecords(records: readonly PushRecord[], nowMs: number): readonly PushRecord[] {
	const lastOf = new Map<string, PushRecord>();
	for (const record of [...records].reverse()) {
		if (!lastOf.has(objectAndLever(record))) lastOf.set(objectAndLever(record), record);
	}
	const needed = new Set([
		...[...lastOf.values()].slice(0, MAX_OBJECTS),
		...extremesToReturnTo(records, nowMs).slice(0, MAX_RETURNS),
	]);
	return records.filter(
		(record, position) =>
			record.atMs > nowMs - countedMs(record.lever) || position >= records.length - MAX_SHOWN || needed.has(record),
	);
}

/** Of the budgets that each object may return to, those that are the highest or the lowest, now or once others are too old; the latest first. */
function extremesToReturnTo(records: readonly PushRecord[], nowMs: number): PushRecord[] {
	const rangeOf = new Map<string, readonly [number, number]>();
	return records.toReversed().filter((record) => {
		if (!mayReturnTo(record, nowMs)) return false;
		const value = Number(record.to);
		const [lowest, highest] = rangeOf.get(objectAndLever(record)) ?? [Infinity, -Infinity];
		rangeOf.set(objectAndLever(record), [Math.min(lowest, value), Math.max(highest, value)]);
		return value < lowest || value > highest;
	});
}

/** Instant from which on no record was left out; null if none was. */
export const completeFromMs = (records: readonly PushRecord[]): number | null =>
	records.length < MAX_SHOWN ? null : records.at(-MAX_SHOWN)!.atMs;

/** An object and the lever that edits it. */
export interface Edited {
	readonly platform: string;
	readonly object: string;
	readonly lever: Lever;
}

/** Key of an object and lever, by which records are compared. */
export const objectAndLever = ({ platform, object, lever }: Edited): string => `${platform}/${object}/${lever}`;

/** The last push to this object by this lever. */
export const lastPush = (edited: Edited, records: readonly PushRecord[]): PushRecord | undefined =>
	records.findLast((record) => objectAndLever(record) === objectAndLever(edited));
