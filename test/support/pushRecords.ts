import type { PushRecord } from '../../src/records/pushRecord';

/** A recorded push of a daily budget, confirmed unless said. */
export const pushedAt = (
	atMs: number,
	from: string | null,
	to: string,
	more: Partial<PushRecord> = {},
): PushRecord => ({
	pushId: `${more.planId ?? 'earlier'}-${atMs}-${more.object ?? ''}`,
	status: 'confirmed',
	atMs,
	planId: 'earlier',
	platform: 'google_ads',
	object: 'budget/222',
	lever: 'day-total',
	why: 'raise',
	from,
	to,
	...more,
});
