import { groupBy } from '../groupBy';
import { rememberLast } from '../rememberLast';
import { DAY_MS } from '../time/durations';

/** A push, as far as plans read it. */
export interface PlannedPush {
	readonly atMs: number;
	readonly status: string;
	readonly platform: string;
	/** The edited object, such as campaignBudgets/222. */
	readonly object: string;
	/** The largest change of a daily budget by one push, as a fraction of it; absent if the push sets none. */
	readonly step?: number | undefined;
	/** Whether it bounds what is spent until the month ends (`PlatformProfile.editBoundsMonth`). */
	readonly boundsMonth?: true | undefined;
}

/** What recent pushes of daily budgets say of the next one. */
export interface NextPush {
	/** How far it moves a budget, as a fraction of it: the least of all recent ones. Infinity if nothing is known to bound it. */
	readonly step: number;
	/** Whether it bounds what is spent until the month ends. */
	readonly boundsMonth: boolean;
	/** When the last one was made that is known to do so, of any object whose last one is open or failed too; -Infinity if none is. */
	readonly boundedMs: number;
}

/** A push says for four weeks what the next one does. */
const REMEMBERED_MS = 28 * DAY_MS;

export const NO_PUSHES: readonly PlannedPush[] = [];

export const nextPush = rememberLast((pushes: readonly PlannedPush[], nowMs: number): NextPush => {
	const recent = pushes.filter(({ atMs, step }) => step !== undefined && atMs > nowMs - REMEMBERED_MS);
	const bounding = recent.filter(({ boundsMonth }) => boundsMonth);
	return {
		step: Math.min(Infinity, ...recent.map(({ step }) => step!)),
		boundsMonth: recent.length > 0 && bounding.length === recent.length,
		boundedMs: Math.min(...[bounding, ...pushesOfOpenObjects(bounding)].map(lastConfirmedMs)),
	};
});

const lastConfirmedMs = (pushes: readonly PlannedPush[]): number =>
	Math.max(-Infinity, ...pushes.map(({ atMs, status }) => (status === 'confirmed' ? atMs : -Infinity)));

/** (objects) pushes of each object whose last one is not confirmed. */
function pushesOfOpenObjects(pushes: readonly PlannedPush[]): readonly (readonly PlannedPush[])[] {
	const byObject = groupBy(pushes, ({ platform, object }) => `${platform} ${object}`);
	return [...byObject.values()].filter((own) => own.at(-1)!.status !== 'confirmed');
}
