import * as z from 'zod/v4';

import { Exchange } from './accountCurrency';

export const LEVERS = ['day-total', 'next-day-total', 'ad-schedule', 'budget-schedule', 'hours'] as const;
export type Lever = (typeof LEVERS)[number];

/** What was pushed, when and why: the audit of one request, and what the guards of the next one count. */
export const PushRecord = z
	.object({
		atMs: z.number(),
		planId: z.string(),
		platform: z.string(),
		/** What was edited, such as campaignBudgets/222. */
		object: z.string(),
		lever: z.enum(LEVERS),
		/** Code of the reason. */
		why: z.string(),
		/** What was in force before, and what was asked for: an amount in major units of the account's currency, or a schedule in words. */
		from: z.string().nullable(),
		to: z.string(),
		/** What was asked for in the budget's currency; absent where that is the account's. */
		exchange: Exchange.optional(),
	})
	.readonly();
export type PushRecord = z.output<typeof PushRecord>;

const DAY_MS = 86_400_000;

/** Records of this long are counted by quotas: local days last up to 25 hours. */
const COUNTED_MS = (25 / 24) * DAY_MS;

/** For people to look at. */
const MAX_SHOWN = 50;

/** Objects whose last value is remembered, so that a person's edit of it is noticed. */
const MAX_OBJECTS = 200;

/** More recent records than this are not kept but refused: 50 objects edited 24 times a day. */
export const MAX_RECORDS = 1200;

/** The records that guards need and the last ones for people, oldest first. */
export function keptRecords(records: readonly PushRecord[], nowMs: number): readonly PushRecord[] {
	const lastOf = new Map<string, PushRecord>();
	for (const record of [...records].reverse()) {
		if (!lastOf.has(objectAndLever(record))) lastOf.set(objectAndLever(record), record);
	}
	const remembered = new Set([...lastOf.values()].slice(0, MAX_OBJECTS));
	return records.filter(
		(record, position) =>
			record.atMs > nowMs - COUNTED_MS || position >= records.length - MAX_SHOWN || remembered.has(record),
	);
}

/** What is edited, and by which lever. */
export interface Edited {
	readonly platform: string;
	readonly object: string;
	readonly lever: Lever;
}

/** Records of one lever on one object are compared with each other. */
export const objectAndLever = ({ platform, object, lever }: Edited): string => `${platform}/${object}/${lever}`;
